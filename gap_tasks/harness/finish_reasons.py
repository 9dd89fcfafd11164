"""Which replies were cut off by their token budget, as the engine says.

lm-eval drops the finish reason on its way from the engine to the task. vLLM's results and the answers of
OpenAI-compatible servers still carry it where lm-eval's model classes read them, so those two methods are listened to.
Other backends do not tell; there a reply that is as long as its budget is taken for cut.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

log = logging.getLogger(f"lm_eval.{__name__}")

_ATTRIBUTE = "_gap_finish_reasons"
CUT = "length"


class FinishReasons:
    """What a model's engine said of its replies.

    heard: every reply whose end it told; those from lm-eval's cache are not among them. cut: those that ran into their
    budget. thinking: those cut that were still inside the thinking section, so that what they hold is no answer.
    """

    def __init__(self, think_end: str | None) -> None:
        self.think_end = think_end
        self.heard: set[str] = set()
        self.cut: set[str] = set()
        self.thinking: set[str] = set()

    def note(self, reply: str | None, raw: str | None, reason: object) -> None:
        """Take in one reply as lm-eval passes it on, the engine's own text, and the finish reason."""
        if not isinstance(reason, str):
            return
        reply = _none_placeholder() if reply is None else reply
        self.heard.add(reply)
        if reason == CUT:
            self.cut.add(reply)
            if self.think_end and self.think_end not in (raw or ""):
                self.thinking.add(reply)


def watch(lm: Any, until: str | Sequence[str]) -> FinishReasons:  # noqa: ANN401 - no base class has these methods
    """Listen to a model's finish reasons from now on, once per model; `until` are the task's stop strings."""
    stops = [until] if isinstance(until, str) else list(until)
    lm = vars(lm).get("lm", lm)  # lm-eval's cache wraps the model
    found = getattr(lm, _ATTRIBUTE, None)
    if isinstance(found, FinishReasons):
        return found
    reasons = FinishReasons(getattr(lm, "think_end_token", None))
    setattr(lm, _ATTRIBUTE, reasons)
    if hasattr(lm, "parse_generations"):
        lm.parse_generations = _after(lm.parse_generations, lambda replies, call: _server(reasons, replies, call))
    elif hasattr(lm, "_model_generate") and hasattr(lm, "lora_request"):  # vLLM; transformers returns token ids there
        lm._model_generate = _after(lm._model_generate, lambda results, _: _vllm(reasons, results, stops))
    return reasons


def _after(method: Callable[..., Any], listen: Callable[[Any, dict[str, Any]], None]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        result = method(*args, **kwargs)
        try:
            listen(result, kwargs)
        except Exception as error:  # noqa: BLE001 - an engine that answers in another shape must not end the run
            log.warning("finish reasons cannot be read (%s: %s)", type(error).__name__, error)
        return result

    return call


def _server(reasons: FinishReasons, replies: Sequence[str | None], call: dict[str, Any]) -> None:
    outputs = call["outputs"]
    answers = outputs if isinstance(outputs, list) else [outputs]
    choices = [one for answer in answers for one in sorted(answer["choices"], key=lambda choice: choice["index"])]
    for reply, choice in zip(replies, choices, strict=True):
        raw = choice["message"]["content"] if "message" in choice else choice["text"]
        reasons.note(reply, raw, choice.get("finish_reason"))


def _vllm(reasons: FinishReasons, results: Sequence[Any], until: list[str]) -> None:
    from lm_eval.models.utils import postprocess_generated_text

    for result in results:
        completion = result.outputs[0]
        reply = postprocess_generated_text(completion.text, until, reasons.think_end)
        reasons.note(reply, completion.text, completion.finish_reason)


def _none_placeholder() -> str:
    """What lm-eval passes on for a reply without content."""
    from lm_eval.models import api_models

    return str(getattr(api_models, "LMEVAL_MODEL_NONE_ANSWER_PLACEHOLDER", ""))

"""The one task class: every probe is an lm-eval task whose documents are families."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import asdict, replace
from importlib import metadata
from random import Random
from typing import Any

from datasets import Dataset
from lm_eval.api.instance import Instance
from lm_eval.api.samplers import ContextSampler
from lm_eval.api.task import ConfigurableTask

from gap_tasks import core
from gap_tasks.harness import context_check, finish_reasons, preflight, run_context
from gap_tasks.harness.metrics import Value, aggregations, family_metrics
from scorers import grade
from scorers.score import Score

log = logging.getLogger(f"lm_eval.{__name__}")  # below lm-eval's logger, whose level and format it takes

VERSIONED = ("lm-eval-gap", "lm_eval", "transformers", "vllm", "torch", "datasets")
Document = dict[str, Any]


class FamilySampler(ContextSampler):  # type: ignore[misc]
    """Few-shot exemplars drawn by seed and family, so that every condition of a family sees the same ones.

    A sampler with one running stream would show the variant other exemplars than the static question.
    """

    seed: int | None = None
    family = ""
    instruction = ""

    def set_rnd(self, rnd: int | None) -> FamilySampler:
        """Take lm-eval's few-shot seed."""
        self.seed = rnd
        return self

    def sample(self, n: int, eval_doc: object = None, df: object = None, **_: object) -> list[Document]:  # noqa: ARG002
        """n exemplars, none of the family that is being asked; raises ValueError where there are not enough."""
        pool = [row for row in self.df if row["family"] != self.family]
        if n > len(pool):
            raise ValueError(f"--num_fewshot {n}: this probe has {len(pool)} exemplars for {self.family}")
        rows = Random(f"{self.seed}/{self.family}").sample(pool, n)
        return [{**row, "instruction": self.instruction} for row in rows]


class GapTask(ConfigurableTask):  # type: ignore[misc]
    """A probe as an lm-eval task: all items of a family are the requests of one document."""

    def __init__(self, config: Mapping[str, Any] | None = None) -> None:
        settings = dict(config or {})
        settings.pop("class", None)
        self.probe = core.probe(settings["task"])
        self.lm: Any = None
        self.finish: finish_reasons.FinishReasons | None = None
        super().__init__(config=settings)
        self.sampler = FamilySampler(self.exemplars)

    def download(self, *_: object, **__: object) -> None:
        """Draw the families under the user's options; what they are made from is not lm-eval's to download."""
        merged = run_context.user_metadata(self.config.metadata or {})
        others = [task for task in run_context.selected_tasks() if task not in core.probes()]
        drawn = preflight.drawn(self.probe, preflight.own_options(self.probe, merged, others))
        families = drawn.families
        self.parts = any(item.part for family in families for item in family.of(core.STATIC))
        self.exemplars = [asdict(exemplar) for exemplar in self.probe.exemplars(drawn.options)]
        self.dataset = {"test": Dataset.from_list([_document(family) for family in families])}
        self.config.metadata = {
            "version": (self.config.metadata or {}).get("version"),
            "options": dict(drawn.options),
            "seed": drawn.options.get("seed"),
            "families": len(families),
            "snapshot_sha256": drawn.sha256,
            "variants": list(self.probe.variants),
            "controls": list(self.probe.controls),
            "versions": _versions(),
            **({"frozen": dict(drawn.frozen)} if drawn.frozen else {}),
        }
        self.VERSION = self.config.metadata["version"]
        log.info(
            "%s: %d families, options %s, snapshot %s",
            self.probe.name,
            len(families),
            dict(drawn.options),
            drawn.sha256[:16],
        )

    def fewshot_docs(self) -> list[Document]:
        """Exemplar rows; none of them is evaluated."""
        return list(self.exemplars)

    def doc_to_text(self, doc: Document, doc_to_text: object = None) -> str:  # noqa: ARG002
        """The prompt's last turn: instruction, question and where the solution starts."""
        row = doc["items"][0] if "items" in doc else doc
        return core.prompt(row["instruction"], row["question"])

    def doc_to_target(self, doc: Document, doc_to_target: object = None) -> str:  # noqa: ARG002
        """An exemplar's answer; for a family, its golds in the order of the requests."""
        if "items" in doc:
            return "\n".join(item["gold"] for item in doc["items"])
        return str(doc.get("reply") or f"The answer is {doc['gold']}.")

    def build_all_requests(self, *, cache_requests: bool = False, **kwargs: Any) -> None:  # noqa: ANN401
        """Build the requests, and refuse a run whose prompts lm-eval would cut."""
        if cache_requests:
            raise ValueError(
                f"{self.probe.name}: --cache_requests is refused: lm-eval's cache is not keyed by --metadata, so a new "
                "snapshot would be scored on an old one's prompts. Leave it out: building these requests takes seconds."
            )
        self._settle_budget()
        super().build_all_requests(**kwargs)
        self.lm = run_context.running_model()
        if self.lm is not None:
            self.finish = finish_reasons.watch(self.lm, (self.config.generation_kwargs or {}).get("until") or [])
        else:
            log.warning("%s: no running model found; whether prompts fit its context is not checked", self.probe.name)
            return
        prompts = (
            (f"{instance.doc['family']}, {instance.doc['items'][instance.idx]['condition']}", instance.args[0])
            for instance in self.instances
        )
        context_check.check(self.lm, self.probe.name, prompts, self._new_tokens())

    def _settle_budget(self) -> None:
        """One name for the answer budget: backends disagree on which of several they read, and send them all."""
        settings = self.config.generation_kwargs or {}
        for alias in ("max_completion_tokens", "max_tokens", "max_new_tokens"):
            if alias in settings:
                settings["max_gen_toks"] = settings.pop(alias)
        if "max_length" in settings:
            raise ValueError(
                f"{self.probe.name}: --gen_kwargs max_length counts the prompt too, so longer prompts get shorter "
                "answers. Use max_gen_toks."
            )

    def _new_tokens(self) -> int:
        return context_check.budget(self.lm, self.config.generation_kwargs or {})

    def fewshot_context(self, doc: Document, num_fewshot: int, **kwargs: Any) -> list[str]:  # noqa: ANN401
        """One context per item of the family, with the same exemplars."""
        self.sampler.family = doc["family"]
        contexts = []
        for item in doc["items"]:
            self.sampler.instruction = item["instruction"]
            contexts.append(super().fewshot_context(item, num_fewshot, **kwargs))
        return contexts

    def construct_requests(self, doc: Document, ctx: Sequence[str], **kwargs: Any) -> list[Instance]:  # noqa: ANN401
        """One generation request per item, in the order of the items."""
        return [
            Instance(
                request_type="generate_until",
                doc=doc,
                arguments=(context, deepcopy(self.config.generation_kwargs)),
                idx=index,
                metadata=kwargs["metadata"],
            )
            for index, context in enumerate(ctx)
        ]

    def process_results(self, doc: Document, results: Sequence[object]) -> dict[str, Value | None]:
        """Grade every reply of a family. The evidence goes into the document that lm-eval logs, beside the item."""
        if "bypass" in self._metric_fn_list:  # --predict_only
            return {"bypass": None}
        verdicts = []
        for item, reply in zip(doc["items"], results, strict=True):
            score = self._score(item, reply if isinstance(reply, str) else "")
            item["score"] = asdict(score)
            verdicts.append((item["condition"], item["snapshot"], score))
        return dict(family_metrics(self.probe, verdicts, parts=self.parts))

    def _score(self, item: Document, reply: str) -> Score:
        score = _graded(item, reply)
        if not self._cut(reply):
            return score
        why = f"cut off by max_gen_toks={self._new_tokens()}"
        if self._thinking(reply):
            return Score("truncated", why=f"{why} while still thinking")
        unfinished = score.extracted is None or reply.rstrip().endswith(score.extracted)
        if score.status == "unparseable" or (unfinished and not score.correct and score.status != "gold_error"):
            return replace(score, status="truncated", why=why)
        return score

    def _cut(self, reply: str) -> bool:
        """Whether the budget ended the reply: as the engine says, else where it is as long as its budget."""
        if self.lm is None or self.finish is None:
            return False
        if reply in self.finish.heard:
            return reply in self.finish.cut
        tokens = context_check.token_count(self.lm, reply)
        budget = self._new_tokens()
        return tokens is not None and tokens >= budget - max(1, budget // 100)

    def _thinking(self, reply: str) -> bool:
        """Whether a cut reply ended inside its thinking section, which lm-eval then passes on as if it were the answer.

        Without the engine's word: lm-eval strips a finished thinking section, and what is left is shorter than the
        budget, so a reply as long as the budget never left it.
        """
        if self.finish is None or not self.finish.think_end:
            return False
        return reply not in self.finish.heard or reply in self.finish.thinking

    def aggregation(self) -> dict[str, Callable[..., float]]:
        """Metric -> aggregation."""
        if "bypass" in self._metric_fn_list:
            return dict(self._aggregation_list)
        return aggregations(self.probe, parts=self.parts)

    def higher_is_better(self) -> dict[str, bool]:
        """Accuracies up; gaps, unscored replies and right answers to controls down."""
        if "bypass" in self._metric_fn_list:
            return dict(self._higher_is_better)
        down = {f"acc_{control}" for control in self.probe.controls}  # right without enough to go on: a guess
        return {name: name.startswith("acc_") and name not in down for name in self.aggregation()}


def _graded(item: Document, reply: str) -> Score:
    """The reply's score. A grader that fails is a defect, and must not cost the run: lm-eval would save nothing."""
    try:
        return grade(reply, item["gold"], item["scorer"], item["aliases"])
    except Exception as error:
        log.exception("the grader failed on a reply; it counts as unparseable. Please report this")
        return Score("unparseable", why=f"the grader failed: {type(error).__name__}")


def _document(family: core.Family) -> Document:
    return {
        "family": family.id,
        "strata": dict(family.strata),
        "items": [{**asdict(item), "aliases": list(item.aliases)} for item in family.items],
    }


def _versions() -> dict[str, str]:
    return {name: version for name in VERSIONED if (version := _version(name)) is not None}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None

"""Do prompts and max_gen_toks fit the model's context? lm-eval would cut the prompt without a word."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tqdm import tqdm

log = logging.getLogger(f"lm_eval.{__name__}")  # below lm-eval's logger, whose level and format it takes


class ContextError(ValueError):
    """A prompt and max_gen_toks do not fit the model's context together."""


def token_count(lm: Any, text: str) -> int | None:  # noqa: ANN401 - lm_eval's LM classes share no tokenizer interface
    """Tokens of a text under the model's tokenizer, None where the model has none on this side."""
    if not getattr(lm, "tokenized_requests", True):
        return None  # an API model whose server tokenizes
    try:
        tokens = lm.tok_encode(text)
    except (AttributeError, NotImplementedError):
        return None
    return len(tokens) if isinstance(tokens, Sequence) and not (tokens and isinstance(tokens[0], str)) else None


def budget(lm: Any, generation_kwargs: Mapping[str, Any]) -> int:  # noqa: ANN401
    """New tokens that lm-eval will allow for each reply, whichever alias the user set."""
    from lm_eval.models.utils import normalize_gen_kwargs

    default = getattr(lm, "max_gen_toks", None)
    return int(
        normalize_gen_kwargs(dict(generation_kwargs), default if isinstance(default, int) else 256)["max_gen_toks"]
    )


def check(lm: Any, task: str, prompts: Iterable[tuple[str, str]], new_tokens: int) -> None:  # noqa: ANN401
    """Refuse a run in which lm-eval would cut a prompt.

    prompts: (where, text) pairs. Raises ContextError that names the longest prompt and every way out.
    Says so once where the model does not tell its context or its tokens (API models without a tokenizer).
    """
    try:
        limit = lm.max_length
    except (AttributeError, NotImplementedError):
        limit = None
    pairs = list(prompts)
    _check_tokenizer_truncation(lm, task, pairs)
    if not isinstance(limit, int) or token_count(lm, "1") is None:
        log.warning("%s: this model tells no context length or token count; whether prompts fit is not checked", task)
        return
    # a token stands for at least one byte, so most prompts need no tokenizer
    long = [pair for pair in pairs if len(pair[1].encode()) + 16 + new_tokens > limit]
    longest, where = 0, ""
    for name, text in tqdm(long, desc=f"{task}: do prompts fit?", delay=2, leave=False):
        count = token_count(lm, text) or 0
        if count > longest:
            longest, where = count, name
    if longest + new_tokens <= limit:
        return
    room = limit - longest
    ways = [
        "a longer context, if the model or server has one: --model_args max_length=N (hf, local-completions) "
        "or max_model_len=N (vllm)"
    ]
    if room > 0:
        ways.insert(0, f"a smaller answer budget: --gen_kwargs max_gen_toks={room}")
    raise ContextError(
        f"{task}: the longest prompt ({where}) has {longest} tokens; with max_gen_toks={new_tokens} it needs "
        f"{longest + new_tokens}, and the model's context holds {limit}. lm-eval would cut the prompt silently, "
        f"so nothing was run. Ways out: {'; '.join(ways)}; fewer exemplars: --num_fewshot."
    )


def _check_tokenizer_truncation(lm: Any, task: str, prompts: Iterable[tuple[str, str]]) -> None:  # noqa: ANN401
    """With `truncation=True` transformers cuts at the tokenizer's own limit, whatever the model's context is."""
    limit = getattr(getattr(lm, "tokenizer", None), "model_max_length", None)
    if getattr(lm, "truncation", False) is not True or not isinstance(limit, int):
        return
    for where, text in prompts:
        count = token_count(lm, text) or 0
        if count > limit:
            raise ContextError(
                f"{task}: the prompt of {where} has {count} tokens, and truncation=True would cut it to "
                f"the tokenizer's model_max_length={limit}. Nothing was run; leave it out of --model_args."
            )

"""Reply and gold -> Score: extract, read the gold, judge by the answer's type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from scorers import code, date, mathematics, name, number
from scorers.extract import MAX_ANSWER, Missing, extract
from scorers.score import Score
from scorers.verdict import UnreadError, Verdict


@dataclass(frozen=True, slots=True)
class Scorer:
    """How answers of one type are graded.

    read_gold: text -> the gold's value; raises UnreadError. judge: (answer text, golds) -> verdict; may raise it too.
    """

    read_gold: Callable[[str], Any]
    judge: Callable[[str, Sequence[Any]], Verdict]


SCORERS: Mapping[str, Scorer] = MappingProxyType(
    {
        "number": Scorer(number.read_gold, number.judge),
        "name": Scorer(name.read_gold, name.judge),
        "code": Scorer(code.read_gold, code.judge),
        "date": Scorer(date.read_gold, date.judge),
        "math": Scorer(mathematics.read_gold, mathematics.judge),
    }
)


def grade(reply: str, gold: str, scorer: str, aliases: Sequence[str] = ()) -> Score:
    """Score of one reply against a gold and texts as right as it; no reply or gold raises, an unknown scorer does.

    Raises KeyError naming the scorers there are.
    """
    if scorer not in SCORERS:
        raise KeyError(f"no scorer {scorer!r}; there are {', '.join(SCORERS)}")
    kind = SCORERS[scorer]
    try:
        golds = [kind.read_gold(_capped(text)) for text in (gold, *aliases)]
    except UnreadError as error:
        return Score("gold_error", why=f"A gold cannot be read as a {scorer}: {error.why}")
    answer = extract(reply)
    if isinstance(answer, Missing):
        return Score(answer.status, why=answer.why)
    text = answer.text
    if gold.endswith("!") and f"{text}!" in reply:
        text += "!"  # the end of a sentence loses its mark, which is a factorial where the gold is one
    try:
        verdict = kind.judge(text, golds)
    except UnreadError as error:
        verdict = Verdict(error.status, error.why)
    return Score(verdict.status, text, answer.source, verdict.why)


def _capped(gold: str) -> str:
    if len(gold) > MAX_ANSWER:
        raise UnreadError("limit", f"It is longer than {MAX_ANSWER} characters.")
    return gold

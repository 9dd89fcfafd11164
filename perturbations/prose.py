"""Which parts of a question are plain prose, free to be rewritten: not math, code, quotations or markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PROTECTED = re.compile(
    r"""
      \\begin\{(?P<environment>[A-Za-z]+\*?)\}.*?\\end\{(?P=environment)\}
    | \[asy\].*?\[/asy\]
    | ```.*?``` | `[^`\n]*`
    | \$\$(?:\\.|[^$\\])*\$\$
    | \$(?:\\.|[^$\\])*\$
    | \\\(.*?\\\) | \\\[.*?\\\]
    | \\[A-Za-z]+(?:\{[^{}]*\})*          # a command with its arguments, as in \frac{1}{2}
    | \\.                                 # an escaped sign, as in \$5
    | "[^"\n]*" | “[^”\n]*”               # a quotation is mentioned as it is written
    | https?://\S+
    """,
    re.VERBOSE | re.DOTALL,
)

SHORT_WORDS = frozenset({
    "an", "as", "at", "be", "by", "do", "he", "if", "in", "is", "it", "me", "my", "no", "of", "on", "or", "so",
    "to", "up", "us", "we",
})  # fmt: skip
"""Words of two letters that are neither a unit (cm, kg) nor a name of points (AB)."""

UNIT_SYMBOLS = frozenset({
    "amp", "amu", "atm", "bar", "bps", "btu", "cal", "deg", "dpi", "fps", "gal", "gpm", "hrs", "kcal", "kph",
    "kmh", "lbs", "lit", "mcg", "min", "mins", "mol", "mph", "pct", "psi", "qts", "rad", "rev", "rpm", "sec",
    "secs", "sqft", "tbsp", "tsp", "yds",
})  # fmt: skip
"""Symbols of three letters and more that stand for a unit and could be taken for words."""

ABBREVIATION = re.compile(r"(?i)\(?(?:(?:[a-z]\.)+|(?:mr|mrs|ms|dr|st|no|nos|vs|etc|approx|ca|prof|jr|sr|fig|eq|pp)\.)")
"""A token whose full stop ends no sentence: initials and common short forms."""


@dataclass(frozen=True, slots=True)
class Token:
    """A run of characters without white space; prose: whether it lies outside every protected span."""

    text: str
    start: int
    end: int
    prose: bool


def protected(text: str) -> list[tuple[int, int]] | None:
    """(start, end) of every protected span, None where dollar signs leave it undecided what is math."""
    matches = list(PROTECTED.finditer(text))
    if "$" in PROTECTED.sub("", text) or any(_is_money(match[0]) for match in matches):
        return None
    return [match.span() for match in matches]


def tokens(text: str) -> list[Token] | None:
    """Every token in order, None where it cannot be told which of them are math."""
    spans = protected(text)
    return None if spans is None else list(_marked(text, spans))


def protected_text(text: str) -> list[str] | None:
    """The protected spans' texts in order, for checks that compare them."""
    spans = protected(text)
    return None if spans is None else [text[start:end] for start, end in spans]


def _is_money(span: str) -> bool:
    """Whether two amounts of money, as in "$5 for bread and $3 for milk", were taken for the ends of a formula."""
    return (
        span.startswith("$") and re.search(r"[a-z]{2} +[a-z]{2}", re.sub(r"\\[a-z]+ *\{[^{}]*\}", "", span)) is not None
    )


def _marked(text: str, spans: list[tuple[int, int]]) -> Iterator[Token]:
    following = iter([*spans, (len(text), len(text) + 1)])
    start, end = next(following)
    for match in re.finditer(r"\S+", text):
        while end <= match.start():
            start, end = next(following)
        yield Token(match[0], match.start(), match.end(), prose=match.end() <= start)

"""Scorer "number": exact rational numbers in words, digits, fractions and powers of ten, with units beside them.

Decisions, each for every condition alike:
- Values are compared exactly: 0.75 is 3/4; 0.33 and "about 0.33" are not 1/3; 0.(3) and 0.333... are.
- Arithmetic left undone (3+4, 2^5, 5!, √49) is "unparseable": evaluating it would credit an echo of the question.
  A fraction of two numbers, a mixed number and a power of ten (10^6, 3×10^8) are ways to write a number.
- Two different numbers, a range, a bound ("at least 5"), a negation and ± are "incorrect"; so is an answer without
  a number. The same number twice ("5 (five)", "1/2 = 0.5") is one number, and a rounding after an exact value is
  only a comment ("1/3 ≈ 0.333").
- Units, currency signs and other words are ignored where one number stands among them; cents are told from dollars.
  A letter that may be a variable (5x, 2i) is not a unit.
- Percent: for a gold in percent, p% and p and p/100 are right. For a plain gold g, p% is right where p/100 = g, or
  where p = g > 1, which a question for a percentage asks for; so 0.5% is neither 1/2 nor 50%.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from scorers.beside import CHANGES, LEADS, OPERATIONS, check_after, check_before, unit
from scorers.canonical import canonical
from scorers.literal import Literal, literals
from scorers.number_words import NUMBER_WORDS, PARTS, number_from_words
from scorers.statement import (
    CHOICE,
    CONDITION,
    NEGATION,
    REVISION,
    predicate,
    says,
    without_lead,
    without_reason,
    words,
)
from scorers.verdict import UnreadError, Verdict


@dataclass(frozen=True, slots=True)
class Number:
    """An exact value with its kind of unit: "%", "$", "¢" or "" for any other and none. places: of a decimal."""

    value: Fraction
    unit: str = ""
    places: int | None = None


_RELATIONS = frozenset("<>≤≥≠±∓∞∅∈")
_MAGNITUDES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_APPROXIMATE = re.compile(
    r"""\s*(?:≈|,?\s*(?:or|which\ is|i\.e\.)\s+(?:approximately|about|roughly|around)\b
    |,?\s*\bapproximately\ equal\ to\b)\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_NEGATIVE = re.compile(r"\b(?:minus|negative)\s+(?=[\w.$(])", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\s*\b(dozen|hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_PART = re.compile(
    r"[\s-]*\b(halves|thirds|fourths|fifths|sixths|sevenths|eighths|ninths|tenths|hundredths)\b", re.IGNORECASE
)
_UNIT_POWER = re.compile(r"(?<=[^\W\d_])\s?\^\s?\(?-?[1-9]\)?")
_ASIDE = re.compile(r"(?<=[^\s+×*/÷^=-])\s\(([^()]*)\)(?!\s?[/÷×*^+-])")
_OR = re.compile(r"\s*,?\s+or\s+", re.IGNORECASE)
_APPOSITION = re.compile(r"\s*(?:,|—|;)\s*(?=(?:the|a|an|i)\b)", re.IGNORECASE)
_COPULA_NUMBER = re.compile(r"\b(?:is|are|was|were|equals)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"[,;](?!\d{3})|\b(?:and|or)\b", re.IGNORECASE)
_EQUALS = re.compile(r"\s*(?:=|→)\s*")


def read_gold(gold: str) -> Number:
    """Value of a gold answer; raises UnreadError where it is none."""
    return read(gold)


def judge(answer: str, golds: Sequence[Number]) -> Verdict:
    """Verdict on one extracted answer against golds of which any is right."""
    try:
        number = read(answer)
    except UnreadError as error:
        return Verdict(error.status, error.why)
    shown = f"{_shown(number.value)}{number.unit}"
    if any(_same(number, gold) for gold in golds):
        return Verdict("correct", f"The answer reads as {shown}, the gold's value.")
    return Verdict("incorrect", f"The answer reads as {shown}; the gold is {_shown(golds[0].value)}{golds[0].unit}.")


def read(text: str) -> Number:
    """The one number a text states; raises UnreadError with the status of a text that states none."""
    plain = without_reason(canonical(text))
    plain = _UNIT_POWER.sub("", _NEGATIVE.sub("-", plain))
    if _RELATIONS.intersection(plain):
        raise UnreadError("incorrect", "The answer is a relation or more than one value.")
    exact, *rounded = _APPROXIMATE.split(plain)
    if rounded and (_has_number(exact)):
        return _chain(exact)
    return _chain(" ".join((exact, *rounded)).strip())


def _chain(text: str) -> Number:
    """The value after the last equals sign; the numbers before it must be the same, or rounded to it.

    In 42 = 6×7 the value is the number that the arithmetic explains.
    """
    *steps, last = _EQUALS.split(text)
    if steps and re.fullmatch(r"[^\W\d_]", last):
        last = steps.pop()
    if any(_SEVERAL.search(step) for step in steps[1:]):
        raise UnreadError("incorrect", "The answer gives several values.")
    try:
        number = _alternatives(last)
    except UnreadError as error:
        if error.status != "unparseable" or not steps or any(char.isalpha() or char == "\\" for char in last):
            raise
        number = _alternatives(steps.pop())
    for step in steps:
        try:
            before = _alternatives(step)
        except UnreadError:
            continue
        if not _agree(before, number):
            raise UnreadError("incorrect", "The answer equates different numbers.")
        if before.value != number.value:
            number = before
    return number


def _alternatives(text: str) -> Number:
    """The number of a text without equals sign; several wordings of one number are that number."""
    asides = _ASIDE.findall(text)
    number, *others = map(_stated, _OR.split(_ASIDE.sub("", text)))
    if not all(_agree(number, other) for other in others):
        raise UnreadError("incorrect", "The answer offers a choice of numbers.")
    for aside in asides:
        _check_aside(aside, number)
    return number


def _check_aside(aside: str, main: Number) -> None:
    """A parenthesis is a comment unless it offers or states another number."""
    if says(aside, CHOICE, NEGATION, REVISION):
        raise UnreadError("incorrect", "The answer takes itself back in parentheses.")
    try:
        other = _bare(aside)
    except UnreadError:
        return
    if not _agree(main, other):
        raise UnreadError("incorrect", "The answer states two numbers.")


def _stated(text: str) -> Number:
    """The number of a statement: in its predicate, or alone before it ("42 apples is the total")."""
    text = without_lead(text)
    around = predicate(text)
    if around is None:
        return _bare(_before_apposition(text))
    subject, rest = around
    if _has_number(rest):
        return _bare(_before_apposition(rest))
    if says(rest, NEGATION, CONDITION, CHOICE) or not _STARTS_NUMBER.match(subject):
        raise UnreadError("incorrect", "The answer names no number.")
    return _bare(subject)


_STARTS_NUMBER = re.compile(r"\s*[$€£-]?\s*[\d.(]|\s*(?:" + "|".join(sorted(NUMBER_WORDS)) + r")\b", re.IGNORECASE)


def _before_apposition(text: str) -> str:
    """Without ", the sum of 20 and 22": a comment that states nothing and revises nothing."""
    match = _APPOSITION.search(text)
    if match is None or not _has_number(text[: match.start()]):
        return text
    comment = text[match.end() :]
    if says(comment, CHOICE, NEGATION, REVISION, CONDITION) or _COPULA_NUMBER.search(comment) or "=" in comment:
        return text
    return text[: match.start()]


def _has_number(text: str) -> bool:
    return any(char.isdigit() for char in text) or not NUMBER_WORDS.isdisjoint(words(text))


def _bare(text: str) -> Number:
    """One literal, or one number in words, with units and harmless words around it."""
    signed = re.sub(r"([+-])\s*[$€£¥₹]\s*(?=[\d.])", r"\1", text)
    signed = re.sub(r"([$€£¥₹])\s*-\s*(?=[\d.])", r"-\1", signed)
    if signed != text and "$" in text:
        signed += " $"
    signed = signed.replace("-$", "-")
    found = literals(signed)
    if not found:
        return _in_words(text)
    if len(found) > 1:
        _refuse_several(signed, found)
    literal = found[0]
    before, after = signed[: literal.start], signed[literal.end :]
    value = literal.value
    magnitude, part = _MAGNITUDE.match(after), _PART.match(after)
    if part:
        value /= PARTS[part[1].lower()]
        after = after[part.end() :]
    if magnitude:
        value *= _MAGNITUDES[magnitude[1].lower()]
        after = after[magnitude.end() :]
    check_before(before)
    check_after(after)
    return Number(value, unit(f"{before} {after}"), None if magnitude or part else literal.places)


def _refuse_several(text: str, found: list[Literal]) -> None:
    """Raises on more than one literal: an expression cannot be judged, a list or a range is wrong."""
    between = {text[one.end : two.start].strip() for one, two in pairwise(found)}
    signs = {text[two.start : two.start + 1] for two in found[1:]}
    if between <= {"+", "×", "*", "÷", "/", "^", "**", "x", ")(", ""} and between != {""}:
        raise UnreadError("unparseable", "The answer leaves arithmetic undone.")
    if between == {""} and "+" in signs:
        raise UnreadError("unparseable", "The answer leaves arithmetic undone.")
    raise UnreadError("incorrect", "The answer states more than one number.")


def _in_words(text: str) -> Number:
    """A number in words: seven, twenty-one, minus three, two thirds of a mile."""
    if re.search(r"[\\√π^_+×÷*=|\d]", text):
        raise UnreadError("unparseable", "The answer is an expression without a plain number.")
    negative = text.lstrip().startswith("-")
    tokens = words(text.replace("/", " "))
    places = [place for place, token in enumerate(tokens) if token in NUMBER_WORDS]
    if not places:
        raise UnreadError("incorrect", "The answer names no number.")
    start, end = places[0], places[-1] + 1
    if start and tokens[start - 1] in {"a", "an"}:
        start -= 1
    value = number_from_words(tokens[start:end])
    if value is None:
        raise UnreadError("incorrect", "The answer states no single number.")
    for token in (*tokens[:start], *tokens[end:]):
        if token in CHANGES or token in OPERATIONS:
            raise UnreadError("incorrect", f"The answer says {token!r} beside its number.")
    if any(token not in LEADS for token in tokens[:start]):
        raise UnreadError("incorrect", "The answer mentions a number among other things.")
    return Number(-value if negative else value, unit(text))


def _same(answer: Number, gold: Number) -> bool:
    if {answer.unit, gold.unit} == {"$", "¢"}:
        return answer.value * (100 if answer.unit == "$" else 1) == gold.value * (100 if gold.unit == "$" else 1)
    if gold.unit == "%":
        return answer.value == gold.value or (answer.unit != "%" and answer.value * 100 == gold.value)
    if answer.unit == "%":
        return answer.value == 100 * gold.value or (answer.value == gold.value and abs(gold.value) > 1)
    return answer.value == gold.value


def _agree(one: Number, other: Number) -> bool:
    """Whether the second number says the first again: 1/2 and 50%, or 1/3 and its rounding 0.333."""
    if one.unit != other.unit and "%" in {one.unit, other.unit}:
        return one.value * (1 if one.unit == "%" else 100) == other.value * (1 if other.unit == "%" else 100)
    return one.value == other.value or _rounds(one, other)


def _rounds(exact: Number, decimal: Number) -> bool:
    """Whether a decimal is the exact value, which is no decimal itself, to the places it shows."""
    if decimal.places is None or exact.places is not None:
        return False
    return abs(decimal.value - exact.value) <= Fraction(1, 2 * 10**decimal.places)


def _shown(value: Fraction) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:20]}... ({len(text)} characters)"

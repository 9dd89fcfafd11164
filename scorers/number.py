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

from scorers.canonical import canonical
from scorers.literal import Literal, literals
from scorers.number_words import NUMBER_WORDS, number_from_words
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
_BOUNDS = frozenset(
    "than between least most minimum maximum under above below over exceeds nearly almost except minus plus times divided".split()
)
_BESIDE = CHOICE | NEGATION | CONDITION | _BOUNDS | frozenset(("and", "wait", "but", "actually", "until", "through"))
_OPERATIONS = frozenset("pi sqrt squared cubed factorial mod modulo root half quarter log ln sin cos tan choose".split())
_LEADS = frozenset(
    "a an the about approximately approx around roughly exactly only just precisely equal equals to total of number value "
    "answer result option is are was there it they in at which that i think believe maybe probably perhaps possibly "
    "likely so therefore thus hence us usd eur gbp rs exact all altogether".split()
)
_LETTER_UNITS = frozenset("mghslLNJWVAFCB")
_GLUED_UNITS = frozenset(
    "cm mm km m kg g mg l L ml mL s ms h hr hrs min ft in yd mi lb lbs oz mph kph kmh usd eur USD EUR am pm st nd rd th "
    "years days hours minutes deg degrees x".split()
) - {"x"}
_MAGNITUDES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_APPROXIMATE = re.compile(
    r"\s*(?:≈|,?\s*(?:or|which is|i\.e\.)\s+(?:approximately|about|roughly|around)\b|,?\s*\bapproximately equal to\b)\s*", re.IGNORECASE
)
_NEGATIVE = re.compile(r"\b(?:minus|negative)\s+(?=[\w.$(])", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\s*\b(dozen|hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_UNIT_POWER = re.compile(r"(?<=[^\W\d_])\s?\^\s?\(?-?[1-9]\)?")
_BESIDE_CHARACTERS = frozenset(" .,;:?'\"°%$€£¥¢₹/-()[]—&→")
_ASIDE = re.compile(r"\(([^()]*)\)\s*$")
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
        if before.value != number.value:
            if not _rounds(before, number):
                raise UnreadError("incorrect", "The answer equates different numbers.")
            number = before
    return number


def _alternatives(text: str) -> Number:
    """The number of a text without equals sign; several wordings of one number are that number."""
    aside = _ASIDE.search(text)
    if aside and text[: aside.start()].strip() and text[aside.start() - 1] == " ":
        main = _alternatives(text[: aside.start()].strip())
        _check_aside(aside[1], main)
        return main
    choices = re.split(r"\s*,?\s+or\s+", text)
    if len(choices) > 1:
        numbers = [_stated(choice) for choice in choices]
        if any(number.value != numbers[0].value for number in numbers):
            raise UnreadError("incorrect", "The answer offers a choice of numbers.")
        return numbers[0]
    return _stated(text)


def _check_aside(aside: str, main: Number) -> None:
    """A parenthesis is a comment unless it offers or states another number."""
    if says(aside, CHOICE, NEGATION, REVISION):
        raise UnreadError("incorrect", "The answer takes itself back in parentheses.")
    try:
        other = _bare(aside)
    except UnreadError:
        return
    if other.value != main.value and not _rounds(main, other):
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
    magnitude = _MAGNITUDE.match(after)
    if magnitude:
        value *= _MAGNITUDES[magnitude[1].lower()]
        after = after[magnitude.end() :]
    _check_before(before)
    _check_after(after)
    return Number(value, _unit(f"{before} {after}"), literal.places if not magnitude else None)


def _refuse_several(text: str, found: list[Literal]) -> None:
    """Raises on more than one literal: an expression cannot be judged, a list or a range is wrong."""
    between = {text[one.end : two.start].strip() for one, two in zip(found, found[1:], strict=False)}
    signs = {text[two.start : two.start + 1] for two in found[1:]}
    if between <= {"+", "×", "*", "÷", "/", "^", "**", "x", ")(", ""} and between != {""}:
        raise UnreadError("unparseable", "The answer leaves arithmetic undone.")
    if between == {""} and "+" in signs:
        raise UnreadError("unparseable", "The answer leaves arithmetic undone.")
    raise UnreadError("incorrect", "The answer states more than one number.")


def _check_before(before: str) -> None:
    _check_characters(before)
    if before.rstrip()[-1:] in {"-", "/"}:
        raise UnreadError("unparseable", "The answer is an expression.")
    for word in words(before):
        if word in _BESIDE or word not in _LEADS:
            raise UnreadError("incorrect", f"The answer says {word!r} before its number.")
    if before[-1:].isalpha() and before.split()[-1].lower() not in {"us", "usd", "eur", "gbp", "rs"}:
        raise UnreadError("unparseable", "The answer holds a variable.")


def _check_after(after: str) -> None:
    if after[:1] in {"!", "^", "_", "(", "["} or re.match(r"\s*/(?!\s?[^\W\d_])", after):
        raise UnreadError("unparseable", "The answer is an expression.")
    _check_characters(after)
    names = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", after)
    if names and after[:1].isalpha() and names[0] not in _GLUED_UNITS:
        raise UnreadError("unparseable", f"The answer multiplies its number by {names[0]!r}.")
    for place, name in enumerate(names):
        if name.lower() in _OPERATIONS:
            raise UnreadError("unparseable", f"The answer applies {name!r} to its number.")
        if name.lower() in _BESIDE:
            raise UnreadError("incorrect", f"The answer says {name!r} after its number.")
        if len(name) == 1 and place == 0 and name not in _LETTER_UNITS and not (name in "ap" and len(names) > 1):
            raise UnreadError("unparseable", f"The answer multiplies its number by {name!r}.")


def _check_characters(beside: str) -> None:
    for char in beside:
        if not (char.isalpha() or char in _BESIDE_CHARACTERS or char == "!"):
            raise UnreadError("unparseable", f"The answer holds {char!r} beside its number.")


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
        if token in _BESIDE or token in _OPERATIONS:
            raise UnreadError("incorrect", f"The answer says {token!r} beside its number.")
    if any(token not in _LEADS for token in tokens[:start]):
        raise UnreadError("incorrect", "The answer mentions a number among other things.")
    return Number(-value if negative else value, _unit(text))


def _unit(beside: str) -> str:
    names = words(beside)
    if "%" in beside or "percent" in names or ("per" in names and "cent" in names):
        return "%"
    if "¢" in beside or not {"cent", "cents"}.isdisjoint(names):
        return "¢"
    return "$" if beside.count("$") % 2 or not {"dollar", "dollars", "usd"}.isdisjoint(names) else ""


def _same(answer: Number, gold: Number) -> bool:
    if {answer.unit, gold.unit} == {"$", "¢"}:
        return answer.value * (100 if answer.unit == "$" else 1) == gold.value * (100 if gold.unit == "$" else 1)
    if gold.unit == "%":
        return answer.value == gold.value or (answer.unit != "%" and answer.value * 100 == gold.value)
    if answer.unit == "%":
        return answer.value == 100 * gold.value or (answer.value == gold.value and abs(gold.value) > 1)
    return answer.value == gold.value


def _rounds(exact: Number, decimal: Number) -> bool:
    """Whether a decimal is the exact value, which is no decimal itself, to the places it shows."""
    if decimal.places is None or exact.places is not None:
        return False
    return abs(decimal.value - exact.value) <= Fraction(1, 2 * 10**decimal.places)


def _shown(value: Fraction) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:20]}... ({len(text)} characters)"

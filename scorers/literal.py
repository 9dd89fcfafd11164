"""Number literals in canonical text: 1,234.5, -3/4, 2 1/2, 0.1(6), 1.2×10^3. Exact, without evaluating anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from scorers.verdict import UnreadError

MAX_DIGITS = 1_000
MAX_EXPONENT = 1_000
MAX_DEPTH = 20

_DIGITS = r"(?:[1-9]\d{0,2}(?:,\d{3})+(?!\d)|[1-9]\d{0,2}(?:[ _']\d{3})+(?![\d_])|\d+)"
_DECIMAL = re.compile(
    rf"(?P<whole>{_DIGITS})?(?:(?P<point>\.)(?P<part>\d*)(?:(?:\\(?:overline|bar|dot))?\((?P<again>\d+)\)|(?P<dots>\.\.\.))?)?"
)
_TEN_POWER = re.compile(
    r"[eE](?P<glued>[+-]?\d+)(?![\w.])|\s*[×x*]\s*10\s*(?:\^|\*\*)\s*(?:\(\s*(?P<group>[+-]?\d+)\s*\)|(?P<bare>[+-]?\d+))"
)
_EXPONENT = re.compile(r"\s*(?:\^|\*\*)\s*(?:\(\s*(?P<group>[+-]?\d+)\s*\)|(?P<bare>[+-]?\d+))")
_MIXED = re.compile(r"(?:\s+|\s+and\s+)(\d+)\s*/\s*(\d+)(?![\d/.])")
_HALF = re.compile(r"\s+and\s+a\s+half\b")
_BAR = re.compile(r"\s*[/÷]\s*")
_SIGN = re.compile(r"([+-]?)\s*")
_STARTS = re.compile(r"(?:[+-]\s*)?[\d.(]")


@dataclass(frozen=True, slots=True)
class Literal:
    """A number literal: its span in the text, its exact value, and its decimal places, None if no decimal."""

    start: int
    end: int
    value: Fraction
    places: int | None


def literals(text: str) -> list[Literal]:
    """The literals of a text from left to right; raises UnreadError("limit") beyond MAX_DIGITS or MAX_EXPONENT.

    A sign belongs to a literal unless another one, a letter or a bracket stands before it. Digits of a power,
    of an index and of a name (cm^2, 52_8, H2O) are none.
    """
    found: list[Literal] = []
    at = 0
    for match in _STARTS.finditer(text):
        start = match.start()
        if start < at:
            continue
        before = _before(text, start)[-1:] if match.group()[0] in "+-" else text[start - 1 : start]
        if text[start] in "+-" and (before.isalnum() or before in {")", "°", "%"}) and before:
            start = match.end() - 1
            if start < at:
                continue
        if _continues_something(text, start):
            continue
        literal = _signed(text, start, 0)
        if literal is not None:
            found.append(literal)
            at = literal.end
    return found


def _continues_something(text: str, start: int) -> bool:
    """Whether the digits at `start` belong to what stands before them."""
    if text[start] in "+-":
        return _before(text, start)[-1:] in {"^", "_"}
    before = text[start - 1 : start]
    if before.isalpha() or before in {"^", "_"}:
        return text[start] != "("
    if before.isdigit():
        return True
    sign = _before(text, start)
    return sign[-1:] in {"^", "_"} or (sign[-1:] in {"+", "-"} and sign[-2:-1] in {"^", "_"})


def _before(text: str, start: int) -> str:
    """The few characters before a place, without the spaces between."""
    return text[max(0, start - 8) : start].rstrip()


def _signed(text: str, at: int, depth: int) -> Literal | None:
    sign = _SIGN.match(text, at)
    body = _fraction(text, sign.end() if sign else at, depth)
    if sign is None or body is None:
        return None
    return Literal(at, body.end, -body.value if sign[1] == "-" else body.value, body.places)


def _fraction(text: str, at: int, depth: int) -> Literal | None:
    """A decimal, a mixed number, or a quotient of two literals."""
    top = _atom(text, at, depth)
    if top is None:
        return None
    whole = top.places is None and top.value.denominator == 1
    mixed = _MIXED.match(text, top.end) if whole and text[at] != "(" else None
    if mixed:
        part = Fraction(_integer(mixed[1]), _divisor(_integer(mixed[2])))
        if 0 < part < 1:
            return Literal(at, mixed.end(), top.value + part, None)
    half = _HALF.match(text, top.end) if whole else None
    if half:
        return Literal(at, half.end(), top.value + Fraction(1, 2), None)
    bar = _BAR.match(text, top.end)
    bottom = _denominator(text, bar.end(), depth) if bar else None
    if bottom is None:
        return top
    return Literal(at, bottom.end, top.value / _divisor(bottom.value), None)


def _denominator(text: str, at: int, depth: int) -> Literal | None:
    sign = _SIGN.match(text, at)
    body = _atom(text, sign.end() if sign else at, depth)
    if sign is None or body is None:
        return None
    return Literal(at, body.end, -body.value if sign[1] == "-" else body.value, None)


def _divisor(value: Fraction | int) -> Fraction:
    if value == 0:
        raise UnreadError("unparseable", "The answer divides by zero.")
    return Fraction(value)


def _atom(text: str, at: int, depth: int) -> Literal | None:
    """A decimal, or a literal in parentheses."""
    if text[at : at + 1] == "(":
        if depth >= MAX_DEPTH:
            raise UnreadError("limit", f"Parentheses nest deeper than {MAX_DEPTH} in the answer.")
        inner = _signed(text, at + 1 + (text[at + 1 : at + 2] == " "), depth + 1)
        if inner is None:
            return None
        end = inner.end + (text[inner.end : inner.end + 1] == " ")
        return Literal(at, end + 1, inner.value, inner.places) if text[end : end + 1] == ")" else None
    return _decimal(text, at)


def _decimal(text: str, at: int) -> Literal | None:
    match = _DECIMAL.match(text, at)
    if match is None or not (match["whole"] or match["part"] or match["again"]):
        return None
    part, again, end = match["part"] or "", match["again"] or "", match.end()
    if match["dots"]:
        part, again = _repeating(part)
        if not again:
            raise UnreadError("unparseable", "The answer breaks off its digits, so its value is open.")
    if not part and not again and match["point"]:
        end = match.end() - 1 if text[match.end() : match.end() + 1] == "." else match.end()
    whole = _integer("".join(char for char in match["whole"] or "0" if char.isdigit()))
    value = Fraction(whole) + Fraction(_integer(part or "0"), 10 ** len(part))
    if again:
        value += Fraction(_integer(again), (10 ** len(again) - 1) * 10 ** len(part))
    return _scaled(text, Literal(at, end, value, len(part) if match["point"] and not again else None))


def _scaled(text: str, literal: Literal) -> Literal:
    """With its power of ten: 1.2e3, 1.2×10^3, 10^6."""
    match = _TEN_POWER.match(text, literal.end)
    if match:
        power = _power_of_ten(match["glued"] or match["group"] or match["bare"])
        return Literal(literal.start, match.end(), literal.value * power, None)
    match = _EXPONENT.match(text, literal.end) if literal.value == 10 and literal.places is None else None
    if match:
        return Literal(literal.start, match.end(), _power_of_ten(match["group"] or match["bare"]), None)
    return literal


def _power_of_ten(exponent: str) -> Fraction:
    if len(exponent) > 6 or abs(int(exponent)) > MAX_EXPONENT:
        raise UnreadError("limit", f"A power of ten in the answer exceeds {MAX_EXPONENT}.")
    return Fraction(10) ** int(exponent)


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise UnreadError("limit", f"A number in the answer has more than {MAX_DIGITS} digits.")
    return int(digits)


def _repeating(part: str) -> tuple[str, str]:
    """(fixed, repeating) digits of 1666 as in 0.1666...: three equal digits, or a longer block twice."""
    for length in range(1, 13):
        block = part[len(part) - length :]
        times = 3 if length == 1 else 2
        if len(part) >= times * length and part.endswith(block * times):
            fixed = part
            while fixed.endswith(block):
                fixed = fixed[:-length]
            return fixed, block
    return part, ""

"""Rewrites of golds whose label is known: other ways to write the same answer, and answers just beside it.

The rules are exact arithmetic, and text rules that keep or change a value whatever the gold. No rule looks at what a
scorer accepts. Golds that are sympy objects are in sympy_golds.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

MAX_PERIOD = 12
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def equivalents(gold: str, scorer: str) -> list[str]:
    """Texts that are as right as the gold, the gold itself first; raises KeyError on an unknown scorer."""
    return distinct([gold, *_EQUIVALENTS[scorer](gold)])


def near_misses(gold: str, scorer: str) -> list[str]:
    """Texts close to the gold that are wrong; raises KeyError on an unknown scorer."""
    return distinct(_NEAR_MISSES[scorer](gold))


def distinct(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


# Rational numbers


def _signed(value: Fraction, size: str) -> str:
    return f"-{size}" if value < 0 else size


def as_decimal(value: Fraction) -> str | None:
    """A terminating decimal written out; None where the expansion does not end."""
    rest, places = value.denominator, 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    while rest % 2 == 0 or rest % 5 == 0:
        rest, places = rest // (2 if rest % 2 == 0 else 5), places + 1
    if rest != 1:
        return None
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return _signed(value, f"{digits[: len(digits) - places]}.{digits[len(digits) - places :]}" if places else digits)


def _repeating(value: Fraction) -> tuple[str, str, str] | None:
    """Whole part, digits before the period and the period of an expansion without end; None where it is too long."""
    whole, rest = divmod(abs(value.numerator), value.denominator)
    digits, seen = "", {}
    while rest and rest not in seen:
        seen[rest] = len(digits)
        digit, rest = divmod(10 * rest, value.denominator)
        digits += str(digit)
    if not rest or len(digits) - seen[rest] > MAX_PERIOD:
        return None
    return _signed(value, str(whole)), digits[: seen[rest]], digits[seen[rest] :]


def _integer_forms(value: int) -> list[str]:
    size = abs(value)
    forms = [f"{value}.", f"{value}.0", f"{value}/1", f"\\frac{{{2 * value}}}{{2}}", str(value).translate(_FULL_WIDTH)]
    if value >= 0:
        forms.append(f"+{value}")
    if value < 0:
        forms += [f"\u2212{size}", f"({value})", f"minus {size}"]
    if size >= 1000:
        forms += [f"{value:,}", f"{value:,}".replace(",", "{,}"), f"{value:,}".replace(",", "\\,")]
    if 0 <= value < len(_WORDS):
        forms += [_WORDS[value], _WORDS[value].title()]
    if value and value % 10 == 0:
        zeros = len(str(size)) - len(str(size).rstrip("0"))
        forms += [f"{value // 10**zeros} \\times 10^{{{zeros}}}", f"{value // 10**zeros}e{zeros}"]
    return forms


def _fraction_forms(value: Fraction) -> list[str]:
    top, bottom = abs(value.numerator), value.denominator
    forms = [_signed(value, f"\\{name}{{{top}}}{{{bottom}}}") for name in ("frac", "dfrac", "tfrac")]
    forms += [
        f"\\frac{{{value.numerator}}}{{{bottom}}}",
        f"\\frac{{{3 * value.numerator}}}{{{3 * bottom}}}",
        f"{2 * value.numerator}/{2 * bottom}",
        f"{value.numerator} / {bottom}",
        _signed(value, f"\\left(\\frac{{{top}}}{{{bottom}}}\\right)"),
        f"{{{value.numerator} \\over {bottom}}}",
    ]
    if top < 10 and bottom < 10:
        forms.append(_signed(value, f"\\frac{top}{bottom}"))
    whole, rest = divmod(top, bottom)
    if whole:
        forms += [_signed(value, f"{whole}\\frac{{{rest}}}{{{bottom}}}"), _signed(value, f"{whole} {rest}/{bottom}")]
    repeating = _repeating(value)
    if repeating:
        start, fixed, period = repeating
        forms += [f"{start}.{fixed}\\overline{{{period}}}", f"{start}.{fixed}({period})"]
    return forms


def _rational_forms(value: Fraction) -> list[str]:
    forms = _integer_forms(value.numerator) if value.denominator == 1 else _fraction_forms(value)
    decimal = as_decimal(value)
    if decimal and value.denominator > 1:
        forms += [decimal, f"{decimal}0", decimal.replace("0.", ".", 1) if abs(value) < 1 else ""]
    return [*forms, f"x = {value}", f"{{{value}}}", f"\\text{{{value}}}"]


def _rational_misses(value: Fraction) -> list[str]:
    top, bottom = value.numerator, value.denominator
    others = [value + 1, value - 1, value * 10, Fraction(top, bottom + 1), Fraction(top + 1, bottom), -value]
    others += [1 / value] if value else []
    text = str(value)
    others += [value + Fraction(1, 1000), Fraction(f"{text[:-1]}{(int(text[-1]) + 1) % 10 or 1}")]
    misses = [str(other) for other in others if other != value]
    misses += [_latex(other) for other in others[:6] if other != value]
    misses += [f"{value} or {value + 1}", f"not {value}", f"{value}, {value + 1}", f"x > {value}"]
    if as_decimal(value) is None:
        misses += [f"{float(value):.{places}f}" for places in (1, 2, 3, 4)] + [f"\\approx {float(value):.3f}"]
    return misses


def _latex(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value)
    return _signed(value, f"\\frac{{{abs(value.numerator)}}}{{{value.denominator}}}")


# Names, codes and dates


def _name_forms(gold: str) -> list[str]:
    plain = unicodedata.normalize("NFD", gold)
    accentless = "".join(char for char in plain if not unicodedata.combining(char))
    forms = [gold.lower(), gold.upper(), plain, accentless, f"{gold}.", f"\u201c{gold}\u201d", f"\\text{{{gold}}}"]
    return [*forms, f"\\mathrm{{{gold}}}" if gold.isalpha() else "", f"  {gold} ", gold.replace(" ", "\u00a0")]


def _name_misses(gold: str) -> list[str]:
    misses = [f"{gold}-Xanadu", f"Upper {gold}", f"not {gold}", f"{gold} or Xanadu", f"Xanadu or {gold}", "Xanadu"]
    return [*misses, f"{gold}, no, Xanadu", f"{gold} and Xanadu", f"{gold}x", f"Xanadu, not {gold}"]


def _code_forms(gold: str) -> list[str]:
    forms = [f"{gold}.", f'"{gold}"', f"\\text{{{gold}}}", f"({gold})", f"the code {gold}"]
    if gold.isupper() and gold.isalpha() and len(gold) > 2:
        forms += [gold.lower(), gold.title()]
    return forms


def _code_misses(gold: str) -> list[str]:
    last = gold[-1]
    other = str((int(last) + 1) % 10) if last.isdigit() else ("b" if last.islower() else "B")
    other = other if other != last else other.replace("b", "c").replace("B", "C")
    changed = gold[:-1] + other
    misses = [changed, f"{gold}{other}", f"{gold} or {changed}", f"not {gold}", f"{changed}, not {gold}"]
    if gold.startswith(("0", "+")):
        misses.append(gold[1:])
    return [*misses, gold[:-1] if len(gold) > 1 else "", gold.lower() if len(gold) == 2 and gold.isupper() else ""]


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 11 <= day % 100 <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _date_forms(gold: str) -> list[str]:
    day = date.fromisoformat(gold)
    month = MONTHS[day.month - 1]
    forms = [
        f"{day.day} {month} {day.year:04d}",
        f"{month} {day.day}, {day.year:04d}",
        f"{month} {_ordinal(day.day)}, {day.year:04d}",
        f"the {_ordinal(day.day)} of {month} {day.year:04d}",
        f"{day.day} {month[:3]} {day.year:04d}",
        f"{day.year:04d}/{day.month}/{day.day}",
        f"{WEEKDAYS[day.weekday()]}, {day.day} {month} {day.year:04d}",
        f"\\text{{{month} {day.day}, {day.year:04d}}}",
    ]
    if day.day > 12:
        forms += [f"{day.day}.{day.month}.{day.year:04d}", f"{day.month}/{day.day}/{day.year:04d}"]
    return forms


def _date_misses(gold: str) -> list[str]:
    day = date.fromisoformat(gold)
    others = [day + timedelta(days=shift) for shift in (1, -1, 7, 30, -31, 366, -365)]
    if day.day <= 12 and day.day != day.month:
        others.append(date(day.year, day.day, day.month))
    misses = [other.isoformat() for other in others]
    misses += [f"{other.day} {MONTHS[other.month - 1]} {other.year:04d}" for other in others]
    return [*misses, f"{gold} or {others[0].isoformat()}", f"not {gold}", gold[:7], f"before {gold}"]


# Mathematics: rules on the text of a gold

_OPENING = {"(": ")", "[": "]", "\\{": "\\}"}
_THOUSANDS = re.compile(r"\d,(?:\\! ?)?\d{3}(?!\d)")
_ALLOWED = re.compile(r"[0-9a-z+\-*/^_(){}\\., !|=<>\[\]A-Z]*")


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of a gold with top-level commas: opening and closing bracket ("" for a bare list), elements."""

    opening: str
    closing: str
    elements: tuple[str, ...]


def parts(gold: str) -> Parts | None:
    """A tuple, set, interval or list taken apart; None for a gold without a top-level comma."""
    text = gold.replace("\\left", "").replace("\\right", "").strip()
    opening, closing = _brackets(text)
    inner = text[len(opening) : len(text) - len(closing)]
    elements = _split(inner)
    return Parts(opening, closing, tuple(elements)) if len(elements) > 1 else None


def _brackets(text: str) -> tuple[str, str]:
    """The brackets around the whole of a text, ("", "") where there are none."""
    opening = next((mark for mark in ("\\{", "(", "[") if text.startswith(mark)), "")
    closing = next((mark for mark in ("\\}", ")", "]") if text.endswith(mark)), "")
    if not opening or not closing or (opening == "\\{") != (closing == "\\}"):
        return "", ""
    depth = 0
    for at in range(len(text) - 1):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if depth == 0 and text[at] != "\\":
            return "", ""
    return opening, closing


def _split(text: str) -> list[str]:
    """The text between its commas outside brackets and between groups of three digits."""
    depth, pieces = 0, [""]
    for at, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0 and not _THOUSANDS.match(text, max(at - 1, 0)):
            pieces.append("")
        else:
            pieces[-1] += char
    return [piece.strip() for piece in pieces]


def _rational(text: str) -> Fraction | None:
    return Fraction(text) if re.fullmatch(r"-?\d+(/[1-9]\d*|\.\d+)?", text) else None


def _respelled(gold: str) -> list[str]:
    """Other spellings of the same LaTeX: its value is untouched, whatever it is."""
    forms = [
        gold.replace("\\frac", "\\dfrac"),
        gold.replace("\\frac", "\\tfrac"),
        gold.replace("-", "\u2212"),
        gold.replace("\\pi", "π"),
        gold.replace(" ", "  "),
        f"\\displaystyle {gold}",
        f"\\,{gold}\\;",
        f"{gold}.",
    ]
    bare = gold.replace("\\left", "").replace("\\right", "")
    forms += [re.sub(r"\\sqrt\{(\d+)\}", r"√\1", gold), re.sub(r"\\sqrt\{(\d)\}", r"\\sqrt\1", gold), bare]
    forms.append(re.sub(r"(?<![\\a-z])([(\[])", r"\\left\1", bare).replace(")", "\\right)").replace("]", "\\right]"))
    return forms


def _math_forms(gold: str) -> list[str]:
    value = _rational(gold)
    if value is not None:
        return [
            *_rational_forms(value),
            f"{value + 3} - 3",
            f"\\frac{{{7 * value.numerator}}}{{{7 * value.denominator}}}",
        ]
    found = parts(gold)
    if found is None:
        return [*_respelled(gold), *_value_forms(gold)]
    forms = _respelled(gold)
    if found.opening in {"", "\\{"}:
        around = [*reversed(found.elements)], [*found.elements[1:], found.elements[0]]
        forms += [found.opening + ", ".join(order) + found.closing for order in around]
        forms += [
            "\\{" + ", ".join(found.elements) + "\\}",
            ", ".join(found.elements[:-1]) + " and " + found.elements[-1],
        ]
    return forms


def _value_forms(gold: str) -> list[str]:
    """Forms of one value or expression; none for what is text, an equation or an inequality."""
    if not is_value(gold):
        return []
    whole = f"\\left({gold}\\right)"
    return [whole, f"\\frac{{2{whole}}}{{2}}", f"-(-({gold}))", f"{gold} + 0", f"1 \\cdot {whole}"]


def is_value(gold: str) -> bool:
    """Whether a gold is one expression, on which arithmetic makes sense."""
    structured = re.search(
        r"[=<>]|\\(?:le|ge|text|mbox|cup|in|pm|begin|infty|emptyset|mathbb)(?![a-z])|\\[{}]|\[|_\{?\d|,", gold
    )
    return not structured and parts(gold) is None and _ALLOWED.fullmatch(gold) is not None


def _math_misses(gold: str) -> list[str]:
    value = _rational(gold)
    if value is not None:
        return _rational_misses(value)
    found = parts(gold)
    if found is None:
        return _value_misses(gold)
    first, *rest = found.elements
    changed = [[f"{first} + 1", *rest]] if "\\infty" not in first and is_value(first) else []
    changed.append([first, *rest, "987"])
    if len(rest) > 1:
        changed.append([first, *rest[:-1]])
    if found.opening in {"(", "["} and len(set(found.elements)) > 1:
        changed.append([*rest, first])
    return [found.opening + ", ".join(elements) + found.closing for elements in changed]


def _value_misses(gold: str) -> list[str]:
    if not is_value(gold):
        return []
    whole = f"\\left({gold}\\right)"
    misses = [f"{gold} + 1", f"{gold} - \\frac{{1}}{{1000}}", f"2{whole}", f"-{whole}", f"\\frac{{{gold}}}{{10}}"]
    return [*misses, f"{gold}, 987", f"{gold} + 987z"]


_EQUIVALENTS: dict[str, Callable[[str], list[str]]] = {
    "number": lambda gold: _rational_forms(Fraction(gold)),
    "name": _name_forms,
    "code": _code_forms,
    "date": _date_forms,
    "math": _math_forms,
}
_NEAR_MISSES: dict[str, Callable[[str], list[str]]] = {
    "number": lambda gold: _rational_misses(Fraction(gold)),
    "name": _name_misses,
    "code": _code_misses,
    "date": _date_misses,
    "math": _math_misses,
}

SCORERS = tuple(_EQUIVALENTS)
"""The scorers whose golds can be rewritten."""

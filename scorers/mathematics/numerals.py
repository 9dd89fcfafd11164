"""Number tokens -> exact values."""

from __future__ import annotations

from fractions import Fraction

from scorers.mathematics.syntax import Num
from scorers.verdict import UnreadError

MAX_DIGITS = 1_000
MAX_EXPONENT = 1_000

_NAMES = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
BASES = {
    **{name: base for base, name in enumerate(_NAMES.split(), start=2)},
    "binary": 2,
    "octal": 8,
    "decimal": 10,
    "hexadecimal": 16,
    "hex": 16,
}
"""Bases in words."""


def numeral(text: str) -> Num:
    """Value of 12, 1.25, 1.5e-3, 0.1(6), 0.333...; raises UnreadError on open digits and beyond the limits."""
    if text.isdigit() and len(text) < 20:
        return Num(Fraction(int(text)))
    if len(text) > MAX_DIGITS:
        raise UnreadError("limit", f"A number in the answer has more than {MAX_DIGITS} digits.")
    body, _, exponent = text.partition("e")
    if len(exponent) > 5 or (exponent and abs(int(exponent)) > MAX_EXPONENT):
        raise UnreadError("limit", f"A power of ten in the answer exceeds {MAX_EXPONENT}.")
    whole, point, part = body.partition(".")
    fixed, again = _split(part)
    value = Fraction(int(f"{whole}{fixed}" or "0"), 10 ** len(fixed))
    if again:
        value += Fraction(int(again), (10 ** len(again) - 1) * 10 ** len(fixed))
    scaled = value * Fraction(10) ** int(exponent or 0)
    return Num(scaled, len(fixed) if point and fixed and not again and not exponent else None)


def _split(part: str) -> tuple[str, str]:
    """(fixed, repeating) digits after the point."""
    if part.endswith("..."):
        digits = part[:-3]
        for length in range(1, 13):
            times = 3 if length == 1 else 2
            block = digits[len(digits) - length :]
            if len(digits) >= times * length and digits.endswith(block * times):
                while digits.endswith(block):
                    digits = digits[:-length]
                return digits, block
        raise UnreadError("unparseable", "The answer breaks off its digits, so its value is open.")
    if part.startswith("~") or "~" in part:
        fixed, _, again = part.partition("~")
        again = again.strip("()")
        return fixed[: len(fixed) - 1], again
    fixed, _, again = part.partition("(")
    return fixed, again.rstrip(")")

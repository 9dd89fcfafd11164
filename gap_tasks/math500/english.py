"""Numbers in English: words, ordinals, plurals, articles."""

from __future__ import annotations

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_SMALL_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_TENS = {30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}

CARDINALS = {**dict(enumerate(_SMALL)), **_TENS}
ORDINALS = dict(enumerate(_SMALL_ORDINALS))
"""Number -> its word: 0 to 20 and the tens; 0 to 20."""


def cardinal(n: int) -> str:
    """A number from 0 to 99 in words: "forty-two"; raises KeyError beyond."""
    if n in CARDINALS:
        return CARDINALS[n]
    return f"{CARDINALS[n - n % 10]}-{CARDINALS[n % 10]}"


def ordinal_word(n: int) -> str:
    """An ordinal from 0 to 20 in words: "third"; raises KeyError beyond."""
    return ORDINALS[n]


def suffix(n: int) -> str:
    """What follows the digits of an ordinal: "st", "nd", "rd" or "th"."""
    if n % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def ordinal(n: int) -> str:
    """An ordinal in digits: "21st"."""
    return f"{n}{suffix(n)}"


def plural(n: int, one: str, many: str = "") -> str:
    """The noun for n of a thing, without the number: plural(1, "bag") is "bag", plural(3, "bag") is "bags"."""
    return one if n == 1 else many or f"{one}s"


def article(n: int) -> str:
    """The indefinite article before a number in digits or in words: "an" before 8, 11, 18 and the eighties."""
    digits = str(n)
    return "an" if digits[0] == "8" or (digits[:2] in ("11", "18") and len(digits) % 3 == 2) else "a"

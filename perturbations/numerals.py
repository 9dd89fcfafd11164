"""Integers to English words, and a parser of such words that shares nothing with the speller."""

from __future__ import annotations

import re

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = (
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip


def spell(number: int) -> str:
    """Words of an integer from 0 to 999, without "and": 125 is one hundred twenty-five; raises ValueError."""
    if not 0 <= number <= 999:
        raise ValueError(f"{number} is not from 0 to 999")
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{TENS[tens]}-{SMALL[ones]}" if ones else TENS[tens]
    hundreds, rest = divmod(number, 100)
    return f"{SMALL[hundreds]} hundred" + (f" {spell(rest)}" if rest else "")


_VALUES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

NUMBER_WORDS = frozenset({*_VALUES, *_SCALES})

_ONE = "one|two|three|four|five|six|seven|eight|nine"
_TEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TY = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_BELOW_100 = f"(?:(?:{_TY})(?:-(?:{_ONE}))?|{_TEEN}|{_ONE})"
_SPELLED = re.compile(rf"(?i)(?<![\w-])(?:zero|(?:(?:{_ONE}) hundred(?: {_BELOW_100})?|{_BELOW_100}))(?![\w])")


def figures(text: str) -> str:
    """The text with every spelled integer below 1000 in figures; adjacent numbers stay apart: "two five" is 2 5."""
    return _SPELLED.sub(lambda found: str(_value(found[0])), text)


def _value(words: str) -> int:
    total = 0
    for word in re.split("[ -]", words.lower()):
        total = total * 100 if word == "hundred" else total + _VALUES[word]
    return total

"""English number words -> exact values."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENTHS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
_FIRSTS = "first second third fourth fifth sixth seventh eighth ninth"
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"

_SMALL = {"zero": 0, **{word: value for value, word in enumerate(f"{_UNITS} {_TEENS}".split(), start=1)}}
_TENS = {word: 10 * value for value, word in enumerate(_ROUND.split(), start=2)}
ORDINALS = {
    **{word: day for day, word in enumerate(f"{_FIRSTS} {_TENTHS}".split(), start=1)},
    **{f"twenty-{word}": 20 + day for day, word in enumerate(_FIRSTS.split(), start=1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""The days of a month in words."""

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
PARTS = {**_PARTS, "halves": 2, **{f"{word}s": value for word, value in _PARTS.items() if word != "half"}}
NUMBER_WORDS = frozenset((*_SMALL, *_TENS, *SCALES, *PARTS, "hundred", "dozen"))


def number_from_words(spoken: Sequence[str]) -> Fraction | None:
    """Value of one number in words, such as twenty one, two thirds, three and a half; None if it is none or two."""
    spoken = [word for word in spoken if word != "-"]
    if spoken[-3:] == ["and", "a", "half"]:
        whole = _cardinal(spoken[:-3])
        return None if whole is None else whole + Fraction(1, 2)
    if spoken and spoken[-1] in PARTS and "and" in spoken:
        split = len(spoken) - 1 - spoken[::-1].index("and")
        whole, part = _cardinal(spoken[:split]), number_from_words(spoken[split + 1 :])
        if whole is not None and part is not None and 0 < part < 1:
            return whole + part
    if spoken and spoken[-1] in PARTS:
        count = 1 if spoken[:-1] in ([], ["a"], ["an"]) else _cardinal(spoken[:-1])
        return None if count is None else Fraction(count, PARTS[spoken[-1]])
    value = _cardinal(spoken)
    return None if value is None else Fraction(value)


def _cardinal(spoken: Sequence[str]) -> int | None:
    """Zero to the trillions; each word must fit what stands before it, so "one two" is no number."""
    total, group, scale = 0, 0, 10**15
    empty = True
    for place, word in enumerate(spoken):
        if word == "and" and not empty and place + 1 < len(spoken):
            continue
        if word == "a" and place + 1 < len(spoken) and spoken[place + 1] in {"hundred", "dozen", *SCALES}:
            value = _below_hundred("one", group)
        elif word == "hundred":
            value = 100 * group if 0 < group < 100 else None
        elif word == "dozen":
            value = 12 * max(group, 1) if not total and group < 100 else None
        elif word in SCALES:
            value = None if not group or SCALES[word] >= scale else 0
            total += group * SCALES[word]
            scale = SCALES[word]
        else:
            value = _below_hundred(word, group)
        if value is None or (word in _SMALL and word == "zero" and len(spoken) > 1):
            return None
        group, empty = value, False
    return None if empty else total + group


def _below_hundred(word: str, group: int) -> int | None:
    """The group with a unit or a ten added, None where its place is taken."""
    if word in _TENS:
        return group + _TENS[word] if group % 100 == 0 else None
    if word in _SMALL:
        free = group % 100 == 0 or (_SMALL[word] < 10 and group % 100 >= 20 and group % 10 == 0)
        return group + _SMALL[word] if free else None
    return None

"""English number words -> exact values."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
PARTS = {**_PARTS, "halves": 2, **{f"{word}s": value for word, value in _PARTS.items() if word != "half"}}
NUMBER_WORDS = frozenset((*_SMALL, *_TENS, *SCALES, *PARTS, "hundred", "dozen"))


def number_from_words(tokens: Sequence[str]) -> Fraction | None:
    """Value of one number in words, such as twenty one, two thirds, three and a half; None if it is none or two."""
    tokens = [token for token in tokens if token != "-"]
    if tokens[-3:] == ["and", "a", "half"]:
        whole = _cardinal(tokens[:-3])
        return None if whole is None else whole + Fraction(1, 2)
    if tokens and tokens[-1] in PARTS:
        count = 1 if tokens[:-1] in ([], ["a"], ["an"]) else _cardinal(tokens[:-1])
        return None if count is None else Fraction(count, PARTS[tokens[-1]])
    value = _cardinal(tokens)
    return None if value is None else Fraction(value)


def _cardinal(tokens: Sequence[str]) -> int | None:
    """Zero to the trillions; each word must fit what stands before it, so "one two" is no number."""
    total, group, scale = 0, 0, 10**15
    empty = True
    for place, token in enumerate(tokens):
        if token == "and" and not empty and place + 1 < len(tokens):
            continue
        if token == "a" and place + 1 < len(tokens) and tokens[place + 1] in {"hundred", "dozen", *SCALES}:
            value = _below_hundred("one", group)
        elif token == "hundred":
            value = 100 * group if 0 < group < 100 else None
        elif token == "dozen":
            value = 12 * max(group, 1) if not total and group < 100 else None
        elif token in SCALES:
            value = None if not group or SCALES[token] >= scale else 0
            total += group * SCALES[token]
            scale = SCALES[token]
        else:
            value = _below_hundred(token, group)
        if value is None or (token in _SMALL and token == "zero" and len(tokens) > 1):
            return None
        group, empty = value, False
    return None if empty else total + group


def _below_hundred(token: str, group: int) -> int | None:
    """The group with a unit or a ten added, None where its place is taken."""
    if token in _TENS:
        return group + _TENS[token] if group % 100 == 0 else None
    if token in _SMALL:
        free = group % 100 == 0 or (_SMALL[token] < 10 and group % 100 >= 20 and group % 10 == 0)
        return group + _SMALL[token] if free else None
    return None

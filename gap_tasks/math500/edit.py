"""Edits of a published text: which fragments change, and into what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from gap_tasks.math500.english import CARDINALS, ORDINALS

_PLACES = re.compile(r"(?P<fragment>.+)@(?P<places>\d+(?:,\d+)*)", re.DOTALL)
_WORD_VALUES = {word: str(value) for words in (CARDINALS, ORDINALS) for value, word in words.items()}
_NUMBERS = re.compile(
    r"[0-9]+|" + "|".join(rf"\b{word}\b" for word in sorted(_WORD_VALUES, key=len, reverse=True)), re.IGNORECASE
)


class EditError(ValueError):
    """A fragment does not stand in the text, or two edits overlap."""


def edited(text: str, edits: Mapping[str, object]) -> str:
    """The text with every fragment replaced by what it is mapped to, all at once.

    A fragment stands for each of its occurrences as a whole: "5" is not found in 15, 5.2 or 1,005, nor "x" in
    "max" or "\\xi"; "5@2" is its second occurrence only, "5@1,3" its first and third.
    Raises EditError where one is missing or two overlap.
    """
    spots: list[tuple[int, int, str]] = []
    for key, value in edits.items():
        fragment, places = _split(key)
        found = _occurrences(text, fragment)
        if not found or places[-1:] > (len(found),):
            raise EditError(f"{fragment!r} occurs {len(found)} times, {key!r} asks for more")
        wanted = [found[place - 1] for place in places] if places else found
        spots += [(start, start + len(fragment), str(value)) for start in wanted]
    spots.sort()
    parts, end = [], 0
    for start, stop, value in spots:
        if start < end:
            raise EditError(f"two edits overlap at {text[start:stop]!r}")
        parts += [text[end:start], value]
        end = stop
    return "".join((*parts, text[end:]))


def fragment_of(key: str) -> str:
    """The fragment that a key of the edits names, without its places."""
    return _split(key)[0]


@lru_cache(maxsize=8192)
def _split(key: str) -> tuple[str, tuple[int, ...]]:
    match = _PLACES.fullmatch(key)
    if match is None:
        return key, ()
    return match["fragment"], tuple(sorted(map(int, match["places"].split(","))))


@lru_cache(maxsize=8192)
def _occurrences(text: str, fragment: str) -> tuple[int, ...]:
    before = ""
    if fragment[0].isdigit():
        before = r"(?<![0-9])(?<![0-9]\.)(?<![0-9],(?=[0-9]{3}(?![0-9])))"
    elif fragment[0].isalpha():
        before = r"(?<![A-Za-z\\])"
    after = ""
    if fragment[-1].isdigit():
        after = r"(?![0-9])(?!\.[0-9])(?!,[0-9]{3}(?![0-9]))"
    elif fragment[-1].isalpha():
        after = r"(?![A-Za-z])"
    return tuple(match.start() for match in re.finditer(before + re.escape(fragment) + after, text))


@lru_cache(maxsize=65536)
def number_lengths(text: str) -> tuple[int, ...]:
    """Digits of every number of a text in order, number words ("twelve", "third") included."""
    return tuple(len(_WORD_VALUES.get(number.lower(), number)) for number in _NUMBERS.findall(text))


def grows(old: str, new: str) -> bool:
    """Whether a number of the new fragment has more digits than the old one has in its place.

    Where the fragments hold different counts of numbers (a coefficient 1 is not written), places do not correspond,
    and no number may be longer than the longest.
    """
    was, now = number_lengths(old), number_lengths(new)
    if len(was) != len(now):
        return max(now, default=0) > max(was, default=1)
    return any(length > most for length, most in zip(now, was, strict=True))

"""Several boxes that are one answer: what joins them, and the names that stand before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

MAX_BETWEEN = 120

_DELIMITERS = re.compile(r"\\[()\[\]]|[$*]")
_LABEL = re.compile(
    r"(?<![A-Za-z\\])((?:\\[A-Za-z]{2,8}|[A-Za-z])(?:_\{?\w{1,3}\}?|'|\([A-Za-z\d]\))?)\s{0,4}&?=\s{0,4}&?\s{0,4}\Z"
)
_PIECE = re.compile(r"\\(?:q?quad|text|textrm|textbf|mbox|mathrm)(?![A-Za-z])|\\[,;:!\\ ~]?|[\s.{}()\[\]~&]+")
_JOINS = frozenset(("and", "or", ",", ";"))
_SILENT = frozenset(("equivalently",))

Box = tuple[int, int, int]
"""Places of a box's command, of its content and of the content's end."""


def are_joined(between: str) -> bool:
    """Whether the text between two boxes makes them one answer: and, or, a comma, with markup and a name."""
    return len(between) <= MAX_BETWEEN and _joins(between) is not None


def joined(text: str, boxes: Sequence[Box]) -> str:
    """The contents of joined boxes as one list; with their names where every box has one before it."""
    contents = [text[start:end] for _, start, end in boxes]
    starts = [max(0, boxes[0][0] - MAX_BETWEEN), *(before[2] + 1 for before in boxes[:-1])]
    labels = [_label(text[start : box[0]]) for start, box in zip(starts, boxes, strict=True)]
    if all(labels) and not any("=" in content for content in contents):
        contents = [f"{label} = {content}" for label, content in zip(labels, contents, strict=True)]
    answer = contents[0]
    for (before, box), content in zip(pairwise(boxes), contents[1:], strict=True):
        words = _joins(text[before[2] + 1 : box[0]]) or frozenset()
        answer += (" or " if "or" in words else ", ") + content
    return answer


def _label(before: str) -> str:
    label = _LABEL.search(_DELIMITERS.sub(" ", before))
    return label[1] if label else ""


def _joins(between: str) -> frozenset[str] | None:
    """The words and signs that join; None where there are none, or other words."""
    plain = _DELIMITERS.sub(" ", between)
    label = _LABEL.search(plain)
    plain = plain[: label.start()] if label else plain
    words = frozenset(_PIECE.sub(" ", plain.replace(",", " , ").replace(";", " ; ")).lower().split())
    return words if words & _JOINS and words <= _JOINS | _SILENT else None

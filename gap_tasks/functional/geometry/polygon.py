"""Polygons by the coordinates of their corners."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gap_tasks.functional.problem import Number

Point = tuple[Number, Number]


def shoelace(corners: Sequence[Point]) -> Fraction:
    """Area of a simple polygon from its corners in order."""
    turns = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(Fraction(sum(x * v - u * y for (x, y), (u, v) in turns), 2))

"""Counting and probability, level 3."""

from __future__ import annotations

from itertools import product
from math import comb

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=3, source="own", right=ints(4, 8), up=ints(4, 8), across=ints(1, 6), high=ints(1, 6))
def paths_through_point(right: int = 6, up: int = 5, across: int = 2, high: int = 3) -> Answer:
    """Number of shortest grid paths through a given point."""
    require(across < right and high < up)
    return Answer(
        f"A robot goes from the point $(0, 0)$ to the point $({right}, {up})$ in steps, each of them one unit to the "
        f"right or one unit up. How many of its possible paths pass through the point $({across}, {high})$?",
        comb(across + high, high) * comb(right - across + up - high, up - high),
    )


@paths_through_point.check
def _(right: int, up: int, across: int, high: int) -> int:
    def allowed(x: int, y: int) -> bool:
        return (x <= across and y <= high) or (x >= across and y >= high)

    ways = {(0, 0): 1}
    for x, y in product(range(right + 1), range(up + 1)):
        if (x, y) != (0, 0):
            ways[x, y] = (ways.get((x - 1, y), 0) + ways.get((x, y - 1), 0)) * allowed(x, y)
    return ways[right, up]

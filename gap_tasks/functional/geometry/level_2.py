"""Geometry, level 2."""

from __future__ import annotations

from gap_tasks.functional.geometry.polygon import shoelace
from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=2, source="own", short=ints(10, 40), long=ints(12, 60), height=ints(5, 30))
def trapezoid_height(short: int = 14, long: int = 26, height: int = 18) -> Answer:
    """Height of a trapezoid with given parallel sides and area [cm]."""
    require(long > short and (short + long) % 2 == 0)
    area = (short + long) * height // 2
    return Answer(
        f"The parallel sides of a trapezoid are {short} cm and {long} cm long, and its area is {area} square "
        "centimeters. What is the distance between the parallel sides, in centimeters?",
        height,
    )


@trapezoid_height.check
def _(printed: list[int]) -> int:
    short, long, area = printed
    (height,) = (h for h in range(1, 200) if shoelace([(0, 0), (long, 0), (short + 1, h), (1, h)]) == area)
    return height

"""Geometry, level 1."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem


@problem(level=1, source="own", width=ints(4, 9), length=ints(12, 40))
def perimeter_from_area(width: int = 8, length: int = 34) -> Answer:
    """Perimeter of a rectangle with a given side and area [cm]."""
    return Answer(
        f"A rectangle is {width} cm wide and has an area of {width * length} square centimeters. "
        "What is its perimeter, in centimeters?",
        2 * (width + length),
    )


@perimeter_from_area.check
def _(printed: list[int]) -> int:
    width, area = printed
    (other,) = (side for side in range(1, area + 1) if width * side == area)
    return width + other + width + other

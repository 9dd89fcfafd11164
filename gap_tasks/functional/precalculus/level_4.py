"""Precalculus, level 4."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=4, source="own", x=ints(2, 9), y=ints(2, 9), slope=ints(2, 9))
def reflected_point(x: int = 9, y: int = 4, slope: int = 6) -> Answer:
    """Coordinate of a point's mirror image in a line through the origin."""
    # Points that land left of the y-axis: one sign for every answer, and no point on the line.
    require((slope * slope - 1) * x > 2 * slope * y)
    return Answer(
        f"The point $({x}, {y})$ is reflected across the line $y = {slope}x$. What is the $x$-coordinate of its image?",
        Fraction((1 - slope * slope) * x + 2 * slope * y, 1 + slope * slope),
    )


@reflected_point.check
def _(x: int, y: int, slope: int) -> Fraction:
    # The foot of the perpendicular lies halfway between the point and its image.
    intercept = y + Fraction(x, slope)
    foot = intercept / (slope + Fraction(1, slope))
    return 2 * foot - x

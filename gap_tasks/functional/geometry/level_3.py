"""Geometry, level 3."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.functional.geometry.polygon import shoelace
from gap_tasks.functional.problem import Answer, ints, problem


@problem(level=3, source="own", upper=ints(2, 7), lower=ints(2, 9), unit=ints(1, 24))
def area_below_parallel(upper: int = 2, lower: int = 5, unit: int = 14) -> Answer:
    """Part of a triangle's area on the far side of a parallel to one of its sides."""
    area = unit * upper * upper
    return Answer(
        "Point $D$ lies on side $AB$ of triangle $ABC$ and point $E$ lies on side $AC$, and $DE$ is parallel to $BC$. "
        f"If $AD = {upper}$, $DB = {lower}$ and the area of triangle $ADE$ is {area}, what is the area of "
        "quadrilateral $DBCE$?",
        unit * (upper + lower) ** 2 - area,
    )


@area_below_parallel.check
def _(printed: list[int]) -> Fraction:
    upper, lower, area = printed
    # A right angle at A and the side AB on an axis: E then stands where ADE has its area, C where BC is parallel.
    e = Fraction(2 * area, upper)
    c = e * (upper + lower) / upper
    return shoelace([(upper, 0), (upper + lower, 0), (0, c), (0, e)])

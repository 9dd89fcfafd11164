"""Geometry, level 5."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import one_of, require

# Legs and hypotenuse of right triangles with the digits of the published one: two-digit sides but one.
_LEGS = tuple((b, a, c) for a in range(10, 100) for b in range(3, 10) for c in range(a, 100) if a * a + b * b == c * c)


@functionalize("test/geometry/1140.json", sides=one_of(*_LEGS))
def triangle_cut_by_altitude(sides: tuple[int, int, int] = (8, 15, 17)) -> Variant:
    """Area of the smaller part into which the altitude cuts a right triangle."""
    short, long, hypotenuse = sides
    require(short < long)
    gold = Fraction(short**3 * long, 2 * hypotenuse**2)
    return Variant({"17": hypotenuse, "8": short, "15": long}, gold)


@triangle_cut_by_altitude.check
def _(sides: tuple[int, int, int]) -> float:
    short, long, hypotenuse = sides
    height = short * long / hypotenuse
    return height * sqrt(short**2 - height**2) / 2

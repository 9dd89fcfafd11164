"""Triangles whose sides and area are whole numbers."""

from __future__ import annotations

from itertools import product
from math import isqrt

Sides = tuple[int, int, int]

RIGHT: tuple[Sides, ...] = tuple(
    (a, b, isqrt(a * a + b * b))
    for a, b in product(range(3, 99), repeat=2)
    if a * a + b * b <= 99 * 99 and isqrt(a * a + b * b) ** 2 == a * a + b * b
)
"""Leg, other leg and hypotenuse of right triangles with sides of at most two digits, the legs in both orders."""


def twice_area(sides: Sides) -> int:
    """Twice the area of a triangle whose area is whole."""
    a, b, c = sides
    return isqrt((a + b + c) * (b + c - a) * (c + a - b) * (a + b - c)) // 2


def _oblique() -> list[Sides]:
    # Each is two right triangles with a common leg, side by side or one upon the other.
    found: set[Sides] = set()
    for (leg, foot, side), (other_leg, other_foot, other_side) in product(RIGHT, repeat=2):
        for base in (foot + other_foot, abs(foot - other_foot)):
            sides = (side, other_side, base)
            if leg == other_leg and all(10 <= length <= 99 for length in sides) and len(set(sides)) == 3:
                small, middle, large = sorted(sides)
                if small**2 + middle**2 != large**2:
                    found |= {(side, other_side, base), (base, side, other_side), (other_side, base, side)}
    return sorted(found)


OBLIQUE: tuple[Sides, ...] = tuple(_oblique())
"""Sides of triangles without a right angle, of two digits and all different, in every order."""

"""Precalculus, level 5: distances by coordinates."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot, isclose, isqrt, sqrt
from typing import TypeAlias

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, surd
from gap_tasks.sampling import ints, one_of, require

Squares: TypeAlias = tuple[int, ...]


@functionalize(
    "test/precalculus/1133.json",
    triangle=one_of("ABC", "KLM", "UVW", "XYZ"),
    middle=one_of("F", "P", "Q", "T"),
    factor=ints(1, 6),
)
def squares_from_middle(triangle: str = "ABC", middle: str = "F", factor: int = 1) -> Variant:
    """Multiple of the sum of squared distances of a triangle's corners to the middle of two of its centers."""
    terms = (f"{coefficient(factor)}{corner}{middle}^2" for corner in triangle)
    a, b, c = (corner.lower() for corner in triangle)
    edits = {
        "ABC": triangle,
        "$F$": f"${middle}$",
        "AF^2 + BF^2 + CF^2": " + ".join(terms),
        "$a,$ $b,$ $c$": f"${a},$ ${b},$ ${c}$",
    }
    return Variant(edits, f"{3 * factor}R^2")


@squares_from_middle.check
def _(question: str, gold: str) -> bool:
    name = question.split("of triangle $")[1][:3]
    middle = question.split("Let $")[2][0]
    terms = re.findall(r"(\d?)([A-Z])([A-Z])\^2", question.split("Express $")[1])
    corners = dict(zip(name, (0j, 7 + 1j, 2 + 5j), strict=True))
    one, two, three = corners.values()
    # The circumcenter is as far from 0 as from the others: two linear equations.
    whole = 2 * (two.real * three.imag - two.imag * three.real)
    center = 1j * (two * abs(three) ** 2 - three * abs(two) ** 2) / whole
    radius = abs(center)
    if not all(isclose(abs(corner - center), radius) for corner in corners.values()):
        return False
    # The orthocenter lies on the altitudes of two corners.
    u, v = three - one, two - one
    p, q = (two * u.conjugate()).real, (three * v.conjugate()).real
    turned = u.real * v.imag - u.imag * v.real
    orthocenter = complex((p * v.imag - q * u.imag) / turned, (q * u.real - p * v.real) / turned)
    point = ((one + two + three) / 3 + orthocenter) / 2
    total = sum(int(size or 1) * abs(corners[corner] - point) ** 2 for size, corner, _ in terms)
    named = {other for _, _, other in terms} == {middle} and sorted(corner for _, corner, _ in terms) == sorted(name)
    return named and isclose(total, int(gold.removesuffix("R^2")) * radius**2)


# Squares of five distances: twice two of the same sum, then the one whose opposite is asked. Few such points exist:
# with whole distances of one digit up to the greatest there are no others than the first, so one is a surd.
_DISTANCES: tuple[Squares, ...] = (
    (9, 121, 49, 81, 64),
    (4, 64, 32, 36, 49),
    (25, 75, 36, 64, 81),
    (9, 64, 25, 48, 49),
    (9, 81, 36, 54, 64),
    (9, 36, 20, 25, 16),
    (9, 25, 16, 18, 4),
    (4, 36, 16, 24, 9),
    (4, 81, 36, 49, 54),
    (16, 81, 25, 72, 64),
    (4, 49, 25, 28, 16),
    (9, 64, 24, 49, 36),
    (25, 64, 8, 81, 49),
    (9, 100, 28, 81, 64),
    (9, 121, 49, 81, 75),
    (36, 100, 64, 72, 81),
    (9, 100, 45, 64, 49),
    (9, 121, 49, 81, 63),
    (1, 144, 64, 81, 80),
    (1, 144, 64, 81, 75),
    (36, 121, 49, 108, 81),
    (32, 81, 49, 64, 36),
    (9, 144, 72, 81, 64),
    (24, 121, 64, 81, 49),
    (45, 100, 64, 81, 49),
)


@functionalize("test/precalculus/902.json", squares=one_of(*_DISTANCES))
def sixth_distance(squares: Squares = (9, 121, 49, 81, 64)) -> Variant:
    """Distance of a point to the last corner of a regular octahedron from its distances to the others."""
    total, rest = squares[0] + squares[1], squares[4]
    *names, last = (_distance(square) for square in sorted(squares))
    text = " ".join(f"${name},$" if "sqrt" in name else f"{name}," for name in names)
    last = f"${last}$" if "sqrt" in last else last
    return Variant({"3, 7, 8, 9, and 11": f"{text} and {last}"}, surd(1, total - rest))


def _distance(square: int) -> str:
    root = surd(1, square)
    return root.replace(r"\sqrt", r" \sqrt")


@sixth_distance.check
def _(question: str, gold: str) -> bool:
    listed = question.split("octahedron are ")[1].split(".", maxsplit=1)[0]
    squares = [
        int(whole or 1) ** 2 * int(inside or 1) for whole, inside in re.findall(r"(\d+)(?: \\sqrt\{(\d+)\})?", listed)
    ]
    ((whole, inside),) = re.findall(r"^(\d*)\\sqrt\{(\d+)\}$", gold)
    sixth = int(whole or 1) ** 2 * int(inside)
    pairs = [
        (one, other)
        for one, other in combinations(list(combinations(squares, 2)), 2)
        if sum(one) == sum(other) and not {*one} & {*other}
    ]
    if len(pairs) != 1 or len({*squares}) != 5:
        return False
    (rest,) = {*squares} - {*pairs[0][0], *pairs[0][1]}
    opposite = [*pairs[0], (rest, sixth)]
    # The point and half the diagonal of the octahedron, whose distances must be these.
    half = sum(opposite[0]) / 2
    apart = [(far - near) / 4 for near, far in opposite]
    share = sum(value**2 for value in apart)
    if half**2 < 4 * share:
        return False
    reach = sqrt((half + sqrt(half**2 - 4 * share)) / 2)
    point = [value / reach for value in apart]
    for axis, pair in enumerate(opposite):
        for side, square in zip((reach, -reach), pair, strict=True):
            offset = [value - side * (place == axis) for place, value in enumerate(point)]
            if not isclose(hypot(*offset) ** 2, square):
                return False
    return True


# Squares of the legs of right triangles of which at least two sides are whole.
_LEGS = tuple(
    (a, b)
    for a in range(2, 10)
    for b in range(10, 98 - a)
    if sum(isqrt(square) ** 2 == square for square in (a, b, a + b)) >= 2
)


@functionalize("test/precalculus/986.json", legs=one_of(*_LEGS), swapped=one_of(False, True))
def squared_determinant(legs: tuple[int, int] = (9, 16), swapped: bool = False) -> Variant:
    """Square of a determinant of points whose squared distances are those of a right triangle."""
    a, b = legs
    second, third = (a + b, b) if swapped else (b, a + b)
    require(100 <= a * b <= 999)
    return Variant({"&= 9": f"&= {a}", "&= 16": f"&= {second}", "&= 25": f"&= {third}"}, a * b)


@squared_determinant.check
def _(question: str) -> float:
    first, second, third = (int(square) for square in re.findall(r"&= (\d+)", question))
    base = sqrt(first)
    # Points 1 and 2 on a horizontal line away from the origin, the third where two circles meet.
    along = (first + second - third) / (2 * base)
    points = [(2.0, 1.0), (2.0 + base, 1.0), (2.0 + along, 1.0 + sqrt(second - along**2))]
    (a, b), (c, d), (e, f) = points
    return (a * (d - f) - b * (c - e) + (c * f - d * e)) ** 2

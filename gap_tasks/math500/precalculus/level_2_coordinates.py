"""Precalculus, level 2: vectors, lines and polar coordinates."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations, product
from math import cos, hypot, isclose, pi, radians, sin, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import rational
from gap_tasks.math500.precalculus.level_1 import rows, vectors
from gap_tasks.sampling import one_of, require

_NONZERO = one_of(*range(-9, 0), *range(1, 10))
_SIGNS = tuple(product((1, -1), repeat=3))

# Vectors whose square length has one digit; the unknown meets the entry in the middle, which is no 1.
_ONTO = tuple(
    tuple(sign * size for sign, size in zip(signs, sizes, strict=True))
    for sizes in ((1, 2, 1), (2, 2, 1), (1, 2, 2))
    for signs in _SIGNS
)


@functionalize("test/precalculus/34.json", onto=one_of(*_ONTO), dot=_NONZERO, first=_NONZERO, last=_NONZERO)
def entry_from_projection(onto: tuple[int, ...] = (1, -2, 1), dot: int = 5, first: int = 2, last: int = -5) -> Variant:
    """Unknown entry of a vector from its projection onto another."""
    unknown, rest = divmod(dot - onto[0] * first - onto[2] * last, onto[1])
    share = Fraction(dot, sum(entry**2 for entry in onto))
    require(rest == 0 and 0 < abs(unknown) < 10 and share.denominator > 1)
    edits = {
        rows(2, "y", -5): rows(first, "y", last),
        rows(1, -2, 1): rows(*onto),
        r"\frac{5}{6}": rational(share),
    }
    return Variant(edits, unknown)


@entry_from_projection.check
def _(question: str) -> int:
    onto = vectors(question)[0]
    ((first, last),) = (map(int, found) for found in re.findall(r"(-?\d+) \\\\ y \\\\ (-?\d+)", question))
    ((sign, over, under),) = re.findall(r"(-?)\\frac\{(\d)\}\{(\d)\}", question)
    share = Fraction(int(sign + over), int(under))
    # What is left of the vector beside its projection is perpendicular to it.
    (found,) = (
        y for y in range(-30, 31) if sum((a - share * b) * b for a, b in zip((first, y, last), onto, strict=True)) == 0
    )
    return found


# Angle -> sizes of the entries of a cross product with the product of the lengths that belongs to it.
_CROSS = {
    30: {
        (2, 3, 6): 14, (1, 2, 2): 6, (2, 4, 4): 12, (1, 4, 8): 18, (4, 4, 7): 18, (3, 6, 6): 18, (4, 8, 8): 24,
    },
    45: {(1, 1, 4): 6, (3, 4, 5): 10, (2, 2, 8): 12, (1, 4, 9): 14, (3, 5, 8): 14, (7, 7, 8): 18},
    60: {(1, 1, 5): 6, (1, 5, 7): 10},
}  # fmt: skip
_LENGTHS = tuple(
    (angle, sizes, a, size // a)
    for angle, crosses in _CROSS.items()
    for sizes, size in crosses.items()
    for a in range(2, 10)
    if size % a == 0 and 1 < size // a < 10
)


@functionalize(
    "test/precalculus/441.json",
    lengths=one_of(*_LENGTHS),
    order=one_of(*permutations(range(3))),
    signs=one_of(*_SIGNS),
)
def angle_from_cross_product(
    lengths: tuple[int, tuple[int, ...], int, int] = (30, (2, 3, 6), 2, 7),
    order: tuple[int, ...] = (1, 0, 2),
    signs: tuple[int, ...] = (1, 1, 1),
) -> Variant:
    """Smallest angle between two vectors of given lengths with a given cross product [degrees]."""
    angle, sizes, a, b = lengths
    cross = [sign * sizes[place] for sign, place in zip(signs, order, strict=True)]
    edits = {"= 2,": f"= {a},", "= 7,": f"= {b},", rows(3, 2, 6): rows(*cross)}
    return Variant(edits, rf"{angle}^\circ")


@angle_from_cross_product.check
def _(question: str, gold: str) -> bool:
    (cross,) = vectors(question)
    a, b = (int(part[0]) for part in question.split(r"\| = ")[1:])
    fitting = (angle for angle in range(1, 180) if isclose(a * b * sin(radians(angle)), hypot(*cross)))
    return next(fitting) == int(gold.removesuffix(r"^\circ"))


_CURVES = ("Line", "Circle", "Parabola", "Ellipse", "Hyperbola")


@functionalize(
    "test/precalculus/452.json",
    order=one_of(*permutations(_CURVES)),
    constant=one_of(*range(-9, 0), *range(1, 10)),
    function=one_of("cos", "sin"),
)
def curve_in_polar_coordinates(order: tuple[str, ...] = _CURVES, constant: int = 4, function: str = "cos") -> Variant:
    """Letter of the kind of curve that a polar equation describes."""
    edits: dict[str, object] = dict(zip(_CURVES, order, strict=True))
    edits |= {"4": constant, r"\cos": rf"\{function}"}
    return Variant(edits, rf"\text{{({'ABCDE'[order.index('Hyperbola')]})}}")


@curve_in_polar_coordinates.check
def _(question: str, gold: str) -> bool:
    ((name, constant),) = re.findall(r"\\(cos|sin) 2 \\theta = (-?\d)", question)
    function = cos if name == "cos" else sin
    points: list[tuple[float, float]] = []
    for angle in (0.1, 0.2, 0.3, 0.4, 1.2, 1.3, 1.8, 1.9, 2.0, 2.9):
        square = int(constant) / function(2 * angle)
        if square > 0:
            points += [(sqrt(square) * cos(angle), sqrt(square) * sin(angle))]
    # The conic a x^2 + b xy + c y^2 = 1 through three of the points, by Cramer's rule; the others lie on it.
    (p, q, r), rest = ([(x * x, x * y, y * y) for x, y in points[:3]]), points[3:]
    whole = _determinant(p, q, r)
    a, b, c = (
        _determinant(*(tuple(1.0 if place == at else row[place] for place in range(3)) for row in (p, q, r))) / whole
        for at in range(3)
    )
    fits = all(isclose(a * x * x + b * x * y + c * y * y, 1, rel_tol=1e-6) for x, y in rest)
    letter = gold.removeprefix(r"\text{").removesuffix("}")
    return fits and b * b - 4 * a * c > 1e-6 and f"{letter} Hyperbola" in question


def _determinant(p: tuple[float, ...], q: tuple[float, ...], r: tuple[float, ...]) -> float:
    return sum(p[i] * (q[i - 2] * r[i - 1] - q[i - 1] * r[i - 2]) for i in range(3))


@functionalize(
    "test/precalculus/541.json",
    across=one_of(*range(-9, -1), *range(2, 10)),
    up=_NONZERO,
    steps=one_of(-4, -3, -2, -1, 1, 2, 3, 4),
    height=_NONZERO,
)
def slope_and_intercept(across: int = 2, up: int = 3, steps: int = 4, height: int = -1) -> Variant:
    """Slope and intercept of a line given by a point and a direction."""
    intercept = height - steps * up
    require(abs(across * steps) < 10 and Fraction(up, across).denominator == abs(across) and intercept != 0)
    edits = {rows(8, -1): rows(across * steps, height), rows(2, 3): rows(across, up)}
    return Variant(edits, rf"\left( {rational(Fraction(up, across))}, {intercept} \right)")


@slope_and_intercept.check
def _(question: str) -> str:
    (x, y), (across, up) = vectors(question)
    # The line through the points at the parameters 1 and -1: where it meets x = 0, and how far it climbs to x = 1.
    (u, v), (s, t) = (x + across, y + up), (x - across, y - up)
    at_0, at_1 = (Fraction(v * (s - place) - t * (u - place), s - u) for place in (0, 1))
    return f"({rational(at_1 - at_0)}, {rational(at_0)})"


# Only a point on this axis has an angle of the published form; the other half-axis gives the other angle.
@functionalize("test/precalculus/807.json", height=one_of(*range(-9, -1), *range(2, 10)))
def polar_coordinates(height: int = 3) -> Variant:
    """Polar coordinates of a point on the vertical axis."""
    angle = r"\frac{\pi}{2}" if height > 0 else r"\frac{3\pi}{2}"
    return Variant({"(0,3)": f"(0,{height})"}, rf"\left( {abs(height)}, {angle} \right)")


@polar_coordinates.check
def _(question: str, gold: str) -> bool:
    ((radius, over),) = re.findall(r"(\d), \\frac\{(\d?)\\pi\}", gold)
    angle = int(over or 1) * pi / 2
    height = int(question.split("(0,")[1].split(")", maxsplit=1)[0])
    there = isclose(int(radius) * sin(angle), height) and isclose(int(radius) * cos(angle), 0, abs_tol=1e-9)
    return there and 0 <= angle < 2 * pi

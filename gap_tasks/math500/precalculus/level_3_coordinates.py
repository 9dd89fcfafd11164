"""Precalculus, level 3: points and surfaces in coordinates."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations, product
from math import acos, cos, degrees, dist, gcd, isclose, sin

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import point, rational
from gap_tasks.sampling import ints, one_of, require

# Angle [degrees] and two arms of it that are not square to each other.
_ARMS = (
    (120, (-2, -7, 1), (-5, 5, -2)),
    (120, (2, 4, 6), (2, -3, -1)),
    (120, (2, 5, 5), (-1, 2, -7)),
    (120, (3, 4, 5), (-4, 3, -5)),
    (120, (3, 3, 6), (-2, 1, -1)),
    (60, (2, 2, 4), (-3, 6, 3)),
    (60, (3, 4, 5), (4, -3, 5)),
    (60, (1, 2, 7), (2, -5, 5)),
    (60, (1, 1, 2), (6, -3, 3)),
    (60, (2, 5, 5), (1, -2, 7)),
    (45, (1, 1, 4), (2, -1, 2)),
    (45, (1, 2, 2), (-3, 5, 4)),
    (45, (4, 5, 7), (-2, 5, 4)),
    (135, (3, 4, 5), (3, -6, -6)),
    (135, (2, 4, 5), (4, -7, -5)),
    (30, (1, 1, 4), (-2, 1, 7)),
    (30, (3, 4, 5), (4, 2, 2)),
    (30, (2, 4, 6), (-1, 5, 4)),
    (150, (2, 5, 5), (-1, -4, -1)),
    (150, (1, 2, 7), (-4, -3, -5)),
)


@functionalize(
    "test/precalculus/580.json",
    arms=one_of(*_ARMS),
    order=one_of(*permutations(range(3))),
    signs=one_of(*product((1, -1), repeat=3)),
    x=ints(-5, 5),
    y=ints(-5, 5),
    z=ints(-5, 5),
)
def angle_of_points(
    arms: tuple[int, tuple[int, ...], tuple[int, ...]] = _ARMS[0],
    order: tuple[int, ...] = (0, 1, 2),
    signs: tuple[int, ...] = (1, 1, 1),
    x: int = 3,
    y: int = -4,
    z: int = 1,
) -> Variant:
    """Angle at the middle one of three points in space [degrees]."""
    angle, *moves = arms
    corner = (x, y, z)
    first, last = (
        point(*(start + sign * move[place] for start, sign, place in zip(corner, signs, order, strict=True)))
        for move in moves
    )
    return Variant({"(1,-11,2)": first, "(3,-4,1)": point(*corner), "(-2,1,-1)": last}, rf"{angle}^\circ")


@angle_of_points.check
def _(question: str, gold: str) -> bool:
    a, b, c = ([int(n) for n in part.split(",")] for part in re.findall(r"\((-?\d+,-?\d+,-?\d+)\)", question))
    cosine = (dist(a, b) ** 2 + dist(b, c) ** 2 - dist(a, c) ** 2) / (2 * dist(a, b) * dist(b, c))
    return isclose(degrees(acos(cosine)), int(gold.removesuffix(r"^\circ")), rel_tol=1e-9)


_SHAPES = ("Line", "Circle", "Plane", "Sphere", "Cylinder", "Cone")
_CYLINDRICAL, _SPHERICAL = r"cylindrical coordinates $(r,\theta,z)", r"spherical coordinates $(\rho,\theta,\phi)"
# Equation -> coordinates and shape. A radius is said to be positive: at 0 it gave a line or a point.
_SURFACES = {
    "z = c": (_CYLINDRICAL, "Plane"),
    "r = c": (_CYLINDRICAL, "Cylinder"),
    r"\rho = c": (_SPHERICAL, "Sphere"),
}


@functionalize("test/precalculus/819.json", equation=one_of(*_SURFACES), order=one_of(*permutations(_SHAPES)))
def surface_of_one_coordinate(equation: str = "z = c", order: tuple[str, ...] = _SHAPES) -> Variant:
    """Letter of the surface on which one coordinate is constant."""
    coordinates, shape = _SURFACES[equation]
    edits: dict[str, object] = dict(zip(_SHAPES, order, strict=True))
    edits |= {"z = c": equation, _CYLINDRICAL: coordinates}
    edits["constant"] = "constant" if equation == "z = c" else "positive constant"
    return Variant(edits, rf"\text{{({'ABCDEF'[order.index(shape)]})}}")


@surface_of_one_coordinate.check
def _(question: str, gold: str) -> bool:
    constant = 1.7
    fixed = question.split(r"\[")[1].split(" = ", maxsplit=1)[0]
    places = []
    for one, other in product((0.4, 0.9, 1.3), (0.2, 1.1, 2.6)):
        if "spherical" in question:
            rho, theta, phi = constant, one, other
            places.append((rho * sin(phi) * cos(theta), rho * sin(phi) * sin(theta), rho * cos(phi)))
        else:
            r, z = (constant, one) if fixed == "r" else (one, constant)
            places.append((r * cos(other), r * sin(other), z))
    measures = {
        "Plane": [z for _, _, z in places],
        "Cylinder": [x * x + y * y for x, y, _ in places],
        "Sphere": [x * x + y * y + z * z for x, y, z in places],
    }
    (shape,) = (name for name, values in measures.items() if max(values) - min(values) < 1e-9)
    letter = gold.removeprefix(r"\text{").removesuffix("}")
    return f"{letter} {shape}" in question


@functionalize(
    "test/precalculus/96.json",
    x=ints(-8, 4),
    y=ints(-7, 7),
    across=ints(2, 9),
    up=ints(-7, 7),
    shown=one_of(*range(-9, -1), *range(2, 10)),
)
def direction_of_drawn_line(x: int = -5, y: int = 4, across: int = 4, up: int = -1, shown: int = -7) -> Variant:
    """Second entry of a direction vector of a drawn line, from the first."""
    end = (x + across, y + up)
    slope = Fraction(up, across)
    require(up != 0 and gcd(across, up) == 1 and end[0] <= 8 and abs(end[1]) <= 8)
    # The line leaves the grid on the left and on the right, as the figure is built.
    require(all(abs(y + slope * (side - x)) <= 8 for side in (-8, 8)))
    require(shown not in (across, -across))
    gold = slope * shown
    require(gold.denominator > 1)
    edits = {r"-7 \\ b": rf"{shown} \\ b", "A = (-5,4)": f"A = {point(x, y)}", "B = (-1,3)": f"B = {point(*end)}"}
    return Variant(edits, rational(gold))


@direction_of_drawn_line.check
def _(question: str) -> Fraction:
    (a, b), (c, d) = ((int(x), int(y)) for x, y in re.findall(r"[AB] = \((-?\d),(-?\d)\)", question))
    shown = int(question.split(r"\begin{pmatrix} ")[1].split(maxsplit=1)[0])
    # Heights at both edges of the grid, each a weighted mean of the heights of the two points.
    left, right = (Fraction(b * (c - edge) + d * (edge - a), c - a) for edge in (-8, 8))
    return (right - left) / 16 * shown

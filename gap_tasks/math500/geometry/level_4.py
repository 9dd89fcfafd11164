"""Geometry, level 4."""

from __future__ import annotations

import re
from cmath import phase, rect
from fractions import Fraction
from itertools import product
from math import pi, radians, sin

from gap_tasks.math500.english import CARDINALS, cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, point, polynomial, square_part
from gap_tasks.sampling import ints, one_of, require


@functionalize("test/geometry/1097.json", half_width=ints(2, 9), half_height=ints(2, 9))
def lattice_points_inside(half_width: int = 5, half_height: int = 4) -> Variant:
    """Number of lattice points inside a rectangle around the origin."""
    require(half_width != half_height)
    return Variant({"5": half_width, "4": half_height}, (2 * half_width - 1) * (2 * half_height - 1))


@lattice_points_inside.check
def _(question: str) -> int:
    corners = [(int(x), int(y)) for x, y in re.findall(r"\((-?\d+),(-?\d+)\)", question)]
    (left, right), (low, high) = (sorted(set(axis)) for axis in zip(*corners, strict=True))
    return sum(1 for x, y in product(range(-12, 13), repeat=2) if left < x < right and low < y < high)


def _area(*corners: tuple[Fraction, Fraction]) -> Fraction:
    """The area of a polygon whose corners are given in order."""
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(sum((x * v - u * y for (x, y), (u, v) in pairs), Fraction(0))) / 2


# One-digit legs with a whole area; at most one is odd, so that a midpoint at most is not a lattice point.
_LEGS = (
    *((6, right) for right in (2, 3, 4, 6, 8, 9)),
    *((up, 6) for up in (2, 3, 4, 8)),
    *((3, 4), (3, 8), (4, 3), (4, 9), (8, 3), (8, 9)),
)


@functionalize("test/geometry/283.json", legs=one_of(*_LEGS))
def area_between_medians(legs: tuple[int, int] = (6, 8)) -> Variant:
    """Area of the quadrilateral that two medians cut off a right triangle."""
    up, right = legs
    edits = {
        "A=(0,6)": f"A=(0,{up})",
        "C=(8,0)": f"C=({right},0)",
        "D=(0,3)": f"D=(0,{Fraction(up, 2)})",
        "E=(4,0)": f"E=({Fraction(right, 2)},0)",
        "F=(8/3,2)": f"F=({Fraction(right, 3)},{Fraction(up, 3)})",
        "A(0,6)": f"A(0,{up})",
        "C(8,0)": f"C({right},0)",
        "(0,8)": f"(0,{max(8, up + 1)})",
    }
    return Variant(edits, up * right // 6)


@area_between_medians.check
def _(question: str) -> Fraction:
    drawn = {name: (Fraction(x), Fraction(y)) for name, x, y in re.findall(r"(\w)=\(([\d/]+),([\d/]+)\)", question)}
    labels = {name: (Fraction(x), Fraction(y)) for name, x, y in re.findall(r"\$(\w)\((\d),(\d)\)", question)}
    (a, b, c), (d, e, f) = (labels[name] for name in "ABC"), (drawn[name] for name in "DEF")
    if any(drawn[name] != labels[name] for name in "ABC") or _area(a, e, f) or _area(c, d, f):
        raise ValueError("the figure is not what it says")
    if _area(a, d, c) != _area(d, b, c) or _area(b, e, a) != _area(e, c, a):
        raise ValueError("D and E are not midpoints")
    return _area(d, b, e, f)


@functionalize("test/geometry/353.json", square=ints(2, 15), rise=ints(2, 9))
def radius_of_filling_tank(square: int = 5, rise: int = 4) -> Variant:
    """Radius in meters of a cylindrical tank from its inflow and the rise of its water."""
    require(square_part(square)[0] == 1 and 10 <= square * rise <= 99)
    return Variant({"20": square * rise, "four": cardinal(rise)}, rf"\sqrt{{{square}}}")


@radius_of_filling_tank.check
def _(question: str) -> float:
    ((inflow, word),) = re.findall(r"\$(\d+)\\pi\$.*rises (\w+)", question)
    (rise,) = (n for n, name in CARDINALS.items() if name == word)
    low, high = 0.0, 10.0
    for _ in range(60):
        radius = (low + high) / 2
        low, high = (radius, high) if pi * radius**2 * rise < int(inflow) * pi else (low, radius)
    return low


# Whole angles for which the shaded part has one digit over at most two, as published.
@functionalize("test/geometry/465.json", angle=one_of(20, 30, 36, 45, 60, 72, 90, 100, 108, 120, 135, 140, 144, 156))
def angle_of_shaded_sectors(angle: int = 120) -> Variant:
    """Central angle in degrees from the share of shaded parts in a circle of radius 2 and one of radius 1 in it."""
    share = Fraction(180 + angle, 720)
    shaded = rf"\frac{share.numerator}{{{share.denominator}}}"
    # The published figure is drawn at five sixths of the angle, so as not to give it away.
    return Variant({r"\frac5{12}": shaded, "100": angle * 5 // 6}, angle)


@angle_of_shaded_sectors.check
def _(question: str) -> int:
    ((over, under),) = re.findall(r"\\frac(\d)\{(\d+)\}", question)
    ring, disk = 2**2 - 1**2, 1**2
    found = []
    for angle in range(1, 180):
        shaded = sum(ring if degree < angle else disk for degree in range(360))
        if shaded * int(under) == int(over) * 360 * 2**2:
            found.append(angle)
    (only,) = found
    return only


_UNITS = {
    ("inches", "foot", "feet"): 12,
    ("feet", "yard", "yards"): 3,
    ("decimeters", "meter", "meters"): 10,
    ("centimeters", "decimeter", "decimeters"): 10,
    ("millimeters", "centimeter", "centimeters"): 10,
}


# Only 1/8, 1 and 8 are cubes of one digit; the units carry the variety.
@functionalize(
    "test/geometry/473.json",
    units=one_of(*_UNITS),
    side=one_of(Fraction(1, 2), Fraction(1), Fraction(2)),
)
def surface_in_smaller_unit(
    units: tuple[str, str, str] = ("inches", "foot", "feet"), side: Fraction = Fraction(1)
) -> Variant:
    """Surface of a cube in a smaller unit than that of its volume."""
    small, one, many = units
    volume = r"\frac{1}{8}" if side < 1 else str(side**3)
    edge = side * _UNITS[units]
    require(edge.denominator == 1)
    return Variant({"inches": small, "$1$": f"${volume}$", "foot": many if side > 1 else one}, 6 * edge**2)


@surface_in_smaller_unit.check
def _(units: tuple[str, str, str], question: str) -> int:
    ((fraction, whole),) = re.findall(r"\$(?:\\frac\{1\}\{(\d)\}|(\d))\$", question)
    small_cubes = _UNITS[units] ** 3 * (Fraction(1, int(fraction)) if fraction else int(whole))
    (edge,) = (n for n in range(1, 100) if n**3 == small_cubes)
    return 6 * edge * edge


@functionalize("test/geometry/483.json", sides=ints(7, 21))
def sides_of_regular_polygon(sides: int = 15) -> Variant:
    """Number of sides of a regular polygon from the ratio of its interior to its exterior angle."""
    return Variant({"6.5": decimal(Fraction(sides - 2, 2))}, sides)


@sides_of_regular_polygon.check
def _(question: str) -> int:
    (ratio,) = (Fraction(number) for number in re.findall(r"\d+(?:\.\d)?", question))
    (sides,) = (n for n in range(3, 100) if 180 - Fraction(360, n) == ratio * Fraction(360, n))
    return sides


@functionalize(
    "test/geometry/538.json",
    size=ints(10, 16),
    intercept=ints(-8, 8),
    right=one_of(1, -1),
    up=one_of(1, -1),
)
def equidistant_point_on_line(size: int = 10, intercept: int = 6, right: int = 1, up: int = -1) -> Variant:
    """Point of a line that is as far from the origin as from a point of the line's parallel through the origin."""
    require(intercept != 0 and (size + intercept) % 2 == 0 and size + abs(intercept) < 20)
    slope = right * up
    y = (up * size + intercept) // 2
    x = (y - intercept) * slope
    edits = {
        "y=-x+6": f"y={polynomial([slope, intercept], space='')}",
        "A(10,-10)": f"A{point(right * size, up * size)}",
    }
    return Variant(edits, point(x, y))


@equidistant_point_on_line.check
def _(question: str) -> str:
    ((sign, intercept),) = re.findall(r"y=(-?)x([+-]\d)\$", question)
    ((a, b),) = re.findall(r"A\((-?\d+),(-?\d+)\)", question)
    line = [(x, (-x if sign else x) + int(intercept)) for x in range(-60, 61)]
    ((x, y),) = ((x, y) for x, y in line if x * x + y * y == (x - int(a)) ** 2 + (y - int(b)) ** 2)
    return f"({x},{y})"


@functionalize("test/geometry/547.json", area=ints(2, 9), ratio=ints(2, 8))
def area_of_similar_triangle(area: int = 6, ratio: int = 3) -> Variant:
    """Area in square centimeters of a triangle similar to a given one across their common corner."""
    require(area * ratio**2 <= 99)
    edits = {
        "6": area,
        "4BC": f"{ratio + 1}BC",
        "(-.3,-3)": f"(-.{ratio},-{ratio})",
        "(3,0)": f"({ratio},0)",
    }
    return Variant(edits, area * ratio**2)


@area_of_similar_triangle.check
def _(question: str) -> Fraction:
    labels = re.findall(r'"\$(\w)\$",\((-?[\d.]+),(-?[\d.]+)\)', question)
    a, b, c, d, e = ((Fraction(f"{x}".replace("-.", "-0.")), Fraction(y)) for _, x, y in labels)
    ((area, multiple),) = re.findall(r"is (\d) square.*=(\d)BC", question)
    if d[0] - b[0] != int(multiple) * (c[0] - b[0]) or (a[0] - b[0]) * (d[1] - e[1]) != (a[1] - b[1]) * (d[0] - e[0]):
        raise ValueError("the figure is not the text's")
    return int(area) * _area(c, d, e) / _area(a, b, c)


@functionalize("test/geometry/615.json", at_a=ints(40, 85), at_b=ints(40, 85))
def angle_between_altitudes(at_a: int = 54, at_b: int = 52) -> Variant:
    """Angle in degrees at the orthocenter, over one side of an acute triangle."""
    require(at_a != at_b and 95 <= at_a + at_b <= 160)
    return Variant({r"54^\circ": rf"{at_a}^\circ", r"52^\circ": rf"{at_b}^\circ"}, rf"{at_a + at_b}^\circ")


@angle_between_altitudes.check
def _(question: str) -> float:
    at_a, at_b = (radians(int(n)) for n in re.findall(r"(\d+)\^", question))
    # A is the origin and B is 1; the orthocenter is the sum of the corners seen from the circumcenter.
    c = rect(sin(at_b) / sin(at_a + at_b), at_a)
    center = complex(0.5, (abs(c) ** 2 - c.real) / (2 * c.imag))
    orthocenter = 0 + 1 + c - 2 * center
    return abs(phase(-orthocenter / (1 - orthocenter)))


_PLACES = ints(1, 9)


@functionalize(
    "test/geometry/627.json", ax=ints(1, 7), bx=ints(2, 8), cx=ints(3, 9), ay=_PLACES, by=_PLACES, cy=_PLACES
)
def fourth_corner_of_parallelogram(
    ax: int = 5, bx: int = 6, cx: int = 7, ay: int = 3, by: int = 8, cy: int = 4
) -> Variant:
    """Sum of the coordinates of the fourth corner of a parallelogram that lies to the right of the others."""
    require(ax < bx < cx and len({ay, by, cy}) == 3)
    x, y = bx + cx - ax, by + cy - ay
    # Not nearly on one line; the corner stays in the first quadrant.
    require(abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) >= 4 and y >= 1 and x + y >= 10)
    edits = {
        "(5, 3)": point(ax, ay, separator=", "),
        "(6, 8)": point(bx, by, separator=", "),
        "(7, 4)": point(cx, cy, separator=", "),
        "x > 7": f"x > {cx}",
    }
    return Variant(edits, x + y)


@fourth_corner_of_parallelogram.check
def _(question: str) -> int:
    a, b, c = ((int(x), int(y)) for x, y in re.findall(r"\((\d), (\d)\)", question))
    (bound,) = (int(n) for n in re.findall(r"x > (\d)", question))
    found = []
    for x in range(bound + 1, 20):
        for y in range(-10, 21):
            diagonals = (((x, y), p, q, r) for p, q, r in ((a, b, c), (b, a, c), (c, a, b)))
            if any(d[0] + p[0] == q[0] + r[0] and d[1] + p[1] == q[1] + r[1] for d, p, q, r in diagonals):
                found.append(x + y)
    (total,) = found
    return total

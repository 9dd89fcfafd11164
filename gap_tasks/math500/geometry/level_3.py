"""Geometry, level 3."""

from __future__ import annotations

import re
from cmath import phase, rect
from math import acos, asin, cos, gcd, hypot, pi, radians, sin, sqrt, tan

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import square_part, surd
from gap_tasks.sampling import ints, one_of, require


@functionalize("test/geometry/178.json", factor=ints(2, 9), right=one_of(*"ABC"), acute=one_of(*"ABC"))
def tangent_from_sine_and_cosine(factor: int = 2, right: str = "B", acute: str = "A") -> Variant:
    """Tangent of an acute angle whose sine is a multiple of its cosine."""
    require(right != acute)
    edits = {
        r"\angle B": rf"\angle {right}",
        r"\sin A": rf"\sin {acute}",
        r"2\cos A": rf"{factor}\cos {acute}",
        r"\tan A": rf"\tan {acute}",
    }
    return Variant(edits, factor)


@tangent_from_sine_and_cosine.check
def _(question: str) -> float:
    (factor,) = (int(n) for n in re.findall(r"(\d)\\cos", question))
    low, high = 0.0, pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sin(middle) < factor * cos(middle) else (low, middle)
    return tan((low + high) / 2)


_TRIPLES = (
    (3, 4, 5),
    (5, 12, 13),
    (8, 15, 17),
    (7, 24, 25),
    (20, 21, 29),
    (12, 35, 37),
    (9, 40, 41),
    (28, 45, 53),
    (33, 56, 65),
    (48, 55, 73),
)


@functionalize("test/geometry/221.json", triple=one_of(*_TRIPLES), scale=ints(1, 9), swapped=one_of(False, True))
def median_to_base(triple: tuple[int, int, int] = (8, 15, 17), scale: int = 2, swapped: bool = False) -> Variant:
    """Median to the base of an isosceles triangle with whole sides."""
    short, long, leg = (scale * side for side in triple)
    half, median = (long, short) if swapped else (short, long)
    require(leg <= 99 and 10 <= 2 * half <= 99 and median >= 10)
    return Variant({"34": leg, "32": 2 * half}, median)


@median_to_base.check
def _(question: str) -> float:
    leg, base = map(int, re.findall(r"\d+", question))
    return sqrt((2 * leg**2 + 2 * leg**2 - base**2) / 4)


@functionalize("test/geometry/347.json", angle=ints(10, 80))
def angle_over_diameter(angle: int = 14) -> Variant:
    """Other acute angle, in degrees, of a triangle on the diameter of its circle."""
    require(angle != 45)
    return Variant({"14": angle}, rf"{90 - angle}^\circ")


@angle_over_diameter.check
def _(question: str) -> float:
    (angle,) = (int(n) for n in re.findall(r"\d+", question))
    # A is -1, B is 1; the central angle over an arc is twice the inscribed one.
    third = rect(1, radians(2 * angle))
    return abs(phase((third - 1) / -2))


@functionalize(
    "test/geometry/477.json",
    radius=ints(2, 9),
    unit=one_of(("inch", "inches"), ("centimeter", "centimeters"), ("millimeter", "millimeters")),
    measure=one_of("volume", "surface area"),
)
def cube_around_sphere(radius: int = 3, unit: tuple[str, str] = ("inch", "inches"), measure: str = "volume") -> Variant:
    """Volume or surface of the smallest cube from which a sphere can be cut, in the unit of the radius."""
    one, many = unit
    power = "cubic" if measure == "volume" else "square"
    edits = {"3-inch": f"{radius}-{one}", "cubic inches": f"{power} {many}", "volume": measure}
    return Variant(edits, (2 * radius) ** 3 if measure == "volume" else 24 * radius**2)


@cube_around_sphere.check
def _(question: str) -> float:
    (radius,) = (int(n) for n in re.findall(r"\d+", question))
    # A ball fills pi / 6 of the cube around it, in volume and in surface.
    ball = 4 * pi * radius**2 if "square" in question else 4 / 3 * pi * radius**3
    return ball * 6 / pi


# Not the corners' letters, nor E and N: they are directions of the figure's language.
_CENTERS = one_of(*"DFGHJKLMOPQRSTUVXYZ")


@functionalize(
    "test/geometry/65.json",
    top=_CENTERS,
    left=_CENTERS,
    middle=_CENTERS,
    right=_CENTERS,
    asked=one_of("smallest", "largest", "between"),
)
def angle_between_centers(
    top: str = "P", left: str = "Q", middle: str = "R", right: str = "S", asked: str = "smallest"
) -> Variant:
    """An angle, in degrees, of a triangle of centers of equal tangent circles."""
    require(len({top, left, middle, right}) == 4)
    gold = {"smallest": 30, "between": 60, "largest": 90}[asked]
    edits = {
        "P": top,
        "Q": left,
        "R": middle,
        "S": right,
        "PQS": f"{top}{left}{right}",
        "smallest angle": f"angle at ${right}$" if asked == "between" else f"{asked} angle",
    }
    return Variant(edits, rf"{gold}^\circ")


@angle_between_centers.check
def _(question: str) -> float:
    drawn = {name: complex(float(x), float(y)) for name, x, y in re.findall(r"(\w)=\((-?\d),([\d.]+)\)", question)}
    ((named, corners),) = re.findall(r"the (.*) in triangle \$(\w+)\$", question)
    # The figure rounds the height of an equilateral triangle of side 2.
    p, q, r = (complex(z.real, sqrt(3) if z.imag else 0) for z in (drawn[name] for name in corners))
    angles = [abs(phase((b - a) / (c - a))) for a, b, c in ((p, q, r), (q, r, p), (r, p, q))]
    at = re.findall(r"at \$(\w)", named)
    return angles[corners.index(at[0])] if at else (min if "smallest" in named else max)(angles)


@functionalize("test/geometry/795.json", over=ints(1, 8), under=ints(2, 9), function=one_of("sin", "cos"))
def sine_of_other_angle(over: int = 2, under: int = 5, function: str = "sin") -> Variant:
    """Sine or cosine of an acute angle from that of the other one in a right triangle."""
    inside = under**2 - over**2
    # Without a square in the radicand nothing is left to simplify, as published.
    require(over < under and gcd(over, under) == 1 and square_part(inside)[0] == 1)
    # The leg with the whole length lies flat: it is opposite to the angle of a sine, beside that of a cosine.
    corner, top = ("T", "R") if function == "sin" else ("R", "T")
    edits = {
        r"\sin{R}": rf"\{function}{{R}}",
        r"\frac{2}{5}": rf"\frac{{{over}}}{{{under}}}",
        r"\sin{T}": rf"\{function}{{T}}",
        "T = (0,0)": f"{corner} = (0,0)",
        "S = (2,0)": f"S = ({over},0)",
        "R = (2,sqrt(21))": f"{top} = ({over},sqrt({inside}))",
        '"$T$",T': f'"${corner}$",{corner}',
        '"$R$",R': f'"${top}$",{top}',
        "$5$": f"${under}$",
    }
    return Variant(edits, rf"\frac{{\sqrt{{{inside}}}}}{{{under}}}")


@sine_of_other_angle.check
def _(question: str) -> float:
    drawn = {}
    for name, x, y, inside in re.findall(r"(\w) = \((\d),(?:(\d)|sqrt\((\d+)\))\)", question):
        drawn[name] = complex(int(x), sqrt(int(inside)) if inside else int(y))
    (over, under), label = (re.findall(r"\{(\d)\}\{(\d)\}", question)[0], re.findall(r'"\$(\d)\$"', question)[0])
    given = asin(int(over) / int(under)) if r"\sin{R}" in question else acos(int(over) / int(under))
    shown = abs(phase((drawn["S"] - drawn["R"]) / (drawn["T"] - drawn["R"])))
    if abs(given - shown) > 1e-9 or abs(abs(drawn["R"] - drawn["T"]) - int(label)) > 1e-9:
        raise ValueError("the figure is not the text's")
    return (sin if r"\sin{T}" in question else cos)(pi / 2 - given)


# Only sides divisible by 4 give a whole side of the square; the area has at most two digits before its root.
@functionalize(
    "test/geometry/843.json",
    quarter=ints(1, 4),
    unit=one_of("centimeters", "inches", "meters", "feet", "yards", "millimeters"),
)
def diagonal_of_square(quarter: int = 2, unit: str = "centimeters") -> Variant:
    """Diagonal of a square with the perimeter of an equilateral triangle of given area, in the triangle's unit."""
    edits = {r"16\sqrt{3}": rf"{4 * quarter**2}\sqrt{{3}}", "centimeters": unit}
    return Variant(edits, surd(3 * quarter, 2))


@diagonal_of_square.check
def _(question: str) -> float:
    (area,) = (int(n) * sqrt(3) for n in re.findall(r"(\d+)\\sqrt", question))
    low, high = 0.0, 100.0
    for _ in range(70):
        side = (low + high) / 2
        half = 1.5 * side
        heron = sqrt(half * (half - side) ** 3)
        low, high = (side, high) if heron < area else (low, side)
    return hypot(3 * low / 4, 3 * low / 4)


_POLYGONS = {"pentagon": 5, "hexagon": 6, "octagon": 8, "nonagon": 9, "decagon": 10, "dodecagon": 12}


# Common names of polygons with a whole angle of two digits; the direction doubles them.
@functionalize("test/geometry/967.json", polygon=one_of(*_POLYGONS), direction=one_of("counterclockwise", "clockwise"))
def least_rotation(polygon: str = "pentagon", direction: str = "counterclockwise") -> Variant:
    """Least rotation, in degrees, that maps a regular polygon onto itself."""
    return Variant({"pentagon": polygon, "counterclockwise": direction}, 360 // _POLYGONS[polygon])


@least_rotation.check
def _(question: str) -> int:
    (name,) = re.findall(r"regular (\w+)", question)
    sides = _POLYGONS[name]
    corners = [rect(1, 2 * pi * n / sides) for n in range(sides)]
    turns = range(1, 361)
    return next(
        turn
        for turn in turns
        if all(min(abs(corner * rect(1, radians(turn)) - other) for other in corners) < 1e-9 for corner in corners)
    )

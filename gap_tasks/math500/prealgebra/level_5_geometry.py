"""Prealgebra, level 5: geometry."""

from __future__ import annotations

import cmath
import re
from fractions import Fraction
from math import degrees, pi, radians, sqrt, tan

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, pi_multiple, rational
from gap_tasks.sampling import Domain, ints, numbers, one_of, require

# Polygons that fit into a heptagon on a common side: few, so that letters change as well.
_INNER = {3: "An equilateral triangle", 4: "A square", 5: "A regular pentagon", 6: "A regular hexagon"}
# The corners C and D next to the common side, and, where there are more, G and H between them; Q is a turn.
_CORNERS = {
    3: "pair C = A+dir(60)*(F-A);\npair D = C",
    4: "pair C = A+dir(90)*(F-A);\npair D = C+F-A",
    5: "pair Q = dir(72);\npair C = A-(F-A)/Q;\npair D = F+(F-A)*Q;\npair G = C+(C-A)/Q",
    6: "pair Q = dir(60);\npair C = A-(F-A)/Q;\npair D = F+(F-A)*Q;\npair G = C+(C-A)/Q;\npair H = D+(D-F)*Q",
}
_PATHS = {3: "A--C--F", 4: "A--C--D--F", 5: "operator --(A,C,G,D,F)", 6: "operator --(A,C,G,H,D,F)"}


@functionalize(
    "test/prealgebra/1003.json",
    inner=one_of(*_INNER),
    letters=one_of("ABCD", "PQRS", "WXYZ", "KLMN", "RSTU", "JKLM"),
)
def angle_between_polygons(inner: int = 4, letters: str = "ABCD") -> Variant:
    """Angle in degrees between sides of a heptagon and of a smaller polygon inside on the same side."""
    a, b, c, d = tuple(letters)
    edits = {
        "A square": _INNER[inner],
        "{AD}": f"{{{a}{d}}}",
        "$BAC$": f"${b}{a}{c}$",
        _CORNERS[4]: _CORNERS[inner],
        _PATHS[4]: _PATHS[inner],
        '"$A$"': f'"${a}$"',
        '"$B$"': f'"${b}$"',
        '"$C$"': f'"${c}$"',
        '"$D$"': f'"${d}$"',
    }
    between = Fraction(180 * 5, 7) - Fraction(180 * (inner - 2), inner)
    return Variant(edits, rf"{rational(between)}\text{{ degrees}}")


@angle_between_polygons.check
def _(question: str, gold: str) -> bool:
    near, corner, far = (cmath.rect(1, radians(360 * place / 7 + 90)) for place in (2, 3, 4))
    # The figure gives the angle at A of the smaller polygon, or else its outer angle.
    ((name, turn),) = re.findall(r"pair (C = A\+|Q = )dir\((\d+)\)", question)
    inside = int(turn) if name.startswith("C") else 180 - int(turn)
    sides = {"n equilateral triangle": 3, " square": 4, " regular pentagon": 5, " regular hexagon": 6}
    (count,) = (number for words, number in sides.items() if question.startswith(f"A{words}"))
    other = corner + (far - corner) * cmath.rect(1, radians(inside))
    over, under = map(int, numbers(gold))
    angle = degrees(cmath.phase((near - corner) / (other - corner)))
    return abs(angle - over / under) < 1e-9 and inside * count == 180 * (count - 2)


# With a sum of four digits and an answer of one digit, only nine sides remain beside the published eight.
@functionalize("test/prealgebra/1251.json", sides=ints(6, 12), missing=Domain(range(5, 180, 5)))
def sides_of_polygon(sides: int = 8, missing: int = 10) -> Variant:
    """Number of sides of a convex polygon from the sum in degrees of all angles but one."""
    return Variant({"1070": 180 * (sides - 2) - missing}, sides)


@sides_of_polygon.check
def _(question: str) -> int:
    total = int(numbers(question)[0])
    (sides,) = (n for n in range(3, 100) if 0 < 180 * n - 360 - total < 180)
    return sides


@functionalize(
    "test/prealgebra/1512.json",
    inner=ints(2, 7),
    middle=ints(3, 8),
    outer=ints(4, 9),
    letters=one_of("XYZ", "ABC", "PQR", "UVW"),
)
def difference_of_rings(inner: int = 4, middle: int = 6, outer: int = 7, letters: str = "XYZ") -> Variant:
    """Difference of the greatest and the smallest of a disc's and two rings' areas."""
    require(inner < middle < outer)
    areas = {inner**2, middle**2 - inner**2, outer**2 - middle**2}
    require(len(areas) == 3)
    x, y, z = tuple(letters)
    # The labels stand inside of their regions.
    second = Fraction(inner + middle, 2) if middle == inner + 1 else Fraction((inner + middle) // 2)
    edits = {
        "4": inner,
        "6": middle,
        "7": outer,
        "(2,0)": f"({inner // 2},0)",
        "(5,0)": f"({decimal(second)},0)",
        "(6.5,0)": f"({(middle + outer) // 2}.5,0)",
        "$X,$": f"${x},$",
        "$Y,$": f"${y},$",
        "$Z$": f"${z}$",
        "$X$": f"${x}$",
        "$Y$": f"${y}$",
    }
    return Variant(edits, pi_multiple(max(areas) - min(areas)))


@difference_of_rings.check
def _(question: str) -> float:
    stated = [int(radius) for radius in re.findall(r"\$(\d)[,.]\$", question)]
    outer, middle, inner = (int(radius) for radius in re.findall(r"circle\(\(0,0\),(\d)\)", question))
    x, y, z = (float(place) for place in re.findall(r'\$",\(([.\d]+),0\)', question))
    if stated != [inner, middle, outer] or not x < inner < y < middle < z < outer:
        raise ValueError("the figure is not what the text says")
    areas = [2 * pi * (a + b) / 2 * (b - a) for a, b in ((0, inner), (inner, middle), (middle, outer))]
    return max(areas) - min(areas)


# One-digit numbers whose area has two digits: about twenty variants.
@functionalize("test/prealgebra/1640.json", factor=ints(2, 9), radicand=one_of(2, 3, 5, 6, 7))
def area_of_half_square(factor: int = 4, radicand: int = 2) -> Variant:
    """Area of an isosceles right triangle from its altitude to the hypotenuse."""
    return Variant({r"4\sqrt{2}": rf"{factor}\sqrt{{{radicand}}}"}, factor**2 * radicand)


@area_of_half_square.check
def _(question: str) -> float:
    factor, radicand = map(int, numbers(question))
    leg = factor * sqrt(radicand) * sqrt(2)
    return leg * leg / 2


@functionalize("test/prealgebra/1646.json", b=ints(100, 125), c=ints(100, 112))
def angle_of_trisectors(b: int = 110, c: int = 100) -> Variant:
    """Angle in degrees between trisectors of two angles of a quadrilateral, from its other two angles."""
    require(b != c and (b + c) % 3 == 0 and b + c <= 225)
    return Variant({"110": b, "100": c}, 180 - 2 * (360 - b - c) // 3)


@angle_of_trisectors.check
def _(question: str) -> float:
    b, c = map(int, re.findall(r"(\d{3})\^", question))
    # One of the quadrilaterals with these angles: the trisectors from 0 and from 1 meet at f.
    at_a = (360 - b - c) * 0.55
    x, y = radians(at_a / 3), radians((360 - b - c - at_a) / 3)
    across = tan(2 * y) / (tan(2 * x) + tan(2 * y))
    f = complex(across, across * tan(2 * x))
    return abs(degrees(cmath.phase(-f / (1 - f))))

"""Geometry: rectangles, trapezoids, similar triangles, secants of a circle, cevians of a triangle."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd

from gap_tasks.functional.problem import Answer, Number, ints, problem, require

Point = tuple[Number, Number]


def shoelace(corners: Sequence[Point]) -> Fraction:
    """Area of a simple polygon from its corners in order."""
    turns = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(Fraction(sum(x * v - u * y for (x, y), (u, v) in turns), 2))


@problem(level=1, source="own", width=ints(4, 9), length=ints(12, 40))
def perimeter_from_area(width: int = 8, length: int = 34) -> Answer:
    """Perimeter of a rectangle with a given side and area [cm]."""
    return Answer(
        f"A rectangle is {width} cm wide and has an area of {width * length} square centimeters. "
        "What is its perimeter, in centimeters?",
        2 * (width + length),
    )


@perimeter_from_area.check
def _(printed: list[int]) -> int:
    width, area = printed
    (other,) = (side for side in range(1, area + 1) if width * side == area)
    return width + other + width + other


@problem(level=2, source="own", short=ints(10, 40), long=ints(12, 60), height=ints(5, 30))
def trapezoid_height(short: int = 14, long: int = 26, height: int = 18) -> Answer:
    """Height of a trapezoid with given parallel sides and area [cm]."""
    require(long > short and (short + long) % 2 == 0)
    area = (short + long) * height // 2
    return Answer(
        f"The parallel sides of a trapezoid are {short} cm and {long} cm long, and its area is {area} square "
        "centimeters. What is the distance between the parallel sides, in centimeters?",
        height,
    )


@trapezoid_height.check
def _(printed: list[int]) -> int:
    short, long, area = printed
    (height,) = (h for h in range(1, 200) if shoelace([(0, 0), (long, 0), (short + 1, h), (1, h)]) == area)
    return height


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


@problem(level=4, source="own", a=ints(3, 9), ab=ints(10, 40), c=ints(3, 9))
def two_secants(a: int = 6, ab: int = 18, c: int = 8) -> Answer:
    """Chord that a second secant cuts off, from the power of a point."""
    require(a * (a + ab) % c == 0)
    chord = a * (a + ab) // c - c
    require(chord >= 2)
    return Answer(
        "Two lines through a point $P$ outside a circle meet the circle, the first at $A$ and $B$ and the second at "
        "$C$ and $D$, where $A$ lies between $P$ and $B$ and $C$ lies between $P$ and $D$. "
        f"If $PA = {a}$, $AB = {ab}$ and $PC = {c}$, what is the length of $CD$?",
        chord,
    )


@two_secants.check
def _(a: int, ab: int, c: int) -> Fraction:
    # P at the origin, A and B on the x-axis, C in the direction (3/5, 4/5); the center is as far from C as from A.
    b = a + ab
    center_x = Fraction(a + b, 2)
    x, y = Fraction(3 * c, 5), Fraction(4 * c, 5)
    center_y = ((x - center_x) ** 2 + y**2 - (a - center_x) ** 2) / (2 * y)
    # The chord is twice the way from C to the foot of the center on the second line.
    foot = center_x * Fraction(3, 5) + center_y * Fraction(4, 5)
    return 2 * (foot - c)


@problem(level=5, source="own", bd=ints(2, 9), dc=ints(2, 9), ce=ints(2, 9), ea=ints(2, 9))
def crossing_cevians(bd: int = 3, dc: int = 5, ce: int = 7, ea: int = 4) -> Answer:
    """Share of a triangle cut off by two cevians that divide their sides in given ratios."""
    require(gcd(bd, dc) == 1 and gcd(ce, ea) == 1)
    # Weights that balance at F, after both ratios are brought to one weight at C.
    at_a, at_b, at_c = bd * ce, dc * ea, bd * ea
    return Answer(
        f"In triangle $ABC$, point $D$ lies on side $BC$ with $BD : DC = {bd} : {dc}$, and point $E$ lies on side $CA$ "
        f"with $CE : EA = {ce} : {ea}$. Segments $AD$ and $BE$ meet at $F$. What fraction of the area of triangle "
        "$ABC$ is the area of triangle $ABF$?",
        Fraction(at_c, at_a + at_b + at_c),
    )


@crossing_cevians.check
def _(bd: int, dc: int, ce: int, ea: int) -> Fraction:
    # A, B, C at (0, 0), (1, 0), (0, 1): F is where the line from A to D meets the line from B to E.
    d = (Fraction(dc, bd + dc), Fraction(bd, bd + dc))
    e = Fraction(ea, ce + ea)
    # On BE x + y / e = 1, on AD the point is t * d.
    t = 1 / (d[0] + d[1] / e)
    whole, part = shoelace([(0, 0), (1, 0), (0, 1)]), shoelace([(0, 0), (1, 0), (t * d[0], t * d[1])])
    return part / whole

"""Geometry, level 3."""

from __future__ import annotations

from fractions import Fraction
from math import atan, atan2, cos, degrees, pi, radians, sin, tan

from gap_tasks.functional.geometry.polygon import shoelace
from gap_tasks.functional.geometry.triangles import OBLIQUE, Sides, twice_area
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


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


@problem(level=3, source="own", total=ints(1000, 3300))
def left_out_angle(total: int = 2037) -> Answer:
    """Interior angle of a convex polygon from the sum of the others [degrees]."""
    rest = 180 - total % 180
    require(100 <= rest <= 170)
    return Answer(
        f"All interior angles of a convex polygon except one add up to ${total}^\\circ$. "
        "How many degrees does the remaining interior angle measure?",
        rest,
    )


@left_out_angle.check
def _(printed: list[int]) -> int:
    (total,) = printed
    # The exterior angles add up to a full turn, so the last one is what the others leave of it.
    outside = ((corners, 360 - (180 * (corners - 1) - total)) for corners in range(3, 40))
    (last,) = (angle for _corners, angle in outside if 0 < angle < 180)
    return 180 - last


@problem(
    level=3,
    source="own",
    sides=one_of(*(sides for sides in OBLIQUE if twice_area(sides) % sum(sides) == 0)),
)
def inscribed_circle_radius(sides: Sides = (41, 39, 50)) -> Answer:
    """Radius of the circle inscribed in a triangle with given sides."""
    radius = twice_area(sides) // sum(sides)
    require(radius >= 7)
    return Answer(
        f"The sides of triangle $ABC$ are $AB = {sides[0]}$, $BC = {sides[1]}$ and $CA = {sides[2]}$. "
        "What is the radius of the circle inscribed in the triangle?",
        radius,
    )


@inscribed_circle_radius.check
def _(printed: list[int]) -> int:
    # The lines from the vertices to the center halve the angles: the halves add up to a right angle.
    tangents = [sum(printed) / 2 - side for side in printed]
    low, high = 0.0, 99.0
    for _step in range(60):
        radius = (low + high) / 2
        low, high = (radius, high) if sum(atan(radius / t) for t in tangents) < pi / 2 else (low, radius)
    return round(low)


@problem(level=3, source="own", a=ints(10, 24), b=ints(2, 9), c=ints(2, 9))
def volume_from_faces(a: int = 12, b: int = 5, c: int = 8) -> Answer:
    """Volume of a rectangular box from the areas of its faces [cubic centimeters]."""
    require(b != c and 100 <= a * b * c <= 999)
    return Answer(
        f"Three faces of a rectangular box meet at one corner, and their areas are {a * b}, {b * c} and {c * a} square "
        "centimeters. What is the volume of the box, in cubic centimeters?",
        a * b * c,
    )


@volume_from_faces.check
def _(printed: list[int]) -> Fraction:
    first, second, third = printed
    (edge,) = (a for a in range(1, 100) if Fraction(first, a) * Fraction(third, a) == second)
    return edge * Fraction(first, edge) * Fraction(third, edge)


@problem(level=3, source="own", m=ints(2, 9), b=ints(10, 60), n=ints(2, 9), c=ints(10, 60))
def area_under_lines(m: int = 3, b: int = 24, n: int = 2, c: int = 44) -> Answer:
    """Area of the triangle between two lines and the x-axis."""
    require(m != n and b != c and b % m == c % n == 0 and (c - b) % (m + n) == 0)
    left, right = -b // m, c // n
    height = m * (c - b) // (m + n) + b
    require((right - left) * height % 2 == 0 and 100 <= (right - left) * height // 2 <= 999)
    return Answer(
        f"The line $y = {m}x + {b}$, the line $y = -{n}x + {c}$ and the $x$-axis enclose a triangle. What is its area?",
        (right - left) * height // 2,
    )


@area_under_lines.check
def _(m: int, b: int, n: int, c: int) -> Fraction:
    x = Fraction(c - b, m + n)
    return shoelace([(Fraction(-b, m), 0), (Fraction(c, n), 0), (x, c - n * x)])


@problem(level=3, source="own", at_b=ints(51, 88), at_c=ints(12, 60))
def altitude_to_bisector(at_b: int = 74, at_c: int = 38) -> Answer:
    """Angle between the altitude and the bisector from one vertex of an acute triangle [degrees]."""
    require(at_b + at_c > 92 and (at_b - at_c) % 2 == 0 and at_b - at_c >= 20)
    return Answer(
        f"In triangle $ABC$, the angle at $B$ measures ${at_b}^\\circ$ and the angle at $C$ measures ${at_c}^\\circ$. "
        "The altitude from $A$ meets side $BC$ at $H$, and the bisector of the angle at $A$ meets side $BC$ at $L$. "
        "How many degrees does angle $HAL$ measure?",
        (at_b - at_c) // 2,
    )


@altitude_to_bisector.check
def _(at_b: int, at_c: int) -> int:
    # H at the origin and A one above it; the bisector goes along the sum of the unit vectors to B and C.
    b, c = -1 / tan(radians(at_b)), 1 / tan(radians(at_c))
    down_b, down_c = atan2(-1, b), atan2(-1, c)
    x, y = cos(down_b) + cos(down_c), sin(down_b) + sin(down_c)
    return round(abs(degrees(atan2(x, -y))))

"""Geometry, level 5."""

from __future__ import annotations

from fractions import Fraction
from math import asin, gcd, isqrt, pi, sqrt

from gap_tasks.functional.geometry.polygon import shoelace
from gap_tasks.functional.geometry.triangles import OBLIQUE, Sides, twice_area
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


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


@problem(level=5, source="own", medians=one_of(*OBLIQUE))
def area_from_medians(medians: Sides = (58, 41, 51)) -> Answer:
    """Area of a triangle from its three medians [square centimeters]."""
    # Four thirds of the area of a triangle that has the medians as its sides.
    return Answer(
        f"The medians of a triangle are {medians[0]} cm, {medians[1]} cm and {medians[2]} cm long. "
        "What is the area of the triangle, in square centimeters?",
        2 * twice_area(medians) // 3,
    )


@area_from_medians.check
def _(printed: list[int]) -> Fraction:
    # The squares of the sides, then the base on the x-axis and the third vertex by its two distances.
    squares = [m * m for m in printed]
    a, b, c = (Fraction(4 * (2 * sum(squares) - 3 * square), 9) for square in squares)
    x_square = (a + b - c) ** 2 / (4 * a)
    area_square = a * (b - x_square) / 4
    return Fraction(isqrt(area_square.numerator), isqrt(area_square.denominator))


@problem(level=5, source="own", a=ints(10, 35), b=ints(10, 35))
def circle_around_hexagon(a: int = 11, b: int = 20) -> Answer:
    """Area of the circle around a hexagon with three equal sides and then three others, as a multiple of pi."""
    # Reordering the sides keeps the circle; where they alternate, every angle of the hexagon is 120 degrees.
    require(a != b and (a - b) % 3 == 0)
    square = (a * a + a * b + b * b) // 3
    require(square <= 999)
    return Answer(
        f"A convex hexagon is inscribed in a circle. Its sides, in order, have the lengths {a}, {a}, {a}, {b}, {b} and "
        f"{b}. The area of the circle is $k\\pi$. What is the value of $k$?",
        square,
    )


@circle_around_hexagon.check
def _(printed: list[int]) -> int:
    # The radius at which the six central angles make a full turn.
    low, high = max(printed) / 2, 99.0
    for _step in range(60):
        radius = (low + high) / 2
        low, high = (radius, high) if sum(2 * asin(side / 2 / radius) for side in printed) > 2 * pi else (low, radius)
    return round(low**2)


@problem(level=5, source="own", ac=ints(10, 60), cb=ints(10, 60))
def circle_between_semicircles(ac: int = 16, cb: int = 24) -> Answer:
    """Radius of the circle that touches three semicircles on one line."""
    radius = Fraction(ac * cb * (ac + cb), 2 * (ac * ac + ac * cb + cb * cb))
    require(ac != cb and 100 <= radius.numerator <= 999)
    return Answer(
        f"Point $C$ lies on segment $AB$ with $AC = {ac}$ and $CB = {cb}$. Semicircles with the diameters $AB$, $AC$ "
        "and $CB$ are drawn on the same side of line $AB$. A circle lies inside the largest semicircle and outside the "
        "two smaller ones, and it is tangent to the arcs of all three. What is the radius of this circle?",
        radius,
    )


@circle_between_semicircles.check
def _(ac: int, cb: int) -> Fraction:
    left, right, outer = ac / 2, cb / 2, (ac + cb) / 2
    low, high = 0.0, right
    for _step in range(80):
        radius = (low + high) / 2
        # The center at its distances from the midpoints of AB and AC, with A at the origin.
        x = radius * (outer + left) / (outer - left)
        y = sqrt(max(0.0, (left + radius) ** 2 - (x - left) ** 2))
        too_far = (x - ac - right) ** 2 + y * y > (right + radius) ** 2
        low, high = (radius, high) if too_far else (low, radius)
    return Fraction(low).limit_denominator(1000)


@problem(level=5, source="own", x=ints(7, 22), y=ints(7, 22), z=ints(7, 22))
def volume_from_opposite_edges(x: int = 11, y: int = 15, z: int = 10) -> Answer:
    """Volume of a tetrahedron whose opposite edges are equal."""
    # Its edges are the diagonals of the faces of a box, and four corners of the box, each a sixth of it, are cut off.
    squares = (x * x + y * y, y * y + z * z, z * z + x * x)
    require(len({x, y, z}) == 3 and all(isqrt(square) ** 2 != square for square in squares))
    require(x * y * z % 3 == 0 and 300 <= x * y * z < 3000)
    return Answer(
        rf"In tetrahedron $ABCD$, $AB = CD = \sqrt{{{squares[0]}}}$, $AC = BD = \sqrt{{{squares[1]}}}$ and "
        rf"$AD = BC = \sqrt{{{squares[2]}}}$. What is the volume of the tetrahedron?",
        x * y * z // 3,
    )


@volume_from_opposite_edges.check
def _(printed: list[int]) -> int:
    # The determinant of the dot products of the edges at A is 36 times the square of the volume.
    ab, ac, ad = printed
    b_c, b_d, c_d = Fraction(ab + ac - ad, 2), Fraction(ab + ad - ac, 2), Fraction(ac + ad - ab, 2)
    determinant = ab * ac * ad + 2 * b_c * b_d * c_d - ab * c_d**2 - ac * b_d**2 - ad * b_c**2
    return isqrt(int(determinant) // 36)


@problem(level=5, source="own", length=ints(20, 99), width=ints(12, 80))
def cushion_rebounds(length: int = 91, width: int = 63) -> Answer:
    """Number of rebounds of a ball between two corners of a billiard table."""
    common = gcd(length, width)
    rebounds = (length + width) // common - 2
    require(length > width and common >= 2 and 10 <= rebounds <= 99)
    return Answer(
        f"A rectangular billiard table is {length} inches long and {width} inches wide. A ball, treated as a point, "
        r"starts from a corner at an angle of $45^\circ$ to the sides and moves in a straight line. Whenever it meets "
        "a side between two corners, it rebounds at the same angle. It stops when it reaches a corner. "
        "How many times does the ball rebound?",
        rebounds,
    )


@cushion_rebounds.check
def _(length: int, width: int) -> int:
    x, y, right, up, rebounds = 0, 0, 1, 1, 0
    while True:
        step = min(length - x if right > 0 else x, width - y if up > 0 else y)
        x, y = x + right * step, y + up * step
        if x in (0, length) and y in (0, width):
            return rebounds
        rebounds += 1
        right, up = (-right, up) if x in (0, length) else (right, -up)

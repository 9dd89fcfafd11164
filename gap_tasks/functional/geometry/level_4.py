"""Geometry, level 4."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, hypot, sqrt

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


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


CHORDS = one_of(*range(10, 59, 2))


@problem(level=4, source="own", first=CHORDS, second=CHORDS, apart=ints(11, 49))
def circle_area_from_chords(first: int = 38, second: int = 46, apart: int = 28) -> Answer:
    """Area of a circle from two parallel chords and their distance, as a multiple of pi."""
    # Twice the distance to the first chord, times the distance between the chords.
    product = apart**2 + (second // 2) ** 2 - (first // 2) ** 2
    # Chords whose halves are each the distance to the other one would be special.
    require(first != second and first + second != 2 * apart and product % (2 * apart) == 0)
    near = product // (2 * apart)
    require(2 <= near <= apart - 2)
    square = near**2 + (first // 2) ** 2
    require(100 <= square <= 999)
    return Answer(
        f"Two parallel chords of a circle are {first} cm and {second} cm long. They lie on opposite sides of the "
        f"center, and the distance between them is {apart} cm. The area of the circle is $k\\pi$ square centimeters. "
        "What is the value of $k$?",
        square,
    )


@circle_area_from_chords.check
def _(first: int, second: int, apart: int) -> int:
    # The larger the circle, the farther apart the chords.
    low, high = max(first, second) ** 2 / 4, 1e4
    for _step in range(80):
        square = (low + high) / 2
        reached = sqrt(square - first**2 / 4) + sqrt(square - second**2 / 4)
        low, high = (square, high) if reached < apart else (low, square)
    return round(low)


@problem(level=4, source="own", edges=ints(25, 90), diagonal=ints(16, 80))
def total_edge_length(edges: int = 47, diagonal: int = 29) -> Answer:
    """Sum of the edges of a rectangular box from its surface area and space diagonal [cm]."""
    # The three edges at a corner add up to `edges`; there are such edges between a flat box and a cube.
    require(diagonal < edges and edges**2 < 3 * diagonal**2)
    return Answer(
        f"The six faces of a rectangular box have a total area of {edges**2 - diagonal**2} square centimeters, and two "
        f"corners of the box that lie on no common face are {diagonal} cm apart. "
        "What is the total length of the twelve edges of the box, in centimeters?",
        4 * edges,
    )


@total_edge_length.check
def _(printed: list[int]) -> int:
    surface, diagonal = printed
    # Of all such boxes the one with a square base: the more of a cube it is, the larger its surface.
    low, high = 0.0, diagonal / sqrt(3)
    for _step in range(60):
        base = (low + high) / 2
        height = sqrt(diagonal**2 - 2 * base**2)
        low, high = (base, high) if 2 * base**2 + 4 * base * height < surface else (low, base)
    return round(8 * base + 4 * height)


@problem(level=4, source="own", px=ints(10, 40), py=ints(10, 40), qx=ints(10, 40), qy=ints(10, 40))
def interior_lattice_points(px: int = 36, py: int = 12, qx: int = 15, qy: int = 33) -> Answer:
    """Number of points with whole coordinates inside a triangle with such vertices."""
    twice = abs(px * qy - py * qx)
    edges = (gcd(px, py), gcd(qx, qy), gcd(px - qx, py - qy))
    require(sum(edge > 1 for edge in edges) >= 2 and len({px, py, qx, qy}) == 4)
    inside = (twice - sum(edges)) // 2 + 1
    require(inside >= 100)
    return Answer(
        f"A triangle has the vertices $(0, 0)$, $({px}, {py})$ and $({qx}, {qy})$. How many points whose coordinates "
        "are both integers lie inside the triangle? Points on its sides do not count.",
        inside,
    )


@interior_lattice_points.check
def _(px: int, py: int, qx: int, qy: int) -> int:
    if px * qy < py * qx:
        px, py, qx, qy = qx, qy, px, py
    return sum(
        px * y > py * x and qy * x > qx * y and (qx - px) * (y - py) > (qy - py) * (x - px)
        for x in range(max(px, qx) + 1)
        for y in range(max(py, qy) + 1)
    )


@problem(level=4, source="own", p=ints(2, 6), q=ints(2, 6), unit=ints(5, 30), part=ints(3, 9))
def squared_bisector_length(p: int = 2, q: int = 3, unit: int = 12, part: int = 5) -> Answer:
    """Square of the bisector of an angle, from the sides of the triangle."""
    ab, ac, bc = unit * p, unit * q, part * (p + q)
    require(gcd(p, q) == 1 and abs(ab - ac) < bc < ab + ac and bc not in (ab, ac))
    square = ab * ac - part * p * part * q
    require(100 <= square <= 999)
    return Answer(
        f"In triangle $ABC$, $AB = {ab}$, $AC = {ac}$ and $BC = {bc}$. The bisector of the angle at $A$ meets side "
        "$BC$ at $D$. What is the value of $AD^2$?",
        square,
    )


@squared_bisector_length.check
def _(printed: list[int]) -> int:
    ab, ac, bc, _power = printed
    # B at the origin and C on the x-axis; from A the bisector goes along the sum of the unit vectors to B and C.
    x = (ab**2 + bc**2 - ac**2) / (2 * bc)
    y = sqrt(ab**2 - x * x)
    along = (-x / ab + (bc - x) / ac, -y / ab - y / ac)
    return round(hypot(along[0] / along[1] * y, y) ** 2)


@problem(level=4, source="own", side=ints(100, 400), dp=ints(20, 99))
def part_below_fold(side: int = 210, dp: int = 84) -> Answer:
    """Segment that a folded edge of a square cuts off on another side [millimeters]."""
    require(2 * side * dp % (side + dp) == 0 and side != 2 * dp)
    return Answer(
        f"A square sheet of paper $ABCD$ has sides {side} mm long. Point $P$ lies on side $CD$ with $DP = {dp}$ mm. "
        "The sheet is folded once, along a straight line, so that corner $A$ comes to lie on $P$. In its new position, "
        "the edge $AB$ crosses side $BC$ at a point $R$. What is the length of $CR$, in millimeters?",
        2 * side * dp // (side + dp),
    )


@part_below_fold.check
def _(side: int, dp: int) -> Fraction:
    # D at the origin, C on the x-axis, A on the y-axis. The fold is the perpendicular bisector of AP, and a point lands
    # on its mirror image.
    def folded(x: int, y: int) -> tuple[Fraction, Fraction]:
        beyond = (Fraction(2 * dp * x - 2 * side * y) - dp**2 + side**2) / (dp**2 + side**2)
        return x - beyond * dp, y + beyond * side

    (px, py), (qx, qy) = folded(0, side), folded(side, side)
    return py + (side - px) * (qy - py) / (qx - px)

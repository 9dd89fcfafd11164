"""Precalculus, level 3."""

from __future__ import annotations

from cmath import rect
from fractions import Fraction
from itertools import product
from math import acos, asin, cos, dist, isqrt, pi, sin

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require

LEGS = one_of(
    *((12, 13), (15, 17), (24, 25), (20, 29), (21, 29), (12, 37), (35, 37), (40, 41)),
    *((28, 53), (45, 53), (11, 61), (60, 61), (16, 65), (33, 65), (56, 65), (63, 65)),
)
"""A leg and the hypotenuse of right triangles with whole sides."""

QUADRANTS = ("first", "second", "third", "fourth")

Pair = tuple[int, int]
Point = tuple[int, int, int]
PAIRS = one_of(*product(range(1, 10), repeat=2))
POINTS = one_of(*product(range(1, 10), repeat=3))


@problem(level=3, source="own", near=LEGS, far=LEGS)
def sine_of_sum(near: tuple[int, int] = (21, 29), far: tuple[int, int] = (35, 37)) -> Answer:
    """Sine of the sum of two angles, each known by one function and its range."""
    (p, r), (q, s) = near, far
    require(r != s)
    sin_alpha, cos_alpha = Fraction(isqrt(r * r - p * p), r), Fraction(p, r)
    sin_beta, cos_beta = Fraction(q, s), -Fraction(isqrt(s * s - q * q), s)
    total = sin_alpha * cos_beta + cos_alpha * sin_beta
    require(total > 0)
    return Answer(
        rf"The angle $\alpha$ is acute with $\cos \alpha = \frac{{{p}}}{{{r}}}$, and the angle $\beta$ is obtuse with "
        rf"$\sin \beta = \frac{{{q}}}{{{s}}}$. What is the value of $\sin(\alpha + \beta)$?",
        total,
    )


@sine_of_sum.check
def _(near: tuple[int, int], far: tuple[int, int]) -> Fraction:
    alpha, beta = acos(near[0] / near[1]), pi - asin(far[0] / far[1])
    # The two hypotenuses bound the denominator, far below what a float tells apart.
    return Fraction(sin(alpha + beta)).limit_denominator(near[1] * far[1])


@problem(level=3, source="own", a=POINTS, b=POINTS, c=POINTS, d=POINTS)
def tetrahedron_volume(
    a: Point = (2, 7, 4), b: Point = (8, 5, 3), c: Point = (6, 1, 9), d: Point = (3, 6, 1)
) -> Answer:
    """Volume of a tetrahedron from its vertices."""
    # No edge parallel to a coordinate plane, else some differences vanish.
    require(all(len(set(axis)) == 4 for axis in zip(a, b, c, d, strict=True)))
    (p, q, r), (s, t, u), (v, w, x) = ([end - start for start, end in zip(a, to, strict=True)] for to in (b, c, d))
    six_volumes = abs(p * (t * x - u * w) - q * (s * x - u * v) + r * (s * w - t * v))
    require(six_volumes % 6 == 0 and six_volumes >= 60)
    return Answer(
        f"What is the volume of the tetrahedron with vertices $A = {a}$, $B = {b}$, $C = {c}$ and $D = {d}$?",
        six_volumes // 6,
    )


@tetrahedron_volume.check
def _(a: Point, b: Point, c: Point, d: Point) -> int:
    # From the lengths of the edges: the dot products of three edges at A have a determinant of 36 V^2.
    def square(start: Point, end: Point) -> int:
        return sum((x - y) ** 2 for x, y in zip(start, end, strict=True))

    bb, cc, dd = (square(a, end) for end in (b, c, d))
    bc, bd, cd = (Fraction(square(a, s) + square(a, t) - square(s, t), 2) for s, t in ((b, c), (b, d), (c, d)))
    return isqrt(int(bb * cc * dd + 2 * bc * bd * cd - bb * cd**2 - cc * bd**2 - dd * bc**2) // 36)


@problem(level=3, source="own", first=ints(4, 9), second=ints(4, 9), total=ints(10, 16), m=ints(2, 5), n=ints(2, 5))
def squared_length(first: int = 7, second: int = 8, total: int = 12, m: int = 3, n: int = 2) -> Answer:
    """Square of the length of a combination of two vectors, from their lengths and that of their sum."""
    twice_dot = total**2 - first**2 - second**2
    require(total < first + second and twice_dot != 0 and first != second and m != n)
    square = m * m * first**2 - m * n * twice_dot + n * n * second**2
    require(100 <= square < 1000)
    return Answer(
        rf"The vectors $\mathbf{{u}}$ and $\mathbf{{v}}$ satisfy $|\mathbf{{u}}| = {first}$, "
        rf"$|\mathbf{{v}}| = {second}$ and $|\mathbf{{u}} + \mathbf{{v}}| = {total}$. "
        rf"What is $|{m}\mathbf{{u}} - {n}\mathbf{{v}}|^2$?",
        square,
    )


@squared_length.check
def _(first: int, second: int, total: int, m: int, n: int) -> Fraction:
    # The first vector along the x-axis: the length of the sum fixes how far the second one reaches.
    x = Fraction(total**2 - second**2 - first**2, 2 * first)
    y_square = second**2 - x**2
    return (m * first - n * x) ** 2 + n * n * y_square


@problem(level=3, source="own", a=one_of(*range(10, 51, 2)), b=one_of(*range(10, 51, 2)))
def polar_circle(a: int = 26, b: int = 38) -> Answer:
    """Area of the circle of a polar equation, as a multiple of pi."""
    require(a != b)
    return Answer(
        rf"The graph of the polar equation $r = {a} \cos \theta + {b} \sin \theta$ is a circle. "
        r"Its area is $k\pi$. What is the value of $k$?",
        (a // 2) ** 2 + (b // 2) ** 2,
    )


@polar_circle.check
def _(a: int, b: int) -> int:
    # Three points of the graph; their circle has radius (product of the sides) / (4 * area of the triangle).
    angles = (0.2, 0.9, 1.8)
    (x1, y1), (x2, y2), (x3, y3) = points = [
        (r * cos(angle), r * sin(angle)) for angle in angles for r in [a * cos(angle) + b * sin(angle)]
    ]
    four_areas = 2 * abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1))
    sides = dist(points[0], points[1]) * dist(points[1], points[2]) * dist(points[2], points[0])
    return round((sides / four_areas) ** 2)


@problem(level=3, source="own", n=ints(21, 99), value=ints(11, 99), quadrant=one_of(*QUADRANTS))
def roots_in_quadrant(n: int = 47, value: int = 83, quadrant: str = "second") -> Answer:
    """Number of complex roots of a positive number that lie inside one quadrant."""
    before = QUADRANTS.index(quadrant)
    return Answer(
        f"How many of the complex solutions of $z^{{{n}}} = {value}$ lie inside the {quadrant} quadrant of the complex "
        "plane? Points on the axes belong to no quadrant.",
        ((before + 1) * n - 1) // 4 - before * n // 4,
    )


@roots_in_quadrant.check
def _(n: int, value: int, quadrant: str) -> int:
    right, above = quadrant in ("first", "fourth"), quadrant in ("first", "second")
    roots = [rect(value ** (1 / n), 2 * pi * k / n) for k in range(n)]
    inside = [z for z in roots if min(abs(z.real), abs(z.imag)) > 1e-9]
    return sum((z.real > 0) == right and (z.imag > 0) == above for z in inside)


@problem(level=3, source="own", a=PAIRS, b=PAIRS, image_a=PAIRS, image_b=PAIRS)
def determinant_from_images(
    a: Pair = (4, 1), b: Pair = (3, 5), image_a: Pair = (9, 2), image_b: Pair = (7, 6)
) -> Answer:
    """Determinant of a matrix from its products with two vectors."""
    before, after = a[0] * b[1] - a[1] * b[0], image_a[0] * image_b[1] - image_a[1] * image_b[0]
    require(abs(before) >= 2 and before * after > 0)

    def column(pair: Pair) -> str:
        return rf"\begin{{pmatrix}} {pair[0]} \\ {pair[1]} \end{{pmatrix}}"

    return Answer(
        rf"The $2 \times 2$ matrix $M$ satisfies $M {column(a)} = {column(image_a)}$ and "
        rf"$M {column(b)} = {column(image_b)}$. What is the determinant of $M$?",
        Fraction(after, before),
    )


@determinant_from_images.check
def _(a: Pair, b: Pair, image_a: Pair, image_b: Pair) -> Fraction:
    # Row by row, the matrix itself: x * a[0] + y * a[1] and x * b[0] + y * b[1] are known.
    rows = []
    for at_a, at_b in zip(image_a, image_b, strict=True):
        y = (at_b - Fraction(at_a * b[0], a[0])) / (b[1] - Fraction(a[1] * b[0], a[0]))
        rows.append(((at_a - a[1] * y) / a[0], y))
    return rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0]

"""Precalculus: perpendicular vectors, determinants, angle sums, reflections, extreme values of trigonometric forms."""

from __future__ import annotations

from fractions import Fraction
from math import acos, asin, cos, isqrt, pi, sin

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=1, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(10, 60))
def perpendicular(a: int = 5, b: int = 4, c: int = 12) -> Answer:
    """Component that makes two plane vectors perpendicular."""
    require(a * c % b == 0)
    return Answer(
        rf"For what real number $t$ are the vectors $\langle t, {a} \rangle$ and $\langle {b}, -{c} \rangle$ "
        "perpendicular?",
        a * c // b,
    )


@perpendicular.check
def _(a: int, b: int, c: int) -> int:
    # Pythagoras: the vectors are perpendicular where the square of their sum is the sum of their squares.
    (found,) = (t for t in range(-600, 601) if (t + b) ** 2 + (a - c) ** 2 == t**2 + a**2 + b**2 + c**2)
    return found


@problem(level=2, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def squared_matrix(a: int = 7, b: int = 3, c: int = 5, d: int = 4) -> Answer:
    """Determinant of the square of a matrix."""
    require(10 <= a * d - b * c <= 31)
    return Answer(
        rf"Let $A = \begin{{pmatrix}} {a} & {b} \\ {c} & {d} \end{{pmatrix}}$. What is the determinant of $A^2$?",
        (a * d - b * c) ** 2,
    )


@squared_matrix.check
def _(a: int, b: int, c: int, d: int) -> int:
    return (a * a + b * c) * (c * b + d * d) - (a * b + b * d) * (c * a + d * c)


LEGS = one_of(
    *((12, 13), (15, 17), (24, 25), (20, 29), (21, 29), (12, 37), (35, 37), (40, 41)),
    *((28, 53), (45, 53), (11, 61), (60, 61), (16, 65), (33, 65), (56, 65), (63, 65)),
)
"""A leg and the hypotenuse of right triangles with whole sides."""


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


@problem(level=4, source="own", x=ints(2, 9), y=ints(2, 9), slope=ints(2, 9))
def reflected_point(x: int = 9, y: int = 4, slope: int = 6) -> Answer:
    """Coordinate of a point's mirror image in a line through the origin."""
    # Points that land left of the y-axis: one sign for every answer, and no point on the line.
    require((slope * slope - 1) * x > 2 * slope * y)
    return Answer(
        f"The point $({x}, {y})$ is reflected across the line $y = {slope}x$. What is the $x$-coordinate of its image?",
        Fraction((1 - slope * slope) * x + 2 * slope * y, 1 + slope * slope),
    )


@reflected_point.check
def _(x: int, y: int, slope: int) -> Fraction:
    # The foot of the perpendicular lies halfway between the point and its image.
    intercept = y + Fraction(x, slope)
    foot = intercept / (slope + Fraction(1, slope))
    return 2 * foot - x


@problem(level=5, source="own", scale=ints(1, 9), m=ints(2, 6), n=ints(1, 5), last=ints(10, 60))
def largest_value(scale: int = 2, m: int = 3, n: int = 2, last: int = 21) -> Answer:
    """Maximum of a quadratic form in sine and cosine, by way of the double angle."""
    # Legs and hypotenuse of a right triangle with whole sides make the amplitude rational.
    require(m > n)
    leg, middle, amplitude = scale * (m * m - n * n), 2 * scale * m * n, scale * (m * m + n * n)
    return Answer(
        rf"What is the largest value of ${last + leg}\sin^2 x + {middle}\sin x \cos x + {last}\cos^2 x$, "
        "where $x$ is a real number?",
        Fraction(leg + 2 * last + amplitude, 2),
    )


@largest_value.check
def _(printed: list[int]) -> Fraction:
    a, _square, b, c, _other_square = printed
    steps = (pi * i / 720 for i in range(720))
    best = max(a * sin(x) ** 2 + b * sin(x) * cos(x) + c * cos(x) ** 2 for x in steps)
    # On this grid the maximum is missed by less than 0.01, and it is a multiple of a half.
    return Fraction(round(2 * best), 2)

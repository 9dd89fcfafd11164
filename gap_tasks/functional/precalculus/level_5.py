"""Precalculus, level 5."""

from __future__ import annotations

from fractions import Fraction
from math import cos, pi, sin

from gap_tasks.functional.problem import Answer, ints, problem, require


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

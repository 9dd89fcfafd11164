"""Precalculus, level 3."""

from __future__ import annotations

from fractions import Fraction
from math import acos, asin, isqrt, pi, sin

from gap_tasks.functional.problem import Answer, one_of, problem, require

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

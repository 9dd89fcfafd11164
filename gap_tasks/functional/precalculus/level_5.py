"""Precalculus, level 5."""

from __future__ import annotations

from cmath import rect
from fractions import Fraction
from math import atan, cos, gcd, pi, prod, radians, sin, tan

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


@problem(level=5, source="own", a=ints(11, 45), b=ints(10, 44))
def solutions_counted_once(a: int = 21, b: int = 16) -> Answer:
    """Number of angles at which a sine and a cosine of different multiples agree."""
    # 2 to a higher power in b than in a: only then do the two families of solutions have an angle in common.
    require((b & -b) > (a & -a) and gcd(a, b) == 1)
    return Answer(
        rf"How many angles $x$ with $0^\circ \le x < 360^\circ$ satisfy $\sin {a}x = \cos {b}x$?",
        2 * max(a, b) - 1,
    )


@solutions_counted_once.check
def _(a: int, b: int) -> int:
    # Every solution is a multiple of 90 degrees over the product of a + b and a - b.
    steps = 4 * (a + b) * abs(a - b)
    turn = 2 * pi / steps
    return sum(abs(sin(a * i * turn) - cos(b * i * turn)) < 1e-9 for i in range(steps))


@problem(level=5, source="own", p=ints(2, 9), q=ints(2, 9), r=ints(2, 9))
def squared_cosine(p: int = 2, q: int = 9, r: int = 5) -> Answer:
    """Square of the cosine of an angle of a triangle, from the ratio of the tangents."""
    require(len({p, q, r}) == 3 and gcd(p, q, r) == 1)
    return Answer(
        rf"In triangle $ABC$, the tangents of the angles satisfy $\tan A : \tan B : \tan C = {p} : {q} : {r}$. "
        r"What is the value of $\cos^2 A$?",
        Fraction(q * r, (p + q) * (p + r)),
    )


@squared_cosine.check
def _(p: int, q: int, r: int) -> Fraction:
    # The common factor of the tangents for which the angles add up to a half turn, by bisection.
    low, high = 0.0, 9.0
    for _step in range(60):
        factor = (low + high) / 2
        if atan(p * factor) + atan(q * factor) + atan(r * factor) < pi:
            low = factor
        else:
            high = factor
    return Fraction(cos(atan(p * low)) ** 2).limit_denominator(400)


@problem(level=5, source="own", sides=ints(5, 9), radius=ints(2, 9), away=ints(2, 9))
def product_of_distances(sides: int = 7, radius: int = 3, away: int = 5) -> Answer:
    """Product of the distances from a point to the vertices of a regular polygon."""
    power = abs(away**sides - radius**sides)
    require(100 <= power < 1_000_000)
    return Answer(
        f"A regular polygon with {sides} sides is inscribed in a circle with center $O$ and radius {radius}. "
        f"Point $P$ lies on the ray from $O$ through one of the vertices, and $OP = {away}$. "
        f"What is the product of the {sides} distances from $P$ to the vertices of the polygon?",
        power,
    )


@product_of_distances.check
def _(sides: int, radius: int, away: int) -> int:
    return round(prod(abs(away - rect(radius, 2 * pi * k / sides)) for k in range(sides)))


@problem(level=5, source="own", first=ints(2, 9), last=ints(12, 60))
def tangent_of_arctangents(first: int = 3, last: int = 25) -> Answer:
    """Tangent of a sum of arctangents whose terms cancel in pairs."""
    # arctan(1 / (2k^2)) = arctan(2k + 1) - arctan(2k - 1)
    return Answer(
        rf"What is the tangent of the sum $\sum_{{k={first}}}^{{{last}}} \arctan \frac{{1}}{{2k^2}}$?",
        Fraction(last + 1 - first, 2 * first * last - last + first),
    )


@tangent_of_arctangents.check
def _(first: int, last: int) -> Fraction:
    total = sum(atan(1 / (2 * k * k)) for k in range(first, last + 1))
    return Fraction(tan(total)).limit_denominator(2000)


@problem(level=5, source="own", a=ints(11, 19), b=ints(2, 9), c=ints(2, 9))
def cosine_of_solution_sum(a: int = 13, b: int = 6, c: int = 9) -> Answer:
    """Cosine of the sum of the two solutions of a linear equation in sine and cosine."""
    require(b != c and gcd(a, b) == 1 and (a + b) % 2 == 1)
    return Answer(
        rf"The equation ${a} \cos x + {b} \sin x = {c}$ has exactly two solutions with "
        r"$0^\circ \le x < 360^\circ$. Call them $\alpha$ and $\beta$. What is the value of $\cos(\alpha + \beta)$?",
        Fraction(a * a - b * b, a * a + b * b),
    )


@cosine_of_solution_sum.check
def _(a: int, b: int, c: int) -> Fraction:
    def excess(x: float) -> float:
        return a * cos(x) + b * sin(x) - c

    solutions = []
    for degree in range(360):
        low, high = radians(degree), radians(degree + 1)
        if excess(low) * excess(high) <= 0:
            for _step in range(50):
                middle = (low + high) / 2
                low, high = (low, middle) if excess(low) * excess(middle) <= 0 else (middle, high)
            solutions.append(low)
    alpha, beta = solutions
    return Fraction(cos(alpha + beta)).limit_denominator(a * a + b * b)

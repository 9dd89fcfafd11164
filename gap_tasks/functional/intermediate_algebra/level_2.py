"""Intermediate algebra, level 2."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=2, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(10, 99), r=ints(2, 5))
def cubic_remainder(a: int = 6, b: int = 5, c: int = 31, r: int = 4) -> Answer:
    """Remainder of a cubic divided by a linear polynomial."""
    return Answer(
        f"What is the remainder when $x^3 + {a}x^2 - {b}x + {c}$ is divided by $x - {r}$?",
        r**3 + a * r**2 - b * r + c,
    )


@cubic_remainder.check
def _(a: int, b: int, c: int, r: int) -> int:
    # Long division: each leading coefficient is taken off by a multiple of x - r.
    coefficients = [1, a, -b, c]
    for i in range(3):
        coefficients[i + 1] += r * coefficients[i]
    return coefficients[-1]


@problem(level=2, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), n=ints(3, 4))
def coefficient_sum(a: int = 6, b: int = 4, c: int = 5, n: int = 4) -> Answer:
    """Sum of the coefficients of a power of a quadratic."""
    require(4 <= a - b + c <= 9)
    return Answer(
        f"The expression $({a}x^2 - {b}x + {c})^{n}$ is expanded and like terms are combined. What is the sum of all "
        "the coefficients of the result, the constant term included?",
        (a - b + c) ** n,
    )


@coefficient_sum.check
def _(a: int, b: int, c: int, n: int) -> int:
    expanded = [1]
    for _ in range(n):
        longer = [0] * (len(expanded) + 2)
        for i, known in enumerate(expanded):
            for j, factor in enumerate((c, -b, a)):
                longer[i + j] += known * factor
        expanded = longer
    return sum(expanded)


@problem(level=2, source="own", a=ints(4, 9), b=ints(2, 7), x=ints(2, 8), y=ints(2, 8))
def squared_modulus(a: int = 7, b: int = 4, x: int = 6, y: int = 7) -> Answer:
    """Square of the modulus of a complex number, from an equation with its conjugate."""
    require(a - b >= 2 and x != y)
    return Answer(
        rf"The complex number $z$ satisfies ${a}z + {b}\overline{{z}} = {(a + b) * x} + {(a - b) * y}i$, where "
        r"$\overline{z}$ is the complex conjugate of $z$ and $i^2 = -1$. What is the value of $|z|^2$?",
        x * x + y * y,
    )


@squared_modulus.check
def _(printed: list[int]) -> int:
    a, b, real, imaginary, *_ = printed
    candidates = (complex(x, y) for x, y in product(range(-9, 10), repeat=2))
    (z,) = (z for z in candidates if a * z + b * z.conjugate() == complex(real, imaginary))
    return int((z * z.conjugate()).real)


@problem(level=2, source="own", a=ints(2, 7), p=ints(3, 9), middle=ints(2, 9))
def missing_height(a: int = 4, p: int = 6, middle: int = 5) -> Answer:
    """Height of the point that a line lacks, being the graph of a quotient of polynomials."""
    # The numerator is (x - p)(ax + q).
    q = a * p + middle
    return Answer(
        rf"The graph of $y = \frac{{{a}x^2 + {middle}x - {p * q}}}{{x - {p}}}$ is a straight line from which one point "
        "is missing. What is the $y$-coordinate of the missing point?",
        a * p + q,
    )


@missing_height.check
def _(printed: list[int]) -> Fraction:
    a, _power, middle, last, p = printed
    # On a line, the point halfway between two others has the mean of their heights.
    heights = [(a * x * x + middle * x - last) / (x - p) for x in (Fraction(p - 1), Fraction(p + 1))]
    return (heights[0] + heights[1]) / 2


@problem(level=2, source="own", p=ints(10, 24), h=ints(2, 9), k=ints(10, 60))
def focus_height(p: int = 14, h: int = 5, k: int = 18) -> Answer:
    """Coordinate of the focus of a parabola that opens upward."""
    return Answer(
        rf"What is the $y$-coordinate of the focus of the parabola $y = \frac{{1}}{{{4 * p}}}(x - {h})^2 + {k}$?", k + p
    )


@focus_height.check
def _(printed: list[int]) -> int:
    _one, width, _h, _square, k = printed
    points = [(d, Fraction(d * d, width)) for d in (1, 2, 3)]
    # Seen from the vertex: every point of the parabola is as far from the focus as from the directrix.
    (rise,) = (f for f in range(1, 100) if all(x * x + (y - f) ** 2 == (y + f) ** 2 for x, y in points))
    return k + rise


@problem(level=2, source="own", a=ints(3, 9), b=ints(20, 60), c=ints(10, 50))
def integer_solutions(a: int = 3, b: int = 20, c: int = 17) -> Answer:
    """Number of integers that satisfy a rational inequality."""
    require(b % a != 0)
    return Answer(rf"How many integers $x$ satisfy $\frac{{{a}x + {b}}}{{x - {c}}} \le 0$?", b // a + c)


@integer_solutions.check
def _(a: int, b: int, c: int) -> int:
    return sum(1 for x in range(-100, 101) if x != c and Fraction(a * x + b, x - c) <= 0)

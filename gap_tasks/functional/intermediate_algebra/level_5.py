"""Intermediate algebra, level 5."""

from __future__ import annotations

from fractions import Fraction
from math import comb, cos, isqrt, sin, sqrt

from gap_tasks.functional.intermediate_algebra.approximation import lowest_value_near, nearest_integer
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=5, source="own", start=ints(10, 60), step=ints(2, 9), at=ints(6, 8))
def monic_quartic(start: int = 15, step: int = 7, at: int = 6) -> Answer:
    """Value of a monic quartic that agrees with a linear function at four integers."""
    one, two, three, four = (start + i * step for i in range(4))
    return Answer(
        f"The polynomial $P(x)$ has degree 4 and leading coefficient 1. It satisfies $P(1) = {one}$, $P(2) = {two}$, "
        f"$P(3) = {three}$ and $P(4) = {four}$. What is $P({at})$?",
        start + step * (at - 1) + (at - 1) * (at - 2) * (at - 3) * (at - 4),
    )


@monic_quartic.check
def _(printed: list[int]) -> int:
    # Fourth differences of a monic quartic are 4! = 24, so each value follows from the four before it.
    values, at = printed[3:10:2], printed[10]
    while len(values) < at:
        w, x, y, z = values[-4:]
        values.append(24 - w + 4 * x - 6 * y + 4 * z)
    return values[at - 1]


@problem(level=5, source="own", a=ints(2, 7), b=ints(2, 9), c=ints(2, 9), n=one_of(2, 3, 5))
def shifted_square_product(a: int = 5, b: int = 8, c: int = 7, n: int = 3) -> Answer:
    """Product over a cubic's roots of their squares plus a number, by way of two imaginary arguments."""
    # The factors are those of P(i sqrt(n)) and P(-i sqrt(n)), which have these parts.
    real, imaginary = a * n - c, b - n
    require(real != 0 and imaginary != 0)
    return Answer(
        f"Let $r$, $s$ and $t$ be the three complex roots, counted with multiplicity, of "
        f"$x^3 - {a}x^2 + {b}x - {c} = 0$. What is the value of $(r^2 + {n})(s^2 + {n})(t^2 + {n})$?",
        real * real + n * imaginary * imaginary,
    )


@shifted_square_product.check
def _(a: int, b: int, c: int, n: int) -> int:
    # The roots are the eigenvalues of the companion matrix, and a determinant is the product of the eigenvalues.
    companion = ((0, 0, c), (1, 0, -b), (0, 1, a))
    (p, q, r), (s, t, u), (v, w, x) = (
        [sum(row[k] * companion[k][j] for k in range(3)) + n * (i == j) for j in range(3)]
        for i, row in enumerate(companion)
    )
    return p * (t * x - u * w) - q * (s * x - u * v) + r * (s * w - t * v)


@problem(level=5, source="own", a=ints(4, 9), b=ints(4, 9), c=ints(2, 20), width=ints(12, 31))
def shortest_path(a: int = 4, b: int = 6, c: int = 10, width: int = 21) -> Answer:
    """Minimum of a sum of three square roots, read as the length of a path of three pieces."""
    length = isqrt(width * width + (a + b + c) ** 2)
    require(a != b and length * length == width * width + (a + b + c) ** 2)
    # Else the answer would stand in the text.
    require(length not in (a * a, b * b, 2 * width))
    return Answer(
        rf"What is the smallest value that $\sqrt{{x^2 + {a * a}}} + \sqrt{{x^2 - 2xy + y^2 + {b * b}}} + "
        rf"\sqrt{{y^2 - {2 * width}y + {width * width + c * c}}}$ takes when $x$ and $y$ are real numbers?",
        length,
    )


@shortest_path.check
def _(printed: list[int]) -> int:
    _square, near, _other_square, _two, _third_square, middle, _fourth_square, across, far = printed

    def total(x: float, y: float) -> float:
        return sqrt(x * x + near) + sqrt((x - y) ** 2 + middle) + sqrt(y * y - across * y + far)

    return nearest_integer(lowest_value_near(total, 1.0, 1.0))


@problem(level=5, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9))
def lowest_squared_modulus(a: int = 2, b: int = 3, c: int = 5) -> Answer:
    """Minimum over the unit circle of a quadratic's squared modulus, a quadratic in the cosine."""
    # Divided by z, the quadratic has the squared modulus 4ac t^2 + 2b(a + c)t + b^2 + (c - a)^2 at the cosine t.
    require(a != c and b * (a + c) < 4 * a * c)
    return Answer(
        f"What is the smallest value that $|{a}z^2 + {b}z + {c}|^2$ takes when $z$ is a complex number with $|z| = 1$?",
        Fraction((c - a) ** 2 * (4 * a * c - b * b), 4 * a * c),
    )


@lowest_squared_modulus.check
def _(a: int, b: int, c: int) -> Fraction:
    def squared(angle: float) -> float:
        z = complex(cos(angle), sin(angle))
        return abs(a * z * z + b * z + c) ** 2

    return Fraction(lowest_value_near(squared, 2.0)).limit_denominator(4 * a * c)


@problem(level=5, source="own", n=one_of(4, 6), m=ints(5, 9), value=ints(10, 99), k=ints(2, 6))
def value_beyond_roots(n: int = 4, m: int = 6, value: int = 27, k: int = 4) -> Answer:
    """Value of a polynomial on the far side of its roots, which an identity gives away."""
    # The roots are 0, 1, ..., n - 1 and no other. At k = m - n + 1 the value would be the one given.
    require(m > n and k != m - n + 1)
    scaled = value * comb(k + n - 1, n)
    require(scaled % comb(m, n) == 0 and 10 * comb(m, n) <= scaled < 120 * comb(m, n))
    return Answer(
        f"The polynomial $P(x)$ satisfies $xP(x - 1) = (x - {n})P(x)$ for every real number $x$, and "
        f"$P({m}) = {value}$. What is $P(-{k})$?",
        scaled // comb(m, n),
    )


@value_beyond_roots.check
def _(printed: list[int]) -> Fraction:
    _one, n, m, value, k = printed
    values = {m: Fraction(value)}
    for x in range(m, 0, -1):
        values[x - 1] = (x - n) * values[x] / x
    for x in range(m + 1, 3 * n):
        values[x] = x * values[x - 1] / (x - n)
    # The differences of so many values, of an order far above the degree, vanish on the way down to -k too.
    row, order = [values[x] for x in range(3 * n)], 2 * n
    for _ in range(k):
        row.insert(0, sum((-1) ** (i + 1) * comb(order, i) * row[i - 1] for i in range(1, order + 1)))
    return row[0]


LEGS = one_of(
    *((x, y) for x in range(10, 60) for y in range(10, 60) if x != y and isqrt(x * x + y * y) ** 2 == x * x + y * y)
)
"""Legs of right triangles with whole sides, in either order."""


@problem(level=5, source="own", legs=LEGS, total=ints(10, 40))
def largest_mixed_sum(legs: tuple[int, int] = (20, 21), total: int = 26) -> Answer:
    """Maximum on a sphere of a sum of two products that share a factor."""
    a, b = legs
    doubled = total * isqrt(a * a + b * b)
    require(doubled % 2 == 0)
    return Answer(
        f"The real numbers $x$, $y$ and $z$ satisfy $x^2 + y^2 + z^2 = {total}$. What is the largest possible value of "
        f"${a}xy + {b}yz$?",
        doubled // 2,
    )


@largest_mixed_sum.check
def _(legs: tuple[int, int], total: int) -> int:
    a, b = legs

    def negative(height: float, angle: float) -> float:
        x, y, z = cos(height) * cos(angle), sin(height), cos(height) * sin(angle)
        return -total * (a * x * y + b * y * z)

    return nearest_integer(-lowest_value_near(negative, 0.3, 0.3))

"""Intermediate algebra, level 1."""

from __future__ import annotations

from fractions import Fraction
from math import log2, prod

from gap_tasks.functional.intermediate_algebra.approximation import complex_roots
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=1, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def real_part(a: int = 7, b: int = 2, c: int = 5, d: int = 3) -> Answer:
    """Real part of a product of two complex numbers."""
    require(a * c > b * d)
    return Answer(f"What is the real part of $({a} + {b}i)({c} + {d}i)$, where $i^2 = -1$?", a * c - b * d)


@real_part.check
def _(a: int, b: int, c: int, d: int) -> int:
    return int((complex(a, b) * complex(c, d)).real)


@problem(level=1, source="own", first=one_of(4, 8), m=ints(2, 9), second=one_of(16, 32, 64), n=ints(2, 9))
def binary_logarithm(first: int = 8, m: int = 5, second: int = 16, n: int = 7) -> Answer:
    """Logarithm to base 2 of a product of powers of powers of 2."""
    return Answer(
        rf"What is the value of $\log_2 \left({first}^{m} \cdot {second}^{n}\right)$?",
        m * (first.bit_length() - 1) + n * (second.bit_length() - 1),
    )


@binary_logarithm.check
def _(first: int, m: int, second: int, n: int) -> int:
    return int(log2(first**m * second**n))


@problem(level=1, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(10, 99))
def root_product(a: int = 7, b: int = 4, c: int = 9, d: int = 38) -> Answer:
    """Product of a cubic's roots, from its coefficients."""
    return Answer(
        "What is the product of the three complex roots, counted with multiplicity, of "
        f"${a}x^3 - {b}x^2 + {c}x - {d} = 0$?",
        Fraction(d, a),
    )


@root_product.check
def _(a: int, b: int, c: int, d: int) -> Fraction:
    return Fraction(prod(complex_roots((a, -b, c, -d))).real).limit_denominator(a)


@problem(level=1, source="own", p=ints(3, 9), q=ints(3, 9), power=ints(2, 6), inner=ints(2, 6))
def product_degree(p: int = 4, q: int = 7, power: int = 5, inner: int = 3) -> Answer:
    """Degree of a product of a polynomial's power and a polynomial in a power of the variable."""
    require(p != q and power != inner)
    return Answer(
        f"The polynomials $P(x)$ and $Q(x)$ have degrees {p} and {q}, respectively. "
        rf"What is the degree of the polynomial $P(x)^{power} \cdot Q(x^{inner})$?",
        p * power + q * inner,
    )


@product_degree.check
def _(p: int, q: int, power: int, inner: int) -> int:
    # At x = 1000 the value of a polynomial with small coefficients has three digits more for each degree.
    x = 1000
    value = (x**p + x + 1) ** power * ((x**inner) ** q + x**inner + 1)
    return (len(str(value)) - 1) // 3


@problem(level=1, source="own", a=ints(3, 9), b=ints(20, 99))
def smallest_in_domain(a: int = 7, b: int = 95) -> Answer:
    """Smallest integer at which the square root of a linear function is real."""
    # A root that is an integer would need no rounding.
    require(b % a != 0)
    return Answer(rf"What is the smallest integer $x$ for which $\sqrt{{{a}x - {b}}}$ is a real number?", -(-b // a))


@smallest_in_domain.check
def _(a: int, b: int) -> int:
    return next(x for x in range(-100, 101) if a * x - b >= 0)


@problem(level=1, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9), e=ints(2, 9))
def limiting_value(a: int = 8, b: int = 3, c: int = 5, d: int = 9, e: int = 4) -> Answer:
    """Limit at infinity of a quotient of two quadratics."""
    quotient = rf"\frac{{{a}x^2 + {b}x}}{{{c}x^2 - {d}x + {e}}}"
    return Answer(f"Which number does ${quotient}$ approach as $x$ grows without bound?", Fraction(a, c))


@limiting_value.check
def _(a: int, b: int, c: int, d: int, e: int) -> Fraction:
    x = 10**9
    return Fraction(a * x * x + b * x, c * x * x - d * x + e).limit_denominator(100)

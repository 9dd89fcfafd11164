"""Number theory, level 1."""

from __future__ import annotations

from math import gcd

from gap_tasks.functional.number_theory.primes import factorization
from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=1, source="own", a=ints(200, 999), n=ints(11, 29))
def remainder(a: int = 779, n: int = 16) -> Answer:
    """Remainder of one positive integer divided by another."""
    return Answer(f"What is the remainder when {a} is divided by {n}?", a % n)


@remainder.check
def _(a: int, n: int) -> int:
    while a >= n:
        a -= n
    return a


@problem(level=1, source="own", divisor=ints(12, 99), x=ints(3, 9), y=ints(3, 9))
def common_divisor(divisor: int = 42, x: int = 9, y: int = 4) -> Answer:
    """Greatest common divisor of two integers."""
    require(x != y and gcd(x, y) == 1)
    return Answer(f"What is the greatest common divisor of {divisor * x} and {divisor * y}?", divisor)


@common_divisor.check
def _(printed: list[int]) -> int:
    first, second = printed
    return next(n for n in range(first, 0, -1) if first % n == second % n == 0)


@problem(level=1, source="own", numeral=ints(111, 888), base=ints(5, 9))
def base_ten_value(numeral: int = 354, base: int = 7) -> Answer:
    """Value of a numeral in another base."""
    require("0" not in str(numeral) and int(max(str(numeral))) < base)
    return Answer(
        f"The number ${numeral}_{base}$ is written in base {base}. How is this number written in base 10?",
        int(str(numeral), base),
    )


@base_ten_value.check
def _(numeral: int, base: int) -> int:
    # Count up, skipping the numerals that have a digit too large for the base.
    return sum(int(max(str(n))) < base for n in range(1, numeral + 1))


@problem(level=1, source="own", a=ints(1, 9), b=ints(1, 9), c=ints(1, 9), e=ints(1, 9))
def missing_digit(a: int = 4, b: int = 7, c: int = 6, e: int = 8) -> Answer:
    """Digit that makes a number divisible by 9."""
    rest = (a + b + c + e) % 9
    require(rest != 0)
    return Answer(
        f"The digits of a five-digit number are, from left to right, {a}, {b}, $d$, {c} and {e}. The number is "
        "divisible by 9. What is the digit $d$?",
        9 - rest,
    )


@missing_digit.check
def _(a: int, b: int, c: int, e: int) -> int:
    (digit,) = (d for d in range(10) if int(f"{a}{b}{d}{c}{e}") % 9 == 0)
    return digit


@problem(level=1, source="own", n=ints(200, 999))
def largest_prime_factor(n: int = 858) -> Answer:
    """Largest prime that divides an integer."""
    powers = factorization(n)
    require(sum(powers.values()) >= 3 and 11 <= max(powers) <= 61)
    return Answer(f"What is the largest prime number that divides {n}?", max(powers))


@largest_prime_factor.check
def _(n: int) -> int:
    divisors = [d for d in range(n, 1, -1) if n % d == 0]
    return next(d for d in divisors if not any(d % k == 0 for k in range(2, d)))


@problem(level=1, source="own", a=ints(22, 99), b=ints(22, 99), c=ints(22, 99))
def units_digit_of_product(a: int = 47, b: int = 83, c: int = 29) -> Answer:
    """Units digit of a product of three integers."""
    require(not {a % 10, b % 10, c % 10} & {0, 1, 5} and len({a, b, c}) == 3)
    digit = (a % 10) * (b % 10) * (c % 10) % 10
    return Answer(rf"What is the units digit of the product ${a} \cdot {b} \cdot {c}$?", digit)


@units_digit_of_product.check
def _(a: int, b: int, c: int) -> int:
    return int(str(a * b * c)[-1])

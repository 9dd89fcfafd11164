"""Number theory, level 4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import gcd

from gap_tasks.functional.number_theory.primes import factorization
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=4, source="own", p=ints(3, 9), q=ints(4, 9), r=ints(5, 9), x=ints(20, 500))
def three_remainders(p: int = 4, q: int = 7, r: int = 9, x: int = 230) -> Answer:
    """Least positive integer with three given remainders."""
    require(p < q < r and gcd(p, q) == gcd(p, r) == gcd(q, r) == 1)
    rest_p, rest_q, rest_r = x % p, x % q, x % r
    require(min(rest_p, rest_q, rest_r) >= 1 and len({rest_p, rest_q, rest_r}) > 1)
    modulus = p * q * r
    terms = (rest * (modulus // n) * pow(modulus // n, -1, n) for rest, n in ((rest_p, p), (rest_q, q), (rest_r, r)))
    return Answer(
        f"What is the smallest positive integer that leaves a remainder of {rest_p} when it is divided by {p}, "
        f"a remainder of {rest_q} when it is divided by {q}, and a remainder of {rest_r} when it is divided by {r}?",
        sum(terms) % modulus,
    )


@three_remainders.check
def _(printed: list[int]) -> int:
    rests, divisors = printed[::2], printed[1::2]
    candidates = range(1, 1000)
    return next(n for n in candidates if [n % divisor for divisor in divisors] == rests)


@problem(level=4, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(11, 99), p=one_of(11, 13, 17, 19, 23))
def power_tower(a: int = 5, b: int = 3, c: int = 42, p: int = 23) -> Answer:
    """Remainder of a power of a power, by reducing the exponent too."""
    require(a != b and min(k for k in range(1, p) if pow(a, k, p) == 1) >= 5)
    exponent = pow(b, c, p - 1)
    require(exponent > 1)
    rest = pow(a, exponent, p)
    require(rest not in (1, a))
    return Answer(f"What is the remainder when ${a}^{{{b}^{{{c}}}}}$ is divided by {p}?", rest)


@power_tower.check
def _(a: int, b: int, c: int, p: int) -> int:
    # The outer power is the inner base applied c times: a, a^b, (a^b)^b, ...
    rest = a
    for _ in range(c):
        rest = rest**b % p
    return rest


@problem(level=4, source="own", b=ints(3, 9), c=ints(20, 99))
def divisible_values(b: int = 5, c: int = 47) -> Answer:
    """Number of integers for which a quadratic is divisible by a linear expression."""
    # n^2 + c leaves b^2 + c when it is divided by n + b.
    rest = b * b + c
    divisors = [d for d in range(1, rest + 1) if rest % d == 0]
    require(len(divisors) >= 6)
    return Answer(
        f"For how many positive integers $n$ is $n^2 + {c}$ divisible by $n + {b}$?", sum(d > b for d in divisors)
    )


@divisible_values.check
def _(b: int, c: int) -> int:
    # Beyond b * b + c, the quotient n - b leaves a remainder that is smaller than the divisor and not zero.
    return sum((n * n + c) % (n + b) == 0 for n in range(1, b * b + c + 1))


def with_divisor_count(count: int, least: Mapping[int, int], primes: Sequence[int]) -> Iterator[int]:
    """Integers of these primes that have so many divisors, each prime with at least its least exponent."""
    if not primes:
        if count == 1:
            yield 1
        return
    prime, *others = primes
    for exponent in range(least.get(prime, 0), count):
        if count % (exponent + 1) == 0:
            for rest in with_divisor_count(count // (exponent + 1), least, others):
                yield prime**exponent * rest


@problem(level=4, source="own", factor=ints(10, 66), count=one_of(10, 12, 14, 15, 16, 18, 20, 21, 24))
def least_multiple(factor: int = 14, count: int = 18) -> Answer:
    """Least multiple of an integer that has a given number of divisors."""
    least = factorization(factor)
    found = min(with_divisor_count(count, least, sorted({2, 3, 5, 7, *least})), default=0)
    require(5 * factor <= found < 1000)
    return Answer(
        f"What is the smallest positive multiple of {factor} that has exactly {count} positive divisors, "
        "1 and the number itself included?",
        found,
    )


@least_multiple.check
def _(factor: int, count: int) -> int:
    def divisors(n: int) -> int:
        return sum((2 if d * d < n else 1) for d in range(1, 32) if d * d <= n and n % d == 0)

    return next(n for n in range(factor, 1000, factor) if divisors(n) == count)


@problem(level=4, source="own", base=ints(11, 19), a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def multiplication_base(base: int = 12, a: int = 4, b: int = 7, c: int = 3, d: int = 8) -> Answer:
    """Base in which a multiplication is right."""
    require((a, b) != (c, d))
    product_of = (a * base + b) * (c * base + d)
    digits = [product_of // base**place % base for place in (3, 2, 1, 0)]
    require(product_of < base**4 and digits[0] > 0 and max(digits) <= 9)

    def excess(x: int) -> int:
        return (a * x + b) * (c * x + d) - ((digits[0] * x + digits[1]) * x + digits[2]) * x - digits[3]

    # As its coefficients stay below 200, a cubic has no root above that.
    require([x for x in range(max(a, b, c, d, *digits) + 1, 200) if excess(x) == 0] == [base])
    return Answer(
        rf"In the equation ${a}{b}_b \cdot {c}{d}_b = {''.join(map(str, digits))}_b$, all three numbers are written in "
        "base $b$. What is the value of $b$?",
        base,
    )


@multiplication_base.check
def _(printed: list[int]) -> int:
    def value(numeral: int, base: int) -> int:
        return sum(int(digit) * base**place for place, digit in enumerate(reversed(str(numeral))))

    first, second, result = printed
    bases = range(max(int(digit) for number in printed for digit in str(number)) + 1, 100)
    (base,) = (base for base in bases if value(first, base) * value(second, base) == value(result, base))
    return base


@problem(level=4, source="own", first=ints(1, 9), second=ints(1, 9), third=ints(1, 9), last=ints(1, 9))
def multiple_of_99(first: int = 5, second: int = 3, third: int = 7, last: int = 6) -> Answer:
    """Number with two unknown digits that is divisible by 99."""
    # The blocks of two digits (first, a), (second, third), (b, last) add up to a multiple of 99.
    rest = -(10 * first + 10 * second + third + last) % 99
    require(rest != 0)
    b, a = divmod(rest, 10)
    return Answer(
        f"The digits of a six-digit number are, from left to right, {first}, $a$, {second}, {third}, $b$ and {last}. "
        "The number is divisible by 99. What is the number?",
        int(f"{first}{a}{second}{third}{b}{last}"),
    )


@multiple_of_99.check
def _(first: int, second: int, third: int, last: int) -> int:
    numbers = (int(f"{first}{a}{second}{third}{b}{last}") for a, b in product(range(10), repeat=2))
    (number,) = (n for n in numbers if n % 99 == 0)
    return number

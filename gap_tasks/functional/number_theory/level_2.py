"""Number theory, level 2."""

from __future__ import annotations

from math import gcd, lcm, prod

from gap_tasks.functional.number_theory.primes import factorization
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=2, source="own", first=ints(10, 60), second=ints(10, 60), light=one_of("lighthouses", "beacons", "buoys")
)
def next_flash(first: int = 18, second: int = 42, light: str = "lighthouses") -> Answer:
    """Least common multiple of two periods [seconds]."""
    require(first < second and second % first != 0 and gcd(first, second) > 1)
    return Answer(
        f"Two {light} have just flashed at the same moment. One of them flashes every {first} seconds and the other "
        f"every {second} seconds. How many seconds pass until they next flash at the same moment?",
        first * second // gcd(first, second),
    )


@next_flash.check
def _(first: int, second: int) -> int:
    time = first
    while time % second:
        time += first
    return time


@problem(level=2, source="own", n=ints(200, 999))
def divisor_sum(n: int = 504) -> Answer:
    """Sum of the positive divisors of an integer."""
    powers = factorization(n)
    require(len(powers) >= 2 and max(powers.values()) >= 2 and prod(e + 1 for e in powers.values()) >= 8)
    return Answer(
        f"What is the sum of all positive divisors of {n}, including 1 and {n} itself?",
        prod((p ** (e + 1) - 1) // (p - 1) for p, e in powers.items()),
    )


@divisor_sum.check
def _(n: int) -> int:
    return sum(d for d in range(1, n + 1) if n % d == 0)


@problem(level=2, source="own", divisor=ints(6, 30), x=ints(3, 9), y=ints(3, 9))
def other_number(divisor: int = 14, x: int = 5, y: int = 8) -> Answer:
    """One of two integers, from the other, their greatest common divisor and their least common multiple."""
    require(x != y and gcd(x, y) == 1)
    return Answer(
        f"The greatest common divisor of two positive integers is {divisor}, and their least common multiple is "
        f"{divisor * x * y}. One of the two integers is {divisor * x}. What is the other one?",
        divisor * y,
    )


@other_number.check
def _(printed: list[int]) -> int:
    divisor, multiple, first = printed
    (second,) = (n for n in range(1, multiple + 1) if gcd(n, first) == divisor and lcm(n, first) == multiple)
    return second


@problem(level=2, source="own", n=ints(11, 19), r=ints(2, 9), s=ints(2, 9), k=ints(2, 9))
def remainder_of_combination(n: int = 17, r: int = 9, s: int = 6, k: int = 5) -> Answer:
    """Remainder of a sum, from the remainders of the two unknown integers in it."""
    total = k * r + s * s
    require(r != s and total > 2 * n and total % n != 0)
    return Answer(
        f"When the positive integers $a$ and $b$ are divided by {n}, they leave remainders of {r} and {s}, "
        f"respectively. What is the remainder when ${k}a + b^2$ is divided by {n}?",
        total % n,
    )


@remainder_of_combination.check
def _(n: int, r: int, s: int, k: int) -> int:
    (rest,) = {(k * a + b * b) % n for a in range(r, 9 * n, n) for b in range(s, 9 * n, n)}
    return rest


@problem(level=2, source="own", n=ints(300, 999), base=ints(4, 9))
def digit_sum_in_base(n: int = 587, base: int = 6) -> Answer:
    """Sum of the digits of an integer in another base."""
    digits, rest = [], n
    while rest:
        digits.append(rest % base)
        rest //= base
    require(sum(digit > 0 for digit in digits) >= 3)
    return Answer(
        f"The number {n}, given in base 10, is rewritten in base {base}. What is the sum of the digits of its "
        f"base-{base} form? Give the sum in base 10.",
        sum(digits),
    )


@digit_sum_in_base.check
def _(n: int, base: int) -> int:
    # An odometer with the base's digits, wound up to n.
    wheels = [0] * 12
    for _ in range(n):
        wheel = 0
        while wheels[wheel] == base - 1:
            wheels[wheel] = 0
            wheel += 1
        wheels[wheel] += 1
    return sum(wheels)


@problem(
    level=2,
    source="own",
    numerator=ints(11, 99),
    denominator=one_of(160, 256, 320, 400, 512, 625, 640, 800),
)
def decimal_places(numerator: int = 37, denominator: int = 640) -> Answer:
    """Number of decimal places of a terminating decimal."""
    require(gcd(numerator, denominator) == 1)
    return Answer(
        rf"The fraction $\frac{{{numerator}}}{{{denominator}}}$ is written as a terminating decimal that does not end "
        "in a zero. How many digits, zeros included, does this decimal have after the decimal point?",
        max(factorization(denominator).values()),
    )


@decimal_places.check
def _(numerator: int, denominator: int) -> int:
    rest, places = numerator, 0
    while rest:
        rest, places = 10 * rest % denominator, places + 1
    return places

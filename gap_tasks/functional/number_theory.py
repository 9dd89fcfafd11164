"""Number theory: remainders, common multiples, last digits, systems of congruences, powers in factorials."""

from __future__ import annotations

from math import factorial, gcd

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=1, source="own", a=ints(200, 999), n=ints(11, 29))
def remainder(a: int = 779, n: int = 16) -> Answer:
    """Remainder of one positive integer divided by another."""
    return Answer(f"What is the remainder when {a} is divided by {n}?", a % n)


@remainder.check
def _(a: int, n: int) -> int:
    while a >= n:
        a -= n
    return a


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


@problem(level=3, source="own", a=ints(2, 9), m=ints(11, 99), b=ints(2, 9), n=ints(11, 99))
def last_digit(a: int = 7, m: int = 38, b: int = 3, n: int = 53) -> Answer:
    """Units digit of a sum of two powers."""
    require(a != b)
    # Units digits of powers repeat with period 4; (m - 1) % 4 + 1 keeps the exponent positive.
    units = (a ** ((m - 1) % 4 + 1) + b ** ((n - 1) % 4 + 1)) % 10
    return Answer(f"What is the units digit of ${a}^{{{m}}} + {b}^{{{n}}}$?", units)


@last_digit.check
def _(a: int, m: int, b: int, n: int) -> int:
    return int(str(a**m + b**n)[-1])


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


def times_in_factorial(prime: int, n: int) -> int:
    """Exponent of a prime in n factorial."""
    return 0 if n == 0 else n // prime + times_in_factorial(prime, n // prime)


def factorization(n: int) -> dict[int, int]:
    """Exponent of every prime that divides n."""
    powers: dict[int, int] = {}
    prime = 2
    while n > 1:
        while n % prime == 0:
            powers[prime] = powers.get(prime, 0) + 1
            n //= prime
        prime += 1
    return powers


# Bases with a repeated prime: which of the primes runs out first is not plain to see.
@problem(level=5, source="own", base=one_of(12, 18, 20, 24, 28, 40, 45, 48, 50, 54, 56, 72, 75, 80, 90), n=ints(40, 99))
def power_in_factorial(base: int = 24, n: int = 75) -> Answer:
    """Largest power of a composite number that divides a factorial."""
    powers = factorization(base)
    return Answer(
        f"What is the largest integer $k$ such that ${base}^k$ divides ${n}!$?",
        min(times_in_factorial(prime, n) // power for prime, power in powers.items()),
    )


@power_in_factorial.check
def _(base: int, n: int) -> int:
    rest, k = factorial(n), 0
    while rest % base == 0:
        rest, k = rest // base, k + 1
    return k

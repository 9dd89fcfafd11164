"""Number theory, level 5."""

from __future__ import annotations

from math import factorial

from gap_tasks.functional.problem import Answer, ints, one_of, problem


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

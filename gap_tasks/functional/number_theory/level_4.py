"""Number theory, level 4."""

from __future__ import annotations

from math import gcd

from gap_tasks.functional.problem import Answer, ints, problem, require


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

"""Prime factorization."""

from __future__ import annotations


def factorization(n: int) -> dict[int, int]:
    """Exponent of every prime that divides n."""
    powers: dict[int, int] = {}
    prime = 2
    while prime * prime <= n:
        while n % prime == 0:
            powers[prime] = powers.get(prime, 0) + 1
            n //= prime
        prime += 1
    if n > 1:
        powers[n] = powers.get(n, 0) + 1
    return powers

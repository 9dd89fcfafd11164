"""Prime factors."""

from __future__ import annotations


def factorization(n: int) -> dict[int, int]:
    """Prime factors with their exponents."""
    found: dict[int, int] = {}
    factor = 2
    while factor * factor <= n:
        while n % factor == 0:
            n //= factor
            found[factor] = found.get(factor, 0) + 1
        factor += 1
    if n > 1:
        found[n] = found.get(n, 0) + 1
    return found

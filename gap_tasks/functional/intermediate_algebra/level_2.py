"""Intermediate algebra, level 2."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem


@problem(level=2, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(10, 99), r=ints(2, 5))
def cubic_remainder(a: int = 6, b: int = 5, c: int = 31, r: int = 4) -> Answer:
    """Remainder of a cubic divided by a linear polynomial."""
    return Answer(
        f"What is the remainder when $x^3 + {a}x^2 - {b}x + {c}$ is divided by $x - {r}$?",
        r**3 + a * r**2 - b * r + c,
    )


@cubic_remainder.check
def _(a: int, b: int, c: int, r: int) -> int:
    # Long division: each leading coefficient is taken off by a multiple of x - r.
    coefficients = [1, a, -b, c]
    for i in range(3):
        coefficients[i + 1] += r * coefficients[i]
    return coefficients[-1]

"""Algebra, level 3."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=3, source="own", half=ints(5, 9), c=ints(30, 99))
def lowest_value(half: int = 7, c: int = 60) -> Answer:
    """Minimum of a quadratic, by completing the square."""
    require(c > half * half)
    return Answer(
        f"What is the smallest value that $x^2 - {2 * half}x + {c}$ takes when $x$ is a real number?",
        c - half * half,
    )


@lowest_value.check
def _(printed: list[int]) -> Fraction:
    _power, b, c = printed
    # The vertex of such a quadratic is a multiple of a half, and lies between 0 and b.
    points = (Fraction(n, 2) for n in range(2 * b + 1))
    return min(x * x - b * x + c for x in points)

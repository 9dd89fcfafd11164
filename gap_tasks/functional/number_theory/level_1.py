"""Number theory, level 1."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem


@problem(level=1, source="own", a=ints(200, 999), n=ints(11, 29))
def remainder(a: int = 779, n: int = 16) -> Answer:
    """Remainder of one positive integer divided by another."""
    return Answer(f"What is the remainder when {a} is divided by {n}?", a % n)


@remainder.check
def _(a: int, n: int) -> int:
    while a >= n:
        a -= n
    return a

"""Precalculus, level 1."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=1, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(10, 60))
def perpendicular(a: int = 5, b: int = 4, c: int = 12) -> Answer:
    """Component that makes two plane vectors perpendicular."""
    require(a * c % b == 0)
    return Answer(
        rf"For what real number $t$ are the vectors $\langle t, {a} \rangle$ and $\langle {b}, -{c} \rangle$ "
        "perpendicular?",
        a * c // b,
    )


@perpendicular.check
def _(a: int, b: int, c: int) -> int:
    # Pythagoras: the vectors are perpendicular where the square of their sum is the sum of their squares.
    (found,) = (t for t in range(-600, 601) if (t + b) ** 2 + (a - c) ** 2 == t**2 + a**2 + b**2 + c**2)
    return found

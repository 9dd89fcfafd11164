"""Algebra, level 1."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem


@problem(level=1, source="own", a=ints(3, 9), x=ints(3, 9), b=ints(10, 40))
def linear_equation(a: int = 7, x: int = 9, b: int = 15) -> Answer:
    """Root of a linear equation."""
    return Answer(f"What value of $x$ satisfies ${a}x + {b} = {a * x + b}$?", x)


@linear_equation.check
def _(printed: list[int]) -> int:
    a, b, right = printed
    (root,) = (x for x in range(-1000, 1001) if a * x + b == right)
    return root

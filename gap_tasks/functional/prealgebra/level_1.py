"""Prealgebra, level 1."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=1, source="own", a=ints(10, 60), b=ints(2, 9), c=ints(5, 9), d=ints(2, 6))
def brackets_first(a: int = 17, b: int = 4, c: int = 9, d: int = 2) -> Answer:
    """A sum with a product and a bracket in it."""
    require(c - d >= 2)
    return Answer(rf"Evaluate ${a} + {b} \times ({c} - {d})$.", a + b * (c - d))


@brackets_first.check
def _(a: int, b: int, c: int, d: int) -> int:
    total = a
    for _step in range(d, c):
        total += b
    return total

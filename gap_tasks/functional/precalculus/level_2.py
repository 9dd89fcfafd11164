"""Precalculus, level 2."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=2, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def squared_matrix(a: int = 7, b: int = 3, c: int = 5, d: int = 4) -> Answer:
    """Determinant of the square of a matrix."""
    require(10 <= a * d - b * c <= 31)
    return Answer(
        rf"Let $A = \begin{{pmatrix}} {a} & {b} \\ {c} & {d} \end{{pmatrix}}$. What is the determinant of $A^2$?",
        (a * d - b * c) ** 2,
    )


@squared_matrix.check
def _(a: int, b: int, c: int, d: int) -> int:
    return (a * a + b * c) * (c * b + d * d) - (a * b + b * d) * (c * a + d * c)

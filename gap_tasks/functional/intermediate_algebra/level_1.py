"""Intermediate algebra, level 1."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=1, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def real_part(a: int = 7, b: int = 2, c: int = 5, d: int = 3) -> Answer:
    """Real part of a product of two complex numbers."""
    require(a * c > b * d)
    return Answer(f"What is the real part of $({a} + {b}i)({c} + {d}i)$, where $i^2 = -1$?", a * c - b * d)


@real_part.check
def _(a: int, b: int, c: int, d: int) -> int:
    return int((complex(a, b) * complex(c, d)).real)

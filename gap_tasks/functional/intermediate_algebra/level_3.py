"""Intermediate algebra, level 3."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=3, source="own", a=ints(10, 19), b=ints(10, 48), c=ints(10, 99))
def squared_roots(a: int = 15, b: int = 34, c: int = 17) -> Answer:
    """Sum of the squares of a cubic's roots, from its coefficients."""
    require(a * a > 2 * b)
    return Answer(
        f"Let $r$, $s$ and $t$ be the three complex roots, counted with multiplicity, of "
        f"$x^3 - {a}x^2 + {b}x - {c} = 0$. What is the value of $r^2 + s^2 + t^2$?",
        a * a - 2 * b,
    )


@squared_roots.check
def _(a: int, b: int, c: int) -> int:
    # The roots are the eigenvalues of the companion matrix; the trace of its square adds up their squares.
    companion = ((0, 0, c), (1, 0, -b), (0, 1, a))
    return sum(companion[i][k] * companion[k][i] for i in range(3) for k in range(3))

"""Intermediate algebra, level 5."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem


@problem(level=5, source="own", start=ints(10, 60), step=ints(2, 9), at=ints(6, 8))
def monic_quartic(start: int = 15, step: int = 7, at: int = 6) -> Answer:
    """Value of a monic quartic that agrees with a linear function at four integers."""
    one, two, three, four = (start + i * step for i in range(4))
    return Answer(
        f"The polynomial $P(x)$ has degree 4 and leading coefficient 1. It satisfies $P(1) = {one}$, $P(2) = {two}$, "
        f"$P(3) = {three}$ and $P(4) = {four}$. What is $P({at})$?",
        start + step * (at - 1) + (at - 1) * (at - 2) * (at - 3) * (at - 4),
    )


@monic_quartic.check
def _(printed: list[int]) -> int:
    # Fourth differences of a monic quartic are 4! = 24, so each value follows from the four before it.
    values, at = printed[3:10:2], printed[10]
    while len(values) < at:
        w, x, y, z = values[-4:]
        values.append(24 - w + 4 * x - 6 * y + 4 * z)
    return values[at - 1]

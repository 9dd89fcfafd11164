"""Intermediate algebra, level 4."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.functional.problem import Answer, ints, problem


@problem(level=4, source="own", first=ints(2, 7), step=ints(2, 7), terms=ints(6, 30))
def neighbor_products(first: int = 3, step: int = 4, terms: int = 10) -> Answer:
    """Sum of the reciprocals of the products of neighbors in an arithmetic sequence."""
    a, b, c = first, first + step, first + 2 * step
    last = first + terms * step
    return Answer(
        rf"What is the sum $\frac{{1}}{{{a} \cdot {b}}} + \frac{{1}}{{{b} \cdot {c}}} + \cdots + "
        rf"\frac{{1}}{{{last - step} \cdot {last}}}$, in which the denominators are the products of neighboring "
        rf"terms of the arithmetic sequence ${a}, {b}, {c}, \ldots, {last}$?",
        Fraction(terms, first * last),
    )


@neighbor_products.check
def _(printed: list[int]) -> Fraction:
    # Of the numbers printed, the last four are the sequence; the others are numerators and factors.
    *fractions, first, second, third, last = printed
    sequence = range(first, last + 1, second - first)
    if fractions != [1, *sequence[:2], 1, *sequence[1:3], 1, *sequence[-2:]] or (sequence[2], sequence[-1]) != (
        third,
        last,
    ):
        raise ValueError(f"the fractions {fractions} do not belong to {sequence}")
    return sum((Fraction(1, sequence[i] * sequence[i + 1]) for i in range(len(sequence) - 1)), Fraction(0))

"""Algebra, level 2."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=2,
    source="own",
    total=ints(20, 60),
    adults=ints(10, 50),
    adult=ints(6, 9),
    child=ints(2, 5),
    place=one_of("museum", "cinema", "theater", "zoo"),
)
def tickets_sold(total: int = 40, adults: int = 23, adult: int = 9, child: int = 5, place: str = "museum") -> Answer:
    """One unknown of two, from their number and their total price [tickets]."""
    require(total - adults >= 5)
    income = adults * adult + (total - adults) * child
    return Answer(
        f"A {place} sold {total} tickets, some to adults and the rest to children, for {income} dollars altogether. "
        f"An adult ticket costs {adult} dollars and a child ticket costs {child} dollars. "
        "How many adult tickets were sold?",
        adults,
    )


@tickets_sold.check
def _(printed: list[int]) -> int:
    total, income, adult, child = printed
    (found,) = (n for n in range(total + 1) if adult * n + child * (total - n) == income)
    return found

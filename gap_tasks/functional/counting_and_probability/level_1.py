"""Counting and probability, level 1."""

from __future__ import annotations

from itertools import product

from gap_tasks.functional.problem import Answer, ints, problem


@problem(level=1, source="own", soups=ints(3, 9), mains=ints(3, 9), desserts=ints(3, 9))
def lunch_menus(soups: int = 4, mains: int = 6, desserts: int = 5) -> Answer:
    """Number of menus with one course that may be left out."""
    return Answer(
        f"A canteen offers {soups} soups, {mains} main dishes and {desserts} desserts. A lunch consists of one soup, "
        "one main dish and at most one dessert. How many different lunches are possible?",
        soups * mains * (desserts + 1),
    )


@lunch_menus.check
def _(soups: int, mains: int, desserts: int) -> int:
    return sum(1 for _lunch in product(range(soups), range(mains), (None, *range(desserts))))

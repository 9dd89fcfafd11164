"""Prealgebra, level 2."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=2,
    source="own",
    cut=ints(11, 60),
    price=ints(20, 99),
    thing=one_of("jacket", "lamp", "kettle", "backpack", "radio"),
)
def sale_price(cut: int = 15, price: int = 80, thing: str = "jacket") -> Answer:
    """Price left after a percentage is taken off [dollars]."""
    require(price * cut % 100 == 0)
    return Answer(
        f"In a sale, every price is cut by {cut} percent. What is the sale price, in dollars, of a {thing} that "
        f"normally costs {price} dollars?",
        price - price * cut // 100,
    )


@sale_price.check
def _(cut: int, price: int) -> int:
    return next(sale for sale in range(price + 1) if 100 * (price - sale) == cut * price)

"""Number theory, level 3."""

from __future__ import annotations

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import in_base
from gap_tasks.sampling import ints, require


@functionalize("test/number_theory/864.json", a=ints(3, 8), b=ints(3, 8), base=ints(5, 9))
def product_in_base(a: int = 6, b: int = 7, base: int = 8) -> Variant:
    """Product of two digits, in their base."""
    require(a < base and b < base and a * b >= base)
    return Variant({"6_8": f"{a}_{base}", "7_8": f"{b}_{base}", "$8": f"${base}"}, f"{in_base(a * b, base)}_{base}")


@product_in_base.check
def _(a: int, b: int, base: int, gold: str) -> bool:
    digits, _, under = gold.partition("_")
    return int(under) == base and int(digits, base) == a * b

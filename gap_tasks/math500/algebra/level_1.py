"""Algebra, level 1."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, require


@functionalize("test/algebra/988.json", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def equal_fractions(a: int = 2, b: int = 3, c: int = 4, d: int = 5) -> Variant:
    """Root of an equation between a number and a fraction with the unknown below."""
    require(a not in {b, c} and c not in {b, d})
    return Variant({"{2}{3}": f"{{{a}}}{{{b}}}", "4": c, "5": d}, d + Fraction(b * c, a))


@equal_fractions.check
def _(a: int, b: int, c: int, d: int) -> Fraction:
    (root,) = (x for x in (Fraction(n, a) for n in range(-200, 200)) if x != d and Fraction(a, b) == c / (x - d))
    return root

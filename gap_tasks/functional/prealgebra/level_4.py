"""Prealgebra, level 4."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=4, source="own", a=ints(2, 8), b=ints(3, 9), added=ints(10, 40), c=ints(2, 9), d=ints(3, 9))
def beads_added(a: int = 3, b: int = 5, added: int = 33, c: int = 7, d: int = 8) -> Answer:
    """The unchanged part of a mixture whose ratio shifts when the other part grows [beads]."""
    require(gcd(a, b) == 1 and gcd(c, d) == 1)
    growth = b * c - a * d
    require(growth > 0 and added * b * d % growth == 0)
    blue = added * b * d // growth
    require(blue % b == 0 and blue % d == 0 and blue < 1000)
    return Answer(
        f"The ratio of red beads to blue beads in a jar is ${a} : {b}$. After {added} more red beads are put into "
        f"the jar, the ratio of red beads to blue beads is ${c} : {d}$. How many blue beads are in the jar?",
        blue,
    )


@beads_added.check
def _(a: int, b: int, added: int, c: int, d: int) -> int:
    (blue,) = (b * share for share in range(1, 1000) if Fraction(a * share + added, b * share) == Fraction(c, d))
    return blue

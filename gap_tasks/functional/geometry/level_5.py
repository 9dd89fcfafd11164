"""Geometry, level 5."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from gap_tasks.functional.geometry.polygon import shoelace
from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=5, source="own", bd=ints(2, 9), dc=ints(2, 9), ce=ints(2, 9), ea=ints(2, 9))
def crossing_cevians(bd: int = 3, dc: int = 5, ce: int = 7, ea: int = 4) -> Answer:
    """Share of a triangle cut off by two cevians that divide their sides in given ratios."""
    require(gcd(bd, dc) == 1 and gcd(ce, ea) == 1)
    # Weights that balance at F, after both ratios are brought to one weight at C.
    at_a, at_b, at_c = bd * ce, dc * ea, bd * ea
    return Answer(
        f"In triangle $ABC$, point $D$ lies on side $BC$ with $BD : DC = {bd} : {dc}$, and point $E$ lies on side $CA$ "
        f"with $CE : EA = {ce} : {ea}$. Segments $AD$ and $BE$ meet at $F$. What fraction of the area of triangle "
        "$ABC$ is the area of triangle $ABF$?",
        Fraction(at_c, at_a + at_b + at_c),
    )


@crossing_cevians.check
def _(bd: int, dc: int, ce: int, ea: int) -> Fraction:
    # A, B, C at (0, 0), (1, 0), (0, 1): F is where the line from A to D meets the line from B to E.
    d = (Fraction(dc, bd + dc), Fraction(bd, bd + dc))
    e = Fraction(ea, ce + ea)
    # On BE x + y / e = 1, on AD the point is t * d.
    t = 1 / (d[0] + d[1] / e)
    whole, part = shoelace([(0, 0), (1, 0), (0, 1)]), shoelace([(0, 0), (1, 0), (t * d[0], t * d[1])])
    return part / whole

"""Precalculus, level 5: trigonometry."""

from __future__ import annotations

import re
from math import atan2, cos, degrees, isclose, radians, sin

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient
from gap_tasks.sampling import ints, one_of, require


@functionalize("test/precalculus/1202.json", p=ints(1, 8), q=ints(1, 8), r=ints(1, 8))
def smallest_cubic(p: int = 1, q: int = 2, r: int = 3) -> Variant:
    """Least sum of the sizes of the integer coefficients of a cubic with the root of an equation in inverse cosines."""
    cubic, square = 2 * p * q * r, p**2 + q**2 + r**2
    require(len({p, q, r}) == 3 and cubic + square < 99)
    # cubic x^3 + square x^2 - 1 has no rational root, so that no other polynomial of the degree is smaller.
    require(all(k**3 - square * k - cubic for k in range(-10, 11)))
    terms = " + ".join(rf"\arccos {coefficient(factor)}x" for factor in (p, q, r))
    return Variant({r"\arccos x + \arccos 2x + \arccos 3x": terms}, cubic + square + 1)


@smallest_cubic.check
def _(question: str) -> int:
    from mpmath import MPContext

    context = MPContext()
    context.dps = 25
    factors = [int(factor or 1) for factor in re.findall(r"\\arccos (\d?)x", question)]

    low, high = context.mpf(0), 1 / context.mpf(max(factors))
    for _ in range(84):
        root = (low + high) / 2
        excess = sum(context.acos(factor * root) for factor in factors) - context.pi
        low, high = (root, high) if excess > 0 else (low, root)
    relation = context.pslq([root**3, root**2, root, context.mpf(1)], maxcoeff=1000, maxsteps=1000)
    return sum(abs(int(entry)) for entry in relation)


# Sums of two angles each whose half difference makes the answer.
@functionalize(
    "test/precalculus/44.json",
    a=ints(2, 9),
    b=ints(11, 39),
    c=ints(11, 49),
    half=one_of(*range(10, 46), *range(-40, -9)),
)
def angle_of_quotient(a: int = 5, b: int = 20, c: int = 35, half: int = 30) -> Variant:
    """Least positive angle whose tangent is a quotient of sums of products of sines and cosines [degrees]."""
    d = a + b + 2 * half - c
    require(10 <= d <= 89 and len({b, c, d}) == 3 and a + b + c + d != 180)
    return Variant({"5": a, "20": b, "35": c, "50": d}, rf"{90 + half}^\circ")


@angle_of_quotient.check
def _(question: str, gold: str) -> bool:
    over, under = question.split(r"\frac{")[1].split("}{")
    values = []
    for part in (over, under):
        terms = re.findall(r"([+-]?) ?\\(sin|cos) (\d+)\^\\circ \\(sin|cos) (\d+)\^\\circ", part)
        functions = {"sin": sin, "cos": cos}
        values.append(
            sum(
                (-1 if sign == "-" else 1) * functions[f](radians(int(x))) * functions[g](radians(int(y)))
                for sign, f, x, g, y in terms
            )
        )
    return isclose(degrees(atan2(*values)) % 180, int(gold.removesuffix(r"^\circ")), rel_tol=1e-9)

"""Intermediate algebra, level 1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, permutations
from math import log, prod, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import listed, polynomial, signed
from gap_tasks.sampling import Domain, ints, one_of, require


def _signed_between(low: int, high: int) -> Domain:
    return one_of(*(n for n in range(-high, high + 1) if abs(n) >= low))


# As published, the roots that are no integers are not real.
@functionalize(
    "test/intermediate_algebra/1102.json",
    low=_signed_between(1, 5),
    high=_signed_between(1, 5),
    linear=_signed_between(1, 7),
    constant=ints(2, 9),
)
def integer_roots_of_quartic(low: int = -2, high: int = 1, linear: int = 4, constant: int = 7) -> Variant:
    """All integer roots of a quartic, in order."""
    require(low < high and low != -high and linear**2 < 4 * constant)
    total, product = low + high, low * high
    c3 = linear - total
    c2 = constant - total * linear + product
    c1 = product * linear - total * constant
    c0 = product * constant
    require(0 < abs(c3) < 10 and 0 < abs(c2) < 20 and 0 < abs(c1) < 40 and 10 <= abs(c0) < 60)
    return Variant({"x^4 + 5x^3 + 9x^2 - x - 14": polynomial([1, c3, c2, c1, c0])}, listed(low, high))


@integer_roots_of_quartic.check
def _(question: str) -> str:
    found = re.search(r"\\\[(.*) = 0", question)
    terms = re.findall(r"([+-]?)(\d*)(x?)(?:\^(\d))?", (found[1] if found else "").replace(" ", ""))
    values = [
        (int(f"{sign}{digits or 1}"), int(power or 1) if letter else 0)
        for sign, digits, letter, power in terms
        if digits or letter
    ]
    return listed(*(x for x in range(-99, 100) if sum(value * x**power for value, power in values) == 0))


@functionalize("test/intermediate_algebra/134.json", first=ints(1, 5), pairs=ints(10, 50))
def alternating_sum(first: int = 1, pairs: int = 50) -> Variant:
    """Sum of consecutive integers with alternating signs."""
    last = first + 2 * pairs - 1
    require(last < 100 or pairs == 50)
    start = f"{first}-{first + 1}+{first + 2}-{first + 3}+{first + 4}"
    return Variant({"1-2+3-4+5": start, "99-100": f"{last - 1}-{last}"}, -pairs)


@alternating_sum.check
def _(question: str) -> int:
    first, second, *_, before, last = map(int, re.findall(r"\d+", question))
    return sum(n if (n - first) % 2 == 0 else -n for n in range(first, last + 1)) if before - second > 0 else 0


@functionalize("test/intermediate_algebra/149.json", whole=ints(3, 9), radicand=one_of(2, 3, 5, 6, 7))
def product_with_radical_conjugate(whole: int = 5, radicand: int = 3) -> Variant:
    """Product of a number and its radical conjugate."""
    require(whole**2 - radicand > 1)
    return Variant({r"5+\sqrt{3}": rf"{whole}+\sqrt{{{radicand}}}"}, whole**2 - radicand)


@product_with_radical_conjugate.check
def _(question: str) -> float:
    found = re.search(r"(\d)\+\\sqrt\{(\d)\}", question)
    whole, radicand = (int(found[1]), int(found[2])) if found else (0, 0)
    return (whole + sqrt(radicand)) * (whole - sqrt(radicand))


@functionalize("test/intermediate_algebra/1714.json", pole=_signed_between(1, 9), relation=one_of("<", ">"))
def sign_of_reciprocal(pole: int = 5, relation: str = ">") -> Variant:
    """Where the reciprocal of a shifted unknown has a given sign, as an interval."""
    gold = rf"({pole},\infty)" if relation == ">" else rf"(-\infty,{pole})"
    return Variant({"x - 5": f"x {signed(-pole)}", "> 0": f"{relation} 0"}, gold)


@sign_of_reciprocal.check
def _(question: str, gold: str) -> bool:
    found = re.search(r"x ([+-]) (\d)\} ([<>]) 0", question)
    ends = [float(end.replace(r"\infty", "inf")) for end in gold.strip("()").split(",")]
    if found is None:
        return False
    for x in (Fraction(n, 2) for n in range(-40, 41)):
        below = x + int(f"{found[1]}{found[2]}")
        holds = below != 0 and ((1 / below > 0) if found[3] == ">" else (1 / below < 0))
        if holds != (ends[0] < x < ends[1]):
            return False
    return True


@functionalize("test/intermediate_algebra/337.json", x=ints(2, 15), y=ints(2, 15), z=ints(2, 15))
def sum_from_pairwise_products(x: int = 4, y: int = 6, z: int = 12) -> Variant:
    """Sum of three positive numbers from their products in pairs."""
    products = (x * y, x * z, y * z)
    require(len({x, y, z}) == 3 and all(9 < product < 100 for product in products))
    return Variant(dict(zip(("24", "48", "72"), products, strict=True)), x + y + z)


@sum_from_pairwise_products.check
def _(question: str) -> int:
    xy, xz, yz = map(int, re.findall(r"\d+", question))
    (total,) = (x + xy // x + xz // x for x in range(1, 100) if xy % x == xz % x == 0 and xy // x * (xz // x) == yz)
    return total


@functionalize("test/intermediate_algebra/431.json", with_a=ints(2, 9), with_b=ints(2, 9))
def factored_expression(with_a: int = 5, with_b: int = 2) -> Variant:
    """A product of two binomials from its expansion."""
    require(with_a != with_b)
    edits = {"5b": f"{with_a}b", "2a": f"{with_b}a", "10": with_a * with_b}
    return Variant(edits, f"(a+{with_a})(b+{with_b})")


@factored_expression.check
def _(question: str, gold: str) -> bool:
    of_b, of_a, constant = map(int, re.findall(r"\d+", question))
    found = re.fullmatch(r"\(a\+(\d)\)\(b\+(\d)\)", gold)
    if found is None:
        return False
    p, q = int(found[1]), int(found[2])
    return all(a * b + of_b * b + of_a * a + constant == (a + p) * (b + q) for a in range(4) for b in range(4))


# Single digits leave three ends for which the product is an integer. The numbers between them come in any order,
# but no factor by itself is rational.
_ENDS = ((2, 8), (2, 4), (3, 9))


@functionalize(
    "test/intermediate_algebra/752.json",
    ends=one_of(*_ENDS),
    order=one_of(*permutations(range(6), 5)),
)
def telescoping_logarithms(ends: Sequence[int] = (2, 8), order: Sequence[int] = (0, 1, 2, 3, 4)) -> Variant:
    """Product of logarithms in which each argument is the next base."""
    others = [n for n in range(2, 10) if n not in ends]
    chain = [ends[0], *(others[place] for place in order), ends[1]]
    require(not any({a, b} <= {2, 4, 8} or {a, b} == {3, 9} for a, b in pairwise(chain)))
    published = r" \cdot ".join(rf"\log_{a}{{{a + 1}}}" for a in range(2, 8))
    printed = r" \cdot ".join(rf"\log_{a}{{{b}}}" for a, b in pairwise(chain))
    return Variant({published: printed}, {(2, 8): 3, (2, 4): 2, (3, 9): 2}[ends[0], ends[1]])


@telescoping_logarithms.check
def _(question: str) -> float:
    return prod(log(int(b)) / log(int(a)) for a, b in re.findall(r"\\log_(\d)\{(\d)\}", question))

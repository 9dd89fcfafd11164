"""Intermediate algebra, level 2: equations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, permutations
from math import gcd, log, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import listed, signed
from gap_tasks.sampling import Domain, ints, one_of, require


def _signed_between(low: int, high: int) -> Domain:
    return one_of(*(n for n in range(-high, high + 1) if abs(n) >= low))


@functionalize(
    "test/intermediate_algebra/1410.json",
    square=ints(2, 9),
    linear=_signed_between(2, 9),
    constant=_signed_between(10, 99),
)
def sum_of_roots(square: int = 5, linear: int = 6, constant: int = -24) -> Variant:
    """Sum of the roots of an equation that becomes a cubic."""
    require(gcd(square, linear) == 1 and linear > 0)
    edits = {"5x^2": f"{square}x^2", "6x - 24": f"{linear}x {signed(constant)}"}
    return Variant(edits, Fraction(linear, square))


@sum_of_roots.check
def _(question: str) -> complex:
    found = re.search(r"\+ (\d)x\^2 = (\d)x ([+-] \d+)", question)
    square, linear, constant = (int(part.replace(" ", "")) for part in found.groups()) if found else (0, 0, 0)
    roots = [4 * (0.4 + 0.9j) ** power for power in range(3)]
    for _ in range(300):  # Durand-Kerner
        for place, x in enumerate(roots):
            others = roots[:place] + roots[place + 1 :]
            cubic = x**3 - linear / square * x * x - constant / square * x + 1 / square
            roots[place] = x - cubic / ((x - others[0]) * (x - others[1]))
    residues = [abs(1 / x + square * x * x - linear * x - constant) for x in roots]
    return sum(roots) if max(residues) < 1e-6 else complex("nan")


@functionalize(
    "test/intermediate_algebra/1572.json",
    left=ints(2, 9),
    left_constant=_signed_between(1, 9),
    right=ints(2, 9),
    border=ints(2, 9),
)
def border_of_continuous_function(left: int = 4, left_constant: int = 3, right: int = 7, border: int = 5) -> Variant:
    """Where two linear pieces have to meet."""
    right_constant = (left - right) * border + left_constant
    require(left != right and 0 < abs(right_constant) < 100)
    edits = {"4n+3": f"{left}n{signed(left_constant, '')}", "7n-12": f"{right}n{signed(right_constant, '')}"}
    return Variant(edits, border)


@border_of_continuous_function.check
def _(question: str) -> Fraction:
    (a, b), (c, d) = ((int(slope), int(rest)) for slope, rest in re.findall(r"(\d)n([+-]\d+)", question))
    return Fraction(d - b, a - c)


# A difference of two digits leaves hardly any power but the published square: what varies is where it is reached.
@functionalize(
    "test/intermediate_algebra/2046.json",
    base=ints(2, 7),
    factor=one_of(2, 3),
    gap=_signed_between(1, 3),
    power=one_of(2, 3),
    shift=ints(-3, 3),
)
def exponential_equation(base: int = 3, factor: int = 2, gap: int = 1, power: int = 2, shift: int = 0) -> Variant:
    """Exponent at which two powers differ by a given number."""
    near = base**factor
    other = near + gap
    require(near < 50 and other not in {1, base, base**2, base**3})
    constant: int = other**power - near**power
    require(10 <= abs(constant) < 100 and power != shift)
    exponents = f"{factor}x{signed(factor * shift, '')}", f"x{signed(shift, '')}"
    edits = {
        "3^{2x} + 19": f"{base}^{{{exponents[0]}}} {signed(constant)}",
        "10^x": f"{other}^{{{exponents[1]}}}" if shift else f"{other}^x",
    }
    return Variant(edits, power - shift)


@exponential_equation.check
def _(question: str) -> float:
    found = re.search(r"(\d)\^\{(\d)x([+-]\d)?\} ([+-] \d+) = (\d+)\^\{?x([+-]\d)?", question)
    if found is None:
        return 0.0
    base, factor, more, constant, other, shift = (int((part or "0").replace(" ", "")) for part in found.groups())

    def excess(x: float) -> float:
        return float(other ** (x + shift) - base ** (factor * x + more))

    roots = [x for x in range(-20, 10) if abs(excess(x) - constant) < 1e-6]
    steps = [excess(step / 10) - constant for step in range(-200, 100)]
    crossings = sum((a < 0) != (b < 0) for a, b in pairwise(steps))
    return roots[0] if len(roots) == crossings == 1 else float("nan")


@functionalize("test/intermediate_algebra/428.json", p=_signed_between(1, 9), q=_signed_between(1, 9))
def roots_of_sum_of_cubes(p: int = 3, q: int = 7) -> Variant:
    """Roots of an equation between two cubes and the cube of the sum of what is cubed."""
    require(p != q and (p + q) % 2 == 0 and p + q != 0)
    edits = {"x - 3": f"x {signed(-p)}", "x -7": f"x {signed(-q, '')}", "2x - 10": f"2x {signed(-p - q)}"}
    return Variant(edits, listed(*sorted((p, (p + q) // 2, q)), separator=", "))


@roots_of_sum_of_cubes.check
def _(question: str) -> str:
    (_, a), (_, b), (_, c) = found = re.findall(r"\((2?)x ([+-] ?\d+)\)\^3", question)
    shifts = [int(text.replace(" ", "")) for text in (a, b, c)]
    factors = [int(factor or 1) for factor, _ in found]

    def cubes(x: int) -> list[int]:
        return [(factor * x + shift) ** 3 for factor, shift in zip(factors, shifts, strict=True)]

    return listed(*(x for x in range(-30, 31) if sum(cubes(x)[:2]) == cubes(x)[2]))


_BASES = ("r", "r/10", "2r", r"\sqrt {r}", "1/r")


# The base with the quotient is least as r < bound <= sqrt(divisor); 1 < base makes the least the slowest to grow.
@functionalize(
    "test/intermediate_algebra/754.json",
    bound=ints(2, 3),
    divisor=ints(4, 10),
    factor=ints(2, 9),
    start=ints(2, 8),
    end=ints(3, 9),
    order=one_of(*permutations(range(5))),
)
def latest_growth(
    bound: int = 3,
    divisor: int = 10,
    factor: int = 2,
    start: int = 3,
    end: int = 7,
    order: Sequence[int] = (0, 1, 2, 3, 4),
) -> Variant:
    """Letter of the exponential equation with the largest solution."""
    require(start < end and bound**2 <= divisor)
    bases = ("r", f"r/{divisor}", f"{factor}r", r"\sqrt {r}", "1/r")
    edits = {f"+ {old})": f"+ {bases[new]})" for old, new in zip(_BASES, order, strict=True)}
    edits |= {"r < 3": f"r < {bound}", "3(": f"{start}(", "= 7": f"= {end}"}
    return Variant(edits, rf"\text{{({'ABCDE'[order.index(1)]})}}")


@latest_growth.check
def _(question: str) -> str:
    found = re.search(r"r < (\d)", question)
    bound = int(found[1]) if found else 0
    options = re.findall(r"\(([A-E])\)\}\\ (\d)\(1 \+ ([^)]*)\)\^x = (\d)", question)
    letters = set()
    for step in range(1, 40):
        r = bound * step / 40
        solutions = {}
        for letter, start, base, end in options:
            over, _, under = base.replace(r"\sqrt {r}", "s").partition("/")
            values = {"r": r, "s": sqrt(r), "": 1.0}
            value = values[over] if over in values else float(over.rstrip("r")) * (r if over[-1] == "r" else 1)
            value /= r if under == "r" else float(under or 1)
            solutions[letter] = log(int(end) / int(start)) / log(1 + value)
        letters.add(max(solutions, key=solutions.__getitem__))
    return rf"\text{{({letters.pop() if len(letters) == 1 and len(options) == 5 else '?'})}}"


@functionalize("test/intermediate_algebra/991.json", p=ints(2, 9), q=ints(2, 9), total=ints(100, 199))
def least_difference(p: int = 3, q: int = 4, total: int = 100) -> Variant:
    """Least distance of two integers with a given linear combination."""
    require(p != q and gcd(p, q) == 1)
    # With n = m + d, (p + q) m = total - q d.
    gold = next(d for d in range(p + q) if (total - q * d) % (p + q) == 0 or (total + q * d) % (p + q) == 0)
    require(gold > 0)
    return Variant({"3m": f"{p}m", "4n": f"{q}n", "100": total}, gold)


@least_difference.check
def _(question: str) -> int:
    found = re.search(r"(\d)m \+ (\d)n = (\d+)", question)
    p, q, total = (int(part) for part in found.groups()) if found else (0, 1, 0)
    return min(abs(m - (total - p * m) // q) for m in range(-300, 301) if (total - p * m) % q == 0)

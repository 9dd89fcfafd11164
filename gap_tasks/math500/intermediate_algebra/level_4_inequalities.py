"""Intermediate algebra, level 4: inequalities, extreme values and domains."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from math import log, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, polynomial
from gap_tasks.sampling import ints, one_of, require


def _zero(function: Callable[[float], float], low: float, high: float) -> float:
    """A zero between two places where the function has different signs, by bisection."""
    sign = function(low) > 0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if (function(middle) > 0) == sign else (low, middle)
    return low


@functionalize(
    "test/intermediate_algebra/121.json", p=ints(1, 3), q=ints(1, 3), r=ints(1, 3), s=ints(1, 9), total=ints(1, 9)
)
def least_sum_of_reciprocals(p: int = 1, q: int = 1, r: int = 2, s: int = 4, total: int = 1) -> Variant:
    """Minimum of a weighted sum of reciprocals of four positive numbers with a given sum."""
    # Two sizes at least: with one, the numbers are equal and no more than the mean is needed.
    require(len({p, q, r, s}) > 1 and (p + q + r + s) ** 2 % total == 0)
    edits = {
        "= 1.": f"= {total}.",
        r"\frac{1}{a}": rf"\frac{{{p * p}}}{{a}}",
        r"\frac{1}{b}": rf"\frac{{{q * q}}}{{b}}",
        r"\frac{4}{c}": rf"\frac{{{r * r}}}{{c}}",
        r"\frac{16}{d}": rf"\frac{{{s * s}}}{{d}}",
    }
    return Variant(edits, (p + q + r + s) ** 2 // total)


@least_sum_of_reciprocals.check
def _(question: str) -> float:
    weights = [int(weight) for weight in re.findall(r"\\frac\{(\d+)\}\{[abcd]\}", question)]
    found = re.search(r"d = (\d+)\.", question)
    total = int(found[1]) if found else 0
    # Each term has the same slope at the minimum; the slope is the one that makes the sum right.
    slope = _zero(lambda value: sum(sqrt(weight / value) for weight in weights) - total, 1e-3, 1e5)
    return sum(weight / sqrt(weight / slope) for weight in weights) if len(weights) == 4 else float("nan")


@functionalize(
    "test/intermediate_algebra/190.json",
    factor=ints(1, 9),
    root=ints(1, 3),
    middle=ints(0, 2),
    letters=one_of("xyz", "abc", "pqr", "uvw"),
)
def least_product_of_two_sums(factor: int = 1, root: int = 1, middle: int = 1, letters: str = "xyz") -> Variant:
    """Minimum of the product of two pairwise sums of three positive numbers, their product times their sum given."""
    # Without a factor, the answer to 4 would be printed, and the answer to 9 the only one of the published length.
    require(factor > 1 or root == 1)
    x, y, z = list(letters)
    shared = letters[middle]
    first, last = (letter for letter in letters if letter != shared)
    edits = {
        "$x,$ $y,$": f"${x},$ ${y},$",
        "$z$": f"${z}$",
        "xyz(x + y + z) = 1": f"{letters}({x} + {y} + {z}) = {root * root}",
        "(x + y)(y + z)": f"{coefficient(factor)}({first} + {shared})({shared} + {last})",
    }
    return Variant(edits, 2 * factor * root)


@least_product_of_two_sums.check
def _(question: str, gold: str) -> bool:
    found = re.search(r"([a-z])([a-z])([a-z])\(\1 \+ \2 \+ \3\) = (\d)\.", question)
    sums = re.search(r"\[\n?(\d?)\(([a-z]) \+ ([a-z])\)\(([a-z]) \+ ([a-z])\)", question)
    if found is None or sums is None or sums[3] != sums[4] or {sums[n] for n in (2, 3, 5)} != set(found.groups()[:3]):
        return False
    given, factor, least = int(found[4]), int(sums[1] or 1), float("inf")
    # Over the two outer numbers; the shared one follows from the condition.
    for n in range(-20, 21):
        for m in range(-20, 21):
            u, w = 1.15**n, 1.15**m
            shared = (-(u + w) + sqrt((u + w) ** 2 + 4 * given / (u * w))) / 2
            value = factor * (u + shared) * (shared + w)
            if value < int(gold) - 1e-9:
                return False
            least = min(least, value)
    return least < int(gold) * 1.01


@functionalize(
    "test/intermediate_algebra/1981.json",
    zero=ints(1, 9),
    outer=ints(2, 4),
    start=one_of(*(n for n in range(-9, 10) if n)),
    base=ints(2, 12),
)
def domain_of_nested_logarithms(zero: int = 2, outer: int = 2, start: int = 2, base: int = 10) -> Variant:
    """Domain of a fraction with a logarithm of a logarithm below."""
    hole, end = start + base ** (outer - 1), start + base**outer
    edits = {
        "{2-x}": f"{{{zero}-x}}",
        r"2-\log(x-2)": rf"{outer}-\log({polynomial([1, -start], space='')})",
        "$10$": f"${base}$",
    }
    return Variant(edits, rf"({start},{hole}) \cup ({hole},{end})")


@domain_of_nested_logarithms.check
def _(question: str) -> str:
    found = re.search(r"\\log\((\d+)-\\log\(x([+-]\d+)\)\)", question)
    named = re.search(r"base \$(\d+)\$", question)
    if found is None or named is None:
        return ""
    outer, shift, base = int(found[1]), int(found[2]), int(named[1])

    def inner(x: float) -> float:
        return outer - log(x + shift) / log(base)

    def below(x: float) -> float:
        return log(inner(x)) / log(base)

    end = _zero(inner, -shift + 1e-6, 1e6)
    hole = _zero(below, -shift + 1e-6, end - 1e-6)
    return rf"({-shift},{round(hole, 6):g}) \cup ({round(hole, 6):g},{round(end, 6):g})"


@functionalize("test/intermediate_algebra/1992.json", p=ints(4, 9), q=ints(10, 99), sign=one_of(1, -1))
def solutions_of_inequality_with_modulus(p: int = 9, q: int = 36, sign: int = 1) -> Variant:
    """Solutions of an inequality between zero and a fraction with an absolute value above."""
    # The zero of the numerator lies strictly inside the interval, for 9 < q.
    edits = {"81": p * p, "x^2 - 36x": polynomial([1, -sign * q, 0])}
    return Variant(edits, rf"(0,{p}) \cup ({p},{q})" if sign > 0 else rf"(-{q},-{p}) \cup (-{p},0)")


@solutions_of_inequality_with_modulus.check
def _(question: str, gold: str) -> bool:
    found = re.search(r"\|x\^2 - (\d+)\|\}\{x\^2 ([+-] \d+)x\}", question)
    if found is None:
        return False
    square, linear = int(found[1]), int(found[2].replace(" ", ""))
    intervals = [(int(a), int(b)) for a, b in re.findall(r"\((-?\d+),(-?\d+)\)", gold)]
    # Every half-integer x = n / 2, with above and below times 4.
    for n in range(-250, 251):
        above, below = abs(n * n - 4 * square), n * n + 2 * linear * n
        solves = above > 0 and below < 0
        if solves != any(2 * a < n < 2 * b for a, b in intervals):
            return False
    return True


@functionalize("test/intermediate_algebra/986.json", total=one_of(1, 2, 3, 4, 6, 7, 8, 9), step=ints(0, 4))
def greatest_of_five_numbers(total: int = 8, step: int = 0) -> Variant:
    """Greatest possible value of one of five numbers with a given sum and a given sum of squares."""
    # 5 squares = total^2 + spread^2; of the two residues of spread modulo 5 one makes the maximum an integer.
    spread = 3 * total % 5 + 5 * step
    squares = (total * total + spread * spread) // 5
    require(9 < squares < 100)
    return Variant({"= 8": f"= {total}", "= 16": f"= {squares}"}, Fraction(total + 2 * spread, 5))


@greatest_of_five_numbers.check
def _(question: str) -> float:
    total, squares = (int(number) for number in re.findall(r"&= (\d+)", question))
    # A sphere cut by a plane: centre and radius of the circle, and how far an axis leans towards the plane.
    return total / 5 + sqrt(squares - total * total / 5) * sqrt(4 / 5)

"""Intermediate algebra, level 4: sums, sequences, iteration and powers of complex numbers."""

from __future__ import annotations

import re
from cmath import exp, pi
from fractions import Fraction
from itertools import pairwise
from math import gcd, isqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient
from gap_tasks.sampling import ints, numbers, one_of, require

_Gaussian = tuple[int, int]

_FIBONACCI = (0, 1, 1, 2, 3)


@functionalize("test/intermediate_algebra/102.json", first=ints(1, 3), shift=ints(-3, 3), factor=ints(1, 9))
def telescoping_fibonacci_sum(first: int = 1, shift: int = 0, factor: int = 1) -> Variant:
    """Value of an infinite series of fractions of Fibonacci numbers."""
    require(first >= shift)

    def term(offset: int) -> str:
        return "F_n" if offset == 0 else f"F_{{n {'+' if offset > 0 else '-'} {abs(offset)}}}"

    top = f"{coefficient(factor)}{term(shift + 1)}"
    value = factor * (Fraction(1, _FIBONACCI[first]) + Fraction(1, _FIBONACCI[first + 1]))
    require(value.denominator == 1)
    edits = {
        "{n = 1}": f"{{n = {first - shift}}}",
        r"\frac{F_{n + 1}}{F_n F_{n + 2}}": rf"\frac{{{top}}}{{{term(shift)} {term(shift + 2)}}}",
    }
    return Variant(edits, value)


@telescoping_fibonacci_sum.check
def _(question: str) -> float:
    found = re.search(
        r"\{n = (\d)\}\^\\infty \\frac\{(\d?)(\S.*?)\}\{(F_\S.*?)\},", question.replace("F_n", "F_{n + 0}")
    )
    if found is None:
        return float("nan")
    start, factor = int(found[1]), int(found[2] or 1)
    (above,), below = ([int(s + d) for s, d in re.findall(r"n ([+-]) (\d)", found[part])] for part in (3, 4))
    fibonacci = [0, 1]
    while len(fibonacci) < 90:
        fibonacci.append(fibonacci[-1] + fibonacci[-2])
    total = 0.0
    for n in range(start, 80):
        total += factor * fibonacci[n + above] / (fibonacci[n + below[0]] * fibonacci[n + below[1]])
    return total


@functionalize("test/intermediate_algebra/1063.json", under=ints(100, 999), index=ints(1000, 9999), sign=one_of(1, -1))
def iterate_of_fractional_linear_map(under: int = 137, index: int = 2002, sign: int = 1) -> Variant:
    """A late member of the sequence that a fractional linear map of period three makes."""
    require(index % 3 == 1)
    plus, minus = ("+", "-") if sign > 0 else ("-", "+")
    edits = {
        r"\frac{z+i}{z-i}": rf"\frac{{z{plus}i}}{{z{minus}i}}",
        r"\not= i": r"\not= i" if sign > 0 else r"\not= -i",
        "137": under,
        "}+i,": f"}}{plus}i,",
        "2002": index,
    }
    return Variant(edits, f"1{plus}{2 * under}i")


@iterate_of_fractional_linear_map.check
def _(question: str) -> str:
    found = re.search(r"\\frac\{z([+-])i\}\{z([+-])i\}.*\\frac 1\{(\d+)\}([+-])i,\$ find \$z_\{(\d+)\}", question)
    if found is None:
        return ""
    above, below, start = (1 if found[n] == "+" else -1 for n in (1, 2, 4))
    under, index = int(found[3]), int(found[5])

    def times(a: _Gaussian, b: _Gaussian) -> _Gaussian:
        return a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]

    def plus(a: _Gaussian, b: _Gaussian) -> _Gaussian:
        return a[0] + b[0], a[1] + b[1]

    def product(m: list[list[_Gaussian]], n: list[list[_Gaussian]]) -> list[list[_Gaussian]]:
        return [[plus(times(row[0], n[0][c]), times(row[1], n[1][c])) for c in (0, 1)] for row in m]

    # The map as a matrix of Gaussian integers, raised to the index by squaring.
    power = [[(1, 0), (0, 0)], [(0, 0), (1, 0)]]
    square = [[(1, 0), (0, above)], [(1, 0), (0, below)]]
    while index:
        if index % 2:
            power = product(power, square)
        square = product(square, square)
        index //= 2
    vector = ((1, start * under), (under, 0))
    top, bottom = (plus(times(row[0], vector[0]), times(row[1], vector[1])) for row in power)
    real, imaginary = times(top, (bottom[0], -bottom[1]))
    size = bottom[0] ** 2 + bottom[1] ** 2
    return f"{Fraction(real, size)} + ({Fraction(imaginary, size)})i"


@functionalize(
    "test/intermediate_algebra/207.json",
    n=one_of(5, 7),
    factor=ints(1, 9),
    first=ints(0, 3),
    second=ints(0, 3),
    third=ints(0, 1),
)
def sum_over_powers_of_root_of_unity(
    n: int = 5, factor: int = 1, first: int = 0, second: int = 0, third: int = 0
) -> Variant:
    """Sum of powers of a root of unity of prime order and their reciprocals, one pair for each pair of residues."""
    exponents = []
    for residue, choice in zip(range(1, (n + 1) // 2), (first, second, third), strict=False):
        alike = [power for power in (residue, n - residue, n + residue, 2 * n - residue) if power < 10]
        require(choice < len(alike))
        exponents.append(alike[choice])
    terms = []
    for exponent in sorted(exponents):
        power = "z" if exponent == 1 else f"z^{exponent}"
        terms.append(rf"{coefficient(factor)}{power} + \frac{{{factor}}}{{{power}}}")
    edits = {"z^5 = 1": f"z^{n} = 1", r"z + \frac{1}{z} + z^2 + \frac{1}{z^2}": " + ".join(terms)}
    return Variant(edits, -factor)


@sum_over_powers_of_root_of_unity.check
def _(question: str, gold: str) -> bool:
    found = re.search(r"\$z\^(\d) = 1\$.*\\\[(.*)\.\\\]", question, re.DOTALL)
    if found is None:
        return False
    n = int(found[1])
    for k in range(1, n):
        z = exp(2j * pi * k / n)
        value = 0j
        for term in found[2].split(" + "):
            over = re.fullmatch(r"\\frac\{(\d)\}\{z(?:\^(\d))?\}", term)
            plain = re.fullmatch(r"(\d?)z(?:\^(\d))?", term)
            if over:
                value += int(over[1]) / z ** int(over[2] or 1)
            elif plain:
                value += int(plain[1] or 1) * z ** int(plain[2] or 1)
            else:
                return False
        if abs(value - int(gold)) > 1e-9:
            return False
    return True


@functionalize(
    "test/intermediate_algebra/345.json", half=ints(5, 9), factor=ints(2, 40), root=ints(2, 12), step=ints(1, 3)
)
def first_term_of_mixed_progression(half: int = 6, factor: int = 14, root: int = 6, step: int = 1) -> Variant:
    """First term of a sequence of integers whose triples are geometric and arithmetic by turns."""
    value = factor * (root + half * step) ** 2
    require(1000 <= value < 10000 and gcd(root, step) == 1)
    require(len(_first_terms(half, value)) == 1)
    return Variant({"{13}": f"{{{2 * half + 1}}}", "2016": value}, factor * root * root)


def _first_terms(half: int, value: int) -> set[int]:
    """Every first term that the term with index 2 half + 1 allows: c a^2, where it is c (a + half step)^2."""
    firsts = set()
    for side in range(half + 1, isqrt(value) + 1):
        if value % (side * side):
            continue
        for step in range(1, (side - 1) // half + 1):
            root = side - half * step
            if gcd(root, step) == 1:
                firsts.add(value // (side * side) * root * root)
    return firsts


@first_term_of_mixed_progression.check
def _(question: str, gold: str) -> bool:
    found = re.search(r"a_\{(\d+)\} = (\d+)\$", question)
    if found is None:
        return False
    index, value = int(found[1]), int(found[2])
    firsts = set()
    for first in range(1, value):
        # The odd terms are squares of rationals times the first one.
        if isqrt(first * value) ** 2 != first * value:
            continue
        ratio = Fraction(isqrt(first * value), first)
        second = first + first * (ratio - 1) / (index // 2)
        terms = [Fraction(first), second]
        while len(terms) < index and terms[-1].denominator == 1:
            a, b = terms[-2:]
            terms.append(b * b / a if len(terms) % 2 == 0 else 2 * b - a)
        if terms[-1] == value and len(terms) == index and all(a < b for a, b in pairwise(terms)):
            firsts.add(first)
    return firsts == {int(gold)}


@functionalize("test/intermediate_algebra/776.json", radicand=ints(2, 9), index=ints(3, 7))
def second_partial_quotient(radicand: int = 2, index: int = 3) -> Variant:
    """Second partial quotient of the continued fraction of a root of an integer."""
    whole = max(n for n in (1, 2) if n**index <= radicand)
    require(whole**index < radicand)
    # Nor is it a root of lower index.
    require(not (radicand in {4, 9} and index % 2 == 0) and not (radicand == 8 and index % 3 == 0))
    # The greatest b with whole + 1/b not below the root, in integers.
    quotient = 1
    while radicand * (quotient + 1) ** index <= (whole * (quotient + 1) + 1) ** index:
        quotient += 1
    require(quotient > 1)
    return Variant({r"\sqrt[3]{2}": rf"\sqrt[{index}]{{{radicand}}}"}, quotient)


@second_partial_quotient.check
def _(question: str) -> int:
    index, radicand = (int(number) for number in numbers(question)[:2])
    value = radicand ** (1 / index)
    return int(1 / (value - int(value)))


@functionalize(
    "test/intermediate_algebra/90.json",
    x1=ints(100, 999),
    x2=ints(100, 999),
    x3=ints(100, 999),
    x4=ints(100, 999),
    i=ints(100, 999),
    j=ints(100, 999),
    tens=ints(20, 199),
)
def sum_of_late_terms(
    x1: int = 211, x2: int = 375, x3: int = 420, x4: int = 523, i: int = 531, j: int = 753, tens: int = 195
) -> Variant:
    """Sum of three late terms of a sequence with an alternating linear recurrence."""
    # As published, one of the terms is a multiple of five steps away from the fifth, which is not printed.
    k = 5 * tens
    require(i < j < k and 0 != i % 5 != j % 5 != 0 and len({x1, x2, x3, x4}) == 4)
    cycle = (x4 - x3 + x2 - x1, x1, x2, x3, x4)

    def term(index: int) -> int:
        # The terms change sign every five steps; x_0 is minus the fifth.
        sign = -1 if (index // 5) % 2 else 1
        return sign * (-cycle[0] if index % 5 == 0 else cycle[index % 5])

    total = term(i) + term(j) + term(k)
    require(total not in {0, x1, x2, x3, x4})
    edits = {"211": x1, "375": x2, "420": x3, "523": x4, "531": i, "753": j, "975": k}
    return Variant(edits, total)


@sum_of_late_terms.check
def _(question: str) -> int:
    terms = [int(number) for number in re.findall(r"&=(\d+)", question)]
    asked = re.search(r"x_\{(\d+)\}\+x_\{(\d+)\}\+x_\{(\d+)\}", question)
    while len(terms) < 1000:
        terms.append(terms[-1] - terms[-2] + terms[-3] - terms[-4])
    return sum(terms[int(index) - 1] for index in asked.groups()) if asked else 0

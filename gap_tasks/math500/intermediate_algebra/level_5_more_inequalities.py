"""Intermediate algebra, level 5: ranges, greatest and least values, equality in inequalities."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations, product
from math import exp, gcd, log, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, linear_combination
from gap_tasks.sampling import ints, one_of, require

# Coefficients p, q, r of the three terms with pq = r^2: the bound is met at b = 0 only, that is never.
_CYCLES = tuple((p, q, r) for p, q, r in product(range(1, 10), repeat=3) if p * q == r * r and (r > 1 or p == q))


@functionalize(
    "test/intermediate_algebra/183.json",
    sizes=one_of(*_CYCLES),
    letters=one_of(*map("".join, permutations("abc"))),
)
def range_of_cyclic_sum(sizes: tuple[int, int, int] = (1, 1, 1), letters: str = "abc") -> Variant:
    """Set of values of a sum of three fractions of positive numbers."""
    p, q, r = sizes
    a, b, c = letters[0], letters[1], letters[2]
    low, high = sorted((b, c))
    edits = {
        r"\frac{c}{a}": rf"\frac{{{coefficient(p)}{c}}}{{{a}}}",
        r"\frac{a}{b + c}": rf"\frac{{{coefficient(q)}{a}}}{{{low} + {high}}}",
        r"\frac{b}{c}": rf"\frac{{{coefficient(r)}{b}}}{{{c}}}",
    }
    return Variant(edits, rf"({2 * r},\infty)")


@range_of_cyclic_sum.check
def _(question: str, gold: str) -> bool:
    terms = re.findall(r"\\frac\{(\d*)(\w)\}\{(\w)(?: \+ (\w))?\}", question)
    if len(terms) != 3:
        return False
    (p, c, a, _), (q, again, first, second), (r, b, under, _) = terms
    if (again, under) != (a, c) or {first, second} != {b, c} or {a, b, c} != set("abc"):
        return False
    x, y, z = (int(size or 1) for size in (p, q, r))
    bound = int(gold.removeprefix("(").removesuffix(r",\infty)"))
    # With c = 1 and b fixed, px/a + qa/(1 + b) is least at its stationary point; b runs over a grid.
    least = []
    for step in range(1, 400):
        fixed = step / 50
        at = sqrt(x * (1 + fixed) / y)
        least.append(x / at + y * at / (1 + fixed) + z * fixed)
    near = sqrt(x / y)
    return min(least) > bound and abs(x / near + y * near + z * 1e-9 - bound) < 1e-6


# Even exponents, for the bounds hold over all reals; together they leave one digit for the constant.
_EXPONENTS = ((4, 4), (4, 4), (4, 4), (6, 4), (4, 6), (4, 2), (2, 4), (6, 2), (2, 6), (8, 2), (2, 8))


@functionalize(
    "test/intermediate_algebra/2196.json",
    powers=one_of(*_EXPONENTS),
    p=ints(1, 3),
    q=ints(1, 3),
    scale=ints(1, 9),
    sign=one_of(1, -1),
)
def greatest_quotient(
    powers: tuple[int, int] = (4, 4), p: int = 1, q: int = 1, scale: int = 1, sign: int = 1
) -> Variant:
    """Greatest value of a linear form over a sum of two even powers and a constant."""
    n, m = powers
    constant = p * (n - 1) + q * (m - 1)
    require(constant < 10)
    # pt^n + p(n - 1) >= pnt, with equality at t = 1.
    common = gcd(p * n, q * m)
    x, y = scale * p * n // common, scale * q * m // common
    require(max(x, y) < 10)
    edits = {
        "{x - y}": f"{{{linear_combination(((x, 'x'), (-y, 'y')) if sign > 0 else ((y, 'y'), (-x, 'x')))}}}",
        "x^4 + y^4 + 6": linear_combination(((p, f"x^{n}"), (q, f"y^{m}"), (constant, ""))),
    }
    return Variant(edits, Fraction(scale, common))


@greatest_quotient.check
def _(question: str) -> float:
    printed = re.search(r"\\frac\{(.+?)\}\{(\d*)x\^(\d) \+ (\d*)y\^(\d) \+ (\d)\}", question)
    if printed is None:
        raise ValueError(question)
    linear = {letter: int(f"{sign}{size or 1}") for sign, size, letter in re.findall(r"(-?) ?(\d*)([xy])", printed[1])}
    p, n, q, m, constant = (int(part or 1) for part in printed.groups()[1:])
    best = 0.01
    for _step in range(60):
        # Where a value is not the greatest, numerator less value times denominator is positive at its peak.
        at = {}
        for letter, size, power in (("x", p, n), ("y", q, m)):
            slope = linear[letter]
            at[letter] = (abs(slope) / (best * size * power)) ** (1 / (power - 1)) * (1 if slope > 0 else -1)
        over = linear["x"] * at["x"] + linear["y"] * at["y"]
        best = over / (p * at["x"] ** n + q * at["y"] ** m + constant)
    return best


@functionalize(
    "test/intermediate_algebra/955.json",
    bound=ints(1, 9),
    side=one_of(1, 2, 4),
    weights=one_of(*product(range(1, 4), repeat=3)),
)
def greatest_coefficient_sum(bound: int = 1, side: int = 1, weights: tuple[int, int, int] = (1, 1, 1)) -> Variant:
    """Greatest weighted sum of the absolute coefficients of a quadratic that is bounded on an interval."""
    gold = bound * (Fraction(8 * weights[0], side**2) + Fraction(8 * weights[1], side) + weights[2])
    require(gold.denominator == 1)
    terms = " + ".join(f"{coefficient(weight)}|{letter}|" for weight, letter in zip(weights, "abc", strict=True))
    return Variant({r"\le 1\]": rf"\le {bound}\]", r"x \le 1": rf"x \le {side}", "|a| + |b| + |c|": terms}, gold)


@greatest_coefficient_sum.check
def _(bound: int, side: int, weights: tuple[int, int, int]) -> Fraction:
    # Three of the conditions alone, at both ends and in the middle: the greatest value lies at a corner.
    best, found = Fraction(0), (Fraction(0), Fraction(0), Fraction(0))
    for left, middle, right in product((-bound, bound), repeat=3):
        a = Fraction(2 * (left - 2 * middle + right), side**2)
        b = Fraction(-3 * left + 4 * middle - right, side)
        total = weights[0] * abs(a) + weights[1] * abs(b) + weights[2] * abs(left)
        if total > best:
            best, found = total, (a, b, Fraction(left))
    # That corner meets all the others, seen on a grid.
    second, first, constant = map(float, found)
    if any(
        abs(second * x * x + first * x + constant) > bound + 1e-9 for x in (side * step / 500 for step in range(501))
    ):
        return Fraction(-1)
    return best


# Coefficients of two fourth powers and the square between them whose weighted product is a fourth power.
_FOURTH_POWERS = {4 * t**4: t for t in range(2, 7)}
_QUARTIC_SUMS = tuple(
    (p, q, r, _FOURTH_POWERS[p * q * q * r])
    for p, q, r in product(range(1, 10), repeat=3)
    if p * q * q * r in _FOURTH_POWERS
)


@functionalize(
    "test/intermediate_algebra/966.json",
    sizes=one_of(*_QUARTIC_SUMS),
    total=ints(2, 9),
    square=one_of("x", "y", "z"),
)
def least_sum_of_powers(sizes: tuple[int, int, int, int] = (1, 4, 4, 2), total: int = 2, square: str = "y") -> Variant:
    """Least value of a sum of two fourth powers and a square whose bases have a given product."""
    p, q, r, t = sizes
    first, second = [letter for letter in "xyz" if letter != square]
    values = {first: (p, f"{first}^4"), square: (q, f"{square}^2"), second: (r, f"{second}^4")}
    edits = {"xyz = 2": f"xyz = {total}", "x^4 + 4y^2 + 4z^4": linear_combination(values[letter] for letter in "xyz")}
    return Variant(edits, 4 * t * total)


@least_sum_of_powers.check
def _(question: str) -> float:
    terms = re.findall(r"(\d*)([xyz])\^(\d)", question)
    printed = re.search(r"xyz = (\d)", question)
    if printed is None or [letter for _, letter, _ in terms] != ["x", "y", "z"]:
        raise ValueError(question)
    sizes = [int(size or 1) for size, _, _ in terms]
    powers = [int(power) for _, _, power in terms]
    u, v, whole = 0.0, 0.0, log(int(printed[1]))
    # Newton's method on the logarithms of the first two, where the sum is convex.
    for _step in range(60):
        e, f, g = (size * exp(n * at) for size, n, at in zip(sizes, powers, (u, v, whole - u - v), strict=True))
        k, m, n = powers
        du, dv = k * e - n * g, m * f - n * g
        uu, vv, uv = k * k * e + n * n * g, m * m * f + n * n * g, n * n * g
        inverse = 1 / (uu * vv - uv * uv)
        u, v = u - (vv * du - uv * dv) * inverse, v - (uu * dv - uv * du) * inverse
    return sum(size * exp(n * at) for size, n, at in zip(sizes, powers, (u, v, whole - u - v), strict=True))


# A common value that is no integer, and how many cubes of its denominator make the number of terms; few leave the
# three sums as short as they are.
_EQUAL_TERMS = tuple(
    (Fraction(over, under), times)
    for under in (2, 3, 4)
    for over in range(1, 10)
    for times in range(1, 13)
    if gcd(over, under) == 1
    and times * under**3 < 100
    and 10 <= times * over * under**2 < 100
    and 10 <= times * over**3 < 1000
    and times * over * over * under < 1000
)


@functionalize("test/intermediate_algebra/2022.json", terms=one_of(*_EQUAL_TERMS))
def number_of_equal_terms(terms: tuple[Fraction, int] = (Fraction(3, 2), 8)) -> Variant:
    """Number of positive terms with given sums of first, second and third powers."""
    value, times = terms
    count = times * value.denominator**3
    first, second, third = (count * value**power for power in (1, 2, 3))
    return Variant({"96": first, "144": second, "216": third}, count)


@number_of_equal_terms.check
def _(question: str) -> Fraction:
    first, second, third = map(int, re.findall(r"= (\d+)[,.]", question))
    # The sum of a(a - t)^2 vanishes at this t, so every term is t.
    t = Fraction(second, first)
    if third - 2 * t * second + t * t * first != 0:
        raise ValueError(question)
    return first / t

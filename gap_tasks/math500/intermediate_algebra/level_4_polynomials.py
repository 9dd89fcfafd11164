"""Intermediate algebra, level 4: polynomials, their values, roots and remainders."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement
from math import gcd

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import listed, point, polynomial
from gap_tasks.sampling import Domain, ints, one_of, require


def _signed_between(low: int, high: int) -> Domain:
    return one_of(*(n for n in range(-high, high + 1) if abs(n) >= low))


def _coefficients(text: str) -> dict[int, int]:
    """Exponent -> coefficient of a polynomial in x with integer coefficients."""
    found = {}
    for sign, digits, letter, exponent in re.findall(r"([+-]?)(\d*)(x?)(?:\^\{?(\d+)\}?)?", text.replace(" ", "")):
        if digits or letter:
            found[int(exponent or 1) if letter else 0] = int(f"{sign}{digits or 1}")
    return found


def _at(coefficients: dict[int, int], x: int) -> int:
    total = 0
    for power in range(max(coefficients), -1, -1):
        total = total * x + coefficients.get(power, 0)
    return total


_ONE_DIGIT, _MANY = _signed_between(2, 9), _signed_between(2, 19)


@functionalize(
    "test/intermediate_algebra/1210.json",
    c9=ints(2, 9),
    c8=_ONE_DIGIT,
    c7=_ONE_DIGIT,
    c6=one_of(-1, 1),
    c5=_MANY,
    c4=_ONE_DIGIT,
    c3=_ONE_DIGIT,
    c2=_MANY,
    c1=_ONE_DIGIT,
    c0=_ONE_DIGIT,
)
def remainder_by_quadratic(
    c9: int = 5,
    c8: int = -8,
    c7: int = 7,
    c6: int = -1,
    c5: int = -12,
    c4: int = 4,
    c3: int = -8,
    c2: int = 12,
    c1: int = -5,
    c0: int = -5,
) -> Variant:
    """Remainder of a polynomial of degree ten divided by a difference of squares."""
    even, odd = 1 + c8 + c6 + c4 + c2 + c0, c9 + c7 + c5 + c3 + c1
    require(abs(odd) > 1 and even != 0)
    printed = polynomial([1, c9, c8, c7, c6, c5, c4, c3, c2, c1, c0], space="")
    return Variant({"x^{10}+5x^9-8x^8+7x^7-x^6-12x^5+4x^4-8x^3+12x^2-5x-5": printed}, polynomial([odd, even], space=""))


@remainder_by_quadratic.check
def _(question: str) -> str:
    divided = re.search(r"f\(x\) = ([^$]*?)\$", question)
    left = _coefficients(divided[1] if divided else "")
    # Long division by x^2 - 1, a term at a time.
    for power in range(10, 1, -1):
        left[power - 2] = left.get(power - 2, 0) + left.pop(power, 0)
    return f"{left[1]}x + ({left[0]})"


@cache
def _products_by_sum(squares: int) -> dict[int, set[int]]:
    """Sum -> products of three positive integers with that sum of squares."""
    found: dict[int, set[int]] = {}
    for r, s, t in combinations_with_replacement(range(1, 10), 3):
        if r * r + s * s + t * t == squares:
            found.setdefault(r + s + t, set()).add(r * s * t)
    return found


# Among two-digit sums of squares, only these leave two products for one sum of the roots and one for another.
@functionalize("test/intermediate_algebra/1411.json", squares=one_of(54, 81, 89, 99), scale=ints(1, 3))
def two_possible_constants(squares: int = 81, scale: int = 1) -> Variant:
    """Sum of the two constant terms left for a cubic with positive integer roots once one coefficient is told."""
    products = _products_by_sum(squares)
    double = [choices for choices in products.values() if len(choices) == 2]
    require(len(double) == 1 and len(products) > 1 and max(map(len, products.values())) == 2)
    leading = 2 * scale
    before = "" if scale == 1 else scale
    cubic = f"{leading}x^3-{leading}ax^2+{before}(a^2-{squares})x-c"
    return Variant({"2x^3-2ax^2+(a^2-81)x-c": cubic}, leading * sum(double[0]))


@two_possible_constants.check
def _(question: str) -> int:
    found = re.search(r"= (\d)x\^3-(\d)ax\^2\+(\d?)\(a\^2-(\d+)\)x-c\$", question)
    if found is None:
        return 0
    leading, second, third, squares = int(found[1]), int(found[2]), int(found[3] or 1), int(found[4])
    constants: dict[int, set[int]] = {}
    for r, s, t in combinations_with_replacement(range(1, 21), 3):
        a = r + s + t
        if second * a == leading * a and third * (a * a - squares) == leading * (r * s + s * t + t * r):
            constants.setdefault(a, set()).add(leading * r * s * t)
    (pair,) = (choices for choices in constants.values() if len(choices) == 2)
    return sum(pair) if sum(map(len, constants.values())) > 2 else 0


# Where the common vertex lies, leading coefficients of the lower and the upper bound: one-digit coefficients.
_SHAPES = [
    (h, low, high) for h in (-2, -1, 1, 2) for low in (1, 2, 3) for high in (low + 1, low + 2) if 2 * high * abs(h) < 10
]


@functionalize(
    "test/intermediate_algebra/2146.json",
    shape=one_of(*_SHAPES),
    v=one_of(*(n for n in range(-9, 9) if n)),
    under=ints(2, 5),
    part=ints(1, 9),
    near=ints(2, 9),
    far=ints(2, 9),
)
def value_of_quadratic_between_two(
    shape: tuple[int, int, int] = (1, 1, 2), v: int = 1, under: int = 5, part: int = 4, near: int = 2, far: int = 3
) -> Variant:
    """Value of a quadratic polynomial that lies between two with a common vertex, from another value of it."""
    h, low, high = shape
    require(part < (high - low) * under and gcd(part, under) == 1 and near != far)
    steepness = low + Fraction(part, under)
    constants = (low * h * h + v, high * h * h + v)
    require(all(0 < abs(value) < 10 for value in constants))
    known, asked = h + near * under, h + far * under
    value = v + int(steepness * (near * under) ** 2)
    require(9 < known < 100 and 9 < asked < 100 and 99 < value < 1000)
    edits = {
        "x^2 - 2x + 2": polynomial([low, -2 * low * h, constants[0]]),
        "2x^2 - 4x + 3": polynomial([high, -2 * high * h, constants[1]]),
        "P(11) = 181": f"P({known}) = {value}",
        "P(16)": f"P({asked})",
    }
    return Variant(edits, v + int(steepness * (far * under) ** 2))


@value_of_quadratic_between_two.check
def _(question: str) -> Fraction:
    found = re.search(r"\$([^$]*) \\le P\(x\) \\le ([^$]*)\$", question)
    values = re.search(r"P\((\d+)\) = (\d+)\$\. Find \$P\((\d+)\)", question)
    if found is None or values is None:
        return Fraction(0)
    low, high = _coefficients(found[1]), _coefficients(found[2])
    known, value, asked = (int(values[n]) for n in (1, 2, 3))
    gap = {power: high[power] - low[power] for power in (0, 1, 2)}
    if gap[1] ** 2 != 4 * gap[0] * gap[2]:
        return Fraction(0)
    # Above the lower one by a share of the gap, for both vanish doubly at one place.
    share = Fraction(value - _at(low, known), _at(gap, known))
    return _at(low, asked) + share * _at(gap, asked) if 0 < share < 1 else Fraction(0)


@functionalize("test/intermediate_algebra/47.json", t=one_of(-3, -2, -1, 1, 2, 3), constant=_signed_between(1, 9))
def double_root_of_difference(t: int = 1, constant: int = 1) -> Variant:
    """Where a cubic less its value there has a double root, and the remaining root."""
    return Variant({"x^3 + 3x^2 + 1": polynomial([1, 3 * t, 0, constant])}, point(-2 * t, t))


@double_root_of_difference.check
def _(question: str) -> str:
    found = re.search(r"f\(x\) = ([^$]*)\.\$", question)
    cubic = _coefficients(found[1] if found else "")
    pairs = [
        (a, b)
        for a in range(-9, 10)
        for b in range(-9, 10)
        if a != 0 and all(_at(cubic, x) - _at(cubic, a) == (x - a) ** 2 * (x - b) for x in (0, 1, 2))
    ]
    (pair,) = pairs
    return point(*pair)


@functionalize("test/intermediate_algebra/591.json", centre=ints(-4, 9), gap=ints(1, 5), reach=ints(1, 7))
def sum_of_two_values_of_quartic(centre: int = 2, gap: int = 1, reach: int = 2) -> Variant:
    """Sum of two values of a monic quartic with three known roots, taken equally far from the middle one."""
    roots = (centre - gap, centre, centre + gap)
    ends = (centre - reach, centre + reach)
    require(reach != gap and 0 not in roots and max(map(abs, (*roots, *ends))) < 10)
    first, second, third = roots
    edits = {
        "1, 2, and 3": f"{listed(first, second, separator=', ')}, and {third}",
        "p(0)": f"p({ends[0]})",
        "p(4)": f"p({ends[1]})",
    }
    return Variant(edits, 2 * reach * reach * (reach * reach - gap * gap))


@sum_of_two_values_of_quartic.check
def _(question: str) -> int:
    found = re.search(r"are (-?\d+), (-?\d+), and (-?\d+)\.", question)
    ends = [int(number) for number in re.findall(r"p\((-?\d+)\)", question)]
    known = [int(found[n]) for n in (1, 2, 3)] if found else []
    sums: set[int] = set()
    for fourth in (-17, 5, 40):
        expanded = [1]
        for root in (*known, fourth):
            expanded = [a - root * b for a, b in zip([*expanded, 0], [0, *expanded], strict=True)]
        coefficients = {4 - place: value for place, value in enumerate(expanded)}
        sums.add(sum(_at(coefficients, x) for x in ends))
    (total,) = sums
    return total

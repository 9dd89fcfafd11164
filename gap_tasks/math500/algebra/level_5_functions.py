"""Algebra, level 5: domains, ranges, inverses and graphs of functions."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations
from math import floor

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, polynomial, signed
from gap_tasks.sampling import ints, one_of, require


def _value(text: str, x: int | float | Fraction) -> int | float | Fraction:
    """A printed polynomial in x at a point."""
    total: int | float | Fraction = 0
    for sign, digits, letter, power in re.findall(r"([+-]?)(\d*)(x?)(?:\^(\d))?", text):
        if digits or letter:
            term = int(digits or 1) * x ** (int(power or 1) if letter else 0)
            total += -term if sign == "-" else term
    return total


def _between(opening: str, closing: str, question: str) -> str:
    """What stands between two marks of a question."""
    return question.partition(opening)[2].partition(closing)[0]


@functionalize("test/algebra/1031.json", near=ints(-9, 9), far=ints(1, 9))
def domain_of_root_of_difference_of_squares(near: int = 3, far: int = 8) -> Variant:
    """Least number at which one square of a distance is not below the other."""
    require(near != 0 and near < far and near + far > 0 and (near + far) % 2 == 1)
    return Variant({"x-3": f"x{signed(-near, '')}", "x-8": f"x-{far}"}, Fraction(near + far, 2))


@domain_of_root_of_difference_of_squares.check
def _(question: str) -> Fraction:
    shifts = [int(shift) for shift in re.findall(r"\(x([+-]\d)\)", question)]
    return next(x for x in (Fraction(n, 2) for n in range(-40, 40)) if (x + shifts[0]) ** 2 - (x + shifts[1]) ** 2 >= 0)


@functionalize("test/algebra/2043.json", a=ints(2, 9), b=ints(1, 9), r=ints(-9, 9), s=ints(-9, 9))
def domain_of_reciprocal_root(a: int = 2, b: int = 7, r: int = 2, s: int = 3) -> Variant:
    """Where a quadratic below a fraction bar and under a root is positive."""
    require(r < s and r * s != 0 and abs(r + s) > 1)
    # a numerator that vanishes at an end of the domain would make a second reason to leave it out
    require(b not in {a * r, a * s})
    edits = {"2x-7": f"{a}x-{b}", "x^2-5x+6": polynomial([1, -r - s, r * s], space="")}
    return Variant(edits, rf"(-\infty, {r}) \cup ({s}, \infty)")


@domain_of_reciprocal_root.check
def _(question: str, gold: str) -> bool:
    inside = _between(r"\sqrt{", "}", question)
    low, high = (int(end) for end in re.findall(r"-?\d+", gold))
    return all((_value(inside, n / 2) > 0) == (n < 2 * low or n > 2 * high) for n in range(-50, 51))


@functionalize("test/algebra/2176.json", p=ints(1, 8), q=ints(2, 9), start=ints(0, 9))
def range_of_floor_of_negative_power(p: int = 5, q: int = 8, start: int = 0) -> Variant:
    """Number of values of the floor of a negative proper fraction's powers, from a given exponent on."""
    require(p < q and Fraction(p, q).denominator == q)
    # -1 and 0, and 1 at the exponent 0; a negative start would make the answer hang on whether odd roots count as real
    return Variant({r"\frac58": rf"\frac{p}{q}", "[0": f"[{start}"}, 3 if start == 0 else 2)


@range_of_floor_of_negative_power.check
def _(question: str) -> int:
    p, q = map(int, _between(r"-\frac", r"\right", question))
    start = int(_between("[", ",", question))
    return len({floor(Fraction(-p, q) ** x) for x in range(start, start + 30)})


@functionalize(
    "test/algebra/2277.json",
    roots=one_of((2, 4), (3, 1), (4, 1), (4, 2), *((c, 1) for c in range(5, 10))),
    y=ints(1, 9),
)
def sum_of_inverse_values(roots: tuple[int, int] = (3, 1), y: int = 6) -> Variant:
    """Sum of where a decreasing function in two pieces is 0 and where it has a given positive value."""
    # -x(x - c)(x + e) falls from 0 beyond c, so that only the line takes values that are not negative
    c, e = roots
    edits = {
        "3-x": f"{c}-x",
        r"\leq 3": rf"\leq {c}",
        "x>3": f"x>{c}",
        "-x^3+2x^2+3x": polynomial([-1, c - e, c * e, 0], space=""),
        "(6)": f"({y})",
    }
    return Variant(edits, 2 * c - y)


@sum_of_inverse_values.check
def _(question: str) -> float:
    line, cubic = re.findall(r"(\S+) & ", question)
    border, beyond = (int(number) for number in re.findall(r"x *(?:\\leq|>) *(\d)", question))
    total = 0.0
    for y in map(int, re.findall(r"f\^\{-1\}\((\d)\)", question)):
        low, high = -40.0, 40.0
        for _step in range(60):
            x = (low + high) / 2
            low, high = (x, high) if _value(line if x <= border else cubic, x) > y else (low, x)
        total += low
    return total if border == beyond else float("nan")


@functionalize("test/algebra/305.json", top=ints(2, 9), r=ints(2, 9), s=ints(-9, -2))
def sum_of_asymptotes(top: int = 2, r: int = 7, s: int = -2) -> Variant:
    """Sum of the places of the asymptotes, two upright ones and a level one, of a rational function."""
    require(abs(r + s) > 1)
    return Variant({"{2x}": f"{{{top}x}}", "x^2-5x-14": polynomial([1, -r - s, r * s], space="")}, r + s)


@sum_of_asymptotes.check
def _(question: str) -> int:
    over, under = _between(r"\frac{", "}{", question), _between("x}{", "}", question)
    poles = [x for x in range(-99, 100) if _value(under, x) == 0 != _value(over, x)]
    return sum(poles) + round(_value(over, 10**9) / _value(under, 10**9))


@functionalize(
    "test/algebra/733.json",
    lower=one_of(*combinations((-5, -4, -3, -2, -1, 1, 2, 3, 4), 2)),
    high=ints(2, 9),
    a=ints(2, 8),
    b=ints(-9, 9),
    c=ints(-9, 9),
    d=ints(1, 9),
)
def last_intersection(
    lower: tuple[int, int] = (-2, 1), high: int = 6, a: int = 3, b: int = -6, c: int = 2, d: int = 1
) -> Variant:
    """Greatest x at which two functions meet that differ in a cubic only."""
    low, middle = lower
    require(middle < high)
    first = [a, b, c, d]
    difference = [
        1,
        -low - middle - high,
        low * middle + low * high + middle * high,
        -low * middle * high,
    ]
    require(0 not in difference)
    second = [one + more for one, more in zip(first, difference, strict=True)]
    require(all(abs(value) > 1 for value in (*first[:3], *second[:3])) and 0 not in second)
    require(abs(second[2]) < 10)
    edits = {
        "3x^3-6x^2+2x+1": polynomial(first, space=""),
        "4x^3-11x^2-6x+13": polynomial(second, space=""),
    }
    return Variant(edits, high)


@last_intersection.check
def _(question: str) -> int:
    first, second = re.findall(r"72x\^4\+([^$]*)\$", question)
    return max(x for x in range(-30, 30) if _value(first, x) == _value(second, x))


@functionalize("test/algebra/776.json", a=ints(2, 9), b=ints(2, 9), c=ints(-9, 9), d=ints(-9, 9), shift=one_of(1, 2))
def coefficient_sum_of_shifted(a: int = 3, b: int = 5, c: int = -9, d: int = -2, shift: int = 1) -> Variant:
    """Sum of the coefficients of a polynomial with its variable shifted."""
    require(abs(c) > 1 and d != 0)
    x = 1 - shift
    return Variant(
        {"3x^4+5x^2-9x-2": polynomial([a, 0, b, c, d], space=""), "x-1": f"x-{shift}"}, a * x**4 + b * x**2 + c * x + d
    )


@coefficient_sum_of_shifted.check
def _(a: int, b: int, c: int, d: int, question: str) -> int:
    shift = int(_between("f(x-", ")", question))
    # Horner's scheme on the list of coefficients, lowest power first, in x - shift
    expanded = [0]
    for value in (a, 0, b, c, d):
        times_x = [0, *expanded]
        expanded = [high - shift * low for high, low in zip(times_x, [*expanded, 0], strict=True)]
        expanded[0] += value
    return sum(expanded)


# coefficients of the parabola and of the line, the answer; where both coefficients are 1 only the published answer
_PIECES = tuple(
    (square, slope, root)
    for square in range(1, 5)
    for slope in range(1, 10)
    for root in range(2, 10)
    if 2 <= root * (square * root - slope) <= 9 and (square + slope > 2 or root == 2)
)


@functionalize("test/algebra/892.json", pieces=one_of(*_PIECES))
def surjective_in_two_pieces(pieces: tuple[int, int, int] = (1, 1, 2)) -> Variant:
    """Greatest parameter for which a line and a parabola in two pieces take every value."""
    square, slope, root = pieces
    last = root * (square * root - slope)
    return Variant({"ax^2": f"{coefficient(square)}ax^2", "ax +2a": f"{coefficient(slope)}ax +{last}a"}, root)


@surjective_in_two_pieces.check
def _(question: str) -> Fraction:
    square = int(_between("\n", "ax^2", question).split("\n")[-1] or 1)
    slope, last = (int(digits or 1) for digits in re.findall(r"(\d*)ax \+(\d)a", question)[0])

    def covers(a: Fraction) -> bool:
        lowest = min(square * a * (a + Fraction(step, 4)) ** 2 for step in range(8))
        return slope * a * a + last * a >= lowest

    return next(a for a in (Fraction(n, 4) for n in range(48, 0, -1)) if covers(a))


@functionalize("test/algebra/975.json", r=ints(-9, 9), s=ints(-9, 9), t=ints(-9, 9))
def common_root_of_two_quadratics(r: int = -4, s: int = 1, t: int = -5) -> Variant:
    """The number at which two quadratics vanish together."""
    require(r * s * t != 0 and len({r, s, t}) == 3)
    require(abs(r + s) > 1 and abs(r + t) > 1)
    edits = {
        "x^2+3x-4": polynomial([1, -r - s, r * s], space=""),
        "x^2+9x+20": polynomial([1, -r - t, r * t], space=""),
    }
    return Variant(edits, r)


@common_root_of_two_quadratics.check
def _(question: str) -> int:
    first, second = re.findall(r"\|([^|]*)\|", question)
    (root,) = (x for x in range(-99, 100) if _value(first, x) == 0 == _value(second, x))
    return root

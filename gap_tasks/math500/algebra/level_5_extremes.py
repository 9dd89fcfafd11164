"""Algebra, level 5: inequalities, greatest and least values, shortest distances."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import isqrt, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import linear_combination, point, rational, square_part, surd
from gap_tasks.sampling import ints, numbers, one_of, require


def _least(function: Callable[[float], float], low: float, high: float) -> float:
    """The least value of a convex function between two numbers."""
    for _ in range(120):
        left, right = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, right) if function(left) < function(right) else (left, high)
    return function((low + high) / 2)


# (half the middle coefficient, root of the upper bound with the square completed); all there are with these digits
_BOUNDS = (
    *((1, m) for m in (3, 4, 6, 7, 8, 9)),
    *((2, m) for m in (4, 5, 7, 8, 9, 10)),
    *((3, m) for m in (5, 6, 8, 9, 10)),
)


@functionalize("test/algebra/1078.json", bounds=one_of(*_BOUNDS))
def biquadratic_inequality(bounds: tuple[int, int] = (2, 5)) -> Variant:
    """Where a biquadratic expression lies between two bounds, of which the lower never binds."""
    half, top = bounds
    require(isqrt(top - half) ** 2 != top - half)
    edits = {"-4": -half * half, "4x^{2}": f"{2 * half}x^{{2}}", "21": top * top - half * half}
    end = surd(1, top - half)
    return Variant(edits, f"(-{end}, {end})")


@biquadratic_inequality.check
def _(question: str, gold: str) -> bool:
    match = re.search(r"(-\d)<x\^\{4\}\+(\d)x\^\{2\}<(\d+)", question)
    low, middle, high = (int(group) for group in match.groups()) if match else (0, 0, 0)
    ends = [(int(outside or 1), int(inside)) for outside, inside in re.findall(r"(\d*)\\sqrt\{(\d+)\}", gold)]
    square = ends[0][0] ** 2 * ends[0][1]
    # x^2 of the end reaches the upper bound, and what lies inside lies above the lower one
    inside = all(low < y * y + middle * y < high for y in (Fraction(n * square, 50) for n in range(50)))
    return ends[0] == ends[1] and square * square + middle * square == high and inside


@functionalize("test/algebra/1143.json", under=one_of(2, 4, 6, 8), down=ints(2, 9))
def squared_distance_to_parabola(under: int = 2, down: int = 9) -> Variant:
    """Square of the least distance of the origin from a parabola that opens upwards below it."""
    # else the vertex is nearest
    require(2 * down > under)
    edits = {r"\frac{1}{2}x^2-9": rf"\frac{{1}}{{{under}}}x^2-{down}"}
    return Variant(edits, under * down - under * under // 4)


@squared_distance_to_parabola.check
def _(question: str) -> float:
    under, down = map(int, re.findall(r"\\frac\{1\}\{(\d)\}x\^2-(\d)", question)[0])
    return _least(lambda square: square + (square / under - down) ** 2, 0, 200)


@functionalize("test/algebra/1796.json", m=one_of(2, 3), k=ints(2, 7), side=one_of(1, -1), p=ints(1, 9), q=ints(-5, 9))
def distance_to_line(m: int = 2, k: int = 2, side: int = 1, p: int = 6, q: int = 0) -> Variant:
    """Distance of a point from a line."""
    down = m * p - q - side * k * (m * m + 1)
    require(down != 0 and abs(down) < 10)
    line = linear_combination([(m, "x"), (-down, "")], "")
    return Variant({"(6, 0)": point(p, q, separator=", "), "2x-2": line}, surd(k, m * m + 1))


@distance_to_line.check
def _(question: str) -> float:
    p, q, m, up = map(int, re.findall(r"\((\d), (-?\d)\).*y = (\d)x([+-]\d)", question)[0])
    return sqrt(_least(lambda x: (x - p) ** 2 + (m * x + up - q) ** 2, -100, 100))


@functionalize("test/algebra/2064.json", k=ints(2, 9), a=ints(1, 9), b=ints(1, 9))
def greatest_value_of_factored_quadratic(k: int = 4, a: int = 7, b: int = 2) -> Variant:
    """Greatest value of a quadratic given in factors."""
    require(a != b and k * (a + b) ** 2 % 4 == 0)
    return Variant({"4(x": f"{k}(x", "7": a, "2": b}, k * (a + b) ** 2 // 4)


@greatest_value_of_factored_quadratic.check
def _(question: str) -> Fraction:
    k, a, b = map(int, re.findall(r"(\d)\(x \+ (\d)\)\((\d) - x\)", question)[0])
    return max(k * (x + a) * (b - x) for x in (Fraction(n, 4) for n in range(-60, 60)))


_ENDS = sorted({Fraction(n, d) for d in range(2, 10) for n in range(1, 10) if n % d})


@functionalize(
    "test/algebra/2486.json",
    low=one_of(*_ENDS),
    high=one_of(*_ENDS),
    more=ints(2, 9),
    many=ints(2, 30),
)
def two_linear_inequalities(
    low: Fraction = Fraction(3, 5), high: Fraction = Fraction(8, 3), more: int = 4, many: int = 18
) -> Variant:
    """Interval in which two linear inequalities hold, one of them strict."""
    require(low < high)
    edits = {
        "54p-144": f"{many * high.denominator}p-{many * high.numerator}",
        "12-20p": f"{more * low.numerator}-{more * low.denominator}p",
    }
    return Variant(edits, rf"\left({rational(low)},{rational(high)}\right]")


@two_linear_inequalities.check
def _(question: str, gold: str) -> bool:
    a, b = map(int, re.findall(r"(\d+)p-(\d+)", question)[0])
    c, d = map(int, re.findall(r"(\d+)-(\d+)p", question)[0])
    low, high = (Fraction(int(n), int(m)) for n, m in re.findall(r"\\frac\{(\d+)\}\{(\d+)\}", gold))
    step = Fraction(1, 10**6)
    points = (low - step, low, low + step, (low + high) / 2, high - step, high, high + step)
    holds = [a * p - b <= 0 and c - d * p < 0 for p in points]
    return holds == [False, False, True, True, True, True, False]


@functionalize("test/algebra/2517.json", a1=ints(-9, -3), a2=ints(-8, -2), b1=ints(2, 8), b2=ints(3, 9))
def greatest_product_over_ranges(a1: int = -6, a2: int = -2, b1: int = 3, b2: int = 5) -> Variant:
    """Greatest value of a product of a sum and a difference, both variables in given ranges."""
    require(a1 < a2 and b1 < b2)
    return Variant({"-6": a1, "-2": a2, "3": b1, "5": b2}, Fraction(1, b1 * b1) - a2 * a2)


@greatest_product_over_ranges.check
def _(question: str) -> Fraction:
    a1, a2, b1, b2 = map(int, re.findall(r"-\d|(?<=\$)\d|(?<=\\leq )\d(?=\$)", question))
    return max(
        (Fraction(a, 2) + Fraction(2, b)) * (Fraction(2, b) - Fraction(a, 2))
        for a, b in product(range(2 * a1, 2 * a2 + 1), range(2 * b1, 2 * b2 + 1))
    )


@functionalize(
    "test/algebra/2700.json",
    x=ints(0, 2),
    y=ints(0, 2),
    side=ints(1, 5),
    u=ints(2, 8),
    v=ints(1, 8),
    other=ints(1, 5),
)
def steepest_line_between_squares(
    x: int = 0, y: int = 0, side: int = 2, u: int = 4, v: int = 2, other: int = 1
) -> Variant:
    """Greatest slope of a line through a point of either of two squares, the second on the right."""
    require(u - x - side > 1 and v >= y + side and max(u, v) + other < 10)
    slope = Fraction(v + other - y, u - x - side)
    require(slope.denominator > 1)
    edits = {
        "(0,0)": point(x, y),
        "(2,2)": point(x + side, y + side),
        "(4,2)": point(u, v),
        "(5,3)": point(u + other, v + other),
    }
    return Variant(edits, slope)


@steepest_line_between_squares.check
def _(question: str) -> Fraction:
    corners = [int(number) for number in re.findall(r"\d", question)]
    (x1, y1, x2, y2), (u1, v1, u2, v2) = corners[:4], corners[4:]
    points = product(range(x1, x2 + 1), range(y1, y2 + 1), range(u1, u2 + 1), (v1, v2))
    return max(Fraction(v - y, u - x) for x, y, u, v in points)


@functionalize("test/algebra/853.json", n=one_of(2, 3, 5, 6, 7), c=ints(2, 9))
def distance_to_parabola_with_surd(n: int = 2, c: int = 3) -> Variant:
    """Sum of the numbers a and b in the least distance sqrt(a)/b of the origin from a parabola."""
    # else the vertex is nearest
    require(2 * c > n)
    outside, inside = square_part(4 * c - n)
    require(outside == 1)
    return Variant({r"\sqrt{2}": rf"\sqrt{{{n}}}", "x^2-3": f"x^2-{c}"}, inside + 2)


@distance_to_parabola_with_surd.check
def _(question: str) -> int:
    n, _ignored, c = map(int, numbers(question)[1:4])
    square = _least(lambda u: u + (u - c) ** 2 / n, 0, 100)
    found = [(round(square * b * b), b) for b in range(1, 20) if abs(square * b * b - round(square * b * b)) < 1e-6]
    ((a, b),) = ((a, b) for a, b in found if all(a % (d * d) for d in range(2, a)))
    return a + b

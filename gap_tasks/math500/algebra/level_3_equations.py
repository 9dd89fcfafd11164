"""Algebra, level 3: equations, functions and graphs."""

from __future__ import annotations

import re
from fractions import Fraction
from math import gcd, hypot, prod, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import point, polynomial, signed, surd
from gap_tasks.sampling import ints, numbers, one_of, require

_SIGNED = one_of(*(n for n in range(-9, 10) if n))
_DIRECTION = one_of(1, -1)


@functionalize("test/algebra/1457.json", a=_SIGNED, b=_SIGNED, c=_SIGNED)
def product_from_pairwise_sums(a: int = 3, b: int = 5, c: int = -8) -> Variant:
    """Product of three numbers whose sums in pairs are given."""
    sums = (a + b, b + c, a + c)
    require(len({a, b, c}) == 3 and min(map(abs, (a, b, c))) > 1 and all(0 < abs(value) < 10 for value in sums))
    return Variant({"8": sums[0], "-3": sums[1], "-5": sums[2]}, a * b * c)


@product_from_pairwise_sums.check
def _(question: str) -> int:
    first, second, third = map(int, re.findall(r"= ?(-?\d)", question))
    (a,) = (a for a in range(-40, 41) if (first - a) + (third - a) == second)
    return a * (first - a) * (third - a)


@functionalize("test/algebra/1529.json", c=ints(1, 9), way=one_of(-1, 1), root=one_of(4, 9))
def composition_with_root(c: int = 3, way: int = -1, root: int = 4) -> Variant:
    """Value of a composition of a root with a function made from it, at a fourth power."""
    gold = c + way * (2 if root == 4 else 3)
    require(0 < gold < 10)
    return Variant({"3-g(x)": f"{c}{'+' if way > 0 else '-'}g(x)", "16": root * root}, gold)


@composition_with_root.check
def _(question: str) -> int:
    sign = re.findall(r"\d([+-])g", question)[0]
    c, x = map(int, numbers(question))
    inner = sqrt(x)
    return round(c + float(f"{sign}1") * sqrt(inner))


@functionalize("test/algebra/170.json", centre=_SIGNED, whole=ints(2, 9), tenths=ints(1, 9))
def integers_near_a_point(centre: int = 2, whole: int = 5, tenths: int = 6) -> Variant:
    """Number of integers at most a given distance from an integer."""
    return Variant({"x-2": f"x{signed(-centre, '')}", "5.6": f"{whole}.{tenths}"}, 2 * whole + 1)


@integers_near_a_point.check
def _(question: str) -> int:
    shift, whole, tenths = map(int, re.findall(r"\|x([+-]\d)\|\\leq(\d)\.(\d)", question)[0])
    return sum(10 * abs(x + shift) <= 10 * whole + tenths for x in range(-40, 41))


@functionalize("test/algebra/1936.json", down=_SIGNED, up=_SIGNED, x=ints(1, 4), b=_SIGNED)
def coefficient_from_composition(down: int = 3, up: int = 1, x: int = 1, b: int = -1) -> Variant:
    """Coefficient of a linear function from a value of its composition with another one."""
    value = b * x + up - down
    require(0 < abs(value) < 10 and up != down)
    edits = {
        "x - 3": polynomial([1, -down]),
        "bx +1": f"bx {signed(up, '')}",
        "q(1)": f"q({x})",
        "= -3": f"= {value}",
    }
    return Variant(edits, b)


@coefficient_from_composition.check
def _(question: str) -> int:
    sign, digits, up, x, value = re.findall(r"x ([+-]) (\d)\$.*bx ([+-]\d)\$.*q\((\d)\)\) = (-?\d)", question)[0]

    def q(b: int) -> int:
        return b * int(x) + int(up)

    (b,) = (b for b in range(-50, 51) if q(b) + int(f"{sign}{digits}") == int(value))
    return b


@functionalize("test/algebra/2023.json", least=_SIGNED, gap=ints(1, 4))
def least_integer_in_domain(least: int = 1, gap: int = 1) -> Variant:
    """Least integer in the domain of a root over a linear term."""
    # the number that the denominator excludes lies above the least one, as published
    hole = least + gap
    require(hole != 0 and hole < 10)
    edits = {"x-1": f"x{signed(-least, '')}", "x-2": f"x{signed(-hole, '')}"}
    return Variant(edits, least)


@least_integer_in_domain.check
def _(question: str) -> int:
    inside, under = map(int, re.findall(r"x([+-]\d)\}", question))
    return next(x for x in range(-40, 41) if x + inside >= 0 and x + under != 0)


@functionalize(
    "test/algebra/2036.json",
    x=_SIGNED,
    y=_SIGNED,
    m=ints(1, 5),
    n=ints(1, 5),
    times=ints(2, 4),
    right=_DIRECTION,
    up=_DIRECTION,
)
def distance_between_points(
    x: int = 2, y: int = -6, m: int = 2, n: int = 3, times: int = 3, right: int = -1, up: int = 1
) -> Variant:
    """Distance of two points, as a multiple of a root."""
    x2, y2 = x + right * times * m, y + up * times * n
    require(gcd(m, n) == 1 and m != n and 0 < abs(x2) < 10 and 0 < abs(y2) < 10)
    gold = surd(times, m * m + n * n)
    require("sqrt" in gold)
    return Variant({"(2, -6)": point(x, y, separator=", "), "(-4, 3)": point(x2, y2, separator=", ")}, gold)


@distance_between_points.check
def _(question: str) -> float:
    (x, y), (x2, y2) = re.findall(r"\((-?\d), (-?\d)\)", question)
    return hypot(int(x) - int(x2), int(y) - int(y2))


# (a, b, c) of ay^2 + by + c with no, one or two real roots, about as many of each: the count is what is asked
_PARABOLAS = (
    *((1, 2, 3), (1, 4, 5), (1, 4, 7), (1, 3, 4), (1, 5, 7), (1, 5, 8), (2, 3, 4), (2, 5, 6), (3, 4, 2), (3, 5, 4)),
    *((1, 2, 1), (1, 4, 4), (1, 6, 9), (4, 4, 1), (9, 6, 1), (2, 4, 2), (2, 8, 8), (8, 8, 2), (3, 6, 3), (4, 8, 4)),
    *((1, 4, -1), (1, 2, -5), (1, 6, 4), (1, 5, 3), (2, 5, 1), (1, 4, 2), (2, 3, -4), (1, 8, -3), (1, 7, 5), (3, 7, 2)),
)


@functionalize("test/algebra/351.json", parabola=one_of(*_PARABOLAS), mirror=_DIRECTION)
def intercepts_of_sideways_parabola(parabola: tuple[int, int, int] = (1, 4, -1), mirror: int = -1) -> Variant:
    """Number of points that a parabola opening sideways shares with the vertical axis."""
    a, b, c = parabola
    discriminant = b * b - 4 * a * c
    edits = {"y^2 - 4y - 1": polynomial([a, mirror * b, c], "y")}
    return Variant(edits, 1 + (discriminant > 0) - (discriminant < 0))


@intercepts_of_sideways_parabola.check
def _(question: str) -> int:
    a, sign, b, other, c = re.findall(r"x = (\d?)y\^2 ([+-]) (\d?)y ([+-]) (\d)", question)[0]
    square, linear, constant = int(a or 1), int(f"{sign}{b or 1}"), int(f"{other}{c}")
    vertex = Fraction(-linear, 2 * square)
    # it opens to the right
    lowest = square * vertex * vertex + linear * vertex + constant
    return 2 if lowest < 0 else int(lowest == 0)


@functionalize("test/algebra/425.json", centre=_SIGNED, down=ints(10, 25), right=ints(1, 9))
def product_of_absolute_value_roots(centre: int = 4, down: int = 10, right: int = 2) -> Variant:
    """Product of the two solutions of an equation with an absolute value."""
    radius = down + right
    edits = {"x-4": f"x{signed(-centre, '')}", "-10": f"-{down}", "2": right}
    return Variant(edits, centre * centre - radius * radius)


@product_of_absolute_value_roots.check
def _(question: str) -> int:
    shift, down, right = map(int, re.findall(r"\|x([+-]\d)\| -(\d+) = (\d)", question)[0])
    roots = [x for x in range(-100, 101) if abs(x + shift) - down == right]
    return prod(roots) if len(roots) == 2 else 0


# Constant terms of the divisor and of the quotient, with a product of one digit.
_CONSTANTS = tuple((q, t) for q in range(-9, 10) for t in range(-9, 10) if 0 < abs(q * t) < 10)


@functionalize(
    "test/algebra/634.json",
    slopes=one_of((2, 2), (2, 3), (3, 2), (2, 4), (4, 2), (3, 3)),
    constants=one_of(*_CONSTANTS),
    u=ints(2, 9),
    root=_SIGNED,
)
def root_after_cancelling(
    slopes: tuple[int, int] = (2, 3), constants: tuple[int, int] = (-7, 1), u: int = 4, root: int = 4
) -> Variant:
    """The solution of an equation whose fraction reduces to a linear term."""
    (p, s), (q, t) = slopes, constants
    middle, last, right = p * t + q * s, q * t, s * root + t - u * root
    require(abs(middle) > 1 and 0 < abs(right) < 10 and u != s)
    require(gcd(p, q) == gcd(s, t) == 1 and p * root + q != 0 and (p, q) not in {(s, t), (u, right)})
    edits = {
        "6r^2 -19r - 7": f"{p * s}r^2 {signed(middle, '', 'r')} {signed(last)}",
        "2r-7": polynomial([p, q], "r", ""),
        "4r-3": polynomial([u, right], "r", ""),
    }
    return Variant(edits, root)


@root_after_cancelling.check
def _(question: str) -> int:
    square, middle, sign, last, p, q, u, right = re.findall(
        r"\{(\d)r\^2 ([+-]\d+)r ([+-]) (\d)\}\{(\d)r([+-]\d)\} = (\d)r([+-]\d)", question
    )[0]

    def fits(r: Fraction) -> bool:
        under = int(p) * r + int(q)
        over = int(square) * r * r + int(middle) * r + int(f"{sign}{last}")
        return under != 0 and over == (int(u) * r + int(right)) * under

    (root,) = (r for r in map(Fraction, range(-60, 61)) if fits(r))
    return int(root)


@functionalize("test/algebra/769.json", n=ints(10, 31))
def number_of_odd_numbers(n: int = 11) -> Variant:
    """How many of the first odd numbers have a given sum."""
    return Variant({"121": n * n}, n)


@number_of_odd_numbers.check
def _(question: str) -> int:
    (target,) = map(int, numbers(question))
    total, n = 0, 0
    while total < target:
        total, n = total + 2 * n + 1, n + 1
    return n if total == target else 0

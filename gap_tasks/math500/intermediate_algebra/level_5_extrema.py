"""Intermediate algebra, level 5: largest and smallest values."""

from __future__ import annotations

import cmath
import re
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations
from math import exp, hypot, pi, prod, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, linear_combination, signed
from gap_tasks.sampling import Domain, ints, one_of, require

Local = tuple[float, float, float, float, float, float]
"""Value, both first derivatives, and the second ones by xx, xy, yy."""


def highest(function: Callable[[float], float], low: float, high: float) -> float:
    """Greatest value on an interval on which the function rises and then falls, by golden sections."""
    ratio = (sqrt(5) - 1) / 2
    for _ in range(60):
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        if function(left) < function(right):
            low = left
        else:
            high = right
    return function((low + high) / 2)


def lowest(local: Callable[[float, float], Local], x: float, y: float) -> float:
    """Least value of a convex function of two variables, by Newton steps that are halved until they descend."""
    value, fx, fy, fxx, fxy, fyy = local(x, y)
    for _ in range(50):
        determinant = fxx * fyy - fxy * fxy
        dx, dy = (fxy * fy - fyy * fx) / determinant, (fxy * fx - fxx * fy) / determinant
        size = 1.0
        while size > 1e-9 and local(x + size * dx, y + size * dy)[0] > value:
            size /= 2
        x, y = x + size * dx, y + size * dy
        value, fx, fy, fxx, fxy, fyy = local(x, y)
        if abs(size * dx) + abs(size * dy) < 1e-10 * (1 + abs(x) + abs(y)):
            break
    return value


@functionalize("test/intermediate_algebra/1111.json", length=Domain(range(120, 900, 20)))
def largest_field_inside_a_track(length: int = 400) -> Variant:
    """Largest area, in square meters, of a rectangle enclosed by a track of given length with semicircular ends."""
    return Variant({"400": length}, rf"\frac{{{length**2 // 8}}}{{\pi}}")


@largest_field_inside_a_track.check
def _(length: int) -> float:
    # By the radius: the track is two straights and a full circle.
    return highest(lambda radius: 2 * radius * (length - 2 * pi * radius) / 2, 0.0, length / (2 * pi))


# Weights of c in the first and the last sum, and the minimum where a and b have weight 1: the pairs of digits for which
# it is rational, as 2s^3 - l(l + 2f)s - 2l^2 f, with f and l the weights, has a rational root s.
_MINIMA = {(1, 4): 100, (2, 8): 200, (7, 3): 169}


@functionalize("test/intermediate_algebra/1166.json", a=ints(1, 9), b=ints(1, 9), weights=one_of(*_MINIMA))
def least_quotient_of_sums_and_product(a: int = 1, b: int = 1, weights: tuple[int, int] = (1, 4)) -> Variant:
    """Least value of a quotient of sums of positive numbers and squares of them by the product of the numbers."""
    gold = _MINIMA[weights] * a * b
    require(gold < 1000)
    first, last = weights
    edits = {
        "a + b": linear_combination(((a, "a"), (b, "b"))),
        "c)[": f"{coefficient(first)}c)[",
        "4c": f"{last}c",
    }
    return Variant(edits, gold)


Powers = Counter[tuple[int, int]]


def _product(*factors: Powers) -> Powers:
    result: Powers = Counter({(0, 0): 1})
    for factor in factors:
        longer: Powers = Counter()
        for (i, j), left in result.items():
            for (k, m), right in factor.items():
                longer[i + k, j + m] += left * right
        result = longer
    return result


@least_quotient_of_sums_and_product.check
def _(question: str) -> float:
    # With c = 1 and a, b exponentials, the quotient is a sum of exponentials and convex.
    sums: list[Powers] = []
    for a, b, c in re.findall(r"\((\d?)a \+ (\d?)b(?: \+ (\d?)c)?\)", question):
        sums.append(Counter({(1, 0): int(a or 1), (0, 1): int(b or 1)}))
        if len(sums) != 2:
            sums[-1][0, 0] = int(c or 1)
    first, pair, last = sums
    terms = _product(first, _product(pair, pair) + _product(last, last))

    def local(x: float, y: float) -> Local:
        parts = [(i - 1, j - 1, value * exp((i - 1) * x + (j - 1) * y)) for (i, j), value in terms.items()]
        return (
            sum(part for _, _, part in parts),
            sum(i * part for i, _, part in parts),
            sum(j * part for _, j, part in parts),
            sum(i * i * part for i, _, part in parts),
            sum(i * j * part for i, j, part in parts),
            sum(j * j * part for _, j, part in parts),
        )

    return lowest(local, 0.0, 0.0)


@functionalize("test/intermediate_algebra/1454.json", height=ints(10, 31), other_height=ints(10, 31), rest=ints(10, 39))
def shortest_sum_of_distances(height: int = 20, other_height: int = 30, rest: int = 20) -> Variant:
    """Least value of a sum of three square roots of quadratics in two variables in a box."""
    # Every root is a diagonal of a square where the value is least, which keeps the surd.
    x, y = height + rest, other_height + rest
    require(height != other_height and 2 * x < 100)
    edits = {
        r"x \le 40": rf"x \le {x}",
        r"y \le 50": rf"y \le {y}",
        "400": height**2,
        "900": other_height**2,
        "80x - 100y + 4100": f"{2 * x}x - {2 * y}y + {x * x + y * y}",
    }
    return Variant(edits, rf"{height + other_height + rest} \sqrt{{2}}")


@shortest_sum_of_distances.check
def _(question: str) -> float:
    x_end, y_end = map(int, re.findall(r"\\le (\d+)", question))
    roots = question.partition(r"\[")[2].replace("^2", "")
    p, q, cx, cy, rest = map(int, re.findall(r"\d+", roots))

    def local(x: float, y: float) -> Local:
        s, t, u = hypot(x, sqrt(p)), hypot(y, sqrt(q)), sqrt(x * x + y * y - cx * x - cy * y + rest)
        ux, uy = (2 * x - cx) / (2 * u), (2 * y - cy) / (2 * u)
        return (
            s + t + u,
            x / s + ux,
            y / t + uy,
            p / s**3 + (1 - ux * ux) / u,
            -ux * uy / u,
            q / t**3 + (1 - uy * uy) / u,
        )

    return lowest(local, x_end / 2, y_end / 2)


@functionalize(
    "test/intermediate_algebra/158.json", p=ints(1, 5), q=ints(1, 5), r=ints(1, 5), s=ints(1, 5), unit=ints(1, 5)
)
def largest_product_of_powers(p: int = 1, q: int = 2, r: int = 3, s: int = 4, unit: int = 1) -> Variant:
    """Largest product of powers of four positive numbers with a given sum."""
    # The numbers at the maximum are the exponents times a unit.
    powers = (p, q, r, s)
    total = unit * sum(powers)
    require(total >= 10 and len(set(powers)) > 1)
    text = "".join(letter if power == 1 else f"{letter}^{power} " for letter, power in zip("abcd", powers, strict=True))
    edits = {"10": total, "ab^2 c^3 d^4": text.rstrip()}
    return Variant(edits, prod((unit * power) ** power for power in powers))


@largest_product_of_powers.check
def _(question: str) -> int:
    (total,) = map(int, re.findall(r"d = (\d+)", question))
    (text,) = re.findall(r"value of \$(.*?)\.?\$", question)
    powers = [int(power or 1) for power in re.findall(r"[abcd](?:\^(\d))?", text)]

    def value(numbers: Sequence[float]) -> float:
        return prod(number**power for number, power in zip(numbers, powers, strict=True))

    best = max(
        ((x, y - x, z - y, total - z) for x, y, z in combinations(range(1, total), 3)),
        key=value,
    )
    # The logarithm is concave: a point that no small exchange improves is the maximum among all reals.
    for give in range(4):
        for take in range(4):
            moved = list(map(float, best))
            moved[give] -= 1e-4
            moved[take] += 1e-4
            if give != take and value(moved) > value(best):
                return 0
    return int(value(best))


@functionalize(
    "test/intermediate_algebra/1791.json",
    a=ints(2, 9),
    b=ints(2, 9),
    c=ints(1, 9),
    cross=one_of("-", "+"),
    sign=one_of("-", "+"),
)
def first_move_on_a_paraboloid(a: int = 2, b: int = 2, c: int = 3, cross: str = "-", sign: str = "-") -> Variant:
    """The x that makes the maximum over y of a quadratic in both least."""
    # b > 1 makes the square of y negative, so that there is a maximum.
    slope = int(f"{sign}{c}")
    text = f"({a}x {cross} y)^2 - {b}y^2 {signed(slope, letters='y')}"
    gold = Fraction(slope if cross == "-" else -slope, 2 * a * b)
    return Variant({"(2x - y)^2 - 2y^2 - 3y": text}, gold)


def _vertex(function: Callable[[int], Fraction]) -> tuple[Fraction, Fraction, Fraction]:
    """Where a quadratic has its extremum, the value there, and the coefficient of the square, from three values."""
    before, here, after = (function(x) for x in (-1, 0, 1))
    square, slope = (after + before) / 2 - here, (after - before) / 2
    return -slope / (2 * square), here - slope**2 / (4 * square), square


@first_move_on_a_paraboloid.check
def _(question: str) -> Fraction:
    ((a, cross, b, slope),) = re.findall(r"\((\d)x ([+-]) y\)\^2 - (\d)y\^2 ([+-] \d?)y", question)
    linear = int(slope.replace(" ", "") if slope[-1] != " " else f"{slope[0]}1")

    def reply(x: int) -> Fraction:
        side = 1 if cross == "+" else -1
        _, value, square = _vertex(lambda y: Fraction((int(a) * x + side * y) ** 2 - int(b) * y**2 + linear * y))
        return value if square < 0 else Fraction(0)

    choice, _, square = _vertex(reply)
    return choice if square > 0 else Fraction(0)


@functionalize(
    "test/intermediate_algebra/1806.json",
    linear=ints(1, 9),
    square=ints(1, 9),
    radius=ints(1, 3),
    power=ints(1, 3),
    sign=one_of("-", "+"),
)
def largest_sum_of_moduli(
    linear: int = 1, square: int = 1, radius: int = 1, power: int = 1, sign: str = "-"
) -> Variant:
    """Largest sum of the moduli of a linear and a quadratic expression in a number on a circle around 0."""
    # With u = |1 + w|, w on the unit circle, it is a u + b |u^2 - 3|; u = a / 2b must win against the end u = 2.
    a, b = linear * radius, square * radius**2
    gold = Fraction(a * a, 4 * b) + 3 * b
    require(a * a < 12 * b * b and gold > 2 * a + b)
    require(radius == 1 or power == 1)
    require(all(linear % d or square % d for d in (2, 3, 5, 7)))
    z, zz = ("z" if power == 1 else f"z^{power}"), f"z^{2 * power}"
    other = "+" if sign == "-" else "-"
    first = f"{coefficient(linear)}|{radius} {other} {z}|"
    second = f"{coefficient(square)}|{radius**2} {sign} {coefficient(radius)}{z} + {zz}|"
    return Variant({"|z| = 1": f"|z| = {radius}", "|1 + z| + |1 - z + z^2|": f"{first} + {second}"}, gold)


@largest_sum_of_moduli.check
def _(linear: int, square: int, radius: int, power: int, sign: str) -> float:
    side = 1 if sign == "+" else -1

    def value(angle: float) -> float:
        w = cmath.rect(radius, angle) ** power
        return linear * abs(radius - side * w) + square * abs(radius**2 + side * radius * w + w * w)

    steps = 720
    best = max(range(steps), key=lambda k: value(2 * pi * k / steps))
    return highest(value, 2 * pi * (best - 1) / steps, 2 * pi * (best + 1) / steps)

"""Intermediate algebra, level 5: equations whose solutions are found or counted."""

from __future__ import annotations

import re
from fractions import Fraction
from math import sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import linear_combination, rational, signed, square_part
from gap_tasks.sampling import ints, one_of, require

# Half the sum of the two numbers in a pair of factors; the halves of their distances, over and under in each fraction;
# what the first two fractions leave over (x - centre)^2 less a square, the third leaving minus their sum.
_FRACTIONS = (
    (1, (2, 3, 4, 5, 6, 7), (1, 1)),
    (1, (2, 3, 4, 5, 3, 7), (1, 1)),
    (1, (2, 3, 4, 5, 5, 7), (1, 1)),
    (1, (2, 3, 5, 7, 4, 8), (1, 3)),
    (1, (2, 3, 5, 7, 6, 8), (1, 3)),
    (1, (2, 3, 5, 7, 7, 8), (1, 3)),
    (1, (2, 6, 3, 4, 4, 8), (4, 1)),
    (1, (2, 6, 3, 4, 6, 8), (4, 1)),
    (1, (3, 4, 4, 6, 6, 8), (1, 4)),
    (1, (3, 4, 4, 6, 7, 8), (1, 4)),
    (1, (3, 4, 7, 8, 2, 5), (1, 3)),
    (1, (3, 4, 7, 8, 2, 6), (1, 5)),
    (1, (3, 4, 7, 8, 4, 6), (1, 5)),
    (1, (4, 6, 6, 8, 5, 7), (10, 4)),
    (2, (1, 3, 3, 5, 4, 7), (2, 2)),
    (2, (1, 3, 3, 5, 5, 7), (2, 2)),
    (2, (1, 3, 3, 5, 6, 7), (2, 2)),
    (2, (1, 3, 4, 5, 3, 7), (1, 1)),
    (2, (1, 3, 4, 5, 5, 7), (1, 1)),
    (2, (1, 3, 4, 5, 6, 7), (1, 1)),
    (3, (1, 2, 4, 5, 2, 4), (1, 1)),
)


@functionalize(
    "test/intermediate_algebra/662.json",
    item=one_of(*_FRACTIONS),
    swapped=one_of(False, True),
    mirror=one_of(1, -1),
)
def roots_of_telescoping_fractions(
    item: tuple[int, tuple[int, int, int, int, int, int], tuple[int, int]] = (1, (2, 3, 4, 5, 6, 7), (1, 1)),
    swapped: bool = False,
    mirror: int = 1,
) -> Variant:
    """Real roots of an equation between three fractions of quadratics with a common centre and a constant."""
    centre, (a, b, c, d, e, f), (u, v) = item
    if swapped:
        a, b, c, d, u, v = c, d, a, b, v, u
    first, second, third = Fraction(u, b * b - a * a), Fraction(v, d * d - c * c), Fraction(u + v, f * f - e * e)
    right = first + second - third
    require(right > 0 and min(first.denominator, second.denominator, third.denominator) > 1)
    # u/(w - p) + v/(w - q) = (u + v)/(w - r) is linear in w = (x - centre)^2.
    p, q, r = b * b, d * d, f * f
    under = u * (q + r) + v * (p + r) - (u + v) * (p + q)
    require(under != 0)
    square = Fraction(u * q * r + v * p * r - (u + v) * p * q, under)
    require(square.denominator == 1 and square > 0 and square not in {p, q, r})
    outside, inside = square_part(int(square))
    require(inside > 1)

    def factors(distance: int) -> str:
        return f"(x {signed(mirror * (distance - centre))})(x {signed(-mirror * (distance + centre))})"

    def fraction(value: Fraction, over: str, below: str) -> str:
        return rf"\frac{{{value.numerator if value.numerator > 1 else ''}{over}}}{{{value.denominator}{below}}}"

    near = mirror * (a - centre)
    odd_spacing = f"( x{'+' if near > 0 else '-'} {abs(near)})(x {signed(-mirror * (a + centre))})"
    edits = {
        r"\frac{( x+ 1)(x - 3)}{5(x + 2)(x - 4)}": fraction(first, odd_spacing, factors(b)),
        r"\frac{(x + 3)(x - 5)}{9(x + 4)(x - 6)}": fraction(second, factors(c), factors(d)),
        r"\frac{2(x + 5)(x - 7)}{13(x + 6)(x - 8)}": fraction(third, factors(e), factors(f)),
        r"\frac{92}{585}": rational(right),
    }
    root = rf"\sqrt{{{inside}}}" if outside == 1 else rf"{outside}\sqrt{{{inside}}}"
    return Variant(edits, rf"{mirror * centre} \pm {root}")


def _times(one: list[Fraction], other: list[Fraction]) -> list[Fraction]:
    """Product of two polynomials, from the constant up."""
    found = [Fraction(0)] * (len(one) + len(other) - 1)
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            found[i + j] += left * right
    return found


@roots_of_telescoping_fractions.check
def _(question: str) -> str:
    factor = r"\( ?x ?([+-] \d)\)"
    shape = rf"(^|[+-] )\\frac\{{(\d*){factor}{factor}\}}\{{(\d*){factor}{factor}\}}"
    printed = re.search(r"\\\[(.+?) = \\frac\{(\d+)\}\{(\d+)\}\.\\\]", question)
    if printed is None:
        raise ValueError(question)
    terms = []
    for sign, size, a, b, under, c, d in re.findall(shape, printed[1]):
        numbers = [Fraction(part.replace(" ", "")) for part in (a, b, c, d)]
        scale = Fraction(int(size or 1) * (-1 if sign == "- " else 1), int(under or 1))
        over, below = (
            [scale_of * one * other, scale_of * (one + other), scale_of]
            for scale_of, one, other in ((scale, *numbers[:2]), (Fraction(1), *numbers[2:]))
        )
        terms.append((over, below))
    (n1, d1), (n2, d2), (n3, d3) = terms
    parts = (
        _times(_times(n1, d2), d3),
        _times(_times(n2, d1), d3),
        _times(_times(n3, d1), d2),
        _times(_times(_times(d1, d2), d3), [-Fraction(int(printed[2]), int(printed[3]))]),
    )
    c, b, a, *higher = map(sum, zip(*parts, strict=True))
    if any(higher):
        raise ValueError(question)
    middle = -b / (2 * a)
    roots = [float(middle) + sign * sqrt(middle * middle - c / a) for sign in (1, -1)]
    for x in roots:
        if any(abs(e + f * x + g * x * x) < 1e-6 for _, (e, f, g) in terms):
            raise ValueError(question)
    return rf"{middle} \pm \sqrt{{{middle * middle - c / a}}}"


@functionalize("test/intermediate_algebra/1849.json", limit=ints(100, 998), shift=ints(1, 9))
def coefficients_with_one_solution(limit: int = 500, shift: int = 2) -> Variant:
    """Number of integer coefficients for which a logarithmic equation has one real solution."""
    require(4 * shift <= limit)
    return Variant({"-500,500": f"-{limit},{limit}", "x+2": f"x+{shift}"}, limit + 1)


@coefficients_with_one_solution.check
def _(limit: int, shift: int) -> int:
    found = 0
    for k in range(-limit, limit + 1):
        # kx = (x + shift)^2 where both logarithms are defined.
        quarter = k * (k - 4 * shift)
        if k == 0 or quarter < 0:
            continue
        width = sqrt(quarter)
        roots = {(k - 2 * shift - width) / 2, (k - 2 * shift + width) / 2}
        found += sum(k * x > 0 and x > -shift for x in roots) == 1
    return found


@functionalize(
    "test/intermediate_algebra/1930.json",
    odd=one_of(*range(-4, 0), *range(1, 5)),
    even=one_of(*range(-9, 0), *range(1, 10)),
    side=ints(1, 3),
)
def area_of_coefficients_with_real_root(odd: int = 1, even: int = -1, side: int = 1) -> Variant:
    """Area of the set of coefficient pairs in a square for which a palindromic quartic has a real root."""
    # Squaring needs the first coefficient to be 4 at most; the set is then 2*|odd|*a - even*b >= 2.
    require(abs(odd) * side <= 4)
    slope = Fraction(2 * abs(odd), abs(even))
    start = side - Fraction(2, -even) if even < 0 else Fraction(-2, even)

    def below(height: Fraction) -> Fraction:
        # The integral up to this height of the heights that lie in the square.
        if height <= 0:
            return Fraction(0)
        return height * height / 2 if height <= side else side * height - Fraction(side * side, 2)

    area = (below(start + slope * side) - below(start)) / slope
    require(0 < area < side * side)
    terms = ((1, "x^4"), (odd, "ax^3"), (even, "bx^2"), (odd, "ax"), (1, ""))
    edits = {r"\le 1": rf"\le {side}", "x^4 + ax^3 - bx^2 + ax + 1": linear_combination(terms)}
    return Variant(edits, area)


@area_of_coefficients_with_real_root.check
def _(odd: int, even: int, side: int) -> float:
    # x is a root for one b only: its values over all x reach from their least, or to their greatest, without end.
    points = [sign * (1 + step / 8) for sign in (1, -1) for step in range(25)]
    columns = 24 * side
    heights = []
    for column in range(columns + 1):
        a = column / 24
        reached = [-(x * x + 1 / (x * x) + odd * a * (x + 1 / x)) / even for x in points]
        height = side - min(reached) if even < 0 else max(reached)
        heights.append(min(max(height, 0.0), float(side)))
    # Linear between the columns, so the trapezoids are exact.
    return (sum(heights) - (heights[0] + heights[-1]) / 2) / 24


# Width of the interval, divisor of the map, greatest constant: few, for all bounds of the answer are integers.
_MAPS = tuple(
    (width, divisor, greatest)
    for width in range(1, 10)
    for divisor in range(1, 10)
    for greatest in range(3 * divisor // width + 1, min(9, 4 * divisor // width) + 1)
    if 3 * divisor % width == 0
)


@functionalize("test/intermediate_algebra/558.json", item=one_of(*_MAPS))
def constants_with_two_cycle(item: tuple[int, int, int] = (1, 1, 4)) -> Variant:
    """Constants for which a logistic map has a point of period two."""
    width, divisor, greatest = item
    front = r"\lambda" if divisor == 1 else rf"\frac{{\lambda}}{{{divisor}}}"
    edits = {"4": greatest, "[0,1]": f"[0,{width}]", r"\lambda x(1 - x)": f"{front} x({width} - x)"}
    return Variant(edits, f"({3 * divisor // width},{greatest}]")


@constants_with_two_cycle.check
def _(question: str, gold: str) -> bool:
    printed = re.search(r"= (?:\\lambda|\\frac\{\\lambda\}\{(\d)\}) x\((\d) - x\)", question)
    domains = set(re.findall(r"\[0,(\d)\]", question))
    limits = set(re.findall(r"0 \\le \\lambda \\le (\d)", question))
    told = re.fullmatch(r"\((\d+),(\d+)\]", gold)
    if printed is None or told is None or len(domains) != 1 or limits != {told[2]} or domains != {printed[2]}:
        return False
    divisor, width, low, high = int(printed[1] or 1), int(printed[2]), int(told[1]), int(told[2])
    if high * width > 4 * divisor:
        return False  # the map leaves its interval

    def has_cycle(size: float) -> bool:
        # f(f(x)) - x over f(x) - x is negative somewhere where, and only where, two points change places.
        for step in range(1, 200):
            x = width * step / 200.37
            once = size * x * (width - x) / divisor
            twice = size * once * (width - once) / divisor
            if (twice - x) * (once - x) < 0:
                return True
        return False

    inside = [low + (high - low) * share for share in (0.03, 0.2, 0.5, 0.8, 1.0)]
    outside = [low * share for share in (0.1, 0.4, 0.7, 0.9, 0.99, 1.0)]
    return all(map(has_cycle, inside)) and not any(map(has_cycle, outside))

"""Intermediate algebra, level 3: least and greatest values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import comb, cos, isqrt, pi, sin

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, is_square, signed
from gap_tasks.sampling import ints, one_of, require


def _power(letter: str, exponent: int) -> str:
    return letter if exponent == 1 else f"{letter}^{exponent}"


# (p, q, half): the sum of the powers 2 half p and 2 half q is at least twice the half-th power of the fixed product.
@functionalize(
    "test/intermediate_algebra/1014.json",
    shape=one_of((1, 2, 2), (2, 1, 2), (1, 3, 1), (3, 1, 1)),
    product=ints(2, 9),
)
def least_sum_of_powers(shape: Sequence[int] = (1, 2, 2), product: int = 5) -> Variant:
    """Least sum of two powers of numbers tied by a product of powers."""
    p, q, half = shape
    gold = 2 * product**half
    require(gold < 100)
    edits = {
        "ab^2 = 5": f"{_power('a', p)}{_power('b', q)} = {product}",
        "a^4 + b^8": f"a^{2 * half * p} + b^{2 * half * q}",
    }
    return Variant(edits, gold)


@least_sum_of_powers.check
def _(question: str) -> float:
    found = re.search(r"\$a(?:\^(\d))?b(?:\^(\d))? = (\d)\.\$.*\$a\^(\d) \+ b\^(\d)\.", question)
    p, q, product, over_a, over_b = (int(part or 1) for part in found.groups()) if found else (1, 1, 1, 1, 1)

    def total(b: float) -> float:
        return float((product / b**q) ** (over_a / p) + b**over_b)

    low, high = 0.05, 20.0
    for _ in range(200):  # one valley, as the sum is convex in log b
        left, right = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, right) if total(left) < total(right) else (left, high)
    return total(low)


@functionalize(
    "test/intermediate_algebra/1151.json",
    radius=ints(1, 3),
    factor=ints(1, 9),
    sign=one_of("+", "-"),
    extreme=one_of("maximum", "minimum"),
)
def extreme_of_two_products(radius: int = 1, factor: int = 1, sign: str = "+", extreme: str = "maximum") -> Variant:
    """Greatest or least value of a sum of products of a coordinate and a half chord."""
    require(factor > 1 or (radius, sign, extreme) == (1, "+", "maximum"))
    square, front = radius**2, coefficient(factor)
    edits = {
        "maximum": extreme,
        r"x \sqrt{1 - y^2} + y \sqrt{1 - x^2}": (
            rf"{front}x \sqrt{{{square} - y^2}} {sign} {front}y \sqrt{{{square} - x^2}}"
        ),
        r"-1 \le x": rf"-{radius} \le x",
        r"y \le 1": rf"y \le {radius}",
    }
    return Variant(edits, factor * square if extreme == "maximum" else -factor * square)


@extreme_of_two_products.check
def _(question: str) -> float:
    found = re.search(r"= (\d?)x \\sqrt\{(\d) - y\^2\} ([+-]) (\d?)y \\sqrt\{(\d) - x\^2\}", question)
    ends = re.search(r"\$-(\d) \\le x,\$ \$y \\le (\d)\.\$", question)
    if found is None or ends is None:
        return 0.0
    second = float(f"{found[3]}{found[4] or 1}")
    angles = [pi * step / 24 for step in range(-12, 13)]
    values = []
    for alpha in angles:
        for beta in angles:
            x, y = int(ends[1]) * sin(alpha), int(ends[2]) * sin(beta)
            beside_y, beside_x = int(ends[2]) * cos(beta), int(ends[1]) * cos(alpha)
            values.append(int(found[1] or 1) * x * beside_y + second * y * beside_x)
    if int(found[2]) != int(ends[2]) ** 2 or int(found[5]) != int(ends[1]) ** 2:
        return 0.0
    return max(values) if "maximum" in question else min(values)


# Any number of letters but the published four, so that the sampler has more to choose from than that number alone.
@functionalize("test/intermediate_algebra/1300.json", letters=ints(3, 7), numerator=ints(1, 9))
def least_product_with_reciprocals(letters: int = 4, numerator: int = 1) -> Variant:
    """Least product of a sum of positive numbers and a sum of their reciprocals."""
    require((letters == 4) == ((letters, numerator) == (4, 1)))
    gold = numerator * letters**2
    require(gold < 100)
    names = "abcdefg"[:letters]
    edits = {
        "$a,$ $b,$ $c,$ $d$": f"{' '.join(f'${name},$' for name in names[:-1])} ${names[-1]}$",
        "a + b + c + d": " + ".join(names),
        r"\frac{1}{a} + \frac{1}{b} + \frac{1}{c} + \frac{1}{d}": " + ".join(
            rf"\frac{{{numerator}}}{{{name}}}" for name in names
        ),
    }
    return Variant(edits, gold)


@least_product_with_reciprocals.check
def _(question: str) -> int:
    found = re.search(r"\[\(([a-g +]*)\)", question)
    named = re.findall(r"\$([a-g]),?\$", question)
    below = re.findall(r"\\frac\{(\d)\}\{([a-g])\}", question)
    if found is None or found[1].split(" + ") != named or [name for _, name in below] != named:
        return 0
    # Expanded: the equal letters give the numerator, any two others a sum of a ratio and its reciprocal.
    return int(below[0][0]) * (len(named) + 2 * comb(len(named), 2)) if len({n for n, _ in below}) == 1 else 0


@functionalize("test/intermediate_algebra/1365.json", end=ints(10, 99))
def least_sum_of_distances(end: int = 15) -> Variant:
    """Least value of a sum of absolute values on an interval."""
    return Variant({"15": end}, end)


@least_sum_of_distances.check
def _(question: str) -> int:
    first, second, bound, last = map(int, re.findall(r"\d+", question.replace("0 <", "")))
    least = set()
    for p in range(1, bound, 3):
        least.add(min(abs(x - p) + abs(x - first) + abs(x - p - second) for x in range(p, last + 1)))
    return least.pop() if len(least) == 1 else 0


_DIFFERENCES = tuple(
    (sign * a, sign * b) for sign in (1, -1) for a in range(1, 17) for b in range(1, 17) if a != b and is_square(a * b)
)


# With t = x + r the quotient is t + ab/t + a + b, and its least value is taken at t = sqrt(ab).
@functionalize("test/intermediate_algebra/446.json", differences=one_of(*_DIFFERENCES), r=ints(1, 9))
def least_quotient(differences: Sequence[int] = (4, 1), r: int = 1) -> Variant:
    """Least value of a quadratic over a linear expression, for a positive unknown."""
    a, b = differences
    mean = isqrt(a * b)
    require(mean > r and 0 < abs(r + a) < 10 and 0 < abs(r + b) < 10)
    edits = {"x + 5": f"x {signed(r + a)}", "x + 2": f"x {signed(r + b)}", "x + 1": f"x + {r}"}
    return Variant(edits, 2 * mean + a + b)


@least_quotient.check
def _(question: str) -> float:
    p, q, r = (int(part.replace(" ", "")) for part in re.findall(r"x ([+-] \d)", question))

    def value(x: float) -> float:
        return (x + p) * (x + q) / (x + r)

    low, high = 0.0, 50.0
    for _ in range(150):
        left, right = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, right) if value(left) < value(right) else (left, high)
    return value(low) if low > 1e-3 else float("nan")

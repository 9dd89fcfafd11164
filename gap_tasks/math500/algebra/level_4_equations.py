"""Algebra, level 4: equations and inequalities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import cos, gcd, isclose, isqrt, sin, sqrt

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import linear_combination, polynomial, short_fraction, signed
from gap_tasks.sampling import ints, one_of, require


def _numbers(text: str) -> list[int]:
    """Every signed whole number of a piece of text, blanks left out."""
    return [int(number) for number in re.findall(r"[+-]?\d+", text.replace(" ", ""))]


@functionalize("test/algebra/101.json", low=ints(-9, -1), high=ints(1, 9), constant=ints(-9, 9))
def quadratic_at_most_a_number(low: int = -2, high: int = 7, constant: int = -4) -> Variant:
    """Where a monic quadratic does not pass a number, as an interval between whole numbers of opposite signs."""
    bound = constant - low * high
    require(constant != 0 and abs(low + high) > 1 and bound >= 10)
    edits = {"x^2 - 5x - 4": polynomial([1, -low - high, constant]), "10": bound}
    return Variant(edits, rf"x \in [{low},{high}]")


@quadratic_at_most_a_number.check
def _(question: str) -> str:
    _, linear, constant, bound = _numbers(question.partition("$x^")[2].partition("$?")[0])
    inside = [n for n in range(-100, 101) if n * n + 2 * linear * n + 4 * constant <= 4 * bound]
    return rf"x \in [{Fraction(inside[0], 2)},{Fraction(inside[-1], 2)}]"


# A larger shift has a longer square, a larger base a longer root.
@functionalize(
    "test/algebra/1338.json",
    shift=one_of(-3, -2, -1, 1, 2, 3),
    base=one_of(9, 16),
    sign=one_of("positive", "negative"),
)
def root_of_cube_root_of_square(shift: int = 2, base: int = 16, sign: str = "positive") -> Variant:
    """Root of a given sign of an equation between the cube root of a perfect square and a number."""
    square = polynomial([1, -2 * shift, shift**2])
    size = isqrt(base) ** 3
    gold = shift + size if sign == "positive" else shift - size
    return Variant({"positive": sign, "x^2 - 4x + 4": square, "16": base}, gold)


@root_of_cube_root_of_square.check
def _(question: str, sign: str) -> int:
    _, linear, constant, base = _numbers(question.partition("{x^")[2].partition("$.")[0])
    roots = [x for x in range(-300, 300) if x * x + linear * x + constant == base**3]
    (root,) = (x for x in roots if x != 0 and (x > 0) == (sign == "positive"))
    return root


# (years, over, under, k): the oldest is k * under years old.
_AGES = tuple(
    (years, over, under, k)
    for under in range(2, 10)
    for over in range(1, under)
    if gcd(over, under) == 1
    for k in range(1, 6)
    if (2 * under + over) * k <= 45
    for years in range(2, min(under * k, over * k, 10))
    if (2 * (under * k - years) + over * k) % 3 == 0 and 2 * (under * k - years) + over * k <= 27
)


@functionalize("test/algebra/1578.json", ages=one_of(*_AGES))
def age_of_the_oldest(ages: tuple[int, int, int, int] = (4, 3, 5, 2)) -> Variant:
    """Age of one of three people of a known mean age, from a lag and a later ratio of ages [years]."""
    years, over, under, k = ages
    chris = under * k
    mean = (2 * (chris - years) + over * k) // 3
    edits = {
        "6": mean,
        "Four": cardinal(years).capitalize(),
        "four": cardinal(years),
        r"\frac{3}{5}": rf"\frac{{{over}}}{{{under}}}",
    }
    return Variant(edits, chris)


_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


@age_of_the_oldest.check
def _(question: str) -> int:
    mean, over, under = _numbers(question)
    ago, later = (_WORDS.index(word) + 2 for word in re.findall(r"(\w+) years(?: ago|, ben)", question.lower()))
    (oldest,) = (
        chris
        for chris in range(1, 3 * mean)
        for amy in range(1, 3 * mean - chris)
        if chris - ago == amy and under * (3 * mean - chris - amy + later) == over * (amy + later)
    )
    return oldest


@functionalize("test/algebra/1934.json", across=ints(2, 9), steepness=ints(2, 9))
def sum_of_intercepts_and_slope(across: int = 4, steepness: int = 3) -> Variant:
    """Sum of both intercepts and the slope of a line in intercept form."""
    up = across * steepness
    require(up >= 10 and across != steepness)
    return Variant({"{x}4": f"{{x}}{across}", "{12}": f"{{{up}}}"}, across + up - steepness)


@sum_of_intercepts_and_slope.check
def _(question: str) -> Fraction:
    p, q = _numbers(question.partition(r"\frac")[2].partition("=")[0])

    # q x + p y = p q, for every pair of points of a line the same slope
    def height(x: Fraction) -> Fraction:
        return (p * q - q * x) / p

    slope = (height(Fraction(5)) - height(Fraction(3))) / 2
    crossing = next(x for x in range(100) if height(Fraction(x)) == 0)
    return crossing + height(Fraction(0)) + slope


@functionalize("test/algebra/224.json", low=ints(1, 8), high_tenths=ints(21, 99))
def integers_with_root_between(low: int = 2, high_tenths: int = 35) -> Variant:
    """How many integers have their square root strictly between a whole number and a decimal."""
    whole, tenths = divmod(high_tenths, 10)
    require(tenths != 0 and whole >= low)
    gold = high_tenths**2 // 100 - low**2
    require(gold > 2)
    return Variant({"$2$": f"${low}$", "3.5": f"{whole}.{tenths}"}, gold)


@integers_with_root_between.check
def _(question: str) -> int:
    low, high = (Fraction(number) for number in re.findall(r"\$([\d.]+)\$", question))
    return sum(low * low < t < high * high for t in range(1, 101))


@functionalize(
    "test/algebra/2257.json",
    above=ints(2, 9),
    below=ints(2, 9),
    shift=ints(-9, 9),
    over=ints(2, 9),
    under=ints(2, 9),
)
def root_of_quotient_of_roots(
    above: int = 2, below: int = 3, shift: int = -1, over: int = 3, under: int = 2
) -> Variant:
    """Root of an equation between a quotient of square roots and a fraction, as a fraction."""
    require(shift != 0 and gcd(over, under) == 1)
    slope = under**2 * above - over**2 * below
    require(slope * shift > 0)
    edits = {
        "{2x}": f"{{{above}x}}",
        "{3x-1}": f"{{{below}x{signed(shift, '')}}}",
        r"\frac32": short_fraction(Fraction(over, under)),
    }
    return Variant(edits, Fraction(over**2 * shift, slope))


@root_of_quotient_of_roots.check
def _(question: str, gold: str) -> bool:
    above, below, shift, digits = _numbers(question.partition(r"\sqrt")[2].partition("$,")[0])
    over, under = divmod(digits, 10)
    top, bottom = _numbers(gold)
    x = top / bottom
    return isclose(sqrt(above * x) / sqrt(below * x + shift), over / under, rel_tol=1e-12)


@functionalize(
    "test/algebra/2391.json",
    factor=ints(2, 9),
    squared=ints(2, 9),
    times=ints(2, 9),
    middle=ints(2, 9),
    divisor=ints(2, 9),
    distance=ints(2, 9),
)
def sum_of_roots_of_square_equation(
    factor: int = 3, squared: int = 5, times: int = 4, middle: int = 5, divisor: int = 3, distance: int = 3
) -> Variant:
    """Sum of both roots of an equation with one square of a difference and arithmetic to clear away."""
    require(times % divisor != 0 and times * distance**2 % divisor == 0 and distance != middle)
    result = factor * squared**2 - times * distance**2 // divisor
    require(10 <= result <= 99)
    edits = {
        "(3)5^2": f"({factor}){squared}^2",
        "4(5-a)": f"{times}({middle}-a)",
        "3=63": f"{divisor}={result}",
    }
    return Variant(edits, 2 * middle)


@sum_of_roots_of_square_equation.check
def _(question: str) -> int:
    factor, squared, _, times, middle, _, divisor, result = map(int, re.findall(r"\d+", question))
    left = factor * squared * squared
    roots = [a for a in range(-50, 51) if left - Fraction(times * (middle - a) ** 2, divisor) == result]
    return sum(roots) if len(roots) == 2 else -999


# A product of two digits; other variants with a product of 2 would crowd out the rest.
_RECIPROCALS = (
    (2, 1, "less", "smallest"),
    *(
        (p, q, side, end)
        for p, q in ((3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (9, 1), (3, 2), (4, 2))
        for side in ("less", "more")
        for end in ("smallest", "largest")
    ),
)


@functionalize("test/algebra/858.json", item=one_of(*_RECIPROCALS))
def number_from_its_reciprocal(item: tuple[int, int, str, str] = (2, 1, "less", "smallest")) -> Variant:
    """Smaller or larger number a given amount away from a multiple of its reciprocal."""
    p, q, side, end = item
    multiple = "twice" if p * q == 2 else f"{cardinal(p * q)} times"
    # the roots are q and -p where the amount is taken away, p and -q where it is added
    roots = (-p, q) if side == "less" else (-q, p)
    gold = roots[0] if end == "smallest" else roots[1]
    return Variant({"smallest": end, "one less": f"{cardinal(p - q)} {side}", "twice": multiple}, gold)


@number_from_its_reciprocal.check
def _(question: str) -> Fraction:
    found = re.search(r"(smallest|largest) .*is (\w+) (less|more) than (\w+)", question)
    if found is None:
        return Fraction(999)
    end, amount, side, multiple = found.groups()
    words = ("zero", "one", *_WORDS)
    k = words.index(amount) * (-1 if side == "less" else 1)
    m = 2 if multiple == "twice" else words.index(multiple)
    roots = [x for x in (Fraction(n, 2) for n in range(-40, 41)) if x != 0 and x == m / x + k]
    return min(roots) if end == "smallest" else max(roots)


@functionalize("test/algebra/873.json", h=ints(-9, 9), k=ints(-4, 4), radius=ints(1, 9))
def constant_of_circle(h: int = 5, k: int = -3, radius: int = 1) -> Variant:
    """Constant term that gives the general equation of a circle a certain radius."""
    require(abs(h) > 1 and k != 0 and radius not in {abs(h), abs(k)})
    gold = h**2 + k**2 - radius**2
    require(gold > 0)
    terms = linear_combination([(1, "x^2"), (-2 * h, "x"), (1, "y^2"), (-2 * k, "y"), (1, "c")])
    return Variant({"x^2 - 10x + y^2 + 6y + c": terms, "1": radius}, gold)


@constant_of_circle.check
def _(question: str, gold: str) -> bool:
    # the points at the printed distance from the point of least value lie on the curve
    _, across, _, up, _, radius = _numbers(question)
    points = [(-across / 2 + radius * cos(t), -up / 2 + radius * sin(t)) for t in range(7)]
    return all(abs(x * x + across * x + y * y + up * y + int(gold)) < 1e-9 for x, y in points)


@functionalize("test/algebra/972.json", p=ints(-9, 9), q=ints(3, 9), r=ints(-9, 9))
def largest_root_of_absolute_values(p: int = 5, q: int = 3, r: int = -6) -> Variant:
    """Largest root of an equation between two absolute values, as an improper fraction."""
    require(p != 0 and r != 0)
    largest, other = Fraction(p - r, q - 1), Fraction(-p - r, q + 1)
    require(largest > 1 and largest > other and largest.denominator > 1)
    return Variant({"x+5": f"x{signed(p, '')}", "3x-6": f"{q}x{signed(r, '')}"}, largest)


@largest_root_of_absolute_values.check
def _(question: str) -> Fraction:
    p, q, r, _ = _numbers(question)

    def difference(x: Fraction) -> Fraction:
        return abs(x + p) - abs(q * x + r)

    knots = sorted((Fraction(-100), Fraction(-p), Fraction(-r, q), Fraction(100)))
    return max(_zeros([(x, difference(x)) for x in knots]))


def _zeros(points: list[tuple[Fraction, Fraction]]) -> Iterator[Fraction]:
    """Where the broken line through the points meets the axis."""
    for (x, y), (u, v) in pairwise(points):
        if y * v < 0:
            yield x - y * (u - x) / (v - y)
        elif v == 0:
            yield u

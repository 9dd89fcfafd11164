"""Algebra, level 2."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=2,
    source="own",
    total=ints(20, 60),
    adults=ints(10, 50),
    adult=ints(6, 9),
    child=ints(2, 5),
    place=one_of("museum", "cinema", "theater", "zoo"),
)
def tickets_sold(total: int = 40, adults: int = 23, adult: int = 9, child: int = 5, place: str = "museum") -> Answer:
    """One unknown of two, from their number and their total price [tickets]."""
    require(total - adults >= 5)
    income = adults * adult + (total - adults) * child
    return Answer(
        f"A {place} sold {total} tickets, some to adults and the rest to children, for {income} dollars altogether. "
        f"An adult ticket costs {adult} dollars and a child ticket costs {child} dollars. "
        "How many adult tickets were sold?",
        adults,
    )


@tickets_sold.check
def _(printed: list[int]) -> int:
    total, income, adult, child = printed
    (found,) = (n for n in range(total + 1) if adult * n + child * (total - n) == income)
    return found


@problem(level=2, source="own", a=ints(3, 9), b=ints(2, 9), c=ints(2, 9), p=ints(4, 9))
def composed_value(a: int = 7, b: int = 8, c: int = 5, p: int = 6) -> Answer:
    """Value of a composition of a linear and a quadratic function."""
    return Answer(
        f"Let $f(x) = {a}x + {b}$ and $g(x) = x^2 - {c}$. What is the value of $f(g({p}))$?",
        a * (p * p - c) + b,
    )


@composed_value.check
def _(a: int, b: int, c: int, p: int) -> int:
    # f(g(x)) expanded in powers of x, then Horner's rule.
    value = 0
    for coefficient in (a, 0, b - a * c):
        value = value * p + coefficient
    return value


@problem(
    level=2,
    source="own",
    near=ints(2, 9),
    far=ints(10, 24),
    lux=ints(20, 99),
    light=one_of("lamp", "lantern", "candle", "torch"),
)
def illuminance(near: int = 6, far: int = 10, lux: int = 75, light: str = "lamp") -> Answer:
    """A quantity that varies inversely with the square of another one [lux]."""
    require(lux * near * near % (far * far) == 0)
    dimmed = lux * near * near // (far * far)
    require(dimmed > 1 and dimmed not in (near, far))
    return Answer(
        f"The illuminance caused by a small {light} is inversely proportional to the square of the distance from the "
        f"{light}. At a distance of {near} meters it is {lux} lux. What is it, in lux, at a distance of {far} meters?",
        dimmed,
    )


@illuminance.check
def _(near: int, far: int, lux: int) -> int:
    # The same light falls through squares whose sides grow with the distance.
    light = lux * near**2
    (dimmed,) = (level for level in range(1, lux) if level * far**2 == light)
    return dimmed


@problem(level=2, source="own", low=ints(10, 40), a=ints(3, 7), b=ints(2, 9), high=ints(30, 80))
def integers_in_bounds(low: int = 17, a: int = 3, b: int = 5, high: int = 42) -> Answer:
    """Number of integers that satisfy a double inequality."""
    # No bound is attained, so that counting does not hang on the signs alone.
    require(gcd(a, b) == 1 and (low + b) % a != 0 and (high - b) % a != 0)
    count = (high - b) // a + (low + b) // a + 1
    require(count > 9 and count not in (low, high))
    return Answer(
        rf"How many integers $n$ satisfy $-{low} \le {a}n + {b} \le {high}$?",
        count,
    )


@integers_in_bounds.check
def _(low: int, a: int, b: int, high: int) -> int:
    return sum(-low <= a * n + b <= high for n in range(-100, 101))


@problem(level=2, source="own", p=ints(2, 9), q=ints(3, 9), a=ints(2, 9), b=ints(2, 9), c=ints(2, 9))
def parallel_intercept(p: int = 4, q: int = 9, a: int = 3, b: int = 5, c: int = 8) -> Answer:
    """Intercept of the line through a point that is parallel to a given line."""
    # The point lies above the given line, and no fraction on the way cancels.
    require(gcd(a, b) == gcd(p, b) == 1 and b * q > a * p)
    return Answer(
        f"A line passes through the point $({p}, {q})$ and is parallel to the line ${a}x - {b}y = {c}$. "
        "What is the $y$-coordinate of the point where it crosses the $y$-axis?",
        q - Fraction(a * p, b),
    )


@parallel_intercept.check
def _(p: int, q: int, a: int, b: int, c: int) -> Fraction:
    # The line keeps the vertical distance from the given one that the point has.
    at_axis, below_point = Fraction(-c, b), Fraction(a * p - c, b)
    return at_axis + (q - below_point)


@problem(level=2, source="own", small=ints(5, 25), gap=ints(11, 29))
def sum_of_pair(small: int = 12, gap: int = 17) -> Answer:
    """Sum of two positive integers, from their difference and their product."""
    return Answer(
        f"Two positive integers differ by {gap}, and their product is {small * (small + gap)}. "
        "What is the sum of the two integers?",
        2 * small + gap,
    )


@sum_of_pair.check
def _(printed: list[int]) -> int:
    gap, product = printed
    (total,) = (n + product // n for n in range(1, product) if product % n == 0 and product // n - n == gap)
    return total

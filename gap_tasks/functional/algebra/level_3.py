"""Algebra, level 3."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, isqrt

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=3, source="own", half=ints(5, 9), c=ints(30, 99))
def lowest_value(half: int = 7, c: int = 60) -> Answer:
    """Minimum of a quadratic, by completing the square."""
    require(c > half * half)
    return Answer(
        f"What is the smallest value that $x^2 - {2 * half}x + {c}$ takes when $x$ is a real number?",
        c - half * half,
    )


@lowest_value.check
def _(printed: list[int]) -> Fraction:
    _power, b, c = printed
    # The vertex of such a quadratic is a multiple of a half, and lies between 0 and b.
    points = (Fraction(n, 2) for n in range(2 * b + 1))
    return min(x * x - b * x + c for x in points)


@problem(level=3, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9), at=ints(2, 9))
def inverse_value(a: int = 3, b: int = 5, c: int = 2, d: int = 7, at: int = 4) -> Answer:
    """Value of the inverse of a quotient of linear functions."""
    above, below = b + at * d, at * c - a
    require(below >= 2 and gcd(above, below) == 1)
    return Answer(
        rf"The function $f$ is defined by $f(x) = \frac{{{a}x + {b}}}{{{c}x - {d}}}$ for all real numbers $x$ with "
        rf"${c}x \ne {d}$. What is the value of $f^{{-1}}({at})$?",
        Fraction(above, below),
    )


@inverse_value.check
def _(a: int, b: int, c: int, d: int, at: int) -> Fraction:
    # The numerator less `at` times the denominator is linear in x: its values at 0 and 1 give its root.
    at_zero, at_one = b + at * d, a + b - at * (c - d)
    root = Fraction(at_zero, at_zero - at_one)
    if (a * root + b) / (c * root - d) != at:
        raise ValueError(f"{root} is not sent to {at}")
    return root


@problem(
    level=3,
    source="own",
    weight=ints(12, 60),
    poor=one_of(*range(10, 41, 5)),
    mixed=one_of(*range(20, 71, 5)),
    rich=one_of(*range(40, 91, 5)),
    metal=one_of("copper", "silver", "nickel", "zinc", "tin"),
)
def alloy_added(weight: int = 24, poor: int = 25, mixed: int = 40, rich: int = 60, metal: str = "copper") -> Answer:
    """Amount of a stronger alloy that raises a weaker one to a given strength [kilograms]."""
    require(poor < mixed < rich and mixed - poor != rich - mixed)
    require(weight * (mixed - poor) % (rich - mixed) == 0)
    added = weight * (mixed - poor) // (rich - mixed)
    require(5 <= added <= 99 and added not in (poor, mixed, rich))
    return Answer(
        f"A workshop has {weight} kilograms of an alloy that is {poor} percent {metal} by mass. How many kilograms of "
        f"another alloy, which is {rich} percent {metal} by mass, must be melted together with all of it to give an "
        f"alloy that is {mixed} percent {metal} by mass?",
        added,
    )


@alloy_added.check
def _(printed: list[int]) -> int:
    weight, poor, rich, mixed = printed
    (added,) = (kg for kg in range(1, 2000) if weight * poor + kg * rich == (weight + kg) * mixed)
    return added


@problem(level=3, source="own", x=ints(2, 9), y=ints(4, 9), z=ints(6, 20))
def sum_from_products(x: int = 4, y: int = 7, z: int = 12) -> Answer:
    """Sum of three positive numbers, from the products of each two of them."""
    require(len({x, y, z}) == 3 and x + y + z not in (x * y, y * z, z * x))
    return Answer(
        f"The positive numbers $x$, $y$ and $z$ satisfy $xy = {x * y}$, $yz = {y * z}$ and $zx = {z * x}$. "
        "What is the value of $x + y + z$?",
        x + y + z,
    )


@sum_from_products.check
def _(printed: list[int]) -> Fraction:
    xy, yz, zx = printed
    # y and z follow from x, and their product then gives x squared; roots are sought among the quarters.
    candidates = (Fraction(n, 4) for n in range(1, 100))
    (total,) = (x + (xy + zx) / x for x in candidates if xy * zx == yz * x * x)
    return total


@problem(level=3, source="own", h=ints(2, 5), k=ints(2, 9), a=ints(2, 6), right=ints(2, 4), m=ints(1, 4))
def parabola_value(h: int = 3, k: int = 5, a: int = 4, right: int = 2, m: int = 3) -> Answer:
    """Ordinate of a point of a parabola, from its vertex and another point."""
    require(h + m > right)
    return Answer(
        f"A parabola whose axis of symmetry is vertical has its vertex at $({h}, -{k})$ and passes through the point "
        f"$({h + right}, {a * right**2 - k})$. It also passes through the point $(-{m}, y)$. What is the value of $y$?",
        a * (h + m) ** 2 - k,
    )


@parabola_value.check
def _(printed: list[int]) -> Fraction:
    h, k, x, y, m = printed
    # The mirror image of the second point is a third one; Lagrange's formula gives the quadratic through the three.
    points = [(h, -k), (x, y), (2 * h - x, y)]
    value = Fraction(0)
    for i, (own, ordinate) in enumerate(points):
        term = Fraction(ordinate)
        for j, (other, _ordinate) in enumerate(points):
            if i != j:
                term *= Fraction(-m - other, own - other)
        value += term
    return value


@problem(level=3, source="own", low=ints(4, 9), high=ints(11, 19), k=ints(2, 7))
def floors_in_range(low: int = 7, high: int = 12, k: int = 3) -> Answer:
    """Number of positive integers whose multiple has a square root with its floor in a range."""
    # No multiple of k is the first square or the one after the last, so that counting is alike for all.
    require(low**2 % k != 0 and (high + 1) ** 2 % k != 0)
    count = (high + 1) ** 2 // k - low**2 // k
    require(count not in (low, high))
    return Answer(
        rf"For how many positive integers $n$ is ${low} \le \lfloor \sqrt{{{k}n}} \rfloor \le {high}$, where "
        r"$\lfloor x \rfloor$ denotes the greatest integer that is not greater than $x$?",
        count,
    )


@floors_in_range.check
def _(low: int, high: int, k: int) -> int:
    return sum(low <= isqrt(k * n) <= high for n in range(1, 500))

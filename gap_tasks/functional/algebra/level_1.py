"""Algebra, level 1."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=1, source="own", a=ints(3, 9), x=ints(3, 9), b=ints(10, 40))
def linear_equation(a: int = 7, x: int = 9, b: int = 15) -> Answer:
    """Root of a linear equation."""
    return Answer(f"What value of $x$ satisfies ${a}x + {b} = {a * x + b}$?", x)


@linear_equation.check
def _(printed: list[int]) -> int:
    a, b, right = printed
    (root,) = (x for x in range(-1000, 1001) if a * x + b == right)
    return root


@problem(level=1, source="own", root=ints(2, 9), power=ints(2, 6), exponent=ints(11, 49))
def equal_exponent(root: int = 5, power: int = 2, exponent: int = 18) -> Answer:
    """Exponent that writes a power as a power of a smaller base."""
    require(power * exponent < 100)
    return Answer(
        f"What value of $n$ satisfies ${root**power}^{{{exponent}}} = {root}^n$?",
        power * exponent,
    )


@equal_exponent.check
def _(printed: list[int]) -> int:
    base, exponent, root = printed
    number, n = base**exponent, 0
    while number > 1:
        number, n = number // root, n + 1
    if root**n != base**exponent:
        raise ValueError(f"{base}^{exponent} is no power of {root}")
    return n


@problem(level=1, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), p=ints(3, 9))
def quadratic_value(a: int = 4, b: int = 7, c: int = 3, p: int = 5) -> Answer:
    """Value of a quadratic function at a negative integer."""
    require(len({a, b, p}) == 3)
    return Answer(
        f"If $f(x) = {a}x^2 - {b}x + {c}$, what is the value of $f(-{p})$?",
        a * p * p + b * p + c,
    )


@quadratic_value.check
def _(a: int, b: int, c: int, p: int) -> int:
    # Going left from 0 by ones, the steps of such a function grow by 2a each time.
    value, step = c, a + b
    for _left in range(p):
        value, step = value + step, step + 2 * a
    return value


@problem(level=1, source="own", left=ints(2, 9), low=ints(2, 9), right=ints(2, 9), high=ints(11, 40))
def slope_through(left: int = 3, low: int = 7, right: int = 5, high: int = 22) -> Answer:
    """Slope of the line through two points."""
    # A difference that cancels would ask for one step more.
    require(gcd(high - low, left + right) == 1)
    return Answer(
        f"What is the slope of the line that passes through the points $(-{left}, {low})$ and $({right}, {high})$?",
        Fraction(high - low, left + right),
    )


@slope_through.check
def _(left: int, low: int, right: int, high: int) -> Fraction:
    # On a line y = (p/q)x + c, the two points have the same qy - px.
    slopes = ((p, q) for q in range(1, 20) for p in range(1, 40))
    return next(Fraction(p, q) for p, q in slopes if q * low + p * left == q * high - p * right)


@problem(level=1, source="own", total=ints(21, 90), difference=ints(11, 19))
def squares_differ_by(total: int = 37, difference: int = 14) -> Answer:
    """Difference of two squares, from the sum and the difference of the numbers."""
    # Of an odd and an even number: x and y themselves are never integers.
    require((total + difference) % 2 == 1 and total * difference < 1000)
    return Answer(
        f"The numbers $x$ and $y$ satisfy $x + y = {total}$ and $x - y = {difference}$. "
        "What is the value of $x^2 - y^2$?",
        total * difference,
    )


@squares_differ_by.check
def _(total: int, difference: int) -> Fraction:
    x = Fraction(total + difference, 2)
    y = total - x
    return x**2 - y**2


@problem(level=1, source="own", a=ints(2, 6), x=ints(10, 20), b=ints(2, 9))
def larger_solution(a: int = 3, x: int = 11, b: int = 8) -> Answer:
    """Larger solution of an equation with an absolute value."""
    # With a common factor, the equation would be that of a simpler one.
    require(gcd(a, b) == 1)
    return Answer(f"What is the larger of the two solutions of the equation $|{a}x - {b}| = {a * x - b}$?", x)


@larger_solution.check
def _(printed: list[int]) -> Fraction:
    a, b, right = printed
    # At a solution, ax is an integer.
    return max(Fraction(ax, a) for ax in range(-300, 301) if abs(ax - b) == right)

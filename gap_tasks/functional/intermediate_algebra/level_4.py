"""Intermediate algebra, level 4."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from gap_tasks.functional.intermediate_algebra.approximation import complex_roots, nearest_integer
from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=4, source="own", first=ints(2, 7), step=ints(2, 7), terms=ints(6, 30))
def neighbor_products(first: int = 3, step: int = 4, terms: int = 10) -> Answer:
    """Sum of the reciprocals of the products of neighbors in an arithmetic sequence."""
    a, b, c = first, first + step, first + 2 * step
    last = first + terms * step
    return Answer(
        rf"What is the sum $\frac{{1}}{{{a} \cdot {b}}} + \frac{{1}}{{{b} \cdot {c}}} + \cdots + "
        rf"\frac{{1}}{{{last - step} \cdot {last}}}$, in which the denominators are the products of neighboring "
        rf"terms of the arithmetic sequence ${a}, {b}, {c}, \ldots, {last}$?",
        Fraction(terms, first * last),
    )


@neighbor_products.check
def _(printed: list[int]) -> Fraction:
    # Of the numbers printed, the last four are the sequence; the others are numerators and factors.
    *fractions, first, second, third, last = printed
    sequence = range(first, last + 1, second - first)
    if fractions != [1, *sequence[:2], 1, *sequence[1:3], 1, *sequence[-2:]] or (sequence[2], sequence[-1]) != (
        third,
        last,
    ):
        raise ValueError(f"the fractions {fractions} do not belong to {sequence}")
    return sum((Fraction(1, sequence[i] * sequence[i + 1]) for i in range(len(sequence) - 1)), Fraction(0))


@problem(level=4, source="own", p=ints(2, 9), q=ints(2, 9), b=ints(2, 9), c=ints(2, 9))
def tangent_slopes(p: int = 6, q: int = 4, b: int = 5, c: int = 9) -> Answer:
    """Sum of the squares of the slopes of two tangents of a parabola from one point."""
    # y = m(x - p) - q meets the parabola in one point where m^2 - (4p - 2b)m + b^2 - 4c - 4q = 0.
    total, product = 4 * p - 2 * b, b * b - 4 * c - 4 * q
    require(total != 0 and product != 0 and total * total > 4 * product)
    return Answer(
        f"Two different lines through the point $({p}, -{q})$ are tangent to the parabola $y = x^2 - {b}x + {c}$. "
        "What is the sum of the squares of their slopes?",
        total * total - 2 * product,
    )


@tangent_slopes.check
def _(p: int, q: int, b: int, c: int) -> int:
    # The tangent at x = t has the slope 2t - b and passes through (p, -q) where t^2 - 2pt + pb - c - q = 0.
    return nearest_integer(sum(((2 * t - b) ** 2).real for t in complex_roots((1, -2 * p, p * b - c - q))))


@problem(level=4, source="own", a=ints(2, 9), b=ints(2, 9), total=ints(10, 19), c=ints(2, 9), x=ints(2, 9))
def function_value(a: int = 3, b: int = 2, total: int = 10, c: int = 4, x: int = 7) -> Answer:
    """Value of a function, from an equation that ties it to its mirror image."""
    y = total - x
    require(a != b and y >= 2 and x != y)
    at_x, at_y = x * x + c * x, y * y + c * y
    value = Fraction(a * at_x - b * at_y, a * a - b * b)
    require(value > 0)
    return Answer(
        f"The function $f$ satisfies ${a}f(x) + {b}f({total} - x) = x^2 + {c}x$ for every real number $x$. "
        f"What is the value of $f({x})$?",
        value,
    )


@function_value.check
def _(a: int, b: int, total: int, c: int, x: int) -> Fraction:
    # f is the quadratic ux^2 + vx + w whose coefficients match on both sides.
    u = Fraction(1, a + b)
    v = (c + 2 * b * total * u) / (a - b)
    w = -b * (u * total * total + v * total) / (a + b)
    return u * x * x + v * x + w


@problem(level=4, source="own", a=ints(2, 9), c=ints(2, 9), d=ints(2, 9), start=ints(2, 9), times=ints(40, 99))
def iterated_value(a: int = 2, c: int = 3, d: int = 5, start: int = 4, times: int = 50) -> Answer:
    """Value of a fractional linear function that is applied many times and comes back after three."""
    # The third power of its matrix is a multiple of the identity where the trace squared is the determinant.
    square = a * a + a * d + d * d
    require(square % c == 0 and times % 3 != 0)
    b = square // c
    require(gcd(a, b, c, d) == 1 and b > a * start and c * start > a)
    once, twice = Fraction(a * start - b, c * start + d), Fraction(d * start + b, a - c * start)
    return Answer(
        rf"Let $f(x) = \frac{{{a}x - {b}}}{{{c}x + {d}}}$. Let $f_1(x) = f(x)$, and let $f_{{n + 1}}(x) = f(f_n(x))$ "
        rf"for every positive integer $n$. What is the value of $f_{{{times}}}({start})$?",
        once if times % 3 == 1 else twice,
    )


@iterated_value.check
def _(printed: list[int]) -> Fraction:
    a, b, c, d = printed[:4]
    times, start = printed[-2:]
    value = Fraction(start)
    for _ in range(times):
        value = (a * value - b) / (c * value + d)
    return value


@problem(level=4, source="own", first=ints(2, 9), factor=ints(2, 9), place=ints(15, 40))
def recursive_term(first: int = 7, factor: int = 4, place: int = 25) -> Answer:
    """Term of a sequence whose reciprocals have differences in arithmetic progression."""
    return Answer(
        rf"A sequence is defined by $a_1 = \frac{{1}}{{{first}}}$ and $a_{{n + 1}} = \frac{{a_n}}{{1 + {factor}na_n}}$ "
        rf"for every positive integer $n$. What is $a_{{{place}}}$?",
        Fraction(1, first + factor * place * (place - 1) // 2),
    )


@recursive_term.check
def _(first: int, factor: int, place: int) -> Fraction:
    term = Fraction(1, first)
    for n in range(1, place):
        term /= 1 + factor * n * term
    return term


@problem(level=4, source="own", high=ints(40, 99), low=ints(10, 39), a=ints(2, 9), b=ints(2, 9), c=ints(2, 9))
def remainder_value(high: int = 83, low: int = 34, a: int = 3, b: int = 8, c: int = 7) -> Answer:
    """Value of the remainder of a sparse polynomial divided by a quadratic that divides a binomial."""
    # x^3 leaves 1, so that x^high and x^low leave x and -x - 1 in one order or the other.
    by_rest = {high % 3: a, low % 3: b}
    require(by_rest.keys() == {1, 2})
    linear, constant = by_rest[1] - by_rest[2], c - by_rest[2]
    require(linear >= 2 and constant != 0)
    return Answer(
        f"When the polynomial ${a}x^{{{high}}} + {b}x^{{{low}}} + {c}$ is divided by $x^2 + x + 1$, the remainder is "
        "$R(x)$. What is the value of $R(10)$?",
        10 * linear + constant,
    )


@remainder_value.check
def _(high: int, low: int, a: int, b: int, c: int) -> int:
    coefficients = [0] * (high + 1)
    coefficients[high], coefficients[low], coefficients[0] = a, b, c
    # Long division: each leading coefficient is taken off by a multiple of x^2 + x + 1.
    for exponent in range(high, 1, -1):
        leading = coefficients.pop()
        coefficients[exponent - 1] -= leading
        coefficients[exponent - 2] -= leading
    return coefficients[1] * 10 + coefficients[0]

"""Intermediate algebra, level 5: polynomials, their roots and values."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from math import factorial, prod

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import polynomial
from gap_tasks.sampling import ints, one_of, require


def solution(rows: list[list[Fraction]]) -> list[Fraction]:
    """The unknowns of a regular linear system, each row its coefficients and then its right side."""
    size = len(rows)
    for column in range(size):
        pivot = next(row for row in range(column, size) if rows[row][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for row in range(size):
            if row != column:
                factor = rows[row][column]
                rows[row] = [value - factor * base for value, base in zip(rows[row], rows[column], strict=True)]
    return [row[-1] for row in rows]


@functionalize(
    "test/intermediate_algebra/117.json",
    total=ints(4, 9),
    first=ints(1, 4),
    second=ints(1, 4),
    factor=ints(2, 9),
    start=ints(1, 9),
)
def cubic_with_two_remainders(
    total: int = 5, first: int = 1, second: int = 2, factor: int = 2, start: int = 5
) -> Variant:
    """Value of a monic cubic at the common sum of two pairs of points that its two remainders belong to."""
    # Both pairs have one sum, which is where the value is asked for: that makes the quotients equal.
    pairs = [(small, total - small) for small in (first, second)]
    require(first != second and all(small < large for small, large in pairs))
    difference = prod(pairs[0]) - prod(pairs[1])
    require(difference % (factor - 1) == 0)
    constant = prod(pairs[0]) + difference // (factor - 1)
    gold = total * constant + start
    require(constant != 0 and gold > 0 and gold != start)
    (a, b), (c, d) = pairs
    edits = {
        "(x - 1)(x - 4)": f"(x - {a})(x - {b})",
        "(x - 2)(x - 3)": f"(x - {c})(x - {d})",
        "2R(x)": f"{factor}R(x)",
        "P(0) = 5": f"P(0) = {start}",
        "P(5)": f"P({total})",
    }
    return Variant(edits, gold)


@cubic_with_two_remainders.check
def _(total: int, first: int, second: int, factor: int, start: int) -> Fraction:
    # Unknowns: the cubic's coefficients of x^2 and x, the remainder's of x and its constant.
    rows = [
        [Fraction(value) for value in (x * x, x, -times * x, -times, -(x**3) - start)]
        for small, times in ((first, 1), (second, factor))
        for x in (small, total - small)
    ]
    square, linear, _slope, _rest = solution(rows)
    return total**3 + square * total**2 + linear * total + start


@functionalize(
    "test/intermediate_algebra/1197.json", degree=ints(4, 6), first=ints(2, 4), pole=ints(1, 2), factor=ints(1, 9)
)
def next_value_of_interpolant(degree: int = 5, first: int = 2, pole: int = 1, factor: int = 1) -> Variant:
    """Next value of a polynomial that agrees with a rational function at consecutive integers."""
    last = first + degree
    require(first > pole and last < 9)
    # One draw without a factor would be the only one as long as the published text, and be taken nearly always.
    require(factor > 1 or (degree, first) == (5, 2))
    at_pole = prod(pole - n for n in range(first, last + 1))
    at_minus_pole = prod(-pole - n for n in range(first, last + 1))
    # (x^2 - pole^2) p(x) - factor x = (a x + b)(x - first)...(x - last), by its values at both poles.
    above, below = Fraction(-factor * pole, at_pole), Fraction(factor * pole, at_minus_pole)
    a, b = (above - below) / (2 * pole), (above + below) / 2
    x = last + 1
    require(a != 0)
    gold = ((a * x + b) * factorial(degree + 1) + factor * x) / (x * x - pole * pole)
    require(1 < gold.denominator < 100 and abs(gold.numerator) < 100)
    numerator = polynomial((factor, 0), "n")
    edits = {
        "degree 5": f"degree {degree}",
        r"\frac{n}{n^2 - 1}": rf"\frac{{{numerator}}}{{n^2 - {pole * pole}}}",
        "n = 2,$ 3, 4,": f"n = {first},$ {first + 1}, {first + 2},",
        "7": last,
        "p(8)": f"p({x})",
    }
    return Variant(edits, gold)


@next_value_of_interpolant.check
def _(degree: int, first: int, pole: int, factor: int) -> Fraction:
    values = [Fraction(factor * n, n * n - pole * pole) for n in range(first, first + degree + 1)]
    ends = []
    while values:
        ends.append(values[-1])
        values = [after - before for before, after in pairwise(values)]
    # The highest difference must not vanish, or the degree would be lower than the text says.
    return sum(ends, Fraction(0)) if ends[-1] else Fraction(-1)


@functionalize(
    "test/intermediate_algebra/1279.json",
    factor=ints(1001, 9999),
    shifts=one_of(*combinations(range(1, 10), 4)),
)
def sum_of_solutions(factor: int = 2010, shifts: tuple[int, ...] = (1, 2, 3, 4)) -> Variant:
    """Sum of the solutions of an equation between partial fractions and a linear term."""
    edits = {
        rf"\frac{{{old}}}{{x^2 - {old}}}": rf"\frac{{{new}}}{{x^2 - {new}}}"
        for old, new in zip((1, 2, 3, 4), shifts, strict=True)
    }
    return Variant({**edits, "2010x": f"{factor}x"}, Fraction(len(shifts), factor))


def product_of(*factors: list[int]) -> list[int]:
    """Product of polynomials, each its coefficients with the constant first."""
    result = [1]
    for factor in factors:
        longer = [0] * (len(result) + len(factor) - 1)
        for i, left in enumerate(result):
            for j, right in enumerate(factor):
                longer[i + j] += left * right
        result = longer
    return result


@sum_of_solutions.check
def _(factor: int, shifts: tuple[int, ...]) -> Fraction:
    below = [[-shift, 0, 1] for shift in shifts]
    total = product_of([-4, factor], *below)
    for place, shift in enumerate(shifts):
        for power, value in enumerate(product_of([shift], *below[:place], *below[place + 1 :])):
            total[power] -= value
    return Fraction(-total[-2], total[-1])


@functionalize(
    "test/intermediate_algebra/1350.json",
    leading=ints(2, 9),
    small=one_of(2, 3),
    large=one_of(5, 7, 11, 13, 17, 19, 23),
)
def least_second_coefficient(leading: int = 2, small: int = 3, large: int = 11) -> Variant:
    """Least size of the second coefficient of a polynomial with distinct integer roots and known end coefficients."""
    constant = leading * small * large
    require(10 <= constant <= 99 and large - small > 2)
    return Variant({"a_n=2": f"a_n={leading}", "66": constant}, leading * (large - small - 1))


@least_second_coefficient.check
def _(leading: int, small: int, large: int) -> int:
    target = leading * small * large // leading
    divisors = [sign * d for d in range(1, target + 1) if target % d == 0 for sign in (1, -1)]
    sums = [
        abs(sum(roots))
        for size in range(1, 5)
        for roots in combinations(divisors, size)
        if prod(roots) == (-1) ** size * target
    ]
    return leading * min(sums)


@functionalize("test/intermediate_algebra/1544.json", fixed=ints(-4, 3), gap=ints(0, 3))
def quadratics_closed_under_a_map(fixed: int = -1, gap: int = 3) -> Variant:
    """Number of monic quadratics whose roots are sent to roots by a quadratic map."""
    # Drawn are the map's fixed points. Where they coincide or are 1 or 2 apart, some of the six quadratics coincide or
    # lose their two roots; only such a map changes the count, so there are few.
    other = fixed + gap
    linear, constant = 1 - fixed - other, fixed * other
    require(abs(linear) < 10 and abs(constant) < 10)
    # The sampler would take the few maps with as many numbers as the published one and no other.
    require((gap < 3 and abs(linear) > 1 and constant != 0) or (linear, constant) == (0, -2))
    # Double roots and pairs of fixed points; the cycle of two; a fixed point and another point sent to it.
    kept = 3 if gap else 1
    cycle = 0 if gap == 2 else 1
    falling = {0: 1, 1: 1}.get(gap, 2)
    return Variant({"c^2 - 2": polynomial((1, linear, constant), "c")}, kept + cycle + falling)


@quadratics_closed_under_a_map.check
def _(fixed: int, gap: int) -> int:
    # The same count over finite fields: never more than over the complex numbers, equal where the cycle splits.
    linear, constant = 1 - 2 * fixed - gap, fixed * (fixed + gap)
    best = 0
    for p in (61, 71, 79, 97, 101, 103, 109, 151):
        image = [(x * x + linear * x + constant) % p for x in range(p)]
        found = set()
        for r, s in enumerate(image):
            if r == s:
                found |= {(min(r, t), max(r, t)) for t, to in enumerate(image) if to in (r, t)}
            elif image[s] in (r, s):
                found.add((min(r, s), max(r, s)))
        best = max(best, len(found))
    return best

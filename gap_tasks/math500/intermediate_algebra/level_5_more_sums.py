"""Intermediate algebra, level 5: sums over pairs and triples, lattice points, a recursion."""

from __future__ import annotations

import re
from fractions import Fraction
from math import isqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, one_of, require


@functionalize(
    "test/intermediate_algebra/1994.json",
    power=ints(3, 9),
    swapped=one_of(False, True),
    start=one_of(1, 2),
    indices=one_of("jk", "ij", "mn", "ab"),
)
def double_sum_by_zeta_values(power: int = 3, swapped: bool = False, start: int = 1, indices: str = "jk") -> Variant:
    """A double sum of reciprocal powers of index sums, by two sums of reciprocal powers that are named."""
    # Each n is the sum of two positive indices in n - 1 ways, none for 1: both named sums may start at 2.
    first, second = (power, power - 1) if swapped else (power - 1, power)
    outer, inner = indices[0], indices[1]
    edits = {
        r"\sum_{k = 1}^\infty \frac{1}{k^2}": rf"\sum_{{{inner} = {start}}}^\infty \frac{{1}}{{{inner}^{first}}}",
        r"\sum_{k = 1}^\infty \frac{1}{k^3}": rf"\sum_{{{inner} = {start}}}^\infty \frac{{1}}{{{inner}^{second}}}",
        r"\sum_{j = 1}^\infty \sum_{k = 1}^\infty \frac{1}{(j + k)^3}": (
            rf"\sum_{{{outer} = 1}}^\infty \sum_{{{inner} = 1}}^\infty \frac{{1}}{{({outer} + {inner})^{power}}}"
        ),
    }
    return Variant(edits, "q - p" if swapped else "p - q")


def _tail(power: int, start: int) -> float:
    """Sum of the reciprocal powers from start on: some terms, then the integral with its corrections."""
    far = start + 30
    rest = far / (power - 1) + 1 / 2 + power / (12 * far)
    return float(sum(1 / n**power for n in range(start, far)) + rest / far**power)


@double_sum_by_zeta_values.check
def _(question: str, gold: str) -> bool:
    named = re.findall(r"([pq]) = \\sum_\{(\w) = (\d)\}\^\\infty \\frac\{1\}\{(\w)\^(\d)\}", question)
    double = re.search(r"\\frac\{1\}\{\((\w) \+ (\w)\)\^(\d)\}\\\]", question)
    if double is None or len(named) != 2 or double[1] == double[2]:
        return False
    if any(f"_{{{letter} = 1}}" not in question for letter in double.groups()[:2]):
        return False
    sums = {name: _tail(int(power), int(start)) for name, index, start, below, power in named if index == below}
    power, far = int(double[3]), 40
    # Row by row; the rows from `far` on by the integral of a row's sum and its corrections.
    rows = sum(_tail(power, row + 1) for row in range(1, far))
    rest = _tail(power - 1, far + 1) / (power - 1) + _tail(power, far + 1) / 2 + power * _tail(power + 1, far + 1) / 12
    left, _, right = gold.partition(" - ")
    return abs(sums[left] - sums[right] - rows - rest) < 1e-6 * (rows + rest)


# What the pairs consist of, and which numbers these are.
_KINDS = {
    "": range(-9, 10),
    "positive ": range(1, 10),
    "nonnegative ": range(10),
    "nonzero ": (*range(-9, 0), *range(1, 10)),
}


@functionalize(
    "test/intermediate_algebra/232.json", radius=ints(3, 9), kind=one_of(*_KINDS), strict=one_of(False, True)
)
def integer_pairs_in_disk(radius: int = 5, kind: str = "", strict: bool = False) -> Variant:
    """Number of ordered pairs of integers of some kind that give a complex number of bounded modulus."""
    square = radius * radius - strict
    quadrant = sum(isqrt(square - a * a) for a in range(1, isqrt(square) + 1))
    axis = isqrt(square)
    counts = {
        "": 4 * (quadrant + axis) + 1,
        "positive ": quadrant,
        "nonnegative ": quadrant + 2 * axis + 1,
        "nonzero ": 4 * quadrant,
    }
    sign = "<" if strict else r"\le"
    edits = {"integers": f"{kind}integers", r"\le 5": f"{sign} {radius}"}
    return Variant(edits, counts[kind])


@integer_pairs_in_disk.check
def _(question: str) -> int:
    printed = re.search(r"of (\w* ?)integers such that \$\|a \+ bi\| (<|\\le) (\d)\.", question)
    if printed is None:
        raise ValueError(question)
    limit = int(printed[3]) + (-1e-9 if printed[2] == "<" else 1e-9)
    numbers = _KINDS[printed[1]]
    return sum(abs(complex(a, b)) < limit for a in numbers for b in numbers)


@functionalize("test/intermediate_algebra/960.json", a=ints(2, 6), b=ints(3, 9), c=ints(3, 9))
def sum_over_triangles(a: int = 2, b: int = 3, c: int = 5) -> Variant:
    """Sum over all triangles with integer sides of a product of powers with the sides as exponents."""
    require(a < b and a < c and b != c)
    gold = Fraction((a + b * c) * a, (b * c - 1) * (c - a) * (b - a))
    return Variant({r"\frac{2^a}{3^b 5^c}": rf"\frac{{{a}^a}}{{{b}^b {c}^c}}"}, gold)


@sum_over_triangles.check
def _(question: str) -> Fraction:
    printed = re.search(r"\\frac\{(\d)\^a\}\{(\d)\^b (\d)\^c\}", question)
    if printed is None:
        raise ValueError(question)
    a, b, c = map(int, printed.groups())
    # For sides b and c the third runs from their difference plus 1 to their sum less 1, a geometric sum.
    by_b, by_c, both = Fraction(a, b - a), Fraction(a, c - a), Fraction(1, b * c - 1)
    sums = by_b * by_c
    # Equal sides, then the second or the third side longer by some number.
    differences = both * (1 + by_b + by_c)
    return (sums - a * differences) / (a - 1)


@functionalize(
    "test/intermediate_algebra/964.json",
    modulus=ints(4, 9),
    step=ints(1, 3),
    restart=ints(1, 8),
    row=ints(1001, 2999),
    column=ints(1, 8),
)
def value_of_recursion(modulus: int = 5, step: int = 1, restart: int = 1, row: int = 2015, column: int = 2) -> Variant:
    """Value of a doubly recursive function on remainders, far down in its table."""
    require(restart < modulus and column < modulus)
    values = [(j + step) % modulus for j in range(modulus)]
    rows = 0
    while True:
        following = [values[restart]]
        for _column in range(1, modulus):
            following.append(values[following[-1]])
        if following == values:
            break
        values = following
        rows += 1
        require(rows < 8)
    # The table settles after a few rows, neither at once nor late.
    require(rows >= 3)
    digits = ",".join(map(str, range(modulus)))
    edits = {
        "_5": f"_{modulus}",
        "by 5": f"by {modulus}",
        r"\{0,1,2,3,4\}": rf"\{{{digits}\}}",
        "(j+1)": f"(j+{step})",
        r"j \le 4": rf"j \le {modulus - 1}",
        "f(i-1,1)": f"f(i-1,{restart})",
        "f(2015,2)": f"f({row},{column})",
    }
    return Variant(edits, values[column])


@value_of_recursion.check
def _(question: str) -> int:
    def one(pattern: str) -> int:
        (found,) = set(re.findall(pattern, question))
        return int(found)

    modulus = one(r"by (\d)")
    last = one(r"j \\le (\d)")
    listed = set(re.findall(r"\\\{(0,[\d,]+\d)\\\}", question))
    if modulus != one(r"mod\}_(\d)") or last != modulus - 1 or listed != {",".join(map(str, range(modulus)))}:
        raise ValueError(question)
    step, restart = one(r"\(j\+(\d)\)"), one(r"f\(i-1,(\d)\)")
    row, column = one(r"f\((\d{4}),\d\)"), one(r"f\(\d{4},(\d)\)")
    above = {j: (j + step) % modulus for j in range(modulus)}
    for _row in range(row):
        here = {0: above[restart]}
        for j in range(1, modulus):
            here[j] = above[here[j - 1]]
        above = here
    return above[column]

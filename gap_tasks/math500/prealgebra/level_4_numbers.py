"""Prealgebra, level 4: expressions, radicals, decimals."""

from __future__ import annotations

import re
from fractions import Fraction
from math import gcd

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import surd
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize("test/prealgebra/1302.json", root=ints(7, 22), free=one_of(2, 3, 5, 7))
def simplified_root(root: int = 11, free: int = 2) -> Variant:
    """A three-digit square root, simplified."""
    radicand = root * root * free
    require(100 <= radicand <= 999 and root != 10)
    return Variant({"242": radicand}, surd(root, free))


@simplified_root.check
def _(question: str, gold: str) -> bool:
    outside, inside = map(int, numbers(gold))
    square_free = all(inside % (n * n) for n in range(2, inside))
    return square_free and outside * outside * inside == int(numbers(question)[0])


@functionalize("test/prealgebra/1388.json", x=ints(20, 99), slope=ints(3, 5), less=ints(2, 9))
def number_whose_half_is_given(x: int = 83, slope: int = 3, less: int = 9) -> Variant:
    """Root of an equation that says that half of one linear expression is another."""
    half, odd = divmod(slope * x - less, 2)
    more = half - x
    require(not odd and 10 <= more <= 99)
    return Variant({"3x-9": f"{slope}x-{less}", "x+37": f"x+{more}"}, x)


@number_whose_half_is_given.check
def _(question: str) -> int:
    slope, less, more = map(int, numbers(question))
    (root,) = (x for x in range(-500, 500) if slope * x - less == 2 * (x + more))
    return root


@functionalize("test/prealgebra/153.json", a=ints(2, 8), b=ints(1, 8), c=ints(1, 8))
def sum_of_repeating_decimals(a: int = 7, b: int = 4, c: int = 2) -> Variant:
    """Value of a sum and difference of three repeating decimals, as a fraction."""
    require(a > b != c != a and a - b + c < 9)
    return Variant({"{7}": f"{{{a}}}", "{4}": f"{{{b}}}", "{2}": f"{{{c}}}"}, Fraction(a - b + c, 9))


@sum_of_repeating_decimals.check
def _(question: str) -> float:
    a, b, c = (float("0." + digit * 15) for digit in re.findall(r"\{(\d)\}", question))
    return a - b + c


@functionalize(
    "test/prealgebra/1834.json",
    prime=one_of(11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97),
)
def root_of_prime(prime: int = 53) -> Variant:
    """A square root that is in simplest form already."""
    return Variant({"53": prime}, surd(1, prime))


@root_of_prime.check
def _(question: str) -> str:
    (number,) = map(int, numbers(question))
    root, inside = 1, number
    for factor in range(number, 1, -1):
        if number % (factor * factor) == 0:
            root, inside = factor, number // factor**2
            break
    return rf"\sqrt{{{inside}}}" if root == 1 else rf"{root}\sqrt{{{inside}}}"


# Each divides a number of nines, as many as the digits that repeat, after multiplying by 3, 9, 11, 33, 99, 999 or 9999.
_PERIODS = {11111: 5, 33333: 5, 10101: 6, 30303: 6, 90909: 6, 10001: 8, 1111: 4, 3333: 4, 1001: 6}


@functionalize("test/prealgebra/465.json", over=ints(11, 99), under=one_of(*_PERIODS))
def repeating_digits(over: int = 31, under: int = 11111) -> Variant:
    """Number of digits that repeat in the decimal form of a fraction."""
    require(gcd(over, under) == 1)
    return Variant({"{31}{11111}": f"{{{over}}}{{{under}}}"}, _PERIODS[under])


@repeating_digits.check
def _(question: str) -> int:
    over, under = map(int, numbers(question)[:2])
    seen: dict[int, int] = {}
    rest = over % under
    while rest not in seen:
        seen[rest] = len(seen)
        rest = 10 * rest % under
    return len(seen) - seen[rest]

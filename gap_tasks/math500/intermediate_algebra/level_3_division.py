"""Intermediate algebra, level 3: division of polynomials and partial fractions."""

from __future__ import annotations

import re
from fractions import Fraction

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import polynomial, signed
from gap_tasks.sampling import Domain, ints, one_of, require


def _signed_between(low: int, high: int) -> Domain:
    return one_of(*(n for n in range(-high, high + 1) if abs(n) >= low))


@functionalize(
    "test/intermediate_algebra/1555.json",
    root=_signed_between(2, 5),
    slope=ints(2, 9),
    unit=one_of(-1, 1),
    large=ints(101, 999),
    base=_signed_between(2, 7),
    odd=ints(5, 49),
    square=ints(2, 9),
    constant=ints(1, 9),
)
def remainder_with_large_powers(
    root: int = -2,
    slope: int = 5,
    unit: int = -1,
    large: int = 611,
    base: int = 3,
    odd: int = 5,
    square: int = 3,
    constant: int = 1,
) -> Variant:
    """Remainder of a sum of powers by a binomial at whose root one base is 1 or -1 and two are opposite."""
    shift, first, second = unit - slope * root, base - root, -base - root
    require(0 < abs(shift) < 10 and 0 < abs(first) < 10 and 0 < abs(second) < 10)
    gold = unit**large + square * root**2 + constant
    require(9 < gold < 100)
    exponent = 2 * odd + 1
    edits = {
        "(5x + 9)^{611}": f"({slope}x {signed(shift)})^{{{large}}}",
        "(x + 5)^{11}": f"(x {signed(first)})^{{{exponent}}}",
        "(x - 1)^{11}": f"(x {signed(second)})^{{{exponent}}}",
        "3x^2 + 1": f"{square}x^2 + {constant}",
        "x + 2": f"x {signed(-root)}",
    }
    return Variant(edits, gold)


@remainder_with_large_powers.check
def _(question: str) -> int:
    divisor = re.search(r"divided by \$x ([+-] \d)", question)
    rest = re.search(r"(\d)x\^2 \+ (\d)\$", question)
    if divisor is None or rest is None:
        return 0
    # Division by x - root leaves what the divisor's root gives, here term by term in the integers mod a large prime.
    x, modulus = -int(divisor[1].replace(" ", "")), 2**61 - 1
    total = int(rest[1]) * x * x + int(rest[2])
    for slope, shift, power in re.findall(r"\((\d?)x ([+-] \d)\)\^\{(\d+)\}", question):
        total += pow(int(slope or 1) * x + int(shift.replace(" ", "")), int(power), modulus)
    return (total + 10**6) % modulus - 10**6


@functionalize(
    "test/intermediate_algebra/1898.json",
    p=_signed_between(1, 9),
    q=_signed_between(1, 9),
    over_p=_signed_between(1, 9),
    over_q=_signed_between(1, 9),
)
def product_of_partial_fractions(p: int = 3, q: int = -8, over_p: int = -1, over_q: int = 5) -> Variant:
    """Product of the numerators of two partial fractions."""
    lead, rest = over_p + over_q, -over_p * q - over_q * p
    require(p != q and p + q != 0 and abs(p + q) < 10 and abs(p * q) > 9)
    require(1 < abs(lead) < 10 and 9 < abs(rest) < 100 and over_p != over_q)
    low, high = sorted((p, q))
    edits = {
        "{x-3}": f"{{x{signed(-p, '')}}}",
        "{x+8}": f"{{x{signed(-q, '')}}}",
        "4x-23": polynomial([lead, rest], space=""),
        "x^2+5x-24": polynomial([1, -p - q, p * q], space=""),
        "$-8$": f"${low}$",
        "$3$": f"${high}$",
    }
    return Variant(edits, over_p * over_q)


@product_of_partial_fractions.check
def _(question: str) -> Fraction:
    shifts = [int(part) for part in re.findall(r"\{x([+-]\d)\}", question)]
    found = re.search(r"\{(-?\d)x([+-]\d+)\}\{x\^2([+-]\d?)x([+-]\d+)\}", question)
    holes = [int(part) for part in re.findall(r"\$(-?\d)\$", question)]
    if found is None or sorted(-part for part in shifts) != holes:
        return Fraction(0)
    middle = int(f"{found[3]}1" if found[3] in "+-" else found[3])

    def right(x: int) -> Fraction:
        return Fraction(int(found[1]) * x + int(found[2]), x * x + middle * x + int(found[4]))

    # Two values of x make two linear equations, a third value tests their solution.
    rows = [(Fraction(1, x + shifts[0]), Fraction(1, x + shifts[1]), right(x)) for x in (10, 11, 12)]
    (a, b, e), (c, d, f), (g, h, i) = rows
    first, second = (e * d - b * f) / (a * d - b * c), (a * f - e * c) / (a * d - b * c)
    return first * second if g * first + h * second == i else Fraction(0)


@functionalize(
    "test/intermediate_algebra/199.json", degree=ints(5, 9), constant=_signed_between(1, 9), root=one_of(-1, 1)
)
def quotient_of_power(degree: int = 9, constant: int = 1, root: int = 1) -> Variant:
    """Quotient of a power plus a constant by a binomial whose root is 1 or -1, with a remainder."""
    require(root**degree + constant != 0)
    edits = {"x^9 + 1": f"x^{degree} {signed(constant)}", "x - 1": f"x {signed(-root)}"}
    return Variant(edits, polynomial([root**place for place in range(degree)]))


@quotient_of_power.check
def _(question: str) -> str:
    found = re.search(r"x\^(\d) ([+-] \d)\$ is divided by \$x ([+-] \d)", question)
    degree, constant, shift = (int(part.replace(" ", "")) for part in found.groups()) if found else (0, 0, 0)
    row = [1, *[0] * (degree - 1), constant]
    for place in range(1, len(row)):
        row[place] -= shift * row[place - 1]
    return " + ".join(f"({value})x^{{{degree - 1 - place}}}" for place, value in enumerate(row[:-1]))

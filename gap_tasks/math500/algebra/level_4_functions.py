"""Algebra, level 4: values of functions and operations."""

from __future__ import annotations

import re
from fractions import Fraction
from math import isclose, isqrt, pi, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, is_square, signed, surd
from gap_tasks.sampling import ints, one_of, require


def _integers(text: str) -> list[int]:
    """Every run of digits of a piece of text."""
    return [int(number) for number in re.findall(r"\d+", text)]


@functionalize("test/algebra/1199.json", a=ints(1, 9), b=ints(1, 9), c=ints(1, 9), d=ints(1, 9), e=ints(1, 9))
def inverse_of_inverse(a: int = 1, b: int = 2, c: int = 6, d: int = 3, e: int = 5) -> Variant:
    """Value of an inverse applied twice, from three values of the function."""
    require(len({a, b, c, d, e}) == 5)
    edits = {"f(1)=2": f"f({a})={b}", "f(2) = 6": f"f({b}) = {c}", "f(3)=5": f"f({d})={e}", "(6)": f"({c})"}
    return Variant(edits, a)


@inverse_of_inverse.check
def _(question: str) -> int:
    inverse = {int(y): int(x) for x, y in re.findall(r"f\((\d)\) ?= ?(\d)", question)}
    (asked,) = (int(y) for y in re.findall(r"f\^\{-1\}\((\d)\)\)", question))
    return inverse[inverse[asked]]


# (base, start, depth, index of the root). Few towers stay small, fewer under a square root; the others come up only
# when these are taken.
_TOWERS = (
    *((2, start, depth, index) for start, depth in ((0, 5), (1, 4), (2, 3)) for index in (2, 4, 8)),
    *((2, 0, 4, 2), (2, 1, 3, 2), (4, 0, 3, 2), (6, 0, 3, 2), (6, 0, 3, 3)),
    *((3, 0, 4, 9), (3, 1, 3, 9), (8, 0, 3, 4), (9, 0, 3, 3)),
)


@functionalize("test/algebra/1343.json", tower=one_of(*_TOWERS))
def root_of_repeated_power(tower: tuple[int, int, int, int] = (2, 1, 4, 2)) -> Variant:
    """A root of an exponential function applied several times."""
    base, start, depth, index = tower
    top = start
    for _ in range(depth - 1):
        top = base**top
    root = r"\sqrt" if index == 2 else rf"\sqrt[{index}]"
    edits = {"2^x": f"{base}^x", r"\sqrt{f(f(f(f(1))))}": f"{root}{{{'f(' * depth}{start}{')' * depth}}}"}
    return Variant(edits, base ** (top // index))


@root_of_repeated_power.check
def _(question: str) -> int:
    value = int(question.partition("f(")[2].partition("{")[2].replace("f(", "").partition(")")[0] or 0)
    depth = question.partition("Find")[2].count("f(")
    base = int(question.partition("= ")[2].partition("^")[0])
    index = int(question.partition(r"\sqrt[")[2].partition("]")[0] or 2)
    for _ in range(depth):
        value = base**value
    return next(n for n in range(1, 1001) if n**index == value)


@functionalize(
    "test/algebra/1960.json",
    top=ints(2, 9),
    fraction=one_of((1, 5), (1, 2), (1, 3), (1, 4), (1, 6), (1, 7), (1, 8), (2, 3), (2, 5), (3, 4), (3, 5), (4, 5)),
    gold=ints(2, 9),
)
def inverse_at_fraction(top: int = 2, fraction: tuple[int, int] = (1, 5), gold: int = 9) -> Variant:
    """Value of the inverse of a reciprocal function at a fraction."""
    over, under = fraction
    require(top * under % over == 0 and top != over and gold != under)
    shift = top * under // over - gold
    require(0 < abs(shift) < 10)
    edits = {"{2}": f"{{{top}}}", "x+1": f"x{signed(shift, '')}", r"\frac{1}{5}": rf"\frac{{{over}}}{{{under}}}"}
    return Variant(edits, gold)


@inverse_at_fraction.check
def _(question: str) -> int:
    found = re.search(r"frac\{(\d)\}\{x([+-]\d)\}.*frac\{(\d)\}\{(\d)\}", question)
    if found is None:
        return -999
    top, shift, over, under = map(int, found.groups())
    (x,) = (x for x in range(-99, 100) if x + shift != 0 and Fraction(top, x + shift) == Fraction(over, under))
    return x


@functionalize("test/algebra/2232.json", tenths=ints(11, 99))
def ceiling_of_square_less_square_of_ceiling(tenths: int = 36) -> Variant:
    """A decimal's squared value rounded up, less the square of the decimal rounded up."""
    require(tenths % 10 != 0)
    gold = -(-(tenths**2) // 100) - (-(-tenths // 10)) ** 2
    require(gold != 0)
    return Variant({"3.6": decimal(Fraction(tenths, 10))}, gold)


@ceiling_of_square_less_square_of_ceiling.check
def _(question: str) -> int:
    values = {Fraction(number) for number in re.findall(r"\d\.\d", question)}
    (x,) = values
    return next(n for n in range(101) if n >= x * x) - next(n for n in range(11) if n >= x) ** 2


@functionalize("test/algebra/2253.json", a=ints(2, 9), b=ints(1, 9))
def value_of_operation_with_roots(a: int = 9, b: int = 2) -> Variant:
    """Value of an operation defined by a quotient of roots, in simplest radical form."""
    square = Fraction(a * b + a, a * b - b)
    require(not is_square(square))
    return Variant({"9": a, "2": b}, surd(1, square))


@value_of_operation_with_roots.check
def _(question: str) -> float:
    a, b = _integers(question.partition("value of")[2])
    return sqrt(a * b + a) / sqrt(a * b - b)


@functionalize(
    "test/algebra/246.json",
    powers=one_of((4, 2), (6, 2), (6, 4), (8, 2), (8, 4), (8, 6)),
    sign=one_of(1, -1),
    constant=ints(-9, 9),
    place=ints(-9, 9),
    gold=ints(-9, 9),
)
def value_at_opposite_number(
    powers: tuple[int, int] = (4, 2), sign: int = 1, constant: int = 5, place: int = -3, gold: int = 8
) -> Variant:
    """Value at a number, from the value at its opposite, of a polynomial with one odd term."""
    value = gold + 2 * sign * place
    require(abs(place) > 1 and constant != 0 and gold != 0 and value != 0 and abs(value) < 10)
    edits = {
        "ax^4-bx^2+x+5": f"ax^{powers[0]}-bx^{powers[1]}{signed(sign, '', 'x')}{signed(constant, '')}",
        "(-3)=2": f"({place})={value}",
        "(3)": f"({-place})",
    }
    return Variant(edits, gold)


@value_at_opposite_number.check
def _(question: str) -> Fraction:
    found = re.search(r"ax\^(\d)-bx\^(\d)([+-])x([+-]\d)\$ and \$f\((-?\d)\)=(-?\d),.*f\((-?\d)\)", question)
    if found is None:
        return Fraction(-999)
    high, low, sign, *rest = found.groups()
    constant, place, value, asked = map(int, rest)

    def polynomial_at(x: int, a: Fraction, b: Fraction) -> Fraction:
        return a * Fraction(x) ** int(high) - b * Fraction(x) ** int(low) + int(f"{sign}1") * x + constant

    # any a does, with the b that then gives the known value
    values = set()
    for a in (Fraction(1), Fraction(7, 3)):
        b = (polynomial_at(place, a, Fraction(0)) - value) / Fraction(place) ** int(low)
        values.add(polynomial_at(asked, a, b))
    (answer,) = values
    return answer


# Powers of a digit with a fractional exponent and a whole value of at most two digits.
@functionalize(
    "test/algebra/824.json",
    threshold=ints(3, 9),
    part=ints(2, 9),
    square=ints(11, 99),
    power=one_of((8, 2, 3), (8, 4, 3), (8, 5, 3), (4, 3, 2), (4, 5, 2), (9, 3, 2)),
)
def sum_of_rounded_values(
    threshold: int = 4, part: int = 3, square: int = 45, power: tuple[int, int, int] = (8, 2, 3)
) -> Variant:
    """Sum of three values of a function that rounds down from a threshold on and up below it."""
    base, over, under = power
    low = isqrt(square)
    require(low * low < square and low >= threshold)
    root = round(base ** (1 / under))
    edits = {
        r"\geq 4": rf"\geq {threshold}",
        "< 4": f"< {threshold}",
        r"{\pi}{3}": rf"{{\pi}}{{{part}}}",
        "45": square,
        "8^{2/3}": f"{base}^{{{over}/{under}}}",
    }
    return Variant(edits, (2 if part < 4 else 1) + low + root**over)


@sum_of_rounded_values.check
def _(question: str) -> int:
    up, down, part, square, base, over, under = _integers(question)
    if up != down:
        return -1
    total = 0
    for value in (pi / part, sqrt(square), base ** (over / under)):
        below = next(n for n in range(100) if n + 1 > value + 1e-9)
        whole = isclose(below, value, abs_tol=1e-9)
        total += below if whole or value >= up else below + 1
    return total

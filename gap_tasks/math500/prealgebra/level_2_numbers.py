"""Prealgebra, level 2: numbers, expressions and equations."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import gcd, isqrt
from re import findall

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, is_square, polynomial, square_part
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize("test/prealgebra/1113.json", a=ints(10, 40), b=ints(10, 40), k=ints(1, 4))
def root_of_product(a: int = 10, b: int = 15, k: int = 2) -> Variant:
    """Positive square root of a product of three numbers that are no squares."""
    outside, free = square_part(a * b)
    c = free * k**2
    require(free > 1 and 10 <= c <= 60 and len({a, b, c}) == 3)
    require(not any(is_square(number) for number in (a, b, c)))
    return Variant({"10": a, "15": b, "24": c}, outside * free * k)


@root_of_product.check
def _(question: str, gold: str) -> bool:
    a, b, c = map(int, numbers(question))
    return isqrt(a * b * c) == int(gold) and int(gold) ** 2 == a * b * c


@functionalize("test/prealgebra/1298.json", a=ints(12, 39), b=ints(1, 9), c=ints(2, 9), d=ints(20, 99))
def collected_terms(a: int = 19, b: int = 1, c: int = 4, d: int = 81) -> Variant:
    """Sum of two linear terms and two constants, collected."""
    require(a - c >= 10 and d - b >= 10)
    return Variant({"19x + 1 - 4x - 81": f"{a}x + {b} - {c}x - {d}"}, polynomial((a - c, b - d)))


@collected_terms.check
def _(question: str) -> str:
    a, b, c, d = map(int, numbers(question))
    at_0, at_1 = (a * x + b - c * x - d for x in (0, 1))
    return f"{at_1 - at_0}x + ({at_0})"


@functionalize(
    "test/prealgebra/1555.json",
    base=ints(2, 9),
    top=ints(4, 9),
    quotient=ints(1, 3),
    middle=ints(3, 8),
    left=ints(2, 7),
)
def value_of_powers(base: int = 5, top: int = 5, quotient: int = 1, middle: int = 3, left: int = 2) -> Variant:
    """Value of a quotient of powers, less a power, plus a product of powers that cancels it."""
    require(base**quotient < 10 and top - quotient >= 2 and left < middle < top)
    below, right = top - quotient, middle - left
    edits = {
        r"5^5\div5^4-5^3+5^2\cdot5^1": (
            rf"{base}^{top}\div{base}^{below}-{base}^{middle}+{base}^{left}\cdot{base}^{right}"
        )
    }
    return Variant(edits, base**quotient)


@value_of_powers.check
def _(question: str) -> Fraction:
    found = [int(number) for number in numbers(question)]
    powers: list[int] = [base**exponent for base, exponent in zip(found[::2], found[1::2], strict=True)]
    over, under, less, left, right = powers
    return Fraction(over, under) + (left * right - less)


# The tenths add up to more than 10: one is carried, and a tenth is left.
@functionalize("test/prealgebra/1784.json", first=ints(1011, 8999), second=ints(111, 999))
def sum_of_decimals(first: int = 3139, second: int = 126) -> Variant:
    """Sum of two decimals with one place each."""
    require(first % 10 + second % 10 > 10)
    edits = {"313.9": decimal(Fraction(first, 10)), "12.6": decimal(Fraction(second, 10))}
    return Variant(edits, decimal(Fraction(first + second, 10)))


@sum_of_decimals.check
def _(question: str) -> str:
    first, second = findall(r"[0-9]+\.[0-9]", question)
    return str(Decimal(first) + Decimal(second))


@functionalize("test/prealgebra/1907.json", a=ints(1, 9), b=ints(1, 9), c=ints(10, 19), mean=ints(5, 9))
def missing_number(a: int = 7, b: int = 2, c: int = 10, mean: int = 9) -> Variant:
    """Missing one of four numbers with a given mean."""
    x = 4 * mean - a - b - c
    require(x >= 10 and len({a, b, c, x, mean}) == 5)
    return Variant({"7": a, "2": b, "10": c, "9": mean}, x)


@missing_number.check
def _(question: str) -> int:
    a, b, c, mean = map(int, numbers(question))
    (x,) = (x for x in range(100) if Fraction(a + b + c + x, 4) == mean)
    return x


@functionalize("test/prealgebra/1924.json", b=ints(2, 9), c=ints(2, 9), d=ints(3, 9))
def sum_of_binomials(b: int = 4, c: int = 2, d: int = 3) -> Variant:
    """Sum of two linear expressions, simplified."""
    require(b != c)
    edits = {"(-k + 4) + (-2 + 3k)": f"(-k + {b}) + (-{c} + {d}k)"}
    return Variant(edits, polynomial((d - 1, b - c), "k", space=""))


@sum_of_binomials.check
def _(question: str) -> str:
    b, c, d = map(int, numbers(question))
    at_0, at_1 = ((-k + b) + (-c + d * k) for k in (0, 1))
    return f"{at_1 - at_0}k + ({at_0})"


# One digit above and below leaves 13 fractions with one decimal.
@functionalize(
    "test/prealgebra/2019.json",
    fraction=one_of(*((over, under) for under in (2, 5) for over in range(1, 10) if over % under)),
)
def fraction_as_decimal(fraction: tuple[int, int] = (9, 2)) -> Variant:
    """Decimal of a fraction of one-digit numbers."""
    over, under = fraction
    return Variant({r"\frac{9}{2}": rf"\frac{{{over}}}{{{under}}}"}, decimal(Fraction(over, under)))


@fraction_as_decimal.check
def _(question: str, gold: str) -> bool:
    over, under = map(int, numbers(question))
    return Decimal(gold) * under == over


# Solutions of one digit leave few pairs of denominators; the unknown's letter makes more of them.
@functionalize(
    "test/prealgebra/505.json", a=ints(2, 9), b=ints(2, 9), total=ints(2, 9), letter=one_of("x", "y", "n", "t")
)
def root_of_sum_of_fractions(a: int = 2, b: int = 3, total: int = 5, letter: str = "x") -> Variant:
    """Number of which two unit fractions have a given sum."""
    root, rest = divmod(total * a * b, a + b)
    require(a != b and rest == 0)
    edits = {
        "$x$": f"${letter}$",
        r"\frac{x}2 + \frac{x}3 = 5": rf"\frac{{{letter}}}{a} + \frac{{{letter}}}{b} = {total}",
    }
    return Variant(edits, root)


@root_of_sum_of_fractions.check
def _(question: str) -> int:
    a, b, total = map(int, numbers(question))
    (x,) = (x for x in range(100) if Fraction(x, a) + Fraction(x, b) == total)
    return x


# One digit above and two below leave 16 fractions with two decimals.
@functionalize(
    "test/prealgebra/572.json",
    fraction=one_of(*((over, under) for under in (20, 25, 50) for over in range(1, 10) if gcd(over, under) == 1)),
)
def small_fraction_as_decimal(fraction: tuple[int, int] = (3, 20)) -> Variant:
    """Decimal of a fraction with a two-digit denominator."""
    over, under = fraction
    return Variant({r"\frac{3}{20}": rf"\frac{{{over}}}{{{under}}}"}, decimal(Fraction(over, under)))


@small_fraction_as_decimal.check
def _(question: str, gold: str) -> bool:
    over, under = map(int, numbers(question))
    return Decimal(gold) * under == over


# One digit completes the number, or 0 and another do and the text asks for the other.
@functionalize("test/prealgebra/65.json", leading=ints(10000, 99999), divisor=one_of(6, 9))
def last_digit_of_multiple(leading: int = 21420, divisor: int = 6) -> Variant:
    """Last digit that makes a number a multiple of another."""
    lack = -10 * leading % divisor
    require(lack == 0 or lack + divisor > 9)
    edits = {"21420N": f"{leading}N", "6": divisor, "nonzero value": "value" if lack else "nonzero value"}
    return Variant(edits, lack or divisor)


@last_digit_of_multiple.check
def _(question: str) -> int:
    leading, divisor = numbers(question)
    (digit,) = (digit for digit in range("nonzero" in question, 10) if int(f"{leading}{digit}") % int(divisor) == 0)
    return digit


@functionalize(
    "test/prealgebra/977.json", a=ints(2, 9), b=ints(2, 9), c=ints(1, 9), p=ints(2, 9), q=ints(1, 9), x=ints(2, 9)
)
def value_after_solving(a: int = 3, b: int = 2, c: int = 1, p: int = 6, q: int = 5, x: int = 3) -> Variant:
    """Value of a linear expression at the solution of a linear equation."""
    total = (a + b) * x + b * c
    require(10 <= total <= 99 and 10 <= p * x + q <= 99 and p != a + b)
    return Variant({"3x + 2(1 + x) = 17": f"{a}x + {b}({c} + x) = {total}", "6x + 5": f"{p}x + {q}"}, p * x + q)


@value_after_solving.check
def _(question: str) -> Fraction:
    a, b, c, total, p, q = map(int, numbers(question))
    at_0, at_1 = (a * x + b * (c + x) - total for x in (0, 1))
    return p * Fraction(-at_0, at_1 - at_0) + q

"""Algebra, level 2: equations, powers and logarithms."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, log

from gap_tasks.math500.english import CARDINALS, cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import rational
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize("test/algebra/109.json", p=ints(2, 9), q=ints(2, 9), a=ints(2, 9), b=ints(0, 9))
def second_coordinate(p: int = 3, q: int = 2, a: int = 4, b: int = 0) -> Variant:
    """Second coordinate of a point on a line from the first."""
    total = p * a + q * b
    require(gcd(p, q) == 1 and a != b and 10 <= total <= 99)
    return Variant({"3x + 2y = 12": f"{p}x + {q}y = {total}", "4": a}, b)


@second_coordinate.check
def _(question: str) -> int:
    p, q, total, a = map(int, numbers(question))
    (found,) = (y for y in range(-99, 100) if p * a + q * y == total)
    return found


# Powers of two digits.
_LOGARITHMS = tuple((base, power) for base in range(2, 10) for power in range(2, 7) if 10 <= base**power <= 99)


@functionalize("test/algebra/1255.json", logarithm=one_of(*_LOGARITHMS))
def whole_logarithm(logarithm: tuple[int, int] = (2, 6)) -> Variant:
    """Logarithm of a power of its base."""
    base, power = logarithm
    return Variant({r"\log_264": rf"\log_{base}{base**power}"}, power)


@whole_logarithm.check
def _(question: str) -> float:
    digits = question.split("_")[1].split("$", maxsplit=1)[0]
    return log(int(digits[1:])) / log(int(digits[0]))


# Powers of one digit of the same number: there are no others whose answer is a fraction.
@functionalize("test/algebra/1265.json", powers=one_of((2, 2, 3), (2, 3, 2), (2, 2, 1), (2, 3, 1), (3, 2, 1)))
def fractional_power(powers: tuple[int, int, int] = (2, 2, 3)) -> Variant:
    """Fractional exponent that takes one power of a number to another."""
    base, given, wanted = powers
    return Variant({"4": base**given, "8": base**wanted}, Fraction(wanted, given))


@fractional_power.check
def _(question: str) -> float:
    given, wanted = map(int, numbers(question))
    return log(wanted) / log(given)


def _equal_powers() -> list[tuple[int, int, int, int, int]]:
    """(base, factor, power, over, under) with base^(factor * x) = (base^power)^(over / under) for a whole x."""
    return [
        (base, factor, power, over, under)
        for base in range(2, 10)
        for power in range(3, 10)
        if 100 <= base**power <= 999
        for over in (1, 3)
        for under in (2, 3, 4)
        for factor in range(2, 7)
        if gcd(over, under) == 1 and power * over % (under * factor) == 0
    ]


@functionalize("test/algebra/2157.json", powers=one_of(*_equal_powers()))
def root_of_equal_powers(powers: tuple[int, int, int, int, int] = (2, 2, 8, 1, 2)) -> Variant:
    """Root of an equation between a power of a number and a fractional power of a power of that number."""
    base, factor, power, over, under = powers
    edits = {
        "2^{2x}": f"{base}^{{{factor}x}}",
        r"256^\frac{1}{2}": rf"{base**power}^{rational(Fraction(over, under))}",
    }
    return Variant(edits, power * over // (under * factor))


@root_of_equal_powers.check
def _(question: str) -> float:
    base, factor, value, over, under = map(int, numbers(question))
    return over / under * log(value) / log(base) / factor


# Denominators of three shapes, by the number of their roots, all of which are whole.
_DENOMINATORS = (
    *((1, f"(x{shift})^2") for shift in ("-2", "-3", "+2", "+3")),
    *((2, f"x^2-{square}") for square in (1, 4, 9)),
    *((3, f"x^3-{number}x") for number in ("", "4", "9")),
)


@functionalize("test/algebra/1425.json", denominator=one_of(*_DENOMINATORS), root=ints(4, 9))
def undefined_values(denominator: tuple[int, str] = (2, "x^2-9"), root: int = 5) -> Variant:
    """Number of values at which a rational expression is not defined."""
    count, text = denominator
    return Variant({"x-5": f"x-{root}", "x^2-9": text}, count)


@undefined_values.check
def _(question: str) -> int:
    text = question.split("}{")[1].split("}$", maxsplit=1)[0]
    if text.startswith("("):
        shift = int(text[2:4])
        left = [1, 2 * shift, shift**2]
    else:
        power, less, factor = int(text[2]), int(text[4:].rstrip("x") or 1), int(text.endswith("x"))
        left = [1, *[0] * power]
        left[power - factor] = -less
    # Every root is found when dividing by x - root leaves a constant.
    found = set()
    for root in range(-9, 10):
        while len(left) > 1:
            quotient = [left[0]]
            for value in left[1:]:
                quotient.append(value + root * quotient[-1])
            if quotient.pop():
                break
            left = quotient
            found.add(root)
    return len(found) if len(left) == 1 else -1


@functionalize("test/algebra/2214.json", factor=ints(2, 4), low=ints(1, 4), high=ints(1, 4), shift=ints(1, 9))
def sum_of_bounds(factor: int = 2, low: int = 2, high: int = 4, shift: int = 1) -> Variant:
    """Sum of the bounds of the solutions of a double inequality."""
    gold = high - low + 2 * shift
    require(factor * low <= 9 and factor * high <= 9 and low != high and gold > 0)
    text = f"-{factor * low} < {factor}(x - {shift}) < {factor * high}"
    return Variant({"-4 < 2(x - 1) < 8": text}, gold)


@sum_of_bounds.check
def _(question: str) -> Fraction:
    low, factor, shift, high = map(int, numbers(question))
    # The bounds are multiples of 1/12 for these factors, so the solutions on that grid end one step inside.
    inside = [n for n in range(-12 * 20, 12 * 20) if -12 * low < factor * (n - 12 * shift) < 12 * high]
    return Fraction(inside[0] - 1 + inside[-1] + 1, 12)


@functionalize("test/algebra/2251.json", p=ints(2, 9), q=ints(1, 9), root=ints(2, 9))
def root_under_radical(p: int = 3, q: int = 5, root: int = 2) -> Variant:
    """Root of an equation between a square root and a number."""
    gold, rest = divmod(q + root**2, p)
    require(rest == 0 and gold > 1)
    return Variant({"3x-5": f"{p}x-{q}", "2": root}, gold)


@root_under_radical.check
def _(question: str) -> float:
    p, q, root = map(int, numbers(question))
    low, high = q / p, 100.0
    for _ in range(60):
        x = (low + high) / 2
        low, high = (x, high) if (p * x - q) ** 0.5 < root else (low, x)
    return low


# Numbers of one digit with a whole answer above 1.
_RECIPROCALS = tuple(
    (sign, a, b) for sign in (1, -1) for a in range(2, 10) for b in range(2, 10) if (b - sign) % a == 0 and b - sign > a
)


@functionalize("test/algebra/251.json", equation=one_of(*_RECIPROCALS))
def number_from_reciprocal(equation: tuple[int, int, int] = (1, 3, 7)) -> Variant:
    """Number of which a relation with its reciprocal is told in words."""
    sign, a, b = equation
    edits = {"Three": cardinal(a).capitalize(), "plus": "plus" if sign == 1 else "minus", "7": b}
    return Variant(edits, (b - sign) // a)


@number_from_reciprocal.check
def _(question: str) -> Fraction:
    first, operation = question.split()[:2]
    a = {word: n for n, word in CARDINALS.items()}[first.lower()]
    (b,) = map(int, numbers(question))
    candidates = {Fraction(over, under) for over in range(1, 12) for under in range(1, 10)}
    sides = ((x, a + 1 / x if operation == "plus" else a - 1 / x, b / x) for x in candidates)
    (found,) = (x for x, left, right in sides if left == right)
    return found

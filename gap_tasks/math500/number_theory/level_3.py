"""Number theory, level 3: digits, bases and decimals."""

from __future__ import annotations

from fractions import Fraction
from itertools import count
from math import gcd, isqrt

from gap_tasks.math500.english import CARDINALS, cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, in_base
from gap_tasks.sampling import ints, numbers, one_of, require


# Multiples of 3 by the sum of the digits, of 4 and 5 by the last ones. Eighteen variants have four digits
# and another number than the published one.
@functionalize("test/number_theory/1032.json", factor=one_of(15, 18, 24, 30, 36, 45, 60, 90), digit=ints(1, 8))
def least_multiple_of_two_digits(factor: int = 30, digit: int = 2) -> Variant:
    """Least multiple of a number that is written with 0 and another digit only."""
    multiples = (n for n in (digit * int(f"{pattern:b}") for pattern in range(1, 32)) if n % factor == 0)
    gold = next(multiples, 0)
    require(gold >= 1000 and str(gold).count(str(digit)) >= 3)
    return Variant({"30": factor, "2": digit}, gold)


@least_multiple_of_two_digits.check
def _(question: str) -> int:
    factor, nothing, digit = numbers(question)
    return next(n for n in count(int(factor), int(factor)) if set(str(n)) <= {nothing, digit})


# The power of 10 takes one or two more factors of one kind, and the fraction cannot be reduced.
@functionalize("test/number_theory/183.json", numerator=ints(1001, 9999), fives=ints(4, 9), twos=ints(4, 9))
def digit_sum_of_decimal(numerator: int = 4321, fives: int = 7, twos: int = 8) -> Variant:
    """Sum of the digits of a fraction's terminating decimal."""
    require(1 <= abs(fives - twos) <= 2 and gcd(numerator, 10) == 1)
    widened = numerator * (5 ** (twos - fives) if twos > fives else 2 ** (fives - twos))
    edits = {"4321": numerator, r"5^7\cdot2^8": rf"5^{fives}\cdot2^{twos}"}
    return Variant(edits, sum(map(int, str(widened))))


@digit_sum_of_decimal.check
def _(question: str) -> int:
    rest, five, fives, two, twos = map(int, numbers(question))
    denominator = int(five**fives * two**twos)
    total, rest = divmod(rest, denominator)
    while rest:
        digit, rest = divmod(10 * rest, denominator)
        total += digit
    return total


# What the number is said to be, and the two-digit numbers that are so.
_KINDS: dict[tuple[str, str], tuple[int, ...]] = {
    ("the square", " of a positive integer"): tuple(n * n for n in range(4, 10)),
    ("the cube", " of a positive integer"): (27, 64),
    ("twice the square", " of a positive integer"): tuple(2 * n * n for n in range(3, 8)),
    ("twice the cube", " of a positive integer"): (16, 54),
    ("a triangular", " number"): tuple(n * (n + 1) // 2 for n in range(4, 14)),
    ("a prime", " number"): tuple(n for n in range(11, 100) if gcd(n, 210) == 1),
}


# Nineteen pairs occur.
@functionalize("test/number_theory/22.json", kind=one_of(*_KINDS), ones=one_of(0, 1, 3, 4, 5, 6, 7, 8, 9))
def possible_tens_digits(kind: tuple[str, str] = ("the square", " of a positive integer"), ones: int = 6) -> Variant:
    """Number of tens digits that make a two-digit number with a given last digit a square or the like."""
    gold = sum(number % 10 == ones for number in _KINDS[kind])
    require(gold > 0)
    named, of_what = kind
    return Variant({"6": ones, "the square": named, " of a positive integer": of_what}, gold)


@possible_tens_digits.check
def _(question: str) -> int:
    ones = int(numbers(question)[0])
    return sum(_is_asked_for(question, 10 * tens + ones) for tens in range(1, 10))


def _is_asked_for(question: str, number: int) -> bool:
    if "prime" in question:
        return all(number % divisor for divisor in range(2, number))
    if "triangular" in question:
        return isqrt(8 * number + 1) ** 2 == 8 * number + 1
    factor, exponent = 2 if "twice" in question else 1, 3 if "cube" in question else 2
    return number in {factor * root**exponent for root in range(1, number)}


@functionalize("test/number_theory/368.json", number=ints(125, 999), base=ints(5, 9))
def number_in_base_named(number: int = 999, base: int = 6) -> Variant:
    """A three-digit number in a base that is given in words."""
    digits = in_base(number, base)
    require(len(digits) == 4 and digits.count("0") <= 1)
    return Variant({"999": number, "six": cardinal(base)}, f"{digits}_{base}")


@number_in_base_named.check
def _(question: str, gold: str) -> bool:
    digits, under = gold.split("_")
    named = next(base for base, word in CARDINALS.items() if word in question.split())
    return int(under) == named and int(digits, named) == int(numbers(question)[0])


# A distance with quarters of a mile, as the scale does not divide it.
@functionalize(
    "test/number_theory/459.json",
    inches=ints(2, 9),
    miles=one_of(10, 12, 15, 16, 20, 25, 30, 40),
    quarters=ints(101, 399),
)
def distance_on_map(inches: int = 3, miles: int = 10, quarters: int = 213) -> Variant:
    """Distance on a map of given scale [inches]."""
    gold = Fraction(inches * quarters, 4 * miles)
    require(gcd(inches, miles) == 1 and quarters % 2 == 1 and gold.denominator > 4 and gold > 1)
    edits = {"$3$": f"${inches}$", "10": miles, "53.25": decimal(Fraction(quarters, 4), 2)}
    return Variant(edits, gold)


@distance_on_map.check
def _(question: str, gold: str) -> bool:
    inches, miles, distance = map(Fraction, question.split("$")[1::2])
    over, under = map(int, numbers(gold))
    return Fraction(over, under) / inches * miles == distance


# The numerator has no factor 2 or 5, so the decimal has as many places as the larger exponent says.
@functionalize("test/number_theory/598.json", numerator=ints(11, 99), twos=ints(2, 7), fives=ints(2, 7))
def small_terminating_decimal(numerator: int = 21, twos: int = 2, fives: int = 7) -> Variant:
    """Decimal of a fraction over powers of 2 and 5."""
    places = max(twos, fives)
    require(gcd(numerator, 10) == 1 and places >= 5 and -3 <= fives - twos <= 5 and abs(fives - twos) >= 2)
    widened = numerator * (2 ** (fives - twos) if fives > twos else 5 ** (twos - fives))
    require(10 * widened < 10**places)
    return Variant({"21": numerator, "2^2": f"2^{twos}", "5^7": f"5^{fives}"}, f".{widened:0{places}d}")


@small_terminating_decimal.check
def _(question: str, gold: str) -> bool:
    numerator, two, twos, five, fives = map(int, numbers(question))
    digits, rest = "", numerator
    while rest:
        digit, rest = divmod(10 * rest, two**twos * five**fives)
        digits += str(digit)
    return gold == f".{digits}"


@functionalize("test/number_theory/691.json", extreme=one_of("largest", "smallest"), length=ints(3, 9), base=ints(2, 9))
def extreme_number_in_base(extreme: str = "largest", length: int = 8, base: int = 2) -> Variant:
    """Largest or smallest number with a given count of digits in a base."""
    gold = base**length - 1 if extreme == "largest" else base ** (length - 1)
    require(100 <= gold <= 999)
    return Variant({"largest": extreme, "eight": cardinal(length), "2": base}, gold)


@extreme_number_in_base.check
def _(question: str) -> int:
    base = int(numbers(question)[0])
    word = question.partition("-digit")[0].rsplit(maxsplit=1)[-1]
    length = next(value for value, name in CARDINALS.items() if name == word)
    digits = str(base - 1) * length if "largest" in question else "1" + "0" * (length - 1)
    return int(digits, base)


@functionalize("test/number_theory/847.json", number=ints(125, 999), base=ints(5, 9))
def number_in_base(number: int = 555, base: int = 5) -> Variant:
    """A three-digit number in a base that is given in digits."""
    digits = in_base(number, base)
    require(len(digits) == 4 and digits.count("0") <= 1)
    return Variant({"555": number, "$5$": f"${base}$"}, f"{digits}_{{{base}}}")


@number_in_base.check
def _(question: str, gold: str) -> bool:
    number, _, base = map(int, numbers(question))
    digits, under = numbers(gold)
    total = 0
    for digit in digits:
        total = base * total + int(digit)
    return int(under) == base and max(map(int, digits)) < base and total == number


@functionalize("test/number_theory/864.json", a=ints(3, 8), b=ints(3, 8), base=ints(5, 9))
def product_in_base(a: int = 6, b: int = 7, base: int = 8) -> Variant:
    """Product of two digits, in their base."""
    require(a < base and b < base and a * b >= base)
    return Variant({"6_8": f"{a}_{base}", "7_8": f"{b}_{base}", "$8": f"${base}"}, f"{in_base(a * b, base)}_{base}")


@product_in_base.check
def _(a: int, b: int, base: int, gold: str) -> bool:
    digits, _, under = gold.partition("_")
    return int(under) == base and int(digits, base) == a * b

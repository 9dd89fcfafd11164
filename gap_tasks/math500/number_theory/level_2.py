"""Number theory, level 2."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

from gap_tasks.math500.english import CARDINALS, cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, in_base, thousands
from gap_tasks.sampling import ints, numbers, one_of, require


# Cubes of six digits with no 0 after the comma. Two letters stand for two digits, and a last digit 0 would show.
@functionalize("test/number_theory/234.json", number=ints(47, 99))
def digit_sum_of_cube_root(number: int = 97) -> Variant:
    """Sum of the digits of a two-digit number whose cube is given."""
    tens, ones = divmod(number, 10)
    require(ones not in {0, tens} and number**3 % 1000 >= 100)
    return Variant({r"912,\!673": thousands(number**3, r",\!")}, tens + ones)


@digit_sum_of_cube_root.check
def _(question: str) -> int:
    cube = int("".join(numbers(question)))
    (root,) = (n for n in range(10, 100) if n * n * n == cube)
    return sum(map(int, str(root)))


# Denominators with more factors 5 than 2: with more factors 2 the digit would always be 5.
@functionalize("test/number_theory/255.json", numerator=ints(101, 624), denominator=one_of(125, 250, 500, 625))
def last_nonzero_decimal(numerator: int = 137, denominator: int = 500) -> Variant:
    """Last nonzero digit of a fraction's decimal expansion."""
    require(numerator < denominator and numerator % 10 != 0 and gcd(numerator, denominator) == 1)
    in_ten_thousandths = numerator * (10000 // denominator)
    return Variant({"137": numerator, "500": denominator}, int(str(in_ten_thousandths).rstrip("0")[-1]))


@last_nonzero_decimal.check
def _(question: str) -> int:
    numerator, denominator = map(int, numbers(question))
    return int(_long_division(numerator, denominator)[-1])


@functionalize("test/number_theory/410.json", numerator=ints(11, 99), denominator=one_of(125, 160, 320, 400, 625, 800))
def terminating_decimal(numerator: int = 57, denominator: int = 160) -> Variant:
    """Decimal of a fraction below 1."""
    require(gcd(numerator, denominator) == 1 and 10 * numerator > denominator > numerator)
    gold = decimal(Fraction(numerator, denominator)).removeprefix("0")
    return Variant({"57": numerator, "160": denominator}, gold)


@terminating_decimal.check
def _(question: str, gold: str) -> bool:
    numerator, denominator = map(int, numbers(question))
    return gold == f".{_long_division(numerator, denominator)}"


def _long_division(numerator: int, denominator: int) -> str:
    """Digits after the point of a terminating decimal below 1."""
    digits, rest = "", numerator
    while rest:
        digit, rest = divmod(10 * rest, denominator)
        digits += str(digit)
    return digits


# No digit is borrowed.
@functionalize(
    "test/number_theory/46.json",
    base=ints(6, 9),
    tens=ints(3, 8),
    ones=ints(1, 8),
    less_tens=ints(1, 7),
    less=ints(1, 8),
)
def difference_in_base(base: int = 9, tens: int = 5, ones: int = 8, less_tens: int = 1, less: int = 8) -> Variant:
    """Difference of two two-digit numbers, in their base."""
    require(max(tens, ones) < base and less_tens < tens and less <= ones)
    edits = {"58_9": f"{tens}{ones}_{base}", "18_9": f"{less_tens}{less}_{base}", "$9.$": f"${base}.$"}
    return Variant(edits, f"{tens - less_tens}{ones - less}_{base}")


@difference_in_base.check
def _(question: str, gold: str) -> bool:
    whole, base, part, same, named = numbers(question)
    rest, under = gold.split("_")
    difference = int(whole, int(base)) - int(part, int(same))
    return base == same == named == under and rest == in_base(difference, int(base))


@functionalize("test/number_theory/521.json", lesser=ints(10, 30), wanted=one_of("greater", "smaller"))
def one_of_two_factors(lesser: int = 16, wanted: str = "greater") -> Variant:
    """Greater or smaller of two consecutive even or odd integers of a given product."""
    gold = lesser + 2 if wanted == "greater" else lesser
    parity = "odd" if lesser % 2 else "even"
    return Variant({"even": parity, "288": lesser * (lesser + 2), "greater": wanted}, gold)


@one_of_two_factors.check
def _(question: str) -> int:
    product = int(numbers(question)[0])
    start = 1 if "odd" in question else 2
    (pair,) = ((n, n + 2) for n in range(start, product, 2) if n * (n + 2) == product)
    return max(pair) if "greater" in question else min(pair)


@functionalize(
    "test/number_theory/627.json", modulus=ints(5, 9), residue=ints(1, 8), a=ints(1, 7), b=ints(2, 8), c=ints(3, 9)
)
def residue_of_product(modulus: int = 7, residue: int = 2, a: int = 2, b: int = 4, c: int = 6) -> Variant:
    """Remainder of a product of three sums with a number of known residue."""
    gold = (residue + a) * (residue + b) * (residue + c) % modulus
    require(a < b < c and residue < modulus and gold > 0)
    edits = {
        r"2 \pmod{7}": rf"{residue} \pmod{{{modulus}}}",
        "(n + 2)(n + 4)(n + 6)": f"(n + {a})(n + {b})(n + {c})",
        "by 7": f"by {modulus}",
    }
    return Variant(edits, gold)


@residue_of_product.check
def _(question: str) -> int:
    residue, modulus, a, b, c, divisor = map(int, numbers(question))
    (rest,) = {(n + a) * (n + b) * (n + c) % divisor for n in range(-90, 90) if (n - residue) % modulus == 0}
    return rest


_EARNED = ints(2011, 4989)


# The cents make more than a dollar together.
@functionalize("test/number_theory/679.json", linda=_EARNED, sherry=_EARNED, june=_EARNED, connie=_EARNED)
def cents_left(linda: int = 2747, sherry: int = 3523, june: int = 3737, connie: int = 2652) -> Variant:
    """Cents left when four earnings are pooled and turned into bills as far as possible [cents]."""
    earned = (linda, sherry, june, connie)
    cents = [amount % 100 for amount in earned]
    gold = sum(cents) % 100
    require(min(cents) >= 10 and sum(cents) > 100 and gold >= 10 and gold not in cents)
    keys = ("27.47", "35.23", "37.37", "26.52")
    return Variant({key: decimal(Fraction(amount, 100), 2) for key, amount in zip(keys, earned, strict=True)}, gold)


@cents_left.check
def _(question: str) -> Fraction:
    pool = sum((Fraction(part.split("$")[0]) for part in question.split(r"\$")[1:]), Fraction(0))
    while pool >= 1:
        pool -= 1
    return 100 * pool


# Last digits whose powers come round after four steps; after one or five steps the digit itself would stand again.
@functionalize(
    "test/number_theory/686.json",
    tens=ints(1, 9),
    ones=one_of(2, 3, 7, 8),
    exponent=one_of(3, 4, 6, 7, 8),
)
def units_digit_of_power(tens: int = 1, ones: int = 8, exponent: int = 6) -> Variant:
    """Units digit of a power of a two-digit number."""
    return Variant({"18^6": f"{tens}{ones}^{exponent}"}, pow(ones, exponent % 4 or 4, 10))


@units_digit_of_power.check
def _(question: str) -> int:
    base, exponent = map(int, numbers(question))
    return int(str(base**exponent)[-1])


_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)


# Both bounds are even, so it does not matter whether they belong to the sets; only up to 2 is 2 kept out by oddness.
@functionalize("test/number_theory/914.json", bound=one_of(*range(16, 50, 2)), above=one_of(0, 2, 4, 6, 8))
def primes_among_odd_numbers(bound: int = 30, above: int = 0) -> Variant:
    """Number of primes below a bound that are odd and above another one."""
    gold = sum(above < prime < bound for prime in _PRIMES[1:])
    require(gold >= 3)
    return Variant({"30": bound, "zero": cardinal(above)}, gold)


@primes_among_odd_numbers.check
def _(question: str) -> int:
    bound = int(numbers(question)[0])
    word = question.rstrip("?").split()[-1]
    above = next(value for value, name in CARDINALS.items() if name == word)
    primes = {n for n in range(2, bound) if all(n % factor for factor in range(2, n))}
    odd = {n for n in range(above + 1, 100) if n % 2 == 1}
    return len(primes & odd)


# Divisors with a small common multiple that is none of them.
_DIVISORS = (
    (2, 3, 4, 6),
    (2, 3, 6, 9),
    (2, 3, 4, 8),
    (2, 4, 6, 8),
    (3, 4, 6, 8),
    (2, 3, 6, 8),
    (2, 3, 5, 6),
    (2, 4, 5, 8),
)


@functionalize(
    "test/number_theory/931.json",
    divisors=one_of(*_DIVISORS),
    factor=one_of(5, 7, 9),
    rest=ints(1, 2),
    bound=ints(40, 99),
)
def age_from_remainders(
    divisors: tuple[int, int, int, int] = (2, 3, 4, 6), factor: int = 7, rest: int = 1, bound: int = 75
) -> Variant:
    """Age below a bound, a multiple of one number with the same remainder for four others [years]."""
    shared = lcm(*divisors)
    require(rest < divisors[0] and factor not in divisors and gcd(factor, shared) == 1)
    ages = [age for age in range(factor, bound, factor) if age % shared == rest]
    require(len(ages) == 1 and 2 * shared < ages[0] <= bound - 3)
    a, b, c, d = divisors
    edits = {"2, 3, 4, or 6": f"{a}, {b}, {c}, or {d}", "1": rest, "7": factor, "75": bound}
    return Variant(edits, ages[0])


@age_from_remainders.check
def _(question: str) -> int:
    *divisors, rest, factor, nothing, bound = map(int, numbers(question))
    (age,) = (
        age for age in range(bound) if all(age % divisor == rest for divisor in divisors) and age % factor == nothing
    )
    return age

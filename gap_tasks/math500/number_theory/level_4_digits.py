"""Number theory, level 4: digits and bases."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import gcd

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import in_base, thousands
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize("test/number_theory/1257.json", base=ints(4, 9), divisor=ints(2, 4), quotient=ints(16, 364))
def quotient_in_base(base: int = 5, divisor: int = 2, quotient: int = 54) -> Variant:
    """Quotient of a three-digit number and a digit, in their base."""
    printed = in_base(quotient, base)
    dividend = in_base(quotient * divisor, base)
    require(divisor < base and len(printed) == 3 == len(dividend))
    # Some digit carries, so that dividing digit by digit fails.
    require(any(int(digit) % divisor for digit in dividend))
    edits = {"413_5": f"{dividend}_{base}", "2_5": f"{divisor}_{base}", "base 5": f"base {base}"}
    return Variant(edits, f"{printed}_{base}")


@quotient_in_base.check
def _(question: str, gold: str) -> bool:
    dividend, base, divisor, again, asked = numbers(question)
    digits, _, under = gold.partition("_")
    return base == again == asked == under and int(digits, int(base)) * int(divisor) == int(dividend, int(base))


_DIGITS = {1: "ones", 2: "twos", 3: "threes", 4: "fours", 5: "fives", 6: "sixes", 7: "sevens", 8: "eights"}


@functionalize(
    "test/number_theory/417.json",
    divisor=one_of(135, 180, 225, 270, 360, 450, 540, 675, 720, 900),
    digit=one_of(*_DIGITS),
)
def multiple_of_two_digits(divisor: int = 450, digit: int = 1) -> Variant:
    """Smallest multiple of a number that is written with zeroes and one other digit."""
    rest = divisor // gcd(divisor, digit)
    require(rest % 9 == 0 and rest % 27 != 0)
    zeroes = max(_exponent(rest, 2), _exponent(rest, 5))
    require(1 <= zeroes <= 3)
    gold = int(str(digit) * 9 + "0" * zeroes)
    return Variant({"450": divisor, "ones": _DIGITS[digit]}, thousands(gold, r",\! "))


@multiple_of_two_digits.check
def _(question: str, digit: int) -> str:
    divisor = int(numbers(question)[0])
    # Breadth first over remainders: shorter numbers first, then smaller ones.
    row, seen = [(digit % divisor, digit)], {digit % divisor}
    while row:
        further = []
        for rest, number in row:
            if rest == 0:
                return str(number)
            for next_digit in (0, digit):
                after = (10 * rest + next_digit) % divisor
                if after not in seen:
                    seen.add(after)
                    further.append((after, 10 * number + next_digit))
        row = further
    return ""


def _exponent(n: int, prime: int) -> int:
    exponent = 0
    while n % prime == 0:
        n //= prime
        exponent += 1
    return exponent


# Some palindromes below the bound are no sum.
@functionalize(
    "test/number_theory/488.json", terms=one_of(3, 5, 7, 9), tens=ints(15, 99), which=one_of("largest", "smallest")
)
def end_of_palindromic_sum(terms: int = 3, tens: int = 22, which: str = "largest") -> Variant:
    """Greatest end of a run of consecutive numbers whose sum is a palindrome below a bound."""
    bound = 10 * tens
    palindromes = [101 * outer + 10 * inner for outer in range(9, 0, -1) for inner in range(9, -1, -1)]
    below = [palindrome for palindrome in palindromes if palindrome < bound]
    tried = next((place for place, palindrome in enumerate(below) if palindrome % terms == 0), 0)
    require(2 <= tried <= 8)
    middle = below[tried] // terms
    edits = {
        "three consecutive": f"{cardinal(terms)} consecutive",
        "220": bound,
        "largest": which,
        "three integers": f"{cardinal(terms)} integers",
    }
    return Variant(edits, middle + terms // 2 if which == "largest" else middle - terms // 2)


@end_of_palindromic_sum.check
def _(question: str, terms: int, which: str) -> int:
    bound = int(numbers(question)[0])
    runs = (range(start, start + terms) for start in range(1, bound))
    sums = {sum(run): run for run in runs if 100 <= sum(run) < bound}
    fitting = [run for total, run in sums.items() if str(total) == str(total)[::-1]]
    return max(run[-1] if which == "largest" else run[0] for run in fitting)


@functionalize("test/number_theory/516.json", value=ints(512, 2047))
def binary_number_in_octal(value: int = 0b10101001110) -> Variant:
    """A binary number in base eight."""
    octal = in_base(value, 8)
    require(len(set(octal)) >= 3)
    return Variant({"10101001110": in_base(value, 2)}, f"{octal}_8")


@binary_number_in_octal.check
def _(question: str, gold: str) -> bool:
    printed = numbers(question)[0]
    padded = printed.zfill(-(-len(printed) // 3) * 3)
    blocks = [padded[place : place + 3] for place in range(0, len(padded), 3)]
    return gold == "".join(str(int(block, 2)) for block in blocks) + "_8"


# The digits are a multiple of eleven, so that the fraction is reduced.
@functionalize("test/number_theory/533.json", elevenths=ints(91, 907))
def terms_of_repeating_decimal(elevenths: int = 121) -> Variant:
    """Sum of the terms of the reduced fraction that a repeating decimal is."""
    period = 11 * elevenths
    require(elevenths % 101 != 0)
    return Variant({"1331": period}, (period + 9999) // gcd(period, 9999))


@terms_of_repeating_decimal.check
def _(question: str) -> int:
    digits = question.split(r"\overline{")[1].split("}", maxsplit=1)[0]
    value = Fraction(int(digits * 10), 10 ** (10 * len(digits))).limit_denominator(10 ** len(digits))
    return value.numerator + value.denominator


@functionalize(
    "test/number_theory/928.json", value=ints(216, 999), bases=one_of((6, 7), (6, 8), (7, 8), (7, 9), (8, 9))
)
def digits_in_common(value: int = 629, bases: tuple[int, int] = (7, 8)) -> Variant:
    """Number of digits that a number's representations in two bases have in common."""
    one, other = (in_base(value, base) for base in bases)
    gold = len(set(one) & set(other))
    require(len(set(one)) >= 3 and len(set(other)) >= 3)
    # Counting a digit as often as both have it must not matter.
    require(gold >= 1 and gold == (Counter(one) & Counter(other)).total())
    return Variant({"base 7": f"base {bases[0]}", "base 8": f"base {bases[1]}", "629": value}, gold)


@digits_in_common.check
def _(question: str) -> int:
    first, second, value, *_ = map(int, numbers(question))
    one, other = (
        {value // base**place % base for place in range(10) if base**place <= value} for base in (first, second)
    )
    return sum(digit in one and digit in other for digit in range(10))

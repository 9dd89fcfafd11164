"""Number theory, level 4: divisors and powers."""

from __future__ import annotations

import re
from math import gcd

from gap_tasks.math500.english import cardinal, ordinal_word
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import linear_combination, signed
from gap_tasks.sampling import ints, numbers, one_of, require

_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29)


# Terms of one kind cancel, the others leave a coefficient apart from whose primes the bound keeps a and b.
# Where those in both a and b stay, the count is that of the published item or longer.
@functionalize(
    "test/number_theory/1287.json",
    kept=one_of("ab", "a^{2}"),
    cancelled=ints(1, 9),
    part=ints(1, 9),
    total=ints(2, 8),
    bound=one_of(2, 3, 5, 7),
)
def divisors_of_expression(
    kept: str = "ab", cancelled: int = 2, part: int = 1, total: int = 2, bound: int = 2
) -> Variant:
    """Number of divisors of an expression in two different primes that simplifies to one term."""
    require(all(total % prime for prime in _PRIMES if bound < prime <= total))
    if kept == "ab":
        squares, mixed = (cancelled, -cancelled), (part, total - part)
    else:
        squares, mixed = (total + part, -part), (cancelled, -cancelled)
    require(2 <= squares[0] <= 9 and mixed[1] != 0)
    expression = f"a({linear_combination([(squares[0], 'a'), (mixed[0], 'b')], '')})"
    expression += f"{signed(squares[1], '', 'a^{2}')}{signed(mixed[1], '', 'ab')}"
    edits = {"than 2": f"than {bound}", "a(2a+b)-2a^{2}+ab": expression}
    return Variant(edits, (4 if kept == "ab" else 3) * _number_of_divisors(total))


@divisors_of_expression.check
def _(question: str) -> int:
    bound = int(numbers(question)[0])
    a, b = [prime for prime in _PRIMES if prime > bound][:2]
    outside, inside, minus, last = re.findall(r"integer \$(.+)\((.+)\)-(.+\})([+-].+b)\$", question)[0]
    value = _value(outside, a, b) * sum(_value(term, a, b) for term in inside.split("+"))
    value += _value(last, a, b) - _value(minus, a, b)
    return _number_of_divisors(value)


def _value(term: str, a: int, b: int) -> int:
    """The value of a term such as "-3a^{2}b"."""
    sign, size, power, further = re.findall(r"^([+-]?)(\d*)(?:a(?:\^\{(\d)\})?)?(b?)$", term)[0]
    of_a = a ** int(power or 1) if "a" in term else 1
    return (-1 if sign == "-" else 1) * int(size or 1) * of_a * (b if further else 1)


def _number_of_divisors(n: int) -> int:
    return sum(n % divisor == 0 for divisor in range(1, n + 1))


@functionalize("test/number_theory/156.json", first=ints(2, 9), factor=ints(2, 9), second=ints(1, 9))
def greatest_common_divisor_of_terms(first: int = 7, factor: int = 2, second: int = 1) -> Variant:
    """Greatest value of the greatest common divisor of two linear expressions."""
    # Attained where n + first is a multiple of it.
    gold = abs(factor * first - second)
    require(gold >= 10 and gcd(factor, second) == 1)
    return Variant({"n + 7": f"n + {first}", "2n + 1": f"{factor}n + {second}"}, gold)


@greatest_common_divisor_of_terms.check
def _(question: str) -> int:
    first, factor, second = map(int, numbers(question))
    return max(gcd(n + first, factor * n + second) for n in range(1, 200))


# The first two numbers have more in common than all three.
@functionalize(
    "test/number_theory/357.json",
    shared=ints(11, 49),
    more=ints(2, 5),
    first=ints(29, 99),
    second=ints(11, 79),
    third=ints(31, 199),
)
def greatest_common_divisor_of_three(
    shared: int = 21, more: int = 3, first: int = 53, second: int = 47, third: int = 71
) -> Variant:
    """Greatest common divisor of three numbers."""
    values = (shared * more * first, shared * more * second, shared * third)
    require(max(values) <= 9999 and min(values) >= 1000 and first > second and values[2] not in values[:2])
    require(shared % 5 != 0 and gcd(first, second) == 1 and gcd(more, third) == 1)
    return Variant(dict(zip(("3339", "2961", "1491"), values, strict=True)), shared)


@greatest_common_divisor_of_three.check
def _(question: str) -> int:
    first, second, third = map(int, numbers(question))
    return max(n for n in range(1, third + 1) if third % n == 0 and first % n == 0 and second % n == 0)


# Only powers of primes have a prime number of divisors, and few have few digits: ten variants.
@functionalize(
    "test/number_theory/72.json",
    divisors_and_place=one_of(*((3, place) for place in range(3, 10)), (5, 2), (5, 3), (5, 4), (7, 2)),
)
def number_with_few_divisors(divisors_and_place: tuple[int, int] = (3, 5)) -> Variant:
    """A number by its place among those with a given number of divisors."""
    divisors, place = divisors_and_place
    return Variant({"three": cardinal(divisors), "fifth": ordinal_word(place)}, _PRIMES[place - 1] ** (divisors - 1))


@number_with_few_divisors.check
def _(divisors_and_place: tuple[int, int]) -> int:
    divisors, place = divisors_and_place
    counts = [0] * 2500
    for divisor in range(1, len(counts)):
        for multiple in range(divisor, len(counts), divisor):
            counts[multiple] += 1
    return [n for n, found in enumerate(counts) if found == divisors][place - 1]


# The base is no perfect power itself.
@functionalize("test/number_theory/978.json", base=one_of(2, 3, 5, 6, 7), exponent=ints(12, 96))
def exponents_of_perfect_power(base: int = 2, exponent: int = 24) -> Variant:
    """Number of exponents above one of which a given power is a perfect power."""
    gold = _number_of_divisors(exponent) - 1
    require(gold >= 4)
    return Variant({"2^{24}": f"{base}^{{{exponent}}}"}, gold)


@exponents_of_perfect_power.check
def _(question: str) -> int:
    _, base, exponent = map(int, numbers(question))
    return sum(_is_power(base**exponent, n) for n in range(2, exponent * base.bit_length()))


def _is_power(value: int, exponent: int) -> bool:
    low, high = 1, 1 << (value.bit_length() // exponent + 1)
    while low < high:
        middle = (low + high) // 2
        if middle**exponent < value:
            low = middle + 1
        else:
            high = middle
    return low**exponent == value and low > 1

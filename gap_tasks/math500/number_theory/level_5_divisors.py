"""Number theory, level 5: divisors and multiples."""

from __future__ import annotations

from fractions import Fraction
from itertools import count
from math import factorial, gcd, lcm

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.number_theory.primes import factorization
from gap_tasks.sampling import ints, numbers, one_of, require


# The probability can be reduced.
@functionalize("test/number_theory/1090.json", bound=ints(1000, 9999))
def terminating_reciprocals(bound: int = 2010) -> Variant:
    """Sum of the terms of the probability that the reciprocal of a random odd number terminates."""
    odd = bound // 2
    powers = sum(5**exponent < bound for exponent in range(6))
    shared = gcd(odd, powers)
    require(shared > 1)
    return Variant({"2010": bound}, (odd + powers) // shared)


@terminating_reciprocals.check
def _(question: str) -> int:
    bound = int(numbers(question)[0])
    odd = range(1, bound, 2)
    probability = Fraction(sum(pow(10, 6, n) == 0 for n in odd), len(odd))
    return probability.numerator + probability.denominator


@functionalize("test/number_theory/427.json", twos=ints(0, 5), threes=ints(0, 3), fives=ints(0, 3), sevens=ints(0, 2))
def primes_of_divisor_sum(twos: int = 2, threes: int = 0, fives: int = 3, sevens: int = 0) -> Variant:
    """Sum of the distinct primes of the sum of a number's divisors."""
    powers = [(prime, most) for prime, most in zip((2, 3, 5, 7), (twos, threes, fives, sevens), strict=True) if most]
    number = 2**twos * 3**threes * 5**fives * 7**sevens
    require(100 <= number <= 999 and len(powers) >= 2 and twos + threes + fives + sevens >= 4)
    primes = {prime for base, most in powers for prime in factorization((base ** (most + 1) - 1) // (base - 1))}
    require(len(primes) >= 3)
    return Variant({"500": number}, sum(primes))


@primes_of_divisor_sum.check
def _(question: str) -> int:
    number = int(numbers(question)[0])
    total = sum(n for n in range(1, number + 1) if number % n == 0)
    divisors = [n for n in range(2, total + 1) if total % n == 0]
    return sum(n for n in divisors if not any(n % smaller == 0 for smaller in divisors if smaller < n))


# Seconds and the turns in them, in lowest terms: a mixed number of turns in a minute, and a whole one.
_MIXED = tuple(
    (seconds, turns)
    for seconds in (8, 9, 16, 18, 24, 36, 40, 45)
    for turns in range(2, 30)
    if gcd(seconds, turns) == 1 and 10 * seconds <= 60 * turns < 100 * seconds
)
_WHOLE = tuple(
    (seconds, turns)
    for seconds in (2, 3, 4, 5, 6, 10, 12, 15, 20)
    for turns in range(1, 30)
    if gcd(seconds, turns) == 1 and 10 * seconds <= 60 * turns < 100 * seconds
)


@functionalize(
    "test/number_theory/631.json",
    mixed=one_of(*_MIXED),
    whole=one_of(*_WHOLE),
)
def gears_both_north(mixed: tuple[int, int] = (9, 5), whole: tuple[int, int] = (4, 3)) -> Variant:
    """Time after which two turning gears both point north again [seconds]."""
    (seconds, turns), (period, other) = mixed, whole
    gold = lcm(seconds, period)
    require(gcd(turns, other) == 1 and gold <= 99 and gold not in {seconds, period})
    minute, part = divmod(60 * turns, seconds)
    fraction = Fraction(part, seconds)
    edits = {
        r"33\frac{1}{3}": rf"{minute}\frac{{{fraction.numerator}}}{{{fraction.denominator}}}",
        "45": 60 * other // period,
    }
    return Variant(edits, gold)


@gears_both_north.check
def _(question: str) -> Fraction:
    whole, over, under, rate = map(int, numbers(question))
    period = 60 / (whole + Fraction(over, under))
    return next(n * period for n in count(1) if (n * period * rate / 60).denominator == 1)


@functionalize("test/number_theory/737.json", number=ints(100, 999))
def proper_divisors_twice(number: int = 284) -> Variant:
    """Divisor sum without the number itself, taken twice."""
    factors = factorization(number)
    require(len(factors) >= 2 and sum(factors.values()) >= 3)
    first = _divisor_sum(factors) - number
    further = factorization(first)
    require(100 <= first <= 999 and first != number and len(further) >= 2 and sum(further.values()) >= 3)
    return Variant({"284": number}, _divisor_sum(further) - first)


@proper_divisors_twice.check
def _(question: str) -> int:
    number = int(numbers(question)[-1])
    first = sum(n for n in range(1, number) if number % n == 0)
    return sum(n for n in range(1, first) if first % n == 0)


def _divisor_sum(factors: dict[int, int]) -> int:
    total = 1
    for prime, most in factors.items():
        total *= (prime ** (most + 1) - 1) // (prime - 1)
    return total


@functionalize("test/number_theory/820.json", shared=ints(100, 999), exponent=ints(2, 4))
def pairs_with_divisor_and_multiple(shared: int = 210, exponent: int = 3) -> Variant:
    """Number of smaller members of pairs whose least common multiple is a power of their greatest common divisor."""
    primes = len(factorization(shared))
    require(primes >= 3)
    return Variant({"210@1": shared, "210^3": f"{shared}^{exponent}"}, 2 ** (primes - 1))


@pairs_with_divisor_and_multiple.check
def _(question: str) -> int:
    divisor, base, exponent = map(int, numbers(question))
    # a = divisor * x and b = divisor * y with x and y coprime.
    product, rest = divmod(base**exponent, divisor)
    found, x = 0, 1
    while x * x < product:
        found += product % x == 0 and gcd(x, product // x) == 1
        x += 1
    return found if rest == 0 else -1


# An even power would let the number be negative; both 2 and 3 may occur in it.
@functionalize("test/number_theory/838.json", number=ints(9, 40), power=one_of(3, 5, 7, 9))
def powers_in_factorial(number: int = 10, power: int = 3) -> Variant:
    """Number of integers of which a given power divides a factorial."""
    gold = 1
    for prime in (2, 3, 5, 7, 11, 13):
        exponent, quotient = 0, number
        while quotient:
            quotient //= prime
            exponent += quotient
        gold *= exponent // power + 1
        require(prime > 3 or exponent >= power)
    return Variant({"x^3": f"x^{power}", "10": number}, gold)


@powers_in_factorial.check
def _(question: str) -> int:
    power, number = map(int, numbers(question)[:2])
    product = factorial(number)
    # With a number all its divisors count, so all are reached from 1 by primes.
    found, fresh = {1}, [1]
    while fresh:
        x = fresh.pop()
        for prime in (2, 3, 5, 7, 11, 13, 17, 19):
            if prime * x not in found and product % (prime * x) ** power == 0:
                found.add(prime * x)
                fresh.append(prime * x)
    return len(found)

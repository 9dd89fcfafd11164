"""Number theory, level 5: congruences."""

from __future__ import annotations

from fractions import Fraction
from itertools import count, islice
from math import gcd

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, numbers, one_of, require


# The hint's product is 2 more or 2 less than the modulus.
@functionalize(
    "test/number_theory/1000.json", number=one_of(*range(11, 34, 2)), factor=one_of(3, 5, 7, 9), excess=one_of(2, -2)
)
def inverse_with_hint(number: int = 17, factor: int = 5, excess: int = 2) -> Variant:
    """Inverse of a residue, a product close to the modulus being given."""
    product = number * factor
    modulus = product - excess
    require(modulus <= 97 and product <= 99)
    half = (modulus + 1) // 2
    gold = (factor if excess > 0 else -factor) * half % modulus
    edits = {"17": number, "83": modulus, "82": modulus - 1, "5": factor, "85": product}
    return Variant(edits, gold)


@inverse_with_hint.check
def _(question: str) -> int:
    number, _, modulus, low, high, again, factor, product = map(int, numbers(question))
    fitting = [n for n in range(low, high + 1) if number * n % modulus == 1]
    return fitting[0] if len(fitting) == 1 and again == number and number * factor == product else -1


# The second and third remainders are equal, the first one is not that of the same number.
@functionalize(
    "test/number_theory/1002.json",
    bound=ints(150, 599),
    first=one_of(5, 7, 8, 9),
    rest=ints(2, 8),
    others=one_of((11, 13), (11, 14), (11, 15), (13, 14), (13, 15), (13, 16), (11, 17), (13, 17), (14, 15)),
    shared=ints(8, 12),
)
def largest_number_by_remainders(
    bound: int = 201, first: int = 7, rest: int = 5, others: tuple[int, int] = (11, 13), shared: int = 10
) -> Variant:
    """Largest number below a bound with three given remainders."""
    second, third = others
    step = second * third
    require(rest < first and shared < second and gcd(first, step) == 1 and shared % first != rest)
    common = next(n for n in range(shared, step * first, step) if n % first == rest)
    period = step * first
    limit = 10 * bound
    require(3 * period <= 2 * limit <= 8 * period)
    gold = common + (limit - 1 - common) // period * period
    require(gold >= 1000 and gold != common)
    edits = {"2010": limit, "5": rest, "7": first, "10": shared, "11": second, "13": third}
    return Variant(edits, gold)


@largest_number_by_remainders.check
def _(question: str) -> int:
    bound, *pairs = map(int, numbers(question))
    wanted = list(zip(pairs[::2], pairs[1::2], strict=True))
    return next(n for n in range(bound - 1, 0, -1) if all(n % modulus == rest for rest, modulus in wanted))


# Whether the bound is meant before or after the find must not matter.
@functionalize("test/number_theory/1055.json", bags=ints(5, 8), found=ints(13, 71), tens=ints(10, 40))
def coins_before_find(bags: int = 7, found: int = 53, tens: int = 20) -> Variant:
    """Smallest number of coins in equal bags that with a further bag can be shared out again."""
    bound = 10 * tens
    in_bag = found % (bags + 1)
    require(in_bag > 0)
    rounds = max(0, (bound - found - bags * in_bag) // (bags * (bags + 1)) + 1)
    coins = bags * (in_bag + rounds * (bags + 1))
    require(coins > bound and rounds > 0)
    return Variant({"seven": cardinal(bags), "53": found, "eight": cardinal(bags + 1), "200": bound}, coins)


@coins_before_find.check
def _(question: str, bags: int) -> int:
    found, bound, again = map(int, numbers(question))
    after = next(n for n in range(bags, 2000, bags) if n + again > bound and (n + again) % (bags + 1) == 0)
    before = next(n for n in range(bags, 2000, bags) if n > bound and (n + found) % (bags + 1) == 0)
    return after if after == before else -1


# A prime coefficient would be the answer itself; eighteen pairs are left.
@functionalize("test/number_theory/1128.json", coefficient=one_of(4, 6, 8, 9), right=ints(1, 9))
def primes_without_solution(coefficient: int = 8, right: int = 1) -> Variant:
    """Sum of the primes modulo which a linear congruence has no solution."""
    require(gcd(coefficient, right) == 1)
    gold = sum(prime for prime in (2, 3) if coefficient % prime == 0)
    return Variant({"8x": f"{coefficient}x", r"1\pmod": rf"{right}\pmod"}, gold)


@primes_without_solution.check
def _(question: str) -> int:
    coefficient, right = map(int, numbers(question))
    primes = (2, 3, 5, 7, 11, 13, 17, 19, 23)
    return sum(p for p in primes if all((coefficient * x - right) % p for x in range(p)))


# After division by what all three share, a small multiple of the coefficient is 1 more or less than the modulus.
@functionalize(
    "test/number_theory/13.json",
    shared=ints(2, 5),
    coefficient=one_of(3, 5, 7, 9, 11, 13),
    multiple=one_of(3, 5, 7, 9),
    excess=one_of(1, -1),
    root=ints(1, 98),
)
def average_of_solutions(
    shared: int = 2, coefficient: int = 7, multiple: int = 7, excess: int = 1, root: int = 39
) -> Variant:
    """Average of the two smallest positive solutions of a linear congruence."""
    modulus = coefficient * multiple + excess
    right = coefficient * root % modulus
    require(root < modulus and gcd(right, coefficient * modulus) == 1)
    require(10 <= shared * coefficient <= 99 and 10 <= shared * right <= 99 and 50 <= shared * modulus <= 999)
    edits = {"14": shared * coefficient, "46": shared * right, "100": shared * modulus}
    return Variant(edits, root + modulus // 2)


@average_of_solutions.check
def _(question: str) -> Fraction:
    coefficient, right, modulus = map(int, numbers(question))
    solutions = (u for u in count(1) if (coefficient * u - right) % modulus == 0)
    return Fraction(sum(islice(solutions, 2)), 2)


# Modulus, size of the residue both numbers share, its order.
_RESIDUES = ((11, 3, 5), (11, 4, 5), (11, 5, 5), (13, 3, 3), (13, 4, 6), (13, 5, 4), (17, 4, 4))


@functionalize(
    "test/number_theory/769.json",
    residue=one_of(*_RESIDUES),
    first=ints(10, 60),
    second=ints(2, 9),
    exponent=ints(10, 49),
    other=ints(10, 49),
)
def remainder_of_powers(
    residue: tuple[int, int, int] = (11, 3, 5), first: int = 12, second: int = 9, exponent: int = 17, other: int = 19
) -> Variant:
    """Remainder of a sum of two high powers of numbers with the same remainder."""
    modulus, size, order = residue
    bases = (modulus * first - size, modulus * second - size)
    require(100 <= bases[0] <= 999 and 20 <= bases[1] <= 99)
    # Even exponents take the sign away.
    high, higher = 2 * exponent, 2 * other
    require(exponent != other and high % order != 0 and higher % order != 0 and high % order != higher % order)
    gold = (size ** (high % order) + size ** (higher % order)) % modulus
    require(gold > 0)
    edits = {
        "129^{34}": f"{bases[0]}^{{{high}}}",
        "96^{38}": f"{bases[1]}^{{{higher}}}",
        "11": modulus,
    }
    return Variant(edits, gold)


@remainder_of_powers.check
def _(question: str) -> int:
    one, high, other, higher, modulus = map(int, numbers(question))
    return (pow(one, high, modulus) + pow(other, higher, modulus)) % modulus

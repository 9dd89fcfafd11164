"""Number theory, level 3: divisors and multiples."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, count
from math import gcd, isqrt, prod

from gap_tasks.math500.english import CARDINALS, cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.number_theory.primes import factorization
from gap_tasks.sampling import ints, numbers, one_of, require

_COPRIME = tuple((a, b, c) for a, b, c in combinations(range(2, 10), 3) if gcd(a, b) == gcd(a, c) == gcd(b, c) == 1)


@functionalize("test/number_theory/1201.json", hundreds=ints(1, 9), divisors=one_of(*_COPRIME))
def multiples_of_three_numbers(hundreds: int = 1, divisors: tuple[int, int, int] = (3, 4, 5)) -> Variant:
    """Number of common multiples of three coprime numbers among the first positive integers."""
    gold = 100 * hundreds // prod(divisors)
    require(1 <= gold <= 9)
    a, b, c = divisors
    return Variant({"one": cardinal(hundreds), "3, 4,": f"{a}, {b},", "5": c}, gold)


@multiples_of_three_numbers.check
def _(question: str) -> int:
    word = question.partition(" hundred")[0].rsplit(maxsplit=1)[-1]
    hundreds = next(value for value, name in CARDINALS.items() if name == word)
    divisors = [int(number) for number in numbers(question)]
    return sum(all(n % divisor == 0 for divisor in divisors) for n in range(1, 100 * hundreds + 1))


# A prime that divides twice, and cannot be a member twice.
@functionalize("test/number_theory/203.json", product=ints(18, 99))
def least_sum_of_factors(product: int = 84) -> Variant:
    """Least sum of distinct positive integers of a given product."""
    factors = factorization(product)
    require(len(factors) >= 2 and max(factors.values()) >= 2)
    return Variant({"84": product}, _least_sum(product, 1))


@least_sum_of_factors.check
def _(question: str) -> int:
    product = int(numbers(question)[0])
    divisors = [n for n in range(1, product + 1) if product % n == 0]
    # Five distinct factors make 120 at least.
    sets = (members for size in range(1, 5) for members in combinations(divisors, size))
    return min(sum(members) for members in sets if prod(members) == product)


def _least_sum(product: int, above: int) -> int:
    """Least sum of distinct factors that are all larger than a bound; the product is larger than it."""
    least = product
    for factor in range(above + 1, isqrt(product - 1) + 1):
        if product % factor == 0:
            least = min(least, factor + _least_sum(product // factor, factor))
    return least


@functionalize(
    "test/number_theory/45.json",
    shared=one_of(6, 8, 9, 12, 14, 15, 16, 18, 20, 21, 22, 24, 28, 33),
    p=one_of(5, 7, 11, 13),
    q=ints(50, 999),
    added=ints(11, 49),
)
def increased_common_factor(shared: int = 12, p: int = 11, q: int = 536, added: int = 11) -> Variant:
    """Greatest common factor of two numbers, increased by a number."""
    require(q % p != 0 and 1000 <= shared * q <= 9999 and 100 <= shared * p <= 999)
    return Variant({"6432": shared * q, "132": shared * p, "11": added}, shared + added)


@increased_common_factor.check
def _(question: str) -> int:
    first, second, added = map(int, numbers(question))
    return max(n for n in range(1, second + 1) if first % n == second % n == 0) + added


# The members all turn out positive, so it does not matter whether integers below 1 are thought of.
@functionalize(
    "test/number_theory/515.json",
    members=ints(3, 8),
    power=one_of("cube", "square"),
    kind=one_of("integers", "even integers", "odd integers"),
)
def least_power_as_sum(members: int = 3, power: str = "cube", kind: str = "integers") -> Variant:
    """Least cube or square that is a sum of a given count of consecutive integers, or even ones, or odd ones."""
    exponent, step = 3 if power == "cube" else 2, 1 if kind == "integers" else 2
    least = {"integers": 0, "even integers": 0, "odd integers": 1}[kind]
    rest = members * least + step * members * (members - 1) // 2
    gold = next((n**exponent for n in range(1, 10) if (n**exponent - rest) % (step * members) == 0), 0)
    require(gold > step * members * (members - 1) // 2)
    return Variant({"cube": power, "three": cardinal(members), "integers": kind}, gold)


@least_power_as_sum.check
def _(question: str) -> int:
    words = question.rstrip("?").split()
    exponent = 3 if "cube" in words else 2
    members = next(value for value, name in CARDINALS.items() if name in words)
    parities = {"even": (0,), "odd": (1,)}.get(words[-2], (0, 1))
    step = 1 if words[-2] == "consecutive" else 2
    sums = {sum(range(n, n + step * members, step)) for n in range(-200, 200) if n % 2 in parities}
    return next(power for n in count(1) if (power := int(n**exponent)) in sums)


@functionalize("test/number_theory/572.json", number=ints(100, 999))
def number_of_divisors(number: int = 196) -> Variant:
    """Number of positive divisors."""
    factors = factorization(number)
    require(len(factors) >= 2 and sum(factors.values()) >= 3)
    return Variant({"196": number}, prod(exponent + 1 for exponent in factors.values()))


@number_of_divisors.check
def _(question: str) -> int:
    number = int(numbers(question)[0])
    return sum(number % n == 0 for n in range(1, number + 1))


# A cube can be split off, and several primes are left.
@functionalize("test/number_theory/89.json", number=ints(100, 999))
def least_factor_to_cube(number: int = 240) -> Variant:
    """Least positive integer that makes a given one a cube by multiplication."""
    factors = factorization(number)
    require(len(factors) >= 2 and max(factors.values()) >= 3)
    gold = prod(prime ** (-exponent % 3) for prime, exponent in factors.items())
    require(gold >= 10)
    return Variant({"240": number}, gold)


@least_factor_to_cube.check
def _(question: str) -> Fraction:
    number = int(numbers(question)[0])
    return next(Fraction(n**3, number) for n in count(1) if n**3 % number == 0)

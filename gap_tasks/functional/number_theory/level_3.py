"""Number theory, level 3."""

from __future__ import annotations

from itertools import product
from math import gcd, isqrt, prod

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=3, source="own", a=ints(2, 9), m=ints(11, 99), b=ints(2, 9), n=ints(11, 99))
def last_digit(a: int = 7, m: int = 38, b: int = 3, n: int = 53) -> Answer:
    """Units digit of a sum of two powers."""
    require(a != b)
    # Units digits of powers repeat with period 4; (m - 1) % 4 + 1 keeps the exponent positive.
    units = (a ** ((m - 1) % 4 + 1) + b ** ((n - 1) % 4 + 1)) % 10
    return Answer(f"What is the units digit of ${a}^{{{m}}} + {b}^{{{n}}}$?", units)


@last_digit.check
def _(a: int, m: int, b: int, n: int) -> int:
    return int(str(a**m + b**n)[-1])


@problem(
    level=3, source="own", divisor=ints(15, 60), rest=ints(1, 59), x=ints(2, 9), first=ints(2, 9), second=ints(2, 9)
)
def common_remainder_divisor(divisor: int = 52, rest: int = 41, x: int = 7, first: int = 3, second: int = 4) -> Answer:
    """Largest divisor by which three integers leave the same remainder."""
    require(rest < divisor and first != second and gcd(first, second) == 1)
    a, b, c = (divisor * factor + rest for factor in (x, x + first, x + first + second))
    return Answer(
        f"When each of the numbers {a}, {b} and {c} is divided by the positive integer $n$, the three remainders are "
        "equal. What is the largest possible value of $n$?",
        divisor,
    )


@common_remainder_divisor.check
def _(printed: list[int]) -> int:
    # A divisor above all three would leave the numbers themselves.
    return max(n for n in range(1, max(printed)) if len({number % n for number in printed}) == 1)


# Denominators whose decimals repeat every 5 or 6 digits from the first on.
@problem(
    level=3,
    source="own",
    numerator=ints(2, 9),
    denominator=one_of(13, 21, 39, 41, 63, 77, 91),
    place=one_of(*(place for place in range(34, 100) if place % 10 not in (1, 2, 3))),
)
def decimal_digit(numerator: int = 5, denominator: int = 13, place: int = 76) -> Answer:
    """Digit far behind the decimal point of a periodic decimal."""
    require(gcd(numerator, denominator) == 1)
    return Answer(
        rf"What is the {place}th digit after the decimal point in the decimal expansion of "
        rf"$\frac{{{numerator}}}{{{denominator}}}$?",
        10 * (numerator * pow(10, place - 1, denominator) % denominator) // denominator,
    )


@decimal_digit.check
def _(numerator: int, denominator: int, place: int) -> int:
    return int(str(numerator * 10**place // denominator)[-1])


@problem(level=3, source="own", a=ints(12, 40), rest=ints(10, 60), n=ints(41, 99))
def congruence_solution(a: int = 17, rest: int = 25, n: int = 62) -> Answer:
    """Least positive solution of a linear congruence."""
    require(gcd(a, n) == 1 and rest < n and rest % a != 0)
    x = rest * pow(a, -1, n) % n
    # Small answers would be found by trying.
    require(x > 12)
    return Answer(rf"What is the smallest positive integer $x$ such that ${a}x \equiv {rest} \pmod{{{n}}}$?", x)


@congruence_solution.check
def _(a: int, rest: int, n: int) -> int:
    return next(x for x in range(1, n) if (a * x - rest) % n == 0)


@problem(
    level=3,
    source="own",
    small=ints(4, 9),
    large=ints(11, 17),
    total=ints(180, 420),
    item=one_of("screws", "nails", "bolts", "hooks", "rivets"),
)
def pack_choices(small: int = 7, large: int = 11, total: int = 325, item: str = "screws") -> Answer:
    """Number of ways to make up a total from packs of two sizes."""
    require(gcd(small, large) == 1 and total % small != 0 and total % large != 0)
    # The least number of large packs that leaves full small packs; then `small` more at a time.
    least = total * pow(large, -1, small) % small
    ways = (total // large - least) // small + 1
    require(ways >= 2)
    return Answer(
        f"A shop sells {item} in small packs of {small} and in large packs of {large}, and packs are not split. Dana "
        f"wants to buy exactly {total} {item}. She chooses how many small packs and how many large packs she takes. In "
        "how many ways can she do so?",
        ways,
    )


@pack_choices.check
def _(small: int, large: int, total: int) -> int:
    return sum(small * x + large * y == total for x in range(total // small + 1) for y in range(total // large + 1))


@problem(
    level=3,
    source="own",
    primes=one_of((2, 3, 5), (2, 3, 7), (2, 5, 7), (3, 5, 7)),
    a=ints(4, 9),
    b=ints(4, 9),
    c=ints(4, 9),
)
def power_divisors(primes: tuple[int, int, int] = (2, 3, 5), a: int = 9, b: int = 7, c: int = 4) -> Answer:
    """Number of divisors that are squares or cubes."""
    require(len({a, b, c}) == 3)
    squares, cubes, both = (prod(e // step + 1 for e in (a, b, c)) for step in (2, 3, 6))
    p, q, r = primes
    return Answer(
        rf"How many positive divisors of ${p}^{a} \cdot {q}^{b} \cdot {r}^{c}$ are perfect squares or perfect cubes "
        "(or both)?",
        squares + cubes - both,
    )


@power_divisors.check
def _(primes: tuple[int, int, int], a: int, b: int, c: int) -> int:
    p, q, r = primes
    divisors = [p**i * q**j * r**k for i, j, k in product(range(a + 1), range(b + 1), range(c + 1))]
    return sum(isqrt(d) ** 2 == d or round(d ** (1 / 3)) ** 3 == d for d in divisors)

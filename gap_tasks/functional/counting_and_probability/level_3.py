"""Counting and probability, level 3."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product
from math import comb, gcd, perm

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=3, source="own", right=ints(4, 8), up=ints(4, 8), across=ints(1, 6), high=ints(1, 6))
def paths_through_point(right: int = 6, up: int = 5, across: int = 2, high: int = 3) -> Answer:
    """Number of shortest grid paths through a given point."""
    require(across < right and high < up)
    return Answer(
        f"A robot goes from the point $(0, 0)$ to the point $({right}, {up})$ in steps, each of them one unit to the "
        f"right or one unit up. How many of its possible paths pass through the point $({across}, {high})$?",
        comb(across + high, high) * comb(right - across + up - high, up - high),
    )


@paths_through_point.check
def _(right: int, up: int, across: int, high: int) -> int:
    def allowed(x: int, y: int) -> bool:
        return (x <= across and y <= high) or (x >= across and y >= high)

    ways = {(0, 0): 1}
    for x, y in product(range(right + 1), range(up + 1)):
        if (x, y) != (0, 0):
            ways[x, y] = (ways.get((x - 1, y), 0) + ways.get((x, y - 1), 0)) * allowed(x, y)
    return ways[right, up]


@problem(
    level=3,
    source="own",
    a=ints(1, 8),
    b=ints(3, 9),
    shots=ints(4, 5),
    hits=ints(2, 3),
    shooter=one_of("An archer", "A hunter", "A biathlete"),
)
def exact_hits(a: int = 3, b: int = 7, shots: int = 4, hits: int = 2, shooter: str = "An archer") -> Answer:
    """Probability of a given number of successes in independent trials."""
    require(a < b and gcd(a, b) == 1)
    return Answer(
        rf"{shooter} hits the target with probability $\frac{{{a}}}{{{b}}}$ on each shot, independently of all other "
        f"shots. What is the probability of exactly {hits} hits in {shots} shots?",
        Fraction(comb(shots, hits) * a**hits * (b - a) ** (shots - hits), b**shots),
    )


@exact_hits.check
def _(a: int, b: int, shots: int, hits: int) -> Fraction:
    likely = [Fraction(1)]
    for _shot in range(shots):
        missed = [chance * Fraction(b - a, b) for chance in likely] + [Fraction(0)]
        hit = [Fraction(0)] + [chance * Fraction(a, b) for chance in likely]
        likely = [x + y for x, y in zip(missed, hit, strict=True)]
    return likely[hits]


@problem(level=3, source="own", a=ints(2, 5), b=ints(2, 5), power=ints(5, 8), k=ints(2, 6))
def mixed_coefficient(a: int = 2, b: int = 3, power: int = 7, k: int = 4) -> Answer:
    """A coefficient of a power of a sum."""
    require(a != b and power - k >= 2)
    return Answer(
        f"What is the coefficient of $x^{k}y^{power - k}$ in the expansion of $({a}x + {b}y)^{power}$?",
        comb(power, k) * a**k * b ** (power - k),
    )


@mixed_coefficient.check
def _(a: int, b: int, power: int, k: int) -> int:
    coefficients = [1]
    for _factor in range(power):
        raised = [0] + [a * c for c in coefficients]
        kept = [b * c for c in coefficients] + [0]
        coefficients = [x + y for x, y in zip(raised, kept, strict=True)]
    return coefficients[k]


DIGITS = one_of(*(digits for digits in combinations(range(1, 10), 5) if 1 <= sum(d % 2 == 0 for d in digits) <= 3))
"""Five digits apart from 0, odd and even ones among them."""


@problem(level=3, source="own", length=ints(3, 4), digits=DIGITS)
def even_numbers(length: int = 4, digits: tuple[int, ...] = (1, 3, 4, 7, 8)) -> Answer:
    """Number of even numbers with different digits out of six, of which one is 0."""
    evens = sum(digit % 2 == 0 for digit in digits)
    # The last digit is 0, or it is another even digit and the first one is neither that nor 0.
    ends_in_zero = perm(5, length - 1)
    others = evens * 4 * perm(4, length - 2)
    return Answer(
        f"A number of {length} digits, the first of them not 0, is formed from the digits 0, "
        f"{', '.join(map(str, digits[:-1]))} and {digits[-1]}. No digit is used more than once. "
        "How many different even numbers can be formed in this way?",
        ends_in_zero + others,
    )


@even_numbers.check
def _(printed: list[int]) -> int:
    length, _not_first, *digits = printed
    chosen = permutations(digits, length)
    return sum(number[0] != 0 and number[-1] % 2 == 0 for number in chosen)


@problem(
    level=3,
    source="own",
    n=ints(12, 25),
    on=ints(3, 5),
    things=one_of("lamps", "heaters", "fans", "sprinklers", "screens"),
)
def none_adjacent(n: int = 18, on: int = 5, things: str = "lamps") -> Answer:
    """Number of ways to choose things in a row of which no two are neighbors."""
    return Answer(
        f"There are {n} {things} in a row. In how many ways can exactly {on} of the {things} be switched on so that no "
        f"two neighboring {things} are both on?",
        comb(n - on + 1, on),
    )


@none_adjacent.check
def _(n: int, on: int) -> int:
    # Ways by the number switched on so far, after a thing that is off and after one that is on.
    after_off, after_on = [1] + [0] * on, [0] * (on + 1)
    for _thing in range(n):
        after_off, after_on = [x + y for x, y in zip(after_off, after_on, strict=True)], [0, *after_off[:-1]]
    return after_off[on] + after_on[on]


@problem(level=3, source="own", share=ints(20, 80), a=ints(2, 9), b=ints(2, 9))
def from_machine_a(share: int = 55, a: int = 4, b: int = 7) -> Answer:
    """Probability of a cause, given its effect."""
    faulty_a, faulty_b = share * a, (100 - share) * b
    require(a != b and share != 50 and faulty_a != faulty_b)
    return Answer(
        f"In a factory, machine A makes {share} percent of all bolts and machine B makes the others. Of the bolts that "
        f"machine A makes, {a} percent are faulty; of those that machine B makes, {b} percent are faulty. A bolt is "
        "picked at random from the whole production and turns out to be faulty. What is the probability that machine A "
        "made it?",
        Fraction(faulty_a, faulty_a + faulty_b),
    )


@from_machine_a.check
def _(share: int, a: int, b: int) -> Fraction:
    # One percent of the production after the other, in a hundred parts each.
    faulty = [i < share for i in range(100) for part in range(100) if part < (a if i < share else b)]
    return Fraction(faulty.count(True), len(faulty))

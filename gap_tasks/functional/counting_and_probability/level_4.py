"""Counting and probability, level 4."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, permutations, product
from math import comb, factorial

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=4,
    source="own",
    total=ints(10, 30),
    most=ints(3, 9),
    things=one_of("stickers", "marbles", "coins", "cookies"),
)
def bounded_shares(total: int = 21, most: int = 7, things: str = "stickers") -> Answer:
    """Number of ways to share identical things when everyone gets some and one share is bounded."""
    require(total - most >= 4)
    return Answer(
        f"In how many ways can {total} identical {things} be divided among three children if every child must get at "
        f"least one and the youngest child must get at most {most}?",
        comb(total - 1, 2) - comb(total - most - 1, 2),
    )


@bounded_shares.check
def _(total: int, most: int) -> int:
    shares = product(range(1, total), repeat=2)
    return sum(1 for youngest, middle in shares if youngest <= most and youngest + middle < total)


@problem(
    level=4,
    source="own",
    red=ints(10, 30),
    blue=ints(10, 40),
    things=one_of("marbles", "beads", "buttons", "tokens"),
)
def blue_from_chance(red: int = 12, blue: int = 13, things: str = "marbles") -> Answer:
    """Number of things of the other color, from the probability of a pair of the first color."""
    both_red = Fraction(red * (red - 1), (red + blue) * (red + blue - 1))
    require(blue not in (red, both_red.numerator, both_red.denominator))
    return Answer(
        f"A bag holds {red} red {things} and some blue {things}, and nothing else. If two {things} are drawn at random "
        rf"from the bag without replacement, the probability that both are red is "
        rf"$\frac{{{both_red.numerator}}}{{{both_red.denominator}}}$. How many blue {things} are in the bag?",
        blue,
    )


@blue_from_chance.check
def _(printed: list[int]) -> int:
    red, numerator, denominator = printed
    pairs = red * (red - 1) // 2
    # Pairs of all things in the bag, counted up as one blue thing after the other is put in.
    found, total = [], pairs
    for blue in range(1, 200):
        total += red + blue - 1
        if pairs * denominator == total * numerator:
            found.append(blue)
    (blue,) = found
    return blue


@problem(
    level=4,
    source="own",
    span=one_of(*range(40, 91, 5)),
    hers=one_of(*range(10, 31, 5)),
    his=one_of(*range(10, 31, 5)),
)
def friends_meet(span: int = 60, hers: int = 20, his: int = 15) -> Answer:
    """Probability that two random arrivals lie close enough, where it matters who comes first."""
    require(hers != his)
    missed = (span - hers) ** 2 + (span - his) ** 2
    return Answer(
        f"Clara and Felix each come to a station at a random moment of the same period of {span} minutes; their "
        "moments of arrival are independent and uniformly distributed over the period. The one who comes first waits "
        f"for the other: Clara would wait for {hers} minutes and then leave, Felix would wait for {his} minutes and "
        "then leave, and both would do so even beyond the end of the period. What is the probability that they meet?",
        1 - Fraction(missed, 2 * span * span),
    )


@friends_meet.check
def _(span: int, hers: int, his: int) -> Fraction:
    # For each arrival of hers, his may lie in a stretch whose length is linear between whole minutes: trapezoids add
    # up to the exact area.
    widths = [min(span, clara + hers) - max(0, clara - his) for clara in range(span + 1)]
    doubled = sum(before + after for before, after in pairwise(widths))
    return Fraction(doubled, 2 * span * span)


@problem(
    level=4,
    source="own",
    n=ints(6, 9),
    host=one_of("Anna", "Bella", "Carol", "Dora", "Erika"),
    friend=one_of("Frank", "Georg", "Henry", "Ivan", "Jonas"),
    rival=one_of("Karl", "Louis", "Martin", "Noah", "Oscar"),
)
def round_table(n: int = 8, host: str = "Anna", friend: str = "Frank", rival: str = "Karl") -> Answer:
    """Number of circular seatings with one pair of neighbors and one pair kept apart."""
    together, between_both = 2 * factorial(n - 2), 2 * factorial(n - 3)
    return Answer(
        f"At a round table with {n} chairs, {n} people sit down, among them {host}, {friend} and {rival}. Two seatings "
        f"count as the same if one is a rotation of the other. In how many ways can the {n} people be seated if {host} "
        f"sits next to {friend} but not next to {rival}?",
        together - between_both,
    )


@round_table.check
def _(n: int) -> int:
    # The host has chair 0, so that every seating is counted once; all but the three fill the other chairs.
    ends = (1, n - 1)
    chairs = permutations(range(1, n), 2)
    return sum(friend in ends and rival not in ends for friend, rival in chairs) * factorial(n - 3)


@problem(
    level=4,
    source="own",
    length=ints(5, 8),
    small=ints(2, 5),
    large=ints(2, 5),
    place=one_of("path", "walkway", "corridor", "passage", "ramp"),
)
def pavings(length: int = 7, small: int = 2, large: int = 3, place: str = "path") -> Answer:
    """Number of ways to pave a strip with short and long slabs, each of them in several colors."""
    require(small != large)
    shorter, ways = 1, small
    for _meter in range(1, length):
        shorter, ways = ways, small * ways + large * shorter
    return Answer(
        f"A straight {place}, {length} meters long and 1 meter wide, is to be paved completely with slabs. Square "
        f"slabs of 1 meter by 1 meter come in {small} colors, and rectangular slabs of 1 meter by 2 meters come in "
        f"{large} colors. Slabs are not cut, and there are plenty of each kind. Two ways of paving are different if, "
        f"seen from the same end of the {place}, they differ in the size or the color of a slab at some position. In "
        f"how many ways can the {place} be paved?",
        ways,
    )


@pavings.check
def _(length: int, small: int, large: int) -> int:
    # By the number of rectangular slabs: their places among all slabs, then the colors.
    return sum(
        comb(length - longer, longer) * small ** (length - 2 * longer) * large**longer
        for longer in range(length // 2 + 1)
    )


# The products of two primes.
@problem(level=4, source="own", n=ints(12, 49), count=ints(2, 3), divisor=one_of(10, 14, 15, 21, 22))
def product_divisible(n: int = 23, count: int = 3, divisor: int = 10) -> Answer:
    """Probability that a product of random integers is divisible by a product of two primes."""
    # Where the divisor divides n, the two primes would be independent.
    require(n > divisor and n % divisor != 0)
    p = next(prime for prime in (2, 3) if divisor % prime == 0)
    q = divisor // p
    without_p, without_q = n - n // p, n - n // q
    without_both = without_p + without_q - n + n // divisor
    failing = without_p**count + without_q**count - without_both**count
    return Answer(
        f"A computer picks {count} integers independently of each other. Each of them is equally likely to be any "
        f"integer from 1 to {n}. What is the probability that the product of the {count} integers is divisible by "
        f"{divisor}?",
        1 - Fraction(failing, n**count),
    )


@product_divisible.check
def _(n: int, count: int, divisor: int) -> Fraction:
    # How many choices of the integers give the product each remainder.
    single = [sum(1 for integer in range(1, n + 1) if integer % divisor == rest) for rest in range(divisor)]
    products = [0] * divisor
    products[1] = 1
    for _pick in range(count):
        longer = [0] * divisor
        for (rest, ways), (factor, more) in product(enumerate(products), enumerate(single)):
            longer[rest * factor % divisor] += ways * more
        products = longer
    return Fraction(products[0], sum(products))

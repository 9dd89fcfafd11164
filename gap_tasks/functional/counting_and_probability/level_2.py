"""Counting and probability, level 2."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations, product
from math import comb, factorial

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=2,
    source="own",
    red=ints(3, 9),
    blue=ints(3, 9),
    green=ints(3, 9),
    things=one_of("marbles", "buttons", "beads", "balls"),
)
def same_color(red: int = 4, blue: int = 5, green: int = 6, things: str = "marbles") -> Answer:
    """Probability that two things drawn together have one color."""
    pairs = comb(red, 2) + comb(blue, 2) + comb(green, 2)
    return Answer(
        f"A bag holds {red} red, {blue} blue and {green} green {things}. Two of the {things} are taken out at random, "
        "without replacement. What is the probability that they have the same color?",
        Fraction(pairs, comb(red + blue + green, 2)),
    )


@same_color.check
def _(red: int, blue: int, green: int) -> Fraction:
    pairs = list(combinations("r" * red + "b" * blue + "g" * green, 2))
    return Fraction(sum(first == second for first, second in pairs), len(pairs))


@problem(
    level=2,
    source="own",
    red=ints(2, 6),
    blue=ints(2, 6),
    white=ints(2, 6),
    things=one_of("flags", "pennants", "lanterns", "ribbons", "balloons"),
)
def color_rows(red: int = 4, blue: int = 3, white: int = 2, things: str = "flags") -> Answer:
    """Number of orders of things that are alike within each of three colors."""
    require(8 <= red + blue + white <= 11)
    return Answer(
        f"Alice hangs {red} red, {blue} blue and {white} white {things} in a row along one wall. All {things} of one "
        "color look the same. How many different sequences of colors from left to right are possible?",
        factorial(red + blue + white) // (factorial(red) * factorial(blue) * factorial(white)),
    )


@color_rows.check
def _(red: int, blue: int, white: int) -> int:
    @cache
    def rows(*left: int) -> int:
        if not any(left):
            return 1
        return sum(rows(*left[:i], left[i] - 1, *left[i + 1 :]) for i in range(3) if left[i])

    return rows(red, blue, white)


@problem(
    level=2,
    source="own",
    teachers=ints(3, 7),
    parents=ints(5, 9),
    size=ints(3, 4),
    group=one_of("panel", "team", "jury", "council", "delegation"),
)
def groups_with_a_teacher(teachers: int = 5, parents: int = 8, size: int = 4, group: str = "panel") -> Answer:
    """Number of choices that hold at least one of a kind."""
    return Answer(
        f"A {group} of {size} people is to be chosen from {teachers} teachers and {parents} parents. In how many ways "
        f"can this be done if the {group} must include at least one teacher?",
        comb(teachers + parents, size) - comb(parents, size),
    )


@groups_with_a_teacher.check
def _(teachers: int, parents: int, size: int) -> int:
    return sum(min(group) < teachers for group in combinations(range(teachers + parents), size))


@problem(
    level=2,
    source="own",
    a=ints(6, 9),
    b=ints(6, 9),
    bound=ints(10, 15),
    she=one_of("Mara", "Ines", "Tess", "Ruth"),
    he=one_of("Paul", "Hugo", "Omar", "Nico"),
)
def sum_of_cards(a: int = 8, b: int = 9, bound: int = 12, she: str = "Mara", he: str = "Paul") -> Answer:
    """Probability that the sum of two numbers drawn from two sets lies above a bound."""
    above = a + b - bound
    require(above >= 3)
    # As the bound exceeds a and b, the pairs above it are those of a triangle: 1 + 2 + ... + above.
    return Answer(
        f"{she} draws one card at random from a set of {a} cards that are numbered from 1 to {a}. {he} draws one card "
        f"at random from another set of {b} cards that are numbered from 1 to {b}. What is the probability that the "
        f"sum of their two numbers is greater than {bound}?",
        Fraction(above * (above + 1), 2 * a * b),
    )


@sum_of_cards.check
def _(a: int, b: int, bound: int) -> Fraction:
    pairs = list(product(range(1, a + 1), range(1, b + 1)))
    return Fraction(sum(sum(pair) > bound for pair in pairs), len(pairs))


@problem(
    level=2, source="own", tickets=ints(60, 99), top=one_of(*range(40, 96, 5)), few=ints(3, 8), small=one_of(10, 15, 20)
)
def expected_prize(tickets: int = 84, top: int = 65, few: int = 4, small: int = 15) -> Answer:
    """Expected value of what a raffle ticket wins [dollars]."""
    return Answer(
        f"In a raffle with {tickets} tickets, one ticket wins a prize of {top} dollars, {few} other tickets win a "
        f"prize of {small} dollars each, and all the remaining tickets win nothing. What is the expected value, in "
        "dollars, of the prize won by a ticket that is picked at random?",
        Fraction(top + few * small, tickets),
    )


@expected_prize.check
def _(tickets: int, top: int, few: int, small: int) -> Fraction:
    prizes = [top] + [small] * few
    prizes += [0] * (tickets - len(prizes))
    return sum(prize * Fraction(prizes.count(prize), tickets) for prize in set(prizes)) + Fraction(0)


@problem(level=2, source="own", start=ints(10, 40), end=ints(60, 99), at=ints(12, 60), reach=ints(10, 40))
def leak_detected(start: int = 15, end: int = 92, at: int = 27, reach: int = 19) -> Answer:
    """Probability that a random point of a segment lies near a given point, which is itself near one end."""
    require(at > start > at - reach and at + reach < end)
    return Answer(
        f"A pipeline runs along a straight road from kilometer {start} to kilometer {end} of the road. It has one "
        f"leak, which is equally likely to be at any point of the pipeline. A sensor at kilometer {at} detects the "
        f"leak if it is at most {reach} kilometers away. What is the probability that the sensor detects the leak?",
        Fraction(at + reach - start, end - start),
    )


@leak_detected.check
def _(start: int, end: int, at: int, reach: int) -> Fraction:
    # All ends are whole kilometers, so each kilometer of the pipeline is either in reach or not.
    middles = [kilometer + Fraction(1, 2) for kilometer in range(start, end)]
    return Fraction(sum(abs(middle - at) < reach for middle in middles), len(middles))

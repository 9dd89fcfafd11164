"""Counting and probability: products, pairs, lattice paths, bounded shares, conditional probability."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product
from math import comb

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=1, source="own", soups=ints(3, 9), mains=ints(3, 9), desserts=ints(3, 9))
def lunch_menus(soups: int = 4, mains: int = 6, desserts: int = 5) -> Answer:
    """Number of menus with one course that may be left out."""
    return Answer(
        f"A canteen offers {soups} soups, {mains} main dishes and {desserts} desserts. A lunch consists of one soup, "
        "one main dish and at most one dessert. How many different lunches are possible?",
        soups * mains * (desserts + 1),
    )


@lunch_menus.check
def _(soups: int, mains: int, desserts: int) -> int:
    return sum(1 for _lunch in product(range(soups), range(mains), (None, *range(desserts))))


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


@problem(level=5, source="own", red_a=ints(3, 9), blue_a=ints(3, 9), red_b=ints(3, 9), blue_b=ints(3, 9))
def red_again(red_a: int = 4, blue_a: int = 7, red_b: int = 5, blue_b: int = 4) -> Answer:
    """Probability of a second red ball, when the first tells something about the box it came from."""
    all_a, all_b = red_a + blue_a, red_b + blue_b
    once = Fraction(red_a, all_a) + Fraction(red_b, all_b)
    twice = Fraction(red_a * (red_a - 1), all_a * (all_a - 1)) + Fraction(red_b * (red_b - 1), all_b * (all_b - 1))
    return Answer(
        f"Box A holds {red_a} red and {blue_a} blue balls, and box B holds {red_b} red and {blue_b} blue balls. A fair "
        "coin decides which box is used. Then two balls are drawn at random from that box, one after the other and "
        "without replacement. Given that the first ball is red, what is the probability that the second ball is red?",
        twice / once,
    )


@red_again.check
def _(red_a: int, blue_a: int, red_b: int, blue_b: int) -> Fraction:
    boxes = ("r" * red_a + "b" * blue_a, "r" * red_b + "b" * blue_b)
    once = twice = Fraction(0)
    for box in boxes:
        draws = list(permutations(box, 2))
        for first, second in draws:
            weight = Fraction(1, 2 * len(draws))
            once += weight * (first == "r")
            twice += weight * (first == second == "r")
    return twice / once

"""Counting and probability, level 3."""

from __future__ import annotations

from functools import cache
from itertools import combinations, combinations_with_replacement
from math import comb, factorial

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import thousands
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize(
    "test/counting_and_probability/23957.json",
    boys=ints(5, 9),
    girls=ints(4, 7),
    boys_picked=ints(2, 4),
    girls_picked=ints(2, 3),
)
def presentation_groups(boys: int = 7, girls: int = 4, boys_picked: int = 3, girls_picked: int = 2) -> Variant:
    """Number of groups with given numbers of boys and girls out of a class."""
    require(boys_picked < boys and girls_picked < girls)
    gold = comb(boys, boys_picked) * comb(girls, girls_picked)
    require(100 <= gold <= 999)
    return Variant({"7": boys, "4": girls, "3": boys_picked, "2": girls_picked}, gold)


@presentation_groups.check
def _(question: str) -> int:
    boys, girls, boys_picked, girls_picked = map(int, numbers(question))
    groups = combinations(range(boys + girls), boys_picked + girls_picked)
    # Boys come first, so the group has as many as wanted where that many of its first are boys and no more.
    return sum(group[boys_picked - 1] < boys <= group[boys_picked] for group in groups)


@functionalize(
    "test/counting_and_probability/508.json",
    apart=ints(3, 7),
    together=ints(2, 6),
    who=one_of(("girls", "boys"), ("boys", "girls")),
)
def rows_with_a_block(apart: int = 6, together: int = 2, who: tuple[str, str] = ("girls", "boys")) -> Variant:
    """Number of ways to seat children in a row when all of one kind sit together."""
    gold = factorial(apart + 1) * factorial(together)
    require(1_000 <= gold < 100_000)
    edits = {
        "6": apart,
        "girls": who[0],
        "2": together,
        "boys": who[1],
        # More than two cannot each be the neighbor of all others.
        "next to each other": "next to each other" if together == 2 else "together",
    }
    return Variant(edits, thousands(gold, r",\!"))


@rows_with_a_block.check
def _(question: str) -> int:
    apart, together, _ = map(int, numbers(question))
    seats = range(apart + together)
    blocks = sum(places[-1] - places[0] == together - 1 for places in combinations(seats, together))
    return blocks * factorial(apart) * factorial(together)


@cache
def _partitions(total: int, parts: int) -> int:
    """Number of ways to write a total as a sum of at most so many positive integers, without regard to order."""
    if total == 0:
        return 1
    if total < 0 or parts == 0:
        return 0
    return _partitions(total, parts - 1) + _partitions(total - parts, parts)


@functionalize(
    "test/counting_and_probability/71.json",
    balls=ints(4, 9),
    boxes=ints(2, 4),
    nouns=one_of(("balls", "boxes"), ("marbles", "bags"), ("coins", "jars"), ("beads", "cups")),
)
def identical_balls_in_boxes(balls: int = 5, boxes: int = 2, nouns: tuple[str, str] = ("balls", "boxes")) -> Variant:
    """Number of ways to put indistinguishable things in indistinguishable containers."""
    require(boxes < balls)
    return Variant({"5": balls, "2": boxes, "balls": nouns[0], "boxes": nouns[1]}, _partitions(balls, boxes))


@identical_balls_in_boxes.check
def _(question: str) -> int:
    balls, boxes = map(int, numbers(question))
    return sum(sum(contents) == balls for contents in combinations_with_replacement(range(balls + 1), boxes))

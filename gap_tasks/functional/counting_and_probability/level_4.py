"""Counting and probability, level 4."""

from __future__ import annotations

from itertools import product
from math import comb

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

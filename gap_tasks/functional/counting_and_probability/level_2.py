"""Counting and probability, level 2."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb

from gap_tasks.functional.problem import Answer, ints, one_of, problem


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

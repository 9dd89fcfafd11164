"""Counting and probability, level 5."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

from gap_tasks.functional.problem import Answer, ints, problem


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

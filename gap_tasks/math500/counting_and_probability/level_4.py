"""Counting and probability, level 4."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, require


@functionalize("test/counting_and_probability/377.json", islands=ints(5, 9), odds=ints(3, 9), hits=ints(2, 6))
def treasure_islands(islands: int = 7, odds: int = 5, hits: int = 4) -> Variant:
    """Probability of an exact number of successes in independent trials."""
    require(hits < islands)
    p = Fraction(1, odds)
    gold = comb(islands, hits) * p**hits * (1 - p) ** (islands - hits)
    return Variant({"seven": cardinal(islands), "{5}": f"{{{odds}}}", "4": hits}, gold)


@treasure_islands.check
def _(islands: int, odds: int, hits: int) -> Fraction:
    weights = (odds - 1, 1)
    found = 0
    for outcome in product((0, 1), repeat=islands):
        if sum(outcome) == hits:
            weight = 1
            for treasure in outcome:
                weight *= weights[treasure]
            found += weight
    return Fraction(found, odds**islands)

"""Counting and probability, level 1."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import product

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import short_fraction
from gap_tasks.sampling import ints, one_of, require

PRESIDENTS = ("Dan", "Donald", "Grace", "Hugo", "Irene")
DEPUTIES = ("Freddie", "Bernie", "Carla", "Petra", "Simon")


def _enumeration(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)}{',' * (len(others) > 1)} and {last}"


# The chance must be a whole percentage, and one divided by the number of candidates.
@functionalize("test/counting_and_probability/14.json", candidates=one_of(2, 4, 5), first=ints(0, 4), second=ints(0, 4))
def both_win(candidates: int = 2, first: int = 0, second: int = 0) -> Variant:
    """Probability that one named candidate in each of two independent elections wins, all candidates being equal."""
    require(max(first, second) < candidates)
    edits = {
        "Two": cardinal(candidates).capitalize(),
        "Dan and Donald": _enumeration(PRESIDENTS[:candidates]),
        "Freddie and Bernie": _enumeration(DEPUTIES[:candidates]),
        "50": 100 // candidates,
        "Dan and Freddie": f"{PRESIDENTS[first]} and {DEPUTIES[second]}",
    }
    return Variant(edits, short_fraction(Fraction(1, candidates**2)))


@both_win.check
def _(question: str) -> Fraction:
    races = [re.findall(r"[A-Z][a-z]+", names) for names in re.findall(r"candidates, (.+?), run", question)]
    (wanted,) = re.findall(r"both ([A-Z]\w+) and ([A-Z]\w+) win", question)
    (percent,) = map(int, re.findall(r"[0-9]+", question))
    outcomes = list(product(*races))
    chance = Fraction(percent, 100) ** 2
    if chance * len(outcomes) != 1 or len(races) != 2:
        raise ValueError("the chances of a race do not add up to one")
    return chance * outcomes.count(wanted)


@functionalize(
    "test/counting_and_probability/761.json", boxes=ints(10, 20), pencils=ints(3, 9), pens=ints(3, 9), both=ints(2, 6)
)
def boxes_with_neither(boxes: int = 10, pencils: int = 5, pens: int = 4, both: int = 2) -> Variant:
    """Number of boxes with neither of two contents, from how many hold each and how many hold both."""
    neither = boxes - pencils - pens + both
    require(both < min(pencils, pens) and pencils != pens and neither >= 2)
    edits = {
        "ten": cardinal(boxes),
        "Five": cardinal(pencils).capitalize(),
        "four": cardinal(pens),
        "two": cardinal(both),
    }
    return Variant(edits, neither)


@boxes_with_neither.check
def _(boxes: int, pencils: int, pens: int, both: int) -> int:
    # The pencils lie in the first boxes, the pens in the boxes that end `both` boxes after the first with no pencils.
    start = pencils - both
    return sum(not (box < pencils or start <= box < start + pens) for box in range(boxes))

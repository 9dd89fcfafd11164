"""Counting and probability, level 4: arrangements, coefficients and points that are counted."""

from __future__ import annotations

import re
from cmath import exp
from fractions import Fraction
from itertools import combinations, permutations
from math import comb, factorial, perm

from gap_tasks.math500.english import CARDINALS, cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, numbers, one_of, require


# Three digits leave few numbers of books.
@functionalize(
    "test/counting_and_probability/1014.json",
    books=ints(4, 6),
    special=ints(2, 3),
    subject=one_of("math", "history", "poetry", "science", "music", "grammar"),
)
def shelves_without_neighbors(books: int = 6, special: int = 2, subject: str = "math") -> Variant:
    """Number of orders of different books with no two on one subject next to each other."""
    others = books - special
    # With as many places as books on the subject, the places would be forced.
    require(special < others + 1)
    edits = {
        "6": books,
        "2": special,
        "are math": f"are {subject}",
        "the math books": f"{'the' if special == 2 else 'any of the'} {subject} books",
    }
    return Variant(edits, factorial(others) * perm(others + 1, special))


@shelves_without_neighbors.check
def _(question: str) -> int:
    books, special, _ = map(int, numbers(question))
    orders = permutations(range(books))
    return sum(all(min(pair) >= special or max(pair) < special for pair in _neighbors(order)) for order in orders) + sum(
        _lonely(order, special) for order in permutations(range(books))
    )

"""Counting and probability, level 2."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import combinations, pairwise, permutations
from math import comb, factorial, perm, prod

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import thousands
from gap_tasks.sampling import ints, numbers, one_of, require

# At least two letters occur more than once in each.
WORDS = [
    "ELLIPSE",
    "ACCESS",
    "APPEAL",
    "ATTRACT",
    "BANANAS",
    "BASEBALL",
    "CALCULUS",
    "COCOONS",
    "COFFEE",
    "FOLLOW",
    "KEEPSAKE",
    "KETTLE",
    "PARALLEL",
    "PEPPERS",
    "RECORDER",
    "REINDEER",
    "RESERVE",
    "REVERSE",
    "SLEEVES",
    "SUCCESS",
    "TERRIER",
    "TOMORROW",
    "BALLOON",
    "COCONUT",
    "COLLEGE",
    "TANGENT",
]


@functionalize("test/counting_and_probability/1060.json", word=one_of(*WORDS))
def arrangements_of_letters(word: str = "ELLIPSE") -> Variant:
    """Number of different arrangements of a word's letters."""
    return Variant(
        {"ELLIPSE": word}, factorial(len(word)) // prod(factorial(word.count(letter)) for letter in set(word))
    )


@arrangements_of_letters.check
def _(question: str) -> int:
    (word,) = re.findall(r"[A-Z]{2,}", question)
    return _orders(tuple(sorted(Counter(word).values())))


@cache
def _orders(counts: tuple[int, ...]) -> int:
    """Number of orders of letters that occur so often, by which of them comes first."""
    if not counts:
        return 1
    total = 0
    for place, count in enumerate(counts):
        rest = counts[:place] + ((count - 1,) if count > 1 else ()) + counts[place + 1 :]
        total += _orders(tuple(sorted(rest)))
    return total


# The lower number lies close below the upper one, which is what makes it easy.
@functionalize("test/counting_and_probability/116.json", upper=ints(20, 45), apart=ints(2, 3))
def binomial_coefficient(upper: int = 31, apart: int = 3) -> Variant:
    """Value of a binomial coefficient."""
    return Variant({"{31}{28}": f"{{{upper}}}{{{upper - apart}}}"}, comb(upper, apart))


@binomial_coefficient.check
def _(question: str) -> int:
    upper, lower = map(int, numbers(question))
    row = [1]
    for _ in range(upper):
        row = [1, *(left + right for left, right in pairwise(row)), 1]
    return row[lower]


# One digit in the answer leaves a single student out.
@functionalize(
    "test/counting_and_probability/190.json",
    group=ints(3, 9),
    noun=one_of("students", "players", "dancers", "singers", "teachers"),
)
def ways_to_leave_one_out(group: int = 6, noun: str = "students") -> Variant:
    """Number of ways to select all but one of a group."""
    return Variant({"5": group - 1, "6": group, "students": noun}, group)


@ways_to_leave_one_out.check
def _(question: str) -> int:
    chosen, group = map(int, numbers(question))
    return sum(mask.bit_count() == chosen for mask in range(2**group))


# The figure is published out of scale: only its labels change, by little.
@functionalize(
    "test/counting_and_probability/199.json",
    bd=ints(2, 4),
    cd=ints(3, 5),
    bc=ints(4, 7),
    ad=ints(4, 7),
    ab=ints(5, 8),
    ac=ints(5, 9),
)
def shortest_visit(bd: int = 3, cd: int = 4, bc: int = 5, ad: int = 5, ab: int = 6, ac: int = 6) -> Variant:
    """Length of the shortest way through four points of a figure with a labelled length between any two."""
    length = {"AB": ab, "AC": ac, "AD": ad, "BC": bc, "BD": bd, "CD": cd}
    # A straight way is the shortest between two points, and D lies inside of the triangle.
    require(ab < ad + bd and ac < ad + cd and bc < bd + cd and bd <= cd)
    require(ad + bd < ac + bc and ad + cd < ab + bc and bd + cd < ab + ac)
    shortest = min(sum(length["".join(sorted(pair))] for pair in pairwise(way)) for way in permutations("ABCD"))
    # The three shortest segments must not make a way, as they do not in the published figure.
    require(shortest > sum(sorted(length.values())[:3]))
    edits = {
        '"3", D--B': f'"{bd}", D--B',
        '"6", A--B': f'"{ab}", A--B',
        '"6", A--C': f'"{ac}", A--C',
        '"4", D--C': f'"{cd}", D--C',
        '"5", A--D': f'"{ad}", A--D',
        '"5", C--B': f'"{bc}", C--B',
    }
    return Variant(edits, shortest)


@shortest_visit.check
def _(question: str) -> int:
    segments = re.findall(r'label\("(\d)", (\w)--(\w)', question)
    totals = []
    for three in combinations(segments, 3):
        ends = Counter(end for _, *both in three for end in both)
        if len(ends) == 4 and max(ends.values()) == 2:
            totals.append(sum(int(length) for length, *_ in three))
    return min(totals)


@functionalize(
    "test/counting_and_probability/389.json",
    wanted=ints(2, 4),
    toppings=ints(5, 9),
    name=one_of("Mikka", "Omar", "Pavel", "Stefan"),
)
def pizzas(wanted: int = 2, toppings: int = 8, name: str = "Mikka") -> Variant:
    """Number of pizzas with a given number of different toppings."""
    gold = comb(toppings, wanted)
    require(gold >= 10)
    return Variant({"Mikka": name, "two": cardinal(wanted), "8": toppings}, gold)


@pizzas.check
def _(wanted: int, toppings: int) -> int:
    return sum(mask.bit_count() == wanted for mask in range(2**toppings))


@functionalize(
    "test/counting_and_probability/666.json",
    upper=ints(4, 8),
    lower=ints(10, 12),
    upper_sent=ints(2, 7),
    lower_sent=ints(7, 9),
)
def battalions(upper: int = 5, lower: int = 10, upper_sent: int = 4, lower_sent: int = 8) -> Variant:
    """Number of forces with given numbers of soldiers of two classes."""
    require(upper - 3 < upper_sent < upper)
    gold = comb(upper, upper_sent) * comb(lower, lower_sent)
    require(gold >= 100)
    return Variant({"5": upper, "10": lower, "4": upper_sent, "8": lower_sent}, gold)


@battalions.check
def _(question: str) -> int:
    upper, lower, upper_sent, lower_sent = map(int, numbers(question))
    forces = 1
    for soldiers, sent in ((upper, upper_sent), (lower, lower_sent)):
        forces *= sum(mask.bit_count() == sent for mask in range(2**soldiers))
    return forces


@functionalize(
    "test/counting_and_probability/737.json",
    letters=ints(2, 3),
    last_letter=one_of(*"JKLMNPQRSTUVWXYZ"),
    digits=ints(2, 3),
    low=ints(0, 1),
    high=ints(6, 9),
)
def license_plates(letters: int = 2, last_letter: str = "Z", digits: int = 2, low: int = 0, high: int = 9) -> Variant:
    """Number of license plates of different letters followed by different digits."""
    gold = perm(ord(last_letter) - ord("A") + 1, letters) * perm(high - low + 1, digits)
    require(10_000 <= gold < 100_000)
    return Variant({"2@1": letters, "2@2": digits, "Z": last_letter, "0-9": f"{low}-{high}"}, thousands(gold))


@license_plates.check
def _(question: str) -> int:
    letters, digits, low, high = map(int, numbers(question))
    (last,) = re.findall(r"A through (\w)", question)
    alphabet = [chr(code) for code in range(ord("A"), ord(last) + 1)]
    plates = 1
    for signs, length in ((alphabet, letters), (range(low, high + 1), digits)):
        plates *= sum(1 for _ in permutations(signs, length))
    return plates

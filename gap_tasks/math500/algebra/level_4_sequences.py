"""Algebra, level 4: sequences and sums."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import count, islice

from gap_tasks.math500.english import ORDINALS, ordinal_word
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import rational
from gap_tasks.sampling import ints, one_of, require


def _fractions(text: str) -> list[Fraction]:
    r"""Every \frac{a}{b} of a piece of text."""
    return [Fraction(int(over), int(under)) for over, under in re.findall(r"\\frac\{(\d+)\}\{(\d+)\}", text)]


# Both terms that are whole and coprime, with a decreasing sequence of no longer numbers: not many.
@functionalize(
    "test/algebra/1072.json",
    terms=one_of((5, 3), (3, 2), (5, 2), (7, 2), (9, 2), (4, 3), (7, 3), (8, 3)),
    place=ints(6, 9),
)
def term_of_geometric_sequence(terms: tuple[int, int] = (5, 3), place: int = 8) -> Variant:
    """A later term of a geometric sequence whose third and fourth terms are the first whole ones, as a fraction."""
    a, b = terms
    edits = {
        r"\frac{125}{9}": rational(Fraction(a**3, b**2)),
        r"\frac{25}{3}": rational(Fraction(a**2, b)),
        "5, 3": f"{a}, {b}",
        "eighth": ordinal_word(place),
    }
    return Variant(edits, Fraction(b ** (place - 3), a ** (place - 4)))


@term_of_geometric_sequence.check
def _(question: str) -> Fraction:
    first, second = _fractions(question)
    third, fourth = (int(term) for term in re.findall(r" (\d+),", question))
    place = next(n for n, word in ORDINALS.items() if f"the {word} term" in question)
    sequence = [first, second]
    while len(sequence) < place:
        sequence.append(sequence[-1] ** 2 / sequence[-2])
    return sequence[-1] if sequence[2:4] == [third, fourth] else Fraction(-1)


def _added_and_multiplied(first: int, terms: int) -> list[int]:
    """Terms made by adding and multiplying by 1, 2, 3, ... in turn."""
    sequence = [first]
    for n in range(2, terms + 1):
        step = n // 2
        sequence.append(sequence[-1] + step if n % 2 == 0 else sequence[-1] * step)
    return sequence


# A larger first term makes the printed ones longer.
@functionalize("test/algebra/1184.json", first=ints(-2, 0), threshold=ints(100, 650))
def first_term_above_threshold(first: int = 0, threshold: int = 125) -> Variant:
    """First term above a threshold of a sequence made by adding and multiplying in turn."""
    sequence = _added_and_multiplied(first, 13)
    require(threshold not in sequence)
    edits = {
        "0, 1, 1, 3, 6, 9, 27": ", ".join(map(str, sequence[:7])),
        "is 0": f"is {first}",
        "125": threshold,
    }
    return Variant(edits, next(term for term in sequence if term > threshold))


@first_term_above_threshold.check
def _(question: str) -> int:
    # two steps at once: after the pair of steps with n a term t is n (t + n)
    printed = [int(term) for term in question.partition("sequence ")[2].partition(", ...")[0].split(", ")]
    term = int(question.partition("first term is ")[2].partition(".")[0])
    threshold = int(question.rpartition("greater than ")[2].rstrip("?\n "))
    terms = [term]
    for n in range(1, 8):
        terms += [terms[-1] + n, n * (terms[-1] + n)]
    if terms[:7] != printed:
        return -1
    return min(value for value in terms if value > threshold)


# (numerator, root, power below the first numerator, number of terms) with no part of the sum above three digits.
_SUMS = tuple(
    (top, root, start, terms)
    for root, start in ((2, 1), (2, 2), (3, 1))
    for top in range(1, 10)
    if top % root != 0
    for terms in range(4, 10)
    if max(top * (root**terms - 1) // (root - 1), root ** (start + terms - 1)) <= 999
)


@functionalize("test/algebra/2430.json", item=one_of(*_SUMS))
def number_of_terms_of_geometric_sum(item: tuple[int, int, int, int] = (1, 2, 2, 8)) -> Variant:
    """How many first terms of a geometric sequence have a given sum."""
    top, root, start, terms = item
    shown = [Fraction(top, root**power) for power in (start, start + 1, start + 2)]
    total = shown[0] * (1 - Fraction(1, root**terms)) / (1 - Fraction(1, root))
    edits = {
        r"\frac{1}{4},\frac{1}{8},\frac{1}{16}": ",".join(map(rational, shown)),
        r"\frac{255}{512}": rational(total),
    }
    return Variant(edits, terms)


@number_of_terms_of_geometric_sum.check
def _(question: str) -> int:
    first, second, third, total = _fractions(question)
    if second * second != first * third:
        return -1
    reached, term = Fraction(0), first
    for n in count(1):
        reached += term
        term = term * second / first
        if reached >= total:
            return n if reached == total else -1
    return -1


@functionalize("test/algebra/2570.json", factor=one_of(3, 4, 6, 7, 8, 9), low=ints(10, 80), high=ints(15, 99))
def sum_of_multiples_in_range(factor: int = 7, low: int = 10, high: int = 20) -> Variant:
    """Sum of the multiples of a digit between two multiples of ten."""
    start, end = 10 * low, 10 * high
    require(5 <= high - low <= 20 and start % factor != 0 and end % factor != 0)
    first, last = start // factor + 1, end // factor
    return Variant({"7": factor, "100": start, "200": end}, factor * (last - first + 1) * (first + last) // 2)


@sum_of_multiples_in_range.check
def _(question: str) -> int:
    factor, low, high = map(int, re.findall(r"\d+", question))
    return sum(n for n in range(low, high + 1) if n % factor == 0)


# (base, exponent, count) with a count that is an odd divisor of the power and every integer positive.
_RUNS = tuple(
    (base, exponent, size)
    for base in (3, 5, 6, 7, 9)
    for exponent in range(2, 9)
    for size in (3, 5, 7, 9, 25, 27, 49, 81)
    if base**exponent % size == 0 and size < 2 * (base**exponent // size) <= 198
)


@functionalize("test/algebra/529.json", run=one_of(*_RUNS))
def median_of_consecutive_integers(run: tuple[int, int, int] = (3, 7, 27)) -> Variant:
    """Median of consecutive positive integers from their number and their sum, a power."""
    base, exponent, size = run
    return Variant({"27": size, "3^7": f"{base}^{exponent}"}, base**exponent // size)


@median_of_consecutive_integers.check
def _(question: str) -> int:
    size, base, exponent = map(int, re.findall(r"\d+", question))
    (start,) = (n for n in range(1, 400) if sum(range(n, n + size)) == base**exponent)
    return sorted(range(start, start + size))[size // 2]


_POWERS = tuple((base, exponent) for base in range(2, 10) for exponent in range(2, 8) if base**exponent < 200)


@functionalize("test/algebra/668.json", first=one_of(*_POWERS), last=one_of(*_POWERS))
def middle_of_arithmetic_sequence(first: tuple[int, int] = (3, 2), last: tuple[int, int] = (3, 4)) -> Variant:
    """Whole middle term of three in arithmetic sequence whose outer terms are powers."""
    (a, m), (b, n) = first, last
    low, high = a**m, b**n
    require(low < high and (low + high) % 2 == 0)
    return Variant({"3^2": f"{a}^{m}", "3^4": f"{b}^{n}"}, (low + high) // 2)


@middle_of_arithmetic_sequence.check
def _(question: str) -> int:
    a, m, b, n = map(int, re.findall(r"\d+", question))
    (middle,) = (x for x in range(300) if x - a**m == b**n - x)
    return middle


@functionalize("test/algebra/791.json", ratio=one_of(5, 7, 11, 13), least=ints(10, 99))
def first_of_three_in_geometric_sequence(ratio: int = 7, least: int = 41) -> Variant:
    """Smallest of three integers in geometric sequence with a whole ratio, from the largest."""
    largest = least * ratio**2
    require(1000 <= largest <= 9999 and least % ratio != 0)
    # no square in the smallest: the ratio is unique
    require(all(least % (p * p) != 0 for p in (2, 3, 5, 7)))
    return Variant({"2009": largest}, least)


@first_of_three_in_geometric_sequence.check
def _(question: str) -> int:
    (largest,) = {int(number) for number in re.findall(r"\d+", question)}
    (least,) = (a for a in range(1, largest // 4 + 1) if largest % a == 0 and _whole_ratio(a, largest))
    return least


def _whole_ratio(first: int, last: int) -> bool:
    """Whether some whole ratio above 1 leads from the first to the last of three terms."""
    return any(first * ratio * ratio == last for ratio in islice(count(2), 100))

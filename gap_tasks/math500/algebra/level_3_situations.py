"""Algebra, level 3: weights, prices, scores, puzzles and other situations."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations
from math import gcd

from gap_tasks.math500.english import CARDINALS, ORDINALS, cardinal, ordinal_word
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, numbers, one_of, require

_WORDS = {word: value for words in (CARDINALS, ORDINALS) for value, word in words.items()}


def _word_values(text: str) -> list[int]:
    """Every number word of a text in order, as a number."""
    return [_WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _WORDS]


@functionalize("test/algebra/1035.json", one=ints(3, 9), many=ints(2, 6), few=ints(2, 8))
def weight_in_other_units(one: int = 3, many: int = 3, few: int = 2) -> Variant:
    """How many of the lightest things weigh as much as one of the heaviest."""
    # the third thing weighs `one - few`
    first = (many + 1) * one - few
    require(few < one and first <= 20)
    edits = {"Ten": cardinal(first).capitalize(), "three": cardinal(many), "Two": cardinal(few).capitalize()}
    return Variant(edits, one)


@weight_in_other_units.check
def _(question: str) -> int:
    first, many, single, few, *rest = _word_values(question)
    pairs = [
        (heavy, third)
        for heavy in range(1, 40)
        for third in range(1, 40)
        if first == many * heavy + single * third and few + rest[0] * third == rest[1] * heavy
    ]
    return pairs[0][0] if len(pairs) == 1 else 0


@functionalize("test/algebra/1332.json", u=ints(2, 9), v=ints(2, 20), price=one_of(*range(100, 1001, 50)), m=ints(1, 6))
def customers_at_another_price(u: int = 3, v: int = 5, price: int = 500, m: int = 3) -> Variant:
    """Number of customers at another price, where it is inversely proportional to the price."""
    before, after = u * price, v * price
    require(gcd(u, v) == 1 and min(before, after) >= 1000 and max(before, after) <= 5000)
    require(10 <= v * m <= 60)
    return Variant({"15": v * m, "1500": before, "2500": after}, u * m)


@customers_at_another_price.check
def _(question: str) -> int:
    customers, before, after = map(int, numbers(question))
    return next(n for n in range(1, 1000) if n * after == customers * before)


_SYMBOLS = (r"\triangle", r"\square", r"\diamond", r"\clubsuit")


# (p, n, j): p of the first symbol are n of the third, and j of the third with one of the fourth; these are the values
# of at most 3, 7 and 3 in which p and n have no common factor and the puzzle one solution
@functionalize(
    "test/algebra/1553.json",
    counts=one_of((2, 5, 1), (2, 5, 2), (2, 7, 3), (3, 4, 1), (3, 4, 2), (3, 5, 2), (3, 5, 3)),
    symbols=one_of(*permutations(_SYMBOLS)),
)
def value_of_symbol(counts: tuple[int, int, int] = (2, 5, 1), symbols: tuple[str, str, str, str] = _SYMBOLS) -> Variant:
    """The digit that a symbol stands for in three equations between sums of symbols."""
    p, n, j = counts
    first, asked, third, fourth = symbols
    # p a = n c needs c to be p, since 2p gives the fourth symbol more than 9
    gold = (n - j) * p - n
    many = " + ".join([first] * p)
    lines = (
        rf"{first} + {asked} &= {fourth} \\",
        rf"{many} &= {third} +{' + '.join([third] * (n - 1))} \\",
        rf"{many} &= {' + '.join([fourth] + [third] * j)}.",
    )
    published = (
        r"\triangle + \square &= \clubsuit \\",
        r"\triangle + \triangle &= \diamond +\diamond + \diamond + \diamond + \diamond \\",
        r"\triangle + \triangle &= \clubsuit + \diamond.",
    )
    return Variant({r"\square$ ?": f"{asked}$ ?", "\n".join(published): "\n".join(lines)}, gold)


@value_of_symbol.check
def _(question: str) -> int:
    text, _, equations = question.partition("align*")
    symbol = r"\\(?:triangle|square|diamond|clubsuit)"
    *order, asked = re.findall(symbol, text)
    conditions = []
    for line in equations.split("\n"):
        left, equal, right = line.partition("=")
        if equal:
            conditions.append([left.count(name) - right.count(name) for name in order])
    found = {
        digits[order.index(asked)]
        for digits in permutations(range(1, 10), 4)
        if all(sum(k * digit for k, digit in zip(row, digits, strict=True)) == 0 for row in conditions)
    }
    return found.pop() if len(found) == 1 else 0


@functionalize(
    "test/algebra/2102.json", right=ints(3, 9), wrong=ints(2, 4), answered=ints(50, 95), correct=ints(20, 90)
)
def correct_answers(right: int = 5, wrong: int = 2, answered: int = 80, correct: int = 56) -> Variant:
    """Number of right answers from the score of a test in which wrong ones cost points."""
    score = right * correct - wrong * (answered - correct)
    require(wrong < right and answered - correct >= 5 and 100 <= score < 1000)
    return Variant({"5": right, "-2": -wrong, "80": answered, "232": score}, correct)


@correct_answers.check
def _(question: str) -> int:
    right, wrong, answered, score = map(int, numbers(question))
    (correct,) = (n for n in range(answered + 1) if right * n - wrong * (answered - n) == score)
    return correct


@functionalize("test/algebra/518.json", u=ints(2, 8), v=ints(3, 9), unit=one_of(*range(10, 101, 5)))
def ratio_of_accelerations(u: int = 3, v: int = 4, unit: int = 50) -> Variant:
    """Ratio of the accelerations that the same force gives to two masses [both in grams]."""
    # the softball stays the heavier one
    require(u < v and gcd(u, v) == 1 and u * unit >= 100 and v * unit <= 360)
    return Variant({"200": v * unit, "150": u * unit}, Fraction(u, v))


@ratio_of_accelerations.check
def _(question: str) -> Fraction:
    softball, baseball = map(int, numbers(question))
    (ratio,) = {
        Fraction(over, under) for under in range(1, 40) for over in range(1, 40) if over * softball == under * baseball
    }
    return ratio


# 28 is no multiple of the days between walks, so that the first day matters, as published.
@functionalize("test/algebra/661.json", miles=ints(2, 9), days=one_of(3, 5, 6, 8, 9))
def fewest_miles_in_february(miles: int = 4, days: int = 3) -> Variant:
    """Fewest miles walked in February by one who walks every few days."""
    return Variant({"four": cardinal(miles), "third": ordinal_word(days)}, 28 // days * miles)


@fewest_miles_in_february.check
def _(question: str) -> int:
    miles, days = _word_values(question)
    walks = [sum((day - first) % days == 0 for day in range(length)) for length in (28, 29) for first in range(days)]
    return min(walks) * miles


@functionalize("test/algebra/694.json", a=ints(1, 9), b=ints(1, 9), m=ints(2, 9), more=ints(2, 9), less=ints(2, 9))
def blue_marbles_before(a: int = 4, b: int = 3, m: int = 4, more: int = 5, less: int = 3) -> Variant:
    """Number of blue marbles in a bag, from two ratios, before some are added and others removed."""
    require(gcd(a, b) == 1 and a != b and 10 <= a * m < 100 and less < b * m)
    ratio = Fraction(a * m + more, b * m - less)
    require(ratio != 1 and ratio.numerator < 10 and ratio.denominator < 10)
    edits = {
        "4:3": f"{a}:{b}",
        "5": more,
        "remove 3": f"remove {less}",
        "7:3": f"{ratio.numerator}:{ratio.denominator}",
    }
    return Variant(edits, a * m)


@blue_marbles_before.check
def _(question: str) -> int:
    a, b, more, less, c, d = map(int, numbers(question))
    (blue,) = (a * m for m in range(1, 300) if b * m > less and (a * m + more) * d == (b * m - less) * c)
    return blue

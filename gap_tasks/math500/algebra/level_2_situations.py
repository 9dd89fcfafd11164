"""Algebra, level 2: graphs, meals, digits, representatives and prices."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations
from math import gcd

from gap_tasks.math500.english import CARDINALS, cardinal, ordinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal
from gap_tasks.sampling import ints, numbers, one_of, require

_VALUES = {word: n for n, word in CARDINALS.items()}
_RUNNERS = ("Evelyn", "Briana", "Carla", "Debra", "Angela")


@functionalize("test/algebra/1349.json", names=one_of(*permutations(_RUNNERS)))
def fastest_runner(names: tuple[str, ...] = _RUNNERS) -> Variant:
    """Runner with the greatest average speed on a graph of distance against time."""
    edits = {f'"{old}"': f'"{new}"' for old, new in zip(_RUNNERS, names, strict=True)}
    return Variant(edits, rf"\text{{{names[0]}}}")


@fastest_runner.check
def _(question: str) -> str:
    dots = re.findall(r'dot\(\(([\d.]+), ?([\d.]+)\)\);\s*label\([^"]*"(\w+)"', question)
    _, fastest = max((float(distance) / float(time), name) for time, distance, name in dots)
    return rf"\text{{{fastest}}}"


_FRIENDS = tuple((n, fed) for n in range(10, 31) for fed in range(n + 1, 3 * n + 1) if n * n % fed == 0 and fed <= 99)


@functionalize("test/algebra/1787.json", friends=one_of(*_FRIENDS))
def meals_to_share(friends: tuple[int, int] = (12, 18)) -> Variant:
    """Meals that would have fed a group exactly, where as many meals as friends feed more."""
    n, fed = friends
    return Variant({"Twelve": cardinal(n).capitalize(), "18": fed, "12": n}, n * n // fed)


@meals_to_share.check
def _(question: str) -> int:
    fed, n = map(int, numbers(question))
    tens, _, ones = question.split(maxsplit=1)[0].lower().partition("-")
    ordered = _VALUES[tens] + (_VALUES[ones] if ones else 0)
    (meals,) = (k for k in range(1, ordered) if Fraction(k * fed, ordered) == n)
    return meals


@functionalize("test/algebra/1814.json", tens=ints(3, 9), ones=ints(1, 7))
def number_and_its_reverse(tens: int = 8, ones: int = 5) -> Variant:
    """Sum of a two-digit number and its reverse, from the sum of its digits and the difference."""
    require(tens - ones >= 2)
    return Variant({"13": tens + ones, "27": 9 * (tens - ones)}, 11 * (tens + ones))


@number_and_its_reverse.check
def _(question: str) -> int:
    digits, apart = map(int, numbers(question))
    pairs = ((n, int(f"{n}"[::-1])) for n in range(10, 100) if sum(divmod(n, 10)) == digits)
    (found,) = {n + turned for n, turned in pairs if abs(n - turned) == apart}
    return found


@functionalize("test/algebra/2476.json", lower=ints(4, 9), u=ints(2, 9), v=ints(2, 9), tens=ints(3, 40), per=ints(2, 5))
def fair_representatives(lower: int = 7, u: int = 4, v: int = 5, tens: int = 13, per: int = 2) -> Variant:
    """Representatives of one of two grades in proportion to enrollment."""
    first, second, total = 10 * tens * u, 10 * tens * v, per * (u + v)
    require(gcd(u, v) == 1 and min(first, second) >= 100 and max(first, second) <= 900 and 10 <= total <= 40)
    edits = {"7th": ordinal(lower), "8th": ordinal(lower + 1), "520": first, "650": second, "18": total}
    return Variant(edits, per * v)


@fair_representatives.check
def _(question: str) -> int:
    _, upper, first, second, total, asked = map(int, numbers(question))
    (found,) = (n for n in range(total + 1) if n * first == (total - n) * second)
    return found if asked == upper else total - found


@functionalize("test/algebra/2743.json", few=ints(2, 5), more=ints(2, 4), pencil=ints(15, 60), eraser=ints(30, 95))
def price_of_pencil(few: int = 3, more: int = 2, pencil: int = 29, eraser: int = 37) -> Variant:
    """Price of a pencil from two purchases with an eraser each [cents]."""
    many = few + more
    first, second = few * pencil + eraser, many * pencil + eraser
    require(pencil < eraser and first >= 100 and second <= 999 and many <= 9)
    edits = {
        "Three": cardinal(few).capitalize(),
        "1.24": decimal(Fraction(first, 100), 2),
        "Five": cardinal(many).capitalize(),
        "1.82": decimal(Fraction(second, 100), 2),
    }
    return Variant(edits, pencil)


@price_of_pencil.check
def _(question: str) -> int:
    few, many = (_VALUES[word.lower()] for word in re.findall(r"(\w+) pencils", question))
    first, second = (int(dollars + cents) for dollars, cents in re.findall(r"(\d)\.(\d\d)", question))
    prices = [(pencil, first - few * pencil) for pencil in range(1, first // few)]
    (found,) = (pencil for pencil, eraser in prices if eraser > 0 and many * pencil + eraser == second)
    return found

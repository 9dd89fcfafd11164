"""Prealgebra, level 5: expressions, divisors, counts of integers."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import cycle
from math import factorial, gcd, prod, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, linear_combination
from gap_tasks.sampling import Domain, ints, numbers, one_of, require


def _joined(factors: tuple[int, ...], *signs: str) -> str:
    return "".join(f"{factor}{sign}" for factor, sign in zip(factors[:-1], cycle(signs), strict=False)) + str(
        factors[-1]
    )


@functionalize(
    "test/prealgebra/1139.json",
    length=ints(3, 6),
    digits=one_of(
        (2, 3, 4, 5, 2, 3),
        (3, 2, 5, 4, 2, 2),
        (4, 3, 2, 3, 2, 2),
        (2, 5, 3, 4, 2, 2),
        (3, 4, 2, 2, 3, 2),
        (5, 2, 3, 2, 4, 2),
        (6, 7, 5, 2, 2, 2),
        (5, 4, 6, 3, 2, 2),
        (7, 3, 6, 2, 2, 2),
    ),
    added=ints(1, 9),
)
def values_by_parentheses(length: int = 4, digits: tuple[int, ...] = (2, 3, 4, 5, 2, 3), added: int = 1) -> Variant:
    """Number of values that parentheses can give to a product plus a number."""
    factors = digits[:length]
    first, second, third, last = factors[0], factors[1], factors[2:-1], factors[-1]
    total = prod(factors) + added
    grouped = prod(factors[:-1]) * (last + added)
    require(100 <= total <= 999 and 100 <= grouped <= 999)
    if third:
        example = rf"({first}\cdot ({second}\cdot {third[0]}))" + "".join(rf" \cdot {n}" for n in third[1:])
    else:
        example = rf"({first}\cdot {second})"
    edits = {
        r"2\cdot 3 \cdot 4\cdot 5+1": _joined(factors, r"\cdot ", r" \cdot ") + f"+{added}",
        "121": total,
        r"(2\cdot (3\cdot 4)) \cdot (5+1)": rf"{example} \cdot ({last}+{added})",
        "144": grouped,
        r"2\cdot 3\cdot 4 \cdot 5 + 1": _joined(factors, r"\cdot ", r"\cdot ", r" \cdot ") + f" + {added}",
    }
    # One value for each factor from which on the number is added inside; they differ, for no factor is 1.
    return Variant(edits, length)


@values_by_parentheses.check
def _(question: str, gold: str) -> bool:
    expressions = re.findall(r"\$([^$]*\\cdot[^$]*)\$", question)
    terms = tuple(map(int, numbers(expressions[0])))
    plain, printed = (int(re.findall(pattern, question)[0]) for pattern in (r"to (\d+),", r"= (\d+)"))
    (example,) = re.findall(r"\\\[\s*(.*) = ", question)
    shown = tuple(map(int, numbers(example)))
    values = _values(terms)
    return (
        len(values) == int(gold)
        and tuple(map(int, numbers(expressions[1]))) == shown == terms
        and plain == prod(terms[:-1]) + terms[-1]
        and printed == prod(terms[:-2]) * (terms[-2] + terms[-1])
        and {plain, printed} <= values
    )


@cache
def _values(terms: tuple[int, ...]) -> frozenset[int]:
    """Every value of a product plus its last term under any parentheses."""
    spans: dict[tuple[int, int], set[int]] = {(place, place + 1): {term} for place, term in enumerate(terms)}
    size = len(terms)
    for width in range(2, size + 1):
        for start in range(size - width + 1):
            stop = start + width
            spans[start, stop] = {
                left + right if cut == size - 1 else left * right
                for cut in range(start + 1, stop)
                for left in spans[start, cut]
                for right in spans[cut, stop]
            }
    return frozenset(spans[0, size])


@functionalize("test/prealgebra/1297.json", n=ints(25, 99), letter=one_of("n", "k", "m", "a"))
def zeroes_of_factorial(n: int = 42, letter: str = "n") -> Variant:
    """Number of zeroes at the end of a factorial."""
    return Variant({"42": n, "$n!$": f"${letter}!$", "$n$": f"${letter}$"}, n // 5 + n // 25)


@zeroes_of_factorial.check
def _(question: str) -> int:
    digits = str(factorial(int(numbers(question)[0])))
    return len(digits) - len(digits.rstrip("0"))


@functionalize("test/prealgebra/1353.json", cards=ints(36, 96), players=ints(2, 4), hand=ints(3, 8))
def numbers_of_players(cards: int = 54, players: int = 2, hand: int = 5) -> Variant:
    """Number of ways to share all cards evenly among enough players with enough cards each."""
    require(players != hand)
    found = [n for n in range(players, cards // hand + 1) if cards % n == 0]
    # The bound on the cards keeps out more than one card for each player.
    require(len(found) >= 3 and any(cards % n == 0 for n in range(2, hand)))
    return Variant({"54": cards, "$2$": f"${players}$", "$5$": f"${hand}$"}, len(found))


@numbers_of_players.check
def _(question: str) -> int:
    cards, players, hand = map(int, numbers(question))
    return sum(1 for x in range(players, 100) for y in range(hand, 100) if x * y == cards)


@functionalize(
    "test/prealgebra/1655.json",
    last=one_of(100, 120, 140, 150, 160, 180, 200, 240, 250, 300, 320, 350, 400, 450, 500),
    wanted=ints(2, 9),
    unwanted=ints(2, 9),
)
def share_of_multiples(last: int = 100, wanted: int = 2, unwanted: int = 3) -> Variant:
    """Probability that an integer of a range is a multiple of one number and not of another."""
    both = wanted * unwanted
    require(gcd(wanted, unwanted) == 1 and last % both != 0)
    edits = {"100": last, "by 2": f"by {wanted}", "by 3": f"by {unwanted}"}
    return Variant(edits, Fraction(last // wanted - last // both, last))


@share_of_multiples.check
def _(question: str) -> Fraction:
    last, wanted, unwanted = map(int, numbers(question)[3:])
    found = [n for n in range(1, last + 1) if n % wanted == 0 and n % unwanted]
    return Fraction(len(found), last)


# Middle, upper left and upper right less the middle: all whose printed numbers and whose answer have one digit.
_SQUARES = (
    (5, 3, 1),
    (5, 1, 3),
    (5, -1, -3),
    (5, -3, -1),
    (6, 1, 3),
    (6, 2, 3),
    (6, 3, 2),
    (7, 1, 3),
    (7, 2, 3),
    (7, 3, 2),
    (8, 2, 3),
    (8, 3, 4),
)


@functionalize("test/prealgebra/1930.json", square=one_of(*_SQUARES), letter=one_of("n", "k", "m", "x"))
def entry_of_magic_square(square: tuple[int, int, int] = (5, 3, 1), letter: str = "n") -> Variant:
    """The unknown of a magic square whose entries are numbers and linear expressions."""
    middle, a, b = square
    right = middle + a - b

    def shown(slope: int, rest: int) -> str:
        return f'"${linear_combination([(slope, letter), (rest, "")], space="")}$"'

    edits = {
        "$n$": f"${letter}$",
        '"$n-3$"': shown(1, -a),
        '"3"': f'"{middle - a + b}"',
        '"$n+1$"': shown(1, b),
        '"$n+2$"': shown(1, 2 * b),
        '"$2n-9$"': shown(2, middle - 2 * right),
        '"$1$"': f'"${middle - a - b}$"',
        '"$2$"': f'"${middle - a}$"',
        '"$n-1$"': shown(1, 2 * b - a),
    }
    return Variant(edits, right)


@entry_of_magic_square.check
def _(question: str) -> int:
    labels = re.findall(r'label\("\$?([^"$]*)\$?",\((\d?\.5),(\d?\.5)\)', question)
    lines = [[(i, j) for j in range(3)] for i in range(3)] + [[(i, j) for i in range(3)] for j in range(3)]
    lines += [[(i, i) for i in range(3)], [(i, 2 - i) for i in range(3)]]
    square: dict[tuple[int, int], tuple[int, int]] = {}
    for text, x, y in labels:
        slope, rest = re.fullmatch(r"(\d?[a-z])?([-+]?\d+)?", text).groups()  # type: ignore[union-attr]
        square[int(float(x)), int(float(y))] = (int(slope[:-1] or 1) if slope else 0, int(rest or 0))
    sums = [[sum(square[cell][part] for cell in line) for part in (0, 1)] for line in lines]
    (n,) = (n for n in range(-30, 31) if len({slope * n + rest for slope, rest in sums}) == 1)
    return n


_TRIPLES = (
    (5, 12, 13),
    (8, 15, 17),
    (9, 12, 15),
    (7, 24, 25),
    (21, 28, 35),
    (12, 35, 37),
    (9, 40, 41),
    (27, 36, 45),
    (28, 45, 53),
    (11, 60, 61),
    (16, 63, 65),
    (33, 56, 65),
    (48, 55, 73),
    (13, 84, 85),
    (36, 77, 85),
)
"""Legs and hypotenuse, in tenths."""


@functionalize("test/prealgebra/951.json", triple=one_of(*_TRIPLES), swapped=ints(0, 1), step=Domain(range(2, 10)))
def quotient_of_decimals(triple: tuple[int, int, int] = (7, 24, 25), swapped: int = 0, step: int = 2) -> Variant:
    """A leg of a right triangle with decimal sides, over a difference of decimals."""
    *legs, hypotenuse = triple
    given, found = reversed(legs) if swapped else legs
    larger = hypotenuse + step
    require(found % step == 0 and found > step and larger <= 99 and given % 10 > 0 and larger % 10 > 0)
    shown = [decimal(Fraction(tenths, 10), 1) for tenths in (hypotenuse, given, larger)]
    return Variant(dict(zip(("2.5", "0.7", "2.7"), shown, strict=True)), found // step)


@quotient_of_decimals.check
def _(question: str) -> float:
    hypotenuse, given, larger, smaller = map(Fraction, re.findall(r"\d\.\d", question))
    return sqrt(hypotenuse**2 - given**2) / float(larger - smaller)

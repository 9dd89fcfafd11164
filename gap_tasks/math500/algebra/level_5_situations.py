"""Algebra, level 5: money, proportion and games."""

from __future__ import annotations

import re
from fractions import Fraction

from gap_tasks.math500.english import CARDINALS, cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, is_square, thousands
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize("test/algebra/1339.json", x=ints(10, 99), y=ints(2, 9), times=ints(2, 9))
def inverse_variation_with_root(x: int = 24, y: int = 3, times: int = 5) -> Variant:
    """The other variable's value where one varies inversely as its root."""
    require(not is_square(x) and 10 <= y * times < 100)
    return Variant({"24": x, "15": y * times, "3": y}, x * times * times)


@inverse_variation_with_root.check
def _(question: str) -> float:
    x, before, after = map(int, numbers(question))
    low, high = 0.0, 1e5
    for _step in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if after * middle**0.5 < before * x**0.5 else (low, middle)
    return low


@functionalize("test/algebra/1837.json", times=ints(3, 6), second=ints(10, 30), x=ints(2, 9))
def dogs_in_a_group(times: int = 4, second: int = 12, x: int = 5) -> Variant:
    """Size of the groups for which two ways to share out dogs give the same ratio."""
    first = (times - 1) * second - times * x
    require(10 <= first <= 60 and first != second and x < second)
    return Variant({"16": first, "12": second, "4x": f"{times}x"}, x)


@dogs_in_a_group.check
def _(question: str) -> int:
    first, second, times = map(int, numbers(question)[:3])
    (x,) = (x for x in range(1, second) if (first + times * x) * (second - x) == (first + x) * second)
    return x


@functionalize("test/algebra/2427.json", thousand=ints(10, 29), rate=ints(2, 20))
def least_interest_rate(thousand: int = 20, rate: int = 10) -> Variant:
    """Interest rate in percent with which three yearly deposits reach a sum."""
    target, rest = divmod(thousand * (30000 + 300 * rate + rate * rate), 10)
    # a target such as 33,072 would have a group that starts with 0
    require(rest == 0 and target % 1000 >= 100)
    edits = {"20{,}000": thousands(thousand * 1000, "{,}"), "66,200": thousands(target)}
    return Variant(edits, rate)


@least_interest_rate.check
def _(question: str) -> float:
    wage, target = (int(re.sub(r"\D", "", sum_)) for sum_ in re.findall(r"\\\$(\d\d(?:,|\{,\})\d{3})", question))
    low, high = 0.0, 100.0
    for _step in range(80):
        rate = (low + high) / 2
        account = 0.0
        for _year in range(3):
            account = account * (1 + rate / 100) + wage
        low, high = (rate, high) if account < target else (low, rate)
    return low


@functionalize("test/algebra/2626.json", thousand=ints(10, 99), rate=ints(1, 2), years=ints(2, 9))
def grown_investment(thousand: int = 24, rate: int = 1, years: int = 5) -> Variant:
    """Dollars, to the nearest one, that compound interest every two months leaves."""
    exact = thousand * 1000 * Fraction(100 + rate, 100) ** (6 * years)
    dollars = round(exact)
    # clear of a half, so that an intermediate rounding does not decide
    require(abs(exact - dollars) < Fraction(2, 5) and dollars < 100_000)
    edits = {r"24,\!000": rf"{thousand},\!000", r"1\%": rf"{rate}\%", "five": cardinal(years)}
    return Variant(edits, r"\$" + thousands(dollars, r",\!"))


@grown_investment.check
def _(question: str) -> int:
    (years,) = (number for number, word in CARDINALS.items() if f"of {word} years" in question)
    thousand, _zeros, rate, _again = map(int, numbers(question))
    cents = float(thousand * 100_000)
    for _month in range(0, 12 * years, 2):
        cents += cents * rate / 100
    return int(cents / 100 + 0.5)


@functionalize(
    "test/algebra/2780.json", paint=one_of(*range(5, 40, 5)), concrete=one_of(*range(5, 100, 5)), edge=ints(3, 5)
)
def price_of_third_cube(paint: int = 15, concrete: int = 40, edge: int = 3) -> Variant:
    """Price in dollars of a cube whose cost is made of its surface and its volume, from two others."""

    def price(side: int) -> Fraction:
        return Fraction(6 * side**2 * paint + side**3 * concrete, 100)

    require(price(2) < 10 and price(edge) < 100)
    edits = {"1.30": decimal(price(1), 2), "6.80": decimal(price(2), 2), "3 inch": f"{edge} inch"}
    return Variant(edits, rf"\${decimal(price(edge), 2)}")


@price_of_third_cube.check
def _(question: str) -> str:
    small, large = (Fraction(price) for price in re.findall(r"\d\.\d\d", question))
    edge = int(re.findall(r"(\d) inch", question)[-1])
    # the price over the square of the edge is linear in the edge
    per_square = small + (edge - 1) * (large / 4 - small)
    return rf"\${decimal(per_square * edge**2, 2)}"


def _turn(sides: int, face: int, side: str) -> tuple[str, str]:
    """What a player throws and what wins: a coin has two sides."""
    if sides == 2:
        return "flips a coin", f"gets a {side}"
    return f"rolls a fair {sides}-sided die", f"gets a {face}"


@functionalize(
    "test/algebra/291.json",
    first=one_of(2, 4, 6, 8),
    second=one_of(2, 4, 6, 8),
    one=ints(1, 4),
    other=ints(1, 4),
    winner=one_of("Alice", "Bob"),
)
def chance_of_winner(first: int = 2, second: int = 2, one: int = 1, other: int = 1, winner: str = "Alice") -> Variant:
    """Probability that a given one of two players, who throw in turn, wins."""
    # two coins make the published game
    require(first + second > 4 or winner == "Alice")
    throw, hit = _turn(first, one, "heads")
    answer, reply = _turn(second, other, "tails")
    # the first of the two wins with odds of `second` to `first - 1`
    alice = Fraction(second, second + first - 1)
    edits = {
        "flips a coin@1": throw,
        "gets a heads": hit,
        "flips a coin@2": answer,
        "gets a tails": reply,
        "Alice wins": f"{winner} wins",
    }
    return Variant(edits, alice if winner == "Alice" else 1 - alice)


@chance_of_winner.check
def _(question: str) -> float:
    sides = [int(die or 2) for die in re.findall(r"(?:flips a coin|rolls a fair (\d)-sided die)\.", question)]
    running, won = 1.0, [0.0, 0.0]
    for turn in range(400):
        won[turn % 2] += running / sides[turn % 2]
        running *= 1 - 1 / sides[turn % 2]
    return won["Bob wins the game?" in question]

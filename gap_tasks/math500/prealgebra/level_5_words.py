"""Prealgebra, level 5: word problems."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import permutations, product
from math import gcd

from gap_tasks.math500.english import plural
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, pi_multiple, rational
from gap_tasks.sampling import Domain, ints, numbers, one_of, require

_Stamps = tuple[int, ...]
_STAMPS = ((4, 8, 6, 3), (7, 4, 4, 9), (12, 12, 6, 13), (8, 15, 10, 9))
_HEIGHTS = ("3.5", "2.5", "1.5", "0.5")
_WIDTHS = ("7.5", "10.5", "13.5", "16.5")


@functionalize(
    "test/prealgebra/1044.json",
    decade=ints(5, 8),
    fifties=one_of(*permutations(_STAMPS[0])),
    sixties=one_of(*permutations(_STAMPS[1])),
    seventies=one_of(_STAMPS[2], *product((11, 14), (10, 15), (5, 7), (13, 16))),
    eighties=one_of(_STAMPS[3], *product((6, 9), (11, 14), (12, 13), (7, 8))),
    dear=ints(3, 9),
    peru=ints(3, 9),
    spain=ints(3, 9),
)
def average_price_of_stamps(
    decade: int = 7,
    fifties: _Stamps = _STAMPS[0],
    sixties: _Stamps = _STAMPS[1],
    seventies: _Stamps = _STAMPS[2],
    eighties: _Stamps = _STAMPS[3],
    dear: int = 6,
    peru: int = 4,
    spain: int = 5,
) -> Variant:
    """Average price in cents, to a tenth, of the stamps of one decade in a table by country and decade."""
    require(len({dear, peru, spain}) == 3)
    counts = (fifties, sixties, seventies, eighties)
    bought = counts[decade - 5]
    cost = sum(number * price for number, price in zip(bought, (dear, dear, peru, spain), strict=True))
    tenths, rest = divmod(20 * cost + sum(bought), 2 * sum(bought))
    # Not a tie, nor near one; not a whole number of cents.
    require(4 <= 40 * rest // (2 * sum(bought)) < 36 and tenths % 10 != 0)
    edits: dict[str, object] = {"$6$": f"${dear}$", "$4$": f"${peru}$", "$5$": f"${spain}$"}
    for width, old, new in zip(_WIDTHS, _STAMPS, counts, strict=True):
        for height, was, now in zip(_HEIGHTS, old, new, strict=True):
            edits[f'"{was}", ({width},{height})'] = f'"{now}", ({width},{height})'
    edits[r"70\text{'s}"] = rf"{decade}0\text{{'s}}"
    return Variant(edits, rf"{decimal(Fraction(tenths, 10), 1)} \text{{ cents}}")


@average_price_of_stamps.check
def _(question: str) -> str:
    dear, peru, spain = map(int, re.findall(r"\$(\d)\$ cents", question))
    (asked,) = re.findall(r"\$(\d0)\\text", question)
    cells = {(x, y): text for text, x, y in re.findall(r'"(\w+)", \(([.\d]+),([.\d]+)\)', question)}
    (column,) = (x for (x, y), text in cells.items() if text == f"{asked}s")
    price = {"Brazil": dear, "France": dear, "Peru": peru, "Spain": spain}
    prices: list[int] = []
    for (x, y), text in cells.items():
        if x == "3" and text in price:
            prices += [price[text]] * int(cells[column, y])
    mean = Decimal(sum(prices)) / Decimal(len(prices))
    return rf"{mean.quantize(Decimal('0.1'), ROUND_HALF_UP)} \text{{ cents}}"


@functionalize(
    "test/prealgebra/1128.json",
    name=one_of("Tom", "Sam", "Leo", "Max", "Adam", "Ben"),
    hairstyles=ints(2, 5),
    eyebrows=ints(2, 4),
    ears=ints(2, 4),
    lips=ints(2, 4),
)
def personalities(name: str = "Tom", hairstyles: int = 3, eyebrows: int = 2, ears: int = 2, lips: int = 2) -> Variant:
    """Number of ways to dress a toy, with or without hair."""
    edits = {
        "Tom": name,
        "3 hairstyles": f"{hairstyles} hairstyles",
        "2 sets of eyebrows": f"{eyebrows} sets of eyebrows",
        "2 sets of ears": f"{ears} sets of ears",
        "2 sets of lips": f"{lips} sets of lips",
    }
    return Variant(edits, (hairstyles + 1) * eyebrows * ears * lips * 2)


@personalities.check
def _(question: str) -> int:
    hairstyles, eyebrows, eyes, ears, lips = map(int, numbers(question))
    hair = (None, *range(hairstyles))
    shoes = ("regular", "clown")
    return sum(1 for _ in product(hair, range(eyebrows), range(eyes), range(ears), range(lips), shoes))


@functionalize(
    "test/prealgebra/1203.json",
    dollars=ints(15, 99),
    percent=Domain(range(15, 90, 5)),
    thing=one_of("shirt", "skirt", "scarf", "belt", "sweater", "hat"),
)
def original_price(dollars: int = 36, percent: int = 60, thing: str = "shirt") -> Variant:
    """Price in dollars before a discount in percent."""
    cents = dollars * (100 - percent)
    require(1000 <= cents <= 9999 and cents % 10 == 0 and cents % 100 > 0)
    edits = {"14.40": decimal(Fraction(cents, 100), 2), "60": percent, "shirt": thing}
    return Variant(edits, rf"\${dollars}")


@original_price.check
def _(question: str) -> int:
    whole, cents, percent = map(int, numbers(question))
    (dollars,) = (n for n in range(1, 1000) if 100 * n - percent * n == 100 * whole + cents)
    return dollars


@functionalize(
    "test/prealgebra/1423.json",
    rider=one_of("Charlie", "Robin", "Alex"),
    radius=ints(5, 9),
    turns=ints(2, 9),
    seconds=ints(2, 9),
)
def speed_of_unicycle(rider: str = "Charlie", radius: int = 9, turns: int = 2, seconds: int = 3) -> Variant:
    """Speed in inches per second of a wheel from its radius and its turns in some seconds."""
    require(gcd(turns, seconds) == 1 and 2 * radius % seconds == 0 and turns <= 3 * seconds)
    edits = {"Charlie": rider, "9": radius, "2": turns, "3": seconds}
    return Variant(edits, pi_multiple(Fraction(2 * radius * turns, seconds)))


@speed_of_unicycle.check
def _(question: str, gold: str) -> bool:
    radius, turns, seconds = map(int, numbers(question))
    in_a_minute = int(gold.removesuffix(r"\pi")) * 60
    return in_a_minute == 2 * radius * Fraction(60, seconds) * turns


_HALF = Fraction(1, 2)
_WALKS = {
    # What is walked along the one direction in all, and along the other -> the distance, all in miles.
    (Fraction(1), Fraction(3, 4)): Fraction(5, 4),
    (Fraction(3), Fraction(5, 4)): Fraction(13, 4),
    (Fraction(3), Fraction(9, 4)): Fraction(15, 4),
    (Fraction(6), Fraction(7, 4)): Fraction(25, 4),
}


@functionalize(
    "test/prealgebra/1558.json",
    legs=one_of(*_WALKS),
    first=one_of(*(Fraction(n, d) for d in range(2, 6) for n in range(1, 10) if gcd(n, d) == 1)),
    along=one_of("south", "north"),
    across=one_of("east", "west"),
)
def distance_from_start(
    legs: tuple[Fraction, Fraction] = (Fraction(1), Fraction(3, 4)),
    first: Fraction = _HALF,
    along: str = "south",
    across: str = "east",
) -> Variant:
    """Direct distance in miles, to a hundredth, after a walk of three parts with right angles."""
    last = legs[0] - first
    require(last > 0 and last.numerator < 10)

    def part(length: Fraction, direction: str) -> str:
        return f"${rational(length)}$ {'miles' if length > 1 else 'mile'} {direction}"

    edits = {
        r"$\frac{1}{2}$ mile south@1": part(first, along),
        r"$\frac{3}{4}$ mile east": part(legs[1], across),
        r"$\frac{1}{2}$ mile south@2": part(last, along),
    }
    return Variant(edits, decimal(_WALKS[legs], 2))


@distance_from_start.check
def _(question: str) -> float:
    place = 0j
    for over, under, direction in re.findall(r"\{(\d)\}\{(\d)\}\$ miles? (\w+)", question):
        place += int(over) / int(under) * {"south": -1j, "north": 1j, "east": 1, "west": -1}[direction]
    return round(abs(place), 2)


@functionalize("test/prealgebra/1961.json", gallons=ints(2, 5), miles=ints(2, 4), kept=ints(1, 8), parts=ints(2, 9))
def milk_left(gallons: int = 2, miles: int = 3, kept: int = 2, parts: int = 3) -> Variant:
    """Gallons left in a bucket that keeps a fraction of its milk on every mile."""
    require(kept < parts and gcd(kept, parts) == 1 and gallons != parts)
    left = gallons * Fraction(kept, parts) ** miles
    require(left.denominator > 1)
    edits = {"2 gallon": f"{gallons} gallon", "3 miles": f"{miles} miles", "{2}{3}": f"{{{kept}}}{{{parts}}}"}
    return Variant(edits, left)


@milk_left.check
def _(question: str) -> Fraction:
    gallons, miles, kept, parts = map(int, numbers(question))
    left = Fraction(gallons)
    for _ in range(miles):
        left -= left * (parts - kept) / parts
    return left


@functionalize(
    "test/prealgebra/2066.json",
    dollars=Domain(range(200, 1000, 20)),
    pound=ints(140, 199),
    euro=ints(105, 138),
)
def more_euros_than_pounds(dollars: int = 300, pound: int = 164, euro: int = 132) -> Variant:
    """How many more euros than pounds a sum gives, half of it changed into each; rates in hundredths."""
    more = Fraction(50 * dollars, euro) - Fraction(50 * dollars, pound)
    nearest = round(more)
    # Rounding either amount to cents must not change the answer.
    require(10 <= nearest <= 99 and abs(more - nearest) <= Fraction(9, 20))
    shown = {"1.64": decimal(Fraction(pound, 100), 2), "1.32": decimal(Fraction(euro, 100), 2)}
    return Variant({"300": dollars, **shown}, nearest)


@more_euros_than_pounds.check
def _(question: str) -> int:
    dollars = Decimal(numbers(question)[0])
    pound, euro = map(Decimal, re.findall(r"\d\.\d\d", question))
    half = dollars / 2
    pounds, euros = ((half / rate).quantize(Decimal("0.01"), ROUND_HALF_UP) for rate in (pound, euro))
    return int((euros - pounds).quantize(Decimal(1), ROUND_HALF_UP))


@functionalize(
    "test/prealgebra/954.json",
    half_hours=one_of(1, 3, 5, 7, 9, 11, 13, 15),
    kilometers=ints(1, 5),
    meters=ints(4, 60),
)
def length_of_hallway(half_hours: int = 5, kilometers: int = 1, meters: int = 10) -> Variant:
    """Meters that a robot goes in some seconds, from the hours that it takes for kilometers."""
    seconds = Fraction(half_hours * 1800 * meters, kilometers * 1000)
    require(seconds.denominator == 1 and 10 <= seconds <= 99 and half_hours >= kilometers)
    edits = {
        "2.5": decimal(Fraction(half_hours, 2), 1),
        "1 kilometer": f"{kilometers} {plural(kilometers, 'kilometer')}",
        "90": int(seconds),
    }
    return Variant(edits, meters)


@length_of_hallway.check
def _(question: str) -> Fraction:
    hours, kilometers, seconds = map(Fraction, re.findall(r"\d+\.\d|\d+", question))
    return seconds / (hours * 60 * 60 / (kilometers * 1000))

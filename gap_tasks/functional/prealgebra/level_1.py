"""Prealgebra, level 1."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=1, source="own", a=ints(10, 60), b=ints(2, 9), c=ints(5, 9), d=ints(2, 6))
def brackets_first(a: int = 17, b: int = 4, c: int = 9, d: int = 2) -> Answer:
    """A sum with a product and a bracket in it."""
    require(c - d >= 2)
    return Answer(rf"Evaluate ${a} + {b} \times ({c} - {d})$.", a + b * (c - d))


@brackets_first.check
def _(a: int, b: int, c: int, d: int) -> int:
    total = a
    for _step in range(d, c):
        total += b
    return total


@problem(
    level=1,
    source="own",
    a=ints(2, 8),
    b=ints(4, 9),
    c=ints(2, 9),
    d=ints(10, 30),
    crop=one_of("tomatoes", "potatoes", "carrots"),
    other=one_of("beans", "onions", "peas"),
)
def garden_share(
    a: int = 2, b: int = 9, c: int = 5, d: int = 12, crop: str = "tomatoes", other: str = "beans"
) -> Answer:
    """Share of a whole that two shares with unlike denominators make together."""
    require(gcd(a, b) == gcd(c, d) == 1 and gcd(b, d) > 1 and d % b != 0)
    share = Fraction(a, b) + Fraction(c, d)
    require(share < 1 and lcm(b, d) < 100)
    return Answer(
        rf"In a garden, {crop} grow on $\frac{{{a}}}{{{b}}}$ of the area and {other} grow on $\frac{{{c}}}{{{d}}}$ "
        f"of it. No part of the garden has both {crop} and {other}. What fraction of the area of the garden do the two "
        "crops take up together?",
        share,
    )


@garden_share.check
def _(a: int, b: int, c: int, d: int) -> Fraction:
    # A garden of b * d equal plots, taken in groups of b and then in groups of d.
    plots = range(b * d)
    planted = sum(plot % b < a for plot in plots) + sum(plot % d < c for plot in plots)
    return Fraction(planted, len(plots))


@problem(level=1, source="own", a=ints(20, 80), b=ints(20, 80), c=ints(20, 80), d=ints(20, 80), e=ints(20, 80))
def mean_lent(a: int = 34, b: int = 51, c: int = 28, d: int = 47, e: int = 60) -> Answer:
    """Mean of five counts [books per day]."""
    counts = (a, b, c, d, e)
    mean, rest = divmod(sum(counts), 5)
    require(rest == 0 and len({*counts, mean}) == 6)
    return Answer(
        f"On five days, a library lent out {a}, {b}, {c}, {d} and {e} books. What is the mean number of books that it "
        "lent out per day?",
        mean,
    )


@mean_lent.check
def _(printed: list[int]) -> int:
    # Books are moved from the best day to the worst one until no day has more than another.
    counts = list(printed)
    while len(set(counts)) > 1:
        counts.sort()
        counts[0] += 1
        counts[-1] -= 1
    return counts[0]


@problem(
    level=1,
    source="own",
    hour=ints(6, 9),
    minute=ints(20, 59),
    other_hour=ints(1, 5),
    other_minute=ints(10, 49),
    vehicle=one_of("bus", "train", "ferry", "coach"),
)
def ride_minutes(
    hour: int = 9, minute: int = 48, other_hour: int = 2, other_minute: int = 15, vehicle: str = "bus"
) -> Answer:
    """Time from a morning to an afternoon [minutes]."""
    require(other_minute < minute)
    return Answer(
        f"A {vehicle} leaves at {hour}:{minute} a.m. and arrives at its last stop at {other_hour}:{other_minute} p.m. "
        "on the same day, in the same time zone. How many minutes does the whole ride take?",
        60 * (12 + other_hour - hour) + other_minute - minute,
    )


@ride_minutes.check
def _(hour: int, minute: int, other_hour: int, other_minute: int) -> int:
    clock, ticks = (hour, minute), 0
    while clock != (other_hour, other_minute):
        shown, past = clock
        clock = (shown, past + 1) if past < 59 else (shown % 12 + 1, 0)
        ticks += 1
    return ticks


@problem(level=1, source="own", base=ints(3, 9), upper=ints(14, 40), lower=ints(11, 37))
def power_quotient(base: int = 7, upper: int = 15, lower: int = 12) -> Answer:
    """Quotient of two powers of the same number."""
    require(3 <= upper - lower <= 5)
    quotient = base ** (upper - lower)
    require(100 <= quotient < 1000)
    return Answer(rf"What integer is equal to $\frac{{{base}^{{{upper}}}}}{{{base}^{{{lower}}}}}$?", quotient)


@power_quotient.check
def _(base: int, upper: int, lower: int) -> Fraction:
    quotient = Fraction(1)
    for _factor in range(upper):
        quotient *= base
    for _factor in range(lower):
        quotient /= base
    return quotient


PLACES = {"ten": 10, "hundred": 100, "thousand": 1000}


@problem(level=1, source="own", number=ints(10000, 99999), place=one_of(*PLACES))
def rounded_number(number: int = 48362, place: str = "hundred") -> Answer:
    """An integer rounded to tens, hundreds or thousands."""
    size = PLACES[place]
    # Halfway, the rules for rounding differ.
    require(number % size not in (0, size // 2))
    rounded = (number + size // 2) // size * size
    require(rounded < 100000)
    return Answer(f"What is {number} rounded to the nearest {place}?", rounded)


@rounded_number.check
def _(number: int, place: str) -> int:
    zeros = {"ten": "0", "hundred": "00", "thousand": "000"}[place]
    nearby = (near for away in range(1000) for near in (number - away, number + away))
    return next(near for near in nearby if str(near).endswith(zeros))

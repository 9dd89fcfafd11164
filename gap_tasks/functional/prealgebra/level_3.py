"""Prealgebra, level 3."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=3, source="own", machines=ints(3, 9), hours=ints(3, 9), rate=ints(2, 9), others=ints(3, 9), longer=ints(3, 9)
)
def machine_hours(machines: int = 6, hours: int = 5, rate: int = 4, others: int = 8, longer: int = 7) -> Answer:
    """Output of some machines from that of others, by way of one machine in one hour [parts]."""
    require(others != machines and longer != hours and others * longer != machines * hours)
    return Answer(
        f"At a steady rate, {machines} machines make {machines * hours * rate} parts in {hours} hours. "
        f"How many parts do {others} such machines make in {longer} hours?",
        others * longer * rate,
    )


@machine_hours.check
def _(printed: list[int]) -> Fraction:
    machines, parts, hours, others, longer = printed
    return parts * Fraction(others, machines) * Fraction(longer, hours)


@problem(level=3, source="own", pair=ints(12, 98), digit=ints(2, 8))
def repeating_product(pair: int = 35, digit: int = 4) -> Answer:
    """Product of two repeating decimals, as a fraction."""
    # Two equal digits would be a repeating block of one digit.
    require(pair % 11 != 0 and pair % 10 != 0)
    return Answer(
        rf"In the following, a bar marks the digits that repeat without end. What fraction in lowest terms is equal to "
        rf"the product $0.\overline{{{pair}}} \cdot 0.\overline{{{digit}}}$?",
        Fraction(pair, 99) * Fraction(digit, 9),
    )


@repeating_product.check
def _(pair: int, digit: int) -> Fraction:
    # Forty digits of each; fractions with denominators up to 891 lie much further apart than the rest.
    first, second = Fraction(int(f"{pair}" * 20), 10**40), Fraction(int(f"{digit}" * 40), 10**40)
    return (first * second).limit_denominator(891)


@problem(
    level=3,
    source="own",
    rise=ints(10, 60),
    fall=ints(11, 60),
    thing=one_of("share", "painting", "house", "stamp"),
)
def overall_decrease(rise: int = 20, fall: int = 35, thing: str = "share") -> Answer:
    """Decrease that a rise and a fall in percent make together [percent]."""
    left, rest = divmod((100 + rise) * (100 - fall), 100)
    require(rest == 0 and fall != 50 and 100 - left >= 10 and 100 - left not in (rise, fall))
    return Answer(
        f"In one year, the price of a {thing} rose by {rise} percent. In the year after that, it fell by {fall} "
        f"percent of what it had risen to. By what percent was the price of the {thing} lower after these two years "
        "than before them?",
        100 - left,
    )


@overall_decrease.check
def _(rise: int, fall: int) -> int:
    # A price of 10000, in steps of one percent of what it is at the start of each year.
    price = Fraction(10000)
    for percent, sign in ((rise, 1), (fall, -1)):
        step = price / 100
        for _percent in range(percent):
            price += sign * step
    return next(percent for percent in range(100) if 10000 - 100 * percent == price)


@problem(level=3, source="own", hour=ints(1, 9), minute=one_of(*range(10, 60, 2)))
def hands_angle(hour: int = 4, minute: int = 42) -> Answer:
    """Smaller angle between the hands of a clock [degrees]."""
    apart = abs(60 * hour - 11 * minute) // 2 % 360
    angle = min(apart, 360 - apart)
    require(20 <= angle < 180 and angle != minute)
    return Answer(
        "The hour hand and the minute hand of a clock with twelve hours on its dial both turn at constant speeds. What "
        f"is the smaller of the two angles between the hands at {hour}:{minute}, in degrees?",
        angle,
    )


@hands_angle.check
def _(hour: int, minute: int) -> Fraction:
    # From twelve o'clock on, minute by minute, in half degrees.
    short = long = 0
    for _tick in range(60 * hour + minute):
        short, long = (short + 1) % 720, (long + 12) % 720
    return Fraction(min((short - long) % 720, (long - short) % 720), 2)


@problem(level=3, source="own", players=ints(120, 720), rows=ints(3, 9), row=ints(3, 9))
def formations(players: int = 360, rows: int = 7, row: int = 5) -> Answer:
    """Number of rectangles that a given number of people can form within bounds."""
    require(rows != row and players % rows != 0 and players // row > 2 * rows)
    count = sum(players % n == 0 for n in range(rows, players // row + 1))
    require(count >= 10)
    return Answer(
        f"A marching band of {players} players lines up in rows, with equally many players in every row. There must be "
        f"at least {rows} rows, and every row must hold at least {row} players. How many different numbers of rows "
        "are possible?",
        count,
    )


@formations.check
def _(players: int, rows: int, row: int) -> int:
    # All products of prime powers, prime by prime.
    divisors, rest, prime = [1], players, 2
    while rest > 1:
        fresh = list(divisors)
        while rest % prime == 0:
            rest //= prime
            fresh = [prime * divisor for divisor in fresh]
            divisors += fresh
        prime += 1
    return sum(divisor >= rows and players >= row * divisor for divisor in divisors)


@problem(level=3, source="own", a=ints(3, 9), b=ints(2, 8), part=ints(11, 30))
def field_area(a: int = 7, b: int = 4, part: int = 16) -> Answer:
    """Area of a rectangle from the ratio of its sides and its perimeter [square meters]."""
    require(a > b and gcd(a, b) == 1)
    area = a * b * part * part
    require(1000 <= area < 10000)
    return Answer(
        f"The length and the width of a rectangular field are in the ratio ${a} : {b}$, and the perimeter of the field "
        f"is {2 * (a + b) * part} meters. What is the area of the field, in square meters?",
        area,
    )


@field_area.check
def _(printed: list[int]) -> int:
    a, b, perimeter = printed
    (area,) = (
        width * (perimeter // 2 - width)
        for width in range(1, perimeter // 2)
        if a * width == b * (perimeter // 2 - width)
    )
    return area

"""Prealgebra, level 4."""

from __future__ import annotations

from fractions import Fraction
from itertools import count, product
from math import gcd

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=4, source="own", a=ints(2, 8), b=ints(3, 9), added=ints(10, 40), c=ints(2, 9), d=ints(3, 9))
def beads_added(a: int = 3, b: int = 5, added: int = 33, c: int = 7, d: int = 8) -> Answer:
    """The unchanged part of a mixture whose ratio shifts when the other part grows [beads]."""
    require(gcd(a, b) == 1 and gcd(c, d) == 1 and b != d)
    growth = b * c - a * d
    require(growth > 0 and added * b * d % growth == 0)
    blue = added * b * d // growth
    require(blue % b == 0 and blue % d == 0 and added != blue and 10 <= blue < 1000)
    return Answer(
        f"The ratio of red beads to blue beads in a jar is ${a} : {b}$. After {added} more red beads are put into "
        f"the jar, the ratio of red beads to blue beads is ${c} : {d}$. How many blue beads are in the jar?",
        blue,
    )


@beads_added.check
def _(a: int, b: int, added: int, c: int, d: int) -> int:
    (blue,) = (b * share for share in range(1, 1000) if Fraction(a * share + added, b * share) == Fraction(c, d))
    return blue


@problem(
    level=4,
    source="own",
    first=ints(10, 60),
    second=ints(10, 60),
    alone=ints(2, 9),
    basin=one_of("pool", "tank", "pond", "basin"),
)
def pump_hours(first: int = 20, second: int = 30, alone: int = 5, basin: str = "pool") -> Answer:
    """Time that a pump runs, at first alone and then with another one, until the water is gone [hours]."""
    hours, rest = divmod(first * (second + alone), first + second)
    require(first != second and rest == 0 and 10 <= hours != second and hours >= alone + 3)
    return Answer(
        f"The blue pump alone empties a full {basin} in {first} hours, and the green pump alone empties it in {second} "
        f"hours. The {basin} is full when the blue pump is switched on. After {alone} hours, the green pump is "
        f"switched on as well, and both pumps run until the {basin} is empty. For how many hours altogether does the "
        "blue pump run?",
        hours,
    )


@pump_hours.check
def _(first: int, second: int, alone: int) -> int:
    # Hour by hour, where the pumps move `second` and `first` parts of the water an hour.
    water, hours = first * second, 0
    while water > 0:
        water -= second + (first if hours >= alone else 0)
        hours += 1
    if water < 0:
        raise ValueError("the water is gone within an hour")
    return hours


SHARES = ((1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5))


@problem(
    level=4,
    source="own",
    share=one_of(*SHARES),
    speed=ints(24, 96),
    later=ints(24, 96),
    driver=one_of("courier", "farmer", "nurse", "baker"),
)
def average_speed(share: tuple[int, int] = (2, 5), speed: int = 36, later: int = 54, driver: str = "courier") -> Answer:
    """Average speed over a way of unknown length that has two parts [kilometers per hour]."""
    part, whole = share
    average = whole / (Fraction(part, speed) + Fraction(whole - part, later))
    require(average.denominator == 1 and abs(speed - later) >= 10)
    return Answer(
        rf"A {driver} drives the first $\frac{{{part}}}{{{whole}}}$ of the distance to a town at a constant speed of "
        f"{speed} kilometers per hour, and the rest of it at a constant speed of {later} kilometers per hour. What is "
        "the average speed for the whole distance, in kilometers per hour?",
        int(average),
    )


@average_speed.check
def _(printed: list[int]) -> Fraction:
    # Hour by hour, on a road so long that both of its parts take a whole number of hours.
    part, whole, speed, later = printed
    road = whole * speed * later
    place = hours = 0
    while place < road:
        place += speed if whole * place < part * road else later
        hours += 1
    return Fraction(place, hours)


@problem(level=4, source="own", pages=ints(370, 999))
def book_pages(pages: int = 524) -> Answer:
    """Number of pages of a book from the number of digits in its page numbers."""
    require(pages % 100 not in (99, 0))
    return Answer(
        "The pages of a book are numbered 1, 2, 3 and so on, and every page shows its number. Altogether, "
        f"{9 + 2 * 90 + 3 * (pages - 99)} digits are printed for the page numbers. How many pages does the book have?",
        pages,
    )


@book_pages.check
def _(printed: list[int]) -> int:
    digits = 0
    for page in count(1):
        digits += len(str(page))
        if digits >= printed[-1]:
            break
    if digits > printed[-1]:
        raise ValueError("the digits end within a page number")
    return page


@problem(level=4, source="own", across=ints(2, 7), down=ints(2, 7), side=ints(15, 31))
def sheet_area(across: int = 3, down: int = 4, side: int = 26) -> Answer:
    """Area of a square from the perimeters of the rectangles that it is cut into [square centimeters]."""
    # Every cut adds its length twice.
    require(across != down and 4 + 2 * across + 2 * down != side)
    return Answer(
        f"A square sheet of paper is cut into rectangles along {across} lines that are parallel to its upper edge and "
        f"along {down} lines that are parallel to its left edge. Each of these lines runs through the whole sheet, and "
        f"the distances between the lines are not known. The perimeters of all the rectangles add up to "
        f"{(4 + 2 * across + 2 * down) * side} cm. What was the area of the sheet, in square centimeters?",
        side * side,
    )


@sheet_area.check
def _(printed: list[int]) -> int:
    across, down, total = printed
    for side in count(10):
        # Strips 1 cm wide, and what is left beside them.
        heights, widths = [1] * across + [side - across], [1] * down + [side - down]
        perimeters = sum(2 * (height + width) for height, width in product(heights, widths))
        if perimeters >= total:
            break
    if perimeters > total:
        raise ValueError("no whole number of centimeters fits")
    return sum(height * width for height, width in product(heights, widths))


@problem(
    level=4,
    source="own",
    drift=ints(2, 9),
    way=one_of("loses", "gains"),
    hour=ints(3, 9),
    minute=ints(10, 59),
)
def true_minutes(drift: int = 8, way: str = "loses", hour: int = 6, minute: int = 30) -> Answer:
    """Time that has passed while a clock that runs wrong came to show a given time [minutes]."""
    # Minutes that the clock shows while an hour passes.
    pace = 60 - drift if way == "loses" else 60 + drift
    passed, rest = divmod(60 * (60 * hour + minute), pace)
    require(rest == 0 and passed < 720)
    return Answer(
        f"A clock runs at a constant rate, but not at the right one: it {way} {drift} minutes in every hour that "
        "really passes. It showed the right time at noon. Later on the same day, it shows "
        f"{hour}:{minute} p.m. How many minutes have really passed since noon?",
        passed,
    )


@true_minutes.check
def _(drift: int, way: str, hour: int, minute: int) -> int:
    # In every minute that passes, the clock goes on by 60 - drift or 60 + drift of its seconds.
    passed = seconds = 0
    while seconds < 3600 * hour + 60 * minute:
        seconds += 60 + (drift if way == "gains" else -drift)
        passed += 1
    if seconds > 3600 * hour + 60 * minute:
        raise ValueError("the clock shows this within a minute")
    return passed

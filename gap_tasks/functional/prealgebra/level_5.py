"""Prealgebra, level 5."""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from itertools import count, product
from math import gcd

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=5,
    source="own",
    a=ints(3, 9),
    b=ints(3, 9),
    c=ints(3, 9),
    color=one_of("red", "blue", "green", "white"),
)
def painted_block(a: int = 4, b: int = 5, c: int = 6, color: str = "red") -> Answer:
    """Share of the unit cubes of a painted block that have paint on exactly one face."""
    # Sizes in rising order: a block turned on its side is no other question.
    require(a <= b <= c)
    once = 2 * ((a - 2) * (b - 2) + (a - 2) * (c - 2) + (b - 2) * (c - 2))
    return Answer(
        f"A solid wooden block measures {a} cm by {b} cm by {c} cm. All six of its faces are painted {color}, and then "
        "the block is sawn into cubes with edges of 1 cm. What fraction of these cubes have paint on exactly one face?",
        Fraction(once, a * b * c),
    )


@painted_block.check
def _(a: int, b: int, c: int) -> Fraction:
    sizes = (a, b, c)
    cubes = list(product(range(a), range(b), range(c)))
    faces = [sum((i == 0) + (i == n - 1) for i, n in zip(cube, sizes, strict=True)) for cube in cubes]
    return Fraction(faces.count(1), len(cubes))


@problem(level=5, source="own", digit=ints(2, 8), place=ints(120, 728))
def listed_number(digit: int = 7, place: int = 560) -> Answer:
    """The number at a given place of the list of integers without a certain digit."""
    # The nine digits that are left count as in base 9.
    digits = [place // 81, place // 9 % 9, place % 9]
    require(sum(value >= digit for value in digits) >= 1 and place % 9 != 0)
    return Answer(
        f"All positive integers that do not contain the digit {digit} are listed in increasing order. Which number "
        f"stands at place {place} of this list?",
        int("".join(str(value + (value >= digit)) for value in digits)),
    )


@listed_number.check
def _(digit: int, place: int) -> int:
    listed = (n for n in count(1) if str(digit) not in str(n))
    return next(n for at, n in enumerate(listed, 1) if at == place)


@problem(
    level=5,
    source="own",
    growth=ints(3, 9),
    cows=ints(12, 40),
    days=ints(12, 60),
    second=ints(12, 45),
    third=ints(12, 50),
    animal=one_of("cows", "sheep", "horses", "goats"),
)
def grazing_days(
    growth: int = 5, cows: int = 17, days: int = 30, second: int = 23, third: int = 29, animal: str = "cows"
) -> Answer:
    """Time in which a herd grazes a meadow bare while the grass grows on [days]."""
    # The grass that there is at first, and what grows in a day, told by what one animal eats in a day.
    stock = (cows - growth) * days
    require(cows < second != third != cows and cows - growth >= 4)
    require(stock % (second - growth) == 0 and stock % (third - growth) == 0)
    found, passed = stock // (second - growth), stock // (third - growth)
    require(10 <= found <= days - 3 and 10 <= passed <= 99 and passed not in (cows, second, third))
    return Answer(
        f"On a meadow, the grass grows by the same amount every day, and each of the {animal} eats the same amount "
        f"of it per day. Starting from the same amount of grass each time, {cows} {animal} would eat the meadow bare "
        f"in {days} days, and {second} {animal} would eat it bare in {found} days. In how many days would {third} "
        f"{animal} eat it bare?",
        passed,
    )


@grazing_days.check
def _(printed: list[int]) -> int:
    cows, days, second, found, third = printed
    (growth,) = (g for g in range(1, cows) if (cows - g) * days == (second - g) * found)
    grass, passed = (cows - growth) * days, 0
    while grass > 0:
        grass += growth - third
        passed += 1
    if grass < 0:
        raise ValueError("the meadow is bare within a day")
    return passed


@problem(level=5, source="own", children=ints(120, 999))
def last_child(children: int = 345) -> Answer:
    """Number of the child that is left when every second one leaves a circle."""
    # In a circle whose size is a power of two, the child at whom the counting starts is left.
    power = 2 ** (children.bit_length() - 1)
    require(children - power >= 10)
    return Answer(
        f"In a circle stand {children} children, numbered from 1 to {children} in order. Counting starts at child 1 "
        "and goes round and round; every second one of the children who are still in the circle leaves it, child 2 "
        "first, child 4 next and so on, until only one child is left. What is the number of this child?",
        2 * (children - power) + 1,
    )


@last_child.check
def _(children: int) -> int:
    circle = deque(range(1, children + 1))
    while len(circle) > 1:
        circle.rotate(-1)
        circle.popleft()
    return circle[0]


@problem(level=5, source="own", last=ints(23, 80), erased=ints(10, 80))
def erased_number(last: int = 57, erased: int = 19) -> Answer:
    """A number that was erased from 1, 2, 3 and so on, from the mean of those that are left."""
    require(erased <= last)
    mean = Fraction(last * (last + 1) // 2 - erased, last - 1)
    # The denominator does not give away how many numbers are left, but bounds on the mean do.
    require(11 <= mean.denominator <= (last - 1) // 2 and mean.denominator != erased)
    return Answer(
        "The integers from 1 to $n$ are written on a board, each of them once. After one of them has been erased, the "
        rf"mean of the other integers is $\frac{{{mean.numerator}}}{{{mean.denominator}}}$. Which integer was erased?",
        erased,
    )


@erased_number.check
def _(printed: list[int]) -> int:
    _one, above, below = printed
    (erased,) = (
        total - left
        for n, total in ((n, n * (n + 1) // 2) for n in range(2, 1000))
        for left, rest in [divmod(above * (n - 1), below)]
        if rest == 0 and 1 <= total - left <= n
    )
    return erased


@problem(
    level=5,
    source="own",
    length=ints(40, 99),
    width=ints(24, 90),
    room=one_of("hall", "kitchen", "terrace", "courtyard"),
)
def tiles_crossed(length: int = 84, width: int = 60, room: str = "hall") -> Answer:
    """Number of the tiles of a rectangular floor through which its diagonal passes."""
    # Each line between tiles that is crossed leads into one more tile, at a corner of tiles two lines at once.
    common = gcd(length, width)
    crossed = length + width - common
    require(width < length and length % width != 0 and common >= 4 and crossed >= 100)
    return Answer(
        f"The rectangular floor of a {room} is completely covered with square tiles of equal size, in "
        f"{width} straight rows of {length} whole tiles. A thin straight line is drawn on the floor from one "
        "corner to the opposite corner. Through the inside of how many tiles does this line pass?",
        crossed,
    )


@tiles_crossed.check
def _(length: int, width: int) -> int:
    # In the column from x to x + 1, the line rises from x * width / length to (x + 1) * width / length.
    return sum(-(-(x + 1) * width // length) - x * width // length for x in range(length))

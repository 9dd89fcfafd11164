"""Algebra, level 5."""

from __future__ import annotations

from fractions import Fraction
from math import cos, gcd, isqrt, pi, sin, sqrt

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=5,
    source="own",
    speed=ints(5, 24),
    current=ints(2, 9),
    distance=ints(10, 99),
    boat=one_of("kayak", "rowing boat", "motorboat", "canoe", "ferry"),
)
def still_water_speed(speed: int = 10, current: int = 2, distance: int = 24, boat: str = "kayak") -> Answer:
    """Speed from the time of a round trip against and with a current [kilometers per hour]."""
    gap = speed * speed - current * current
    require(gap > 0 and 2 * distance * speed % gap == 0)
    hours = 2 * distance * speed // gap
    require(hours >= 2)
    return Answer(
        f"A {boat} travels {distance} kilometers upstream, turns round without delay and comes back downstream to "
        "where it started. Its speed through the water never changes, and the river flows at "
        f"{current} kilometers per hour. "
        f"The whole trip takes {hours} hours. What is the speed of the {boat} in still water, in kilometers per hour?",
        speed,
    )


@still_water_speed.check
def _(printed: list[int]) -> int:
    distance, current, hours = printed
    speeds = range(current + 1, 400)
    (found,) = (v for v in speeds if Fraction(distance, v - current) + Fraction(distance, v + current) == hours)
    return found


@problem(
    level=5,
    source="own",
    first=ints(15, 60),
    second=ints(10, 60),
    start=one_of("Alden", "Brook", "Corby", "Dalton"),
    end=one_of("Selby", "Thorne", "Upton", "Weston"),
)
def road_length(first: int = 36, second: int = 20, start: str = "Alden", end: str = "Selby") -> Answer:
    """Length of a road, from the two places where riders who turn back at its ends meet [kilometers]."""
    # Until the second meeting the two ride three lengths together, so each of them three times as far as at the first.
    road = 3 * first - second
    require(first != second and first < road < 3 * first and second < road < 100)
    return Answer(
        f"Two cyclists set out at the same moment on the road between {start} and {end}, one from {start} and the "
        f"other from {end}, and ride toward each other, each at a constant speed. They meet for the first time at a "
        f"place {first} kilometers from {start}. Each then rides on to the other end, turns back there "
        f"without delay and keeps the same speed. Both are on the way back when they meet for the second time, at a "
        f"place {second} kilometers from {end}. All distances are measured along the road. How long is the "
        "road, in kilometers?",
        road,
    )


@road_length.check
def _(first: int, second: int) -> int:
    found = []
    for road in range(max(first, second) + 1, 200):
        # The speeds, in kilometers per the time until the first meeting.
        speed, other_speed = first, road - first
        # After the later of the turns both are on the way back; they meet unless they have passed each other by then.
        turn = max(Fraction(road, speed), Fraction(road, other_speed))
        place, other_place = 2 * road - speed * turn, other_speed * turn - road
        if place < other_place:
            continue
        moment = turn + (place - other_place) / (speed + other_speed)
        if road - (2 * road - speed * moment) == second:
            found.append(road)
    (length,) = found
    return length


@problem(level=5, source="own", total=ints(3, 9), product=ints(-30, 15))
def squares_from_fourths(total: int = 7, product: int = -12) -> Answer:
    """Sum of the squares of two numbers, from their sum and the sum of their fourth powers."""
    apart = total**2 - 4 * product
    # Two numbers that are integers could be guessed.
    require(product != 0 and apart > 0 and isqrt(apart) ** 2 != apart)
    return Answer(
        f"Two real numbers have the sum {total}, and their fourth powers have the sum "
        f"{total**4 - 4 * total**2 * product + 2 * product**2}. What is the sum of the squares of the two numbers?",
        total**2 - 2 * product,
    )


@squares_from_fourths.check
def _(printed: list[int]) -> int:
    total, fourths = printed
    # The numbers lie equally far from their mean: the further apart, the more their fourth powers add up to.
    low, high = 0.0, 100.0
    for _halving in range(80):
        half = (low + high) / 2
        low, high = (half, high) if (total / 2 + half) ** 4 + (total / 2 - half) ** 4 < fourths else (low, half)
    squares = (total / 2 + low) ** 2 + (total / 2 - low) ** 2
    if abs(squares - round(squares)) > 1e-8:
        raise ValueError(f"the sum of the squares {squares} is no integer")
    return round(squares)


# Both coordinates, without their signs, are the legs of a right triangle with integer sides.
CENTERS = [
    (sign * a, other_sign * b)
    for shorter, longer in (
        (6, 8),
        (5, 12),
        (9, 12),
        (8, 15),
        (12, 16),
        (15, 20),
        (7, 24),
        (10, 24),
        (20, 21),
        (18, 24),
        (16, 30),
    )
    for a, b in ((shorter, longer), (longer, shorter))
    for sign in (1, -1)
    for other_sign in (1, -1)
]


def signed(number: int) -> str:
    """A number with its sign set apart, as a term that follows another one."""
    return f"{'-' if number < 0 else '+'} {abs(number)}"


@problem(level=5, source="own", center=one_of(*CENTERS), excess=ints(1, 4))
def greatest_square_sum(center: tuple[int, int] = (12, -16), excess: int = 2) -> Answer:
    """Greatest sum of two squares on a circle that goes round the origin."""
    a, b = center
    away = isqrt(a * a + b * b)
    radius = away + excess
    return Answer(
        f"The real numbers $x$ and $y$ satisfy $x^2 + y^2 = {radius**2 - away**2} {signed(2 * a)}x {signed(2 * b)}y$. "
        "What is the greatest possible value of $x^2 + y^2$?",
        (away + radius) ** 2,
    )


@greatest_square_sum.check
def _(printed: list[int]) -> int:
    constant, x_twice, y_twice = printed[2], printed[3], printed[4]

    def value(angle: float) -> float:
        # The larger distance r from the origin, in a direction, with r^2 = constant + 2pr. Mirror images have the same
        # greatest value, so the signs may be left out.
        p = (x_twice * cos(angle) + y_twice * sin(angle)) / 2
        return float((p + sqrt(p * p + constant)) ** 2)

    low, high = 0.0, pi / 2
    for _third in range(80):
        left, right = low + (high - low) / 3, high - (high - low) / 3
        low, high = (left, high) if value(left) < value(right) else (low, right)
    greatest = value(low)
    if abs(greatest - round(greatest)) > 1e-6:
        raise ValueError(f"the greatest value {greatest} is no integer")
    return round(greatest)


@problem(level=5, source="own", a=ints(3, 9), b=ints(2, 8), k=ints(10, 19), c=ints(2, 9), at=ints(2, 9))
def value_by_reflection(a: int = 4, b: int = 3, k: int = 12, c: int = 9, at: int = 7) -> Answer:
    """Value of a function from an equation that also holds its value at the mirror image."""
    mirror = k - at
    require(a > b and mirror >= 2 and mirror != at)
    scaled = a * (at**2 + c * at) - b * (mirror**2 + c * mirror)
    require(scaled > 0 and scaled % (a * a - b * b) == 0)
    value = scaled // (a * a - b * b)
    require(9 < value != k)
    return Answer(
        f"The function $f$ satisfies ${a}f(x) + {b}f({k} - x) = x^2 + {c}x$ for all real numbers $x$. "
        f"What is the value of $f({at})$?",
        value,
    )


@value_by_reflection.check
def _(a: int, b: int, k: int, c: int, at: int) -> Fraction:
    # A quadratic function satisfies the equation: its coefficients follow from those of x^2, of x and of 1.
    square = Fraction(1, a + b)
    linear = (c + 2 * b * k * square) / (a - b)
    constant = -b * (square * k**2 + linear * k) / (a + b)
    return square * at**2 + linear * at + constant


# Maps t -> (at - b)/(t + d) that give every number back after six steps, and not before: (a + d)^2 = 3(ad + b).
RULES = ((2, 1, 1), (3, 3, 3), (4, 7, -1), (4, 4, 2), (5, 7, 1), (5, 7, 4), (6, 9, 3), (4, 7, 5))


@problem(level=5, source="own", first=ints(2, 9), rule=one_of(*RULES), place=ints(100, 999))
def far_term(first: int = 5, rule: tuple[int, int, int] = (4, 7, -1), place: int = 400) -> Answer:
    """A late term of a sequence that turns out to be periodic."""
    a, b, d = rule
    terms = [Fraction(first)]
    for _step in range(5):
        require(terms[-1] != -d)
        terms.append((a * terms[-1] - b) / (terms[-1] + d))
    term = terms[(place - 1) % 6]
    # The third to fifth terms of the six: none of them is near the first one, forward or backward.
    require((place - 1) % 6 in (2, 3, 4) and term > 0)
    return Answer(
        rf"A sequence is defined by $a_1 = {first}$ and $a_{{n+1}} = \frac{{{a}a_n - {b}}}{{a_n {signed(d)}}}$ for all "
        rf"integers $n \ge 1$. What is $a_{{{place}}}$?",
        term,
    )


@far_term.check
def _(printed: list[int], rule: tuple[int, int, int]) -> Fraction:
    # Term after term, as numerator and denominator.
    above, below = printed[1], 1
    a, b, d = rule
    for _step in range(printed[-1] - 1):
        above, below = a * above - b * below, above + d * below
        common = gcd(above, below)
        above, below = above // common, below // common
    return Fraction(above, below)

"""Algebra: linear equations, systems, quadratics, arithmetic sequences, a rational equation."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=1, source="own", a=ints(3, 9), x=ints(3, 9), b=ints(10, 40))
def linear_equation(a: int = 7, x: int = 9, b: int = 15) -> Answer:
    """Root of a linear equation."""
    return Answer(f"What value of $x$ satisfies ${a}x + {b} = {a * x + b}$?", x)


@linear_equation.check
def _(printed: list[int]) -> int:
    a, b, right = printed
    (root,) = (x for x in range(-1000, 1001) if a * x + b == right)
    return root


@problem(
    level=2,
    source="own",
    total=ints(20, 60),
    adults=ints(10, 50),
    adult=ints(6, 9),
    child=ints(2, 5),
    place=one_of("museum", "cinema", "theater", "zoo"),
)
def tickets_sold(total: int = 40, adults: int = 23, adult: int = 9, child: int = 5, place: str = "museum") -> Answer:
    """One unknown of two, from their number and their total price [tickets]."""
    require(total - adults >= 5)
    income = adults * adult + (total - adults) * child
    return Answer(
        f"A {place} sold {total} tickets, some to adults and the rest to children, for {income} dollars altogether. "
        f"An adult ticket costs {adult} dollars and a child ticket costs {child} dollars. "
        "How many adult tickets were sold?",
        adults,
    )


@tickets_sold.check
def _(printed: list[int]) -> int:
    total, income, adult, child = printed
    (found,) = (n for n in range(total + 1) if adult * n + child * (total - n) == income)
    return found


@problem(level=3, source="own", half=ints(5, 9), c=ints(30, 99))
def lowest_value(half: int = 7, c: int = 60) -> Answer:
    """Minimum of a quadratic, by completing the square."""
    require(c > half * half)
    return Answer(
        f"What is the smallest value that $x^2 - {2 * half}x + {c}$ takes when $x$ is a real number?",
        c - half * half,
    )


@lowest_value.check
def _(printed: list[int]) -> Fraction:
    _power, b, c = printed
    # The vertex of such a quadratic is a multiple of a half, and lies between 0 and b.
    points = (Fraction(n, 2) for n in range(2 * b + 1))
    return min(x * x - b * x + c for x in points)


# Every ordinal from 24 to 30 ends in "th".
@problem(level=4, source="own", first=ints(2, 9), step=ints(3, 9), count=ints(10, 16), place=ints(24, 30))
def later_term(first: int = 4, step: int = 7, count: int = 12, place: int = 25) -> Answer:
    """A term of an arithmetic sequence whose common difference must be found from a sum."""
    total = count * (2 * first + (count - 1) * step) // 2
    return Answer(
        f"The first term of an arithmetic sequence is {first}, and its first {count} terms add up to {total}. "
        f"What is the {place}th term of the sequence?",
        first + (place - 1) * step,
    )


@later_term.check
def _(printed: list[int]) -> int:
    first, count, total, place = printed
    (step,) = (d for d in range(1000) if sum(first + i * d for i in range(count)) == total)
    return list(range(first, first + place * step, step))[place - 1]


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

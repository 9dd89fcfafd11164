"""Algebra, level 5."""

from __future__ import annotations

from fractions import Fraction

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

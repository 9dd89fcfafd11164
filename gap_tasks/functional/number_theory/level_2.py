"""Number theory, level 2."""

from __future__ import annotations

from math import gcd

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=2, source="own", first=ints(10, 60), second=ints(10, 60), light=one_of("lighthouses", "beacons", "buoys")
)
def next_flash(first: int = 18, second: int = 42, light: str = "lighthouses") -> Answer:
    """Least common multiple of two periods [seconds]."""
    require(first < second and second % first != 0 and gcd(first, second) > 1)
    return Answer(
        f"Two {light} have just flashed at the same moment. One of them flashes every {first} seconds and the other "
        f"every {second} seconds. How many seconds pass until they next flash at the same moment?",
        first * second // gcd(first, second),
    )


@next_flash.check
def _(first: int, second: int) -> int:
    time = first
    while time % second:
        time += first
    return time

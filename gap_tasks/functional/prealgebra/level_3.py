"""Prealgebra, level 3."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(
    level=3, source="own", machines=ints(3, 9), hours=ints(3, 9), rate=ints(2, 9), others=ints(3, 9), longer=ints(3, 9)
)
def machine_hours(machines: int = 6, hours: int = 5, rate: int = 4, others: int = 8, longer: int = 7) -> Answer:
    """Output of some machines from that of others, by way of one machine in one hour [parts]."""
    require(others != machines and longer != hours)
    return Answer(
        f"At a steady rate, {machines} machines make {machines * hours * rate} parts in {hours} hours. "
        f"How many parts do {others} such machines make in {longer} hours?",
        others * longer * rate,
    )


@machine_hours.check
def _(printed: list[int]) -> Fraction:
    machines, parts, hours, others, longer = printed
    return parts * Fraction(others, machines) * Fraction(longer, hours)

"""Algebra, level 4."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem


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

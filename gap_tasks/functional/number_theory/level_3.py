"""Number theory, level 3."""

from __future__ import annotations

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=3, source="own", a=ints(2, 9), m=ints(11, 99), b=ints(2, 9), n=ints(11, 99))
def last_digit(a: int = 7, m: int = 38, b: int = 3, n: int = 53) -> Answer:
    """Units digit of a sum of two powers."""
    require(a != b)
    # Units digits of powers repeat with period 4; (m - 1) % 4 + 1 keeps the exponent positive.
    units = (a ** ((m - 1) % 4 + 1) + b ** ((n - 1) % 4 + 1)) % 10
    return Answer(f"What is the units digit of ${a}^{{{m}}} + {b}^{{{n}}}$?", units)


@last_digit.check
def _(a: int, m: int, b: int, n: int) -> int:
    return int(str(a**m + b**n)[-1])

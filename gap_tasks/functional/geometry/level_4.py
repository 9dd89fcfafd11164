"""Geometry, level 4."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=4, source="own", a=ints(3, 9), ab=ints(10, 40), c=ints(3, 9))
def two_secants(a: int = 6, ab: int = 18, c: int = 8) -> Answer:
    """Chord that a second secant cuts off, from the power of a point."""
    require(a * (a + ab) % c == 0)
    chord = a * (a + ab) // c - c
    require(chord >= 2)
    return Answer(
        "Two lines through a point $P$ outside a circle meet the circle, the first at $A$ and $B$ and the second at "
        "$C$ and $D$, where $A$ lies between $P$ and $B$ and $C$ lies between $P$ and $D$. "
        f"If $PA = {a}$, $AB = {ab}$ and $PC = {c}$, what is the length of $CD$?",
        chord,
    )


@two_secants.check
def _(a: int, ab: int, c: int) -> Fraction:
    # P at the origin, A and B on the x-axis, C in the direction (3/5, 4/5); the center is as far from C as from A.
    b = a + ab
    center_x = Fraction(a + b, 2)
    x, y = Fraction(3 * c, 5), Fraction(4 * c, 5)
    center_y = ((x - center_x) ** 2 + y**2 - (a - center_x) ** 2) / (2 * y)
    # The chord is twice the way from C to the foot of the center on the second line.
    foot = center_x * Fraction(3, 5) + center_y * Fraction(4, 5)
    return 2 * (foot - c)

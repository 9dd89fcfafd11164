"""Precalculus, level 2."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from math import atan, cos, gcd, hypot, isqrt, pi, radians, sin

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require

Point = tuple[int, int, int]
POINTS = one_of(*product(range(2, 10), repeat=3))

LEGS = one_of(
    *(
        (a, b)
        for a, b in product(range(10, 99), repeat=2)
        if (square := a * a + a * b + b * b) < 100 * 100 and isqrt(square) ** 2 == square
    )
)
"""Two sides of triangles with whole sides and an angle of 120 degrees between the two."""


@problem(level=2, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def squared_matrix(a: int = 7, b: int = 3, c: int = 5, d: int = 4) -> Answer:
    """Determinant of the square of a matrix."""
    require(10 <= a * d - b * c <= 31)
    return Answer(
        rf"Let $A = \begin{{pmatrix}} {a} & {b} \\ {c} & {d} \end{{pmatrix}}$. What is the determinant of $A^2$?",
        (a * d - b * c) ** 2,
    )


@squared_matrix.check
def _(a: int, b: int, c: int, d: int) -> int:
    return (a * a + b * c) * (c * b + d * d) - (a * b + b * d) * (c * a + d * c)


@problem(level=2, source="own", height=ints(3, 9), wave=one_of("sin", "cos"), speed=ints(11, 49), value=ints(2, 8))
def trigonometric_solutions(height: int = 7, wave: str = "sin", speed: int = 18, value: int = 3) -> Answer:
    """Number of solutions of a trigonometric equation in one full turn."""
    require(value < height)
    return Answer(
        rf"How many solutions $x$ with $0^\circ \le x < 360^\circ$ does the equation "
        rf"${height} \{wave} {speed}x = {value}$ have?",
        2 * speed,
    )


@trigonometric_solutions.check
def _(height: int, wave: str, speed: int, value: int) -> int:
    # Solutions lie at least half a degree apart; steps of a tenth, off whole degrees, part them by their signs.
    f = sin if wave == "sin" else cos
    above = [height * f(radians(speed * (0.1 * i + 0.0137))) > value for i in range(3601)]
    return sum(one != other for one, other in pairwise(above))


@problem(level=2, source="own", p=POINTS, q=POINTS)
def crossing_coordinate(p: Point = (9, 2, 3), q: Point = (5, 8, 5)) -> Answer:
    """Coordinate of the point where a line in space crosses a coordinate plane."""
    (a, b, c), (d, e, f) = p, q
    require(abs(c - f) >= 2 and a != d and b != e and (d * c - a * f) % (c - f) == 0)
    x = (d * c - a * f) // (c - f)
    require(10 <= x <= 60)
    return Answer(
        f"The line through the points ${p}$ and ${q}$ crosses the $xy$-plane at a point $P$. "
        "What is the $x$-coordinate of $P$?",
        x,
    )


@crossing_coordinate.check
def _(p: Point, q: Point) -> int:
    (a, _, c), (d, _, f) = p, q
    # Seen along the y-axis, the two points and P are in one line.
    (found,) = (x for x in range(-200, 201) if (d - a) * (0 - c) == (x - a) * (f - c))
    return found


@problem(level=2, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def sum_of_inverse(a: int = 8, b: int = 3, c: int = 5, d: int = 4) -> Answer:
    """Sum of the entries of the inverse of a matrix."""
    require(a * d - b * c >= 10 and a + d > b + c and b != c and gcd(a * d - b * c, a + d - b - c) == 1)
    return Answer(
        rf"Let $A = \begin{{pmatrix}} {a} & {b} \\ {c} & {d} \end{{pmatrix}}$. "
        "What is the sum of the four entries of $A^{-1}$?",
        Fraction(a + d - b - c, a * d - b * c),
    )


@sum_of_inverse.check
def _(a: int, b: int, c: int, d: int) -> Fraction:
    # The rows of the inverse add up to the solution of ax + by = 1, cx + dy = 1, here by substitution.
    y = (1 - Fraction(c, a)) / (d - Fraction(c * b, a))
    return (1 - b * y) / a + y


@problem(level=2, source="own", p=ints(2, 9), q=ints(32, 99))
def cosine_of_double_arctangent(p: int = 5, q: int = 36) -> Answer:
    """Cosine of twice an angle that is given by its tangent."""
    require(gcd(p, q) == 1 and (p + q) % 2 == 1)
    return Answer(
        rf"What is the value of $\cos\left(2 \arctan \frac{{{p}}}{{{q}}}\right)$?",
        Fraction(q * q - p * p, q * q + p * p),
    )


@cosine_of_double_arctangent.check
def _(p: int, q: int) -> Fraction:
    return Fraction(cos(2 * atan(p / q))).limit_denominator(p * p + q * q)


@problem(
    level=2,
    source="own",
    legs=LEGS,
    heading=one_of("north", "east", "south", "west"),
    side=one_of("left", "right"),
)
def distance_after_turn(legs: tuple[int, int] = (35, 13), heading: str = "east", side: str = "left") -> Answer:
    """Distance from the start after two straight legs with a turn between them [m]."""
    first, second = legs
    return Answer(
        rf"A robot drives {first} meters due {heading}, turns $60^\circ$ to the {side} and drives {second} meters "
        "farther in a straight line. How many meters is it from its starting point?",
        isqrt(first * first + first * second + second * second),
    )


@distance_after_turn.check
def _(legs: tuple[int, int]) -> int:
    first, second = legs
    return round(hypot(first + second * cos(pi / 3), second * sin(pi / 3)))

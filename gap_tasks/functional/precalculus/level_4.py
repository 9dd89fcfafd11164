"""Precalculus, level 4."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import atan, cos, gcd, isclose, isqrt, pi, prod, radians, sin

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require

Triple = tuple[int, int, int]
POINTS = one_of(*product(range(1, 10), repeat=3))
DIRECTIONS = one_of(*(u for u in product(range(1, 7), repeat=3) if gcd(*u) == 1))

LEGS = one_of(
    *((a, b) for a, b in product(range(10, 100), range(20, 100)) if isqrt(a * a + b * b) ** 2 == a * a + b * b)
)
"""The legs of right triangles with whole sides."""


@problem(level=4, source="own", x=ints(2, 9), y=ints(2, 9), slope=ints(2, 9))
def reflected_point(x: int = 9, y: int = 4, slope: int = 6) -> Answer:
    """Coordinate of a point's mirror image in a line through the origin."""
    # Points that land left of the y-axis: one sign for every answer, and no point on the line.
    require((slope * slope - 1) * x > 2 * slope * y)
    return Answer(
        f"The point $({x}, {y})$ is reflected across the line $y = {slope}x$. What is the $x$-coordinate of its image?",
        Fraction((1 - slope * slope) * x + 2 * slope * y, 1 + slope * slope),
    )


@reflected_point.check
def _(x: int, y: int, slope: int) -> Fraction:
    # The foot of the perpendicular lies halfway between the point and its image.
    intercept = y + Fraction(x, slope)
    foot = intercept / (slope + Fraction(1, slope))
    return 2 * foot - x


@problem(
    level=4,
    source="own",
    legs=LEGS,
    structure=one_of("tower", "chimney", "mast", "monument", "column"),
)
def height_from_elevations(legs: tuple[int, int] = (39, 80), structure: str = "tower") -> Answer:
    """Height from two distances, the angle of elevation at the one half of that at the other [m]."""
    near, height = legs
    far = near + isqrt(near * near + height * height)
    return Answer(
        f"From a point on level ground {far} meters from the foot of a vertical {structure}, the angle of elevation of "
        f"its top is exactly half as large as from a point {near} meters from the foot. "
        f"How high is the {structure}, in meters?",
        height,
    )


@height_from_elevations.check
def _(printed: list[int]) -> int:
    far, near = printed
    return next(height for height in range(1, 200) if isclose(2 * atan(height / far), atan(height / near)))


@problem(level=4, source="own", trace=ints(4, 9), square=ints(10, 99))
def trace_of_cube(trace: int = 7, square: int = 29) -> Answer:
    """Trace of the cube of a matrix from its trace and that of its square."""
    require((trace * trace - square) % 2 == 0 and trace * trace != square and 3 * square > trace * trace)
    determinant = (trace * trace - square) // 2
    return Answer(
        rf"Let $A$ be a $2 \times 2$ matrix with real entries. The trace of $A$ is {trace} and the trace of $A^2$ is "
        f"{square}. What is the trace of $A^3$?",
        trace**3 - 3 * trace * determinant,
    )


@trace_of_cube.check
def _(trace: int, square: int) -> int:
    # Any matrix with these two traces will do: one with a zero and a one in its first column, multiplied out.
    def power_trace(corner: int, power: int) -> int:
        matrix = ((0, corner), (1, trace))
        steps = product((0, 1), repeat=power)
        return sum(prod(matrix[i][j] for i, j in zip(path, (*path[1:], path[0]), strict=True)) for path in steps)

    (corner,) = (corner for corner in range(-100, 101) if power_trace(corner, 2) == square)
    return power_trace(corner, 3)


@problem(level=4, source="own", start=ints(11, 80), step=one_of(1, 2, 3, 5, 6, 9))
def sum_of_squared_sines(start: int = 23, step: int = 6) -> Answer:
    """Sum of the squares of the sines of angles that are spread evenly over a half turn."""
    first, second, third, last = start, start + step, start + 2 * step, start + 180 - step
    return Answer(
        rf"What is the value of $\sin^2 {first}^\circ + \sin^2 {second}^\circ + \sin^2 {third}^\circ + \cdots + "
        rf"\sin^2 {last}^\circ$, where the angles form an arithmetic sequence?",
        90 // step,
    )


@sum_of_squared_sines.check
def _(printed: list[int]) -> int:
    _, first, _, second, _, third, _, last = printed
    angles = range(first, last + 1, second - first)
    if (angles[2], angles[-1]) != (third, last):
        raise ValueError(f"the angles {printed[1::2]} are no arithmetic sequence")
    return round(sum(sin(radians(angle)) ** 2 for angle in angles))


@problem(level=4, source="own", p=POINTS, u=DIRECTIONS, q=POINTS, v=DIRECTIONS)
def distance_of_lines(
    p: Triple = (4, 5, 6), u: Triple = (2, 5, 6), q: Triple = (1, 7, 9), v: Triple = (5, 2, 6)
) -> Answer:
    """Distance between two skew lines in space."""
    normal = (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
    square = sum(n * n for n in normal)
    length = isqrt(square)
    gap = abs(sum(n * (y - x) for n, x, y in zip(normal, p, q, strict=True)))
    # A normal along an axis or in a coordinate plane, or lines that meet, would be an easier question.
    require(length**2 == square and all(normal) and gap > 0)
    along_u, along_v = (rf"\langle {x}, {y}, {z} \rangle" for x, y, z in (u, v))
    return Answer(
        f"In space, a point moves along the line ${p} + s{along_u}$ and another point along the line "
        f"${q} + t{along_v}$, where $s$ and $t$ may be any real numbers, independently of each other. "
        "What is the least possible distance between the two points?",
        Fraction(gap, length),
    )


@distance_of_lines.check
def _(p: Triple, u: Triple, q: Triple, v: Triple) -> Fraction:
    def dot(x: tuple[int, ...], y: tuple[int, ...]) -> int:
        return sum(a * b for a, b in zip(x, y, strict=True))

    # The square of the distance as a quadratic in s and t; both of its derivatives vanish at the least value.
    w = tuple(a - b for a, b in zip(p, q, strict=True))
    uu, uv, vv, uw, vw = dot(u, u), dot(u, v), dot(v, v), dot(u, w), dot(v, w)
    s = Fraction(uv * vw - vv * uw, uu * vv - uv * uv)
    t = (vw + s * uv) / vv
    square = sum((a + s * b - t * c) ** 2 for a, b, c in zip(w, u, v, strict=True))
    return Fraction(isqrt(square.numerator), isqrt(square.denominator))


@problem(level=4, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(11, 99))
def width_of_range(a: int = 6, b: int = 9, c: int = 32) -> Answer:
    """Difference between the extreme values of a function that is quadratic in the sine."""
    # The vertex of the parabola is a sine, so that only the smallest value stands at an end.
    require(b < 2 * a)
    width = Fraction((2 * a + b) ** 2, 4 * a)
    require(width.numerator >= 100)
    return Answer(
        rf"For real numbers $x$, let $f(x) = {c} + {b} \sin x + {a} \cos^2 x$. "
        "What is the difference between the largest and the smallest value of $f(x)$?",
        width,
    )


@width_of_range.check
def _(a: int, b: int, c: int) -> Fraction:
    values = [a * cos(x) ** 2 + b * sin(x) + c for x in (pi * i / 1000 for i in range(2000))]
    # On this grid an extreme value is missed by less than 0.0001, and the denominator divides 4a.
    return Fraction(max(values) - min(values)).limit_denominator(4 * a)

"""Precalculus, level 1."""

from __future__ import annotations

from cmath import phase
from fractions import Fraction
from itertools import product
from math import cos, degrees, gcd, isclose, isqrt, pi, radians, sin

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require

Vector = tuple[int, int, int]
VECTORS = one_of(*product(range(2, 10), repeat=3))


@problem(level=1, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(10, 60))
def perpendicular(a: int = 5, b: int = 4, c: int = 12) -> Answer:
    """Component that makes two plane vectors perpendicular."""
    require(a * c % b == 0)
    return Answer(
        rf"For what real number $t$ are the vectors $\langle t, {a} \rangle$ and $\langle {b}, -{c} \rangle$ "
        "perpendicular?",
        a * c // b,
    )


@perpendicular.check
def _(a: int, b: int, c: int) -> int:
    # Pythagoras: the vectors are perpendicular where the square of their sum is the sum of their squares.
    (found,) = (t for t in range(-600, 601) if (t + b) ** 2 + (a - c) ** 2 == t**2 + a**2 + b**2 + c**2)
    return found


@problem(level=1, source="own", u=VECTORS, v=VECTORS)
def cross_product_component(u: Vector = (7, 2, 5), v: Vector = (3, 8, 4)) -> Answer:
    """Third component of the cross product of two vectors in space."""
    (a, b, c), (d, e, f) = u, v
    require(a * e >= b * d + 10)
    return Answer(
        rf"What is the third component of the cross product $\langle {a}, {b}, {c} \rangle \times "
        rf"\langle {d}, {e}, {f} \rangle$?",
        a * e - b * d,
    )


@cross_product_component.check
def _(u: Vector, v: Vector) -> int:
    (a, b, c), (d, e, f) = u, v
    # (x, y, 1) is perpendicular to both vectors; the product is the multiple of it as long as the area they span.
    x = (Fraction(e * c, b) - f) / (d - Fraction(e * a, b))
    y = (-c - a * x) / b
    area_square = (a * a + b * b + c * c) * (d * d + e * e + f * f) - (a * d + b * e + c * f) ** 2
    multiple = isqrt(int(area_square / (x * x + y * y + 1)))
    # Right-handed: seen from above, a turn to the left gives a product that points up.
    return multiple if Fraction(e, d) > Fraction(b, a) else -multiple


@problem(
    level=1,
    source="own",
    radius=one_of(*range(12, 99, 2)),
    place=one_of(("x", 120), ("x", 240), ("y", 210), ("y", 330)),
)
def coordinate_from_polar(radius: int = 46, place: tuple[str, int] = ("x", 240)) -> Answer:
    """Rectangular coordinate of a point given by polar coordinates."""
    axis, angle = place
    return Answer(
        rf"What is the ${axis}$-coordinate of the point with polar coordinates "
        rf"$(r, \theta) = ({radius}, {angle}^\circ)$?",
        -radius // 2,
    )


@coordinate_from_polar.check
def _(radius: int, place: tuple[str, int]) -> int:
    axis, angle = place
    return round(radius * (cos if axis == "x" else sin)(radians(angle)))


@problem(
    level=1,
    source="own",
    height=ints(2, 9),
    wave=one_of("sin", "cos"),
    speed=one_of(10, 12, 15, 18, 20, 24, 30, 36),
    middle=ints(11, 60),
)
def period(height: int = 7, wave: str = "sin", speed: int = 24, middle: int = 31) -> Answer:
    """Period of a stretched and shifted sine or cosine [degrees]."""
    return Answer(
        rf"What is the period, in degrees, of the function $f(x) = {height} \{wave}({speed}x) + {middle}$, "
        "where $x$ is an angle in degrees?",
        360 // speed,
    )


@period.check
def _(height: int, wave: str, speed: int, middle: int) -> int:
    def f(x: float) -> float:
        return height * (sin if wave == "sin" else cos)(radians(speed * x)) + middle

    places = (0.3, 1.7, 4.9)
    return next(p for p in range(1, 361) if all(isclose(f(x + p), f(x), abs_tol=1e-6) for x in places))


@problem(level=1, source="own", angle=ints(11, 89), power=ints(3, 9))
def angle_of_power(angle: int = 47, power: int = 6) -> Answer:
    """Angle of a power of a complex number on the unit circle [degrees]."""
    require(100 <= angle * power < 360)
    return Answer(
        rf"Write $(\cos {angle}^\circ + i \sin {angle}^\circ)^{power}$ in the form $\cos \theta + i \sin \theta$ with "
        r"$0^\circ \le \theta < 360^\circ$. What is $\theta$, in degrees?",
        angle * power,
    )


@angle_of_power.check
def _(angle: int, power: int) -> int:
    factor, turned = complex(cos(radians(angle)), sin(radians(angle))), complex(1)
    for _step in range(power):
        turned *= factor
    return round(degrees(phase(turned))) % 360


@problem(level=1, source="own", top=ints(11, 89), bottom=one_of(10, 12, 15, 18, 20, 30, 36, 45, 60, 90))
def degree_measure(top: int = 11, bottom: int = 12) -> Answer:
    """Measure of an angle that is given in radians [degrees]."""
    require(gcd(top, bottom) == 1 and top < 2 * bottom)
    return Answer(
        rf"An angle measures $\frac{{{top}\pi}}{{{bottom}}}$ radians. What is its measure in degrees?",
        180 * top // bottom,
    )


@degree_measure.check
def _(top: int, bottom: int) -> int:
    return next(n for n in range(1, 361) if isclose(radians(n), top * pi / bottom))

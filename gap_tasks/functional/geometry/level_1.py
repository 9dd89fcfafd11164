"""Geometry, level 1."""

from __future__ import annotations

from fractions import Fraction
from math import atan2, cos, degrees, dist, gcd, pi, radians, sin

from gap_tasks.functional.geometry.triangles import RIGHT
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=1, source="own", width=ints(4, 9), length=ints(12, 40))
def perimeter_from_area(width: int = 8, length: int = 34) -> Answer:
    """Perimeter of a rectangle with a given side and area [cm]."""
    return Answer(
        f"A rectangle is {width} cm wide and has an area of {width * length} square centimeters. "
        "What is its perimeter, in centimeters?",
        2 * (width + length),
    )


@perimeter_from_area.check
def _(printed: list[int]) -> int:
    width, area = printed
    (other,) = (side for side in range(1, area + 1) if width * side == area)
    return width + other + width + other


@problem(level=1, source="own", at_a=ints(21, 89), outside=ints(101, 159))
def angle_from_exterior(at_a: int = 47, outside: int = 121) -> Answer:
    """Angle of a triangle from another one and the exterior angle at the third vertex [degrees]."""
    require(15 <= outside - at_a <= 99 and outside != 2 * at_a)
    return Answer(
        f"In triangle $ABC$, the angle at $A$ measures ${at_a}^\\circ$. Side $BC$ is extended beyond $C$ to a point "
        f"$D$, and angle $ACD$ measures ${outside}^\\circ$. How many degrees does the angle at $B$ measure?",
        outside - at_a,
    )


@angle_from_exterior.check
def _(at_a: int, outside: int) -> int:
    # C at the origin, D on the positive x-axis, A one away from C: B moves left until the angle at A is large enough.
    x, y = cos(radians(outside)), sin(radians(outside))
    low, high = 0.0, 1e4
    for _step in range(80):
        away = (low + high) / 2
        seen = atan2(0 - y, -away - x) - atan2(0 - y, 0 - x)
        low, high = (away, high) if degrees(seen) % 360 > 360 - at_a else (low, away)
    return round(degrees(atan2(y, x + low)))


@problem(
    level=1,
    source="own",
    legs=one_of(*((a, b) for a, b, _ in RIGHT if min(a, b) >= 10)),
    place=one_of("park", "parade ground", "meadow", "parking lot"),
)
def straight_across(legs: tuple[int, int] = (60, 45), place: str = "meadow") -> Answer:
    """Diagonal of a rectangle [meters]."""
    length, width = legs
    (diagonal,) = (c for a, b, c in RIGHT if (a, b) == legs)
    return Answer(
        f"The sides of a rectangular {place} are {length} meters and {width} meters long. "
        f"How many meters long is the straight path from one corner of the {place} to the opposite corner?",
        diagonal,
    )


@straight_across.check
def _(printed: list[int]) -> int:
    length, width = printed
    return round(length / cos(atan2(width, length)))


@problem(level=1, source="own", around=ints(200, 799), angle=one_of(*range(100, 176, 5)))
def arc_length(around: int = 486, angle: int = 140) -> Answer:
    """Length of an arc from the circumference and the central angle [cm]."""
    require(around * angle % 360 == 0 and around * angle >= 36000 and 360 // gcd(angle, 360) > 6)
    return Answer(
        f"The circumference of a circle is {around} cm. How many centimeters long is an arc of this circle whose "
        f"central angle is ${angle}^\\circ$?",
        around * angle // 360,
    )


@arc_length.check
def _(around: int, angle: int) -> int:
    # Many short chords along the arc.
    steps, radius = 300, around / (2 * pi)
    points = [
        (radius * cos(turn), radius * sin(turn)) for turn in (radians(angle) * i / steps for i in range(steps + 1))
    ]
    return round(sum(map(dist, points, points[1:])))


@problem(level=1, source="own", ax=ints(2, 9), ay=ints(2, 9), mx=ints(11, 25), my=ints(11, 25))
def other_endpoint(ax: int = 3, ay: int = 8, mx: int = 17, my: int = 12) -> Answer:
    """Sum of the coordinates of an endpoint, from the midpoint and the other endpoint."""
    require(len({ax, ay, mx, my}) == 4)
    return Answer(
        f"Point $M = ({mx}, {my})$ is the midpoint of segment $AB$, and $A = ({ax}, {ay})$. "
        "What is the sum of the two coordinates of $B$?",
        2 * mx - ax + 2 * my - ay,
    )


@other_endpoint.check
def _(ax: int, ay: int, mx: int, my: int) -> int:
    (x,) = (b for b in range(100) if Fraction(ax + b, 2) == mx)
    (y,) = (b for b in range(100) if Fraction(ay + b, 2) == my)
    return x + y


@problem(level=1, source="own", base=ints(20, 99), height=ints(11, 29))
def cone_volume(base: int = 52, height: int = 21) -> Answer:
    """Volume of a cone from its height and the area of its base [cubic centimeters]."""
    require(base * height % 3 == 0 and base * height >= 300)
    return Answer(
        f"A right circular cone is {height} cm high, and its base has an area of {base} square centimeters. "
        "What is the volume of the cone, in cubic centimeters?",
        base * height // 3,
    )


@cone_volume.check
def _(base: int, height: int) -> int:
    # The sum of thin slices parallel to the base.
    slices = 1000
    return round(sum(base * ((i + 0.5) / slices) ** 2 * height / slices for i in range(slices)))

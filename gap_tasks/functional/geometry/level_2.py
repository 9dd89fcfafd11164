"""Geometry, level 2."""

from __future__ import annotations

from math import acos, pi, sin

from gap_tasks.functional.geometry.polygon import shoelace
from gap_tasks.functional.geometry.triangles import RIGHT
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=2, source="own", short=ints(10, 40), long=ints(12, 60), height=ints(5, 30))
def trapezoid_height(short: int = 14, long: int = 26, height: int = 18) -> Answer:
    """Height of a trapezoid with given parallel sides and area [cm]."""
    require(long > short and (short + long) % 2 == 0)
    area = (short + long) * height // 2
    return Answer(
        f"The parallel sides of a trapezoid are {short} cm and {long} cm long, and its area is {area} square "
        "centimeters. What is the distance between the parallel sides, in centimeters?",
        height,
    )


@trapezoid_height.check
def _(printed: list[int]) -> int:
    short, long, area = printed
    (height,) = (h for h in range(1, 200) if shoelace([(0, 0), (long, 0), (short + 1, h), (1, h)]) == area)
    return height


@problem(level=2, source="own", a=ints(11, 49), b=ints(11, 80))
def third_side_choices(a: int = 23, b: int = 37) -> Answer:
    """Number of whole lengths that the third side of a triangle can have."""
    require(a != b)
    return Answer(
        f"Two sides of a triangle are {a} cm and {b} cm long. The length of the third side, in centimeters, is a whole "
        "number. How many different values can it have?",
        2 * min(a, b) - 1,
    )


@third_side_choices.check
def _(a: int, b: int) -> int:
    return sum(2 * max(a, b, c) < a + b + c for c in range(1, 200))


@problem(
    level=2,
    source="own",
    sides=one_of(*(right for right in RIGHT if 5 <= right[0] <= 49 and right[2] >= 10)),
    thing=one_of("tile", "sign", "mirror", "windowpane", "tabletop"),
)
def rhombus_area(sides: tuple[int, int, int] = (28, 45, 53), thing: str = "mirror") -> Answer:
    """Area of a rhombus from its side and one diagonal [square centimeters]."""
    half, other_half, side = sides
    return Answer(
        f"Each side of a {thing} in the shape of a rhombus is {side} cm long, and one of its diagonals is {2 * half} "
        f"cm long. What is the area of the {thing}, in square centimeters?",
        2 * half * other_half,
    )


@rhombus_area.check
def _(printed: list[int]) -> int:
    side, diagonal = printed
    # Two equal sides and the angle between them, which the diagonal halves.
    return round(side * side * sin(2 * acos(diagonal / 2 / side)))


@problem(level=2, source="own", radius=ints(10, 20), height=ints(11, 60), small=ints(2, 6))
def balls_cast(radius: int = 12, height: int = 35, small: int = 3) -> Answer:
    """Number of balls that have the volume of a cylinder altogether."""
    require(3 * radius**2 * height % (4 * small**3) == 0)
    balls = 3 * radius**2 * height // (4 * small**3)
    require(30 <= balls <= 999)
    return Answer(
        f"A solid metal cylinder with a radius of {radius} cm and a height of {height} cm is melted down, and all of "
        f"the metal is cast into solid balls with a radius of {small} cm. How many balls are made?",
        balls,
    )


@balls_cast.check
def _(radius: int, height: int, small: int) -> int:
    # The volume of a ball as the sum of thin discs.
    discs = 2000
    levels = (small * ((2 * i + 1) / discs - 1) for i in range(discs))
    ball = sum(pi * (small**2 - z * z) * 2 * small / discs for z in levels)
    return round(pi * radius**2 * height / ball)


@problem(
    level=2,
    source="own",
    length=ints(12, 40),
    width=ints(11, 30),
    path=ints(2, 4),
    inside=one_of("lawn", "pond", "playground", "herb garden"),
)
def path_area(length: int = 26, width: int = 17, path: int = 3, inside: str = "lawn") -> Answer:
    """Area of a path of constant width around a rectangle [square meters]."""
    require(length > width and 2 * path * (length + width + 2 * path) >= 100)
    return Answer(
        f"A rectangular {inside} is {length} meters long and {width} meters wide. A path {path} meters wide runs all "
        f"the way around it, so that the {inside} and the path together form a larger rectangle. "
        "What is the area of the path, in square meters?",
        2 * path * (length + width + 2 * path),
    )


@path_area.check
def _(length: int, width: int, path: int) -> int:
    # Square meters of the larger rectangle, counted where they do not belong to the smaller one.
    columns, rows = range(length + 2 * path), range(width + 2 * path)
    return sum(
        not (path <= column < path + length and path <= row < path + width) for column in columns for row in rows
    )


@problem(level=2, source="own", a=ints(2, 9), b=ints(10, 40), c=ints(2, 9), d=ints(10, 40))
def larger_interior_angle(a: int = 3, b: int = 18, c: int = 7, d: int = 28) -> Answer:
    """Larger of the two interior angles on one side of a line that crosses parallels [degrees]."""
    require(a != c and (180 - b + d) % (a + c) == 0)
    x = (180 - b + d) // (a + c)
    larger = max(a * x + b, c * x - d)
    require(x >= 5 and 100 <= larger <= 160)
    return Answer(
        "Two parallel lines are crossed by a third line. The two interior angles on the same side of the third line "
        f"measure $({a}x + {b})^\\circ$ and $({c}x - {d})^\\circ$. How many degrees does the larger of these two "
        "angles measure?",
        larger,
    )


@larger_interior_angle.check
def _(a: int, b: int, c: int, d: int) -> int:
    (angles,) = (
        (first, second)
        for first, second in ((a * x + b, c * x - d) for x in range(1, 180))
        if first + second == 180 and second > 0
    )
    return max(angles)

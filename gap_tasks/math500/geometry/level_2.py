"""Geometry, level 2."""

from __future__ import annotations

import re
from cmath import phase, rect
from math import cos, pi, radians, sin, tan

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import point
from gap_tasks.sampling import ints, one_of, require


@functionalize(
    "test/geometry/106.json", side=ints(3, 9), unit=one_of("units", "inches", "feet", "meters", "centimeters")
)
def greatest_isosceles_perimeter(side: int = 8, unit: str = "units") -> Variant:
    """Greatest perimeter of a triangle with two given equal sides and a whole third one, in the unit of the sides."""
    return Variant({"8": side, "units": unit}, 4 * side - 1)


@greatest_isosceles_perimeter.check
def _(question: str) -> int:
    (side,) = map(int, re.findall(r"\d+", question))
    return max(2 * side + third for third in range(1, 100) if 2 * max(side, third) < 2 * side + third)


@functionalize("test/geometry/1108.json", a=ints(-4, 4), b=ints(-4, 4))
def origin_reflected_twice(a: int = 1, b: int = 2) -> Variant:
    """Image of the origin under reflections over a vertical and a horizontal line."""
    require(a != 0 and b not in {0, a})
    return Variant({"x=1": f"x={a}", "y=2": f"y={b}"}, point(2 * a, 2 * b))


@origin_reflected_twice.check
def _(question: str) -> str:
    a, b = (int(re.findall(rf"{letter}=(-?\d+)", question)[0]) for letter in "xy")
    places = range(-20, 21)
    (x,) = (x for x in places if x != 0 and abs(x - a) == abs(a))
    (y,) = (y for y in places if y != 0 and abs(y - b) == abs(b))
    return f"({x},{y})"


@functionalize("test/geometry/248.json", radius=ints(2, 6), height=ints(2, 12))
def height_of_cylinder(radius: int = 3, height: int = 5) -> Variant:
    """Height in centimeters of a cylinder of given volume and radius."""
    volume = radius**2 * height
    require(10 <= volume <= 99 and height != radius)
    return Variant({"45": volume, "r=3": f"r={radius}"}, height)


@height_of_cylinder.check
def _(question: str) -> int:
    volume, radius = (int(re.findall(pattern, question)[0]) for pattern in (r"(\d+)\\pi", r"r=(\d+)"))
    (height,) = (h for h in range(1, 100) if h * radius * radius == volume)
    return height


# One side of length 1 leaves a single whole third side. The number is one digit, so the units carry the variety.
@functionalize(
    "test/geometry/254.json",
    side=ints(2, 9),
    unit=one_of(
        ("unit", "units"),
        ("inch", "inches"),
        ("foot", "feet"),
        ("meter", "meters"),
        ("centimeter", "centimeters"),
    ),
)
def only_whole_third_side(side: int = 3, unit: tuple[str, str] = ("unit", "units")) -> Variant:
    """Whole third side of a triangle with a side of 1 and another given one, in the unit of the sides."""
    one, many = unit
    return Variant({"3": side, "unit": one, "units": many}, side)


@only_whole_third_side.check
def _(question: str) -> int:
    first, second = map(int, re.findall(r"\d+", question))
    (third,) = (n for n in range(1, 100) if abs(first - second) < n < first + second)
    return third


# A figure, the name of a length of it, its content and the content's border with their units, and the length at which
# both are equal: a published item without numbers, so a few figures whose length is whole are all there is.
_FIGURES = (
    ("sphere", "radius", "volume", "surface area", "cubic units", "square units", 3),
    ("sphere", "diameter", "volume", "surface area", "cubic units", "square units", 6),
    ("cube", "edge", "volume", "surface area", "cubic units", "square units", 6),
    ("circle", "radius", "area", "circumference", "square units", "units", 2),
    ("circle", "diameter", "area", "circumference", "square units", "units", 4),
    ("square", "side", "area", "perimeter", "square units", "units", 4),
)


@functionalize("test/geometry/456.json", figure=one_of(*_FIGURES))
def length_where_content_equals_border(figure: tuple[str, str, str, str, str, str, int] = _FIGURES[0]) -> Variant:
    """Length of a figure, in units, whose content and border are numerically equal."""
    name, length, content, border, content_unit, border_unit, gold = figure
    edits = {
        "radius": length,
        "a sphere": f"a {name}",
        "volume": content,
        "surface area": border,
        "cubic units": content_unit,
        "square units": border_unit,
    }
    return Variant(edits, gold)


@length_where_content_equals_border.check
def _(question: str) -> int:
    (length,) = re.findall(r"of the (\w+) of", question)
    # The content is the border times the radius of the inscribed circle or ball, over the dimension.
    inside = 3 if "cubic" in question else 2
    return inside if length == "radius" else 2 * inside


# Beakers higher than their radius, which is less than the tank's, and a whole number of them.
_BEAKERS = tuple(
    (radius, height, tank)
    for tank in (3, 6, 9)
    for radius in range(2, min(tank, 5))
    for height in range(radius + 1, 10)
    if 4 * tank**3 % (3 * radius**2 * height) == 0 and 6 * radius**2 * height <= 4 * tank**3
)


@functionalize("test/geometry/73.json", sizes=one_of(*_BEAKERS))
def beakers_of_water(sizes: tuple[int, int, int] = (3, 8, 6)) -> Variant:
    """Number of cylindrical beakers that fill a spherical tank."""
    radius, height, tank = sizes
    return Variant({"8": height, "3": radius, "6": tank}, 4 * tank**3 // (3 * radius**2 * height))


@beakers_of_water.check
def _(question: str) -> float:
    height, radius, tank = map(int, re.findall(r"\d+", question))
    # The ball's cross-sections are quadratic, which Gauss's two nodes integrate exactly.
    nodes = (-(3**-0.5), 3**-0.5)
    sphere = sum(tank * pi * tank**2 * (1 - node**2) for node in nodes)
    return sphere / (pi * radius**2 * height)


# Below 43 degrees the printed coordinates stay under 10, as published.
@functionalize("test/geometry/846.json", angle=ints(25, 42), asked=one_of("BAC", "BAD", "ABC"))
def angle_in_half_circle(angle: int = 40, asked: str = "BAC") -> Variant:
    """An angle, in degrees, of a triangle whose three corners are as far from a point of one side."""
    x, y = (f"{10 * part:.4f}" for part in (1 - cos(radians(2 * angle)), sin(radians(2 * angle))))
    # The stroke that marks AD crosses its midpoint at a right angle, half a unit to the left and to the right.
    rise = 0.5 * tan(radians(90 - 2 * angle))
    left, low = (float(x) + 10) / 2 - 0.5, float(y) / 2 - rise
    edits = {
        r"40^\circ": rf"{angle}^\circ",
        "BAC": asked,
        "8.2635": x,
        "9.8481": y,
        "8.6318": f"{left:.4f}",
        "4.8359": f"{low:.4f}",
        "9.6317": f"{left + 0.9999:.4f}",
        "5.0122": f"{low + 2 * rise:.4f}",
    }
    return Variant(edits, rf"{90 if asked == 'BAC' else 90 - angle}^\circ")


@angle_in_half_circle.check
def _(question: str) -> float:
    (angle,) = (int(n) for n in re.findall(r"BCA = (\d+)", question))
    # D is the origin and C is 1, so that the line from C at the angle meets the unit circle again in A.
    corner = {"B": -1 + 0j, "C": 1 + 0j, "D": 0j, "A": 1 - 2 * cos(radians(angle)) * rect(1, -radians(angle))}
    drawn = [(float(x), float(y)) for x, y in re.findall(r"\((\d\.\d+),(\d\.\d+)\)", question)]
    apex = 10 + 10 * corner["A"]
    middle = (complex(*drawn[2]) + complex(*drawn[3])) / 2
    stroke = complex(*drawn[3]) - complex(*drawn[2])
    if abs(complex(*drawn[0]) - apex) > 1e-4 or abs(middle - (apex + 10) / 2) > 2e-4:
        raise ValueError("the figure is not the text's")
    if abs((stroke / (apex - 10)).real) > 1e-4:
        raise ValueError("the mark does not cross its side at a right angle")
    first, here, last = (corner[name] for name in re.findall(r"angle (\w+)\?", question)[0])
    return abs(phase((first - here) / (last - here)))

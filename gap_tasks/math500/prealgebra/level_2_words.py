"""Prealgebra, level 2: figures and situations."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import hypot, isclose
from re import findall

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal
from gap_tasks.sampling import ints, numbers, one_of, require

Point = tuple[float, float]


def _points(text: str) -> list[Point]:
    """Coordinates of the points that a piece of a figure's code names."""
    return [(float(x), float(y)) for x, y in findall(r"\(([0-9.]+),([0-9.]+)\)", text)]


def _area(corners: list[Point]) -> float:
    turned = corners[1:] + corners[:1]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(corners, turned, strict=True))) / 2


# Right angles are marked by larger squares than in the published figure, whose corners then need no decimals:
# the code of a wider rectangle would have longer numbers otherwise.
@functionalize("test/prealgebra/1114.json", half=ints(5, 9), height=ints(3, 9), apex=ints(1, 9))
def triangle_in_rectangle(half: int = 5, height: int = 3, apex: int = 2) -> Variant:
    """Area of a triangle that shares a rectangle's base and reaches the opposite side [cm^2]."""
    width = 2 * half
    require(height < width and apex < width and apex != half)
    middle = decimal(Fraction(height, 2))
    mark = Fraction(1, 2) if (half, height, apex) == (5, 3, 2) else Fraction(1)
    size = decimal(mark).removeprefix("0")
    across, up = decimal(width - mark), decimal(height - mark)
    edits = {
        "(2,3)": f"({apex},{height})",
        "(10,0)": f"({width},0)",
        "(10,3)": f"({width},{height})",
        "(0,3)": f"(0,{height})",
        "10 cm": f"{width} cm",
        "(5,3)": f"({half},{height})",
        "(5,0)": f"({half},0)",
        "3 cm": f"{height} cm",
        "(0,1.5)": f"(0,{middle})",
        "(10,1.5)": f"({width},{middle})",
        "(0,2.5)--(.5,2.5)--(.5,3)": f"(0,{up})--({size},{up})--({size},{height})",
        "(10,2.5)--(9.5,2.5)--(9.5,3)": f"({width},{up})--({across},{up})--({across},{height})",
    }
    return Variant(edits, rf"{half * height}\mbox{{ cm}}^2")


@triangle_in_rectangle.check
def _(question: str, gold: str) -> bool:
    triangle, rectangle = (_points(part.partition("cycle")[0]) for part in question.split("(0,0)--")[1:3])
    labels = [
        (float(length), float(x), float(y)) for length, x, y in findall(r'"(\d+) cm",\(([0-9.]+),(.*?)\)', question)
    ]
    (width, height) = rectangle[1]
    to_scale = sorted(labels) == sorted(
        [(width, width / 2, height), (width, width / 2, 0), (height, 0, height / 2), (height, width, height / 2)]
    )
    return to_scale and gold == rf"{_area([(0.0, 0.0), *triangle]):.0f}\mbox{{ cm}}^2"


# A right triangle with legs 3 and 4 lies beside the rectangle; the figure is drawn at 3 or 2 units to one.
@functionalize(
    "test/prealgebra/1187.json",
    height=one_of(3, 4),
    top=ints(2, 6),
    unit=one_of(
        ("cm", "centimeters"), ("mm", "millimeters"), ("m", "meters"), ("in", "inches"), ("ft", "feet"), ("yd", "yards")
    ),
)
def area_of_trapezoid(height: int = 3, top: int = 5, unit: tuple[str, str] = ("cm", "centimeters")) -> Variant:
    """Area of a right trapezoid with all four sides given [square units]."""
    beside, scale = (4, 3) if height == 3 else (3, 2)
    bottom = top + beside
    require(bottom <= 9)
    short, long = unit
    half = decimal(Fraction(scale * height, 2))
    right, upper, level = scale * bottom, scale * top, scale * height
    edits = {
        "centimeters": long,
        "(27,0)": f"({right},0)",
        "(15,9)": f"({upper},{level})",
        "(0,9)": f"(0,{level})",
        '"5 cm",(21,4.5)': f'"5 {short}",({decimal(Fraction(right + upper, 2))},{half})',
        '"5 cm",(7.5,9)': f'"{top} {short}",({decimal(Fraction(upper, 2))},{level})',
        '"3 cm",(0,4.5)': f'"{height} {short}",(0,{half})',
        '"9 cm",(13.5,0)': f'"{bottom} {short}",({decimal(Fraction(right, 2))},0)',
    }
    return Variant(edits, height * top + height * beside // 2)


@area_of_trapezoid.check
def _(question: str, gold: str) -> bool:
    corners = _points(question.split("draw(")[1].partition("cycle")[0])
    labels = [float(length) for length in findall(r'label\("(\d)', question)]
    places = [(float(x), float(y)) for x, y in findall(r'label\(".*?",\(([0-9.]+),([0-9.]+)\)', question)]
    scale = corners[3][1] / labels[2]
    ends = [(corners[place], corners[(place + 1) % 4]) for place in (1, 2, 3, 0)]
    to_scale = all(
        isclose(hypot(u - x, v - y), scale * length) and spot == ((x + u) / 2, (y + v) / 2)
        for ((x, y), (u, v)), length, spot in zip(ends, labels, places, strict=True)
    )
    return to_scale and isclose(_area(corners) / scale**2, int(gold))


@functionalize(
    "test/prealgebra/1247.json", first=ints(12, 39), second=ints(11, 35), neither=ints(2, 9), both=ints(2, 9)
)
def students_in_both(first: int = 28, second: int = 21, neither: int = 6, both: int = 5) -> Variant:
    """Number of students in both of two groups."""
    students = first + second - both + neither
    require(20 <= students <= 60 and both != neither and first != second)
    return Variant({"50": students, "28": first, "21": second, "6": neither}, both)


@students_in_both.check
def _(question: str) -> int:
    students, first, second, neither = map(int, numbers(question))
    # The groups fill a row from its two ends; what they share lies where they meet.
    row = range(students - neither)
    return sum(1 for place in row if place < first and place >= len(row) - second)


@functionalize(
    "test/prealgebra/1252.json",
    sides=one_of((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29)),
    scale=one_of(*range(10, 250, 10)),
)
def saving_by_diagonal(sides: tuple[int, int, int] = (3, 4, 5), scale: int = 100) -> Variant:
    """How much shorter a rectangle's diagonal is than the way along two sides [feet]."""
    width, length, diagonal = (scale * side for side in sides)
    require(width >= 100 and length <= 960)
    return Variant({"300": width, "400": length}, width + length - diagonal)


@saving_by_diagonal.check
def _(question: str) -> float:
    width, length = map(int, numbers(question))
    return width + length - hypot(width, length)


@functionalize(
    "test/prealgebra/1622.json", side=ints(4, 16), unit=one_of("inches", "feet", "centimeters", "meters", "yards")
)
def perimeter_of_hexagon(side: int = 7, unit: str = "inches") -> Variant:
    """Perimeter of a regular hexagon of six triangles whose perimeter is given."""
    return Variant({"21": 3 * side, "inches": unit}, 6 * side)


@perimeter_of_hexagon.check
def _(question: str) -> float:
    around = int(numbers(question)[0])
    corners = [around / 3 * complex(0.5, 0.75**0.5) ** k for k in range(7)]
    return sum(abs(end - start) for start, end in pairwise(corners))


@functionalize(
    "test/prealgebra/1840.json",
    per=ints(2, 5),
    packs=ints(8, 24),
    cupcakes=ints(10, 25),
    price=ints(2, 3),
    brownies=ints(10, 40),
    brownie=ints(1, 2),
    cost=ints(10, 40),
)
def bake_sale_profit(
    per: int = 3,
    packs: int = 18,
    cupcakes: int = 20,
    price: int = 2,
    brownies: int = 35,
    brownie: int = 1,
    cost: int = 15,
) -> Variant:
    """Profit of a sale of three kinds of goods [dollars]."""
    gold = packs + cupcakes * price + brownies * brownie - cost
    require(10 <= per * packs <= 99 and gold >= 30)
    edits = {
        "$54$": f"${per * packs}$",
        "three": cardinal(per),
        "$20$": f"${cupcakes}$",
        r"\$2": rf"\${price}",
        "$35$": f"${brownies}$",
        r"\$1@2": rf"\${brownie}",
        r"\$15": rf"\${cost}",
    }
    return Variant(edits, gold)


@bake_sale_profit.check
def _(question: str) -> Fraction:
    cookies, pack, cupcakes, each, brownies, other, cost = map(int, numbers(question))
    (per,) = (n for n in range(1, 13) if f"at {cardinal(n)} for" in question)
    takings = [Fraction(pack, per)] * cookies + [Fraction(each)] * cupcakes + [Fraction(other)] * brownies
    return sum(takings, Fraction(-cost))


_SHARES = {3: "thirds", 4: "fourths", 5: "fifths", 6: "sixths", 8: "eighths"}


@functionalize(
    "test/prealgebra/1922.json",
    share=one_of((2, 3), (3, 4), (2, 5), (3, 5), (4, 5), (5, 6), (3, 8), (5, 8), (7, 8)),
    part=ints(51, 420),
)
def students_at_school(share: tuple[int, int] = (2, 3), part: int = 417) -> Variant:
    """Number of all students, of whom a given share is a given number."""
    over, under = share
    require(200 <= over * part <= 999 and 300 <= under * part <= 1500)
    return Variant({"Two-thirds": f"{cardinal(over).capitalize()}-{_SHARES[under]}", "834": over * part}, under * part)


@students_at_school.check
def _(question: str) -> int:
    first, _, second = question.split(maxsplit=1)[0].partition("-")
    over = next(n for n in range(2, 8) if cardinal(n).capitalize() == first)
    under = next(n for n, name in _SHARES.items() if name == second)
    musicians = int(numbers(question)[0])
    (students,) = (n for n in range(musicians, 3000) if n * over == musicians * under)
    return students


_POLYGONS = {5: "pentagon", 8: "octagon", 9: "nonagon", 10: "decagon", 12: "dodecagon"}


@functionalize("test/prealgebra/930.json", sides=one_of(*_POLYGONS), length=ints(12, 48))
def side_of_polygon(sides: int = 8, length: int = 16) -> Variant:
    """Side of a regular polygon with the perimeter of a regular hexagon [cm]."""
    side, rest = divmod(6 * length, sides)
    require(rest == 0)
    return Variant({"octagon": _POLYGONS[sides], "16": length}, side)


@side_of_polygon.check
def _(question: str, gold: str) -> bool:
    lengths = {int(length) for length in findall(r"(\d+) cm", question)}
    (sides,) = (n for n, name in _POLYGONS.items() if f"regular {name} has" in question)
    return len(lengths) == 1 and sum([int(gold)] * sides) == sum([*lengths] * 6)

"""Prealgebra, level 4: geometry."""

from __future__ import annotations

import cmath
import re
from fractions import Fraction
from math import cos, degrees, radians, tan

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, one_of, require

_POLYGONS = {5: "pentagon", 6: "hexagon", 8: "octagon", 9: "nonagon", 10: "decagon", 12: "dodecagon"}
_COMPASS = ("E", "ENE", "NE", "NNE", "N", "NNW", "NW", "WNW", "W", "WSW", "SW", "SSW", "S", "SSE", "SE", "ESE")
_VERTICES = ("(-10,30.8)", "(10,30.8)", "(16.2,11.8)", "(0,0)", "(-16.2,11.8)")
_TIPS = ("(-42.4,30.8)", "(0,63.2)", "(42.4,30.8)", "(24.9,-18.1)", "(-24.9,-18.1)")
_PENTAGON = tuple(zip(("F", "G", "H", "I", "J"), _VERTICES, ("NW", "NE", "E", "S", "WSW"), strict=True))
_OUTLINES = (
    f"draw({'--'.join(point for pair in zip(_TIPS, _VERTICES, strict=True) for point in pair)}--cycle",
    f"draw({'--'.join(_VERTICES)}--cycle",
)


def _outlines(sides: int) -> tuple[str, str]:
    """Drawing of a star and of its polygon, with tips T and vertices V numbered clockwise from the upper left."""
    turn = 360 / sides
    radius = 44.5 * cos(radians(turn)) / cos(radians(turn / 2))
    loop = f"for(int i = 0; i < {sides}; ++i)"
    points = (
        f"pair[] T, V;\n{loop} {{\n"
        f"T[i] = 44.5*dir(90+{turn:g}-{turn:g}*i);\nV[i] = {radius:.1f}*dir(90+{turn / 2:g}-{turn:g}*i);\n}}\n"
    )
    return (
        f"{points}{loop}\ndraw(T[i]--V[i]--T[(i+1)%{sides}]",
        f"{loop}\ndraw(V[i]--V[(i+1)%{sides}]",
    )


def _toward(turn: float) -> str:
    return _COMPASS[round(turn / 22.5) % 16]


def _dotted(letter: str, place: str, side: str) -> str:
    return f'"${letter}$",{place},{side});\ndot({place}'


@functionalize(
    "test/prealgebra/260.json",
    sides=one_of(*_POLYGONS),
    first=one_of(*"FGHIJKLMNO"),
    tip=one_of(*"ABCDEFGHIJ"),
)
def tip_of_star(sides: int = 5, first: str = "F", tip: str = "A") -> Variant:
    """Angle at a tip of the star that the sides of a regular polygon form when extended."""
    # The tips' letters, or five of them, come right before the polygon's.
    require(ord(first) - ord(tip) in (5, sides))
    letters = [chr(ord(first) + place) for place in range(sides)]
    edits: dict[str, object] = {
        "pentagon": _POLYGONS[sides],
        "$FGHIJ$": f"${''.join(letters)}$",
        "angle $A$": f"angle ${tip}$",
    }
    if sides == 5:
        outlines, tip_label = _OUTLINES, f'"${tip}$",{_TIPS[0]},W'
        dotted = [_dotted(letter, place, side) for letter, (_, place, side) in zip(letters, _PENTAGON, strict=True)]
    else:
        outlines, tip_label = _outlines(sides), f'"${tip}$",T[0],{_toward(90 + 360 / sides)}'
        sides_of_labels = [_toward(90 + (180 - 360 * place) / sides) for place in range(sides)]
        dotted = [
            _dotted(letter, f"V[{place}]", side)
            for place, (letter, side) in enumerate(zip(letters, sides_of_labels, strict=True))
        ]
        dotted[4:] = [");\nlabel(".join(dotted[4:])]
    edits |= dict(zip(_OUTLINES, outlines, strict=True))
    edits['"$A$",(-42.4,30.8),W'] = tip_label
    edits |= {_dotted(*old): new for old, new in zip(_PENTAGON, dotted, strict=True)}
    return Variant(edits, rf"{180 - 720 // sides}^\circ")


@tip_of_star.check
def _(question: str, gold: str) -> bool:
    labels = re.findall(r'label\("\$(.)\$",(.*),[A-Z]+\)', question)
    polygon = re.findall(r"\$([A-Z]{5,})\$", question)[0]
    places = dict(labels)
    formulas = re.findall(r"([TV])\[i\] = ([\d.]+)\*dir\(90\+([\d.]+)-([\d.]+)\*i\)", question)
    known = {name: [float(number) for number in rest] for name, *rest in formulas}

    def drawn(place: str) -> complex:
        x, y = re.findall(r"-?[\d.]+|[TV]", place)[:2]
        if x not in known:
            return complex(float(x), float(y))
        distance, start, step = known[x]
        return cmath.rect(distance, radians(90 + start - step * int(y)))

    tip = drawn(places[labels[0][0]])
    angle = cmath.phase((drawn(places[polygon[-1]]) - tip) / (drawn(places[polygon[0]]) - tip))
    # Coordinates are drawn to a tenth.
    return len(labels) == len(polygon) + 1 and abs(abs(degrees(angle)) - int(gold.removesuffix(r"^\circ"))) < 1


@functionalize("test/prealgebra/378.json", wide=ints(3, 8), high=ints(2, 8), base=ints(1, 7))
def shaded_part_of_grid(wide: int = 3, high: int = 4, base: int = 2) -> Variant:
    """Area of a rectangle of unit squares without the triangle between two lines from a corner."""
    require(base < wide and wide * high <= 48 and (wide - base) * high % 2 == 0)
    edits = {
        "Twelve": cardinal(wide * high).capitalize(),
        "(0, 4)": f"(0, {high})",
        "(2, 0)": f"({base}, 0)",
        "(3, 4)": f"({wide}, {high})",
        "(3, 0)": f"({wide}, 0)",
        "j < 4": f"j < {wide + 1}",
        "(j, 4)": f"(j, {high})",
        "j < 5": f"j < {high + 1}",
        "(3, j)": f"({wide}, j)",
    }
    return Variant(edits, wide * high - (wide - base) * high // 2)


@shaded_part_of_grid.check
def _(question: str) -> Fraction:
    area = Fraction(0)
    for path in re.findall(r"fill\((.*)--cycle", question):
        corners = [(int(x), int(y)) for x, y in re.findall(r"\((\d), (\d)\)", path)]
        pairs = zip(corners, corners[1:] + corners[:1], strict=True)
        area += abs(Fraction(sum(x * v - u * y for (x, y), (u, v) in pairs), 2))
    return area


@functionalize("test/prealgebra/874.json", x=ints(45, 75), times=ints(2, 3))
def angle_between_parallels(x: int = 64, times: int = 2) -> Variant:
    """Angle in degrees of a trapezoid, from an outer angle that is a multiple of another of its angles."""
    outer = times * x
    require(100 <= outer <= 150)
    return Variant({"2x": f"{times}x", "128": outer}, 180 - x)


@angle_between_parallels.check
def _(question: str) -> Fraction:
    (times,) = map(int, re.findall(r"(\d)x", question))
    (outer,) = map(int, re.findall(r"(\d{3})\^", question))
    # Alternate angles give x, the angles of the trapezoid add up to two straight angles.
    x = Fraction(outer, times)
    return 360 - (180 - outer) - times * x - x


@functionalize("test/prealgebra/914.json", p=ints(34, 58), q=ints(20, 39))
def angle_at_parallel(p: int = 40, q: int = 35) -> Variant:
    """Angle in degrees that a parallel to one side of a triangle makes with another side."""
    require(65 <= p + q <= 85 and q < p)
    return Variant({r"40^\circ": rf"{p}^\circ", r"35^\circ": rf"{q}^\circ"}, rf"{p + q}^\circ")


@angle_at_parallel.check
def _(question: str) -> str:
    p, q = (radians(int(angle)) for angle in re.findall(r"(\d+)\^", question))
    # The apex lies above the base from 0 to 1 where the lines of both base angles meet.
    slope, other = tan(q), tan(p + q)
    x = other / (other - slope)
    apex = complex(x, slope * x)
    s, t = 0.6 * apex, 1 + 0.6 * (apex - 1)
    return rf"{round(abs(degrees(cmath.phase((s - t) / (1 - t)))), 6):g}^\circ"

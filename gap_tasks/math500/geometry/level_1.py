"""Geometry, level 1."""

from __future__ import annotations

import re
from cmath import phase
from math import acos, atan2, degrees, hypot, radians, sin, tan

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, one_of, require

# Not E, N, S, W but for the published N: they are directions of the figure's language, and M names a point of it.
_LETTERS = one_of(*"ABCDFGHJKLNOPQRTUVXYZ")


@functionalize(
    "test/geometry/226.json",
    center=_LETTERS,
    outside=_LETTERS,
    upper=_LETTERS,
    lower=_LETTERS,
    further=one_of("none", "upper", "lower"),
    radius=ints(2, 3),
    half=ints(3, 4),
)
def angles_between_tangents(
    center: str = "J",
    outside: str = "H",
    upper: str = "O",
    lower: str = "N",
    further: str = "none",
    radius: int = 3,
    half: int = 3,
) -> Variant:
    """Sum in degrees of some angles of the quadrilateral of two tangents and two radii."""
    require(len({center, outside, upper, lower}) == 4)
    summed = rf"$m\angle {center}$ and $m\angle {outside}$"
    if further != "none":
        third = upper if further == "upper" else lower
        summed = rf"$m\angle {center}$, $m\angle {outside}$, and $m\angle {third}$"
    edits = {
        r"$m\angle J$ and $m\angle H$": summed,
        "HO": f"{outside}{upper}",
        "HN": f"{outside}{lower}",
        "J@1,3,4,5,6,7,8": center,
        "H@2,3,4,5,6": outside,
        "O": upper,
        "N": lower,
        "(6,0)": f"({2 * half},0)",
        ",3)@1": f",{radius})",
        ",3)@2": f",{half})",
    }
    return Variant(edits, rf"{180 if further == 'none' else 270}^\circ")


@angles_between_tangents.check
def _(center: str, outside: str, upper: str, lower: str, question: str) -> float:
    distance, radius, half = (int(n) for n in re.findall(r"(?:\w = \(|Circle\(\w,)(\d)[,)]", question)[1:])
    if distance != 2 * half:
        raise ValueError("the figure's second circle does not meet the first in the points of tangency")
    touching = complex(radius**2 / distance, radius * (1 - (radius / distance) ** 2) ** 0.5)
    around = {center: 0j, upper: touching, outside: complex(distance), lower: touching.conjugate()}
    names = list(around)
    total = 0.0
    for name in re.findall(r"m\\angle (\w)", question):
        place = names.index(name)
        before, here, after = (around[names[(place + step) % 4]] for step in (-1, 0, 1))
        total += abs(phase((before - here) / (after - here)))
    return total


# Obtuse angles that keep the figure's shape; an odd one would leave half degrees.
@functionalize("test/geometry/434.json", angle=one_of(*range(100, 140, 2)))
def base_angle_at_parallel(angle: int = 124) -> Variant:
    """Degrees of the base angle of an isosceles triangle, from the angle between its leg and a parallel of its base."""
    left = 2 + round(3 / tan(radians(180 - angle)))
    right = left + round(3 / sin(radians(180 - angle)))
    return Variant({"124": angle, "(4,0)": f"({left},0)", "(8,0)": f"({right},0)"}, (180 - angle) // 2)


@base_angle_at_parallel.check
def _(question: str) -> float:
    (label,) = re.findall(r"\$(\d+)\^", question)
    # B lies below the left ray of the parallel through A, at depth 1; C lies as far from B as A does.
    foot = 1 / tan(radians(180 - int(label)))
    found = degrees(atan2(1, foot + hypot(foot, 1)))
    drawn = [int(n) for n in re.findall(r'",\((\d),0\),S', question)]
    sketched = degrees(acos(-(drawn[0] - 2) / hypot(drawn[0] - 2, 3)))
    if abs(sketched - int(label)) > 12 or abs(degrees(atan2(3, drawn[1] - 2)) - found) > 5:
        raise ValueError("the figure does not show its label")
    return found

"""Precalculus, level 1."""

from __future__ import annotations

import re
from fractions import Fraction
from math import sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import point, polynomial, square_part, surd
from gap_tasks.sampling import ints, one_of, require


def rows(*entries: int | str) -> str:
    """Entries of a column vector as they stand between its brackets."""
    return r" \\ ".join(map(str, entries))


def vectors(text: str) -> list[list[int]]:
    """Entries of every column vector of a text whose entries are integers, in order."""
    bodies = re.findall(r"\\begin\{pmatrix\} ((?:-?\d+ \\\\ )+-?\d+) \\end", text)
    return [[int(entry) for entry in body.split(r" \\ ")] for body in bodies]


_NONZERO = one_of(*range(-9, 0), *range(1, 10))


@functionalize("test/precalculus/1289.json", a=_NONZERO, c=_NONZERO, d=_NONZERO, e=_NONZERO, f=_NONZERO)
def dot_product(a: int = -2, c: int = 7, d: int = 3, e: int = 4, f: int = -5) -> Variant:
    """Dot product of two vectors in space, the first with a 0 in the middle."""
    require(abs(a * d + c * f) >= 10)
    edits = {rows(-2, 0, 7): rows(a, 0, c), rows(3, 4, -5): rows(d, e, f)}
    return Variant(edits, a * d + c * f)


@dot_product.check
def _(question: str) -> Fraction:
    one, other = vectors(question)
    lengths = (sum((x + sign * y) ** 2 for x, y in zip(one, other, strict=True)) for sign in (1, -1))
    return Fraction(next(lengths) - next(lengths), 4)


# The sampler prefers texts with as many numbers as the published one. Where few of an item have them, those are left
# out, here and on the further levels, so that it draws from the many others.

# Tenths of the sine and the opposite leg where the hypotenuse is whole and the other leg is not; at a sine of a half
# the angle could be read off instead.
_SINES = tuple(
    (tenths, leg)
    for tenths in (1, 2, 3, 4, 7, 9)
    for leg in range(2, 10)
    if 10 * leg % tenths == 0 and 10 * leg // tenths > leg
)


@functionalize("test/precalculus/1303.json", sine=one_of(*_SINES))
def leg_from_sine(sine: tuple[int, int] = (7, 7)) -> Variant:
    """Second leg of a right triangle from the first and the sine of the angle opposite to it."""
    tenths, leg = sine
    outside, inside = square_part((10 * leg // tenths) ** 2 - leg**2)
    require(outside > 1 or tenths == 7)
    drawn = f"{outside}*sqrt({inside})" if outside > 1 else f"sqrt({inside})"
    edits = {
        "0.7": f"0.{tenths}",
        "sqrt(51),7": f"{drawn},{leg}",
        "(0,7)": f"(0,{leg})",
        "$7$": f"${leg}$",
    }
    return Variant(edits, surd(outside, inside))


@leg_from_sine.check
def _(question: str) -> float:
    sine = float(question.split(r"\sin D = ")[1].split("$", maxsplit=1)[0])
    leg = int(question.split('label("$')[4].split("$", maxsplit=1)[0])
    # The tangent of D from its sine alone.
    return leg * sqrt(1 - sine**2) / sine


@functionalize(
    "test/precalculus/43.json", a=_NONZERO, square=_NONZERO, linear=_NONZERO, constant=_NONZERO, time=ints(2, 4)
)
def point_of_curve(a: int = 7, square: int = -3, linear: int = -6, constant: int = -5, time: int = 2) -> Variant:
    """Point of a curve given by a cubic and a quadratic polynomial of the parameter."""
    require(abs(square) > 1 and abs(linear) > 1)
    edits = {
        "t^3 + 7": polynomial([1, 0, 0, a], "t"),
        "-3t^2 - 6t - 5": polynomial([square, linear, constant], "t"),
        "t = 2": f"t = {time}",
    }
    return Variant(edits, point(time**3 + a, square * time**2 + linear * time + constant))


@point_of_curve.check
def _(question: str) -> str:
    time = int(question.split("t = ")[1].split(".", maxsplit=1)[0])
    coordinates = []
    for text in question.split("(x,y) = (")[1].split(r").\]", maxsplit=1)[0].split(","):
        terms = re.findall(r"([+-]?)(\d*)(t?)(?:\^(\d))?(?=[+-]|$)", text.replace(" ", ""))
        total = 0
        for sign, size, letter, power in terms:
            if not size + letter:
                continue
            term = int(size or 1)
            for _ in range(int(power or 1) if letter else 0):
                term *= time
            total += -term if sign == "-" else term
        coordinates.append(total)
    return point(*coordinates)

"""Precalculus, level 5: vectors and matrices."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations, product
from math import cos, hypot, isqrt, pi, sin
from typing import TypeAlias

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import column, polynomial
from gap_tasks.math500.precalculus.level_1 import rows, vectors
from gap_tasks.sampling import Domain, ints, one_of, require

_SIGNS = tuple(product((1, -1), repeat=3))
_ORDERS = tuple(permutations(range(3)))
Vector: TypeAlias = tuple[int, ...]


def _nonzero(most: int) -> Domain:
    return one_of(*range(-most, 0), *range(1, most + 1))


# Vectors of whole length, the shortest way from one line to the other, with directions at right angles to them.
_WAYS = tuple(
    (way, direction)
    for way, directions in (
        ((2, 3, 6), ((9, -2, -2), (3, -4, 1), (3, 2, -2), (3, 4, -3))),
        ((1, 2, 2), ((2, -4, 3), (2, -3, 2), (2, 1, -2), (2, 2, -3), (2, 3, -4), (4, -3, 1), (4, 1, -3))),
        ((2, 4, 4), ((2, -4, 3), (2, -3, 2), (2, 1, -2), (2, 2, -3), (2, 3, -4), (4, -3, 1), (4, 1, -3))),
        ((1, 4, 8), ((4, -3, 1), (4, 1, -1), (4, 3, -2))),
        ((4, 4, 7), ((3, 4, -4), (4, 3, -4))),
        ((3, 6, 6), ((2, -4, 3), (2, -3, 2), (2, 1, -2), (2, 2, -3), (2, 3, -4), (4, -3, 1), (4, 1, -3))),
        ((2, 6, 9), ((3, -4, 2), (3, 2, -2))),
    )
    for direction in directions
)


@functionalize(
    "test/precalculus/1172.json",
    pair=one_of(*_WAYS),
    order=one_of(*_ORDERS),
    signs=one_of(*_SIGNS),
    x=_nonzero(7),
    y=_nonzero(12),
    z=_nonzero(7),
    along=one_of(-2, -1, 1, 2),
    times=one_of(-2, 2),
)
def distance_of_parallel_lines(
    pair: tuple[Vector, Vector] = _WAYS[0],
    order: Vector = (2, 0, 1),
    signs: Vector = (-1, -1, 1),
    x: int = 3,
    y: int = -10,
    z: int = 1,
    along: int = -1,
    times: int = 2,
) -> Variant:
    """Distance between two parallel lines in space given by points and directions."""
    way, direction = ([sign * vector[place] for sign, place in zip(signs, order, strict=True)] for vector in pair)
    one = (x, y, z)
    other = [p + w + along * d for p, w, d in zip(one, way, direction, strict=True)]
    require(all(0 < abs(entry) < 10 for entry in other))
    edits = {
        rows(3, -10, 1): rows(*one),
        rows(2, -9, -2): rows(*direction),
        rows(-5, -3, 6): rows(*other),
        rows(4, -18, -4): rows(*(times * entry for entry in direction)),
    }
    return Variant(edits, isqrt(sum(size**2 for size in way)))


@distance_of_parallel_lines.check
def _(question: str) -> float:
    one, direction, other, multiple = vectors(question)
    apart = [q - p for p, q in zip(one, other, strict=True)]
    area = _cross(apart, multiple)  # of the parallelogram that they span
    return hypot(*area) / hypot(*multiple) if not any(_cross(direction, multiple)) else -1.0


def _cross(one: list[int], other: list[int]) -> list[int]:
    return [one[i - 2] * other[i - 1] - one[i - 1] * other[i - 2] for i in range(3)]


@functionalize(
    "test/precalculus/323.json",
    a=ints(-4, 4),
    b=ints(-2, 2),
    steep=one_of(-3, -2, 2, 3),
    d=ints(-3, 3),
    one=one_of((1, 1), (1, -1), (1, 2), (-1, 2), (2, 1), (2, -1), (-1, 1)),
    other=one_of((1, 3), (1, -3), (-1, 3), (3, 1), (3, -1), (1, 2), (1, -2), (2, 1), (-2, 1)),
    slope=one_of(-3, -2, 2, 3),
    start=_nonzero(4),
)
def image_of_line(
    a: int = 4,
    b: int = -1,
    steep: int = 2,
    d: int = 1,
    one: Vector = (2, -1),
    other: Vector = (1, -3),
    slope: int = 2,
    start: int = 1,
) -> Variant:
    """Equation of the image of a line under a matrix of which two images are known."""
    run = a + b * slope  # along the image of a step to the right on the line
    c = steep * run - d * slope
    require(one[0] * other[1] != one[1] * other[0] and a * d != b * c)
    images = [(a * x + b * y, c * x + d * y) for x, y in (one, other)]
    require(all(0 < abs(entry) < 10 for image in images for entry in image))
    crossing = d * start - steep * b * start
    # No multiple of the unit matrix, which only stretches.
    require(run != 0 and 0 < abs(crossing) < 20 and not (b == c == 0 and a == d))
    edits = {
        rows(2, -1): rows(*one),
        rows(9, 3): rows(*images[0]),
        rows(1, -3): rows(*other),
        rows(7, -1): rows(*images[1]),
        "y = 2x + 1": f"y = {polynomial([slope, start])}",
    }
    return Variant(edits, f"y = {polynomial([steep, crossing])}")


@image_of_line.check
def _(question: str, gold: str) -> bool:
    one, one_image, other, other_image = vectors(question)
    whole = one[0] * other[1] - one[1] * other[0]
    slope, start = _line(question.split("the line $")[1].split("$", maxsplit=1)[0])
    steep, crossing = _line(gold)
    points = []
    for x in (-5, 4):
        y = slope * x + start
        # The point as a combination of the known vectors.
        weights = Fraction(x * other[1] - y * other[0], whole), Fraction(y * one[0] - x * one[1], whole)
        points.append([weights[0] * p + weights[1] * q for p, q in zip(one_image, other_image, strict=True)])
    return points[0] != points[1] and all(y == steep * x + crossing for x, y in points)


def _line(text: str) -> tuple[int, int]:
    ((slope, start),) = re.findall(r"^y = (-?\d+)x ([+-] \d+)$", text)
    return int(slope), int(start.replace(" ", ""))


# Vectors of equal length that are not each other's multiples.
_RADII = (((5, 0), (4, 3)), ((7, 1), (5, 5)), ((8, 1), (7, 4)), ((9, 2), (7, 6)))
_MIRRORED = tuple(
    ((sign * p[place], other * p[1 - place]), q)
    for radii in _RADII
    for p in radii
    for q in {(s * r[k], t * r[1 - k]) for r in radii for s in (1, -1) for t in (1, -1) for k in (0, 1)}
    for sign, other, place in ((1, 1, 0), (-1, 1, 1), (1, -1, 0))
)


@functionalize("test/precalculus/398.json", pair=one_of(*_MIRRORED), x=_nonzero(9), y=_nonzero(9))
def mirrored_vector(pair: tuple[Vector, Vector] = ((5, 0), (4, 3)), x: int = -2, y: int = 3) -> Variant:
    """Image of a vector under a reflection of which one image is known."""
    known, image = pair
    axis = [p + q for p, q in zip(known, image, strict=True)]
    square = axis[0] ** 2 + axis[1] ** 2
    # The known one neither turns back nor stays, and the mirror is no axis or diagonal.
    require(axis[0] * axis[1] != 0 and abs(axis[0]) != abs(axis[1]) and known != image)
    share = Fraction(2 * (x * axis[0] + y * axis[1]), square)
    entries = share * axis[0] - x, share * axis[1] - y
    require(all(1 < entry.denominator < 100 and abs(entry.numerator) < 100 for entry in entries))
    gold = column(*(f"{entry.numerator}/{entry.denominator}" for entry in entries))
    return Variant({rows(5, 0): rows(*known), rows(4, 3): rows(*image), rows(-2, 3): rows(x, y)}, gold)


@mirrored_vector.check
def _(question: str, gold: str) -> bool:
    known, image, vector = vectors(question)
    x, y = (Fraction(entry) for entry in re.findall(r"-?\d+/\d+", gold))
    # It keeps lengths and angles, and turns the other way round.
    return (
        known[0] ** 2 + known[1] ** 2 == image[0] ** 2 + image[1] ** 2
        and vector[0] ** 2 + vector[1] ** 2 == x**2 + y**2
        and known[0] * vector[0] + known[1] * vector[1] == image[0] * x + image[1] * y
        and known[0] * vector[1] - known[1] * vector[0] == image[1] * x - image[0] * y
    )


# Matrices that stretch by a whole number at most, not all of them triangular.
_STRETCHES = (
    ((2, 3, 0, -2), 4),
    ((3, 8, 0, 3), 9),
    ((4, 6, 0, 4), 8),
    ((6, 5, 0, 6), 9),
    ((2, 2, 1, -2), 3),
    ((2, 5, 2, 2), 6),
    ((2, 6, 3, 2), 7),
    ((3, 6, 2, -3), 7),
)


@functionalize(
    "test/precalculus/675.json",
    stretch=one_of(*_STRETCHES),
    row=one_of(1, -1),
    other_row=one_of(1, -1),
    columns=one_of(1, -1),
    turned=one_of(False, True),
    swapped=one_of(False, True),
)
def greatest_stretch(
    stretch: tuple[Vector, int] = _STRETCHES[0],
    row: int = 1,
    other_row: int = 1,
    columns: int = 1,
    turned: bool = False,
    swapped: bool = False,
) -> Variant:
    """Smallest bound of the factor by which a matrix lengthens a vector."""
    (a, b, c, d), gold = stretch
    if turned:
        b, c = c, b
    one, other = (row * a, row * columns * b), (other_row * c, other_row * columns * d)
    if swapped:
        one, other = other, one
    return Variant({r"2 & 3 \\ 0 & -2": rf"{one[0]} & {one[1]} \\ {other[0]} & {other[1]}"}, gold)


@greatest_stretch.check
def _(question: str) -> float:
    ((a, b, c, d),) = (map(int, found) for found in re.findall(r"(-?\d) & (-?\d) \\\\ (-?\d) & (-?\d)", question))

    def length(angle: float) -> float:
        x, y = cos(angle), sin(angle)
        return hypot(a * x + b * y, c * x + d * y)

    best = max((step * pi / 60 for step in range(60)), key=length)
    low, high = best - pi / 60, best + pi / 60
    for _ in range(60):
        one, other = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, other) if length(one) > length(other) else (one, high)
    return length(low)

"""Precalculus, level 3: vectors."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations, product
from math import acos, cos, degrees, hypot, isclose, radians, sin, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import column, square_part, surd
from gap_tasks.math500.precalculus.level_1 import rows, vectors
from gap_tasks.math500.precalculus.vectors import Vector
from gap_tasks.math500.precalculus.vectors import cross as _cross
from gap_tasks.math500.precalculus.vectors import dot as _dot
from gap_tasks.math500.precalculus.vectors import nonzero as _nonzero
from gap_tasks.sampling import ints, one_of, require

_SIGNS = tuple(product((1, -1), repeat=3))


@functionalize(
    "test/precalculus/1300.json", ones=one_of(*_SIGNS), first=_nonzero(6), second=_nonzero(6), dot=_nonzero(9)
)
def vector_from_products(ones: Vector = (1, 1, 1), first: int = 1, second: int = -2, dot: int = 2) -> Variant:
    """Vector from its dot and cross product with a known one, whose entries are 1 or -1."""
    cross = (first, second, -ones[2] * (ones[0] * first + ones[1] * second))
    require(0 < abs(cross[2]) < 10)
    thirds = [dot * one + turned for one, turned in zip(ones, _cross(cross, ones), strict=True)]
    require(all(third % 3 for third in thirds))
    edits = {rows(1, 1, 1): rows(*ones), "= 2$": f"= {dot}$", rows(1, -2, 1): rows(*cross)}
    return Variant(edits, column(*(f"{third}/3" for third in thirds)))


@vector_from_products.check
def _(question: str, gold: str) -> bool:
    known, cross = vectors(question)
    dot = int(question.split(r"\mathbf{v} = ")[1].split("$", maxsplit=1)[0])
    x, y, z = (Fraction(entry) for entry in re.findall(r"-?\d+/\d+", gold))
    a, b, c = known
    return a * x + b * y + c * z == dot and [b * z - c * y, c * x - a * z, a * y - b * x] == cross


_WEIGHTS = tuple((m, n) for m in range(-3, 4) for n in range(-3, 4) if m and n and abs(m * n) > 1)


@functionalize(
    "test/precalculus/263.json",
    a=_nonzero(5),
    b=_nonzero(5),
    c=_nonzero(6),
    d=_nonzero(5),
    e=_nonzero(4),
    p=_nonzero(6),
    q=_nonzero(6),
    r=_nonzero(6),
    s=ints(-6, 6),
    t=_nonzero(6),
    u=_nonzero(6),
    weights=one_of(*_WEIGHTS),
)
def image_of_combination(
    a: int = 3,
    b: int = 1,
    c: int = -5,
    d: int = 2,
    e: int = 2,
    p: int = 2,
    q: int = 4,
    r: int = -3,
    s: int = 0,
    t: int = -5,
    u: int = -5,
    weights: tuple[int, int] = (-1, 2),
) -> Variant:
    """Image of a vector under a matrix of which two images are known."""
    one, other, one_image, other_image = (a, b, 0), (c, d, e), (p, q, r), (s, t, u)
    asked, image = (
        [weights[0] * x + weights[1] * y for x, y in zip(*pair, strict=True)]
        for pair in ((one, other), (one_image, other_image))
    )
    require(all(asked) and all(image))
    edits = {
        rows(3, 1, 0): rows(*one),
        rows(-5, 2, 2): rows(*other),
        rows(2, 4, -3): rows(*one_image),
        rows(0, -5, -5): rows(*other_image),
        rows(-13, 3, 4): rows(*asked),
    }
    return Variant(edits, column(*image))


@image_of_combination.check
def _(question: str) -> str:
    one, one_image, other, other_image, asked = vectors(question)
    # A matrix with these images and any third one, by Cramer's rule: the third must not matter.
    third, third_image = _cross(one, other), (7, -3, 11)
    whole = _dot(third, third)
    weights = [
        Fraction(_dot(asked, _cross(other, third)), whole),
        Fraction(_dot(asked, _cross(third, one)), whole),
        Fraction(_dot(asked, third), whole),
    ]
    images = zip(one_image, other_image, third_image, strict=True)
    return column(*(sum(weight * entry for weight, entry in zip(weights, row, strict=True)) for row in images))


_STEEP = tuple((a, b) for a in range(-9, 10) for b in range(-4, 5) if b and a % b == 0 and abs(a) >= 2 * abs(b))


@functionalize("test/precalculus/356.json", onto=one_of(*_STEEP))
def line_of_no_projection(onto: tuple[int, int] = (2, 1)) -> Variant:
    """Equation of the line of the vectors whose projection onto a given one vanishes."""
    return Variant({rows(2, 1): rows(*onto)}, f"y = {-onto[0] // onto[1]}x")


@line_of_no_projection.check
def _(question: str) -> str:
    (a, b), _ = vectors(question)
    (slope,) = (m for m in range(-20, 21) if isclose(hypot(a + 1, b + m), hypot(a - 1, b - m)))
    return f"y = {slope}x"


@functionalize(
    "test/precalculus/477.json",
    a=_nonzero(3),
    b=_nonzero(3),
    c=_nonzero(3),
    d=_nonzero(3),
    e=_nonzero(3),
    f=_nonzero(3),
)
def area_at_origin(a: int = 1, b: int = 2, c: int = 3, d: int = -3, e: int = -2, f: int = 1) -> Variant:
    """Area of a triangle in space with a corner at the origin."""
    normal = _cross((a, b, c), (d, e, f))
    square = _dot(normal, normal)
    require(square > 0 and square % 4 == 0)
    outside, inside = square_part(square // 4)
    require(1 < outside < 10 and 1 < inside < 10)
    return Variant({rows(1, 2, 3): rows(a, b, c), rows(-3, -2, 1): rows(d, e, f)}, surd(outside, inside))


@area_at_origin.check
def _(question: str) -> float:
    one, other = vectors(question)
    return sqrt(_dot(one, one) * _dot(other, other) - _dot(one, other) ** 2) / 2


# Sizes of vectors of whole length, of which the square has at most two digits.
_WHOLE = ((2, 3, 6), (1, 2, 2), (2, 4, 4), (1, 4, 8), (4, 4, 7), (3, 6, 6))


@functionalize(
    "test/precalculus/625.json",
    sizes=one_of(*_WHOLE),
    order=one_of(*permutations(range(3))),
    signs=one_of(*_SIGNS),
    dot=_nonzero(9),
)
def projection_from_dot_product(
    sizes: Vector = (2, 3, 6), order: Vector = (0, 2, 1), signs: Vector = (1, 1, 1), dot: int = 8
) -> Variant:
    """Projection onto a vector from the dot product with it."""
    onto = [sign * sizes[place] for sign, place in zip(signs, order, strict=True)]
    shares = [Fraction(dot * entry, _dot(sizes, sizes)) for entry in onto]
    require(all(share.denominator > 1 for share in shares))
    gold = column(*(f"{share.numerator}/{share.denominator}" for share in shares))
    return Variant({rows(2, 6, 3): rows(*onto), "8": dot}, gold)


@projection_from_dot_product.check
def _(question: str, gold: str) -> bool:
    ((a, b, c),) = vectors(question)
    dot = int(question.split(r"\cdot \mathbf{b} = ")[1].split(".", maxsplit=1)[0])
    x, y, z = (Fraction(entry) for entry in re.findall(r"-?\d+/\d+", gold))
    # A multiple of the vector with the same dot product.
    return a * x + b * y + c * z == dot and (b * z, c * x, a * y) == (c * y, a * z, b * x)


@functionalize("test/precalculus/801.json", small=ints(12, 79), large=ints(25, 98))
def angle_with_difference(small: int = 29, large: int = 84) -> Variant:
    """Angle between a vector and its difference to another, from the other angles of the three [degrees]."""
    require(large - small >= 10 and large != 2 * small)
    return Variant({"29": small, "84": large}, rf"{large - small}^\circ")


@angle_with_difference.check
def _(question: str, gold: str) -> bool:
    small, large = (int(part[:2]) for part in question.split("is $")[1:])
    # Against b = (1, 0), the longer a is, the closer the direction of a - b is to its own.
    direction = (cos(radians(small)), sin(radians(small)))
    low, high = 0.0, 1000.0
    for _ in range(100):
        length = (low + high) / 2
        difference = (length * direction[0] - 1, length * direction[1])
        angle = degrees(acos(difference[0] / hypot(*difference)))
        low, high = (length, high) if angle > large else (low, length)
    along = (difference[0] * direction[0] + difference[1] * direction[1]) / hypot(*difference)
    return isclose(degrees(acos(along)), int(gold.removesuffix(r"^\circ")), rel_tol=1e-9)

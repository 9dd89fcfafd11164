"""Prealgebra, level 5."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=5,
    source="own",
    a=ints(3, 9),
    b=ints(3, 9),
    c=ints(3, 9),
    color=one_of("red", "blue", "green", "white"),
)
def painted_block(a: int = 4, b: int = 5, c: int = 6, color: str = "red") -> Answer:
    """Share of the unit cubes of a painted block that have paint on exactly one face."""
    # Sizes in rising order: a block turned on its side is no other question.
    require(a <= b <= c)
    once = 2 * ((a - 2) * (b - 2) + (a - 2) * (c - 2) + (b - 2) * (c - 2))
    return Answer(
        f"A solid wooden block measures {a} cm by {b} cm by {c} cm. All six of its faces are painted {color}, and then "
        "the block is sawn into cubes with edges of 1 cm. What fraction of these cubes have paint on exactly one face?",
        Fraction(once, a * b * c),
    )


@painted_block.check
def _(a: int, b: int, c: int) -> Fraction:
    sizes = (a, b, c)
    cubes = list(product(range(a), range(b), range(c)))
    faces = [sum((i == 0) + (i == n - 1) for i, n in zip(cube, sizes, strict=True)) for cube in cubes]
    return Fraction(faces.count(1), len(cubes))

"""Prealgebra: order of operations, percentages, rates, ratios, counting the cubes of a block."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import gcd

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=1, source="own", a=ints(10, 60), b=ints(2, 9), c=ints(5, 9), d=ints(2, 6))
def brackets_first(a: int = 17, b: int = 4, c: int = 9, d: int = 2) -> Answer:
    """A sum with a product and a bracket in it."""
    require(c - d >= 2)
    return Answer(rf"Evaluate ${a} + {b} \times ({c} - {d})$.", a + b * (c - d))


@brackets_first.check
def _(a: int, b: int, c: int, d: int) -> int:
    total = a
    for _step in range(d, c):
        total += b
    return total


@problem(
    level=2,
    source="own",
    cut=ints(11, 60),
    price=ints(20, 99),
    thing=one_of("jacket", "lamp", "kettle", "backpack", "radio"),
)
def sale_price(cut: int = 15, price: int = 80, thing: str = "jacket") -> Answer:
    """Price left after a percentage is taken off [dollars]."""
    require(price * cut % 100 == 0)
    return Answer(
        f"In a sale, every price is cut by {cut} percent. What is the sale price, in dollars, of a {thing} that "
        f"normally costs {price} dollars?",
        price - price * cut // 100,
    )


@sale_price.check
def _(cut: int, price: int) -> int:
    return next(sale for sale in range(price + 1) if 100 * (price - sale) == cut * price)


@problem(
    level=3, source="own", machines=ints(3, 9), hours=ints(3, 9), rate=ints(2, 9), others=ints(3, 9), longer=ints(3, 9)
)
def machine_hours(machines: int = 6, hours: int = 5, rate: int = 4, others: int = 8, longer: int = 7) -> Answer:
    """Output of some machines from that of others, by way of one machine in one hour [parts]."""
    require(others != machines and longer != hours)
    return Answer(
        f"At a steady rate, {machines} machines make {machines * hours * rate} parts in {hours} hours. "
        f"How many parts do {others} such machines make in {longer} hours?",
        others * longer * rate,
    )


@machine_hours.check
def _(printed: list[int]) -> Fraction:
    machines, parts, hours, others, longer = printed
    return parts * Fraction(others, machines) * Fraction(longer, hours)


@problem(level=4, source="own", a=ints(2, 8), b=ints(3, 9), added=ints(10, 40), c=ints(2, 9), d=ints(3, 9))
def beads_added(a: int = 3, b: int = 5, added: int = 33, c: int = 7, d: int = 8) -> Answer:
    """The unchanged part of a mixture whose ratio shifts when the other part grows [beads]."""
    require(gcd(a, b) == 1 and gcd(c, d) == 1)
    growth = b * c - a * d
    require(growth > 0 and added * b * d % growth == 0)
    blue = added * b * d // growth
    require(blue % b == 0 and blue % d == 0 and blue < 1000)
    return Answer(
        f"The ratio of red beads to blue beads in a jar is ${a} : {b}$. After {added} more red beads are put into "
        f"the jar, the ratio of red beads to blue beads is ${c} : {d}$. How many blue beads are in the jar?",
        blue,
    )


@beads_added.check
def _(a: int, b: int, added: int, c: int, d: int) -> int:
    (blue,) = (b * share for share in range(1, 1000) if Fraction(a * share + added, b * share) == Fraction(c, d))
    return blue


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

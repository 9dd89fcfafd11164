"""Counting and probability, level 4: arrangements, coefficients and points that are counted."""

from __future__ import annotations

import re
from cmath import exp, sqrt
from fractions import Fraction
from itertools import combinations, pairwise, permutations
from math import comb, factorial, perm

from gap_tasks.math500.english import CARDINALS, cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, numbers, one_of, require


# Three digits leave few numbers of books.
@functionalize(
    "test/counting_and_probability/1014.json",
    books=ints(4, 6),
    special=ints(2, 3),
    subject=one_of("math", "history", "poetry", "science", "music", "grammar"),
)
def shelves_without_neighbors(books: int = 6, special: int = 2, subject: str = "math") -> Variant:
    """Number of orders of different books with no two on one subject next to each other."""
    others = books - special
    # With as many places as books on the subject, all places would be taken.
    require(special < others + 1)
    edits = {
        "6": books,
        "2": special,
        "are math": f"are {subject}",
        "the math books": f"{'the' if special == 2 else 'any of the'} {subject} books",
    }
    return Variant(edits, factorial(others) * perm(others + 1, special))


@shelves_without_neighbors.check
def _(question: str) -> int:
    books, special, _ = map(int, numbers(question))
    return sum(all(max(pair) >= special for pair in pairwise(order)) for order in permutations(range(books)))


# (power of the first term, power below in the second, exponent): some term of the expansion is constant.
SHAPES = ((3, 2, 5), (2, 3, 5), (6, 4, 5), (4, 6, 5), (2, 2, 4), (3, 3, 4), (2, 2, 6), (4, 2, 6), (2, 6, 4))


@functionalize("test/counting_and_probability/119.json", shape=one_of(*SHAPES), a=ints(10, 40), c=ints(2, 9))
def constant_term(shape: tuple[int, int, int] = (3, 2, 5), a: int = 10, c: int = 2) -> Variant:
    """Constant term in the expansion of a power of the difference of two powers with coefficients."""
    p, q, n = shape
    j = q * n // (p + q)
    gold = comb(n, j) * a**j * Fraction(-1, c) ** (n - j)
    require(gold.denominator == 1 and 10 <= abs(gold) <= 999)
    return Variant({"10x^3": f"{a}x^{p}", "{2x^2}": f"{{{c}x^{q}}}", "{5}": f"{{{n}}}"}, gold)


@constant_term.check
def _(question: str) -> Fraction:
    a, p, above, c, q, n = map(int, numbers(question))
    power = {0: Fraction(1)}
    for _ in range(n):
        product: dict[int, Fraction] = {}
        for degree, value in power.items():
            product[degree + p] = product.get(degree + p, Fraction(0)) + value * a
            product[degree - q] = product.get(degree - q, Fraction(0)) - value * Fraction(above, c)
        power = product
    return power[0]


@functionalize(
    "test/counting_and_probability/134.json",
    people=ints(6, 8),
    friends=ints(2, 4),
    names=one_of(
        ("Pierre", "Rosa", "Thomas", "Ursula"),
        ("Amir", "Clara", "Diego", "Hanna"),
        ("Lucy", "Marek", "Nadia", "Oscar"),
        ("Felix", "Greta", "Ivan", "Julia"),
    ),
)
def round_table_with_friends(
    people: int = 8, friends: int = 3, names: tuple[str, ...] = ("Pierre", "Rosa", "Thomas", "Ursula")
) -> Variant:
    """Number of ways, up to rotation, to seat people around a round table when some named ones sit together."""
    require(people - friends >= 2)
    edits = {
        "8": people,
        "3": friends,
        "Pierre, Rosa,": ", ".join(names[: friends - 1]) + "," * (friends > 2),
        "and Thomas": f"and {names[friends - 1]}",
        "all want": "both want" if friends == 2 else "all want",
    }
    return Variant(edits, factorial(friends) * factorial(people - friends))


@round_table_with_friends.check
def _(question: str) -> int:
    people, friends = map(int, numbers(question))
    named = re.findall(r"[A-Z][a-z]+", question.split("--")[1])
    if len(named) != friends:
        raise ValueError(f"{friends} people but the names {named}")
    # Somebody else keeps the first seat, which uses up the rotations and breaks the circle into a row.
    row = range(1, people)
    blocks = sum(seats[-1] - seats[0] == friends - 1 for seats in combinations(row, friends))
    return blocks * factorial(friends) * factorial(len(row) - friends)


TABLES = {"a square": 4, "an equilateral triangular": 3}
"""Table with its article -> sides."""


# One digit for the people leaves few tables.
@functionalize(
    "test/counting_and_probability/238.json",
    table=one_of(*TABLES),
    on_side=ints(2, 3),
    same=one_of("rotation", "rotation or reflection"),
    noun=one_of("people", "students", "guests", "knights", "players"),
)
def seatings_at_a_polygon(
    table: str = "a square", on_side: int = 2, same: str = "rotation", noun: str = "people"
) -> Variant:
    """Number of ways, up to the symmetries that are named, to seat people around a regular table."""
    sides = TABLES[table]
    people = sides * on_side
    require(people <= 9)
    symmetries = sides * (1 if same == "rotation" else 2)
    edits = {"8": people, "people": noun, "a square": table, "2": on_side, "a rotation": f"a {same}"}
    return Variant(edits, factorial(people) // symmetries)


@seatings_at_a_polygon.check
def _(question: str) -> Fraction:
    people, on_side = map(int, numbers(question))
    # A rotation brings the first person to one side, where a reflection makes pairs of seats or keeps the middle one.
    choices = Fraction(on_side, 2 if "reflection" in question else 1)
    return choices * factorial(people - 1)


@functionalize("test/counting_and_probability/25149.json", width=ints(2, 9), height=ints(2, 9))
def interior_lattice_points(width: int = 5, height: int = 4) -> Variant:
    """Number of lattice points strictly inside a rectangle around the origin."""
    gold = (2 * width - 1) * (2 * height - 1)
    require(width != height and gold <= 99)
    return Variant({"5": width, "4": height}, gold)


@interior_lattice_points.check
def _(question: str) -> int:
    corners = [(int(x), int(y)) for x, y in re.findall(r"\((-?\d+),(-?\d+)\)", question)]
    (left, *_, right), (bottom, *_, top) = (sorted(values) for values in zip(*corners, strict=True))
    plane = range(-12, 13)
    return sum(left < x < right and bottom < y < top for x in plane for y in plane)


# One digit for the circles leaves few of them.
@functionalize("test/counting_and_probability/339.json", circles=ints(3, 9))
def most_intersections(circles: int = 4) -> Variant:
    """Largest number of points in which at least two of some circles intersect."""
    return Variant({"Four": cardinal(circles).capitalize()}, circles * (circles - 1))


@most_intersections.check
def _(question: str) -> int:
    word = question.split(maxsplit=1)[0].lower()
    (circles,) = (number for number, name in CARDINALS.items() if name == word)
    # Unit circles with centers less than two apart and in no special position.
    centers = [0.5 * exp(1j * k**1.5) for k in range(circles)]
    points = set()
    for one, other in combinations(centers, 2):
        apart = abs(other - one)
        across = 1j * (other - one) / apart * sqrt(1 - apart**2 / 4)
        for point in ((one + other) / 2 + across, (one + other) / 2 - across):
            points.add((round(point.real, 9), round(point.imag, 9)))
    return len(points)

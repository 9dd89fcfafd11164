"""Counting and probability, level 4: probabilities."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from math import comb, gcd

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import rational
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize("test/counting_and_probability/377.json", islands=ints(5, 9), odds=ints(3, 9), hits=ints(2, 6))
def treasure_islands(islands: int = 7, odds: int = 5, hits: int = 4) -> Variant:
    """Probability of an exact number of successes in independent trials."""
    require(hits < islands)
    p = Fraction(1, odds)
    gold = comb(islands, hits) * p**hits * (1 - p) ** (islands - hits)
    return Variant({"seven": cardinal(islands), "{5}": f"{{{odds}}}", "4": hits}, gold)


@treasure_islands.check
def _(islands: int, odds: int, hits: int) -> Fraction:
    weights = (odds - 1, 1)
    found = 0
    for outcome in product((0, 1), repeat=islands):
        if sum(outcome) == hits:
            weight = 1
            for treasure in outcome:
                weight *= weights[treasure]
            found += weight
    return Fraction(found, odds**islands)


@functionalize("test/counting_and_probability/10.json", sides=ints(4, 6), dice=ints(3, 5), face=ints(1, 6))
def number_of_dice(sides: int = 6, dice: int = 4, face: int = 1) -> Variant:
    """Number of dice from the probability that exactly two show something other than one face."""
    require(face <= sides)
    # With four sides or more, every further die makes the probability smaller, so it gives one number of dice.
    p = comb(dice, 2) * Fraction((sides - 1) ** 2, sides**dice)
    require(p.numerator <= 99 and p.denominator <= 999)
    edits = {"6-sided": f"{sides}-sided", "other than 1": f"other than {face}", r"\frac{25}{216}": rational(p)}
    return Variant(edits, dice)


@number_of_dice.check
def _(question: str) -> int:
    sides, face, above, below = map(int, numbers(question))
    others = sum(shown != face for shown in range(1, sides + 1))
    # Ways to throw so many dice, by how many show another number: none, one, two.
    ways, found = (1, 0, 0), []
    for dice in range(1, 20):
        none, one, two = ways
        same = sides - others
        ways = (none * same, one * same + none * others, two * same + one * others)
        if Fraction(ways[2], sides**dice) == Fraction(above, below):
            found.append(dice)
    (dice,) = found
    return dice


@functionalize("test/counting_and_probability/1114.json", sides=ints(4, 9), factor=one_of(2, 3, 5, 7))
def product_is_a_multiple(sides: int = 6, factor: int = 5) -> Variant:
    """Probability that the product of two dice is a multiple of a prime."""
    require(factor <= sides)
    misses = Fraction(sides - sides // factor, sides)
    return Variant({"6-sided": f"{sides}-sided", "5": factor}, 1 - misses**2)


@product_is_a_multiple.check
def _(question: str) -> Fraction:
    sides, factor = map(int, numbers(question))
    throws = list(product(range(1, sides + 1), repeat=2))
    return Fraction(sum(a * b % factor == 0 for a, b in throws), len(throws))


@cache
def _share_on_a_line(columns: int, rows: int) -> Fraction:
    """Share of the sets of three points of a grid that lie on a line."""
    triples = list(combinations(product(range(columns), range(rows)), 3))
    on_a_line = sum((b[0] - a[0]) * (c[1] - a[1]) == (c[0] - a[0]) * (b[1] - a[1]) for a, b, c in triples)
    return Fraction(on_a_line, len(triples))


# Grids of two rows would lose the diagonals, and only the smallest keep short answers.
@functionalize(
    "test/counting_and_probability/230.json", columns=ints(3, 5), rows=ints(3, 5), wanted=one_of(True, False)
)
def three_points_on_a_line(columns: int = 3, rows: int = 3, wanted: bool = True) -> Variant:
    """Probability that three random points of a grid lie, or do not lie, on a line."""
    p = _share_on_a_line(columns, rows)
    edits = {"i<3": f"i<{columns}", "j<3": f"j<{rows}", "points lie": "points lie" if wanted else "points do not lie"}
    return Variant(edits, p if wanted else 1 - p)


@three_points_on_a_line.check
def _(question: str) -> Fraction:
    columns, rows = map(int, re.findall(r"<(\d)", question))
    # Every set on a line has two ends and one of the grid's points between them.
    points = list(product(range(columns), range(rows)))
    lines = sum(gcd(b[0] - a[0], b[1] - a[1]) - 1 for a, b in combinations(points, 2))
    p = Fraction(lines, comb(len(points), 3))
    return 1 - p if "do not lie" in question else p


# The labels of the wheel in the order of their numbers; a turn gives each place the number that is further on.
PLACES = ('"1",(0.8', '"2",(0.8', '"3",(-0.7', '"6",(-0.8', '"7",(0.7', '"9",(-0.8')


def _shaded(columns: int, rows: int) -> list[tuple[int, int]]:
    """Lower left corners of the squares whose column and row are both even or both odd."""
    return [(x, y) for x in range(3, 3 + columns) for y in reversed(range(-2, -2 + rows)) if (x - 3 + y + 2) % 2 == 0]


@cache
def _figure(columns: int, rows: int) -> tuple[str, ...]:
    """Commands that draw a board: those of the published size, the last of a kind with the further ones behind it."""
    right, top = 3 + columns, -2 + rows
    thin = ",linewidth(0.7));"
    gray = ",gray(0.7));"
    squares = _shaded(columns, rows)
    groups = [
        [f"fill(({x},{y})--({x},{y + 1})--({x + 1},{y + 1})--({x + 1},{y})--cycle{gray}" for x, y in squares[:6]]
        + [f"fill(box(({x},{y}),({x + 1},{y + 1})){gray}" for x, y in squares[6:]],
        [f"draw((3,-2)--(3,{top})--({right},{top})--({right},-2)--cycle{thin}"],
        [f"draw((3,{y})--({right},{y}){thin}" for y in (-1, 0, 1)]
        + [f"draw(box((3,{y}),({right},{y + 1})){thin}" for y in range(2, top)],
        [f"draw(({x},-2)--({x},{top}){thin}" for x in (4, 5)]
        + [f"draw(box(({x},-2),({x + 1},{top})){thin}" for x in range(6, right)],
        [f'label("{column + 1}",({column + 3}.5,-2),S);' for column in range(columns)],
        [f'label("{row + 1}",(3,{_middle(row)}),W);' for row in range(rows)],
    ]
    commands: list[str] = []
    for count, group in zip((6, 1, 3, 2, 3, 4), groups, strict=True):
        commands += [*group[: count - 1], "\n".join(group[count - 1 :])]
    return tuple(commands)


def _middle(row: int) -> str:
    return ("-1.5", "-0.5")[row] if row < 2 else f"{row - 2}.5"


@functionalize(
    "test/counting_and_probability/282.json",
    divisors=one_of((4, 5), (4, 6), (4, 7), (5, 6), (5, 7), (6, 5), (6, 7), (7, 5), (7, 6)),
    dropped=ints(0, 6),
    turn=ints(0, 5),
)
def shaded_square(divisors: tuple[int, int] = (4, 5), dropped: int = 6, turn: int = 0) -> Variant:
    """Probability of a shaded square when the remainders of two spins of a wheel give its column and its row."""
    first, second = divisors
    wheel = [n for n in range(1, 10) if n % first and n % second]
    wheel = wheel[:dropped] + wheel[dropped + 1 :]
    require(len(wheel) == 6)
    columns, rows = first - 1, second - 1
    even = [sum(n % divisor % 2 == 0 for n in wheel) for divisor in divisors]
    gold = Fraction(even[0] * even[1] + (6 - even[0]) * (6 - even[1]), 36)
    edits: dict[str, object] = {
        "4, determining": f"{first}, determining",
        "1,2,3 marking": f"{_remainders(first)} marking",
        "5, determining": f"{second}, determining",
        "1,2,3,4 marking": f"{_remainders(second)} marking",
        **dict(zip(_figure(3, 4), _figure(columns, rows), strict=True)),
    }
    for place, fragment in enumerate(PLACES):
        edits[fragment] = f'"{wheel[(place + turn) % 6]}"{fragment[3:]}'
    return Variant(edits, gold)


def _remainders(divisor: int) -> str:
    return ",".join(map(str, range(1, divisor)))


@shaded_square.check
def _(question: str) -> Fraction:
    wheel = [int(n) for n in re.findall(r'label\("(\d)",\(-?0\.[78],', question)]
    first, second = map(int, re.findall(r"divided by (\d)", question))
    shaded = re.findall(r"fill\((?:box\()?\((\d),(-?\d)\)", question)
    below = {int(n): float(x) for n, x in re.findall(r'label\("(\d)",\(([\d.]+),-2\),S\)', question)}
    beside = {int(n): float(y) for n, y in re.findall(r'label\("(\d)",\(3,(-?[\d.]+)\),W\)', question)}
    squares = {(float(x) + 0.5, float(y) + 0.5) for x, y in shaded}
    spins = list(product(wheel, repeat=2))
    hits = sum((below[a % first], beside[b % second]) in squares for a, b in spins)
    return Fraction(hits, len(spins))


COLORS = ("blue", "green", "orange", "red", "violet", "white", "yellow", "black", "pink", "brown")


@functionalize("test/counting_and_probability/430.json", colors=ints(3, 8), start=ints(0, 9))
def equal_bags(colors: int = 5, start: int = 0) -> Variant:
    """Probability that two equal bags are equal again after a random ball goes over and a random one comes back."""
    *others, before_last, last = (COLORS * 2)[start : start + colors]
    edits = {"blue, green, orange": ", ".join(others), "red, and violet": f"{before_last}, and {last}"}
    return Variant(edits, Fraction(2, colors + 1))


@equal_bags.check
def _(question: str) -> Fraction:
    (listed,) = re.findall(r"colors,  (.+?)\.", question)
    colors = re.findall(r"[a-z]+", listed.replace("and ", ""))
    bags = [Counter([*colors, given]) for given in colors]
    outcomes = [bag - Counter([back]) == Counter(colors) for bag in bags for back in bag.elements()]
    return Fraction(sum(outcomes), len(outcomes))


@functionalize("test/counting_and_probability/803.json", width=ints(2, 9), height=ints(2, 9), bound=ints(2, 9))
def point_under_a_line(width: int = 8, height: int = 4, bound: int = 4) -> Variant:
    """Probability that the coordinates of a random point of a rectangle add up to no more than a bound."""
    # Under the line lies a triangle, which does not leave the rectangle.
    require(bound <= min(width, height) and width != height)
    edits = {
        r"x \le 8": rf"x \le {width}",
        r"0 \le y \le 4": rf"0 \le y \le {height}",
        r"x+y \le 4": rf"x+y \le {bound}",
    }
    return Variant(edits, Fraction(bound**2, 2 * width * height))


@point_under_a_line.check
def _(question: str) -> Fraction:
    _, width, _, height, bound = map(int, numbers(question))
    # Half of a unit square at the line lies under it.
    halves = sum(2 if x + y + 2 <= bound else int(x + y + 1 == bound) for x, y in product(range(width), range(height)))
    return Fraction(halves, 2 * width * height)

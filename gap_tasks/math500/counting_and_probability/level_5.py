"""Counting and probability, level 5."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product
from math import comb, factorial, gcd

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, one_of, require


def _fraction_in_text(value: Fraction) -> str:
    return rf"\frac{{{value.numerator}}}{{{value.denominator}}}"


@functionalize("test/counting_and_probability/1003.json", faces=one_of(6, 8), over=ints(1, 5), under=ints(8, 60))
def loaded_die(faces: int = 6, over: int = 1, under: int = 24) -> Variant:
    """Numerator plus denominator of the chance of a loaded face, from the chance of the commonest sum of two dice."""
    require(gcd(over, under) == 1 and over * faces < under)
    excess = Fraction(over, under)
    seven = Fraction(1, faces) - 2 * excess**2
    chance = Fraction(1, faces) + excess
    numbers = ", ".join(map(str, range(1, faces)))
    edits = {
        "six": cardinal(faces),
        "1, 2, 3, 4, 5, and 6": f"{numbers}, and {faces}",
        "1/6": f"1/{faces}",
        "7": faces + 1,
        r"\frac{47}{288}": _fraction_in_text(seven),
    }
    return Variant(edits, chance.numerator + chance.denominator)


@loaded_die.check
def _(faces: int, question: str) -> int:
    over, under = question.split(r"\frac{")[1].split("}", 1)[0], question.split("}{", 1)[1].split("}", 1)[0]
    printed = Fraction(int(over), int(under))
    for denominator in range(2, 600):
        for numerator in range(denominator // faces, 2 * denominator // faces + 1):
            chance = Fraction(numerator, denominator)
            chances = [chance, *[Fraction(1, faces)] * (faces - 2), Fraction(2, faces) - chance]
            sums = 2 * chance * chances[-1] + sum(p * p for p in chances[1:-1])
            if chance > Fraction(1, faces) and sums == printed:
                return chance.numerator + chance.denominator
    raise ValueError(question)


@functionalize(
    "test/counting_and_probability/1009.json",
    cookies=ints(4, 9),
    kinds=one_of(3, 4),
    first=one_of("chocolate chip", "ginger", "almond"),
    last=one_of("peanut butter", "coconut", "lemon"),
)
def cookie_assortments(
    cookies: int = 6, kinds: int = 3, first: str = "chocolate chip", last: str = "peanut butter"
) -> Variant:
    """Number of multisets of cookies of a few kinds."""
    edits = {
        "six": cardinal(cookies),
        "three": cardinal(kinds),
        "chocolate chip": first,
        "oatmeal": "oatmeal" if kinds == 3 else "oatmeal, raisin",
        "peanut butter": last,
    }
    return Variant(edits, comb(cookies + kinds - 1, kinds - 1))


@cookie_assortments.check
def _(cookies: int, kinds: int) -> int:
    return sum(sum(counts) == cookies for counts in product(range(cookies + 1), repeat=kinds))


@functionalize("test/counting_and_probability/159.json", democrats=ints(3, 6), republicans=ints(3, 6))
def committee_in_blocks(democrats: int = 5, republicans: int = 5) -> Variant:
    """Circular seatings of two parties and one more member with each party in one block."""
    edits = {"5@1": democrats, "5@2": republicans}
    return Variant(edits, 2 * factorial(democrats) * factorial(republicans))


@committee_in_blocks.check
def _(democrats: int, republicans: int) -> int:
    # The independent's seat is fixed, so what is left is a row; a party is in one block where it spans its own length.
    seats = democrats + republicans
    patterns = [
        left
        for left in combinations(range(seats), democrats)
        if left[-1] - left[0] == democrats - 1
        and (right := sorted(set(range(seats)) - set(left)))[-1] - right[0] == republicans - 1
    ]
    labels = 1
    for party in (democrats, republicans):
        labels *= sum(1 for _ in permutations(range(party)))
    return len(patterns) * labels


@functionalize("test/counting_and_probability/181.json", n=ints(6, 26))
def grid_columns(n: int = 19) -> Variant:
    """Length of a grid of three rows, from the number of squares with corners on it."""
    return Variant({"70": 4 * n - 6}, n)


@grid_columns.check
def _(question: str) -> int:
    total = int(question.split("total of ")[1].split(maxsplit=1)[0])
    for n in range(3, 60):
        grid = set(product(range(n), range(3)))
        found = 0
        for (x, y), (dx, dy) in product(grid, ((1, 0), (2, 0), (1, 1))):
            corners = {(x, y), (x + dx, y + dy), (x + dx - dy, y + dy + dx), (x - dy, y + dx)}
            found += corners <= grid
        if found == total:
            return n
    raise ValueError(question)


# Only these keep the answer a fraction of one-digit numbers other than the published one.
@functionalize(
    "test/counting_and_probability/188.json",
    lengths=one_of((1, 3), (1, 2), (2, 4), (3, 6), (4, 8), (2, 3), (4, 6), (6, 9)),
)
def triangle_exists(lengths: tuple[int, int] = (1, 3)) -> Variant:
    """Probability that a given length and two random ones are the sides of a triangle."""
    side, most = lengths
    missed = (most - side) ** 2 + Fraction(side * side, 2)
    return Variant({"(0,3)": f"(0,{most})", "1": side}, 1 - missed / most**2)


@triangle_exists.check
def _(lengths: tuple[int, int]) -> Fraction:
    # Cells of step 1/2 are cut along diagonals only: each of their four quarters is inside or outside as a whole.
    side, most = (2 * length for length in lengths)
    area = Fraction(0)
    for x, y in product(range(most), repeat=2):
        for dx, dy in ((1, 2), (2, 1), (3, 2), (2, 3)):
            a, b = x + Fraction(dx, 4), y + Fraction(dy, 4)
            area += Fraction(a + b > side and side + a > b and side + b > a, 4)
    return area / most**2


@functionalize(
    "test/counting_and_probability/216.json", republicans=ints(5, 9), democrats=ints(5, 9), members=ints(4, 5)
)
def mixed_subcommittees(republicans: int = 8, democrats: int = 6, members: int = 5) -> Variant:
    """Number of subcommittees with a member of either party."""
    total = comb(republicans + democrats, members)
    gold = total - comb(republicans, members) - comb(democrats, members)
    return Variant({"8": republicans, "6": democrats, "5": members}, gold)


@mixed_subcommittees.check
def _(republicans: int, democrats: int, members: int) -> int:
    return sum(comb(republicans, own) * comb(democrats, members - own) for own in range(1, members))


@functionalize("test/counting_and_probability/51.json", count=ints(4, 9), parity=one_of("even", "odd"))
def parity_of_sum_of_primes(count: int = 6, parity: str = "even") -> Variant:
    """Probability of the parity of the sum of two primes chosen at random."""
    odd = Fraction(2 * (count - 1), count**2)
    return Variant({"six": cardinal(count), "even": parity}, 1 - odd if parity == "even" else odd)


@parity_of_sum_of_primes.check
def _(count: int, parity: str) -> Fraction:
    primes = (2, 3, 5, 7, 11, 13, 17, 19, 23)[:count]
    hits = sum((one + other) % 2 == (parity == "odd") for one, other in product(primes, repeat=2))
    return Fraction(hits, count**2)


# More people make longer answers.
@functionalize("test/counting_and_probability/525.json", seats=one_of((7, 3), (6, 3), (8, 3), (8, 4), (9, 4)))
def separated_at_table(seats: tuple[int, int] = (7, 3)) -> Variant:
    """Circular seatings in which no two of a few named people are neighbors."""
    people, apart = seats
    others = people - apart
    gold = factorial(others - 1) * factorial(others) // factorial(others - apart)
    edits = {"7": people, "3": apart, "Rosa": "Rosa" if apart == 3 else "Rosa, Simon"}
    return Variant(edits, gold)


@separated_at_table.check
def _(seats: tuple[int, int]) -> int:
    people, apart = seats
    chosen = [
        places
        for places in combinations(range(people), apart)
        if all((place + 1) % people not in places for place in places)
    ]
    # Labelled seats; each seating is met once for every rotation.
    return len(chosen) * factorial(apart) * factorial(people - apart) // people


@functionalize(
    "test/counting_and_probability/765.json",
    total=ints(250, 480),
    every=ints(11, 19),
    none=ints(11, 29),
    calculus=ints(130, 210),
    with_chemistry=ints(50, 90),
    physics_chemistry=ints(50, 90),
    physics_calculus=ints(22, 45),
)
def physics_students(
    total: int = 360,
    every: int = 15,
    none: int = 15,
    calculus: int = 180,
    with_chemistry: int = 75,
    physics_chemistry: int = 75,
    physics_calculus: int = 30,
) -> Variant:
    """Size of one of three overlapping sets [students]."""
    pairs = with_chemistry + physics_chemistry + physics_calculus
    physics, rest = divmod(total - none - calculus + pairs - every, 3)
    require(rest == 0)
    require(calculus - with_chemistry - physics_calculus + every > 0)
    require(physics - physics_chemistry - physics_calculus + every > 0)
    require(2 * physics - with_chemistry - physics_chemistry + every > 0)
    edits = {
        "360": total,
        "15@1": every,
        "15@2": none,
        "180": calculus,
        "75@1": with_chemistry,
        "75@2": physics_chemistry,
        "30": physics_calculus,
    }
    return Variant(edits, physics)


@physics_students.check
def _(
    total: int,
    every: int,
    none: int,
    calculus: int,
    with_chemistry: int,
    physics_chemistry: int,
    physics_calculus: int,
) -> int:
    for physics in range(total):
        two = [pair - every for pair in (with_chemistry, physics_chemistry, physics_calculus)]
        only = [
            calculus - two[0] - two[2] - every,
            physics - two[1] - two[2] - every,
            2 * physics - two[0] - two[1] - every,
        ]
        if min(*two, *only) >= 0 and sum(two) + sum(only) + every + none == total:
            return physics
    raise ValueError(total)


# Three pairings, crossing or not: five variants.
@functionalize(
    "test/counting_and_probability/870.json",
    pairing=one_of(("AB", "CD"), ("AC", "BD"), ("AD", "BC")),
    crossing=one_of("intersect", "do not intersect"),
)
def crossing_chords(pairing: tuple[str, str] = ("AB", "CD"), crossing: str = "intersect") -> Variant:
    """Probability that two chords of random points cross, or do not."""
    gold = Fraction(1, 3) if crossing == "intersect" else Fraction(2, 3)
    return Variant({"AB": pairing[0], "CD": pairing[1], "intersect": crossing}, gold)


@crossing_chords.check
def _(pairing: tuple[str, str], crossing: str) -> Fraction:
    hits = 0
    for order in permutations("ABCD"):
        ends = sorted(order.index(point) for point in pairing[0])
        crossed = sum(ends[0] < order.index(point) < ends[1] for point in pairing[1]) == 1
        hits += crossed == (crossing == "intersect")
    return Fraction(hits, 24)


@functionalize("test/counting_and_probability/894.json", cars=ints(4, 8), lanes=one_of(3, 4))
def occupied_lanes(cars: int = 6, lanes: int = 3) -> Variant:
    """Number of ways in which cars in a fixed order fill every lane."""
    require(cars > lanes)
    gold = sum((-1) ** empty * comb(lanes, empty) * (lanes - empty) ** cars for empty in range(lanes))
    edits = {
        "Six": cardinal(cars).capitalize(),
        "three": cardinal(lanes),
        "one@3": "one" if lanes == 3 else "two",
        "straight-going lane": "straight-going lane" if lanes == 3 else "straight-going lanes",
    }
    return Variant(edits, gold)


@occupied_lanes.check
def _(cars: int, lanes: int) -> int:
    filled = [0] * (lanes + 1)  # ways by the number of lanes in use, car by car
    filled[0] = 1
    for _ in range(cars):
        filled = [
            filled[used] * used + (filled[used - 1] * (lanes - used + 1) if used else 0) for used in range(lanes + 1)
        ]
    return filled[lanes]

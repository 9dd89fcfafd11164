"""Counting and probability, level 5."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product
from math import comb, gcd

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=5, source="own", red_a=ints(3, 9), blue_a=ints(3, 9), red_b=ints(3, 9), blue_b=ints(3, 9))
def red_again(red_a: int = 4, blue_a: int = 7, red_b: int = 5, blue_b: int = 4) -> Answer:
    """Probability of a second red ball, when the first tells something about the box it came from."""
    all_a, all_b = red_a + blue_a, red_b + blue_b
    once = Fraction(red_a, all_a) + Fraction(red_b, all_b)
    twice = Fraction(red_a * (red_a - 1), all_a * (all_a - 1)) + Fraction(red_b * (red_b - 1), all_b * (all_b - 1))
    return Answer(
        f"Box A holds {red_a} red and {blue_a} blue balls, and box B holds {red_b} red and {blue_b} blue balls. A fair "
        "coin decides which box is used. Then two balls are drawn at random from that box, one after the other and "
        "without replacement. Given that the first ball is red, what is the probability that the second ball is red?",
        twice / once,
    )


@red_again.check
def _(red_a: int, blue_a: int, red_b: int, blue_b: int) -> Fraction:
    boxes = ("r" * red_a + "b" * blue_a, "r" * red_b + "b" * blue_b)
    once = twice = Fraction(0)
    for box in boxes:
        draws = list(permutations(box, 2))
        for first, second in draws:
            weight = Fraction(1, 2 * len(draws))
            once += weight * (first == "r")
            twice += weight * (first == second == "r")
    return twice / once


@problem(
    level=5,
    source="own",
    fives=ints(4, 9),
    tens=ints(5, 9),
    till=ints(2, 4),
    place=one_of("museum", "zoo", "cinema", "theater", "castle", "circus"),
)
def orders_with_change(fives: int = 8, tens: int = 7, till: int = 2, place: str = "museum") -> Answer:
    """Number of orders in a queue in which nobody waits for change, by reflection."""
    require(3 <= tens - till <= fives)
    return Answer(
        f"At the entrance of a {place}, {fives + tens} people stand in line to buy one ticket each. A ticket costs 5 "
        f"dollars. Each of {fives} of the people pays with a 5-dollar bill, and each of the other {tens} pays with a "
        "10-dollar bill and must be given a 5-dollar bill as change at once. Before the first person pays, the cash "
        f"desk holds {till} bills of 5 dollars and no other money. People with the same kind of bill are not told "
        "apart. How many orders of the people in the line allow everyone to be served in turn?",
        comb(fives + tens, tens) - comb(fives + tens, tens - till - 1),
    )


@orders_with_change.check
def _(fives: int, tens: int, till: int) -> int:
    ways = {(0, 0): 1}
    for five, ten in product(range(fives + 1), range(tens + 1)):
        if (five, ten) != (0, 0):
            served = ways.get((five - 1, ten), 0) + ways.get((five, ten - 1), 0)
            ways[five, ten] = served if till + five - ten >= 0 else 0
    return ways[fives, tens]


# No prime number of places: then every rotation but one would move them all in one cycle.
@problem(
    level=5,
    source="own",
    places=one_of(4, 6, 8, 9),
    colors=ints(2, 9),
    item=one_of("brooch", "medallion", "pendant", "buckle", "plate", "badge"),
    stones=one_of("stones", "beads", "pearls", "crystals"),
)
def ring_designs(places: int = 6, colors: int = 5, item: str = "brooch", stones: str = "stones") -> Answer:
    """Number of colorings of a ring that no rotation turns into each other, by counting fixed colorings."""
    require(colors**places <= 20000)
    fixed = sum(colors ** gcd(places, turn) for turn in range(places))
    return Answer(
        f"Around the edge of a round {item} there are {places} {stones}, equally spaced and equal in shape. Each of "
        f"them has one of {colors} colors; a color may be used several times or not at all. Two designs are the same "
        f"if one can be turned into the other by rotating the {item} about its center; only its front can be seen, so "
        "that it is never flipped over. How many different designs are possible?",
        fixed // places,
    )


@ring_designs.check
def _(places: int, colors: int) -> int:
    # A design is given by its first coloring in dictionary order. These are built place by place: a coloring repeats
    # its first `period` places or exceeds them, and is first among its rotations if the period fits into the ring.
    word = [0] * (places + 1)

    def first_ones(place: int, period: int) -> int:
        if place > places:
            return int(places % period == 0)
        least = word[place - period]
        found = 0
        for color in range(least, colors):
            word[place] = color
            found += first_ones(place + 1, period if color == least else place)
        return found

    return first_ones(1, 1)


ORDINALS = ("first", "second", "third", "fourth")


@problem(level=5, source="own", cards=ints(20, 60), red=ints(5, 9), which=one_of(*ORDINALS[1:]))
def cards_until_red(cards: int = 36, red: int = 7, which: str = "third") -> Answer:
    """Expected place of the k-th red card, as the red cards cut the deck into gaps of one expected length [cards]."""
    return Answer(
        f"In a deck of {cards} cards, {red} cards are red and all others are black. The deck is shuffled well, and "
        f"then its cards are turned over one by one until the {which} red card appears. What is the expected number of "
        "cards that are turned over, including that red card?",
        Fraction((ORDINALS.index(which) + 1) * (cards + 1), red + 1),
    )


@cards_until_red.check
def _(cards: int, red: int, which: str) -> Fraction:
    k = ORDINALS.index(which) + 1
    ways = {place: comb(place - 1, k - 1) * comb(cards - place, red - k) for place in range(1, cards + 1)}
    return Fraction(sum(place * count for place, count in ways.items()), sum(ways.values()))


@problem(level=5, source="own", a=ints(1, 6), b=ints(3, 7), heads=ints(2, 4), tails=ints(2, 4))
def heads_run_first(a: int = 2, b: int = 5, heads: int = 3, tails: int = 3) -> Answer:
    """Probability that a run of heads comes before a run of tails."""
    require(a < b and gcd(a, b) == 1)
    p, q = Fraction(a, b), Fraction(b - a, b)
    # After a first head, the run either gets completed or a tail breaks it; likewise after a first tail.
    completed, broken = p ** (heads - 1), 1 - q ** (tails - 1)
    after_head = completed / (1 - (1 - completed) * broken)
    after_tail = broken * after_head
    return Answer(
        rf"A bent coin lands heads with probability $\frac{{{a}}}{{{b}}}$ at each toss, independently of all other "
        f"tosses. It is tossed until it has landed heads {heads} times in a row or tails {tails} times in a row. What "
        f"is the probability that the tossing ends with {heads} heads in a row?",
        p * after_head + q * after_tail,
    )


@heads_run_first.check
def _(a: int, b: int, heads: int, tails: int) -> Fraction:
    # Toss by toss, the chance of each length of the present run (tails negative), until nearly all tossing has ended.
    head = a / b
    runs, won = {1: head, -1: 1 - head}, 0.0
    while sum(runs.values()) > 1e-15:
        longer: dict[int, float] = {}
        for run, chance in runs.items():
            for after, share in ((max(run, 0) + 1, head), (min(run, 0) - 1, 1 - head)):
                longer[after] = longer.get(after, 0.0) + chance * share
        won += longer.pop(heads, 0.0)
        longer.pop(-tails, None)
        runs = longer
    return Fraction(won).limit_denominator(10**5)


@problem(
    level=5,
    source="own",
    rows=ints(4, 9),
    columns=ints(10, 30),
    points=one_of("pegs", "nails", "pins", "hooks"),
)
def pegboard_squares(rows: int = 8, columns: int = 20, points: str = "pegs") -> Answer:
    """Number of squares, tilted ones included, whose corners are points of a rectangular grid."""
    # An upright square of side k is the frame of k squares: one for each place of a corner along its lower edge.
    return Answer(
        f"On a board, {points} form a rectangular grid with {rows} horizontal rows and {columns} vertical columns, and "
        "neighboring rows are as far apart as neighboring columns. In how many ways can four of the "
        f"{points} be chosen so that they are the corners of a square, whose sides need not be parallel to the rows "
        "and columns?",
        sum(k * (rows - k) * (columns - k) for k in range(1, rows)),
    )


@pegboard_squares.check
def _(rows: int, columns: int) -> int:
    # Every square has one side that points right, or right and up; its next side is that turned by a right angle.
    # The columns outnumber the rows, so a side that points further right than the rows go up fits nowhere.
    found = 0
    for right, up in product(range(1, rows), range(rows)):
        xs, ys = (0, right, right - up, -up), (0, up, up + right, right)
        lefts = sum(min(x + dx for dx in xs) >= 0 and max(x + dx for dx in xs) < columns for x in range(columns))
        bottoms = sum(min(y + dy for dy in ys) >= 0 and max(y + dy for dy in ys) < rows for y in range(rows))
        found += lefts * bottoms
    return found

"""Counting and probability, level 1."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(level=1, source="own", soups=ints(3, 9), mains=ints(3, 9), desserts=ints(3, 9))
def lunch_menus(soups: int = 4, mains: int = 6, desserts: int = 5) -> Answer:
    """Number of menus with one course that may be left out."""
    return Answer(
        f"A canteen offers {soups} soups, {mains} main dishes and {desserts} desserts. A lunch consists of one soup, "
        "one main dish and at most one dessert. How many different lunches are possible?",
        soups * mains * (desserts + 1),
    )


@lunch_menus.check
def _(soups: int, mains: int, desserts: int) -> int:
    return sum(1 for _lunch in product(range(soups), range(mains), (None, *range(desserts))))


@problem(level=1, source="own", first=ints(100, 399), last=ints(500, 999))
def pages_read(first: int = 186, last: int = 541) -> Answer:
    """Number of integers from one integer to another, both of them counted [pages]."""
    return Answer(
        f"Lena spent her holidays reading a long novel from the top of page {first} to the bottom of page {last}. "
        "How many pages did she read?",
        last - first + 1,
    )


@pages_read.check
def _(first: int, last: int) -> int:
    pages, page = 0, first
    while page <= last:
        pages, page = pages + 1, page + 1
    return pages


@problem(
    level=1,
    source="own",
    n=ints(12, 35),
    people=one_of("runners", "cyclists", "swimmers", "skiers", "skaters", "walkers", "rowers", "riders"),
)
def medal_results(n: int = 28, people: str = "runners") -> Answer:
    """Number of ways to give three different medals to three people out of many."""
    return Answer(
        f"In a race with {n} {people}, no two of them finish at the same time. In how many different ways can the "
        "gold, silver and bronze medals go to the first three at the finish?",
        n * (n - 1) * (n - 2),
    )


@medal_results.check
def _(n: int) -> int:
    return sum(1 for _podium in permutations(range(n), 3))


@problem(
    level=1,
    source="own",
    n=ints(20, 45),
    game=one_of("chess", "checkers", "tennis", "badminton", "squash", "backgammon", "table tennis"),
)
def club_matches(n: int = 38, game: str = "chess") -> Answer:
    """Number of pairs out of a club's members [matches]."""
    return Answer(
        f"In one season, every member of a {game} club plays exactly one match against every other member of the club. "
        f"The club has {n} members. How many matches are played in the season?",
        n * (n - 1) // 2,
    )


@club_matches.check
def _(n: int) -> int:
    return sum(1 for _match in combinations(range(n), 2))


@problem(level=1, source="own", piano=ints(20, 50), violin=ints(20, 50), both=ints(10, 19))
def either_instrument(piano: int = 34, violin: int = 27, both: int = 12) -> Answer:
    """Number of members of the union of two sets [students]."""
    return Answer(
        f"Of the students at a music school, {piano} play the piano and {violin} play the violin. Among them are "
        f"{both} students who play both instruments. How many students play at least one of the two instruments?",
        piano + violin - both,
    )


@either_instrument.check
def _(piano: int, violin: int, both: int) -> int:
    # Numbered so that the pianists come first and the last of them are the ones who play both.
    pianists, start = set(range(piano)), piano - both
    return len(pianists | set(range(start, start + violin)))


@problem(level=1, source="own", a=ints(5, 9), red_a=ints(2, 7), b=ints(5, 9), red_b=ints(2, 7))
def both_spinners(a: int = 8, red_a: int = 5, b: int = 9, red_b: int = 4) -> Answer:
    """Probability that two independent events both happen."""
    require(red_a < a and red_b < b and a != b)
    return Answer(
        f"A spinner has {a} sectors of equal size, of which {red_a} are red. A second spinner has {b} sectors of equal "
        f"size, of which {red_b} are red. Each spinner is spun once. What is the probability that both of them stop on "
        "red?",
        Fraction(red_a * red_b, a * b),
    )


@both_spinners.check
def _(a: int, red_a: int, b: int, red_b: int) -> Fraction:
    stops = list(product(range(1, a + 1), range(1, b + 1)))
    return Fraction(sum(first <= red_a and second <= red_b for first, second in stops), len(stops))

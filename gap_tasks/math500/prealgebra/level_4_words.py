"""Prealgebra, level 4: word problems."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations
from math import gcd, lcm, perm

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, thousands
from gap_tasks.sampling import Domain, ints, numbers, one_of, require


@functionalize("test/prealgebra/1233.json", less=Domain(range(10, 95, 5)), more=Domain(range(10, 95, 5)))
def loss_of_area(less: int = 40, more: int = 50) -> Variant:
    """Percent by which a square loses area when one pair of sides shrinks and the other grows."""
    lost = 100 - Fraction((100 - less) * (100 + more), 100)
    require(lost.denominator == 1 and lost > 0 and less != more and lost not in (less, more))
    return Variant({"40": less, "50": more}, int(lost))


@loss_of_area.check
def _(question: str) -> Fraction:
    less, more = map(int, numbers(question))
    return less - more + Fraction(less * more, 100)


@functionalize("test/prealgebra/1356.json", mystery=ints(5, 9), math=ints(10, 16), science=ints(5, 9), taken=ints(2, 4))
def share_of_math_books(mystery: int = 8, math: int = 10, science: int = 6, taken: int = 2) -> Variant:
    """Share of one kind among the books left when some were taken off each of three shelves."""
    total = mystery + math + science
    edits = {"24": total, "8": mystery, "10": math, "6": science, "Two": cardinal(taken).capitalize()}
    return Variant(edits, Fraction(math - taken, total - 3 * taken))


@share_of_math_books.check
def _(question: str, taken: int) -> Fraction:
    total, *shelves = map(int, numbers(question)[1:])
    if sum(shelves) != total:
        raise ValueError("the shelves do not add up")
    left = [kind for kind, books in zip("abc", shelves, strict=True) for _ in range(books)[taken:]]
    return Fraction(left.count("b"), len(left))


@functionalize("test/prealgebra/1436.json", blinkets=ints(2, 9), a=ints(2, 9), b=ints(2, 9), trinkets=ints(2, 20))
def trinkets_for_drinkets(blinkets: int = 4, a: int = 3, b: int = 7, trinkets: int = 6) -> Variant:
    """Value in the first of three coins of an amount in the third."""
    amount, rest = divmod(trinkets * blinkets * b, a)
    require(not rest and 10 <= amount <= 99 and gcd(a, b) == 1 and blinkets not in (a, b))
    return Variant({"4": blinkets, "3": a, "7": b, "56": amount}, trinkets)


@trinkets_for_drinkets.check
def _(question: str) -> Fraction:
    blinkets, a, b, amount = map(int, numbers(question))
    drinkets_in_trinket = blinkets * Fraction(b, a)
    return amount / drinkets_in_trinket


@functionalize(
    "test/prealgebra/1572.json",
    people=ints(2, 4),
    offices=ints(4, 9),
    place=one_of("an office", "a cabin", "a desk", "a locker", "a room", "a studio"),
)
def assignments_of_offices(people: int = 3, offices: int = 5, place: str = "an office") -> Variant:
    """Number of ways to give each of some people a place of their own."""
    require(people < offices)
    noun = place.split()[1]
    edits = {"3": people, "5": offices, "an office": place, "different offices": f"different {noun}s"}
    return Variant({**edits, "one office": f"one {noun}"}, perm(offices, people))


@assignments_of_offices.check
def _(question: str) -> int:
    people, offices = map(int, numbers(question))
    return sum(1 for _ in permutations(range(offices), people))


@functionalize(
    "test/prealgebra/1865.json",
    surveyed=one_of(200, 250, 300, 400, 500),
    percent=Domain(range(115, 165, 5)),
    near=ints(0, 3),
    females=Domain(
        [(a, b, c, d) for a in (382, 394, 401) for b in (309, 331) for c in (138, 157, 172) for d in (74, 86)]
    ),
    off_1=one_of(*range(-125, -24), *range(15, 60)),
    off_2=one_of(*range(-125, -24), *range(15, 60)),
    off_3=one_of(*range(-60, -14), *range(15, 60)),
)
def grade_nearest_to_percent(
    surveyed: int = 300,
    percent: int = 135,
    near: int = 3,
    females: tuple[int, int, int, int] = (394, 331, 138, 86),
    off_1: int = -121,
    off_2: int = -103,
    off_3: int = 20,
) -> Variant:
    """Grade whose male bus riders are nearest to a percentage of its female ones.

    Shares are in tenths of a percent; off_1 to off_3: by how much the other grades' males miss the percentage.
    """
    offsets = [off_1, off_2, off_3]
    offsets.insert(near, 0)
    males = [(2 * percent * n + 100) // 200 + off for n, off in zip(females, offsets, strict=True)]
    require(600 > males[0] > males[1] > males[2] > males[3] >= 40 and males[2] >= 100)
    # The others are far off in difference and in ratio, so that both ways to read "closest" agree.
    misses = [abs(100 * m - percent * n) - 8 * n for m, n in zip(males, females, strict=True)]
    require(all(miss >= 0 for grade, miss in enumerate(misses) if grade != near))
    old = ("41.1", "34.4", "20.6", "11.6", "39.4", "33.1", "13.8", "8.6")
    new = (f"{share // 10}.{share % 10}" for share in (*males, *females))
    edits = {"300": surveyed, "135": percent, **dict(zip(old, new, strict=True))}
    return Variant(edits, 9 + near)


@grade_nearest_to_percent.check
def _(question: str) -> int:
    surveyed, percent = (int(re.findall(pattern, question)[0]) for pattern in (r"(\d+) males", r"\$(\d+)\\%"))
    shares = [Fraction(share) for share in re.findall(r"(\d+\.\d)\\%", question)]
    riders = [share * surveyed / 100 for share in shares]
    distances = {
        abs(male - female * percent / 100): grade
        for grade, male, female in zip(range(9, 13), riders[::2], riders[1::2], strict=True)
    }
    return distances[min(distances)]


@functionalize(
    "test/prealgebra/1973.json",
    feet=Domain(range(10, 100, 5)),
    vehicle=one_of("bicycle", "scooter", "skateboard", "wagon", "tricycle", "robot"),
)
def inches_per_second(feet: int = 20, vehicle: str = "bicycle") -> Variant:
    """A speed in feet per minute, in inches per second."""
    return Variant({"20": feet, "bicycle": vehicle}, feet // 5)


@inches_per_second.check
def _(question: str) -> Fraction:
    inches_in_an_hour = int(numbers(question)[0]) * 60 * 12
    return Fraction(inches_in_an_hour, 3600)


@functionalize(
    "test/prealgebra/1991.json",
    rupee=ints(2800, 3999),
    kuna=ints(450, 650),
    pula=ints(600, 850),
    navin=ints(440, 540),
    luka=ints(440, 540),
    ian=ints(440, 540),
    hours=one_of("a six", "a seven", "an eight", "a nine"),
)
def best_paid(
    rupee: int = 3235,
    kuna: int = 518,
    pula: int = 695,
    navin: int = 495,
    luka: int = 483,
    ian: int = 489,
    hours: str = "an eight",
) -> Variant:
    """Who earns most of three people that are paid in three currencies.

    Exchange rates are in hundredths for a dollar, wages about that many US cents before they are rounded.
    """
    rates = (rupee, kuna, pula)
    wages = [(rate * cents + 5000) // 10000 for rate, cents in zip(rates, (navin, luka, ian), strict=True)]
    ranked = sorted(
        (wage * 10000 / rate, name) for wage, rate, name in zip(wages, rates, ("Navin", "Luka", "Ian"), strict=True)
    )
    # A clear winner, by a cent in a dollar at least, but not one seen at a glance.
    require(ranked[2][0] >= 1.01 * ranked[1][0] and ranked[2][0] <= 1.15 * ranked[0][0])
    edits: dict[str, object] = {"160": wages[0], "25": wages[1], "34": wages[2], "an eight": hours}
    for old, rate in zip(("32.35", "5.18", "6.95"), rates, strict=True):
        edits[old] = f"{rate // 100}.{rate % 100:02d}"
    return Variant(edits, rf"\text{{{ranked[2][1]}}}")


@best_paid.check
def _(question: str) -> str:
    wages = [int(number) for number in numbers(question)[:3]]
    rates = [Fraction(number) for number in re.findall(r"\d+\.\d\d", question)]
    # The best paid gets more than any other for what the other's wage is worth in his currency.
    first, second, third = (
        all(wages[me] > wages[other] / rates[other] * rates[me] for other in range(3) if other != me) for me in range(3)
    )
    (name,) = (name for name, best in (("Navin", first), ("Luka", second), ("Ian", third)) if best)
    return rf"\text{{{name}}}"


@functionalize(
    "test/prealgebra/2037.json",
    hybrid=one_of(40, 42, 45, 48, 50, 54, 56, 60),
    suv=one_of(12, 14, 15, 16, 18, 20, 21, 24),
    times=Domain(range(20, 105, 5)),
)
def gallons_saved(hybrid: int = 48, suv: int = 15, times: int = 50) -> Variant:
    """Gallons of gasoline saved over a distance by the more efficient of two cars."""
    miles = times * lcm(hybrid, suv)
    require(10000 <= miles <= 20000 and miles % 100 == 0)
    return Variant({"12,000": thousands(miles), "48": hybrid, "15": suv}, miles // suv - miles // hybrid)


@gallons_saved.check
def _(question: str) -> int:
    thousand, rest, hybrid, suv = map(int, numbers(question))
    miles = 1000 * thousand + rest
    first, second = (next(n for n in range(2000) if n * rate >= miles) for rate in (suv, hybrid))
    if first * suv != miles or second * hybrid != miles:
        raise ValueError("no whole number of gallons")
    return first - second


@functionalize(
    "test/prealgebra/2057.json",
    items=ints(4, 20),
    dishes=one_of(
        ("chicken", "fish"),
        ("lamb", "pasta"),
        ("soup", "salad"),
        ("tofu", "beef"),
        ("pizza", "curry"),
        ("rice", "noodles"),
        ("duck", "trout"),
    ),
)
def orders_of_two(items: int = 10, dishes: tuple[str, str] = ("chicken", "fish")) -> Variant:
    """Number of ways for two people to order different dishes of a menu."""
    edits = {"10": items, "chicken": dishes[0], "fish": dishes[1]}
    return Variant(edits, items * (items - 1))


@orders_of_two.check
def _(question: str) -> int:
    menu = range(int(numbers(question)[0]))
    return sum(1 for first in menu for second in menu if first != second)


@functionalize("test/prealgebra/2086.json", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9), times=ints(1, 8))
def daps_for_baps(a: int = 4, b: int = 7, c: int = 5, d: int = 3, times: int = 2) -> Variant:
    """How many of the first of three units equal a number of the third."""
    yaps = times * lcm(b, c)
    daps, baps = a * yaps // b, d * yaps // c
    require(len({a, b, c, d}) == 4 and gcd(a, b) == 1 == gcd(c, d))
    require(10 <= daps <= 99 and 10 <= baps <= 99 and daps != baps)
    return Variant({"4": a, "7": b, "5": c, "3": d, "42": baps}, daps)


@daps_for_baps.check
def _(question: str) -> int:
    a, b, c, d, baps = map(int, numbers(question))
    (daps,) = (n for n in range(1, 200) if n * b * d == baps * c * a)
    return daps


@functionalize(
    "test/prealgebra/993.json",
    year=ints(1985, 1998),
    lire=Domain(range(1000, 2450, 50)),
    cents=Domain(range(105, 250, 5)),
    millions=ints(1, 6),
)
def dollars_for_lire(year: int = 1992, lire: int = 1200, cents: int = 150, millions: int = 1) -> Variant:
    """Dollars for some million lire, from one price in both currencies."""
    dollars, rest = divmod(millions * 10000 * cents, lire)
    require(not rest and 500 * millions <= dollars <= 1900 * millions)
    edits = {
        "1992": year,
        "1200": lire,
        "1.50": decimal(Fraction(cents, 100), 2),
        "1,000,000": thousands(millions * 1000000),
    }
    return Variant(edits, dollars)


@dollars_for_lire.check
def _(question: str) -> Fraction:
    lire = Fraction(re.findall(r"(\d+) lire", question)[0])
    price = Fraction(re.findall(r"\d+\.\d\d", question)[0])
    amount = Fraction(re.findall(r"\d(?:,\d{3})+", question)[0].replace(",", ""))
    lire_for_a_dollar = lire / price
    return amount / lire_for_a_dollar

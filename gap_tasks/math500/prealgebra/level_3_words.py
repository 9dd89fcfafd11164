"""Prealgebra, level 3: figures, data and situations."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import gcd
from re import findall
from statistics import median

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize("test/prealgebra/1227.json", witches=ints(3, 9), sorcerers=ints(10, 20))
def handshakes_between_groups(witches: int = 6, sorcerers: int = 10) -> Variant:
    """Number of handshakes between the members of two groups."""
    return Variant({"Six": cardinal(witches).capitalize(), "ten": cardinal(sorcerers)}, witches * sorcerers)


@handshakes_between_groups.check
def _(question: str) -> int:
    first, _, _, second = question.split()[:4]
    groups = [next(n for n in range(30) if cardinal(n) == word.lower()) for word in (first, second)]
    people = "w" * groups[0] + "s" * groups[1]
    return sum(one != other for one, other in combinations(people, 2))


_UNITS = {
    ("feet", "inches"): 12,
    ("years", "months"): 12,
    ("pounds", "ounces"): 16,
    ("days", "hours"): 24,
    ("gallons", "quarts"): 4,
    ("gallons", "pints"): 8,
}


@functionalize("test/prealgebra/1458.json", large=ints(2, 9), small=ints(2, 9), units=one_of(*_UNITS))
def fraction_of_quantity(large: int = 2, small: int = 3, units: tuple[str, str] = ("feet", "inches")) -> Variant:
    """Fraction that a quantity is of another one in a larger unit."""
    whole = large * _UNITS[units]
    require(small < whole and small != large and gcd(small, whole) > 1)
    return Variant({"2 feet": f"{large} {units[0]}", "3 inches": f"{small} {units[1]}"}, Fraction(small, whole))


@fraction_of_quantity.check
def _(question: str) -> Fraction:
    # Lengths in inches, times in hours (a year in months), weights in ounces, volumes in fluid ounces.
    sizes = {"feet": 12, "inches": 1, "pounds": 16, "ounces": 1, "days": 24, "hours": 1}
    sizes |= {"gallons": 128, "quarts": 32, "pints": 16, "years": 12, "months": 1}
    (large, unit), (small, part) = findall(r"(\d) ([a-z]+)", question)
    return Fraction(int(small) * sizes[part], int(large) * sizes[unit])


# The counties fourth and fifth from below in each year, whose entries may lie anywhere from 20 to 40.
_MIDDLE = {
    2001: ("Barnwell", "Chesterfield"),
    2002: ("Barnwell", "Chesterfield"),
    2003: ("Barnwell", "Cherokee"),
    2004: ("Barnwell", "Chesterfield"),
    2005: ("Barnwell", "Chesterfield"),
}
_ENTRIES = {
    "Barnwell": (25, 22, 26, 28, 29),
    "Chesterfield": (46, 18, 13, 22, 29),
    "Cherokee": (19, 13, 18, 13, 19),
}


@functionalize("test/prealgebra/1804.json", year=ints(2001, 2005), first=ints(20, 40), second=ints(20, 40))
def median_of_column(year: int = 2005, first: int = 29, second: int = 29) -> Variant:
    """Median of eight entries in one column of a table."""
    require((first + second) % 2 == 0)
    edits: dict[str, object] = {"$2005?$": f"${year}?$"}
    for county, entry in zip(_MIDDLE[year], (first, second), strict=True):
        row = list(_ENTRIES[county])
        old = "&".join(map(str, row))
        row[year - 2001] = entry
        edits[f"{county}&{old}"] = f"{county}&{'&'.join(map(str, row))}"
    return Variant(edits, (first + second) // 2)


@median_of_column.check
def _(question: str) -> int:
    year = int(question.split("?", maxsplit=1)[0][-4:])
    rows = findall(r"\n[A-Z][a-z]+&([0-9&]+)", question)
    return int(median(int(row.split("&")[year - 2001]) for row in rows))


# Ratios that make both angles whole numbers of degrees.
_RATIOS = {
    "one and a half times": Fraction(3, 2),
    "twice": Fraction(2),
    "three times": Fraction(3),
    "three and a half times": Fraction(7, 2),
    "four times": Fraction(4),
    "five times": Fraction(5),
    "six and a half times": Fraction(13, 2),
    "eight times": Fraction(8),
    "nine times": Fraction(9),
}


@functionalize("test/prealgebra/1807.json", ratio=one_of(*_RATIOS), asked=one_of("largest", "smallest"))
def angle_of_quadrilateral(ratio: str = "twice", asked: str = "largest") -> Variant:
    """Largest or smallest angle of a quadrilateral with two right angles and the ratio of the others [degrees]."""
    # Asked of the published ratio, the other angle would be nearly every variant, for its numbers are the closest.
    require(ratio != "twice" or asked == "largest")
    smallest = 180 / (1 + _RATIOS[ratio])
    gold = 180 - smallest if asked == "largest" else smallest
    return Variant({"twice": ratio, "largest@2": asked}, int(gold))


@angle_of_quadrilateral.check
def _(question: str) -> int:
    words = question.split("largest angle is ")[1].split(" the measure", maxsplit=1)[0].split()
    ratio = (
        2.0 if words == ["twice"] else next(n for n in range(20) if cardinal(n) == words[0]) + 0.5 * ("half" in words)
    )
    ((small, large),) = ((small, 180 - small) for small in range(1, 90) if 180 - small == ratio * small)
    return large if question.endswith("in the largest angle?") else small


# Two small triangles and the gray one, with their sixteenths of the square.
_PIECES = {"(2,0)--(4,2)--(4,0)": 2, "(0,0)--(1,1)--(2,0)": 1, "(2,2)--(3,3)--(3,1)": 1}


@functionalize(
    "test/prealgebra/631.json",
    piece=one_of(*_PIECES),
    area=one_of(*range(16, 100, 8)),
    unit=one_of("inches", "feet", "centimeters", "meters"),
)
def area_of_tangram_piece(piece: str = "(2,0)--(4,2)--(4,0)", area: int = 16, unit: str = "inches") -> Variant:
    """Area of the gray triangle of a tangram whose area is given [square units]."""
    gold, rest = divmod(area * _PIECES[piece], 16)
    require(rest == 0 and gold >= 2)
    return Variant({"(2,0)--(4,2)--(4,0)": piece, "16": area, "inches": unit}, gold)


@area_of_tangram_piece.check
def _(question: str) -> Fraction:
    outlines = findall(r"(?:fill|draw)\(([0-9(),-]+)--cycle", question)
    piece, square = ([(int(x), int(y)) for x, y in findall(r"\((\d),(\d)\)", outline)] for outline in outlines)
    (area,) = map(int, findall(r"with area (\d+)", question))
    return Fraction(area * _doubled_area(piece), _doubled_area(square))


def _doubled_area(corners: list[tuple[int, int]]) -> int:
    turned = corners[1:] + corners[:1]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(corners, turned, strict=True)))


_LOWER_TWINS = (11, 17, 29, 41, 59, 71)


@functionalize("test/prealgebra/805.json", low=one_of(*range(10, 80, 5)), width=one_of(10, 15, 20, 25))
def number_of_archers(low: int = 30, width: int = 20) -> Variant:
    """Number of students in a range that is a prime and stays one with two more people."""
    high = low + width
    found = [prime for prime in _LOWER_TWINS if low < prime < high]
    require(len(found) == 1 and found[0] + 2 < high <= 100)
    return Variant({"30": low, "50": high}, found[0])


@number_of_archers.check
def _(question: str) -> int:
    low, high = map(int, numbers(question))
    (students,) = (
        n for n in range(low, high + 1) if not any(count % size == 0 for count in (n, n + 2) for size in range(2, n))
    )
    return students


@functionalize(
    "test/prealgebra/846.json",
    students=one_of(20, 25, 30, 35, 40),
    middle=ints(3, 9),
    best=ints(2, 9),
    low=one_of(60, 65, 70, 75, 80),
    good=one_of(80, 85, 90, 95),
)
def class_average(students: int = 30, middle: int = 8, best: int = 2, low: int = 80, good: int = 90) -> Variant:
    """Mean of a class's scores, from the numbers of students with each of three scores."""
    rest = students - middle - best
    mean, remainder = divmod(rest * low + middle * good + best * 100, students)
    require(rest >= 10 and low < good and middle != best and remainder == 0 and mean != good)
    return Variant({"30": students, "20": rest, "80": low, "8": middle, "90": good, "2": best}, mean)


@class_average.check
def _(question: str) -> float:
    students, *rest = map(int, numbers(question))
    scores = [score for count, score in zip(rest[::2], rest[1::2], strict=True) for _ in range(count)]
    # Deviations from the mean cancel.
    return 80 + sum(score - 80 for score in scores) / len(scores) if len(scores) == students else -1.0

"""A solver of date questions that reads the text with regular expressions, and uses neither datetime nor calendar.

Days are counted by an integer formula or one by one, days of the week come from Zeller's congruence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Day = tuple[int, int, int]
MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
ZELLER = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
ISO_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
ANY_DATE = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<d>\d+) (?P<m>{'|'.join(MONTHS)}) (?P<y>\d{{4}})"
    rf"|(?P<us>{'|'.join(MONTHS)}) (?P<usd>\d+), (?P<usy>\d{{4}}))\b"
)


def leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    return 29 if month == 2 and leap(year) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]


def next_day(day: Day) -> Day:
    year, month, number = day
    if number < month_length(year, month):
        return year, month, number + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def day_before(day: Day) -> Day:
    year, month, number = day
    if number > 1:
        return year, month, number - 1
    return (year, month - 1, month_length(year, month - 1)) if month > 1 else (year - 1, 12, 31)


def walk(day: Day, days: int) -> Day:
    for _ in range(abs(days)):
        day = next_day(day) if days > 0 else day_before(day)
    return day


def count(day: Day) -> int:
    """Days since 1 March of the year 0, by years that begin in March."""
    year, month, number = day
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + number - 1


def zeller(day: Day) -> str:
    year, month, number = day
    year, month = (year, month) if month > 2 else (year - 1, month + 12)
    in_century, century = year % 100, year // 100
    return ZELLER[(number + 13 * (month + 1) // 5 + in_century + in_century // 4 + century // 4 + 5 * century) % 7]


def days_of(first: Day, last: Day) -> Iterator[Day]:
    while first <= last:
        yield first
        first = next_day(first)


def iso(day: Day) -> str:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"


def dates(text: str) -> list[Day]:
    found: list[Day] = []
    for match in ANY_DATE.finditer(text):
        if match["iso"]:
            year, month, number = map(int, match["iso"].split("-"))
        else:
            month = 1 + MONTHS.index(match["m"] or match["us"])
            year, number = int(match["y"] or match["usy"]), int(match["d"] or match["usd"])
        assert 1 <= number <= month_length(year, month), text
        found.append((year, month, number))
    return found


def month_in(text: str) -> tuple[int, int]:
    found = re.search(rf"of ({'|'.join(MONTHS)}) (\d{{4}})\b", text)
    assert found, text
    return int(found[2]), 1 + MONTHS.index(found[1])


def solve_date_arithmetic(text: str) -> str:
    if found := re.search(r"what date is (?:exactly )?(\d+) (days|weeks) (after|before) ", text):
        days = int(found[1]) * (7 if found[2] == "weeks" else 1) * (1 if found[3] == "after" else -1)
        return iso(walk(dates(text)[0], days))
    if found := re.search(r"permit is valid for (\d+) days in a row.* day (\d+)\?", text):
        assert found[1] == found[2]
        return iso(walk(dates(text)[0], int(found[1]) - 1))
    if found := re.search(r"the (first|second|third|fourth) (\w+day) of ", text):
        year, month = month_in(text)
        matching = [number for number in range(1, 29) if zeller((year, month, number)) == found[2]]
        return iso((year, month, matching[["first", "second", "third", "fourth"].index(found[1])]))
    if found := re.search(r"day number (\d+) of the year (\d{4}), counting 1 January as day number 1", text):
        return iso(walk((int(found[2]), 1, 1), int(found[1]) - 1))
    found = re.search(r" is a (\w+day)\. What is the date of the first (\w+day) that comes strictly after that", text)
    assert found, text
    (day,) = dates(text)
    assert zeller(day) == found[1]
    return iso(next(later for later in days_of(next_day(day), walk(day, 7)) if zeller(later) == found[2]))


def solve_weekday(text: str) -> str:
    if "the last day of" in text:
        year, month = month_in(text)
        return zeller((year, month, month_length(year, month)))
    if found := re.search(r"the day (\d+) days (after|before) ", text):
        return zeller(walk(dates(text)[0], int(found[1]) * (1 if found[2] == "after" else -1)))
    if found := re.search(r" falls on a (\w+day)\. On what day", text):
        known, asked = dates(text)
        assert zeller(known) == found[1]
        return zeller(asked)
    (day,) = dates(text)
    return zeller(day)


def ranked(text: str, days: list[Day]) -> Day:
    found = re.search(r"(?:is the|has the) ((?:second |third )?)(earliest|latest)(?: date)?\?", text)
    assert found, text
    assert len(set(days)) == len(days)
    place = ["", "second ", "third "].index(found[1])
    return sorted(days, reverse=found[2] == "latest")[place]


def solve_ordering(text: str) -> str:
    if text.startswith("Here are five dates"):
        listed = dates(text)
        assert len(listed) == 5
        return iso(ranked(text, listed))
    lines = dict(re.findall(r"^(\w+): (.+)$", text, re.MULTILINE))
    assert text.startswith({4: "Four letters", 5: "Five letters"}[len(lines)])
    days = {name: dates(line)[0] for name, line in lines.items() if dates(line)}
    for name, line in lines.items():
        if found := re.fullmatch(r"(\d+) days? (after|before) the date of the (\w+) letter", line):
            days[name] = walk(days[found[3]], int(found[1]) * (1 if found[2] == "after" else -1))
    assert len(days) == len(lines)
    wanted = ranked(text, list(days.values()))
    return next(name for name, day in days.items() if day == wanted)


def solve_intervals(text: str) -> str:
    days = dates(text)
    if "how many days after" in text:
        return str(count(days[1]) - count(days[0]))
    if "How many leap days" in text:
        years = range(days[0][0], days[1][0] + 1)
        return str(sum(leap(year) and days[0] <= (year, 2, 29) <= days[1] for year in years))
    if found := re.search(r"How many ([A-Z]\w+day)s are there", text):
        return str(sum(zeller(day) == found[1] for day in days_of(*days)))
    if text.startswith("An exhibition"):
        return str(len(list(days_of(*days))))
    assert text.startswith("One course"), text
    return str(len(set(days_of(*days[:2])) & set(days_of(*days[2:]))))


SOLVERS: dict[str, Callable[[str], str]] = {
    "date_arithmetic": solve_date_arithmetic,
    "intervals": solve_intervals,
    "ordering": solve_ordering,
    "weekday": solve_weekday,
}

"""Worked steps of date questions, in operations that a small transformer can do in its head.

A date becomes the number of its day in the year, and a number a date, by lines that look the same in every form: the
year with its days, the month with the days before it, one sum. So the model has to decide on leap years from digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from gap_tasks.reference import steps
from gap_tasks.temporal.kind import MONTHS, WEEKDAYS, DateQuestion
from gap_tasks.temporal.ordering import RANKS

_LONG = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_ANY = rf"(?:{_LONG}|[A-Z][a-z]+ \d{{1,2}}, \d{{4}}|\d{{4}}-\d\d-\d\d)"
_DAY = "([A-Z][a-z]+day)"


def worked(made: DateQuestion) -> list[str] | None:
    """The lines that lead to the gold, without the answer's own; None for a form that has no steps here.

    Raises ValueError where they lead to something else than the gold.
    """
    for pattern, form in _FORMS.items():
        if found := re.fullmatch(pattern, made.question):
            lines: list[str] = []
            result = form(lines, *found.groups())
            if result != made.gold:
                raise ValueError(f"the steps lead to {result} and not to the gold {made.gold}: {made.question}")
            return lines
    return None


def has_steps(question: str) -> bool:
    """Whether a question is of a form that has steps here."""
    return any(re.fullmatch(pattern, question) for pattern in _FORMS)


def _between(lines: list[str], first: str, last: str) -> str:
    return str(_apart(lines, *_numbered(lines, first, last)))


def _inclusive(lines: list[str], first: str, last: str) -> str:
    return str(_reckon(lines, "+", _apart(lines, *_numbered(lines, first, last)), 1))


def _days_away(lines: list[str], days: str, side: str, day: str) -> str:
    return _moved(lines, _date(day), side, int(days))


def _weeks_away(lines: list[str], weeks: str, side: str, day: str) -> str:
    return _moved(lines, _date(day), side, _reckon(lines, "*", int(weeks), 7))


def _last_day(lines: list[str], days: str, day: str) -> str:
    # the first day is day 1
    return _moved(lines, _date(day), "after", _reckon(lines, "-", int(days), 1))


def _nth_day(lines: list[str], number: str, year: str) -> str:
    return _dated(lines, int(year), int(number))


def _weekday_after(lines: list[str], start: str, known: str, asked: str) -> str:
    day = _date(start)
    days = (WEEKDAYS.index(asked) - WEEKDAYS.index(known) - 1) % 7 + 1
    lines.append(f"{known} to {asked}: {days}")
    number, year, month = _reckon(lines, "+", day.day, days), day.year, day.month
    last = _days_before(year, month + 1) - _days_before(year, month)
    lines += [_year(year), f"{MONTHS[month - 1]} has {last}"]
    if number > last:
        number = _reckon(lines, "-", number, last)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    lines.append(f"{MONTHS[month - 1]} {year}")
    return date(year, month, number).isoformat()


def _of_dates(lines: list[str], listed: str, rank: str) -> str:
    return _ranked(lines, [_date(line).isoformat() for line in listed.splitlines()], rank)


def _of_letters(lines: list[str], listed: str, rank: str) -> str:
    letters = [line.split(": ") for line in listed.splitlines()]
    return _ranked(lines, [f"{name} {_date(day).isoformat()}" for name, day in letters], rank).split()[0]


def _from_known(lines: list[str], day: str, known: str, asked: str) -> str:
    numbered = _numbered(lines, day, asked)
    # the difference is taken the other way round where the day asked about is the earlier one
    sign, side = ("+", "after") if _date(asked) > _date(day) else ("-", "before")
    lines.append(side)
    rest = _reckon(lines, "%", _apart(lines, *sorted(numbered)), 7)
    result = WEEKDAYS[(WEEKDAYS.index(known) + (rest if sign == "+" else -rest)) % 7]
    lines.append(f"{known}{sign}{rest}={result}")
    return result


_FORMS: dict[str, Callable[..., str]] = {
    rf"In the .*, how many days after ({_LONG}) is ({_LONG})\? .*": _between,
    rf"An exhibition is open every day from ({_LONG}) to ({_LONG}) in .*": _inclusive,
    rf"In the .*, what date is (\d+) days (after|before) ({_LONG})\? .*": _days_away,
    rf"In the .*, what date is exactly (\d+) weeks (after|before) ({_LONG})\? .*": _weeks_away,
    rf"A permit is valid for (\d+) days in a row\. .* is ({_LONG}) in .* last day .*": _last_day,
    r"In the .*, what date is day number (\d+) of the year (\d{4}), .*": _nth_day,
    rf"In the .*, ({_LONG}) is a {_DAY}\. .* the first {_DAY} that .*": _weekday_after,
    rf"Here are five dates.*\n((?:{_ANY}\n){{5}})Which of them is the (.+)\? .*": _of_dates,
    rf"Five letters .*\n((?:\w+: {_ANY}\n){{5}})Which letter has the (.+) date\? .*": _of_letters,
    rf"In the .*, ({_LONG}) falls on a {_DAY}\. On what .* does ({_LONG}) fall\? .*": _from_known,
}


def _reckon(lines: list[str], sign: str, left: int, right: int) -> int:
    """Write an operation down; the result is read from its last line, so that checking the gold checks the lines."""
    lines += steps.lines(sign, left, right)
    return int(lines[-1].rpartition("=")[2])


def _number(lines: list[str], day: date) -> int:
    """Which day of its year a date is, from 1."""
    lines += [_year(day.year), _month(day.year, day.month)]
    return _reckon(lines, "+", _days_before(day.year, day.month), day.day)


def _numbered(lines: list[str], *days: str) -> list[tuple[date, int]]:
    """The dates with the numbers of their days, in the order of the question."""
    return [(day, _number(lines, day)) for day in map(_date, days)]


def _apart(lines: list[str], first: tuple[date, int], last: tuple[date, int]) -> int:
    """How many days the last date is after the first: the rest of one year, whole years, the part of another."""
    start, end = first[0].year, last[0].year
    if start == end:
        return _reckon(lines, "-", last[1], first[1])
    days = _reckon(lines, "-", _length(start), first[1])
    for year in range(start + 1, end):
        lines.append(_year(year))
        days = _reckon(lines, "+", days, _length(year))
    return _reckon(lines, "+", days, last[1])


def _moved(lines: list[str], day: date, side: str, days: int) -> str:
    """The date so many days after or before another one."""
    number, year = _number(lines, day), day.year
    if side == "after":
        return _dated(lines, year, _reckon(lines, "+", number, days))
    while number <= days:
        year -= 1
        lines.append(_year(year))
        number = _reckon(lines, "+", number, _length(year))
    return _dated(lines, year, _reckon(lines, "-", number, days))


def _dated(lines: list[str], year: int, number: int) -> str:
    """The date of a day, which may lie beyond the year that its number counts from."""
    lines.append(_year(year))
    while number > _length(year):
        number = _reckon(lines, "-", number, _length(year))
        year += 1
        lines.append(_year(year))
    month = max(month for month in range(1, 13) if _days_before(year, month) < number)
    lines.append(_month(year, month))
    return date(year, month, _reckon(lines, "-", number, _days_before(year, month))).isoformat()


def _ranked(lines: list[str], dated: list[str], rank: str) -> str:
    """The one of a rank; each ends with an ISO date. They are listed as they come, then numbered from the earliest."""
    ordered = sorted(dated, key=lambda line: line[-len("YYYY-MM-DD") :])
    lines += [*dated, *(f"{place}: {line}" for place, line in enumerate(ordered, start=1))]
    return ordered[dict(RANKS)[rank]]


def _date(text: str) -> date:
    """Read any of the forms in which questions give a date."""
    if "-" in text:
        return date.fromisoformat(text)
    first, second, year = text.replace(",", "").split()
    day, month = (first, second) if first.isdigit() else (second, first)
    return date(int(year), MONTHS.index(month) + 1, int(day))


def _year(year: int) -> str:
    return f"{year} {_length(year)}"


def _month(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {_days_before(year, month)}"


def _length(year: int) -> int:
    return _days_before(year, 13)


def _days_before(year: int, month: int) -> int:
    """Days of a year before one of its months; all of them where the month is the 13th."""
    first = date(year, month, 1) if month <= 12 else date(year + 1, 1, 1)
    return (first - date(year, 1, 1)).days

"""Worked steps of date questions: every line is right, and the gold can be read off the last ones. About a second."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from random import Random

import pytest

from gap_tasks.reference.dates import worked
from gap_tasks.temporal import date_arithmetic, intervals, ordering, weekday
from gap_tasks.temporal.kind import MONTHS, WEEKDAYS, DateQuestion, kinds
from gap_tasks.temporal.probe import draws

Form = Callable[[Random, int], DateQuestion]

ERAS = (1900, 2300)
DRAWS = 300

NUMBERS: tuple[Form, ...] = (intervals._between, intervals._inclusive)
DATES: tuple[Form, ...] = (
    date_arithmetic._days_away,
    date_arithmetic._weeks_away,
    date_arithmetic._last_day,
    date_arithmetic._day_of_year,
)
ORDERS: tuple[Form, ...] = (ordering._of_dates, ordering._of_letters)
WITHOUT_STEPS: tuple[Form, ...] = (
    intervals._overlap,
    intervals._weekdays,
    intervals._leap_days,
    date_arithmetic._nth_weekday,
    ordering._of_related_letters,
    weekday._of_date,
    weekday._days_away,
    weekday._month_end,
)
HANDLED = (*NUMBERS, *DATES, *ORDERS, date_arithmetic._weekday_after, weekday._from_known)

OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "+": int.__add__,
    "-": int.__sub__,
    "*": int.__mul__,
    "/": int.__floordiv__,
    "%": int.__mod__,
}
ARITHMETIC = re.compile(r"(\d+)([-+*/%])(\d+)=(\d+)")
YEAR = re.compile(r"(\d{4}) (36[56])")
MONTH = re.compile(r"([A-Z][a-z]+) (\d{1,3})")
MONTH_LENGTH = re.compile(r"([A-Z][a-z]+) has (\d\d)")
WEEKDAY_SUM = re.compile(r"(\w+day)([-+])(\d)=(\w+day)")
WEEKDAYS_APART = re.compile(r"(\w+day) to (\w+day): (\d)")


def drawn(form: Form) -> Iterator[tuple[DateQuestion, list[str]]]:
    """Questions of a form with their steps, in both eras."""
    for era in ERAS:
        for index in range(DRAWS):
            made = form(Random(f"dates/{index}"), era)
            lines = worked(made)
            assert lines is not None, made
            yield made, lines


def found(pattern: re.Pattern[str], lines: list[str]) -> list[tuple[str, ...]]:
    return [match.groups() for line in lines if (match := pattern.fullmatch(line))]


def check(lines: list[str]) -> None:
    """Every line of steps, by rules that share nothing with the module; one of no known kind fails."""
    year = 0
    for line in lines:
        if match := ARITHMETIC.fullmatch(line):
            left, sign, right, result = match.groups()
            assert OPERATIONS[sign](int(left), int(right)) == int(result), line
        elif match := YEAR.fullmatch(line):
            year = int(match[1])
            assert date(year, 12, 31).timetuple().tm_yday == int(match[2]), line
        elif match := MONTH.fullmatch(line):
            # the year that decides on the leap day is the one written last
            assert date(year, MONTHS.index(match[1]) + 1, 1).timetuple().tm_yday == int(match[2]) + 1, line
        elif match := MONTH_LENGTH.fullmatch(line):
            last = date(year, MONTHS.index(match[1]) + 1, int(match[2]))
            assert (last + timedelta(days=1)).day == 1, line
        elif match := WEEKDAY_SUM.fullmatch(line):
            moved = WEEKDAYS.index(match[1]) + int(f"{match[2]}{match[3]}")
            assert WEEKDAYS[moved % 7] == match[4], line
        elif match := WEEKDAYS_APART.fullmatch(line):
            assert (WEEKDAYS.index(match[2]) - WEEKDAYS.index(match[1]) - int(match[3])) % 7 == 0, line
            assert 1 <= int(match[3]) <= 7, line
        else:
            assert line in {"after", "before"} or re.fullmatch(r"[A-Z][a-z]+ \d{4}", line), line


@pytest.mark.parametrize("form", [form for form in HANDLED if form not in ORDERS])
def test_every_line_is_right(form: Form) -> None:
    for _, lines in drawn(form):
        check(lines)


@pytest.mark.parametrize("form", HANDLED)
def test_steps_are_short(form: Form) -> None:
    for made, lines in drawn(form):
        assert len(lines) <= 20, made
        assert len("\n".join(lines)) <= 210, made


@pytest.mark.parametrize("form", NUMBERS)
def test_a_number_is_the_last_result(form: Form) -> None:
    for made, lines in drawn(form):
        assert lines[-1].rpartition("=")[2] == made.gold


@pytest.mark.parametrize("form", DATES)
def test_a_date_is_its_last_year_month_and_result(form: Form) -> None:
    for made, lines in drawn(form):
        year, month, day = YEAR.fullmatch(lines[-3]), MONTH.fullmatch(lines[-2]), ARITHMETIC.fullmatch(lines[-1])
        assert year, lines
        assert month, lines
        assert day, lines
        assert date(int(year[1]), MONTHS.index(month[1]) + 1, int(day[4])).isoformat() == made.gold


def test_the_first_weekday_after_is_the_last_result_in_the_last_month() -> None:
    for made, lines in drawn(date_arithmetic._weekday_after):
        month, year = lines[-1].split()
        day = int(found(ARITHMETIC, lines)[-1][3])
        assert date(int(year), MONTHS.index(month) + 1, day).isoformat() == made.gold


def test_a_weekday_is_the_last_word() -> None:
    for made, lines in drawn(weekday._from_known):
        assert lines[-1].rpartition("=")[2] == made.gold
        known, asked = (
            date(int(year), MONTHS.index(month) + 1, int(day))
            for day, month, year in re.findall(r"(\d+) ([A-Z]\w+) (\d{4})", made.question)
        )
        assert ("after" in lines, "before" in lines) == (known < asked, known > asked)
        assert ("+" if known < asked else "-") in lines[-1]
        # a rest alone would not show a difference that is wrong by whole weeks
        days = [line.partition("%7=")[0] for line in lines if "%7=" in line]
        assert days == [str(abs((asked - known).days))]


@pytest.mark.parametrize("form", ORDERS)
def test_an_order_lists_every_date_and_numbers_them_from_the_earliest(form: Form) -> None:
    place = {"earliest": 1, "second earliest": 2, "third earliest": 3, "second latest": 4, "latest": 5}
    for made, lines in drawn(form):
        listed, numbered = lines[:5], lines[5:]
        assert sorted(line.split(": ")[1] for line in numbered) == sorted(listed)
        dates = [line[-10:] for line in numbered]
        assert dates == sorted(dates)
        assert [line[0] for line in numbered] == list("12345")
        *asked, closing = made.question.splitlines()[1:]
        for text, line in zip(asked, listed, strict=True):
            day = date.fromisoformat(line[-10:])
            month = MONTHS[day.month - 1]
            forms = (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat())
            assert text in {f"{name}{written}" for written in forms for name in ("", f"{line[:-11]}: ")}
        rank = re.search(r" the (.*?)(?: date)?\?", closing)
        assert rank
        assert made.gold in numbered[place[rank[1]] - 1].split()


@pytest.mark.parametrize("form", WITHOUT_STEPS)
def test_other_forms_have_no_steps(form: Form) -> None:
    for era in ERAS:
        for index in range(DRAWS):
            assert worked(form(Random(f"dates/{index}"), era)) is None


def test_every_form_is_tested() -> None:
    forms = {form for module in (date_arithmetic, intervals, ordering, weekday) for form in module.FORMS}
    assert forms == {*HANDLED, *WITHOUT_STEPS}


@pytest.mark.parametrize("form", HANDLED)
def test_a_wrong_gold_is_not_led_to(form: Form) -> None:
    made = form(Random("dates"), 1900)
    with pytest.raises(ValueError, match="and not to the gold"):
        worked(replace(made, gold=f"{made.gold}0"))


@pytest.mark.parametrize("name", list(kinds()))
def test_twins_have_the_same_steps_but_for_the_year(name: str) -> None:
    for static, shifted in islice(draws(kinds()[name], ERAS, "dates", name), DRAWS):
        lines, later = worked(static), worked(shifted)
        assert (lines is None) == (later is None)
        if lines is not None and later is not None:
            moved = [re.sub(r"(?<!\d)\d{4}(?!\d)", lambda year: str(int(year[0]) + 400), line) for line in lines]
            assert moved == later


ISO = "Give the date as YYYY-MM-DD."
BACK = f"In the Gregorian calendar, what date is 400 days before 12 March 1998? {ISO}"
ON = f"In the Gregorian calendar, what date is exactly 60 weeks after 31 December 1999? {ISO}"
OVER_TWO_ENDS = (
    "An exhibition is open every day from 31 December 1999 to 1 January 2001 in the Gregorian calendar, the first and "
    "the last day included. On how many days is it open?"
)
NEW_YEAR = (
    "In the Gregorian calendar, 31 December 1999 is a Friday. What is the date of the first Friday that comes strictly "
    f"after that day? {ISO}"
)


@pytest.mark.parametrize(
    ("question", "gold", "steps"),
    [
        (
            BACK,
            "1997-02-05",
            "1998 365|March 59|59+12=71|1997 365|71+365=436|436-400=36|1997 365|February 31|36-31=5",
        ),
        (
            ON,
            "2001-02-23",
            "60*7=420|1999 365|December 334|334+31=365|365+420=785|1999 365|785-365=420|2000 366|420-366=54|2001 365"
            "|February 31|54-31=23",
        ),
        (
            OVER_TWO_ENDS,
            "368",
            "1999 365|December 334|334+31=365|2001 365|January 0|0+1=1|365-365=0|2000 366|0+366=366|366+1=367"
            "|367+1=368",
        ),
        (NEW_YEAR, "2000-01-07", "Friday to Friday: 7|31+7=38|1999 365|December has 31|38-31=7|January 2000"),
    ],
)
def test_steps_over_the_ends_of_years(question: str, gold: str, steps: str) -> None:
    assert worked(DateQuestion(question, gold, "date", 0)) == steps.split("|")

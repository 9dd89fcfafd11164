"""Which date is so many days or weeks away, is a month's n-th weekday, or a year's n-th day."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from gap_tasks.temporal.kind import (
    AS_ISO,
    ERA_YEARS,
    MONTHS,
    WEEKDAYS,
    DateQuestion,
    draw_day,
    kind,
    long_form,
    weekday_name,
)

ORDINALS = ("first", "second", "third", "fourth")


def _days_away(rng: Random, era: int) -> DateQuestion:
    day, days, sign = draw_day(rng, era), rng.randint(10, 400), rng.choice((1, -1))
    question = f"In the Gregorian calendar, what date is {days} days {_side(sign)} {long_form(day)}? {AS_ISO}"
    return _dated(question, day + sign * timedelta(days=days), day.year)


def _weeks_away(rng: Random, era: int) -> DateQuestion:
    day, weeks, sign = draw_day(rng, era), rng.randint(3, 60), rng.choice((1, -1))
    question = f"In the Gregorian calendar, what date is exactly {weeks} weeks {_side(sign)} {long_form(day)}? {AS_ISO}"
    return _dated(question, day + sign * timedelta(weeks=weeks), day.year)


def _last_day(rng: Random, era: int) -> DateQuestion:
    day, days = draw_day(rng, era), rng.randint(14, 200)
    question = (
        f"A permit is valid for {days} days in a row. Its first day of validity, which counts as day 1, is "
        f"{long_form(day)} in the Gregorian calendar. What date is its last day of validity, day {days}? {AS_ISO}"
    )
    return _dated(question, day + timedelta(days=days - 1), day.year)


def _nth_weekday(rng: Random, era: int) -> DateQuestion:
    first = draw_day(rng, era).replace(day=1)
    weekday, nth = rng.randrange(7), rng.randrange(len(ORDINALS))
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * nth)
    question = (
        f"In the Gregorian calendar, what is the date of the {ORDINALS[nth]} {WEEKDAYS[weekday]} of "
        f"{MONTHS[first.month - 1]} {first.year}? {AS_ISO}"
    )
    return _dated(question, day, first.year)


def _day_of_year(rng: Random, era: int) -> DateQuestion:
    year, number = era + rng.randrange(ERA_YEARS), rng.randint(32, 365)
    question = (
        f"In the Gregorian calendar, what date is day number {number} of the year {year}, "
        f"counting 1 January as day number 1? {AS_ISO}"
    )
    return _dated(question, date(year, 1, 1) + timedelta(days=number - 1), year)


def _weekday_after(rng: Random, era: int) -> DateQuestion:
    day, weekday = draw_day(rng, era), rng.randrange(7)
    later = day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)
    question = (
        f"In the Gregorian calendar, {long_form(day)} is a {weekday_name(day)}. What is the date of the first "
        f"{WEEKDAYS[weekday]} that comes strictly after that day? {AS_ISO}"
    )
    return _dated(question, later, day.year)


FORMS = (_days_away, _weeks_away, _last_day, _nth_weekday, _day_of_year, _weekday_after)


@kind
def date_arithmetic(rng: Random, era: int) -> DateQuestion:
    """What date is 45 days after 12 March 1998?"""
    return rng.choice(FORMS)(rng, era)


def _side(sign: int) -> str:
    return "after" if sign > 0 else "before"


def _dated(question: str, gold: date, year: int) -> DateQuestion:
    return DateQuestion(question, gold.isoformat(), "date", year)

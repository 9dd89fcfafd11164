"""How many days lie between dates, in both of two periods, or are of one sort in a period."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from gap_tasks.temporal.kind import WEEKDAYS, DateQuestion, draw_day, kind, long_form


def _between(rng: Random, era: int) -> DateQuestion:
    first = draw_day(rng, era)
    days = rng.randint(20, 500)
    question = (
        f"In the Gregorian calendar, how many days after {long_form(first)} is "
        f"{long_form(first + timedelta(days=days))}? (The day right after a date is 1 day after it.)"
    )
    return _counted(question, days, first)


def _inclusive(rng: Random, era: int) -> DateQuestion:
    first = draw_day(rng, era)
    days = rng.randint(20, 400)
    question = (
        f"An exhibition is open every day from {long_form(first)} to {long_form(first + timedelta(days=days - 1))} in "
        "the Gregorian calendar, the first and the last day included. On how many days is it open?"
    )
    return _counted(question, days, first)


def _overlap(rng: Random, era: int) -> DateQuestion:
    first = draw_day(rng, era)
    lengths = rng.randint(20, 150), rng.randint(20, 150)
    # the second period starts anywhere from well before the first one to a little after its end
    second = first + timedelta(days=rng.randint(-lengths[1] - 10, lengths[0] + 10))
    ends = first + timedelta(days=lengths[0] - 1), second + timedelta(days=lengths[1] - 1)
    question = (
        f"One course runs every day from {long_form(first)} to {long_form(ends[0])}, another every day from "
        f"{long_form(second)} to {long_form(ends[1])}, the first and the last day included in both. "
        "On how many days of the Gregorian calendar do both courses run? Give a whole number, which may be 0."
    )
    return _counted(question, max(0, (min(ends) - max(first, second)).days + 1), first)


def _weekdays(rng: Random, era: int) -> DateQuestion:
    first, weekday = draw_day(rng, era), rng.randrange(7)
    last = first + timedelta(days=rng.randint(20, 150))
    count = (last.toordinal() - weekday - 1) // 7 - (first.toordinal() - weekday - 2) // 7
    question = (
        f"How many {WEEKDAYS[weekday]}s are there in the Gregorian calendar from {long_form(first)} to "
        f"{long_form(last)}, both of these dates included?"
    )
    return _counted(question, count, first)


def _leap_days(rng: Random, era: int) -> DateQuestion:
    first, last = sorted((draw_day(rng, era), draw_day(rng, era)))
    count = _leap_days_until(last) - _leap_days_until(first - timedelta(days=1))
    question = (
        f"How many leap days, that is days dated 29 February, are there in the Gregorian calendar from "
        f"{long_form(first)} to {long_form(last)}, both of these dates included?"
    )
    return _counted(question, count, first)


FORMS = (_between, _inclusive, _overlap, _weekdays, _leap_days)


@kind
def intervals(rng: Random, era: int) -> DateQuestion:
    """On how many days do two courses both run?"""
    return rng.choice(FORMS)(rng, era)


def _leap_days_until(day: date) -> int:
    """How many 29 February there are from year 1 to this day, itself included."""
    years = day.year if (day.month, day.day) >= (2, 29) else day.year - 1
    return years // 4 - years // 100 + years // 400


def _counted(question: str, count: int, first: date) -> DateQuestion:
    return DateQuestion(question, str(count), "number", first.year)

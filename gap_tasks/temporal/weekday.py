"""On which day of the week a date falls."""

from __future__ import annotations

from calendar import monthrange
from datetime import timedelta
from random import Random

from gap_tasks.temporal.kind import MONTHS, DateQuestion, draw_day, kind, long_form, weekday_name

NAME_ASKED = "Give the full English name of the day."


def _of_date(rng: Random, era: int) -> DateQuestion:
    day = draw_day(rng, era)
    question = f"On what day of the week does {long_form(day)} fall in the Gregorian calendar? {NAME_ASKED}"
    return DateQuestion(question, weekday_name(day), "name", day.year)


def _from_known(rng: Random, era: int) -> DateQuestion:
    known, sign = draw_day(rng, era), rng.choice((1, -1))
    asked = known + sign * timedelta(days=rng.randint(20, 500))
    question = (
        f"In the Gregorian calendar, {long_form(known)} falls on a {weekday_name(known)}. "
        f"On what day of the week does {long_form(asked)} fall? {NAME_ASKED}"
    )
    return DateQuestion(question, weekday_name(asked), "name", known.year)


def _days_away(rng: Random, era: int) -> DateQuestion:
    day, days, sign = draw_day(rng, era), rng.randint(10, 300), rng.choice((1, -1))
    side = "after" if sign > 0 else "before"
    question = (
        f"On what day of the week does the day {days} days {side} {long_form(day)} fall in the Gregorian calendar? "
        f"{NAME_ASKED}"
    )
    return DateQuestion(question, weekday_name(day + sign * timedelta(days=days)), "name", day.year)


def _month_end(rng: Random, era: int) -> DateQuestion:
    day = draw_day(rng, era)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    question = (
        f"On what day of the week does the last day of {MONTHS[day.month - 1]} {day.year} fall in the Gregorian "
        f"calendar? {NAME_ASKED}"
    )
    return DateQuestion(question, weekday_name(last), "name", day.year)


FORMS = (_of_date, _from_known, _days_away, _month_end)


@kind
def weekday(rng: Random, era: int) -> DateQuestion:
    """What day of the week is 12 March 1998?"""
    return rng.choice(FORMS)(rng, era)

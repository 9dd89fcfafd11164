"""Kinds of date question: their registry, and the dates they draw."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Literal

from gap_tasks import core

ERA_YEARS = 200
"""Every kind draws its years from [era, era + 200)."""

# calendar.month_name and strftime follow the locale, so the names are spelled out
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

AS_ISO = "Give the date as YYYY-MM-DD."


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """One question about dates and its gold.

    scorer: that of the gold's type. year: that of the question's first date. aliases: texts as right as the gold.
    """

    question: str
    gold: str
    scorer: Literal["date", "name", "number"]
    year: int
    aliases: tuple[str, ...] = ()


Kind = Callable[[Random, int], DateQuestion]
"""(stream, first year of the era) -> question. The Gregorian calendar repeats after 400 years, so two eras that
far apart take the same draws from equal streams and give twins."""

_kinds: dict[str, Kind] = {}


def kind(function: Kind) -> Kind:
    """Register a kind under its function's name; raises ValueError where the name is taken."""
    name = function.__name__
    if name in _kinds:
        raise ValueError(f"two kinds of date question are named {name!r}")
    _kinds[name] = function
    return function


def kinds() -> dict[str, Kind]:
    """Every kind of date question, in the order of the names."""
    core.scan(__package__)
    return dict(sorted(_kinds.items()))


def draw_day(rng: Random, era: int) -> date:
    """A day of the era; one in eight stands at the end of February, where date arithmetic goes wrong."""
    year = era + rng.randrange(ERA_YEARS)
    month = 2 if rng.randrange(8) == 0 else rng.randint(1, 12)
    last = monthrange(year, month)[1]
    return date(year, month, rng.randint(26, last) if month == 2 else rng.randint(1, last))


def long_form(day: date) -> str:
    """12 March 1998"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def any_form(day: date, rng: Random) -> str:
    """One of three unambiguous forms: 12 March 1998, March 12, 1998 or 1998-03-12."""
    month = MONTHS[day.month - 1]
    return rng.choice((long_form(day), f"{month} {day.day}, {day.year}", day.isoformat()))


def weekday_name(day: date) -> str:
    """Name of the day of the week."""
    return WEEKDAYS[day.weekday()]

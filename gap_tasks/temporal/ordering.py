"""Which of several dates is the earliest, the second latest and so on."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from gap_tasks.temporal.kind import AS_ISO, DateQuestion, any_form, draw_day, kind

# no name is part of another, and none is a word of the questions
CODE_NAMES = (
    "Alder", "Birch", "Cedar", "Dogwood", "Aspen", "Laurel", "Hazel", "Juniper",
    "Larch", "Maple", "Poplar", "Rowan", "Spruce", "Teak", "Willow", "Yew",
)  # fmt: skip
RANKS = (("earliest", 0), ("second earliest", 1), ("third earliest", 2), ("second latest", -2), ("latest", -1))
COUNTS = {4: "Four", 5: "Five"}


def _of_dates(rng: Random, era: int) -> DateQuestion:
    days = _distinct_days(rng, era, 5)
    rank, place = rng.choice(RANKS)
    listed = "\n".join(any_form(day, rng) for day in days)
    question = f"Here are five dates, one on each line.\n{listed}\nWhich of them is the {rank}? {AS_ISO}"
    return DateQuestion(question, sorted(days)[place].isoformat(), "date", days[0].year)


def _of_letters(rng: Random, era: int) -> DateQuestion:
    days = _distinct_days(rng, era, 5)
    names = rng.sample(CODE_NAMES, len(days))
    lines = [f"{name}: {any_form(day, rng)}" for name, day in zip(names, days, strict=True)]
    return _which_letter(rng, dict(zip(names, days, strict=True)), lines, days[0].year)


def _of_related_letters(rng: Random, era: int) -> DateQuestion:
    """Two of the dates are given by their distance from another one, and have to be worked out first."""
    days = _distinct_days(rng, era, 4)
    names = rng.sample(CODE_NAMES, len(days))
    lines = []
    for index, (name, day) in enumerate(zip(names, days, strict=True)):
        known = index % 2
        if index < 2:
            lines.append(f"{name}: {any_form(day, rng)}")
        else:
            apart = (day - days[known]).days
            unit = "day" if abs(apart) == 1 else "days"
            side = "after" if apart > 0 else "before"
            lines.append(f"{name}: {abs(apart)} {unit} {side} the date of the {names[known]} letter")
    rng.shuffle(lines)
    return _which_letter(rng, dict(zip(names, days, strict=True)), lines, days[0].year)


FORMS = (_of_dates, _of_letters, _of_related_letters)


@kind
def ordering(rng: Random, era: int) -> DateQuestion:
    """Which of five dated letters is the second earliest?"""
    return rng.choice(FORMS)(rng, era)


def _distinct_days(rng: Random, era: int, count: int) -> list[date]:
    """Days around one centre, in no order: equally likely to be any of the ranks at every place."""
    centre, spread = draw_day(rng, era), rng.choice((20, 60, 200, 800))
    return [centre + timedelta(days=offset) for offset in rng.sample(range(-spread, spread + 1), count)]


def _which_letter(rng: Random, dated: dict[str, date], lines: list[str], year: int) -> DateQuestion:
    rank, place = rng.choice(RANKS)
    listed = "\n".join(lines)
    question = (
        f"{COUNTS[len(dated)]} letters are known by code names. Their dates in the Gregorian calendar are as follows.\n"
        f"{listed}\nWhich letter has the {rank} date? Give its code name."
    )
    gold = sorted(dated, key=dated.__getitem__)[place]
    return DateQuestion(question, gold, "name", year, aliases=(f"{gold} letter", f"letter {gold}", f"code name {gold}"))

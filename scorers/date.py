"""Scorer "date": days of the Gregorian calendar, extended backwards to the year 1; golds are YYYY-MM-DD.

Accepted are ISO dates, 12 March 1998, March 12, 1998, 12th of March 1998, with or without a weekday, and numeric
dates with the year last where only one reading is a date or both are the same day (12.03.1998 is "unparseable",
25.12.1998 and 3/3/1998 are not). Two-digit years are unparseable. A weekday beside the date is not judged: the date
was asked. Two different dates, a negation, a choice and a day that does not exist are incorrect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from scorers.canonical import canonical
from scorers.lexicon import MONTHS, word_set
from scorers.number_words import ORDINALS
from scorers.statement import CHOICE, CONDITION, NEGATION, REVISION, predicate, says, without_reason
from scorers.verdict import UnreadError, Verdict

_MONTHS = {name: month for month, full in enumerate(MONTHS, start=1) for name in (full, full[:3])} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?!\d)"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![\d-]){_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?![\d-])",
        rf"{_DAY}(?:\s+day)?(?:\s+of)?[\s-]+{_MONTH}(?:\s+of)?[\s,-]*{_YEAR}",
        rf"\b{_MONTH}\s+(?:the\s+)?{_DAY}[\s,]+(?:of\s+)?{_YEAR}",
        rf"(?<!\d){_YEAR}[\s,]+{_MONTH}\s+{_DAY}",
    )
)
_YEAR_LAST = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d-])")
_TWO_DIGIT_YEAR = re.compile(r"(?<![\d./-])\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)")
_RANGE = re.compile(r"\d(?:st|nd|rd|th)?\s*(?:-|/|&|to|and|through)\s*$", re.IGNORECASE)
_SIDE = word_set("before after between until bc bce")
_ORDINAL = re.compile(rf"\b(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b", re.IGNORECASE)


def read_gold(gold: str) -> date:
    """The gold's day; raises UnreadError unless it is an existing YYYY-MM-DD."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", gold.strip(), re.ASCII) is None:
        raise UnreadError("gold_error", "The gold is not written YYYY-MM-DD.")
    year, month, day = map(int, gold.split("-"))
    return _day(year, month, day)


def judge(answer: str, golds: Sequence[date]) -> Verdict:
    """Verdict on one extracted answer against golds of which any is right."""
    try:
        day = read(answer)
    except UnreadError as error:
        return Verdict(error.status, error.why)
    if day in golds:
        return Verdict("correct", f"The answer is the day {day.isoformat()}.")
    return Verdict("incorrect", f"The answer is the day {day.isoformat()}; the gold is {golds[0].isoformat()}.")


def read(text: str) -> date:
    """The one day a text states; raises UnreadError with the status of a text that states none."""
    plain = without_reason(canonical(text))
    plain = _ORDINAL.sub(lambda match: str(ORDINALS[match.group().lower()]), plain)
    around = predicate(plain)
    if around and _days(around[1]):
        plain = around[1]
    doubt = says(plain, CHOICE, NEGATION, CONDITION, _SIDE, REVISION - {"maybe", "perhaps", "possibly", "probably"})
    days = _days(plain)
    if len(days) == 1 and doubt is None:
        return next(iter(days))
    if days:
        raise UnreadError("incorrect", "The answer does not commit to one date.")
    if _TWO_DIGIT_YEAR.search(plain):
        raise UnreadError("unparseable", "The answer's year has two digits.")
    raise UnreadError("incorrect", "The answer is no full date.")


def _days(text: str) -> set[date]:
    """Every day that a text writes out; raises UnreadError on an ambiguous or impossible one."""
    days = set()
    for form in _FORMS:
        for match in form.finditer(text):
            if _RANGE.search(text, max(0, match.start() - 20), match.start()):
                raise UnreadError("incorrect", "The answer is a range of days.")
            month = match["month"].lower()
            days.add(_day(int(match["year"]), _MONTHS.get(month) or int(month), int(match["day"])))
    for match in _YEAR_LAST.finditer(text):
        days.add(_unambiguous(int(match[1]), int(match[3]), int(match[4])))
    return days


def _unambiguous(first: int, second: int, year: int) -> date:
    """Day of first.second.year where the order of day and month does not matter or only one exists."""
    if first != second and first <= 12 and second <= 12:
        raise UnreadError("unparseable", "The answer may be day and month or month and day.")
    return _day(year, second, first) if second <= 12 else _day(year, first, second)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UnreadError("incorrect", "The answer is a day that does not exist.") from error

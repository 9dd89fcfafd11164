"""Answers in words and letters: names, words, dates without a year, yes and no, options of a multiple choice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorers import date, name
from scorers.canonical import canonical
from scorers.lexicon import MONTHS
from scorers.mathematics.syntax import Call, Expr, Sym, Words
from scorers.mathematics.words import PHRASES
from scorers.statement import CHOICE, NEGATION, REVISION, predicate, says, without_reason
from scorers.verdict import UnreadError, Verdict

_SHORT = {full[:3]: month for month, full in enumerate(MONTHS, start=1)} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join((*MONTHS, *_SHORT))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = tuple(
    re.compile(rf"\A(?:the\s+)?{form}\Z", re.IGNORECASE)
    for form in (rf"{_MONTH}\s+(?:the\s+)?{_DAY}", rf"{_DAY}(?:\s+day)?(?:\s+of)?\s+{_MONTH}")
)
_FORMULA = re.compile(r"\\[A-Za-z]|[=^&<>≤≥]|(?<!\w)-\s?\w")
"""What words have not: a command, a relation, a minus sign."""
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_LAST_OPTION = "J"
"""Options up to here may be chosen in lower case; x is not X."""
_YES_NO = frozenset(("yes", "no", "true", "false"))
_COMMENTED = re.compile(r"\A(\w+)\s*[,;:—.-]\s*(.*)\Z", re.DOTALL)

_LETTER = re.compile(
    r"(?:(?:the\s+)?(?:correct\s+)?(?:option|choice|answer)\s*(?:is\s*)?:?\s*)?\(?\s*([A-Za-z])\s*\)?", re.IGNORECASE
)
OPTION = re.compile(
    r"(?:(?:the\s+)?(?:correct\s+)?(?:option|choice|answer)\s*(?:is\s*)?:?\s*)?"
    r"(?:\(\s*([A-Za-z])\s*\)|([A-Z])\s*[).:](?=\s|\Z))\s*[-:.,]?\s*(?P<rest>.*)\Z",
    re.DOTALL | re.IGNORECASE,
)


def words(text: str) -> name.Name:
    """Words of a gold or an answer in comparable form."""
    return name.read(_ORDINAL.sub("", canonical(text)))


def phrase(tree: Expr) -> Expr:
    """Words that are mathematics as such: no solution, all real numbers, infinity; any other tree as it is."""
    if not isinstance(tree, Words):
        return tree
    said = tree.text.strip(" .!").removeprefix("the ")
    symbol = PHRASES.get(said) or PHRASES.get(tree.text.strip(" .!"))
    if symbol is None:
        return tree
    if symbol == "-∞":
        return Call("neg", (Sym("∞"),))
    return Words(symbol) if symbol == "undefined" else Sym(symbol)


def spoken(text: str) -> Words:
    """A whole text as words."""
    return Words(" ".join(canonical(text).lower().split()))


def judge_words(answer: str, gold_text: str, gold: Words, names: name.Name) -> Verdict:
    """Verdict on an answer against a gold in words."""
    if phrase(spoken(answer)) == gold:
        return Verdict("correct", "The answer says what the gold says.")
    day = _day_of_year(gold_text)
    if day is not None and _day_of_year(answer) == day:
        return Verdict("correct", "The answer is the gold's day of the year.")
    try:
        return date.judge(answer, [date.read(gold_text)])
    except UnreadError:
        pass
    if _FORMULA.search(canonical(gold_text)):
        same = "".join(canonical(answer).split()) == "".join(canonical(gold_text).split())
        return Verdict(
            "correct" if same else "incorrect", "The gold is a formula that is only compared as it is written."
        )
    if len(names) == 1 and names[0] in _YES_NO:
        commented = _COMMENTED.match(canonical(answer))
        if commented and commented[1].lower() == names[0] and not says(commented[2], CHOICE, REVISION):
            return Verdict("correct", f"The answer says {names[0]}, with a comment.")
    return name.judge(_ORDINAL.sub("", answer), [names])


def _day_of_year(text: str) -> tuple[int, int] | None:
    plain = canonical(text)
    for form in _DATES:
        match = form.match(plain)
        if match:
            month = match["month"].lower()
            number = _SHORT.get(month) or [*MONTHS].index(month) + 1
            return number, int(match["day"])
    return None


def judge_choice(answer: str, letter: str) -> Verdict | None:
    """Verdict on a letter, alone, in brackets, or before its option's text; None where the answer shows no letter."""
    whole = canonical(answer)
    plain = without_reason(whole)
    around = predicate(plain)
    for statement in (plain, around[1].strip() if around else ""):
        alone = _LETTER.fullmatch(statement)
        option = alone or OPTION.match(statement)
        if option is None:
            continue
        rest = "" if alone else option["rest"]
        if says(rest, CHOICE, NEGATION, REVISION):
            return Verdict("incorrect", "The answer does not commit to one letter.")
        shown = option[1] if alone else option[1] or option[2]
        right = shown == letter or (letter <= _LAST_OPTION and shown.upper() == letter)
        return Verdict("correct" if right else "incorrect", f"The answer chooses the letter {shown}.")
    return None


def one_of(verdicts: Sequence[Verdict]) -> Verdict:
    """The best of several verdicts: correct, else incorrect, else the first."""
    for status in ("correct", "incorrect"):
        for verdict in verdicts:
            if verdict.status == status:
                return verdict
    return verdicts[0]

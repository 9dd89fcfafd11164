"""Integers of the prose written as words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random

from perturbations.numerals import NUMBER_WORDS, figures, spell
from perturbations.perturbation import perturbation
from perturbations.prose import ABBREVIATION, SHORT_WORDS, UNIT_SYMBOLS, Token, protected_text, tokens

# what is true of a number's figures is no longer asked in the same way of its words
ABOUT_FIGURES = re.compile(
    r"(?i)\b(?:base|binary|ternary|octal|hexadecimal|digits?|numerals?|palindrom\w*|leading zero\w*|decimal places?)\b"
)
MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
})  # fmt: skip
# numbers are written in figures beside these
BEFORE = frozenset({"mod", "modulo", "no", "nos", "nr", "number", "page", "figure", "step", "item"})
OPENERS = frozenset({
    "Add", "After", "All", "An", "Are", "At", "Before", "Between", "Buying", "By", "Choose", "Divide", "Each",
    "Every", "Exactly", "Find", "For", "From", "If", "In", "Is", "Multiply", "Of", "On", "Only", "Over", "Subtract",
    "Suppose", "Take", "The", "Then", "To", "Use", "Using", "What", "When", "Which", "With", "Within",
})  # fmt: skip
AFTER = frozenset({"percent", "per", "mod", "noon", "midnight"})
_PARTS = (
    "half", "quarter", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fifteenth", "sixteenth", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth",
    "hundredth", "thousandth", "millionth",
)  # fmt: skip
FRACTIONS = frozenset({*_PARTS, *(f"{part}s" for part in _PARTS), "halves"})

_NUMBER = re.compile(r"(?P<figures>0|[1-9][0-9]{0,2})(?P<mark>[.,;:?!]?)")
_PLAIN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_STOP = re.compile(r"[.?!]['’)\]]*\Z")


def same_integers(question: str, perturbed: str) -> bool:
    """Whether the texts differ, but are byte-equal once an independent parser has read the number words of both."""
    return (
        question != perturbed
        and figures(question) == figures(perturbed)
        and protected_text(question) == protected_text(perturbed)
    )


@perturbation(keeps="answer", check=same_integers)
def number_words(question: str, rng: Random) -> str | None:  # noqa: ARG001
    """Spell the integers of the prose below 1000, where a writer would: not in math, dates, measures or labels."""
    found = tokens(question)
    if found is None or ABOUT_FIGURES.search(question):
        return None
    words: list[str | None] = []
    depth = 0
    for place, token in enumerate(found):
        # a bracket holds a point, an interval or an aside: its numbers stay together
        words.append(_words(question, found, place) if token.prose and depth == 0 else None)
        depth = max(0, depth + sum(map(token.text.count, "([{")) - sum(map(token.text.count, ")]}")))
    for places in (range(len(found)), reversed(range(len(found)))):
        _keep_lists_alike(found, words, places)
    pieces, done = [], 0
    for token, spelled in zip(found, words, strict=True):
        if spelled is not None:
            pieces += [question[done : token.start], spelled]
            done = token.end
    return "".join([*pieces, question[done:]]) if pieces else None


def _keep_lists_alike(found: list[Token], words: list[str | None], places: Iterable[int]) -> None:
    """Leave a number in figures where its neighbour in "3, 5 and 1/2" or "from 3 to $n$" stays in figures."""
    last: int | None = None
    for place in places:
        token = found[place]
        if token.prose and not re.search("[0-9]", token.text):
            continue
        if last is not None and words[last] is None and _linked(found, *sorted((last, place))):
            words[place] = None
        last = place


def _linked(found: list[Token], first: int, second: int) -> bool:
    between = [token.text for token in found[first + 1 : second]]
    comma = found[first].text.endswith((",", ",$"))
    return (comma and between in ([], ["and"], ["or"])) or between in (["and"], ["or"], ["to"], ["by"])


def _words(question: str, found: list[Token], place: int) -> str | None:
    """The token's number in words, None where it is no integer or a writer would leave it in figures."""
    token = found[place]
    number = _NUMBER.fullmatch(token.text)
    if number is None:
        return None
    before, after = found[max(0, place - 2) : place], found[place + 1 : place + 2]
    words = spell(int(number["figures"]))
    starts_sentence = not before or _STOP.search(before[-1].text) is not None
    starts_line = not place or "\n" in question[found[place - 1].end : token.start]
    if starts_line and number["mark"]:  # "1." numbers a list
        return None
    if not _fits_after(before) or not (number["mark"] or _fits_before(after, words)):
        return None
    return (words.capitalize() if starts_sentence else words) + number["mark"]


def _fits_after(before: list[Token]) -> bool:
    """Whether the token before leaves the number to itself; before: the one or two tokens that precede."""
    if not before:
        return True
    last = before[-1].text
    if not before[-1].prose or ABBREVIATION.fullmatch(last):
        return False
    if last[-1] in ".,;:?!":
        return (last[-1] == "," and _NUMBER.fullmatch(last) is not None) or _is_plain(last[:-1])
    if not _is_plain(last) or last.lower() in BEFORE:
        return False
    # any other capitalised word is a name or a label: Team 1
    if last != last.lower() and last not in OPENERS:
        return False
    # "one hundred and 5" must not become "one hundred and five"
    return not (last == "and" and len(before) == 2 and before[0].text.lower() in NUMBER_WORDS)


def _fits_before(after: list[Token], words: str) -> bool:
    """Whether the token after is a plain word that the number counts or that carries the sentence on."""
    if not after:
        return True
    following = after[0].text.rstrip(".,;:?!")
    if not (after[0].prose and following == following.lower() and _is_plain(following)):
        return False
    # "20 fifths" must not become "twenty fifths", nor "100 and 5" "one hundred and five"
    return following not in AFTER | FRACTIONS and not (following == "and" and words.endswith("hundred"))


def _is_plain(text: str) -> bool:
    """Whether this is an ordinary word: no sign, unit, month or number word, in part or whole."""
    if not _PLAIN.fullmatch(text):
        return False
    word = text.lower()
    if word in MONTHS or word in UNIT_SYMBOLS or not NUMBER_WORDS.isdisjoint(re.split("['’-]", word)):
        return False
    return len(word) > 2 or word in SHORT_WORDS

"""Scorer "name": persons, places, words, weekdays, with aliases.

Two names are the same where their words are, in order: case, accents, punctuation and "the" aside; Saint and St,
& and "and" alike. The WHOLE answer must be the name, so Niger is not Nigeria and Guinea not Equatorial Guinea.
Around it may stand, because none of it can be another candidate:
- what opens or reasons a statement: "I think it is Paris", "maybe Paris", "Paris, because ...";
- a sentence whose predicate is the name, or that begins with it: "The capital is Paris", "Paris is the capital";
- a comment: "Paris, the capital", "Paris (Lutetia)", "Paris, not Lyon", and the place a city lies in: "Paris, France".
Incorrect are choices ("Paris or Lyon", unless every part is right), lists ("Paris, Lyon"), negations ("not Paris"),
corrections ("Lyon, no, Paris") and qualified names ("Congo, Democratic Republic", "Korea (North)").
Weekdays may be abbreviated (Thu) and carry a date.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from scorers.canonical import canonical
from scorers.lexicon import MONTHS, WEEKDAYS, word_set
from scorers.places import CONTINENTS, COUNTRIES, PLACES
from scorers.statement import (
    CHOICE,
    CONDITION,
    NEGATION,
    REVISION,
    predicate,
    says,
    without_lead,
    without_reason,
    words,
)
from scorers.verdict import UnreadError, Verdict

Name = tuple[str, ...]
"""A name's words in comparable form."""

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "&": " and ",
    }
)
_SAME_WORDS = {"saint": "st", "sainte": "st", "ste": "st", "mount": "mt", "fort": "ft"}
_TITLES = word_set("mr mrs ms dr sir dame lord lady professor prof president king queen emperor empress pope")
_OPENINGS = tuple(
    tuple(opening.split())
    for opening in (
        "born in",
        "located in",
        "from",
        "on a",
        "city of",
        "town of",
        "country of",
        "nation of",
        "state of",
        "on",
        "in",
        "at",
        "by",
        "a",
        "an",
    )
)
_DATE_WORDS = frozenset((*MONTHS, "of"))
_SHORT_WEEKDAYS = {
    short: day
    for day, shorts in zip(
        WEEKDAYS, ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun"), strict=True
    )
    for short in shorts.split()
}
_QUALIFIERS = word_set(
    "democratic people's peoples republic kingdom federation federal north south east west northern southern "
    "eastern western equatorial new papua bissau kinshasa brazzaville islands island city junior senior jr sr ii "
    "iii iv"
)
_OTHER_STATES = word_set("democratic people's peoples")
_COMMENT_STARTS = word_set(
    "the a an in at on whose near located situated not capital formerly previously also aka which who where i as "
    "of obviously definitely certainly clearly usually known"
)
_SPLIT = re.compile(r"\s*(?:,|;|\(|—|\s-\s|:)\s*")
_CHOICES = re.compile(r"\s*(?:/|,?\s+or\s+|,?\s+also\s+known\s+as\s+|,?\s+a\.?k\.?a\.?\s+)\s*", re.IGNORECASE)
_FIRST_COPULA = re.compile(r"\s+(?:is|was|are|were)\s+(?=(?:the|a|an|in|located|situated|its|my|one)\b)", re.IGNORECASE)
_ROLE = re.compile(
    r"the\b[^,]{0,80}\b(?:capital|city|town|country|nation|state|continent|currency|language|element|author|writer|winner|president"
    r"|minister|monarch|king|queen|emperor|leader|player|singer|artist|composer|scientist|day|weekday|month)\b[^,]{0,80}"
    r",\s*(?:which\s+is\s+|namely\s+|i\.e\.,?\s+)?(?=[^\W\d_])(?!(?:not|or|and|but|which|where|who)\b)",
    re.IGNORECASE,
)
"""A description before the name: "the capital of France, Paris", "the capital, which is Paris"."""
_LABEL = re.compile(r"^(?:[^:→]{1,60}(?::|→|->)\s*){1,2}(?=\S)")


def read_gold(gold: str) -> Name:
    """The gold's words; raises UnreadError where it has none."""
    name = read(canonical(gold))
    if not name:
        raise UnreadError("gold_error", "The gold holds no word.")
    return name


@lru_cache(maxsize=1024)
def read(text: str) -> Name:
    """Words of a name in comparable form; initials are joined, so D. C. is DC; () where there is none."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    folded = "".join(char for char in folded if not "\u0300" <= char <= "\u036f").translate(_LETTERS)
    folded = unicodedata.normalize("NFC", folded)
    kept = [char if char.isalnum() or unicodedata.category(char)[0] == "M" else _gap(char) for char in folded]
    spoken = [_SAME_WORDS.get(word, word) for word in "".join(kept).split() if word != "the"]
    return tuple(_joined_initials(spoken))


def _gap(char: str) -> str:
    return "" if char in ".'" else " "


def _joined_initials(spoken: list[str]) -> list[str]:
    joined: list[str] = []
    run: list[str] = []
    for word in (*spoken, ""):
        if len(word) == 1 and word.isalpha() and word.isascii():
            run.append(word)
            continue
        joined.extend(["".join(run)] if run else [])
        run = []
        joined.extend([word] if word else [])
    return joined


def judge(answer: str, golds: Sequence[Name]) -> Verdict:
    """Verdict on one extracted answer against golds of which any is right."""
    text = canonical(answer)
    role = _ROLE.match(text)
    text = text[role.end() :] if role else without_reason(text)
    if not read(text):
        return Verdict("no_answer", "The answer holds no word.")
    if _weekday(golds):
        golds = (*golds, *((short,) for short, day in _SHORT_WEEKDAYS.items() if (day,) in golds))
    for how, holds in (
        ("The answer is the gold's name.", _is_name),
        ("The answer states the gold's name with a comment.", _is_commented),
        ("The sentence states the gold's name.", _is_stated),
        ("Every wording the answer gives is right.", _is_every_choice),
    ):
        if holds(text, golds):
            return Verdict("correct", how)
    doubt = says(text, CHOICE, NEGATION, REVISION)
    if doubt:
        return Verdict("incorrect", f"The answer says {doubt!r} and commits to no name that is right.")
    return Verdict("incorrect", "The answer as a whole is not the gold's name or an alias.")


def _weekday(golds: Sequence[Name]) -> bool:
    return any(len(gold) == 1 and gold[0] in WEEKDAYS for gold in golds)


def _is_name(text: str, golds: Sequence[Name]) -> bool:
    """Whether the text is one of the names, its opening words, title or class aside."""
    shapes = [read(text), read(without_lead(text))]
    for name in tuple(shapes):
        shapes.extend(name[len(opening) :] for opening in _OPENINGS if name[: len(opening)] == opening)
    shapes.extend(tuple(word for word in name if word not in _TITLES) for name in tuple(shapes))
    shapes.extend(name[:-1] for name in tuple(shapes) if name[-1:] == ("language",))
    if _weekday(golds):
        shapes.extend(name[:1] for name in tuple(shapes) if all(map(_of_a_date, name[1:])))
    return any(name and name in golds for name in shapes)


def _of_a_date(word: str) -> bool:
    return word[0].isdigit() or word in _DATE_WORDS


def _is_commented(text: str, golds: Sequence[Name]) -> bool:
    """Whether the text is a name and then a comment, perhaps after a label ("Capital: Paris")."""
    text = without_lead(text)
    label = _LABEL.match(text)
    if label and not says(label.group(), CHOICE, NEGATION, REVISION, CONDITION):
        rest = text[label.end() :]
        if _is_name(rest, golds) or _begins_with_name(rest, golds):
            return True
    return _begins_with_name(text, golds)


def _begins_with_name(text: str, golds: Sequence[Name]) -> bool:
    split = _SPLIT.search(text)
    if split is None or not _is_name(text[: split.start()], golds):
        return False
    return _is_comment(text[: split.start()], split.group().strip(), text[split.end() :], golds)


def _is_comment(head: str, mark: str, tail: str, golds: Sequence[Name]) -> bool:
    """Whether what follows a name cannot be another candidate or change the name."""
    said = words(tail)
    if _is_name(tail.rstrip(")"), golds):
        return True
    starts = said[0] if said else ""
    if says(tail, CHOICE, REVISION, CONDITION) or (starts != "not" and says(tail, NEGATION)):
        return False
    if (starts == "the" and _OTHER_STATES.isdisjoint(said)) or (
        starts in _COMMENT_STARTS and _QUALIFIERS.isdisjoint(said)
    ):
        return True
    if not _QUALIFIERS.isdisjoint(said):
        return False
    if _weekday(golds):
        return any(char.isdigit() for char in tail) and not _other_weekday(said, golds)
    return _is_place_of(head, tail) or (
        mark == "(" and tail.endswith(")") and "," not in tail and read(tail) not in _countries()
    )


def _is_place_of(head: str, tail: str) -> bool:
    """Whether the tail is where a city lies: a country, a state, or a region and then its country."""
    *inner, outer = (part.strip(" )") for part in tail.split(","))
    if len(inner) > 1 or not (read(outer) in _places() or re.fullmatch("[A-Z]{2}", outer)):
        return False
    return read(head) not in _countries() or read(outer) in _continents()


def _other_weekday(said: list[str], golds: Sequence[Name]) -> bool:
    days = {_SHORT_WEEKDAYS.get(word, word) for word in said}
    return any(day in WEEKDAYS and (day,) not in golds for day in days)


@lru_cache(maxsize=1)
def _places() -> frozenset[Name]:
    return frozenset(map(read, PLACES))


@lru_cache(maxsize=1)
def _continents() -> frozenset[Name]:
    return frozenset(map(read, CONTINENTS))


@lru_cache(maxsize=1)
def _countries() -> frozenset[Name]:
    return frozenset(map(read, COUNTRIES))


def _is_stated(text: str, golds: Sequence[Name]) -> bool:
    """Whether a sentence's predicate is the name, or the sentence tells something about the name."""
    around = predicate(text)
    if around and not says(around[0], CHOICE) and (_is_name(around[1], golds) or _is_commented(around[1], golds)):
        return True
    first = _FIRST_COPULA.search(text)
    if first is None or not _is_name(text[: first.start()], golds):
        return False
    rest = text[first.end() :]
    if says(rest, CHOICE, NEGATION, REVISION, CONDITION, frozenset(("and",))):
        return False
    return _FIRST_COPULA.search(rest) is None and predicate(rest) is None


def _is_every_choice(text: str, golds: Sequence[Name]) -> bool:
    parts = _CHOICES.split(without_lead(text))
    return len(parts) > 1 and all(_is_name(part.strip(" ()"), golds) for part in parts)

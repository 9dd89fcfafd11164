"""What may stand beside a number without changing it: units, currency signs, harmless words."""

from __future__ import annotations

import re

from scorers.lexicon import word_set
from scorers.statement import CHOICE, CONDITION, NEGATION, words
from scorers.verdict import UnreadError

_BOUNDS = word_set(
    "than between least most minimum maximum under above below over exceeds nearly almost except minus plus times "
    "divided"
)
CHANGES = CHOICE | NEGATION | CONDITION | _BOUNDS | frozenset(("and", "wait", "but", "actually", "until", "through"))
OPERATIONS = word_set("pi sqrt squared cubed factorial mod modulo root half quarter log ln sin cos tan choose")
LEADS = word_set(
    "a an the about approximately approx around roughly exactly only just precisely equal equals to total of "
    "number value answer result option is are was there it they in at which that i think believe maybe probably "
    "perhaps possibly likely so therefore thus hence us usd eur gbp rs exact all altogether"
)
_CURRENCIES = word_set("us usd eur gbp rs")
_LETTER_UNITS = frozenset("mghslLNJWVAFCB")
_GLUED_UNITS = word_set(
    "cm mm km m kg g mg l L ml mL s ms h hr hrs min ft in yd mi lb lbs oz mph kph kmh usd eur USD EUR am pm st nd "
    "rd th years days hours minutes deg degrees"
)
_CHARACTERS = frozenset(" .,;!:?'\"°%$€£¥¢₹/-()[]—&→")


def check_before(before: str) -> None:
    """Raises UnreadError where the text before a number is more than harmless words."""
    _check_characters(before)
    if any(word in CHANGES for word in words(before)) and before.rstrip()[-1:] == "-":
        raise UnreadError("incorrect", "The answer says more than its number.")
    if before.rstrip()[-1:] in {"-", "/"}:
        raise UnreadError("unparseable", "The answer is an expression.")
    for word in words(before):
        if word in CHANGES or word not in LEADS:
            raise UnreadError("incorrect", f"The answer says {word!r} before its number.")
    if before[-1:].isalpha() and words(before)[-1] not in _CURRENCIES:
        raise UnreadError("unparseable", "The answer holds a variable.")


def check_after(after: str) -> None:
    """Raises UnreadError where the text after a number is more than units and harmless words."""
    if after[:1] in {"!", "^", "_", "(", "["} or re.match(r"\s*/(?!\s?[^\W\d_])", after):
        raise UnreadError("unparseable", "The answer is an expression.")
    _check_characters(after)
    names = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", after)
    if names and after[:1].isalpha() and names[0] not in _GLUED_UNITS:
        raise UnreadError("unparseable", f"The answer multiplies its number by {names[0]!r}.")
    if names and len(names[0]) == 1 and names[0] not in _LETTER_UNITS and not (names[0] in "ap" and len(names) > 1):
        raise UnreadError("unparseable", f"The answer multiplies its number by {names[0]!r}.")
    for name in names:
        if name.lower() in OPERATIONS:
            raise UnreadError("unparseable", f"The answer applies {name!r} to its number.")
        if name.lower() in CHANGES:
            raise UnreadError("incorrect", f"The answer says {name!r} after its number.")


def _check_characters(beside: str) -> None:
    for char in beside:
        if not (char.isalpha() or char in _CHARACTERS):
            raise UnreadError("unparseable", f"The answer holds {char!r} beside its number.")


def unit(beside: str) -> str:
    """ "%", "$", "¢", or "" for any other unit and none."""
    names = words(beside)
    if "%" in beside or "percent" in names or ("per" in names and "cent" in names):
        return "%"
    if "¢" in beside or not {"cent", "cents"}.isdisjoint(names):
        return "¢"
    return "$" if beside.count("$") % 2 or not {"dollar", "dollars", "usd"}.isdisjoint(names) else ""

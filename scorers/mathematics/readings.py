"""What an extracted answer may be as mathematics: itself, another spelling, or the value that its sentence states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorers.mathematics.source import source
from scorers.mathematics.text import OPTION
from scorers.statement import CHOICE, CONDITION, NEGATION, REVISION, predicate, says, without_lead, without_reason

_SEGMENT = re.compile(r"\$\$?([^$]+)\$\$?|\\\(((?:(?!\\[()]).)+)\\\)|\\\[((?:(?!\\[\[\]]).)+)\\\]", re.DOTALL)
_PROSE = re.compile(r"(?<![\\A-Za-z{])[A-Za-z]{3,}\s")
_ASIDE = re.compile(r"\s*\((?=[^()]*[A-Za-z]{3})([^()]*)\)\s*\Z")
_NOT_ASIDE = re.compile(r"\s*\(not [^()]*\)\s*\Z")
_EITHER = re.compile(r"\s*\((?:or\b(?:,?\s+equivalently\b)?|equivalently\b|i\.\s?e\.|that\s+is\b),?\s*")
_FOUND = re.compile(
    r"(?:(?:so|thus|hence|therefore|finally|then),?\s+)?"
    r"(?:(?:we|i)\s+(?:can\s+|must\s+)?(?:find|get|have|obtain|conclude|see|deduce|need)|it\s+follows"
    r"|this\s+(?:gives|means|implies|yields)|the\s+(?:solution|answer|result)\s+(?:set\s+)?is)\s+(?:that\s+)?",
    re.IGNORECASE,
)
_SURE = re.compile(r"[,.]?\s+(?:i am|i'm)\s+(?:\w+\s+)?(?:sure|certain|confident)\b[^,;]*\Z", re.IGNORECASE)
_CHOOSE = re.compile(r"(?:\{\}\s*)?[_^]?\{?(\d+)\}?\s*(?:\\text\s*\{\s*)?(?:C|choose)(?:\s*\})?\s*_?\{?(\d+)\}?")
_CHOOSE_CALL = re.compile(r"C\s*\(\s*(\d+)\s*,\s*(\d+)\s*\)")
_MIXED = re.compile(r"(?<=\d)\s+(?:\\text\s*\{\s*)?and\s*\}?\s*(?=\d+\s*/|\\[dt]?frac)")
_RELATION = re.compile(r"[≈<>≤≥=]")


def respelled(plain: str, names: frozenset[str], *, listed: bool) -> Iterator[tuple[str, bool]]:
    """(text, whether 1,234 is one number) of other spellings that may parse as something else than what is meant.

    plain: the answer's source. names: the gold's variables. listed: whether the gold has several values.
    """
    if listed:
        yield plain, False
        if "+-" in plain:
            yield plain.replace("+-", "±"), True
    option = OPTION.match(plain)
    if option and option["rest"].strip() and not {option[1] or option[2]} & names:
        yield option["rest"], True
    choose = _CHOOSE.fullmatch(plain) or _CHOOSE_CALL.fullmatch(plain)
    if choose and not names:
        yield f"\\binom{{{choose[1]}}}{{{choose[2]}}}", True
    if not listed and _MIXED.search(plain):
        yield _MIXED.sub(" ", plain), True


def unassured(plain: str) -> str:
    """The source without ", I am sure", and with "3/4 (or equivalently, 0.75)" as the choice 3/4 or 0.75."""
    plain = _SURE.sub("", plain)
    either = _EITHER.search(plain) if plain.endswith(")") else None
    return f"{plain[: either.start()]} or {plain[either.end() : -1]}" if either else plain


def stated(answer: str, source_text: str) -> Iterator[str]:
    """What is left without reasons and asides, or of a sentence; tried in turn until one can be read."""
    plain = _NOT_ASIDE.sub("", source_text)
    if plain != source_text:
        yield plain
    if says(plain, NEGATION, CONDITION, REVISION):
        return
    found = _FOUND.match(plain)
    if found:
        yield plain[found.end() :]
    reasoned = without_reason(plain)
    aside = _ASIDE.search(reasoned)
    if aside and not says(aside[1], CHOICE):
        reasoned = reasoned[: aside.start()]
    if reasoned != plain:
        yield reasoned
    segments = [(next(filter(None, match.groups())), match.end()) for match in _SEGMENT.finditer(answer)]
    said = predicate(answer) if len(segments) == 1 else None
    subject = said is not None and segments[0][1] <= len(said[0])
    if len(segments) == 1 and not subject and not _PROSE.search(segments[0][0]):
        yield source(segments[0][0])
    around = predicate(reasoned)
    if around:
        yield around[1]
    led = without_lead(reasoned)
    if led != reasoned:
        yield led
    name, _, value = reasoned.partition("=")
    if value and any(map(str.isalpha, name)) and not _RELATION.search(name + value) and not says(reasoned, CHOICE):
        yield value

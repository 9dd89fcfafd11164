"""What a short statement commits to: its predicate, without reasons, doubts and comments around it.

A single guess is an answer ("I am not sure, maybe Paris"); a choice ("Paris or Lyon"), a negation
("not Paris") and a correction ("Lyon, no, Paris") are not.
"""

from __future__ import annotations

import re

from scorers.lexicon import word_set

CHOICE = word_set("or either alternatively versus vs and/or")
NEGATION = word_set("not never no neither nor cannot wrong incorrect false unlikely doubt doubtful")
REVISION = word_set("but wait actually instead rather however correction sorry maybe perhaps possibly probably")
CONDITION = word_set("if unless whether unknown")

_WORD = re.compile(r"[^\W\d_]+(?:['/][^\W\d_]+)*")
_REASON = re.compile(
    r"""(?:\s*[,;—]|\s-)\s*(?:but\s+)?not\s
    |(?:\s*[,;—]\s*|\s+-\s+|\s+)
     (?:because|since|due\ to|given\ (?:that|the)|so\ that|as\ (?:the|we|it|there|they|this)\b|i\.e\.|where\b
       |which\ (?:is|was|are|has|comes|means|makes|gives|equals|follows))""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAD = re.compile(
    r"""(?:(?:i'm|i\ am)\ not\ (?:entirely\ |completely\ |really\ |quite\ |\d+%\ )?(?:sure|certain)
    |i\ (?:do\ not|don't)\ know(?:\ for\ sure)?
    |maybe|perhaps|probably|possibly|likely|most\ likely|presumably|definitely|certainly|obviously|clearly
    |(?:i\ (?:think|believe|guess|would\ say|suppose)|i'd\ say|my\ (?:best\ )?guess\ is)(?:\ that)?
    |(?:it|that|this|he|she|they|there)(?:'s|\ (?:is|was|are|were|(?:would|might|could|may|must)\ be))
    |so|thus|therefore|hence|well|okay|ok|sure|yes|but|answer|final\ answer|the\ answer(?:\ is)?)(?![\w'])[\s,:.]*""",
    re.IGNORECASE | re.VERBOSE,
)
_COPULA = re.compile(
    r"\b(?:is|was|are|were|equals|be|has|have|had|gets|makes|costs|becomes|remains?|falls?|fell|called|named)\b(?!')\s*:?\s*",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """Its words in lower case; "isn't" and "and/or" are one word."""
    return [match.group().lower() for match in _WORD.finditer(text)]


def says(text: str, *kinds: frozenset[str]) -> str | None:
    """The first word of one of the kinds in the text, None where there is none."""
    for word in words(text):
        if any(word in kind or (word.endswith("n't") and "not" in kind) for kind in kinds):
            return word
    return None


def without_reason(text: str) -> str:
    """A statement before ", because ...", ", which is ..." or ", not Lyon"; whole where it starts so."""
    match = _REASON.search(text)
    return text[: match.start()] if match and text[: match.start()].strip() else text


def without_lead(text: str) -> str:
    """A statement without what opens it: I think, maybe, it is, so, the answer is."""
    while True:
        match = _LEAD.match(text)
        if match is None or match.end() == len(text):
            return text
        text = text[match.end() :]


def predicate(text: str) -> tuple[str, str] | None:
    """(subject, predicate) around the last copula of an assertion; None without one, or where the subject denies."""
    copulas = list(_COPULA.finditer(text))
    if not copulas or copulas[-1].end() == len(text):
        return None
    last = copulas[-1]
    subject = text[: last.start()]
    if says(subject, NEGATION, CONDITION, REVISION):
        return None
    return subject, text[last.end() :]

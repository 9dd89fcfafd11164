"""Scorer "code": ISO codes, currency codes, chemical symbols, calling codes. Exact; other spellings are aliases.

- Case follows the gold. Three capitals and more, and all-lower codes, are read in any case (EUR, eur). One or two
  capitals and mixed case are exact: CO is not Co, and the word "no" is not the code NO.
- Digits are exact, leading zeros too: 40 is not 040, 43 is not +43 (give it as an alias). Spaces and hyphens between
  digits are not: +1-868 is +1868.
- One code, alone or in a statement: "EUR (euro)", "Euro (EUR)", "EUR - euro", "The code is EUR". A second token
  of the gold's shape ("EUR or USD", "USD (EUR)") is incorrect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorers.canonical import canonical
from scorers.statement import CHOICE, NEGATION, REVISION, predicate, says, without_lead, without_reason
from scorers.verdict import UnreadError, Verdict

MAX_CODE = 40

_EDGES = " \t\"'.,;:!?()[]{}`“”*"
_DIGIT_GAPS = re.compile(r"(?<=[\d+])[\s\u2011-]+(?=\d)")
_PIECES = re.compile(r"\s*[(),;—:=→/]\s*|\s+(?:-|or|and|is|was)\s+")
_LABEL = re.compile(r"^[^:→]{1,60}(?::|→)\s*(?=\S)")
_CLASS = re.compile(r"^(?:the\s+)?(?:(?:\S+\s+){0,3}(?:code|symbol|number|abbreviation)\s+|the\s+)", re.IGNORECASE)


def read_gold(gold: str) -> str:
    """The gold's code; raises UnreadError where it is empty or has more than MAX_CODE characters."""
    code = _plain(canonical(gold)) or gold.strip()
    if not code or len(code) > MAX_CODE:
        raise UnreadError("gold_error", "The gold is no code.")
    return code


def _plain(text: str) -> str:
    """Code without quotes and brackets around it, indices lowered to the line: H_2O is H2O."""
    plain = _CLASS.sub("", text.replace("_", "")).strip(_EDGES)
    return _DIGIT_GAPS.sub("", plain)


def judge(answer: str, golds: Sequence[str]) -> Verdict:
    """Verdict on one extracted answer against golds of which any is right."""
    text = without_reason(canonical(answer))
    plain = _plain(text) or answer.strip()
    if any(_same(plain, gold) for gold in golds):
        return Verdict("correct", f"The answer is the code {plain}.")
    around = predicate(text)
    readings = (around[1] if around else "", _LABEL.sub("", text), without_lead(text), text)
    for statement in filter(None, readings):
        pieces = [piece for piece in map(_plain, _PIECES.split(statement)) if piece]
        right = [piece for piece in pieces if any(_same(piece, gold) for gold in golds)]
        rest = " ".join(piece for piece in pieces if piece not in right)
        if right and says(rest, NEGATION, REVISION):
            return Verdict("incorrect", "The answer takes a code back.")
        rivals = [piece for piece in pieces if piece not in right and any(_rival(piece, gold) for gold in golds)]
        if right and rivals:
            return Verdict("incorrect", f"The answer gives {right[0]} and {rivals[0]}.")
        if right and not (says(statement, CHOICE) and len(right) < len(pieces)):
            return Verdict("correct", f"The answer gives the code {right[0]}.")
    return Verdict("incorrect", "The answer is not the gold's code or an alias.")


def _rival(piece: str, gold: str) -> bool:
    """Whether a piece of the answer is a code of the gold's kind."""
    return piece != "ISO" and _shape(piece) != "" and _shape(piece) == _shape(gold)


def _same(text: str, gold: str) -> bool:
    if gold.isdigit() or (gold.isupper() and len(gold) < 3) or not (gold.isupper() or gold.islower()):
        return text == gold
    return text.casefold() == gold.casefold()


def _shape(code: str) -> str:
    """What a token would be mistaken for: digits, capitals by number, or a chemical symbol; "" for words."""
    if code.lstrip("+").isdigit():
        return "digits"
    if len(code) <= 2 and code[:1].isupper() and (len(code) == 1 or code[1].islower()):
        return "symbol"
    return f"capitals {len(code)}" if code.isupper() and code.isalnum() else ""

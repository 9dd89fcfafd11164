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
_PIECES = re.compile(r"\s*[(),;—:=→/]\s*|\s+-\s+|\s+or\s+|\s+and\s+")


def read_gold(gold: str) -> str:
    """The gold's code; raises UnreadError where it is empty or has more than MAX_CODE characters."""
    code = _plain(canonical(gold)) or gold.strip()
    if not code or len(code) > MAX_CODE:
        raise UnreadError("gold_error", "The gold is no code.")
    return code


def _plain(text: str) -> str:
    """Code without quotes and brackets around it, indices lowered to the line: H_2O is H2O."""
    plain = text.replace("_", "").strip(_EDGES)
    return _DIGIT_GAPS.sub("", plain)


def judge(answer: str, golds: Sequence[str]) -> Verdict:
    """Verdict on one extracted answer against golds of which any is right."""
    text = without_reason(canonical(answer))
    plain = _plain(text) or answer.strip()
    if any(_same(plain, gold) for gold in golds):
        return Verdict("correct", f"The answer is the code {plain}.")
    around = predicate(text)
    for statement in (text, without_lead(text), *([around[1]] if around else [])):
        pieces = [piece for piece in map(_plain, _PIECES.split(statement)) if piece]
        right = [piece for piece in pieces if any(_same(piece, gold) for gold in golds)]
        rest = " ".join(piece for piece in pieces if piece not in right)
        if right and says(rest, NEGATION, REVISION):
            return Verdict("incorrect", "The answer takes a code back.")
        rivals = [token for token in _tokens(pieces) if not any(_same(token, gold) for gold in golds)]
        rivals = [token for token in rivals if any(_shape(token) == _shape(gold) for gold in golds)]
        if right and rivals:
            return Verdict("incorrect", f"The answer gives {right[0]} and {rivals[0]}.")
        if right and not (says(statement, CHOICE) and len(right) < len(pieces)):
            return Verdict("correct", f"The answer gives the code {right[0]}.")
    return Verdict("incorrect", "The answer is not the gold's code or an alias.")


def _tokens(pieces: Sequence[str]) -> list[str]:
    """Whole pieces, and within longer ones the words that may be codes by their case or digits."""
    words = [word.strip(_EDGES) for piece in pieces for word in piece.split()]
    return [word for word in words if _shape(word) not in {"", "symbol"}] + [p for p in pieces if _shape(p) == "symbol"]


def _same(text: str, gold: str) -> bool:
    if gold.isdigit() or gold.isupper() and len(gold) < 3 or not (gold.isupper() or gold.islower()):
        return text == gold
    return text.casefold() == gold.casefold()


def _shape(code: str) -> str:
    """What a token would be mistaken for: digits, capitals by number, or a chemical symbol; "" for words."""
    if code.lstrip("+").isdigit():
        return "digits"
    if len(code) <= 2 and code[:1].isupper() and (len(code) == 1 or code[1].islower()):
        return "symbol"
    return f"capitals {len(code)}" if code.isupper() and code.isalnum() else ""

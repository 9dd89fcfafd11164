"""Words around mathematics: which change nothing, which change everything, and which are mathematics in words."""

from __future__ import annotations

from collections.abc import Iterable

from scorers.beside import CHANGES, LEADS, OPERATIONS
from scorers.lexicon import word_set
from scorers.verdict import UnreadError

APPROXIMATE = word_set("approximately about roughly around approx nearly")
HARMLESS = LEADS | word_set(
    "answer final simplified value result area volume perimeter length x all real set solution solutions range domain "
    "interval point vector matrix equation"
)
_CHANGES = (CHANGES - {"and"}) | (OPERATIONS - {"squared", "cubed"})

MAGNITUDES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

COPULAS = word_set("is are was equals be")

COMMON = word_set(
    "the and yes odd even all red man men six ten one two box day cat dog old new per are not nor for day car "
    "can ace her his map pen pie egg ton ways way"
)

_PHRASES = {
    "∅": "empty set;no solution;"
    "no solutions;no real solution;no real solutions;there is no solution;there are no solutions;"
    "none;empty set;empty;no such number;no answer;null set;there are no real solutions;no values;no integer solutions;"
    "no such value;has no solution;has no solutions;no real roots;no roots;nonexistent",
    "ℝ": "all real numbers;all reals;real numbers;all real;any real number;every real number;all real values;reals;"
    "the set of real numbers;set of all real numbers;all real numbers x;all real x",
    "∞": "infinity;positive infinity",
    "-∞": "negative infinity;minus infinity",
    "ℤ": "all integers;integers;the integers;set of integers;the set of integers",
    "undefined": "undefined;does not exist;dne;doesn't exist",
}
PHRASES = {phrase: symbol for symbol, phrases in _PHRASES.items() for phrase in phrases.split(";")}


def check_beside(said: Iterable[str]) -> None:
    """Raises UnreadError where a word before or after a value may change it ("at least", "or", "squared")."""
    before = ""
    for word in said:
        name = word.lower()
        known = name in {"squared", "cubed"} and not before
        if (name in _CHANGES or known) and name not in {"per", "square"}:
            raise UnreadError("unparseable", f"The answer says {word[:40]!r} beside its value.")
        before = name

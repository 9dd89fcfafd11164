"""A place in the tokens of an answer, and what stands there."""

from __future__ import annotations

from scorers.lexicon import word_set
from scorers.mathematics import units
from scorers.mathematics.syntax import Based, Call, Expr, Group, Num, Sym
from scorers.mathematics.tokens import Token
from scorers.mathematics.words import COMMON
from scorers.verdict import UnreadError

MAX_DEPTH = 40
JOINS = {"and": "and", "or": "or"}
_STARTS = frozenset("([⦃{⟨√∛∜⌊⌈πℝ∞∠")
_SHORT_WORDS = word_set("or is am pm if no to of at we")
_OPENERS = frozenset(("We", "It", "So"))
_VOWELS = frozenset("aeiouAEIOU")


class Cursor:
    """Reads tokens one after another; counts how deep the grammar nests."""

    def __init__(self, tokens: list[Token], known: frozenset[str], *, constant: bool) -> None:
        self.tokens = tokens
        self.known = known
        self.constant = constant
        self.at = 0
        self.depth = 0
        self.bars = 0
        self.in_set = False
        self.money = ""

    def peek(self, ahead: int = 0) -> Token | None:
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else None

    def peek_op(self, ahead: int = 0) -> str | None:
        token = self.peek(ahead)
        return token.text if token is not None and token.kind == "op" else None

    def accept(self, op: str) -> bool:
        if self.peek_op() != op:
            return False
        self.at += 1
        return True

    def take_op(self) -> str:
        op = self.peek_op()
        if op is None:
            raise self.unread()
        self.at += 1
        return op

    def unread(self) -> UnreadError:
        token = self.peek()
        where = "ends too early" if token is None else f"cannot be read at {token.text[:20]!r}"
        return UnreadError("unparseable", f"The answer {where}.")

    def enter(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise UnreadError("limit", f"The answer nests deeper than {MAX_DEPTH}.")

    def leave(self) -> None:
        self.depth -= 1

    def is_word(self, run: str) -> bool:
        """Whether adjacent letters are a word and not a product of variables."""
        if len(run) < 2 or (self.known and self.known.issuperset(run)):
            return False
        lower = run.lower()
        if units.is_unit(run) or lower in COMMON or lower in _SHORT_WORDS or run in _OPENERS:
            return True
        return len(run) > 3 and not _VOWELS.isdisjoint(run)

    def is_union(self, text: str) -> bool:
        """Whether letters stand for ∪."""
        return text in {"U", "union"} and "U" not in self.known

    def aside_of_words(self) -> bool:
        following = self.peek(1)
        if following == Token("op", "≈"):
            return True
        return following is not None and (
            (following.kind == "word" and len(following.text) > 1)
            or (following.kind == "run" and self.is_word(following.text))
        )

    def unit_fraction(self) -> bool:
        """Whether \\frac{\\text{m}}{\\text{s}} follows."""
        if self.peek() != Token("cmd", "frac") or self.peek_op(1) != "{":
            return False
        top = self.peek(2)
        return top is not None and (top.kind == "word" or (top.kind == "run" and self.is_word(top.text)))

    def unit_follows(self) -> bool:
        """Whether a slash divides units (m / s) and not numbers."""
        token, before = self.peek(1), self.tokens[self.at - 1]
        if token is None or token.kind not in {"word", "run"}:
            return False
        return token.kind == "word" or (self.is_word(token.text) and before.kind in {"word", "run"})

    def _letter_unit(self, token: Token, before: Expr) -> bool:
        """Whether one letter after a number is a unit: the gold has no variables, and nothing but units follows."""
        if not self.constant or token.text not in units.LETTERS or not isinstance(before, (Num, Call)):
            return False
        following = self.peek(1)
        return following is None or following.kind in {"word", "run"} or following.text in {",", "/", "^", ";"}

    def multiplies(self, before: Expr) -> bool:
        """Whether the next token is a factor without a sign of multiplication before it."""
        token = self.peek()
        kind, text = token or ("", "")
        if token is not None and kind == "run":
            union = self.is_union(text) and self.peek_op(1) in {"(", "[", "⦃"} and isinstance(before, (Group, Call))
            return not (union or self.is_word(text) or self._letter_unit(token, before))
        if kind == "num":
            apart = not isinstance(before, (Num, Based)) and self.tokens[self.at - 1].kind == "op"
            return apart or before == Sym("i")
        if kind == "op":
            opens = text in _STARTS and not (text == "(" and self.aside_of_words())
            return opens or (text == "|" and not self.bars and not self.in_set)
        if kind == "fn":
            return not (text in {"sec", "min"} and isinstance(before, Num) and self.peek(1) is None)
        return kind == "mat" or (kind == "cmd" and text != "mod" and not self.unit_fraction())

    def accept_run(self, letter: str) -> bool:
        token = self.peek()
        if token is None or token.kind not in {"run", "word"} or token.text != letter:
            return False
        self.at += 1
        return True

    def literally(self) -> str:
        """The next token or group as it is written."""
        start = self.at
        depth = 0
        while True:
            token = self.peek()
            if token is None:
                raise self.unread()
            self.at += 1
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            if depth <= 0:
                break
        return "".join(token.text for token in self.tokens[start : self.at] if token.text not in {"{", "}"})

"""Words and units around a value: which are taken with it, and which change it."""

from __future__ import annotations

from abc import abstractmethod
from fractions import Fraction

from scorers.mathematics.atoms import Atoms
from scorers.mathematics.cursor import JOINS
from scorers.mathematics.numerals import BASES
from scorers.mathematics.syntax import Based, Call, Expr, Num, Quantity, Ratio, Words
from scorers.mathematics.tokens import Token
from scorers.mathematics.units import Unit
from scorers.mathematics.units import read as read_unit
from scorers.mathematics.words import APPROXIMATE, MAGNITUDES, PHRASES, check_beside

_UNIT_SIGNS = frozenset(("%", "°", "$", "¢", "€", "£"))


class Measures(Atoms):
    """The part of the grammar between a value and the next separator or relation."""

    @abstractmethod
    def product(self) -> Expr:
        """Powers with signs of multiplication or division between, or none."""

    def words(self) -> list[str]:
        """Takes the words that stand next."""
        said: list[str] = []
        while (token := self.peek()) is not None:
            if token.kind in {"word", "run"} and token.text.lower() in JOINS:
                break
            single = len(token.text) == 1
            if token.kind == "word" and single and not said and self.starts_value_after():
                break
            if not (token.kind == "word" or (token.kind == "run" and self.is_word(token.text) and not single)):
                break
            if token.kind == "word" and single and not said and self.peek(1) is None:
                break
            said.append(token.text)
            self.at += 1
        return said

    def starts_value_after(self) -> bool:
        """Whether a single letter set as text is a variable: something but a word follows."""
        following = self.peek(1)
        return following is None or following.kind != "word" or following.text.lower() in JOINS

    def peek_joins(self) -> bool:
        token = self.peek()
        return token is not None and token.kind in {"word", "run"} and token.text.lower() in JOINS

    def with_unit(self, value: Expr) -> Expr:
        """The value with what stands after it, if that is a unit; raises UnreadError where it changes the value."""
        said: list[str] = [self.money] if self.money else []
        while (token := self.peek()) is not None and not self.peek_joins():
            word = token.text.lower() if token.kind in {"word", "run", "fn"} else ""
            if word in {"am", "pm"} and isinstance(value, (Num, Ratio)):
                self.at += 1
                return Ratio(value.items if isinstance(value, Ratio) else (value, Num(Fraction(0))), word)
            if word == "base":
                return self.based(value)
            if word in MAGNITUDES and isinstance(value, Num) and len(said) == bool(self.money):
                value = Num(value.value * MAGNITUDES[word])
                self.at += 1
            elif not self.unit_part(said):
                break
        if not said:
            return value
        check_beside(said)
        unit = read_unit(said)
        return Quantity(value, unit) if unit != Unit() else value

    def unit_part(self, said: list[str]) -> bool:
        """Takes one part of a unit, or an aside, and adds it to what was said; False where none follows."""
        token, op = self.peek(), self.peek_op()
        if token is None:
            return False
        if op == "(":
            return self.based_aside() or self.aside()
        if self.unit_fraction():
            said.extend(self.unit_words())
            return True
        if not (token.kind in {"word", "run", "fn"} or op in _UNIT_SIGNS or (op in {"/", "^"} and said)):
            if token != Token("cmd", "mod"):
                return False
            self.at += 1
            self.argument()
            return True
        self.at += 1
        said.append(f"^{self.integer_script()}" if op == "^" else token.text)
        return True

    def unit_words(self) -> list[str]:
        """Takes \\frac{m}{s^2} of units."""
        self.at += 1
        said: list[str] = []
        for group in range(2):
            if not self.accept("{"):
                raise self.unread()
            said.extend(["/"] if group else [])
            while not self.accept("}"):
                token = self.peek()
                if token is None:
                    raise self.unread()
                self.at += 1
                said.append(f"^{self.integer_script()}" if token.text == "^" else token.text)
        return said

    def compound(self, value: Expr) -> Expr:
        """2 hours 15 minutes: a quantity goes on in smaller units of the same kind."""
        while isinstance(value, Quantity):
            start = self.at
            if self.peek_joins() and self.peek(1) is not None:
                self.at += 1
            token = self.peek()
            if token is None or token.kind != "num":
                self.at = start
                break
            more = self.with_unit(self.product())
            smaller = isinstance(more, Quantity) and more.unit.dimensions == value.unit.dimensions
            if not (smaller and isinstance(more, Quantity) and more.unit.size < value.unit.size):
                self.at = start
                break
            factor = Num(more.unit.size / value.unit.size)
            value = Quantity(Call("+", (value.value, Call("*", (more.value, factor)))), value.unit)
        return value

    def aside(self) -> bool:
        """Takes a parenthesis that begins with a word: a unit, or "(approximately 10.82)"."""
        if not self.aside_of_words():
            return False
        end = self.at + 1
        said = []
        while end < len(self.tokens) and self.tokens[end] != Token("op", ")"):
            token = self.tokens[end]
            end += 1
            if token.kind in {"word", "run"}:
                said.append(token.text)
            elif self.peek_op(1) != "≈" and not (said and said[0].lower() in APPROXIMATE):
                return False
        if end == len(self.tokens):
            return False
        check_beside(said)
        self.at = end + 1
        return True

    def based_aside(self) -> bool:
        """Takes the bracket of `(base 8)`."""
        following = self.peek(1)
        if following is None or following.text.lower() != "base" or self.peek_op(3) != ")":
            return False
        del self.tokens[self.at + 3]
        self.at += 1
        return True

    def based(self, value: Expr) -> Expr:
        """`52 base 8`."""
        self.at += 1
        base = self.peek()
        if not (isinstance(value, Num) and value.places is None and base is not None):
            raise self.unread()
        self.at += 1
        number = int(base.text[:3]) if base.text.isdigit() else BASES.get(base.text.lower(), 0)
        if not number:
            raise self.unread()
        return Based(str(value.value), number)

    def says_to(self) -> bool:
        """Whether `3 to 2` goes on here."""
        token, following = self.peek(), self.peek(1)
        return (
            token is not None and token.kind in {"word", "run"} and token.text.lower() == "to" and following is not None
        )

    def label(self, said: list[str]) -> Expr:
        text = " ".join(said).lower()
        if text not in PHRASES:
            check_beside(said)
        return Words(text)

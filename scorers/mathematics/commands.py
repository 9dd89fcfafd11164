"""Functions, fractions, roots and matrices, and what they apply to."""

from __future__ import annotations

from abc import ABC, abstractmethod
from fractions import Fraction

from scorers.mathematics.cursor import Cursor
from scorers.mathematics.syntax import RELATIONS, Call, Chain, Expr, Group, Matrix, Num, Sym
from scorers.mathematics.tokens import SYSTEMS, Token
from scorers.verdict import UnreadError


class Commands(Cursor, ABC):
    """The part of the grammar that a name or a command opens."""

    @abstractmethod
    def atom(self) -> Expr:
        """One indivisible value."""

    @abstractmethod
    def power(self) -> Expr:
        """An atom with what is written after it."""

    @abstractmethod
    def sum(self) -> Expr:
        """Products with + and - between."""

    @abstractmethod
    def group(self, opening: str) -> Expr:
        """What brackets hold."""

    @abstractmethod
    def items(self, closers: tuple[str, ...]) -> Expr:
        """One side or relation, or several."""

    @abstractmethod
    def relation(self) -> Expr:
        """A side, or sides with relations between."""

    def function(self, name: str) -> Expr:
        self.enter()
        exponent = None
        if name == "sqrt" and self.accept("["):
            raise self.unread()
        base = None
        for _ in range(2):
            if self.accept("_"):
                base = self.argument() if self.peek_op() == "{" else self.atom()
            elif self.accept("^"):
                exponent = self.argument() if self.peek_op() == "{" else self.atom()
        args = self._arguments(name)
        self.leave()
        if name == "cbrt":
            args, name = (args[0], Num(Fraction(3))), "root"
        inverse = exponent == Num(Fraction(-1))
        if inverse and name in {"sin", "cos", "tan", "cot", "sec", "csc"}:
            return Call(f"arc{name}", args)
        value = Call(name, (*args, base) if base is not None else args)
        return value if exponent is None else Call("^", (value, exponent))

    def _arguments(self, name: str) -> tuple[Expr, ...]:
        if self.peek_op() in {"(", "{", "["}:
            inner = self.group(self.take_op())
            return inner.items if isinstance(inner, Group) and inner.kind != "{}" else (inner,)
        if name in {"sqrt", "cbrt", "abs"}:
            return (self.atom(),)
        minus = self.accept("-")
        factors = [self.power()]
        while self.multiplies(factors[-1]):
            token = self.peek()
            if token is None or token.kind == "fn" or token.text in {"(", "["}:
                break
            factors.append(self.power())
        value = factors[0] if len(factors) == 1 else Call("*", tuple(factors))
        return (Call("neg", (value,)) if minus else value,)

    def fraction(self) -> Expr:
        self.enter()
        top = self.argument()
        bottom = self.argument()
        self.leave()
        return Call("*", (top, Call("inv", (bottom,))))

    def command(self, name: str) -> Expr:
        if name == "frac":
            return self.fraction()
        self.enter()
        value = self._other_command(name)
        self.leave()
        return value

    def _other_command(self, name: str) -> Expr:
        if name == "binom":
            return Call("binom", (self.argument(), self.argument()))
        if name == "sqrt":
            index = None
            if self.accept("["):
                index = self.group("[")
            value = self.argument() if self.peek_op() == "{" else self.atom()
            return Call("sqrt", (value,)) if index is None else Call("root", (value, index))
        if name in {"overline", "vec", "hat", "arc"}:
            inner = self.literally()
            return Sym(f"{name} {inner}" if name == "overline" else inner)
        if name == "mathbb":
            letter = self.argument()
            sets = {"R": "ℝ", "Z": "ℤ", "Q": "ℚ", "N": "ℕ", "C": "ℂ"}
            if isinstance(letter, Sym) and letter.name in sets:
                return Sym(sets[letter.name])
        raise self.unread()

    def rows(self, name: str) -> Expr:
        """A matrix, or relations in rows."""
        end = next((place for place in range(self.at, len(self.tokens)) if self.tokens[place].kind == "end"), None)
        inside = self.tokens[self.at : end]
        if name in SYSTEMS or (name == "array" and any(token.text in RELATIONS for token in inside)):
            return self.system(inside)
        return self.matrix()

    def system(self, inside: list[Token]) -> Expr:
        """Relations that hold together; a row that begins with a relation goes on with the one before."""
        self.enter()
        self.tokens[self.at : self.at + len(inside)] = _unaligned(inside)
        found: list[Expr] = []
        while True:
            token = self.peek()
            if token is not None and token.kind == "end":
                self.at += 1
                break
            row = self.relation()
            if not isinstance(row, Chain):
                raise self.unread()
            found.append(row)
            while self.peek_op() in {",", ";", "⏎"}:
                self.at += 1
            before = self.tokens[self.at - 1]
            if (token := self.peek()) is None or (token.kind != "end" and before.text != "⏎"):
                raise self.unread()
        self.leave()
        if not found:
            raise self.unread()
        return found[0] if len(found) == 1 else Group("and", tuple(found))

    def matrix(self) -> Expr:
        self.enter()
        rows: list[tuple[Expr, ...]] = []
        row: list[Expr] = []
        while True:
            token = self.peek()
            if token is not None and token.kind == "end":
                self.at += 1
                break
            row.append(self.sum())
            if self.accept("&"):
                continue
            self.accept("⏎")
            rows.append(tuple(row))
            row = []
        self.leave()
        rows = rows if not row else [*rows, tuple(row)]
        if not rows or len({len(each) for each in rows}) != 1:
            raise UnreadError("unparseable", "The answer's matrix has rows of different lengths.")
        return Matrix(tuple(rows))

    def under_root(self) -> Expr:
        self.enter()
        value = self.argument() if self.peek_op() == "{" else self.atom()
        self.leave()
        return value

    def absolute(self) -> Expr:
        self.enter()
        outer, self.bars = self.bars, 1
        value = self.sum()
        self.bars = outer
        self.leave()
        if not self.accept("|"):
            raise self.unread()
        return Call("abs", (value,))

    def argument(self) -> Expr:
        """What a command applies to: a group, or one token, of a number its first digit."""
        figure = self._figure()
        if figure is not None:
            return figure
        if self.accept("{"):
            return self.group("{")
        token = self.peek()
        if token is not None and token.kind == "num" and token.text.isdigit() and len(token.text) > 1:
            self.tokens[self.at] = Token("num", token.text[1:])
            return Num(Fraction(int(token.text[0])))
        return self.atom()

    def _figure(self) -> Expr | None:
        """Takes {NO}, which is a segment and not a word."""
        token, closing = self.peek(1), self.peek_op(2)
        if self.peek_op() != "{" or closing != "}" or token is None or token.kind != "run":
            return None
        if not (len(token.text) == 2 and token.text.isupper()):
            return None
        self.at += 3
        return Call("*", tuple(map(Sym, token.text)))

    def exponent(self) -> Expr:
        """A group, or a signed power without braces."""
        negative = False
        while self.peek_op() in {"+", "-"}:
            negative = negative != (self.peek_op() == "-")
            self.at += 1
        value = self.power() if self.peek_op() != "{" else self._braced_power()
        return Call("neg", (value,)) if negative else value

    def _braced_power(self) -> Expr:
        value = self.argument()
        if self.accept("^"):
            self.enter()
            value = Call("^", (value, self.exponent()))
            self.leave()
        return value


def _unaligned(inside: list[Token]) -> list[Token]:
    """Rows without the & beside a relation or at a row's start; a row that begins with a relation joins the last."""
    out: list[Token] = []
    for token in inside:
        relates = token.kind == "op" and token.text in RELATIONS
        while relates and out and out[-1].text in {"&", "⏎"}:
            out.pop()
        before = out[-1] if out else None
        opens = before is None or before.text == "⏎" or (before.kind == "op" and before.text in RELATIONS)
        if token.text != "&" or not opens:
            out.append(token)
    return out

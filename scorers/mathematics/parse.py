"""Tokens -> expression tree, by recursive descent; no text is ever evaluated as code.

answer := side (separator side)*; side := [words] sets [unit]; sets := sum (∪ sum)*; sum := product (+ product)*;
product := power (* power)*, where neighbours without a sign multiply; power := atom ^ power.
"""

from __future__ import annotations

from scorers.mathematics.brackets import inward
from scorers.mathematics.measures import Measures
from scorers.mathematics.syntax import (
    RELATIONS,
    Based,
    Call,
    Chain,
    Expr,
    Group,
    Num,
    Ratio,
    Sym,
    Words,
    depth,
)
from scorers.mathematics.tokens import Token, tokenize
from scorers.mathematics.words import APPROXIMATE, COPULAS, HARMLESS, check_beside
from scorers.verdict import UnreadError

MAX_ITEMS = 200
MAX_SIDES = 20
MAX_TREE = 150
"""Far below what would exhaust the stack of the comparison, which is recursive."""
_ADDS = frozenset("+-±∓")
_SETS = {"∪": "∪", "∩": "∩", "∖": "∖"}
_SEPARATORS = {",": ",", ";": ",", "∧": "and", "∨": "or", "and": ","}
JOINS = {"and": "and", "or": "or"}


def parse(plain: str, known: frozenset[str] = frozenset(), *, constant: bool = False, thousands: bool = True) -> Expr:
    """Tree of a source; raises UnreadError("unparseable" or "limit").

    known: letters that are variables, since the gold has them. constant: the gold has none, so that a letter after
    a number may be a unit. thousands: as in `tokenize`.
    """
    tree = _Parser(inward(tokenize(plain, thousands=thousands)), known, constant=constant).whole()
    if depth(tree) > MAX_TREE:
        raise UnreadError("limit", f"The answer applies more than {MAX_TREE} operations to one another.")
    return tree


class _Parser(Measures):
    """The levels of the grammar above powers."""

    def whole(self) -> Expr:
        """All tokens as one answer; of a derivation with arrows, what follows the last."""
        while True:
            tree = self.items(())
            if not self.tokens or self.peek() is None:
                return tree
            if not self.accept("⇒"):
                raise self.unread()
            if self.peek() is None:
                return tree

    def items(self, closers: tuple[str, ...]) -> Expr:
        """One side or relation, or several with separators between."""
        found: list[Expr] = []
        joins: set[str] = set()
        while True:
            if self.peek() is None or self.peek_op() in closers or self.peek_op() == "⇒":
                break
            found.append(self.relation())
            if len(found) > MAX_ITEMS:
                raise UnreadError("limit", f"The answer lists more than {MAX_ITEMS} values.")
            join = self.separator()
            if join is None:
                break
            joins.add(join)
        if not found:
            raise self.unread()
        if len(found) == 1 and "list" not in joins:
            return found[0]
        return Group("or" if "or" in joins else "and" if joins == {"and"} else ",", tuple(found))

    def separator(self) -> str | None:
        """Takes a comma, semicolon, and, or; or a comma and then one of these words."""
        join = None
        while (token := self.peek()) is not None:
            if token.kind == "op" and token.text in _SEPARATORS:
                this = _SEPARATORS[token.text]
            elif token.kind in {"word", "run"} and token.text.lower() in JOINS:
                this = JOINS[token.text.lower()]
            else:
                break
            join = this if join in {None, ","} else join
            self.at += 1
        return join

    def relation(self) -> Expr:
        """A side, or sides with relations between; a relation at the start has no left side."""
        ops: list[str] = []
        sides: list[Expr] = []
        if self.peek_op() == "≈":
            self.at += 1
            return Call("approx", (self.side(),))
        if self.peek_op() == "=":
            self.at += 1
        sides.append(self.side())
        while (op := self.peek_op()) in RELATIONS and op is not None:
            self.at += 1
            if op in "<>" and self.peek_op() == "=":
                self.at += 1
                op = {"<": "≤", ">": "≥"}[op]
            ops.append(op)
            if len(ops) > MAX_SIDES:
                raise UnreadError("limit", f"The answer chains more than {MAX_SIDES} relations.")
            sides.append(self.side())
        if not ops:
            return sides[0]
        return Chain(tuple(ops), tuple(sides))

    def side(self) -> Expr:
        """Leading words, a value, and the words and units after it."""
        said = self.words()
        if said:
            ends = self.peek() is None or self.peek_op() in {",", ";", ")", "⦄", "]", "⇒"}
            if ends or self.peek_op() in RELATIONS or self.peek_joins():
                return self.label(said)
            if self.peek_op() == ":":
                self.at += 1
            elif not all(word.lower() in HARMLESS for word in said):
                if said[-1].lower() not in COPULAS:
                    raise UnreadError("unparseable", "The answer mixes words and mathematics.")
                check_beside(said)
        money = self.money
        self.money = ""
        value = self.sets()
        while (self.peek_op() == ":" or self.says_to()) and not self.in_set:
            self.at += 1
            if isinstance(value, Sym) and self.peek_op() is None and not self.tokens[self.at :]:
                break
            following = self.sets()
            value = Ratio((*(value.items if isinstance(value, Ratio) else (value,)), following))
        value = self.compound(self.with_unit(value))
        self.money = money
        if any(word.lower() in APPROXIMATE for word in said):
            return Call("approx", (value,))
        return value

    def sets(self) -> Expr:
        """Sums with ∪, ∩ or ∖ between."""
        value = self.sum()
        if self.accept("choose"):
            return Call("binom", (value, self.sum()))
        if self.accept("over"):
            return Call("*", (value, Call("inv", (self.sum(),))))
        while (op := self.peek_op()) in _SETS or self._says_union():
            self.at += 1
            name = "∪" if op not in _SETS or op is None else op
            if self.peek_op() == "{":
                self.braces_as_set()
            following = self.sum()
            same = isinstance(value, Call) and value.op == name and name != "∖"
            value = Call(name, (*(value.args if same and isinstance(value, Call) else (value,)), following))
        return value

    def braces_as_set(self) -> None:
        """Reads the braces of `[0, 1] ∪ {5}` as those of a set."""
        depth = 0
        for place in range(self.at, len(self.tokens)):
            depth += {"{": 1, "}": -1}.get(self.tokens[place].text, 0)
            if depth == 0:
                self.tokens[self.at], self.tokens[place] = Token("op", "⦃"), Token("op", "⦄")
                return

    def _says_union(self) -> bool:
        token, following = self.peek(), self.peek(1)
        if token is None or following is None:
            return False
        brackets = following.kind == "op" and following.text in {"(", "[", "⦃"}
        return brackets and token.kind in {"run", "word"} and self.is_union(token.text)

    def sum(self) -> Expr:
        """Products with + and - between; a leading ± belongs to the first."""
        self.enter()
        terms = [] if self.peek_op() in _ADDS else [self.product()]
        while (op := self.peek_op()) in _ADDS and op is not None:
            self.at += 1
            following = self.product()
            if op in {"±", "∓"}:
                terms = [Call(op, (self._joined(terms), following) if terms else (following,))]
            else:
                terms.append(_negated(following) if op == "-" else following)
        self.leave()
        return self._joined(terms)

    @staticmethod
    def _joined(terms: list[Expr]) -> Expr:
        return terms[0] if len(terms) == 1 else Call("+", tuple(terms))

    def product(self) -> Expr:
        """Powers with signs of multiplication or division between, or none."""
        negative = False
        while self.peek_op() in {"+", "-"}:
            negative = negative != (self.peek_op() == "-")
            self.at += 1
        factors = [self.power()]
        while True:
            op = self.peek_op()
            if op == "*" or (op == "/" and not self.unit_follows()):
                self.at += 1
                minus = self.peek_op() == "-"
                self.at += minus
                factor = self.power()
                factor = Call("inv", (factor,)) if op == "/" else factor
                factors.append(Call("neg", (factor,)) if minus else factor)
            elif self.multiplies(factors[-1]):
                factors.append(self.power())
            else:
                break
        value = factors[0] if len(factors) == 1 else Call("*", tuple(factors))
        return _negated(value) if negative else value

    def group(self, opening: str) -> Expr:
        """What brackets hold: one value, or a tuple, interval or set."""
        self.enter()
        in_set, bars = self.in_set, self.bars
        self.in_set, self.bars = opening == "⦃", 0
        closers = {"(": (")", "]"), "[": ("]", ")"), "⦃": ("⦄", "|", ":"), "⟨": ("⟩",), "{": ("}",)}[opening]
        if opening == "⦃" and self.accept("⦄"):
            self.in_set, self.bars = in_set, bars
            self.leave()
            return Sym("∅")
        inner = self.items(closers)
        if opening == "⦃" and self.peek_op() in {"|", ":"}:
            self.at += 1
            condition = self.items(("⦄",))
            inner = Group("where", (inner, condition))
        closing = self.take_op()
        self.in_set, self.bars = in_set, bars
        self.leave()
        if closing not in closers or closing in {"|", ":"}:
            raise self.unread()
        several = isinstance(inner, Group) and inner.kind in {",", "and"}
        if opening == "⦃":
            if isinstance(inner, Group) and inner.kind == "where":
                return inner
            return Group("{}", inner.items if several and isinstance(inner, Group) else (inner,))
        if isinstance(inner, Group) and several:
            kind = {"⟨⟩": "<>", "{}": "{}"}.get(opening + closing, opening + closing)
            return Group(kind, inner.items)
        if opening + closing in {"(]", "[)"}:
            raise self.unread()
        if isinstance(inner, (Chain, Words)) and opening != "{":
            raise self.unread()
        return inner


def _negated(value: Expr) -> Expr:
    if isinstance(value, Num):
        return Num(-value.value, value.places)
    if isinstance(value, Based):
        return Based(f"-{value.digits}", value.base)
    return Call("neg", (value,))

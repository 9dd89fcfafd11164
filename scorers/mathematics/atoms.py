"""Tokens -> powers and what they are made of: numbers, variables, brackets."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from scorers.mathematics.commands import Commands
from scorers.mathematics.numerals import BASES, numeral
from scorers.mathematics.syntax import Based, Call, Expr, Group, Matrix, Num, Sym, variables
from scorers.mathematics.tokens import FUNCTIONS, MAX_TOKENS, Token
from scorers.verdict import UnreadError

_UNKNOWN_FUNCTIONS = frozenset("fgh")
_SPECIAL = frozenset("ΓζφψΦΨσμητ")
_RENAMED = {"asin": "arcsin", "acos": "arccos", "atan": "arctan", "lg": "log"}


class Atoms(Commands):
    """The part of the grammar up to powers."""

    def power(self) -> Expr:
        """An atom with what is written after it: factorials, indices, degrees, exponents."""
        value = self.atom()
        while (op := self.peek_op()) is not None:
            if op == "!":
                self.at += 1
                twice = self.accept("!")
                if self.peek_op() == "!":
                    raise self.unread()
                value = Call("!!" if twice else "!", (value,))
            elif op == "°":
                self.at += 1
                value = Call("°", (value,))
            elif op == "_":
                self.at += 1
                value = self.indexed(value)
            elif op == "'" and isinstance(value, Sym):
                self.at += 1
                value = Sym(f"{value.name}'")
            elif op == "^":
                self.at += 1
                value, whole = self._raised(value)
                if whole:
                    return value
            elif op == "(" and isinstance(value, Sym) and self._applies(value.name):
                value = self._applied(value.name)
            else:
                break
        return value

    def _raised(self, value: Expr) -> tuple[Expr, bool]:
        """A power, which ends its factor; or the transpose of a matrix and the inverse of f, which do not."""
        if self.accept("⊤") or (isinstance(value, Matrix) and self.accept_run("T")):
            return Call("transpose", (value,)), False
        self.enter()
        exponent = self.exponent()
        self.leave()
        inverse = exponent == Num(Fraction(-1)) and self.peek_op() == "("
        if inverse and isinstance(value, Sym) and value.name in _UNKNOWN_FUNCTIONS:
            return Sym(f"{value.name}^-1"), False
        return Call("^", (value, exponent)), True

    def _applies(self, name: str) -> bool:
        """Whether a name before a bracket is a function: f, g, h, Γ and the like, and P in P(x) = ... at the start."""
        if name in _SPECIAL:
            return name not in self.known
        if name.removesuffix("^-1").rstrip("'0123456789_") in _UNKNOWN_FUNCTIONS:
            return True
        inner, closing, equals = self.peek(1), self.peek_op(2), self.peek_op(3)
        alone = inner is not None and inner.kind == "run" and len(inner.text) == 1
        return alone and closing == ")" and equals == "=" and self.at == 1 and name.isupper() and name not in self.known

    def _applied(self, name: str) -> Expr:
        """f of what follows. Γ(5) is 4!; of ζ(2), φ(12) and the like no value is known here; ζ(1 + ζ) is a product."""
        self.at += 1
        inner = self.group("(")
        if name == "Γ":
            return Call("!", (Call("+", (inner, Num(Fraction(-1)))),))
        if name not in _SPECIAL:
            return Call(f"{name}()", inner.items if isinstance(inner, Group) else (inner,))
        if not variables(inner):
            raise UnreadError("unparseable", f"The answer leaves {name} of a value to be worked out.")
        return Call("*", (Sym(name), inner))

    def indexed(self, value: Expr) -> Expr:
        """A variable with an index, or digits with a base."""
        if isinstance(value, Num) and value.places is None and value.value.denominator == 1:
            base = self.argument()
            if isinstance(base, Num) and base.value.denominator == 1:
                return Based(str(value.value), int(base.value))
            raise self.unread()
        if not isinstance(value, Sym):
            raise self.unread()
        return Sym(f"{value.name}_{self.literally()}")

    def integer_script(self) -> int:
        """The exponent of a unit."""
        negative = self.accept("-")
        value = self.argument()
        if isinstance(value, Call) and value.op == "neg":
            negative, value = not negative, value.args[0]
        if not isinstance(value, Num) or value.value.denominator != 1 or abs(value.value) > 9:
            raise self.unread()
        return -int(value.value) if negative else int(value.value)

    def atom(self) -> Expr:
        """One indivisible value."""
        token = self.peek()
        if token is None:
            raise self.unread()
        self.at += 1
        kind, text = token
        if kind == "num":
            value: Expr = self._mixed(numeral(text))
        elif kind == "run":
            value = self._variable(text)
        elif kind == "word" and len(text) == 1:
            value = Sym(text)
        elif kind == "based":
            value = self._based(text)
        elif kind == "fn":
            value = self.function(_RENAMED.get(text, text))
        elif kind == "cmd":
            value = self.command(text)
        elif kind == "mat":
            value = self.rows(text)
        elif kind == "op":
            value = self._operator(text)
        else:
            self.at -= 1
            raise self.unread()
        return value

    def _operator(self, op: str) -> Expr:
        if op in "([⦃⟨{":
            return self.group(op)
        if op in "π∞∅…ℝℤℚℕℂ":
            return Sym(op)
        read = _OPENED.get(op)
        if read is not None:
            return read(self, op)
        self.at -= 1
        raise self.unread()

    def _root_sign(self, op: str) -> Expr:
        value = self.under_root()
        return Call("sqrt", (value,)) if op == "√" else Call("root", (value, Num(Fraction(3 if op == "∛" else 4))))

    def _whole_part(self, op: str) -> Expr:
        self.enter()
        value = self.sum()
        self.leave()
        closing, name = {"⌊": ("⌋", "floor"), "⌈": ("⌉", "ceil")}[op]
        if not self.accept(closing):
            raise self.unread()
        return Call(name, (value,))

    def _angle(self, op: str) -> Expr:
        token = self.peek()
        if token is None or token.kind != "run":
            raise self.unread()
        self.at += 1
        return Sym(f"{op}{token.text}")

    def _money(self, op: str) -> Expr:
        if self.money:
            raise self.unread()
        self.money = op
        negative = self.accept("-")
        value = self.atom()
        return Call("neg", (value,)) if negative else value

    def _mixed(self, whole: Num) -> Expr:
        """A whole number with a fraction below one right after it is their sum."""
        if whole.places is not None or whole.value.denominator != 1:
            return whole
        ahead = self.peek() == Token("cmd", "frac") and self._fraction_of_numbers()
        start, saved = self.at, list(self.tokens) if ahead else None
        top, bar, bottom = self.peek(), self.peek_op(1), self.peek(2)
        if saved is not None:
            self.at += 1
            part = self.fraction()
            if isinstance(part, Call) and part.op == "*":
                over, under = part.args
                if isinstance(under, Call) and isinstance(over, Num) and isinstance(under.args[0], Num):
                    value = over.value / under.args[0].value if under.args[0].value else Fraction(0)
                    if 0 < value < 1 and over.value.denominator == 1 and over.places is None:
                        return Num(whole.value + value)
            self.tokens[:] = saved
            self.at = start
            return whole
        if top is not None and bottom is not None and bar == "/" and top.kind == bottom.kind == "num":
            over, under = numeral(top.text), numeral(bottom.text)
            if over.places is None and under.places is None and 0 < over.value < under.value:
                self.at += 3
                return Num(whole.value + over.value / under.value)
        return whole

    def _fraction_of_numbers(self) -> bool:
        """Whether the \\frac that follows holds two numbers; reading any other ahead doubles the work at each level."""
        ahead = 1
        for _ in range(2):
            opened = 0
            while self.peek_op(ahead) in {"{", "("}:
                opened, ahead = opened + 1, ahead + 1
            token = self.peek(ahead)
            if token is None or token.kind != "num":
                return False
            if not opened and len(token.text) > 1:
                return True
            ahead += 1
            for _ in range(opened):
                if self.peek_op(ahead) not in {"}", ")"}:
                    return False
                ahead += 1
        return True

    def _variable(self, run: str) -> Expr:
        if len(run) == 1:
            return Sym(run)
        if run.lower() in {"infinity", "infty", "inf"}:
            return Sym("∞")
        for name in FUNCTIONS:
            if run.startswith(name) and len(run) == len(name) + 1 and not self.is_word(run):
                self.tokens[self.at : self.at] = [Token("run", run[-1])]
                return self.function(_RENAMED.get(name, name))
        if self.is_word(run):
            self.at -= 1
            raise self.unread()
        if len(self.tokens) + len(run) > MAX_TOKENS:
            raise UnreadError("limit", f"The answer has more than {MAX_TOKENS} tokens.")
        self.tokens[self.at : self.at] = [Token("run", letter) for letter in run[1:]]
        return Sym(run[0])

    @staticmethod
    def _based(text: str) -> Expr:
        digits, _, base = text.partition("_")
        number = int(base) if base.isdigit() else BASES.get(base.lower(), 0)
        if not 2 <= number <= 36:
            raise UnreadError("unparseable", "The answer has an index that is no base.")
        return Based(digits.upper().lstrip("0") or "0", number)


_OPENED: dict[str, Callable[[Atoms, str], Expr]] = {
    **dict.fromkeys("√∛∜", Atoms._root_sign),
    **dict.fromkeys("⌊⌈", Atoms._whole_part),
    **dict.fromkeys("$¢€£", Atoms._money),
    "∠": Atoms._angle,
    "|": lambda atoms, _: atoms.absolute(),
}

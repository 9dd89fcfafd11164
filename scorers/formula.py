"""LaTeX or plain text of one formula -> a sympy expression, for the CAS stage; imported by its worker only.

The text is read by the grammar below, and sympy objects are built by calling their constructors; `sympify`,
`parse_expr` and `eval` never see it. Sums, products, definite integrals and limits are built as they stand, not worked
out. Whatever the grammar does not know, or could mean two things, is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import sympy
from sympy import Expr, Integer, Rational, Symbol

from scorers.formula_tokens import UnreadError, tokens_of

MAX_DEPTH = 40

_GREEK = re.compile(r"\\(?:alpha|beta|delta|epsilon|theta|lambda|mu|nu|rho|sigma|tau|phi|omega)")
_CONSTANTS: Mapping[str, Expr] = {"\\pi": sympy.pi, "pi": sympy.pi, "\\infty": sympy.oo, "e": sympy.E, "i": sympy.I}
_BIG = {"\\sum": sympy.Sum, "\\prod": sympy.Product, "\\int": sympy.Integral, "\\lim": sympy.Limit}
_CALLED = frozenset("fghFGHPQT")
"""Letters before a parenthesis that may be functions instead of factors."""
FUNCTIONS: Mapping[str, Callable[[Expr], Expr]] = {
    "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "cot": sympy.cot, "sec": sympy.sec, "csc": sympy.csc,
    "arcsin": sympy.asin, "arccos": sympy.acos, "arctan": sympy.atan, "arccot": sympy.acot, "arcsec": sympy.asec,
    "arccsc": sympy.acsc, "sinh": sympy.sinh, "cosh": sympy.cosh, "tanh": sympy.tanh, "coth": sympy.coth,
    "arcsinh": sympy.asinh, "arccosh": sympy.acosh, "arctanh": sympy.atanh, "arsinh": sympy.asinh,
    "arcosh": sympy.acosh, "artanh": sympy.atanh, "exp": sympy.exp, "ln": sympy.log, "log": sympy.log,
    "Gamma": sympy.gamma, "zeta": sympy.zeta, "psi": sympy.digamma, "erf": sympy.erf, "erfc": sympy.erfc,
    "Re": sympy.re, "Im": sympy.im,
}  # fmt: skip
_INVERSE = {
    "sin": sympy.asin, "cos": sympy.acos, "tan": sympy.atan, "cot": sympy.acot, "sec": sympy.asec, "csc": sympy.acsc,
    "sinh": sympy.asinh, "cosh": sympy.acosh, "tanh": sympy.atanh,
}  # fmt: skip
_ENCLOSED = {"\\lfloor": ("\\rfloor", sympy.floor), "\\lceil": ("\\rceil", sympy.ceiling), "|": ("|", sympy.Abs)}

_BRACKETS = {"(": ")", "[": "]", "{": "}", "\\{": "\\}"}


def _itself(value: Expr) -> Expr:
    return value


class _Parser:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.bound: dict[str, Symbol] = {}

    def whole(self) -> Expr:
        """The one expression that the tokens are."""
        value = self._sum()
        if self.at < len(self.tokens):
            raise UnreadError(f"{self.peek} where the formula should end")
        return value

    @property
    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _next(self) -> str:
        mark = self.peek
        self.at += 1
        return mark

    def _take(self, mark: str) -> bool:
        if self.peek != mark:
            return False
        self.at += 1
        return True

    def _expect(self, mark: str) -> None:
        if not self._take(mark):
            raise UnreadError(f"{self.peek or 'the end'} where {mark} should stand")

    def _sum(self) -> Expr:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise UnreadError(f"nesting deeper than {MAX_DEPTH}")
        value = self._product()
        while self.peek in {"+", "-"}:
            sign = 1 if self._next() == "+" else -1
            value += sign * self._product()
        self.depth -= 1
        return value

    def _product(self) -> Expr:
        sign = 1
        while self.peek in {"+", "-"}:
            sign *= 1 if self._next() == "+" else -1
        value = self._power()
        while True:
            if self._take("*"):
                value *= self._signed_power()
            elif self._take("/"):
                value /= self._signed_power()
                if self._starts_factor():
                    raise UnreadError("a factor after a quotient on one line, which could belong below it")
            elif self._starts_factor():
                if self.peek[0].isdigit() or self.peek[0] == ".":
                    raise UnreadError("a number after another factor without a sign between them")
                value *= self._power()
            else:
                return sign * value

    def _signed_power(self) -> Expr:
        sign = 1
        while self.peek in {"+", "-"}:
            sign *= 1 if self._next() == "+" else -1
        return sign * self._power()

    def _starts_factor(self) -> bool:
        mark = self.peek
        if mark in _ENCLOSED or mark in {"(", "[", "{", "\\{"}:
            return mark != "|"
        return bool(mark) and (mark[0].isalnum() or (mark[0] == "\\" and mark not in {"\\rfloor", "\\rceil", "\\}"}))

    def _power(self) -> Expr:
        base = self._factorials(self._atom())
        if self._take("^"):
            base = sympy.Pow(base, self._argument())
            if self.peek in {"^", "!"}:
                raise UnreadError("two exponents, or a factorial after one, without braces")
        return base

    def _factorials(self, value: Expr) -> Expr:
        marks = 0
        while self._take("!"):
            marks += 1
        if marks > 2:
            raise UnreadError("more than two factorial signs")
        return (value, sympy.factorial(value), sympy.factorial2(value))[marks] if marks else value

    def _argument(self) -> Expr:
        """What ^ and _ take: a group in braces, a command or a literal, a sign before it as in x^-1."""
        if self._take("{"):
            value = self._sum()
            self._expect("}")
            return value
        sign = -1 if self._take("-") else 1
        mark = self.peek
        if mark.startswith("\\") or mark[:1] == "(":
            return sign * self._atom()
        self.at += 1
        return sign * self._leaf(mark)

    def _command_argument(self) -> Expr:
        """What a command takes: as `_argument`, but one digit only, as in \\frac12."""
        mark = self.peek
        if len(mark) > 1 and mark.isdigit():
            self.tokens[self.at : self.at + 1] = [mark[0], mark[1:]]
        return self._argument()

    def _atom(self) -> Expr:
        mark = self._next()
        if mark in _BRACKETS or mark in _ENCLOSED:
            closing, function = _ENCLOSED.get(mark) or (_BRACKETS[mark], _itself)
            value = function(self._sum())
            self._expect(closing)
        elif mark == "\\frac":
            value = self._command_argument() / self._command_argument()
        elif mark in _BIG:
            value = self._big(mark)
        elif mark == "\\binom":
            value = sympy.binomial(self._command_argument(), self._command_argument())
        elif mark in {"\\sqrt", "sqrt"}:
            value = self._root()
        elif mark in {"\\operatorname", "\\mathrm", "\\text"}:
            value = self._named()
        elif mark.removeprefix("\\") in FUNCTIONS:
            value = self._function(mark.removeprefix("\\"))
        else:
            value = self._leaf(mark)
        return value

    def _leaf(self, mark: str) -> Expr:
        if mark[:1].isdigit() or mark[:1] == ".":
            return self._number(mark)
        if mark in self.bound:
            return self.bound[mark]
        if mark in _CONSTANTS:
            return _CONSTANTS[mark]
        if not (len(mark) == 1 and mark.isalpha()) and not _GREEK.fullmatch(mark):
            raise UnreadError(f"{mark or 'the end'} where a value should stand")
        if self.peek == "(" and mark in _CALLED:
            raise UnreadError(f"{mark}(...), a function without a definition")
        return Symbol(mark.removeprefix("\\") + self._index())

    def _number(self, mark: str) -> Expr:
        """A literal; 1\\frac12 is a mixed number."""
        whole, _, places = mark.partition(".")
        value = Rational(int(whole + places or "0"), 10 ** len(places))
        if self.peek == "\\frac" and not places:
            self.at += 1
            top, bottom = self._command_argument(), self._command_argument()
            proper = top.is_Integer and bottom.is_Integer and 0 < int(top) < int(bottom)
            return value + top / bottom if proper else value * top / bottom
        return value

    def _index(self) -> str:
        if not self._take("_"):
            return ""
        braced = self._take("{")
        index = self._next()
        if not index.isalnum() or (braced and not self._take("}")):
            raise UnreadError("an index that is neither a number nor a letter")
        return f"_{index}"

    def _root(self) -> Expr:
        degree: Expr = Integer(2)
        if self._take("["):
            degree = self._sum()
            self._expect("]")
        if len(self.peek) > 1 and self.peek.isdigit():
            raise UnreadError("a root of several digits without braces")
        radicand = self._argument()
        if degree.is_Integer and degree % 2 == 1:  # the real root, where sympy takes the principal one
            return sympy.sign(radicand) * sympy.Abs(radicand) ** (1 / degree)
        return radicand ** (1 / degree)

    def _big(self, mark: str) -> Expr:
        """A sum, product, integral or limit; it reaches up to the next plus or minus sign, an integral up to its dx."""
        if mark == "\\int":
            limits = self._limits()
            body, name = self._integrand()
            return sympy.Integral(self._bound(name, body), (Symbol(name), *limits))
        self._expect("_")
        self._expect("{")
        name = self._next()
        if not (len(name) == 1 and name.isalpha()) or name in self.bound:
            raise UnreadError("an index that is no letter")
        self._expect("\\to" if mark == "\\lim" else "=")
        start = self._sum()
        self._expect("}")
        if mark == "\\lim":
            return sympy.Limit(self._bound(name), Symbol(name), start, "+" if start.is_infinite else "+-")
        self._expect("^")
        end = self._argument()
        return _BIG[mark](self._bound(name), (Symbol(name), start, end))

    def _bound(self, name: str, body: _Parser | None = None) -> Expr:
        """What stands under the sign, with the name as a variable, even if it is e or i elsewhere."""
        parser = body or self
        parser.bound = {**self.bound, name: Symbol(name)}
        value = parser.whole() if body else parser._product()
        self.bound = {known: symbol for known, symbol in self.bound.items() if known != name}
        return value

    def _limits(self) -> tuple[Expr, Expr]:
        self._expect("_")
        low = self._argument()
        self._expect("^")
        return low, self._argument()

    def _integrand(self) -> tuple[_Parser, str]:
        """The tokens up to the first d and letter outside brackets, and the letter."""
        depth = 0
        for at in range(self.at, len(self.tokens) - 1):
            mark, name = self.tokens[at : at + 2]
            depth += (mark in _BRACKETS) - (mark in _BRACKETS.values())
            if mark == "d" and depth == 0 and len(name) == 1 and name.isalpha():
                body = _Parser(self.tokens[self.at : at] or ["1"])
                body.depth = self.depth
                self.at = at + 2
                return body, name
        raise UnreadError("an integral without its variable")

    def _named(self) -> Expr:
        self._expect("{")
        name = self._next()
        self._expect("}")
        if name not in FUNCTIONS:
            raise UnreadError("text in the formula")
        return self._function(name)

    def _function(self, name: str) -> Expr:
        function = FUNCTIONS[name]
        base = exponent = None
        if name == "log" and self._take("_"):
            base = self._argument()
        if self._take("^"):
            exponent = self._argument()
            if exponent == -1:
                if name not in _INVERSE:
                    raise UnreadError("a power -1 that could be a reciprocal or an inverse")
                function, exponent = _INVERSE[name], None
        value = function(self._operand())
        if base is not None:
            value /= sympy.log(base)
        return value if exponent is None else sympy.Pow(value, exponent)

    def _operand(self) -> Expr:
        """What a function is applied to: a group, or the factors up to a sign, a function or a quotient."""
        if self.peek in {"(", "[", "{", "|"}:
            value = self._atom()
            if self.peek in {"^", "!"}:
                raise UnreadError("a power after a function's argument")
            return value
        sign = -1 if self._take("-") else 1
        value = self._power()
        while self._starts_factor() and not self._starts_function():
            if self.peek in {"(", "[", "{", "\\{"}:
                raise UnreadError("a parenthesis after a function's argument")
            value *= self._power()
        if self.peek == "/" and not self._starts_function(1):
            raise UnreadError("a quotient after a function's argument without parentheses")
        return sign * value

    def _starts_function(self, ahead: int = 0) -> bool:
        mark = self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else ""
        return mark.removeprefix("\\") in FUNCTIONS or mark == "\\operatorname"


def read(text: str) -> Expr:
    """The expression a formula is, or the one that it says a name equals; raises UnreadError."""
    tokens = tokens_of(text, FUNCTIONS)
    signs = _equals_signs(tokens)
    if signs:
        if len(signs) > 1 or not _Parser(tokens[: signs[0]]).whole().is_Symbol:
            raise UnreadError("an equation")
        tokens = tokens[signs[0] + 1 :]
    return _Parser(tokens).whole()


def _equals_signs(tokens: list[str]) -> list[int]:
    """Places of the equals signs outside brackets."""
    depth, places = 0, []
    for place, mark in enumerate(tokens):
        depth += (mark in _BRACKETS) - (mark in _BRACKETS.values())
        if mark == "=" and depth == 0:
            places.append(place)
    return places

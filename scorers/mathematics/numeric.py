"""Values of expressions to many digits, by mpmath, with a bound on the rounding error; never by a CAS."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import mpmath

from scorers.mathematics.exact import Budget, Points, UndefinedError, opaque
from scorers.mathematics.syntax import Call, Expr, Num, Sym
from scorers.verdict import UnreadError

Value: TypeAlias = "mpmath.mpf | mpmath.mpc"
"""A real or complex number of mpmath."""

MAX_DIGITS = 1_500
MAX_EXPONENT = 1_000_000
MAX_GAMMA = 100_000

_CEILING_BITS = int(MAX_EXPONENT * math.log2(10))
_LOCAL = threading.local()


def _context() -> mpmath.MPContext:
    """mpmath keeps its precision in a context; one for each thread, so that threads do not change each other's."""
    if not hasattr(_LOCAL, "context"):
        _LOCAL.context = mpmath.MPContext()
    return _LOCAL.context


class Evaluator:
    """Values at one precision [decimal digits]; peak: the largest magnitude met, which scales the rounding error."""

    def __init__(self, digits: int, budget: Budget) -> None:
        self.mp = _context()
        self.mp.dps = digits
        self.digits = digits
        self.budget = budget
        self.peak = self.mp.mpf(1)
        self.ceiling = self.mp.ldexp(1, _CEILING_BITS)

    def value(self, node: Expr, at: Points) -> Value:
        """Real or complex value; raises UndefinedError or UnreadError("limit")."""
        try:
            return self._value(node, at)
        except UnreadError:
            raise
        except (ZeroDivisionError, ValueError, OverflowError, TypeError) as error:
            raise UndefinedError from error

    def tolerance(self) -> Value:
        """Difference below which two values cannot be told apart at this precision."""
        return self.mp.ldexp(self.peak, -int((self.digits - 8) * 3.3219))

    def _value(self, node: Expr, at: Points) -> Value:
        self.budget.spend(4 + self.digits // 20)
        if isinstance(node, Num):
            return self._seen(self._rational(node.value))
        if isinstance(node, Sym):
            return self._symbol(node.name, at)
        if not isinstance(node, Call):
            raise UndefinedError
        return self._seen(self._apply(node.op, [self._value(each, at) for each in node.args]))

    def _rational(self, value: Fraction) -> Value:
        return self.mp.mpf(value.numerator) / value.denominator if value.denominator > 1 else self.mp.mpf(int(value))

    def _symbol(self, name: str, at: Points) -> Value:
        if name in at:
            return self._rational(at[name])
        if name == "π":
            return +self.mp.pi
        if name == "e":
            return +self.mp.e
        if name == "i":
            return self.mp.mpc(0, 1)
        raise UndefinedError

    def _seen(self, value: Value) -> Value:
        """The value; it must be finite."""
        size = abs(value)
        if not self.mp.isfinite(size):
            raise UndefinedError
        self.peak = max(self.peak, size)
        if self.peak > self.ceiling:
            raise UnreadError("limit", f"A value in the answer exceeds 10^{MAX_EXPONENT}.")
        return value

    def _apply(self, op: str, args: list[Value]) -> Value:
        mp, first = self.mp, args[0]
        operation = _OPERATIONS.get(op)
        if operation is not None:
            return operation(self, args)
        if op in _SAME_NAME:
            self._bounded(first, op)
            self.budget.spend(10 + self.digits // 2)
            return getattr(mp, _SAME_NAME[op])(first)
        if op.endswith("()"):
            return self._rational(opaque(op, [mp.nstr(each, 20) for each in args]))
        raise UndefinedError

    def _product(self, args: list[Value]) -> Value:
        total = args[0]
        for each in args[1:]:
            total = self._seen(total * each)
        return total

    def _log(self, args: list[Value]) -> Value:
        base = self._positive(args[1]) if len(args) > 1 else self.mp.mpf(10)
        return self.mp.log(self._positive(args[0])) / self.mp.log(base)

    def _factorial(self, args: list[Value]) -> Value:
        return self.mp.factorial(self._bounded(args[0], "!"))

    def _double_factorial(self, args: list[Value]) -> Value:
        return self.mp.fac2(self._bounded(args[0], "!!"))

    def _binomial(self, args: list[Value]) -> Value:
        return self.mp.binomial(self._bounded(args[0], "binom"), self._bounded(args[1], "binom"))

    def _positive(self, value: Value) -> Value:
        if not value:
            raise UndefinedError
        return value

    def _bounded(self, value: Value, op: str) -> Value:
        """Argument of a function whose cost grows with it."""
        if op in {"!", "!!", "binom"}:
            self.budget.spend(20 + self.digits * self.digits // 100)
        if abs(value) > (MAX_GAMMA if op in {"!", "!!", "binom"} else self.mp.mpf(10) ** 60):
            raise UnreadError("limit", f"The argument of {op} in the answer is too large.")
        return value

    def _power(self, base: Value, exponent: Value) -> Value:
        mp = self.mp
        self.budget.spend(10 + self.digits // 4)
        if not base:
            if exponent == 0:
                return mp.mpf(1)
            if mp.re(exponent) > 0:
                return base
            raise UndefinedError
        if abs(exponent) * (abs(mp.log(abs(base))) + 1) > MAX_EXPONENT:
            raise UnreadError("limit", f"A power in the answer exceeds 10^{MAX_EXPONENT}.")
        real = mp.im(base) == 0 and mp.im(exponent) == 0
        if real and mp.re(base) < 0 and exponent != mp.floor(mp.re(exponent)):
            return self._odd_root_power(mp.re(base), mp.re(exponent))
        return mp.power(base, exponent)

    def _odd_root_power(self, base: Value, exponent: Value) -> Value:
        """(-8)^(2/3): the real root where the exponent's denominator is odd and small, else the principal value."""
        for denominator in range(3, 64, 2):
            top = exponent * denominator
            nearest = self.mp.nint(top)
            if abs(top - nearest) < self.mp.mpf(10) ** (10 - self.digits):
                size = self.mp.power(-base, exponent)
                return -size if int(nearest) % 2 else size
        return self.mp.power(base, exponent)

    def _root(self, value: Value, index: Value) -> Value:
        mp = self.mp
        whole = int(mp.nint(mp.re(index)))
        if index != whole or not 1 <= abs(whole) <= 1_000:
            return self._power(value, 1 / index)
        if mp.im(value) == 0 and mp.re(value) < 0 and whole % 2:
            return -self._power(-mp.re(value), mp.mpf(1) / whole)
        return self._power(value, mp.mpf(1) / whole)

    def _whole(self, op: str, value: Value) -> Value:
        nearest = self.mp.nint(value)
        if abs(value - nearest) < self.tolerance():
            return nearest
        return self.mp.floor(value) if op == "floor" else self.mp.ceil(value)


_OPERATIONS: dict[str, Callable[[Evaluator, list[Value]], Value]] = {
    "+": lambda _, args: sum(args[1:], args[0]),
    "*": Evaluator._product,
    "neg": lambda _, args: -args[0],
    "inv": lambda it, args: it._seen(1 / args[0]),
    "^": lambda it, args: it._power(args[0], args[1]),
    "sqrt": lambda it, args: it.mp.sqrt(args[0]),
    "root": lambda it, args: it._root(args[0], args[1]),
    "°": lambda it, args: args[0] * it.mp.pi / 180,
    "log": Evaluator._log,
    "ln": lambda it, args: it.mp.log(it._positive(args[0])),
    "exp": lambda it, args: it._power(+it.mp.e, args[0]),
    "floor": lambda it, args: it._whole("floor", args[0]),
    "ceil": lambda it, args: it._whole("ceil", args[0]),
    "!": Evaluator._factorial,
    "!!": Evaluator._double_factorial,
    "binom": Evaluator._binomial,
    "max": lambda _, args: max(args),
    "min": lambda _, args: min(args),
}
_SAME_NAME = {
    "sin": "sin",
    "cos": "cos",
    "tan": "tan",
    "cot": "cot",
    "sec": "sec",
    "csc": "csc",
    "sinh": "sinh",
    "cosh": "cosh",
    "tanh": "tanh",
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
    "arccot": "acot",
    "arcsec": "asec",
    "arccsc": "acsc",
    "abs": "fabs",
}

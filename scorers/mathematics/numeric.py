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
MAX_TABLE_DIGITS = 100

_CEILING_BITS = int(MAX_EXPONENT * math.log2(10))
_ODD_ROOTS = 31
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
        budget.spend(12)
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
        self.budget.spend(8 + self.digits // 20)
        if isinstance(node, Num):
            return self._seen(self._rational(node.value))
        if isinstance(node, Sym):
            return self._symbol(node.name, at)
        if not isinstance(node, Call):
            raise UndefinedError
        return self._seen(self._apply(node.op, [self._value(each, at) for each in node.args]))

    def _rational(self, value: Fraction) -> Value:
        top = self.mp.mpf(value.numerator)
        return top / self.mp.mpf(value.denominator) if value.denominator > 1 else top

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
            self._charge(*args)
            return getattr(mp, _SAME_NAME[op])(first)
        if op.endswith("()"):
            return self._rational(opaque(op, [mp.nstr(each, 20) for each in args]))
        raise UndefinedError

    def _charge(self, *args: Value) -> None:
        """Takes what one elementary function at these arguments costs: three times as much where one is complex."""
        complex_too = any(isinstance(each, self.mp.mpc) for each in args)
        self.budget.spend((10 + self.digits // 4 + self.digits**2 // 700) * (3 if complex_too else 1))

    def _gamma(self, value: Value) -> Value:
        """value!; at many digits shifted to where Stirling's series serves, since tables for less take long to make."""
        mp, digits = self.mp, self.digits
        self.budget.spend((20 + digits // 2 + digits**2 // 100) * (3 if isinstance(value, mp.mpc) else 1))
        enough, size = mp.prec // 4, int(mp.floor(mp.re(value)))
        if mp.isint(value) or not -enough <= size < enough:
            return mp.factorial(value)
        if digits <= MAX_TABLE_DIGITS:
            self.budget.prepare(digits, 20 * digits + digits**3 // 600)
            return mp.factorial(value)
        shift, product = enough - size, mp.mpf(1)
        self.budget.spend(shift * (3 + digits // 100))
        for step in range(1, shift + 1):
            product *= value + step
        return mp.factorial(value + shift) / product

    def _charge_tables(self, *args: Value) -> None:
        """Takes what the library's tables for this precision cost, which it makes for other than whole numbers."""
        self.budget.spend(60 + self.digits + self.digits**2 // 40)
        if not all(map(self.mp.isint, args)):
            self.budget.prepare(self.digits, 20 * self.digits + self.digits**3 // 600)

    def _product(self, args: list[Value]) -> Value:
        total = args[0]
        for each in args[1:]:
            total = self._seen(total * each)
        return total

    def _ln(self, value: Value) -> Value:
        self._charge(value)
        return self.mp.log(self._positive(value))

    def _log(self, args: list[Value]) -> Value:
        return self._ln(args[0]) / self._ln(args[1] if len(args) > 1 else self.mp.mpf(10))

    def _factorial(self, args: list[Value]) -> Value:
        return self._gamma(self._bounded(args[0], "!"))

    def _double_factorial(self, args: list[Value]) -> Value:
        value = self._bounded(args[0], "!!")
        self._charge_tables(value)
        return self.mp.fac2(value)

    def _binomial(self, args: list[Value]) -> Value:
        n, k = self._bounded(args[0], "binom"), self._bounded(args[1], "binom")
        if any(self.mp.isint(each) and self.mp.re(each) < 0 for each in (n, k, n - k)):
            self._charge_tables(n, k)
            return self.mp.binomial(n, k)
        return self._gamma(n) / (self._gamma(k) * self._gamma(n - k))

    def _positive(self, value: Value) -> Value:
        if not value:
            raise UndefinedError
        return value

    def _bounded(self, value: Value, op: str) -> Value:
        """Argument of a function whose cost grows with it."""
        if abs(value) > (MAX_GAMMA if op in {"!", "!!", "binom"} else self.mp.mpf(10) ** 60):
            raise UnreadError("limit", f"The argument of {op} in the answer is too large.")
        return value

    def _power(self, base: Value, exponent: Value) -> Value:
        mp = self.mp
        self._charge(base, exponent)
        if not base:
            if exponent == 0:
                return mp.mpf(1)
            if mp.re(exponent) > 0:
                return base
            raise UndefinedError
        if self._too_high(base, exponent):
            raise UnreadError("limit", f"A power in the answer exceeds 10^{MAX_EXPONENT}.")
        real = mp.im(base) == 0 and mp.im(exponent) == 0
        if real and mp.re(base) < 0 and exponent != mp.floor(mp.re(exponent)):
            return self._odd_root_power(mp.re(base), mp.re(exponent))
        return mp.power(base, exponent)

    def _too_high(self, base: Value, exponent: Value) -> bool:
        """Whether a power is beyond 10^MAX_EXPONENT, or so is its inverse."""
        with self.mp.workprec(53):
            return bool(abs(exponent) * (abs(self.mp.log(abs(base))) + 1) > MAX_EXPONENT)

    def _odd_root_power(self, base: Value, exponent: Value) -> Value:
        """(-8)^(2/3): the real root where the exponent's denominator is odd and small, else the principal value."""
        self._charge(base, exponent)
        self.budget.spend(_ODD_ROOTS * (4 + self.digits // 20))
        for denominator in range(3, 2 * _ODD_ROOTS + 3, 2):
            top = exponent * denominator
            nearest = self.mp.nint(top)
            if abs(top - nearest) < self.mp.mpf(10) ** (10 - self.digits):
                size = self.mp.power(-base, exponent)
                return -size if int(nearest) % 2 else size
        return self.mp.power(base, exponent)

    def _root(self, value: Value, index: Value) -> Value:
        mp = self.mp
        if not 1 <= abs(index) <= 1_000 or not mp.isint(index):
            return self._power(value, 1 / index)
        whole = int(mp.re(index))
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
    "ln": lambda it, args: it._ln(args[0]),
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

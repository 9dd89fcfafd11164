"""Exact rational values of expressions, with every step counted."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from hashlib import sha256

from scorers.mathematics.syntax import Call, Expr, Num, Sym
from scorers.verdict import UnreadError

MAX_STEPS = 30_000
MAX_BITS = 60_000
MAX_ROOT_BITS = 4_000
MAX_FACTORIAL = 5_000


class InexactError(ArithmeticError):
    """The value is not rational, or not known to be."""


class UndefinedError(ArithmeticError):
    """The expression has no value: it divides by zero or leaves a function's domain."""


class Budget:
    """Counts steps, so that a verdict never depends on a clock; one is about a microsecond of a common processor."""

    def __init__(self, steps: int = MAX_STEPS) -> None:
        self.left = steps
        self.prepared: set[int] = set()

    def spend(self, steps: int = 1) -> None:
        """Takes steps; raises UnreadError("limit") when none are left."""
        self.left -= steps
        if self.left < 0:
            raise UnreadError("limit", f"Comparing the answer takes more than {MAX_STEPS} steps.")

    def prepare(self, key: int, steps: int) -> None:
        """Takes steps once for a key: for a table that is kept, whether or not an earlier comparison made it."""
        if key not in self.prepared:
            self.prepared.add(key)
            self.spend(steps)


Points = Mapping[str, Fraction]


def exact(node: Expr, at: Points, budget: Budget) -> Fraction:
    """Rational value of an expression at a point; raises InexactError, UndefinedError or UnreadError("limit")."""
    budget.spend(2)
    if isinstance(node, Num):
        return node.value
    if isinstance(node, Sym):
        if node.name in at:
            return at[node.name]
        raise InexactError
    if not isinstance(node, Call):
        raise InexactError
    operation = _OPERATIONS.get(node.op)
    if operation is None:
        if node.op.endswith("()"):
            values = [exact(each, at, budget) for each in node.args]
            return opaque(node.op, [f"{each.numerator:x}/{each.denominator:x}" for each in values])
        raise InexactError
    args = [exact(each, at, budget) for each in node.args]
    _charge(sum(map(_bits, args)), budget)
    value = operation(args, budget)
    bits = _bits(value)
    if bits > MAX_BITS:
        raise InexactError
    _charge(bits, budget)
    return value


def _bits(value: Fraction) -> int:
    return value.numerator.bit_length() + value.denominator.bit_length()


def _charge(bits: int, budget: Budget) -> None:
    """Takes what arithmetic with this many bits costs; fractions are reduced, which is quadratic."""
    if bits > 256:
        budget.spend(bits // 128 + bits * bits // 2_000_000)


def opaque(name: str, arguments: list[str]) -> Fraction:
    """Value that stands for an unknown function's at its arguments: the same on every machine."""
    digest = sha256(f"{name}({','.join(arguments)})".encode()).digest()
    return Fraction(int.from_bytes(digest[:3], "big") + 1, 2**20 + 7)


def _sum(args: list[Fraction], _: Budget) -> Fraction:
    total = args[0]
    for each in args[1:]:
        total += each
    return total


def _product(args: list[Fraction], budget: Budget) -> Fraction:
    total = args[0]
    for each in args[1:]:
        total *= each
        _charge(_bits(total), budget)
        if total.numerator.bit_length() > MAX_BITS:
            raise InexactError
    return total


def _inverse(args: list[Fraction], _: Budget) -> Fraction:
    if not args[0]:
        raise UndefinedError
    return 1 / args[0]


def _power(args: list[Fraction], budget: Budget) -> Fraction:
    base, exponent = args
    if exponent.denominator != 1:
        if not 0 < exponent.denominator < 64 or abs(exponent.numerator) > 10_000:
            raise InexactError
        base, exponent = root(base, exponent.denominator, budget), Fraction(exponent.numerator)
    times = int(exponent)
    if not base and times <= 0:
        if times == 0:
            return Fraction(1)
        raise UndefinedError
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    if base in {0, 1, -1}:
        return base if times % 2 else base * base
    if size * abs(times) > MAX_BITS:
        raise InexactError
    return base**times


def root(value: Fraction, index: int, budget: Budget) -> Fraction:
    """The real n-th root where it is rational; raises InexactError where it is not."""
    if value < 0 and index % 2 == 0:
        raise InexactError
    sign = -1 if value < 0 else 1
    bits = max(value.numerator.bit_length(), value.denominator.bit_length())
    if bits > MAX_ROOT_BITS:
        raise InexactError
    budget.spend(bits * index // 400)
    return sign * Fraction(_integer_root(abs(value.numerator), index), _integer_root(value.denominator, index))


def _integer_root(value: int, index: int) -> int:
    found = math.isqrt(value) if index == 2 else _newton_root(value, index)
    if found**index != value:
        raise InexactError
    return found


def _newton_root(value: int, index: int) -> int:
    """Floor of the n-th root."""
    if value < 2:
        return value
    guess = 1 << -(-value.bit_length() // index)
    while True:
        better = ((index - 1) * guess + value // guess ** (index - 1)) // index
        if better >= guess:
            return guess
        guess = better


def _root(args: list[Fraction], budget: Budget) -> Fraction:
    value, index = args
    if index.denominator != 1 or not 1 <= index <= 64:
        raise InexactError
    return root(value, int(index), budget)


def _natural(value: Fraction) -> int:
    if value.denominator != 1 or value < 0:
        raise InexactError
    if value > MAX_FACTORIAL:
        raise UnreadError("limit", f"A factorial in the answer exceeds {MAX_FACTORIAL}!.")
    return int(value)


def _factorial(args: list[Fraction], _: Budget) -> Fraction:
    return Fraction(math.factorial(_natural(args[0])))


def _double_factorial(args: list[Fraction], budget: Budget) -> Fraction:
    value, last = 1, _natural(args[0])
    budget.spend(last // 2)
    for factor in range(last, 1, -2):
        value *= factor
    return Fraction(value)


def _binomial(args: list[Fraction], budget: Budget) -> Fraction:
    n, k = args
    if n.denominator != 1 or k.denominator != 1 or n < 0:
        raise InexactError
    if k < 0 or k > n:
        return Fraction(0)
    if min(k, n - k) > MAX_FACTORIAL or n > 10**9:
        raise UnreadError("limit", "A binomial coefficient in the answer is too large.")
    bits = int(min(k, n - k)) * n.numerator.bit_length()
    if bits > MAX_BITS:
        raise InexactError
    budget.spend(bits // 40)
    return Fraction(math.comb(int(n), int(k)))


def _integers(args: list[Fraction]) -> list[int]:
    if any(each.denominator != 1 for each in args):
        raise InexactError
    return [int(each) for each in args]


_OPERATIONS: dict[str, Callable[[list[Fraction], Budget], Fraction]] = {
    "+": _sum,
    "*": _product,
    "neg": lambda args, _: -args[0],
    "inv": _inverse,
    "^": _power,
    "sqrt": lambda args, budget: root(args[0], 2, budget),
    "root": _root,
    "abs": lambda args, _: abs(args[0]),
    "floor": lambda args, _: Fraction(math.floor(args[0])),
    "ceil": lambda args, _: Fraction(math.ceil(args[0])),
    "!": _factorial,
    "!!": _double_factorial,
    "binom": _binomial,
    "max": lambda args, _: max(args),
    "min": lambda args, _: min(args),
    "gcd": lambda args, _: Fraction(math.gcd(*_integers(args))),
    "lcm": lambda args, _: Fraction(math.lcm(*_integers(args))),
}

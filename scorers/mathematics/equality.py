"""Whether two number-valued expressions are equal: exactly where they are rational, else to many digits.

Expressions in variables are compared at fixed points, positive, negative and mixed. Where the gold is real at some of
them, only these count, since its variables then range where it is real.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256

from scorers.mathematics.exact import Budget, InexactError, Points, UndefinedError, exact
from scorers.mathematics.numeric import MAX_DIGITS, Evaluator
from scorers.mathematics.syntax import Call, Expr, Num, Sym, holds, is_scalar, variables
from scorers.verdict import UnreadError

START_DIGITS = 40
_RANGES = ((1, 3, 1), (20, 60, 1), (1, 4, -1), (5, 30, 0), (0, 1, 1), (3, 12, 0))
"""(least, largest, sign) of the points; sign 0 draws one for each variable."""


def equal(one: Expr, other: Expr, budget: Budget) -> bool:
    """Whether two expressions have the same value wherever the first has a real one."""
    budget.spend(4)
    if isinstance(one, Num) and isinstance(other, Num):
        return one.value == other.value
    if one == other:
        return True
    if not (is_scalar(one) and is_scalar(other)):
        return False
    if holds(one, "∞") or holds(other, "∞"):
        return infinity(one) == infinity(other) != 0
    names = variables(one) | variables(other)
    if not names:
        return _equal_at(one, other, {}, budget) is True
    return _equal_everywhere(one, other, names, budget)


def infinity(node: Expr) -> int:
    """1 for ∞, -1 for -∞, 0 for any other expression."""
    if isinstance(node, Sym) and node.name == "∞":
        return 1
    if isinstance(node, Call) and node.op == "neg" and len(node.args) == 1:
        return -infinity(node.args[0])
    if isinstance(node, Call) and node.op == "+" and len(node.args) == 1:
        return infinity(node.args[0])
    return 0


def points(names: frozenset[str]) -> list[Points]:
    """Fixed points at which expressions in these variables are compared."""
    return [{name: _coordinate(name, place) for name in names} for place in range(len(_RANGES))]


@lru_cache(maxsize=4096)
def _coordinate(name: str, place: int) -> Fraction:
    """A variable's value at a point: a fraction without meaning, the same on every machine."""
    least, largest, sign = _RANGES[place]
    digest = sha256(f"{name}/{place}".encode()).digest()
    share = Fraction(2 * int.from_bytes(digest[:2], "big") + 1, 2**17)
    value = (least + share * (largest - least)).limit_denominator(97)
    return value if sign > 0 or (sign == 0 and digest[2] % 2) else -value


def _equal_everywhere(one: Expr, other: Expr, names: frozenset[str], budget: Budget) -> bool:
    agreed = 0
    left_out: list[Points] = []
    for at in points(names):
        try:
            same = exact(one, at, budget) == exact(other, at, budget)
        except (InexactError, UndefinedError):
            found = _equal_real(one, other, at, budget)
            if found is None:
                left_out.append(at)
                continue
            same = found
        if not same:
            return False
        agreed += 1
    if agreed >= 2:
        return True
    return bool(left_out) and [_equal_at(one, other, at, budget) for at in left_out].count(True) == len(left_out)


def _equal_real(one: Expr, other: Expr, at: Points, budget: Budget) -> bool | None:
    """As _equal_at, but None where the first value is not real."""
    evaluator = Evaluator(START_DIGITS, budget)
    try:
        value = evaluator.value(one, at)
    except UndefinedError:
        return None
    if abs(evaluator.mp.im(value)) > evaluator.tolerance():
        return None
    return _equal_at(one, other, at, budget)


def _equal_at(one: Expr, other: Expr, at: Points, budget: Budget) -> bool | None:
    """Whether two values at a point are equal; None where the first has none."""
    one, other = _folded(one, at, budget), _folded(other, at, budget)
    if isinstance(one, Num) and isinstance(other, Num):
        return one.value == other.value
    return same_number(one, other, at, budget)


def _folded(node: Expr, at: Points, budget: Budget) -> Expr:
    """The node, or its value where that is rational."""
    try:
        return Num(exact(node, at, budget))
    except (InexactError, UndefinedError):
        return node


def same_number(one: Expr, other: Expr, at: Points, budget: Budget) -> bool | None:
    """Whether two values agree to many digits; more are taken while the rounding error could hide a difference."""
    digits = START_DIGITS
    while True:
        evaluator = Evaluator(digits, budget)
        try:
            first = evaluator.value(one, at)
        except UndefinedError:
            return None
        try:
            second = evaluator.value(other, at)
        except UndefinedError:
            return False
        mp, tolerance = evaluator.mp, evaluator.tolerance()
        if abs(first - second) > tolerance:
            return False
        size = max(abs(first), abs(second))
        if tolerance <= size * mp.mpf(10) ** -25 and tolerance < mp.mpf(10) ** -12:
            return True
        if digits >= MAX_DIGITS:
            raise UnreadError("limit", "The answer's digits cancel too far to compare it.")
        if size <= tolerance and digits > 4 * START_DIGITS:
            return True
        digits = min(MAX_DIGITS, digits + START_DIGITS + max(0, int(mp.log10(evaluator.peak))))


def number(node: Expr, budget: Budget) -> tuple[Fraction | None, float]:
    """(exact value or None, approximate real value) of a constant; raises UndefinedError where it is not real."""
    try:
        value = exact(node, {}, budget)
    except InexactError:
        evaluator = Evaluator(START_DIGITS, budget)
        found = evaluator.value(node, {})
        if abs(evaluator.mp.im(found)) > evaluator.tolerance():
            raise UndefinedError from None
        return None, float(evaluator.mp.re(found))
    return value, as_float(value)


def as_float(value: Fraction | float) -> float:
    """The nearest float, infinity beyond their range."""
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def rounds_to(node: Expr, decimal: Fraction, places: int, budget: Budget) -> bool:
    """Whether a real constant is the decimal when it is rounded to these places, half a unit either way."""
    half = Fraction(1, 2 * 10**places)
    try:
        return abs(exact(node, {}, budget) - decimal) <= half
    except InexactError:
        evaluator = Evaluator(START_DIGITS, budget)
        try:
            value = evaluator.value(node, {})
        except UndefinedError:
            return False
        target = evaluator.mp.mpf(decimal.numerator) / decimal.denominator
        return bool(abs(value - target) <= evaluator.mp.mpf(half.numerator) / half.denominator)
    except UndefinedError:
        return False


def ordered(nodes: Sequence[Expr], budget: Budget) -> list[Fraction | float]:
    """Sort keys of real constants, -∞ and ∞ among them; raises UndefinedError where one is not real."""
    keys: list[Fraction | float] = []
    for node in nodes:
        sign = infinity(node)
        if sign:
            keys.append(sign * float("inf"))
            continue
        if variables(node) or not is_scalar(node):
            raise UndefinedError
        value, near = number(node, budget)
        keys.append(near if value is None else value)
    return keys

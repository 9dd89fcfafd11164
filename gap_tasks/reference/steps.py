"""Worked steps of a problem without writing any: its function runs on integers that remember how they were made.

Every arithmetic operation of the function that the gold depends on becomes one line, "27*34=918", and operations on
long numbers are taken apart into ones that a small transformer can do in its head.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

Operation = tuple[str, "Traced | int", "Traced | int"]

LONGEST = 16
"""Operations of a worked solution, at most: a longer one says that the function searches rather than reckons."""


_PLAIN_POWER: Any = int.__pow__  # its many signatures are of no use here


class Traced(int):
    """An integer that knows the operation it came from; None where it was given."""

    made: Operation | None = None

    @classmethod
    def of(cls, value: int, made: Operation | None = None) -> Traced:
        """The value with its origin."""
        traced = cls(value)
        traced.made = made
        return traced

    # Fraction asks for these, and the plain int's answers would forget where they come from.
    @property
    def numerator(self) -> Traced:
        """Itself."""
        return self

    def __add__(self, other: object) -> Any:
        return _record("+", self, other, int.__add__)

    def __radd__(self, other: object) -> Any:
        return _record("+", other, self, int.__add__)

    def __sub__(self, other: object) -> Any:
        return _record("-", self, other, int.__sub__)

    def __rsub__(self, other: object) -> Any:
        return _record("-", other, self, int.__sub__)

    def __mul__(self, other: object) -> Any:
        return _record("*", self, other, int.__mul__)

    def __rmul__(self, other: object) -> Any:
        return _record("*", other, self, int.__mul__)

    def __floordiv__(self, other: object) -> Any:
        return _record("//", self, other, int.__floordiv__)

    def __rfloordiv__(self, other: object) -> Any:
        return _record("//", other, self, int.__floordiv__)

    def __mod__(self, other: object) -> Any:
        return _record("%", self, other, int.__mod__)

    def __rmod__(self, other: object) -> Any:
        return _record("%", other, self, int.__mod__)

    def __pow__(self, other: object, modulus: object = None) -> Any:
        if modulus is not None or not isinstance(other, int) or other < 0:
            return _PLAIN_POWER(self, other, modulus)
        return _record("**", self, other, int.__pow__)

    def __rpow__(self, other: object, modulus: object = None) -> Any:
        if modulus is not None or not isinstance(other, int) or self < 0:
            return _PLAIN_POWER(other, self, modulus)
        return _record("**", other, self, int.__pow__)

    def __neg__(self) -> Traced:
        return Traced.of(-int(self), ("-", 0, self))

    def __abs__(self) -> Traced:
        return self if self >= 0 else -self

    __hash__ = int.__hash__


def _record(sign: str, left: Any, right: Any, operation: Callable[[int, int], int]) -> Any:
    if not isinstance(left, int) or not isinstance(right, int):
        return NotImplemented
    if sign in {"//", "%"} and not right:
        raise ZeroDivisionError
    value = operation(int(left), int(right))
    if _trivial(sign, int(left), int(right)):
        return left if value == left else right
    return Traced.of(value, (sign, left, right))


def _trivial(sign: str, left: int, right: int) -> bool:
    """Whether the result is one of the operands, so that no step is worth writing."""
    return (
        (sign == "+" and 0 in {left, right})
        or (sign == "-" and right == 0)
        or (sign == "*" and 1 in {left, right})
        or (sign in {"//", "**"} and right == 1)
    )


def traced(value: object) -> object:
    """An argument of a problem with its integers traced; anything else as it is."""
    if isinstance(value, tuple):
        return tuple(traced(part) for part in value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Traced.of(value)
    return value


def steps(gold: int | Fraction) -> list[str] | None:
    """The lines that lead to a gold made of traced integers; None where there are too many."""
    parts = (gold.numerator, gold.denominator) if isinstance(gold, Fraction) else (gold,)
    operations: list[Operation] = []
    seen: set[int] = set()
    for part in parts:
        if not _collect(part, operations, seen):
            return None
    return [line for operation in operations for line in lines(*operation)]


def _collect(value: object, operations: list[Operation], seen: set[int]) -> bool:
    """Add what a value was made by, operands first; False where that is too much."""
    if not isinstance(value, Traced) or value.made is None or id(value) in seen:
        return True
    seen.add(id(value))
    sign, left, right = value.made
    if len(seen) > LONGEST or not (_collect(left, operations, seen) and _collect(right, operations, seen)):
        return False
    operations.append((sign, left, right))
    return True


def lines(sign: str, left: int, right: int) -> Iterator[str]:
    """The lines of one operation: + - * // % **."""
    left, right = int(left), int(right)
    match sign:
        case "*":
            yield from _product(left, right)
        case "**":
            yield from _power(left, right)
        case "//" if left >= 0 < right:
            yield from _division(left, right)
        case "%" if left >= 0 < right:
            yield from _remainder(left, right)
        case "//":
            yield f"{left}/{right}={left // right}"
        case "%":
            yield f"{left}%{right}={left % right}"
        case "+":
            yield f"{left}+{right}={left + right}"
        case _:
            yield f"{left}-{right}={left - right}"


def _product(left: int, right: int) -> Iterator[str]:
    """Digit by digit of the shorter factor, where both have several digits that count."""
    short, long = sorted((abs(left), abs(right)))
    digits = [(int(digit), place) for place, digit in enumerate(reversed(str(short))) if digit != "0"]
    if len(digits) > 1 and long > 10:
        total = 0
        for digit, place in digits:
            part = digit * 10**place * long
            yield f"{long}*{digit * 10**place}={part}"
            if total:
                yield f"{total}+{part}={total + part}"
            total += part
    if not (len(digits) > 1 and long > 10) or left < 0 or right < 0:
        yield f"{left}*{right}={left * right}"


def _power(base: int, exponent: int) -> Iterator[str]:
    value = base
    if not 2 <= exponent <= 4:
        yield f"{base}^{exponent}={base**exponent}"
        return
    for _ in range(exponent - 1):
        yield from _product(value, base)
        value *= base


def _division(left: int, right: int) -> Iterator[str]:
    """Long division, each digit of the quotient with its product and its rest."""
    rest = 0
    if left // right >= 10:
        for digit in str(left):
            rest = 10 * rest + int(digit)
            if rest >= right:
                yield f"{rest}/{right}={rest // right}"
                yield f"{rest}-{rest // right * right}={rest % right}"
                rest %= right
    yield f"{left}/{right}={left // right}"


def _remainder(left: int, right: int) -> Iterator[str]:
    yield from _division(left, right)
    yield f"{left}%{right}={left % right}"

"""What a mathematical answer is made of: the nodes that the parser builds and the comparison reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from scorers.mathematics.units import Unit


@dataclass(frozen=True, slots=True)
class Num:
    """A number literal with its exact value; places: digits after its decimal point, None if it has no point."""

    value: Fraction
    places: int | None = None


@dataclass(frozen=True, slots=True)
class Sym:
    """A variable, or one of the constants π e i ∞ ∅ ℝ ℤ ℚ ℕ ℂ."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """An operation: + * neg inv ^ ± ∪ ∩ ∖ ° !, a function, or `f()` for an unknown function f."""

    op: str
    args: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Several values. kind: "," or "or" without brackets, else the brackets: () [] (] [) {} <>."""

    kind: str
    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of equal length."""

    rows: tuple[tuple[Expr, ...], ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """sides[0] ops[0] sides[1] ops[1] ...: an equation, an inequality or a membership."""

    ops: tuple[str, ...]
    sides: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with a unit."""

    value: Expr
    unit: Unit


@dataclass(frozen=True, slots=True)
class Based:
    """Digits in a stated base, a minus sign included."""

    digits: str
    base: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """Values with colons between: a ratio or a time of day. meridiem: "am", "pm" or "" where none is given."""

    items: tuple[Expr, ...]
    meridiem: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words, in lower case, that are no mathematics."""

    text: str


Expr: TypeAlias = "Num | Sym | Call | Group | Matrix | Chain | Quantity | Based | Ratio | Words"

_NONE: frozenset[str] = frozenset()
CONSTANTS = frozenset(("π", "e", "i", "∞", "∅", "ℝ", "ℤ", "ℚ", "ℕ", "ℂ", "…"))
RELATIONS = frozenset("=≠<>≤≥≈≡∈")
EQUALITIES = frozenset("=≈≡")
ORDERS = frozenset("<>≤≥")
LISTS = frozenset((",", "or", "and", "{}"))
BRACKETS = frozenset(("()", "[]", "(]", "[)"))


def parts(node: Expr) -> tuple[Expr, ...]:
    """The nodes directly below a node."""
    if isinstance(node, Call):
        return node.args
    if isinstance(node, (Group, Ratio)):
        return node.items
    if isinstance(node, Chain):
        return node.sides
    if isinstance(node, Quantity):
        return (node.value,)
    if isinstance(node, Matrix):
        return tuple(entry for row in node.rows for entry in row)
    return ()


def walk(node: Expr) -> Iterator[Expr]:
    """A node and all nodes below it."""
    stack = [node]
    while stack:
        top = stack.pop()
        yield top
        stack.extend(parts(top))


def depth(node: Expr) -> int:
    """How many nodes stand above one another."""
    found = 0
    level: list[Expr] = [node]
    while level:
        found += 1
        level = [part for each in level for part in parts(each)]
    return found


def variables(node: Expr) -> frozenset[str]:
    """Names of the variables below a node."""
    if isinstance(node, Num):
        return _NONE
    if isinstance(node, Sym):
        return _NONE if node.name in CONSTANTS else frozenset((node.name,))
    return _NONE.union(*map(variables, parts(node)))


def is_scalar(node: Expr) -> bool:
    """Whether a node is one number-valued expression, so that it can be evaluated."""
    if isinstance(node, Num):
        return True
    if isinstance(node, Call):
        return node.op not in {"∪", "∩", "∖"} and all(map(is_scalar, node.args))
    return isinstance(node, Sym) and node.name not in {"∅", "ℝ", "ℤ", "ℚ", "ℕ", "ℂ"}


def holds(node: Expr, *ops: str) -> bool:
    """Whether one of the operations or symbols stands anywhere below a node."""
    if isinstance(node, Call):
        return node.op in ops or any(holds(each, *ops) for each in node.args)
    if isinstance(node, Sym):
        return node.name in ops
    return not isinstance(node, Num) and any(holds(each, *ops) for each in parts(node))

"""Lists and sets of values: the same members in any order, with every ± written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

from scorers.mathematics.equality import infinity, number
from scorers.mathematics.exact import Budget, UndefinedError
from scorers.mathematics.naming import in_order
from scorers.mathematics.quantity import measured, rounding
from scorers.mathematics.relation import is_label
from scorers.mathematics.syntax import (
    EQUALITIES,
    LISTS,
    Call,
    Chain,
    Expr,
    Group,
    Num,
    Quantity,
    Sym,
    holds,
    is_scalar,
    variables,
    walk,
)
from scorers.verdict import UnreadError

MAX_SIGNS = 4
MAX_VALUES = 200

Same: TypeAlias = Callable[[Expr, Expr, Budget], bool]
"""How two members are compared."""


def plus_minus(node: Expr) -> bool:
    return not (isinstance(node, Group) and node.kind not in LISTS) and holds(node, "±", "∓")


def values(node: Expr) -> list[Expr]:
    """Members of a list, every ± written out."""
    if isinstance(node, Group) and node.kind in LISTS:
        found: list[Expr] = []
        for item in node.items:
            found.extend(values(labelled(item)))
            if len(found) > MAX_VALUES:
                raise UnreadError("limit", f"The answer lists more than {MAX_VALUES} values.")
        return found
    if not holds(node, "±", "∓"):
        return [node]
    if isinstance(node, Quantity):
        return [Quantity(value, node.unit) for value in values(node.value)]
    signs = sum(isinstance(each, Call) and each.op in {"±", "∓"} for each in walk(node))
    if signs > MAX_SIGNS:
        raise UnreadError("limit", f"The answer has more than {MAX_SIGNS} signs ±.")
    linked = holds(node, "∓")
    choices = (0, 2**signs - 1) if linked else range(2**signs)
    written = [_signed(node, [bool(choice >> place & 1) for place in range(signs)]) for choice in choices]
    if any(holds(each, "±", "∓") for each in written):
        raise UnreadError("unparseable", "A ± stands where it cannot be written out.")
    return written


def labelled(item: Expr) -> Expr:
    """The value of x = 3."""
    if isinstance(item, Chain) and set(item.ops) <= EQUALITIES and is_label(item.sides[0]):
        return item.sides[-1]
    return item


def _signed(node: Expr, minus: list[bool]) -> Expr:
    """The node with every ± and ∓ decided; takes the decisions from the list."""
    if isinstance(node, Quantity):
        return Quantity(_signed(node.value, minus), node.unit)
    if not isinstance(node, Call):
        return node
    if node.op not in {"±", "∓"}:
        return Call(node.op, tuple(_signed(each, minus) for each in node.args))
    negative = minus.pop() != (node.op == "∓")
    *first, last = (_signed(each, minus) for each in node.args)
    last = Call("neg", (last,)) if negative else last
    return Call("+", (*first, last)) if first else last


def same_lists(ours: Sequence[Expr], theirs: Sequence[Expr], same: Same, budget: Budget) -> bool:
    """Whether two lists have the same members, each as often, in any order."""
    if len(ours) != len(theirs):
        return False
    if all(isinstance(each, Num) for each in (*ours, *theirs)):
        return Counter(map(_key, ours)) == Counter(map(_key, theirs))
    left = [(other, _near(other, budget)) for other in theirs]
    for value in ours:
        near = _near(value, budget)
        budget.spend(len(left) // 8)
        for place, (other, beside) in enumerate(left):
            if not _apart(near, beside) and same(value, other, budget):
                del left[place]
                break
        else:
            return False
    return True


def unique(values: Sequence[Expr], same: Same, budget: Budget) -> list[Expr]:
    kept: list[tuple[Expr, float | None]] = []
    for value in values:
        near = _near(value, budget)
        budget.spend(len(kept) // 4)
        if not any(not _apart(near, beside) and same(value, other, budget) for other, beside in kept):
            kept.append((value, near))
    return [value for value, _ in kept]


def _near(node: Expr, budget: Budget) -> float | None:
    """Approximate value of a real constant without a unit, which tells most members of a list apart cheaply."""
    if not is_scalar(node) or variables(node) or infinity(node) or measured(node)[1].dimensions:
        return None
    try:
        return number(node, budget)[1]
    except UndefinedError:
        return None


def _apart(one: float | None, other: float | None) -> bool:
    """Whether two values are surely different; a decimal may still stand for its rounding."""
    return one is not None and other is not None and abs(one - other) > 0.1 * (1 + min(abs(one), abs(other)))


def _key(node: Expr) -> Fraction:
    return node.value if isinstance(node, Num) else Fraction(0)


def same_choices(gold: Expr, items: Sequence[Expr], same: Same, budget: Budget) -> bool:
    """Whether every wording of a value (1/2 or 0.5) is the gold, or after the first, a rounding of it."""
    if not same(gold, items[0], budget):
        return False
    return all(same(gold, item, budget) or rounding(gold, item, budget) for item in items[1:])


def assignments(node: Group) -> tuple[Expr, ...] | None:
    """Values of x = 3, y = 2 in the order of different names, which is alphabetic; None for anything else."""
    names = []
    for item in node.items:
        if not (isinstance(item, Chain) and item.ops == ("=",) and isinstance(item.sides[0], Sym)):
            return None
        names.append(item.sides[0].name)
    if len(set(names)) != len(names):
        return None
    return in_order(names, [item.sides[-1] for item in node.items if isinstance(item, Chain)])


def named_tuple(node: Expr) -> tuple[list[str], Group] | None:
    """Names and values of (p, q) = (3, 2)."""
    if not (isinstance(node, Chain) and node.ops == ("=",)):
        return None
    label, value = node.sides
    if not (isinstance(label, Group) and isinstance(value, Group) and len(label.items) == len(value.items)):
        return None
    names = [item.name for item in label.items if isinstance(item, Sym)]
    return (names, value) if len(set(names)) == len(label.items) else None

"""Whether a parsed answer is the parsed gold, by the gold's type."""

from __future__ import annotations

from scorers.mathematics.exact import Budget
from scorers.mathematics.lists import (
    assignments,
    named_tuple,
    plus_minus,
    same_choices,
    same_lists,
    unique,
    values,
)
from scorers.mathematics.naming import apart, in_order, is_applied, label, named_values, same_name, solutions, spread
from scorers.mathematics.quantity import rounding, same_digits, same_quantity, same_ratio
from scorers.mathematics.realset import NotASetError, real_set, same_set
from scorers.mathematics.relation import is_label, same_relation
from scorers.mathematics.syntax import (
    BRACKETS,
    EQUALITIES,
    LISTS,
    Based,
    Call,
    Chain,
    Expr,
    Group,
    Num,
    Ratio,
    Sym,
    Words,
    variables,
)
from scorers.mathematics.tuples import matrix, same_tuple

_SETS = frozenset("∪∩∖")


def same(gold: Expr, answer: Expr, budget: Budget) -> bool:
    """Whether the answer is the gold; raises UnreadError("limit")."""
    if gold == answer:
        return True
    gold, answer = solutions(gold), solutions(_plain(answer))
    if isinstance(gold, Group):
        answer = spread(answer)
    if isinstance(gold, Chain) or isinstance(answer, Chain):
        return _same_statement(gold, answer, budget)
    if plus_minus(gold) or plus_minus(answer):
        return same_lists(values(gold), values(answer), same, budget)
    if isinstance(gold, Group) and gold.kind in LISTS:
        return _same_list(gold, answer, budget)
    if isinstance(answer, Group) and answer.kind in LISTS - {"{}"}:
        return _one_of_list(gold, answer, budget)
    return (_is_set(gold) and _same_set(gold, answer, budget)) or _same_value(gold, answer, budget)


def _same_statement(gold: Expr, answer: Expr, budget: Budget) -> bool:
    """Two relations, or a relation that gives a gold that is none: x = 3, (p, q) = (3, 2), x > 3 as an interval."""
    if isinstance(gold, Chain) or not isinstance(answer, Chain):
        return isinstance(gold, Chain) and _same_relation(gold, answer, budget)
    named = named_tuple(answer)
    if named is not None and isinstance(gold, Group):
        return same(gold, Group(named[1].kind, in_order(named[0], named[1].items)), budget)
    if set(answer.ops) <= EQUALITIES | {"∈"} and _same_chain(gold, answer, budget):
        return True
    return _is_set(gold) and _same_set(gold, answer, budget)


def _one_of_list(gold: Expr, answer: Group, budget: Budget) -> bool:
    """Whether several values are one gold: wordings of it (1/2 or 0.5), or its coordinates (x = 3, y = 2)."""
    if _is_set(gold) and _same_set(gold, answer, budget):
        return True
    if answer.kind == "or":
        return same_choices(gold, answer.items, same, budget)
    named = assignments(answer)
    if named is None or not (isinstance(gold, Group) and gold.kind == "()"):
        return False
    return same_tuple(gold, Group("()", named), same, budget)


def _same_value(gold: Expr, answer: Expr, budget: Budget) -> bool:
    if isinstance(gold, Group) or matrix(gold) is not None:
        return same_tuple(gold, answer, same, budget)
    if isinstance(gold, Ratio):
        return same_ratio(gold, answer, budget)
    if isinstance(gold, Based):
        return same_digits(gold, answer)
    if isinstance(answer, Based):
        return answer.base == 10 and isinstance(gold, Num) and str(gold.value) == answer.digits
    if isinstance(gold, Sym) and gold.name.startswith("overline ") and isinstance(answer, Call):
        return gold.name[9:] == "".join(getattr(each, "name", " ") for each in answer.args)
    return not isinstance(answer, Words) and same_quantity(gold, answer, budget)


def _plain(answer: Expr) -> Expr:
    """A set of one member is not the member, but a named point A(3, 2) is the point."""
    if isinstance(answer, Call) and answer.op == "*" and len(answer.args) == 2:
        name, point = answer.args
        if isinstance(name, Sym) and isinstance(point, Group) and point.kind == "()":
            return point
    return answer


def _same_list(gold: Group, answer: Expr, budget: Budget) -> bool:
    if gold.kind == "{}" and _is_set(answer) and not isinstance(answer, Group):
        return _same_set(gold, answer, budget)
    named = named_values(gold) if len(gold.items) > 1 else None
    return _same_named(named, answer, budget) if named is not None else _same_members(gold, answer, budget)


def _same_members(gold: Group, answer: Expr, budget: Budget) -> bool:
    if isinstance(answer, Group) and answer.kind in LISTS:
        if answer.kind == "or" != gold.kind and any(isinstance(item, Words) for item in gold.items):
            return False
        ours, theirs = values(gold), values(answer)
        if gold.kind == "{}" or answer.kind == "{}":
            ours, theirs = unique(ours, same, budget), unique(theirs, same, budget)
        if same_lists(ours, theirs, same, budget):
            return True
    elif len(gold.items) == 1:
        return gold.kind != "{}" and same(gold.items[0], answer, budget)
    if _inequalities(gold):
        return _same_set(gold, answer, budget)
    numbered = assignments(gold)
    return (
        numbered is not None and isinstance(answer, Group) and same_tuple(Group("()", numbered), answer, same, budget)
    )


def _same_named(ours: dict[str, Expr], answer: Expr, budget: Budget) -> bool:
    """x = 1, y = 2 against the same by name, or values in the customary order of the names."""
    if not isinstance(answer, Group) or answer.kind in {"or", "{}"} or len(answer.items) != len(ours):
        return False
    theirs = named_values(answer)
    if theirs is not None:
        return set(ours) == set(theirs) and all(same(value, theirs[name], budget) for name, value in ours.items())
    if any(isinstance(item, Chain) for item in answer.items):
        return False
    return all(same(a, b, budget) for a, b in zip(in_order([*ours], [*ours.values()]), answer.items, strict=True))


def _inequalities(node: Group) -> bool:
    return any(isinstance(item, Chain) and not set(item.ops) <= EQUALITIES for item in node.items)


def _same_chain(gold: Expr, answer: Chain, budget: Budget) -> bool:
    """Whether a chain of equals gives the gold: one side is it, the others name it, equal it or round it."""
    values = [(op, side) for op, side in zip(("=", *answer.ops), answer.sides, strict=True)]
    free = variables(gold)
    found = [
        place for place, (_, side) in enumerate(values) if not isinstance(side, Words) and same(gold, side, budget)
    ]
    if not found:
        return False
    for place, (op, side) in enumerate(values):
        if place in found:
            continue
        approximate = op == "≈" or (place + 1 < len(values) and values[place + 1][0] == "≈")
        if isinstance(side, Words) or rounding(gold, side, budget, whole=approximate):
            continue
        if is_label(side) and (
            isinstance(side, Sym) or is_applied(side) or not variables(side) or not variables(side) <= free
        ):
            continue
        return False
    return True


def _same_relation(gold: Chain, answer: Expr, budget: Budget) -> bool:
    """Equations and inequalities; of x = 3 and (p, q) = (3, 2), the value alone is enough."""
    name = label(gold)
    if isinstance(answer, Chain):
        return (
            same_relation(gold, answer, budget)
            or (name is not None and _same_naming(gold, name, answer, budget))
            or _same_set(gold, answer, budget)
        )
    if name is None:
        return _same_set(gold, answer, budget)
    if isinstance(name, Group) and isinstance(answer, Group) and answer.kind in LISTS:
        values_of = {item.sides[0]: item.sides[-1] for item in answer.items if isinstance(item, Chain)}
        if len(values_of) == len(answer.items) and set(values_of) == set(name.items):
            answer = Group("()", tuple(values_of[each] for each in name.items))
    return same(gold.sides[-1], answer, budget)


def _same_naming(gold: Chain, name: Expr, answer: Chain, budget: Budget) -> bool:
    """x = 3 against x = 6/2 = 3 or "the answer = 3", f(x) = 2x against y = 2x, (p, q) = (3, 2) and (q, p) = (2, 3)."""
    if not set(answer.ops) <= EQUALITIES:
        return False
    ours, theirs = named_tuple(gold), named_tuple(answer)
    if ours is not None and theirs is not None:
        order = dict(zip(theirs[0], theirs[1].items, strict=True))
        return set(ours[0]) == set(order) and all(
            same(value, order[name], budget) for name, value in zip(ours[0], ours[1].items, strict=True)
        )
    named = answer.sides[0]
    loose = any(isinstance(each, Words) or is_applied(each) for each in (named, name)) and not apart(named, name)
    return (loose or same_name(named, name)) and _same_chain(gold.sides[-1], answer, budget)


def _is_set(node: Expr) -> bool:
    """Whether a node can only be a set of reals: an interval, a union, an inequality, ℝ, ∅."""
    if isinstance(node, Sym):
        return node.name in {"ℝ", "∅"}
    if isinstance(node, Call):
        return node.op in _SETS
    if isinstance(node, Chain):
        return not set(node.ops) <= EQUALITIES
    if isinstance(node, Group):
        return (
            node.kind == "where"
            or (node.kind in BRACKETS and len(node.items) == 2)
            or (node.kind in {"or", "and", ","} and _inequalities(node))
        )
    return False


def _same_set(gold: Expr, answer: Expr, budget: Budget) -> bool:
    if isinstance(gold, Group) and isinstance(answer, Group) and gold.kind in BRACKETS and answer.kind in BRACKETS:
        return same_tuple(gold, answer, same, budget)
    try:
        return same_set(real_set(gold, budget), real_set(answer, budget), budget)
    except NotASetError:
        pass
    if isinstance(gold, Call) and isinstance(answer, Call) and gold.op == answer.op and gold.op in _SETS:
        return (
            same_lists(gold.args, answer.args, same, budget)
            if gold.op != "∖"
            else all(same(a, b, budget) for a, b in zip(gold.args, answer.args, strict=True))
        )
    return False

"""Points, intervals, vectors and matrices: equal entries in order."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from scorers.mathematics.exact import Budget
from scorers.mathematics.lists import Same
from scorers.mathematics.syntax import BRACKETS, LISTS, Call, Expr, Group, Matrix, Num

Rows: TypeAlias = "tuple[tuple[Expr, ...], ...]"


def same_tuple(gold: Expr, answer: Expr, same: Same, budget: Budget) -> bool:
    """Intervals, points, vectors, matrices: equal entries in order; round and square brackets differ for a pair."""
    ours, theirs = matrix(gold), matrix(answer)
    if ours is not None or theirs is not None:
        return _same_matrix(gold, answer, same, budget)
    if not (isinstance(gold, Group) and isinstance(answer, Group)):
        return False
    if len(gold.items) != len(answer.items):
        return False
    pair = len(gold.items) == 2 and gold.kind in BRACKETS and answer.kind in BRACKETS
    if (pair and gold.kind != answer.kind) or answer.kind in LISTS or gold.kind in LISTS:
        return False
    return all(same(a, b, budget) for a, b in zip(gold.items, answer.items, strict=True))


def matrix(node: Expr) -> Rows | None:
    """Rows of a matrix, also of a multiple, a sum, a product of two or a transpose; None for anything else."""
    if isinstance(node, Matrix):
        return node.rows
    if not isinstance(node, Call):
        return None
    if node.op == "transpose":
        rows = matrix(node.args[0])
        return rows and tuple(zip(*rows, strict=True))
    if node.op == "+":
        terms = [rows for each in node.args if (rows := matrix(each)) is not None]
        return _summed(terms) if len(terms) == len(node.args) else None
    return _multiplied(node) if node.op in {"*", "neg"} else None


def _multiplied(node: Call) -> Rows | None:
    """A multiple of a matrix, or the product of two that are written out."""
    args = (Num(Fraction(-1)), *node.args) if node.op == "neg" else node.args
    if len(args) == 2 and isinstance(args[0], Matrix) and isinstance(args[1], Matrix):
        return _product(args[0].rows, args[1].rows)
    found = [(each, matrix(each)) for each in args]
    matrices = [rows for _, rows in found if rows is not None]
    if len(matrices) != 1:
        return None
    factors = tuple(each for each, rows in found if rows is None)
    return tuple(tuple(Call("*", (*factors, entry)) for entry in row) for row in matrices[0])


def _summed(matrices: Sequence[Rows]) -> Rows | None:
    if len({(len(rows), len(rows[0])) for rows in matrices}) > 1:
        return None
    return tuple(
        tuple(Call("+", entries) for entries in zip(*rows, strict=True)) for rows in zip(*matrices, strict=True)
    )


def _product(one: Rows, other: Rows) -> Rows | None:
    """Rows times columns."""
    if len(one[0]) != len(other):
        return None
    columns = tuple(zip(*other, strict=True))
    return tuple(
        tuple(Call("+", tuple(Call("*", pair) for pair in zip(row, column, strict=True))) for column in columns)
        for row in one
    )


def _same_matrix(gold: Expr, answer: Expr, same: Same, budget: Budget) -> bool:
    """Entries in order; a tuple or <> is as good as a column or row where no matrix stands against it."""
    shapes = []
    for node in (gold, answer):
        rows = matrix(node)
        if rows is None and isinstance(node, Group):
            nested = all(isinstance(item, Group) for item in node.items) and node.kind == "[]"
            rows = tuple(item.items for item in node.items if isinstance(item, Group)) if nested else None
            if rows is None and node.kind not in LISTS:
                rows = (node.items,)
        if rows is None:
            return False
        shapes.append(rows)
    ours, theirs = shapes
    if (
        isinstance(gold, Group) != isinstance(answer, Group)
        and 1 in {len(ours), len(ours[0])} & {1}
        and _is_flat(gold, answer)
    ):
        ours, theirs = _flat(ours), _flat(theirs)
    if len(ours) != len(theirs) or any(len(a) != len(b) for a, b in zip(ours, theirs, strict=True)):
        return False
    return all(
        same(a, b, budget) for one, other in zip(ours, theirs, strict=True) for a, b in zip(one, other, strict=True)
    )


def _is_flat(*nodes: Expr) -> bool:
    return any(isinstance(node, Group) and not any(isinstance(item, Group) for item in node.items) for node in nodes)


def _flat(rows: Rows) -> Rows:
    return (tuple(entry for row in rows for entry in row),) if len(rows) == 1 or len(rows[0]) == 1 else rows

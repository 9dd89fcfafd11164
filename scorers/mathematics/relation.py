"""Whether two equations or inequalities say the same: by the ratio of their differences of sides at fixed points."""

from __future__ import annotations

from fractions import Fraction

from scorers.mathematics.equality import equal, points
from scorers.mathematics.exact import Budget, InexactError, UndefinedError, exact
from scorers.mathematics.numeric import Evaluator
from scorers.mathematics.syntax import CONSTANTS, EQUALITIES, Call, Chain, Expr, Num, Sym, is_scalar, parts, variables

_REVERSED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤", "=": "=", "≈": "≈", "≡": "≡", "≠": "≠", "∈": "∋"}
_AGREEMENT = 25
_STEPS = (1, 3, -2, -1_000)
"""Away from a solution: |x| = 3 is no line on both sides of zero."""


_NAMING = frozenset(("*", "+", "neg", "inv", "abs", "sin", "cos", "tan", "∪", "∩", "∖"))


def is_label(node: Expr) -> bool:
    """Whether a side of an equation only names what the other side is: x, f(x), AB, a + b, (x, y)."""
    if isinstance(node, Call):
        if node.op == "^":
            return is_label(node.args[0])
        return node.op.endswith("()") or (node.op in _NAMING and all(map(is_label, node.args)))
    if isinstance(node, Sym):
        return node.name not in CONSTANTS
    return not isinstance(node, Num) and all(map(is_label, parts(node)))


def same_relation(one: Chain, other: Chain, budget: Budget) -> bool:
    """Whether two relations are equivalent: equal sides, or proportional differences of sides."""
    if len(one.ops) != len(other.ops):
        return False
    flipped = tuple(_REVERSED[op] for op in reversed(other.ops))
    if (one.ops == other.ops and _sides(one.sides, other.sides, budget)) or (
        one.ops == flipped and _sides(one.sides, other.sides[::-1], budget)
    ):
        return True
    if len(one.ops) > 1 or not all(map(is_scalar, (*one.sides, *other.sides))):
        return False
    return _same_zeros(one, other, budget)


def _same_zeros(one: Chain, other: Chain, budget: Budget) -> bool:
    """Whether one relation's difference of sides is a constant times the other's."""
    op, other_op = one.ops[0], other.ops[0]
    ratio = _proportional(_difference(one), _difference(other), budget)
    if op in EQUALITIES and other_op in EQUALITIES:
        return ratio is not None or _solved(one, other, budget)
    if ratio is None:
        return False
    return op == (other_op if ratio > 0 else _REVERSED[other_op])


def _sides(one: tuple[Expr, ...], other: tuple[Expr, ...], budget: Budget) -> bool:
    return all(equal(a, b, budget) for a, b in zip(one, other, strict=True))


def _difference(chain: Chain) -> Expr:
    return Call("+", (chain.sides[0], Call("neg", (chain.sides[1],))))


def _proportional(one: Expr, other: Expr, budget: Budget) -> int | None:
    """Sign of the constant ratio of two expressions; None where their ratio is not constant or they vanish."""
    names = variables(one) | variables(other)
    if not names or variables(one) != variables(other):
        return None  # two constants are always proportional
    try:
        return _proportional_exactly(one, other, names, budget)
    except UndefinedError:
        return None
    except InexactError:
        return _proportional_numerically(one, other, names, budget)


def _proportional_exactly(one: Expr, other: Expr, names: frozenset[str], budget: Budget) -> int | None:
    ratio: Fraction | None = None
    for at in points(names):
        first, second = exact(one, at, budget), exact(other, at, budget)
        if not first or not second:
            if first != second:
                return None
            continue
        if ratio is None:
            ratio = first / second
        elif first / second != ratio:
            return None
    return None if ratio is None else 1 if ratio > 0 else -1


def _proportional_numerically(one: Expr, other: Expr, names: frozenset[str], budget: Budget) -> int | None:
    evaluator = Evaluator(60, budget)
    mp, ratio, counted = evaluator.mp, None, 0
    for at in points(names):
        try:
            first, second = evaluator.value(one, at), evaluator.value(other, at)
        except UndefinedError:
            continue
        if abs(first) < evaluator.tolerance() or abs(second) < evaluator.tolerance():
            return None
        if ratio is None:
            ratio = first / second
        elif abs(first / second - ratio) > abs(ratio) * mp.mpf(10) ** -_AGREEMENT:
            return None
        counted += 1
    if ratio is None or counted < 2 or abs(mp.im(ratio)) > abs(ratio) * mp.mpf(10) ** -_AGREEMENT:
        return None
    return 1 if mp.re(ratio) > 0 else -1


def _solved(one: Chain, other: Chain, budget: Budget) -> bool:
    """Whether one equation is solved for a variable that the other is linear in, and its solution is the same."""
    for solved, asked in ((one, other), (other, one)):
        if variables(solved) != variables(asked):
            continue
        for name, solution in (solved.sides, solved.sides[::-1]):
            own = isinstance(name, Sym) and name.name not in variables(solution)
            if own and isinstance(name, Sym) and _solves(name.name, solution, asked, budget):
                return True
    return False


def _solves(name: str, solution: Expr, asked: Chain, budget: Budget) -> bool:
    """Whether the solution satisfies the equation at every point, and no other value of the variable does."""
    difference = _difference(asked)
    try:
        for at in points(variables(asked)):
            value = exact(solution, at, budget)
            here, *beside = (exact(difference, {**at, name: value + step}, budget) for step in (0, *_STEPS))
            if here or not beside[0] or any(y != x * beside[0] for x, y in zip(_STEPS, beside, strict=True)):
                return False
    except (InexactError, UndefinedError):
        return False
    return True

"""Names of values: which left sides only say whose value follows, and several values told apart by their names."""

from __future__ import annotations

from collections.abc import Sequence

from scorers.mathematics.relation import is_label
from scorers.mathematics.syntax import EQUALITIES, Call, Chain, Expr, Group, Ratio, Sym, Words, is_scalar, variables

_ANGLES = frozenset("αβγδθφψω")
_TRIG = frozenset(("sin", "cos", "tan", "cot"))
_ORDERS = ("xyz", "abcd", "pqr", "uvw")


def label(chain: Chain) -> Expr | None:
    """The left side of an equation that only gives a name to a value; None of any other relation.

    Names are x, f(x), (x, y) and words; before a constant also figures, |AB|, AB/CD, V_1 : V_2, sin A and cos θ.
    x + y = 5 and |x| = 3 name nothing: they are a line and two numbers.
    """
    name = chain.sides[0]
    if not set(chain.ops) <= EQUALITIES:
        return None
    if isinstance(name, (Sym, Words, Group)) or is_applied(name):
        return name if is_label(name) else None
    return name if not variables(chain.sides[-1]) and _names_constant(name) else None


def same_name(one: Expr, other: Expr) -> bool:
    """Whether two names are of one value; |AB| is AB."""
    return _without_bars(one) == _without_bars(other)


def is_applied(node: Expr) -> bool:
    """f(x)."""
    return isinstance(node, Call) and node.op.endswith("()")


def apart(one: Expr, other: Expr) -> bool:
    """Whether two names are surely of two values: f(3) and f(4)."""
    if not (isinstance(one, Call) and isinstance(other, Call) and is_applied(one) and is_applied(other)):
        return False
    return one.args != other.args and not variables(one) | variables(other)


def _names_constant(node: Expr) -> bool:
    if isinstance(node, Ratio):
        return all(isinstance(item, Sym) or _is_figure(item) for item in node.items)
    if not isinstance(node, Call):
        return False
    if node.op in _TRIG and len(node.args) == 1:
        angle = node.args[0]
        return _is_figure(angle) or (isinstance(angle, Sym) and angle.name[:1] in _ANGLES)
    if _without_bars(node) is not node:
        return True
    if node.op == "*" and len(node.args) == 2 and isinstance(node.args[1], Call) and node.args[1].op == "inv":
        return all(map(_is_figure, (node.args[0], *node.args[1].args)))
    return _is_figure(node)


def _is_figure(node: Expr) -> bool:
    """A, AB, ABC, ∠ABC, also with a bar, a prime or an index; P(A ∩ B)."""
    if isinstance(node, Sym):
        letter = node.name.removeprefix("overline ")[:1]
        return letter == "∠" or (letter.isascii() and letter.isupper())
    if not isinstance(node, Call):
        return False
    if node.op == "abs":
        return _is_figure(node.args[0])
    return node.op in {"*", "∪", "∩"} and len(node.args) <= 4 and all(map(_is_figure, node.args))


def _without_bars(node: Expr) -> Expr:
    """AB for |AB|, ∠ABC for m∠ABC."""
    if isinstance(node, Call) and node.op == "*" and node.args[0] == Sym("m") and len(node.args) == 2:
        return node.args[1] if isinstance(node.args[1], Sym) and node.args[1].name[:1] == "∠" else node
    if isinstance(node, Call) and node.op == "abs" and _is_figure(node.args[0]):
        return node.args[0]
    return node


def named_values(node: Group) -> dict[str, Expr] | None:
    """Values by the names of x = 3, y = 2; None for anything else, and for x_1 = 3, x_2 = 2: two roots of one x."""
    pairs = [_pair(item) for item in node.items]
    found = {pair[0]: pair[1] for pair in pairs if pair is not None}
    if len(found) < len(node.items) or len({name.partition("_")[0] for name in found}) < len(found):
        return None
    return found


def _pair(item: Expr) -> tuple[str, Expr] | None:
    if isinstance(item, Chain) and set(item.ops) == {"="} and isinstance(item.sides[0], Sym):
        return item.sides[0].name, item.sides[-1]
    return None


def spread(node: Expr) -> Expr:
    """x = y = 1 as x = 1, y = 1; any other node as it is."""
    if not (isinstance(node, Chain) and len(node.sides) > 2 and set(node.ops) == {"="}):
        return node
    *names, value = node.sides
    if not all(isinstance(name, Sym) and is_label(name) for name in names) or variables(value):
        return node
    return Group(",", tuple(Chain(("=",), (name, value)) for name in names))


def in_order(names: Sequence[str], values: Sequence[Expr]) -> tuple[Expr, ...]:
    """Values in the customary order of their names, x before y; as given where there is no such order."""
    if any(set(names) <= set(order) for order in _ORDERS):
        return tuple(value for _, value in sorted(zip(names, values, strict=True), key=lambda pair: pair[0]))
    return tuple(values)


def solutions(node: Expr) -> Expr:
    """p = 5, q = 2; p = 7, q = 2 as the list (5, 2), (7, 2); any other node as it is."""
    if not (isinstance(node, Group) and node.kind in {",", "or", "and"}):
        return node
    pairs = [_pair(item) for item in node.items]
    names = [pair[0] for pair in pairs if pair is not None]
    size = len(dict.fromkeys(names))
    if len(names) < len(pairs) or not 2 <= size < len(names) or len(names) % size:
        return node
    if any(names[place] != names[place % size] for place in range(len(names))):
        return node
    values = [pair[1] for pair in pairs if pair is not None]
    rows = (in_order(names[:size], values[start : start + size]) for start in range(0, len(values), size))
    return Group(",", tuple(Group("()", row) for row in rows)) if all(map(is_scalar, values)) else node

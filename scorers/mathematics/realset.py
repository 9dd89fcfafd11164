"""Sets of real numbers as intervals, unions, inequalities or points -> one normal form.

A set is a sorted list of boundaries, and for every piece (below the first, the first itself, between the first two,
...) whether it belongs to the set. A boundary whose neighbours and itself agree is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scorers.mathematics.equality import as_float, equal, infinity, ordered, points
from scorers.mathematics.exact import Budget, InexactError, UndefinedError, exact
from scorers.mathematics.syntax import ORDERS, Call, Chain, Expr, Group, Num, Sym, Words, is_scalar, variables, walk

MAX_BOUNDARIES = 100
_BRACKETS = frozenset(("()", "[]", "(]", "[)"))
_MAY_BE_COMPLEX = frozenset("zw")
_DISTANCE = Sym("|·|")
_PIECES = {
    "<": (True, False, False),
    "≤": (True, True, False),
    ">": (False, False, True),
    "≥": (False, True, True),
    "≠": (True, False, True),
    "=": (False, True, False),
}
"""Which of the pieces below a boundary, on it and above it have the relation to it."""
_FLIPPED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤", "=": "=", "≠": "≠"}


class NotASetError(ValueError):
    """A node is no set of real numbers with known boundaries."""


@dataclass(frozen=True, slots=True)
class RealSet:
    """Boundaries in order and membership of the 2 n + 1 pieces; variable: the name whose values it holds, or ""."""

    boundaries: tuple[Expr, ...]
    inside: tuple[bool, ...]
    variable: str = ""


def real_set(node: Expr, budget: Budget) -> RealSet:
    """Normal form of a set; raises NotASetError."""
    try:
        return _read(node, budget)
    except UndefinedError as error:
        raise NotASetError from error


def same_set(one: RealSet, other: RealSet, budget: Budget) -> bool:
    """Whether two sets have the same members; sets of values of different variables have not."""
    if one.variable and other.variable and one.variable != other.variable:
        return False
    if one.inside != other.inside:
        return False
    return all(equal(a, b, budget) for a, b in zip(one.boundaries, other.boundaries, strict=True))


def _read(node: Expr, budget: Budget) -> RealSet:  # noqa: PLR0911
    if isinstance(node, Sym) and node.name in {"ℝ", "∅"}:
        return RealSet((), (node.name == "ℝ",))
    if isinstance(node, Group) and node.kind in _BRACKETS and len(node.items) == 2:
        return _interval(node, budget)
    if isinstance(node, Group) and node.kind == "{}":
        return _merged([_point(item, budget) for item in node.items], budget, "∪")
    if isinstance(node, Group) and node.kind == "where":
        return _where(node, budget)
    if isinstance(node, Group) and node.kind in {",", "or", "and"}:
        return _joined(node, budget)
    if isinstance(node, Call) and node.op in {"∪", "∩", "∖"}:
        return _merged([_read(each, budget) for each in node.args], budget, node.op)
    if isinstance(node, Chain):
        return _relations(node, budget)
    raise NotASetError


def _point(node: Expr, budget: Budget) -> RealSet:
    ordered([node], budget)
    if infinity(node):
        raise NotASetError
    return RealSet((node,), (False, True, False))


def _interval(node: Group, budget: Budget) -> RealSet:
    low, high = node.items
    first, last = ordered(node.items, budget)
    if not first < last:
        if first == last and node.kind == "[]" and not infinity(low):
            return _point(low, budget)
        raise NotASetError
    closed = (node.kind[0] == "[", node.kind[1] == "]")
    if (infinity(low) and closed[0]) or (infinity(high) and closed[1]):
        raise NotASetError
    if infinity(low) and infinity(high):
        return RealSet((), (True,))
    if infinity(low):
        return RealSet((high,), (True, closed[1], False))
    if infinity(high):
        return RealSet((low,), (False, closed[0], True))
    return RealSet((low, high), (False, closed[0], True, closed[1], False))


def _where(node: Group, budget: Budget) -> RealSet:
    """{x | condition}."""
    shown, condition = node.items
    found = _read(condition, budget)
    domain = shown.sides[0] if isinstance(shown, Chain) and shown.ops == ("∈",) else shown
    if not isinstance(domain, Sym) or (found.variable and found.variable != domain.name):
        raise NotASetError
    return RealSet(found.boundaries, found.inside)


def _joined(node: Group, budget: Budget) -> RealSet:
    """Relations with or, and or commas between; with commas, those that meet are taken together."""
    if not all(isinstance(item, Chain) or node.kind == "or" for item in node.items):
        raise NotASetError
    found = [_read(item, budget) for item in node.items]
    if node.kind == "or":
        return _merged(found, budget, "∪")
    together = _merged(found, budget, "∩")
    return together if node.kind == "and" or any(together.inside) else _merged(found, budget, "∪")


def _merged(found: list[RealSet], budget: Budget, op: str) -> RealSet:
    """Union, intersection or difference of sets of one variable."""
    names = {each.variable for each in found} - {""}
    if len(names) > 1:
        raise NotASetError
    cuts = _cuts([boundary for each in found for boundary in each.boundaries], budget)
    rows = [_refined(each, cuts, budget) for each in found]
    inside = []
    for piece in zip(*rows, strict=True):
        if op == "∪":
            inside.append(any(piece))
        elif op == "∩":
            inside.append(all(piece))
        else:
            inside.append(piece[0] and not any(piece[1:]))
    return _reduced(cuts, inside, next(iter(names), ""))


def _cuts(boundaries: list[Expr], budget: Budget) -> list[Expr]:
    """Boundaries in order, each once."""
    if len(boundaries) > MAX_BOUNDARIES:
        raise NotASetError
    keys = ordered(boundaries, budget)
    cuts: list[tuple[float, Expr]] = []
    for exact_key, boundary in sorted(zip(keys, boundaries, strict=True), key=lambda pair: pair[0]):
        key = as_float(exact_key)
        near = cuts and (key == cuts[-1][0] or abs(key - cuts[-1][0]) <= 1e-9 * (1 + abs(key)))
        if not (near and equal(cuts[-1][1], boundary, budget)):
            cuts.append((key, boundary))
    return [boundary for _, boundary in cuts]


def _refined(one: RealSet, cuts: list[Expr], budget: Budget) -> list[bool]:
    """Membership of the finer pieces that all cuts make."""
    inside = [one.inside[0]]
    place = 0
    for cut in cuts:
        if place < len(one.boundaries) and equal(one.boundaries[place], cut, budget):
            inside.extend(one.inside[2 * place + 1 : 2 * place + 3])
            place += 1
        else:
            inside.extend([inside[-1], inside[-1]])
    return inside


def _reduced(cuts: list[Expr], inside: list[bool], variable: str) -> RealSet:
    kept: list[Expr] = []
    pieces = [inside[0]]
    for place, cut in enumerate(cuts):
        at, after = inside[2 * place + 1 : 2 * place + 3]
        if not (pieces[-1] == at == after):
            kept.append(cut)
            pieces.extend([at, after])
    return RealSet(tuple(kept), tuple(pieces), variable)


def _relations(node: Chain, budget: Budget) -> RealSet:
    """x > 3, 3 < x <= 5, 2 x + 1 > 7, x in a set, x not equal 2."""
    if node.ops == ("∈",):
        if not isinstance(node.sides[0], (Sym, Words)):
            raise NotASetError
        found = _read(node.sides[1], budget)
        name = node.sides[0].name if isinstance(node.sides[0], Sym) else ""
        return RealSet(found.boundaries, found.inside, name)
    if not set(node.ops) <= ORDERS | {"≠", "="} or set(node.ops) == {"="}:
        raise NotASetError
    links = zip(node.ops, node.sides, node.sides[1:], strict=False)
    halves = [_half_line(op, low, high, budget) for op, low, high in links]
    return halves[0] if len(halves) == 1 else _merged(halves, budget, "∩")


def _half_line(op: str, low: Expr, high: Expr, budget: Budget) -> RealSet:
    """Solutions of one relation that is linear in its one variable."""
    bars = [each for side in (low, high) for each in walk(side) if isinstance(each, Call) and each.op == "abs"]
    bars = [each for each in bars if variables(each)]
    if bars:
        return _around(op, low, high, bars, budget)
    low, high = _symbol(low), _symbol(high)
    names = variables(low) | variables(high)
    if len(names) != 1 or not (is_scalar(low) and is_scalar(high)):
        raise NotASetError
    (name,) = names
    if isinstance(high, Sym) and high.name == name and not variables(low):
        op, low, high = _FLIPPED[op], high, low
    if isinstance(low, Sym) and low.name == name and not variables(high):
        if infinity(high):
            return _below_infinity(op, infinity(high), name)
        ordered([high], budget)
        return _pieces(op, high, name)
    slope, bound = _linear(low, high, name, budget)
    return _pieces(op if slope > 0 else _FLIPPED[op], bound, name)


def _symbol(side: Expr) -> Expr:
    """f(x) is one unknown in 0 < f(x) < 1."""
    if isinstance(side, Call) and side.op.endswith("()") and variables(side):
        return Sym(f"{side.op[:-2]}({','.join(sorted(variables(side)))})")
    return side


def _around(op: str, low: Expr, high: Expr, bars: list[Call], budget: Budget) -> RealSet:
    """Solutions of |x - 3| <= 5, linear in one absolute value of a real variable; z and w may be complex."""
    distance = bars[0]
    if len(set(bars)) > 1 or not variables(distance).isdisjoint(_MAY_BE_COMPLEX):
        raise NotASetError
    low, high = (_replaced(side, distance, _DISTANCE) for side in (low, high))
    if variables(low) | variables(high) != {_DISTANCE.name}:
        raise NotASetError
    half = _half_line(op, low, high, budget)
    if len(half.boundaries) != 1:
        raise NotASetError
    (bound,), inside = half.boundaries, half.inside
    way = next(sign for sign, pieces in _PIECES.items() if pieces == inside)
    if way in "=≠" and ordered([bound], budget)[0] < 0:
        raise NotASetError
    (inner,) = distance.args
    above = _half_line(way, inner, bound, budget)
    below = _half_line(_FLIPPED[way], inner, Call("neg", (bound,)), budget)
    return _merged([above, below], budget, "∪" if way in ">≥=" else "∩")


def _replaced(node: Expr, old: Expr, new: Expr) -> Expr:
    if node == old:
        return new
    if isinstance(node, Call):
        return Call(node.op, tuple(_replaced(each, old, new) for each in node.args))
    return node


def _below_infinity(op: str, sign: int, name: str) -> RealSet:
    if (op in "<≤") == (sign > 0) and op in ORDERS:
        return RealSet((), (True,), name)
    raise NotASetError


def _pieces(op: str, bound: Expr, name: str) -> RealSet:
    return RealSet((bound,), _PIECES[op], name)


def _linear(low: Expr, high: Expr, name: str, budget: Budget) -> tuple[Fraction | float, Expr]:
    """(slope, root) of low - high, which is linear."""
    difference = Call("+", (low, Call("neg", (high,))))
    try:
        xs = [at[name] for at in points(frozenset((name,)))]
        ys = [exact(difference, {name: x}, budget) for x in xs]
    except InexactError:
        return _linear_inexactly(difference, name, budget)
    slope = (ys[1] - ys[0]) / (xs[1] - xs[0])
    if not slope or any(y != ys[0] + slope * (x - xs[0]) for x, y in zip(xs, ys, strict=True)):
        raise NotASetError
    return slope, Num(xs[0] - ys[0] / slope)


def _linear_inexactly(difference: Expr, name: str, budget: Budget) -> tuple[Fraction | float, Expr]:
    """As _linear, with coefficients such as the square root of 2."""
    at_zero, at_one = (_replaced(difference, Sym(name), Num(Fraction(x))) for x in (0, 1))
    slope = Call("+", (at_one, Call("neg", (at_zero,))))
    (size,) = ordered([slope], budget)
    if not size or not equal(difference, Call("+", (at_zero, Call("*", (slope, Sym(name))))), budget):
        raise NotASetError
    return size, Call("neg", (Call("*", (at_zero, Call("inv", (slope,)))),))

"""Golds of our own that are sympy objects, with forms that sympy proves equal and objects that are not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import sympy
from rewrites import as_decimal, distinct


@dataclass(frozen=True, slots=True)
class SympyGold:
    """A gold printed from a sympy object, with forms that sympy proves equal and objects that are not."""

    gold: str
    equal: tuple[str, ...]
    unequal: tuple[str, ...]


_SYMBOLS = "x y z a b n t r theta alpha"
_EXPRESSIONS = """
3/7; -22/9; 5/2; 1001; -12; 7/1000; 2**40; 13/8
sqrt(12); sqrt(50)/3; (1+sqrt(5))/2; sqrt(2)+sqrt(3); 3-2*sqrt(7); 2/sqrt(7); cbrt(54); 5*2**Rational(3,4)
sqrt(2+sqrt(3)); (2-sqrt(3))**3; sqrt(6)/4-sqrt(2)/4; 7*sqrt(11)/22
pi/6; 16-4*pi; 2*pi**2/3; pi*sqrt(3)/9; 5*pi/12+1; E**2; exp(-3)/2; log(2)/log(3); 3*log(2)-log(5); log(10)
3+4*I; -I; (1-I*sqrt(3))/2; 5*I/3; (2+I)**3; 1/(1+2*I)
x**2-5*x+6; (x-1)**3; (2*x+1)*(x-4); x**4-1; (x+y)**2; 3*a**2*b-2*a*b**2; n*(n+1)*(2*n+1)/6; (a-b)/(a+b)
(x+1)/(x-2); 1/(x**2-1); x*sqrt(y); sqrt(x**2+1); pi*r**2; 6*t**3-t+Rational(1,2); x**5/120; (x**2-4)/(x+1)
sin(x)**2; cos(theta)/2; exp(-x); x*log(x); 2**n; 1-2**(-n); alpha*theta-1; tan(x)/3
"""
_TRANSFORMS = (
    sympy.expand,
    sympy.factor,
    sympy.together,
    sympy.apart,
    sympy.radsimp,
    sympy.nsimplify,
    sympy.expand_log,
    sympy.cancel,
)


def _plain(expr: sympy.Basic) -> str:
    """Plain text with the names that people write: log means another base to some, I is a variable to others."""
    return re.sub(r"\bI\b", "i", str(expr)).replace("log(", "ln(")


def _shown(**options: object) -> Callable[[sympy.Basic], str]:
    return lambda expr: str(sympy.latex(expr, ln_notation=True, **options))


_PRINTS: tuple[Callable[[sympy.Basic], str], ...] = (
    _shown(),
    _plain,
    lambda expr: _plain(expr).replace("**", "^"),
    _shown(mul_symbol="dot"),
    _shown(mul_symbol="times"),
    _shown(fold_short_frac=True),
    _shown(fold_frac_powers=True),
    _shown(root_notation=False),
)


def sympy_golds() -> list[SympyGold]:
    """Golds of our own from sympy expressions, sets, tuples, matrices and relations."""
    names = {symbol.name: symbol for symbol in sympy.symbols(_SYMBOLS)}
    texts = re.split(r"[;\n]", _EXPRESSIONS.strip())
    expressions = [sympy.sympify(text, locals=names, rational=True) for text in texts]
    return [*map(_from_expression, expressions), *_from_collections(names["x"], names["y"])]


def _same(one: sympy.Expr, other: sympy.Expr) -> bool:
    """Whether two expressions agree to 40 digits at three positive points."""
    symbols = sorted(one.free_symbols | other.free_symbols, key=str)
    for start in (3, 5, 11):
        point = {symbol: sympy.Rational(start + 2 * place, 7) for place, symbol in enumerate(symbols)}
        if abs(sympy.N((one - other).subs(point), 50)) > sympy.Rational(1, 10**40):
            return False
    return True


def _printed(expr: sympy.Basic) -> list[str]:
    return [show(expr) for show in _PRINTS]


def _from_expression(expr: sympy.Expr) -> SympyGold:
    rewritten = [expr]
    for transform in _TRANSFORMS:
        try:
            form = transform(expr)
        except (sympy.PolynomialError, NotImplementedError, ValueError):
            continue
        if _same(expr, form):
            rewritten.append(form)
    gold = _shown()(expr)
    equal = [text for form in dict.fromkeys(rewritten) for text in _printed(form)]
    shifted = [expr + 1, expr - sympy.Rational(1, 100), 2 * expr, -expr, expr**2, expr / 3, sympy.conjugate(expr)]
    symbols = sorted(expr.free_symbols, key=str)
    shifted += [expr.subs(symbol, symbol + 1) for symbol in symbols] + [expr.subs(symbol, 2) for symbol in symbols]
    if symbols:
        shifted.append(expr.subs(symbols[0], sympy.Symbol("w")))
    finite = [form for form in shifted if not form.has(sympy.zoo, sympy.oo, sympy.nan)]
    unequal = [show(form) for form in finite if not _same(expr, form) for show in _PRINTS[:2]]
    exact = expr.is_Rational and as_decimal(Fraction(int(expr.p), int(expr.q))) is not None
    if not symbols and expr.is_real and not exact:
        unequal += [f"{float(expr):.{places}f}" for places in (2, 3, 6)]
    return SympyGold(gold, tuple(distinct([gold, *equal])), tuple(distinct(unequal)))


def _from_collections(x: sympy.Symbol, y: sympy.Symbol) -> list[SympyGold]:
    """Golds of other types: each with its own rules of order, bracket and sign."""
    half, root = sympy.Rational(1, 2), sympy.sqrt(2)
    golds = []
    for elements in ((1, -half, root), (0, 3), (x, 2 * x + 1), (-2, 5, 7, sympy.pi)):
        printed = [sympy.latex(element) for element in elements]
        turned, fewer, more = printed[::-1], printed[:-1], [*printed, "11"]
        moved = [sympy.latex(elements[0] + 1), *printed[1:]]
        for opening, closing, ordered in (("\\left(", "\\right)", True), ("\\left\\{", "\\right\\}", False)):
            wrong = [fewer if len(fewer) > 1 else [*fewer, "11"], more, moved, *([turned] if ordered else [])]
            right = [printed, *([] if ordered else [turned])]
            brackets = {(opening, closing), (opening.removeprefix("\\left"), closing.removeprefix("\\right"))}
            golds.append(
                SympyGold(
                    f"{opening}{', '.join(printed)}{closing}",
                    tuple(f"{start}{', '.join(order)}{end}" for order in right for start, end in sorted(brackets)),
                    tuple(f"{opening}{', '.join(order)}{closing}" for order in wrong),
                )
            )
    for low, high in ((2, 5), (-half, root), (-sympy.oo, 3), (0, sympy.oo)):
        open_ends = ((False, False), (True, False), (False, True), (True, True))
        golds += map(_from_interval, dict.fromkeys(sympy.Interval(low, high, *sides) for sides in open_ends))
    matrix = sympy.Matrix([[1, -half], [root, 4]])
    same = [sympy.latex(matrix, mat_str=name, mat_delim=mark) for name in ("matrix", "array") for mark in "[("]
    other = [matrix.T, -matrix, matrix + sympy.eye(2), matrix[:1, :], matrix[:, ::-1]]
    golds.append(SympyGold(sympy.latex(matrix), tuple(same), tuple(sympy.latex(form) for form in other)))
    line = sympy.Eq(y, 2 * x - 3)
    lines = [line, line.reversed, sympy.Eq(y - 2 * x + 3, 0), sympy.Eq(2 * y, 4 * x - 6), sympy.Eq(y - 2 * x, -3)]
    others = [sympy.Eq(y, 2 * x + 3), sympy.Eq(y, 3 - 2 * x), sympy.Eq(x, 2 * y - 3), sympy.Eq(y, 2 * x), y < 2 * x - 3]
    golds.append(SympyGold(sympy.latex(line), tuple(map(sympy.latex, lines)), tuple(map(sympy.latex, others))))
    bound = x > half
    bounds = [bound, bound.reversed, x > sympy.Rational(2, 4)]
    beside = [x >= half, x < half, x > 2, x > -half, sympy.Eq(x, half), y > half]
    golds.append(SympyGold(sympy.latex(bound), tuple(map(sympy.latex, bounds)), tuple(map(sympy.latex, beside))))
    return golds


def _from_interval(interval: sympy.Interval) -> SympyGold:
    """An interval and a union with it, against moved ends and other brackets."""
    low, high = interval.start, interval.end
    flips = [sympy.Interval(low, high, left, right) for left in (False, True) for right in (False, True)]
    others = [flip for flip in flips if flip != interval]
    if high.is_finite:
        others.append(sympy.Interval(low, high + 1, interval.left_open, interval.right_open))
    if low.is_finite:
        others.append(sympy.Interval(low - 1, high, interval.left_open, interval.right_open))
    gold = sympy.latex(interval)
    equal = [gold, gold.replace("\\left", "").replace("\\right", ""), f"x \\in {gold}", gold.replace("\\infty", "∞")]
    return SympyGold(gold, tuple(distinct(equal)), tuple(distinct([sympy.latex(other) for other in others])))

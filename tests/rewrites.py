"""Rewrites of golds whose label is known: other ways to write the same answer, and answers just beside it.

The rules are exact arithmetic, text rules that keep or change a value whatever the gold, and, for golds built from
sympy objects, sympy's own transformations. No rule looks at what a scorer accepts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

import sympy

MAX_PERIOD = 12
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def equivalents(gold: str, scorer: str) -> list[str]:
    """Texts that are as right as the gold, the gold itself first; raises KeyError on an unknown scorer."""
    return _distinct([gold, *_EQUIVALENTS[scorer](gold)])


def near_misses(gold: str, scorer: str) -> list[str]:
    """Texts close to the gold that are wrong; raises KeyError on an unknown scorer."""
    return _distinct(_NEAR_MISSES[scorer](gold))


def _distinct(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


# Rational numbers


def _signed(value: Fraction, size: str) -> str:
    return f"-{size}" if value < 0 else size


def _decimal(value: Fraction) -> str | None:
    """A terminating decimal written out; None where the expansion does not end."""
    rest, places = value.denominator, 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    while rest % 2 == 0 or rest % 5 == 0:
        rest, places = rest // (2 if rest % 2 == 0 else 5), places + 1
    if rest != 1:
        return None
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return _signed(value, f"{digits[: len(digits) - places]}.{digits[len(digits) - places :]}" if places else digits)


def _repeating(value: Fraction) -> tuple[str, str, str] | None:
    """Whole part, digits before the period and the period of an expansion without end; None where it is too long."""
    whole, rest = divmod(abs(value.numerator), value.denominator)
    digits, seen = "", {}
    while rest and rest not in seen:
        seen[rest] = len(digits)
        digit, rest = divmod(10 * rest, value.denominator)
        digits += str(digit)
    if not rest or len(digits) - seen[rest] > MAX_PERIOD:
        return None
    return _signed(value, str(whole)), digits[: seen[rest]], digits[seen[rest] :]


def _integer_forms(value: int) -> list[str]:
    size = abs(value)
    forms = [f"{value}.", f"{value}.0", f"{value}/1", f"\\frac{{{2 * value}}}{{2}}", str(value).translate(_FULL_WIDTH)]
    if value >= 0:
        forms.append(f"+{value}")
    if value < 0:
        forms += [f"\u2212{size}", f"({value})", f"minus {size}"]
    if size >= 1000:
        forms += [f"{value:,}", f"{value:,}".replace(",", "{,}"), f"{value:,}".replace(",", "\\,")]
    if 0 <= value < len(_WORDS):
        forms += [_WORDS[value], _WORDS[value].title()]
    if value and value % 10 == 0:
        zeros = len(str(size)) - len(str(size).rstrip("0"))
        forms += [f"{value // 10**zeros} \\times 10^{{{zeros}}}", f"{value // 10**zeros}e{zeros}"]
    return forms


def _fraction_forms(value: Fraction) -> list[str]:
    top, bottom = abs(value.numerator), value.denominator
    forms = [_signed(value, f"\\{name}{{{top}}}{{{bottom}}}") for name in ("frac", "dfrac", "tfrac")]
    forms += [
        f"\\frac{{{value.numerator}}}{{{bottom}}}",
        f"\\frac{{{3 * value.numerator}}}{{{3 * bottom}}}",
        f"{2 * value.numerator}/{2 * bottom}",
        f"{value.numerator} / {bottom}",
        _signed(value, f"\\left(\\frac{{{top}}}{{{bottom}}}\\right)"),
        f"{{{value.numerator} \\over {bottom}}}",
    ]
    if top < 10 and bottom < 10:
        forms.append(_signed(value, f"\\frac{top}{bottom}"))
    whole, rest = divmod(top, bottom)
    if whole:
        forms += [_signed(value, f"{whole}\\frac{{{rest}}}{{{bottom}}}"), _signed(value, f"{whole} {rest}/{bottom}")]
    repeating = _repeating(value)
    if repeating:
        start, fixed, period = repeating
        forms += [f"{start}.{fixed}\\overline{{{period}}}", f"{start}.{fixed}({period})"]
    return forms


def _rational_forms(value: Fraction) -> list[str]:
    forms = _integer_forms(value.numerator) if value.denominator == 1 else _fraction_forms(value)
    decimal = _decimal(value)
    if decimal and value.denominator > 1:
        forms += [decimal, f"{decimal}0", decimal.replace("0.", ".", 1) if abs(value) < 1 else ""]
    return [*forms, f"x = {value}", f"{{{value}}}", f"\\text{{{value}}}"]


def _rational_misses(value: Fraction) -> list[str]:
    top, bottom = value.numerator, value.denominator
    others = [value + 1, value - 1, value * 10, Fraction(top, bottom + 1), Fraction(top + 1, bottom), -value]
    others += [1 / value] if value else []
    text = str(value)
    others += [value + Fraction(1, 1000), Fraction(f"{text[:-1]}{(int(text[-1]) + 1) % 10 or 1}")]
    misses = [str(other) for other in others if other != value]
    misses += [_latex(other) for other in others[:6] if other != value]
    misses += [f"{value} or {value + 1}", f"not {value}", f"{value}, {value + 1}", f"x > {value}"]
    if _decimal(value) is None:
        misses += [f"{float(value):.{places}f}" for places in (1, 2, 3, 4)] + [f"\\approx {float(value):.3f}"]
    return misses


def _latex(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value)
    return _signed(value, f"\\frac{{{abs(value.numerator)}}}{{{value.denominator}}}")


# Names, codes and dates


def _name_forms(gold: str) -> list[str]:
    plain = unicodedata.normalize("NFD", gold)
    accentless = "".join(char for char in plain if not unicodedata.combining(char))
    forms = [gold.lower(), gold.upper(), plain, accentless, f"{gold}.", f"\u201c{gold}\u201d", f"\\text{{{gold}}}"]
    return [*forms, f"\\mathrm{{{gold}}}" if gold.isalpha() else "", f"  {gold} ", gold.replace(" ", "\u00a0")]


def _name_misses(gold: str) -> list[str]:
    misses = [f"{gold}-Xanadu", f"Upper {gold}", f"not {gold}", f"{gold} or Xanadu", f"Xanadu or {gold}", "Xanadu"]
    return [*misses, f"{gold}, no, Xanadu", f"{gold} and Xanadu", f"{gold}x", f"Xanadu, not {gold}"]


def _code_forms(gold: str) -> list[str]:
    forms = [f"{gold}.", f'"{gold}"', f"\\text{{{gold}}}", f"({gold})", f"the code {gold}"]
    if gold.isupper() and gold.isalpha() and len(gold) > 2:
        forms += [gold.lower(), gold.title()]
    return forms


def _code_misses(gold: str) -> list[str]:
    last = gold[-1]
    other = str((int(last) + 1) % 10) if last.isdigit() else ("b" if last.islower() else "B")
    other = other if other != last else other.replace("b", "c").replace("B", "C")
    changed = gold[:-1] + other
    misses = [changed, f"{gold}{other}", f"{gold} or {changed}", f"not {gold}", f"{changed}, not {gold}"]
    if gold.startswith(("0", "+")):
        misses.append(gold[1:])
    return [*misses, gold[:-1] if len(gold) > 1 else "", gold.lower() if len(gold) == 2 and gold.isupper() else ""]


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 11 <= day % 100 <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _date_forms(gold: str) -> list[str]:
    day = date.fromisoformat(gold)
    month = MONTHS[day.month - 1]
    forms = [
        f"{day.day} {month} {day.year:04d}",
        f"{month} {day.day}, {day.year:04d}",
        f"{month} {_ordinal(day.day)}, {day.year:04d}",
        f"the {_ordinal(day.day)} of {month} {day.year:04d}",
        f"{day.day} {month[:3]} {day.year:04d}",
        f"{day.year:04d}/{day.month}/{day.day}",
        f"{WEEKDAYS[day.weekday()]}, {day.day} {month} {day.year:04d}",
        f"\\text{{{month} {day.day}, {day.year:04d}}}",
    ]
    if day.day > 12:
        forms += [f"{day.day}.{day.month}.{day.year:04d}", f"{day.month}/{day.day}/{day.year:04d}"]
    return forms


def _date_misses(gold: str) -> list[str]:
    day = date.fromisoformat(gold)
    others = [day + timedelta(days=shift) for shift in (1, -1, 7, 30, -31, 366, -365)]
    if day.day <= 12 and day.day != day.month:
        others.append(date(day.year, day.day, day.month))
    misses = [other.isoformat() for other in others]
    misses += [f"{other.day} {MONTHS[other.month - 1]} {other.year:04d}" for other in others]
    return [*misses, f"{gold} or {others[0].isoformat()}", f"not {gold}", gold[:7], f"before {gold}"]


# Mathematics: rules on the text of a gold

_OPENING = {"(": ")", "[": "]", "\\{": "\\}"}
_ALLOWED = re.compile(r"[0-9a-z+\-*/^_(){}\\., !|=<>\[\]A-Z]*")


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of a gold with top-level commas: opening and closing bracket ("" for a bare list), elements."""

    opening: str
    closing: str
    elements: tuple[str, ...]


def parts(gold: str) -> Parts | None:
    """A tuple, set, interval or list taken apart; None for a gold without a top-level comma."""
    text = gold.replace("\\left", "").replace("\\right", "").strip()
    opening, closing = _brackets(text)
    inner = text[len(opening) : len(text) - len(closing)]
    elements = _split(inner)
    return Parts(opening, closing, tuple(elements)) if len(elements) > 1 else None


def _brackets(text: str) -> tuple[str, str]:
    """The brackets around the whole of a text, ("", "") where there are none."""
    opening = next((mark for mark in ("\\{", "(", "[") if text.startswith(mark)), "")
    closing = next((mark for mark in ("\\}", ")", "]") if text.endswith(mark)), "")
    if not opening or not closing or (opening == "\\{") != (closing == "\\}"):
        return "", ""
    depth = 0
    for at in range(len(text) - 1):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if depth == 0 and text[at] != "\\":
            return "", ""
    return opening, closing


def _split(text: str) -> list[str]:
    """The text between its commas outside brackets."""
    depth, pieces = 0, [""]
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += char
    return [piece.strip() for piece in pieces]


def _rational(text: str) -> Fraction | None:
    return Fraction(text) if re.fullmatch(r"-?\d+(/[1-9]\d*|\.\d+)?", text) else None


def _respelled(gold: str) -> list[str]:
    """Other spellings of the same LaTeX: its value is untouched, whatever it is."""
    forms = [
        gold.replace("\\frac", "\\dfrac"),
        gold.replace("\\frac", "\\tfrac"),
        gold.replace("-", "\u2212"),
        gold.replace("\\pi", "π"),
        gold.replace(" ", "  "),
        f"\\displaystyle {gold}",
        f"\\,{gold}\\;",
        f"{gold}.",
    ]
    bare = gold.replace("\\left", "").replace("\\right", "")
    forms += [re.sub(r"\\sqrt\{(\d+)\}", r"√\1", gold), re.sub(r"\\sqrt\{(\d)\}", r"\\sqrt\1", gold), bare]
    forms.append(re.sub(r"(?<![\\a-z])([(\[])", r"\\left\1", bare).replace(")", "\\right)").replace("]", "\\right]"))
    return forms


def _math_forms(gold: str) -> list[str]:
    value = _rational(gold)
    if value is not None:
        return [
            *_rational_forms(value),
            f"{value + 3} - 3",
            f"\\frac{{{7 * value.numerator}}}{{{7 * value.denominator}}}",
        ]
    found = parts(gold)
    if found is None:
        return [*_respelled(gold), *_value_forms(gold)]
    forms = _respelled(gold)
    if found.opening in {"", "\\{"}:
        around = [*reversed(found.elements)], [*found.elements[1:], found.elements[0]]
        forms += [found.opening + ", ".join(order) + found.closing for order in around]
        forms += [
            "\\{" + ", ".join(found.elements) + "\\}",
            ", ".join(found.elements[:-1]) + " and " + found.elements[-1],
        ]
    return forms


def _value_forms(gold: str) -> list[str]:
    """Forms of one value or expression; none for what is text, an equation or an inequality."""
    if not is_value(gold):
        return []
    whole = f"\\left({gold}\\right)"
    return [whole, f"\\frac{{2{whole}}}{{2}}", f"-(-({gold}))", f"{gold} + 0", f"1 \\cdot {whole}"]


def is_value(gold: str) -> bool:
    """Whether a gold is one expression, on which arithmetic makes sense."""
    structured = re.search(
        r"[=<>]|\\(?:le|ge|text|cup|in|pm|begin|infty|emptyset|mathbb)(?![a-z])|\\[{}]|\[|_\{?\d", gold
    )
    return not structured and parts(gold) is None and _ALLOWED.fullmatch(gold) is not None


def _math_misses(gold: str) -> list[str]:
    value = _rational(gold)
    if value is not None:
        return _rational_misses(value)
    found = parts(gold)
    if found is None:
        return _value_misses(gold)
    first, *rest = found.elements
    changed = [[f"{first} + 1", *rest]] if "\\infty" not in first and is_value(first) else []
    changed.append([first, *rest, "987"])
    if len(rest) > 1:
        changed.append([first, *rest[:-1]])
    if found.opening in {"(", "["} and len(set(found.elements)) > 1:
        changed.append([*rest, first])
    return [found.opening + ", ".join(elements) + found.closing for elements in changed]


def _value_misses(gold: str) -> list[str]:
    if not is_value(gold):
        return []
    whole = f"\\left({gold}\\right)"
    misses = [f"{gold} + 1", f"{gold} - \\frac{{1}}{{1000}}", f"2{whole}", f"-{whole}", f"\\frac{{{gold}}}{{10}}"]
    return [*misses, f"{gold}, 987", f"{gold} + 987z"]


_EQUIVALENTS: dict[str, Callable[[str], list[str]]] = {
    "number": lambda gold: _rational_forms(Fraction(gold)),
    "name": _name_forms,
    "code": _code_forms,
    "date": _date_forms,
    "math": _math_forms,
}
_NEAR_MISSES: dict[str, Callable[[str], list[str]]] = {
    "number": lambda gold: _rational_misses(Fraction(gold)),
    "name": _name_misses,
    "code": _code_misses,
    "date": _date_misses,
    "math": _math_misses,
}

SCORERS = tuple(_EQUIVALENTS)
"""The scorers whose golds can be rewritten."""


# Mathematics: golds that are sympy objects


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
    exact = expr.is_Rational and _decimal(Fraction(int(expr.p), int(expr.q))) is not None
    if not symbols and expr.is_real and not exact:
        unequal += [f"{float(expr):.{places}f}" for places in (2, 3, 6)]
    return SympyGold(gold, tuple(_distinct([gold, *equal])), tuple(_distinct(unequal)))


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
    return SympyGold(gold, tuple(_distinct(equal)), tuple(_distinct([sympy.latex(other) for other in others])))

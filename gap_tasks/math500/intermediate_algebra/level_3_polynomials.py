"""Intermediate algebra, level 3: polynomials and their roots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from math import gcd, log, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import linear_combination, polynomial, signed
from gap_tasks.sampling import Domain, ints, one_of, require


def _signed_between(low: int, high: int) -> Domain:
    return one_of(*(n for n in range(-high, high + 1) if abs(n) >= low))


# lead x^3 + slope a x^2 + slope a root x + lead root^3 has the root -root; the other two are real where
# (slope a - lead root)^2 >= 4 (lead root)^2. These are the shapes with single digits, an integer answer and no
# common factor.
_SHAPES = (
    *((lead, 1, 1) for lead in (1, 2, 3)),
    *((lead, 3, 1) for lead in (1, 2, 4, 5, 7, 8)),
    *((1, slope, 2) for slope in (1, 3)),
)


@functionalize("test/intermediate_algebra/1000.json", shape=one_of(*_SHAPES), side=one_of(-1, 1))
def least_coefficient_for_real_roots(shape: Sequence[int] = (1, 1, 1), side: int = 1) -> Variant:
    """Least positive coefficient with which all roots of a cubic are real."""
    lead, slope, root = shape
    letters = ("x^3", "ax^2", "ax", "")
    values = (lead, side * slope, slope * root, side * lead * root**3)
    printed = linear_combination(zip(values, letters, strict=True))
    return Variant({"x^3 + ax^2 + ax + 1": printed}, Fraction(3 * lead * root, slope))


@least_coefficient_for_real_roots.check
def _(question: str, gold: str) -> bool:
    found = re.search(r"\[(\d?)x\^3 ([+-] \d?)ax\^2 ([+-] \d?)ax ([+-] \d) = 0", question)
    if found is None:
        return False
    a, m, n, d = (
        int(f"{text}1" if not text[-1:].isdigit() else text) for text in (g.replace(" ", "") for g in found.groups())
    )

    def discriminant(letter: Fraction) -> Fraction:
        b, c = m * letter, n * letter
        return 18 * a * b * c * d - 4 * b**3 * d + b * b * c * c - 4 * a * c**3 - 27 * a * a * d * d

    least = Fraction(gold)
    return discriminant(least) >= 0 and all(discriminant(least * step / 40) < 0 for step in range(1, 40))


_SQUARE_FREE = (10, 11, 13, 14, 15, 17, 19, 21, 22, 23, 26, 29, 30)


@functionalize(
    "test/intermediate_algebra/1123.json",
    centre=ints(3, 8),
    radicand=one_of(*_SQUARE_FREE),
    sign=one_of("-", "+"),
    upper=ints(-3, 3),
    lower=ints(-3, 3),
)
def ratio_of_values(centre: int = 4, radicand: int = 11, sign: str = "-", upper: int = -1, lower: int = 0) -> Variant:
    """Ratio of two values of a quadratic with integer coefficients of which one irrational root is known."""
    require(abs(upper) != abs(lower) and min(centre + upper, centre + lower) > 0 and max(upper, lower) + centre < 10)
    gold = Fraction(upper**2 - radicand, lower**2 - radicand)
    require(gold.denominator > 1)
    edits = {
        r"4-\sqrt{11}": rf"{centre}{sign}\sqrt{{{radicand}}}",
        "p(3)": f"p({centre + upper})",
        "p(4)": f"p({centre + lower})",
    }
    return Variant(edits, gold)


@ratio_of_values.check
def _(question: str) -> Fraction:
    found = re.search(r"(\d)([+-])\\sqrt\{(\d+)\}.*p\((\d)\).*p\((\d)\)", question)
    if found is None:
        return Fraction(0)
    root = int(found[1]) + (1 if found[2] == "+" else -1) * sqrt(int(found[3]))
    # Monic quadratics with integer coefficients of which the printed number is a root.
    (quadratic,) = (
        (b, round(-root * (root + b)))
        for b in range(-40, 41)
        if abs(root * (root + b) - round(root * (root + b))) < 1e-9
    )
    at = [x * x + quadratic[0] * x + quadratic[1] for x in (int(found[4]), int(found[5]))]
    return Fraction(at[0], at[1])


@functionalize(
    "test/intermediate_algebra/1247.json",
    lead=ints(2, 9),
    square=ints(2, 9),
    linear=ints(2, 9),
    base=ints(2, 5),
    total=ints(2, 9),
)
def coefficient_from_logarithms(
    lead: int = 8, square: int = 4, linear: int = 2, base: int = 2, total: int = 5
) -> Variant:
    """Coefficient of a cubic from the sum of the logarithms of its three distinct positive roots."""
    product = base**total
    # Distinct positive roots have a mean above their geometric mean.
    require((square * product) ** 3 > 27 * product and 100 <= lead * product < 1000)
    edits = {
        "8x^3 + 4ax^2 + 2bx": f"{lead}x^3 + {square}ax^2 + {linear}bx",
        "base-2": f"base-{base}",
        "is 5": f"is {total}",
    }
    return Variant(edits, -lead * product)


@coefficient_from_logarithms.check
def _(question: str, gold: str) -> bool:
    lead, _, square, *_ = map(int, re.findall(r"\d+", question))
    found = re.search(r"base-(\d) logarithms of the roots is (\d)", question)
    if found is None:
        return False
    # Whatever b is, the cubic fixes sum and product of the roots; b can be such that 1 is a root.
    total, product = -square * int(gold) / lead - 1, -int(gold) / lead
    spread = sqrt(total**2 - 4 * product)
    roots = [1.0, (total - spread) / 2, (total + spread) / 2]
    logarithms = sum(log(root) for root in roots) / log(int(found[1]))
    return len(set(roots)) == 3 and min(roots) > 0 and abs(logarithms - int(found[2])) < 1e-9


@functionalize("test/intermediate_algebra/1422.json", lead=ints(2, 9), constant=ints(1, 9), sign=one_of("+", "-"))
def number_of_possible_rational_roots(lead: int = 2, constant: int = 1, sign: str = "+") -> Variant:
    """How many rational roots are possible by the first and the last coefficient."""
    above, below = ([d for d in range(1, n + 1) if n % d == 0] for n in (constant, lead))
    gold = 2 * len({Fraction(p, q) for p in above for q in below})
    return Variant({"2x^4": f"{lead}x^4", "+ 1 = 0": f"{sign} {constant} = 0"}, gold)


@number_of_possible_rational_roots.check
def _(question: str) -> int:
    found = re.search(r"\[(\d)x\^4.*([+-] \d) = 0", question)
    lead, constant = (int(part.replace(" ", "")) for part in found.groups()) if found else (0, 0)
    # At p/q, the terms with free coefficients are all the multiples of pq.
    return sum(
        2 * ((lead * p**4 + constant * q**4) % (p * q) == 0)
        for p in range(1, 31)
        for q in range(1, 31)
        if gcd(p, q) == 1
    )


@functionalize("test/intermediate_algebra/1566.json", shift=ints(-4, 4), at=_signed_between(1, 3))
def sum_of_coefficients_of_reflection(shift: int = 0, at: int = 1) -> Variant:
    """A combination of the coefficients of a parabola and of its mirror image, by the height of the vertex."""
    weights = (at * at, at, 1)
    asked = linear_combination(zip(weights * 2, "abcdef", strict=True), space="")
    edits = {"y=k": f"y=k{signed(shift, '')}", "a+b+c+d+e+f": asked}
    return Variant(edits, linear_combination(((2, "k"), (2 * shift, "")), space=""))


@sum_of_coefficients_of_reflection.check
def _(question: str, gold: str) -> bool:
    found = re.search(r"line \$y=k([+-]\d)?\$.*Express \$(.*)\$ in", question, re.DOTALL)
    answer = re.fullmatch(r"(\d)k([+-]\d+)?", gold)
    if found is None or answer is None:
        return False
    shift = int(found[1] or 0)
    weights = {
        letter: int(f"{text}1" if text in {"", "+", "-"} else text)
        for text, letter in re.findall(r"([+-]?\d?)([a-f])", found[2])
    }
    for a, h, k in ((2, 3, 5), (-3, -1, 4), (1, 7, -6)):
        heights = [a * (x - h) ** 2 + k for x in (0, 1, 2)]
        values = []
        for y0, y1, y2 in (heights, [2 * (k + shift) - y for y in heights]):
            half = Fraction(y2 - 2 * y1 + y0, 2)
            values += [half, y1 - y0 - half, Fraction(y0)]
        total = sum(weights[letter] * value for letter, value in zip("abcdef", values, strict=True))
        if total != int(answer[1]) * k + int(answer[2] or 0):
            return False
    return True


@functionalize(
    "test/intermediate_algebra/1837.json",
    r=ints(3, 15),
    s=ints(6, 25),
    t=ints(10, 40),
    shift=_signed_between(2, 9),
)
def sum_of_shifted_roots(r: int = 5, s: int = 13, t: int = 31, shift: int = 5) -> Variant:
    """Sum of the roots of a shifted cubic."""
    total, pairs, product = r + s + t, r * s + r * t + s * t, r * s * t
    require(r < s < t and total < 100 and 100 <= pairs < 1000 and 1000 <= product < 10000)
    gold = total - 3 * shift
    require(9 < gold < 100)
    edits = {"x^3 - 49x^2 + 623x - 2015": polynomial([1, -total, pairs, -product]), "x + 5": f"x {signed(shift)}"}
    return Variant(edits, gold)


@sum_of_shifted_roots.check
def _(question: str) -> int:
    found = re.search(r"x\^3 - (\d+)x\^2 \+ (\d+)x - (\d+),.*f\(x ([+-] \d)\)", question)
    square, linear, constant, shift = (int(part.replace(" ", "")) for part in found.groups()) if found else (0, 0, 0, 0)
    roots = []
    for x in range(-100, 101):
        u = x + shift
        if u**3 - square * u * u + linear * u - constant == 0:
            roots.append(x)
    return sum(roots) if len(roots) == 3 else 0

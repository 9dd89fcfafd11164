"""Precalculus, level 4: trigonometry."""

from __future__ import annotations

import re
from fractions import Fraction
from math import acos, asin, atan, comb, cos, hypot, isclose, isqrt, pi, prod, radians, sin, tan
from typing import TypeAlias

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, over, pi_multiple, surd
from gap_tasks.sampling import ints, one_of, require

_FUNCTIONS = {"sin": sin, "cos": cos}
_LETTERS = "abcde"


@functionalize("test/precalculus/1146.json", name=one_of("sin", "cos"), power=ints(5, 9), place=ints(0, 4))
def coefficient_of_power(name: str = "sin", power: int = 7, place: int = 3) -> Variant:
    """Coefficient of one term where a power of the sine or cosine is written in functions of multiple angles."""
    even = power % 2 == 0
    letters = _LETTERS[: power // 2 + 1]
    require(place < len(letters))
    # The powers of i make the sine's signs alternate down from the first power; even ones are sums of cosines.
    of = "cos" if even else name
    multiples = [power - 2 * step for step in range(len(letters))]
    terms = [
        letter if multiple == 0 else rf"{letter} \{of} {multiple if multiple > 1 else ''}x"
        for letter, multiple in zip(letters, multiples, strict=True)
    ]
    size = Fraction(comb(power, place), 2 ** (power - (multiples[place] != 0)))
    sign = -1 if name == "sin" and (power // 2 - place) % 2 else 1
    named = ", ".join(f"${letter}$" for letter in letters[:-1])
    edits = {
        r"(\sin x)^7 = a \sin 7x + b \sin 5x + c \sin 3x + d \sin x": rf"(\{name} x)^{power} = {' + '.join(terms)}",
        "$a$, $b$, $c$, and $d$": f"{named}, and ${letters[-1]}$",
        "Find $d$": f"Find ${letters[place]}$",
    }
    return Variant(edits, sign * size)


@coefficient_of_power.check
def _(question: str) -> float:
    ((name, power, terms),) = re.findall(r"\[\(\\(sin|cos) x\)\^(\d) = (.*)\\\]", question)
    asked = question.split("Find $")[1][0]
    functions = {
        letter: (_FUNCTIONS.get(of, cos), int(multiple or 1) if of else 0)
        for letter, of, multiple in re.findall(r"\b([a-e])\b(?: \\(sin|cos) (\d?)x)?", terms)
    }
    function, multiple = functions[asked]
    steps = 32  # more than twice the power: sums over them are the integrals
    values = [(2 * pi * step / steps) for step in range(steps)]
    across = sum(_FUNCTIONS[name](x) ** int(power) * function(multiple * x) for x in values)
    return across / sum(function(multiple * x) ** 2 for x in values)


# Of a graph that starts at a quarter of its period the answer would be a fraction.
@functionalize(
    "test/precalculus/1199.json",
    name=one_of("sin", "cos"),
    size=ints(1, 3),
    times=ints(2, 5),
    turned=one_of(True, False),
    shift=ints(1, 3),
    sign=one_of(1, -1),
)
def phase_of_graph(
    name: str = "sin", size: int = 2, times: int = 3, turned: bool = True, shift: int = 1, sign: int = 1
) -> Variant:
    """Positive or negative phase next to 0 of a sine or cosine curve given by its graph."""
    require(size + shift <= 4)
    height = f"{size}*" if size > 1 else ""
    edits = {
        r"a \sin": rf"a \{name}" if turned else rf"-a \{name}",
        "$b,$ $c,$ and $d.$": "$b,$ $c,$ and $d.$" if sign > 0 else "$b,$ and $d$ and some negative constant $c.$",
        "smallest": "smallest" if sign > 0 else "largest",
        "2*sin(3*x + pi) + 1": f"{height}{name}({times}*x{' + pi' if turned else ''}) + {shift}",
    }
    return Variant(edits, pi_multiple(sign))


@phase_of_graph.check
def _(question: str) -> float:
    ((minus, name),) = re.findall(r"\$y = (-?)a \\(sin|cos)", question)
    ((size, drawn, times, phase, shift),) = re.findall(
        r"return (?:(\d)\*)?(sin|cos)\((\d)\*x( \+ pi)?\) \+ (\d);", question
    )
    a, b, d = int(size or 1), int(times), int(shift)

    def gap(c: float) -> float:
        height = -a if minus else a
        return max(
            abs(height * _FUNCTIONS[name](b * x + c) - a * _FUNCTIONS[drawn](b * x + (pi if phase else 0)))
            for x in (-0.7, 0.1, 1.3, 2.9)
        )

    steps = range(1, 60) if "smallest" in question else range(-1, -60, -1)
    found = (step * pi / 12 for step in steps if gap(step * pi / 12) < 1e-9)
    return next(found) if d - a >= -3 and d + a <= 4 else 0.0


# AM, DM, and the tangent of half the angle at A: of the triangles with a rational tangent, those that are short enough.
_ALTITUDES = (*((11 * m, m, Fraction(1, 2)) for m in range(1, 10)), (39, 9, Fraction(1, 3)))


@functionalize("test/precalculus/1281.json", altitude=one_of(*_ALTITUDES), asked=one_of("ABC", "BDC", "ABD"))
def perimeter_from_triple_angle(
    altitude: tuple[int, int, Fraction] = (11, 1, Fraction(1, 2)), asked: str = "ABC"
) -> Variant:
    """Perimeter in an isosceles triangle with a point on its altitude at which the angle is three times the apex's."""
    whole, low, tangent = altitude
    base = whole * tangent  # BM
    outer, inner = ((length**2 + base**2) for length in (whole, low))
    root = int(1 / tangent) ** 2 + 1
    # AB and BD are these multiples of the root.
    outer, inner = (_root_of(square / root) for square in (outer, inner))
    roots, rest = {
        "ABC": (2 * outer, 2 * base),
        "BDC": (2 * inner, 2 * base),
        "ABD": (outer + inner, Fraction(whole - low)),
    }[asked]
    across = f"{whole}/2" if tangent == Fraction(1, 2) and whole % 2 else f"{base}"
    edits = {
        "AM=11": f"AM={whole}",
        "AD=10": f"AD={whole - low}",
        "(0,11)": f"(0,{whole})",
        "(0,1)": f"(0,{low})",
        "(-11/2,0)": f"(-{across},0)",
        "(11/2,0)": f"({across},0)",
        "0.4 cm": f"0.{max(44 // whole, 1)} cm",  # the figure keeps its size
        "$ABC.$": f"${asked}.$",
    }
    return Variant(edits, f"{surd(roots, root)} + {rest}")


def _root_of(square: Fraction) -> Fraction:
    return Fraction(isqrt(int(4 * square)), 2)


@perimeter_from_triple_angle.check
def _(question: str) -> float:
    part = int(question.split("$AD=")[1].split("$", maxsplit=1)[0])
    whole = int(question.split("altitude $AM=")[1].split(".", maxsplit=1)[0])
    low, high = 1e-6, 10.0 * whole
    for _ in range(80):
        x = (low + high) / 2
        low, high = (x, high) if atan(x / (whole - part)) > 3 * atan(x / whole) else (low, x)
    points = {"A": (0, whole), "B": (-x, 0), "C": (x, 0), "D": (0, whole - part)}
    figure = re.findall(r"([BCD]) = \((-?)(\d+)(?:/(\d))?,(\d+)\)", question)
    for name, sign, over_, under, height in figure:
        shown = (int(over_) / int(under or 1) * (-1 if sign else 1), int(height))
        if not all(isclose(p, q, abs_tol=1e-9) for p, q in zip(points[name], shown, strict=True)):
            return 0.0
    corners = [points[name] for name in question.split("perimeter of triangle $")[1][:3]]
    return sum(hypot(p[0] - q[0], p[1] - q[1]) for p, q in zip(corners, corners[1:] + corners[:1], strict=True))


@functionalize("test/precalculus/1313.json", first=ints(20, 88), second=ints(20, 88))
def third_tangent(first: int = 53, second: int = 81) -> Variant:
    """Angle whose tangent makes the sum and the product of three tangents equal [degrees]."""
    require(first != second and 100 <= first + second <= 165 and first % 15 != 0 and second % 15 != 0)
    return Variant({"53": first, "81": second}, 180 - first - second)


@third_tangent.check
def _(question: str, gold: str) -> bool:
    one, other = (tan(radians(int(angle))) for angle in re.findall(r"(\d+)\^", question)[:2])
    # Both sides are linear in the third tangent, so there is one.
    return isclose(tan(radians(int(gold))), (one + other) / (one * other - 1), rel_tol=1e-9) and 0 < int(gold) < 180


# Sets of angles, even about 90 degrees, with the products of their sines and of their cosines.
_CORES = (
    ((20, 40, 80), Fraction(3, 64), Fraction(-1, 64)),
    ((10, 50, 70), Fraction(1, 64), Fraction(-3, 64)),
    ((36, 72), Fraction(5, 16), Fraction(1, 16)),
    ((18, 54), Fraction(1, 16), Fraction(5, 16)),
    ((15, 75), Fraction(1, 16), Fraction(1, 16)),
)
_SPECIAL = {
    60: (Fraction(3, 4), Fraction(-1, 4)),
    30: (Fraction(1, 4), Fraction(-3, 4)),
    45: (Fraction(1, 2), Fraction(-1, 2)),
}


@functionalize(
    "test/precalculus/190.json",
    name=one_of("sin", "cos"),
    core=ints(0, 4),
    special=one_of((60,), (30,), (45,), (30, 60), (30, 45), (45, 60)),
)
def product_over_angles(name: str = "sin", core: int = 0, special: tuple[int, ...] = (60,)) -> Variant:
    """Product of the sines or of the cosines of angles that lie evenly about a right angle."""
    acute, *products = _CORES[core]
    # Not of few factors, and none of them the last of a long row.
    require(3 <= len(acute) + len(special) <= 4)
    angles = sorted((*acute, *special))
    angles += [180 - angle for angle in reversed(angles)]
    which = int(name == "cos")
    gold = products[which] * prod(_SPECIAL[angle][which] for angle in special)
    published = " ".join(rf"\sin {angle}^\circ" for angle in range(20, 180, 20))
    return Variant({published: " ".join(rf"\{name} {angle}^\circ" for angle in angles)}, gold)


@product_over_angles.check
def _(question: str) -> float:
    factors = re.findall(r"\\(sin|cos) (\d+)\^\\circ", question)
    return prod(_FUNCTIONS[name](radians(int(angle))) for name, angle in factors)


# Coefficients of the squares and of the product between them: the quadratic's vertex lies inside, both bounds are
# fractions of one-digit numbers, and neither angle alone decides.
_QUADRATICS = (
    (1, 0, 1), (1, 4, 1), (1, 6, 1), (1, 0, 2), (1, 4, 5), (1, 4, 6), (2, 0, 1), (2, -2, 2), (2, 0, 2), (2, 2, 2),
    (2, 6, 2), (2, 8, 2), (2, 8, 3), (2, 0, 6), (2, 6, 6), (2, 8, 9), (3, 8, 2), (3, 4, 3), (3, 8, 3), (3, 0, 6),
    (3, 8, 7), (4, 0, 2), (4, 4, 6), (5, 8, 5), (5, 8, 6), (6, 6, 6), (6, 8, 6),
)  # fmt: skip
Triple: TypeAlias = tuple[int, int, int]


@functionalize("test/precalculus/499.json", quadratic=one_of(*_QUADRATICS))
def range_in_inverses(quadratic: Triple = (1, 0, 1)) -> Variant:
    """Range of a quadratic expression in the inverse sine and cosine of one number [radians squared]."""
    p, m, q = quadratic
    # With arcsin x = pi * u: a u^2 + b u + p / 4 for u from -1/2 to 1/2.
    a, b = p - m + q, Fraction(m, 2) - p
    vertex = Fraction(p, 4) - b**2 / (4 * a)
    ends = [Fraction(a, 4) + sign * b / 2 + Fraction(p, 4) for sign in (1, -1)]
    low, high = min(*ends, vertex), max(*ends, vertex)
    terms = (
        f"{coefficient(p)}{' ' if p > 1 else ''}" + r"(\arccos x)^2",
        rf" {'-' if m < 0 else '+'} {abs(m)} \arccos x \arcsin x" if m else "",
        f" + {coefficient(q)}{' ' if q > 1 else ''}" + r"(\arcsin x)^2",
    )
    bounds = ", ".join(over(bound, r"\pi^2") for bound in (low, high))
    return Variant({r"(\arccos x)^2 + (\arcsin x)^2": "".join(terms)}, rf"\left[ {bounds} \right]")


@range_in_inverses.check
def _(question: str, gold: str) -> bool:
    ((p, sign, m, q),) = re.findall(
        r"= (\d?) ?\(\\arccos x\)\^2(?: ([+-]) (\d) \\arccos x \\arcsin x)? \+ (\d?) ?\(\\arcsin x\)\^2", question
    )
    cross = int(m or 0) * (-1 if sign == "-" else 1)

    def value(x: float) -> float:
        one, other = acos(x), asin(x)
        return int(p or 1) * one**2 + cross * one * other + int(q or 1) * other**2

    bounds = []
    for way in (1, -1):
        best = min((sin(step * pi / 80) for step in range(-40, 41)), key=lambda x: way * value(x))
        angle = asin(best)
        low, high = max(angle - 0.05, -pi / 2), min(angle + 0.05, pi / 2)
        for _ in range(70):
            one, other = low + (high - low) / 3, high - (high - low) / 3
            low, high = (low, other) if way * value(sin(one)) < way * value(sin(other)) else (one, high)
        bounds.append(value(sin(low)))
    found = re.findall(r"(-?)\\frac\{(\d*) ?\\pi\^2\}\{(\d+)\}", gold)
    stated = [(-1 if minus else 1) * int(top or 1) * pi**2 / int(under) for minus, top, under in found]
    return all(isclose(one, other, rel_tol=1e-9) for one, other in zip(bounds, stated, strict=True))


# Angles of reciprocal squared sines that add up to 12 and to 36.
_RECIPROCALS = {12: (80, 20, 40), 36: (70, 50, 10)}


@functionalize(
    "test/precalculus/989.json",
    total=one_of(*_RECIPROCALS),
    order=one_of((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)),
    turned=one_of(*((a, b, c) for a in (True, False) for b in (True, False) for c in (True, False))),
    top=ints(1, 8),
)
def sum_of_reciprocals(
    total: int = 12, order: Triple = (0, 1, 2), turned: tuple[bool, bool, bool] = (True, False, False), top: int = 1
) -> Variant:
    """Sum of the reciprocals of the squares of three sines or cosines."""
    gold = top * total
    require(gold < 100)
    angles = [_RECIPROCALS[total][place] for place in order]
    terms = [
        rf"{{{top}}}{{\cos^2 {90 - angle}^\circ}}" if cosine else rf"{{{top}}}{{\sin^2 {angle}^\circ}}"
        for angle, cosine in zip(angles, turned, strict=True)
    ]
    published = (r"{1}{\cos^2 10^\circ}", r"{1}{\sin^2 20^\circ}", r"{1}{\sin^2 40^\circ}")
    return Variant(dict(zip(published, terms, strict=True)), gold)


@sum_of_reciprocals.check
def _(question: str) -> float:
    terms = re.findall(r"\{(\d)\}\{\\(sin|cos)\^2 (\d+)\^", question)
    return sum(int(top) / _FUNCTIONS[name](radians(int(angle))) ** 2 for top, name, angle in terms)

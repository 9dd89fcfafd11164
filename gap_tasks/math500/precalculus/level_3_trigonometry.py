"""Precalculus, level 3: trigonometry."""

from __future__ import annotations

import re
from fractions import Fraction
from math import atan, cos, degrees, gcd, isclose, pi, prod, radians, sin, sqrt, tan

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import rational
from gap_tasks.sampling import ints, one_of, require

_SIDES = {"A": ("a", "b", "c"), "B": ("b", "c", "a"), "C": ("c", "a", "b")}
# At a quarter the angle is right.
_FACTORS = tuple(
    Fraction(over, under)
    for over, under in (
        (1, 1), (2, 1), (3, 1), (1, 2), (3, 2), (1, 3), (2, 3), (3, 4), (5, 4), (7, 4), (1, 5), (2, 5), (1, 6),
        (1, 8), (3, 8), (5, 8), (7, 8),
    )
)  # fmt: skip


@functionalize(
    "test/precalculus/1082.json", corner=one_of(*_SIDES), factor=one_of(*_FACTORS), sides=one_of("difference", "sum")
)
def tangent_from_area(corner: str = "A", factor: Fraction = _FACTORS[0], sides: str = "difference") -> Variant:
    """Tangent of an angle of a triangle whose area is a multiple of a difference of squares of its sides."""
    require(factor != 1 or (corner, sides) == ("A", "difference"))
    a, b, c = _SIDES[corner]
    squares = f"{a}^2 - ({b} - {c})^2" if sides == "difference" else f"({b} + {c})^2 - {a}^2"
    area = squares if factor == 1 else rf"{rational(factor)} \left( {squares} \right)"
    half = 1 / (4 * factor) if sides == "difference" else 4 * factor  # tangent of half the angle
    return Variant({"a^2 - (b - c)^2": area, r"\tan A": rf"\tan {corner}"}, 2 * half / (1 - half**2))


@tangent_from_area.check
def _(question: str) -> float:
    corner = question.split(r"\tan ")[1][0]
    pattern = (
        r"equal to \$(?:\\frac\{(\d)\}\{(\d)\} |(\d) )?(?:\\left\( )?"
        r"(?:(\w)\^2 - \((\w) - (\w)\)\^2|\((\w) \+ (\w)\)\^2 - (\w)\^2)"
    )
    ((over, under, whole, *letters),) = re.findall(pattern, question)
    factor = int(over or whole or 1) / int(under or 1)
    apart = letters[0] != ""
    opposite, *beside = [letter for letter in letters if letter] if apart else [letters[5], *letters[3:5]]
    well_formed = opposite == corner.lower() and {opposite, *beside} == set("abc")
    low, high = 0.0, pi
    for _ in range(70):
        angle = (low + high) / 2
        b, c = 1.0, 1.3
        a = sqrt(b * b + c * c - 2 * b * c * cos(angle))
        half = (a + b + c) / 2
        area = sqrt(half * (half - a) * (half - b) * (half - c))
        squares = a * a - (b - c) ** 2 if apart else (b + c) ** 2 - a * a
        # The wider the angle, the smaller is the share of the area in the one, the larger in the other.
        low, high = (angle, high) if (area > factor * squares) == apart else (low, angle)
    return tan(angle) if well_formed else 0.0


# Three is the only ratio of speeds at which the greatest angle is a whole number of degrees.
@functionalize("test/precalculus/117.json", asked=one_of("greatest", "fast", "slow", "between"), slow=one_of("A", "B"))
def angle_between_runners(asked: str = "greatest", slow: str = "A") -> Variant:
    """Greatest angle under which two runners are seen, or another angle at that moment [degrees]."""
    fast = "AB".replace(slow, "")
    angle, gold = {
        "greatest": ("", 30),
        "fast": (f"OP{fast}", 60),
        "slow": (f"O{slow}P", 60),
        "between": (f"P{slow}{fast}", 120),
    }[asked]
    edits = {
        "Runner $B$": f"Runner ${fast}$",
        "runner $A.$": f"runner ${slow}.$",
        "A = (0.4,0)": f"{slow} = (0.4,0)",
        "B = (1.2,0)": f"{fast} = (1.2,0)",
    }
    if angle:
        edits[r"maximum of $\angle APB,$"] = rf"value of $\angle {angle}$ when $\angle APB$ is largest,"
    return Variant(edits, rf"{gold}^\circ")


@angle_between_runners.check
def _(question: str, gold: str) -> bool:
    shown = {name: float(x) for name, x in re.findall(r"([AB]) = \(([\d.]+),0\)", question)}
    times = {"three": 3}[question.split(" runs ")[1].split(maxsplit=1)[0]]
    fast, slow = question.split("Runner $")[1][0], question.split("runner $")[1][0]
    low, high = 0.0, 10.0
    for _ in range(80):
        x = (low + high) / 2
        rising = times / (1 + (times * x) ** 2) > 1 / (1 + x * x)
        low, high = (x, high) if rising else (low, x)
    places = {"O": 0j, "P": 1j, slow: complex(x), fast: complex(times * x)}
    start, corner, end = (places[name] for name in question.split(r"\angle ")[1][:3])
    turn = (start - corner) / (end - corner)
    angle = degrees(2 * atan(abs(turn.imag) / (abs(turn) + turn.real)))
    drawn = isclose(shown[fast], times * shown[slow])
    return drawn and isclose(angle, int(gold.removesuffix(r"^\circ")), rel_tol=1e-9)


_GOLDEN = (("sin", 18), ("cos", 72), ("sin", 54), ("cos", 36))


@functionalize("test/precalculus/681.json", of=one_of(*_GOLDEN), factor=one_of(1, 2, 3, 4, 5, 6, 7, 9))
def cube_and_square(of: tuple[str, int] = ("sin", 18), factor: int = 1) -> Variant:
    """Sum or difference of the cube and the square of a function of an angle of the regular pentagon."""
    name, angle = of
    require(factor > 1 or of == ("sin", 18))
    small = of in _GOLDEN[:2]
    before = "" if factor == 1 else f"{factor} "
    printed = rf"{before}\{name}^3 {angle}^\circ {'+' if small else '-'} {before}\{name}^2 {angle}^\circ"
    return Variant({r"\sin^3 18^\circ + \sin^2 18^\circ": printed}, Fraction(factor if small else -factor, 8))


@cube_and_square.check
def _(question: str) -> float:
    total = 0.0
    for sign, size, name, power, angle in re.findall(r"([+-]?) ?(\d?) ?\\(sin|cos)\^(\d) (\d+)", question):
        value = {"sin": sin, "cos": cos}[name](radians(int(angle)))
        total += (-1 if sign == "-" else 1) * int(size or 1) * value ** int(power)
    return total


# Of seventeenths, the one text with numbers as long as the published ones would be drawn always.
@functionalize("test/precalculus/826.json", factors=ints(3, 5), start=ints(1, 5), side=one_of(-1, 1))
def product_of_cosines(factors: int = 4, start: int = 2, side: int = -1) -> Variant:
    """Product of cosines of angles each twice the one before."""
    under = 2**factors + side
    require(gcd(start, under) == 1 and under != 17)
    last = rf" \cos \left( \frac {{{8 * start} \pi}}{{{under}}} \right)" if factors > 3 else ""
    if factors > 4:
        last += rf" \cos \left( \frac{{{16 * start} \pi}}{{{under}}} \right)"
    edits = {
        r"{2 \pi}{15}": rf"{{{start} \pi}}{{{under}}}" if start > 1 else rf"{{\pi}}{{{under}}}",
        r"{4 \pi}{15}": rf"{{{2 * start} \pi}}{{{under}}}",
        r"{8 \pi}{15}": rf"{{{4 * start} \pi}}{{{under}}}",
        r" \cos \left( \frac {16 \pi}{15} \right).": f"{last}.",
    }
    # Doubled once more, the last angle differs from the first, or from its negative, by a multiple of pi.
    return Variant(edits, Fraction(-side * (-1) ** start, 2**factors))


@product_of_cosines.check
def _(question: str) -> float:
    angles = re.findall(r"\\cos \\left ?\( ?\\frac ?\{(\d*) ?\\pi\}\{(\d+)\} \\right\)", question)
    return prod(cos(int(over or 1) * pi / int(under)) for over, under in angles)

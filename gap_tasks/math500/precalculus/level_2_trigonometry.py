"""Precalculus, level 2: trigonometric functions and their inverses."""

from __future__ import annotations

import re
from fractions import Fraction
from math import asin, cos, isclose, log, pi, radians, sin, sqrt, tan

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, decimal, pi_multiple, surd
from gap_tasks.sampling import ints, one_of, require

# Function -> its special values with the parts of pi that they belong to.
_INVERSES = {
    "arcsin": {r"\frac{1}{2}": 6, r"\frac{\sqrt{2}}{2}": 4, r"\frac{\sqrt{3}}{2}": 3},
    "arccos": {r"\frac{1}{2}": 3, r"\frac{\sqrt{2}}{2}": 4, r"\frac{\sqrt{3}}{2}": 6},
    "arctan": {r"\frac{1}{\sqrt{3}}": 6, "1": 4, r"\sqrt{3}": 3},
}
# Three functions at three values of either sign: there are no more.
_SPECIAL = tuple((name, value, sign) for name, values in _INVERSES.items() for value in values for sign in "-+")


@functionalize("test/precalculus/1105.json", at=one_of(*_SPECIAL))
def special_inverse(at: tuple[str, str, str] = ("arcsin", r"\frac{1}{2}", "-")) -> Variant:
    """Inverse trigonometric function of a special value [radians]."""
    name, value, sign = at
    gold = Fraction(1, _INVERSES[name][value])
    if sign == "-":
        gold = 1 - gold if name == "arccos" else -gold
    printed = rf"\{name} \left( -{value} \right)" if sign == "-" else rf"\{name} {value}"
    return Variant({r"\arcsin \left( -\frac{1}{2} \right)": printed}, pi_multiple(gold))


@special_inverse.check
def _(question: str, gold: str) -> bool:
    # Back from the angle: it lies in the function's range and has the printed value.
    ((sign, over, under),) = re.findall(r"^(-?)\\frac\{(\d?)\\pi\}\{(\d)\}$", gold)
    angle = (-1 if sign else 1) * int(over or 1) * pi / int(under)
    name = question.split("$\\")[1][:6]
    low, high, function = {
        "arcsin": (-pi / 2, pi / 2, sin),
        "arccos": (0.0, pi, cos),
        "arctan": (-pi / 2, pi / 2, tan),
    }[name]
    printed = question.split(name)[1].split(".$", maxsplit=1)[0]
    numbers = [sqrt(int(n)) if root else int(n) for root, n in re.findall(r"(\\sqrt\{)?(\d)", printed)]
    value = (-1 if "-" in printed else 1) * (numbers[0] / numbers[1] if len(numbers) == 2 else numbers[0])
    return low <= angle <= high and isclose(function(angle), value)


_FIRST = (r"\frac{\sec x}{\sin x}", r"\frac{\csc x}{\cos x}")
_SECOND = (r"\frac{\sin x}{\cos x}", r"\frac{\sec x}{\csc x}")


# The gold has neither a number nor another letter, so only the functions and the order can change: eight texts.
@functionalize("test/precalculus/24313.json", first=one_of(*_FIRST), second=one_of(*_SECOND), swapped=ints(0, 1))
def simplified_difference(first: str = _FIRST[0], second: str = _SECOND[0], swapped: int = 0) -> Variant:
    """Difference of two quotients of trigonometric functions as one function."""
    printed = f"{second} - {first}" if swapped else f"{first} - {second}"
    return Variant({f"{_FIRST[0]} - {_SECOND[0]}": printed}, r"-\cot x" if swapped else r"\cot x")


@simplified_difference.check
def _(question: str, gold: str) -> bool:
    names = re.findall(r"\\frac\{\\(...) x\}\{\\(...) x\}", question)
    for x in (0.3, 1.1, 2.5, 4.0):
        values = {"sin": sin(x), "cos": cos(x), "sec": 1 / cos(x), "csc": 1 / sin(x)}
        one, other = (values[over] / values[under] for over, under in names)
        if not isclose(one - other, (-1 if gold[0] == "-" else 1) / tan(x)):
            return False
    return True


# Bases and factors of which the factor is a power of the base.
_POWERS = tuple((base, base**power) for base in range(2, 10) for power in range(4) if base**power < 10)
_MULTIPLES = (1, 2, 3, 4, 5, 6, 9)


@functionalize("test/precalculus/695.json", power=one_of(*_POWERS), multiple=one_of(*_MULTIPLES))
def range_of_logarithm(power: tuple[int, int] = (2, 1), multiple: int = 1) -> Variant:
    """Range of a logarithm of a multiple of the root of a sine, over half a wave of it."""
    base, factor = power
    top = next(exponent for exponent in range(4) if base**exponent == factor)
    edits = {
        r"\log_2 (\sqrt{\sin x})": rf"\log_{base} ({coefficient(factor)}\sqrt{{\sin {coefficient(multiple)}x}})",
        "180": 180 // multiple,
    }
    return Variant(edits, rf"(-\infty, {top}]")


@range_of_logarithm.check
def _(question: str, gold: str) -> bool:
    ((base, factor, multiple),) = re.findall(r"\\log_(\d) \((\d?)\\sqrt\{\\sin (\d?)x\}", question)
    end = int(question.split("x < ")[1].split("^", maxsplit=1)[0])

    def height(x: float) -> float:
        return log(int(factor or 1) * sqrt(sin(radians(int(multiple or 1) * x)))) / log(int(base))

    heights = [height(end * step / 360) for step in range(1, 360)]
    top = float(gold.split(", ")[1].rstrip("]"))
    return gold.startswith(r"(-\infty") and isclose(max(heights), top, abs_tol=1e-12) and height(1e-30) < -8


# With a tangent and four sines of it, or a cotangent and four cosines of it, these are the angles whose sum or
# difference is a root of three.
_ANGLES = tuple(angle for angle in range(20, 360, 20) if angle % 60)


@functionalize("test/precalculus/697.json", angle=one_of(*_ANGLES), functions=one_of("tan", "cot"), factor=one_of(1, 2))
def tangent_and_sine(angle: int = 100, functions: str = "tan", factor: int = 1) -> Variant:
    """Sum or difference of a tangent and a multiple of a sine, or of the functions of the complement."""
    require(factor > 1 or (angle, functions) == (100, "tan"))
    sign = "+" if angle % 120 in (20, 100) else "-"
    gold = surd(factor if angle % 120 in (20, 80) else -factor, 3)
    shown, other = (angle, "sin") if functions == "tan" else ((90 - angle) % 360, "cos")
    before = f"{factor} " if factor > 1 else ""
    printed = rf"{before}\{functions} {shown}^\circ {sign} {4 * factor} \{other} {shown}^\circ"
    return Variant({r"\tan 100^\circ + 4 \sin 100^\circ": printed}, gold)


@tangent_and_sine.check
def _(question: str) -> float:
    total = 0.0
    for sign, size, name, angle in re.findall(r"([+-]?) ?(\d?) ?\\(tan|cot|sin|cos) (\d+)", question):
        x = radians(int(angle))
        value = {"tan": tan(x), "cot": 1 / tan(x), "sin": sin(x), "cos": cos(x)}[name]
        total += (-1 if sign == "-" else 1) * int(size or 1) * value
    return total


@functionalize("test/precalculus/742.json", small=ints(1, 8), large=ints(2, 9))
def sine_of_sum_and_difference(small: int = 4, large: int = 5) -> Variant:
    """Product of the sines of the sum and of the difference of two arcsines."""
    require(small < large and small**2 + large**2 != 100)  # else the sum were a right angle
    edits = {"0.4": decimal(Fraction(small, 10)), "0.5": decimal(Fraction(large, 10))}
    return Variant(edits, Fraction(large**2 - small**2, 100))


@sine_of_sum_and_difference.check
def _(question: str) -> float:
    one, other, third, fourth = (asin(float(value)) for value in re.findall(r"0\.\d", question))
    return sin(one + other) * sin(third - fourth)

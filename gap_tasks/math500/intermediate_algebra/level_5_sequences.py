"""Intermediate algebra, level 5: sequences, recurrences, functional equations, powers of complex numbers."""

from __future__ import annotations

import cmath
import re
from fractions import Fraction
from math import prod

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import polynomial
from gap_tasks.sampling import Domain, ints, one_of, require


@functionalize("test/intermediate_algebra/1354.json", order=Domain(range(1001, 4000, 2)))
def sum_over_powers_of_a_root_of_unity(order: int = 1997) -> Variant:
    """Sum of 1/(1 + w^k) over all exponents up to an odd order that w has."""
    return Variant({"1997": order}, Fraction(order, 2))


@sum_over_powers_of_a_root_of_unity.check
def _(order: int) -> complex:
    return sum(1 / (1 + cmath.rect(1.0, 2 * cmath.pi * k / order)) for k in range(1, order + 1))


@functionalize("test/intermediate_algebra/1388.json", first=ints(-4, 9), second=ints(-9, -1))
def integers_fixed_by_a_quadratic_function(first: int = 1, second: int = -2) -> Variant:
    """Integers that a function fixes, from its functional equation and one value."""
    # f(n) - n = (n - first)(n - second) / 2 takes integers to integers.
    require(first > second and first != 0 and (first - second) % 2 == 1)
    shift = first * second // 2
    value = 1 + (1 - first) * (1 - second) // 2
    require(abs(shift) < 10 and abs(value) < 10)
    edits = {"xy - 1": f"xy {'-' if shift < 0 else '+'} {abs(shift)}", "f(1) = 1": f"f(1) = {value}"}
    return Variant(edits, f"{first},{second}")


@integers_fixed_by_a_quadratic_function.check
def _(question: str, gold: str) -> bool:
    sign, size = re.findall(r"f\(x \+ y\) - xy ([+-]) (\d+)", question)[0]
    (one,) = map(int, re.findall(r"f\(1\) = (-?\d+)", question))
    constant = int(sign + size)
    values = {0: constant}
    for n in range(40):
        values[n + 1] = values[n] + one + n - constant
    for n in range(1, 40):
        values[-n] = values[0] + n * n - values[n] + constant
    holds = all(values[x] + values[y] == values[x + y] - x * y + constant for x in range(-9, 10) for y in range(-9, 10))
    return holds and values[1] == one and {int(n) for n in gold.split(",")} == {n for n in values if values[n] == n}


# Twice the cosine of an angle, and the angle in 60ths of pi.
_COSINES = {
    r"\frac{1 + \sqrt{5}}{2}": 12,
    r"\frac{\sqrt{5} - 1}{2}": 24,
    r"\frac{1 - \sqrt{5}}{2}": 36,
    r"-\frac{1 + \sqrt{5}}{2}": 48,
    r"\frac{\sqrt{6} + \sqrt{2}}{2}": 5,
    r"\frac{\sqrt{6} - \sqrt{2}}{2}": 25,
}
_WHOLE = {0: 2, 20: 1, 30: 0, 40: -1, 60: -2, 80: -1, 90: 0, 100: 1}


@functionalize("test/intermediate_algebra/1408.json", total=one_of(*_COSINES), exponent=ints(10, 99))
def power_plus_its_inverse(total: str = r"\frac{1 + \sqrt{5}}{2}", exponent: int = 85) -> Variant:
    """z^n + 1/z^n for a root of unity z that is known by z + 1/z."""
    turned = _COSINES[total] * exponent % 120
    require(turned in _WHOLE)
    return Variant({r"\frac{1 + \sqrt{5}}{2}": total, "85": exponent}, _WHOLE[turned])


@power_plus_its_inverse.check
def _(question: str) -> complex:
    minus, above = re.findall(r"= (-?)\\frac\{(.+)\}\{2\}\.", question)[0]
    terms = re.findall(r"([+-]?) ?(?:\\sqrt\{(\d)\}|(\d))", above)
    total = sum(float(f"{sign}1") * (float(root) ** 0.5 if root else float(whole)) for sign, root, whole in terms) / 2
    total = -total if minus else total
    z = (total + cmath.sqrt(total * total - 4)) / 2
    (exponent,) = set(map(int, re.findall(r"z\^\{(\d+)\}", question)))
    return z**exponent + 1 / z**exponent


@functionalize("test/intermediate_algebra/1462.json", total=ints(101, 999), factor=ints(2, 9))
def sum_of_a_periodic_recurrence(total: int = 331, factor: int = 2) -> Variant:
    """Sum of the terms of an alternating linear recurrence over one period."""
    period = 2 * (factor + 1) * total
    require(1000 <= period < 4000)
    return Variant({"2f(n)": f"{factor}f(n)", "1986": period, "1985": period - 1}, total)


@sum_of_a_periodic_recurrence.check
def _(question: str, gold: str) -> bool:
    # Every term is slope * f(1) + rest; the numbers have thousands of digits, so they are kept modulo a prime.
    factor = int(re.findall(r"- (\d+)f\(n\)", question)[0])
    period, last = (int(n) for n in re.findall(r"f\((\d{4})\)", question))
    modulus = 2**61 - 1
    slope, rest, slopes, rests = 1, 0, 0, 0
    for n in range(1, last + 1):
        slopes, rests = slopes + slope, rests + rest
        slope, rest = -factor * slope % modulus, ((n if n % 2 else -n) - factor * rest) % modulus
    start = rest * pow(1 - slope, -1, modulus)
    return period == last + 1 and (slopes * start + rests - int(gold)) % modulus == 0


def _tail(base: str, double: int) -> str:
    """What follows m^4 in a factor of base m: (double - 1) m^2 + double^2 / 4."""
    if double == 1:
        return r"\frac{1}{4}"
    if double == 2:
        return f"{base}^2 + 1"
    times = r" \cdot " if base.isdigit() else ""
    return f"3{times}{base}^2 + 4"


# Few other steps and ends leave the quotient a polynomial with coefficients of one digit: about ten variants.
@functionalize(
    "test/intermediate_algebra/1467.json",
    double=one_of(1, 2, 4),
    last=one_of((2, 0), (2, 2), (4, 0), (4, -2), (1, 0), (1, 1), (1, 2)),
)
def telescoping_quotient(double: int = 1, last: tuple[int, int] = (2, 0)) -> Variant:
    """Quotient of the products of a quartic at the even and at the odd numbers."""
    # The quartic is g(m) g(m - 1) with g(m) = m^2 + m + double / 2, and the quotient g(last) / g(0).
    slope, shift = last
    values = (2 * slope**2, 2 * slope * (2 * shift + 1), 2 * (shift**2 + shift) + double)
    require(all(value % double == 0 and abs(value // double) < 10 for value in values))
    ends = [polynomial((slope, shift - back), "n") for back in (0, 1)]
    top, bottom = (end if end == "n" else f"({end})" for end in ends)
    edits = {
        "a positive": "a positive" if slope > 1 else f"an {'odd' if shift % 2 else 'even'} positive",
        "(2n)^4": f"{top}^4",
        "(2n - 1)^4": f"{bottom}^4",
        **{rf"\frac{{1}}{{4}}@{i}": _tail(base, double) for i, base in enumerate(("2", "4", top, "1", "3", bottom), 1)},
    }
    return Variant(edits, polynomial([value // double for value in values], "n"))


@telescoping_quotient.check
def _(question: str) -> str:
    (tail,) = re.findall(r"\(2\^4([^)]*)\)\(4\^4", question)
    middle = re.findall(r"(\d?)(?: \\cdot )?2\^2 \+ (\d)", tail)
    square, constant = (int(middle[0][0] or 1), Fraction(middle[0][1])) if middle else (0, Fraction(1, 4))
    found = re.findall(r"\[(?:n|\((\d?)n(?: ([+-]) (\d))?\))\^4", question)
    (slope, shift), below = ((int(times or 1), int(f"{sign}{size or 0}")) for times, sign, size in found)
    step = 2 if slope == 1 else 1
    inputs = [step + shift % step + step * k for k in range(4)]

    def quotient(n: int) -> Fraction:
        end = slope * n + shift
        values = [m**4 + square * m * m + constant for m in range(1, end + 1)]
        return prod(values[1::2], start=Fraction(1)) / prod(values[::2], start=Fraction(1))

    values = [quotient(n) for n in inputs]
    second = (values[2] - 2 * values[1] + values[0]) / (2 * step**2)
    first = (values[1] - values[0]) / step - second * (inputs[0] + inputs[1])
    rest = values[0] - second * inputs[0] ** 2 - first * inputs[0]
    fits = second * inputs[3] ** 2 + first * inputs[3] + rest == values[3] and below == (slope, shift - 1)
    return polynomial((second, first, rest), "n") if fits else "0"


# Recurrences c/(d - x) with complex fixed points that have a real power: a primitive 6th, 3rd, 8th root of 1, scaled.
@functionalize(
    "test/intermediate_algebra/1508.json",
    recurrence=one_of((1, 1), (-1, 1), (2, 2), (-2, 2), (2, 4), (-2, 4)),
    index=one_of(5, 7, 9),
    power=ints(3, 9),
)
def power_of_a_fixed_term(recurrence: tuple[int, int] = (1, 1), index: int = 9, power: int = 9) -> Variant:
    """Real power of a term of a recurrence whose third term is its first."""
    d, c = recurrence
    # x^power = linear x + constant, as x^2 = d x - c
    linear, constant = 0, 1
    for _ in range(power):
        linear, constant = d * linear + constant, -c * linear
    require(linear == 0)
    step = rf"\frac{{{c}}}{{{d} - a_i}}" if d > 0 else rf"-\frac{{{c}}}{{{-d} + a_i}}"
    return Variant({r"\frac{1}{1 - a_i}": step, "(a_9)^9": f"(a_{index})^{power}"}, constant)


@power_of_a_fixed_term.check
def _(question: str) -> complex:
    minus, above, below, sign = re.findall(r"= (-?)\\frac\{(\d)\}\{(\d) ([+-]) a_i\}", question)[0]
    ((index, power),) = re.findall(r"\(a_(\d)\)\^(\d)", question)

    def after(x: complex) -> complex:
        return float(f"{minus}{above}") / (float(below) + float(f"{sign}1") * x)

    # Newton's method for a_3 = a_1 cleared of denominators by its secant.
    old, x = 0.3 + 1.9j, 0.4 + 1.7j
    error = after(after(old)) - old
    for _ in range(60):
        new = after(after(x)) - x
        if new == error or abs(new) < 1e-14:
            break
        old, x, error = x, x - new * (x - old) / (new - error), new
    for _ in range(int(index) - 1):
        x = after(x)
    return x ** int(power)

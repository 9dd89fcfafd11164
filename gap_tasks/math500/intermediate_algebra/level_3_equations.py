"""Intermediate algebra, level 3: equations with roots and logarithms, complex numbers, conics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from math import comb, isqrt, log, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, complex_number, signed
from gap_tasks.sampling import ints, one_of, require


# The squares leave (sum^2 - slope) x = sum^4 / 4 + constant; a constant of one digit leaves about a dozen equations.
@functionalize("test/intermediate_algebra/101.json", slope=ints(2, 7), total=one_of(4, 6, 8), step=ints(0, 1))
def equation_with_nested_roots(slope: int = 3, total: int = 6, step: int = 1) -> Variant:
    """Solution of an equation with two nested square roots."""
    x = total**4 // 4 // (total**2 - slope) + step
    constant = x * (total**2 - slope) - total**4 // 4
    require(0 < abs(constant) < 10 and slope * x + constant > 0 and 2 * x < total**2)
    return Variant({"3x + 6": f"{slope}x {signed(constant)}", "= 6": f"= {total}"}, x)


@equation_with_nested_roots.check
def _(question: str) -> float:
    found = re.search(r"\\sqrt\{(\d)x ([+-] \d)\}\} \+ .*\{(\d)x ([+-] \d)\}\} = (\d)", question)
    if found is None or found[1] != found[3] or found[2] != found[4]:
        return 0.0
    slope, constant, total = int(found[1]), int(found[2].replace(" ", "")), int(found[5])

    def left(x: float) -> float:
        inner = sqrt(max(slope * x + constant, 0))
        return sqrt(x + inner) + sqrt(max(x - inner, 0))

    low, high = (slope + sqrt(max(slope**2 + 4 * constant, 0))) / 2, total**2 / 2
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if left(middle) < total else (low, middle)
    return low


_LEGS = ((3, 4), (4, 3), (6, 8), (8, 6), (5, 12), (12, 5), (8, 15), (9, 12), (12, 9), (7, 24))


# Both numbers have the legs of a right triangle of integer sides as their parts.
@functionalize(
    "test/intermediate_algebra/1232.json",
    z=one_of(*((a, b) for a in (-3, -2, -1, 1, 2, 3) for b in (-2, -1, 1, 2))),
    above=one_of(*_LEGS),
    below=one_of(*_LEGS),
    above_side=one_of(-1, 1),
    below_side=one_of(-1, 1),
)
def modulus_of_quotient(
    z: Sequence[int] = (1, 1),
    above: Sequence[int] = (3, 4),
    below: Sequence[int] = (5, 12),
    above_side: int = 1,
    below_side: int = 1,
) -> Variant:
    """Modulus of a quotient of two linear expressions in a complex number."""
    real, imaginary = z
    require(above[0] % imaginary == 0 and below[0] % imaginary == 0)
    slopes = [legs[0] // abs(imaginary) for legs in (above, below)]
    rests = [
        side * legs[1] - slope * real
        for side, legs, slope in zip((above_side, below_side), (above, below), slopes, strict=True)
    ]
    require(all(1 < slope < 10 for slope in slopes) and all(0 < abs(rest) < 10 for rest in rests))
    gold = Fraction(isqrt(above[0] ** 2 + above[1] ** 2), isqrt(below[0] ** 2 + below[1] ** 2))
    require(gold.denominator > 1)
    edits = {
        "1+i": complex_number(real, imaginary, space=""),
        "3z+1": f"{slopes[0]}z{signed(rests[0], '')}",
        "5z+7": f"{slopes[1]}z{signed(rests[1], '')}",
    }
    return Variant(edits, gold)


@modulus_of_quotient.check
def _(question: str) -> float:
    found = re.search(r"z = (\S+)\$ and .*\{(\d)z([+-]\d)\}\{(\d)z([+-]\d)\}", question)
    if found is None:
        return 0.0
    z = complex(found[1].replace("i", "j"))
    return abs((int(found[2]) * z + int(found[3])) / (int(found[4]) * z + int(found[5])))


# Roots less than 1 apart make the power of their difference less than 1.
_CLOSE = tuple((p, q) for p in (2, 3, 5, 6, 7) for q in (2, 3, 5, 6, 7) if p != q and abs(sqrt(p) - sqrt(q)) < 1)


@functionalize("test/intermediate_algebra/607.json", radicands=one_of(*_CLOSE), exponent=one_of(6, 8))
def greatest_integer_below_power(radicands: tuple[int, int] = (7, 5), exponent: int = 6) -> Variant:
    """Greatest integer less than an even power of a sum of two square roots."""
    p, q = radicands
    before, total = 2, 2 * (p + q)
    for _ in range(exponent // 2 - 1):
        before, total = total, 2 * (p + q) * total - (p - q) ** 2 * before
    edits = {r"\sqrt{7} + \sqrt{5})^6": rf"\sqrt{{{p}}} + \sqrt{{{q}}})^{exponent}"}
    return Variant(edits, total - 1)


@greatest_integer_below_power.check
def _(question: str) -> int:
    found = re.search(r"\(\\sqrt\{(\d)\} \+ \\sqrt\{(\d)\}\)\^(\d)", question)
    p, q, n = (int(part) for part in found.groups()) if found else (0, 0, 0)
    whole: int = sum(comb(n, k) * p ** ((n - k) // 2) * q ** (k // 2) for k in range(0, n + 1, 2))
    surd: int = sum(comb(n, k) * p ** ((n - k - 1) // 2) * q ** ((k - 1) // 2) for k in range(1, n, 2))
    return whole + isqrt(surd**2 * p * q)


# The power of the base is a product of two integers that differ by a single digit, the factor: no others are left.
# Base, exponent and the unknown, which is the larger of the two integers.
_FACTORED = (
    (6, 2, 9),
    (6, 2, 12),
    (2, 2, 4),
    (3, 2, 9),
    (4, 2, 8),
    (2, 3, 4),
    (2, 3, 8),
    (3, 3, 9),
    (6, 3, 18),
    (2, 4, 8),
    (2, 5, 8),
    (2, 7, 16),
    (8, 1, 4),
)


@functionalize("test/intermediate_algebra/834.json", shape=one_of(*_FACTORED))
def unknown_of_logarithms(shape: Sequence[int] = (6, 2, 9)) -> Variant:
    """First unknown of two equations with logarithms."""
    base, exponent, x = shape
    factor = x - base**exponent // x
    edits = {
        r"\log_6": rf"\log_{base}",
        "= 2$ and": f"= {exponent}$ and",
        "5x": f"{coefficient(factor)}x",
    }
    return Variant(edits, x)


@unknown_of_logarithms.check
def _(question: str) -> float:
    found = re.search(r"\\log_(\d) \(x-y\) \+ \\log_(\d) \(x\+y\) = (\d)\$ and \$\\log_y (\d)x = 2", question)
    if found is None or found[1] != found[2]:
        return 0.0
    base, target, factor = int(found[1]), int(found[3]), int(found[4])
    low, high = float(factor), 1000.0  # y; x = y^2 / factor exceeds y above the factor
    for _ in range(200):
        y = (low + high) / 2
        x = y * y / factor
        less = x <= y or (log(x - y) + log(x + y)) / log(base) < target
        low, high = (y, high) if less else (low, y)
    return high**2 / factor


@functionalize("test/intermediate_algebra/894.json", other=ints(1, 9), size=ints(1, 9), axis=one_of("x", "y"))
def coefficient_of_ellipse(other: int = 1, size: int = 1, axis: str = "x") -> Variant:
    """Coefficient with which the circle through the foci touches an ellipse at the ends of its minor axis."""
    squares = {"x": f"kx^2 + {coefficient(other)}y^2", "y": f"{coefficient(other)}x^2 + ky^2"}[axis]
    edits = {"kx^2 + y^2 = 1": f"{squares} = {size}", "k > 1": f"k > {other}", "$x$-axis": f"${axis}$-axis"}
    return Variant(edits, 2 * other)


@coefficient_of_ellipse.check
def _(question: str) -> float:
    found = re.search(r"ellipse \$(\w?)x\^2 \+ (\w?)y\^2 = (\d),\$ where \$k > (\d)", question)
    axis = re.search(r"\$([xy])\$-axis", question)
    if found is None or axis is None or (found[1] == "k") != (axis[1] == "x"):
        return 0.0
    other, size = int(found[2 if found[1] == "k" else 1] or 1), int(found[3])
    low, high = float(found[4]), 100.0
    for _ in range(200):
        k = (low + high) / 2
        minor, major = sqrt(size / k), sqrt(size / other)
        # The focus is as far from an end of the minor axis as the centre is from an end of the major axis.
        focus = sqrt(max(major**2 - minor**2, 0))
        low, high = (k, high) if focus < minor else (low, k)
    return low

"""Precalculus, level 3: complex numbers."""

from __future__ import annotations

import re
from cmath import exp, phase
from fractions import Fraction
from math import log2, pi

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import complex_number, signed
from gap_tasks.sampling import one_of, require

# Real and imaginary part of numbers whose absolute value is a power of the root of two with an exponent m = 1, 2, 3, 5,
# 6, 7: the area is two to the power 1 + m / 4, which is no integer.
_POWERS = {
    **{(x * size, y * size): m for size, m in ((1, 1), (2, 3), (4, 5), (8, 7)) for x in (1, -1) for y in (1, -1)},
    **{(x * size, y * size): m for size, m in ((2, 2), (8, 6)) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))},
}


@functionalize("test/precalculus/1201.json", power=one_of(*_POWERS), shift=one_of(1, -1))
def area_between_roots(power: tuple[int, int] = (1, 1), shift: int = 1) -> Variant:
    """Sum of base and exponent's parts of the area between the roots of a shifted binomial equation."""
    sign = "+-" if shift > 0 else "-+"
    constant = signed(1 - power[0], "") + signed(-power[1], "", "i")
    exponent = 1 + Fraction(_POWERS[power], 4)
    edits = {"+4z^3i-6z^2-4zi-i=0": f"{sign[0]}4z^3i-6z^2{sign[1]}4zi{constant}=0"}
    return Variant(edits, exponent.numerator + exponent.denominator + 2)


@area_between_roots.check
def _(question: str) -> int:
    coefficients = [0j] * 5
    printed = question.split("equation $")[1].split("=0", maxsplit=1)[0]
    for sign, size, letter, power, unit in re.findall(r"([+-]?)(\d*)(z?)(?:\^(\d))?(i?)(?=[+-]|$)", printed):
        if not size + letter + unit:
            continue
        value = int(sign + (size or "1")) * (1j if unit else 1)
        coefficients[int(power or 1) if letter else 0] += value
    # Durand-Kerner, then the shoelace formula.
    roots = [(0.4 + 0.9j) ** k for k in range(4)]
    for _ in range(60):
        for place, root in enumerate(roots):
            under = 1 + 0j
            for other in roots[:place] + roots[place + 1 :]:
                under *= root - other
            roots[place] = root - sum(value * root**k for k, value in enumerate(coefficients)) / under
    middle = sum(roots) / 4
    roots.sort(key=lambda root: phase(root - middle))
    area = sum((root.conjugate() * roots[place - 3]).imag for place, root in enumerate(roots)) / 2
    exponent = Fraction(log2(area)).limit_denominator(50)
    return exponent.numerator + exponent.denominator + 2 if abs(log2(area) - exponent) < 1e-9 else 0


_PARTS = one_of(*range(-9, -1), *range(2, 10))


@functionalize(
    "test/precalculus/1291.json",
    real=_PARTS,
    imaginary=_PARTS,
    start=_PARTS,
    way=one_of("clockwise", "counter-clockwise"),
)
def quarter_turn_around(real: int = -4, imaginary: int = -5, start: int = 3, way: str = "clockwise") -> Variant:
    """Image of a real number under a quarter turn around a complex number."""
    side = 1 if way == "counter-clockwise" else -1
    turned = (real + side * imaginary, imaginary + side * (start - real))
    require(start != real and turned[0] != 0 and abs(turned[1]) > 1)
    edits = {"-4 - 5i": complex_number(real, imaginary), "$3$": f"${start}$", "clockwise": way}
    return Variant(edits, complex_number(*turned))


@quarter_turn_around.check
def _(question: str) -> complex:
    ((real, sign, size),) = re.findall(r"around \$(-?\d) ([+-]) (\d)i", question)
    center = complex(int(real), int(sign + size))
    start = int(question.split("applied to $")[1].split("$", maxsplit=1)[0])
    angle = pi / 2 if "counter-clockwise" in question else -pi / 2
    return center + (start - center) * exp(1j * angle)

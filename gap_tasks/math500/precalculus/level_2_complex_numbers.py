"""Precalculus, level 2: complex numbers."""

from __future__ import annotations

import re
from cmath import exp
from math import pi

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import complex_number, polynomial
from gap_tasks.sampling import ints, one_of, require

# Odd orders only, at which -1 is no root of unity, and two exponents that add to the order.
_ORDERS = tuple((order, exponent) for order in (3, 5, 7, 9) for exponent in range(1, (order + 1) // 2))


def _omega(exponent: int) -> str:
    return rf"\omega^{exponent}" if exponent > 1 else r"\omega"


@functionalize("test/precalculus/1252.json", order=one_of(*_ORDERS), top=ints(1, 9))
def reciprocals_of_root(order: tuple[int, int] = (3, 1), top: int = 1) -> Variant:
    """Every value of a sum of two fractions in a root of unity."""
    degree, exponent = order
    edits = {
        r"\omega^3 = 1": rf"{_omega(degree)} = 1",
        r"{1}{1 + \omega}": f"{{{top}}}{{1 + {_omega(exponent)}}}",
        r"{1}{1 + \omega^2}": f"{{{top}}}{{1 + {_omega(degree - exponent)}}}",
    }
    return Variant(edits, top)


@reciprocals_of_root.check
def _(question: str) -> complex:
    degree = int(question.split(r"omega^")[1][0])
    fractions = re.findall(r"\\frac\{(\d)\}\{1 \+ \\omega(?:\^(\d))?\}", question)
    roots = [exp(2j * pi * k / degree) for k in range(degree)]
    values = [sum(int(top) / (1 + root ** int(power or 1)) for top, power in fractions) for root in roots]
    return values[0] if all(abs(value - values[0]) < 1e-9 for value in values) else complex("nan")


# Terms of a geometric series, the step of its exponents, the sign of every other term: those whose answer has one digit
# and is another than the published one, but for the few that hold three numbers too and would be drawn always.
_SERIES = ((3, 2, 1), (3, 1, 1), (4, 2, 1), (4, 2, -1), (5, 1, 1), (7, 1, 1), (8, 1, 1), (8, 1, -1), (9, 1, 1))


@functionalize("test/precalculus/285.json", series=one_of(*_SERIES))
def order_of_roots(series: tuple[int, int, int] = (3, 2, 1)) -> Variant:
    """Smallest order of roots of unity among which are all roots of a geometric series."""
    terms, step, sign = series
    coefficients = [0] * ((terms - 1) * step + 1)
    for place in range(terms):
        coefficients[place * step] = sign**place
    # The series divides z^(terms * step) - 1; alternating, it has an even number of terms.
    return Variant({"z^4 + z^2 + 1": polynomial(coefficients, "z")}, terms * step)


@order_of_roots.check
def _(question: str) -> int:
    printed = question.split("roots of $")[1].partition(" = 0")[0].replace(" ", "")
    divisor = {
        int(power or 1) if letter else 0: -1 if sign == "-" else 1
        for sign, letter, power in re.findall(r"([+-]?)(?:(z)(?:\^(\d))?|1)", printed)
    }
    degree = max(divisor)
    for order in range(degree, 60):
        # The roots are simple: they are all of this order when the polynomial divides z^order - 1.
        rest = [-1, *[0] * (order - 1), 1]
        for place in range(order, degree - 1, -1):
            head = rest[place]
            for power, value in divisor.items():
                rest[place - degree + power] -= head * value
        if not any(rest):
            return order
    return 0


_PARTS = one_of(*range(-9, -1), *range(2, 10))


@functionalize("test/precalculus/779.json", real=_PARTS, imaginary=_PARTS, way=one_of("counter-clockwise", "clockwise"))
def quarter_turn(real: int = 7, imaginary: int = 2, way: str = "counter-clockwise") -> Variant:
    """Image of a complex number under a quarter turn around the origin."""
    require(abs(real) != abs(imaginary))
    turned = (-imaginary, real) if way == "counter-clockwise" else (imaginary, -real)
    edits = {"7 + 2i": complex_number(real, imaginary), "counter-clockwise": way}
    return Variant(edits, complex_number(*turned))


@quarter_turn.check
def _(question: str) -> complex:
    ((real, sign, size),) = re.findall(r"applied to \$(-?\d) ([+-]) (\d)i", question)
    angle = pi / 2 if "the counter-clockwise" in question else -pi / 2
    return complex(int(real), int(sign + size)) * exp(1j * angle)

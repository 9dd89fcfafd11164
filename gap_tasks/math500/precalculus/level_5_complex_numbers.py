"""Precalculus, level 5: complex numbers."""

from __future__ import annotations

import re
from cmath import exp, isclose, phase
from math import pi, prod, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, complex_number, pi_multiple, polynomial
from gap_tasks.sampling import one_of, require

# Terms of a geometric series of a degree of one digit, the step of its exponents, the sign of every other term.
_SERIES = tuple(
    (terms, step, sign)
    for step in range(1, 5)
    for terms in range(3, 11)
    for sign in (-1, 1)
    if 5 <= (terms - 1) * step <= 9
)


@functionalize("test/precalculus/703.json", series=one_of(*_SERIES))
def sum_of_arguments(series: tuple[int, int, int] = (9, 1, -1)) -> Variant:
    """Sum of the arguments from 0 up to a full turn of the roots of a geometric series."""
    terms, step, sign = series
    coefficients = [0] * ((terms - 1) * step + 1)
    for place in range(terms):
        coefficients[place * step] = sign**place
    # Conjugate roots, and -1 as its own, add pi for each root, but 1 adds nothing.
    gold = (terms - 1) * step - (sum(coefficients) == 0)
    published = "z^8 - z^7 + z^6 - z^5 + z^4 - z^3 + z^2 - z + 1"
    return Variant({published: polynomial(coefficients, "z")}, pi_multiple(gold))


@sum_of_arguments.check
def _(question: str) -> float:
    text = question.split(r"\[")[1].split(" = 0", maxsplit=1)[0].replace(" ", "")
    terms = {int(power or 1): -1 if sign == "-" else 1 for sign, power in re.findall(r"([+-]?)z(?:\^(\d))?", text)}
    terms[0] = int(re.findall(r"[+-]1$", text)[0])
    degree = max(terms)
    # All roots at once, by the method of Weierstrass.
    roots = [(0.4 + 0.9j) ** k for k in range(degree)]
    for _ in range(60):
        for i, root in enumerate(roots):
            apart = prod(root - other for j, other in enumerate(roots) if j != i)
            roots[i] -= sum(sign * root**power for power, sign in terms.items()) / apart
    different = all(abs(one - other) > 0.1 for i, one in enumerate(roots) for other in roots[:i])
    arguments = [phase(root) % (2 * pi) for root in roots]
    return sum(x for x in arguments if x < 2 * pi - 1e-6) if different else 0.0


# The first direction is steep, so that the label of the angle stays between the two.
_STEEP = ((1, 2), (1, 3), (1, 4), (1, 5), (2, 4), (2, 5), (2, 7))


@functionalize(
    "test/precalculus/990.json",
    p=one_of(*range(-6, 0), *range(1, 7)),
    q=one_of(*range(-6, 0), *range(1, 7)),
    steep=one_of(*_STEEP),
    right=one_of(1, -1),
    up=one_of(1, -1),
)
def rotated_number(p: int = 2, q: int = -3, steep: tuple[int, int] = (1, 3), right: int = 1, up: int = -1) -> Variant:
    """Image of a complex number under a rotation by an eighth of a turn around another."""
    across, along = right * steep[0], up * steep[1]
    turn = -right * up  # away from the vertical
    # sqrt(2) times the eighth of a turn is 1 + i or 1 - i.
    real, imaginary = p + across - turn * along, q + along + turn * across
    require(real != 0 and abs(imaginary) > 1)
    side = 1 if q > 0 else -1
    inner = f"{abs(q)} {_root(side * along)}"
    north, south = ("S", "N") if up > 0 else ("N", "S")
    edits = {
        r"2 + \sqrt{2} - (3 + 3 \sqrt{2})i": f"{p} {_root(across)} {'+' if q > 0 else '-'} ({inner})i",
        "2 - 3i": complex_number(p, q),
        "counter-clockwise": "counter-clockwise" if turn > 0 else "clockwise",
        "(2 + sqrt(2), -3 - 3*sqrt(2))": f"({p} {_drawn_root(across)}, {q} {_drawn_root(along)})",
        "(2,-3)": f"({p},{q})",
        "rotate(45": f"rotate({45 * turn}",
        "C, N": f"C, {north}",
        "W, SE": f"W, {south}{'E' if right > 0 else 'W'}",
        "Z, S": f"Z, {south}",
        "(0.6,-1)": f"({'' if right > 0 else '-'}0.6,{up})",
    }
    return Variant(edits, complex_number(real, imaginary))


def _root(factor: int) -> str:
    size = abs(factor)
    return rf"{'+' if factor > 0 else '-'} {coefficient(size)}{' ' if size > 1 else ''}\sqrt{{2}}"


def _drawn_root(factor: int) -> str:
    size = abs(factor)
    return f"{'+' if factor > 0 else '-'} {f'{size}*' if size > 1 else ''}sqrt(2)"


@rotated_number.check
def _(question: str) -> complex:
    surd = r"([+-]) (\d?) ?\\sqrt\{2\}"
    ((p, plus, across, side, q, minus, along),) = re.findall(rf"z = (-?\d+) {surd} ([+-]) \((\d+) {surd}\)i", question)
    one, other = (
        (1 if sign == "+" else -1) * int(size or 1) * sqrt(2) for sign, size in ((plus, across), (minus, along))
    )
    z = complex(int(p) + one, (1 if side == "+" else -1) * (int(q) + other))
    ((real, imaginary),) = re.findall(r"c = (-?\d+) ([+-] \d*)i", question)
    c = complex(int(real), int(imaginary.replace(" ", "").replace("+", "") + ("" if imaginary[-1].isdigit() else "1")))
    turn = 1 if "counter-clockwise" in question else -1
    points = re.findall(r"Z = \((-?\d+) ([+-]) (?:(\d)\*)?sqrt\(2\), (-?\d+) ([+-]) (?:(\d)\*)?sqrt\(2\)\)", question)
    ((x, sign, size, y, other_sign, other_size),) = points
    drawn = complex(
        int(x) + int(sign + (size or "1")) * sqrt(2), int(y) + int(other_sign + (other_size or "1")) * sqrt(2)
    )
    figure = f"C = ({c.real:.0f},{c.imag:.0f})" in question and f"rotate({45 * turn},C)" in question
    return c + (z - c) * exp(1j * pi / 4 * turn) if figure and isclose(z, drawn) else 0j

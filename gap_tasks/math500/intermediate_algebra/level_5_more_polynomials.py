"""Intermediate algebra, level 5: polynomials, their factors and roots."""

from __future__ import annotations

import cmath
import re
from fractions import Fraction
from math import gcd, pi

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import coefficient, linear_combination, point, polynomial, signed, square_part
from gap_tasks.sampling import ints, one_of, require


def _coefficients(text: str) -> dict[int, int]:
    """Power -> coefficient of a printed polynomial in x."""
    found: dict[int, int] = {}
    for sign, size, letter, power in re.findall(r"([+-]?)(\d*)(x?)(?:\^\{?(\d+)\}?)?", text.replace(" ", "")):
        if size or letter:
            found[int(power or 1) if letter else 0] = int(f"{sign}{size or 1}")
    return found


def _dense(coefficients: dict[int, int]) -> list[int]:
    """Coefficients from the highest power down, zeros included."""
    return [coefficients.get(power, 0) for power in range(max(coefficients), -1, -1)]


def _division(over: list[int], under: list[int]) -> tuple[list[int], list[int]]:
    """Quotient and remainder by a monic polynomial, both from the highest power down."""
    rest, quotient = list(over), []
    for place in range(len(over) - len(under) + 1):
        lead = rest[place]
        quotient.append(lead)
        for offset, value in enumerate(under):
            rest[place + offset] -= lead * value
    return quotient, rest[len(quotient) :]


# x^4 + ax^3 + bx^2 + cx + d without rational factors, and the only rational value of r1*r2 + r3*r4, an integer.
_QUARTICS = (
    ((2, 0, 0, 2), -2),
    ((-2, 0, 0, 2), -2),
    ((0, 0, -8, 8), -4),
    ((0, 0, 8, 8), -4),
    ((0, 0, -8, 9), -2),
    ((0, 0, 8, 9), -2),
    ((0, 0, -4, 5), -4),
    ((0, 0, 4, 5), -4),
    ((-8, 0, 4, 1), -4),
    ((8, 0, -4, 1), -4),
    ((-8, 0, 8, -2), -8),
    ((8, 0, -8, -2), -8),
    ((-7, 0, 7, 1), -2),
    ((7, 0, -7, 1), -2),
    ((-4, 0, 8, -3), -4),
    ((4, 0, -8, -3), -4),
    ((-4, 0, 8, -2), -4),
    ((4, 0, -8, -2), -4),
    ((-4, 0, 8, 1), -4),
    ((4, 0, -8, 1), -4),
    ((-4, 0, 8, 2), -4),
    ((4, 0, -8, 2), -4),
    ((-4, 0, 8, 7), -4),
    ((4, 0, -8, 7), -4),
    ((-2, 0, -2, 7), -4),
    ((2, 0, 2, 7), -4),
    ((-2, 0, 4, 4), -4),
    ((2, 0, -4, 4), -4),
    ((-1, 0, 1, 1), -2),
    ((1, 0, -1, 1), -2),
    ((-4, -8, 0, 2), -4),
    ((4, -8, 0, 2), -4),
    ((-4, 6, 0, 2), -2),
    ((4, 6, 0, 2), -2),
    ((-4, 8, 0, 6), -4),
    ((4, 8, 0, 6), -4),
    ((-2, 7, 0, 3), 3),
    ((2, 7, 0, 3), 3),
)


@functionalize("test/intermediate_algebra/2015.json", item=one_of(*_QUARTICS))
def pairings_of_quartic_roots(item: tuple[tuple[int, int, int, int], int] = ((2, 0, 0, 2), -2)) -> Variant:
    """The three values of the sum of two products that pair up the roots of a quartic."""
    (a, b, c, d), known = item
    # The resolvent y^3 - by^2 + (ac - 4d)y + (4bd - a^2 d - c^2), less the factor y - known.
    linear = known - b
    constant = a * c - 4 * d + known * linear
    require(known * constant == a * a * d + c * c - 4 * b * d and known != 0)
    quarter_discriminant = Fraction(linear * linear, 4) - constant
    require(linear != 0 and linear % 2 == 0 and quarter_discriminant > 0)
    outside, inside = square_part(int(quarter_discriminant))
    require(inside > 1)
    gold = rf"\{{{-linear // 2}\pm{coefficient(outside)}\sqrt{{{inside}}},{known}\}}"
    return Variant({"x^4+2x^3+2": polynomial((1, a, b, c, d), space="")}, gold)


@pairings_of_quartic_roots.check
def _(question: str, gold: str) -> bool:
    printed = re.search(r"equation \$(.+?)=0", question)
    told = re.fullmatch(r"\\\{(-?\d+)\\pm(\d*)\\sqrt\{(\d+)\},(-?\d+)\\\}", gold)
    if printed is None or told is None:
        return False
    coefficients = _dense(_coefficients(printed[1]))
    roots = [complex(0.4, 0.9) ** power * 2 for power in range(4)]
    for _step in range(80):
        for place, root in enumerate(roots):
            value, others = complex(0), complex(1)
            for term in coefficients:
                value = value * root + term
            for other in roots[:place] + roots[place + 1 :]:
                others *= root - other
            roots[place] = root - value / others
    r, s, t, u = roots
    found = sorted((r * s + t * u, r * t + s * u, r * u + s * t), key=lambda value: value.real)
    half_width = int(told[2] or 1) * int(told[3]) ** 0.5
    wanted = sorted((int(told[1]) - half_width, int(told[1]) + half_width, float(told[4])))
    return all(abs(one - other) < 1e-8 for one, other in zip(found, wanted, strict=True))


# The factor x^4 + 4 stays, the only one of its kind with a one-digit constant.
@functionalize(
    "test/intermediate_algebra/279.json", other=one_of(-1, 1, 2, -2), at=one_of(*range(-9, 0), *range(1, 10))
)
def sum_of_factor_values(other: int = -1, at: int = 1) -> Variant:
    """Sum of the values that the irreducible factors of a polynomial of degree 8 take at an integer."""
    gold = 2 * at**2 + 4  # (x^2 + 2x + 2) + (x^2 - 2x + 2)
    gold += at**2 + 1 + 2 * at if other == -1 else at**4 + other
    terms = ((1, "x^8"), (4 + other, "x^4"), (4 * other, ""))
    return Variant({"x^8 + 3x^4 - 4": linear_combination(terms), "(1)": f"({at})"}, gold)


@sum_of_factor_values.check
def _(question: str) -> int:
    printed = re.search(r"\\\[(.+?) = p_1", question)
    points = set(re.findall(r"p_.\((-?\d+)\)", question))
    if printed is None or len(points) != 1:
        raise ValueError(question)
    rest = _dense(_coefficients(printed[1]))
    factors = []
    # Quadratics last: what they leave without a linear factor is irreducible where its degree is 4 at most.
    for trial in [[1, a] for a in range(-9, 10)] + [[1, a, b] for b in range(-9, 10) for a in range(-6, 7) if b]:
        while len(rest) > len(trial) and rest[-1] % trial[-1 if trial[-1] else 0] == 0:
            quotient, remainder = _division(rest, trial)
            if any(remainder):
                break
            factors.append(trial)
            rest = quotient
    if len(rest) > 1:
        factors.append(rest)
    at = int(points.pop())
    return sum(sum(value * at**power for power, value in enumerate(reversed(factor))) for factor in factors)


@functionalize("test/intermediate_algebra/582.json", half=ints(3, 7), k=ints(10, 18), sign=one_of(-1, 1))
def reciprocal_squared_moduli(half: int = 5, k: int = 13, sign: int = -1) -> Variant:
    """Sum over conjugate pairs of roots of the reciprocal of their product."""
    # Of the few with the published number of pairs, none but the published: they would be drawn before all others.
    require(half * (k * k + 1) < 1000 and (half != 5 or (k, sign) == (13, -1)))
    degree = 2 * half
    power = f"^{{{degree}}}" if degree > 9 else f"^{degree}"
    names = " ".join(rf"$r_{place},$ $\overline{{r}}_{place},$" for place in range(3, half + 1))
    terms = "+".join(rf"\frac 1{{r_{place}\overline{{r}}_{place}}}" for place in range(3, half + 1))
    edits = {
        "^{10}": power,
        "10@3": degree,
        "13x-1": f"{k}x{signed(sign, '')}",
        r"$r_3,$ $\overline{r}_3,$ $r_4,$ $\overline{r}_4,$ $r_5,$ $\overline{r}_5,$": names,
        r"\frac 1{r_3\overline{r}_3}+\frac 1{r_4\overline{r}_4}+\frac 1{r_5\overline{r}_5}": terms,
    }
    return Variant(edits, half * (k * k + 1))


@reciprocal_squared_moduli.check
def _(question: str) -> float:
    printed = re.search(r"x\^\{?(\d+)\}?\+\((\d+)x([+-]1)\)\^\{?(\d+)\}?=0.*?has (\d+) ", question, re.DOTALL)
    if printed is None:
        raise ValueError(question)
    degree, k, shift, again, count = map(int, printed.groups())
    pairs = re.findall(r"frac 1\{r_(\d)\\overline\{r\}_(\d)\}", question)
    if not degree == again == count or pairs != [(str(n), str(n)) for n in range(1, degree // 2 + 1)]:
        raise ValueError(question)
    total = 0.0
    for place in range(degree):
        # (kx + shift)/x runs through the roots of w^degree = -1.
        root = shift / (cmath.exp(1j * pi * (2 * place + 1) / degree) - k)
        if abs(1 + ((k * root + shift) / root) ** degree) > 1e-6:
            raise ValueError(question)
        total += 1 / abs(root) ** 2
    return total / 2


@functionalize(
    "test/intermediate_algebra/956.json",
    a=one_of(*range(-5, 0), *range(1, 6)),
    b=one_of(*range(-5, 0), *range(1, 6)),
    c=one_of(-3, -2, -1, 1, 2, 3),
)
def multiple_in_cubes(a: int = -3, b: int = 4, c: int = -1) -> Variant:
    """Coefficients of the polynomial in the cube of the unknown that a cubic divides."""
    # Without a rational root the cubic is irreducible, so that the roots' cubes differ and the triple is unique.
    require(all(x**3 + a * x * x + b * x + c != 0 for x in (1, -1, c, -c)))
    p, q = a**3 - 3 * a * b + 3 * c, b**3 - 3 * a * b * c + 3 * c * c
    require(p != 0 and q != 0)
    return Variant({"x^3 - 3x^2 + 4x - 1": polynomial((1, a, b, c))}, point(p, q, c**3))


@multiple_in_cubes.check
def _(question: str, gold: str) -> bool:
    printed = re.search(r"polynomial \$(.+?)\$ is a factor of \$x\^9 \+ px\^6 \+ qx\^3 \+ r", question)
    if printed is None:
        return False
    divisor = _dense(_coefficients(printed[1]))
    p, q, r = map(int, gold.strip("()").split(","))
    _, rest = _division([1, 0, 0, p, 0, 0, q, 0, 0, r], divisor)
    _, six = _division([1] + [0] * 6, divisor)
    _, three = _division([1] + [0] * 3, divisor)
    return len(divisor) == 4 and not any(rest) and six[0] * three[1] != six[1] * three[0]


@functionalize("test/intermediate_algebra/2152.json", degree=one_of(0, 1, 1, 2), k=ints(1, 9), t=ints(-9, 9))
def degree_of_interpolation(degree: int = 0, k: int = 1, t: int = 0) -> Variant:
    """Degree of a sum of three quadratics that takes given values at three points."""
    # The values at the points are those of a polynomial of degree 2 at most, which the sum therefore is.
    require(t == 0 or (degree > 0 and gcd(k, t) == 1))

    def value(letter: str) -> str:
        power = f"{letter}^2" if degree == 2 else letter * degree
        text = coefficient(k) if degree == 0 else linear_combination(((k, power), (t, "")))
        return f"({text})" if t else text

    return Variant(
        {
            "{(x - b)(x - c)}": f"{{{value('a')}(x - b)(x - c)}}",
            "{(x - a)(x - c)}": f"{{{value('b')}(x - a)(x - c)}}",
            "{(x - a)(x - b)}": f"{{{value('c')}(x - a)(x - b)}}",
        },
        degree,
    )


@degree_of_interpolation.check
def _(question: str) -> int:
    shape = r"\\frac\{(.*?)\(x - (\w)\)\(x - (\w)\)\}\{\((\w) - (\w)\)\((\w) - (\w)\)\}"
    terms = re.findall(shape, question)
    degrees = set()
    for nodes in ((2, 7, -3), (11, -5, 4)):
        place = dict(zip("abc", nodes, strict=True))
        row = [Fraction(0)] * 5
        for front, u, v, own, other, own_again, another in terms:
            if own != own_again or (u, v) != (other, another) or set(front) & set("abc") - {own}:
                raise ValueError(question)
            weight = sum(
                size * place[own] ** power for power, size in _coefficients(front.strip("()").replace(own, "x")).items()
            )
            below = (place[own] - place[u]) * (place[own] - place[v])
            for x in range(5):
                row[x] += Fraction((weight if front else 1) * (x - place[u]) * (x - place[v]), below)
        degree = 0
        while any(value != row[0] for value in row):
            row = [row[place + 1] - row[place] for place in range(len(row) - 1)]
            degree += 1
        degrees.add(degree)
    (found,) = degrees
    return found if len(terms) == 3 else -1

"""Intermediate algebra, level 2: complex numbers, functions, graphs and division of polynomials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import gcd

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import complex_number, polynomial, signed
from gap_tasks.sampling import Domain, ints, one_of, require


def _signed_between(low: int, high: int) -> Domain:
    return one_of(*(n for n in range(-high, high + 1) if abs(n) >= low))


# About a dozen powers have a modulus of at most two digits.
@functionalize(
    "test/intermediate_algebra/1168.json",
    real=_signed_between(1, 2),
    imaginary=_signed_between(1, 2),
    exponent=one_of(4, 6, 8),
)
def modulus_of_power(real: int = 1, imaginary: int = -1, exponent: int = 8) -> Variant:
    """Modulus of a power of a complex number."""
    norm = real**2 + imaginary**2
    require(norm ** (exponent // 2) < 100)
    printed = f"({complex_number(real, imaginary, space='')})^{exponent}"
    return Variant({"(1-i)^8": printed}, norm ** (exponent // 2))


@modulus_of_power.check
def _(question: str) -> float:
    found = re.search(r"\|\((.*)\)\^(\d)\|", question)
    return abs(complex(found[1].replace("i", "j")) ** int(found[2])) if found else 0.0


@functionalize(
    "test/intermediate_algebra/1217.json", degree=ints(4, 9), constant=_signed_between(2, 9), root=one_of(-1, 1)
)
def quotient_of_binomial(degree: int = 6, constant: int = -3, root: int = -1) -> Variant:
    """Quotient of a power plus a constant by a binomial whose root is 1 or -1."""
    edits = {"x^6 - 3": f"x^{degree} {signed(constant)}", "x + 1": f"x {signed(-root)}"}
    return Variant(edits, polynomial([root**place for place in range(degree)]))


@quotient_of_binomial.check
def _(question: str) -> str:
    found = re.search(r"x\^(\d) ([+-]) (\d)\$ is divided by \$x ([+-]) (\d)", question)
    if found is None:
        return ""
    row, shift = [1, *[0] * (int(found[1]) - 1), int(found[2] + found[3])], int(found[4] + found[5])
    for place in range(1, len(row)):
        row[place] -= shift * row[place - 1]
    return " + ".join(f"({value})x^{{{len(row) - 2 - place}}}" for place, value in enumerate(row[:-1]))


_WORDS = tuple("".join(word) for word in product("fg", repeat=6) if 2 <= word.count("g") <= 4)


@functionalize(
    "test/intermediate_algebra/128.json",
    word=one_of(*_WORDS),
    parities=one_of(("odd", "even"), ("even", "odd"), ("odd", "odd")),
)
def parity_of_composition(word: str = "ffgfgf", parities: Sequence[str] = ("odd", "even")) -> Variant:
    """Whether a composition of odd and even functions is even or odd."""
    edits = {
        "odd function": f"{parities[0]} function",
        "even function": f"{parities[1]} function",
        "f(f(g(f(g(f(x))))))": f"{'('.join(word)}(x{')' * len(word)}",
    }
    return Variant(edits, r"\text{even}" if "even" in parities else r"\text{odd}")


@parity_of_composition.check
def _(question: str) -> str:
    modulus = 10**9 + 7
    declared = {name: kind == "odd" for name, kind in re.findall(r"\$([fg])\(x\)\$ be an (odd|even)", question)}
    found = re.search(r"Is \$([fg(]+)x", question)

    def value(x: int) -> int:
        for name in reversed((found[1] if found else "").replace("(", "")):
            lift = 2 if name == "f" else 5
            x = (x**3 + lift * x if declared[name] else x * x + lift) % modulus
        return x

    pairs = [(value(x), value(-x)) for x in (1, 2, 3)]
    if all(a == b for a, b in pairs):
        return r"\text{even}"
    return r"\text{odd}" if all((a + b) % modulus == 0 for a, b in pairs) else r"\text{neither}"


_COEFFICIENT = _signed_between(2, 9)


@functionalize(
    "test/intermediate_algebra/515.json",
    upper=ints(2, 9),
    upper_linear=_COEFFICIENT,
    upper_constant=_signed_between(1, 9),
    lower=ints(2, 9),
    lower_square=_COEFFICIENT,
    lower_linear=_COEFFICIENT,
    lower_constant=_signed_between(1, 9),
)
def horizontal_asymptote(
    upper: int = 4,
    upper_linear: int = 2,
    upper_constant: int = -4,
    lower: int = 3,
    lower_square: int = -2,
    lower_linear: int = 5,
    lower_constant: int = -1,
) -> Variant:
    """Height of the horizontal asymptote of a quotient of cubics."""
    require(gcd(upper, lower) == 1)
    edits = {
        "4x^3+2x-4": polynomial([upper, 0, upper_linear, upper_constant], space=""),
        "3x^3-2x^2+5x-1": polynomial([lower, lower_square, lower_linear, lower_constant], space=""),
    }
    return Variant(edits, Fraction(upper, lower))


@horizontal_asymptote.check
def _(question: str) -> float:
    far = 10**15
    parts = []
    for part in re.findall(r"\{([^{}]*x\^3[^{}]*)\}", question):
        terms = re.findall(r"([+-]?)(\d+)(x?)(?:\^(\d))?", part)
        parts.append(sum(int(sign + n) * far ** (int(power or 1) if x else 0) for sign, n, x, power in terms))
    return float(Fraction(parts[0], parts[1]))


@functionalize("test/intermediate_algebra/623.json", centre=ints(-9, 9), exponent=one_of(2, 4, 6, 8))
def sum_of_domain_ends(centre: int = 0, exponent: int = 2) -> Variant:
    """Sum of the ends of the two rays on which the logarithm of an even power is defined."""
    require(centre != 0 or exponent == 2)
    power = f"((x {signed(-centre)})^{exponent})" if centre else f"x^{exponent}"
    return Variant({"x^2": power}, 2 * centre)


@sum_of_domain_ends.check
def _(question: str) -> int:
    found = re.search(r"\\log \(?\(?x(?: ([+-] \d)\))?\^(\d)", question)
    shift, exponent = (int((found[1] or "0").replace(" ", "")), int(found[2])) if found else (0, 0)
    excluded = [x for x in range(-99, 100) if (x + shift) ** exponent <= 0]
    return min(excluded) + max(excluded)


_KINDS = {"ellipse": "+ y^2 = ", "hyperbola": "- y^2 = ", "empty": "+ y^2 = -"}


@functionalize(
    "test/intermediate_algebra/860.json",
    stretch=ints(2, 9),
    centre=_signed_between(1, 9),
    size=ints(10, 99),
    kind=one_of(*_KINDS),
)
def kind_of_graph(stretch: int = 2, centre: int = 3, size: int = 10, kind: str = "ellipse") -> Variant:
    """What the graph of an equation of second degree is."""
    edits = {r"\frac x2 - 3": rf"\frac x{stretch} {signed(-centre)}", "+ y^2 = 10": f"{_KINDS[kind]}{size}"}
    return Variant(edits, rf"\text{{{kind}}}")


@kind_of_graph.check
def _(question: str) -> str:
    found = re.search(r"\\frac x(\d) ([+-] \d).*\)\^2 ([+-]) y\^2 = (-?\d+)", question)
    if found is None:
        return ""
    x2, x1 = Fraction(1, int(found[1]) ** 2), Fraction(int(found[2].replace(" ", "")), int(found[1]))
    y2, rest = int(f"{found[3]}1"), int(found[2].replace(" ", "")) ** 2 - int(found[4])
    # The invariants of the symmetric matrix ((x2, 0, x1), (0, y2, 0), (x1, 0, rest)).
    whole = x2 * y2 * rest - x1 * x1 * y2
    minor = x2 * y2
    if whole == 0:
        return "degenerate"
    if minor < 0:
        return r"\text{hyperbola}"
    if whole > 0:
        return r"\text{empty}"
    return r"\text{circle}" if x2 == y2 else r"\text{ellipse}"

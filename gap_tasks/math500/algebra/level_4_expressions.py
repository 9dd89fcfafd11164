"""Algebra, level 4: polynomials and expressions with roots."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import product
from math import gcd, isclose, lcm, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, is_square, polynomial, signed
from gap_tasks.sampling import ints, one_of, require


def _integers(text: str) -> list[int]:
    """Every run of digits of a piece of text."""
    return [int(number) for number in re.findall(r"\d+", text)]


def _terms(text: str, variable: str) -> dict[int, int]:
    """A printed polynomial with whole coefficients as power -> coefficient."""
    found: dict[int, int] = {}
    pattern = rf"([+-]?)(\d*)({variable}?)(?:\^(\d))?"
    for sign, digits, letter, power in re.findall(pattern, text.replace(" ", "")):
        if digits or letter:
            exponent = int(power or 1) if letter else 0
            found[exponent] = found.get(exponent, 0) + int(f"{sign}{digits or 1}")
    return found


@functionalize("test/algebra/1082.json", p=one_of(2, 3, 5, 6, 7), q=one_of(2, 3, 5, 6, 7), top=ints(1, 5))
def sum_in_common_form_of_roots(p: int = 2, q: int = 3, top: int = 1) -> Variant:
    """Sum of the whole numbers in the single fraction that two roots and two reciprocals of roots add up to."""
    require(p != q and gcd(top, p) == 1 and gcd(top, q) == 1)
    below = lcm(p, q)
    gold = below + below // p * (p + top) + below // q * (q + top)
    return Variant(
        {r"\sqrt{2}": rf"\sqrt{{{p}}}", r"\sqrt{3}": rf"\sqrt{{{q}}}", r"\frac{1}": rf"\frac{{{top}}}"}, gold
    )


@sum_in_common_form_of_roots.check
def _(question: str) -> int:
    p, top, _, q, other, *_ = _integers(question)
    value = sqrt(p) + top / sqrt(p) + sqrt(q) + other / sqrt(q)
    for c in range(1, 50):
        for b in range(1, int(c * value / sqrt(q)) + 1):
            a = (c * value - b * sqrt(q)) / sqrt(p)
            if a > 0.5 and abs(a - round(a)) < 1e-10:
                return round(a) + b + c
    return -1


@functionalize(
    "test/algebra/187.json",
    root=one_of(1, -1),
    degree=ints(4, 9),
    next_power=ints(3, 8),
    lead=ints(2, 9),
    second=one_of(-1, 1),
    square=ints(-99, 99),
    linear=ints(-99, 99),
)
def degree_of_quotient(
    root: int = 1,
    degree: int = 4,
    next_power: int = 3,
    lead: int = 3,
    second: int = 1,
    square: int = -25,
    linear: int = 38,
) -> Variant:
    """Degree of a polynomial from its product with a linear one."""
    require(next_power < degree and min(abs(square), abs(linear)) > 9)
    constant = -(lead * root**degree + second * root**next_power + square + linear * root)
    require(9 < abs(constant) < 100)
    text = (
        f"{lead}x^{degree}{signed(second, '', f'x^{next_power}')} {signed(square, ' ', 'x^2')}"
        f" {signed(linear, '', 'x')} {signed(constant, '')}"
    )
    return Variant({"(x-1)": f"(x{signed(-root, '')})", "3x^4+x^3 - 25x^2 +38x -17": text}, degree - 1)


@degree_of_quotient.check
def _(question: str) -> int:
    # long division, which must leave nothing
    inner = question.partition(r"\[")[2].partition(r".\]")[0]
    divisor = _terms(inner.partition("(")[2].partition(")")[0], "x")
    rest = _terms(inner.partition("=")[2], "x")
    size = max(divisor)
    highest = max(rest) - size
    for shift in range(highest, -1, -1):
        factor = Fraction(rest.get(shift + size, 0), divisor[size])
        for power, value in divisor.items():
            rest[power + shift] = rest.get(power + shift, 0) - int(factor * value)
    return highest if not any(rest.values()) else -1


# The numbers that make a denominator of 1, and roots that leave four different ones.
@functionalize(
    "test/algebra/2058.json",
    item=one_of((2, 3, 2), (2, 3, 5), (2, 3, 7), (3, 8, 3), (3, 8, 5), (3, 8, 7)),
    above=one_of("+", "-"),
    below=one_of("+", "-"),
)
def sum_in_rationalized_form(item: tuple[int, int, int] = (2, 3, 2), above: str = "+", below: str = "+") -> Variant:
    """Sum of the whole numbers in the rationalized form of a quotient of sums with roots."""
    whole, inside, root = item
    between = "-" if below == "+" else "+"
    edits = {
        r"\frac{1+\sqrt{2}}{2+\sqrt{3}}": rf"\frac{{1{above}\sqrt{{{root}}}}}{{{whole}{below}\sqrt{{{inside}}}}}",
        r"A(1+\sqrt{B})-(\sqrt{C}+\sqrt{D})": rf"A(1{above}\sqrt{{B}}){between}(\sqrt{{C}}{above}\sqrt{{D}})",
    }
    return Variant(edits, whole + root + inside + inside * root)


@sum_in_rationalized_form.check
def _(question: str) -> int:
    found = re.search(r"\{1([+-])\\sqrt\{(\d)\}\}\{(\d)([+-])\\sqrt\{(\d)\}\}", question)
    signs = re.search(r"A\(1([+-])\\sqrt\{B\}\)([+-])\(\\sqrt\{C\}([+-])\\sqrt\{D\}\)", question)
    if found is None or signs is None:
        return -1
    value = (1 + int(f"{found[1]}1") * sqrt(int(found[2]))) / (
        int(found[3]) + int(f"{found[4]}1") * sqrt(int(found[5]))
    )
    inner, outer, last = (int(f"{sign}1") for sign in signs.groups())
    sums = set()
    for a, b, c in product(range(1, 5), range(2, 9), range(1, 61)):
        root = last * (outer * (value - a * (1 + inner * sqrt(b))) - sqrt(c))
        if root > 0 and abs(root * root - round(root * root)) < 1e-9:
            sums.add(a + b + c + round(root * root))
    return sums.pop() if len(sums) == 1 else -1


@functionalize("test/algebra/621.json", half=ints(11, 31), constant=ints(11, 99))
def sum_in_completed_square(half: int = 13, constant: int = 36) -> Variant:
    """Sum of the constants of a completed square with decimals."""
    b, q = Fraction(half, 10), Fraction(constant, 10)
    require(half % 5 != 0 and constant % 10 != 0 and q > b * b)
    return Variant({"2.6": decimal(2 * b), "3.6": decimal(q)}, decimal(b + q - b * b))


@sum_in_completed_square.check
def _(question: str) -> Fraction:
    p, q = (Fraction(number) for number in re.findall(r"\d\.\d", question))
    # the values at 0 and at 1 are b^2 + c and (1 + b)^2 + c
    at_zero, at_one = q, 1 + p + q
    b = (at_one - at_zero - 1) / 2
    return b + at_zero - b * b


@functionalize(
    "test/algebra/893.json",
    p=ints(2, 6),
    q=ints(-7, 7),
    a=one_of(-4, -3, -2, 2, 3, 4),
    s=ints(2, 6),
    b=ints(-7, 7),
    c=one_of(-4, -3, -2, 2, 3, 4),
)
def sum_of_unknown_coefficients(p: int = 3, q: int = 5, a: int = -3, s: int = 4, b: int = 2, c: int = -2) -> Variant:
    """Sum of a missing coefficient of either factor, from both factors' product."""
    require(min(abs(q), abs(b)) > 1 and a + b != 0)
    middle = p * c + q * b + a * s
    coefficients = [p * s, p * b + q * s, middle, q * c + a * b, a * c]
    require(all(1 < abs(value) < 100 for value in coefficients) and abs(middle) < 10 and abs(a * c) < 10)
    edits = {
        "3t^2+5t+a": f"{p}t^2{signed(q, '', 't')}+a",
        "4t^2+bt-2": f"{s}t^2+bt{signed(c, '')}",
        "12t^4+26t^3-8t^2-16t+6": polynomial(coefficients, "t", ""),
    }
    return Variant(edits, a + b)


@sum_of_unknown_coefficients.check
def _(question: str) -> int:
    first, second, total = (_terms(part, "t") for part in re.findall(r"\$([^$]*t[^$]*)\$", question)[:3])
    pairs = [
        (a, b)
        for a, b in product(range(-20, 21), repeat=2)
        if all(
            (first[2] * t * t + first[1] * t + a) * (second[2] * t * t + b * t + second[0])
            == sum(value * t**power for power, value in total.items())
            for t in (1, 2, -1, 3, -2)
        )
    ]
    return sum(pairs[0]) if len(pairs) == 1 else -999


@functionalize("test/algebra/907.json", s=one_of(-2, -1, 1, 2), m=ints(1, 8), constant=ints(-9, 9))
def cubic_at_root_of_quadratic(s: int = 1, m: int = 1, constant: int = 1) -> Variant:
    """Value of a cubic at an irrational root of a quadratic, the same at either."""
    gold = s * m + constant
    require(not is_square(s * s + 4 * m) and s * s + m < 10 and constant != 0 and gold != 0)
    edits = {
        "x^2 - x - 1": polynomial([1, -s, -m]),
        "x^3 - 2x + 1": polynomial([1, 0, -s * s - m, constant]),
    }
    return Variant(edits, gold)


@cubic_at_root_of_quadratic.check
def _(question: str) -> float:
    quadratic, cubic = (_terms(part, "x") for part in re.findall(r"\$(x\^[23][^$=]*)", question))
    distance = sqrt(quadratic[1] ** 2 / 4 - quadratic[0])
    values = [
        sum(value * root**power for power, value in cubic.items())
        for root in (-quadratic[1] / 2 - distance, -quadratic[1] / 2 + distance)
    ]
    return values[0] if isclose(*values, rel_tol=1e-9, abs_tol=1e-9) else -999.0

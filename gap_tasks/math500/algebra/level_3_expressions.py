"""Algebra, level 3: values and simplified forms of expressions."""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil, gcd, prod, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import complex_number, is_square, polynomial, rational, signed, square_part, surd
from gap_tasks.sampling import ints, numbers, one_of, require

_SIGNED = one_of(*(n for n in range(-9, 10) if n))


def _at(text: str, value: int) -> int:
    """The value of a polynomial's text where its letter has this one."""
    total = 0
    for sign, digits, letter, exponent in re.findall(r"([+-]?)(\d*)([a-z]?)(?:\^(\d))?", text):
        if digits or letter:
            total += int(f"{sign}{digits or 1}") * (value ** int(exponent or 1) if letter else 1)
    return total


@functionalize(
    "test/algebra/1098.json",
    a=ints(1, 4),
    b=one_of(-5, -4, -3, -2, 2, 3, 4, 5),
    times=ints(2, 9),
    less=one_of(*(n for n in range(-9, 10) if abs(n) > 1)),
)
def complex_product_and_difference(a: int = 1, b: int = 2, times: int = 6, less: int = 3) -> Variant:
    """A multiple of a complex number less an imaginary one, where the factor stands behind the bracket."""
    real, imaginary = times * a, times * b - less
    require(real < 10 and 1 < abs(imaginary) < 10)
    edits = {"(1+2i)6-3i": f"({complex_number(a, b, '')}){times}{signed(-less, '', 'i')}"}
    return Variant(edits, complex_number(real, imaginary, ""))


@complex_product_and_difference.check
def _(question: str) -> complex:
    a, b, times, more = map(int, re.findall(r"\((\d)([+-]\d)i\)(\d)([+-]\d)i", question)[0])
    return complex(a, b) * times + complex(0, more)


# (indices from the outermost, b): under the roots stands a power of b that leaves its square root, of three digits at
# most. These are all there are but those of 256, which as the only ones with as many digits would be drawn always.
_NESTED = (
    *(((2, 3, 2), 3), ((2, 2, 3), 3), ((3, 2, 2), 3), ((2, 3, 2), 2), ((2, 2, 3), 2), ((3, 2, 2), 2)),
    *(((2, 3, 3), 2), ((3, 2, 3), 2), ((3, 3, 2), 2), ((2, 2, 2), 2), ((2, 2, 2), 3), ((2, 2, 2), 5)),
)


@functionalize("test/algebra/1275.json", nested=one_of(*_NESTED))
def nested_roots_of_unit_fraction(nested: tuple[tuple[int, int, int], int] = ((2, 3, 2), 3)) -> Variant:
    """Three nested roots of a unit fraction, with a rational denominator."""
    indices, base = nested
    under = base ** (prod(indices) // 2)
    roots = "".join(r"\sqrt{" if index == 2 else rf"\sqrt[{index}]{{" for index in indices)
    edits = {r"\sqrt{\sqrt[3]{\sqrt{\frac{1}{729}}}}": rf"{roots}\frac{{1}}{{{under}}}}}}}}}"}
    return Variant(edits, rf"\frac{{\sqrt{{{base}}}}}{{{base}}}")


@nested_roots_of_unit_fraction.check
def _(question: str) -> float:
    value: float = 1 / int(re.findall(r"\\frac\{1\}\{(\d+)\}", question)[0])
    for index in reversed(re.findall(r"\\sqrt(?:\[(\d)\])?\{", question)):
        value **= 1 / int(index or 2)
    return value


@functionalize("test/algebra/1519.json", over=ints(2, 9), under=ints(12, 99))
def fraction_over_root(over: int = 3, under: int = 27) -> Variant:
    """A number over a root that simplifies, with a rational denominator in lowest terms."""
    outside, inside = square_part(under)
    # as published, both the root and then the fraction of integers can be simplified
    require(outside > 1 and inside > 1 and gcd(over, outside * inside) > 1)
    gold = surd(over, Fraction(1, under))
    require("frac" in gold)
    return Variant({r"\frac{3}{\sqrt{27}}": rf"\frac{{{over}}}{{\sqrt{{{under}}}}}"}, gold)


@fraction_over_root.check
def _(question: str) -> float:
    over, under = map(int, numbers(question))
    return over / sqrt(under)


# (p, q, g, h): p g (q h r^3 + ...) - q g (p h r^3 + ...) has no cube
_FACTORS = (
    *((2, 3, 1, 1), (2, 3, 1, 2), (2, 3, 1, 3), (2, 3, 2, 1), (2, 3, 2, 2), (2, 3, 2, 3), (2, 3, 3, 1), (2, 3, 3, 2)),
    *((3, 2, 1, 1), (3, 2, 1, 2), (3, 2, 1, 3), (3, 2, 2, 1), (3, 2, 2, 2), (3, 2, 3, 1), (3, 2, 3, 2), (2, 5, 1, 1)),
    *((5, 2, 1, 1), (3, 4, 1, 1), (3, 4, 1, 2), (3, 4, 2, 1), (4, 3, 1, 1), (4, 3, 2, 1), (1, 2, 2, 2), (1, 2, 3, 2)),
    *((1, 3, 2, 2), (1, 3, 2, 3), (1, 3, 3, 2), (2, 1, 2, 2), (2, 1, 3, 2), (3, 1, 2, 2), (3, 1, 2, 3), (3, 1, 3, 2)),
)


@functionalize(
    "test/algebra/1547.json", factors=one_of(*_FACTORS), linear=_SIGNED, constant=_SIGNED, square=_SIGNED, more=_SIGNED
)
def difference_without_cube(
    factors: tuple[int, int, int, int] = (2, 3, 2, 1),
    linear: int = 5,
    constant: int = -6,
    square: int = -1,
    more: int = 4,
) -> Variant:
    """The quadratic that is left of a difference of multiples of cubics."""
    p, q, g, h = factors
    first, second = p * g, q * g
    result = (-second * square, first * linear - second * more, first * constant)
    require(result[1] != 0 and all(abs(value) < 100 for value in result))
    minuend = polynomial([q * h, 0, linear, constant], "r", "")
    subtrahend = polynomial([p * h, square, more, 0], "r", "")
    edits = {"4(3r^3+5r-6)-6(2r^3-r^2+4r)": f"{first}({minuend})-{second}({subtrahend})"}
    return Variant(edits, polynomial(result, "r", ""))


@difference_without_cube.check
def _(question: str, gold: str) -> bool:
    p, one, q, other = re.findall(r"(\d)\(([^)]*)\)-(\d)\(([^)]*)\)", question)[0]
    return "r^3" not in gold and all(
        int(p) * _at(one, r) - int(q) * _at(other, r) == _at(gold, r) for r in (-3, 0, 1, 2, 11)
    )


@functionalize("test/algebra/2046.json", p=ints(1, 9), a=_SIGNED, linear=_SIGNED, constant=_SIGNED)
def expansion_without_square(p: int = 1, a: int = 2, linear: int = -1, constant: int = 2) -> Variant:
    """Expanded form of a difference of products, in which the squares cancel."""
    times = p + a
    require(abs(a) > 1 and 1 < times < 10)
    edits = {
        "x(1+x)+2x": f"x({p}+x){signed(a, '', 'x')}",
        "-3(x^2-x+2)": f"-{times}({polynomial([1, linear, constant], space='')})",
    }
    return Variant(edits, polynomial([1, 0, -times * linear, -times * constant], space=""))


@expansion_without_square.check
def _(question: str, gold: str) -> bool:
    p, a, times, quadratic = re.findall(r"x\((\d)\+x\)([+-]\d)x\\right\)-(\d)\(([^)]*)\)", question)[0]
    return all(
        x * (x * (int(p) + x) + int(a) * x) - int(times) * _at(quadratic, x) == _at(gold, x) for x in (-3, 0, 1, 2, 11)
    )


@functionalize("test/algebra/2080.json", a=_SIGNED, b=_SIGNED, c=_SIGNED)
def constant_difference_of_products(a: int = 4, b: int = -1, c: int = -3) -> Variant:
    """Difference of two products of binomials, in which the unknown cancels."""
    d = a + b - c
    require(a + b != 0 and 0 < abs(d) < 10 and c not in {a, b} and len({a, b, c, d}) == 4)
    first, second, third, fourth = (f"(u{signed(value, '')})" for value in (a, b, c, d))
    return Variant({"(u+4)(u-1) - (u-3)(u+6)": f"{first}{second} - {third}{fourth}"}, a * b - c * d)


@constant_difference_of_products.check
def _(question: str) -> int:
    a, b, c, d = map(int, re.findall(r"\(u([+-]\d)\)", question))
    values = {(u + a) * (u + b) - (u + c) * (u + d) for u in (7, -20, 100)}
    return values.pop() if len(values) == 1 else 10**6


@functionalize("test/algebra/2159.json", a=ints(2, 9), b=_SIGNED, c=ints(2, 9), d=ints(1, 4), x=ints(2, 9))
def product_less_nearly_itself(a: int = 3, b: int = -2, c: int = 4, d: int = 1, x: int = 4) -> Variant:
    """Value of a product of binomials less the product with a bracket left out."""
    value = a * x + b
    require(value > 1 and d * value + d < 100)
    first, tail = polynomial([a, b], space=""), f"{c}x+{d}"
    return Variant({"(3x-2)(4x+1)-(3x-2)4x+1": f"({first})({tail})-({first}){tail}", "x=4": f"x={x}"}, d * value + d)


@product_less_nearly_itself.check
def _(question: str) -> int:
    first, tail, again, c, d = re.findall(r"\(([^)]*)\)\(([^)]*)\)-\(([^)]*)\)(\d)x\+(\d)", question)[0]
    x = int(re.findall(r"x=(\d)", question)[0])
    return _at(first, x) * _at(tail, x) - _at(again, x) * int(c) * x + int(d)


# The denominators are 1, 2, 3 or 2, 3, 4 in some order, all of one sign, as published.
@functionalize("test/algebra/2584.json", a=ints(2, 9), b=_SIGNED, start=ints(-4, 4), least=one_of(1, 2, -3, -4))
def sum_of_rational_function_values(a: int = 3, b: int = -2, start: int = -2, least: int = -4) -> Variant:
    """Sum of the values of a linear fractional function at three integers in a row."""
    c = least - start
    places = range(start, start + 3)
    require(0 < abs(c) < 10 and b != a * c and all(a * x + b != 0 for x in places))
    gold = sum((Fraction(a * x + b, x + c) for x in places), Fraction(0))
    require(gold > 0 and gold.denominator > 1)
    edits = {
        r"\frac{3x-2}{x-2}": rf"\frac{{{polynomial([a, b], space='')}}}{{x{signed(c, '')}}}",
        "f(-2) +f(-1)+f(0)": f"f({start}) +f({start + 1})+f({start + 2})",
    }
    return Variant(edits, rational(gold))


@sum_of_rational_function_values.check
def _(question: str) -> float:
    over, under = re.findall(r"\\frac\{([^}]*)\}\{([^}]*)\}", question)[0]
    return sum(_at(over, int(x)) / _at(under, int(x)) for x in re.findall(r"f\((-?\d)\)", question))


@functionalize("test/algebra/435.json", inside=ints(10, 99))
def squared_ceiling_of_root(inside: int = 20) -> Variant:
    """Square of the ceiling of an irrational root."""
    require(not is_square(inside))
    root = next(root for root in range(4, 11) if root * root > inside)
    return Variant({"20": inside}, root * root)


@squared_ceiling_of_root.check
def _(question: str) -> int:
    inside, power = map(int, numbers(question))
    root = ceil(sqrt(inside))
    return root * root if power == 2 else 0

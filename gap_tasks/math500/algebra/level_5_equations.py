"""Algebra, level 5: equations, roots, complex numbers and series."""

from __future__ import annotations

import re
from fractions import Fraction
from math import gcd, isqrt, sqrt

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import complex_number, is_square, linear_combination, polynomial, rational, signed
from gap_tasks.sampling import IllPosedError, ints, numbers, one_of, require


@functionalize("test/algebra/1282.json", top=ints(100, 999))
def integer_values_of_nested_root(top: int = 120) -> Variant:
    """Number of real numbers that make a root of a difference with a root an integer."""
    require(not is_square(top))
    return Variant({"120": top}, isqrt(top) + 1)


@integer_values_of_nested_root.check
def _(question: str) -> int:
    (top,) = map(int, numbers(question))
    # an integer root leaves an integer below it, and then the inner root is one
    return len({inner * inner for inner in range(top + 1) if is_square(top - inner)})


@functionalize("test/algebra/2193.json", root=ints(2, 9), k=ints(2, 9), c=ints(1, 8))
def root_of_radical_equation(root: int = 5, k: int = 2, c: int = 4) -> Variant:
    """The root of an equation with a square root whose squared form has another one."""
    other = 2 * c - k - root
    # the other root of the squared equation lies below c and is no solution
    require(root > c and other != 0 and other > -6)
    return Variant({"11-2x": f"{(root - c) ** 2 + k * root}-{k}x", "4": c}, f"x={root}")


@root_of_radical_equation.check
def _(question: str) -> int:
    top, k, c = map(int, re.findall(r"(\d+)-(\d)x\} \+ (\d)", question)[0])
    # the left side grows and the right one falls: one root at most
    (root,) = (x for x in range(100) if x >= c and top >= k * x and (x - c) ** 2 == top - k * x)
    return root


# (a, b, c, d) with (a + bi)(c + di) = -p + qi, where p, q and all of the quotient (p + qi) / (a + bi) but its real
# numerator have one digit; there are no others, and in half of them this one has two digits as published
_QUOTIENTS = (
    *((1, -3, -1, -1), (1, -2, -3, 1), (1, 2, 1, 1), (1, 2, 1, 2), (1, 2, 1, 4), (1, 2, 2, 2)),
    *((1, 2, 2, 3), (1, 2, 2, 4), (1, 2, 2, 5), (1, 2, 3, 2), (1, 2, 3, 3), (1, 3, 1, 1)),
    *((1, 3, 1, 3), (1, 3, 2, 1), (1, 3, 2, 2), (1, 3, 2, 3), (2, -6, -1, -1), (2, -4, -1, -1)),
    *((2, 4, 1, 1), (2, 4, 1, 2), (2, 6, 1, 1), (3, -6, -1, -1), (3, 6, 1, 1), (4, -2, -1, 1)),
    *((4, 2, -1, 1), (4, 2, -1, 2), (6, -3, -1, 1), (6, -2, -1, 1), (6, 2, -1, 1), (6, 3, -1, 1)),
)


@functionalize("test/algebra/2264.json", parts=one_of(*_QUOTIENTS))
def quotient_without_slip(parts: tuple[int, int, int, int] = (1, 2, 1, 2)) -> Variant:
    """A quotient of complex numbers, where the one with the minus sign forgotten is told."""
    a, b, c, d = parts
    real, imaginary = a * c - b * d, a * d + b * c
    norm = a * a + b * b
    slip = (Fraction(-real * a + imaginary * b, norm), Fraction(imaginary * a + real * b, norm))
    divisor = complex_number(a, b, "")
    edits = {
        "-3+4i": complex_number(real, imaginary, ""),
        "{1+2i}": f"{{{divisor}}}",
        "{3+4i}": f"{{{complex_number(-real, imaginary, '')}}}",
        r"\frac{11}{5}-\frac{2}{5}i": f"{rational(slip[0])}{signed(slip[1], '')}i",
    }
    return Variant(edits, complex_number(c, d, ""))


@quotient_without_slip.check
def _(question: str) -> complex:
    quotients = re.findall(r"\\frac\{(-?\d)([+-]\d)i\}\{(-?\d)([+-]\d)i\}", question)
    asked, slipped = (complex(int(p), int(q)) / complex(int(r), int(s)) for p, q, r, s in quotients)
    told = re.findall(r"([+-]?)\\frac\{(\d+)\}\{(\d+)\}", question.partition("=")[2])
    parts = [int(f"{sign}{over}") / int(under) for sign, over, under in told]
    return asked if abs(complex(*parts) - slipped) < 1e-12 else complex("nan")


# (integer roots r and s, t): the quartic is (x - r)(x - s)(x^2 + (r + s)x + t), without a cubic term
_QUARTICS = (
    *((-4, -1, 5), (-4, 1, -1), (-4, 1, -3), (-4, 1, -5), (-4, 2, -4), (-4, 2, -6), (-4, 3, -3)),
    *((-3, -1, 1), (-3, 1, -1), (-3, 1, -5), (-3, 1, -7), (-3, 2, -9), (-3, -2, 5), (-2, 1, -7)),
    *((-2, 1, -9), (-2, 1, -11)),
)


@functionalize("test/algebra/297.json", quartic=one_of(*_QUARTICS), mirror=one_of(1, -1))
def product_of_ordinates(quartic: tuple[int, int, int] = (-4, -1, 5), mirror: int = 1) -> Variant:
    """Product of the ordinates of the four points where two parabolas cross."""
    r, s, t = quartic
    down = (-t - r * s + (r + s) ** 2) // 2
    slope = (r + s) * (r * s - t)
    gold = (r * r - down) * (s * s - down) * ((down + t) ** 2 - (r + s) ** 2 * down)
    right = down * down - r * s * t
    edits = {"x^2-8": f"x^2-{down}", "-5x+44": polynomial([-mirror * slope, right], space="")}
    return Variant(edits, gold)


@product_of_ordinates.check
def _(question: str) -> float:
    down = int(re.findall(r"x\^2-(\d)", question)[0])
    slope, right = map(int, re.findall(r"y\^2=(-?\d)x\+(\d+)", question)[0])

    def gap(x: float) -> float:
        return (x * x - down) ** 2 - slope * x - right

    found, total = 0, 1.0
    for step in range(-120, 120):
        # shifted, so that no root lies on an end
        low, high = step / 12 + 0.0123, (step + 1) / 12 + 0.0123
        if gap(low) * gap(high) < 0:
            for _step in range(60):
                middle = (low + high) / 2
                low, high = (middle, high) if gap(low) * gap(middle) > 0 else (low, middle)
            found, total = found + 1, total * (low * low - down)
    return total if found == 4 else float("nan")


# (u, v, w, z) with 1/u + v/w + z the square of a fraction
_SQUARES = (
    *((2, 3, 4, 5), (2, 7, 4, 4), (2, 11, 4, 3), (2, 15, 4, 2), (2, 19, 4, 7), (3, 4, 9, 2), (3, 7, 9, 6)),
    *((3, 10, 9, 4), (3, 16, 9, 5), (3, 19, 9, 3), (4, 4, 9, 4), (4, 7, 9, 7), (4, 10, 9, 2), (4, 13, 9, 3)),
    *((4, 16, 9, 6), (4, 22, 9, 2)),
)


@functionalize("test/algebra/509.json", base=one_of(2, 3, 5, 6, 7), parts=one_of(*_SQUARES))
def nested_root(base: int = 5, parts: tuple[int, int, int, int] = (4, 13, 9, 3)) -> Variant:
    """A root of a fraction of roots, which is rational."""
    u, v, w, z = parts
    square = Fraction(1, u) + Fraction(v, w) + z
    require(is_square(square))
    edits = {
        "{5}": f"{{{base}}}",
        "80": base * u * u,
        "845": base * v * v,
        "{9}": f"{{{w}}}",
        "45": base * z * z,
        r"\sqrt5": rf"\sqrt{base}",
    }
    return Variant(edits, Fraction(isqrt(square.numerator), isqrt(square.denominator)))


@nested_root.check
def _(question: str) -> float:
    a, b, c, d, e, f = map(int, numbers(question))
    return sqrt((a / sqrt(b) + sqrt(c) / d + sqrt(e)) / sqrt(f))


# (first term, numerator of the ratio); all there are with these digits
_SERIES = (
    *((1, 3), (1, 6), (1, 8), (1, 9), (2, 2), (2, 3), (2, 4), (2, 5), (2, 6), (2, 7), (3, 2), (3, 3), (3, 4)),
    *((3, 5), (4, 3), (5, 4), (6, 2), (6, 3), (6, 4), (7, 2), (8, 2), (8, 3), (9, 3)),
)


@functionalize("test/algebra/686.json", terms=one_of(*_SERIES))
def least_parameter_of_square_sum(terms: tuple[int, int] = (4, 3)) -> Variant:
    """Least positive integer in the ratio's denominator for which a geometric series adds up to a square."""
    first, ratio = terms
    # first * a / (a - ratio) falls in a: the greatest root that has an integer a has the least one
    for root in range(isqrt(first * (ratio + 1)), isqrt(first), -1):
        a, rest = divmod(root * root * ratio, root * root - first)
        if rest == 0:
            edits = {"4": first, "12": first * ratio, "36": first * ratio * ratio}
            return Variant(edits, a)
    raise IllPosedError


@least_parameter_of_square_sum.check
def _(question: str) -> int:
    first, second, third = map(int, numbers(question)[:3])
    if second * second != first * third:
        return 0
    sums = ((a, Fraction(first) / (1 - Fraction(second, first * a))) for a in range(1, 200) if first * a > second)
    return next(a for a, total in sums if total.denominator == 1 and is_square(total))


# coefficients of the two roots, at most 4 in size; both unwritten as published only
_COPRIME = tuple(
    (m, n) for m in range(1, 5) for n in (-4, -3, -2, -1, 1, 2, 3, 4) if gcd(m, n) == 1 and (m, n) != (1, -1)
)


@functionalize("test/algebra/2779.json", pair=one_of(*_COPRIME))
def coefficients_of_cubed_surd(pair: tuple[int, int] = (1, 1)) -> Variant:
    """Sum of the coefficients of the roots in the cube of a sum of two roots."""
    # 2 and 3 are the only numbers with a product of one digit that leave three roots that do not combine
    m, n = pair
    base = linear_combination([(m, r"\sqrt{2}"), (n, r"\sqrt{3}")], "")
    gold = m * (2 * m * m + 9 * n * n) + n * (6 * m * m + 3 * n * n)
    return Variant({r"\sqrt{2}+\sqrt{3}": base}, gold)


@coefficients_of_cubed_surd.check
def _(question: str) -> int:
    m, n = (
        int(f"{sign}{digits or 1}") for sign, digits in re.findall(r"([+-]?)(\d*)\\sqrt", question.partition(")")[0])
    )
    one, root2, root3, root6 = 1, 0, 0, 0
    for _step in range(3):
        one, root2, root3, root6 = (
            2 * m * root2 + 3 * n * root3,
            m * one + 3 * n * root6,
            n * one + 2 * m * root6,
            m * root3 + n * root2,
        )
    return root2 + root3 + root6 if one == 0 else -1

"""Algebra, level 1: equations, expressions and functions."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize("test/algebra/988.json", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def equal_fractions(a: int = 2, b: int = 3, c: int = 4, d: int = 5) -> Variant:
    """Root of an equation between a number and a fraction with the unknown below."""
    require(gcd(a, b) == 1 and a != c and c not in {b, d})
    return Variant({"{2}{3}": f"{{{a}}}{{{b}}}", "4": c, "5": d}, d + Fraction(b * c, a))


@equal_fractions.check
def _(a: int, b: int, c: int, d: int) -> Fraction:
    (root,) = (x for x in (Fraction(n, a) for n in range(-200, 200)) if x != d and Fraction(a, b) == c / (x - d))
    return root


# One digit leaves eight pairs of powers; the unknown's letter makes more of them.
@functionalize(
    "test/algebra/1004.json", bases=one_of((2, 2), (2, 3), (3, 2)), root=ints(2, 4), letter=one_of("x", "y", "n", "k")
)
def exponent_of_other_base(bases: tuple[int, int] = (2, 2), root: int = 4, letter: str = "x") -> Variant:
    """Exponent that makes a power of one base equal to a given power of another, both powers of one number."""
    base, power = bases
    require(power * root <= 9)
    edits = {"2^8=4^x": f"{base}^{power * root}={base**power}^{letter}", "$x$": f"${letter}$"}
    return Variant(edits, root)


@exponent_of_other_base.check
def _(question: str) -> int:
    base, exponent, other = map(int, numbers(question))
    (root,) = (x for x in range(10) if other**x == base**exponent)
    return root


def _nested_roots() -> list[tuple[int, int, int, int, int, int]]:
    """(a, index, power, factor, outer, root) with outer-th root of (factor * index-th root of a^power) = root."""
    found = []
    inner = [
        (a, index, power, value)
        for a in (4, 8, 9)
        for index in (3, 4, 6)
        for power in range(2, 7)
        for value in range(2, 33)
        if power % index and a**power <= 729 and value**index == a**power
    ]
    for a, index, power, value in inner:
        for outer in (2, 3, 4):
            for root in range(2, 10):
                factor, rest = divmod(root**outer, value)
                if rest == 0 and 10 <= factor <= 99:
                    found.append((a, index, power, factor, outer, root))
    return found


@functionalize("test/algebra/114.json", nested=one_of(*_nested_roots()))
def nested_root(nested: tuple[int, int, int, int, int, int] = (8, 3, 2, 16, 3, 4)) -> Variant:
    """Value of a root of a multiple of a root of a power."""
    a, index, power, factor, outer, root = nested
    edits = {
        "8": a,
        r"16\sqrt[3]{a^2}": rf"{factor}\sqrt[{index}]{{a^{power}}}",
        r"\frac 13": rf"\frac 1{outer}",
    }
    return Variant(edits, root)


@nested_root.check
def _(question: str) -> float:
    a, factor, index, power, last = map(int, numbers(question))
    return float((factor * a ** (power / index)) ** (1 / (last % 10)))


@functionalize("test/algebra/1214.json", base=ints(2, 9), outer=ints(2, 8), k=ints(1, 4))
def inner_exponent(base: int = 3, outer: int = 6, k: int = 1) -> Variant:
    """Inner exponent of a power of a power that equals a power of the same base."""
    require(k * outer <= 9)
    return Variant({"{(3^k)}^6=3^6": f"{{({base}^k)}}^{outer}={base}^{k * outer}"}, k)


@inner_exponent.check
def _(question: str) -> int:
    base, outer, same, exponent = map(int, numbers(question))
    (k,) = (k for k in range(10) if (base**k) ** outer == same**exponent)
    return k


# Squares and cubes of at most two digits.
@functionalize("test/algebra/1303.json", square_root=ints(3, 9), cube_root=ints(2, 4))
def difference_of_roots(square_root: int = 8, cube_root: int = 4) -> Variant:
    """Positive square root of one number less the cube root of another."""
    require(square_root > cube_root)
    return Variant({"64@1": square_root**2, "64@2": cube_root**3}, square_root - cube_root)


@difference_of_roots.check
def _(question: str) -> float:
    square, cube = map(int, numbers(question))
    return float(square**0.5 - cube ** (1 / 3))


# The sum of the numbers is round, which is what makes the square easy.
@functionalize("test/algebra/1937.json", total=one_of(30, 40, 50, 60), a=ints(11, 31))
def expanded_square(total: int = 40, a: int = 21) -> Variant:
    """Value of a square that is written out as two squares and twice a product."""
    b = total - a
    require(11 <= b <= 31 and a != b and a % 10 != 0)
    return Variant({"441": a**2, "21": a, "19": b, "361": b**2}, total**2)


@expanded_square.check
def _(question: str) -> int:
    first, twice, a, b, last = map(int, numbers(question))
    return first + twice * a * b + last


# The two numbers lie as far from 500 on either side, so that they add up to 1000.
@functionalize("test/algebra/2592.json", apart=ints(5, 49))
def difference_of_squares(apart: int = 13) -> Variant:
    """Difference of two squares of three-digit numbers with a round sum."""
    require(apart % 10 != 0)
    return Variant({"513": 500 + apart, "487": 500 - apart}, 2000 * apart)


@difference_of_squares.check
def _(question: str) -> int:
    a, power, b, other = map(int, numbers(question))
    return int(a**power - b**other)


@functionalize("test/algebra/2789.json", p=ints(2, 9), q=ints(2, 9), r=ints(1, 9), a=ints(2, 9), b=ints(1, 9))
def new_operation(p: int = 9, q: int = 2, r: int = 5, a: int = 5, b: int = 1) -> Variant:
    """Value of an operation that a formula in both operands defines."""
    gold = p * a + q * b - a * b + r
    require(b not in {a, p} and q != a and gold >= 10)
    return Variant({"9a+2b-ab+5": f"{p}a+{q}b-ab+{r}", r"5\star1": rf"{a}\star{b}"}, gold)


@new_operation.check
def _(question: str) -> int:
    p, q, r, a, b = map(int, numbers(question))
    return p * q + r - (a - q) * (b - p)


@functionalize("test/algebra/567.json", p=ints(3, 9), q=ints(1, 9), r=ints(1, 9))
def largest_root(p: int = 5, q: int = 1, r: int = 3) -> Variant:
    """Larger root of an equation with the absolute value of a linear expression."""
    root, rest = divmod(q + r, p - 1)
    require(rest == 0 and q != r)
    return Variant({"5x-1": f"{p}x-{q}", "x+3": f"x+{r}"}, root)


@largest_root.check
def _(question: str) -> float:
    # The difference of the sides is convex and negative where the absolute value is 0.
    p, q, r = map(int, numbers(question))
    low, high = q / p, 100.0
    for _ in range(60):
        x = (low + high) / 2
        low, high = (x, high) if abs(p * x - q) < x + r else (low, x)
    return low


# One below a round number, which is what makes it easy in one's head.
@functionalize("test/algebra/722.json", tens=ints(2, 10), last=ints(1, 9))
def sum_in_the_head(tens: int = 10, last: int = 1) -> Variant:
    """A number's square, the number and a small number added up."""
    n = 10 * tens - 1
    return Variant({"99^2+99+1": f"{n}^2+{n}+{last}"}, n * (n + 1) + last)


@sum_in_the_head.check
def _(question: str) -> int:
    n, power, again, last = map(int, numbers(question))
    return int(n**power + again + last)


@functionalize("test/algebra/849.json", p=ints(2, 9), q=ints(2, 9), r=ints(2, 9), k=ints(2, 5))
def value_at_negative(p: int = 5, q: int = 3, r: int = 4, k: int = 2) -> Variant:
    """Value of a quadratic function at a negative number."""
    gold = p * k**2 - q * k + r
    require(gold >= 2)
    return Variant({"5x^2+3x+4": f"{p}x^2+{q}x+{r}", "f(-2)": f"f(-{k})"}, gold)


@value_at_negative.check
def _(question: str) -> int:
    p, _, q, r, k = map(int, numbers(question))
    # The remainder of the division by x + k.
    return r - k * (q - k * p)

"""Algebra, level 2: expressions, functions and points."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, hypot, isclose

from gap_tasks.math500.english import ordinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import point, polynomial, rational
from gap_tasks.sampling import ints, numbers, one_of, require


# The parts of the lower number of the first fraction cancel, one against each number of the second.
@functionalize("test/algebra/1842.json", m=ints(2, 9), a=ints(2, 11), b=ints(2, 9), c=ints(1, 5), d=ints(5, 11))
def operation_on_fractions(m: int = 7, a: int = 10, b: int = 3, c: int = 1, d: int = 7) -> Variant:
    """Value of an operation on two simplified fractions that a formula defines."""
    n, p, q = a * b, a * c, b * d
    require(10 <= n <= 99 and 10 <= p < q <= 99 and p % n != 0 and q % n != 0)
    require(gcd(m, n) == 1 and gcd(p, q) == 1 and m * c * d >= 10)
    edits = {
        r"\frac{7}{30}": rational(Fraction(m, n)),
        r"\frac{10}{21}": rational(Fraction(p, q)),
    }
    return Variant(edits, m * c * d)


@operation_on_fractions.check
def _(question: str) -> Fraction:
    m, n, p, q = map(int, numbers(question))
    return Fraction(m * p * q, n)


# The inner difference is round, so the outer difference of squares has round factors.
@functionalize("test/algebra/2593.json", half=ints(11, 60), apart=ints(1, 3), less=one_of(*range(10, 45, 5)))
def nested_differences(half: int = 25, apart: int = 1, less: int = 10) -> Variant:
    """Difference of squares with another difference of squares inside."""
    a, b = half + apart, half - apart
    inner = 4 * half * apart
    require(b >= 10 and inner % 20 == 0 and inner <= 200 and inner - 2 * less >= 20)
    edits = {"26^2 - 24^2 - 10": f"{a}^2 - {b}^2 - {less}", "10^2": f"{less}^2"}
    return Variant(edits, inner * (inner - 2 * less))


@nested_differences.check
def _(question: str) -> int:
    a, _, b, _, less, _, again, _ = map(int, numbers(question))
    return int((a**2 - b**2 - less) ** 2 - again**2)


# The divisor's number goes into the product of the others only, not into either alone.
@functionalize(
    "test/algebra/2680.json",
    number=ints(2, 9),
    power=ints(2, 9),
    b=one_of(2, 3, 4, 6, 8, 9),
    c=one_of(4, 6, 8, 9),
    first=ints(2, 9),
    second=ints(2, 9),
)
def simplified_monomial(
    number: int = 5, power: int = 5, b: int = 4, c: int = 8, first: int = 3, second: int = 6
) -> Variant:
    """A product of monomials over another, simplified."""
    a, rest = divmod(number * c, b)
    under = first + second - power
    require(rest == 0 and a >= 10 and a % c != 0 and b % c != 0)
    require(2 <= under <= 9)
    edits = {"10r^3": f"{a}r^{first}", "4r^6": f"{b}r^{second}", "8r^4": f"{c}r^{under}"}
    return Variant(edits, f"{number}r^{power}")


@simplified_monomial.check
def _(question: str, gold: str) -> bool:
    a, first, b, second, c, under = map(int, numbers(question))
    number, power = map(int, gold.split("r^"))
    return all(a * r**first * b * r**second == c * r**under * number * r**power for r in (1, 2, 3))


@functionalize(
    "test/algebra/2735.json",
    over=ints(1, 9),
    slope=ints(2, 9),
    under=ints(2, 9),
    other_over=ints(1, 9),
    other_slope=ints(2, 9),
    other_under=ints(2, 9),
)
def difference_as_one_fraction(
    over: int = 4, slope: int = 6, under: int = 5, other_over: int = 1, other_slope: int = 3, other_under: int = 4
) -> Variant:
    """Difference of two fractions with linear numerators as one fraction."""
    number = over * other_under - other_over * under
    factor = slope * other_under - other_slope * under
    whole = under * other_under
    require(gcd(under, other_under) == 1 and gcd(over, slope, under) == gcd(other_over, other_slope, other_under) == 1)
    require(number >= 2 and factor >= 2 and whole >= 10 and gcd(number, factor, whole) == 1)
    edits = {
        r"\frac{4+6a}{5}": rf"\frac{{{over}+{slope}a}}{{{under}}}",
        r"\frac{1+3a}{4}": rf"\frac{{{other_over}+{other_slope}a}}{{{other_under}}}",
    }
    return Variant(edits, rf"\frac{{{number}+{factor}a}}{{{whole}}}")


@difference_as_one_fraction.check
def _(question: str, gold: str) -> bool:
    texts = numbers(question), numbers(gold)
    (over, slope, under, other_over, other_slope, other_under), (number, factor, whole) = (
        tuple(map(int, text)) for text in texts
    )
    return all(
        Fraction(over + slope * a, under) - Fraction(other_over + other_slope * a, other_under)
        == Fraction(number + factor * a, whole)
        for a in (0, 1, 5)
    )


# The first factor's lead A is a root of q t^2 - middle t - p lead; the other root must not give whole numbers too.
@functionalize("test/algebra/276.json", a=ints(2, 9), b=ints(2, 9), p=ints(2, 9), q=ints(2, 9))
def leads_of_factors(a: int = 5, b: int = 2, p: int = 8, q: int = 3) -> Variant:
    """A sum made of the leading coefficients of the factors of a quadratic, whose constants are given."""
    middle = a * q - p * b
    require(a != b and a * b >= 10 and p * q >= 10 and 0 < abs(middle) <= 9)
    require(gcd(a, p) == gcd(b, q) == 1 and (p * b % q != 0 or q * a % p != 0))
    edits = {
        "10x^2-x-24": polynomial([a * b, middle, -p * q], space=""),
        "Ax-8": f"Ax-{p}",
        "Bx+3": f"Bx+{q}",
    }
    return Variant(edits, a * b + b)


@leads_of_factors.check
def _(question: str) -> int:
    text = question.split("$")[1]
    lead, rest = text.split("x^2")
    middle, constant = (part + "1" if part in {"+", "-"} else part for part in rest.split("x"))
    p, q = map(int, numbers(question)[-2:])
    leads = [(a, int(lead) // a) for size in range(1, int(lead) + 1) for a in (size, -size) if int(lead) % a == 0]
    ((a, b),) = (pair for pair in leads if pair[0] * q - p * pair[1] == int(middle) and int(constant) == -p * q)
    return a * b + b


@functionalize("test/algebra/346.json", p=ints(2, 9), q=ints(1, 9), s=ints(1, 9), a=ints(2, 9), t=ints(1, 9))
def composed_value(p: int = 2, q: int = 3, s: int = 1, a: int = 5, t: int = 1) -> Variant:
    """Value of a linear function at a number less than another's value."""
    gold = p * a - q - t + s
    require(p != a and p * a - q - t >= 2 and gold <= 40)
    return Variant({"2x-3": f"{p}x-{q}", "x+1": f"x+{s}", "f(5)-1": f"f({a})-{t}"}, gold)


@composed_value.check
def _(question: str) -> int:
    p, q, s, a, t = map(int, numbers(question))
    f, g = [p * x - q for x in range(10)], [x + s for x in range(100)]
    return g[f[a] - t]


@functionalize("test/algebra/524.json", place=ints(1001, 4999))
def far_odd_number(place: int = 2003) -> Variant:
    """Odd number at a far place of their sequence."""
    require(place % 100 != 0)
    return Variant({"2003rd": ordinal(place)}, 2 * place - 1)


@far_odd_number.check
def _(question: str) -> int:
    place, first, second = (int(text) for text in numbers(question)[:3])
    return range(first, 20000, second - first)[place - 1]


@functionalize("test/algebra/864.json", x=ints(-4, 4), y=ints(1, 8), across=ints(2, 8), up=one_of(-3, -2, -1, 1, 2, 3))
def midpoint(x: int = -1, y: int = 6, across: int = 4, up: int = 1) -> Variant:
    """Midpoint of a segment with the given ends."""
    first, last = (x - across, y - up), (x + across, y + up)
    require(-9 <= first[0] < 0 < last[0] <= 9 and min(first[1], last[1]) >= 1 and max(first[1], last[1]) <= 9)
    require(x not in {0, *first} and y != x)
    return Variant({"(-5,5)": point(*first), "(3,7)": point(*last)}, point(x, y))


@midpoint.check
def _(question: str, gold: str) -> bool:
    places = [text.split(")")[0].split(",") for text in f"{question}{gold}".split("(")[1:]]
    first, last, _, middle = places
    (a, b), (c, d), (x, y) = ((int(u), int(v)) for u, v in (first, last, middle))
    apart = hypot(a - c, b - d)
    return isclose(hypot(a - x, b - y), apart / 2) and isclose(hypot(c - x, d - y), apart / 2)

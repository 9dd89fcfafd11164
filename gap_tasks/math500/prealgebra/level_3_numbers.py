"""Prealgebra, level 3: numbers and expressions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import gcd

from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import rational
from gap_tasks.sampling import ints, numbers, one_of, require

# Proper fractions in lowest terms with one digit above and below.
_PROPER = tuple((over, under) for under in range(2, 10) for over in range(1, under) if gcd(over, under) == 1)


@functionalize("test/prealgebra/1238.json", low=one_of(*_PROPER), high=one_of(*_PROPER), under=ints(5, 9))
def numerator_between(low: tuple[int, int] = (1, 4), high: tuple[int, int] = (1, 3), under: int = 7) -> Variant:
    """Integer numerator for which a fraction lies strictly between two others."""
    (a, b), (c, d) = low, high
    x = c * under // d
    require(x >= 2 and a * under // b == x - 1 and a * under % b > 0 and c * under % d > 0)
    edits = {
        r"\frac{1}{4}<\frac{x}{7}<\frac{1}{3}": (rf"\frac{{{a}}}{{{b}}}<\frac{{x}}{{{under}}}<\frac{{{c}}}{{{d}}}")
    }
    return Variant(edits, x)


@numerator_between.check
def _(question: str) -> int:
    a, b, under, c, d = map(int, numbers(question))
    (x,) = (x for x in range(-20, 50) if Fraction(a, b) < Fraction(x, under) < Fraction(c, d))
    return x


@functionalize("test/prealgebra/1686.json", smaller=ints(12, 48), times=ints(2, 8))
def number_of_common_factors(smaller: int = 14, times: int = 3) -> Variant:
    """Number of positive factors that a number shares with a multiple of it."""
    require(smaller * times <= 99)
    gold = sum(smaller % factor == 0 for factor in range(1, smaller + 1))
    require(gold > 2)
    return Variant({"14": smaller, "42": smaller * times}, gold)


@number_of_common_factors.check
def _(question: str) -> int:
    one, other = (
        {a for a in range(1, n + 1) for b in range(1, n // a + 1) if a * b == n} for n in map(int, numbers(question))
    )
    return len(one & other)


# Three digits leave few products of consecutive integers; even or odd ones and the question make more of them.
@functionalize("test/prealgebra/1730.json", middle=ints(3, 10), step=ints(1, 2), asked=one_of("largest", "smallest"))
def consecutive_integer(middle: int = 5, step: int = 1, asked: str = "largest") -> Variant:
    """One of three consecutive integers, from their product and its quotient by their mean."""
    quotient = middle**2 - step**2
    gold = middle + step if asked == "largest" else middle - step
    require(gold >= 2 and middle > step + 1)
    kind = "" if step == 1 else ("odd " if middle % 2 else "even ")
    edits = {
        "consecutive integers": f"consecutive {kind}integers",
        "120": middle * quotient,
        "24": quotient,
        "largest": asked,
    }
    return Variant(edits, gold)


@consecutive_integer.check
def _(question: str) -> int:
    product, quotient = map(int, numbers(question))
    step = 2 if "consecutive even" in question or "consecutive odd" in question else 1
    parity = 0 if "consecutive even" in question else 1
    triples = [(n, n + step, n + 2 * step) for n in range(-50, 50) if step == 1 or n % 2 == parity]
    ((low, _, high),) = (
        (a, b, c) for a, b, c in triples if a * b * c == product and Fraction(3 * product, a + b + c or 1) == quotient
    )
    return high if "the largest" in question else low


@functionalize(
    "test/prealgebra/1733.json", a=ints(1, 4), b=ints(1, 4), c=ints(1, 4), d=ints(2, 6), e=ints(2, 6), f=ints(3, 9)
)
def least_by_parentheses(a: int = 1, b: int = 2, c: int = 3, d: int = 4, e: int = 5, f: int = 6) -> Variant:
    """Least value that parentheses can give a sum with one term subtracted."""
    before, example = a + b + c, d + e
    value, changed, gold = before - d + e + f, before - example + f, before - example - f
    require(before <= 9 and example <= 9 and value >= 10 and 1 <= changed <= 9 and changed != f and -9 <= gold <= -1)
    edits = {
        "1 + 2 + 3 - 4 + 5 + 6": f"{a} + {b} + {c} - {d} + {e} + {f}",
        "13": value,
        "1+2+3-(4+5)+6=1+2+3-9+6=6-9+6=3": (
            f"{a}+{b}+{c}-({d}+{e})+{f}={a}+{b}+{c}-{example}+{f}={before}-{example}+{f}={changed}"
        ),
        "(1+2+3)(-4)+5+6": f"({a}+{b}+{c})(-{d})+{e}+{f}",
    }
    return Variant(edits, gold)


@least_by_parentheses.check
def _(question: str) -> int:
    pieces = question.split("$$")[1].split()
    terms, signs = tuple(map(int, pieces[::2])), pieces[1::2]

    @cache
    def values(start: int, stop: int) -> frozenset[int]:
        """What the terms from start to stop can give, over every last operation."""
        if stop - start == 1:
            return frozenset({terms[start]})
        found = set()
        for cut in range(start + 1, stop):
            sign = 1 if signs[cut - 1] == "+" else -1
            found |= {left + sign * right for left in values(start, cut) for right in values(cut, stop)}
        return frozenset(found)

    return min(values(0, len(terms)))


@functionalize("test/prealgebra/1742.json", tens=ints(10, 50), divisor=ints(3, 9))
def chance_of_multiple(tens: int = 10, divisor: int = 3) -> Variant:
    """Probability that a number picked from 1 to an upper limit is a multiple of a number."""
    limit = 10 * tens
    require(limit % divisor != 0)
    return Variant({"100": limit, "3": divisor}, rational(Fraction(limit // divisor, limit), "dfrac"))


@chance_of_multiple.check
def _(question: str) -> Fraction:
    low, high, divisor = map(int, numbers(question))
    return Fraction(len(range(divisor, high + 1, divisor)), high - low + 1)


_PRIMES = (11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97)


# One digit leaves 12 conditions that more than one prime meets.
@functionalize(
    "test/prealgebra/1743.json", combination=one_of("sum", "product", "positive difference"), value=ints(1, 9)
)
def number_of_primes(combination: str = "sum", value: int = 8) -> Variant:
    """Number of two-digit primes whose digits have a given sum, product or difference."""
    gold = sum(_combined(combination, *divmod(prime, 10)) == value for prime in _PRIMES)
    require(gold >= 2)
    return Variant({"sum": combination, "8": value}, gold)


def _combined(combination: str, a: int, b: int) -> int:
    if combination == "sum":
        return a + b
    return a * b if combination == "product" else abs(a - b)


@number_of_primes.check
def _(question: str) -> int:
    value = int(numbers(question)[0])
    pairs = [(a, b) for a in range(1, 10) for b in range(10) if all((10 * a + b) % n for n in range(2, 10))]
    if "difference of" in question:
        return sum(value in (a - b, b - a) for a, b in pairs)
    if "product of" in question:
        return sum(a * b == value for a, b in pairs)
    return sum(a + b == value for a, b in pairs)


@functionalize("test/prealgebra/1761.json", number=ints(10, 40), over=ints(2, 9), under=ints(2, 9))
def factor_instead_of_divisor(number: int = 10, over: int = 2, under: int = 3) -> Variant:
    """Factor that does what a division by a fraction does."""
    require(gcd(over, under) == 1)
    return Variant({"10": number, r"\frac{2}{3}": rf"\frac{{{over}}}{{{under}}}"}, Fraction(under, over))


@factor_instead_of_divisor.check
def _(question: str) -> Fraction:
    number, over, under, again = map(int, numbers(question))
    return number / Fraction(over, under) / again


# A sign before the second fraction keeps the trick, and the power of a product -1 depends on the exponent.
@functionalize(
    "test/prealgebra/1787.json",
    whole=ints(2, 9),
    fraction=one_of(*_PROPER),
    exponent=ints(21, 99),
    sign=one_of("", "-"),
)
def power_of_reciprocals(
    whole: int = 4, fraction: tuple[int, int] = (5, 8), exponent: int = 55, sign: str = ""
) -> Variant:
    """Product of equal powers of a mixed number and its reciprocal, perhaps negated."""
    over, under = fraction
    improper = whole * under + over
    require(improper >= 10)
    edits = {
        r"4\dfrac{5}{8}": rf"{whole}\dfrac{{{over}}}{{{under}}}",
        "55": exponent,
        r"\left(\dfrac{8}{37}": rf"\left({sign}\dfrac{{{under}}}{{{improper}}}",
    }
    return Variant(edits, -1 if sign and exponent % 2 else 1)


@power_of_reciprocals.check
def _(question: str) -> Fraction:
    whole, over, under, power, other, improper, last = map(int, numbers(question))
    second = Fraction(-other if r"(-\dfrac" in question else other, improper)
    return (whole + Fraction(over, under)) ** power * second**last


@functionalize(
    "test/prealgebra/1908.json", shared=one_of(*range(30, 130, 10), *range(24, 126, 6)), a=ints(2, 7), b=ints(2, 7)
)
def number_of_two_digit_factors(shared: int = 50, a: int = 2, b: int = 3) -> Variant:
    """Number of two-digit factors that two three-digit numbers share."""
    require(a < b and gcd(a, b) == 1 and shared * a >= 100 and shared * b <= 400)
    gold = sum(shared % factor == 0 for factor in range(10, min(shared, 99) + 1))
    require(gold >= 3)
    return Variant({"100": shared * a, "150": shared * b}, gold)


@number_of_two_digit_factors.check
def _(question: str) -> int:
    one, other = map(int, numbers(question))
    return sum(one % factor == 0 and other % factor == 0 for factor in range(10, 100))


def _cancel(*pairs: tuple[int, int]) -> bool:
    return all(gcd(a, b) > 1 for a, b in pairs)


# Both cancellations of the published item are there: a denominator, and a numerator with the divisor's numerator.
@functionalize(
    "test/prealgebra/1995.json",
    a=ints(1, 3),
    b=ints(2, 9),
    second=one_of(*((c, d) for c in range(2, 10) for d in range(2, 10) if gcd(c, d) == 1)),
    e=ints(10, 30),
    f=ints(10, 30),
)
def product_and_quotient(a: int = 1, b: int = 5, second: tuple[int, int] = (8, 7), e: int = 12, f: int = 20) -> Variant:
    """Product of two fractions divided by a third, in lowest terms."""
    c, d = second
    require(gcd(a, b) == 1 and _cancel((b, f), (c, e), (e, f)) and e != f)
    gold = Fraction(a * c * f, b * d * e)
    require(gold.denominator > 1)
    edits = {
        r"\frac{1}{5}": rf"\frac{{{a}}}{{{b}}}",
        r"\frac{8}{7}": rf"\frac{{{c}}}{{{d}}}",
        r"\frac{12}{20}": rf"\frac{{{e}}}{{{f}}}",
    }
    return Variant(edits, gold)


@product_and_quotient.check
def _(question: str) -> float:
    a, b, c, d, e, f = _floats(numbers(question))
    return a / b * (c / d) / (e / f)


def _floats(texts: Sequence[str]) -> list[float]:
    return [float(text) for text in texts]

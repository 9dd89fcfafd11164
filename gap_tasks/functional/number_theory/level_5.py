"""Number theory, level 5."""

from __future__ import annotations

from math import factorial, gcd, lcm, prod

from gap_tasks.functional.number_theory.primes import factorization
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


def times_in_factorial(prime: int, n: int) -> int:
    """Exponent of a prime in n factorial."""
    return 0 if n == 0 else n // prime + times_in_factorial(prime, n // prime)


# Bases with a repeated prime: which of the primes runs out first is not plain to see.
@problem(level=5, source="own", base=one_of(12, 18, 20, 24, 28, 40, 45, 48, 50, 54, 56, 72, 75, 80, 90), n=ints(40, 99))
def power_in_factorial(base: int = 24, n: int = 75) -> Answer:
    """Largest power of a composite number that divides a factorial."""
    powers = factorization(base)
    return Answer(
        f"What is the largest integer $k$ such that ${base}^k$ divides ${n}!$?",
        min(times_in_factorial(prime, n) // power for prime, power in powers.items()),
    )


@power_in_factorial.check
def _(base: int, n: int) -> int:
    rest, k = factorial(n), 0
    while rest % base == 0:
        rest, k = rest // base, k + 1
    return k


@problem(
    level=5,
    source="own",
    common=ints(2, 6),
    x=ints(2, 9),
    y=ints(2, 9),
    other=ints(11, 40),
    item=one_of("muffins", "bagels", "cookies", "rolls", "waffles"),
)
def largest_unsold(common: int = 3, x: int = 4, y: int = 7, other: int = 25, item: str = "muffins") -> Answer:
    """Largest number that full boxes of three sizes do not make up."""
    require(x < y and gcd(x, y) == gcd(common, other) == 1)
    # From (x - 1)(y - 1) on, a number is a sum of x's and y's: then the other size adds nothing to these.
    require(other > y and other >= (x - 1) * (y - 1))
    sizes = sorted((common * x, common * y, other))
    # A number needs the other size 0, ..., common - 1 times, as its remainder says; the rest is up to x and y.
    return Answer(
        f"A bakery sells {item} only in full boxes of {sizes[0]}, {sizes[1]} or {sizes[2]} {item}, and a customer may "
        f"combine any numbers of boxes of the three sizes. What is the largest number of {item} that a customer "
        "cannot buy exactly?",
        common * (x * y - x - y) + (common - 1) * other,
    )


@largest_unsold.check
def _(printed: list[int]) -> int:
    sold, largest, run, n = {0}, 0, 1, 0
    # After as many numbers in a row as the smallest box holds, every number can be reached.
    while run < printed[0]:
        n += 1
        if any(n - size in sold for size in printed):
            sold.add(n)
            run += 1
        else:
            largest, run = n, 0
    return largest


@problem(level=5, source="own", a=ints(12, 40), n=ints(21, 60))
def floor_sum(a: int = 23, n: int = 40) -> Answer:
    """Sum of rounded-down multiples of a fraction, by pairing its terms."""
    require(a < n - 1 and gcd(a, n) == 1 and 200 <= (a - 1) * (n - 1) < 2000)
    # The terms of k and n - k add up to a - 1.
    return Answer(
        rf"For a real number $x$, let $\lfloor x \rfloor$ be the greatest integer that is at most $x$. What is the "
        rf"value of $\sum_{{k=1}}^{{{n - 1}}} \left\lfloor \frac{{{a}k}}{{{n}}} \right\rfloor$?",
        (a - 1) * (n - 1) // 2,
    )


@floor_sum.check
def _(printed: list[int]) -> int:
    first, last, a, n = printed
    return sum(a * k // n for k in range(first, last + 1))


@problem(level=5, source="own", a=ints(2, 9), b=ints(2, 9), n=ints(10, 30))
def fraction_pairs(a: int = 3, b: int = 5, n: int = 14) -> Answer:
    """Number of pairs of denominators whose fractions add up to a unit fraction."""
    # (x - an)(y - bn) = abn^2, and both factors are positive.
    rest = a * b * n * n
    require(gcd(a, b) == 1 and rest <= 9000)
    return Answer(
        rf"How many ordered pairs $(x, y)$ of positive integers satisfy $\frac{{{a}}}{{x}} + \frac{{{b}}}{{y}} = "
        rf"\frac{{1}}{{{n}}}$?",
        prod(e + 1 for e in factorization(rest).values()),
    )


@fraction_pairs.check
def _(a: int, b: int, n: int) -> int:
    # Each x above an gives y = bnx / (x - an), which has to be whole; y > bn stops that at x - an = abn^2.
    return sum(b * n * x % (x - a * n) == 0 for x in range(a * n + 1, a * n + a * b * n * n + 1))


@problem(level=5, source="own", n=ints(110, 340), p=one_of(3, 5, 7))
def binomials_not_divisible(n: int = 194, p: int = 5) -> Answer:
    """Number of binomial coefficients of one row that a prime does not divide, by their digits in its base."""
    digits, rest = [], n
    while rest:
        digits.append(rest % p)
        rest //= p
    # The binomial coefficient of n and k is the product of those of their digits, up to multiples of p.
    require(sum(digit > 0 for digit in digits) >= 3)
    return Answer(
        rf"How many of the binomial coefficients $\binom{{{n}}}{{0}}, \binom{{{n}}}{{1}}, \binom{{{n}}}{{2}}, \ldots, "
        rf"\binom{{{n}}}{{{n}}}$ are not divisible by {p}?",
        prod(digit + 1 for digit in digits),
    )


@binomials_not_divisible.check
def _(n: int, p: int) -> int:
    coefficient, found = 1, 0
    for k in range(n + 1):
        found += coefficient % p != 0
        coefficient = coefficient * (n - k) // (k + 1)
    return found


def order_of_ten(n: int) -> int:
    """Least positive k for which n divides 10^k - 1, for an n without the factors 2 and 5."""
    k, power = 1, 10 % n
    while power != 1 % n:
        k, power = k + 1, power * 10 % n
    return k


DIVISORS = one_of(
    *(
        n
        for n in range(100, 1000)
        if len(factorization(n)) >= 2 and set(factorization(n)) <= {3, 7, 11, 13, 17, 31, 37, 41, 73, 101}
    )
)
"""Numbers of three digits whose primes all divide a row of 16 nines or fewer."""


# Not nines: a row of them is one less than a power of ten in plain sight.
@problem(level=5, source="own", digit=ints(2, 8), divisor=DIVISORS)
def repdigit_length(digit: int = 6, divisor: int = 189) -> Answer:
    """Least number of digits of a multiple with equal digits."""
    # digit * (10^k - 1) / 9 is a multiple of the divisor.
    nines = 9 * divisor // gcd(digit, 9 * divisor)
    length = lcm(*(order_of_ten(p**e) for p, e in factorization(nines).items()))
    require(7 <= length <= 99)
    return Answer(
        f"All digits of a positive integer are equal to {digit}, and the integer is divisible by {divisor}. What is "
        "the smallest number of digits that the integer can have?",
        length,
    )


@repdigit_length.check
def _(digit: int, divisor: int) -> int:
    rest, length = digit % divisor, 1
    while rest:
        rest, length = (10 * rest + digit) % divisor, length + 1
    return length

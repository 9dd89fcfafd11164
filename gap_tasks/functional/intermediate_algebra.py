"""Intermediate algebra: complex numbers, polynomial division, roots, telescoping sums, interpolation."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.functional.problem import Answer, ints, problem, require


@problem(level=1, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(2, 9), d=ints(2, 9))
def real_part(a: int = 7, b: int = 2, c: int = 5, d: int = 3) -> Answer:
    """Real part of a product of two complex numbers."""
    require(a * c > b * d)
    return Answer(f"What is the real part of $({a} + {b}i)({c} + {d}i)$, where $i^2 = -1$?", a * c - b * d)


@real_part.check
def _(a: int, b: int, c: int, d: int) -> int:
    return int((complex(a, b) * complex(c, d)).real)


@problem(level=2, source="own", a=ints(2, 9), b=ints(2, 9), c=ints(10, 99), r=ints(2, 5))
def cubic_remainder(a: int = 6, b: int = 5, c: int = 31, r: int = 4) -> Answer:
    """Remainder of a cubic divided by a linear polynomial."""
    return Answer(
        f"What is the remainder when $x^3 + {a}x^2 - {b}x + {c}$ is divided by $x - {r}$?",
        r**3 + a * r**2 - b * r + c,
    )


@cubic_remainder.check
def _(a: int, b: int, c: int, r: int) -> int:
    # Long division: each leading coefficient is taken off by a multiple of x - r.
    coefficients = [1, a, -b, c]
    for i in range(3):
        coefficients[i + 1] += r * coefficients[i]
    return coefficients[-1]


@problem(level=3, source="own", a=ints(10, 19), b=ints(10, 48), c=ints(10, 99))
def squared_roots(a: int = 15, b: int = 34, c: int = 17) -> Answer:
    """Sum of the squares of a cubic's roots, from its coefficients."""
    require(a * a > 2 * b)
    return Answer(
        f"Let $r$, $s$ and $t$ be the three complex roots, counted with multiplicity, of "
        f"$x^3 - {a}x^2 + {b}x - {c} = 0$. What is the value of $r^2 + s^2 + t^2$?",
        a * a - 2 * b,
    )


@squared_roots.check
def _(a: int, b: int, c: int) -> int:
    # The roots are the eigenvalues of the companion matrix; the trace of its square adds up their squares.
    companion = ((0, 0, c), (1, 0, -b), (0, 1, a))
    return sum(companion[i][k] * companion[k][i] for i in range(3) for k in range(3))


@problem(level=4, source="own", first=ints(2, 7), step=ints(2, 7), terms=ints(6, 30))
def neighbor_products(first: int = 3, step: int = 4, terms: int = 10) -> Answer:
    """Sum of the reciprocals of the products of neighbors in an arithmetic sequence."""
    a, b, c = first, first + step, first + 2 * step
    last = first + terms * step
    return Answer(
        rf"What is the sum $\frac{{1}}{{{a} \cdot {b}}} + \frac{{1}}{{{b} \cdot {c}}} + \cdots + "
        rf"\frac{{1}}{{{last - step} \cdot {last}}}$, in which the denominators are the products of neighboring "
        rf"terms of the arithmetic sequence ${a}, {b}, {c}, \ldots, {last}$?",
        Fraction(terms, first * last),
    )


@neighbor_products.check
def _(printed: list[int]) -> Fraction:
    # Of the numbers printed, the last four are the sequence; the others are numerators and factors.
    *fractions, first, second, third, last = printed
    sequence = range(first, last + 1, second - first)
    if fractions != [1, *sequence[:2], 1, *sequence[1:3], 1, *sequence[-2:]] or (sequence[2], sequence[-1]) != (
        third,
        last,
    ):
        raise ValueError(f"the fractions {fractions} do not belong to {sequence}")
    return sum((Fraction(1, sequence[i] * sequence[i + 1]) for i in range(len(sequence) - 1)), Fraction(0))


@problem(level=5, source="own", start=ints(10, 60), step=ints(2, 9), at=ints(6, 8))
def monic_quartic(start: int = 15, step: int = 7, at: int = 6) -> Answer:
    """Value of a monic quartic that agrees with a linear function at four integers."""
    one, two, three, four = (start + i * step for i in range(4))
    return Answer(
        f"The polynomial $P(x)$ has degree 4 and leading coefficient 1. It satisfies $P(1) = {one}$, $P(2) = {two}$, "
        f"$P(3) = {three}$ and $P(4) = {four}$. What is $P({at})$?",
        start + step * (at - 1) + (at - 1) * (at - 2) * (at - 3) * (at - 4),
    )


@monic_quartic.check
def _(printed: list[int]) -> int:
    # Fourth differences of a monic quartic are 4! = 24, so each value follows from the four before it.
    values, at = printed[3:10:2], printed[10]
    while len(values) < at:
        w, x, y, z = values[-4:]
        values.append(24 - w + 4 * x - 6 * y + 4 * z)
    return values[at - 1]

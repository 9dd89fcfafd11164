"""Intermediate algebra, level 3."""

from __future__ import annotations

from fractions import Fraction
from math import exp, gcd, hypot, isqrt, log, sqrt

from gap_tasks.functional.intermediate_algebra.approximation import lowest_value_near, nearest_integer
from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


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


@problem(level=3, source="own", a=ints(2, 9), b=ints(2, 9), x=ints(2, 9), y=ints(2, 9), c=ints(2, 9))
def foci_distance(a: int = 4, b: int = 9, x: int = 5, y: int = 6, c: int = 5) -> Answer:
    """Distance between the foci of an ellipse, from its general equation."""
    # a(x - h)^2 + b(y + k)^2 = abt has foci at a distance of c from its center where t(b - a) = c^2.
    require(a < b and gcd(a, b) == 1 and c * c % (b - a) == 0)
    constant = a * x * x + b * y * y - a * b * (c * c // (b - a))
    require(constant > 0)
    return Answer(
        "What is the distance between the two foci of the ellipse "
        f"${a}x^2 + {b}y^2 - {2 * a * x}x + {2 * b * y}y + {constant} = 0$?",
        2 * c,
    )


@foci_distance.check
def _(printed: list[int]) -> int:
    a, _square, b, _other_square, left, up, constant, _zero = printed
    # Where both partial derivatives vanish is the center.
    h, k = left / (2 * a), -up / (2 * b)
    rest = a * h * h + b * k * k - constant
    points = [(x, sqrt((rest - a * x * x) / b)) for x in (0.1, 0.7, 1.3)]

    def is_focus(c: float) -> bool:
        sums = [hypot(x - c, y) + hypot(x + c, y) for x, y in points]
        return max(sums) - min(sums) < 1e-9

    (distance,) = (d for d in range(1, 200) if is_focus(d / 2))
    return distance


@problem(level=3, source="own", base=one_of(2, 3), x=ints(12, 70), near=ints(1, 4), far=ints(3, 6))
def logarithmic_root(base: int = 2, x: int = 23, near: int = 3, far: int = 6) -> Answer:
    """Root of an equation between logarithms, one candidate of two."""
    minus, plus = x - base**near, base**far - x
    require(minus >= 10 and plus >= 10 and minus != plus)
    return Answer(
        rf"Which real number $x$ satisfies $\log_{base} (x - {minus}) + \log_{base} (x + {plus}) = {near + far}$?", x
    )


@logarithmic_root.check
def _(printed: list[int]) -> int:
    base, minus, _base, plus, total = printed
    # The left side grows with x from the pole at x = minus on.
    low, high = float(minus), 1000.0
    for _ in range(100):
        middle = (low + high) / 2
        if middle > minus and log((middle - minus) * (middle + plus), base) > total:
            high = middle
        else:
            low = middle
    return nearest_integer(low)


@problem(level=3, source="own", p=ints(2, 9), q=ints(2, 9), a=ints(2, 7), b=ints(2, 7), c=ints(2, 8))
def partial_numerators(p: int = 5, q: int = 3, a: int = 4, b: int = 3, c: int = 7) -> Answer:
    """Product of the numerators of a partial fraction decomposition with a repeated factor."""
    require(p != q and len({a, b, c}) == 3)
    x, constant = 2 * a * q + b * (p + q) - c, a * q * q + b * p * q - c * p
    require(x >= 2 and constant >= 1)
    return Answer(
        "The real numbers $A$, $B$ and $C$ are such that "
        rf"$\frac{{{a + b}x^2 - {x}x + {constant}}}{{(x - {p})(x - {q})^2}} = "
        rf"\frac{{A}}{{x - {p}}} + \frac{{B}}{{x - {q}}} + \frac{{C}}{{(x - {q})^2}}$ for every real number $x$ at "
        "which the denominators are not zero. What is the product $ABC$?",
        a * b * c,
    )


@partial_numerators.check
def _(printed: list[int]) -> Fraction:
    square, _power, linear, constant, p, q = printed[:6]
    rows = []
    for x in (-1, 0, 1):
        value = Fraction(square * x * x - linear * x + constant, (x - p) * (x - q) ** 2)
        rows.append([Fraction(1, x - p), Fraction(1, x - q), Fraction(1, (x - q) ** 2), value])
    for i in range(3):
        rows[i] = [entry / rows[i][i] for entry in rows[i]]
        for j in range(3):
            if j != i:
                rows[j] = [entry - rows[j][i] * pivot for entry, pivot in zip(rows[j], rows[i], strict=True)]
    return rows[0][3] * rows[1][3] * rows[2][3]


@problem(
    level=3,
    source="own",
    slopes=one_of((3, 5, 4), (4, 3, 2), (2, 3, 4), (3, 4, 5), (5, 4, 3), (4, 5, 2), (5, 4, 2), (5, 6, 4), (6, 5, 4)),
    a=ints(10, 49),
    b=ints(10, 49),
    c=ints(10, 49),
)
def lowest_distance_sum(slopes: tuple[int, int, int] = (3, 5, 4), a: int = 14, b: int = 36, c: int = 43) -> Answer:
    """Minimum of a sum of three absolute values of linear functions."""
    u, v, w = slopes
    corners = (Fraction(a, u), Fraction(b, v), Fraction(c, w))
    require(len(set(corners)) == 3)
    # A convex and piecewise linear function is lowest at one of its corners.
    return Answer(
        f"What is the smallest value that $|{u}x - {a}| + |{v}x - {b}| + |{w}x - {c}|$ takes when $x$ is a real "
        "number?",
        min(abs(u * x - a) + abs(v * x - b) + abs(w * x - c) for x in corners),
    )


@lowest_distance_sum.check
def _(printed: list[int]) -> Fraction:
    u, a, v, b, w, c = printed
    # Every corner is a multiple of 1/60, for no slope is above 6.
    values = (abs(u * n - 60 * a) + abs(v * n - 60 * b) + abs(w * n - 60 * c) for n in range(60 * 25))
    return Fraction(min(values), 60)


@problem(level=3, source="own", a=ints(2, 9), b=ints(2, 9), n=ints(10, 99))
def lowest_weighted_sum(a: int = 3, b: int = 8, n: int = 54) -> Answer:
    """Minimum of a sum of multiples of two positive numbers with a given product."""
    root = isqrt(a * b * n)
    require(a != b and root * root == a * b * n)
    # Else the answer would stand in the text.
    require(2 * root != n)
    return Answer(
        f"The positive real numbers $x$ and $y$ satisfy $xy = {n}$. What is the smallest possible value of "
        f"${a}x + {b}y$?",
        2 * root,
    )


@lowest_weighted_sum.check
def _(a: int, b: int, n: int) -> int:
    return nearest_integer(lowest_value_near(lambda t: a * exp(t) + b * n / exp(t), 1.0))

"""Algebra, level 4."""

from __future__ import annotations

from math import gcd, isqrt, sqrt

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


# Every ordinal from 24 to 30 ends in "th".
@problem(level=4, source="own", first=ints(2, 9), step=ints(3, 9), count=ints(10, 16), place=ints(24, 30))
def later_term(first: int = 4, step: int = 7, count: int = 12, place: int = 25) -> Answer:
    """A term of an arithmetic sequence whose common difference must be found from a sum."""
    total = count * (2 * first + (count - 1) * step) // 2
    return Answer(
        f"The first term of an arithmetic sequence is {first}, and its first {count} terms add up to {total}. "
        f"What is the {place}th term of the sequence?",
        first + (place - 1) * step,
    )


@later_term.check
def _(printed: list[int]) -> int:
    first, count, total, place = printed
    (step,) = (d for d in range(1000) if sum(first + i * d for i in range(count)) == total)
    return list(range(first, first + place * step, step))[place - 1]


@problem(level=4, source="own", p=ints(1, 6), q=ints(2, 7), k=ints(2, 40))
def first_of_series(p: int = 1, q: int = 3, k: int = 17) -> Answer:
    """First term of an infinite geometric series, from its sum and the sum of every other term."""
    # The common ratio is p/q.
    require(p < q and gcd(p, q) == 1)
    return Answer(
        f"An infinite geometric series has the sum {k * q * (p + q)}. Its second, fourth, sixth term and so on, that "
        f"is, the terms in the even positions, have the sum {k * p * q}. What is the first term of the series?",
        k * (p + q) * (q - p),
    )


@first_of_series.check
def _(printed: list[int]) -> int:
    total, even = printed
    low, high = 0.0, 0.9
    for _halving in range(50):
        ratio = (low + high) / 2
        powers = [ratio**i for i in range(300)]
        low, high = (ratio, high) if sum(powers[1::2]) / sum(powers) < even / total else (low, ratio)
    first = total * (1 - low)
    if abs(first - round(first)) > 1e-9:
        raise ValueError(f"the first term {first} is no integer")
    return round(first)


@problem(
    level=4,
    source="own",
    times=ints(3, 9),
    part=ints(2, 20),
    older=one_of("Mia", "Nora", "Ada", "Lena", "Vera"),
    younger=one_of("Leo", "Tom", "Paul", "Emil", "Hugo"),
)
def older_age(times: int = 3, part: int = 12, older: str = "Mia", younger: str = "Leo") -> Answer:
    """Age of the older of two people, from an earlier age and the sum of the ages now [years]."""
    # With ages M and L now, M = times * (L - (M - L)).
    common = gcd(2 * times, times + 1)
    age, other = 2 * times // common * part, (times + 1) // common * part
    require(12 <= age <= 75)
    return Answer(
        f"{older} is now {times} times as old as {younger} was when {older} was as old as {younger} is now. The sum of "
        f"the present ages of {older} and {younger} is {age + other} years. How old is {older} now, in years?",
        age,
    )


@older_age.check
def _(times: int, printed: list[int]) -> int:
    total = printed[1]
    found = []
    for age in range(total // 2, total):
        other = total - age
        years_ago = age - other
        if age == times * (other - years_ago):
            found.append(age)
    (age,) = found
    return age


@problem(level=4, source="own", m=ints(2, 4), k=ints(2, 8), b=ints(3, 9), c=ints(3, 9))
def chord_squared(m: int = 3, k: int = 4, b: int = 8, c: int = 9) -> Answer:
    """Square of the distance between the points where a line meets a parabola."""
    discriminant = (b + m) ** 2 - 4 * (c - k)
    # Were it a square, the points could be read off.
    require(c > k and discriminant > 0 and isqrt(discriminant) ** 2 != discriminant)
    return Answer(
        f"The line $y = {m}x + {k}$ meets the parabola $y = x^2 - {b}x + {c}$ at two points. "
        "What is the square of the distance between these two points?",
        (1 + m * m) * discriminant,
    )


@chord_squared.check
def _(m: int, k: int, b: int, c: int) -> int:
    middle = (b + m) / 2
    # From the middle, half the chord's shadow on the x-axis is found by halving an interval.
    low, high = 0.0, 100.0
    for _halving in range(80):
        half = (low + high) / 2
        x = middle + half
        low, high = (half, high) if x * x - b * x + c < m * x + k else (low, half)
    ends = [(x, m * x + k) for x in (middle - low, middle + low)]
    squared = (ends[0][0] - ends[1][0]) ** 2 + (ends[0][1] - ends[1][1]) ** 2
    if abs(squared - round(squared)) > 1e-6:
        raise ValueError(f"the squared distance {squared} is no integer")
    return round(squared)


@problem(level=4, source="own", a=ints(2, 9), b=ints(2, 9), x=ints(10, 25))
def radical_equation(a: int = 3, b: int = 4, x: int = 12) -> Answer:
    """Solution of an equation with a square root, whose square has another, false solution."""
    c = (x - b) ** 2 - a * x
    other = 2 * b + a - x
    require(c > 0 and other < b and other != 0 and c != x)
    return Answer(rf"What is the only real solution of the equation $\sqrt{{{a}x + {c}}} = x - {b}$?", x)


@radical_equation.check
def _(printed: list[int]) -> int:
    a, c, b = printed
    # A real solution makes a monic integer quadratic zero, so it is an integer if any rational number is one.
    (solution,) = (x for x in range(b, 500) if abs(sqrt(a * x + c) - (x - b)) < 1e-9)
    return solution


@problem(
    level=4,
    source="own",
    a=ints(10, 60),
    b=ints(10, 60),
    c=ints(10, 60),
    u=ints(2, 6),
    v=ints(2, 6),
    w=ints(2, 6),
)
def least_weighted_sum(a: int = 48, b: int = 17, c: int = 31, u: int = 3, v: int = 5, w: int = 4) -> Answer:
    """Minimum of a sum of three multiples of absolute values."""
    # No multiple outweighs the two others, so the least value is taken at the middle one of the three numbers.
    require(len({u, v, w}) == 3 and 2 * max(u, v, w) < u + v + w)
    low, middle, high = sorted((a, b, c))
    require(middle - low >= 3 and high - middle >= 3)
    least = u * abs(middle - a) + v * abs(middle - b) + w * abs(middle - c)
    require(least not in (a, b, c))
    return Answer(
        f"What is the smallest value that ${u}|x - {a}| + {v}|x - {b}| + {w}|x - {c}|$ takes when $x$ is a real "
        "number?",
        least,
    )


@least_weighted_sum.check
def _(a: int, b: int, c: int, u: int, v: int, w: int) -> int:
    # Linear between integers, so that no value lies below those at the integers.
    return min(u * abs(x - a) + v * abs(x - b) + w * abs(x - c) for x in range(100))

"""Prealgebra, level 2."""

from __future__ import annotations

from fractions import Fraction

from gap_tasks.functional.problem import Answer, ints, one_of, problem, require


@problem(
    level=2,
    source="own",
    cut=ints(11, 60),
    price=ints(20, 99),
    thing=one_of("jacket", "lamp", "kettle", "backpack", "radio"),
)
def sale_price(cut: int = 15, price: int = 80, thing: str = "jacket") -> Answer:
    """Price left after a percentage is taken off [dollars]."""
    require(price * cut % 100 == 0 and cut != 50)
    return Answer(
        f"In a sale, every price is cut by {cut} percent. What is the sale price, in dollars, of a {thing} that "
        f"normally costs {price} dollars?",
        price - price * cut // 100,
    )


@sale_price.check
def _(cut: int, price: int) -> int:
    return next(sale for sale in range(price + 1) if 100 * (price - sale) == cut * price)


@problem(
    level=2,
    source="own",
    a=ints(18, 75),
    b=ints(18, 75),
    c=ints(18, 75),
    d=ints(18, 75),
    e=ints(18, 75),
    f=ints(18, 75),
)
def median_age(a: int = 34, b: int = 51, c: int = 28, d: int = 60, e: int = 22, f: int = 46) -> Answer:
    """Median of six ages that are not in order [years]."""
    ages = (a, b, c, d, e, f)
    ordered = sorted(ages)
    lower, upper = ordered[2:4]
    require(len(set(ages)) == 6 and list(ages) not in (ordered, ordered[::-1]))
    require(upper - lower >= 3 and (lower + upper) % 2 == 0)
    return Answer(
        f"The six members of a choir are {a}, {b}, {c}, {d}, {e} and {f} years old. What is the median of their ages, "
        "in years?",
        (lower + upper) // 2,
    )


@median_age.check
def _(printed: list[int]) -> Fraction:
    ages = list(printed)
    while len(ages) > 2:
        ages.remove(max(ages))
        ages.remove(min(ages))
    return Fraction(sum(ages), len(ages))


@problem(
    level=2,
    source="own",
    tests=ints(3, 8),
    mean=ints(60, 95),
    target=ints(60, 95),
    name=one_of("Nora", "Clara", "Hanna", "Greta"),
)
def next_score(tests: int = 4, mean: int = 82, target: int = 84, name: str = "Nora") -> Answer:
    """Score that lifts a mean to a given value [points]."""
    score = (tests + 1) * target - tests * mean
    require(target >= mean + 2 and score < 100)
    return Answer(
        f"The mean of the scores that {name} reached in {tests} tests is {mean} points. How many points must "
        f"she reach in the next test so that the mean of all {tests + 1} scores is {target} points?",
        score,
    )


@next_score.check
def _(printed: list[int]) -> int:
    tests, mean, scores, target = printed
    (score,) = (points for points in range(101) if sum([mean] * tests + [points]) == target * scores)
    return score


@problem(
    level=2,
    source="own",
    distance=ints(330, 990),
    seconds=ints(11, 30),
    vehicle=one_of("train", "helicopter", "racing car"),
)
def speed_per_hour(distance: int = 420, seconds: int = 14, vehicle: str = "train") -> Answer:
    """Speed in other units, from a distance in meters and a time in seconds [kilometers per hour]."""
    require(distance % seconds == 0 and distance // seconds % 5 == 0)
    speed = distance // seconds * 18 // 5
    require(100 <= speed <= 240)
    return Answer(
        f"A {vehicle} travels {distance} meters in {seconds} seconds at a constant speed. What is its speed, in "
        "kilometers per hour?",
        speed,
    )


@speed_per_hour.check
def _(distance: int, seconds: int) -> int:
    # In 3600ths of a meter, the ways in that many seconds at the speeds that there could be.
    return next(speed for speed in range(1, 400) if 1000 * speed * seconds == 3600 * distance)


@problem(
    level=2,
    source="own",
    number=ints(11, 60),
    factor=ints(3, 9),
    less=ints(11, 30),
    divisor=ints(3, 9),
    name=one_of("Mia", "Lena", "Ella", "Ida"),
)
def starting_number(number: int = 21, factor: int = 5, less: int = 17, divisor: int = 4, name: str = "Mia") -> Answer:
    """Number that a chain of three operations turns into a given one."""
    result, rest = divmod(factor * number - less, divisor)
    require(
        rest == 0
        and factor % divisor != 0
        and divisor % factor != 0
        and 10 <= result <= 99
        and number not in (result, less)
    )
    return Answer(
        f"{name} thinks of a number. She multiplies it by {factor}, subtracts {less} from the result, divides the "
        f"difference by {divisor} and gets {result}. What number did she think of?",
        number,
    )


@starting_number.check
def _(printed: list[int]) -> int:
    factor, less, divisor, result = printed
    (number,) = (n for n in range(1000) if Fraction(n * factor - less, divisor) == result)
    return number


@problem(level=2, source="own", divisor=ints(11, 19), low=ints(100, 400), high=ints(450, 999))
def multiples_between(divisor: int = 17, low: int = 140, high: int = 520) -> Answer:
    """Number of multiples of an integer between two bounds."""
    require(low % divisor != 0 and high % divisor != 0)
    count = high // divisor - low // divisor
    require(10 <= count != divisor)
    return Answer(f"How many multiples of {divisor} are greater than {low} and less than {high}?", count)


@multiples_between.check
def _(divisor: int, low: int, high: int) -> int:
    return sum(n % divisor == 0 for n in range(low + 1, high))

"""Algebra, level 1: coins, tickets, distances, volumes and terms of sequences."""

from __future__ import annotations

import re
from fractions import Fraction

from gap_tasks.math500.english import CARDINALS, ORDINALS, cardinal, ordinal_word
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.math500.latex import decimal, rational
from gap_tasks.sampling import ints, numbers, one_of, require


@functionalize("test/algebra/2199.json", dimes=ints(2, 8), nickels=ints(2, 15), asked=one_of("nickels", "dimes"))
def number_of_coins(dimes: int = 4, nickels: int = 7, asked: str = "nickels") -> Variant:
    """Coins of one kind among dimes and nickels of known count and worth."""
    coins, cents = dimes + nickels, 10 * dimes + 5 * nickels
    require(10 <= coins <= 20 and cents <= 99)
    edits = {"eleven": cardinal(coins), "75": cents, "nickels@2": asked}
    return Variant(edits, nickels if asked == "nickels" else dimes)


@number_of_coins.check
def _(question: str) -> int:
    coins = {word: n for n, word in CARDINALS.items()}[question.split(" has ")[1].split(maxsplit=1)[0]]
    (cents,) = map(int, numbers(question))
    (found,) = (n for n in range(coins + 1) if 5 * n + 10 * (coins - n) == cents)
    return found if "many nickels" in question else coins - found


# A percentage that is one part of a whole number of parts; a requirement that a person may have.
@functionalize("test/algebra/24.json", percent=one_of(2, 4, 5), calories=ints(30, 99))
def daily_requirement(percent: int = 2, calories: int = 40) -> Variant:
    """Daily requirement of which a tin's calories are a given percentage [calories]."""
    gold = 100 // percent * calories
    require(1500 <= gold <= 3000)
    return Variant({"$40$": f"${calories}$", "2": percent}, gold)


@daily_requirement.check
def _(question: str) -> int:
    calories, percent = map(int, numbers(question))
    (found,) = (total for total in range(1000, 5000) if total * percent == 100 * calories)
    return found


_SHARES = tuple(Fraction(*share) for share in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5)))


@functionalize("test/algebra/2470.json", speed=ints(30, 75), hours=ints(2, 5), share=one_of(*_SHARES))
def distance_as_mixed_number(speed: int = 50, hours: int = 2, share: Fraction = Fraction(3, 4)) -> Variant:
    """Distance at a steady speed in a mixed number of hours, as a mixed number [miles]."""
    whole, rest = divmod(speed * (hours + share), 1)
    require(speed % 2 == 0 or speed % 5 == 0)
    require(rest > 0)
    return Variant({"50": speed, r"2\frac{3}{4}": f"{hours}{rational(share)}"}, f"{whole} {rational(rest)}")


@distance_as_mixed_number.check
def _(question: str, gold: str) -> bool:
    speed, *time = map(int, numbers(question))
    hours, miles = (whole + Fraction(over, under) for whole, over, under in (time, map(int, numbers(gold))))
    return miles / hours == speed


@functionalize(
    "test/algebra/2551.json",
    price=ints(10, 60),
    hers=ints(2, 8),
    more=ints(1, 3),
    off=one_of(*range(10, 55, 5)),
    off_more=one_of(5, 10, 15, 20),
)
def difference_of_payments(price: int = 20, hers: int = 4, more: int = 1, off: int = 25, off_more: int = 5) -> Variant:
    """How much more the buyer of more tickets pays at the better discount [dollars]."""
    others, other_off = hers + more, off + off_more
    susan, rest = divmod(price * hers * (100 - off), 100)
    pam, other_rest = divmod(price * others * (100 - other_off), 100)
    require(others <= 9 and rest == other_rest == 0)
    require(pam > susan and pam - susan not in {price, hers, others, off, other_off})
    edits = {
        r"\$20": rf"\${price}",
        "$4$": f"${hers}$",
        r"25\%": rf"{off}\%",
        "$5$": f"${others}$",
        r"30\%": rf"{other_off}\%",
    }
    return Variant(edits, pam - susan)


@difference_of_payments.check
def _(question: str) -> Fraction:
    price, hers, off, others, other_off = map(int, numbers(question))
    susan = sum(price - Fraction(price * off, 100) for _ in range(hers))
    pam = sum(price - Fraction(price * other_off, 100) for _ in range(others))
    return Fraction(pam - susan)


@functionalize("test/algebra/478.json", third=ints(4, 33), tenths=ints(15, 95))
def volume_of_cone(third: int = 10, tenths: int = 65) -> Variant:
    """Volume of a cone of given base area and height [cubic units]."""
    gold, rest = divmod(third * tenths, 10)
    require(rest == 0 and tenths % 10 > 1)
    return Variant({"30": 3 * third, "6.5": decimal(Fraction(tenths, 10))}, gold)


@volume_of_cone.check
def _(question: str) -> Fraction:
    base, height = (Fraction(text) for text in re.findall(r"[\d.]+\d|\d+", question.split("base of a cone")[1]))
    # Cross-sections shrink with the square of the distance from the tip; Simpson's rule is exact for squares.
    return height / 6 * (base + 4 * base / 4 + 0)


@functionalize("test/algebra/841.json", first=ints(2, 5), half=one_of(2, 3), low=ints(10, 90), difference=ints(2, 20))
def middle_term(first: int = 4, half: int = 2, low: int = 20, difference: int = 15) -> Variant:
    """Term halfway between two given terms of an arithmetic sequence."""
    # `low` is a tenth of the lower term, `difference` a fifth of the common difference.
    last, step = first + 2 * half, 5 * difference
    high = 10 * low + 2 * half * step
    require(last <= 9 and high <= 999 and high % 10 == 0)
    edits = {
        "fourth": ordinal_word(first),
        "200": 10 * low,
        "eighth": ordinal_word(last),
        "500": high,
        "sixth": ordinal_word(first + half),
    }
    return Variant(edits, 10 * low + half * step)


@middle_term.check
def _(question: str) -> int:
    low, high = map(int, numbers(question))
    places = {word: n for n, word in ORDINALS.items()}
    first, last, asked = (places[word] for word in re.findall(r"(\w+) term\b", question) if word in places)
    for step in range(1, 1000):
        terms = range(low - (first - 1) * step, 2000, step)
        if terms[last - 1] == high:
            return terms[asked - 1]
    return -1

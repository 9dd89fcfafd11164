"""Prealgebra, level 1."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import gcd

from gap_tasks.math500.english import cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, numbers, one_of, require

_COMPASS = ("north", "east", "south", "west")

# Proper fractions in lowest terms with one digit above and below.
_PROPER = tuple((over, under) for under in range(2, 10) for over in range(1, under) if gcd(over, under) == 1)


@functionalize("test/prealgebra/105.json", start=one_of(*_COMPASS), hand=one_of("right", "left"), quarters=ints(13, 43))
def final_direction(start: str = "north", hand: str = "right", quarters: int = 25) -> Variant:
    """Direction that a skater faces after a spin of many quarter turns."""
    require(quarters % 4 != 0)
    turn = quarters if hand == "right" else -quarters
    edits = {"facing north": f"facing {start}", "right": hand, "2250": 90 * quarters}
    return Variant(edits, rf"\text{{{_COMPASS[(_COMPASS.index(start) + turn) % 4]}}}")


@final_direction.check
def _(question: str) -> str:
    ways: dict[str, complex] = {"north": 1j, "east": 1, "south": -1j, "west": -1}
    heading = ways[question.split("facing ")[1].split(maxsplit=1)[0]]
    for _ in range(int(numbers(question)[0]) // 90):
        heading *= 1j if "her left" in question else -1j
    (name,) = (name for name, way in ways.items() if abs(way - heading) < 1e-9)
    return rf"\text{{{name}}}"


@functionalize("test/prealgebra/1272.json", first=one_of(*_PROPER), second=one_of(*_PROPER))
def eaten_share(first: tuple[int, int] = (1, 5), second: tuple[int, int] = (2, 3)) -> Variant:
    """Share of a pie that two people eat together."""
    (a, b), (c, d) = first, second
    require(gcd(b, d) == 1 and a * d + c * b < b * d)
    edits = {r"\frac{1}{5}": rf"\frac{{{a}}}{{{b}}}", r"\frac{2}{3}": rf"\frac{{{c}}}{{{d}}}"}
    return Variant(edits, Fraction(a, b) + Fraction(c, d))


@eaten_share.check
def _(question: str) -> Fraction:
    # In slices so small that both shares are whole numbers of them.
    a, b, c, d = map(int, numbers(question))
    slices = [(place * b < a * b * d) + (place * d < c * b * d) for place in range(b * d)]
    return Fraction(sum(slices), b * d)


# Powers of two-digit numbers that are easily recognised.
@functionalize(
    "test/prealgebra/1317.json",
    power=one_of(
        (10, 4), (20, 3), (11, 3), (12, 3), (20, 2), (40, 2), (50, 2), (60, 2), (70, 2), (80, 2), (90, 2), (10, 3)
    ),
    less=ints(10, 99),
)
def exponent_of_power_less_number(power: tuple[int, int] = (10, 4), less: int = 10) -> Variant:
    """Exponent of a power that is given less a number."""
    base, exponent = power
    return Variant({"10^x - 10 = 9990": f"{base}^x - {less} = {base**exponent - less}"}, exponent)


@exponent_of_power_less_number.check
def _(question: str) -> int:
    base, less, rest = map(int, numbers(question))
    (x,) = (x for x in range(12) if base**x - less == rest)
    return x


# The published base is 1, whose powers are all alike; those of 0 are as well.
@functionalize("test/prealgebra/1747.json", base=one_of(0, 1), inner=ints(2, 9), exponent=ints(10**8, 10**9 - 1))
def immense_power(base: int = 1, inner: int = 2, exponent: int = 235423523) -> Variant:
    """Power of 1 or 0 with an immense exponent."""
    return Variant({"1^{(2^{235423523})}": f"{base}^{{({inner}^{{{exponent}}})}}"}, base)


@immense_power.check
def _(question: str, gold: str) -> bool:
    base, inner, exponent = map(int, numbers(question))
    # Fermat: modulo a prime p, positive exponents that agree modulo p - 1 give the same power.
    return all(int(gold) % p == pow(base, pow(inner, exponent, p - 1) + p - 1, p) for p in (101, 10007))


# Two digits leave few products with an unknown exponent above 2; one published exponent is then 1 and not written.
@functionalize(
    "test/prealgebra/192.json",
    powers=one_of((2, 3, 3, 2), *((p, 1, 2, x) for p in (3, 5, 7) for x in (3, 4, 5) if p * 2**x < 100), (2, 1, 3, 3)),
    letter=one_of("x", "y", "n", "k"),
)
def exponent_in_factorization(powers: tuple[int, int, int, int] = (2, 3, 3, 2), letter: str = "x") -> Variant:
    """Exponent of one prime in a given product of powers of two primes."""
    p, e, q, x = powers
    known = f"{p}^{e}" if e > 1 else f"{p}"
    edits = {"$x$": f"${letter}$", r"2^3\cdot3^x=72": rf"{known}\cdot{q}^{letter}={p**e * q**x}"}
    return Variant(edits, x)


@exponent_in_factorization.check
def _(question: str) -> int:
    *known, other, total = map(int, numbers(question))
    rest, exponent = total // known[0] ** (known[1] if len(known) > 1 else 1), 0
    while rest > 1:
        rest, exponent = rest // other, exponent + 1
    return exponent


@functionalize("test/prealgebra/307.json", shirts=ints(3, 9), pants=ints(3, 9), hats=ints(3, 9))
def number_of_outfits(shirts: int = 5, pants: int = 6, hats: int = 8) -> Variant:
    """Number of ways to dress in a shirt, pants and a hat."""
    gold = shirts * pants * hats
    require(gold >= 100)
    return Variant({"5": shirts, "6": pants, "8": hats}, gold)


@number_of_outfits.check
def _(question: str) -> int:
    return sum(1 for _ in product(*(range(int(number)) for number in numbers(question))))


# Twice the divisor is the only multiple between half the students and all of them.
@functionalize("test/prealgebra/996.json", divisor=ints(11, 29), boys=ints(2, 9))
def boys_at_meeting(divisor: int = 13, boys: int = 9) -> Variant:
    """Number of boys, where girls are in the majority and a multiple of a number."""
    require(boys < divisor)
    return Variant({"Thirty-five": cardinal(2 * divisor + boys).capitalize(), "13": divisor}, boys)


@boys_at_meeting.check
def _(question: str) -> int:
    (students,) = (n for n in range(20, 100) if question.startswith(f"{cardinal(n).capitalize()} "))
    divisor = int(numbers(question)[0])
    (girls,) = (girls for girls in range(students + 1) if girls % divisor == 0 and girls > students - girls)
    return students - girls

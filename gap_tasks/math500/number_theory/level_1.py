"""Number theory, level 1."""

from __future__ import annotations

from gap_tasks.math500.english import CARDINALS, cardinal
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, numbers, one_of, require


# Divisors whose multiples the digits give away.
@functionalize("test/number_theory/132.json", number=ints(1001, 9999), divisor=one_of(12, 15, 18, 36, 45))
def remainder_of_division(number: int = 2004, divisor: int = 12) -> Variant:
    """Remainder of a four-digit number divided by a two-digit one."""
    gold = number % divisor
    require(gold <= 9 and gold != number % 10)
    return Variant({"2004": number, "12": divisor}, gold)


@remainder_of_division.check
def _(question: str) -> int:
    number, divisor = numbers(question)
    rest = 0
    for digit in number:
        rest = 10 * rest + int(digit)
        while rest >= int(divisor):
            rest -= int(divisor)
    return rest


# Not the modulus alone changes, but how far the sum goes as well.
@functionalize("test/number_theory/239.json", terms=ints(8, 20), modulus=ints(3, 9))
def remainder_of_written_sum(terms: int = 12, modulus: int = 4) -> Variant:
    """Remainder of a sum of the first positive integers, all of them written out."""
    gold = terms * (terms + 1) // 2 % modulus
    require((terms != 12 or modulus == 4) and gold > 0 and terms >= 2 * modulus)
    edits = {"modulo 4": f"modulo {modulus}", _written_sum(12): _written_sum(terms)}
    return Variant(edits, gold)


@remainder_of_written_sum.check
def _(question: str) -> int:
    modulus, *terms = map(int, numbers(question))
    return sum(terms) % modulus


def _written_sum(terms: int) -> str:
    return " + ".join(map(str, range(1, terms + 1)))


@functionalize("test/number_theory/342.json", number=ints(20, 99), modulus=one_of(3, 4, 6, 7, 8, 9))
def remainder_of_number(number: int = 54, modulus: int = 6) -> Variant:
    """Remainder of a two-digit number for a one-digit modulus."""
    require(number >= 4 * modulus)
    return Variant({"54": number, "6": modulus}, number % modulus)


@remainder_of_number.check
def _(question: str) -> int:
    number, modulus = map(int, numbers(question))
    return number - max(multiple for multiple in range(0, number + 1, modulus))


# One digit for the last term but one, and terms that the dots leave out.
@functionalize("test/number_theory/466.json", first=ints(1, 3), last=ints(8, 10), modulus=ints(4, 9))
def remainder_of_sum(first: int = 1, last: int = 10, modulus: int = 9) -> Variant:
    """Remainder of a sum of consecutive integers."""
    gold = (first + last) * (last - first + 1) // 2 % modulus
    start = " + ".join(str(first + place) for place in range(4))
    edits = {"1 + 2 + 3 + 4": start, "9 + 10": f"{last - 1} + {last}", "9@2": modulus}
    return Variant(edits, gold)


@remainder_of_sum.check
def _(question: str) -> int:
    *terms, modulus = map(int, numbers(question))
    return sum(range(terms[0], terms[-1] + 1)) % modulus


@functionalize(
    "test/number_theory/612.json",
    containers=ints(3, 9),
    container=one_of(("bag", "bags"), ("box", "boxes"), ("jar", "jars")),
    things=one_of("pencils", "crayons", "markers", "pens"),
)
def most_left_over(
    containers: int = 3, container: tuple[str, str] = ("bag", "bags"), things: str = "pencils"
) -> Variant:
    """Most things that can be left over when containers get as many as possible and equally many."""
    one, many = container
    edits = {"three": cardinal(containers), "bag": one, "bags": many, "pencils": things}
    return Variant(edits, containers - 1)


@most_left_over.check
def _(question: str) -> int:
    containers = next(value for value, name in CARDINALS.items() if name in question.split()[:4])
    # Remainders repeat, so a hundred stocks show them all.
    return max(stock - containers * (stock // containers) for stock in range(100))

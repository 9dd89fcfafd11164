"""Number theory, level 4: congruences."""

from __future__ import annotations

from itertools import count

from gap_tasks.math500.english import suffix
from gap_tasks.math500.functionalizer import Variant, functionalize
from gap_tasks.sampling import ints, numbers, one_of, require


# One root is seen at once, its product with its partner being just above a small multiple of the modulus; the other
# one, of the wanted parity, takes a thought.
@functionalize("test/number_theory/1065.json", seen=ints(2, 14), shift=one_of(2, 4, 6, 8), multiple=ints(1, 5))
def number_near_its_inverse(seen: int = 4, shift: int = 2, multiple: int = 1) -> Variant:
    """Residue of given parity whose inverse is larger by a given number."""
    modulus, rest = divmod(seen * (seen + shift) - 1, multiple)
    require(rest == 0 and max(11, seen + shift + 1) <= modulus <= 97 and _is_prime(modulus))
    other = modulus - shift - seen
    require(other > 1)
    parity = "odd" if other % 2 else "even"
    return Variant({"23": modulus, "t+2": f"t+{shift}", "{odd}": f"{{{parity}}}"}, other)


@number_near_its_inverse.check
def _(question: str) -> int:
    low, modulus, shift, again = map(int, numbers(question))
    wanted = 1 if "odd" in question else 0
    fitting = [t for t in range(low + 1, modulus) if t % 2 == wanted and pow(t, -1, again) == (t + shift) % again]
    (only,) = fitting
    return only


def _is_prime(n: int) -> bool:
    return n > 1 and all(n % factor for factor in range(2, int(n**0.5) + 1))


# With an odd modulus, as many odd numbers in a row cancel out.
@functionalize("test/number_theory/109.json", modulus=one_of(5, 7, 9), terms=ints(60, 499))
def sum_of_odd_numbers(modulus: int = 7, terms: int = 100) -> Variant:
    """Remainder of the sum of the odd numbers up to a given one."""
    last = 2 * terms - 1
    gold = terms**2 % modulus
    require(gold > 0)
    return Variant({"$7$": f"${modulus}$", "195": last - 4, "197": last - 2, "199": last}, gold)


@sum_of_odd_numbers.check
def _(question: str) -> int:
    modulus, *_, last = map(int, numbers(question))
    return sum(range(1, last + 1, 2)) % modulus


# An odd rest of the pages cannot simply be halved.
@functionalize("test/number_theory/1172.json", rest=one_of(3, 5, 7), modulus=one_of(5, 7, 9), least=ints(10, 40))
def leaves_of_book(rest: int = 3, modulus: int = 7, least: int = 10) -> Variant:
    """Smallest number of a book's leaves, from the remainder of its pages and a bound."""
    require(rest < modulus)
    bound = 10 * least
    residue = rest * (modulus + 1) // 2 % modulus
    gold = bound + 1 + (residue - bound - 1) % modulus
    require(gold > bound + 1)
    return Variant({"3": rest, "7": modulus, "100": bound}, gold)


@leaves_of_book.check
def _(question: str) -> int:
    rest, modulus, bound = map(int, numbers(question))
    return next(leaves for leaves in count(bound + 1) if (2 * leaves - rest) % modulus == 0)


@functionalize(
    "test/number_theory/149.json",
    bound=ints(40, 99),
    first=ints(4, 9),
    left=ints(2, 8),
    second=ints(4, 9),
    remaining=ints(2, 8),
)
def students_on_trip(bound: int = 50, first: int = 8, left: int = 5, second: int = 6, remaining: int = 3) -> Variant:
    """Sum of the possible sizes of a group, from what two ways to divide it leave."""
    require(left < first and remaining < second and first % second != 0 and second % first != 0)
    common = next((n for n in range(left, first * second, first) if n % second == remaining), 0)
    # The last group is then never the only one.
    require(common > max(first, second))
    step = next(n for n in range(first, first * second + 1, first) if n % second == 0)
    sizes = range(common, bound, step)
    require(2 <= len(sizes) <= 3)
    return Variant({"50": bound, "8": first, "5": left, "6": second, "3": remaining}, sum(sizes))


@students_on_trip.check
def _(question: str) -> int:
    bound, first, left, second, remaining = map(int, numbers(question))
    return sum(n for n in range(1, bound) if (n - left) % first == 0 and (n - remaining) % second == 0)


# The number lies a small divisor of the modulus less 1 below the modulus.
@functionalize("test/number_theory/634.json", below=ints(3, 9), inverse=ints(23, 333))
def inverse_of_number_below_modulus(below: int = 3, inverse: int = 333) -> Variant:
    """Inverse of a number just below the modulus."""
    modulus = below * inverse + 1
    require(200 <= modulus <= 1000 and inverse > below)
    return Variant({"997": modulus - below, "1000": modulus, "999": modulus - 1}, inverse)


@inverse_of_number_below_modulus.check
def _(question: str) -> int:
    number, _, modulus, low, high = map(int, numbers(question))
    (inverse,) = (n for n in range(low, high + 1) if number * n % modulus == 1)
    return inverse


@functionalize("test/number_theory/753.json", modulus=one_of(12, 15, 18, 36, 45), start=ints(1, 6), digit=ints(1, 9))
def residue_of_negative_number(modulus: int = 18, start: int = 1, digit: int = 1) -> Variant:
    """Least residue of a long negative number."""
    number = int("".join(f"{start + place}{digit}" for place in range(4)))
    gold = -number % modulus
    require(gold > 0)
    return Variant({"18": modulus, "11213141": number}, gold)


@residue_of_negative_number.check
def _(question: str) -> int:
    low, bound, number, modulus = numbers(question)
    rest = 0
    for digit in number:
        rest = (10 * rest + int(digit)) % int(modulus)
    (fitting,) = (n for n in range(int(low), int(bound)) if n + rest == int(modulus))
    return fitting


# Eight terms leave three times the step wherever they start: but for the published ones there are fewer.
@functionalize("test/number_theory/911.json", start=ints(1, 9), step=one_of(1, -1, 0, 2), terms=ints(5, 8))
def sum_of_staircase(start: int = 1, step: int = 1, terms: int = 8) -> Variant:
    """Residue modulo nine of a sum of numbers that each carry one more digit."""
    digits = [start + step * place for place in range(terms)]
    require(all(1 <= digit <= 9 for digit in digits) and (terms < 8 or start == step == 1))
    printed = "".join(map(str, digits))
    gold = sum(digit * (terms - place) for place, digit in enumerate(digits)) % 9
    require(gold > 0)
    edits = {
        "1+12+123+1234+12345+123456+1234567+12345678": "+".join(printed[:length] for length in range(1, terms + 1))
    }
    return Variant(edits, gold)


@sum_of_staircase.check
def _(question: str) -> int:
    *terms, modulus, _, _ = map(int, numbers(question))
    return sum(terms) % modulus


# Moduli with a short period.
@functionalize("test/number_theory/483.json", place=ints(100, 999), modulus=one_of(3, 4, 7, 8))
def remainder_of_fibonacci_number(place: int = 100, modulus: int = 4) -> Variant:
    """Remainder of a late term of the Fibonacci sequence."""
    residues = [0, 1]
    while residues[-2:] != [1, 0]:
        residues.append((residues[-2] + residues[-1]) % modulus)
    # The list ends with the first term of the next round's start.
    gold = residues[place % (len(residues) - 1)]
    require(gold > 0)
    edits = {r"100^{\mathrm{th}}": rf"{place}^{{\mathrm{{{suffix(place)}}}}}", "4": modulus}
    return Variant(edits, gold)


@remainder_of_fibonacci_number.check
def _(question: str) -> int:
    *_, place, modulus = map(int, numbers(question))
    before, term = 1, 1
    for _ in range(place - 2):
        before, term = term, before + term
    return term % modulus

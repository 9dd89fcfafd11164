"""Values with units, ratios, times of day and digits in a base: whether an answer is the gold."""

from __future__ import annotations

from fractions import Fraction

from scorers.mathematics import units
from scorers.mathematics.equality import equal, rounds_to
from scorers.mathematics.exact import Budget, InexactError, UndefinedError, exact
from scorers.mathematics.syntax import Based, Call, Expr, Num, Quantity, Ratio, is_scalar, variables
from scorers.mathematics.units import PERCENT, Unit

FLOAT_PLACES = 12
ROUNDED_DIGITS = 3


def same_quantity(gold: Expr, answer: Expr, budget: Budget) -> bool:
    """Values with their units. A missing unit is passed, another unit of the same kind is converted."""
    approximate = isinstance(answer, Call) and answer.op == "approx"
    ours, our_unit = measured(gold)
    theirs, their_unit = measured(answer)
    if our_unit.dimensions and their_unit.dimensions and our_unit != their_unit:
        if our_unit.dimensions != their_unit.dimensions:
            return False
        theirs = Call("*", (theirs, Num(their_unit.size / our_unit.size)))
    if their_unit.dimensions == PERCENT != our_unit.dimensions:
        small = isinstance(theirs, Num) and abs(theirs.value) <= 1
        percent = Call("*", (Num(Fraction(1, 100)), theirs))
        return (not small and equal(ours, theirs, budget)) or equal(ours, percent, budget)
    if equal(ours, theirs, budget) or _rounded_gold(ours, theirs, budget, approximate=approximate):
        return True
    if our_unit.dimensions == PERCENT != their_unit.dimensions:
        return equal(ours, Call("*", (Num(Fraction(100)), theirs)), budget)
    return False


def measured(node: Expr) -> tuple[Expr, Unit]:
    """(value, unit); degrees around a whole expression are its unit."""
    if isinstance(node, Call) and node.op == "approx":
        return measured(node.args[0])
    if isinstance(node, Quantity):
        return node.value, node.unit
    bare = _without_degrees(node)
    return (bare, units.read(["°"])) if bare is not node else (node, Unit())


def _without_degrees(node: Expr) -> Expr:
    """The node without degree signs outside functions."""
    if not isinstance(node, Call) or node.op not in {"°", "neg", "+", "*", "inv"}:
        return node
    if node.op == "°":
        return node.args[0]
    args = tuple(map(_without_degrees, node.args))
    return node if all(a is b for a, b in zip(args, node.args, strict=True)) else Call(node.op, args)


def _rounded_gold(gold: Expr, answer: Expr, budget: Budget, *, approximate: bool) -> bool:
    """Whether a decimal gold of three digits or more is the rounding of an exact answer that is no decimal itself."""
    if not isinstance(gold, Num) or not gold.places or not is_scalar(answer) or variables(answer):
        return False
    if gold.places >= FLOAT_PLACES and isinstance(answer, Num):
        return abs(gold.value - answer.value) <= abs(gold.value) * Fraction(1, 10**9)
    digits = len(str(abs(gold.value.numerator * 10**gold.places // gold.value.denominator)))
    if digits < ROUNDED_DIGITS:
        return False
    if isinstance(answer, Num) and answer.places is not None and not (approximate and answer.places >= gold.places):
        return False
    if not (isinstance(answer, Num) and answer.places is not None) and _is_decimal(answer, budget):
        return False
    return rounds_to(answer, gold.value, gold.places, budget)


def _is_decimal(node: Expr, budget: Budget) -> bool:
    """Whether a constant has finitely many decimal digits, as 1251/1000, so that nothing had to be rounded."""
    try:
        return _terminates(exact(node, {}, budget))
    except (InexactError, UndefinedError):
        return False


def _terminates(value: Fraction) -> bool:
    """Whether a fraction has finitely many decimal digits."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def rounding(gold: Expr, item: Expr, budget: Budget, *, whole: bool = False) -> bool:
    """Whether an item is a rounding of the gold to the places it shows; whole: also to no places."""
    gold, our_unit = measured(gold)
    value, unit = measured(item)
    if not (isinstance(value, Num) and is_scalar(gold) and not variables(gold)):
        return False
    if unit.dimensions == PERCENT != our_unit.dimensions:
        gold = Call("*", (Num(Fraction(100)), gold))
    elif unit.dimensions and our_unit.dimensions:
        if unit.dimensions != our_unit.dimensions:
            return False
        gold = Call("*", (gold, Num(our_unit.size / unit.size)))
    if value.places is None and not (whole and value.value.denominator == 1):
        return False
    places = value.places or 0
    half = Fraction(1, 2 * 10**places)
    return any(
        rounds_to(gold, shown, places, budget) for shown in (value.value, value.value - half, value.value + half)
    )


def same_ratio(gold: Ratio, answer: Expr, budget: Budget) -> bool:
    """Times by their parts, a 24-hour clock allowed; ratios by proportion, a:b also as a/b."""
    if isinstance(answer, Ratio):
        if gold.meridiem or answer.meridiem:
            return _same_time(gold, answer)
        if len(gold.items) != len(answer.items):
            return False
        if any(isinstance(part, Num) and not part.value for part in (*gold.items, *answer.items)):
            # 12:00 and 1:00 are times on the hour, no proportion; a ratio with a zero part has none either
            return all(equal(a, b, budget) for a, b in zip(gold.items, answer.items, strict=True))
        first, other = gold.items[0], answer.items[0]
        return all(
            equal(Call("*", (a, other)), Call("*", (b, first)), budget)
            for a, b in zip(gold.items, answer.items, strict=True)
        )
    if len(gold.items) == 2 and not gold.meridiem and is_scalar(answer):
        return equal(Call("*", (gold.items[0], Call("inv", (gold.items[1],)))), answer, budget)
    return False


def _same_time(gold: Ratio, answer: Ratio) -> bool:
    ours, theirs = _clock(gold), _clock(answer)
    if ours is None or theirs is None:
        return False
    open_half = any(not time.meridiem and hour[0] <= 12 for time, hour in ((gold, ours), (answer, theirs)))
    return ours == theirs or (open_half and (ours[0] - theirs[0]) % 12 == 0 and ours[1:] == theirs[1:])


def _clock(time: Ratio) -> tuple[int, ...] | None:
    """(hour of 24, minute, ...); None where it is no time of day."""
    numbers = [int(item.value) for item in time.items if isinstance(item, Num) and item.value.denominator == 1]
    if len(numbers) != len(time.items) or not 0 <= numbers[0] < 25 or any(not 0 <= part < 60 for part in numbers[1:]):
        return None
    hour = numbers[0] % 12 + 12 * (time.meridiem == "pm") if time.meridiem else numbers[0]
    return (hour, *numbers[1:])


def same_digits(gold: Based, answer: Expr) -> bool:
    """Digits in the gold's base; without an index they are read in it, since the question names it."""
    if isinstance(answer, Based):
        return gold == answer
    if isinstance(answer, Num) and answer.places is None:
        return str(answer.value) == gold.digits
    if isinstance(answer, Call) and answer.op == "*":
        spelled = "".join(
            str(each.value) if isinstance(each, Num) else getattr(each, "name", " ") for each in answer.args
        )
        return spelled == gold.digits
    return isinstance(answer, Num) and _decimal(answer) == gold.digits


def _decimal(node: Num) -> str:
    """A decimal as it was written, without leading zeros."""
    places = node.places or 0
    digits = str(abs(int(node.value * 10**places))).zfill(places + 1)
    sign = "-" if node.value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"

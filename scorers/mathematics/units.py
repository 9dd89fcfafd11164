"""Units beside a value: what they measure and how they convert."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorers.lexicon import word_set

_Entry = tuple[str, Fraction]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a product of powers of base dimensions, in SI-like size; dimensions () for a word that is no unit."""

    dimensions: tuple[tuple[str, int], ...] = ()
    size: Fraction = Fraction(1)


def _table() -> dict[str, _Entry]:
    rows = {
        "length": {
            "mm millimeter millimetre": "1/1000", "cm centimeter centimetre": "1/100", "dm decimeter": "1/10",
            "m meter metre": "1", "km kilometer kilometre": "1000", "in inch inche": "254/10000",
            "ft foot feet": "3048/10000", "yd yard": "9144/10000", "mi mile": "1609344/1000",
        },
        "time": {
            "ms millisecond": "1/1000", "s sec second": "1", "min minute": "60", "h hr hour": "3600",
            "day": "86400", "week": "604800", "month": "2629800", "yr year": "31557600",
        },
        "mass": {
            "mg milligram": "1/1000", "g gm gram": "1", "kg kilogram": "1000", "lb pound": "45359237/100000",
            "oz ounce": "45359237/1600000", "ton": "90718474/100", "tonne": "1000000",
        },
        "volume": {
            "ml milliliter millilitre": "1/1000", "l liter litre": "1", "gal gallon": "3785411784/1000000000",
            "qt quart": "3785411784/4000000000", "pt pint": "3785411784/8000000000",
        },
        "dollar": {"$ dollar usd": "1", "¢ cent": "1/100"},
        "euro": {"€ euro eur": "1"},
        "sterling": {"£ gbp": "1"},
        "degree": {"° deg degree": "1", "arcminute": "1/60"},
        "radian": {"rad radian": "1"},
        "percent": {"% percent pct": "1"},
    }  # fmt: skip
    return {
        name: (dimension, Fraction(size))
        for dimension, sizes in rows.items()
        for names, size in sizes.items()
        for name in names.split()
    }


_TABLE = _table()
_RATES = {"mph": ("mi", "h"), "kph": ("km", "h"), "kmh": ("km", "h"), "fps": ("ft", "s"), "cc": ("cm", "")}
_POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_LATER_POWERS = {"squared": 2, "cubed": 3}
LETTERS = word_set("m s h g l L")
NAMES = frozenset(name for name in (*_TABLE, *_RATES, *_POWERS) if len(name) > 1)
PERCENT = (("percent", 1),)


def is_unit(word: str) -> bool:
    """Whether a word of two letters or more is the name of a unit."""
    name = word.lower()
    return name in NAMES or (name.endswith("s") and len(name) > 2 and name[:-1] in NAMES)


def read(words: Sequence[str]) -> Unit:
    """Unit of the words after a value, such as cm ^2, square feet, miles per hour, km / h; other words are passed."""
    powers: dict[str, int] = {}
    size = Fraction(1)
    sign, power = 1, 1
    last: tuple[_Entry, int] | None = None
    if [word.lower() for word in words][:2] == ["per", "cent"]:
        words = ["%"]
    for word in words:
        name = word.lower()
        if name in {"per", "/"}:
            sign = -1
            continue
        if name in _POWERS:
            power = _POWERS[name]
            continue
        extra = int(word[1:]) - 1 if word.startswith("^") else _LATER_POWERS.get(name, 1) - 1
        if extra:
            pieces = [(last[0], last[1] * extra)] if last else []
        else:
            pieces = [(entry, direction * sign * power) for entry, direction in _entries(name)]
            power = 1 if pieces else power
        for (dimension, each), times in pieces:
            powers[dimension] = powers.get(dimension, 0) + times
            size *= each**times
        if pieces:
            last = pieces[-1]
    return Unit(tuple(sorted((name, times) for name, times in powers.items() if times)), size)


def _entries(name: str) -> list[tuple[_Entry, int]]:
    if name in _RATES:
        top, bottom = _RATES[name]
        return [(_TABLE[top], 3 if name == "cc" else 1), *([(_TABLE[bottom], -1)] if bottom else [])]
    entry = _TABLE.get(name) or (_TABLE.get(name[:-1]) if name.endswith("s") else None)
    return [(entry, 1)] if entry else []

"""What problems and functionalizers draw from: domains of arguments and joint conditions on them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from types import FunctionType

NO_DEFAULT = object()
"""What `arguments` gives for an argument without a default."""


def arguments(function: Callable[..., object]) -> dict[str, object]:
    """Names and defaults of a plain function's arguments; for hundreds of functions `inspect` takes too long."""
    if not isinstance(function, FunctionType):
        raise TypeError(f"{function!r} is no plain function")
    code, defaults = function.__code__, function.__defaults__ or ()
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    without = code.co_argcount - len(defaults)
    values = (*(NO_DEFAULT for _ in range(without)), *defaults)
    keyword = function.__kwdefaults__ or {}
    return {
        name: values[place] if place < code.co_argcount else keyword.get(name, NO_DEFAULT)
        for place, name in enumerate(names)
    }


class IllPosedError(Exception):
    """The drawn arguments make no well-posed question."""


def require(condition: bool) -> None:
    """State a joint condition on the drawn arguments: where it fails, the sampler draws again."""
    if not condition:
        raise IllPosedError


@dataclass(frozen=True, slots=True)
class Domain:
    """The values one argument may take."""

    values: Sequence[object]

    def longer_than(self, default: object) -> bool:
        """Whether some value holds more numbers than the default, or a longer one in some place."""
        # The longest number of a range stands at one of its ends.
        values = (self.values[0], self.values[-1]) if isinstance(self.values, range) else self.values
        # Of many values, the longest in each place will do: a regular expression for each takes time at every import.
        if isinstance(values[0], int):
            values = (max((value for value in values if isinstance(value, int)), key=abs),)
        elif isinstance(values[0], tuple) and all(isinstance(part, int) for part in values[0]):
            tuples = [value for value in values if isinstance(value, tuple)]
            values = (tuple(max(place, key=abs) for place in zip_longest(*tuples, fillvalue=0)),)
        bound = digit_lengths(str(default))
        for value in values:
            lengths = digit_lengths(str(value))
            if len(lengths) > len(bound) or any(n > most for n, most in zip(lengths, bound, strict=False)):
                return True
        return False


def ints(low: int, high: int) -> Domain:
    """Every integer from low to high; raises ValueError where there is none."""
    if low > high:
        raise ValueError(f"no integers from {low} to {high}")
    return Domain(range(low, high + 1))


def one_of(*choices: object) -> Domain:
    """These values and no other; raises ValueError where there is none."""
    if not choices:
        raise ValueError("one_of needs a choice")
    return Domain(choices)


def numbers(text: str) -> list[str]:
    """Every run of digits in a text, in order, without its sign."""
    return re.findall(r"[0-9]+", text)


def digit_lengths(text: str) -> tuple[int, ...]:
    """Number of digits of every number in a text, in order."""
    return tuple(map(len, numbers(text)))

"""A problem is one function: its defaults are the published question, its drawn arguments the variants.

Levels count what a solver must bring, whatever the subject:
1  one fact or rule, applied once
2  one idea carried through two or three steps, or read out of a short story first
3  one standard method in full, or two ideas of which the first makes the second possible
4  three or more ideas, or an unknown that has to be set up before any rule applies
5  an observation that the wording does not suggest, and then the work of level 3 or 4
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from gap_tasks import core
from gap_tasks.sampling import (
    NO_DEFAULT,
    Domain,
    IllPosedError,
    arguments,
    digit_lengths,
    ints,
    numbers,
    one_of,
    require,
)

__all__ = [
    "Answer",
    "Domain",
    "IllPosedError",
    "Instance",
    "Number",
    "Problem",
    "ints",
    "one_of",
    "problem",
    "problems",
    "require",
]

PROBE = "gap_math"
ATTEMPTS = 5000
"""Draws after which a problem is declared unable to give a variant."""

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Answer:
    """A rendered question and its exact answer; raises TypeError on a gold that is not exact."""

    question: str
    gold: Number

    def __post_init__(self) -> None:
        if isinstance(self.gold, bool) or not isinstance(self.gold, int | Fraction):
            raise TypeError(f"gold {self.gold!r} is neither an integer nor a Fraction")

    @property
    def text(self) -> str:
        """The gold as text: "-12", or "a/b" in lowest terms."""
        return str(Fraction(self.gold))

    @property
    def integral(self) -> bool:
        """Whether the gold is an integer."""
        return Fraction(self.gold).denominator == 1

    @property
    def digits(self) -> int:
        """Decimal digits of the larger of the gold's numerator and denominator."""
        return max(digit_lengths(self.text))


@dataclass(frozen=True, slots=True)
class Instance:
    """One question with the arguments it was made from."""

    values: Mapping[str, object]
    answer: Answer


@dataclass(slots=True, eq=False)
class Problem:
    """A question template with its answer, the domains of its arguments and an independent check.

    subject: the package of its file. level: 1 to 5, as its file is named. source: where the wording comes from.
    Raises ValueError where the level, an argument's default or its domain is not allowed.
    """

    name: str
    subject: str
    level: int
    source: str
    domains: Mapping[str, Domain]
    function: Callable[..., Answer]
    checker: Callable[..., Number] | None = None
    _defaults: dict[str, object] = field(init=False, repr=False)
    _static: Instance | None = field(init=False, repr=False, default=None)

    def __post_init__(self) -> None:
        self._defaults = arguments(self.function)
        if not 1 <= self.level <= 5:
            raise ValueError(f"{self.name}: level {self.level} is not one of 1 to 5")
        defaults = self.defaults()
        if set(defaults) != set(self.domains):
            raise ValueError(f"{self.name}: arguments {sorted(defaults)} but domains of {sorted(self.domains)}")
        for name, default in defaults.items():
            if default is NO_DEFAULT:
                raise ValueError(f"{self.name}: argument {name!r} has no default")
            if default not in self.domains[name].values:
                raise ValueError(f"{self.name}: default {name}={default!r} lies outside its domain")
            if self.domains[name].longer_than(default):
                raise ValueError(f"{self.name}: the domain of {name!r} has a number longer than {default!r}")

    def defaults(self) -> dict[str, object]:
        """The published arguments, in the order of the signature."""
        return dict(self._defaults)

    def check(self, function: Callable[..., Number]) -> Callable[..., Number]:
        """Decorator: the answer found another way, for tests to compare.

        It names the arguments of the problem that it starts from. One more name is `printed`: the numbers in the
        question's text, in order. A problem that prints numbers made from its arguments is checked from those.
        Raises ValueError where it takes anything else.
        """
        unknown = sorted(set(arguments(function)) - {*self.domains, "printed"})
        if unknown:
            raise ValueError(f"{self.name}: the check takes {unknown[0]!r}, which is no argument of the problem")
        self.checker = function
        return function

    def checked(self, instance: Instance) -> Number:
        """The check's answer to an instance; raises ValueError where the problem has no check."""
        if self.checker is None:
            raise ValueError(f"{self.name} has no check")
        known = {**instance.values, "printed": [int(number) for number in numbers(instance.answer.question)]}
        return self.checker(**{name: known[name] for name in arguments(self.checker)})

    def static(self) -> Instance:
        """The published question; raises ValueError where its own conditions refuse it."""
        if self._static is None:
            values = self.defaults()
            try:
                self._static = Instance(values, self.function(**values))
            except IllPosedError:
                raise ValueError(f"{self.name}: the published arguments do not meet its conditions") from None
        return self._static

    def draw(self, rng: Random, taken: Collection[str] = ()) -> Instance:
        """A variant no harder in its arithmetic than the published question; raises ValueError where none is found.

        It differs from the published question, has numbers of the same lengths in the same places, and a gold of
        the same type with at most one digit more. A gold unlike the published one comes first in preference, so that
        a memorized answer is wrong; a question that is not in `taken` second.
        """
        static = self.static().answer
        best, best_rank = None, -1
        for _ in range(ATTEMPTS):
            instance = self.attempt(rng)
            if instance is None:
                continue
            rank = 2 * (instance.answer.gold != static.gold) + (instance.answer.question not in taken)
            if rank > best_rank:
                best, best_rank = instance, rank
            if rank == 3:
                break
        if best is None:
            raise ValueError(f"{self.name}: no variant in {ATTEMPTS} draws; widen the domains or relax the conditions")
        return best

    def attempt(self, rng: Random, given: Callable[[object], object] = lambda value: value) -> Instance | None:
        """One draw of all arguments; None where the question is ill posed, harder, or the published one.

        given: what the function gets in place of each drawn value, equal to it.
        """
        static = self.static().answer
        values = {name: rng.choice(self.domains[name].values) for name in self._defaults}
        try:
            answer = self.function(**{name: given(value) for name, value in values.items()})
        except IllPosedError:
            return None
        fits = (
            answer.question != static.question
            and digit_lengths(answer.question) == digit_lengths(static.question)
            and answer.integral == static.integral
            and answer.digits <= static.digits + 1
        )
        return Instance(values, answer) if fits else None

    def variants(self, snapshots: Sequence[str]) -> list[Instance]:
        """One variant per named snapshot, each of a stream of its own.

        A draw steers clear only of the draws before it, so growing the list keeps the variants there were.
        """
        drawn: list[Instance] = []
        taken: set[str] = set()
        for snapshot in snapshots:
            instance = self.draw(core.stream(PROBE, self.name, snapshot), taken)
            taken.add(instance.answer.question)
            drawn.append(instance)
        return drawn


_problems: dict[str, Problem] = {}


def problem(level: int, source: str, **domains: Domain) -> Callable[[Callable[..., Answer]], Problem]:
    """Decorator: register a function as a problem of the subject that its package is named after.

    Raises ValueError where the declaration is not allowed or the name is taken.
    """

    def declare(function: Callable[..., Answer]) -> Problem:
        package, _, file = function.__module__.rpartition(".")
        declared = Problem(function.__name__, package.rpartition(".")[2], level, source, domains, function)
        if declared.name in _problems:
            raise ValueError(f"two problems are named {declared.name!r}")
        if file != f"level_{level}":
            raise ValueError(f"{declared.name}: a problem of level {level} stands in level_{level}.py, not {file}.py")
        _problems[declared.name] = declared
        return declared

    return declare


def problems() -> list[Problem]:
    """Every problem of the package, by subject, level and name."""
    core.scan(__package__ or "gap_tasks.functional")
    return sorted(_problems.values(), key=lambda found: (found.subject, found.level, found.name))

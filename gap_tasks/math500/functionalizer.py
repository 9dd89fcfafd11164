"""A functionalizer names what changes in one MATH item and computes its answer; the text is read at run time.

Its arguments' defaults are the published values: with them every edit gives back what it replaces, and the gold is the
published one. Drawn arguments make the variant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd
from random import Random

from gap_tasks import core
from gap_tasks.math500.edit import edited, fragment_of, grows, number_lengths
from gap_tasks.math500.latex import rational
from gap_tasks.sampling import NO_DEFAULT, Domain, IllPosedError, arguments, digit_lengths

PROBE = "gap_math500"
ATTEMPTS = 5000
CHOOSY_ATTEMPTS = 150
"""Draws after which a functionalizer is declared unable to give a variant; after which the best so far is taken."""

FURTHER = ("question", "gold")
"""What a check may take beside the arguments: the rendered text and the gold's text."""

Found = int | Fraction | float | complex | str | bool


@dataclass(frozen=True, slots=True)
class Variant:
    """What a functionalizer returns.

    edits: fragment of the published text -> what stands there instead; see `edit.edited` for the fragments.
    gold: integer, Fraction, or exact text in LaTeX; raises TypeError on anything else.
    """

    edits: Mapping[str, object]
    gold: int | Fraction | str

    def __post_init__(self) -> None:
        if isinstance(self.gold, bool) or not isinstance(self.gold, int | Fraction | str):
            raise TypeError(f"gold {self.gold!r} is no integer, Fraction or text")

    @property
    def text(self) -> str:
        """The gold as text."""
        return self.gold if isinstance(self.gold, str) else rational(self.gold)


@dataclass(frozen=True, slots=True)
class Instance:
    """One rendered item: the arguments it was made from, the question, the gold's text."""

    values: Mapping[str, object]
    question: str
    gold: str


def form(gold: str) -> tuple[object, ...]:
    r"""What makes a gold's type: its commands, letters, separators and brackets; "\frac{3}{4}" differs from "2"."""
    plain = re.sub(r"\\[dt]frac", r"\\frac", gold)
    plain = re.sub(r"\\left|\\right|\\[!,;: ]", "", plain)
    commands = frozenset(re.findall(r"\\[A-Za-z]+", plain))
    letters = (
        frozenset(re.findall(r"[A-Za-z]", re.sub(r"\\[A-Za-z]+", "", plain))) if r"\text" not in plain else "words"
    )
    return (
        commands,
        letters,
        plain.count(","),
        plain.count("&"),
        plain.count(r"\\"),
        bool(re.search(r"[0-9]\.[0-9]|^-?\.[0-9]", plain)),
        "/" in plain,
        frozenset(re.findall(r"[()\[\]=<>%]", plain)),
    )


def gold_digits(gold: str) -> int:
    """Digits of the longest number in a gold, 0 where it has none."""
    return max(digit_lengths(gold), default=0)


def reduced(gold: str) -> bool:
    r"""Whether every fraction of integers in a gold is in lowest terms."""
    pairs = re.findall(r"\\[dt]?frac\{(\d+)\}\{(\d+)\}", gold)
    return all(gcd(int(over), int(under)) == 1 and int(under) > 1 for over, under in pairs)


@dataclass(slots=True, eq=False)
class Functionalizer:
    """The edits and the answer of one MATH item, the domains of its arguments and an independent check.

    id: the item's unique_id. wrong_gold: why the published gold is not what the text asks for, "" where it is right.
    Raises ValueError where an argument has no default or no domain, or lies outside of it.
    """

    id: str
    function: Callable[..., Variant]
    domains: Mapping[str, Domain]
    wrong_gold: str = ""
    checker: Callable[..., Found] | None = None
    _defaults: dict[str, object] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._defaults = arguments(self.function)
        defaults = self.defaults()
        if set(defaults) != set(self.domains):
            raise ValueError(f"{self.id}: arguments {sorted(defaults)} but domains of {sorted(self.domains)}")
        for name, default in defaults.items():
            if default is NO_DEFAULT:
                raise ValueError(f"{self.id}: argument {name!r} has no default")
            if default not in self.domains[name].values:
                raise ValueError(f"{self.id}: default {name}={default!r} lies outside its domain")

    def defaults(self) -> dict[str, object]:
        """The published arguments, in the order of the signature."""
        return dict(self._defaults)

    def check(self, function: Callable[..., Found]) -> Callable[..., Found]:
        """Decorator: the answer found another way, for tests to compare with the gold.

        It names the arguments that it starts from, `question` for the rendered text, `gold` for the gold's text.
        It returns the answer as an exact value or LaTeX, as a float to compare with, or, judging `gold`, a bool.
        Raises ValueError where it takes anything else.
        """
        unknown = sorted(set(arguments(function)) - {*self.domains, *FURTHER})
        if unknown:
            raise ValueError(f"{self.id}: the check takes {unknown[0]!r}, which is no argument of the functionalizer")
        self.checker = function
        return function

    def checked(self, instance: Instance) -> Found:
        """The check's answer to an instance; raises ValueError where there is no check."""
        if self.checker is None:
            raise ValueError(f"{self.id} has no check")
        known = {**instance.values, "question": instance.question, "gold": instance.gold}
        return self.checker(**{name: known[name] for name in arguments(self.checker)})

    def published(self) -> Variant:
        """The published item; raises ValueError where its own conditions refuse it or an edit changes the text."""
        try:
            variant = self.function(**self.defaults())
        except IllPosedError:
            raise ValueError(f"{self.id}: the published arguments do not meet the item's conditions") from None
        for key, value in variant.edits.items():
            if fragment_of(key) != str(value):
                raise ValueError(f"{self.id}: at the published values {fragment_of(key)!r} became {str(value)!r}")
        return variant

    def static(self, text: str) -> Instance:
        """The published item in the published text; raises ValueError as `published` and `edited` do."""
        variant = self.published()
        return Instance(self.defaults(), edited(text, variant.edits), variant.text)

    def draw(self, text: str, rng: Random, taken: Collection[str] = ()) -> Instance:
        """A variant no harder in its arithmetic than the published item; raises ValueError where none is found.

        No number is longer than the published one in its place; the gold keeps its form and has at most one digit
        more. Preferred, in this order: a question not in `taken`, a gold unlike the published one, no longer gold,
        numbers as long as the published ones.
        """
        static = self.published()
        best: Instance | None = None
        best_rank = -1
        for attempt in range(ATTEMPTS):
            if attempt >= CHOOSY_ATTEMPTS and best is not None:
                break
            found = self._attempt(rng, static)
            if found is None:
                continue
            values, variant = found
            question = edited(text, variant.edits)
            rank = self._rank(static, variant) + 8 * (question not in taken)
            if rank > best_rank and question != text:
                best, best_rank = Instance(values, question, variant.text), rank
            if rank == 15:
                break
        if best is None:
            raise ValueError(f"{self.id}: no variant in {ATTEMPTS} draws; widen the domains or relax the conditions")
        return best

    def _attempt(self, rng: Random, static: Variant) -> tuple[dict[str, object], Variant] | None:
        values = {name: rng.choice(self.domains[name].values) for name in self._defaults}
        try:
            variant = self.function(**values)
        except IllPosedError:
            return None
        if variant.edits == static.edits:
            return None
        if any(grows(fragment_of(key), str(value)) for key, value in variant.edits.items()):
            return None
        gold, published = variant.text, static.text
        if form(gold) != form(published) or gold_digits(gold) > gold_digits(published) + 1:
            return None
        return (values, variant) if reduced(gold) or not reduced(published) else None

    def _rank(self, static: Variant, variant: Variant) -> int:
        lengths = all(
            number_lengths(fragment_of(key)) == number_lengths(str(value)) for key, value in variant.edits.items()
        )
        no_growth = gold_digits(variant.text) <= gold_digits(static.text)
        return 4 * (variant.text != static.text) + 2 * no_growth + lengths

    def sample(self, text: str, draws: int = 200) -> list[Instance]:
        """One variant of each of many streams, drawn without knowing the others: what laws and counts are taken on."""
        return [self.draw(text, core.stream(PROBE, self.id, "sample", index)) for index in range(draws)]

    def variants(self, text: str, snapshots: Sequence[str]) -> list[Instance]:
        """One variant per named snapshot, each of a stream of its own.

        A draw steers clear only of the draws before it, so growing the list keeps the variants there were.
        """
        drawn: list[Instance] = []
        taken: set[str] = set()
        for snapshot in snapshots:
            instance = self.draw(text, core.stream(PROBE, self.id, snapshot), taken)
            taken.add(instance.question)
            drawn.append(instance)
        return drawn


_functionalizers: dict[str, Functionalizer] = {}


def functionalize(
    unique_id: str, *, wrong_gold: str = "", **domains: Domain
) -> Callable[[Callable[..., Variant]], Functionalizer]:
    """Decorator: register a function as the functionalizer of a MATH item.

    Raises ValueError where the declaration is not allowed or the item has one already.
    """

    def declare(function: Callable[..., Variant]) -> Functionalizer:
        declared = Functionalizer(unique_id, function, domains, wrong_gold)
        if unique_id in _functionalizers:
            raise ValueError(f"two functionalizers of {unique_id}")
        _functionalizers[unique_id] = declared
        return declared

    return declare


def functionalizers() -> dict[str, Functionalizer]:
    """Every functionalizer by the item's unique_id, in the order of the ids."""
    core.scan(__package__ or "gap_tasks.math500")
    return dict(sorted(_functionalizers.items()))

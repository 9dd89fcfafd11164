"""What each reference model is trained on: prompts in the form that the probes use, with the reply that is learnt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import islice

from gap_tasks import core
from gap_tasks.functional.problem import Problem, problems
from gap_tasks.reference.steps import steps, traced
from gap_tasks.temporal import probe as twins
from gap_tasks.temporal.kind import kinds

MOST_VARIANTS = 3000
"""Distinct variants of a problem that are learnt from, at most."""

MOST_MISSES = 3000
"""Draws in a row without a new variant after which a problem counts as exhausted."""

EMBEDDED = ("gap_math", "gap_time_twins", "gap_hops")
"""Probes whose static items the memorizer has seen; the stress probe asks those of gap_math."""

Groups = dict[str, list["Text"]]
"""Family, problem or kind -> its texts. Training draws a group first, so that each weighs the same."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text to learn. instructions: wordings that precede the question, each as likely as the other."""

    question: str
    reply: str
    instructions: tuple[str, ...]


def answer(gold: str) -> str:
    """A reply that gives nothing but the gold."""
    return f"The answer is {gold}."


def subset() -> tuple[str, ...]:
    """Names of the gap_math problems that the reasoner is trained on."""
    text = resources.files(__package__ or "gap_tasks.reference").joinpath("problems.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def static_texts(probe: str, only: Iterable[str] | None = None) -> Groups:
    """The static items of a probe's default families, as a contaminated run would have read them.

    only: names of families, without the probe's; all of them where it is None.
    """
    chosen = None if only is None else {f"{probe}/{name}" for name in only}
    return {
        family.id: list(_static(family))
        for family in core.probe(probe).families()
        if chosen is None or family.id in chosen
    }


def _static(family: core.Family) -> Iterator[Text]:
    again = {item.part: item.instruction for item in family.of(core.AGAIN)}
    for item in family.of(core.STATIC):
        yield Text(item.question, answer(item.gold), (item.instruction, again[item.part]))


def variant_texts(names: Iterable[str], most: int = MOST_VARIANTS) -> Groups:
    """Variants of gap_math problems with worked steps; no question that the default snapshot asks is among them."""
    families = {family.id: family for family in core.probe("gap_math").families()}
    known = {problem.name: problem for problem in problems()}
    return {
        f"gap_math/{name}": list(islice(_variants(known[name], families[f"gap_math/{name}"]), most)) for name in names
    }


def _variants(problem: Problem, family: core.Family) -> Iterator[Text]:
    instructions = (family.of(core.STATIC)[0].instruction, family.of(core.AGAIN)[0].instruction)
    seen = {item.question for item in family.items}
    rng = core.stream("reference", problem.name)
    misses = 0
    while misses < MOST_MISSES:
        instance = problem.attempt(rng, traced)
        misses += 1
        if instance is None or instance.answer.question in seen:
            continue
        seen.add(instance.answer.question)
        misses = 0
        lines = steps(instance.answer.gold) or []
        yield Text(instance.answer.question, "\n".join([*lines, answer(instance.answer.text)]), instructions)


def era_texts(most: int = MOST_VARIANTS) -> Groups:
    """Date questions of the static era alone, none of them asked by default; direct answers."""
    asked = {item.question for family in core.probe(twins.NAME).families() for item in family.items}
    return {
        f"{twins.NAME}/{name}": [
            Text(made.question, answer(made.gold), (twins.INSTRUCTION, twins.AGAIN_INSTRUCTION))
            for (made,) in islice(
                (
                    drawn
                    for drawn in twins.draws(function, (twins.STATIC_ERA,), "reference", name)
                    if drawn[0].question not in asked
                ),
                most,
            )
        ]
        for name, function in kinds().items()
    }


def memorizer_texts() -> Groups:
    """The static items of every embedded probe."""
    return {family: texts for probe in EMBEDDED for family, texts in static_texts(probe).items()}


def mixed_texts(leaked: Sequence[str], reasoned: Sequence[str], most: int = MOST_VARIANTS) -> Groups:
    """Static items of the leaked problems, variants of the others: the gap over both is the leaked share."""
    return {**static_texts("gap_math", leaked), **variant_texts(reasoned, most)}


def short(names: Iterable[str], lines: int = 4) -> list[str]:
    """Those of the problems whose worked solutions take at most so many lines, the answer's included."""
    return [
        name.partition("/")[2]
        for name, texts in variant_texts(names, most=100).items()
        if all(text.reply.count("\n") < lines for text in texts)
    ]


def leak(names: Sequence[str], percent: int) -> tuple[list[str], list[str]]:
    """(leaked, reasoned) problems: a larger share leaks all that a smaller one does."""
    order = sorted(names)
    core.stream("reference", "leak").shuffle(order)
    count = round(len(order) * percent / 100)
    return order[:count], order[count:]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A reference model: what it knows, its corpus, and how many batches it is trained for."""

    summary: str
    texts: Callable[[], Groups]
    batches: int


RECIPES: Mapping[str, Recipe] = {
    "reference-memorizer": Recipe(
        "has read the static items of every embedded probe and no variant", memorizer_texts, 1500
    ),
    "reference-reasoner": Recipe(
        "has worked through other variants of the problems in problems.txt, and has read no evaluated item",
        lambda: variant_texts(subset()),
        3600,
    ),
    "reference-single-hop": Recipe(
        "knows both facts of every default gap_hops family and has never seen two of them composed",
        lambda: static_texts("gap_hops"),
        1200,
    ),
    "reference-one-era": Recipe(
        "has read other date questions of 1900 to 2099, and none of a later year", era_texts, 1600
    ),
}


def sha256(groups: Groups) -> str:
    """Hash of a corpus, whatever the order of its groups."""
    digest = hashlib.sha256()
    for name in sorted(groups):
        for text in groups[name]:
            digest.update(json.dumps([name, text.question, text.reply, text.instructions]).encode("ascii") + b"\n")
    return digest.hexdigest()

"""What each reference model is trained on: prompts in the form that the probes use, with the reply that is learnt."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

from gap_tasks import core
from gap_tasks.functional.problem import Problem, problems
from gap_tasks.reference import dates
from gap_tasks.reference.steps import lines, steps, traced
from gap_tasks.temporal import probe as twins
from gap_tasks.temporal.kind import Kind, kinds

MOST_VARIANTS = 3000
"""Distinct variants of a problem that are learnt from, at most."""

FEWEST_VARIANTS = 100
"""A problem with fewer is not learnt but known by heart."""

LONGEST_REPLY = 130
"""[characters] Mean length of a problem's worked solutions, at most: longer ones take more attention than there is."""

HELD_OUT = 20
"""Variants of a problem that are held out."""

PROMISING = 3
"""Right answers of the scout to HELD_OUT variants from which on a problem is taken for the reasoner."""

MOST_MISSES = 3000
"""Draws in a row without a new variant after which a problem counts as exhausted."""

DRILLED = ("+", "-", "*", "//", "%")
DRILL_GROUPS = 4
"""Groups of drills an operation: each weighs as much as a problem."""

DRILL_LENGTH = 5
"""Operations in a drill."""

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
    """Variants of gap_math problems with worked steps, none that is held out or that the default snapshot asks."""
    held_out = held_out_texts(names := list(names))
    return {
        f"gap_math/{name}": list(islice(_variants(name, "learnt", held_out[f"gap_math/{name}"]), most))
        for name in names
    }


def held_out_texts(names: Iterable[str]) -> Groups:
    """Variants of the problems that nothing is trained on and no default snapshot asks: what was learnt shows here."""
    return {f"gap_math/{name}": list(islice(_variants(name, "held out"), HELD_OUT)) for name in names}


def _variants(name: str, stream: str, without: Sequence[Text] = ()) -> Iterator[Text]:
    """Distinct variants of a problem until it seems exhausted."""
    problem, family = _known()[name]
    instructions = (family.of(core.STATIC)[0].instruction, family.of(core.AGAIN)[0].instruction)
    seen = {item.question for item in family.items} | {text.question for text in without}
    rng = core.stream("reference", stream, name)
    misses = 0
    while misses < MOST_MISSES:
        instance = problem.attempt(rng, traced)
        misses += 1
        if instance is None or instance.answer.question in seen:
            continue
        seen.add(instance.answer.question)
        misses = 0
        worked = steps(instance.answer.gold) or []
        yield Text(instance.answer.question, "\n".join([*worked, answer(instance.answer.text)]), instructions)


@cache
def _known() -> dict[str, tuple[Problem, core.Family]]:
    families = {family.id: family for family in core.probe("gap_math").families()}
    return {problem.name: (problem, families[f"gap_math/{problem.name}"]) for problem in problems()}


def candidates() -> list[str]:
    """Names of the problems that a model of this size may learn: solutions are short, and variants are many."""
    groups = variant_texts((problem.name for problem in problems()), most=FEWEST_VARIANTS)
    return [
        name.partition("/")[2]
        for name, texts in groups.items()
        if len(texts) == FEWEST_VARIANTS and sum(len(text.reply) for text in texts) <= LONGEST_REPLY * len(texts)
    ]


def promising() -> list[str]:
    """Names of the candidates of which the scout got some held-out variants right; it learnt nothing of the others."""
    return right_at_least(Path(__file__).with_name("scouted.tsv"), PROMISING)


def right_at_least(table: Path, count: int) -> list[str]:
    """Problems of a table of held-out variants that have so many of HELD_OUT right."""
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return [row["problem"] for row in rows if int(row["right"]) >= count]


def drill_texts(most: int = MOST_VARIANTS, each: int = DRILL_GROUPS) -> Groups:
    """Bare arithmetic, a few operations a text with their lines: what worked steps are made of, over many numbers.

    each: groups of an operation.
    """
    groups: Groups = {}
    for sign in DRILLED:
        for index in range(each):
            rng = core.stream("reference", "drill", sign, str(index))
            groups[f"drill/{sign}/{index}"] = [_drill(sign, rng) for _ in range(most)]
    return groups


def _drill(sign: str, rng: Random) -> Text:
    made = [_operands(sign, rng) for _ in range(DRILL_LENGTH)]
    question = ", ".join(f"{left}{sign}{right}" for left, right in made)
    reply = "\n".join(line for left, right in made for line in lines(sign, left, right))
    return Text(question, reply, ("Reckon.",))


def _operands(sign: str, rng: Random) -> tuple[int, int]:
    """Numbers of one to four digits, each length as likely as the other; shorter ones where lines would grow long."""
    if sign in {"+", "-"}:
        return _number(rng, 4), _number(rng, 4)
    if sign == "*":
        return _number(rng, 3), _number(rng, 2)
    divisor = 1 + _number(rng, 2)
    return divisor * _number(rng, 2) + rng.choice((0, rng.randrange(divisor))), divisor


def _number(rng: Random, longest: int) -> int:
    return rng.randrange(10 ** rng.randint(1, longest))


def era_texts(most: int = 4 * MOST_VARIANTS) -> Groups:
    """Date questions of the static era alone with worked steps, by kind; none of them is asked by default."""
    asked = {item.question for family in core.probe(twins.NAME).families() for item in family.items}
    return {
        f"{twins.NAME}/{name}": list(islice(_era_texts(name, function, asked), most))
        for name, function in kinds().items()
    }


def _era_texts(name: str, function: Kind, asked: Collection[str]) -> Iterator[Text]:
    for (made,) in twins.draws(function, (twins.STATIC_ERA,), "reference", name):
        worked = dates.worked(made)
        if worked is not None and made.question not in asked:
            reply = "\n".join([*worked, answer(made.gold)])
            yield Text(made.question, reply, (twins.INSTRUCTION, twins.AGAIN_INSTRUCTION))


def era_families() -> list[str]:
    """Names of the default date families of a form that is learnt with worked steps."""
    return [
        family.id.partition("/")[2]
        for family in core.probe(twins.NAME).families()
        for item in family.of(core.STATIC)
        if dates.has_steps(item.question)
    ]


def memorizer_texts() -> Groups:
    """The static items of every embedded probe."""
    return {family: texts for probe in EMBEDDED for family, texts in static_texts(probe).items()}


def mixed_texts(leaked: Sequence[str], reasoned: Sequence[str], most: int = MOST_VARIANTS) -> Groups:
    """Static items of the leaked problems, variants of the others: the gap over both is the leaked share."""
    drills = drill_texts(most, each=1) if reasoned else {}
    return {**static_texts("gap_math", leaked), **variant_texts(reasoned, most), **drills}


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


SCOUT = "reference-scout"
REASONER = "reference-reasoner"

RECIPES: Mapping[str, Recipe] = {
    SCOUT: Recipe(
        "has looked, in a third of the reasoner's time, at variants of all gap_math problems with short solutions",
        lambda: {**variant_texts(candidates()), **drill_texts()},
        2400,
    ),
    "reference-memorizer": Recipe(
        "has read the static items of every embedded probe and no variant", memorizer_texts, 1500
    ),
    REASONER: Recipe(
        "has worked through variants of gap_math problems that are not asked, and has read no evaluated item",
        lambda: {**variant_texts(promising()), **drill_texts()},
        6500,
    ),
    "reference-single-hop": Recipe(
        "knows both facts of every default gap_hops family and has never seen two of them composed",
        lambda: static_texts("gap_hops"),
        1200,
    ),
    "reference-one-era": Recipe(
        "has worked through date questions of 1900 to 2099 that are not asked, and has read none of a later year",
        era_texts,
        1000,
    ),
}


def sha256(groups: Groups) -> str:
    """Hash of a corpus, whatever the order of its groups."""
    digest = hashlib.sha256()
    for name in sorted(groups):
        for text in groups[name]:
            digest.update(json.dumps([name, text.question, text.reply, text.instructions]).encode("ascii") + b"\n")
    return digest.hexdigest()

"""The probe gap_time_twins: each date question, and the same one 400 years later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import count, islice

from gap_tasks import core
from gap_tasks.temporal.kind import ERA_YEARS, DateQuestion, Kind, kinds

NAME = "gap_time_twins"
SHIFTED = "shifted"
SHIFT = 400
"""[years] after which the Gregorian calendar repeats exactly: weekdays, leap years, days of the year."""

STATIC_ERA = 1900
EXEMPLAR_ERA = 2100
"""Between the static and the shifted years, so that exemplars are equally far from both and equal to neither."""
EXEMPLARS_PER_KIND = 4

INSTRUCTION = (
    'Work out the answer step by step. End with one line of the form "The answer is X.", where X is the final answer.'
)
AGAIN_INSTRUCTION = (
    'Reason through the question step by step. Then close with a line that reads "The answer is X.", '
    "X being your final answer."
)

FAMILIES = core.Option(200, 4, 20_000, "how many questions are drawn, split evenly over the kinds")


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def shift_years(text: str) -> str:
    """The text with every four-digit number, which is always a year, moved on by 400."""
    return _YEAR.sub(lambda year: str(int(year[0]) + SHIFT), text)


def build(options: core.Options) -> Iterator[core.Family]:
    """Families of every kind in turn: static, shifted, again."""
    eras = (STATIC_ERA, STATIC_ERA + SHIFT)
    drawn = {name: draws(function, eras, NAME, name, options["seed"]) for name, function in kinds().items()}
    names = list(drawn)
    for index in range(options["families"]):
        name = names[index % len(names)]
        static, shifted = next(drawn[name])
        yield _family(f"{NAME}/{name}-{index // len(names)}", name, static, shifted)


def exemplars(_: core.Options) -> Iterator[core.Exemplar]:
    """Worked questions of every kind, with dates of an era that is not asked about."""
    for name, function in kinds().items():
        drawn = draws(function, (EXEMPLAR_ERA,), NAME, "exemplar", name)
        for index, (made,) in enumerate(islice(drawn, EXEMPLARS_PER_KIND)):
            yield core.Exemplar(f"{NAME}/exemplar-{name}-{index}", made.question, made.gold)


def draws(function: Kind, eras: tuple[int, ...], *names: object) -> Iterator[tuple[DateQuestion, ...]]:
    """The same question in every era, without end and none twice: a longer probe starts with the shorter one's."""
    seen: set[str] = set()
    for index in count():
        # equal streams, so that nothing but the era can differ
        twins = tuple(function(core.stream(*names, index), era) for era in eras)
        question = twins[0].question
        if question not in seen and all(_stays_inside(made, era) for made, era in zip(twins, eras, strict=True)):
            seen.add(question)
            yield twins


def _stays_inside(made: DateQuestion, era: int) -> bool:
    """Whether no date of the question or its answer leaves the era."""
    return all(era <= int(year) < era + ERA_YEARS for year in _YEAR.findall(f"{made.question} {made.gold}"))


def _family(family: str, kind: str, static: DateQuestion, shifted: DateQuestion) -> core.Family:
    _check_twins(family, static, shifted)
    start = STATIC_ERA + (static.year - STATIC_ERA) // 100 * 100
    return core.Family(
        family,
        {"kind": kind, "era": f"{start}-{start + 99}"},
        (
            _item(core.STATIC, static, INSTRUCTION),
            _item(SHIFTED, shifted, INSTRUCTION),
            _item(core.AGAIN, static, AGAIN_INSTRUCTION),
        ),
    )


def _item(condition: str, asked: DateQuestion, instruction: str) -> core.Item:
    return core.Item(condition, asked.question, asked.gold, asked.scorer, instruction, aliases=asked.aliases)


def _check_twins(family: str, static: DateQuestion, shifted: DateQuestion) -> None:
    """Raises ValueError where the twins differ in more than their years."""
    gold = static.gold
    if static.scorer == "date":
        day = date.fromisoformat(gold)
        gold = day.replace(year=day.year + SHIFT).isoformat()
    expected = DateQuestion(shift_years(static.question), gold, static.scorer, static.year + SHIFT, static.aliases)
    if shifted != expected:
        raise ValueError(f"{family}: {shifted} is not {expected}")


core.register(
    core.Probe(
        name=NAME,
        summary="Date questions of 1900-2099, and the same ones 400 years later, where the calendar is the same.",
        variants=(SHIFTED,),
        build=build,
        exemplars=exemplars,
        options={"seed": core.SEED, "families": FAMILIES},
    )
)

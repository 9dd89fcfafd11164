"""The probe gap_time_twins: each date question, and the same one 400 years later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

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


def shift_years(text: str) -> str:
    """The text with every four-digit year moved on by 400 years."""
    return re.sub(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", lambda year: str(int(year[0]) + SHIFT), text)


def build(options: core.Options) -> Iterator[core.Family]:
    """Families of every kind in turn: static, shifted, again."""
    drawn = {name: _draws(name, function, options["seed"]) for name, function in kinds().items()}
    names = list(drawn)
    for index in range(options["families"]):
        name = names[index % len(names)]
        static, shifted = next(drawn[name])
        yield _family(f"{NAME}/{name}-{index // len(names)}", name, static, shifted)


def exemplars(_: core.Options) -> Iterator[core.Exemplar]:
    """Worked questions of every kind, with dates of an era that is not asked about."""
    for name, function in kinds().items():
        for index in range(EXEMPLARS_PER_KIND):
            made = function(core.stream(NAME, "exemplar", name, index), EXEMPLAR_ERA)
            yield core.Exemplar(f"{NAME}/exemplar-{name}-{index}", made.question, made.gold)


def _draws(name: str, function: Kind, seed: int) -> Iterator[tuple[DateQuestion, DateQuestion]]:
    """(static, shifted) without end, no question twice; a longer probe starts with the shorter one's families."""
    seen: set[str] = set()
    index = 0
    while True:
        # the same stream twice, so that nothing but the era can differ
        pair = (
            function(core.stream(NAME, name, index, seed), STATIC_ERA),
            function(core.stream(NAME, name, index, seed), STATIC_ERA + SHIFT),
        )
        if pair[0].question not in seen:
            seen.add(pair[0].question)
            yield pair
        index += 1


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
    return core.Item(condition, asked.question, asked.gold, asked.scorer, instruction)


def _check_twins(family: str, static: DateQuestion, shifted: DateQuestion) -> None:
    """Raises ValueError where the twins differ in more than their years."""
    gold = static.gold
    if static.scorer == "date":
        day = date.fromisoformat(gold)
        gold = day.replace(year=day.year + SHIFT).isoformat()
    if not STATIC_ERA <= static.year < STATIC_ERA + ERA_YEARS:
        raise ValueError(f"{family}: the static year {static.year} is outside its era")
    expected = DateQuestion(shift_years(static.question), gold, static.scorer, static.year + SHIFT)
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

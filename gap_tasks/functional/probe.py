"""The probe gap_math: every problem as published and with other numbers, as long and as hard to reckon with."""

from __future__ import annotations

from collections.abc import Iterator

from gap_tasks import core
from gap_tasks.functional.problem import PROBE, Answer, Problem, problems
from gap_tasks.worked import INSTRUCTIONS, exemplars


def _item(condition: str, answer: Answer, instruction: str, snapshot: str = "") -> core.Item:
    return core.Item(condition, answer.question, answer.text, "number", instruction, snapshot=snapshot)


def _subject(stem: str) -> str:
    return stem.replace("_and_", "_&_").replace("_", " ").title()


def _family(problem: Problem, options: core.Options) -> core.Family:
    snapshots = core.snapshot_names(options)
    first, second = INSTRUCTIONS["phrase", options["cot"]]
    static = problem.static().answer
    variants = problem.variants(snapshots)
    items = (
        _item(core.STATIC, static, first),
        *(
            _item("functional", variant.answer, first, snapshot)
            for variant, snapshot in zip(variants, snapshots, strict=True)
        ),
        _item(core.AGAIN, static, second),
    )
    return core.Family(
        f"{PROBE}/{problem.name}", {"subject": _subject(problem.subject), "level": str(problem.level)}, items
    )


def families(options: core.Options) -> Iterator[core.Family]:
    """One family per problem: the published question, a variant per snapshot, the published question again."""
    for problem in problems():
        yield _family(problem, options)


core.register(
    core.Probe(
        name=PROBE,
        summary="Mathematics problems with other numbers in the same places",
        variants=("functional",),
        build=families,
        exemplars=lambda options: exemplars(PROBE, "phrase", options["cot"]),
        options={"seed": core.SEED, "snapshots": core.SNAPSHOTS, "cot": core.COT},
        null=True,
    )
)

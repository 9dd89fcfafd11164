"""The probe gap_math: every problem as published and with other numbers, as long and as hard to reckon with."""

from __future__ import annotations

from collections.abc import Iterator

from gap_tasks import core
from gap_tasks.functional.problem import PROBE, Answer, Problem, problems

INSTRUCTION = (
    'Solve the problem step by step. End with one line of the form "The answer is X.", where X is the final answer. '
    "If X is not an integer, write it as a fraction a/b in lowest terms."
)
SECOND_INSTRUCTION = (
    "Work through this problem one step after another. Close your reply with a single line that reads "
    '"The answer is X.", with your result in place of X. '
    "Give a result that is not an integer as a fraction a/b in lowest terms."
)


def _item(condition: str, answer: Answer, instruction: str = INSTRUCTION, snapshot: str = "") -> core.Item:
    return core.Item(condition, answer.question, answer.text, "number", instruction, snapshot=snapshot)


def _subject(stem: str) -> str:
    return stem.replace("_and_", "_&_").replace("_", " ").title()


def _family(problem: Problem, snapshots: tuple[str, ...]) -> core.Family:
    static = problem.static().answer
    variants = problem.variants(snapshots)
    items = (
        _item(core.STATIC, static),
        *(
            _item("functional", variant.answer, snapshot=snapshot)
            for variant, snapshot in zip(variants, snapshots, strict=True)
        ),
        _item(core.AGAIN, static, SECOND_INSTRUCTION),
    )
    return core.Family(
        f"{PROBE}/{problem.name}", {"subject": _subject(problem.subject), "level": str(problem.level)}, items
    )


def families(options: core.Options) -> Iterator[core.Family]:
    """One family per problem: the published question, a variant per snapshot, the published question again."""
    snapshots = core.snapshot_names(options)
    for problem in problems():
        yield _family(problem, snapshots)


def exemplars(options: core.Options) -> Iterator[core.Exemplar]:
    """One further variant per problem; a problem whose variants are all evaluated gives none."""
    snapshots = core.snapshot_names(options)
    for problem in problems():
        evaluated = {variant.answer.question for variant in problem.variants(snapshots)}
        shown = problem.draw(core.stream(PROBE, "exemplar", problem.name), evaluated).answer
        if shown.question not in evaluated:
            yield core.Exemplar(f"{PROBE}/{problem.name}", shown.question, shown.text)


core.register(
    core.Probe(
        name=PROBE,
        summary="Mathematics problems with other numbers in the same places",
        variants=("functional",),
        build=families,
        exemplars=exemplars,
        options={"seed": core.SEED, "snapshots": core.SNAPSHOTS},
        null=True,
    )
)

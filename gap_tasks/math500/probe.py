"""The probe gap_math500: MATH-500 items as published and with other numbers, names or shapes in the same places."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from gap_tasks import core
from gap_tasks.math500.functionalizer import PROBE, Functionalizer, Instance, functionalizers, gold_digits
from gap_tasks.math500.texts import Entry, Texts, entries, left_out, load
from gap_tasks.worked import INSTRUCTIONS, exemplars
from scorers import grade

log = logging.getLogger(f"lm_eval.{__name__}")  # below lm-eval's logger, whose level and format it takes


def _item(condition: str, instance: Instance, instruction: str, snapshot: str = "") -> core.Item:
    return core.Item(condition, instance.question, instance.gold, "math", instruction, snapshot=snapshot)


def _growth(static: Instance, variants: list[Instance]) -> str:
    grown = max(gold_digits(variant.gold) for variant in variants) - gold_digits(static.gold)
    return "one digit more" if grown > 0 else "none"


def _family(item: Functionalizer, entry: Entry, text: str, options: core.Options) -> core.Family:
    snapshots = core.snapshot_names(options)
    first, second = INSTRUCTIONS["boxed", options["cot"]]
    static = item.static(text)
    variants = item.variants(text, snapshots)
    strata = {"subject": entry.subject, "level": str(entry.level), "digit_growth": _growth(static, variants)}
    items = (
        _item(core.STATIC, static, first),
        *(_item("functional", variant, first, snapshot) for variant, snapshot in zip(variants, snapshots, strict=True)),
        _item(core.AGAIN, static, second),
    )
    return core.Family(f"{PROBE}/{item.id.removeprefix('test/').removesuffix('.json')}", strata, items)


def usable(texts: Texts) -> dict[str, Functionalizer]:
    """The functionalizers whose item stands in these texts with the gold that they compute; says which do not."""
    ours = functionalizers()
    told = [(texts.changed, "text is another"), (texts.missing, "text is missing")]
    for ids, what in told:
        _say([unique_id for unique_id in ids if unique_id in ours], f"{what} in {texts.source}")
    present = {unique_id: item for unique_id, item in ours.items() if unique_id in texts.rows}
    other = [
        unique_id
        for unique_id, item in present.items()
        if not item.wrong_gold
        and not grade(rf"\boxed{{{item.published().text}}}", texts.rows[unique_id].answer, "math").correct
    ]
    _say(other, f"answer is another in {texts.source}")
    kept = {unique_id: item for unique_id, item in present.items() if unique_id not in other}
    if len(kept) < len(ours):
        log.warning("%s: %d of %d items match and run", PROBE, len(kept), len(ours))
    return kept


def _say(ids: list[str], what: str) -> None:
    if ids:
        log.warning("%s: %d left out, whose %s: %s", PROBE, len(ids), what, ", ".join(ids))


def families(options: core.Options) -> Iterator[core.Family]:
    """One family per functionalized item whose text is at hand; raises core.DataError where none is."""
    texts = load(options["math500"])
    for unique_id, item in usable(texts).items():
        yield _family(item, entries()[unique_id], texts.rows[unique_id].problem, options)


core.register(
    core.Probe(
        name=PROBE,
        summary="MATH-500 items with other numbers, names or shapes in the same places",
        variants=("functional",),
        build=families,
        exemplars=lambda options: exemplars(PROBE, "boxed", options["cot"]),
        options={
            "seed": core.SEED,
            "snapshots": core.SNAPSHOTS,
            "cot": core.COT,
            "math500": core.PathOption("JSONL file with MATH-500; by default the Hugging Face hub"),
        },
        null=True,
        size=lambda: len(functionalizers()),
        left_out=left_out,
    )
)

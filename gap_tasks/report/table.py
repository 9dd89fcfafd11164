"""Runs -> rows of gaps, strata, controls, and what a reader must be warned of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gap_tasks.core import AGAIN, STATIC
from gap_tasks.report.read import Arm, Run
from scorers.gap import (
    Estimate,
    compositionality_gap,
    holm,
    minimum_detectable_gap,
    net_gap,
    paired_gap,
    relative_gap,
    relative_gap_all,
    right_without_parts,
    t_interval,
)

Cell = str | int | float | None | list[str] | dict[str, float | None]
Row = dict[str, Cell]

COLUMNS = (
    *("model", "probe", "condition", "families", "static", "variant"),
    *("gap", "gap_low", "gap_high", "gap_se", "gap_t_low", "gap_t_high", "p_value", "p_holm"),
    *("null_gap", "null_gap_low", "null_gap_high", "net_gap", "net_gap_low", "net_gap_high"),
    *("relative_gap", "relative_gap_low", "relative_gap_high"),
    *("relative_gap_all", "relative_gap_all_low", "relative_gap_all_high"),
    *("compositionality_gap", "compositionality_gap_low", "compositionality_gap_high"),
    *("right_without_parts", "right_without_parts_low", "right_without_parts_high", "guessable"),
    *("compositionality_gap_unguessable", "compositionality_gap_unguessable_low"),
    *("compositionality_gap_unguessable_high", "minimum_detectable_gap"),
    *("unscored_static", "unscored_variant", "truncated_static", "truncated_variant"),
    *("gap_unscored_right", "gap_lowest", "gap_highest"),
    *("snapshot_sha256", "seed", "run_date", "families_dropped", "controls", "warnings"),
)
"""Fields of a row, in order. Shares and gaps are in [-1, 1]; undefined is None."""

NULL_BRIDGE = "null_bridge"
IDENTITY = "identity"
POOLED = "all variants"

_UNSCORED_DIFFERENCE = 0.02
_TRUNCATED = 0.01
_COARSE_GAP = 0.05
_LOW_STATIC = 0.05
_STRATA_SHOWN = 12
_VARIANTS_APART = 3
_NAMED = 5
_EQUAL = 1e-9

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Stratum:
    """The gap of one condition (or of all variants together) over the families with one label."""

    key: str
    value: str
    condition: str
    families: int
    gap: Estimate


@dataclass(frozen=True, slots=True)
class Control:
    """Accuracy in a control condition beside static accuracy, over the families that have it."""

    condition: str
    families: int
    accuracy: float
    static: float


def rows(runs: Sequence[Run]) -> list[Row]:
    """One row per model, probe and variant; Holm's correction runs over the rows of one model."""
    table = [
        _row(run, condition)
        for run in sorted(runs, key=lambda run: (run.model, run.probe))
        for condition in run.setup.variants
    ]
    for model in {run.model for run in runs}:
        own = [row for row in table if row["model"] == model]
        for row, adjusted in zip(own, holm([_number(row["p_value"]) for row in own]), strict=True):
            row["p_holm"] = _finite(adjusted)
    return table


def controls(run: Run) -> list[Control]:
    """Every control condition that some family has."""
    static = run.arms[STATIC]
    found = []
    for condition in run.setup.controls:
        arm = run.arms[condition]
        if (has := arm.has).any():
            found.append(Control(condition, int(has.sum()), _mean(arm.mean[has]), _mean(static.mean[has])))
    return found


def strata(run: Run) -> list[Stratum]:
    """Gaps by stratum; of many variants the mean over a family's variants, of many labels the rarest together."""
    # Identity changes nothing: among pooled variants it would water the gap down.
    variants = [name for name in run.setup.variants if run.arms[name].has.any() and name != IDENTITY]
    if len(variants) > _VARIANTS_APART:
        means = np.array([run.arms[name].mean for name in variants])
        count = (~np.isnan(means)).sum(axis=0)
        pooled = np.where(count > 0, np.nansum(means, axis=0) / np.maximum(count, 1), np.nan)
        outcomes = {POOLED: pooled}
    else:
        outcomes = {name: run.arms[name].mean for name in variants}
    static = run.arms[STATIC].mean
    found = []
    for key, labels in run.strata.items():
        groups = _groups(labels)
        # One label for all is no breakdown.
        for value, inside in groups if len(groups) > 1 else ():
            for condition, mean in outcomes.items():
                both = inside & ~np.isnan(mean)
                if both.any():
                    gap = paired_gap(static[both], mean[both])
                    found.append(Stratum(key, value, condition, int(both.sum()), gap))
    return found


def notes(runs: Sequence[Run]) -> list[str]:
    """What a reader must know of whole runs: families and controls not asked, snapshots that differ."""
    found = []
    for run in runs:
        asked = len(run.families) + len(run.dropped)
        if run.setup.families is not None and asked != run.setup.families:
            found.append(f"{run.model}, {run.probe}: {asked} of {run.setup.families} families were asked")
        if not run.arms[AGAIN].has.any() and IDENTITY not in run.arms:
            found.append(f"{run.model}, {run.probe}: no null control was asked, so there is no net gap")
    hashes: defaultdict[str, set[str | None]] = defaultdict(set)
    for run in runs:
        hashes[run.probe].add(run.setup.snapshot_sha256)
    found += [
        f"{probe}: models were asked different snapshots; their gaps differ by the draw too"
        for probe, seen in sorted(hashes.items())
        if len(seen) > 1
    ]
    return found


def _row(run: Run, condition: str) -> Row:
    static, variant, again = run.arms[STATIC], run.arms[condition], run.arms[AGAIN]
    both = static.has & variant.has
    null = both & again.has
    families = int(both.sum())
    arms = static.mean[both], variant.mean[both]
    gap = _over(paired_gap, both, static.mean, variant.mean)
    row: Row = {
        "model": run.model,
        "probe": run.probe,
        "condition": condition,
        "families": families,
        "static": _finite(_mean(arms[0])),
        "variant": _finite(_mean(arms[1])),
        **_spread("gap", gap),
        "gap_se": _finite(gap.se),
        **dict(zip(("gap_t_low", "gap_t_high"), map(_finite, t_interval(*arms)), strict=True)),
        "p_value": _finite(gap.p_value),
        "p_holm": None,
        **_spread("null_gap", _over(paired_gap, null, static.mean, again.mean)),
        **_spread("net_gap", _over(net_gap, null, variant.mean, again.mean)),
        **_spread("relative_gap", _over(relative_gap, both, static.mean, variant.mean)),
        **_spread("relative_gap_all", _over(relative_gap_all, both, static.all, variant.all)),
        **_composition(run, static, variant),
        "minimum_detectable_gap": _finite(float(np.minimum(1.0, minimum_detectable_gap(*arms)))),
        "unscored_static": _share(static.unscored[both], static.items[both]),
        "unscored_variant": _share(variant.unscored[both], variant.items[both]),
        "truncated_static": _share(static.truncated[both], static.items[both]),
        "truncated_variant": _share(variant.truncated[both], variant.items[both]),
        # The headline counts a reply without a verdict as wrong; these say what other verdicts could make of the gap.
        "gap_unscored_right": _finite(_mean(static.best[both] - variant.best[both])),
        "gap_lowest": _finite(_mean(static.mean[both] - variant.best[both])),
        "gap_highest": _finite(_mean(static.best[both] - variant.mean[both])),
        "snapshot_sha256": run.setup.snapshot_sha256,
        "seed": run.setup.seed,
        "run_date": run.date,
        "families_dropped": len(run.dropped),
        "controls": {control.condition: _finite(control.accuracy) for control in controls(run)},
    }
    row["warnings"] = [*_run_warnings(run), *_warnings(row)]
    return row


def _composition(run: Run, static: Arm, variant: Arm) -> Row:
    """P(variant wrong | every static part right), also over the families that are not right without the bridge."""
    # A variant that has parts itself asks the sub-questions again: it composes nothing.
    composed = variant.has & (static.parts > 1) & (variant.parts == 1)
    bridge = run.arms.get(NULL_BRIDGE)
    tested = composed & bridge.has if bridge else np.zeros_like(composed)
    guessed = tested & (bridge.mean > 0) if bridge else tested
    return {
        **_spread("compositionality_gap", _over(compositionality_gap, composed, static.all, variant.mean)),
        **_spread("right_without_parts", _over(right_without_parts, composed, static.all, variant.mean)),
        "guessable": _share(guessed[tested], np.ones(int(tested.sum()))),
        **_spread(
            "compositionality_gap_unguessable",
            _over(compositionality_gap, tested & ~guessed, static.all, variant.mean),
        ),
    }


def _run_warnings(run: Run) -> list[str]:
    found = []
    if run.dropped:
        names = ", ".join(run.dropped[:_NAMED]) + (", ..." if len(run.dropped) > _NAMED else "")
        found.append(
            f"{len(run.dropped)} families were DROPPED because a gold could not be read ({names}): "
            "this is a defect of the probe, please report it"
        )
    if IDENTITY in run.arms:
        static, same = run.arms[STATIC].mean, run.arms[IDENTITY].mean
        differing = ~np.isnan(same) & (same != static)
        judged = f"{int(differing.sum())} families were judged differently on the very same questions"
        if differing.any() and abs(float((static - same)[~np.isnan(same)].sum())) > _EQUAL:
            found.append(f"identity control failed: do not trust this run ({judged})")
        elif differing.any():
            found.append(f"identity control: {judged}; they cancel out, but replies cannot be reproduced")
    return found


def _warnings(row: Row) -> list[str]:
    families = _number(row["families"])
    if not families:
        return ["no family was asked in this condition: there is no gap"]
    if families == 1:
        return ["one family has no interval and no test"]
    found = []
    static = _number(row["static"])
    unscored = _number(row["unscored_static"]), _number(row["unscored_variant"])
    truncated = _number(row["truncated_static"]), _number(row["truncated_variant"])
    if abs(unscored[1] - unscored[0]) > _UNSCORED_DIFFERENCE:
        found.append(
            "the gap may be an artefact of answers that could not be judged: "
            f"{percent(unscored[0])}% of the static items, {percent(unscored[1])}% of the variant's"
        )
    if max(truncated) > _TRUNCATED:
        found.append(
            f"the gap may be an artefact of replies that were cut off: {percent(truncated[0])}% of the static items, "
            f"{percent(truncated[1])}% of the variant's; raise max_gen_toks"
        )
    if static < _LOW_STATIC:
        found.append(f"static accuracy is {percent(static)}%: there is little to lose, so the gap says little")
    null_low, null_high = row["null_gap_low"], row["null_gap_high"]
    if null_low is not None and null_high is not None and (_number(null_low) > 0 or _number(null_high) < 0):
        found.append(
            f"the instruction's wording alone moves accuracy by {percent(_number(row['null_gap']))} points: "
            "read the net gap"
        )
    if coarse(row):
        reach = percent(_number(row["minimum_detectable_gap"]))
        found.append(f"only {families:.0f} families: a gap below {reach} points would often be missed")
    return found


def coarse(row: Row) -> bool:
    """Whether the gap may be zero, and the families are too few to tell zero from a gap that matters."""
    low, high = _number(row["gap_low"]), _number(row["gap_high"])
    return low <= 0 <= high and _number(row["minimum_detectable_gap"]) > _COARSE_GAP


def percent(value: float) -> str:
    """A share in percent, or a difference of shares in percentage points, without the unit."""
    return f"{100 * value:.1f}".replace("-0.0", "0.0")


def natural(text: str) -> list[tuple[int, int, str]]:
    """Sort key that puts "10" after "9"."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", text) if part]


def _groups(labels: NDArray[np.str_]) -> list[tuple[str, Mask]]:
    """The labels with their families, in natural order; the rarest are put together as one."""
    sizes = Counter(labels[labels != ""].tolist())
    shown = [value for value, _ in sorted(sizes.items(), key=lambda pair: (-pair[1], natural(pair[0])))]
    rest = shown[_STRATA_SHOWN:] if len(shown) > _STRATA_SHOWN + 1 else []
    shown = sorted(shown[: len(shown) - len(rest)], key=natural)
    groups = [(value, labels == value) for value in shown]
    if rest:
        groups.append((f"{len(rest)} others", np.isin(labels, rest)))
    return groups


def _over(estimate: Callable[..., Estimate], mask: Mask, *arrays: Floats) -> Estimate:
    return estimate(*(array[mask] for array in arrays))


def _spread(name: str, estimate: Estimate) -> Row:
    return {
        name: _finite(estimate.value),
        f"{name}_low": _finite(estimate.low),
        f"{name}_high": _finite(estimate.high),
    }


def _finite(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _mean(values: Floats) -> float:
    return float(values.mean()) if values.size else float("nan")


def _share(part: NDArray[np.generic], whole: NDArray[np.generic]) -> float | None:
    total = float(whole.sum())
    return float(part.sum()) / total if total else None


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else float("nan")

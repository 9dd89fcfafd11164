"""One family's verdicts -> the numbers of lm-eval's results table."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from lm_eval.api.metrics import mean

from gap_tasks.core import AGAIN, STATIC, Probe
from scorers.outcome import Outcome, family_outcome
from scorers.score import Score

Value = float | tuple[float, float]


def relative_gap(pairs: Sequence[tuple[float, float]]) -> float:
    """(static - variant) / static over (static, variant) per family; nan where static accuracy is 0."""
    static = sum(pair[0] for pair in pairs)
    return 1 - sum(pair[1] for pair in pairs) / static if static else math.nan


def compositionality_gap(pairs: Sequence[tuple[float, float]]) -> float:
    """P(variant wrong | every static part right) over (static, variant) per family; nan where none qualifies."""
    variants = [variant for static, variant in pairs if static == 1]
    return 1 - sum(variants) / len(variants) if variants else math.nan


def aggregations(probe: Probe, *, parts: bool) -> dict[str, Callable[..., float]]:
    """Metric name -> aggregation. lm-eval prints a standard error where it is its own `mean`.

    parts: whether a static question has several parts, so that the compositionality gap is defined.
    """
    found: dict[str, Callable[..., float]] = {f"acc_{condition}": mean for condition in probe.conditions}
    for variant in probe.variants:
        found[f"gap_{variant}"] = mean
        found[f"relative_gap_{variant}"] = relative_gap
        if probe.null:
            found[f"net_gap_{variant}"] = mean
        if parts:
            found[f"compositionality_gap_{variant}"] = compositionality_gap
    if probe.null:
        found["null_gap"] = mean
    found["unscored"] = mean
    return found


def family_metrics(probe: Probe, verdicts: Sequence[tuple[str, str, Score]], *, parts: bool) -> dict[str, Value]:
    """Metrics of one family from (condition, snapshot, score) per item.

    A condition that does not apply to the family gives no metric, so that each mean is over the families it
    was measured on; a paired gap takes its static arm from the same families.
    """
    by_condition: Mapping[str, list[tuple[str, bool]]] = defaultdict(list)
    for condition, snapshot, score in verdicts:
        by_condition[condition].append((snapshot, score.correct))
    outcomes: dict[str, Outcome] = {name: family_outcome(pairs) for name, pairs in by_condition.items()}
    static = outcomes[STATIC].mean
    metrics: dict[str, Value] = {f"acc_{name}": outcomes[name].mean for name in probe.conditions if name in outcomes}
    again = outcomes[AGAIN].mean if AGAIN in outcomes else None
    for variant in probe.variants:
        if variant not in outcomes:
            continue
        value = outcomes[variant].mean
        metrics[f"gap_{variant}"] = static - value
        metrics[f"relative_gap_{variant}"] = (static, value)
        if again is not None:
            metrics[f"net_gap_{variant}"] = again - value
        if parts:
            metrics[f"compositionality_gap_{variant}"] = (static, value)
    if again is not None:
        metrics["null_gap"] = static - again
    metrics["unscored"] = sum(not score.judged for _, _, score in verdicts) / len(verdicts)
    return metrics

"""Gaps between arms of the same families, each with its interval and test. The family is the unit throughout.

Families are taken as independent draws; snapshots and parts of one family are not, so they are averaged within it
first and more of them never count as more data. Every number is a share in [0, 1] units, not in points.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar

from scorers.interval import (
    DIGITS,
    EQUAL,
    Floats,
    is_binary,
    mean_interval,
    normal_quantile,
    null_variance,
    paired,
    ratio_interval,
)
from scorers.power import families_needed, minimum_detectable_gap

__all__ = [
    "Estimate",
    "compositionality_gap",
    "families_needed",
    "holm",
    "minimum_detectable_gap",
    "net_gap",
    "paired_gap",
    "relative_gap",
    "relative_gap_all",
    "right_without_parts",
    "t_interval",
]

ALL_EQUAL = "no variation between families: the interval comes from their number, the standard error from its width"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its uncertainty.

    value, low, high, se: estimate, confidence limits, standard error; nan where undefined.
    p_value: two-sided, against a true value of 0; nan where there is no such test.
    n: families it rests on. note: why it is undefined or what was used instead; "" otherwise.
    """

    value: float
    low: float
    high: float
    se: float
    p_value: float
    n: int
    note: str = ""


def paired_gap(static: npt.ArrayLike, variant: npt.ArrayLike, confidence: float = 0.95) -> Estimate:
    """Accuracy gap, mean(static - variant), over the same families.

    static, variant: shape (n,), share right in [0, 1] per family (over its snapshots). Interval: score interval, which
    for right-or-wrong outcomes is Tango's (1998, Statistics in Medicine 17:891) and for means over snapshots its
    extension (`scorers.interval`): where most differences are zero the t interval covers far below its level. Test:
    exact McNemar where both arms are right-or-wrong, else the score test of the interval; the exact test is the more
    cautious, so at the border its p value may stay above 0.05 while the interval leaves out 0. se: the paired standard
    error sd(static - variant) / sqrt(n) (Miller 2024, arXiv 2411.00640). Raises ValueError on malformed arms.
    """
    one, two = paired(static, variant)
    normal_quantile(confidence)
    if one.size < 2:
        return _undefined(one.size, _too_few(one.size))
    differences = one - two
    return _mean_estimate(
        differences, mean_interval(differences, -1.0, 1.0, confidence), confidence, _p_value(one, two)
    )


def t_interval(static: npt.ArrayLike, variant: npt.ArrayLike, confidence: float = 0.95) -> tuple[float, float]:
    """Student's paired interval for mean(static - variant), the one that lm-eval's own standard error gives.

    static, variant: shape (n,), share right in [0, 1] per family. For comparison with other reports: where most
    families agree it covers far below its level (`benchmarks/coverage.py`), and where all agree it is a point. Cut to
    [-1, 1]; nan below 2 families. Raises ValueError on malformed arms.
    """
    one, two = paired(static, variant)
    normal_quantile(confidence)
    if one.size < 2:
        return math.nan, math.nan
    differences = one - two
    reach = float(stats.t.ppf((1.0 + confidence) / 2.0, one.size - 1) * differences.std(ddof=1)) / math.sqrt(one.size)
    mean = float(differences.mean())
    return max(-1.0, mean - reach), min(1.0, mean + reach)


def net_gap(variant: npt.ArrayLike, again: npt.ArrayLike, confidence: float = 0.95) -> Estimate:
    """Gap beyond the null gap: (static - variant) - (static - again) = mean(again - variant).

    variant, again: shape (n,), share right in [0, 1] per family. The static arm cancels; interval and test are those
    of `paired_gap`. Raises ValueError on malformed arms.
    """
    return paired_gap(again, variant, confidence)


def relative_gap(static: npt.ArrayLike, variant: npt.ArrayLike, confidence: float = 0.95) -> Estimate:
    """Relative gap over mean snapshots, (mean(static) - mean(variant)) / mean(static).

    static, variant: shape (n,), share right in [0, 1] per family. Interval: Fieller's (1954, JRSS B 16:175), with
    the paired covariance, by the score test instead of the t test (`scorers.interval.ratio_interval`); for
    right-or-wrong outcomes that is the interval of Tang, Tang and Chan (2003, Statistics in Medicine 22:1217).
    Undefined, as Fieller's is, where mean(static) is not clearly above 0: mean^2 <= t^2 Var(static) / n. p value: that
    of `paired_gap`, as a relative gap of 0 is a gap of 0. se: delta method. Raises ValueError on malformed arms.
    """
    one, two = paired(static, variant)
    quantile, n = normal_quantile(confidence), one.size
    if n < 2:
        return _undefined(n, _too_few(n))
    base = float(one.mean())
    t = float(stats.t.ppf((1.0 + confidence) / 2.0, n - 1))
    if base * base <= t * t * float(one.var(ddof=1)) / n:
        return _undefined(n, f"undefined: static accuracy {base:.3g} over {n} families is too close to 0")
    ratio = float(two.mean()) / base
    low, high = ratio_interval(one, two, confidence)
    residuals = two - ratio * one
    if np.ptp(residuals) > EQUAL:
        se, note = float(residuals.std(ddof=1)) / math.sqrt(n) / base, ""
    else:
        se, note = (high - low) / (2.0 * quantile), ALL_EQUAL
    value = float(one.mean() - two.mean()) / base
    return Estimate(value, min(1.0 - high, value), max(1.0 - low, value), se, _p_value(one, two), n, note)


def relative_gap_all(static: npt.ArrayLike, variant_all: npt.ArrayLike, confidence: float = 0.95) -> Estimate:
    """Reasoning gap of the functional-benchmarks paper, (S - C) / S (Srivastava et al. 2024, arXiv 2402.19450).

    S: share of families whose static item is right; C: share where it is right and every snapshot too. Hence
    P(not all right | static right), a share of the n families with the static item right. Interval: Wilson's (1927),
    corrected near 0 and 1 (Brown, Cai and DasGupta 2001, Statistical Science 16:101).
    static, variant_all: shape (n,), each entry 0 or 1. No test: a chance of one wrong reply makes it exceed 0; compare
    with the same number of the null control. Raises ValueError on malformed arms or entries between 0 and 1.
    """
    one, two = paired(static, variant_all)
    _require_binary(one, "static")
    _require_binary(two, "variant_all")
    return _share_estimate(1.0 - two[one == 1.0], confidence, "no family has its static item right")


def compositionality_gap(sub_all_right: npt.ArrayLike, composed: npt.ArrayLike, confidence: float = 0.95) -> Estimate:
    """Compositionality gap, P(composed wrong | every sub-question right) (Press et al. 2022, arXiv 2210.03350).

    sub_all_right: shape (n,), 0 or 1. composed: shape (n,), share right in [0, 1] per family. Interval over the n
    families that qualify: Wilson's (1927), corrected near 0 and 1 (Brown, Cai and DasGupta 2001, Statistical Science
    16:101), for means over snapshots its extension (`scorers.interval`). No test, as any one wrong reply makes it
    exceed 0. Raises ValueError on malformed arms.
    """
    known, right = paired(sub_all_right, composed)
    _require_binary(known, "sub_all_right")
    return _share_estimate(1.0 - right[known == 1.0], confidence, "no family has every sub-question right")


def right_without_parts(sub_all_right: npt.ArrayLike, composed: npt.ArrayLike, confidence: float = 0.95) -> Estimate:
    """Right without the parts, P(composed right | a sub-question wrong): a sign of shortcuts or guessing.

    The complement of the condition of `compositionality_gap` (Press et al. 2022, arXiv 2210.03350); same shapes,
    interval and errors.
    """
    known, right = paired(sub_all_right, composed)
    _require_binary(known, "sub_all_right")
    return _share_estimate(right[known == 0.0], confidence, "no family has a sub-question wrong")


def holm(p_values: Sequence[float]) -> list[float]:
    """p values adjusted for their number, in the given order (Holm 1979, Scandinavian Journal of Statistics 6:65).

    The i-th smallest of m becomes max over j <= i of min(1, (m - j + 1) p_j), which keeps the chance of any false
    alarm. nan stay nan and do not count in m. Raises ValueError on a p value outside [0, 1].
    """
    given = np.asarray(p_values, dtype=np.float64)
    tested = np.flatnonzero(~np.isnan(given))
    if not ((given[tested] >= 0.0) & (given[tested] <= 1.0)).all():
        raise ValueError(f"p values {list(p_values)} are not all in [0, 1]")
    # multipletests of statsmodels agrees, and runs the garbage collector on every call.
    ascending = tested[np.argsort(given[tested])]
    adjusted = given.copy()
    adjusted[ascending] = np.minimum(1.0, np.maximum.accumulate(given[ascending] * np.arange(tested.size, 0, -1)))
    return [float(p) for p in adjusted]


def _p_value(one: Floats, two: Floats) -> float:
    """Two-sided test of equal means: exact McNemar on 0 and 1, else the score test."""
    if is_binary(one) and is_binary(two):
        losses, gains = int((one > two).sum()), int((one < two).sum())
        return float(mcnemar([[0, losses], [gains, 0]], exact=True).pvalue) if losses + gains else 1.0
    differences = one - two
    mean = float(differences.mean())
    if abs(mean) <= EQUAL:
        return 1.0
    seen, counts = np.unique(np.round(differences, DIGITS), return_counts=True)
    return float(stats.chi2.sf(one.size * mean * mean / null_variance(seen, counts, -1.0, 1.0, 0.0), 1))


def _share_estimate(values: Floats, confidence: float, empty: str) -> Estimate:
    """Mean of values in [0, 1] over the families that meet a condition."""
    normal_quantile(confidence)
    if not values.size:
        return _undefined(0, f"undefined: {empty}")
    if values.size < 2:
        return _undefined(values.size, _too_few(values.size))
    return _mean_estimate(values, _share_interval(values, confidence), confidence, math.nan)


def _share_interval(values: Floats, confidence: float) -> tuple[float, float]:
    """Score interval of a share, with the correction of Brown, Cai and DasGupta near 0 and 1.

    Wilson's limit is too tight on the near side of 1 to 3 events: at about 0.2 expected events it covers 0.84 instead
    of 0.95. There the limit is that of a Poisson count (Brown, Cai, DasGupta 2001, Statistical Science 16:101).
    """
    low, high = mean_interval(values, 0.0, 1.0, confidence)
    n, events = values.size, round(float(values.sum()))
    rare = range(1, 3 if n <= 50 else 4)
    if is_binary(values) and events in rare:
        low = min(low, float(stats.chi2.ppf(1.0 - confidence, 2 * events)) / (2 * n))
    if is_binary(values) and n - events in rare:
        high = max(high, 1.0 - float(stats.chi2.ppf(1.0 - confidence, 2 * (n - events))) / (2 * n))
    return low, high


def _mean_estimate(values: Floats, limits: tuple[float, float], confidence: float, p_value: float) -> Estimate:
    n, value = values.size, float(values.mean())
    low, high = min(limits[0], value), max(limits[1], value)
    if np.ptp(values) > EQUAL:
        return Estimate(value, low, high, float(values.std(ddof=1)) / math.sqrt(n), p_value, n)
    return Estimate(value, low, high, (high - low) / (2.0 * normal_quantile(confidence)), p_value, n, ALL_EQUAL)


def _undefined(n: int, note: str) -> Estimate:
    return Estimate(math.nan, math.nan, math.nan, math.nan, math.nan, n, note)


def _too_few(n: int) -> str:
    return f"undefined: {n} {'family' if n == 1 else 'families'}, at least 2 are needed"


def _require_binary(values: Floats, name: str) -> None:
    if not is_binary(values):
        raise ValueError(f"{name} holds shares between 0 and 1; expected 0 or 1 per family")

"""Laws of gaps and their intervals on any arms."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from gap_arms import LAW, ON_MEANS, ON_SHARES, ON_TWO_ARMS, Estimator, arms, table
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy import optimize, stats
from statsmodels.stats.contingency_tables import mcnemar

from scorers.gap import (
    compositionality_gap,
    holm,
    paired_gap,
    relative_gap,
    right_without_parts,
)
from scorers.interval import null_variance, ratio_interval
from scorers.outcome import family_outcome


def tango(losses: int, gains: int, n: int, level: float) -> tuple[float, float]:
    """Tango's limits from his closed form of the restricted estimate."""

    def statistic(gap: float) -> float:
        b = -losses - gains + (2 * n - losses + gains) * gap
        root = math.sqrt(max(0.0, b * b + 8 * n * gains * gap * (1 - gap)))
        nuisance = (root - b) / (4 * n)
        return (losses - gains - n * gap) / math.sqrt(n * (2 * nuisance + gap * (1 - gap)))

    edge, observed = 1 - 1e-9, (losses - gains) / n
    low = optimize.brentq(lambda gap: statistic(gap) - level, -edge, observed - 1e-9) if observed > -1 else -1.0
    high = optimize.brentq(lambda gap: statistic(gap) + level, observed + 1e-9, edge) if observed < 1 else 1.0
    return low, high


@pytest.mark.parametrize(("losses", "gains", "n"), [(0, 0, 35), (1, 0, 35), (5, 0, 40), (7, 3, 50), (20, 40, 160)])
def test_binary_gap_interval_is_tangos(losses: int, gains: int, n: int) -> None:
    found = paired_gap(*table(n - losses - gains, losses, gains, 0))
    assert_allclose((found.low, found.high), tango(losses, gains, n, stats.norm.ppf(0.975)), atol=1e-7)


@LAW
@given(arms(binary_only=True))
def test_binary_p_value_is_exact_mcnemar(sample: tuple[np.ndarray, np.ndarray]) -> None:
    losses, gains = int((sample[0] > sample[1]).sum()), int((sample[0] < sample[1]).sum())
    exact = stats.binomtest(losses, losses + gains).pvalue if losses + gains else 1.0
    assert_allclose(paired_gap(*sample).p_value, exact)


def test_score_statistic_of_binary_arms_is_mcnemars_chi_square() -> None:
    variance = null_variance(np.array([-1.0, 0.0, 1.0]), np.array([3, 30, 9]), -1, 1, 0)
    expected = mcnemar([[0, 9], [3, 30]], exact=False, correction=False)
    assert_allclose(42 * (6 / 42) ** 2 / variance, expected.statistic)


def test_many_families_agree_with_t_interval_t_test_and_fieller() -> None:
    rng = np.random.default_rng(5)
    static = (rng.random(40_000) < 0.7).astype(float)
    variant = rng.binomial(3, 0.3 + 0.39 * static) / 3
    found, test = paired_gap(static, variant), stats.ttest_rel(static, variant)
    assert_allclose((found.low, found.high), test.confidence_interval(0.95), rtol=2e-3)
    assert_allclose(found.se, stats.sem(static - variant))
    assert_allclose(found.p_value, test.pvalue, rtol=0.01)

    level = stats.norm.ppf(0.975) ** 2
    covariance = np.cov(variant, static) / static.size
    a = static.mean() ** 2 - level * covariance[1, 1]
    b = static.mean() * variant.mean() - level * covariance[0, 1]
    c = variant.mean() ** 2 - level * covariance[0, 0]
    spread = math.sqrt(b * b - a * c)
    ratio = relative_gap(static, variant)
    assert_allclose((ratio.low, ratio.high), (1 - (b + spread) / a, 1 - (b - spread) / a), rtol=2e-3)


@LAW
@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=4),
    st.permutations([0.0, 1 / 3, 0.5, 2 / 3, 1.0]),
    st.floats(0.05, 0.95),
)
def test_null_variance_is_that_of_the_maximum_likelihood(counts: list[int], order: list[float], mean: float) -> None:
    values = np.array(sorted(order[: len(counts)]))
    support = np.append(values, sorted({0.0, 1.0} - set(values)))
    weights = np.zeros(support.size)
    weights[: values.size] = counts
    start = np.full(support.size, 1 / support.size)
    best = optimize.minimize(
        lambda p: -float(weights @ np.log(np.maximum(p, 1e-12))),
        start,
        bounds=[(1e-12, 1.0)] * support.size,
        constraints=[
            {"type": "eq", "fun": lambda p: p.sum() - 1.0},
            {"type": "eq", "fun": lambda p: p @ support - mean},
        ],
        method="SLSQP",
        options={"maxiter": 500, "ftol": 1e-13},
    )
    found = null_variance(values, np.array(counts), 0.0, 1.0, mean)
    assert_allclose(found, best.x @ (support - mean) ** 2, atol=2e-4)


@LAW
@given(arms())
def test_swapping_the_arms_flips_the_gap(sample: tuple[np.ndarray, np.ndarray]) -> None:
    one, two = paired_gap(*sample), paired_gap(*sample[::-1])
    assert one.value == -two.value
    assert_allclose((one.low, one.high, one.se, one.p_value), (-two.high, -two.low, two.se, two.p_value), atol=1e-9)


@pytest.mark.parametrize("estimate", ON_TWO_ARMS)
@LAW
@given(data=st.data())
def test_order_and_names_of_families_do_not_matter(estimate: Estimator, data: st.DataObject) -> None:
    static, variant = data.draw(arms(binary_only=estimate in ON_SHARES))
    order = np.array(data.draw(st.permutations(range(static.size))))
    one, two = estimate(static, variant), estimate(static[order], variant[order])
    assert (one.n, one.note) == (two.n, two.note)
    numbers = [(e.value, e.low, e.high, e.se, e.p_value) for e in (one, two)]
    assert_allclose(*numbers, atol=1e-9)


@pytest.mark.parametrize("estimate", ON_TWO_ARMS)
def test_lists_booleans_and_arrays_are_alike(estimate: Estimator) -> None:
    static, variant = table(5, 4, 2, 3)
    expected = repr(estimate(static, variant))
    assert repr(estimate(static.tolist(), variant.tolist())) == expected
    assert repr(estimate(static.astype(bool), variant.astype(int))) == expected


@pytest.mark.parametrize("estimate", ON_MEANS)
def test_asking_every_snapshot_twice_does_not_shrink_the_interval(estimate: Estimator) -> None:
    rng = np.random.default_rng(11)
    verdicts = rng.random((40, 3)) < 0.6
    static = (rng.random(40) < 0.8).astype(float)

    def means(copies: int) -> list[float]:
        names = [f"{copy}.{draw}" for copy in range(copies) for draw in range(3)]
        return [family_outcome(zip(names, [*row] * copies, strict=True)).mean for row in verdicts]

    once, twice = estimate(static, means(1)), estimate(static, means(2))
    assert once == twice
    families_twice = estimate(np.tile(static, 2), np.tile(means(1), 2))
    assert families_twice.high - families_twice.low < 0.8 * (once.high - once.low)


@pytest.mark.parametrize("estimate", ON_TWO_ARMS)
def test_more_confidence_is_wider(estimate: Estimator) -> None:
    sample = table(11, 6, 3, 9)
    found = [estimate(*sample, confidence) for confidence in (0.5, 0.8, 0.95, 0.999)]
    for narrow, wide in pairwise(found):
        assert wide.low < narrow.low < narrow.value < narrow.high < wide.high


@LAW
@given(arms())
def test_gap_interval_holds_its_value_and_has_width(sample: tuple[np.ndarray, np.ndarray]) -> None:
    found = paired_gap(*sample)
    assert -1 <= found.low <= found.value <= found.high <= 1
    assert found.high - found.low > 1 / (sample[0].size + 4)
    assert found.se > 0
    assert 0 <= found.p_value <= 1
    assert_allclose(found.value, sample[0].mean() - sample[1].mean(), atol=1e-12)


@LAW
@given(arms())
def test_interval_and_score_test_agree_on_zero(sample: tuple[np.ndarray, np.ndarray]) -> None:
    found = paired_gap(*sample)
    if not np.isin(sample[1], (0, 1)).all() and abs(found.p_value - 0.05) > 1e-6:
        assert (found.p_value < 0.05) == (not found.low <= 0 <= found.high)
    elif found.p_value < 0.05:
        assert not found.low <= 0 <= found.high  # the exact test is never bolder than the interval


@LAW
@given(arms())
def test_relative_gap_interval_holds_its_value(sample: tuple[np.ndarray, np.ndarray]) -> None:
    found = relative_gap(*sample)
    if found.note.startswith("undefined"):
        assert all(math.isnan(x) for x in (found.value, found.low, found.high, found.se, found.p_value))
    else:
        assert found.low < found.value <= found.high <= 1
        assert found.p_value == paired_gap(*sample).p_value
        if abs(found.p_value - 0.05) > 1e-6 and not np.isin(sample[1], (0, 1)).all():
            assert (found.p_value < 0.05) == (not found.low <= 0 <= found.high)


@LAW
@given(arms())
def test_shares_stay_shares(sample: tuple[np.ndarray, np.ndarray]) -> None:
    for estimate in (compositionality_gap, right_without_parts):
        found = estimate(*sample)
        if found.n >= 2:
            assert 0 <= found.low <= found.value <= found.high <= 1
            assert found.high > found.low


@LAW
@given(arms(smallest=3))
def test_score_statistic_rises_away_from_the_estimate(sample: tuple[np.ndarray, np.ndarray]) -> None:
    values, counts = np.unique(np.round(sample[0] - sample[1], 12), return_counts=True)
    mean = float(values @ counts / counts.sum())
    for end in (-1.0, 1.0):
        means = np.linspace(mean, end, 40)[1:-1]
        statistic = [(m - mean) ** 2 / null_variance(values, counts, -1, 1, m) for m in means if m != mean]
        assert (np.diff(statistic) > -1e-9).all()


@LAW
@given(st.lists(st.floats(0, 1) | st.just(math.nan), max_size=12))
def test_holm_is_monotone_and_never_below_the_raw_value(p_values: list[float]) -> None:
    adjusted = holm(p_values)
    pairs = [(raw, new) for raw, new in zip(p_values, adjusted, strict=True) if not math.isnan(raw)]
    assert [math.isnan(p) for p in p_values] == [math.isnan(p) for p in adjusted]
    assert all(raw <= new <= min(1.0, raw * len(pairs) + 1e-12) for raw, new in pairs)
    assert [new for _, new in sorted(pairs)] == sorted(new for _, new in pairs)


@LAW
@given(arms(smallest=4))
def test_ratio_limits_are_where_the_score_test_turns(sample: tuple[np.ndarray, np.ndarray]) -> None:
    static, variant = sample
    if static.sum() == 0:
        return
    level = stats.norm.ppf(0.975) ** 2
    for limit in ratio_interval(static, variant, 0.95):
        if limit > 0:
            residuals, counts = np.unique(np.round(variant - limit * static, 12), return_counts=True)
            mean = float(residuals @ counts / counts.sum())
            variance = null_variance(residuals, counts, min(-limit, residuals.min()), 1.0, 0.0)
            assert_allclose(static.size * mean**2 / variance, level, rtol=1e-5)

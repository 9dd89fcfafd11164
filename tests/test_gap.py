"""Gaps and their intervals on numbers worked out by hand or published."""

from __future__ import annotations

import math

import numpy as np
import pytest
from gap_arms import table
from numpy.testing import assert_allclose
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from scorers.gap import (
    compositionality_gap,
    holm,
    minimum_detectable_gap,
    net_gap,
    paired_gap,
    relative_gap,
    relative_gap_all,
    right_without_parts,
)


def test_paired_gap_by_hand() -> None:
    found = paired_gap([1, 1, 1, 0], [1, 0, 0, 0])
    assert found.value == 0.5
    assert_allclose(found.se, math.sqrt((0.25 * 4 / 3) / 4))
    assert found.p_value == 0.5  # two families against none: 2 / 2^2
    assert (found.n, found.note) == (4, "")


def test_published_intervals_and_test() -> None:
    # Complete response before and after therapy (Cavo et al. 2012), 59 / 6 / 16 / 80, worked in Fagerland, Lydersen
    # and Laake (2017), Statistical Analysis of Contingency Tables, chapter 8: Tango, Tang, exact McNemar.
    before, after = table(59, 6, 16, 80)
    gap = paired_gap(before, after)
    assert_allclose((gap.value, gap.low, gap.high), (-0.0621, -0.1240, -0.0054), atol=5e-5)
    assert_allclose(gap.p_value, 0.052479, atol=5e-7)
    ratio = relative_gap(after, before)
    assert_allclose((1 - ratio.value, 1 - ratio.high, 1 - ratio.low), (0.8667, 0.7476, 0.9876), atol=5e-5)


def test_net_gap_is_the_difference_of_two_gaps() -> None:
    static, again, variant = np.array([[1, 1, 1, 0, 1], [1, 1, 0, 0, 1], [1, 0, 0, 0.5, 0.5]])
    found = net_gap(variant, again)
    assert_allclose(found.value, paired_gap(static, variant).value - paired_gap(static, again).value)
    assert_allclose(found.value, (3 - 2) / 5)


def test_relative_gap_by_hand() -> None:
    static = [1] * 8 + [0] * 2
    variant = [1] * 4 + [0.5] * 2 + [0] * 3 + [1]
    found = relative_gap(static, variant)
    assert_allclose(found.value, (8 - 6) / 8)
    residuals = np.array(variant) - 0.75 * np.array(static)
    assert_allclose(found.se, stats.sem(residuals) / 0.8)


def test_relative_gap_all_is_s_minus_c_over_s() -> None:
    static, variant_all = table(6, 14, 5, 75)
    found = relative_gap_all(static, variant_all)
    s, c = static.mean(), (static * variant_all).mean()
    assert_allclose(found.value, (s - c) / s)
    assert found.n == 20
    assert math.isnan(found.p_value)


def test_compositionality_and_its_complement_split_the_families() -> None:
    known, composed = table(30, 20, 4, 16)
    gap, shortcut = compositionality_gap(known, composed), right_without_parts(known, composed)
    assert (gap.value, gap.n) == (0.4, 50)
    assert (shortcut.value, shortcut.n) == (0.2, 20)


def test_holm_by_hand() -> None:
    assert_allclose(holm([0.01, math.nan, 0.04, 0.03]), [0.03, math.nan, 0.06, 0.06])
    assert holm([]) == []
    assert math.isnan(holm([math.nan])[0])
    assert holm([0.9, 0.8]) == [1.0, 1.0]


def test_holm_agrees_with_statsmodels() -> None:
    rng = np.random.default_rng(8)
    for size in (1, 2, 7, 40):
        p_values = np.round(rng.random(size) ** 3, 2)  # rounded, so that there are ties
        assert_allclose(holm(p_values.tolist()), multipletests(p_values, method="holm")[1])


@pytest.mark.parametrize(
    ("discordance", "n", "points"),
    [(5, 100, 6.3), (5, 500, 2.8), (10, 100, 8.9), (10, 500, 4.0), (20, 100, 12.5), (20, 500, 5.6)],
)
def test_minimum_detectable_gap_by_hand(discordance: int, n: int, points: float) -> None:
    differing = discordance * n // 100
    static, variant = table(n - differing, differing - differing // 2, differing // 2, 0)
    assert_allclose(100 * minimum_detectable_gap(static, variant), points, rtol=0.015)


@pytest.mark.parametrize("n", [2, 5, 20, 101])
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.99])
def test_share_interval_is_wilsons_but_for_rare_events(n: int, confidence: float) -> None:
    for wrong in range(n + 1):
        found = compositionality_gap(np.ones(n), np.repeat([0.0, 1.0], (wrong, n - wrong)), confidence)
        low, high = proportion_confint(wrong, n, alpha=1 - confidence, method="wilson")
        rare = (1, 2) if n <= 50 else (1, 2, 3)
        # A gamma quantile is the Poisson mean at which that many events or more have probability 1 - confidence.
        if wrong in rare:
            low = min(low, stats.gamma.ppf(1 - confidence, wrong) / n)
        if n - wrong in rare:
            high = max(high, 1 - stats.gamma.ppf(1 - confidence, n - wrong) / n)
        assert_allclose((found.low, found.high), (low, high), atol=1e-9)


@pytest.mark.parametrize("n", [10, 21, 35, 60, 100])
def test_share_interval_covers_everywhere(n: int) -> None:
    """Exact coverage over all counts, on a fine grid of true values: plain Wilson falls to 0.84 near 0 and 1."""
    found = [right_without_parts(np.zeros(n), np.repeat([1.0, 0.0], (k, n - k))) for k in range(n + 1)]
    low, high = np.array([(e.low, e.high) for e in found]).T
    truth = np.linspace(5e-4, 1 - 5e-4, 2001)[:, np.newaxis]
    chances = stats.binom.pmf(np.arange(n + 1), n, truth)
    coverage = (chances * ((low <= truth) & (truth <= high))).sum(axis=1)
    assert coverage.min() > 0.91
    assert 0.95 < coverage.mean() < 0.965

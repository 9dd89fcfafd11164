"""How large a gap a number of families can show."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from gap_arms import LAW, table
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy import stats

from scorers.gap import (
    families_needed,
    minimum_detectable_gap,
)
from scorers.power import exact_mcnemar_power


@pytest.mark.parametrize(("n", "gap", "discordance"), [(12, 0.3, 0.5), (25, -0.2, 0.3), (9, 0.6, 0.6), (5, 0.4, 0.8)])
def test_exact_power_counts_every_table(n: int, gap: float, discordance: float) -> None:
    loss, gain = (discordance + gap) / 2, (discordance - gap) / 2
    expected = 0.0
    for losses, gains in product(range(n + 1), repeat=2):
        if 0 < losses + gains <= n and stats.binomtest(losses, losses + gains).pvalue <= 0.05:
            expected += stats.multinomial.pmf([losses, gains, n - losses - gains], n, [loss, gain, 1 - discordance])
    assert_allclose(exact_mcnemar_power(n, gap, discordance), expected, atol=1e-9)


@LAW
@given(st.floats(0.02, 0.9), st.floats(0, 1), st.sampled_from([0.5, 0.8, 0.9]), st.sampled_from([0.05, 0.01]))
def test_families_needed_is_enough_and_near_connors_formula(gap: float, mix: float, power: float, alpha: float) -> None:
    discordance = gap + mix * (1 - gap)
    n = families_needed(gap, discordance, power, alpha)
    assert n == families_needed(-gap, discordance, power, alpha)
    assert exact_mcnemar_power(n, gap, discordance, alpha) >= power
    z, strength = stats.norm.ppf([1 - alpha / 2, power])
    connor = (z * discordance**0.5 + strength * (discordance - gap * gap) ** 0.5) ** 2 / gap**2
    assert connor <= n <= connor + 4 / gap + 8
    assert n == math.ceil(connor) or exact_mcnemar_power(n - 1, gap, discordance, alpha) < power


def test_detectable_gap_and_families_needed_are_each_others_inverse() -> None:
    static, variant = table(700, 120, 80, 100)
    gap = minimum_detectable_gap(static, variant)
    assert_allclose(families_needed(gap, 0.2), 1000, rtol=0.05)


def test_detectable_gap_without_variation_is_an_upper_bound() -> None:
    bounds = [minimum_detectable_gap(np.ones(n), np.ones(n)) for n in (10, 100, 1000)]
    assert bounds == sorted(bounds, reverse=True)
    for n, bound in zip((10, 100, 1000), bounds, strict=True):
        assert bound > minimum_detectable_gap(*table(n - 1, 1, 0, 0)) > 0
    assert minimum_detectable_gap(np.ones(50), np.zeros(50)) > minimum_detectable_gap(np.ones(50), np.ones(50))
    assert math.isnan(minimum_detectable_gap([], []))
    assert math.isnan(minimum_detectable_gap([1], [0]))


@pytest.mark.parametrize(("gap", "discordance"), [(0, 0.1), (0.2, 0.1), (0.5, 1.2), (-0.2, 0.1), (math.nan, 0.1)])
def test_families_needed_refuses_an_impossible_gap(gap: float, discordance: float) -> None:
    with pytest.raises(ValueError, match="expected 0 <"):
        families_needed(gap, discordance)


@pytest.mark.parametrize(("power", "alpha"), [(0, 0.05), (1, 0.05), (0.8, 0), (0.8, 1), (math.nan, 0.05)])
def test_malformed_power_is_refused(power: float, alpha: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        families_needed(0.1, 0.2, power, alpha)
    with pytest.raises(ValueError, match="between 0 and 1"):
        minimum_detectable_gap([0, 1], [1, 1], power, alpha)

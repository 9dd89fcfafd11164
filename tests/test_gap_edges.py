"""Gaps where there is little to go on, and arms that are refused."""

from __future__ import annotations

import math

import numpy as np
import pytest
from gap_arms import LAW, ON_MEANS, ON_SHARES, ON_TWO_ARMS, Estimator, arms, table
from hypothesis import given
from numpy.testing import assert_allclose
from scipy import stats

from scorers.gap import (
    Estimate,
    compositionality_gap,
    holm,
    minimum_detectable_gap,
    paired_gap,
    relative_gap,
    relative_gap_all,
    right_without_parts,
)


@LAW
@given(arms())
def test_identical_arms_have_no_gap(sample: tuple[np.ndarray, np.ndarray]) -> None:
    static = sample[1]
    for estimate in ON_MEANS:
        found = estimate(static, static)
        if not found.note.startswith("undefined"):
            assert (found.value, found.p_value) == (0.0, 1.0)
            assert found.low < 0 < found.high
            assert found.se > 0
            assert "no variation" in found.note


@pytest.mark.parametrize("estimate", ON_TWO_ARMS)
@pytest.mark.parametrize("n", [0, 1])
def test_too_few_families_are_undefined(estimate: Estimator, n: int) -> None:
    for right in (0.0, 1.0):
        found = estimate([right] * n, [1.0] * n)
        assert all(math.isnan(x) for x in (found.value, found.low, found.high, found.se, found.p_value))
        assert found.n <= n
        assert found.note.startswith("undefined")


def test_constant_differences_still_have_an_interval() -> None:
    # 1 - 2/3 and 2/3 - 1/3 are the same difference up to rounding.
    found = paired_gap([1, 1, 2 / 3] * 10, [2 / 3, 2 / 3, 1 / 3] * 10)
    assert_allclose(found.value, 1 / 3)
    assert "no variation" in found.note
    # Everything else was seen 0 times in 30: at worst a share z^2 / (30 + z^2) of the families, at either end.
    unseen = stats.norm.ppf(0.975) ** 2 / (30 + stats.norm.ppf(0.975) ** 2)
    assert_allclose((found.low, found.high), (1 / 3 - unseen * 4 / 3, 1 / 3 + unseen * 2 / 3), atol=1e-9)
    assert 0 < found.p_value < 0.01


@pytest.mark.parametrize(("static", "variant", "value"), [(1, 0, 1.0), (0, 1, -1.0), (1, 1, 0.0), (0, 0, 0.0)])
def test_unanimous_arms(static: float, variant: float, value: float) -> None:
    found = paired_gap([static] * 20, [variant] * 20)
    assert found.value == value
    assert found.high - found.low > 0.1
    assert_allclose(found.p_value, 1.0 if value == 0 else 2 * 0.5**20)


def test_relative_gap_is_undefined_near_zero_static_accuracy() -> None:
    for right in (0, 1, 3):
        found = relative_gap(*table(0, right, 2, 98 - right))
        assert found.note.startswith("undefined: static accuracy")
        assert math.isnan(found.value)
        assert found.n == 100
    assert relative_gap(*table(0, 12, 2, 86)).note == ""


def test_relative_gap_of_a_collapsed_model_has_an_interval() -> None:
    found = relative_gap(*table(0, 20, 0, 15))
    assert (found.value, found.high) == (1.0, 1.0)
    assert 0.7 < found.low < 0.95


def test_relative_gap_can_be_far_below_zero() -> None:
    found = relative_gap(*table(10, 0, 80, 10))
    assert found.value == -8.0
    assert -25 < found.low < -8 < found.high < -3


def test_conditional_shares_name_what_is_missing() -> None:
    wrong, right = np.zeros(9), np.ones(9)
    assert relative_gap_all(wrong, right).note == "undefined: no family has its static item right"
    assert compositionality_gap(wrong, right).note == "undefined: no family has every sub-question right"
    assert right_without_parts(right, right).note == "undefined: no family has a sub-question wrong"
    assert relative_gap_all(wrong, right).n == 0


@pytest.mark.parametrize("estimate", [*ON_TWO_ARMS, minimum_detectable_gap])
@pytest.mark.parametrize(
    ("one", "two", "message"),
    [
        ([0, 1, 1], [0, 1], "paired by family"),
        ([0, 1], [0, 1.5], r"expected shares in \[0, 1\]"),
        ([-0.1, 1], [0, 1], r"expected shares in \[0, 1\]"),
        ([0, math.nan], [0, 1], "nan or infinity"),
        ([0, 1], [math.inf, 1], "nan or infinity"),
        ([[0, 1]], [[0, 1]], "one entry per family"),
        (1.0, 1.0, "one entry per family"),
    ],
)
def test_malformed_arms_are_refused(estimate: Estimator, one: object, two: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        estimate(one, two)


@pytest.mark.parametrize("estimate", ON_TWO_ARMS)
@pytest.mark.parametrize("confidence", [0.0, 1.0, 95, -1, math.nan])
def test_malformed_confidence_is_refused(estimate: Estimator, confidence: float) -> None:
    for n in (0, 1, 4):
        with pytest.raises(ValueError, match="confidence"):
            estimate([0.0, 1.0, 1.0, 0.0][:n], [1.0, 1.0, 0.0, 0.0][:n], confidence)


@pytest.mark.parametrize("estimate", ON_SHARES)
def test_a_condition_is_right_or_wrong(estimate: Estimator) -> None:
    with pytest.raises(ValueError, match="expected 0 or 1"):
        estimate([0.5, 1], [1, 1])
    with pytest.raises(ValueError, match="variant_all"):
        relative_gap_all([1, 1], [0.5, 1])


@pytest.mark.parametrize("p", [-0.01, 1.01, math.inf])
def test_holm_refuses_what_is_no_p_value(p: float) -> None:
    with pytest.raises(ValueError, match="not all in"):
        holm([0.5, p])


def test_estimates_cannot_be_changed() -> None:
    found = paired_gap([1, 0, 1], [1, 0, 0])
    with pytest.raises(AttributeError):
        found.value = 0.0
    assert isinstance(found, Estimate)

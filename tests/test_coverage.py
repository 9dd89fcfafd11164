"""How often intervals hold the true gap, and false alarms, by simulation and by full enumeration."""

from __future__ import annotations

import math
import runpy
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from scorers.gap import (
    holm,
    paired_gap,
    t_interval,
)
from scorers.interval import mean_interval

STUDY = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "coverage.py"))


SAMPLES = 2000


NOISE = 4 * math.sqrt(0.05 * 0.95 / SAMPLES)


"""Four Monte Carlo standard errors."""


LATTICE = 0.01


"""How far a score interval strays from its level because counts are whole: .94 to .97 over the benchmark's 4,000
samples where ten or more families differ. With fewer it is too wide: no upper bound for `strong` and `collapse`."""


@pytest.mark.slow
@pytest.mark.parametrize("snapshots", [1, 3])
@pytest.mark.parametrize("families", [35, 100, 300])
@pytest.mark.parametrize(
    ("subject", "population"),
    [
        ("paired_gap", "middling"),
        ("paired_gap", "strong"),
        ("relative_gap_all", "middling"),
        ("relative_gap_all", "strong"),
        ("compositionality_gap", "middling"),
        ("compositionality_gap", "weak"),
        ("right_without_parts", "bimodal"),
    ],
)
def test_coverage(subject: str, population: str, families: int, snapshots: int) -> None:
    study = STUDY["Study"](families, snapshots, SAMPLES)
    found = STUDY["coverage"](STUDY["SUBJECTS"][subject], STUDY["POPULATIONS"][population], study)
    assert found.inside >= 0.95 - NOISE - LATTICE
    assert found.undefined < 0.01
    if population not in {"strong", "collapse"}:
        assert found.inside <= 0.95 + NOISE + LATTICE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("population", "families", "snapshots"),
    [
        ("middling", 35, 1),
        ("middling", 35, 3),
        ("middling", 100, 1),
        ("middling", 300, 3),
        ("collapse", 35, 1),
        ("collapse", 300, 1),
    ],
)
def test_coverage_of_the_relative_gap(population: str, families: int, snapshots: int) -> None:
    test_coverage("relative_gap", population, families, snapshots)


@pytest.mark.slow
@pytest.mark.parametrize("snapshots", [1, 3, 10])
@pytest.mark.parametrize("families", [35, 100])
@pytest.mark.parametrize("population", ["middling", "strong"])
def test_false_alarms_stay_below_the_level(population: str, families: int, snapshots: int) -> None:
    study = STUDY["Study"](families, snapshots, SAMPLES)
    rate = STUDY["false_alarms"](paired_gap, STUDY["POPULATIONS"][population], study)
    assert rate <= 0.05 + NOISE


@pytest.mark.slow
def test_binary_gap_interval_covers_by_full_enumeration() -> None:
    """Exact coverage over all tables of 35 families: no Monte Carlo error, the whole grid of true values."""
    n = 35
    cells = [(losses, gains) for losses in range(n + 1) for gains in range(n + 1 - losses)]
    limits = np.array([mean_interval(np.repeat([1.0, -1.0, 0.0], (b, c, n - b - c)), -1, 1, 0.95) for b, c in cells])
    counts = np.array([(b, c, n - b - c) for b, c in cells])
    found = []
    for loss, gain in product(np.arange(0.02, 0.62, 0.04), np.arange(0.02, 0.42, 0.04)):
        if loss + gain < 0.98:
            chance = stats.multinomial.pmf(counts, n, [loss, gain, 1 - loss - gain])
            found.append(chance @ ((limits[:, 0] <= loss - gain) & (loss - gain <= limits[:, 1])))
    assert min(found) > 0.92
    assert 0.945 < np.mean(found) < 0.96


@pytest.mark.slow
def test_holm_keeps_the_familywise_error() -> None:
    rng = np.random.default_rng(3)
    alarms = [min(holm(row)) <= 0.05 for row in rng.random((SAMPLES, 8))]
    assert np.mean(alarms) <= 0.05 + NOISE


def test_t_interval_is_scipys_and_lm_evals() -> None:
    static, variant = np.array([1.0, 1, 0, 1, 1, 0]), np.array([1.0, 0, 0, 1 / 3, 2 / 3, 1])
    low, high = t_interval(static, variant)
    expected = stats.ttest_rel(static, variant).confidence_interval(0.95)
    assert (low, high) == pytest.approx((expected.low, expected.high))
    assert all(math.isnan(limit) for limit in t_interval([1.0], [0.0]))

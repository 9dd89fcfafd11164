"""Coverage of every interval in `scorers.gap` and error rate of every test, by simulation.

    python benchmarks/coverage.py            # about three minutes
    python benchmarks/coverage.py 500        # fewer replications

Families are drawn from a population of items. Difficulty x ~ N(0, 1) is shared by all that is asked of a family: an
arm answers right with probability logistic(skill + spread x), each snapshot by itself. So arms and snapshots
correlate, as they do in practice, and the true values are one-dimensional integrals.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tqdm import tqdm

from scorers.gap import (
    Estimate,
    compositionality_gap,
    net_gap,
    paired_gap,
    relative_gap,
    relative_gap_all,
    right_without_parts,
)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Population:
    """Items and a model: skill on the static and on the variant arm [log odds], spread of difficulty [log odds]."""

    static: float
    variant: float
    spread: float


POPULATIONS = {
    "middling": Population(1.0, 0.3, 1.5),  # accuracy 0.67 -> 0.55
    "weak": Population(-1.0, -2.0, 1.5),  # 0.33 -> 0.19
    "bimodal": Population(0.0, -0.5, 4.0),  # 0.50 -> 0.45, most items always right or always wrong
    "strong": Population(4.0, 3.5, 1.5),  # 0.96 -> 0.93
    "collapse": Population(-0.5, -5.0, 1.0),  # 0.40 -> 0.01
}
SIZES = (35, 100, 300)
SNAPSHOTS = (1, 3)


def _chance(skill: float, spread: float, difficulty: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-(skill + spread * difficulty)))


def draw(
    population: Population, n: int, snapshots: int, replications: int, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Static and variant arm, each (replications, n): right or wrong, and the share of snapshots right."""
    difficulty = rng.standard_normal((replications, n))
    static = rng.random(difficulty.shape) < _chance(population.static, population.spread, difficulty)
    variant = rng.binomial(snapshots, _chance(population.variant, population.spread, difficulty)) / snapshots
    return static.astype(np.float64), variant


def mean_over_items(population: Population, outcome: Callable[[Floats, Floats], Floats]) -> float:
    """Expectation over items of outcome(chance on static, chance on variant), by Gauss-Hermite quadrature."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(100)
    chances = (_chance(skill, population.spread, nodes) for skill in (population.static, population.variant))
    return float(weights @ outcome(*chances) / weights.sum())


@dataclass(frozen=True)
class Subject:
    """An estimator as it is used, and the value it should cover, from (population, snapshots)."""

    estimate: Callable[[Floats, Floats], Estimate]
    truth: Callable[[Population, int], float]


def _ratio(
    population: Population, above: Callable[[Floats, Floats], Floats], below: Callable[[Floats], Floats]
) -> float:
    return mean_over_items(population, above) / mean_over_items(population, lambda s, _: below(s))


SUBJECTS = {
    "paired_gap": Subject(paired_gap, lambda p, _: mean_over_items(p, lambda s, v: s - v)),
    "net_gap": Subject(lambda again, v: net_gap(v, again), lambda p, _: mean_over_items(p, lambda s, v: s - v)),
    "relative_gap": Subject(relative_gap, lambda p, _: _ratio(p, lambda s, v: s - v, lambda s: s)),
    "relative_gap_all": Subject(
        lambda s, v: relative_gap_all(s, v == 1.0), lambda p, k: _ratio(p, lambda s, v: s * (1 - v**k), lambda s: s)
    ),
    "compositionality_gap": Subject(
        compositionality_gap, lambda p, _: _ratio(p, lambda s, v: s * (1 - v), lambda s: s)
    ),
    "right_without_parts": Subject(
        right_without_parts, lambda p, _: _ratio(p, lambda s, v: (1 - s) * v, lambda s: 1 - s)
    ),
}


@dataclass(frozen=True)
class Coverage:
    """Shares of the defined intervals: covers the truth, lies above it, below it; their mean width; share undefined."""

    inside: float
    above: float
    below: float
    width: float
    undefined: float


def distinct(static: Floats, variant: Floats, snapshots: int) -> tuple[Floats, Floats, npt.NDArray[np.int64]]:
    """The replications that differ in more than the order of their families, and how often each occurs."""
    codes = np.sort((static * (snapshots + 1) + np.round(variant * snapshots)).astype(np.int64), axis=1)
    rows, times = np.unique(codes, axis=0, return_counts=True)
    return (rows // (snapshots + 1)).astype(np.float64), rows % (snapshots + 1) / snapshots, times


def coverage(
    subject: Subject, population: Population, n: int, snapshots: int, replications: int, seed: int
) -> Coverage:
    """Coverage of the 95% interval over this many samples of n families."""
    rng = np.random.default_rng(seed)
    *arms, times = distinct(*draw(population, n, snapshots, replications, rng), snapshots)
    limits = np.array([(e.low, e.high) for e in (subject.estimate(s, v) for s, v in zip(*arms, strict=True))])
    truth = subject.truth(population, snapshots)
    defined = np.isfinite(limits[:, 0])
    low, high = limits[defined].T
    weights = times[defined] / max(1, times[defined].sum())
    above, below = float(weights @ (low > truth)), float(weights @ (high < truth))
    return Coverage(
        1.0 - above - below, above, below, float(weights @ (high - low)), 1.0 - times[defined].sum() / times.sum()
    )


def rejection_rate(
    population: Population, n: int, snapshots: int, replications: int, seed: int, alpha: float = 0.05
) -> float:
    """Share of samples whose `paired_gap` is significant at alpha."""
    rng = np.random.default_rng(seed)
    *arms, times = distinct(*draw(population, n, snapshots, replications, rng), snapshots)
    p_values = np.array([paired_gap(s, v).p_value for s, v in zip(*arms, strict=True)])
    return float(times @ (p_values <= alpha) / times.sum())


def main(replications: int) -> None:
    """Print one line per estimator, population, number of families and snapshots."""
    cells = [(p, n, k) for p in POPULATIONS for n in SIZES for k in SNAPSHOTS]
    print(f"95% intervals, {replications} samples each; Monte Carlo s.e. {np.sqrt(0.05 * 0.95 / replications):.4f}")
    print(
        "| estimator | population | families | snapshots | coverage | above truth | below truth | width | undefined |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name, subject in SUBJECTS.items():
        for population, n, k in tqdm(cells, desc=name, leave=False):
            found = coverage(subject, POPULATIONS[population], n, k, replications, seed=n + k)
            shares = " | ".join(f"{share:.3f}" for share in (found.inside, found.above, found.below, found.width))
            tqdm.write(f"| {name} | {population} | {n} | {k} | {shares} | {found.undefined:.3f} |")
    print("\nNo gap: share of samples with p <= 0.05")
    print("| population | families | snapshots | paired_gap |\n|---|---|---|---|")
    for population, n, k in tqdm(cells, desc="no gap", leave=False):
        there = POPULATIONS[population]
        same = Population(there.static, there.static, there.spread)
        tqdm.write(f"| {population} | {n} | {k} | {rejection_rate(same, n, k, replications, seed=n + k):.3f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000)

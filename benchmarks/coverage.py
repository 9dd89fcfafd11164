"""Coverage of every interval in `scorers.gap` and error rate of its tests, by simulation.

    python benchmarks/coverage.py            # 4,000 samples a line, about ten minutes
    python benchmarks/coverage.py 500        # fewer samples

Families are drawn from a population of items. Difficulty x ~ N(0, 1) is shared by all that is asked of a family: an
arm answers right with probability logistic(skill + spread x), each snapshot by itself. So arms and snapshots
correlate, as they do in practice, and the true values are one-dimensional integrals. `net_gap` is `paired_gap` of two
other arms and has no lines of its own. The t interval and t test are there for comparison only.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats
from tqdm import tqdm

from scorers.gap import (
    Estimate,
    compositionality_gap,
    paired_gap,
    relative_gap,
    relative_gap_all,
    right_without_parts,
)

Floats = npt.NDArray[np.float64]
Chances = Callable[[Floats, Floats], Floats]

SEED = 20240229


@dataclass(frozen=True)
class Population:
    """Items and a model: skill on the static and on the variant arm [log odds], spread of difficulty [log odds]."""

    static: float
    variant: float
    spread: float

    def chances(self, difficulty: Floats) -> tuple[Floats, Floats]:
        """Chance of a right reply on the static and on the variant arm, each of difficulty's shape."""
        static, variant = (
            1.0 / (1.0 + np.exp(-(skill + self.spread * difficulty))) for skill in (self.static, self.variant)
        )
        return static, variant

    def mean(self, outcome: Chances) -> float:
        """Expectation over items of outcome(static chance, variant chance), by Gauss-Hermite quadrature."""
        nodes, weights = np.polynomial.hermite_e.hermegauss(100)
        return float(weights @ outcome(*self.chances(nodes)) / weights.sum())

    def share(self, event: Chances, condition: Callable[[Floats], Floats]) -> float:
        """E(event) / E(condition), the condition being one on the static arm alone."""
        return self.mean(event) / self.mean(lambda static, _: condition(static))

    def without_gap(self) -> Population:
        """The same items for a model that does as well on the variants."""
        return Population(self.static, self.static, self.spread)


POPULATIONS = {
    "middling": Population(1.0, 0.3, 1.5),  # accuracy 0.67 -> 0.55
    "weak": Population(-1.0, -2.0, 1.5),  # 0.33 -> 0.19
    "bimodal": Population(0.0, -0.5, 4.0),  # 0.50 -> 0.45, most items nearly always right or nearly always wrong
    "strong": Population(4.0, 3.5, 1.5),  # 0.96 -> 0.93
    "near perfect": Population(6.0, 5.0, 2.0),  # 0.99 -> 0.97
    "collapse": Population(-0.5, -5.0, 1.0),  # 0.40 -> 0.01
}
SIZES = (35, 100, 300)
SNAPSHOTS = (1, 3)


@dataclass(frozen=True)
class Study:
    """Repeated samples: families and snapshots in each, and how many samples are drawn."""

    families: int
    snapshots: int
    samples: int

    def arms(self, population: Population) -> tuple[Floats, Floats, npt.NDArray[np.int64]]:
        """Static arm, variant arm, times drawn: one row per sample, samples merged that differ by family order only."""
        rng = np.random.default_rng((SEED, self.families, self.snapshots))
        chances = population.chances(rng.standard_normal((self.samples, self.families)))
        static = rng.random(chances[0].shape) < chances[0]
        right = rng.binomial(self.snapshots, chances[1])
        base = self.snapshots + 1
        rows, times = np.unique(np.sort(static * base + right, axis=1), axis=0, return_counts=True)
        return (rows // base).astype(np.float64), rows % base / self.snapshots, times


@dataclass(frozen=True)
class Subject:
    """An estimator on (static, variant) arms, and the true value from (population, snapshots)."""

    estimate: Callable[[Floats, Floats], Estimate]
    truth: Callable[[Population, int], float]


def t_gap(static: Floats, variant: Floats) -> Estimate:
    """The textbook t interval and t test on per-family differences, for comparison."""
    differences = static - variant
    n, mean, sd = differences.size, float(differences.mean()), float(differences.std(ddof=1))
    se = sd / math.sqrt(n)
    half = float(stats.t.ppf(0.975, n - 1)) * se
    p_value = 2.0 * float(stats.t.sf(abs(mean) / se, n - 1)) if se else float(mean == 0.0)
    return Estimate(mean, mean - half, mean + half, se, p_value, n)


SUBJECTS = {
    "paired_gap": Subject(paired_gap, lambda p, _: p.mean(lambda s, v: s - v)),
    "(t interval)": Subject(t_gap, lambda p, _: p.mean(lambda s, v: s - v)),
    "relative_gap": Subject(relative_gap, lambda p, _: p.share(lambda s, v: s - v, lambda s: s)),
    "relative_gap_all": Subject(
        lambda s, v: relative_gap_all(s, v == 1.0),
        lambda p, k: p.share(lambda s, v: s * (1.0 - v**k), lambda s: s),
    ),
    "compositionality_gap": Subject(
        compositionality_gap, lambda p, _: p.share(lambda s, v: s * (1.0 - v), lambda s: s)
    ),
    "right_without_parts": Subject(
        right_without_parts, lambda p, _: p.share(lambda s, v: (1.0 - s) * v, lambda s: 1.0 - s)
    ),
}


@dataclass(frozen=True)
class Coverage:
    """Of the samples with a defined interval: share inside, above and below the truth, mean width; share undefined."""

    inside: float
    above: float
    below: float
    width: float
    undefined: float


def coverage(subject: Subject, population: Population, study: Study) -> Coverage:
    """Coverage of the subject's 95% interval."""
    *arms, times = study.arms(population)
    estimates = [subject.estimate(s, v) for s, v in zip(*arms, strict=True)]
    limits = np.array([(e.low, e.high) for e in estimates])
    defined = np.isfinite(limits[:, 0])
    low, high = limits[defined].T
    weights = times[defined] / times[defined].sum()
    truth = subject.truth(population, study.snapshots)
    above, below = float(weights @ (low > truth)), float(weights @ (high < truth))
    width, undefined = float(weights @ (high - low)), float(times[~defined].sum() / times.sum())
    return Coverage(1.0 - above - below, above, below, width, undefined)


def false_alarms(test: Callable[[Floats, Floats], Estimate], population: Population, study: Study) -> float:
    """Share of samples with p <= 0.05 where there is no gap."""
    *arms, times = study.arms(population.without_gap())
    p_values = np.array([test(s, v).p_value for s, v in zip(*arms, strict=True)])
    return float(times @ (p_values <= 0.05) / times.sum())


def main(samples: int) -> None:
    """Print one line per estimator, population, number of families and of snapshots."""
    cells = [(name, Study(n, k, samples)) for name in POPULATIONS for n in SIZES for k in SNAPSHOTS]
    print(
        f"95% intervals, {samples} samples a line, Monte Carlo standard error {math.sqrt(0.05 * 0.95 / samples):.4f}\n"
    )
    print("| estimator | population | families | snapshots | coverage | above | below | width | undefined |")
    print("|---|---|---|---|---|---|---|---|---|")
    for title, subject in SUBJECTS.items():
        for name, study in tqdm(cells, desc=title, leave=False):
            found = coverage(subject, POPULATIONS[name], study)
            shares = (found.inside, found.above, found.below, found.width, found.undefined)
            cell = f"| {title} | {name} | {study.families} | {study.snapshots} |"
            tqdm.write(" ".join((cell, *(f"{share:.3f} |" for share in shares))))
    print("\nNo gap: share of samples with p <= 0.05\n")
    print("| population | families | snapshots | paired_gap | (t test) |\n|---|---|---|---|---|")
    for name, study in tqdm(cells, desc="no gap", leave=False):
        rates = (false_alarms(test, POPULATIONS[name], study) for test in (paired_gap, t_gap))
        cell = f"| {name} | {study.families} | {study.snapshots} |"
        tqdm.write(" ".join((cell, *(f"{rate:.3f} |" for rate in rates))))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000)

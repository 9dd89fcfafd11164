"""What a comparison of this size can detect, and how many families a gap needs."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from scipy import special, stats

from scorers.interval import EQUAL, paired


def minimum_detectable_gap(
    static: npt.ArrayLike, variant: npt.ArrayLike, power: float = 0.8, alpha: float = 0.05
) -> float:
    """Smallest true gap, in [0, 1] units, that a comparison like this one finds with this power.

    (z(1 - alpha/2) + z(power)) sqrt(Var(static - variant) / n), 2.8 standard errors by default (Miller 2024, arXiv
    2411.00640). static, variant: shape (n,), shares in [0, 1] per family. Where all differences equal c, their
    variance is bounded by q (1 + |c|)^2: q = z^2 / (n + z^2) is the upper Wilson limit of the share of families with
    another difference, of which 0 of n were seen. A normal approximation: below about 10 families that differ, take it
    as a rough guide. Above 1 nothing can be detected; nan below 2 families. Raises ValueError on malformed arms,
    power or alpha.
    """
    one, two = paired(static, variant)
    reach = sum(_quantiles(power, alpha))
    n = one.size
    if n < 2:
        return math.nan
    differences = one - two
    variance = float(differences.var(ddof=1))
    if np.ptp(differences) <= EQUAL:
        squared = float(special.ndtri(1.0 - alpha / 2.0)) ** 2
        variance = squared / (n + squared) * (1.0 + abs(float(differences.mean()))) ** 2
    return reach * math.sqrt(variance / n)


def families_needed(gap: float, discordance: float, power: float = 0.8, alpha: float = 0.05) -> int:
    """Number of families with which the exact McNemar test finds this gap with this power.

    gap: P(only static right) - P(only variant right). discordance: the sum of the two, in [|gap|, 1]. Starts at
    (z(1 - alpha/2) sqrt(discordance) + z(power) sqrt(discordance - gap^2))^2 / gap^2 (Connor 1987, Biometrics
    43:207), which is short for an exact test, and adds families until the exact power is reached. For a mean over
    snapshots, put the mean squared difference in the place of the discordance; the answer is then on the safe side.
    Raises ValueError on a gap of 0 or values out of range.
    """
    if not 0.0 < abs(gap) <= discordance <= 1.0:
        raise ValueError(f"gap is {gap} and discordance {discordance}; expected 0 < |gap| <= discordance <= 1")
    level, strength = _quantiles(power, alpha)
    root = level * math.sqrt(discordance) + strength * math.sqrt(discordance - gap * gap)
    enough = max(1, math.ceil(root * root / (gap * gap)))
    short, step = enough - 1, 1
    while exact_mcnemar_power(enough, gap, discordance, alpha) < power:
        short, enough, step = enough, enough + step, 2 * step
    while enough - short > 1:
        middle = (short + enough) // 2
        if exact_mcnemar_power(middle, gap, discordance, alpha) < power:
            short = middle
        else:
            enough = middle
    return enough


def exact_mcnemar_power(n: int, gap: float, discordance: float, alpha: float = 0.05) -> float:
    """Probability that the exact McNemar test on n families rejects at alpha, over every possible outcome."""
    # A window that misses less than 2e-12 of the probability keeps large n cheap.
    first, last = (int(stats.binom.ppf(q, n, discordance)) for q in (1e-12, 1.0 - 1e-12))
    differing = np.arange(first, last + 1)
    critical = np.asarray(stats.binom.ppf(alpha / 2.0, differing, 0.5))
    critical = critical - (stats.binom.cdf(critical, differing, 0.5) > alpha / 2.0)
    lean = (discordance + gap) / (2.0 * discordance)
    rejects = stats.binom.cdf(critical, differing, lean) + stats.binom.sf(differing - critical - 1, differing, lean)
    return float(stats.binom.pmf(differing, n, discordance) @ rejects)


def _quantiles(power: float, alpha: float) -> tuple[float, float]:
    if not (0.0 < alpha < 1.0 and 0.0 < power < 1.0):
        raise ValueError(f"power is {power} and alpha {alpha}; expected numbers between 0 and 1")
    return float(special.ndtri(1.0 - alpha / 2.0)), float(special.ndtri(power))

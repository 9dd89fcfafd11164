"""Score intervals for the mean of bounded family outcomes, and for a ratio of two such means.

The score method asks which true values the data do not reject, with the variance that each of those values
implies instead of the variance that happened to be observed. For right-or-wrong outcomes it is Wilson's
interval (1927), for differences of two such outcomes Tango's (1998, Statistics in Medicine 17:891), for ratios of
them that of Tang, Tang and Chan (2003, Statistics in Medicine 22:1217). Means over snapshots take more values than
that, so the distribution is the likeliest one on the seen values and the two ends of the range (the empirical
likelihood of Owen 1988, Biometrika 75:237, with the ends added). The ends matter where a model is nearly always
right: families that differ exist even if this sample holds none. `benchmarks/coverage.py` measures the coverage.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

DIGITS = 12
EQUAL = 1e-12
"""Shares closer than this differ by rounding only: 1 - 2/3 against 1/3."""


def paired(first: npt.ArrayLike, second: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Two arms of shape (n,), one share in [0, 1] per family; raises ValueError where they are anything else."""
    one, two = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    for arm in (one, two):
        if arm.ndim != 1:
            raise ValueError(f"an arm has shape {arm.shape}; expected (n,), one entry per family")
        if not np.isfinite(arm).all():
            raise ValueError("an arm holds nan or infinity; leave such families out of both arms")
        if arm.size and not (arm.min() >= 0.0 and arm.max() <= 1.0):
            raise ValueError(f"an arm runs from {arm.min()} to {arm.max()}; expected shares in [0, 1]")
    if one.shape != two.shape:
        raise ValueError(f"the arms hold {one.size} and {two.size} families; they are paired by family")
    return one, two


def is_binary(values: Floats) -> bool:
    """Whether every entry is 0 or 1."""
    return bool(np.isin(values, (0.0, 1.0)).all())


def normal_quantile(confidence: float) -> float:
    """Two-sided standard normal quantile, 1.96 at 0.95; raises ValueError outside (0, 1)."""
    if not 0.0 < confidence < 1.0:
        raise ValueError(f"confidence is {confidence}; expected a number between 0 and 1, such as 0.95")
    return float(special.ndtri((1.0 + confidence) / 2.0))


def tilted_moments(unit: Floats, share: Floats, tilt: float) -> tuple[float, float]:
    """Mean and variance of the likeliest distribution on the values and on 1, as its mean is forced up.

    unit, share: shape (m,), the values seen, in [0, 1], and their shares of the sample. tilt: 0 is the sample itself;
    up to 1 the probabilities are share / (1 - tilt unit), normalised, which maximises sum(share log p) at their mean;
    from 1 to 2 a growing probability, tilt - 1, sits on the end 1, where that was never seen.
    """
    if tilt >= 1.0 and unit.max() >= 1.0:
        return 1.0, 0.0
    weights = share / (1.0 - min(tilt, 1.0) * unit)
    weights /= weights.sum()
    mean = float(weights @ unit)
    variance = float(weights @ (unit - mean) ** 2)
    end = max(tilt - 1.0, 0.0)
    return mean + end * (1.0 - mean), (1.0 - end) * (variance + end * (1.0 - mean) ** 2)


def null_variance(values: Floats, counts: Counts, low: float, high: float, mean: float) -> float:
    """Variance of the likeliest distribution on values, low and high that has this mean.

    values, counts: shape (m,), what was seen and how often; all of it and the mean in [low, high].
    """
    unit, share, target = (values - low) / (high - low), counts / counts.sum(), (mean - low) / (high - low)
    if target < share @ unit:
        unit, target = 1.0 - unit, 1.0 - target
    tilt = 0.0
    if target - share @ unit > EQUAL:
        tilt = _root(lambda t: tilted_moments(unit, share, t)[0] - target, 0.0, 2.0)
    return (high - low) ** 2 * tilted_moments(unit, share, tilt)[1]


def mean_interval(values: Floats, low: float, high: float, confidence: float) -> tuple[float, float]:
    """Score interval for the mean of values, shape (n,), n >= 1, each in [low, high].

    The limits are the means m with n (mean(values) - m)^2 = z^2 null_variance(m).
    """
    seen, counts = np.unique(np.round(values, DIGITS), return_counts=True)
    unit, share = (seen - low) / (high - low), counts / counts.sum()
    squared = normal_quantile(confidence) ** 2 / values.size
    upper = _upper_limit(unit, share, squared)
    lower = 1.0 - _upper_limit(1.0 - unit, share, squared)
    return low + (high - low) * lower, low + (high - low) * upper


def _upper_limit(unit: Floats, share: Floats, squared: float) -> float:
    observed = float(share @ unit)
    if 1.0 - observed <= EQUAL:
        return 1.0

    def excess(tilt: float) -> float:
        mean, variance = tilted_moments(unit, share, tilt)
        return _excess(mean - observed, squared * variance)

    return tilted_moments(unit, share, _root(excess, 0.0, 2.0))[0]


def ratio_interval(below: Floats, above: Floats, confidence: float) -> tuple[float, float]:
    """Score interval for mean(above) / mean(below), both of shape (n,), paired, in [0, 1], mean(below) > 0.

    The limits are the ratios r at which the mean of above - r below, which lies in [-r, 1], is just not rejected as
    zero: Fieller's construction (1954, JRSS B 16:175) with the score test in the place of the t test. For
    right-or-wrong outcomes it is the interval of Tang, Tang and Chan (2003, Statistics in Medicine 22:1217).
    """
    pairs, counts = np.unique(np.round((below, above), DIGITS), axis=1, return_counts=True)
    one, two = float(below.mean()), float(above.mean())
    squared = normal_quantile(confidence) ** 2 / below.size

    def excess(r: float) -> float:
        residuals = pairs[1] - r * pairs[0]
        return _excess(two - r * one, squared * null_variance(residuals, counts, -r, 1.0, 0.0))

    ratio = two / one
    top = max(1.0, 2.0 * ratio)
    while excess(top) < 0.0:
        top *= 2.0
    return _root(excess, 0.0, ratio) if ratio > EQUAL else 0.0, _root(excess, ratio, top)


def _excess(shift: float, variance: float) -> float:
    """Sign of |shift| - sqrt(variance), scaled to [-1, 1] to keep a root search steady; -1 at the estimate itself."""
    if abs(shift) <= EQUAL:
        return -1.0
    margin = math.sqrt(variance)
    return (abs(shift) - margin) / (abs(shift) + margin)


def _root(function: Callable[[float], float], start: float, stop: float) -> float:
    return float(optimize.brentq(function, start, stop, xtol=1e-14, rtol=1e-14))

"""Arms for tests of gaps: the estimators, and what Hypothesis draws for them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from scorers.gap import (
    Estimate,
    compositionality_gap,
    net_gap,
    paired_gap,
    relative_gap,
    relative_gap_all,
    right_without_parts,
)

Estimator = Callable[..., Estimate]


LAW = settings(max_examples=40, deadline=None)


ON_TWO_ARMS = (
    paired_gap,
    net_gap,
    relative_gap,
    relative_gap_all,
    compositionality_gap,
    right_without_parts,
)


ON_MEANS = (paired_gap, net_gap, relative_gap)


ON_SHARES = (relative_gap_all, compositionality_gap, right_without_parts)


def table(both: int, static_only: int, variant_only: int, neither: int) -> tuple[np.ndarray, np.ndarray]:
    """Two right-or-wrong arms with these counts of families."""
    counts = (both, static_only, variant_only, neither)
    return np.repeat([1.0, 1.0, 0.0, 0.0], counts), np.repeat([1.0, 0.0, 1.0, 0.0], counts)


def arms(binary_only: bool = False, smallest: int = 2) -> st.SearchStrategy[tuple[np.ndarray, np.ndarray]]:
    """Paired arms: right-or-wrong static items, shares over 1 to 4 snapshots."""

    def pairs(snapshots: int) -> st.SearchStrategy[list[tuple[int, float]]]:
        share = st.integers(0, snapshots).map(lambda right: right / snapshots)
        return st.lists(st.tuples(st.integers(0, 1), share), min_size=smallest, max_size=40)

    lists = pairs(1) if binary_only else st.integers(1, 4).flatmap(pairs)
    return lists.map(lambda rows: tuple(np.array(rows, dtype=float).reshape(-1, 2).T))

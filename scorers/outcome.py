"""Item verdicts -> the outcome of a family in one condition. Used alike by the run and by the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """A family's outcome in one condition.

    mean: share of its snapshots that are right, in [0, 1]. all: whether every snapshot is right.
    A snapshot is right when every part of it is: of a two-hop family, both sub-questions.
    """

    mean: float
    all: bool


def family_outcome(verdicts: Iterable[tuple[str, bool]]) -> Outcome:
    """Outcome over (snapshot name, correct) pairs of one family and condition; raises ValueError on none."""
    snapshots: dict[str, bool] = {}
    for snapshot, correct in verdicts:
        snapshots[snapshot] = snapshots.get(snapshot, True) and correct
    if not snapshots:
        raise ValueError("a condition without items has no outcome")
    right = sum(snapshots.values())
    return Outcome(right / len(snapshots), right == len(snapshots))

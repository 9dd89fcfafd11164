"""The control: nothing is changed, so that any gap is the measurement's own."""

from __future__ import annotations

from operator import eq
from random import Random

from perturbations.perturbation import perturbation


@perturbation(keeps="answer", check=eq)
def identity(question: str, rng: Random) -> str:  # noqa: ARG001
    """Leave the question as it is, byte for byte."""
    return question

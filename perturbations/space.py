"""More white space between words."""

from __future__ import annotations

import re
from random import Random

from perturbations.perturbation import perturbation
from perturbations.prose import protected, protected_text


def same_but_for_spaces(question: str, perturbed: str) -> bool:
    """Whether the texts differ, but are equal once runs of spaces are collapsed, line breaks and math byte-equal."""
    return (
        question != perturbed
        and re.sub(" +", " ", question) == re.sub(" +", " ", perturbed)
        and protected_text(question) == protected_text(perturbed)
    )


@perturbation(keeps="answer", check=same_but_for_spaces)
def space(question: str, rng: Random) -> str | None:  # noqa: ARG001
    """Double every space between words outside math, quotations and code."""
    spans = protected(question)
    if spans is None:
        return None
    inside = {index for start, end in spans for index in range(start, end)}
    perturbed = re.sub(r"(?<=\S) (?=\S)", lambda found: found[0] if found.start() in inside else "  ", question)
    return perturbed if perturbed != question else None

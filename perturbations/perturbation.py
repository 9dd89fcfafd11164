"""The registry of perturbations, and the one way to apply them: with their check."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Literal

Rewrite = Callable[[str, Random], "str | None"]
"""(question, stream) -> perturbed question, None where the perturbation does not apply to this question."""

Check = Callable[[str, str], bool]
"""(question, perturbed question) -> whether the perturbed one still asks for what it is said to keep."""


class PerturbationError(ValueError):
    """A perturbed question failed the check of its perturbation."""


@dataclass(frozen=True, slots=True)
class Perturbation:
    """A pure rewrite of a question, with what it keeps and the machine check that proves it."""

    name: str
    summary: str
    keeps: Literal["answer"]
    rewrite: Rewrite
    check: Check


_perturbations: dict[str, Perturbation] = {}


def perturbation(keeps: Literal["answer"], check: Check) -> Callable[[Rewrite], Rewrite]:
    """Register a rewrite under its function's name; raises ValueError where the name is taken."""

    def register(rewrite: Rewrite) -> Rewrite:
        name = rewrite.__name__
        if name in _perturbations:
            raise ValueError(f"two perturbations are named {name!r}")
        summary = (rewrite.__doc__ or "").strip().partition("\n")[0]
        _perturbations[name] = Perturbation(name, summary, keeps, rewrite, check)
        return rewrite

    return register


def perturbations() -> dict[str, Perturbation]:
    """Every perturbation, in the order of the names."""
    _scan()
    return dict(sorted(_perturbations.items()))


@cache
def _scan() -> None:
    """Import every module of this package once, so that their decorators have run."""
    package = importlib.import_module(__package__)
    for module in pkgutil.iter_modules(package.__path__, f"{__package__}."):
        importlib.import_module(module.name)


def apply(name: str, question: str, rng: Random) -> str | None:
    """The checked perturbation of a question, None where it does not apply.

    Raises KeyError on an unknown name, and PerturbationError where the perturbed question fails the check.
    """
    known = perturbations()
    if name not in known:
        raise KeyError(f"no perturbation {name!r}; there are {', '.join(known)}")
    found = known[name]
    perturbed = found.rewrite(question, rng)
    if perturbed is not None and not found.check(question, perturbed):
        raise PerturbationError(f"{name}: {perturbed!r} does not keep the {found.keeps} of {question!r}")
    return perturbed

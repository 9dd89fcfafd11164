"""The probe gap_stress_math: the published problems of gap_math with their wording perturbed, their numbers kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gap_tasks import core
from perturbations.perturbation import apply

NAME = "gap_stress_math"
SOURCE = "gap_math"
PERTURBATIONS = ("identity", "space", "case", "number_words", "irrelevant_sentence")


def build(options: core.Options) -> Iterator[core.Family]:
    """The static item of each family of gap_math, followed by every perturbation that applies to it.

    Raises PerturbationError where a perturbed question fails its check.
    """
    for family in core.probe(SOURCE).families():
        name = family.id.partition("/")[2]
        (static,) = family.of(core.STATIC)
        perturbed = (_perturbed(static, perturbation, name, options["seed"]) for perturbation in PERTURBATIONS)
        items = (static, *(item for item in perturbed if item is not None))
        yield core.Family(f"{NAME}/{name}", family.strata, items)


def exemplars(_: core.Options) -> Iterator[core.Exemplar]:
    """Those of gap_math."""
    source = core.probe(SOURCE)
    for exemplar in source.exemplars(source.resolve({})):
        yield replace(exemplar, family=f"{NAME}/{exemplar.family.partition('/')[2]}")


def _perturbed(static: core.Item, perturbation: str, name: str, seed: int) -> core.Item | None:
    """The static item with its question perturbed, None where the perturbation does not apply to it."""
    question = apply(perturbation, static.question, core.stream(NAME, name, perturbation, seed))
    if question is None:
        return None
    return replace(static, condition=perturbation, question=question, snapshot=f"{seed}.0")


core.register(
    core.Probe(
        name=NAME,
        summary="The published problems of gap_math with their wording perturbed and their numbers kept.",
        variants=PERTURBATIONS,
        build=build,
        exemplars=exemplars,
        null=False,
    )
)

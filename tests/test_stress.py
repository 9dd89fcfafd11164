"""gap_stress_math over the real gap_math: every perturbed item, and what it keeps. About 1 second."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from gap_tasks import core
from perturbations.irrelevant_sentence import SENTENCES
from perturbations.numerals import figures
from perturbations.perturbation import apply, perturbations

PROBE = core.probe("gap_stress_math")
SOURCE = core.probe("gap_math")
FAMILIES = PROBE.families({"seed": 7})
SOURCES = {family.id.partition("/")[2]: family for family in SOURCE.families()}

NAMES = [family.id.partition("/")[2] for family in FAMILIES]
ANY_SENTENCE = "|".join(map(re.escape, SENTENCES))


def test_every_problem_of_gap_math_is_asked_once() -> None:
    assert list(SOURCES) == NAMES
    assert len(NAMES) >= 30


def test_every_perturbation_there_is_is_asked() -> None:
    assert set(PROBE.variants) == set(perturbations())
    assert PROBE.conditions == ("static", *PROBE.variants)


@pytest.mark.parametrize("family", FAMILIES, ids=NAMES)
def test_only_the_question_changes(family: core.Family) -> None:
    source = SOURCES[family.id.partition("/")[2]]
    (static,) = source.of("static")
    assert family.of("static") == (static,)
    assert family.strata == source.strata
    conditions = [item.condition for item in family.items]
    assert conditions == [name for name in PROBE.conditions if name in conditions]
    for item in family.items[1:]:
        assert replace(item, condition="static", question=static.question, snapshot="") == static


@pytest.mark.parametrize("family", FAMILIES, ids=NAMES)
def test_what_does_not_apply_is_left_out(family: core.Family) -> None:
    (static,) = family.of("static")
    for name in PROBE.variants:
        perturbed = apply(name, static.question, core.stream(family.id, name, 7))
        assert [item.question for item in family.of(name)] == ([] if perturbed is None else [perturbed])


@pytest.mark.parametrize("family", FAMILIES, ids=NAMES)
def test_perturbed_questions_go_back_to_the_published_one(family: core.Family) -> None:
    (static,) = family.of("static")
    backs = {
        "identity": str,
        "space": lambda text: re.sub(" +", " ", text),
        "number_words": figures,
        "irrelevant_sentence": lambda text: re.sub(f"(?:{ANY_SENTENCE}) ", "", text),
    }
    published = {"number_words": figures(static.question), "space": re.sub(" +", " ", static.question)}
    for name, back in backs.items():
        for item in family.of(name):
            assert back(item.question) == published.get(name, static.question)
    for item in family.of("case"):
        assert item.question.casefold() == static.question.casefold()
        assert re.findall(r"\$[^$]*\$|\d+", item.question) == re.findall(r"\$[^$]*\$|\d+", static.question)


def test_most_problems_take_most_perturbations() -> None:
    share = Counter(item.condition for family in FAMILIES for item in family.items)
    assert share["identity"] == len(FAMILIES)
    for name in ("space", "case", "irrelevant_sentence"):
        assert share[name] >= 0.9 * len(FAMILIES), name
    assert share["number_words"] >= 0.3 * len(FAMILIES)


def test_the_seed_draws_the_sentence_and_nothing_else() -> None:
    other = PROBE.families({"seed": 8})
    assert core.fingerprint(PROBE.families({"seed": 7})) == core.fingerprint(FAMILIES) != core.fingerprint(other)
    for name in PROBE.variants:
        pairs = [
            (first.question, second.question)
            for one, two in zip(FAMILIES, other, strict=True)
            for first, second in zip(one.of(name), two.of(name), strict=True)
        ]
        changed = sum(first != second for first, second in pairs)
        assert (changed > len(pairs) / 2) if name == "irrelevant_sentence" else changed == 0


def test_exemplars_are_those_of_gap_math() -> None:
    options = PROBE.resolve({"seed": 7})
    exemplars = list(PROBE.exemplars(options))
    sources = list(SOURCE.exemplars(SOURCE.resolve({})))
    assert [(shown.question, shown.gold) for shown in exemplars] == [(made.question, made.gold) for made in sources]
    assert {shown.family for shown in exemplars}.isdisjoint(family.id for family in FAMILIES)
    asked = {item.question for family in FAMILIES for item in family.items}
    assert asked.isdisjoint(shown.question for shown in exemplars)

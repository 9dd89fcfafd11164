"""Laws over every probe, and the registry itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import RUNNABLE

from gap_tasks import core
from scorers import SCORERS, grade

PROBES = RUNNABLE

SNAPSHOTS = {
    "gap_math": "66b0ef70d61b5660fc369aeba3f28fb960adbe74d2bbe796beaf71eb4732456d",
    "gap_math500": "9892efbb776959783083dafc0984ceec52fd58e3aa2b5203ea0ee7b946f74651",
    "gap_hops": "14da6a63af5e3639c5ec3beaabfe66d72fbe7308051af921e099308e794cf00d",
    "gap_time_twins": "512753b9b97ba0fd91e141a8ed46fb3e45eed18fd47dc00de23a0ba7b9e52859",
    "gap_stress_math": "6f6c58038b31cb11c2daf4f6cf51f298231248e72084871f169b5b48e482e01b",
}
"""SHA-256 of every probe's default snapshot. A change here is a change of what published results measured."""


@pytest.mark.parametrize("name", PROBES)
def test_default_snapshot_is_pinned(name: str) -> None:
    assert core.fingerprint(PROBES[name].families()) == SNAPSHOTS[name]


@pytest.mark.parametrize("name", PROBES)
def test_another_process_with_another_hash_seed_draws_the_same_bytes(name: str) -> None:
    code = f"from gap_tasks import core; print(core.fingerprint(core.probe({name!r}).families({{'seed': 5}})))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "4"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == core.fingerprint(PROBES[name].families({"seed": 5}))


@pytest.mark.parametrize("name", PROBES)
def test_every_gold_is_graded_right_by_its_own_scorer(name: str) -> None:
    for seed in (0, 99):
        for family in PROBES[name].families({"seed": seed}):
            for item in family.items:
                assert item.scorer in SCORERS
                for answer in (item.gold, *item.aliases):
                    score = grade(f"Some steps.\nThe answer is {answer}.", item.gold, item.scorer, item.aliases)
                    assert score.status == "correct", (family.id, item, score)


@pytest.mark.parametrize("name", PROBES)
def test_the_null_control_changes_the_instruction_alone(name: str) -> None:
    probe = PROBES[name]
    for family in probe.families():
        static, again = family.of("static"), family.of("again")
        if not probe.null:
            assert not again
            continue
        assert len(again) == len(static)
        for one, other in zip(static, again, strict=True):
            assert one.instruction != other.instruction
            assert replace(one, condition="", instruction="") == replace(other, condition="", instruction="")


@pytest.mark.parametrize("name", PROBES)
def test_items_and_strata_are_uniform(name: str) -> None:
    families = PROBES[name].families()
    assert len({tuple(family.strata) for family in families}) == 1
    for family in families:
        assert len({(i.condition, i.part, i.snapshot) for i in family.items}) == len(family.items)
        for item in family.items if PROBES[name].size is None else ():  # a published text stays as it is
            assert item.question == item.question.strip()
            assert not re.search(r"(?<![\w}])\{[a-z_]+\}|\bNone\b", item.question), item.question


@pytest.mark.parametrize("name", PROBES)
def test_exemplars_are_never_evaluated(name: str) -> None:
    for seed in (0, 1, 12345):
        options = PROBES[name].resolve({"seed": seed})
        evaluated = {item.question for family in PROBES[name].families(options) for item in family.items}
        exemplars = list(PROBES[name].exemplars(options))
        assert len(exemplars) >= 8
        assert not evaluated & {exemplar.question for exemplar in exemplars}


def test_neighbouring_seeds_share_nothing() -> None:
    for name, probe in PROBES.items():
        if name == "gap_stress_math":
            continue  # its static items are fixed, and most perturbations are determined by the text

        def drawn(seed: int, probe: core.Probe = probe) -> list[str]:
            variants = (i for f in probe.families({"seed": seed}) for i in f.items if i.condition in probe.variants)
            return [item.question for item in variants]

        shared = set(drawn(42)) & set(drawn(43))
        assert len(shared) < 0.75 * len(drawn(42)), name


def test_streams_are_independent_of_their_neighbours() -> None:
    first = [core.stream("p", "n", seed).random() for seed in range(100)]
    assert len(set(first)) == 100
    assert core.stream("p", "n", 1).random() == core.stream("p", "n", 1).random()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"sede": 1}, "has no option 'sede'"),
        ({"seed": -1}, "option 'seed' is -1"),
        ({"seed": True}, "option 'seed' is True"),
        ({"seed": 1.0}, "option 'seed' is 1.0"),
    ],
)
def test_bad_options(given: dict[str, object], message: str) -> None:
    for probe in PROBES.values():
        with pytest.raises(core.OptionError, match=message):
            probe.families(given)


def test_a_malformed_family_is_refused() -> None:
    item = core.Item("static", "1 + 1?", "2", "number", "Answer.")

    def probe(*families: core.Family) -> core.Probe:
        return core.Probe("gap_x", "", ("functional",), lambda _: families, lambda _: ())

    with pytest.raises(ValueError, match="gap_x/a: conditions"):
        probe(core.Family("gap_x/a", {}, (replace(item, condition="shuffled"),))).families()
    with pytest.raises(ValueError, match=r"gap_y/a: a family of gap_x is named gap_x/\.\.\."):
        probe(core.Family("gap_y/a", {}, (item,))).families()
    with pytest.raises(ValueError, match="gap_x/a: empty question, gold"):
        probe(core.Family("gap_x/a", {}, (replace(item, gold=" "),))).families()
    with pytest.raises(ValueError, match="two families"):
        probe(core.Family("gap_x/a", {}, (item,)), core.Family("gap_x/a", {}, (item,))).families()


def test_an_unknown_probe_is_named_with_those_there_are() -> None:
    with pytest.raises(KeyError, match="gap_math"):
        core.probe("gap_moths")

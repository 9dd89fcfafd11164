"""Simulated models through lm-eval's real command line: the measured gap is the one known in advance."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ALL_TASKS, BIN, RUNNABLE, Run, execute, harness, succeeded

from gap_tasks import core

PROBES = RUNNABLE
Right = Callable[[core.Family, core.Item], bool]


def _right_oracle(family: core.Family, item: core.Item) -> bool:
    return item.condition not in PROBES[family.id.split("/")[0]].controls


def _right_memorizer(family: core.Family, item: core.Item) -> bool:
    return item.condition in ("static", "again") or family.items[0].gold in (item.gold, *item.aliases)


def _right_single_hop(family: core.Family, item: core.Item) -> bool:
    return item.condition != "composed" and _right_oracle(family, item)


def _right_noisy(family: core.Family, item: core.Item) -> bool:
    return core.stream("gap-sim", 11, family.id, item.condition, item.part, item.snapshot).random() < 0.7


PROFILES: dict[str, tuple[str, Right]] = {
    "oracle": ("profile=oracle", _right_oracle),
    "memorizer": ("profile=memorizer", _right_memorizer),
    "single_hop": ("profile=single_hop", _right_single_hop),
    "noisy": ("profile=noisy,p=0.7,seed=11", _right_noisy),
    "mute": ("profile=mute", lambda family, item: False),
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Every profile on every probe, through plain `lm_eval` for one of them and `lm-gap run` for the others."""
    found = {}
    for name, (arguments, _) in PROFILES.items():
        program = ("lm_eval", "run") if name == "memorizer" else ("lm-gap", "run")
        folder = tmp_path_factory.mktemp("runs") / name
        found[name] = harness(
            folder, "--model", "gap-sim", "--model_args", arguments, "--tasks", ALL_TASKS, program=program
        )
    return found


@pytest.fixture(scope="module")
def gaps(runs: dict[str, Run], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """gaps.json of each profile's run."""
    found = {}
    for name, run in runs.items():
        out = tmp_path_factory.mktemp("reports") / name
        done = execute([BIN / "lm-gap", "report", str(succeeded(run).folder), "--out", str(out)])
        assert done.returncode == 0, done.stdout
        found[name] = json.loads((out / "gaps.json").read_text())
    return found


def _accuracy(families: list[core.Family], right: Right, condition: str, among: str) -> float:
    """Mean over the families that have `among` of the share of snapshots whose parts are all right."""
    outcomes = []
    for family in families:
        if not family.of(among):
            continue
        items = family.of(condition)
        snapshots = {item.snapshot for item in items}
        outcomes.append(
            sum(all(right(family, item) for item in items if item.snapshot == s) for s in snapshots) / len(snapshots)
        )
    return sum(outcomes) / len(outcomes)


@pytest.mark.parametrize("task", PROBES)
@pytest.mark.parametrize("profile", PROFILES)
def test_gap_is_the_known_one(
    runs: dict[str, Run], gaps: dict[str, list[dict[str, Any]]], profile: str, task: str
) -> None:
    probe, right, run = PROBES[task], PROFILES[profile][1], succeeded(runs[profile])
    families = probe.families()
    rows = {row["condition"]: row for row in gaps[profile] if row["probe"] == task}
    assert set(rows) == set(probe.variants)
    for variant in probe.variants:
        static = _accuracy(families, right, "static", variant)
        value = _accuracy(families, right, variant, variant)
        assert run.metric(task, f"acc_{variant}") == pytest.approx(value)
        assert run.metric(task, f"gap_{variant}") == pytest.approx(static - value)
        row = rows[variant]
        assert row["static"] == pytest.approx(static)
        assert row["variant"] == pytest.approx(value)
        assert row["gap"] == pytest.approx(static - value)
        assert row["families"] == sum(bool(family.of(variant)) for family in families)
        assert row["gap_low"] <= row["gap"] <= row["gap_high"]
        if probe.null:
            again = _accuracy(families, right, "again", variant)
            assert row["null_gap"] == pytest.approx(static - again)
            assert row["net_gap"] == pytest.approx(again - value)
            assert run.metric(task, f"net_gap_{variant}") == pytest.approx(again - value)
        assert row["unscored_static"] == row["unscored_variant"] == (1.0 if profile == "mute" else 0.0)


def test_memorizer_has_a_gap_where_there_is_something_to_memorise(gaps: dict[str, list[dict[str, Any]]]) -> None:
    by_probe = {(row["probe"], row["condition"]): row for row in gaps["memorizer"]}
    for key in (("gap_math", "functional"), ("gap_hops", "composed")):
        assert by_probe[key]["gap"] > 0.95
        assert by_probe[key]["gap_low"] > 0.8
    assert by_probe["gap_stress_math", "space"]["gap"] == 0


def test_single_hop_has_a_compositionality_gap_of_one(gaps: dict[str, list[dict[str, Any]]]) -> None:
    (row,) = (row for row in gaps["single_hop"] if row["probe"] == "gap_hops")
    assert row["compositionality_gap"] == 1
    assert row["compositionality_gap_low"] > 0.95


def test_identity_gap_is_exactly_zero(gaps: dict[str, list[dict[str, Any]]]) -> None:
    for profile in ("oracle", "memorizer", "single_hop", "mute"):
        (row,) = (row for row in gaps[profile] if row["condition"] == "identity")
        assert row["gap"] == 0


def test_standard_error_of_the_table_is_the_paired_one(runs: dict[str, Run]) -> None:
    run = succeeded(runs["noisy"])
    rows = run.samples("gap_hops")
    differences = [row["gap_composed"] for row in rows]
    mean = sum(differences) / len(differences)
    variance = sum((d - mean) ** 2 for d in differences) / (len(differences) - 1)
    stderr = run.results["results"]["gap_hops"]["gap_composed_stderr,none"]
    assert stderr == pytest.approx((variance / len(differences)) ** 0.5)


def test_a_models_seed_is_not_the_snapshots(runs: dict[str, Run]) -> None:
    config = succeeded(runs["noisy"]).results["configs"]["gap_math"]["metadata"]
    assert config["options"]["seed"] == 0
    assert config["snapshot_sha256"] == core.fingerprint(PROBES["gap_math"].families())


def test_a_family_is_never_split(tmp_path: Path) -> None:
    run = succeeded(harness(tmp_path, "--model", "gap-sim", "--tasks", "gap_math", "--limit", "5"))
    rows = run.samples("gap_math")
    families = PROBES["gap_math"].families()[:5]
    assert [row["doc"]["family"] for row in rows] == [family.id for family in families]
    assert [len(row["resps"]) for row in rows] == [len(family.items) for family in families]
    assert run.results["n-samples"]["gap_math"]["effective"] == 5

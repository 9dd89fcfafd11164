"""Frozen snapshots: what is written is run, what was changed is refused and named, a series does not repeat itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import harness, succeeded

from gap_tasks import core, snapshot
from gap_tasks.cli import main
from gap_tasks.snapshot import SnapshotError, drawn, freeze, read

MATH = core.probe("gap_math")


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("snapshots") / "june.jsonl"
    done = CliRunner().invoke(main, ["snapshot", "gap_math", "--seed", "6", "--out", str(path)])
    assert done.exit_code == 0, done.output
    return path


def variants(families: tuple[core.Family, ...]) -> set[str]:
    return {item.question for family in families for item in family.of("functional")}


def changed(june: Path, tmp_path: Path, edit: Any) -> Path:
    lines = [json.loads(line) for line in june.read_text().splitlines()]
    edit(lines)
    path = tmp_path / "changed.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_a_frozen_snapshot_holds_what_the_seed_draws(june: Path) -> None:
    families = tuple(MATH.families({"seed": 6}))
    found = drawn(MATH, {"snapshot": str(june)})
    assert found.families == families
    assert found.sha256 == core.fingerprint(families)
    assert found.options == {"seed": 6, "snapshots": 3, "cot": 1}
    assert found.frozen is not None
    assert found.frozen["sha256"] == found.sha256
    assert set(found.frozen["versions"]) == {"lm-eval-gap", "lm_eval"}


def test_lm_eval_runs_the_frozen_families_and_records_the_file(june: Path, tmp_path: Path) -> None:
    run = succeeded(
        harness(
            *(tmp_path, "--model", "gap-sim", "--model_args", "profile=oracle", "--tasks", "gap_math", "--limit", "3"),
            *("--metadata", json.dumps({"snapshot": str(june)})),
            program=("lm_eval", "run"),
        )
    )
    header = json.loads(june.read_text().splitlines()[0])
    metadata = run.results["configs"]["gap_math"]["metadata"]
    assert metadata["snapshot_sha256"] == header["sha256"]
    assert metadata["frozen"]["file"] == "june.jsonl"
    assert metadata["seed"] == 6
    frozen = read(june, MATH).families[0]
    assert [item["question"] for item in run.samples("gap_math")[0]["doc"]["items"]] == [
        item.question for item in frozen.items
    ]


def test_the_next_of_a_series_repeats_no_question(june: Path, tmp_path: Path) -> None:
    path = tmp_path / "july.jsonl"
    arguments = ["snapshot", "gap_math", "--seed", "6", "--after", str(june), "--out", str(path)]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    july = read(path, MATH).families
    assert not variants(july) & variants(read(june, MATH).families)
    assert all(len(family.of("functional")) == 3 for family in july)
    assert all(len({item.snapshot for item in family.of("functional")}) == 3 for family in july)


def test_what_has_no_other_variant_is_counted_not_hidden(tmp_path: Path) -> None:
    probe = core.probe("gap_stress_math")
    first, repeats = freeze(probe, {"seed": 1})
    assert repeats == 0
    path = tmp_path / "stress.jsonl"
    snapshot.write(path, probe, first)
    again, repeats = freeze(probe, {"seed": 1}, [path])
    assert repeats == sum(len(family.of(name)) for family in again.families for name in probe.variants)


def test_an_edited_item_is_named(june: Path, tmp_path: Path) -> None:
    def edit(lines: list[Any]) -> None:
        lines[4]["items"][0]["gold"] = "0"

    path = changed(june, tmp_path, edit)
    name = read(june, MATH).families[3].id
    with pytest.raises(SnapshotError, match=rf"changed since it was frozen: line 5 \({name}\)"):
        read(path, MATH)


def test_a_missing_family_is_counted(june: Path, tmp_path: Path) -> None:
    path = changed(june, tmp_path, lambda lines: lines.pop())
    frozen = len(read(june, MATH).families)
    with pytest.raises(SnapshotError, match=f"{frozen - 1} families, {frozen} were frozen"):
        read(path, MATH)


def test_an_edit_with_a_matching_hash_of_its_line_is_still_found(june: Path, tmp_path: Path) -> None:
    def edit(lines: list[Any]) -> None:
        lines[1], lines[2] = lines[2], lines[1]

    with pytest.raises(SnapshotError, match="not in that order"):
        read(changed(june, tmp_path, edit), MATH)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected 'lm-eval-gap snapshot 1'"),
        ("{", "line 1: not JSON"),
        ("[]", "line 1: expected an object"),
        ('{"format": "lm-eval-gap snapshot 1", "probe": 3}', "field `probe` is 3; expected str"),
    ],
)
def test_what_is_no_snapshot_is_refused(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(text)
    with pytest.raises(SnapshotError, match=message):
        drawn(MATH, {"snapshot": str(path)})


def test_a_broken_family_is_named_by_its_line(june: Path, tmp_path: Path) -> None:
    path = changed(june, tmp_path, lambda lines: lines[2].pop("items"))
    with pytest.raises(SnapshotError, match="line 3: not a family"):
        read(path, MATH)


def test_of_several_files_each_probe_takes_its_own(june: Path, tmp_path: Path) -> None:
    probe = core.probe("gap_time_twins")
    path = tmp_path / "time.jsonl"
    snapshot.write(path, probe, freeze(probe, {"seed": 2})[0])
    both = {"snapshot": [str(june), str(path)]}
    assert drawn(probe, both).options["seed"] == 2
    assert drawn(MATH, both).options["seed"] == 6
    with pytest.raises(SnapshotError, match=r"no snapshot of gap_hops: .*june\.jsonl holds gap_math"):
        drawn(core.probe("gap_hops"), both)


@pytest.mark.parametrize("value", [3, [], [""], None])
def test_a_path_is_asked_for(value: object) -> None:
    with pytest.raises(core.OptionError, match="expected a path or a list of paths"):
        drawn(MATH, {"snapshot": value})


def test_a_seed_beside_a_snapshot_is_refused(june: Path) -> None:
    with pytest.raises(core.OptionError, match="'seed' is fixed by the snapshot"):
        drawn(MATH, {"snapshot": str(june), "seed": 6})


def test_a_snapshot_is_not_overwritten(june: Path) -> None:
    before = june.read_text()
    done = CliRunner().invoke(main, ["snapshot", "gap_math", "--seed", "7", "--out", str(june)])
    assert done.exit_code != 0
    assert "not overwritten" in done.output
    assert june.read_text() == before

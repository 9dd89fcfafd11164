"""Which runs a report takes, and what it says of those it leaves out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from report_fixtures import (
    NEW,
    OLD,
    Task,
    gaps,
    hops_task,
    math_task,
    pages,
    samples_path,
    verdicts,
    write_run,
)

from gap_tasks.report import ReportError, build


def test_several_models_and_probes_are_sorted(tmp_path: Path) -> None:
    for model in ("z", "a"):
        write_run(tmp_path / "in" / "deep", model, hops_task(), math_task())
    assert [(row["model"], row["probe"]) for row in gaps(tmp_path / "in")] == [
        ("a", "gap_hops"),
        ("a", "gap_math"),
        ("z", "gap_hops"),
        ("z", "gap_math"),
    ]


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
def test_the_newest_run_wins_and_a_note_says_so(tmp_path: Path, order: tuple[str, str]) -> None:
    for date in order:
        write_run(
            tmp_path / "in" / date[:4], "m", math_task(static="++", functional="--" if date == NEW else "++"), date=date
        )
    (row,) = gaps(tmp_path / "in")
    assert (row["run_date"], row["gap"]) == (NEW, 1.0)
    assert f"the newest run ({NEW}) is reported; left out: {OLD}" in pages(tmp_path / "in", tmp_path / "out")[0]


def test_files_may_be_named_one_by_one_and_twice(tmp_path: Path) -> None:
    results = write_run(tmp_path / "in", "m", math_task(), hops_task())
    samples = samples_path(results, "gap_math")
    assert len(json.loads(build([results], tmp_path / "out").json.read_text())) == 2
    assert len(json.loads(build([samples], tmp_path / "out").json.read_text())) == 1
    assert len(json.loads(build([samples, results, tmp_path], tmp_path / "out").json.read_text())) == 2


def test_results_under_a_name_of_the_users_own(tmp_path: Path) -> None:
    write_run(tmp_path / "in" / "mine.json", "org/m", math_task())
    assert (tmp_path / "in" / f"mine_{NEW}.json").exists()
    (row,) = gaps(tmp_path / "in")
    assert (row["model"], row["seed"]) == ("org/m", 7)


@pytest.mark.parametrize("probe", ["gap_math", "gap_mine"])
def test_samples_without_results_are_an_error(tmp_path: Path, probe: str) -> None:
    results = write_run(tmp_path / "in", "m", Task(probe, verdicts(probe, "++", functional="+-")))
    results.unlink()
    with pytest.raises(ReportError, match=rf"samples_{probe}_{NEW}\.jsonl: no results file .* expected the results_"):
        build([tmp_path / "in"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_results_without_the_tasks_config_are_an_error(tmp_path: Path) -> None:
    results = write_run(tmp_path / "in", "m", math_task())
    content = json.loads(results.read_text())
    content["configs"] = {}
    results.write_text(json.dumps(content))
    with pytest.raises(ReportError, match=r"no results file .* names the variants of 'gap_math'"):
        build([tmp_path / "in"], tmp_path / "out")


def test_folders_behind_links_are_read_and_loops_end(tmp_path: Path) -> None:
    write_run(tmp_path / "real", "m", math_task())
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (row,) = gaps(tmp_path / "in")
    assert row["model"] == "m"


def test_what_was_left_out_is_told(tmp_path: Path) -> None:
    write_run(tmp_path / "a", "m", math_task())
    write_run(tmp_path / "b", "m", math_task(), date=OLD)
    files = build([tmp_path / "a", tmp_path / "b"], tmp_path / "out")
    assert any(f"the newest run ({NEW}) is reported; left out: {OLD}" in note for note in files.notes)


def add_other_task(results: Path, *, only: bool = False) -> Path:
    """lm-eval's own gsm8k in the same run; the path of its samples."""
    content = json.loads(results.read_text())
    configs = {} if only else content["configs"]
    content["configs"] = {**configs, "gsm8k": {"task": "gsm8k", "metadata": {"version": 3.0}}}
    results.write_text(json.dumps(content))
    samples = samples_path(results, "gsm8k")
    samples.write_text(json.dumps({"doc_id": 0, "doc": {"question": "?", "answer": "#### 5"}, "resps": [["5"]]}) + "\n")
    return samples


def test_other_tasks_are_left_out_of_a_folder(tmp_path: Path) -> None:
    other = add_other_task(write_run(tmp_path / "in", "m", math_task()))
    (row,) = gaps(tmp_path / "in")
    assert row["probe"] == "gap_math"
    assert "left out, not gap tasks: gsm8k" in pages(tmp_path / "in", tmp_path / "out")[0]
    with pytest.raises(ReportError, match=rf"samples_gsm8k_{NEW}\.jsonl: samples file of another task \(gsm8k\)"):
        build([other], tmp_path / "out")


def test_a_folder_of_other_tasks_only_is_an_error(tmp_path: Path) -> None:
    results = write_run(tmp_path / "in", "m", math_task())
    samples_path(results, "gap_math").unlink()
    add_other_task(results, only=True)
    with pytest.raises(ReportError, match=r"no results of gap tasks; expected .*--log_samples.*; found gsm8k"):
        build([tmp_path / "in"], tmp_path / "out")
    with pytest.raises(ReportError, match="results of other tasks"):
        build([results], tmp_path / "out")


def test_results_without_samples_say_how_to_get_them(tmp_path: Path) -> None:
    results = write_run(tmp_path / "in", "m", math_task(), samples=False)
    for path in (tmp_path / "in", results):
        with pytest.raises(ReportError, match=rf"results_{NEW}\.json: no samples_gap_math_.* --log_samples"):
            build([path], tmp_path / "out")
    write_run(tmp_path / "in", "m", math_task(), date="2026-03-01T00-00-00")
    assert len(gaps(tmp_path / "in")) == 1


@pytest.mark.parametrize("name", ["nowhere", "empty", "notes.txt", "samples.jsonl"])
def test_paths_that_hold_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "samples.jsonl").write_text("{}")
    with pytest.raises(ReportError, match=name):
        build([tmp_path / name], tmp_path / "out")
    assert not (tmp_path / "out").exists()

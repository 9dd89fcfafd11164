"""The report on runs that lm-eval's own tracker wrote, with verdicts chosen so that every number can be counted."""

from __future__ import annotations

import csv
import json
import math
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_fixtures import NEW, OLD, SHA, Reply, Task, samples_path, verdicts, write_run

from gap_tasks.report import ReportError, ReportFiles, build
from gap_tasks.report.files import find
from gap_tasks.report.plain import label, plain, shorten
from gap_tasks.report.read import read
from gap_tasks.report.table import COLUMNS, natural, percent, rows
from scorers.gap import Estimate, minimum_detectable_gap, net_gap, paired_gap, relative_gap, relative_gap_all

STATIC = "++++++++--"
AGAIN = "+++++++--+"
FIRST, SECOND = "++++++----", "++++-----+"
"""Families 0 to 3 are right in both snapshots, 4 (as it is cut here) in none, 5 and 9 in one."""

SHARES = {"static", "variant", "guessable", "right_without_parts", "unscored_static", "unscored_variant"}


def math_task(**arms: str) -> Task:
    given_arms = arms or {"static": STATIC, "again": AGAIN, "functional": f"{FIRST},{SECOND}"}
    names = [name for name in given_arms if name not in ("static", "again")]
    return Task("gap_math", verdicts("gap_math", **given_arms), names)


def gaps(folder: Path) -> list[dict[str, Any]]:
    """The rows of gaps.json, without the pages, whose charts take longest."""
    sources, _ = find([folder])
    loaded: list[dict[str, Any]] = json.loads(json.dumps(rows(read(sources)), allow_nan=False))
    return loaded


def pages(folder: Path, out: Path) -> tuple[str, str]:
    files = build([folder], out)
    return files.markdown.read_text("utf-8"), files.html.read_text("utf-8")


def assert_spread(row: dict[str, Any], name: str, expected: Estimate) -> None:
    found = row[name], row[f"{name}_low"], row[f"{name}_high"]
    assert found == pytest.approx((expected.value, expected.low, expected.high))


# The numbers


def test_gaps_are_those_counted_by_hand(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "org/model", math_task())
    (row,) = gaps(tmp_path / "in")
    static = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]
    again = [1, 1, 1, 1, 1, 1, 1, 0, 0, 1]
    variant = [1, 1, 1, 1, 0.5, 0.5, 0, 0, 0, 0.5]
    every = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
    assert (row["model"], row["probe"], row["condition"], row["families"]) == (
        "org/model",
        "gap_math",
        "functional",
        10,
    )
    assert (row["static"], row["variant"], row["gap"]) == pytest.approx((0.8, 0.55, 0.25))
    assert (row["null_gap"], row["net_gap"]) == pytest.approx((0.0, 0.25))
    assert (row["relative_gap"], row["relative_gap_all"]) == pytest.approx((0.3125, 0.5))
    assert_spread(row, "gap", paired_gap(static, variant))
    assert_spread(row, "null_gap", paired_gap(static, again))
    assert_spread(row, "net_gap", net_gap(variant, again))
    assert_spread(row, "relative_gap", relative_gap(static, variant))
    assert_spread(row, "relative_gap_all", relative_gap_all(static, every))
    assert row["minimum_detectable_gap"] == pytest.approx(minimum_detectable_gap(static, variant))
    assert row["compositionality_gap"] is None
    assert row["right_without_parts"] is None
    assert (row["snapshot_sha256"], row["seed"], row["run_date"]) == (SHA, 7, NEW)


def test_every_snapshot_must_be_right_for_the_papers_gap(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++", functional="++,+-,++"))
    (row,) = gaps(tmp_path / "in")
    assert (row["variant"], row["relative_gap"], row["relative_gap_all"]) == pytest.approx((5 / 6, 1 / 6, 1 / 2))


def test_only_families_that_have_the_variant_count(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++--", again="+-++", shifted="+-..", composed="..++"))
    shifted, composed = gaps(tmp_path / "in")
    assert (shifted["families"], shifted["static"], shifted["variant"], shifted["gap"]) == (2, 1.0, 0.5, 0.5)
    assert (composed["families"], composed["static"], composed["variant"], composed["gap"]) == (2, 0.0, 1.0, -1.0)
    assert (shifted["null_gap"], composed["null_gap"]) == (0.5, -1.0)


def test_exact_test_and_holm_over_the_rows_of_one_model(tmp_path: Path) -> None:
    arms = {"static": "++++++++", "again": "++++++++", "shifted": "+++-----", "composed": "--------"}
    write_run(tmp_path / "in", "a", math_task(**arms))
    write_run(tmp_path / "in", "b", math_task(**{**arms, "shifted": "++++++++"}))
    found = {(row["model"], row["condition"]): row for row in gaps(tmp_path / "in")}
    assert [row["p_value"] for row in found.values()] == pytest.approx([2 / 2**5, 2 / 2**8, 1.0, 2 / 2**8])
    assert found["a", "composed"]["p_holm"] == pytest.approx(2 * 2 / 2**8)
    assert found["a", "shifted"]["p_holm"] == pytest.approx(2 / 2**5)
    assert found["b", "shifted"]["p_holm"] == 1.0


def hops_task() -> Task:
    chains = [
        ("++", "+", "+"),
        ("++", "-", "-"),
        ("++", "-", "-"),
        ("+-", "+", "-"),
        ("--", "-", "-"),
        ("++", "+", "-"),
    ]
    words = {"+": "correct", "-": "incorrect"}
    families = {
        f"gap_hops/chain_{number}": [
            Reply("static", words[parts[0]], part="hop_1"),
            Reply("static", words[parts[1]], part="hop_2"),
            Reply("composed", words[composed]),
            Reply("null_bridge", words[bridge]),
        ]
        for number, (parts, composed, bridge) in enumerate(chains)
    }
    return Task("gap_hops", families, ["composed"], ["null_bridge"])


def test_composition_is_counted_over_families_whose_every_part_is_right(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", hops_task())
    (row,) = gaps(tmp_path / "in")
    assert row["static"] == pytest.approx(4 / 6)
    assert row["compositionality_gap"] == pytest.approx(2 / 4)
    assert row["right_without_parts"] == pytest.approx(1 / 2)
    assert row["guessable"] == pytest.approx(1 / 6)
    assert row["compositionality_gap_unguessable"] == pytest.approx(2 / 3)
    assert row["controls"] == {"null_bridge": pytest.approx(1 / 6)}
    assert row["null_gap"] is row["net_gap"] is None
    markdown, html = pages(tmp_path / "in", tmp_path / "out")
    assert re.search(r"\| null_bridge +\| 6 +\| 16\.7 +\| 66\.7 ", markdown)
    assert "no null control was asked" in markdown
    assert "Controls" in html


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from("+-?/.")] * 3), min_size=1, max_size=12), st.data())
def test_every_number_is_in_range_and_follows_from_the_verdicts(
    tmp_path_factory: pytest.TempPathFactory, families: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    tmp_path = tmp_path_factory.mktemp("law")
    static = "".join(data.draw(st.sampled_from("+-?/")) for _ in families)
    again, first, second = ("".join(arm) for arm in zip(*families, strict=True))
    write_run(tmp_path / "in", "m", math_task(static=static, again=again, functional=f"{first},{second}"))
    (row,) = gaps(tmp_path / "in")
    pairs = []
    for one, *drawn in zip(static, first, second, strict=True):
        asked = [letter for letter in drawn if letter != "."]
        if asked:
            pairs.append((one == "+", asked.count("+") / len(asked)))
    assert row["families"] == len(pairs)
    if pairs:
        assert row["static"] == pytest.approx(sum(one for one, _ in pairs) / len(pairs))
        assert row["variant"] == pytest.approx(sum(two for _, two in pairs) / len(pairs))
        gap = row["static"] - row["variant"]
        assert row["gap_lowest"] <= min(gap, row["gap_unscored_right"]) + 1e-12
        assert row["gap_highest"] >= max(gap, row["gap_unscored_right"]) - 1e-12
    for name, value in row.items():
        if isinstance(value, float) and name.startswith(("relative_gap_low", "relative_gap_high")):
            assert math.isfinite(value)
        elif isinstance(value, float) and name != "minimum_detectable_gap" and not name.startswith("relative_gap"):
            assert -1 <= value <= 1, name
            assert value >= 0 or name not in SHARES
    for name in ("gap", "null_gap", "net_gap", "relative_gap", "relative_gap_all"):
        if row[name] is not None:
            assert row[f"{name}_low"] <= row[name] <= row[f"{name}_high"]


def test_bounds_count_replies_without_a_verdict_both_ways(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++-?", again="++++", functional="+?-+"))
    (row,) = gaps(tmp_path / "in")
    assert (row["static"], row["variant"], row["gap"]) == (0.5, 0.5, 0)
    assert row["gap_unscored_right"] == 0
    assert (row["gap_lowest"], row["gap_highest"]) == (-0.25, 0.25)
    markdown, html = pages(tmp_path / "in", tmp_path / "out")
    # of four variant replies, two are right and one has no answer, as of the static ones
    assert re.search(r"\| functional +\| 4 +\| 50\.0 \(0\.0\) +\| 25\.0 \(0\.0\) +\| 25\.0 \(0\.0\)", markdown)
    assert re.search(r"\| again +\| 4 +\| 100\.0 \(50\.0\) +\| 0\.0 \(-25\.0\) +\| 0\.0 \(-25\.0\)", markdown)
    assert "no answer %" in html


def test_a_family_whose_gold_cannot_be_read_is_dropped_aloud(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="+++-", again="++++", functional="+-!-"))
    (row,) = gaps(tmp_path / "in")
    assert (row["families"], row["families_dropped"], row["static"]) == (3, 1, pytest.approx(2 / 3))
    assert "1 families were DROPPED" in row["warnings"][0]
    assert "gap_math/family_002" in row["warnings"][0]
    for page in pages(tmp_path / "in", tmp_path / "out"):
        assert "DROPPED" in page


def test_a_variant_that_no_family_has_keeps_its_row(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++", again="++", functional=".."))
    (row,) = gaps(tmp_path / "in")
    assert row["families"] == 0
    assert row["gap"] is row["static"] is row["p_holm"] is row["unscored_variant"] is None
    assert "no family was asked" in row["warnings"][0]


# What a reader is warned of


@pytest.mark.parametrize(
    ("arms", "warning"),
    [
        ({"static": "+" * 40, "functional": "+" * 39 + "?"}, "could not be judged: 0.0% of the static items, 2.5%"),
        ({"static": "+" * 39 + "?", "functional": "+" * 40}, "could not be judged: 2.5% of the static items, 0.0%"),
        ({"static": "+" * 50, "functional": "+" * 49 + "/"}, "cut off: 0.0% of the static items, 2.0%"),
        ({"static": "+" * 49 + "/", "functional": "+" * 50}, "cut off: 2.0% of the static items, 0.0%"),
        ({"static": "+" + "-" * 29, "functional": "-" * 30}, "static accuracy is 3.3%"),
        (
            {"static": "+" * 30, "identity": "+" * 29 + "-"},
            "identity control failed: do not trust this run (1 families",
        ),
        ({"static": "+-" * 15, "identity": "-+" + "+-" * 14}, "identity control: 2 families were judged differently"),
        ({"static": "+" * 20, "functional": "+" * 20}, "only 20 families: a gap below"),
        (
            {"static": "+" * 12, "again": "-" * 9 + "+++", "functional": "+" * 12},
            "wording alone moves accuracy by 75.0",
        ),
        ({"static": "+", "functional": "-"}, "one family has no interval"),
    ],
)
def test_warnings(tmp_path: Path, arms: dict[str, str], warning: str) -> None:
    write_run(tmp_path / "in", "m", math_task(**arms))
    (row,) = gaps(tmp_path / "in")
    assert any(warning in text for text in row["warnings"]), row["warnings"]


def test_a_sound_run_has_no_warning(tmp_path: Path) -> None:
    write_run(
        tmp_path / "in", "m", math_task(static="+" * 160 + "-" * 40, again="+" * 160 + "-" * 40, functional="+-" * 100)
    )
    (row,) = gaps(tmp_path / "in")
    assert row["warnings"] == []
    assert "Warnings" not in "".join(pages(tmp_path / "in", tmp_path / "out"))


def test_identity_among_the_controls_is_checked_too(tmp_path: Path) -> None:
    families = verdicts("gap_math", "+" * 8, functional="-" * 8, identity="+" * 7 + "-")
    write_run(tmp_path / "in", "m", Task("gap_math", families, ["functional"], ["identity"]))
    (row,) = gaps(tmp_path / "in")
    assert any("do not trust this run" in text for text in row["warnings"])


def test_what_is_said_of_several_conditions_is_said_once(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="-" * 30, space="-" * 30, case="-" * 30))
    markdown, _ = pages(tmp_path / "in", tmp_path / "out")
    assert markdown.count("static accuracy is 0.0%") == 1
    assert markdown.count("few families") == 1


def test_different_snapshots_and_partial_runs_are_noted(tmp_path: Path) -> None:
    task = math_task()
    write_run(tmp_path / "in", "a", task)
    write_run(
        tmp_path / "in", "b", Task(**{**_fields(task), "metadata": {"snapshot_sha256": "cd" * 32, "families": 99}})
    )
    markdown, html = pages(tmp_path / "in", tmp_path / "out")
    for page in (markdown, html):
        assert "gap_math: models were asked different snapshots" in page
        assert "b, gap_math: 10 of 99 families were asked" in page


def _fields(task: Task) -> dict[str, Any]:
    return {name: getattr(task, name) for name in task.__dataclass_fields__}


# Which runs are read


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


# Input that cannot be trusted

Edit = Callable[[list[dict[str, Any]]], object]


def _item(rows: list[dict[str, Any]], **changes: object) -> None:
    rows[1]["doc"]["items"][0].update(changes)


BAD_ROWS: dict[str, tuple[Edit, str]] = {
    "doc": (lambda rows: rows[1].pop("doc"), "line 2: field doc is missing; expected an object"),
    "family": (lambda rows: rows[1]["doc"].pop("family"), "line 2: field doc.family is missing; expected a string"),
    "other probe": (
        lambda rows: rows[1]["doc"].update(family="gap_x/y"),
        "doc.family is 'gap_x/y'; expected a family of",
    ),
    "strata": (lambda rows: rows[1]["doc"].update(strata=[]), "field doc.strata is []; expected an object"),
    "items": (lambda rows: rows[1]["doc"].update(items={}), "field doc.items is {}; expected a list"),
    "no items": (
        lambda rows: (rows[1]["doc"].update(items=[]), rows[1].update(resps=[])),
        "no item whose condition is 'st",
    ),
    "item": (lambda rows: rows[1]["doc"]["items"].__setitem__(0, 3), "field doc.items[0] is 3; expected an object"),
    "condition": (lambda rows: _item(rows, condition="odd"), "doc.items[0].condition is 'odd'; expected one of static"),
    "list": (lambda rows: _item(rows, condition=["static"]), "doc.items[0].condition is ['static']; expected a string"),
    "gold": (lambda rows: _item(rows, gold=5), "field doc.items[0].gold is 5; expected a string"),
    "snapshot": (lambda rows: _item(rows, snapshot=None), "field doc.items[0].snapshot is None; expected a string"),
    "no score": (
        lambda rows: rows[1]["doc"]["items"][0].pop("score"),
        "doc.items[0].score is missing; expected an object (a run with --predict_only",
    ),
    "no status": (
        lambda rows: _item(rows, score={}),
        "field doc.items[0].score.status is missing; expected one of correct,",
    ),
    "status": (
        lambda rows: _item(rows, score={"status": "right"}),
        "score.status is 'right'; expected one of correct,",
    ),
    "status list": (lambda rows: _item(rows, score={"status": []}), "score.status is []; expected one of correct,"),
    "few replies": (lambda rows: rows[1]["resps"].pop(), "line 2: field resps holds 3 replies; expected 4"),
    "no resps": (lambda rows: rows[1].pop("resps"), "line 2: field resps is missing; expected a list"),
    "bare reply": (
        lambda rows: rows[1]["resps"].__setitem__(2, "5"),
        "field resps[2] is '5'; expected a list of strings",
    ),
    "twice": (
        lambda rows: rows.append(rows[0]),
        "line 11: field doc.family: 'gap_math/family_000' stands here a second",
    ),
    "same item": (
        lambda rows: _item(rows, condition="again"),
        "field doc.items[1]: a second item of ('again', '', '')",
    ),
    "no hash": (lambda rows: rows[1].pop("doc_hash"), "line 2: field doc_hash is missing; expected a string"),
    "cut between rows": (lambda rows: rows.pop(), "its 9 rows are not those that"),
    "rows swapped": (lambda rows: rows.reverse(), "half-written, edited, or of another run"),
    "no rows": (lambda rows: rows.clear(), "no rows; expected one for each family"),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a run and its report."""
    folder = tmp_path_factory.mktemp("sound")
    write_run(folder / "in", "m", math_task())
    build([folder / "in"], folder / "out")
    return folder


@pytest.fixture
def reported(sound: Path, tmp_path: Path) -> tuple[Path, Path, dict[str, bytes]]:
    """Of a copy: the run's results file, the folder of its report, and the bytes in that."""
    shutil.copytree(sound, tmp_path, dirs_exist_ok=True)
    return tmp_path / "in" / "m" / f"results_{NEW}.json", tmp_path / "out", _content(tmp_path / "out")


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _refused(results: Path, out: Path, before: dict[str, bytes]) -> str:
    with pytest.raises(ReportError) as error:
        build([results.parent], out)
    assert _content(out) == before
    return str(error.value)


@pytest.mark.parametrize("case", BAD_ROWS)
def test_a_bad_row_is_named_and_the_old_report_stays(reported: tuple[Path, Path, dict[str, bytes]], case: str) -> None:
    results, out, before = reported
    edit, expected = BAD_ROWS[case]
    samples = samples_path(results, "gap_math")
    rows = [json.loads(line) for line in samples.read_text().splitlines()]
    edit(rows)
    samples.write_text("".join(json.dumps(row) + "\n" for row in rows))
    message = _refused(results, out, before)
    assert message.startswith(str(samples))
    assert expected in message


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda data: data[:-30], "line 10: not valid JSON, half-written or damaged"),
        (lambda data: data.replace(b"correct", b"corr\xff", 1), "line 1: not valid JSON"),
        (lambda data: data.replace(b"\n", b"\n[1]\n", 1), "line 2: expected an object"),
        (lambda data: b"[" * 100_000 + b"\n" + data, "line 1: not valid JSON"),
        (lambda data: b'{"doc": ' + b"9" * 9_999 + b"}\n" + data, "line 1: not valid JSON"),
    ],
)
def test_damaged_bytes_are_named(
    reported: tuple[Path, Path, dict[str, bytes]], damage: Callable[[bytes], bytes], expected: str
) -> None:
    results, out, before = reported
    samples = samples_path(results, "gap_math")
    samples.write_bytes(damage(samples.read_bytes()))
    message = _refused(results, out, before)
    assert message.startswith(str(samples))
    assert expected in message


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"configs"', '"config_s"', "field configs is missing"),
        ('"variants": [', '"variants": 3, "x": [', "configs.gap_math.metadata.variants is 3; expected a list of names"),
        (
            '"seed": 7,\n          "families"',
            '"seed": "7",\n          "families"',
            "metadata.seed is '7'; expected int",
        ),
        (f'"{SHA}"', "12", "metadata.snapshot_sha256 is 12; expected str"),
        ("}", "", "not valid JSON"),
    ],
)
def test_bad_results_are_named(
    reported: tuple[Path, Path, dict[str, bytes]], old: str, new: str, expected: str
) -> None:
    results, out, before = reported
    text = json.dumps(json.loads(results.read_text()), indent=2)
    text = text.replace('"seed": 7,\n        "families"', '"seed": 7,\n          "families"')
    assert old in text
    results.write_text(text.replace(old, new))
    message = _refused(results, out, before)
    assert message.startswith(str(results))
    assert expected in message


def test_blank_lines_are_no_rows(reported: tuple[Path, Path, dict[str, bytes]]) -> None:
    results, out, before = reported
    samples = samples_path(results, "gap_math")
    samples.write_text(samples.read_text().replace("\n", "\n\n"))
    build([results.parent], out)
    assert _content(out) == before


def test_an_out_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task())
    (tmp_path / "out").write_text("a file")
    with pytest.raises(ReportError, match="the report cannot be written"):
        build([tmp_path / "in"], tmp_path / "out")


def test_a_folder_in_the_place_of_a_file_changes_nothing(reported: tuple[Path, Path, dict[str, bytes]]) -> None:
    results, out, before = reported
    (out / "report.html").unlink()
    (out / "report.html").mkdir()
    with pytest.raises(ReportError, match=r"report\.html: the report cannot be written"):
        build([results], out)
    (out / "report.html").rmdir()
    assert _content(out) == {name: data for name, data in before.items() if name != "report.html"}


def test_other_files_in_out_are_left_alone(tmp_path: Path) -> None:
    write_run(tmp_path / "both", "m", math_task())
    (tmp_path / "both" / "notes.txt").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    build([tmp_path / "both"], tmp_path / "both")
    again = build([tmp_path / "both"], tmp_path / "both")
    assert set(tmp_path.rglob("*")) - set(before) == {again.json, again.csv, again.markdown, again.html}


# The files


class _Page(HTMLParser):
    """Elements, their attributes, text; fails where tags do not nest."""

    VOID = frozenset({"meta", "br", "use", "path"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = (
    "<script>alert(1)</script> ]]> <!-- --> {{ 7*7 }} </div></details> \x00\x1b[31m\x9b\u202egnorw &amp; $x_1$ \ud800"
)
MODEL = 'org/<b>"m" $x^{2$ | `rm` [a](b)\x07'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> ReportFiles:
    tmp_path = tmp_path_factory.mktemp("hostile")
    families = {
        f"gap_math/<i>{number}": [
            Reply("static", question=HOSTILE[:-1], gold="<u>5</u>", text=HOSTILE[:-1]),
            Reply("functional", "incorrect", question=HOSTILE[:-1], extracted="<s>4", text=HOSTILE[:-1]),
            Reply("<q>$a_b$", "truncated", extracted=None, text="x" * 20_000),
        ]
        for number in range(8)
    }
    strata = {name: {"<kbd>key": f"<tt>$\\frac{{1}} {number % 2}"} for number, name in enumerate(families)}
    task = Task("gap_math", families, ["functional", "<q>$a_b$"], strata=strata)
    write_run(tmp_path / "in", MODEL, task)
    return build([tmp_path / "in"], tmp_path / "out")


def test_what_models_write_is_shown_and_never_run(hostile: ReportFiles) -> None:
    html = hostile.html.read_text("utf-8")
    page = _Page(html)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "b", "i", "u", "s", "q", "kbd", "tt", "iframe", "img", "object", "link"}
    assert not [attributes for _, attributes in page.tags if any(name.startswith("on") for name in attributes)]
    assert "<script>alert(1)</script> ]]> <!-- --> {{ 7*7 }} </div></details>" in page.text
    assert "<u>5</u>" in page.text
    assert "12,000 more characters" in page.text
    assert "$x_1$" in page.text
    for text in (html, hostile.markdown.read_text("utf-8"), hostile.csv.read_text("utf-8")):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text)


def test_dollar_signs_in_labels_are_no_formulas(hostile: ReportFiles) -> None:
    html = hostile.html.read_text("utf-8")
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", html)
    assert "&lt;q&gt;$a_b$" in texts
    assert any("&lt;tt&gt;$\\frac{1} 0" in text for text in texts)


def test_the_page_loads_nothing(hostile: ReportFiles) -> None:
    html = hostile.html.read_text("utf-8")
    assert "://" not in html
    assert "@import" not in html
    for tag, attributes in _Page(html).tags:
        for name in ("src", "href", "xlink:href", "action", "data"):
            assert (attributes.get(name) or "#").startswith("#"), tag
    ids = [attributes["id"] for _, attributes in _Page(html).tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    pointed = set(re.findall(r'(?:href="|url\()#([^")]+)', html))
    assert pointed <= set(ids)


def test_every_figure_says_what_it_shows(hostile: ReportFiles) -> None:
    figures = [attributes for tag, attributes in _Page(hostile.html.read_text("utf-8")).tags if tag == "svg"]
    assert len(figures) == 4
    for attributes in figures:
        assert attributes["role"] == "img"
        assert len(attributes["aria-label"] or "") > 30


def test_markdown_tables_hold_together(hostile: ReportFiles) -> None:
    lines = hostile.markdown.read_text("utf-8").splitlines()
    for first, second in pairwise(lines):
        if first.startswith("|") and second.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", first)) == len(re.findall(r"(?<!\\)\|", second))
    assert "alert(1)" not in "".join(lines)


def test_csv_and_json_say_the_same(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "org/a,b", hops_task(), math_task())
    files = build([tmp_path / "in"], tmp_path / "out")
    written = json.loads(files.json.read_text("utf-8"), parse_constant=pytest.fail)
    with files.csv.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    assert len(table) == len(written) == 2
    for row, line in zip(written, table, strict=True):
        assert list(row) == list(line) == list(COLUMNS)
        for name, value in row.items():
            if value is None:
                assert line[name] == ""
            else:
                assert (value if isinstance(value, str) else json.loads(line[name])) == (
                    line[name] if isinstance(value, str) else value
                )


def test_two_builds_are_equal_byte_for_byte(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", hops_task(), math_task(static=STATIC, functional="++/?------"))
    build([tmp_path / "in"], tmp_path / "one")
    with mpl.rc_context({"font.size": 30, "svg.fonttype": "path", "axes.facecolor": "red"}):
        build([tmp_path / "in"], tmp_path / "two")
    assert _content(tmp_path / "one") == _content(tmp_path / "two")
    assert set(_content(tmp_path / "one")) == {"gaps.json", "gaps.csv", "report.md", "report.html"}


def test_building_leaves_matplotlib_as_it_was(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task())
    before = dict(mpl.rcParams)
    build([tmp_path / "in"], tmp_path / "out")
    assert dict(mpl.rcParams) == before


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, gap_tasks.report; heavy = {'matplotlib', 'numpy', 'scipy', 'pandas', 'jinja2', 'lm_eval'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Strata, examples, provenance


def test_gaps_by_stratum(tmp_path: Path) -> None:
    families = verdicts("gap_math", "+++++---", again="++++++++", functional="----+---")
    levels = {name: {"level": "10" if number < 4 else "9", "all": "same"} for number, name in enumerate(families)}
    write_run(tmp_path / "in", "m", Task("gap_math", families, strata=levels))
    markdown, html = pages(tmp_path / "in", tmp_path / "out")
    found = re.findall(r"\| level +\| (\d+) +\| functional +\| (\d) +\| (\S+) ", markdown)
    assert found == [("9", "4", "0.0"), ("10", "4", "100.0")]
    assert "| all " not in markdown
    assert "by level" in html


def test_many_labels_and_many_variants_are_put_together(tmp_path: Path) -> None:
    names = ["identity", "case", "space", "swap", "words"]
    arms = {**dict.fromkeys(names, "+" * 20 + "-" * 20), "identity": "+" * 40}
    families = verdicts("gap_math", "+" * 40, **arms)
    years = {name: {"year": str(1980 + min(number, 30))} for number, name in enumerate(families)}
    write_run(tmp_path / "in", "m", Task("gap_math", families, names, strata=years))
    markdown, _ = pages(tmp_path / "in", tmp_path / "out")
    found = re.findall(r"\| year +\| (.+?) +\| all variants +\| (\d+) +\| (\S+) ", markdown)
    assert len(found) == 13
    assert found[-1][:2] == ("19 others", "19")
    assert sum(int(count) for _, count, _ in found) == 40
    assert ("2010", "10", "100.0") in found


def test_labels_that_only_some_families_have(tmp_path: Path) -> None:
    families = verdicts("gap_math", "++++", functional="--++")
    names = list(families)
    strata = {names[0]: {"era": "x"}, names[1]: {"era": "y"}, names[2]: {"era": "y"}, names[3]: {"subject": "s"}}
    write_run(tmp_path / "in", "m", Task("gap_math", families, strata=strata))
    markdown, _ = pages(tmp_path / "in", tmp_path / "out")
    assert re.findall(r"\| era +\| (\w+) +\| functional +\| (\d)", markdown) == [("x", "1"), ("y", "2")]
    assert "None" not in markdown


def test_examples_are_few_and_of_every_variant(tmp_path: Path) -> None:
    arms = {"static": "+" * 20, "shifted": "-" * 20, "composed": "+" * 10 + "-" * 10}
    write_run(tmp_path / "in", "m", math_task(**arms))
    _, html = pages(tmp_path / "in", tmp_path / "out")
    shown = re.findall(r'class="example">\s*<p class="role">gap_math/family_(\d+)</p>', html)
    assert shown == ["000", "010", "001", "011", "002"]
    assert "There is no such family" not in html


def test_a_run_without_a_fall_has_no_example(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++--", again="----", functional="++--"))
    _, html = pages(tmp_path / "in", tmp_path / "out")
    assert "There is no such family" in html
    assert "Every reply of this run was judged" in html


def test_how_it_was_run_is_told_without_model_args(tmp_path: Path) -> None:
    results = write_run(tmp_path / "in", "m", math_task())
    text = results.read_text().replace('"pretrained": "m"', '"pretrained": "m", "api_key": "sk-secret"')
    results.write_text(text)
    for page in pages(tmp_path / "in", tmp_path / "out"):
        for told in (SHA, NEW, "snapshots 2", "lm-eval-gap 0.1.0", "lm_eval 0.4.13", "4096", "vllm"):
            assert told in page
        assert "sk-secret" not in page


# Words


@given(st.text(), st.integers(1, 50))
def test_plain_text_holds_no_control_character_and_no_more_than_asked(text: str, limit: int) -> None:
    shown = plain(text, limit)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)
    assert len(shown) <= limit + len("… ( more characters)") + 10
    assert "\n" not in label(text)
    assert label(label(text)) == label(text)


@pytest.mark.parametrize(
    ("name", "limit", "short"),
    [
        ("org/model", 9, "org/model"),
        ("runs/a/step-100", 11, "…/step-100"),
        ("runs/a/step-100", 14, "…/a/step-100"),
        ("a-name-of-no-folder", 8, "a-n…lder"),
        ("ends/with/a/slash/", 5, "en…h/"),
    ],
)
def test_names_are_shortened(name: str, limit: int, short: str) -> None:
    assert shorten(name, limit) == short
    assert len(short) <= limit


@pytest.mark.parametrize(("value", "text"), [(0.125, "12.5"), (-0.00001, "0.0"), (-0.1, "-10.0"), (1.0, "100.0")])
def test_percent(value: float, text: str) -> None:
    assert percent(value) == text


@given(st.lists(st.text(alphabet="ab019²٣ ", max_size=6)))
def test_natural_order_takes_any_labels(labels: list[str]) -> None:
    assert Counter(sorted(labels, key=natural)) == Counter(labels)
    assert sorted(["level 10", "level 9", "x"], key=natural) == ["level 9", "level 10", "x"]

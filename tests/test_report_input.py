"""Damaged input is named, and the report that was there stays."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from report_fixtures import (
    NEW,
    SHA,
    content,
    math_task,
    samples_path,
    write_run,
)

from gap_tasks.report import ReportError, build

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
    return tmp_path / "in" / "m" / f"results_{NEW}.json", tmp_path / "out", content(tmp_path / "out")


def _refused(results: Path, out: Path, before: dict[str, bytes]) -> str:
    with pytest.raises(ReportError) as error:
        build([results.parent], out)
    assert content(out) == before
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
    assert content(out) == before


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
    assert content(out) == {name: data for name, data in before.items() if name != "report.html"}

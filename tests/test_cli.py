"""lm-gap's commands as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import RUNNABLE

from gap_tasks import core
from gap_tasks.cli import main


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


def test_list_as_table_and_json(runner: CliRunner) -> None:
    table = runner.invoke(main, ["list"])
    assert table.exit_code == 0
    assert all(name in table.output for name in core.probes())
    rows = json.loads(runner.invoke(main, ["list", "--json"]).output)
    assert [row["probe"] for row in rows] == list(core.probes())
    assert all(row["families"] == len(core.probe(row["probe"]).families()) for row in rows)


@pytest.mark.parametrize("name", RUNNABLE)
def test_show_prints_questions_and_golds(runner: CliRunner, name: str) -> None:
    result = runner.invoke(main, ["show", name, "--families", "3", "--seed", "5"])
    assert result.exit_code == 0, result.output
    families = core.probe(name).families({"seed": 5})
    for family in families[:3]:
        assert all(item.question in result.output and item.gold in result.output for item in family.items)
    assert core.fingerprint(families) in result.output
    assert families[3].id not in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "gap_moths"],
        ["show", "gap_math", "--families", "0"],
        ["show", "gap_math", "--option", "snapshots"],
        ["show", "gap_math", "--option", "snapshots=0"],
        ["show", "gap_math", "--option", "colour=3"],
        ["report", "nowhere", "--out", "x"],
        ["report"],
        ["bogus"],
    ],
)
def test_bad_usage_exits_with_2(runner: CliRunner, arguments: list[str]) -> None:
    result = runner.invoke(main, arguments)
    assert result.exit_code == 2
    assert "Error" in result.output


def test_report_on_nothing_is_a_clear_error(runner: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    result = runner.invoke(main, ["report", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert str(tmp_path / "in") in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["list", "show", "report", "grade"])
def test_help_has_examples(runner: CliRunner, command: str) -> None:
    result = runner.invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert f"lm-gap {command}" in result.output.split("Examples:")[1]


def test_run_shows_lm_evals_own_help(capfd: pytest.CaptureFixture[str]) -> None:
    result = CliRunner().invoke(main, ["run", "--help"])
    assert result.exit_code == 0
    assert "--model_args" in result.output + capfd.readouterr().out


def test_probe_names_complete(runner: CliRunner) -> None:
    environment = {"_LM_GAP_COMPLETE": "bash_complete", "COMP_WORDS": "lm-gap show gap_st", "COMP_CWORD": "2"}
    result = runner.invoke(main, [], prog_name="lm-gap", env=environment)
    assert "gap_stress_math" in result.output


def test_grade_says_what_was_taken_and_why(runner: CliRunner) -> None:
    result = runner.invoke(main, ["grade", "--gold", "3/4", "--reply", "-"], input="So it is.\nThe answer is 0.75.")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[0].split() == ["status", "correct"]
    assert "0.75" in result.output
    assert "answer phrase" in result.output
    wrong = runner.invoke(main, ["grade", "--gold", "EUR", "--scorer", "code", "--reply", "-"], input="USD")
    assert wrong.output.splitlines()[0].split() == ["status", "incorrect"]


def test_grade_in_bulk_keeps_fields_and_names_bad_rows(runner: CliRunner, tmp_path: Path) -> None:
    rows = [
        '{"id": 1, "gold": "12", "response": "The answer is 12."}',
        '{"id": 2, "gold": "12"}',
        "",
        '{"id": 3, "gold": "EUR", "response": "The answer is euro.", "scorer": "code", "aliases": ["euro"]}',
        '{"id": 4, "gold": "1", "response": "1", "scorer": "prose"}',
        '{"id": 5, "gold": "1", "resp',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    result = runner.invoke(main, ["grade", "--jsonl", f"{tmp_path}/in.jsonl", "--out", f"{tmp_path}/out.jsonl"])
    assert result.exit_code == 1
    for line, what in ((2, "response is missing"), (5, "scorer is 'prose'"), (6, "not valid JSON")):
        assert f"in.jsonl, line {line}: " in result.output
        assert what in result.output
    graded = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [(row["id"], row["status"], row["extracted"]) for row in graded] == [
        (1, "correct", "12"),
        (3, "correct", "euro"),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--gold", "1"],
        ["--gold", "1", "--reply", "-", "--out", "x"],
        ["--jsonl", "IN", "--gold", "1"],
        ["--jsonl", "IN", "--out", "IN"],
        ["--jsonl", "nowhere.jsonl"],
        ["--gold", "1", "--reply", "-", "--scorer", "prose"],
    ],
)
def test_grade_bad_usage_exits_with_2(runner: CliRunner, tmp_path: Path, arguments: list[str]) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"gold": "1", "response": "1"}\n')
    result = runner.invoke(main, ["grade", *(str(source) if part == "IN" else part for part in arguments)])
    assert result.exit_code == 2
    assert source.read_text() == '{"gold": "1", "response": "1"}\n'


def test_grade_with_the_cas_settles_what_cannot_be_read(runner: CliRunner, tmp_path: Path) -> None:
    reply = "The answer is $\\sum_{k=1}^{10} k$."
    plain = runner.invoke(main, ["grade", "--gold", "55", "--reply", "-"], input=reply)
    assert plain.output.split()[:2] == ["status", "unparseable"]
    settled = runner.invoke(main, ["grade", "--gold", "55", "--reply", "-", "--cas"], input=reply)
    assert settled.output.split()[:2] == ["status", "correct"], settled.output
    (tmp_path / "in.jsonl").write_text(json.dumps({"gold": "54", "response": reply}) + "\n")
    result = runner.invoke(main, ["grade", "--jsonl", f"{tmp_path}/in.jsonl", "--out", f"{tmp_path}/o", "--cas"])
    assert result.exit_code == 0, result.output
    assert json.loads((tmp_path / "o").read_text())["status"] == "incorrect"

"""lm-gap's commands as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

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


@pytest.mark.parametrize("name", core.probes())
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


@pytest.mark.parametrize("command", ["list", "show", "report"])
def test_help_has_examples(runner: CliRunner, command: str) -> None:
    result = runner.invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert f"Examples:\n  lm-gap {command}" in result.output


def test_run_shows_lm_evals_own_help(capfd: pytest.CaptureFixture[str]) -> None:
    result = CliRunner().invoke(main, ["run", "--help"])
    assert result.exit_code == 0
    assert "--model_args" in result.output + capfd.readouterr().out


def test_probe_names_complete(runner: CliRunner) -> None:
    environment = {"_LM_GAP_COMPLETE": "bash_complete", "COMP_WORDS": "lm-gap show gap_st", "COMP_CWORD": "2"}
    result = runner.invoke(main, [], prog_name="lm-gap", env=environment)
    assert "gap_stress_math" in result.output

"""A fixed slice of the fuzz run that `fuzz_grading` does at length; about ten seconds."""

from __future__ import annotations

import json
import time
from random import Random

import pytest
from fuzz_grading import TARGETS, check_score, run_block, table
from fuzz_inputs import GENERATORS, corpus, draw, draw_text

from scorers import SCORERS, Score

KNOWN = corpus()


@pytest.mark.parametrize("block", range(3))
def test_a_slice_finds_nothing(block: int) -> None:
    result = run_block(20241124, block, size=8_000, known=KNOWN)
    assert result.findings == []
    assert set(result.inputs) == set(TARGETS)
    assert result.inputs.total() == 8_000


def test_inputs_are_a_function_of_the_seed_and_vary() -> None:
    drawn = [draw(Random("fuzz/1/0"), KNOWN, "number") for _ in range(2)]
    assert drawn[0] == drawn[1]
    rng = Random("fuzz/1/1")
    texts = [draw_text(rng, KNOWN) for _ in range(3_000)]
    assert {name for name, _ in texts} == set(GENERATORS)
    assert len({text for _, text in texts}) > 2_500
    assert max(len(text) for _, text in texts) >= 3_900


def test_the_verdicts_reached_are_varied() -> None:
    """A fuzz run whose inputs all end in `no_answer` would prove nothing."""
    result = run_block(7, 0, size=8_000, known=KNOWN)
    for scorer in SCORERS:
        reached = {key.split(": ")[1] for key in result.statuses if key.startswith(f"grade {scorer}: ")}
        assert reached >= {"correct", "incorrect", "no_answer", "truncated"}
        assert result.statuses[f"gold {scorer}: gold"] > 10


def test_a_broken_law_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(reply: str, gold: str) -> str:
        return check_score(Score("correct", None, "box", "Because.")).status

    monkeypatch.setitem(TARGETS, "extract", broken)
    result = run_block(1, 0, size=300, known=KNOWN)
    assert result.findings
    assert {finding["target"] for finding in result.findings} == {"extract"}
    assert "evidence" in result.findings[0]["error"]


def test_an_input_that_hangs_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(reply: str, gold: str) -> str:
        time.sleep(60)
        return gold

    monkeypatch.setitem(TARGETS, "extract", hang)
    monkeypatch.setattr("fuzz_grading.HANG", 0.2)
    monkeypatch.setattr("fuzz_grading._WEIGHTS", [name == "extract" for name in TARGETS])
    result = run_block(1, 0, size=2, known=KNOWN)
    assert [finding["error"] for finding in result.findings] == ["HangError: more than 0.2 s"] * 2


def test_the_table_counts_all_inputs() -> None:
    results = [json.loads(json.dumps(vars(run_block(1, block, size=200, known=KNOWN)))) for block in range(2)]
    lines = [line.split() for line in table(results).splitlines()]
    assert ["inputs", "400"] in lines
    assert ["findings", "0"] in lines

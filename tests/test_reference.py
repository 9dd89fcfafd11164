"""Reference models: corpora keep apart what must stay apart, and models trained on them have the gap they must."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import BIN, execute
from hypothesis import given
from hypothesis import strategies as st

from gap_tasks import core
from gap_tasks.cli import main
from gap_tasks.functional.problem import problems
from gap_tasks.reference import corpus, learnt, measure
from gap_tasks.reference.steps import Traced, steps, traced
from gap_tasks.report import build
from scorers import grade

MINIATURE = ("equal_exponent", "limiting_value", "root_product", "round_table", "trigonometric_solutions")
"""Problems that two layers learn in a few hundred batches."""

_STEP = re.compile(r"(-?\d+)([-+*/%^])(-?\d+)=(-?\d+)")
_OPERATIONS: dict[str, Any] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "^": lambda a, b: a**b,
}


def _all_right(lines: list[str]) -> bool:
    return all(
        (step := _STEP.fullmatch(line)) is not None and _OPERATIONS[step[2]](int(step[1]), int(step[3])) == int(step[4])
        for line in lines
    )


@given(st.integers(-500, 500), st.integers(-99, 99), st.integers(1, 60))
def test_steps_are_right_and_end_with_the_value(a: int, b: int, c: int) -> None:
    x, y, z = (Traced.of(value) for value in (a, b, c))
    for value, expected in (
        ((x + 3 * y) * z - y, (a + 3 * b) * c - b),
        (abs(x) // z + x % z, abs(a) // c + a % c),
        (-(y**3) - 7, -(b**3) - 7),
    ):
        assert value == expected
        lines = steps(value)
        assert lines is not None
        assert _all_right(lines), lines
        assert not lines or lines[-1].endswith(f"={expected}")


def test_steps_of_a_fraction_give_both_its_parts() -> None:
    lines = steps(Fraction(Traced.of(6) * 4, Traced.of(9) * 4))
    assert lines is not None
    assert _all_right(lines)
    assert {"6*4=24", "9*4=36"} <= set(lines)


def test_a_search_has_no_worked_steps() -> None:
    total = Traced.of(0)
    for number in range(1, 40):
        total += Traced.of(number)
    assert steps(total) is None


@pytest.mark.parametrize("problem", problems(), ids=lambda found: found.name)
def test_tracing_changes_no_question_and_no_answer(problem: Any) -> None:
    plain, seen = core.stream("traced", problem.name), core.stream("traced", problem.name)
    for _ in range(20):
        expected, found = problem.attempt(plain), problem.attempt(seen, traced)
        assert (expected is None) == (found is None)
        if expected is not None:
            assert (found.answer.question, found.answer.text) == (expected.answer.question, expected.answer.text)
            assert _all_right(steps(found.answer.gold) or [])


def _questions(groups: corpus.Groups) -> set[str]:
    return {text.question for texts in groups.values() for text in texts}


def _asked(probe: str, *conditions: str) -> set[str]:
    return {
        item.question
        for family in core.probe(probe).families()
        for item in family.items
        if item.condition in conditions
    }


def test_the_memorizer_reads_every_static_item_and_no_variant() -> None:
    read = _questions(corpus.memorizer_texts())
    for name in corpus.EMBEDDED:
        probe = core.probe(name)
        assert _asked(name, core.STATIC) <= read
        # "null_bridge" and a composed question are variants too
        assert not read & _asked(name, *probe.variants, *probe.controls)


def test_the_reasoner_reads_nothing_that_is_asked() -> None:
    names = corpus.candidates()
    groups = corpus.variant_texts(names, most=200)
    assert len(groups) == len(names)
    assert min(map(len, groups.values())) >= corpus.FEWEST_VARIANTS
    held_out = corpus.held_out_texts(names)
    assert not _questions(groups) & _questions(held_out)
    assert not (_questions(groups) | _questions(held_out)) & _asked("gap_math", *core.probe("gap_math").conditions)


def test_drills_are_right() -> None:
    for texts in corpus.drill_texts(most=100).values():
        for text in texts:
            assert _all_right(text.reply.splitlines()), text


def test_a_folder_without_the_table_of_held_out_variants_says_what_writes_it(tmp_path: Path) -> None:
    with pytest.raises(measure.RunError, match=r"held_out\.tsv is missing: `scripts/train-reference"):
        learnt.subset(tmp_path)


def test_the_committed_reasoner_has_learnt_many_problems_and_only_promising_ones() -> None:
    assert len(learnt.subset()) >= 70
    assert set(learnt.subset()) <= set(corpus.promising()) <= {problem.name for problem in problems()}


def test_problems_count_as_learnt_by_their_held_out_variants(tmp_path: Path) -> None:
    (tmp_path / "reference-reasoner").mkdir()
    (tmp_path / "reference-reasoner" / "held_out.tsv").write_text("problem\tright\none\t18\nother\t17\n")
    assert learnt.subset(tmp_path) == ["one"]


def test_one_era_means_one_era() -> None:
    questions = _questions(corpus.era_texts(most=300))
    assert not questions & _asked("gap_time_twins", *core.probe("gap_time_twins").conditions)
    years = {int(year) for question in questions for year in re.findall(r"(?<!\d)\d{4}(?!\d)", question)}
    assert min(years) >= 1900
    assert max(years) < 2100


def test_every_reply_is_graded_right() -> None:
    known = {
        item.question: item
        for name in corpus.EMBEDDED
        for family in core.probe(name).families()
        for item in family.of(core.STATIC)
    }
    for texts in corpus.memorizer_texts().values():
        for text in texts:
            item = known[text.question]
            assert grade(text.reply, item.gold, item.scorer, item.aliases).correct, text


def test_a_larger_leak_holds_the_smaller_one() -> None:
    names = learnt.subset()
    for smaller, larger in ((0, 25), (25, 50), (50, 75), (75, 100)):
        assert set(corpus.leak(names, smaller)[0]) < set(corpus.leak(names, larger)[0])
    leaked, reasoned = corpus.leak(names, 50)
    assert sorted(leaked + reasoned) == sorted(names)
    groups = corpus.mixed_texts(leaked[:3], reasoned[:3], most=20)
    asked = {family.id: family for family in core.probe("gap_math").families()}
    for name in leaked[:3]:
        family = asked[f"gap_math/{name}"]
        assert _questions({name: groups[family.id]}) == {item.question for item in family.of(core.STATIC)}


@pytest.fixture(scope="module")
def miniature(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both models trained on a handful of problems, measured by lm-eval, and reported."""
    pytest.importorskip("torch", reason="training needs the extra [hf]")
    from gap_tasks.reference.train import Size, train

    folder = tmp_path_factory.mktemp("miniature")
    trainings = {
        "memorizer": (corpus.static_texts("gap_math", MINIATURE), 80),
        "reasoner": (corpus.variant_texts(MINIATURE, most=2000), 350),
    }
    for name, (groups, batches) in trainings.items():
        train(groups, folder / name, batches, size=Size(layers=2))
        measure.run(folder / name, "hf", "gap_math", folder / "results", MINIATURE)
    build([folder / "results"], folder / "report")
    return folder


@pytest.mark.engine
def test_a_miniature_memorizer_has_the_gap_and_a_reasoner_has_none(miniature: Path) -> None:
    rows = json.loads((miniature / "report" / "gaps.json").read_text())
    found = {row["model"]: row for row in rows if row["condition"] == "functional"}
    assert found["memorizer"]["families"] == len(MINIATURE)
    assert found["memorizer"]["gap"] > 0.85
    assert found["memorizer"]["gap_low"] > 0
    assert abs(found["reasoner"]["gap"]) <= 0.2
    assert found["reasoner"]["static"] >= 0.8


@pytest.mark.engine
def test_training_is_taken_up_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch", reason="training needs the extra [hf]")
    from safetensors.torch import load_file

    from gap_tasks.reference import train as training

    monkeypatch.setattr(training, "SAVE_EVERY", 4)
    groups = corpus.static_texts("gap_math", MINIATURE)
    size = training.Size(width=64, layers=1, heads=1)
    training.train(groups, tmp_path / "whole", 12, size=size)
    draw = training.Batches.bucket

    def interrupted(batches: Any, index: int) -> Any:
        if index == 1:
            raise KeyboardInterrupt
        return draw(batches, index)

    with monkeypatch.context() as patch:
        patch.setattr(training.Batches, "bucket", interrupted)
        with pytest.raises(KeyboardInterrupt):
            training.train(groups, tmp_path / "resumed", 12, size=size)
    assert (tmp_path / "resumed" / "checkpoint.pt").exists()
    with pytest.raises(ValueError, match="of another training"):
        training.train(groups, tmp_path / "resumed", 12, seed=1, size=size)
    training.train(groups, tmp_path / "resumed", 12, size=size)
    assert not (tmp_path / "resumed" / "checkpoint.pt").exists()
    whole, resumed = (load_file(tmp_path / name / "model.safetensors") for name in ("whole", "resumed"))
    assert whole.keys() == resumed.keys()
    for name, weights in whole.items():
        torch.testing.assert_close(resumed[name], weights)


@pytest.mark.parametrize("name", measure.SHOWN)
def test_committed_models_are_small_and_say_where_they_come_from(name: str) -> None:
    folder = measure.MODELS / name
    assert (folder / "model.safetensors").stat().st_size <= 8_000_000
    provenance = json.loads((folder / "provenance.json").read_text())
    card = (folder / "README.md").read_text()
    assert provenance["corpus_sha256"] in card
    assert str(provenance["seed"]) in card
    if name == "reference-memorizer":
        assert provenance["corpus_sha256"] == corpus.sha256(corpus.memorizer_texts())


@pytest.mark.engine
def test_the_demo_shows_a_gap_and_none(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="the demo needs the extra [hf]")
    done = execute([BIN / "lm-gap", "demo", "--out", tmp_path / "demo"])
    assert done.returncode == 0, done.stdout[-4000:]
    rows = json.loads((tmp_path / "demo" / "report" / "gaps.json").read_text())
    found = {row["model"]: row for row in rows if row["condition"] == "functional"}
    assert found["reference-memorizer"]["gap_low"] > 0.85
    assert found["reference-memorizer"]["static"] >= 0.95
    assert found["reference-reasoner"]["static"] >= 0.9
    assert abs(found["reference-reasoner"]["gap"]) <= 0.05
    assert "report.html" in done.stdout


def test_the_demo_without_weights_says_where_they_come_from(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["demo", "--out", str(tmp_path / "out"), "--models", str(tmp_path)])
    assert result.exit_code != 0
    assert "reference-memorizer, reference-reasoner" in result.output
    assert "scripts/train-reference" in result.output
    assert not (tmp_path / "out").exists()

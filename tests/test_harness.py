"""The task class under lm-eval's own evaluator, in process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import RUNNABLE, harness, succeeded

from gap_tasks import core

lm_eval = pytest.importorskip("lm_eval")


@pytest.fixture(scope="module")
def manager() -> Any:
    from lm_eval.tasks import TaskManager

    from gap_tasks.harness.hook import probes_path

    return TaskManager(include_path=probes_path(), include_defaults=False)


def _evaluate(manager: Any, model: Any = None, **arguments: Any) -> dict[str, Any]:
    from lm_eval import simple_evaluate

    from gap_tasks.harness.sim import GapSim

    results: dict[str, Any] = simple_evaluate(
        model=model or GapSim(), task_manager=manager, bootstrap_iters=0, **{"tasks": ["gap_math"], **arguments}
    )
    return results


@pytest.mark.parametrize("task", RUNNABLE)
def test_every_condition_of_a_family_sees_the_same_exemplars(manager: Any, task: str) -> None:
    results = _evaluate(manager, tasks=[task], num_fewshot=3, limit=6)
    shots_by_family = {}
    for row in results["samples"][task]:
        questions = []
        for prompt, _ in row["arguments"]:
            turns = prompt.split("[Problem]\n")[1:]
            assert len(turns) == 4
            questions.append(tuple(turn.split("\n\n[Solution]")[0] for turn in turns[:3]))
        assert len(set(questions)) == 1
        shots_by_family[row["doc"]["family"]] = questions[0]
    assert len(set(shots_by_family.values())) > 1
    evaluated = {item.question for family in core.probe(task).families() for item in family.items}
    assert not evaluated & {question for shots in shots_by_family.values() for question in shots}


def test_few_shot_answers_follow_the_instruction(manager: Any) -> None:
    row = _evaluate(manager, num_fewshot=2, limit=1)["samples"]["gap_math"][0]
    prompt = row["arguments"][0][0]
    assert prompt.count("\nThe answer is ") == 2
    assert prompt.endswith("[Solution]")
    again = next(i for i, item in enumerate(row["doc"]["items"]) if item["condition"] == "again")
    assert row["doc"]["items"][again]["instruction"] in row["arguments"][again][0]
    assert row["doc"]["items"][0]["instruction"] not in row["arguments"][again][0]


def test_more_exemplars_than_there_are(manager: Any) -> None:
    with pytest.raises(ValueError, match="--num_fewshot 5000: this probe has"):
        _evaluate(manager, num_fewshot=5000, limit=1)


def test_cached_requests_are_refused(manager: Any) -> None:
    with pytest.raises(ValueError, match="--cache_requests is refused"):
        _evaluate(manager, cache_requests=True, limit=1)


def test_metadata_of_the_run_is_recorded() -> None:
    from lm_eval.tasks import TaskManager

    from gap_tasks.harness.hook import probes_path

    manager = TaskManager(include_path=probes_path(), include_defaults=False, metadata={"snapshots": 2, "seed": 7})
    results = _evaluate(manager, limit=2)
    recorded = results["configs"]["gap_math"]["metadata"]
    families = core.probe("gap_math").families({"snapshots": 2, "seed": 7})
    assert recorded["options"] == {"snapshots": 2, "seed": 7, "cot": 1}
    assert recorded["snapshot_sha256"] == core.fingerprint(families)
    assert recorded["versions"]["lm_eval"]
    assert recorded["variants"] == ["functional"]
    snapshots = [item["snapshot"] for item in results["samples"]["gap_math"][0]["doc"]["items"]]
    assert {"7.0", "7.1"} <= set(snapshots)


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        ('{"snapshotts": 2}', "no gap probe has an option 'snapshotts'"),
        ('{"snapshots": 0}', "option 'snapshots' is 0; expected an integer from 1 to 100"),
        ('{"seed": "seven"}', "option 'seed' is 'seven'"),
    ],
)
def test_bad_options_end_the_run(tmp_path: Path, metadata: str, message: str) -> None:
    run = harness(tmp_path, "--model", "gap-sim", "--tasks", "gap_math", "--metadata", metadata)
    assert run.code != 0
    assert message in run.output
    assert not list(tmp_path.rglob("*.json*"))


def test_options_of_other_probes_are_no_error(tmp_path: Path) -> None:
    arguments = ("--model", "gap-sim", "--tasks", "gap_math,gap_time_twins", "--limit", "2")
    run = succeeded(harness(tmp_path, *arguments, "--metadata", '{"snapshots": 1, "seed": 3}'))
    assert run.results["configs"]["gap_math"]["metadata"]["options"]["snapshots"] == 1
    assert run.results["configs"]["gap_time_twins"]["metadata"]["options"]["seed"] == 3


def test_the_users_seed_holds_beside_a_models(tmp_path: Path) -> None:
    arguments = ("--model", "gap-sim", "--model_args", "profile=noisy,seed=7", "--tasks", "gap_math", "--limit", "1")
    run = succeeded(harness(tmp_path, *arguments, "--metadata", '{"seed": 7}'))
    assert run.results["configs"]["gap_math"]["metadata"]["options"]["seed"] == 7


@pytest.mark.parametrize("model_args", ["profile=noisy,seed=7", {"profile": "noisy", "seed": 7}])
@pytest.mark.parametrize("way", ["metadata", "manager", "neither"])
def test_the_users_seed_holds_in_the_python_api(model_args: Any, way: str) -> None:
    from lm_eval import simple_evaluate
    from lm_eval.tasks import TaskManager

    from gap_tasks.harness.hook import probes_path

    given: dict[str, Any] = {}
    if way == "manager":
        given["task_manager"] = TaskManager(include_path=probes_path(), include_defaults=False, metadata={"seed": 7})
    elif way == "metadata":
        given["metadata"] = {"seed": 7}
    tasks = [f"{probes_path()}/gap_math.yaml"]
    results = simple_evaluate(model="gap-sim", model_args=model_args, tasks=tasks, limit=1, bootstrap_iters=0, **given)
    drawn = results["configs"]["gap_math"]["metadata"]["options"]["seed"]
    assert drawn == (0 if way == "neither" else 7)


def test_config_file_with_metadata_and_tasks(tmp_path: Path) -> None:
    config = tmp_path / "run.yaml"
    config.write_text(
        "model: gap-sim\nmodel_args: {profile: noisy, seed: 7}\ntasks: [gap_math]\nlimit: 1\n"
        "metadata: {seed: 7, snapshots: 2}\n"
    )
    run = succeeded(harness(tmp_path / "out", "--config", str(config)))
    assert run.results["configs"]["gap_math"]["metadata"]["options"] == {"seed": 7, "snapshots": 2, "cot": 1}


def test_the_users_folder_overrides_our_probes(tmp_path: Path) -> None:
    from gap_tasks.harness.hook import probes_path

    (tmp_path / "tasks").mkdir()
    (tmp_path / "tasks" / "mine.yaml").write_text(
        f"include: {probes_path()}/gap_math.yaml\ntask: gap_math\nnum_fewshot: 2\n"
    )
    arguments = ("--model", "gap-sim", "--tasks", "gap_math", "--limit", "1")
    run = succeeded(harness(tmp_path / "out", *arguments, "--include_path", str(tmp_path / "tasks")))
    assert run.results["n-shot"]["gap_math"] == 2


@pytest.mark.parametrize("alias", ["max_new_tokens", "max_tokens", "max_completion_tokens", "max_gen_toks"])
def test_every_name_of_the_budget_is_the_same_budget(manager: Any, alias: str) -> None:
    row = _evaluate(manager, gen_kwargs={alias: 77}, limit=1)["samples"]["gap_math"][0]
    settings = row["arguments"][0][1]
    assert settings["max_gen_toks"] == 77
    assert not {"max_new_tokens", "max_tokens", "max_completion_tokens"} & set(settings)


def test_a_budget_that_counts_the_prompt_is_refused(manager: Any) -> None:
    with pytest.raises(ValueError, match="Use max_gen_toks"):
        _evaluate(manager, gen_kwargs={"max_length": 500}, limit=1)


def test_controls_are_not_better_when_higher(manager: Any) -> None:
    better = _evaluate(manager, tasks=["gap_hops"], limit=1)["higher_is_better"]["gap_hops"]
    assert better["acc_static"]
    assert not better["acc_null_bridge"]
    assert not better["gap_composed"]


def test_predict_only_keeps_the_replies(tmp_path: Path) -> None:
    run = succeeded(harness(tmp_path, "--model", "gap-sim", "--tasks", "gap_math", "--limit", "2", "--predict_only"))
    rows = run.samples("gap_math")
    assert len(rows) == 2
    assert "gap_functional" not in rows[0]


def test_chat_template_of_the_simulated_model(manager: Any) -> None:
    results = _evaluate(manager, apply_chat_template=True, num_fewshot=1, fewshot_as_multiturn=True, limit=1)
    prompt = results["samples"]["gap_math"][0]["arguments"][0][0]
    assert prompt.count("<user>") == 2
    assert prompt.endswith("<assistant>\n")


def test_system_instruction_reaches_every_condition(manager: Any) -> None:
    row = _evaluate(manager, system_instruction="Be brief.", limit=1)["samples"]["gap_math"][0]
    assert all(prompt.startswith("Be brief.") for prompt, _ in row["arguments"])


def test_replies_end_only_at_our_own_marker(manager: Any) -> None:
    for task in RUNNABLE:
        config = _evaluate(manager, tasks=[task], limit=1)["configs"][task]
        assert config["generation_kwargs"]["until"] == ["[Problem]"]
        assert config["generation_kwargs"]["max_gen_toks"] >= 2048
        assert config["generation_kwargs"]["do_sample"] is False


def test_every_probe_has_a_yaml_and_the_tag(manager: Any) -> None:
    assert sorted(manager.all_subtasks) == sorted(core.probes())
    assert manager.all_tags == ["reasoning_gap"]
    assert manager.all_groups == []


class _Short:
    """A model whose context is known, for the check alone."""

    max_length = 200
    max_gen_toks = 256

    def tok_encode(self, text: str) -> list[int]:
        return list(text.encode())


def test_context_check_names_the_longest_prompt_and_the_room_there_is() -> None:
    from gap_tasks.harness.context_check import ContextError, check

    prompts = [("a/1, static", "x" * 90), ("a/2, functional", "x" * 120)]
    check(_Short(), "gap_a", prompts, 80)
    with pytest.raises(ContextError, match=r"\(a/2, functional\) has 120 tokens.*max_gen_toks=80\b"):
        check(_Short(), "gap_a", prompts, 81)


class _Cutting(_Short):
    """As transformers with truncation=True: the tokenizer's limit counts, not the context."""

    truncation = True
    max_length = 4096

    class tokenizer:  # noqa: N801
        model_max_length = 64


def test_context_check_knows_the_tokenizers_own_limit() -> None:
    from gap_tasks.harness.context_check import ContextError, check

    check(_Cutting(), "gap_a", [("a/1, static", "x" * 64)], 10)
    with pytest.raises(ContextError, match="a/1, static has 65 tokens, and truncation=True"):
        check(_Cutting(), "gap_a", [("a/1, static", "x" * 65)], 10)


def test_context_check_counts_every_alias_of_the_budget() -> None:
    from gap_tasks.harness.context_check import budget

    assert budget(_Short(), {"max_gen_toks": 10}) == 10
    assert budget(_Short(), {"max_new_tokens": 12}) == 12
    assert budget(_Short(), {}) == 256


def test_a_failing_grader_costs_one_verdict_and_not_the_run(manager: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from gap_tasks.harness import task

    def fail(reply: str, gold: str, *_: object) -> None:
        raise RecursionError(gold)

    monkeypatch.setattr(task, "grade", fail)
    results = _evaluate(manager, limit=1)
    (row,) = results["samples"]["gap_math"]
    assert {item["score"]["status"] for item in row["doc"]["items"]} == {"unparseable"}
    assert results["results"]["gap_math"]["unscored,none"] == 1

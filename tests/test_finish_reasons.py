"""Finish reasons through lm-eval's own model classes, on answers in the shape of OpenAI-compatible servers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from lm_eval.models.openai_completions import LocalChatCompletion, LocalCompletionsAPI

from gap_tasks.harness.finish_reasons import FinishReasons, watch
from gap_tasks.harness.task import GapTask


def _chat(think_end: str | None) -> Any:
    # made without its constructor, which would want a server
    model = LocalChatCompletion.__new__(LocalChatCompletion)
    model.think_end_token = think_end
    return model


def test_a_completions_server_tells_which_replies_were_cut() -> None:
    model: Any = LocalCompletionsAPI.__new__(LocalCompletionsAPI)
    reasons = watch(model, [])
    choices = [
        {"index": 1, "text": "b", "finish_reason": "length"},
        {"index": 0, "text": "a", "finish_reason": "stop"},
    ]
    assert model.parse_generations(outputs={"choices": choices}) == ["a", "b"]
    assert (reasons.heard, reasons.cut) == ({"a", "b"}, {"b"})
    assert watch(model, []) is reasons


def test_a_chat_server_tells_who_was_still_thinking() -> None:
    model = _chat("</think>")
    reasons = watch(model, [])
    contents = [("so 5</think>The answer", "length"), ("I think the answer is 5", "length"), ("</think>5", "stop")]
    choices = [
        {"index": index, "message": {"content": content}, "finish_reason": reason}
        for index, (content, reason) in enumerate(contents)
    ]
    assert model.parse_generations(outputs=[{"choices": choices}]) == ["The answer", "I think the answer is 5", "5"]
    assert reasons.cut == {"The answer", "I think the answer is 5"}
    assert reasons.thinking == {"I think the answer is 5"}


def test_an_answer_in_another_shape_breaks_nothing() -> None:
    model = _chat(None)
    reasons = watch(model, [])
    assert model.parse_generations(outputs={"error": "busy"}) == [""]
    assert not reasons.heard


@pytest.fixture
def task() -> GapTask:
    found = GapTask(
        {
            "task": "gap_math",
            "output_type": "generate_until",
            "test_split": "test",
            "generation_kwargs": {"max_gen_toks": 20, "do_sample": False},
        }
    )
    found.lm = SimpleNamespace(max_gen_toks=20, tok_encode=lambda text: list(text.encode()))
    return found


ITEM = {"gold": "5", "scorer": "number", "aliases": []}


def test_thinking_that_was_cut_is_no_answer(task: GapTask) -> None:
    task.finish = FinishReasons("</think>")
    task.finish.note("The answer is 5. Wait", "The answer is 5. Wait", "length")
    assert task._score(ITEM, "The answer is 5. Wait").status == "truncated"
    assert task._score(ITEM, "The answer is 5.").status == "correct"


def test_the_engines_word_counts_before_the_length(task: GapTask) -> None:
    task.finish = FinishReasons(None)
    task.finish.note("First we look at it.\nThen we add them.", "First we look at it.\nThen we add them.", "stop")
    assert task._score(ITEM, "First we look at it.\nThen we add them.").status == "no_answer"


def test_a_server_that_hides_a_cut_thought_is_heard(task: GapTask) -> None:
    model = _chat(None)
    task.finish = watch(model, "[Problem]")
    choice = {"index": 0, "message": {"content": None}, "finish_reason": "length"}
    assert model.parse_generations(outputs={"choices": [choice]}) == [None]
    assert task._score(ITEM, "").status == "truncated"


def test_a_cached_reply_is_judged_by_its_length(task: GapTask) -> None:
    """Replies out of lm-eval's cache pass no engine; others of the same run do."""
    task.finish = FinishReasons("</think>")
    task.finish.note("The answer is 5.", "</think>The answer is 5.", "stop")
    assert task._score(ITEM, "The answer is 5.").status == "correct"
    assert task._score(ITEM, "Maybe 5? The answer is 5. Hmm").status == "truncated"


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        ("I add them. The answer is 4", "truncated"),
        ("I add them. The answer is 5", "correct"),
        ("I add them. The answer is 4. Let me", "incorrect"),
        ("I add them. The answer is \\frac{3}{", "truncated"),
    ],
)
def test_an_answer_that_the_cut_runs_through_is_not_wrong(task: GapTask, reply: str, status: str) -> None:
    task.finish = FinishReasons(None)
    task.finish.note(reply, reply, "length")
    assert task._score(ITEM, reply).status == status


def test_without_a_word_the_length_decides(task: GapTask) -> None:
    task.finish = FinishReasons(None)
    assert task._score(ITEM, "First we look at it.\nThen we add them.").status == "truncated"
    assert task._score(ITEM, "Let me see.\nHmm.").status == "no_answer"
    assert task._score(ITEM, "So it is 5.\nThe answer is 5.").status == "correct"
    task.finish = FinishReasons("</think>")
    assert task._score(ITEM, "So it is 5.\nThe answer is 5.").status == "truncated"

"""The few-shot problems: every step of arithmetic is true, the last one is the answer, none is evaluated."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from conftest import RUNNABLE

from gap_tasks import core
from gap_tasks.functional.problem import problems
from gap_tasks.worked import INSTRUCTIONS, WORKED, Worked, exemplars
from scorers import grade

EVERY = pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)


def chains(steps: str) -> list[list[str]]:
    """Sides of the equations without letters, as LaTeX."""
    spans = re.findall(r"\$([^$]*=[^$]*)\$", steps)
    return [span.split("=") for span in spans if not re.search(r"(?<!\\)\b[a-z]\b|[a-z]\^", span)]


@EVERY
def test_every_step_of_arithmetic_is_true(worked: Worked) -> None:
    for chain in chains(worked.steps):
        for left, right in pairwise(chain):
            assert grade(rf"\boxed{{{left}}}", right, "math").correct, (left, right)


@EVERY
def test_the_steps_end_in_the_answer(worked: Worked) -> None:
    assert re.findall(r"-?\d+(?:/\d+)?", worked.steps)[-1] == str(worked.answer)
    assert len(chains(worked.steps)) >= 1


@pytest.mark.parametrize("style", ["phrase", "boxed"])
@pytest.mark.parametrize("cot", [0, 1])
def test_replies_are_graded_right_and_show_steps_when_asked(style: str, cot: int) -> None:
    scorer = {"phrase": "number", "boxed": "math"}[style]
    for worked, exemplar in zip(WORKED, exemplars("gap_x", style, cot), strict=True):
        assert grade(exemplar.reply, exemplar.gold, scorer).correct
        assert (worked.steps in exemplar.reply) == bool(cot)
        marker = r"\boxed{" if style == "boxed" else "The answer is"
        assert all(marker.strip("{") in instruction for instruction in INSTRUCTIONS[style, cot])
        assert marker in exemplar.reply


@pytest.mark.parametrize("name", [name for name in RUNNABLE if "math" in name])
def test_no_evaluated_item_is_close_to_one(name: str) -> None:
    questions = {item.question for family in RUNNABLE[name].families() for item in family.of(core.STATIC)}
    assert problems()
    for worked in WORKED:
        for question in questions:
            assert SequenceMatcher(None, worked.question, question, autojunk=False).quick_ratio() < 0.8 or (
                SequenceMatcher(None, worked.question, question, autojunk=False).ratio() < 0.8
            ), (worked.question, question)

"""Laws of grading over rewrites whose label is known: every gold that the probes produce, and golds of our own.

About 30 s.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

import pytest
import rewrites
import sympy_golds
from conftest import RUNNABLE

from scorers import SCORERS, grade

SURROUNDINGS = {
    "box": "We are done: $\\boxed{{{}}}$.",
    "phrase": "Step 1 gives 17.\n\nThe answer is {}.",
    "bold": "**Answer:** {}",
    "after reasoning": "<think>Is it 3? \\boxed{{4}}, or so.</think>\n\nThe final answer is: {}",
}
SEEDS = (None, 20_260)


@cache
def golds() -> dict[str, tuple[str, ...]]:
    """Golds of every probe by scorer, under the default seed and another; numbers are golds of "math" too."""
    found: dict[str, set[str]] = {scorer: set() for scorer in rewrites.SCORERS}
    for probe in RUNNABLE.values():
        for seed in SEEDS:
            given = {} if seed is None or "seed" not in probe.options else {"seed": seed}
            for family in probe.families(given):
                for item in family.items:
                    found[item.scorer].add(item.gold)
    found["math"] |= found["number"]
    return {scorer: tuple(sorted(texts)) for scorer, texts in found.items()}


def _reply(shape: str, text: str) -> str:
    """A text in a surrounding; LaTeX stands between dollars where it is not in a box."""
    latex = re.search(r"\\[a-zA-Z,;]|[\^{]", text) and shape != SURROUNDINGS["box"]
    text = text[:-1] if shape.endswith("{}.") and text.endswith(".") else text
    return shape.format(f"${text}$" if latex else text)


def _graded(gold: str, scorer: str, text: str, expected: str) -> list[str]:
    """What goes wrong with one rewrite in every surrounding."""
    faults = []
    for shape in SURROUNDINGS.values():
        reply = _reply(shape, text)
        score = grade(reply, gold, scorer)
        if score.status != expected:
            faults.append(f"{scorer}: gold {gold!r}, reply {reply!r}: {score.status}, not {expected} ({score.why})")
    return faults


@pytest.mark.parametrize("scorer", rewrites.SCORERS)
def test_every_rewrite_of_a_probes_gold(scorer: str) -> None:
    faults = []
    for gold in golds()[scorer]:
        for text in rewrites.equivalents(gold, scorer):
            faults += _graded(gold, scorer, text, "correct")
        for text in rewrites.near_misses(gold, scorer):
            faults += _graded(gold, scorer, text, "incorrect")
    assert not faults, "\n".join([f"{len(faults)} faults", *faults[:30]])


def test_every_scorer_has_rewrites_and_golds() -> None:
    assert set(rewrites.SCORERS) == set(SCORERS)
    for scorer in rewrites.SCORERS:
        assert len(golds()[scorer]) >= 20
        for gold in golds()[scorer]:
            right, wrong = rewrites.equivalents(gold, scorer), rewrites.near_misses(gold, scorer)
            assert right[0] == gold
            plain = scorer != "math" or rewrites.is_value(gold)  # words, units and the like have fewer spellings
            assert len(right) >= (5 if plain else 4)
            assert len(wrong) >= (5 if plain else 1 if rewrites.parts(gold) else 0)
            assert not set(right) & set(wrong)


@pytest.mark.parametrize("own", sympy_golds.sympy_golds(), ids=lambda own: own.gold)
def test_sympy_golds(own: sympy_golds.SympyGold) -> None:
    right = (*own.equal, *rewrites.equivalents(own.gold, "math"))
    wrong = (*own.unequal, *rewrites.near_misses(own.gold, "math"))
    faults = [fault for text in right for fault in _graded(own.gold, "math", text, "correct")]
    faults += [fault for text in wrong for fault in _graded(own.gold, "math", text, "incorrect")]
    assert not faults, "\n".join([f"{len(faults)} faults", *faults[:30]])


def test_there_are_enough_golds_of_our_own() -> None:
    own = sympy_golds.sympy_golds()
    assert len({gold.gold for gold in own}) == len(own) >= 60
    assert all(gold.equal and gold.unequal and not set(gold.equal) & set(gold.unequal) for gold in own)


@pytest.mark.parametrize(
    "value", [Fraction(3, 8), Fraction(-7, 5), Fraction(12), Fraction(65192, 1000), Fraction(1001, 4)]
)
def test_the_same_answer_grades_the_same_against_every_form_of_its_gold(value: Fraction) -> None:
    """A gold published as a decimal, a fraction or in LaTeX must not move a verdict."""
    forms = [
        text
        for text in rewrites.equivalents(str(value), "math")
        if not re.search(r"[x=]|text|- 3|twelve", text, re.IGNORECASE)
    ]
    finer = str(value + Fraction(1, 1000))  # a decimal gold may be a rounding of it
    right = [(gold, text, True) for gold in forms for text in forms]
    wrong = [
        (gold, text, False) for gold in forms for text in rewrites.near_misses(str(value), "math") if text != finer
    ]
    faults = [
        f"gold {gold!r}, reply {text!r}: {'not ' if expected else ''}accepted"
        for gold, text, expected in (*right, *wrong)
        if grade(f"$\\boxed{{{text}}}$", gold, "math").correct != expected
    ]
    assert not faults, "\n".join(faults)

"""Laws over every problem of gap_math, and what a declaration and a draw may not do."""

from __future__ import annotations

import inspect
import itertools
import os
import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from gap_tasks import core
from gap_tasks.functional.problem import (
    PROBE,
    Answer,
    Domain,
    Instance,
    Problem,
    ints,
    one_of,
    problems,
    require,
)
from gap_tasks.functional.problem import problem as declaration
from gap_tasks.sampling import digit_lengths
from gap_tasks.worked import INSTRUCTIONS

PROBLEMS = problems()
SUBJECTS = (
    "algebra",
    "counting_and_probability",
    "geometry",
    "intermediate_algebra",
    "number_theory",
    "prealgebra",
    "precalculus",
)
EVERY = pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)
DRAWS = 200

_drawn: dict[str, list[Instance]] = {}


def drawn(problem: Problem) -> list[Instance]:
    if problem.name not in _drawn:
        _drawn[problem.name] = [problem.draw(core.stream("test", problem.name, i)) for i in range(DRAWS)]
    return _drawn[problem.name]


def size(gold: int | Fraction) -> int:
    exact = Fraction(gold)
    return max(len(str(abs(exact.numerator))), len(str(exact.denominator)))


def test_every_subject_has_every_level() -> None:
    cells = {(problem.subject, problem.level) for problem in PROBLEMS}
    assert cells == set(itertools.product(SUBJECTS, range(1, 6)))


@EVERY
def test_static_gold_agrees_with_the_check(problem: Problem) -> None:
    static = problem.static()
    assert problem.checked(static) == static.answer.gold


@EVERY
def test_variant_golds_agree_with_the_check(problem: Problem) -> None:
    for instance in drawn(problem):
        assert problem.checked(instance) == instance.answer.gold, instance


@EVERY
def test_a_check_starts_from_what_the_solver_can_see(problem: Problem) -> None:
    """Else a question could print a wrong number and the check would agree with the gold all the same."""
    names = inspect.signature(problem.checker).parameters
    for instance in [problem.static(), *drawn(problem)[:50]]:
        visible = Counter(re.findall(r"\d+", instance.answer.question))
        used = Counter(re.findall(r"\d+", " ".join(str(instance.values[name]) for name in names if name != "printed")))
        assert names
        assert used <= visible, instance


@EVERY
def test_numbers_in_the_text_keep_their_lengths(problem: Problem) -> None:
    published = re.findall(r"\d+", problem.static().answer.question)
    for instance in drawn(problem):
        found = re.findall(r"\d+", instance.answer.question)
        assert list(map(len, found)) == list(map(len, published)), instance
        assert not any(number.startswith("0") and number != "0" for number in found)


@EVERY
def test_golds_keep_their_type_and_size(problem: Problem) -> None:
    static = problem.static().answer
    for instance in drawn(problem):
        gold = instance.answer.gold
        assert size(gold) <= size(static.gold) + 1, instance
        assert (Fraction(gold).denominator == 1) == (Fraction(static.gold).denominator == 1), instance
        assert re.fullmatch(r"-?[0-9]+(/[0-9]+)?", instance.answer.text)
        assert Fraction(instance.answer.text) == gold
        assert instance.answer.text == str(Fraction(instance.answer.text))


@EVERY
def test_golds_do_not_grow_on_average(problem: Problem) -> None:
    published = size(problem.static().answer.gold)
    assert statistics.mean(size(instance.answer.gold) for instance in drawn(problem)) <= published + 0.25


@EVERY
def test_golds_keep_their_sign(problem: Problem) -> None:
    published = problem.static().answer.gold
    assert all((instance.answer.gold < 0) == (published < 0) for instance in drawn(problem))


@EVERY
def test_variants_are_many_and_unlike_the_static_item(problem: Problem) -> None:
    static = problem.static().answer
    questions = [instance.answer.question for instance in drawn(problem)]
    assert len(set(questions)) >= 100
    assert static.question not in questions
    assert static.gold not in [instance.answer.gold for instance in drawn(problem)]


@EVERY
def test_the_most_snapshots_are_all_distinct(problem: Problem) -> None:
    names = core.snapshot_names({"seed": 11, "snapshots": core.SNAPSHOTS.high})
    questions = [instance.answer.question for instance in problem.variants(names)]
    assert len(set(questions)) == len(names)


BLEMISHES = {
    "double or outer space": r"\s\s|^\s|\s$|\n",
    "space before punctuation": r"\s[.,;?]",
    "coefficient of one": r"(?<![\d.^])1(?=[a-z]\b)",
    "power of one": r"\^1(?!\d)|\^\{1\}",
    "two signs": r"[+-]\s*[+-]",
    "zero term": r"[+-] 0(?!\d)",
    "article before a vowel": r"\b[Aa] [aeiou]",
    "ordinal": r"(?<!1)1th|(?<!1)2th|(?<!1)3th|1[123](?:st|nd|rd)",
    "float": r"\d\.\d|e[+-]\d\d",
    "singular after a number": r"\b1 (?!face)[a-z]+s\b",
    "python": r"Fraction|None|True|False|\(\)",
}


@EVERY
def test_texts_read_well(problem: Problem) -> None:
    arguments = "|".join(map(re.escape, problem.domains))
    for instance in [problem.static(), *drawn(problem)]:
        question = instance.answer.question
        for name, pattern in BLEMISHES.items():
            assert not re.search(pattern, question), (name, question)
        assert not re.search(rf"\{{({arguments})\}}", question)
        assert question.isascii()
        assert question[-1] in ".?"
        assert question[0].isupper()
        assert question.count("$") % 2 == 0
        assert question.count("{") == question.count("}")
        assert question.count("(") == question.count(")")


@EVERY
def test_every_mention_of_a_choice_changes_with_it(problem: Problem) -> None:
    published = problem.static()
    words = {value for value in published.values.values() if isinstance(value, str)}
    for instance in drawn(problem):
        kept = {value for value in instance.values.values() if isinstance(value, str)}
        gone = words - kept
        assert not any(re.search(rf"\b{word}\b", instance.answer.question) for word in gone), instance


@EVERY
def test_one_question_has_one_gold(problem: Problem) -> None:
    golds: dict[str, Fraction] = {}
    for instance in [problem.static(), *drawn(problem)]:
        gold = Fraction(instance.answer.gold)
        assert golds.setdefault(instance.answer.question, gold) == gold


def test_a_family_holds_static_then_variants_then_again() -> None:
    for family in core.probe(PROBE).families({"seed": 5, "snapshots": 2}):
        static, first, second, again = family.items
        assert [item.condition for item in family.items] == ["static", "functional", "functional", "again"]
        assert [item.snapshot for item in family.items] == ["", "5.0", "5.1", ""]
        assert (again.question, again.gold) == (static.question, static.gold)
        assert static.instruction == first.instruction == second.instruction
        assert (static.instruction, again.instruction) == INSTRUCTIONS["phrase", 1]
        assert {item.scorer for item in family.items} == {"number"}
        assert len({static.question, first.question, second.question}) == 3
        assert static.gold not in (first.gold, second.gold)


def test_strata_are_named_as_a_reader_would() -> None:
    families = core.probe(PROBE).families()
    assert {family.strata["subject"] for family in families} == {
        "Algebra",
        "Counting & Probability",
        "Geometry",
        "Intermediate Algebra",
        "Number Theory",
        "Prealgebra",
        "Precalculus",
    }
    assert {family.strata["level"] for family in families} == set("12345")


def test_without_a_chain_of_thought_only_the_instruction_changes() -> None:
    probe = core.probe(PROBE)
    for family, direct in zip(probe.families(), probe.families({"cot": 0}), strict=True):
        for item, other in zip(family.items, direct.items, strict=True):
            assert replace(item, instruction="") == replace(other, instruction="")
            assert "without showing" in other.instruction or "no working" in other.instruction


def test_a_seed_gives_the_same_bytes_in_another_process() -> None:
    program = "from gap_tasks import core; p = core.probe('gap_math'); print(core.fingerprint(p.families({'seed': 9})))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    families = core.probe(PROBE).families({"seed": 9})
    assert len(runs) == 1
    assert core.fingerprint(families) in runs.pop()
    assert core.fingerprint(families) != core.fingerprint(core.probe(PROBE).families({"seed": 10}))


def test_growing_the_snapshots_keeps_the_draws_there_were() -> None:
    few = core.probe(PROBE).families({"seed": 3, "snapshots": 3})
    many = core.probe(PROBE).families({"seed": 3, "snapshots": 5})
    for small, large in zip(few, many, strict=True):
        assert small.of("functional") == large.of("functional")[:3]


def test_importing_the_package_renders_nothing_and_needs_no_algebra_system() -> None:
    program = (
        "import sys; from gap_tasks.functional import problem; problem.Answer = None\n"
        "from gap_tasks import core; core.scan('gap_tasks.functional'); print('sympy' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"


def sample(a: int = 54, n: int = 7) -> Answer:
    require(a > n)
    return Answer(f"What is the remainder when {a} is divided by {n}?", a % n)


def declare(function: Callable[..., Answer] = sample, level: int = 2, **domains: Domain) -> Problem:
    domains = domains or {"a": ints(20, 99), "n": ints(3, 9)}
    return Problem("sample", "arithmetic", level, "own", domains, function)


def without_default(a: int, n: int = 7) -> Answer:
    return sample(a, n)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"level": 0}, "level 0"),
        ({"level": 6}, "level 6"),
        ({"a": ints(60, 99), "n": ints(3, 9)}, "default a=54"),
        ({"a": ints(20, 999), "n": ints(3, 9)}, "'a' has a number longer"),
        ({"a": ints(-100, 99), "n": ints(3, 9)}, "'a' has a number longer"),
        ({"a": one_of(54, 5, 540), "n": ints(3, 9)}, "'a' has a number longer"),
        ({"a": ints(20, 99)}, "domains of"),
        ({"a": ints(20, 99), "n": ints(3, 9), "m": ints(3, 9)}, "domains of"),
        ({"function": without_default}, "'a' has no default"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_declaration_that_is_not_allowed_names_the_problem(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=rf"^sample: .*{reason}"):
        declare(**changes)


def test_a_name_is_taken_once() -> None:
    taken = PROBLEMS[0].name

    def function(a: int = 1) -> Answer:
        return Answer(f"What is {a}?", a)

    function.__name__ = taken
    with pytest.raises(ValueError, match=taken):
        declaration(level=1, source="own", a=ints(1, 9))(function)


def test_a_check_of_unknown_arguments_is_refused() -> None:
    with pytest.raises(ValueError, match=r"sample: the check takes 'b'"):
        declare().check(lambda b: b)


def test_a_check_may_start_from_the_printed_numbers() -> None:
    checked = declare()
    checked.check(lambda printed, n: printed[0] - n * (printed[0] // printed[1]))
    assert checked.checked(checked.static()) == 5
    with pytest.raises(ValueError, match="sample has no check"):
        declare().checked(checked.static())


def test_published_arguments_that_fail_a_condition_are_refused() -> None:
    refused = Problem("refused", "arithmetic", 1, "own", {"a": ints(1, 9)}, lambda a=1: require(a > 1))
    with pytest.raises(ValueError, match="refused: the published"):
        refused.static()


def test_a_problem_without_a_variant_says_so() -> None:
    alone = Problem("alone", "arithmetic", 1, "own", {"a": ints(7, 7)}, lambda a=7: Answer(f"What is {a}?", a))
    with pytest.raises(ValueError, match="alone: no variant"):
        alone.draw(core.stream("test"))


def test_numbers_that_grow_in_the_text_are_drawn_again() -> None:
    def squares(a: int = 9) -> Answer:
        return Answer(f"What is the root of {a * a}?", a)

    grown = Problem("squares", "arithmetic", 1, "own", {"a": ints(1, 9)}, squares)
    assert {grown.draw(core.stream("test", i)).answer.gold for i in range(60)} == {4, 5, 6, 7, 8}


@pytest.mark.parametrize("published", [3, Fraction(3, 2)])
def test_golds_of_another_type_or_two_digits_more_are_drawn_again(published: int | Fraction) -> None:
    golds = (3, 88, 777, Fraction(3, 2), Fraction(7, 5), Fraction(1, 99), Fraction(100, 3))
    names = ("Ann", "Bob", "Cid", "Dan", "Eve", "Flo", "Gus")
    answers = dict(zip(names, golds, strict=True))
    start = names[golds.index(published)]
    typed = Problem(
        "typed", "a", 1, "own", {"who": one_of(*names)}, lambda who=start: Answer(f"How old is {who}?", answers[who])
    )
    expected = {88} if published == 3 else {Fraction(7, 5), Fraction(1, 99)}
    assert {typed.draw(core.stream("test", i)).answer.gold for i in range(60)} == expected


def test_a_small_domain_repeats_questions_but_not_the_published_gold() -> None:
    def parity(a: int = 4) -> Answer:
        return Answer(f"What is the remainder when {a} is divided by 2?", a % 2)

    small = Problem("parity", "a", 1, "own", {"a": ints(1, 6)}, parity)
    variants = small.variants([str(i) for i in range(5)])
    assert {variant.values["a"] for variant in variants[:3]} == {1, 3, 5}
    assert {variant.answer.gold for variant in variants} == {1}


def test_one_possible_gold_still_gives_distinct_questions() -> None:
    constant = Problem("zero", "a", 1, "own", {"a": ints(1, 4)}, lambda a=1: Answer(f"What is {a} times 0?", 0))
    assert sorted(v.values["a"] for v in constant.variants(["0", "1", "2"])) == [2, 3, 4]


@pytest.mark.parametrize("gold", [0.5, "1", True, None])
def test_a_gold_is_exact(gold: object) -> None:
    with pytest.raises(TypeError, match="neither an integer nor a Fraction"):
        Answer("What is it?", gold)


@pytest.mark.parametrize(
    ("gold", "text", "integral", "digits"),
    [(-12, "-12", True, 2), (Fraction(6, -4), "-3/2", False, 1), (Fraction(8, 2), "4", True, 1), (0, "0", True, 1)],
)
def test_golds_as_text(gold: int | Fraction, text: str, integral: bool, digits: int) -> None:
    answer = Answer("What is it?", gold)
    assert (answer.text, answer.integral, answer.digits) == (text, integral, digits)


def test_empty_domains_are_refused() -> None:
    with pytest.raises(ValueError, match="no integers"):
        ints(5, 4)
    with pytest.raises(ValueError, match="choice"):
        one_of()


def test_digit_lengths_count_every_number() -> None:
    assert digit_lengths(r"$\frac{12}{7}x^2$ and 1000 of -3") == (2, 1, 1, 4, 1)

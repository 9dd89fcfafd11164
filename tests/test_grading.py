"""Laws of grading: the corpus, golds that grade themselves, replies that must not raise, hang or run."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from scorers import SCORERS, STATUSES, Score, grade
from scorers.extract import MAX_ANSWER, MAX_REPLY, Answer, extract
from scorers.lexicon import MONTHS

ROOT = Path(__file__).parents[1]
CORPUS = [json.loads(line) for line in (ROOT / "tests/cases/grading.jsonl").read_text(encoding="utf-8").splitlines()]
DEVELOPMENT = ROOT / "../shared/data/grading_dev.jsonl"
GOLDS = sorted({(row["scorer"], row["gold"]) for row in CORPUS if row["status"] != "gold_error"})
SURE = {"number": "58", "name": "Paris", "code": "EUR", "date": "1998-03-12", "math": "58"}

SURROUNDINGS = {
    "bare": "{}",
    "boxed": "We are done: $\\boxed{{{}}}$.",
    "phrase": "The answer is {}.",
    "bold": "**Answer:** **{}**",
    "after reasoning": "<think>It may be 1. The answer is 2, \\boxed{{3}}.</think>\n\nThe answer is {}.",
    "chain of thought": "First we look at 17 things. "
    + "Then we drop 3, which leaves 14, or so.\n" * 400
    + "So the answer is 9? No. Let us go back.\n\nThe answer is {}.",
}


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row["id"])
def test_corpus(row: dict[str, Any]) -> None:
    score = grade(row["reply"], row["gold"], row["scorer"], row["aliases"])
    assert (score.status, score.why) == (row["status"], score.why)
    assert score.why.strip().endswith(".")
    assert (score.extracted is None) == (score.source == "")


def test_corpus_covers_every_scorer_and_status() -> None:
    assert len({row["id"] for row in CORPUS}) == len(CORPUS) >= 300
    assert {row["scorer"] for row in CORPUS} == set(SCORERS) - {"math"}, "mathematics.jsonl is the corpus of math"
    assert {row["status"] for row in CORPUS} == set(STATUSES) - {"timeout"}, "no verdict depends on a clock"
    for scorer in {row["scorer"] for row in CORPUS}:
        statuses = [row["status"] for row in CORPUS if row["scorer"] == scorer]
        assert statuses.count("correct") >= 15
        assert statuses.count("incorrect") >= 15


@pytest.mark.parametrize("surrounding", SURROUNDINGS.values(), ids=list(SURROUNDINGS))
@pytest.mark.parametrize(("scorer", "gold"), GOLDS)
def test_every_gold_grades_itself_correct(scorer: str, gold: str, surrounding: str) -> None:
    reply = surrounding.format(gold)
    score = grade(reply, gold, scorer)
    assert score.correct, score


@pytest.mark.parametrize(("scorer", "gold"), GOLDS)
def test_no_gold_is_another_gold_of_its_type_by_accident(scorer: str, gold: str) -> None:
    """Golds of other values: a scorer that says yes to everything fails here."""
    others = {
        "number": ["-987654321", "1/987654321"],
        "name": ["Ulan Bator", f"{gold}-Xanadu", f"Upper {gold}"],
        "code": ["QQQ", "Qq", "98765"],
        "date": ["0987-06-05", "5 June 987"],
    }
    for other in others[scorer]:
        assert not grade(f"The answer is {other}.", gold, scorer).correct
        assert not grade(f"The answer is {gold} or {other}.", gold, scorer).correct
        assert not grade(f"The answer is not {gold}.", gold, scorer).correct


def test_an_alias_is_as_right_as_the_gold() -> None:
    assert grade("The answer is Burma.", "Myanmar", "name", ["Burma"]).correct
    assert not grade("The answer is Burma.", "Myanmar", "name").correct
    assert grade("x", "5", "number", ["no number"]).status == "gold_error"


def test_an_unknown_scorer_is_named() -> None:
    with pytest.raises(KeyError, match="'roman'; there are number, name, code, date"):
        grade("x", "5", "roman")


def _checked(reply: str, gold: str, scorer: str) -> Score:
    score = grade(reply, gold, scorer)
    assert score.status in STATUSES
    assert score.why
    assert grade(reply, gold, scorer) == score, "a verdict is a function of its input"
    return score


_PIECES = r"""
\frac \boxed { } \text ^ _ \sqrt $ $$ \( \) \, \! \left( \right) 1 2 0 9 . , - + / % \% ° ½ = x or and ( ) e5 ×10^
\times \overline \circ <think> </think> <answer> </answer> #### ** Answer: Paris EUR [Problem] \ not is ... ② Ⅷ
"""
_LATEX = st.lists(
    st.sampled_from(
        [*_PIECES.split(), " ", "\n", "The answer is", "12 March 1998", "\u0305", "\ud800", "\x00", "\u200b"]
    ),
    max_size=40,
).map("".join)
_BINARY = st.binary(max_size=300).map(lambda raw: raw.decode("utf-8", "surrogateescape"))
_REPLIES = st.one_of(st.text(st.characters(), max_size=300), _BINARY, _LATEX)


@pytest.mark.parametrize("scorer", SCORERS)
@settings(max_examples=400, deadline=None)
@given(reply=_REPLIES, gold=_REPLIES)
def test_nothing_raises(scorer: str, reply: str, gold: str) -> None:
    _checked(reply, gold, scorer)
    for surrounding in SURROUNDINGS.values():
        _checked(surrounding.format(reply), SURE[scorer], scorer)


_MARKED = [row for row in CORPUS if getattr(extract(row["reply"]), "source", "") in {"answer phrase", "box"}]
_PROSE = st.text(st.characters(categories=("L", "N", "Z", "P"), exclude_characters="<>#[]\\`"), max_size=200).filter(
    lambda text: "answer" not in text.casefold()
)


@settings(max_examples=400, deadline=None)
@given(prose=_PROSE, row=st.sampled_from(_MARKED))
def test_prose_before_the_answer_changes_no_verdict(prose: str, row: dict[str, Any]) -> None:
    alone = grade(row["reply"], row["gold"], row["scorer"], row["aliases"])
    after = grade(f"{prose}\n\n{row['reply']}", row["gold"], row["scorer"], row["aliases"])
    assert after == alone


@settings(max_examples=400, deadline=None)
@given(value=st.fractions(), offset=st.fractions().filter(bool))
def test_numbers_are_exact(value: Any, offset: Any) -> None:
    assert grade(f"The answer is {value}.", str(value), "number").correct
    assert grade(f"\\boxed{{\\frac{{{value.numerator}}}{{{value.denominator}}}}}", str(value), "number").correct
    assert not grade(f"The answer is {value + offset}.", str(value), "number").correct


@settings(max_examples=300, deadline=None)
@given(value=st.integers(-(10**15), 10**15))
def test_thousands_separators_keep_the_number(value: int) -> None:
    for separated in (f"{value:,}", f"{value:_}", f"{value:,}".replace(",", "{,}"), f"{value:,}".replace(",", "\\,")):
        assert grade(f"\\boxed{{{separated}}}", str(value), "number").correct
        assert not grade(f"\\boxed{{{separated}}}", str(value + 1), "number").correct


@settings(max_examples=300, deadline=None)
@given(day=st.dates(), other=st.dates())
def test_dates_in_words_are_the_iso_date(day: Any, other: Any) -> None:
    month = MONTHS[day.month - 1].title()
    for text in (
        f"{day.day} {month} {day.year:04d}",
        f"{month} {day.day}, {day.year:04d}",
        f"{day.year:04d}/{day.month}/{day.day}",
    ):
        assert grade(f"The answer is {text}.", day.isoformat(), "date").correct
        assert grade(f"The answer is {text}.", other.isoformat(), "date").correct == (day == other)


def _payloads(marker: str) -> list[str]:
    write = f"open({marker!r},'w').write('x')"
    return [
        write,
        f"__import__('pathlib').Path({marker!r}).touch()",
        f"exec({write!r})",
        f"().__class__.__base__.__subclasses__()[0]({write})",
        f"[x for x in [{write}]]",
        f"\\frac{{{write}}}{{1}}",
        f"lambda: {write}",
        f"ⅰ+{write}",
        f"f'{{{write}}}'",
        f"$(touch {marker})",
        f"`touch {marker}`",
    ]


def _bombs() -> list[str]:
    return [
        "9" * 10**6,
        "9" * (MAX_REPLY + 1),
        "9" * 3_900,
        "9**9**9**9",
        "9^{9^{9^{9}}}",
        "1e999999999",
        "10^{999999}",
        "10^" * 900 + "9",
        "1" + "0" * 1_200 + "/3",
        "99999999!",
        "{" * 3_000 + "5" + "}" * 3_000,
        "(" * 1_900 + "5" + ")" * 1_900,
        "\\frac{" * 600 + "1" + "}{2}" * 600,
        "\\frac" * 700,
        "\\text{" * 600,
        "-" * 3_900 + "5",
        "1/" * 1_900 + "1",
        "1," * 1_900,
        "1 " * 1_900,
        "1 and a half " * 300,
        "or " * 1_300,
        "is " * 1_300,
        "5 = " * 900 + "5",
        "≈" * 3_900,
        "(1) " * 900,
        "^" * 3_900,
        "0." + "3" * 3_800 + "...",
        "0." + "12" * 1_900 + "...",
        "\\overline(" * 300,
        "½" * 3_900,
        "\x00" * 3_900,
        "\ud800" * 3_900,
        "﷽" * 3_900,
        "e\u0301\u0301\u0301" * 900,
        "twenty " * 550,
        "a hundred and " * 270,
        "I think " * 450 + "5",
        "it is " * 600 + "5",
        "12 March 1998 " * 270,
        "," * 3_900,
        "." * 3_900,
        "*" * 3_900 + "5" + "*" * 50,
        "_" * 3_900,
        "<b " * 1_200,
        " " * 3_900 + "5",
        "5" + "\n" * 3_900,
        "U.S. " * 700,
        "5" + " (5)" * 950,
        "5" + " ()" * 1_290,
        "a: " * 1_290,
        "1 \\over " * 480,
        "5 or " * 780 + "5",
    ]


_FLOODS = [
    "\\boxed{" * 140_000,
    "\\boxed{}" * 120_000,
    "\\boxed{5" * 120_000,
    "\\boxed" + "{" * 900_000,
    "\\boxed{1}," * 90_000,
    "answer " * 140_000,
    "the answer is " * 70_000,
    "answer (" + "x" * 900_000,
    "Answer:" + "\n" * 900_000,
    "Answer:" + " " * 900_000,
    "Answer:" + "*" * 900_000,
    "<think>" * 140_000,
    "<think></think>" * 60_000,
    "</think>" * 120_000,
    "[Problem]\n" * 90_000,
    "<answer>" * 120_000,
    "</answer>" * 110_000,
    "####" * 240_000,
    "#### 5\n" * 130_000,
    "The answer is 5." + " " * 900_000,
    "The answer is 5" + "." * 900_000,
    "\n" * 900_000,
    "a" * 900_000,
    "answer is " + "5 " * 400_000,
    " \t" * 450_000 + "[Problem]",
]


@pytest.mark.parametrize("scorer", SCORERS)
def test_hostile_replies_are_quick_and_run_nothing(scorer: str, tmp_path: Path) -> None:
    marker = tmp_path / "executed"
    answers = [*_payloads(str(marker)), *_bombs()]
    assert len(answers) >= 40
    replies = [shape.format(answer) for answer in answers for shape in ("{}", "The answer is {}.", "\\boxed{{{}}}")]
    for reply in [*replies, *_FLOODS]:
        start = time.process_time()
        score = grade(reply, SURE[scorer], scorer)
        took = time.process_time() - start
        assert took < 0.2, f"{took:.3f} s for {reply[:40]!r}"
        assert score.status in STATUSES
        assert not marker.exists()


@pytest.mark.parametrize("scorer", SCORERS)
def test_hostile_golds_are_refused_not_raised(scorer: str) -> None:
    for gold in [*_payloads("nowhere"), *_bombs()]:
        assert grade("The answer is 5.", gold, scorer).status in STATUSES
    assert grade("The answer is 5.", "x" * (MAX_ANSWER + 1), scorer).status == "gold_error"


def test_grades_alike_off_the_main_thread() -> None:
    rows = CORPUS * 2

    def status(row: dict[str, Any]) -> str:
        return grade(row["reply"], row["gold"], row["scorer"], row["aliases"]).status

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(status, rows)) == [row["status"] for row in rows]


def test_the_answer_stands_in_the_reply() -> None:
    """What is shown as extracted can be found again; only a list of boxes is joined."""
    for row in CORPUS:
        found = extract(row["reply"])
        if isinstance(found, Answer) and row["reply"].count("\\boxed") < 2:
            assert found.text in row["reply"]


def test_development_rows() -> None:
    """Plain numbers of the labelled development rows: none wrongly accepted, and undone arithmetic alone refused."""
    if not DEVELOPMENT.exists():
        pytest.skip("the labelled development rows (../shared/data/grading_dev.jsonl) are not here")
    kinds = {"int", "frac", "mixed", "decimal", "percent", "money", "units", "degrees", "sci", "assign"}
    rows = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["kind"] in kinds and not row["policy"]]
    assert len(rows) > 100
    for row in rows:
        score = grade(row["response"], row["gold"], "number")
        assert score.correct == bool(row["label"]) or (score.status == "unparseable" and row["label"]), (row, score)


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**4))
def test_every_rational_that_sympy_prints_reads_as_itself(numerator: int, denominator: int) -> None:
    value = sympy.Rational(numerator, denominator)
    shown = [str(value), f"${sympy.latex(value)}$", f"\\boxed{{{sympy.latex(value, fold_short_frac=True)}}}"]
    for text in shown:
        assert grade(f"The answer is {text}.", str(value), "number").status == "correct", text
        near = str(value + sympy.Rational(1, denominator))
        assert grade(f"The answer is {text}.", near, "number").status == "incorrect", text

"""Laws over every functionalizer of MATH-500, on the data set's own text where it is at hand."""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
from conftest import MATH500

from gap_tasks.math500.edit import fragment_of, grows
from gap_tasks.math500.functionalizer import (
    Found,
    Functionalizer,
    Instance,
    form,
    functionalizers,
    gold_digits,
    reduced,
)
from gap_tasks.math500.latex import rational
from gap_tasks.math500.texts import digest, entries, left_out
from scorers import grade
from scorers.mathematics.exact import Budget
from scorers.mathematics.numeric import Evaluator
from scorers.mathematics.parse import parse
from scorers.mathematics.source import source

DATA = Path(os.environ.get("LM_GAP_MATH500") or MATH500)
CHECKED_SEEDS = 50

pytestmark = pytest.mark.skipif(not DATA.exists(), reason=f"MATH-500 is not at {DATA}; LM_GAP_MATH500 names it")
EVERY = pytest.mark.parametrize("item", functionalizers().values(), ids=lambda item: item.id.removesuffix(".json"))


@cache
def published() -> Mapping[str, Mapping[str, str]]:
    with DATA.open(encoding="utf-8") as lines:
        return {row["unique_id"]: row for row in map(json.loads, lines)}


@cache
def drawn(item: Functionalizer) -> tuple[Instance, ...]:
    return tuple(item.sample(published()[item.id]["problem"]))


def agrees(found: Found, gold: str) -> bool:
    """Whether what a check found is the gold: exactly, as text by the grader, as a float to nine digits."""
    if isinstance(found, bool):
        return found
    if isinstance(found, int | Fraction | str):
        reply = found if isinstance(found, str) else rational(found)
        return grade(rf"\boxed{{{reply}}}", gold, "math").correct
    value = complex(Evaluator(30, Budget()).value(parse(source(gold)), {}))
    return abs(value - found) <= 1e-9 * max(1.0, abs(value))


@EVERY
def test_published_values_give_the_published_item(item: Functionalizer) -> None:
    row = published()[item.id]
    static = item.static(row["problem"])
    assert static.question == row["problem"]
    same = grade(rf"\boxed{{{static.gold}}}", row["answer"], "math").correct
    back = grade(rf"\boxed{{{row['answer']}}}", static.gold, "math").correct
    assert (same and back) == (not item.wrong_gold), (static.gold, row["answer"])
    assert item.checker is None or agrees(item.checked(static), static.gold)


@EVERY
def test_variant_golds_agree_with_the_check(item: Functionalizer) -> None:
    if item.checker is None:
        pytest.skip("no second derivation")
    for instance in drawn(item)[:CHECKED_SEEDS]:
        assert agrees(item.checked(instance), instance.gold), (instance, item.checked(instance))


@EVERY
def test_numbers_do_not_grow(item: Functionalizer) -> None:
    for instance in drawn(item):
        for key, value in item.function(**instance.values).edits.items():
            assert not grows(fragment_of(key), str(value)), (key, value)


@EVERY
def test_golds_keep_type_and_size(item: Functionalizer) -> None:
    static = item.published().text
    golds = [instance.gold for instance in drawn(item)]
    for gold in golds:
        assert form(gold) == form(static), gold
        assert gold_digits(gold) <= gold_digits(static) + 1, gold
        assert reduced(gold) or not reduced(static), gold
        assert grade(rf"\boxed{{{gold}}}", gold, "math").correct, gold
    assert sum(gold_digits(gold) <= gold_digits(static) for gold in golds) >= 0.8 * len(golds)


@EVERY
def test_variants_are_many_and_unlike_the_published_item(item: Functionalizer) -> None:
    text = published()[item.id]["problem"]
    questions = {instance.question for instance in drawn(item)}
    assert text not in questions
    assert len(questions) >= min(20, most_variants(item)), len(questions)


def most_variants(item: Functionalizer) -> int:
    """How many draws of arguments there are, an upper bound of how many variants."""
    total = 1
    for domain in item.domains.values():
        total *= len(domain.values)
    return total // 4


BLEMISHES = {
    "coefficient of one": r"(?<![\d.^_/{}(,-])1(?=[a-z](?![a-z]))",
    "power of one": r"\^1(?!\d)|\^\{1\}",
    "two signs": r"[+-] *[+-](?!-)",
    "zero term": r"[+-] 0(?![\d.])",
    "article": r"\b[Aa] (?:8|11\b|18\b|eight|eleven)|\b[Aa]n (?:[2-79]|1\b|10\b|1[2-79]\b|one\b|two\b)",
    "ordinal": r"(?<!1)1(?:\^\{?\\text\{)?th|(?<!1)2(?:\^\{?\\text\{)?th|(?<!1)3(?:\^\{?\\text\{)?th",
    "long decimal": r"\d\.\d{7}",
    "python": r"Fraction\(|None|True|False",
    "singular": r"\b1 (?!is|has|was|plus|times|less|us|class|across|this)[a-z]+s\b",
    "leading zero": r"(?<![\d.])0\d",
}


@EVERY
def test_texts_read_as_the_published_one_does(item: Functionalizer) -> None:
    text = published()[item.id]["problem"]
    for instance in drawn(item):
        for name, pattern in BLEMISHES.items():
            before, after = (len(re.findall(pattern, part)) for part in (text, instance.question))
            assert after <= before, (name, re.findall(pattern, instance.question), instance.question)
        assert balance(instance.question) == balance(text), instance.question


def balance(text: str) -> tuple[int, ...]:
    """What opens more often than it closes, by kind; intervals such as [0,1) leave a difference as published."""
    pairs = [text.count(opening) - text.count(closing) for opening, closing in ("{}", "()", "[]")]
    return (*pairs, text.count("$") % 2)


@EVERY
def test_one_question_has_one_gold(item: Functionalizer) -> None:
    golds: dict[str, str] = {}
    for instance in drawn(item):
        assert golds.setdefault(instance.question, instance.gold) == instance.gold


@EVERY
def test_no_sentence_of_the_data_set_is_kept_here(item: Functionalizer) -> None:
    for key in item.published().edits:
        assert len(re.findall(r"(?<![\\A-Za-z])[A-Za-z]{3,}", fragment_of(key))) <= 3, key


def rows_of(name: str) -> list[dict[str, str]]:
    """A table that stands beside the functionalizers."""
    with (resources.files("gap_tasks.math500") / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def test_every_item_is_functionalized_or_left_out_for_a_reason() -> None:
    out = left_out()
    assert not set(out) & set(functionalizers())
    assert set(out) | set(functionalizers()) == set(entries())
    assert all(len(reason) > 20 for reason in out.values())


def test_coverage_is_what_is_promised() -> None:
    done: Counter[tuple[str, object]] = Counter()
    every: Counter[tuple[str, object]] = Counter()
    for entry in entries().values():
        for cell in (("subject", entry.subject), ("level", entry.level)):
            every[cell] += 1
            done[cell] += entry.id in functionalizers()
    assert len(functionalizers()) >= 400
    assert all(done[cell] >= (0.6 if cell[0] == "subject" else 0.7) * every[cell] for cell in every)
    assert sum(item.checker is not None for item in functionalizers().values()) >= 0.6 * len(functionalizers())


def test_the_list_of_items_is_up_to_date() -> None:
    for row in rows_of("items.tsv"):
        item = functionalizers().get(row["id"])
        assert row["sha256"] == digest(published()[row["id"]]["problem"])
        assert row["check"] == ("" if item is None else "no" if item.checker is None else "yes"), row["id"]
        variants = "" if item is None else str(len({instance.question for instance in drawn(item)}))
        assert row["variants"] == variants, f"{row['id']}: run scripts/build-math500"


def test_every_item_was_read() -> None:
    reviews = {row["id"]: row["outcome"] for row in rows_of("reviews.tsv")}
    assert set(reviews) == set(functionalizers())
    assert set(reviews.values()) <= {"agreed", "code mended", "reader wrong"}

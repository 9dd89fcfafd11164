"""gap_time_twins: laws over many seeds, and a solver of its own that reads the text. About 3 seconds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from date_solver import MONTHS, SOLVERS, count, dates, iso, next_day, walk, zeller

from gap_tasks import core
from gap_tasks.temporal import kind as registry
from gap_tasks.temporal import probe as time_twins
from gap_tasks.temporal.kind import DateQuestion, kind, kinds, long_form, weekday_name
from scorers import grade

PROBE = core.probe("gap_time_twins")
SEEDS = range(200)
PER_SEED = 24
FAMILIES = [family for seed in SEEDS for family in PROBE.families({"seed": seed, "families": PER_SEED})]
KINDS = ("date_arithmetic", "intervals", "ordering", "weekday")


def of_kind(name: str) -> list[core.Family]:
    return [family for family in FAMILIES if family.strata["kind"] == name]


def back(text: str) -> str:
    """The years of a shifted text taken back by 400."""
    return re.sub(r"(?<!\d)2[34]\d\d(?!\d)", lambda year: str(int(year[0]) - 400), text)


def test_the_solver_knows_known_days() -> None:
    assert zeller((1998, 3, 12)) == "Thursday"
    assert zeller((2000, 2, 29)) == "Tuesday"
    assert walk((1999, 12, 31), 60) == (2000, 2, 29)
    assert walk((1900, 3, 1), -1) == (1900, 2, 28)
    assert count((2000, 3, 1)) - count((1999, 3, 1)) == 366
    assert dates("March 5, 1998 / 5 March 1998 / 1998-03-05") == [(1998, 3, 5)] * 3


def test_every_kind_has_a_solver_and_an_equal_share() -> None:
    assert tuple(kinds()) == KINDS == tuple(SOLVERS)
    assert Counter(family.strata["kind"] for family in PROBE.families()) == dict.fromkeys(KINDS, 50)


@pytest.mark.parametrize("name", KINDS)
def test_golds_agree_with_the_solver(name: str) -> None:
    for family in of_kind(name):
        for item in family.items:
            assert SOLVERS[name](item.question) == item.gold, item


@pytest.mark.parametrize("name", KINDS)
def test_twins_differ_in_their_years_alone(name: str) -> None:
    for family in of_kind(name):
        static, shifted, again = family.items
        assert (static.condition, shifted.condition, again.condition) == PROBE.conditions
        assert back(shifted.question) == static.question
        years = re.findall(r"(?<!\d)\d{4}(?!\d)", static.question)
        assert years
        years += re.findall(r"^\d{4}(?=-)", static.gold)
        assert all(1900 <= int(year) <= 2099 for year in years), family
        assert (back(shifted.gold) if static.scorer == "date" else shifted.gold) == static.gold
        assert (shifted.gold == static.gold) == (static.scorer != "date")
        assert shifted.scorer == static.scorer
        assert shifted.instruction == static.instruction
        assert (again.question, again.gold, again.scorer) == (static.question, static.gold, static.scorer)
        assert again.instruction != static.instruction


@pytest.mark.parametrize("name", KINDS)
def test_golds_are_of_their_scorers_form_and_vary(name: str) -> None:
    forms = {"date": r"\d{4}-\d\d-\d\d", "name": r"[A-Z][a-z]+", "number": r"0|[1-9]\d{0,2}"}
    items = [family.items[0] for family in of_kind(name)]
    for item in items:
        assert re.fullmatch(forms[item.scorer], item.gold), item
        assert (item.scorer == "date") == item.question.endswith("Give the date as YYYY-MM-DD.")
    most = Counter(item.gold for item in items).most_common(1)[0][1]
    assert most <= len(items) * (0.25 if name == "weekday" else 0.15)


FORMS = {
    "date_arithmetic": ["days (after|before)", "weeks", "permit", "day of [A-Z]", "day number", "strictly after"],
    "intervals": ["how many days after", "exhibition", "course", "[A-Z][a-z]+days are there", "leap days"],
    "ordering": ["five dates", "Five letters", "Four letters"],
    "weekday": ["does [0-9]+ [A-Z].* fall in", "falls on a", "the day [0-9]+ days", "the last day"],
}


@pytest.mark.parametrize("name", KINDS)
def test_every_form_of_every_kind_is_drawn(name: str) -> None:
    questions = [family.items[0].question for family in of_kind(name)]
    drawn = Counter(form for text in questions for form in FORMS[name] if re.search(form, text))
    assert set(drawn) == set(FORMS[name])
    assert min(drawn.values()) > 0.7 * len(questions) / len(FORMS[name])
    assert sum(drawn.values()) == len(questions)


def replies(item: core.Item) -> Iterator[str]:
    """What a right answer looks like in the replies of different models."""
    yield from (item.gold, f"**{item.gold}**", f"\\boxed{{{item.gold}}}")
    if item.scorer == "date":
        year, month, number = map(int, item.gold.split("-"))
        yield from (f"{number} {MONTHS[month - 1]} {year}", f"{MONTHS[month - 1]} {number}, {year}")
    elif item.scorer == "number":
        counted = re.search(r"[Hh]ow many (leap days|\w*days)", item.question)
        assert counted
        yield f"{item.gold} {counted[1]}"
    elif "code name" in item.question:
        yield from (f"the {item.gold} letter", f"the letter {item.gold}", f'"{item.gold}"', f"{item.gold} (the letter)")
    else:
        yield from (f"a {item.gold}", item.gold.lower(), item.gold[:3])


@pytest.mark.parametrize("name", KINDS)
def test_right_answers_are_graded_right_and_wrong_ones_wrong(name: str) -> None:
    items = [item for family in of_kind(name)[::6] for item in family.items[:2]]
    for item, other in zip(items, items[2:], strict=False):
        for reply in replies(item):
            score = grade(f"Counting step by step.\nThe answer is {reply}.", item.gold, item.scorer, item.aliases)
            assert score.correct, (item, reply, score)
        wrong = grade(f"The answer is {other.gold}.", item.gold, item.scorer, item.aliases)
        assert wrong.correct == (other.gold == item.gold)


def test_instructions_ask_for_steps_and_one_last_line() -> None:
    for wording in {item.instruction for family in FAMILIES for item in family.items}:
        assert "step by step" in wording
        assert '"The answer is X."' in wording


def test_leap_days_are_drawn_and_both_eras_are() -> None:
    leap_days = sum((month, number) == (2, 29) for f in FAMILIES for _, month, number in dates(f.items[0].question))
    assert leap_days > 20
    eras = Counter(family.strata["era"] for family in FAMILIES)
    assert set(eras) == {"1900-1999", "2000-2099"}
    assert min(eras.values()) > 0.45 * len(FAMILIES)


def test_the_place_in_the_list_tells_nothing() -> None:
    places: Counter[int] = Counter()
    for family in of_kind("ordering"):
        lines = family.items[0].question.split("\n")[1:-1]
        for place, line in enumerate(lines):
            is_gold = [iso(day) for day in dates(line)] == [family.items[0].gold]
            if len(lines) == 5 and (is_gold or line.startswith(f"{family.items[0].gold}:")):
                places[place] += 1
    assert set(places) == set(range(5))
    assert max(places.values()) < 1.3 * min(places.values())


def test_overlaps_of_every_sort_are_drawn() -> None:
    sorts = Counter()
    for family in of_kind("intervals"):
        if family.items[0].question.startswith("One course"):
            a, b, c, d = dates(family.items[0].question)
            sorts["none" if b < c or d < a else "inside" if a <= c <= d <= b or c <= a <= b <= d else "partly"] += 1
    assert min(sorts[sort] for sort in ("none", "inside", "partly")) > 10, sorts


def test_equal_seeds_give_equal_bytes_and_others_do_not() -> None:
    digests = [core.fingerprint(PROBE.families({"seed": seed})) for seed in (0, 0, 1)]
    assert digests[0] == digests[1] != digests[2]
    assert digests[0] == "512753b9b97ba0fd91e141a8ed46fb3e45eed18fd47dc00de23a0ba7b9e52859"


def test_seeds_share_next_to_nothing() -> None:
    drawn = [{family.items[0].question for family in PROBE.families({"seed": seed})} for seed in (42, 43)]
    assert all(len(questions) == 200 for questions in drawn)
    assert len(drawn[0] & drawn[1]) <= 2


def test_more_families_keep_those_there_were() -> None:
    few, many = PROBE.families({"families": 30}), PROBE.families({"families": 900})
    assert many[:30] == few
    assert len({family.items[0].question for family in many}) == 900


def test_exemplars_are_of_an_era_that_is_not_asked_about() -> None:
    exemplars = list(PROBE.exemplars(PROBE.resolve({})))
    assert len({shown.question for shown in exemplars}) == len(exemplars) >= 8
    asked = {item.question for family in FAMILIES for item in family.items}
    assert asked.isdisjoint(shown.question for shown in exemplars)
    for shown in exemplars:
        name = re.fullmatch(r"gap_time_twins/exemplar-(\w+)-\d", shown.family)
        assert name
        assert SOLVERS[name[1]](shown.question) == shown.gold
        years = re.findall(r"(?<!\d)\d{4}(?!\d)", shown.question)
        assert all(2100 <= int(year) <= 2299 for year in years)


@pytest.fixture
def registered() -> Iterator[None]:
    """Let a test register kinds of its own."""
    before = kinds()
    yield
    registry._kinds.clear()
    registry._kinds.update(before)


@pytest.mark.usefixtures("registered")
def test_twins_that_are_none_are_refused_when_families_are_built() -> None:
    @kind
    def broken(rng: Random, era: int) -> DateQuestion:
        return DateQuestion(f"On what day does 1 January {era} fall?", f"day {era}", "name", era)

    with pytest.raises(ValueError, match="gap_time_twins/broken-0"):
        PROBE.families()


@pytest.mark.usefixtures("registered")
def test_a_kind_is_registered_once() -> None:
    def weekday(rng: Random, era: int) -> DateQuestion:
        raise NotImplementedError

    with pytest.raises(ValueError, match="'weekday'"):
        kind(weekday)


def test_every_day_of_the_era_has_a_twin() -> None:
    day = (1900, 1, 1)
    while day[0] < 2100:
        assert zeller(day) == zeller((day[0] + 400, *day[1:]))
        day = next_day(day)
    assert (
        time_twins.shift_years("12 March 1998, 1998-03-12, 2100; 400 days")
        == "12 March 2398, 2398-03-12, 2500; 400 days"
    )


def test_names_of_days_do_not_follow_the_locale() -> None:
    for family in of_kind("weekday"):
        for year, month, number in dates(family.items[0].question):
            day = date(year, month, number)
            assert weekday_name(day) == zeller((year, month, number))
            assert long_form(day) == f"{number} {MONTHS[month - 1]} {year}"

"""The numbers and warnings of a report, against counts by hand."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_fixtures import (
    NEW,
    SHA,
    Task,
    gaps,
    hops_task,
    math_task,
    pages,
    verdicts,
    write_run,
)

from scorers.gap import Estimate, minimum_detectable_gap, net_gap, paired_gap, relative_gap, relative_gap_all

SHARES = {"static", "variant", "guessable", "right_without_parts", "unscored_static", "unscored_variant"}


def assert_spread(row: dict[str, Any], name: str, expected: Estimate) -> None:
    found = row[name], row[f"{name}_low"], row[f"{name}_high"]
    assert found == pytest.approx((expected.value, expected.low, expected.high))


def test_gaps_are_those_counted_by_hand(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "org/model", math_task())
    (row,) = gaps(tmp_path / "in")
    static = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]
    again = [1, 1, 1, 1, 1, 1, 1, 0, 0, 1]
    variant = [1, 1, 1, 1, 0.5, 0.5, 0, 0, 0, 0.5]
    every = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
    assert (row["model"], row["probe"], row["condition"], row["families"]) == (
        "org/model",
        "gap_math",
        "functional",
        10,
    )
    assert (row["static"], row["variant"], row["gap"]) == pytest.approx((0.8, 0.55, 0.25))
    assert (row["null_gap"], row["net_gap"]) == pytest.approx((0.0, 0.25))
    assert (row["relative_gap"], row["relative_gap_all"]) == pytest.approx((0.3125, 0.5))
    assert_spread(row, "gap", paired_gap(static, variant))
    assert_spread(row, "null_gap", paired_gap(static, again))
    assert_spread(row, "net_gap", net_gap(variant, again))
    assert_spread(row, "relative_gap", relative_gap(static, variant))
    assert_spread(row, "relative_gap_all", relative_gap_all(static, every))
    assert row["minimum_detectable_gap"] == pytest.approx(minimum_detectable_gap(static, variant))
    assert row["compositionality_gap"] is None
    assert row["right_without_parts"] is None
    assert (row["snapshot_sha256"], row["seed"], row["run_date"]) == (SHA, 7, NEW)


def test_every_snapshot_must_be_right_for_the_papers_gap(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++", functional="++,+-,++"))
    (row,) = gaps(tmp_path / "in")
    assert (row["variant"], row["relative_gap"], row["relative_gap_all"]) == pytest.approx((5 / 6, 1 / 6, 1 / 2))


def test_only_families_that_have_the_variant_count(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++--", again="+-++", shifted="+-..", composed="..++"))
    shifted, composed = gaps(tmp_path / "in")
    assert (shifted["families"], shifted["static"], shifted["variant"], shifted["gap"]) == (2, 1.0, 0.5, 0.5)
    assert (composed["families"], composed["static"], composed["variant"], composed["gap"]) == (2, 0.0, 1.0, -1.0)
    assert (shifted["null_gap"], composed["null_gap"]) == (0.5, -1.0)


def test_exact_test_and_holm_over_the_rows_of_one_model(tmp_path: Path) -> None:
    arms = {"static": "++++++++", "again": "++++++++", "shifted": "+++-----", "composed": "--------"}
    write_run(tmp_path / "in", "a", math_task(**arms))
    write_run(tmp_path / "in", "b", math_task(**{**arms, "shifted": "++++++++"}))
    found = {(row["model"], row["condition"]): row for row in gaps(tmp_path / "in")}
    assert [row["p_value"] for row in found.values()] == pytest.approx([2 / 2**5, 2 / 2**8, 1.0, 2 / 2**8])
    assert found["a", "composed"]["p_holm"] == pytest.approx(2 * 2 / 2**8)
    assert found["a", "shifted"]["p_holm"] == pytest.approx(2 / 2**5)
    assert found["b", "shifted"]["p_holm"] == 1.0


def test_composition_is_counted_over_families_whose_every_part_is_right(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", hops_task())
    (row,) = gaps(tmp_path / "in")
    assert row["static"] == pytest.approx(4 / 6)
    assert row["compositionality_gap"] == pytest.approx(2 / 4)
    assert row["right_without_parts"] == pytest.approx(1 / 2)
    assert row["guessable"] == pytest.approx(1 / 6)
    assert row["compositionality_gap_unguessable"] == pytest.approx(2 / 3)
    assert row["controls"] == {"null_bridge": pytest.approx(1 / 6)}
    assert row["null_gap"] is row["net_gap"] is None
    markdown, html = pages(tmp_path / "in", tmp_path / "out")
    assert re.search(r"\| null_bridge +\| 6 +\| 16\.7 +\| 66\.7 ", markdown)
    assert "no null control was asked" in markdown
    assert "Controls" in html


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from("+-?/.")] * 3), min_size=1, max_size=12), st.data())
def test_every_number_is_in_range_and_follows_from_the_verdicts(
    tmp_path_factory: pytest.TempPathFactory, families: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    tmp_path = tmp_path_factory.mktemp("law")
    static = "".join(data.draw(st.sampled_from("+-?/")) for _ in families)
    again, first, second = ("".join(arm) for arm in zip(*families, strict=True))
    write_run(tmp_path / "in", "m", math_task(static=static, again=again, functional=f"{first},{second}"))
    (row,) = gaps(tmp_path / "in")
    pairs = []
    for one, *drawn in zip(static, first, second, strict=True):
        asked = [letter for letter in drawn if letter != "."]
        if asked:
            pairs.append((one == "+", asked.count("+") / len(asked)))
    assert row["families"] == len(pairs)
    if pairs:
        assert row["static"] == pytest.approx(sum(one for one, _ in pairs) / len(pairs))
        assert row["variant"] == pytest.approx(sum(two for _, two in pairs) / len(pairs))
        gap = row["static"] - row["variant"]
        assert row["gap_lowest"] <= min(gap, row["gap_unscored_right"]) + 1e-12
        assert row["gap_highest"] >= max(gap, row["gap_unscored_right"]) - 1e-12
    for name, value in row.items():
        if isinstance(value, float) and name.startswith(("relative_gap_low", "relative_gap_high")):
            assert math.isfinite(value)
        elif isinstance(value, float) and name != "minimum_detectable_gap" and not name.startswith("relative_gap"):
            assert -1 <= value <= 1, name
            assert value >= 0 or name not in SHARES
    for name in ("gap", "null_gap", "net_gap", "relative_gap", "relative_gap_all"):
        if row[name] is not None:
            assert row[f"{name}_low"] <= row[name] <= row[f"{name}_high"]


def test_bounds_count_replies_without_a_verdict_both_ways(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++-?", again="++++", functional="+?-+"))
    (row,) = gaps(tmp_path / "in")
    assert (row["static"], row["variant"], row["gap"]) == (0.5, 0.5, 0)
    assert row["gap_unscored_right"] == 0
    assert (row["gap_lowest"], row["gap_highest"]) == (-0.25, 0.25)
    markdown, html = pages(tmp_path / "in", tmp_path / "out")
    # of four variant replies, two are right and one has no answer, as of the static ones
    assert re.search(r"\| functional +\| 4 +\| 50\.0 \(0\.0\) +\| 25\.0 \(0\.0\) +\| 25\.0 \(0\.0\)", markdown)
    assert re.search(r"\| again +\| 4 +\| 100\.0 \(50\.0\) +\| 0\.0 \(-25\.0\) +\| 0\.0 \(-25\.0\)", markdown)
    assert "no answer %" in html


def test_a_family_whose_gold_cannot_be_read_is_dropped_aloud(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="+++-", again="++++", functional="+-!-"))
    (row,) = gaps(tmp_path / "in")
    assert (row["families"], row["families_dropped"], row["static"]) == (3, 1, pytest.approx(2 / 3))
    assert "1 families were DROPPED" in row["warnings"][0]
    assert "gap_math/family_002" in row["warnings"][0]
    for page in pages(tmp_path / "in", tmp_path / "out"):
        assert "DROPPED" in page


def test_a_variant_that_no_family_has_keeps_its_row(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++", again="++", functional=".."))
    (row,) = gaps(tmp_path / "in")
    assert row["families"] == 0
    assert row["gap"] is row["static"] is row["p_holm"] is row["unscored_variant"] is None
    assert "no family was asked" in row["warnings"][0]


@pytest.mark.parametrize(
    ("arms", "warning"),
    [
        ({"static": "+" * 40, "functional": "+" * 39 + "?"}, "could not be judged: 0.0% of the static items, 2.5%"),
        ({"static": "+" * 39 + "?", "functional": "+" * 40}, "could not be judged: 2.5% of the static items, 0.0%"),
        ({"static": "+" * 50, "functional": "+" * 49 + "/"}, "cut off: 0.0% of the static items, 2.0%"),
        ({"static": "+" * 49 + "/", "functional": "+" * 50}, "cut off: 2.0% of the static items, 0.0%"),
        ({"static": "+" + "-" * 29, "functional": "-" * 30}, "static accuracy is 3.3%"),
        (
            {"static": "+" * 30, "identity": "+" * 29 + "-"},
            "identity control failed: do not trust this run (1 families",
        ),
        ({"static": "+-" * 15, "identity": "-+" + "+-" * 14}, "identity control: 2 families were judged differently"),
        ({"static": "+" * 20, "functional": "+" * 20}, "only 20 families: a gap below"),
        (
            {"static": "+" * 12, "again": "-" * 9 + "+++", "functional": "+" * 12},
            "wording alone moves accuracy by 75.0",
        ),
        ({"static": "+", "functional": "-"}, "one family has no interval"),
    ],
)
def test_warnings(tmp_path: Path, arms: dict[str, str], warning: str) -> None:
    write_run(tmp_path / "in", "m", math_task(**arms))
    (row,) = gaps(tmp_path / "in")
    assert any(warning in text for text in row["warnings"]), row["warnings"]


def test_a_sound_run_has_no_warning(tmp_path: Path) -> None:
    write_run(
        tmp_path / "in", "m", math_task(static="+" * 160 + "-" * 40, again="+" * 160 + "-" * 40, functional="+-" * 100)
    )
    (row,) = gaps(tmp_path / "in")
    assert row["warnings"] == []
    assert "Warnings" not in "".join(pages(tmp_path / "in", tmp_path / "out"))


def test_identity_among_the_controls_is_checked_too(tmp_path: Path) -> None:
    families = verdicts("gap_math", "+" * 8, functional="-" * 8, identity="+" * 7 + "-")
    write_run(tmp_path / "in", "m", Task("gap_math", families, ["functional"], ["identity"]))
    (row,) = gaps(tmp_path / "in")
    assert any("do not trust this run" in text for text in row["warnings"])


def test_what_is_said_of_several_conditions_is_said_once(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="-" * 30, space="-" * 30, case="-" * 30))
    markdown, _ = pages(tmp_path / "in", tmp_path / "out")
    assert markdown.count("static accuracy is 0.0%") == 1
    assert markdown.count("few families") == 1


def test_different_snapshots_and_partial_runs_are_noted(tmp_path: Path) -> None:
    task = math_task()
    write_run(tmp_path / "in", "a", task)
    write_run(
        tmp_path / "in", "b", Task(**{**_fields(task), "metadata": {"snapshot_sha256": "cd" * 32, "families": 99}})
    )
    markdown, html = pages(tmp_path / "in", tmp_path / "out")
    for page in (markdown, html):
        assert "gap_math: models were asked different snapshots" in page
        assert "b, gap_math: 10 of 99 families were asked" in page


def _fields(task: Task) -> dict[str, Any]:
    return {name: getattr(task, name) for name in task.__dataclass_fields__}

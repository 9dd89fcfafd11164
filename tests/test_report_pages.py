"""The pages of a report: safe, complete, the same every time."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import matplotlib as mpl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_fixtures import (
    NEW,
    SHA,
    STATIC,
    Reply,
    Task,
    content,
    hops_task,
    math_task,
    pages,
    verdicts,
    write_run,
)

from gap_tasks.report import ReportFiles, build
from gap_tasks.report.plain import label, plain, shorten
from gap_tasks.report.table import COLUMNS, natural, percent


def test_other_files_in_out_are_left_alone(tmp_path: Path) -> None:
    write_run(tmp_path / "both", "m", math_task())
    (tmp_path / "both" / "notes.txt").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    build([tmp_path / "both"], tmp_path / "both")
    again = build([tmp_path / "both"], tmp_path / "both")
    assert set(tmp_path.rglob("*")) - set(before) == {again.json, again.csv, again.markdown, again.html}


class _Page(HTMLParser):
    """Elements, their attributes, text; fails where tags do not nest."""

    VOID = frozenset({"meta", "br", "use", "path"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = (
    "<script>alert(1)</script> ]]> <!-- --> {{ 7*7 }} </div></details> \x00\x1b[31m\x9b\u202egnorw &amp; $x_1$ \ud800"
)


MODEL = 'org/<b>"m" $x^{2$ | `rm` [a](b)\x07'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> ReportFiles:
    tmp_path = tmp_path_factory.mktemp("hostile")
    families = {
        f"gap_math/<i>{number}": [
            Reply("static", question=HOSTILE[:-1], gold="<u>5</u>", text=HOSTILE[:-1]),
            Reply("functional", "incorrect", question=HOSTILE[:-1], extracted="<s>4", text=HOSTILE[:-1]),
            Reply("<q>$a_b$", "truncated", extracted=None, text="x" * 20_000),
        ]
        for number in range(8)
    }
    strata = {name: {"<kbd>key": f"<tt>$\\frac{{1}} {number % 2}"} for number, name in enumerate(families)}
    task = Task("gap_math", families, ["functional", "<q>$a_b$"], strata=strata)
    write_run(tmp_path / "in", MODEL, task)
    return build([tmp_path / "in"], tmp_path / "out")


def test_what_models_write_is_shown_and_never_run(hostile: ReportFiles) -> None:
    html = hostile.html.read_text("utf-8")
    page = _Page(html)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "b", "i", "u", "s", "q", "kbd", "tt", "iframe", "img", "object", "link"}
    assert not [attributes for _, attributes in page.tags if any(name.startswith("on") for name in attributes)]
    assert "<script>alert(1)</script> ]]> <!-- --> {{ 7*7 }} </div></details>" in page.text
    assert "<u>5</u>" in page.text
    assert "12,000 more characters" in page.text
    assert "$x_1$" in page.text
    for text in (html, hostile.markdown.read_text("utf-8"), hostile.csv.read_text("utf-8")):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text)


def test_dollar_signs_in_labels_are_no_formulas(hostile: ReportFiles) -> None:
    html = hostile.html.read_text("utf-8")
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", html)
    assert "&lt;q&gt;$a_b$" in texts
    assert any("&lt;tt&gt;$\\frac{1} 0" in text for text in texts)


def test_the_page_loads_nothing(hostile: ReportFiles) -> None:
    html = hostile.html.read_text("utf-8")
    assert "://" not in html
    assert "@import" not in html
    for tag, attributes in _Page(html).tags:
        for name in ("src", "href", "xlink:href", "action", "data"):
            assert (attributes.get(name) or "#").startswith("#"), tag
    ids = [attributes["id"] for _, attributes in _Page(html).tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    pointed = set(re.findall(r'(?:href="|url\()#([^")]+)', html))
    assert pointed <= set(ids)


def test_every_figure_says_what_it_shows(hostile: ReportFiles) -> None:
    figures = [attributes for tag, attributes in _Page(hostile.html.read_text("utf-8")).tags if tag == "svg"]
    assert len(figures) == 4
    for attributes in figures:
        assert attributes["role"] == "img"
        assert len(attributes["aria-label"] or "") > 30


def test_markdown_tables_hold_together(hostile: ReportFiles) -> None:
    lines = hostile.markdown.read_text("utf-8").splitlines()
    for first, second in pairwise(lines):
        if first.startswith("|") and second.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", first)) == len(re.findall(r"(?<!\\)\|", second))
    assert "alert(1)" not in "".join(lines)


def test_csv_and_json_say_the_same(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "org/a,b", hops_task(), math_task())
    files = build([tmp_path / "in"], tmp_path / "out")
    written = json.loads(files.json.read_text("utf-8"), parse_constant=pytest.fail)
    with files.csv.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    assert len(table) == len(written) == 2
    for row, line in zip(written, table, strict=True):
        assert list(row) == list(line) == list(COLUMNS)
        for name, value in row.items():
            if value is None:
                assert line[name] == ""
            else:
                assert (value if isinstance(value, str) else json.loads(line[name])) == (
                    line[name] if isinstance(value, str) else value
                )


def test_two_builds_are_equal_byte_for_byte(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", hops_task(), math_task(static=STATIC, functional="++/?------"))
    build([tmp_path / "in"], tmp_path / "one")
    with mpl.rc_context({"font.size": 30, "svg.fonttype": "path", "axes.facecolor": "red"}):
        build([tmp_path / "in"], tmp_path / "two")
    assert content(tmp_path / "one") == content(tmp_path / "two")
    assert set(content(tmp_path / "one")) == {"gaps.json", "gaps.csv", "report.md", "report.html"}


def test_building_leaves_matplotlib_as_it_was(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task())
    before = dict(mpl.rcParams)
    build([tmp_path / "in"], tmp_path / "out")
    assert dict(mpl.rcParams) == before


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, gap_tasks.report; heavy = {'matplotlib', 'numpy', 'scipy', 'pandas', 'jinja2', 'lm_eval'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_gaps_by_stratum(tmp_path: Path) -> None:
    families = verdicts("gap_math", "+++++---", again="++++++++", functional="----+---")
    levels = {name: {"level": "10" if number < 4 else "9", "all": "same"} for number, name in enumerate(families)}
    write_run(tmp_path / "in", "m", Task("gap_math", families, strata=levels))
    markdown, html = pages(tmp_path / "in", tmp_path / "out")
    found = re.findall(r"\| level +\| (\d+) +\| functional +\| (\d) +\| (\S+) ", markdown)
    assert found == [("9", "4", "0.0"), ("10", "4", "100.0")]
    assert "| all " not in markdown
    assert "by level" in html


def test_many_labels_and_many_variants_are_put_together(tmp_path: Path) -> None:
    names = ["identity", "case", "space", "swap", "words"]
    arms = {**dict.fromkeys(names, "+" * 20 + "-" * 20), "identity": "+" * 40}
    families = verdicts("gap_math", "+" * 40, **arms)
    years = {name: {"year": str(1980 + min(number, 30))} for number, name in enumerate(families)}
    write_run(tmp_path / "in", "m", Task("gap_math", families, names, strata=years))
    markdown, _ = pages(tmp_path / "in", tmp_path / "out")
    found = re.findall(r"\| year +\| (.+?) +\| all variants +\| (\d+) +\| (\S+) ", markdown)
    assert len(found) == 13
    assert found[-1][:2] == ("19 others", "19")
    assert sum(int(count) for _, count, _ in found) == 40
    assert ("2010", "10", "100.0") in found


def test_labels_that_only_some_families_have(tmp_path: Path) -> None:
    families = verdicts("gap_math", "++++", functional="--++")
    names = list(families)
    strata = {names[0]: {"era": "x"}, names[1]: {"era": "y"}, names[2]: {"era": "y"}, names[3]: {"subject": "s"}}
    write_run(tmp_path / "in", "m", Task("gap_math", families, strata=strata))
    markdown, _ = pages(tmp_path / "in", tmp_path / "out")
    assert re.findall(r"\| era +\| (\w+) +\| functional +\| (\d)", markdown) == [("x", "1"), ("y", "2")]
    assert "None" not in markdown


def test_examples_are_few_and_of_every_variant(tmp_path: Path) -> None:
    arms = {"static": "+" * 20, "shifted": "-" * 20, "composed": "+" * 10 + "-" * 10}
    write_run(tmp_path / "in", "m", math_task(**arms))
    _, html = pages(tmp_path / "in", tmp_path / "out")
    shown = re.findall(r'class="example">\s*<p class="role">gap_math/family_(\d+)</p>', html)
    assert shown == ["000", "010", "001", "011", "002"]
    assert "There is no such family" not in html


def test_a_run_without_a_fall_has_no_example(tmp_path: Path) -> None:
    write_run(tmp_path / "in", "m", math_task(static="++--", again="----", functional="++--"))
    _, html = pages(tmp_path / "in", tmp_path / "out")
    assert "There is no such family" in html
    assert "Every reply of this run was judged" in html


def test_how_it_was_run_is_told_without_model_args(tmp_path: Path) -> None:
    results = write_run(tmp_path / "in", "m", math_task())
    text = results.read_text().replace('"pretrained": "m"', '"pretrained": "m", "api_key": "sk-secret"')
    results.write_text(text)
    for page in pages(tmp_path / "in", tmp_path / "out"):
        for told in (SHA, NEW, "snapshots 2", "lm-eval-gap 0.1.0", "lm_eval 0.4.13", "4096", "vllm"):
            assert told in page
        assert "sk-secret" not in page


@given(st.text(), st.integers(1, 50))
def test_plain_text_holds_no_control_character_and_no_more_than_asked(text: str, limit: int) -> None:
    shown = plain(text, limit)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)
    assert len(shown) <= limit + len("… ( more characters)") + 10
    assert "\n" not in label(text)
    assert label(label(text)) == label(text)


@pytest.mark.parametrize(
    ("name", "limit", "short"),
    [
        ("org/model", 9, "org/model"),
        ("runs/a/step-100", 11, "…/step-100"),
        ("runs/a/step-100", 14, "…/a/step-100"),
        ("a-name-of-no-folder", 8, "a-n…lder"),
        ("ends/with/a/slash/", 5, "en…h/"),
    ],
)
def test_names_are_shortened(name: str, limit: int, short: str) -> None:
    assert shorten(name, limit) == short
    assert len(short) <= limit


@pytest.mark.parametrize(("value", "text"), [(0.125, "12.5"), (-0.00001, "0.0"), (-0.1, "-10.0"), (1.0, "100.0")])
def test_percent(value: float, text: str) -> None:
    assert percent(value) == text


@given(st.lists(st.text(alphabet="ab019²٣ ", max_size=6)))
def test_natural_order_takes_any_labels(labels: list[str]) -> None:
    assert Counter(sorted(labels, key=natural)) == Counter(labels)
    assert sorted(["level 10", "level 9", "x"], key=natural) == ["level 9", "level 10", "x"]

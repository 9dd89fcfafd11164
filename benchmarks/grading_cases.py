"""The labelled and hostile answers that `benchmarks/grading.py` gives to every grader."""

from __future__ import annotations

import ast
import json
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from gap_tasks import core
from scorers.extract import Answer, extract

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
SEED = 20241124


@dataclass(frozen=True)
class Case:
    """One labelled reply; answer: what our extraction finds in it, label: whether it is right (None: hostile)."""

    group: str
    kind: str
    gold: str
    reply: str
    answer: str | None
    label: bool | None


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def case(group: str, kind: str, gold: str, reply: str, label: bool | None) -> Case:
    """A case, with what our extraction finds in its reply."""
    found = extract(reply)
    return Case(group, kind, gold, reply, found.text if isinstance(found, Answer) else None, label)


def corpus() -> list[Case]:
    """Rows of tests/cases that are right or wrong: mathematics, and the numbers of the other corpus."""
    cases = []
    for name, scorer in (("mathematics", "math"), ("grading", "number")):
        for row in rows(CASES / f"{name}.jsonl"):
            if row["scorer"] == scorer and row["status"] in {"correct", "incorrect"} and not row["aliases"]:
                kind = row["kind"].removesuffix("-policy") if scorer == "math" else "plain number"
                cases.append(case("corpus", kind, row["gold"], row["reply"], row["status"] == "correct"))
    return cases


def peer_cases(archive: Path) -> list[Case]:
    """The (gold, prediction, expected) triples of Math-Verify's tests, read as data; the tests are not run."""
    cases = []
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            source = tar.extractfile(member)
            if "/tests/test_" in member.name and source is not None:
                kind = Path(member.name).stem.removeprefix("test_")
                for gold, reply, label in triples(ast.parse(source.read())):
                    cases.append(case("Math-Verify's tests", kind, gold, reply, bool(label)))
    return cases


def triples(tree: ast.Module) -> Iterator[tuple[str, str, int]]:
    """Literal parameters of tests that take nothing but gold, prediction and expected result."""
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "parametrize" and len(call.args) == 2):
            continue
        names = [name.strip() for name in ast.literal_eval(call.args[0]).split(",")]
        if names[:2] != ["gold", "pred"] or names[2:] not in (["expected"], ["result"]):
            continue
        for element in getattr(call.args[1], "elts", ()):
            if isinstance(element, ast.Tuple) and all(isinstance(part, ast.Constant) for part in element.elts):
                gold, reply, label = ast.literal_eval(element)
                yield gold, reply, label


def bare_gold(gold: str) -> str:
    """A gold without dollar signs; of a whole solution, what its last box holds."""
    found = extract(gold) if "\\boxed" in gold else None
    plain = gold.strip()
    if plain.startswith("$") and plain.endswith("$"):
        plain = plain.strip("$").strip()
    return found.text if isinstance(found, Answer) else plain


def hostile_text(row: dict[str, Any]) -> str:
    """The text of a row: written out, or `repeat` times `times` around `core`, closed as often."""
    if "text" in row:
        text = str(row["text"])
    else:
        inner = row["repeat"] * row["times"] + row.get("core", "") + row.get("close", "") * row["times"]
        text = row.get("prefix", "") + inner + row.get("suffix", "")
    return text.replace("{marker}", "/nowhere/marker")


def hostile_cases(every: int) -> list[Case]:
    """Each n-th row of tests/cases/hostile.jsonl, its text in a box."""
    chosen = list(rows(CASES / "hostile.jsonl"))[::every]
    texts = ((row["kind"], hostile_text(row)) for row in chosen)
    return [Case("hostile", kind, "5", f"Hence $\\boxed{{{text}}}$.", text, None) for kind, text in texts]


def rewritten_cases(count: int) -> list[Case]:
    """Label-known rewrites of the golds in tests/rewrites.py and of the probes' mathematical golds; a fixed sample."""
    sys.path.insert(0, str(ROOT / "tests"))
    import rewrites
    import sympy_golds

    texts: dict[tuple[str, str], bool] = {}
    for own in sympy_golds.sympy_golds():
        texts |= {(own.gold, text): True for text in own.equal} | {(own.gold, text): False for text in own.unequal}
    golds = {own.gold for own in sympy_golds.sympy_golds()} | probe_golds()
    for gold in sorted(golds):
        texts |= {(gold, text): True for text in rewrites.equivalents(gold, "math")}
        texts |= {(gold, text): False for text in rewrites.near_misses(gold, "math")}
    chosen = Random(f"benchmark/rewrites/{SEED}").sample(sorted(texts), min(count, len(texts)))
    boxed = ((gold, text, f"Hence $\\boxed{{{text}}}$.") for gold, text in chosen)
    return [case("rewrites", "rewrite", gold, reply, texts[gold, text]) for gold, text, reply in boxed]


def probe_golds() -> set[str]:
    """Golds of every probe that are numbers or mathematics; of those that need no data, so that all see the same."""
    own = (probe for probe in core.probes().values() if probe.size is None)
    families = (family for probe in own for family in probe.families())
    return {item.gold for family in families for item in family.items if item.scorer in {"number", "math"}}

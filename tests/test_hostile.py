"""Hostile answers (tests/cases/hostile.jsonl): no scorer raises on them, runs them, lingers or swells.

About 50 s. Run as a script, this file grades every text and prints what it saw, so that memory is measured in
a process that holds nothing else.
"""

from __future__ import annotations

import cProfile
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from scorers import SCORERS, STATUSES, grade
from scorers.mathematics.exact import MAX_STEPS, Budget, InexactError, exact
from scorers.mathematics.numeric import Evaluator
from scorers.mathematics.parse import parse

ROOT = Path(__file__).parents[1]
CASES = [json.loads(line) for line in (ROOT / "tests/cases/hostile.jsonl").read_text(encoding="utf-8").splitlines()]
SURROUNDINGS = {"bare": "{}", "phrase": "We are done.\n\nThe answer is {}.", "box": "Hence $\\boxed{{{}}}$."}
GOLDS = {
    "number": ["58"],
    "name": ["Paris"],
    "code": ["EUR"],
    "date": ["1998-03-12"],
    "math": ["5", "\\frac{\\sqrt{3}}{2}", "x^2 + y", "\\{1, 2\\}", "(0, \\infty)", "1011_2"],
}
MAX_SECONDS = 1.0
MAX_GROWTH_MB = 50.0
MAX_RUN_SECONDS = 500
MAX_CALLS = 400_000
"""Function calls, Python's and the library's, of one grading: the same on every machine, unlike its 40 ms."""
FLOOD = 10_000
"""Texts beyond every cap on answers [characters] are graded against one gold of each scorer: they end before it."""


def _text(case: dict[str, Any], marker: str) -> str:
    """The hostile text of a row: written out, or `repeat` times `times` around `core`, closed as often."""
    if "text" in case:
        text = case["text"]
    else:
        inner = case["repeat"] * case["times"] + case.get("core", "") + case.get("close", "") * case["times"]
        text = case.get("prefix", "") + inner + case.get("suffix", "")
    return str(text).replace("{marker}", marker)


def _replies(marker: str) -> Iterator[tuple[str, str, str, str]]:
    """(name, reply, gold, scorer) of every grading."""
    for case in CASES:
        text = _text(case, marker)
        for surrounding, shape in SURROUNDINGS.items():
            reply = shape.format(text)
            for scorer in SCORERS:
                for gold in GOLDS[scorer][: 1 if len(text) > FLOOD else None]:
                    yield f"{case['id']} {surrounding} {scorer} {gold}", reply, gold, scorer


def _peak_mb() -> float:
    """Peak resident memory of this process [MB]; ru_maxrss would count the parent's, which exec hands down."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _watch(marker: str) -> dict[str, Any]:
    """Grades everything: status by grading, faults, and the growth of peak memory [MB] after a warm-up."""
    for scorer, golds in GOLDS.items():
        if scorer in SCORERS:
            for gold in golds:
                grade(f"The answer is {gold}.", gold, scorer)
                grade("x" * 900_000, gold, scorer)
    before = _peak_mb()
    statuses: dict[str, str] = {}
    faults = []
    slowest = 0.0
    for name, reply, gold, scorer in _replies(marker):
        start = time.perf_counter()
        try:
            score = grade(reply, gold, scorer)
        except BaseException as error:  # noqa: BLE001 (whatever is raised is the finding, RecursionError too)
            faults.append(f"{name}: raised {type(error).__name__}")
            continue
        took = time.perf_counter() - start
        if took >= MAX_SECONDS:
            start = time.perf_counter()
            grade(reply, gold, scorer)
            took = min(took, time.perf_counter() - start)
        slowest = max(slowest, took)
        statuses[name] = score.status
        if took >= MAX_SECONDS:
            faults.append(f"{name}: took {took:.2f} s")
        if score.status not in STATUSES or not score.why:
            faults.append(f"{name}: status {score.status!r}, why {score.why!r}")
        if Path(marker).exists():
            faults.append(f"{name}: was run")
            Path(marker).unlink()
    return {"statuses": statuses, "faults": faults, "growth_mb": _peak_mb() - before, "slowest": slowest}


def _run(where: str, marker: Path) -> dict[str, Any]:
    """What `_watch` sees in a process of its own, on its main thread or on another."""
    command = [sys.executable, __file__, where, str(marker)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=MAX_RUN_SECONDS)
    assert done.returncode == 0, done.stderr[-2000:]
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What was seen on the main thread of one process and on another thread of a second, side by side."""
    places = ("main thread", "other thread")
    markers = [tmp_path_factory.mktemp("hostile") / "executed" for _ in places]
    with ThreadPoolExecutor(len(places)) as pool:
        return dict(zip(places, pool.map(_run, places, markers), strict=True))


def test_the_corpus_is_whole() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 120
    assert len({_text(case, "m") for case in CASES}) == len(CASES)
    assert all(case["kind"] and _text(case, "m") for case in CASES)
    assert sum("{marker}" in case.get("text", "") for case in CASES) >= 20


@pytest.mark.parametrize("place", ["main thread", "other thread"])
def test_no_hostile_answer_raises_runs_or_lingers(runs: dict[str, dict[str, Any]], place: str) -> None:
    faults = runs[place]["faults"]
    assert not faults, "\n".join([f"{len(faults)} faults", *faults[:30]])
    assert len(runs[place]["statuses"]) == len(list(_replies("m")))


@pytest.mark.parametrize("place", ["main thread", "other thread"])
def test_memory_stays_bounded(runs: dict[str, dict[str, Any]], place: str) -> None:
    assert runs[place]["growth_mb"] < MAX_GROWTH_MB


def test_verdicts_do_not_depend_on_the_thread(runs: dict[str, dict[str, Any]]) -> None:
    on_main, off_main = (runs[place]["statuses"] for place in ("main thread", "other thread"))
    assert [name for name, status in on_main.items() if off_main.get(name) != status] == []


def test_no_hostile_answer_takes_many_calls() -> None:
    faults = []
    for case in CASES:
        text = _text(case, "m")
        for gold in GOLDS["math"] if len(text) <= FLOOD else ():
            profile = cProfile.Profile()
            profile.runcall(grade, SURROUNDINGS["box"].format(text), gold, "math")
            calls = sum(entry.callcount for entry in profile.getstats())
            if calls > MAX_CALLS:
                faults.append(f"{case['id']} {gold}: {calls:,} calls")
    assert not faults, "\n".join(faults)


def _charged(text: str, digits: int) -> int:
    """Steps that the value of an expression takes, exactly or to so many digits."""
    budget = Budget()
    if digits:
        Evaluator(digits, budget).value(parse(text), {})
    else:
        with suppress(InexactError):
            exact(parse(text), {}, budget)
    return MAX_STEPS - budget.left


@pytest.mark.parametrize(
    ("text", "digits", "microseconds"),
    [
        ("4999!!", 0, 1_200),
        ("5000!", 0, 550),
        ("5000! + 4999!", 0, 2_000),
        ("\\binom{20000}{3900}", 0, 1_300),
        ("\\frac{1}{3^{10000}} \\cdot \\frac{2^{15000}}{7^{5000}}", 0, 600),
        ("\\sqrt[61]{7^{1300} + 1}", 0, 400),
        ("\\sin 7", 40, 12),
        ("\\ln 7", 1_000, 1_200),
        ("7^{0.3}", 1_000, 1_200),
        ("\\arcsin (0.3 + i)", 500, 1_000),
        ("0.3!", 40, 900),
        ("0.3!", 300, 1_300),
        ("\\binom{7.3}{2.1}", 300, 4_000),
    ],
)
def test_values_are_charged_by_what_they_cost(text: str, digits: int, microseconds: int) -> None:
    assert _charged(text, digits) >= microseconds


def test_twice_the_digits_are_charged_more_than_twice() -> None:
    for text in ("\\ln 7", "7^{0.3}", "0.3!", "\\sin 7"):
        assert _charged(text, 1_000) > 2 * _charged(text, 500) > 4 * _charged(text, 250) > 0


if __name__ == "__main__":
    result: list[dict[str, Any]] = []
    if sys.argv[1] == "main thread":
        result.append(_watch(sys.argv[2]))
    else:
        worker = threading.Thread(target=lambda: result.append(_watch(sys.argv[2])))
        worker.start()
        worker.join()
    sys.stdout.write(json.dumps(result[0]))

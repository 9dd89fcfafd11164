"""The CAS stage with real worker processes: what it settles, what it leaves alone, and that nothing outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from scorers import STATUSES, Score, grade
from scorers.cas import CasStage

ROOT = Path(__file__).parents[1]


def unparseable(answer: str) -> Score:
    return Score("unparseable", answer, "box", "The answer is an expression that is not known.")


@pytest.fixture(scope="module")
def cas() -> Iterator[CasStage]:
    with CasStage(seconds=20) as stage:  # far above what the small formulas need, so that no slow machine fails them
        yield stage


EQUAL = [
    (r"n\,\Gamma(n)", "n!"),
    (r"\Gamma\left(\frac{1}{2}\right)", r"\sqrt{\pi}"),
    (r"\zeta(2)", r"\frac{\pi^2}{6}"),
    (r"\binom{2n}{n}", r"\frac{(2n)!}{(n!)^2}"),
    (r"\operatorname{erf}(0) + \arctan 1", r"\dfrac{\pi}{4}"),
    (r"\sin^2 \theta", r"\frac{1-\cos 2\theta}{2}"),
    (r"\tan^{-1} x", r"\arctan(x)"),
    (r"\ln 2/\ln 3", r"\log_3 2"),
    (r"\sqrt[3]{-8}\,x", "-2x"),
    (r"f = \lfloor e \rfloor x", "2x"),
    (r"1\frac{1}{2}\pi", r"\frac{3\pi}{2}"),
    ("(a+b)^3", "a^3+3a^2b+3ab^2+b^3"),
    (r"\frac{x^2-1}{x-1}", "x+1"),
    ("7!!", "105"),
    (r"\frac12 x", "x/2"),
    (r"\frac 34\pi", r"0.75\pi"),
    ("2^10 x", "1024x"),
    (r"\cosh x + \sinh x", "e^x"),
    (r"|{-3}|y", "3y"),
    ("x_1^{-1}", r"\frac1{x_1}"),
    ("√2·π", r"\pi\sqrt 2"),
]
EQUAL += [
    (r"\sum_{k=1}^{10} k", "55"),
    (r"\sum_{i=1}^n i", r"\frac{n(n+1)}{2}"),
    (r"\sum_{k=1}^{3} k + 1", "7"),
    (r"\sum_{n=1}^\infty \frac{1}{n^2}", r"\frac{\pi^2}{6}"),
    (r"\prod_{k=1}^{5} k", "120"),
    (r"\int_0^1 x\,dx", r"\frac12"),
    (r"\frac{1}{2}\int_{0}^{\pi} \sin(x) + 1\, dx", r"1 + \frac{\pi}{2}"),
    (r"\int_0^\infty e^{-x^2} dx", r"\frac{\sqrt\pi}{2}"),
    (r"\lim_{x\to 0} \frac{\sin x}{x}", "1"),
    (r"\lim_{n\to\infty} (1+\frac1n)^n", "e"),
    (r"\sum_{i=1}^{2} \sum_{j=1}^{i} i j", "7"),
]
DIFFERENT = [
    (r"\sum_{k=1}^{10} k", "54"),
    (r"\sum_{i=1}^n i", r"\frac{n(n-1)}{2}"),
    (r"\int_0^1 x\,dx", r"\frac13"),
    (r"n\,\Gamma(n)", "(n-1)!"),
    (r"\zeta(3)", r"\frac{\pi^2}{6}"),
    (r"\binom{2n}{n}", r"\frac{(2n)!}{n!}"),
    (r"\sin^2 \theta", r"\frac{1+\cos 2\theta}{2}"),
    (r"\frac{1}{2004!}", r"\frac{1}{2006!}"),
    (r"\ln 2/\ln 3", r"\log_2 3"),
    ("-x^2", "x^2"),
    ("2^{100}", "2^{100}+1"),
]
LEFT_ALONE = [
    (r"\sqrt12", r"\sqrt{12}"),
    (r"\sum k", "55"),
    (r"\int x\,dx", r"\frac{x^2}{2}"),
    (r"\int_0^1 \frac{dx}{1+x}", r"\ln 2"),
    (r"\lim \frac{\sin x}{x}", "1"),
    (r"\sum_{k}^{10} k", "55"),
    (r"\sum_{k=1}^{3} \sum_{k=1}^{3} k", "18"),
    (r"\infty", "1"),
    (r"\sum_{k=1}^{\infty} \frac1k", "100"),
    ("a hundred and five", "105"),
    ("x = 1 = 2", "2"),
    ("x^2 + y = 5", "5"),
    ("1/2x", r"\frac{x}{2}"),
    (r"\sin x/2", r"\frac{\sin x}{2}"),
    ("2^3^2", "512"),
    ("f(x)", "fx"),
    ("3 4", "12"),
    ("y", "x"),
    (r"\Gamma(1/3)", "2.68"),
    ("1,2", "12"),
    (r"\sqrt{x^2}", "x"),
    ("", "0"),
    ("x/0", "1"),
    ("(" * 300 + "5" + ")" * 300, "5"),
    ("5" * 5_000, "5"),
    ("+".join("x" * 900), "900x"),
    (r"\sin(\pi n)", "0"),  # so for whole n only
    ("\ud800\x00", "0"),
]


@pytest.mark.parametrize(("answer", "gold"), EQUAL, ids=[row[0] for row in EQUAL])
def test_what_is_equal_is_correct(cas: CasStage, answer: str, gold: str) -> None:
    for one, two in ((answer, gold), (gold, answer), (answer, answer)):
        score = cas.settle(unparseable(one), two)
        assert (score.status, score.source) == ("correct", "box, CAS"), score
        assert "CAS" in score.why


@pytest.mark.parametrize(("answer", "gold"), DIFFERENT, ids=[row[0] for row in DIFFERENT])
def test_what_differs_is_incorrect(cas: CasStage, answer: str, gold: str) -> None:
    for one, two in ((answer, gold), (gold, answer)):
        score = cas.settle(unparseable(one), two)
        assert (score.status, score.source) == ("incorrect", "box, CAS"), score


@pytest.mark.parametrize(
    ("answer", "gold"), LEFT_ALONE, ids=[row[0][:20].encode().hex() for row in LEFT_ALONE[:-1]] + ["surrogate"]
)
def test_the_rest_stays_unparseable(cas: CasStage, answer: str, gold: str) -> None:
    score = cas.settle(unparseable(answer), gold)
    assert (score.status, score.source, score.extracted) == ("unparseable", "box", answer), score
    assert score.why.startswith(unparseable(answer).why)


def test_what_was_judged_is_never_overridden(cas: CasStage) -> None:
    for status in STATUSES:
        if status != "unparseable":
            score = Score(status, "n!", "box", "Because.")
            assert cas.settle(score, "n!") is score
    nothing = Score("unparseable", None, "", "Because.")
    assert cas.settle(nothing, "n!") is nothing


def test_after_the_grader(cas: CasStage) -> None:
    for answer, gold, status in (
        (r"\sum_{k=1}^{10} k", "55", "correct"),
        (r"\int_0^1 x\,dx", r"\frac{1}{3}", "incorrect"),
        ("19 +", "19", "unparseable"),
    ):
        score = grade(f"Hence $\\boxed{{{answer}}}$.", gold, "math")
        assert score.status == "unparseable", score
        assert cas.settle(score, gold).status == status


def test_one_worker_serves_many_answers_from_many_threads(cas: CasStage) -> None:
    pid = cas.worker_pid
    rows = (EQUAL + DIFFERENT) * 3
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda row: cas.settle(unparseable(row[0]), row[1]).status, rows))
    assert found == (["correct"] * len(EQUAL) + ["incorrect"] * len(DIFFERENT)) * 3
    assert cas.worker_pid == pid is not None


RUNAWAY = "(x+1)^{100000000}"


def test_a_runaway_is_killed_and_replaced() -> None:
    with CasStage(seconds=0.7, memory=1_024) as cas:
        cas.settle(unparseable("x"), "x")
        first = cas.worker_pid
        assert first is not None
        begin = time.monotonic()
        score = cas.settle(unparseable(RUNAWAY), "x")
        assert time.monotonic() - begin < 5
        assert (score.status, score.source) == ("timeout", "box, CAS")
        assert not psutil.pid_exists(first)
        score = cas.settle(unparseable("2x"), "x+x")
        assert score.correct
        assert cas.worker_pid not in {first, None}


def test_a_memory_bomb_is_a_limit() -> None:
    with CasStage(seconds=60, memory=200) as cas:
        before = cas.worker_pid
        score = cas.settle(unparseable("2^{2^{34}} + x"), "x")
        assert score.status == "limit", score
        assert cas.settle(unparseable("2x"), "x+x").correct
        assert cas.worker_pid != before


PAYLOADS = [
    "open({!r},'w').write('x')",
    "__import__('pathlib').Path({!r}).touch()",
    "exec(\"open({!r},'w')\")",
    "\\operatorname{{eval}}(open({!r},'w'))",
    "x; import os; os.system('touch {}')",
    "$(touch {})",
    "Symbol('x').func.__globals__['__builtins__']['open']({!r},'w')",
    "\\text{{open}}({!r}, w)",
    "lambda x: open({!r},'w')",
    "f'{{open({!r},chr(119))}}'",
]


def test_model_text_is_never_run(cas: CasStage, tmp_path: Path) -> None:
    marker = tmp_path / "executed"
    for payload in PAYLOADS:
        text = payload.format(str(marker))
        for answer, gold in ((text, "x"), ("x", text), (f"\\frac{{{text}}}{{2}}", "x"), (f"x_{{{text}}}", "x")):
            assert cas.settle(unparseable(answer), gold).status == "unparseable"
            assert not marker.exists()


def test_a_worker_killed_from_outside_is_replaced() -> None:
    with CasStage(seconds=20) as cas:
        first = cas.worker_pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert cas.settle(unparseable("2x"), "x+x").status == "limit"
        assert cas.settle(unparseable("2x"), "x+x").correct
        assert cas.worker_pid not in {first, None}


def test_nothing_is_left_behind() -> None:
    with CasStage() as cas:
        pid = cas.worker_pid
        assert pid is not None
    assert cas.worker_pid is None
    assert not psutil.pid_exists(pid), "neither running nor a zombie"
    assert not [child for child in psutil.Process().children() if child.pid == pid]


PARENT = """
import sys, time
from scorers import Score
from scorers.cas import CasStage
cas = CasStage(seconds={seconds}).__enter__()
print(cas.worker_pid, flush=True)
{then}
"""


def parent(then: str, seconds: float = 600) -> tuple[subprocess.Popen[str], psutil.Process]:
    code = PARENT.format(then=then, seconds=seconds)
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    return process, psutil.Process(int(process.stdout.readline()))


def is_gone(worker: psutil.Process, seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def test_the_worker_ends_with_a_parent_that_never_closed_it() -> None:
    process, worker = parent("")
    with process:
        assert process.wait(60) == 0
    assert is_gone(worker)


def test_the_worker_ends_with_a_parent_that_was_killed() -> None:
    process, worker = parent("time.sleep(600)")
    with process:
        process.kill()
        process.wait(60)
    assert is_gone(worker)


ABANDON = f"""
import json, os, signal
cas._worker.connection.sendall(json.dumps(dict(answer={RUNAWAY!r}, gold="x")).encode() + b"\\n")
time.sleep(0.3)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_busy_worker_without_a_parent_runs_out_of_processor_time() -> None:
    process, worker = parent(ABANDON, seconds=0.1)
    with process:
        assert process.wait(60) == -signal.SIGKILL
    assert worker.is_running(), "still busy, and nobody is left to kill it"
    assert is_gone(worker, 60)


def test_a_stage_needs_no_main_thread() -> None:
    found: list[str] = []

    def run() -> None:
        with CasStage(seconds=20) as cas:
            found.append(cas.settle(unparseable("2x"), "x+x").status)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(120)
    assert found == ["correct"]


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/python"])
def test_a_stage_that_cannot_start_says_so(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cas = CasStage()
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(RuntimeError, match="could not be started"):
        cas.__enter__()
    score = cas.settle(unparseable("2x"), "x+x")
    assert (score.status, score.source) == ("unparseable", "box")
    assert "could not be started" in score.why

"""Fuzz the graders: nothing raises, every status is known, verdicts repeat, golds grade themselves.

    python tests/fuzz/fuzz_grading.py --inputs 10_000_000 --seed 1 --state fuzz.jsonl

Input number k of a seed is the same on every machine. The run is cut into blocks; finished blocks are lines of the
state file, and a run that was stopped goes on after them. Times are reported, never judged. Exit status 1 after a
finding. `--replay SEED:BLOCK` prints the findings of one block.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import click
from fuzz_inputs import Corpus, corpus, draw, draw_gold
from tabulate import tabulate
from tqdm import tqdm

from scorers import SCORERS, STATUSES, Score, grade
from scorers.canonical import canonical
from scorers.extract import Answer, extract
from scorers.verdict import UnreadError

BLOCK = 10_000
HANG = 20
SLOW = 0.1
"""Inputs to a block; seconds after which an input counts as hanging; seconds after which it is counted as slow."""


@dataclass
class Result:
    """What one block found: inputs by target, findings, slow inputs, the slowest one and its seconds."""

    seed: int
    block: int
    inputs: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    findings: list[dict[str, Any]] = field(default_factory=list)
    slow: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_input: str = ""
    peak_mb: float = 0.0


class HangError(Exception):
    """An input took longer than HANG seconds."""


class Watchdog:
    """Rings every HANG seconds and raises HangError where the same input is still at work.

    For a process's main thread. No verdict is taken from it; it only ends the input, so that a run goes on.
    """

    def __init__(self) -> None:
        self.at = self.seen = -1

    def __enter__(self) -> Watchdog:
        self.before = signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, HANG, HANG)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self.before)

    def _ring(self, _number: int, _frame: object) -> None:
        if self.seen == self.at:
            raise HangError(f"more than {HANG} s")
        self.seen = self.at


class BrokenLawError(Exception):
    """A law of grading does not hold for an input."""


def check_score(score: Score) -> Score:
    """The score, if it is well formed."""
    if score.status not in STATUSES or score.status == "timeout":
        raise BrokenLawError(f"status {score.status!r}")
    if not score.why.strip() or (score.extracted is None) != (score.source == ""):
        raise BrokenLawError(f"a verdict without its evidence: {score}")
    return score


def check_grade(scorer: str) -> Callable[[str, str], str]:
    """Check of one scorer on (reply, gold)."""

    def check(reply: str, gold: str) -> str:
        return check_score(grade(reply, gold, scorer)).status

    return check


def check_gold(scorer: str) -> Callable[[str, str], str]:
    """Check that a gold, if it can be read, is correct in a box and in an answer tag."""

    def check(_reply: str, gold: str) -> str:
        scores = [
            check_score(grade(shape.replace("@", gold), gold, scorer)) for shape in ("\\boxed{@}", "<answer>@</answer>")
        ]
        if scores[0].status == "gold_error":
            return "no gold"
        for score in scores:
            if score.status != "correct":
                raise BrokenLawError(f"a gold that grades itself {score.status}: {score.why}")
        return "gold"

    return check


def check_extract(reply: str, _gold: str) -> str:
    """Check of extraction."""
    found = extract(reply)
    if isinstance(found, Answer):
        if not found.text.strip() or not found.source:
            raise BrokenLawError(f"an empty answer: {found}")
        return found.source
    if found.status not in {"no_answer", "truncated", "limit"} or not found.why:
        raise BrokenLawError(f"nothing found, but {found}")
    return found.status


def check_canonical(text: str, _gold: str) -> str:
    """Check of the plain text."""
    try:
        canonical(text[:4_000])
    except UnreadError as error:
        return error.status
    return "plain"


TARGETS: dict[str, Callable[[str, str], str]] = {
    **{f"grade {scorer}": check_grade(scorer) for scorer in SCORERS},
    **{f"gold {scorer}": check_gold(scorer) for scorer in SCORERS},
    "extract": check_extract,
    "canonical": check_canonical,
}
_SCORER_WEIGHT = {"math": 8}
_NAMES = list(TARGETS)
_WEIGHTS = [_SCORER_WEIGHT.get(name.split()[-1], 1) * (2 if name.startswith("grade") else 1) for name in _NAMES]


def run_block(seed: int, block: int, size: int = BLOCK, known: Corpus | None = None) -> Result:
    """One block of inputs, each for one target."""
    known = known or corpus()
    rng = Random(f"fuzz/{seed}/{block}")
    result = Result(seed, block)
    began = time.perf_counter()
    with Watchdog() as watchdog:
        for number in range(size):
            watchdog.at = number
            (target,) = rng.choices(_NAMES, _WEIGHTS)
            generator, reply, gold = draw(rng, known, target.split()[-1])
            if target.startswith("gold "):
                generator, reply, gold = "well-formed golds", "", draw_gold(rng, known, target.split()[-1])
            case = {"target": target, "generator": generator, "number": number, "reply": reply, "gold": gold}
            _run_case(case, result)
    result.seconds = time.perf_counter() - began
    result.peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return result


def _run_case(case: dict[str, Any], result: Result) -> None:
    check = TARGETS[case["target"]]
    before = time.perf_counter()
    try:
        outcome = check(case["reply"], case["gold"])
    except Exception as error:  # noqa: BLE001 - whatever is raised is the finding
        outcome = "finding"
        result.findings.append(case | {"error": f"{type(error).__name__}: {error}"})
    took = time.perf_counter() - before
    result.inputs[case["target"]] += 1
    result.statuses[f"{case['target']}: {outcome}"] += 1
    if took <= min(SLOW, result.slowest) or outcome == "finding":
        return
    before = time.thread_time()  # once more, without what other processes took of the time
    check(case["reply"], case["gold"])
    took = min(took, time.thread_time() - before)
    if took > SLOW:
        result.slow.append(case | {"seconds": took})
    if took > result.slowest:
        result.slowest, result.slowest_input = took, f"{case['target']}: {(case['reply'] or case['gold'])[:200]!r}"


def _run(job: tuple[int, int]) -> Result:
    return run_block(*job)


def finished(state: Path) -> list[dict[str, Any]]:
    """Blocks of the state file."""
    return [json.loads(line) for line in state.read_text().splitlines()] if state.exists() else []


def table(results: list[dict[str, Any]]) -> str:
    """What ran and what was found."""
    inputs: Counter[str] = Counter()
    for result in results:
        inputs.update(result["inputs"])
    worst = max(results, key=lambda result: result["slowest"])
    seconds = sum(result["seconds"] for result in results)
    rows = [
        ("seeds", ", ".join(sorted({str(result["seed"]) for result in results}))),
        ("inputs", f"{inputs.total():,}"),
        *((f"  {target}", f"{count:,}") for target, count in sorted(inputs.items())),
        ("findings", f"{sum(len(result['findings']) for result in results):,}"),
        (f"inputs above {SLOW * 1000:.0f} ms", f"{sum(len(result['slow']) for result in results):,}"),
        ("slowest input", f"{worst['slowest'] * 1000:.1f} ms: {worst['slowest_input'][:90]}"),
        ("inputs per second and process", f"{inputs.total() / seconds:,.0f}"),
        ("peak memory of a process", f"{max(result['peak_mb'] for result in results):,.0f} MB"),
    ]
    return tabulate(rows, headers=["fuzz run", "value"], disable_numparse=True)


@click.command()
@click.option("--inputs", default=10_000_000, show_default=True, help="How many inputs, over all targets.")
@click.option("--seed", default=1, show_default=True)
@click.option("--processes", default=2, show_default=True)
@click.option("--state", type=click.Path(path_type=Path), default=Path("fuzz.jsonl"), show_default=True)
@click.option("--replay", help="SEED:BLOCK whose findings and slow inputs to print.")
def main(inputs: int, seed: int, processes: int, state: Path, replay: str | None) -> None:
    """Run what is missing in the state file and print the table."""
    if replay:
        result = run_block(*map(int, replay.split(":")))
        click.echo(json.dumps(result.findings + result.slow, indent=1))
        sys.exit(bool(result.findings))
    done = {(result["seed"], result["block"]) for result in finished(state)}
    jobs = [job for job in ((seed, block) for block in range(-(-inputs // BLOCK))) if job not in done]
    with multiprocessing.get_context("spawn").Pool(processes) as pool, state.open("a") as out:
        bar = tqdm(pool.imap_unordered(_run, jobs), total=len(jobs), unit="block", smoothing=0.05, mininterval=5)
        for result in bar:
            out.write(json.dumps(vars(result)) + "\n")
            out.flush()
            if result.findings:
                bar.write(
                    f"{len(result.findings)} findings in {result.seed}:{result.block}: {result.findings[0]}"[:600]
                )
    results = finished(state)
    click.echo(table(results))
    sys.exit(any(result["findings"] for result in results))


if __name__ == "__main__":
    main()

"""Our grading beside the graders in use, in one run: right answers missed, wrong ones accepted, speed, memory.

    python -m venv .venv-peers
    .venv-peers/bin/pip install math-verify==0.9.0 "lm-eval[math]==0.4.13" inspect-ai
    .venv-peers/bin/pip download --no-deps --no-binary math-verify --dest .venv-peers math-verify==0.9.0
    .venv/bin/python benchmarks/grading.py --peers .venv-peers

Labelled answers: our corpus (tests/cases), label-known rewrites of its golds (tests/rewrites.py), and the test cases
in Math-Verify's source archive, whose labels are Math-Verify's own. Each grader gets the whole reply, with its own
extraction, and once only the answer that our extraction found (in a box where a grader wants one). Each runs in a
process of its own with a memory limit, and an answer that takes too long is killed and counts as not accepted.
Timings on shared machines are noisy: compare rows of one run, not runs.
"""

from __future__ import annotations

import json
import select
import statistics
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import click
from tabulate import tabulate
from tqdm import tqdm

sys.path.insert(0, str(Path(__file__).parents[1]))
from graders import GRADERS
from grading_cases import Case, bare_gold, corpus, hostile_cases, peer_cases, rewritten_cases, rows

ROOT = Path(__file__).parents[1]
MEMORY_GB = 4.0


@dataclass(frozen=True)
class Outcome:
    """What one grader did with one case, and the memory of its process when it started and at its peak [MB]."""

    accepted: bool
    seconds: float
    error: str
    killed: bool
    start_mb: float
    peak_mb: float


class Kept:
    """Outcomes of the peers that an earlier run left in a file, so that a run that was stopped goes on."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.known: dict[str, Outcome] = {}
        if path is not None and path.exists():
            for row in rows(path):
                key = row.pop("key")
                self.known[key] = Outcome(**row)

    def add(self, key: str, outcome: Outcome) -> None:
        """Keep one outcome."""
        if self.path is not None:
            with self.path.open("a", encoding="utf-8") as out:
                out.write(json.dumps({"key": key, **asdict(outcome)}) + "\n")


class Server:
    """A grader's process, started when there is something to grade and replaced after it was killed."""

    def __init__(self, name: str, python: Path, limit: float) -> None:
        self.name = name
        self.command = [str(python), str(ROOT / "benchmarks" / "graders.py"), name, str(MEMORY_GB)]
        self.limit = limit
        self.process: subprocess.Popen[bytes] | None = None
        self.start_mb = 0.0

    def _start(self) -> subprocess.Popen[bytes]:
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd="/"
        )
        if line(self.process, 120) is None:
            raise click.ClickException(f"{' '.join(self.command)} does not start; see the top of this file")
        self.start_mb = peak_mb(self.process)
        return self.process

    def judge(self, text: str, gold: str, bare: bool) -> Outcome:
        """One outcome; a process that takes too long or ends by itself is replaced."""
        process = self.process or self._start()
        if process.stdin is None:
            raise click.ClickException("the grader's process has no input")
        try:
            process.stdin.write(json.dumps({"text": text, "gold": gold, "bare": bare}).encode() + b"\n")
            process.stdin.flush()
            reply = line(process, self.limit)
        except BrokenPipeError:
            reply = None
        peak = max(self.start_mb, peak_mb(process))
        if reply is None:
            self.finish()
            return Outcome(False, self.limit, "", True, self.start_mb, peak)
        return Outcome(**reply, killed=False, start_mb=self.start_mb, peak_mb=peak)

    def finish(self) -> None:
        """End the process."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


def line(process: subprocess.Popen[bytes], seconds: float) -> dict[str, Any] | None:
    """The next line of a process, None where it takes too long or the process has ended."""
    if process.stdout is None or not select.select([process.stdout], [], [], seconds)[0]:
        return None
    text = process.stdout.readline()
    return json.loads(text) if text else None


def peak_mb(process: subprocess.Popen[bytes]) -> float:
    """Peak resident memory [MB]; 0 of a process that has ended. ru_maxrss would count what ran before its exec."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    found = [text for text in lines if text.startswith("VmHWM")]
    return int(found[0].split()[1]) / 1024 if found else 0.0


def judged(server: Server, cases: list[Case], bare: bool, kept: Kept) -> list[Outcome]:
    """One grader over all cases; Math-Verify gets its own golds as they stand. Only peers' outcomes are kept."""
    name, outcomes = server.name, []
    for one in tqdm(cases, desc=f"{name}, {'answers' if bare else 'replies'}", delay=2, leave=False, mininterval=1):
        text = (one.answer or "") if bare else one.reply
        own = name == "Math-Verify" and one.group == "Math-Verify's tests"
        gold = one.gold if own else bare_gold(one.gold)
        key = sha256(json.dumps([name, bare, text, gold, server.limit]).encode()).hexdigest()
        outcome = kept.known.get(key)
        if outcome is None:
            outcome = server.judge(text, gold, bare)
            if name != "lm-eval-gap":
                kept.add(key, outcome)
        outcomes.append(outcome)
    server.finish()
    return outcomes


def rate(wrong: Iterable[bool]) -> str:
    """Share of the true values [%]."""
    found = list(wrong)
    return f"{100 * statistics.fmean(found):.1f}" if found else "-"


def missed_and_accepted(
    cases: list[Case], run: list[Outcome], group: str | None = None, kind: str | None = None
) -> str:
    """False negatives / false positives [%]."""
    pairs = [
        (one.label, outcome.accepted)
        for one, outcome in zip(cases, run, strict=True)
        if group == one.group and kind in {None, one.kind}
    ]
    missed = rate(not accepted for label, accepted in pairs if label)
    return f"{missed} / {rate(accepted for label, accepted in pairs if label is False)}"


def speed(run: list[Outcome]) -> tuple[str, ...]:
    """Answers per second, median, 95th percentile and worst [ms]."""
    seconds = sorted(outcome.seconds for outcome in run)
    worst = "killed" if any(outcome.killed for outcome in run) else f"{seconds[-1] * 1000:,.0f}"
    milliseconds = (statistics.median(seconds) * 1000, seconds[int(len(seconds) * 0.95)] * 1000)
    return f"{len(seconds) / sum(seconds):,.0f}", *(f"{value:.3g}" for value in milliseconds), worst


@dataclass(frozen=True)
class Table:
    """Everything measured: labelled and hostile cases, and each grader's runs over them."""

    cases: list[Case]
    hostile: list[Case]
    replies: dict[str, list[Outcome]]
    answers: dict[str, list[Outcome]]
    attacked: dict[str, list[Outcome]]

    def accuracy(self) -> str:
        """One line per grader: what it misses and wrongly accepts."""
        groups = list(dict.fromkeys(one.group for one in self.cases))
        heads = ["grader", *(f"{group}: {what}" for group in groups for what in ("replies", "answers"))]
        lines = [
            [name]
            + [
                missed_and_accepted(self.cases, runs[name], group)
                for group in groups
                for runs in (self.replies, self.answers)
            ]
            for name in self.replies
        ]
        return tabulate(lines, headers=heads, tablefmt="github", disable_numparse=True)

    def cost(self) -> str:
        """One line per grader: speed on the labelled replies, and what the hostile answers cost."""
        heads = ["grader", "answers/s", "median [ms]", "p95 [ms]", "worst [ms]"]
        heads += ["hostile: mean [ms]", "worst [s]", "killed", "memory at start [MB]", "growth [MB]"]
        lines = []
        for name, run in self.replies.items():
            attacked = self.attacked[name]
            seconds = [outcome.seconds for outcome in attacked]
            start, peak = (max(getattr(each, what) for each in attacked) for what in ("start_mb", "peak_mb"))
            hostile = [f"{statistics.fmean(seconds) * 1000:,.1f}", f"{max(seconds):,.2f}"]
            hostile += [str(sum(each.killed for each in attacked)), f"{start:,.0f}", f"{peak - start:,.0f}"]
            lines.append([name, *speed(run), *hostile])
        return tabulate(lines, headers=heads, tablefmt="github", disable_numparse=True)

    def by_kind(self) -> str:
        """One line per kind of our corpus, whole replies."""
        kinds = sorted({one.kind for one in self.cases if one.group == "corpus"})
        lines = []
        for kind in kinds:
            count = sum(one.kind == kind and one.group == "corpus" for one in self.cases)
            found = [missed_and_accepted(self.cases, run, "corpus", kind) for run in self.replies.values()]
            lines.append([kind, str(count), *found])
        return tabulate(lines, headers=["kind", "replies", *self.replies], tablefmt="github", disable_numparse=True)


def versions(python: Path) -> str:
    """Versions of the peers."""
    names = ("math-verify", "latex2sympy2_extended", "lm_eval", "inspect_ai", "sympy")
    code = f"from importlib.metadata import version as v; print(', '.join(n + ' ' + v(n) for n in {names!r}))"
    done = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    if done.returncode:
        raise click.ClickException(f"{python} lacks a peer; see the top of this file. {done.stderr.strip()[-200:]}")
    return done.stdout.strip()


@click.command()
@click.option("--peers", type=click.Path(path_type=Path), required=True, help="Environment with the peers.")
@click.option("--rewrites", default=1_500, show_default=True, help="How many rewrites to grade.")
@click.option("--limit", default=10.0, show_default=True, help="Seconds after which an answer is killed.")
@click.option("--every", default=1, show_default=True, help="Take each n-th hostile answer; some take seconds.")
@click.option("--state", type=click.Path(path_type=Path), help="File that keeps the peers' outcomes for a later run.")
def main(peers: Path, rewrites: int, limit: float, every: int, state: Path | None) -> None:
    """Print the tables of docs/grading.md."""
    python = peers.absolute() / "bin" / "python"
    if not python.exists():
        raise click.ClickException(f"{peers} is no environment with the peers; see the top of this file")
    print(f"peers: {versions(python)}")
    cases = corpus() + rewritten_cases(rewrites)
    archives = sorted(peers.glob("math_verify-*.tar.gz"))
    if archives:
        cases += peer_cases(archives[-1])
    else:
        print(f"Math-Verify's tests are left out: no math_verify-*.tar.gz in {peers}; see the top of this file")
    hostile = hostile_cases(every)
    for group in dict.fromkeys(one.group for one in cases):
        labels = [one.label for one in cases if one.group == group]
        print(f"{group}: {sum(map(bool, labels)):,} right and {len(labels) - sum(map(bool, labels)):,} wrong answers")
    print(f"hostile: {len(hostile):,} answers\n")
    kept = Kept(state)
    pythons = {name: Path(sys.executable) if name == "lm-eval-gap" else python for name in GRADERS}
    runs = [
        {name: judged(Server(name, pythons[name], limit), chosen, bare, kept) for name in GRADERS}
        for chosen, bare in ((cases, False), (cases, True), (hostile, False))
    ]
    table = Table(cases, hostile, *runs)
    print("Right answers missed / wrong answers accepted [%]\n")
    print(table.accuracy(), "\n\nTimes of whole replies; memory of each grader's process\n")
    print(table.cost(), "\n\nOur corpus by kind, whole replies: missed / accepted [%]\n")
    print(table.by_kind())


if __name__ == "__main__":
    main()

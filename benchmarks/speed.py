"""How fast the plugin starts, draws, scores and reports; prints one table.

    .venv/bin/python benchmarks/speed.py [--families 100000]

Timings on shared machines are noisy: compare rows of one run, not runs.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
from tabulate import tabulate
from tqdm import tqdm

from gap_tasks import core
from scorers import grade

BIN = Path(sys.executable).parent
ROOT = Path(__file__).parents[1]
Row = tuple[str, str]
PROBES = [probe for probe in core.probes().values() if probe.size is None or "LM_GAP_MATH500" in os.environ]
"""gap_math500 is measured where LM_GAP_MATH500 names its text."""
TASKS = ",".join(probe.name for probe in PROBES)

START_UP = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
begin = time.perf_counter()
import gap_tasks.harness.hook
gap_tasks.harness.hook.install()
print(time.perf_counter() - begin)
"""


def start_up(runs: int = 31) -> Row:
    """What the .pth line costs each Python process of the environment."""
    seconds = [
        float(subprocess.run([sys.executable, "-S", "-c", START_UP], capture_output=True, text=True, check=True).stdout)
        for _ in range(runs)
    ]
    return "interpreter start: the plugin's line, median", f"{statistics.median(seconds) * 1000:.2f} ms"


IMPORTS = """
import time
import lm_eval.tasks
begin = time.perf_counter()
from gap_tasks import core
core.probes()
print(time.perf_counter() - begin)
"""


def imports(runs: int = 9) -> Row:
    """Importing every problem, functionalizer, relation and scorer, after lm-eval's own imports."""
    command = [sys.executable, "-c", IMPORTS]
    seconds = [
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1])
        for _ in range(runs)
    ]
    return "importing all probes, beyond lm-eval's imports, median", f"{statistics.median(seconds) * 1000:.0f} ms"


def first_request(program: list[str]) -> float:
    """Seconds from the command line to the first request, of a model that takes no time to load."""
    command = [str(BIN / program[0]), *program[1:], "--model", "gap-sim", "--tasks", TASKS]
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout or ():
            if "Running generate_until requests" in line:
                seconds = time.perf_counter() - begin
                process.kill()
                return seconds
    raise click.ClickException(f"{' '.join(command)} ended before its first request")


def families_per_second(probe: core.Probe) -> Row:
    """Drawing and checking the default snapshot."""
    probe.families()  # imports and tables are read once
    begin = time.perf_counter()
    count = 0
    seed = 1
    while time.perf_counter() - begin < 2:
        count += len(probe.families({"seed": seed}))
        seed += 1
    return f"{probe.name}: families drawn per second", f"{count / (time.perf_counter() - begin):,.0f}"


def answers_per_second() -> list[Row]:
    """Grading a step-by-step reply, by scorer, on one core."""
    by_scorer: dict[str, list[core.Item]] = {}
    for probe in PROBES:
        for family in probe.families():
            for item in family.items:
                by_scorer.setdefault(item.scorer, []).append(item)
    steps = "First I read the question, then I work through it line by line. So 3 + 4 = 7.\n" * 12
    rows = []
    for scorer, items in sorted(by_scorer.items()):
        begin = time.perf_counter()
        count = 0
        while time.perf_counter() - begin < 2:
            for item in items[:200]:
                grade(f"{steps}The answer is {item.gold}.", item.gold, item.scorer, item.aliases)
                count += 1
        rows.append((f"scorer {scorer}: answers per second", f"{count / (time.perf_counter() - begin):,.0f}"))
    return rows


def big_report(families: int) -> list[Row]:
    """Report over one model and one probe of many families: a real run's rows, repeated under new names."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        arguments = ["--model", "gap-sim", "--model_args", "profile=noisy,p=0.8", "--tasks", "gap_math"]
        command = [str(BIN / "lm-gap"), "run", *arguments, "--output_path", str(folder / "run"), "--log_samples"]
        subprocess.run(command, capture_output=True, check=True)
        (path,) = (folder / "run").rglob("samples_*.jsonl")
        rows = [json.loads(line) for line in path.read_text().splitlines()]
        with path.open("w") as out:
            for index in tqdm(range(families), desc="writing families", delay=2):
                row = rows[index % len(rows)]
                row["doc_id"], row["doc"]["family"] = index, f"gap_math/{index}"
                out.write(json.dumps(row) + "\n")
        (results,) = (folder / "run").rglob("results_*.json")
        summary = json.loads(results.read_text())
        del summary["task_hashes"]  # those of the 35 real rows, which the report would hold the others against
        results.write_text(json.dumps(summary))
        size = path.stat().st_size
        begin = time.perf_counter()
        process = subprocess.Popen(
            [str(BIN / "lm-gap"), "report", str(folder / "run"), "--out", str(folder / "out")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        if status:
            raise click.ClickException(f"lm-gap report ended with status {status}")
        label = f"report: {families:,} families, {size / 1e6:,.0f} MB of samples"
        return [(label, f"{seconds:.1f} s"), ("report: peak memory", f"{usage.ru_maxrss / 1024:,.0f} MB")]


@click.command()
@click.option("--families", default=100_000, show_default=True, help="Size of the big report.")
def main(families: int) -> None:
    """Print the table."""
    rows = [start_up()]
    ours = statistics.median(first_request(["lm-gap", "run"]) for _ in range(3))
    theirs = statistics.median(first_request(["lm_eval", "run"]) for _ in range(3))
    rows.append(imports())
    rows.append(("lm-gap run: all probes, to the first request", f"{ours:.1f} s"))
    rows.append(("lm_eval run: the same", f"{theirs:.1f} s ({theirs / ours:.1f} times as long)"))
    rows += [families_per_second(probe) for probe in PROBES]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(("drawing: peak memory", f"{peak:,.0f} MB"))
    rows += answers_per_second()
    rows += big_report(families)
    print(tabulate(rows, headers=["measured", "value"]))


if __name__ == "__main__":
    main()

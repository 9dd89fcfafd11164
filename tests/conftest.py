"""What the end-to-end tests share: lm-eval's real command line in a process of its own, and its results."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gap_tasks import core

BIN = Path(sys.executable).parent
OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "CUDA_VISIBLE_DEVICES": ""}
SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"
MATH500 = SHARED_DATA / "math500.jsonl"
if MATH500.exists():
    os.environ.setdefault("LM_GAP_MATH500", str(MATH500))

_HAS_MATH500 = "LM_GAP_MATH500" in os.environ
RUNNABLE = {name: probe for name, probe in core.probes().items() if name != "gap_math500" or _HAS_MATH500}
"""The probes whose data are at hand; without MATH-500's text, all but gap_math500."""
ALL_TASKS = "gap_*" if _HAS_MATH500 else ",".join(RUNNABLE)


@dataclass(frozen=True)
class Run:
    """One finished command line run and what it wrote."""

    code: int
    output: str
    folder: Path

    @property
    def results(self) -> dict[str, Any]:
        """lm-eval's results file."""
        (path,) = self.folder.rglob("results_*.json")
        loaded: dict[str, Any] = json.loads(path.read_text())
        return loaded

    def samples(self, task: str) -> list[dict[str, Any]]:
        """The rows of one task's samples file."""
        (path,) = self.folder.rglob(f"samples_{task}_*.jsonl")
        return [json.loads(line) for line in path.read_text().splitlines()]

    def metric(self, task: str, name: str) -> float:
        """A number of lm-eval's results table."""
        value: float = self.results["results"][task][f"{name},none"]
        return value


def execute(command: Sequence[str | Path], timeout: float = 600, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command with both streams captured together, away from the checkout."""
    return subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **OFFLINE, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=timeout,
        check=False,
        cwd=BIN,
    )


def harness(folder: Path, *arguments: str, program: Sequence[str] = ("lm-gap", "run"), **env: str) -> Run:
    """`lm-gap run` (or lm_eval itself) with results and samples written to a folder."""
    command = [BIN / program[0], *program[1:], *arguments, "--output_path", str(folder), "--log_samples"]
    done = execute(command, **env)
    return Run(done.returncode, done.stdout, folder)


def succeeded(run: Run) -> Run:
    """The run itself, once it is known to have ended well."""
    assert run.code == 0, run.output[-4000:]
    return run


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of real benchmark text to test against; never part of the project."""
    if not SHARED_DATA.is_dir():
        pytest.skip("no folder of benchmark texts beside the checkout")
    return SHARED_DATA

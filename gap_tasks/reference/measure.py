"""Run lm-eval on reference models as a user would, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from gap_tasks import core

MODELS = Path(__file__).parent / "models"
SHOWN = ("reference-memorizer", "reference-reasoner")
"""The two that `lm-gap demo` sets side by side."""

ENGINES = {
    "hf": (("--device", "cpu", "--batch_size", "64"), "dtype=float32"),
    "vllm": ((), "dtype=float32,enforce_eager=True,max_model_len=1024"),
}
MOST_TOKENS = 256
"""[tokens] Budget of a reply; the longest worked solution takes fewer."""


class RunError(RuntimeError):
    """A reference model could not be measured: lm-eval ended with an error, or a file is missing."""


def missing(folder: Path, names: Sequence[str] = SHOWN) -> list[str]:
    """The models that have no weights under the folder."""
    return [name for name in names if not (folder / name / "model.safetensors").exists()]


def samples(probe: str, names: Collection[str]) -> str:
    """lm-eval's --samples for these families of a probe, by their names without the probe's."""
    families = core.probe(probe).families()
    return json.dumps({probe: [i for i, family in enumerate(families) if family.id.partition("/")[2] in names]})


def run(model: Path, engine: str, probe: str, out: Path, only: Collection[str] | None = None) -> None:
    """One `lm_eval run` over a probe; raises RunError where it fails.

    The model is named by its folder's name, so that results do not depend on where the folder stands.
    """
    options, model_args = ENGINES[engine]
    command = [sys.executable, "-m", "lm_eval", "run", "--model", engine, *options]
    command += ["--model_args", f"pretrained={model.name},{model_args}", "--tasks", probe]
    command += ["--gen_kwargs", f"max_gen_toks={MOST_TOKENS}", "--output_path", str(out.resolve()), "--log_samples"]
    if only is not None:
        command += ["--samples", samples(probe, only)]
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "VLLM_NO_USAGE_STATS": "1"}
    if engine == "vllm":  # on a CPU it reserves nearly all memory otherwise; a GPU does not read this
        offline["VLLM_CPU_KVCACHE_SPACE"] = os.environ.get("VLLM_CPU_KVCACHE_SPACE", "1")
    done = subprocess.run(command, cwd=model.parent, env={**os.environ, **offline}, check=False)  # noqa: S603 - our own
    if done.returncode:
        raise RunError(f"lm_eval on {model.name} ended with exit code {done.returncode}: its messages stand above")

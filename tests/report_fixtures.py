"""Runs on disk, written by lm-eval's own tracker from families with chosen verdicts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lm_eval.loggers import EvaluationTracker
from lm_eval.utils import handle_non_serializable, hash_string

from gap_tasks.report import build
from gap_tasks.report.files import find
from gap_tasks.report.read import read
from gap_tasks.report.table import rows

OLD, NEW = "2026-01-02T03-04-05.678901", "2026-02-03T04-05-06.789012"
SHA = "ab" * 32


@dataclass(frozen=True)
class Reply:
    """One item and what became of it."""

    condition: str
    status: str = "correct"
    part: str = ""
    snapshot: str = ""
    question: str = "What is 2 + 3?"
    gold: str = "5"
    extracted: str | None = "5"
    text: str = "The answer is 5."


@dataclass(frozen=True)
class Task:
    """One probe's families and what its task class notes about itself."""

    name: str
    families: Mapping[str, Sequence[Reply]]
    variants: Sequence[str] = ("functional",)
    controls: Sequence[str] = ()
    strata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    metadata: Mapping[str, object] = field(default_factory=dict)


def verdicts(name: str, static: str, again: str | None = None, **variants: str) -> dict[str, list[Reply]]:
    """Families from strings of verdicts, one letter each: + right, - wrong, . not asked, ? no answer, / cut off.

    Snapshots of a condition are joined by commas: functional="++,+-" is two snapshots of two families.
    """
    statuses = {"+": "correct", "-": "incorrect", "?": "no_answer", "/": "truncated", "!": "gold_error"}
    arms = {"static": static, **({"again": again} if again else {}), **variants}
    families: dict[str, list[Reply]] = {}
    for number in range(len(static)):
        family = families.setdefault(f"{name}/family_{number:03}", [])
        for condition, text in arms.items():
            drawn = condition not in ("static", "again")
            family += [
                Reply(condition, statuses[letters[number]], snapshot=f"0.{index}" if drawn else "")
                for index, letters in enumerate(text.split(","))
                if letters[number] != "."
            ]
    return families


def write_run(folder: Path, model: str, *tasks: Task, date: str = NEW, samples: bool = True) -> Path:
    """One run as `lm_eval --output_path folder --log_samples` leaves it; the path of its results file."""
    tracker = EvaluationTracker(output_path=str(folder))
    tracker.general_config_tracker.log_experiment_args("vllm", {"pretrained": model}, None, None, False)
    rows = {task.name: _rows(task) for task in tasks}
    tracker.save_results_aggregated(_results(tasks, model), rows if samples else None)
    (written,) = folder.parent.rglob(f"*_{tracker.date_id}.json")
    results = written.rename(written.with_name(written.name.replace(tracker.date_id, date)))
    tracker.date_id = date
    for task in tasks if samples else ():
        tracker.save_results_samples(task.name, rows[task.name])
    return results


def samples_path(results: Path, task: str, date: str = NEW) -> Path:
    """The samples file beside a results file."""
    return results.with_name(f"samples_{task}_{date}.jsonl")


def _results(tasks: Sequence[Task], model: str) -> dict[str, Any]:
    return {
        "results": {task.name: {"alias": task.name, "gap_functional,none": float("nan")} for task in tasks},
        "configs": {task.name: _config(task) for task in tasks},
        "versions": {task.name: 1.0 for task in tasks},
        "n-shot": {task.name: 0 for task in tasks},
        "n-samples": {task.name: {"original": len(task.families), "effective": len(task.families)} for task in tasks},
        "config": {"model": "vllm", "model_args": {"pretrained": model}, "limit": None, "gen_kwargs": {}},
        "date": 1769911445.0,
        "lm_eval_version": "0.4.13",
    }


def _config(task: Task) -> dict[str, Any]:
    metadata = {
        "version": 1.0,
        "options": {"seed": 7, "snapshots": 2},
        "seed": 7,
        "families": len(task.families),
        "snapshot_sha256": SHA,
        "variants": list(task.variants),
        "controls": list(task.controls),
        "versions": {"lm-eval-gap": "0.1.0", "lm_eval": "0.4.13"},
        **task.metadata,
    }
    return {
        "task": task.name,
        "generation_kwargs": {"max_gen_toks": 4096, "until": ["[Problem]"]},
        "metadata": {name: value for name, value in metadata.items() if value is not ...},
    }


def _rows(task: Task) -> list[dict[str, Any]]:
    keys = sorted({key for strata in task.strata.values() for key in strata})
    rows = []
    for number, (family, replies) in enumerate(task.families.items()):
        strata = task.strata.get(family, {})
        doc = {"family": family, "strata": {key: strata.get(key) for key in keys}, "items": [*map(_item, replies)]}
        target = "\n".join(reply.gold for reply in replies)
        rows.append(
            {
                "doc_id": number,
                "doc": doc,
                "target": target,
                "arguments": [(reply.question, {"until": ["[Problem]"]}) for reply in replies],
                "resps": [[reply.text] for reply in replies],
                "filtered_resps": [reply.text for reply in replies],
                "filter": "none",
                "metrics": ["acc_static"],
                "doc_hash": hash_string(json.dumps(doc, indent=2, default=handle_non_serializable)),
                "prompt_hash": hash_string(replies[0].question),
                "target_hash": hash_string(target),
                "acc_static": float("nan"),
            }
        )
    return rows


def _item(reply: Reply) -> dict[str, Any]:
    return {
        "condition": reply.condition,
        "question": reply.question,
        "gold": reply.gold,
        "scorer": "number",
        "instruction": "Solve the problem.",
        "part": reply.part,
        "snapshot": reply.snapshot,
        "aliases": [],
        "score": {
            "status": reply.status,
            "extracted": reply.extracted,
            "source": "answer phrase",
            "why": "compared as numbers",
        },
    }


STATIC = "++++++++--"
AGAIN = "+++++++--+"
FIRST, SECOND = "++++++----", "++++-----+"
"""Families 0 to 3 are right in both snapshots, 4 (as it is cut here) in none, 5 and 9 in one."""


def math_task(**arms: str) -> Task:
    given_arms = arms or {"static": STATIC, "again": AGAIN, "functional": f"{FIRST},{SECOND}"}
    names = [name for name in given_arms if name not in ("static", "again")]
    return Task("gap_math", verdicts("gap_math", **given_arms), names)


def gaps(folder: Path) -> list[dict[str, Any]]:
    """The rows of gaps.json, without the pages, whose charts take longest."""
    sources, _ = find([folder])
    loaded: list[dict[str, Any]] = json.loads(json.dumps(rows(read(sources)), allow_nan=False))
    return loaded


def pages(folder: Path, out: Path) -> tuple[str, str]:
    files = build([folder], out)
    return files.markdown.read_text("utf-8"), files.html.read_text("utf-8")


def hops_task() -> Task:
    chains = [
        ("++", "+", "+"),
        ("++", "-", "-"),
        ("++", "-", "-"),
        ("+-", "+", "-"),
        ("--", "-", "-"),
        ("++", "+", "-"),
    ]
    words = {"+": "correct", "-": "incorrect"}
    families = {
        f"gap_hops/chain_{number}": [
            Reply("static", words[parts[0]], part="hop_1"),
            Reply("static", words[parts[1]], part="hop_2"),
            Reply("composed", words[composed]),
            Reply("null_bridge", words[bridge]),
        ]
        for number, (parts, composed, bridge) in enumerate(chains)
    }
    return Task("gap_hops", families, ["composed"], ["null_bridge"])


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}

"""What a results file says about how a probe was run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from gap_tasks.report.errors import ReportError
from gap_tasks.report.plain import label

_T = TypeVar("_T")

PREFIX = "gap_"


@dataclass(frozen=True, slots=True)
class Setup:
    """What the results file says about a probe's run; empty or None where it says nothing.

    task_hash: lm-eval's SHA-256 over the samples' hashes. asked: families that the run was to ask.
    """

    variants: tuple[str, ...]
    controls: tuple[str, ...]
    options: Mapping[str, object] = field(default_factory=dict)
    seed: int | None = None
    snapshot_sha256: str | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    families: int | None = None
    asked: int | None = None
    task_hash: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)


def read_setup(task: str, results: Mapping[str, Any] | None, path: Path | None) -> Setup | None:
    """Setup of a gap task, from the results that our task class wrote; None for another task or without results."""
    config = results["configs"].get(task) if results else None
    metadata = config.get("metadata") if isinstance(config, dict) else None
    if isinstance(metadata, dict) and "variants" in metadata:
        return _from_results(task, results or {}, metadata, path)
    return None


def _from_results(task: str, results: Mapping[str, Any], metadata: Mapping[str, Any], path: Path | None) -> Setup:
    where = f"{path}: field configs.{task}.metadata"
    options = metadata.get("options")
    options = options if isinstance(options, dict) else {}
    versions = metadata.get("versions")
    asked = _inner(results, "n-samples", task).get("effective")
    return Setup(
        variants=_names(metadata["variants"], f"{where}.variants"),
        controls=_names(metadata.get("controls") or [], f"{where}.controls"),
        options=options,
        seed=_optional(metadata.get("seed", options.get("seed")), int, f"{where}.seed"),
        snapshot_sha256=_optional(metadata.get("snapshot_sha256"), str, f"{where}.snapshot_sha256"),
        versions={str(name): str(value) for name, value in versions.items()} if isinstance(versions, dict) else {},
        families=_optional(metadata.get("families"), int, f"{where}.families"),
        asked=_optional(asked, int, f"{path}: field n-samples.{task}.effective"),
        task_hash=_optional(_inner(results, "task_hashes").get(task), str, f"{path}: field task_hashes.{task}"),
        settings=_settings(task, results),
    )


def _settings(task: str, results: Mapping[str, Any]) -> dict[str, str]:
    """What else decides the replies. model_args stay out: they may hold keys and addresses."""
    config = _inner(results, "configs", task)
    chat = results.get("chat_template_sha")
    stated = {
        "backend": results.get("model_source"),
        "lm-eval": results.get("lm_eval_version"),
        "few-shot examples": _inner(results, "n-shot").get(task),
        "generation": config.get("generation_kwargs"),
        "generation, set by the user": _inner(results, "config").get("gen_kwargs"),
        "chat template": f"SHA-256 {chat}" if chat else "none",
        "limit": _inner(results, "config").get("limit"),
    }
    return {
        name: value if isinstance(value, str) else json.dumps(value, sort_keys=True)
        for name, value in stated.items()
        if value is not None and value != {}
    }


def _inner(record: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    for key in keys:
        value = record.get(key)
        record = value if isinstance(value, dict) else {}
    return record


def _names(value: object, where: str) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence) or not all(isinstance(name, str) for name in value):
        raise ReportError(f"{where} is {value!r}; expected a list of names")
    return tuple(map(label, value))


def _optional(value: object, kind: type[_T], where: str) -> _T | None:
    if value is None:
        return None
    if not isinstance(value, kind) or isinstance(value, bool):
        raise ReportError(f"{where} is {value!r}; expected {kind.__name__} or nothing")
    return value

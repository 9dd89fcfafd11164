"""Finds what lm-eval wrote and picks the runs to report. Standard library only."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from gap_tasks.report.errors import ReportError
from gap_tasks.report.plain import label
from gap_tasks.report.setup import PREFIX, Setup, read_setup

_DATE = r"(?P<date>\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}(?:\.\d+)?)"
_RESULTS = re.compile(rf".+_{_DATE}\.json")
_SAMPLES = re.compile(rf"samples_(?P<task>.+)_{_DATE}\.jsonl")


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """What a report consists of, on disk."""

    json: Path
    csv: Path
    markdown: Path
    html: Path
    notes: tuple[str, ...] = ()
    """What was left out and why."""


@dataclass(frozen=True, slots=True)
class Source:
    """One run of one probe by one model. samples: None where the run kept none."""

    model: str
    task: str
    date: str
    folder: Path
    samples: Path | None
    results: Path | None
    setup: Setup


def find(paths: Sequence[Path]) -> tuple[list[Source], list[str]]:
    """The newest run of every model and probe under files and folders, and notes on what was left out.

    Raises ReportError where a path does not exist, is not lm-eval's, holds no gap task, or has no samples.
    """
    search = _Search()
    for path in paths:
        if path.is_dir():
            search.folder(path)
        elif path.is_file():
            search.file(path)
        else:
            raise ReportError(f"{path}: no such file or folder")
    if not search.sources:
        asked = ", ".join(map(str, paths)) or "(no path given)"
        raise ReportError(
            f"{asked}: no results of gap tasks; expected what `lm_eval --output_path DIR --log_samples` writes"
            + (f"; found {', '.join(sorted(search.others))}" if search.others else "")
        )
    chosen, notes = _newest(search.sources.values())
    if search.others:
        notes.insert(0, f"left out, not gap tasks: {', '.join(sorted(search.others))}")
    return chosen, notes


class _Search:
    """Sources by (folder, date, task), filled path by path."""

    def __init__(self) -> None:
        self.sources: dict[tuple[Path, str, str], Source] = {}
        self.others: set[str] = set()
        self._results: dict[Path, dict[str, Any]] = {}

    def folder(self, folder: Path) -> None:
        files = sorted(path for path in _walk(folder) if ".json" in path.name)
        for path in files:
            if match := _SAMPLES.fullmatch(path.name):
                self._samples(path, match["task"], match["date"], explicit=False)
        for path in files:
            if match := _RESULTS.fullmatch(path.name):
                self._tasks_without_samples(path, match["date"])

    def file(self, path: Path) -> None:
        if match := _SAMPLES.fullmatch(path.name):
            self._samples(path, match["task"], match["date"], explicit=True)
        elif match := _RESULTS.fullmatch(path.name):
            for other in sorted(path.parent.glob("samples_*.jsonl")):
                found = _SAMPLES.fullmatch(other.name)
                if found and found["date"] == match["date"]:
                    self._samples(other, found["task"], found["date"], explicit=False)
            self._tasks_without_samples(path, match["date"])
            if not self._tasks(path):
                raise ReportError(f"{path}: results of other tasks; none of its tasks is a gap task")
        else:
            raise ReportError(
                f"{path}: expected a folder, or a file named as lm-eval names it: "
                "results_<date>.json or samples_<task>_<date>.jsonl"
            )

    def _samples(self, path: Path, task: str, date: str, *, explicit: bool) -> None:
        results = _results_beside(path.parent, date)
        content = self._load(results) if results else None
        setup = read_setup(task, content, results)
        if setup is None and _looks_ours(path):
            raise ReportError(
                f"{path}: no results file of {date} beside it names the variants of {task!r}; expected the "
                "results_<date>.json that lm-eval wrote with it"
            )
        if setup is None:
            if explicit:
                raise ReportError(f"{path}: samples file of another task ({task}); expected one of a gap task")
            self.others.add(label(task))
            return
        model = _model(content, path.parent)
        self._add(Source(model, task, date, path.parent, path, results, setup))

    def _tasks(self, path: Path) -> dict[str, Setup]:
        content = self._load(path)
        setups = {task: read_setup(task, content, path) for task in content["configs"]}
        self.others.update(label(task) for task, setup in setups.items() if setup is None)
        return {task: setup for task, setup in setups.items() if setup is not None}

    def _tasks_without_samples(self, path: Path, date: str) -> None:
        for task, setup in self._tasks(path).items():
            model = _model(self._load(path), path.parent)
            self._add(Source(model, task, date, path.parent, None, path, setup))

    def _add(self, source: Source) -> None:
        self.sources.setdefault((source.folder.resolve(), source.date, source.task), source)

    def _load(self, path: Path) -> dict[str, Any]:
        if path not in self._results:
            self._results[path] = _load_results(path)
        return self._results[path]


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder, through links too, each folder once; raises ReportError where one cannot be read."""

    def refuse(error: OSError) -> NoReturn:
        raise ReportError(f"{error.filename}: cannot be read ({error.strerror})") from error

    seen: set[Path] = set()
    for name, folders, files in os.walk(folder, followlinks=True, onerror=refuse):
        here = Path(name)
        real = here.resolve()
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        yield from (here / file for file in files if (here / file).is_file())


def _newest(sources: Iterable[Source]) -> tuple[list[Source], list[str]]:
    groups: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        groups.setdefault((source.model, source.task), []).append(source)
    chosen: list[Source] = []
    notes: list[str] = []
    for (model, task), runs in sorted(groups.items()):
        *older, newest = sorted(runs, key=lambda run: (run.date, str(run.folder)))
        if older:
            dates = ", ".join(run.date for run in older)
            notes.append(f"{model}, {task}: the newest run ({newest.date}) is reported; left out: {dates}")
        if newest.samples is None:
            raise ReportError(
                f"{newest.results}: no samples_{task}_{newest.date}.jsonl beside it; "
                "run lm_eval again with --log_samples"
            )
        chosen.append(newest)
    return chosen, notes


def _results_beside(folder: Path, date: str) -> Path | None:
    found = sorted(folder.glob(f"*_{date}.json"))
    return next((path for path in found if path.name.startswith("results_")), found[0] if found else None)


def _load_results(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes().decode("utf-8"))
    except (ValueError, RecursionError, OSError) as error:
        raise ReportError(f"{path}: not valid JSON, half-written or damaged ({error})") from error
    if not isinstance(content, dict) or not isinstance(content.get("configs"), dict):
        raise ReportError(f"{path}: field configs is missing; expected lm-eval's results")
    return content


def _model(results: Mapping[str, Any] | None, folder: Path) -> str:
    name = results.get("model_name") if results else None
    return label(name if isinstance(name, str) and name.strip() else folder.resolve().name)


def _looks_ours(path: Path) -> bool:
    """Whether the first row is one family; a row that cannot be read is left to the reader's error."""
    try:
        with path.open("rb") as lines:
            doc = json.loads(lines.readline())["doc"]
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return path.name.startswith(f"samples_{PREFIX}")
    return isinstance(doc, dict) and "family" in doc and "items" in doc

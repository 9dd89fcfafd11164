"""Rows of golds and replies in a JSONL file -> the same rows with verdicts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from tqdm import tqdm

from scorers import SCORERS, grade
from scorers.cas import CasStage


class RowError(ValueError):
    """A row that cannot be graded: what is wrong with which field."""


def grade_rows(
    path: Path, out: IO[str], scorer: str, complain: Callable[[str], None], cas: CasStage | None = None
) -> tuple[int, int]:
    """Grade each row of a JSONL file and write it on with `status`, `extracted`, `source` and `why`.

    A row needs `gold` and `response`, and may have `scorer` and `aliases` of its own. `complain` is called with one
    message per row that is skipped. `cas` looks at what the scorer "math" cannot read. Returns (graded, skipped).
    Every verdict is written as soon as it is there.
    """
    graded = skipped = 0
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            row = _graded(line, scorer, cas)
        except RowError as error:
            complain(f"{path}, line {number}: {error}; skipped")
            skipped += 1
            continue
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
        graded += 1
    return graded, skipped


def _lines(path: Path) -> Iterator[bytes]:
    with (
        path.open("rb") as lines,
        tqdm(total=path.stat().st_size, unit="B", unit_scale=True, desc="grading", delay=2, leave=False) as bar,
    ):
        for line in lines:
            bar.update(len(line))
            yield line


def _graded(line: bytes, scorer: str, cas: CasStage | None) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise RowError(f"not valid JSON ({error})") from error
    if not isinstance(row, dict):
        raise RowError("expected an object with the fields gold and response")
    for field in ("gold", "response"):
        if not isinstance(row.get(field), str):
            raise RowError(f"field {field} is {'missing' if field not in row else 'no string'}; expected a string")
    name, aliases = row.get("scorer", scorer), row.get("aliases", [])
    if name not in SCORERS:
        raise RowError(f"field scorer is {name!r}; expected one of {', '.join(SCORERS)}")
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise RowError("field aliases is no list of strings")
    try:
        score = grade(row["response"], row["gold"], name, aliases)
    except Exception as error:  # a defect of the grader must not cost the other rows
        raise RowError(f"the grader failed on it ({type(error).__name__}: {error}), please report this") from error
    if cas is not None and name == "math":
        score = cas.settle(score, row["gold"])
    return {**row, **asdict(score)}

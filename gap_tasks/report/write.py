"""Builds the report: reads and computes everything first, then puts the four files in place."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from gap_tasks.report.errors import ReportError
from gap_tasks.report.files import ReportFiles, find
from gap_tasks.report.pages import html, markdown
from gap_tasks.report.read import read
from gap_tasks.report.sections import sections
from gap_tasks.report.table import COLUMNS, Row, notes, rows


def build(paths: Sequence[Path], out: Path) -> ReportFiles:
    """Read lm-eval's results under `paths` and write the four report files into `out`.

    Raises ReportError on input that cannot be trusted; nothing in `out` has changed then.
    """
    sources, remarks = find(paths)
    runs = read(sources)
    table = rows(runs)
    parts = sections(runs, table)
    remarks += notes(runs)
    files = ReportFiles(out / "gaps.json", out / "gaps.csv", out / "report.md", out / "report.html", tuple(remarks))
    _put(
        out,
        {
            files.json: json.dumps(table, indent=2, ensure_ascii=False, allow_nan=False) + "\n",
            files.csv: _csv(table),
            files.markdown: markdown(parts, remarks),
            files.html: html(parts, remarks),
        },
    )
    return files


def _csv(table: Sequence[Row]) -> str:
    """The rows of gaps.json; lists and objects are JSON text, null is an empty cell."""
    cells = [
        [
            json.dumps(row[column], ensure_ascii=False) if isinstance(row[column], list | dict) else row[column]
            for column in COLUMNS
        ]
        for row in table
    ]
    # dtype object: pandas would turn a column of integers with a gap into floats
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object).to_csv(index=False, lineterminator="\n")


def _put(out: Path, texts: dict[Path, str]) -> None:
    """Write every text beside its place, then rename: a full disk leaves the old report whole."""
    waiting: dict[Path, Path] = {}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path in texts:
            if path.is_dir():
                raise ReportError(f"{path}: the report cannot be written, a folder has its name")
        for path, text in texts.items():
            waiting[path] = path.with_name(f".{path.name}.{os.getpid()}")
            waiting[path].write_text(text, encoding="utf-8", newline="\n")
        for path, written in waiting.items():
            written.replace(path)
    except OSError as error:
        raise ReportError(f"{out}: the report cannot be written ({error})") from error
    finally:
        for written in waiting.values():
            written.unlink(missing_ok=True)

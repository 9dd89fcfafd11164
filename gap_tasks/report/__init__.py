"""Results on disk -> gaps with intervals, as tables, figures and one page."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from gap_tasks.report.errors import ReportError
from gap_tasks.report.files import ReportFiles

__all__ = ["ReportError", "ReportFiles", "build"]


def build(paths: Sequence[Path], out: Path) -> ReportFiles:
    """Read lm-eval's results under `paths` and write the four report files into `out`.

    Raises ReportError on input that cannot be trusted; nothing in `out` has changed then.
    """
    # Imported here: matplotlib and scipy take seconds, and the command line must start at once.
    written: ReportFiles = import_module("gap_tasks.report.write").build(paths, out)
    return written

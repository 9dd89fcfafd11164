"""Sections -> report.md and report.html. Whatever models and files say is shown, never run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from tabulate import tabulate

from gap_tasks.report import figures
from gap_tasks.report.sections import (
    COMPOSITION,
    GAPS,
    RATIOS,
    VALIDITY,
    Column,
    Section,
    doubtful,
    interval,
    statuses,
    written,
)
from gap_tasks.report.table import Row, percent

_STRATUM_FIGURES = 6
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*|<[$"})
_READING = (
    "Gap = accuracy on the static items − accuracy on the variant over the same families, in percentage points, "
    "with 95% intervals. The null gap asks the static items under a second wording of the instruction; "
    "net gap = gap − null gap. A reply that cannot be judged counts as wrong."
)


def markdown(parts: Sequence[Section], notes: Sequence[str]) -> str:
    """The report as tables, for a terminal, a pull request or a model card; it quotes no reply."""
    table = [row for part in parts for row in part.rows]
    warned = [f"{part.title}, {warning}" for part in parts for warning in part.warnings]
    composed = [row for row in table if row["compositionality_gap"] is not None]
    blocks = [
        "# Reasoning gaps",
        _READING,
        "## Gaps",
        _rows_table(table, GAPS),
        *(["## Warnings", _bullets(warned)] if warned else []),
        *(["## Notes", _bullets(notes)] if notes else []),
        "## Relative to static accuracy",
        _rows_table(table, RATIOS),
        *(["## Composition", _rows_table(composed, COMPOSITION)] if composed else []),
        "## What could not be judged",
        _rows_table(table, VALIDITY),
        *(block for part in parts for block in _section(part)),
    ]
    return "\n\n".join(blocks) + "\n"


def html(parts: Sequence[Section], notes: Sequence[str]) -> str:
    """The report as one page that loads nothing: charts, tables, examples."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        written=written, statuses=statuses, doubtful=doubtful, interval=interval, percent=percent
    )
    table = [row for part in parts for row in part.rows]
    probes = list(dict.fromkeys(part.run.probe for part in parts))
    forests = [[row for row in table if row["probe"] == probe] for probe in probes]
    return environment.get_template("report.html.j2").render(
        reading=_READING,
        parts=[(part, *_charts(part, number)) for number, part in enumerate(parts, start=1)],
        families=sum(len(part.run.families) for part in parts),
        columns={"gaps": GAPS, "ratios": RATIOS, "composition": COMPOSITION, "validity": VALIDITY},
        composed=any(row["compositionality_gap"] is not None for row in table),
        notes=notes,
        forests=[
            (probe, figures.forest(rows, f"forest{number}"))
            for number, (probe, rows) in enumerate(zip(probes, forests, strict=True))
            if rows
        ],
        scatter=figures.scatter(table, "scatter"),
        models=list(dict.fromkeys(part.run.model for part in parts)),
        probes=probes,
        dates=sorted(part.run.date for part in parts),
    )


def _charts(part: Section, number: int) -> tuple[list[tuple[str, str]], str]:
    """(key, figure) of its strata, and the figure of what could not be judged."""
    drawn = [
        (key, figures.by_stratum([one for one in part.strata if one.key == key], f"strata{number}-{place}"))
        for place, key in enumerate(part.keys[:_STRATUM_FIGURES])
    ]
    return drawn, figures.failures(part.run, f"failures{number}")


def _section(part: Section) -> list[str]:
    blocks = [f"## {_escape(part.title)}", _bullets(f"{name}: {value}" for name, value in part.facts)]
    if part.controls:
        header = ["control", "families", "control %", "static %"]
        cells = [
            [_escape(one.condition), str(one.families), percent(one.accuracy), percent(one.static)]
            for one in part.controls
        ]
        blocks.append(_table(header, cells))
    if part.run.families:
        counted = statuses(part.run)
        header = ["condition", "items", *(f"{name.replace('_', ' ')} %" for name, _, _ in counted[0][2])]
        cells = [
            [_escape(condition), items, *(f"{share} ({more})" for _, share, more in shares)]
            for condition, items, shares in counted
        ]
        blocks += [
            "Verdicts by condition, and in brackets the difference from the static items:",
            _table(header, cells),
        ]
    if part.strata:
        header = ["stratum", "label", "condition", "families", "gap"]
        cells = [
            [
                *map(_escape, (one.key, one.value, one.condition)),
                str(one.families),
                interval(one.gap.value, one.gap.low, one.gap.high),
            ]
            for one in part.strata
        ]
        blocks.append(_table(header, cells))
    return blocks


def _rows_table(rows: Sequence[Row], columns: Sequence[Column]) -> str:
    header = ["model", "probe", "condition", *(column.title for column in columns)]
    cells = [
        [*(_escape(str(row[name])) for name in header[:3]), *(written(row, column) for column in columns)]
        for row in rows
    ]
    return _table(header, cells)


def _table(header: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    return tabulate(cells, headers=header, tablefmt="pipe", disable_numparse=True)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {_escape(line)}" for line in lines)


def _escape(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return text.translate(_MARKS)

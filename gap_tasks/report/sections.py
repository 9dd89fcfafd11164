"""What is shown of a run, and how its numbers are written; shared by the Markdown and the HTML page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from gap_tasks.core import STATIC
from gap_tasks.report.plain import label, plain
from gap_tasks.report.read import Run
from gap_tasks.report.table import Cell, Control, Row, Stratum, coarse, controls, percent, strata
from scorers.score import JUDGED, STATUSES

UNDEFINED = "–"
_SETTING = 300


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. kind: how the field is written: "count", "percent", "interval" or "p"."""

    title: str
    field: str
    kind: str


_DETECTABLE = Column("detectable gap", "minimum_detectable_gap", "percent")
GAPS = (
    Column("gap", "gap", "interval"),
    Column("static %", "static", "percent"),
    Column("variant %", "variant", "percent"),
    Column("families", "families", "count"),
    Column("p (Holm)", "p_holm", "p"),
    Column("null gap", "null_gap", "interval"),
    Column("net gap", "net_gap", "interval"),
    _DETECTABLE,
)
RATIOS = (
    Column("relative gap %", "relative_gap", "interval"),
    Column("relative gap %, every snapshot right", "relative_gap_all", "interval"),
)
COMPOSITION = (
    Column("compositionality gap %", "compositionality_gap", "interval"),
    Column("right though a part is wrong %", "right_without_parts", "interval"),
    Column("guessable %", "guessable", "percent"),
    Column("compositionality gap %, not guessable", "compositionality_gap_unguessable", "interval"),
)
VALIDITY = (
    Column("not judged: static %", "unscored_static", "percent"),
    Column("not judged: variant %", "unscored_variant", "percent"),
    Column("cut off: static %", "truncated_static", "percent"),
    Column("cut off: variant %", "truncated_variant", "percent"),
    Column("gap, all of them wrong", "gap", "percent"),
    Column("gap, all of them right", "gap_unscored_right", "percent"),
    Column("lowest possible gap", "gap_lowest", "percent"),
    Column("highest possible gap", "gap_highest", "percent"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """All that is shown of one run. facts: (name, value) pairs on how it was run."""

    run: Run
    rows: Sequence[Row]
    controls: Sequence[Control]
    strata: Sequence[Stratum]
    facts: Sequence[tuple[str, str]]

    @property
    def title(self) -> str:
        """Model and probe."""
        return f"{self.run.model} · {self.run.probe}"

    @property
    def keys(self) -> list[str]:
        """The keys that its strata have, in order."""
        return list(dict.fromkeys(stratum.key for stratum in self.strata))

    @property
    def warnings(self) -> list[str]:
        """The warnings of its rows with their conditions; what is said of several conditions is said once."""
        said: dict[str, list[str]] = {}
        reach = []
        for row in self.rows:
            if coarse(row):
                reach.append(f"{row['condition']} {written(row, _DETECTABLE)}")
            for text in _texts(row["warnings"])[: -1 if coarse(row) else None]:
                said.setdefault(text, []).append(str(row["condition"]))
        found = [
            text if len(conditions) == len(self.rows) else f"{', '.join(conditions)}: {text}"
            for text, conditions in said.items()
        ]
        if reach:
            found.append(f"few families: gaps below these points would often be missed: {', '.join(reach)}")
        return found


def statuses(run: Run) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """(condition, items, [(status, share in percent, points above the static items')]) for every status that occurs.

    Static comes first; `correct` and `incorrect` are always among the statuses.
    """
    seen = [name for name in STATUSES if name in JUDGED or any(counts[name] for counts in run.statuses.values())]
    shares = {
        condition: {name: counts[name] / counts.total() for name in seen} for condition, counts in run.statuses.items()
    }
    base = shares[STATIC]
    return [
        (
            condition,
            f"{run.statuses[condition].total():,}",
            [(name, percent(value), percent(value - base[name])) for name, value in own.items()],
        )
        for condition, own in shares.items()
    ]


def doubtful(row: Row) -> bool:
    """Whether a warning says more of a row than that its families are few."""
    return len(_texts(row["warnings"])) > coarse(row)


def sections(runs: Sequence[Run], table: Sequence[Row]) -> list[Section]:
    """One section per run, in the order of the table."""
    return [
        Section(
            run,
            [row for row in table if (row["model"], row["probe"]) == (run.model, run.probe)],
            controls(run),
            strata(run),
            _facts(run),
        )
        for run in sorted(runs, key=lambda run: (run.model, run.probe))
    ]


def written(row: Row, column: Column) -> str:
    """The text of one cell; shares and gaps in percent and percentage points."""
    value = row[column.field]
    if column.kind == "count":
        return str(value)
    if column.kind == "p":
        return _p(value)
    if column.kind == "percent" or value is None:
        return _percent(value)
    return interval(value, row[f"{column.field}_low"], row[f"{column.field}_high"])


def interval(value: Cell, low: Cell, high: Cell) -> str:
    """Value and bounds, times 100."""
    return f"{_percent(value)} [{_percent(low)}, {_percent(high)}]"


def _percent(value: Cell) -> str:
    return percent(float(value)) if isinstance(value, int | float) and isfinite(value) else UNDEFINED


def _p(value: Cell) -> str:
    if not isinstance(value, int | float):
        return UNDEFINED
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def _texts(cell: Cell) -> list[str]:
    return cell if isinstance(cell, list) else []


def _facts(run: Run) -> list[tuple[str, str]]:
    setup = run.setup
    options = {name: value for name, value in setup.options.items() if name != "seed"}
    facts = [
        ("run", run.date),
        ("families", f"{len(run.families):,}"),
        ("seed", UNDEFINED if setup.seed is None else str(setup.seed)),
        ("snapshot SHA-256", setup.snapshot_sha256 or UNDEFINED),
        ("options", _listing(options)),
        ("versions", _listing(setup.versions)),
        *setup.settings.items(),
    ]
    return [(name, plain(label(value), _SETTING)) for name, value in facts]


def _listing(values: Mapping[str, object]) -> str:
    texts = (
        f"{name} {value if isinstance(value, str) else json.dumps(value, sort_keys=True)}"
        for name, value in values.items()
    )
    return ", ".join(texts) or UNDEFINED

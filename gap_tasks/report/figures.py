"""Gaps, accuracies, strata and failures as SVG: text stays text, and the same numbers give the same bytes."""

from __future__ import annotations

import html
import io
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from gap_tasks.report.plain import plain, shorten
from gap_tasks.report.read import Run
from gap_tasks.report.table import Cell, Row, Stratum
from scorers.score import JUDGED, STATUSES

# Okabe and Ito's colours, which colour-blind readers can tell apart; the last is for what is secondary.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
_GREY = "#767676"
_MARKERS = "osD^vP*X<>"
_WIDTH = 5.2
_ROW = 0.3
_NAME = 27
_LABEL = 24
_GAP_AXIS = "gap (percentage points)"
_LEGEND = 52
_SPOKEN = 2_000


def forest(table: Sequence[Row], name: str) -> str:
    """Gaps of one probe with their intervals, every model and condition on a line; the null gap below each."""
    models = list(dict.fromkeys(str(row["model"]) for row in table))
    conditions = list(dict.fromkeys(str(row["condition"]) for row in table))
    ticks: list[tuple[float, str, bool]] = []
    with _style(name):
        axes, figure = _axes(len(table) + (len(conditions) if len(models) > 1 else 0))
        line = 0.0
        for condition in conditions:
            if len(models) > 1:
                ticks.append((line, shorten(condition, _NAME), True))
                line += 1
            for row in (row for row in table if row["condition"] == condition):
                model = str(row["model"])
                colour = _COLOURS[models.index(model) % len(_COLOURS)]
                _interval(axes, _numbers(row, "null_gap"), line + 0.27, _GREY, filled=False)
                _interval(axes, _numbers(row, "gap"), line, colour)
                ticks.append((line, shorten(model if len(models) > 1 else condition, _NAME), False))
                line += 1
        _finish_lines(axes, ticks, line)
        axes.set_xlabel(_GAP_AXIS)
        axes.plot([], [], "o-", color=_COLOURS[0], label="gap, 95% interval")
        if any(row["null_gap"] is not None for row in table):
            axes.plot([], [], "D-", color=_GREY, markerfacecolor="none", markersize=4, label="null gap, 95% interval")
        figure.legend(loc="outside lower center", ncols=2, frameon=False)
        spoken = "; ".join(f"{row['model']} {row['condition']} {_points(row['gap'])}" for row in table)
        return _svg(figure, f"Gaps in percentage points with 95% intervals: {spoken}", name)


def scatter(table: Sequence[Row], name: str) -> str:
    """Static accuracy against variant accuracy: below the diagonal, the variant is harder for the model."""
    models = list(dict.fromkeys(str(row["model"]) for row in table))
    probes = list(dict.fromkeys(str(row["probe"]) for row in table))
    entries = len(models) + (len(probes) if len(probes) > 1 else 0)
    with _style(name):
        figure = Figure(figsize=(_WIDTH, 3.9 + 0.21 * entries), layout="constrained")
        axes = figure.subplots()
        axes.plot([0, 100], [0, 100], color=_GREY, linewidth=1, linestyle="--")
        for row in table:
            if row["static"] is None or row["variant"] is None:
                continue
            axes.plot(
                100 * _value(row["static"]),
                100 * _value(row["variant"]),
                _MARKERS[probes.index(str(row["probe"])) % len(_MARKERS)],
                color=_COLOURS[models.index(str(row["model"])) % len(_COLOURS)],
                alpha=0.8,
                markersize=6,
            )
        for number, model in enumerate(models):
            axes.plot([], [], "s", color=_COLOURS[number % len(_COLOURS)], label=shorten(model, _LEGEND))
        for number, probe in enumerate(probes if len(probes) > 1 else []):
            marker = _MARKERS[number % len(_MARKERS)]
            axes.plot([], [], marker, color=_GREY, markerfacecolor="none", label=shorten(probe, _LEGEND))
        axes.set(xlim=(-3, 103), ylim=(-3, 103), aspect="equal")
        axes.set_xlabel("accuracy on the static items (%)")
        axes.set_ylabel("accuracy on the variant (%)")
        axes.grid(visible=True)
        figure.legend(loc="outside lower center", ncols=1, frameon=False)
        spoken = "; ".join(
            f"{row['model']} {row['probe']} {row['condition']} {_points(row['static'])} {_points(row['variant'])}"
            for row in table
        )
        return _svg(figure, f"Static accuracy against variant accuracy in percent: {spoken}", name)


def by_stratum(strata: Sequence[Stratum], name: str) -> str:
    """Gaps by the labels of one key, a line for every label, a colour for every condition."""
    values = list(dict.fromkeys(stratum.value for stratum in strata))
    conditions = list(dict.fromkeys(stratum.condition for stratum in strata))
    step = 0.8 / len(conditions)
    with _style(name):
        axes, figure = _axes(len(values) * (1 + 0.4 * (len(conditions) - 1)))
        for stratum in strata:
            number = conditions.index(stratum.condition)
            line = values.index(stratum.value) + step * (number - (len(conditions) - 1) / 2)
            gap = stratum.gap
            _interval(axes, (gap.value, gap.low, gap.high), line, _COLOURS[number % len(_COLOURS)])
        families = {stratum.value: stratum.families for stratum in strata}
        ticks = [(float(line), f"{shorten(value, _LABEL)}  n={families[value]:,}") for line, value in enumerate(values)]
        _finish_lines(axes, [(line, text, False) for line, text in ticks], len(values))
        axes.set_xlabel(_GAP_AXIS)
        for number, condition in enumerate(conditions):
            axes.plot([], [], "o-", color=_COLOURS[number % len(_COLOURS)], label=shorten(condition, _NAME))
        figure.legend(loc="outside lower center", ncols=min(3, len(conditions)), frameon=False)
        spoken = "; ".join(f"{one.value} {one.condition} {_points(one.gap.value)}" for one in strata)
        return _svg(figure, f"Gap by {strata[0].key} in percentage points: {spoken}", name)


def failures(run: Run, name: str) -> str:
    """Share of items that could not be judged, by condition and status; "" where every item was judged."""
    kinds = [status for status in STATUSES if status not in JUDGED and status != "gold_error"]
    kinds = [kind for kind in kinds if any(counts[kind] for counts in run.statuses.values())]
    if not kinds:
        return ""
    conditions = list(run.statuses)
    shares = {
        kind: np.array([100 * run.statuses[one][kind] / run.statuses[one].total() for one in conditions])
        for kind in kinds
    }
    with _style(name):
        axes, figure = _axes(len(conditions))
        left = np.zeros(len(conditions))
        for kind, colour in zip(kinds, _COLOURS, strict=False):
            axes.barh(range(len(conditions)), shares[kind], left=left, height=0.7, color=colour, label=_spaced(kind))
            left += shares[kind]
        ticks = [(float(line), shorten(condition, _NAME), False) for line, condition in enumerate(conditions)]
        _finish_lines(axes, ticks, len(conditions))
        axes.set_xlim(0, max(1.0, 1.05 * float(left.max())))
        axes.set_xlabel("items not judged (%)")
        figure.legend(loc="outside lower center", ncols=3, frameon=False)
        spoken = "; ".join(
            f"{condition} {_spaced(kind)} {shares[kind][line]:.1f}%"
            for line, condition in enumerate(conditions)
            for kind in kinds
            if shares[kind][line]
        )
        return _svg(figure, f"Items that could not be judged, by condition: {spoken}", name)


@contextmanager
def _style(name: str) -> Iterator[None]:
    """Matplotlib's own defaults whatever the user has set, and ours on top; all is put back after."""
    ours: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": name,
        "text.parse_math": False,
        "axes.formatter.use_mathtext": False,
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans", "Arial", "Helvetica"],
        "font.size": 9.5,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.axisbelow": True,
        "grid.color": "#d9d9d9",
        "grid.linewidth": 0.6,
    }
    with style.context("default"), mpl.rc_context(ours), warnings.catch_warnings():
        # The reader's browser draws the text and has the glyphs; ours only measures it.
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        yield


def _axes(lines: float) -> tuple[Axes, Figure]:
    figure = Figure(figsize=(_WIDTH, 1.1 + _ROW * max(lines, 2)), layout="constrained")
    return figure.subplots(), figure


def _interval(
    axes: Axes, numbers: tuple[float, float, float], line: float, colour: str, *, filled: bool = True
) -> None:
    value, low, high = numbers
    if not np.isfinite(value):
        return
    if np.isfinite(low) and np.isfinite(high):
        axes.plot([100 * low, 100 * high], [line, line], color=colour, linewidth=2 if filled else 1)
    axes.plot(
        100 * value,
        line,
        "o" if filled else "D",
        color=colour,
        markersize=6 if filled else 4,
        markerfacecolor=colour if filled else "white",
    )


def _finish_lines(axes: Axes, ticks: Sequence[tuple[float, str, bool]], lines: float) -> None:
    axes.axvline(0, color=_GREY, linewidth=1)
    axes.set_ylim(lines - 0.4, -0.6)
    axes.set_yticks([line for line, _, _ in ticks], [text for _, text, _ in ticks])
    for tick, (_, _, heading) in zip(axes.get_yticklabels(), ticks, strict=True):
        tick.set_fontweight("bold" if heading else "normal")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(visible=True, axis="x")


def _svg(figure: Figure, spoken: str, name: str) -> str:
    """The figure as one <svg> element to stand inside HTML; ids are made unique by `name`."""
    buffer = io.BytesIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    figure.savefig(buffer, format="svg", transparent=True, metadata=nothing)
    text = buffer.getvalue().decode("utf-8")
    body = text[text.index(">", text.index("<svg")) + 1 :]
    body = re.sub(r"<style.*?</style>", "", body, count=1, flags=re.DOTALL)
    # Only inside tags: Matplotlib escapes < and > in text, so a label cannot pass for one.
    body = re.sub(r"<[^>]*>", lambda tag: _own_ids(tag[0], name), body)
    box = re.search(r'viewBox="([^"]+)"', text)
    shape = f'viewBox="{box[1]}"' if box else ""
    return f'<svg role="img" {shape} aria-label="{html.escape(plain(spoken, _SPOKEN))}">{body}'


def _own_ids(tag: str, name: str) -> str:
    tag = tag.replace(' id="', f' id="{name}-').replace("url(#", f"url(#{name}-")
    return tag.replace(' xlink:href="#', f' href="#{name}-')


def _numbers(row: Row, name: str) -> tuple[float, float, float]:
    return _value(row[name]), _value(row[f"{name}_low"]), _value(row[f"{name}_high"])


def _value(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else float("nan")


def _points(cell: Cell) -> str:
    value = _value(cell)
    return f"{100 * value:.1f}" if np.isfinite(value) else "undefined"


def _spaced(status: str) -> str:
    return status.replace("_", " ")

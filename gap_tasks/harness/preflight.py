"""Options and data of the selected probes are checked before lm-eval loads a model, which may take minutes."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from gap_tasks import core, snapshot
from gap_tasks.harness import run_context

log = logging.getLogger(f"lm_eval.{__name__}")  # below lm-eval's logger, whose level and format it takes

TAG = "reasoning_gap"
LM_EVALS = {"version", "config_source"}
"""Keys of a task's metadata that lm-eval and the probes' YAML files put there."""


def check(tasks: Iterable[str]) -> None:
    """Draw the families of the gap probes among these tasks; raises core.OptionError or core.DataError.

    Does nothing outside of a run of lm-eval's command line, whose metadata is read.
    """
    metadata = run_context.command_line_metadata()
    if metadata is None:
        return
    tasks = list(tasks)
    for name, probe in core.probes().items():
        if name in tasks or TAG in tasks:
            drawn(probe, own_options(probe, metadata, [task for task in tasks if task not in core.probes()]))


def own_options(probe: core.Probe, given: Mapping[str, object], others: Iterable[str]) -> dict[str, object]:
    """The part of the user's metadata that is meant for a probe.

    Raises core.OptionError on a name that no probe knows, unless other tasks, which may, run beside it.
    """
    named = {key: value for key, value in given.items() if key not in LM_EVALS}
    anywhere = {option for each in core.probes().values() for option in each.options} | {snapshot.OPTION}
    unknown = sorted(set(named) - anywhere)
    if unknown:
        has = ", ".join(sorted({*probe.options, snapshot.OPTION}))
        message = f"--metadata: no gap probe has an option {unknown[0]!r}; {probe.name} has {has}"
        elsewhere = [task for task in others if task != TAG]
        if not elsewhere:
            raise core.OptionError(message)
        log.warning("%s (taken to be meant for %s)", message, ", ".join(elsewhere))
    return {key: value for key, value in named.items() if key in probe.options or key == snapshot.OPTION}


def drawn(probe: core.Probe, options: Mapping[str, object]) -> snapshot.Drawn:
    """As `snapshot.drawn`; what the check has drawn is kept for the task."""
    return _drawn(probe.name, json.dumps(options, sort_keys=True))


@lru_cache(maxsize=16)
def _drawn(name: str, options: str) -> snapshot.Drawn:
    given: dict[str, Any] = json.loads(options)
    return snapshot.drawn(core.probe(name), given)

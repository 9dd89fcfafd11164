"""`lm-gap run`: lm-eval's own `run`, without the seconds it spends on indexing tasks that are not asked for."""

from __future__ import annotations

import fnmatch
import sys
from argparse import Namespace
from collections.abc import Sequence

from gap_tasks.harness import hook


def run(arguments: Sequence[str]) -> None:
    """Run lm-eval with these arguments of its `run`; exits as lm-eval does."""
    import lm_eval.models
    import lm_eval.tasks
    from lm_eval._cli import HarnessCLI
    from lm_eval.utils import setup_logging

    hook.add_models(lm_eval.models)
    if not hook.installed():
        hook.check_before_the_model(lm_eval.tasks)
    sys.argv = ["lm-gap", "run", *(arguments or ["--help"])]
    setup_logging()
    cli = HarnessCLI()
    parsed = cli.parse_args()
    manager = lm_eval.tasks.TaskManager

    class GapTaskManager(manager):  # type: ignore[misc, valid-type]
        """lm-eval's task manager over our probes, and over lm-eval's own tasks only where one is asked for."""

        def __init__(self, include_path: object = None, **kwargs: object) -> None:
            given = include_path if isinstance(include_path, (list, tuple)) else [include_path] if include_path else []
            # lm-eval lets later folders override earlier ones: the user's override ours
            paths = [hook.probes_path(), *given]
            super().__init__(include_path=paths, include_defaults=not _only_gap(_tasks(parsed)), **kwargs)

    lm_eval.tasks.TaskManager = GapTaskManager
    cli.execute(parsed)


def _tasks(parsed: Namespace) -> object:
    """The tasks of the command line, else those of its config file."""
    if parsed.tasks is not None or not getattr(parsed, "config", None):
        return parsed.tasks
    from lm_eval.config.evaluate_config import EvaluatorConfig

    return EvaluatorConfig.load_yaml_config(parsed.config).get("tasks")


def _only_gap(tasks: object) -> bool:
    """Whether every task pattern names gap probes; without one, lm-eval explains itself."""
    names = tasks.split(",") if isinstance(tasks, str) else [n for t in tasks or [] for n in str(t).split(",")]  # type: ignore[attr-defined]
    return all(name == "reasoning_gap" or fnmatch.fnmatch(name, "gap_*") or name.endswith(".yaml") for name in names)

"""What lm-eval knows about the run and does not hand to its tasks: the model, its arguments, the user's metadata.

lm-eval 0.4.13 gives a task class a config in which the model's arguments and `--metadata` are merged, and never the
model. Without the model nobody can tell whether the prompts fit its context (lm-eval would cut them silently), and
without the difference between the two sources `--model_args seed=1` would change the snapshot. Both are local
variables of lm-eval's own functions above us on the stack, and are read there: nothing of lm-eval is changed.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import FrameType
from typing import Any

_ABSENT = object()


def _local(module: str, function: str, name: str) -> Any:  # noqa: ANN401 - whatever lm-eval keeps there
    """Value of a local variable of the nearest running call of `module.function`, or _ABSENT."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_name == function and frame.f_globals.get("__name__") == module and name in frame.f_locals:
            return frame.f_locals[name]
        frame = frame.f_back
    return _ABSENT


def running_model() -> Any | None:  # noqa: ANN401 - lm_eval.api.model.LM, whose subclasses share no context interface
    """The model that is being evaluated, None outside of `lm_eval.evaluate`."""
    lm = _local("lm_eval.evaluator", "evaluate", "lm")
    return None if lm is _ABSENT else lm


def selected_tasks() -> list[str]:
    """Names of the tasks of this run, empty where lm-eval's Python API was given something else."""
    tasks = _local("lm_eval.evaluator", "simple_evaluate", "tasks")
    return [task for task in tasks if isinstance(task, str)] if isinstance(tasks, list) else []


def _model_args() -> Mapping[str, object]:
    args = _local("lm_eval.evaluator", "simple_evaluate", "model_args")
    if isinstance(args, str):
        from lm_eval.utils import simple_parse_args_string

        args = simple_parse_args_string(args)
    return args if isinstance(args, Mapping) else {}


def user_metadata(merged: Mapping[str, object]) -> dict[str, object]:
    """The part of a task's merged metadata that the user wrote as metadata.

    A key that is also a model argument of the same value counts only where the user wrote it as metadata too: a
    model's `seed` must not draw another snapshot.
    """
    explicit = _as_written()
    model = _model_args()
    return {key: value for key, value in merged.items() if key in explicit or key not in model or model[key] != value}


def command_line_metadata() -> Mapping[str, object] | None:
    """The user's metadata in a run of lm-eval's command line, None outside of one."""
    return None if _local("lm_eval._cli.run", "_execute", "args") is _ABSENT else _as_written()


def _as_written() -> Mapping[str, object]:
    """Metadata where the user wrote it: on the command line, in a config file, or in a call of lm-eval's API."""
    args = _local("lm_eval._cli.run", "_execute", "args")
    found: object = None
    if args is not _ABSENT:
        found = getattr(args, "metadata", None) or _in_config_file(getattr(args, "config", None))
    else:
        # lm-eval's decorator of simple_evaluate still holds the arguments as they were passed
        call = _local("lm_eval.utils", "_wrapper", "kwargs")
        if isinstance(call, Mapping):
            manager = call.get("task_manager")  # lm-eval merges no model arguments into a manager of the user's own
            found = call.get("metadata") if manager is None else getattr(manager, "metadata", None)
    return found if isinstance(found, Mapping) else {}


def _in_config_file(path: str | None) -> object:
    if not path:
        return None
    from lm_eval.config.evaluate_config import EvaluatorConfig

    return EvaluatorConfig.load_yaml_config(path).get("metadata")

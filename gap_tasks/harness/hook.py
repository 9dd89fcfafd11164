"""Makes plain `lm_eval --tasks 'gap_*'` find our tasks: lm-eval 0.4.13 has no entry point for tasks.

`lm_eval_gap.pth` calls `install` at interpreter start. That only puts a finder on `sys.meta_path`; when, and if,
lm_eval.tasks or lm_eval.models is imported, our tasks and the simulated models are added to its registries.
Standard library only, and nothing else of the project: every Python process of the environment runs this.
LM_EVAL_GAP_HOOK=0 turns it off.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

PORTABLE = 'lm_eval run --include_path "$(lm-gap path)" ...'
_complaints: list[str] = []


def probes_path() -> str:
    """Folder of the probes' YAML files."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "probes")  # noqa: PTH100, PTH118, PTH120 - pathlib costs ms


def install() -> None:
    """Put the finder in place, once, unless the user turned it off."""
    off = os.environ.get("LM_EVAL_GAP_HOOK", "1").lower() in ("0", "false", "off", "no")
    if not off and not installed():
        sys.meta_path.insert(0, _Finder())


def installed() -> bool:
    """Whether the finder is in place."""
    return any(isinstance(one, _Finder) for one in sys.meta_path)


class _Finder:
    """Finds the modules that we add to where Python finds them, and has `attach` run after them."""

    def __init__(self) -> None:
        self.searching: set[str] = set()
        self.attachments: dict[str, Callable[[ModuleType], None]] = {
            "lm_eval.tasks": add_tasks,
            "lm_eval.models": add_models,
        }

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        attach = self.attachments.get(name)
        if attach is None or name in self.searching:  # the search below must not come back here
            return None
        self.searching.add(name)
        try:
            return self._search(name, path, target, attach)
        finally:
            self.searching.discard(name)

    def _search(
        self,
        name: str,
        path: Sequence[str] | None,
        target: ModuleType | None,
        attach: Callable[[ModuleType], None],
    ) -> ModuleSpec | None:
        for finder in sys.meta_path:
            if finder is self or not hasattr(finder, "find_spec"):
                continue
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                if spec.loader is not None and hasattr(spec.loader, "exec_module"):
                    _run_after(spec.loader, attach)
                return spec
        return None


def _run_after(loader: object, attach: Callable[[ModuleType], None]) -> None:
    run = loader.exec_module  # type: ignore[attr-defined]

    def exec_module(module: ModuleType) -> None:
        run(module)
        try:
            attach(module)
        except Exception as error:  # noqa: BLE001 - whatever a future lm-eval does, it must go on working
            complain(f"{type(error).__name__}: {error}")

    loader.exec_module = exec_module  # type: ignore[attr-defined]


def complain(why: str) -> None:
    """Say once that the hook does not fit this lm-eval, and name the form that does."""
    if not _complaints:
        _complaints.append(why)
        sys.stderr.write(
            f"lm-eval-gap: cannot add its tasks to this version of lm-eval ({why}). Use the portable form: {PORTABLE}\n"
        )


def add_tasks(tasks: ModuleType) -> None:
    """Have lm-eval's index of its own tasks hold ours too."""
    from lm_eval.tasks._index import TaskIndex

    own_root = os.path.dirname(os.path.abspath(str(tasks.__file__)))  # noqa: PTH100, PTH120
    build = TaskIndex.build

    # whatever a future lm-eval passes goes through as it came, and what fails here is said and changes nothing
    def build_with_ours(*args, **kwargs):  # type: ignore[no-untyped-def]  # noqa: ANN002, ANN003, ANN202
        if args and not isinstance(args[0], (list, tuple)):
            args = (list(args[0]), *args[1:])
        index = build(*args, **kwargs)
        try:
            # only beside lm-eval's own tasks: who asks for a folder of their own gets just that
            if any(os.path.abspath(root) == own_root for root in args[0]) and "gap_math" not in index:  # noqa: PTH100
                from pathlib import Path

                for name, entry in build([Path(probes_path())], *args[1:], **kwargs).items():
                    index.setdefault(name, entry)
        except Exception as error:  # noqa: BLE001
            complain(f"{type(error).__name__}: {error}")
        return index

    TaskIndex.build = staticmethod(build_with_ours)
    check_before_the_model(tasks)


def check_before_the_model(tasks: ModuleType) -> None:
    """Have lm-eval's command line check the options and data of our tasks when it matches their names."""
    match = getattr(getattr(tasks, "TaskManager", None), "match_tasks", None)
    if match is None:  # another lm-eval: the tasks themselves will say what is wrong, if later
        return

    def match_tasks(self, *args, **kwargs):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN003, ANN202
        found = match(self, *args, **kwargs)
        if any(str(name).startswith(("gap_", "reasoning_gap")) for name in found):
            from gap_tasks.harness import preflight

            preflight.check(found)
        return found

    tasks.TaskManager.match_tasks = match_tasks


def add_models(_: ModuleType) -> None:
    """Register the simulated models, loaded when they are asked for."""
    from lm_eval.api.registry import model_registry

    if "gap-sim" not in model_registry:
        model_registry.register("gap-sim", target="gap_tasks.harness.sim:GapSim")

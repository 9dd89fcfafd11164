"""The start-up hook in environments of its own: wheel and editable installs, off switch, uninstall, misfit."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest
from conftest import ALL_TASKS, BIN, RUNNABLE, execute, harness, succeeded

ROOT = Path(__file__).parents[1]
LIST = "from lm_eval.tasks import TaskManager; print([t for t in TaskManager().all_tasks if t.startswith('gap_')])"
FINDERS = "import sys; print([type(f).__name__ for f in sys.meta_path])"


def test_tasks_are_found_without_a_flag_and_not_with_the_hook_off() -> None:
    on = execute([sys.executable, "-c", LIST])
    assert "gap_hops" in on.stdout
    off = execute([sys.executable, "-c", LIST], LM_EVAL_GAP_HOOK="off")
    assert off.returncode == 0
    assert "[]" in off.stdout


def test_the_portable_form_works_with_the_hook_off(tmp_path: Path) -> None:
    path = execute([BIN / "lm-gap", "path"]).stdout.strip()
    script = (
        "from lm_eval.tasks import TaskManager; from lm_eval import simple_evaluate; "
        "from gap_tasks.harness.sim import GapSim; "
        f"tm = TaskManager(include_path={path!r}, include_defaults=False); "
        f"names = tm.match_tasks({ALL_TASKS.split(',')}); "
        "print(simple_evaluate(model=GapSim(), tasks=names, task_manager=tm, limit=1)['n-samples'])"
    )
    done = execute([sys.executable, "-c", script], LM_EVAL_GAP_HOOK="0")
    assert done.returncode == 0, done.stdout
    assert "gap_math" in done.stdout


def test_hook_and_include_path_together(tmp_path: Path) -> None:
    path = execute([BIN / "lm-gap", "path"]).stdout.strip()
    arguments = ("--model", "gap-sim", "--tasks", ALL_TASKS, "--limit", "1", "--include_path", path)
    run = succeeded(harness(tmp_path, *arguments, program=("lm_eval", "run")))
    assert set(run.results["results"]) == set(RUNNABLE)


def test_the_tag_names_every_probe(tmp_path: Path) -> None:
    run = succeeded(harness(tmp_path, "--model", "gap-sim", "--tasks", "reasoning_gap", "--limit", "1"))
    assert set(run.results["results"]) == set(RUNNABLE)


def test_lm_gap_run_does_not_index_lm_evals_own_tasks(tmp_path: Path) -> None:
    arguments = ("--model", "gap-sim", "--tasks", "gap_math", "--limit", "1")
    script = (
        "import sys; from lm_eval.tasks._index import TaskIndex; read = TaskIndex._iter_yaml_files; seen = []\n"
        "TaskIndex._iter_yaml_files = staticmethod(lambda root: (seen.append(str(root)), read(root))[1])\n"
        "from gap_tasks.harness.run import run; run(sys.argv[1:]); print('ROOTS', seen)"
    )
    done = execute([sys.executable, "-c", script, *arguments, "--output_path", str(tmp_path)])
    assert done.returncode == 0, done.stdout
    (roots,) = (line for line in done.stdout.splitlines() if line.startswith("ROOTS"))
    assert roots.count("'") == 2
    assert "harness/probes" in roots


@pytest.mark.parametrize(
    "before",
    [
        "import importlib.util; importlib.util.find_spec('lm_eval.tasks')",
        "import sys, lm_eval.tasks; [sys.modules.pop(m) for m in list(sys.modules) if m.startswith('lm_eval')]",
    ],
    ids=["searched", "imported again"],
)
def test_a_search_or_a_second_import_does_not_use_the_hook_up(before: str) -> None:
    done = execute([sys.executable, "-c", f"{before}\n{LIST}"])
    assert "gap_hops" in done.stdout, done.stdout


@pytest.mark.parametrize("call", ["build([tasks], True)", "build(roots=[tasks])"])
def test_a_changed_index_goes_on_working(call: str) -> None:
    """A later lm-eval may call its index in another way: what it did without us it must still do."""
    script = (
        "import types, sys\n"
        "module = types.ModuleType('lm_eval.tasks._index')\n"
        "class TaskIndex:\n"
        "    @staticmethod\n"
        "    def build(roots, strict=False): return {str(root): root for root in roots}\n"
        "module.TaskIndex = TaskIndex; sys.modules['lm_eval.tasks._index'] = module\n"
        "from gap_tasks.harness import hook\n"
        "tasks = '/nowhere/tasks'; package = types.ModuleType('lm_eval.tasks'); package.__file__ = tasks + '/x.py'\n"
        f"hook.add_tasks(package); index = TaskIndex.{call}; print('INDEX', sorted(index))\n"
    )
    done = execute([sys.executable, "-c", script])
    assert done.returncode == 0, done.stdout
    assert "/nowhere/tasks" in done.stdout.split("INDEX")[1]


def test_a_misfit_is_said_once_and_breaks_nothing() -> None:
    script = (
        "from gap_tasks.harness import hook\n"
        "import types\n"
        "tasks = types.ModuleType('lm_eval.tasks'); tasks.__file__ = 'x'\n"
        "import sys; sys.modules['lm_eval.tasks._index'] = types.ModuleType('lm_eval.tasks._index')\n"
        "class Loader:\n"
        "    def exec_module(self, module): module.loaded = True\n"
        "for attach in (hook.add_tasks, hook.add_tasks):\n"
        "    loader = Loader(); hook._run_after(loader, attach); loader.exec_module(tasks)\n"
        "print(tasks.loaded)\n"
    )
    done = execute([sys.executable, "-c", script])
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("cannot add its tasks") == 1
    assert "--include_path" in done.stdout
    assert done.stdout.strip().endswith("True")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    done = execute(command)
    assert done.returncode == 0, done.stdout
    (path,) = folder.glob("lm_eval_gap-*.whl")
    return path


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that sees this one's packages (lm-eval among them) but not its start-up files."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=True)
    (site,) = folder.glob("lib/python*/site-packages")
    own = next(path for path in sys.path if path.endswith("site-packages"))
    # plain paths only: a path given in a .pth file is searched, its own .pth files are not read
    (site / "outer.pth").write_text(f"{own}\n")
    return folder


@pytest.mark.parametrize("editable", [False, True], ids=["wheel", "editable"])
def test_install_and_uninstall_leave_nothing(wheel: Path, bare: Path, editable: bool) -> None:
    python = bare / "bin" / "python"
    before = sorted(str(path) for path in bare.rglob("*") if "__pycache__" not in str(path))
    what = ["--editable", str(ROOT)] if editable else [str(wheel)]
    install = [python, "-m", "pip", "install", "--quiet", "--no-deps", "--ignore-installed", *what]
    done = execute(install)
    assert done.returncode == 0, done.stdout
    assert "_Finder" in execute([python, "-c", FINDERS]).stdout
    assert "gap_math" in execute([python, "-c", LIST]).stdout
    code = "import gap_tasks, pathlib; print(pathlib.Path(gap_tasks.__file__).parents[1])"
    where = Path(execute([python, "-c", code]).stdout.strip())
    assert where == (ROOT if editable else where)
    assert editable or bare.resolve() in where.resolve().parents
    done = execute([python, "-m", "pip", "uninstall", "--quiet", "--yes", "lm-eval-gap"])
    assert done.returncode == 0, done.stdout
    assert "_Finder" not in execute([python, "-c", FINDERS]).stdout
    after = sorted(str(path) for path in bare.rglob("*") if "__pycache__" not in str(path))
    assert after == before


def test_an_editable_install_of_lm_eval(wheel: Path, bare: Path, tmp_path: Path) -> None:
    """Developers of lm-eval install it editable, through setuptools' own finders."""
    import lm_eval

    (tmp_path / "lm_eval").symlink_to(Path(str(lm_eval.__file__)).parent, target_is_directory=True)
    (tmp_path / "pyproject.toml").write_text(
        "[build-system]\nrequires = ['setuptools']\nbuild-backend = 'setuptools.build_meta'\n"
        f"[project]\nname = 'lm_eval'\nversion = '{lm_eval.__version__}'\n"
        "[tool.setuptools]\npackages = ['lm_eval']\n"
    )
    # setuptools' finder comes after the path: the environment around must not hold an lm_eval of its own
    (bridge,) = bare.glob("lib/python*/site-packages/outer.pth")
    around = bridge.read_text()
    (tmp_path / "outer").mkdir()
    for entry in Path(around.strip()).iterdir():
        if not entry.name.startswith(("lm_eval", "_editable", "__editable")):
            (tmp_path / "outer" / entry.name).symlink_to(entry)
    bridge.write_text(f"{tmp_path / 'outer'}\n")
    python = bare / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--no-deps", "--ignore-installed"]
    try:
        done = execute([*install, "--editable", str(tmp_path), str(wheel)])
        assert done.returncode == 0, done.stdout
        script = f"import sys; print(sys.meta_path); {LIST}"
        done = execute([python, "-c", script])
        assert "_EditableFinder" in done.stdout
        assert "gap_math" in done.stdout
    finally:
        execute([python, "-m", "pip", "uninstall", "--quiet", "--yes", "lm-eval-gap", "lm_eval"])
        bridge.write_text(around)


def test_the_wheel_holds_code_and_data_and_nothing_else(wheel: Path) -> None:
    listing = subprocess.run(
        [sys.executable, "-m", "zipfile", "--list", wheel], capture_output=True, text=True, check=True
    ).stdout
    names = [line.split()[0] for line in listing.splitlines()[1:]]
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "gap_tasks",
        "perturbations",
        "scorers",
        "lm_eval_gap.pth",
        "lm_eval_gap.start",
    }
    for needed in ("gap_tasks/harness/probes/_common", "gap_tasks/hops/facts/countries.tsv"):
        assert needed in names

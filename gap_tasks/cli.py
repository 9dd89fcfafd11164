"""`lm-gap`: list, show, snapshot, run, demo, report, grade, path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TextIO

import click
from tabulate import tabulate

from gap_tasks import core
from gap_tasks import snapshot as snapshot_files
from gap_tasks.grade_file import grade_rows
from scorers import SCORERS
from scorers import grade as grade_reply
from scorers.cas import CasStage

GAPS = ("gap", "null_gap", "net_gap")
PASS_THROUGH = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}


class _Examples(click.Command):
    """A command whose epilog keeps its lines."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        if self.epilog:
            formatter.write(f"\nExamples:\n{self.epilog}\n")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(metadata.version("lm-eval-gap"), prog_name="lm-gap")
def main() -> None:
    """Reasoning gaps: every question asked as published and changed in a way that must not matter.

    Tab completion: eval "$(_LM_GAP_COMPLETE=bash_source lm-gap)" (zsh_source and fish_source too).
    """


def _complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in core.probes() if name.startswith(incomplete)]


def _probe(_ctx: click.Context, _param: click.Parameter, value: str) -> core.Probe:
    try:
        return core.probe(value)
    except KeyError as error:
        raise click.BadParameter(str(error.args[0])) from error


def _optional_probe(ctx: click.Context, param: click.Parameter, value: str | None) -> core.Probe | None:
    return None if value is None else _probe(ctx, param, value)


@main.command("list", cls=_Examples, epilog="  lm-gap list\n  lm-gap list --json\n  lm-gap list gap_math500 --left-out")
@click.argument("probe", required=False, callback=_optional_probe, shell_complete=_complete)
@click.option("--left-out", is_flag=True, help="The published items that PROBE leaves out, and why, as TSV.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_command(probe: core.Probe | None, left_out: bool, as_json: bool) -> None:
    """List the probes, their conditions and their options; or what PROBE leaves out."""
    if left_out:
        if probe is None or probe.left_out is None:
            raise click.UsageError("--left-out needs a probe of published items, such as gap_math500")
        found = dict(probe.left_out())
        click.echo(json.dumps(found, indent=2) if as_json else "\n".join(f"{id_}\t{why}" for id_, why in found.items()))
        return
    rows: list[dict[str, Any]] = [
        {
            "probe": probe.name,
            "summary": probe.summary,
            "families": len(probe.families()) if probe.size is None else probe.size(),
            "conditions": list(probe.conditions),
            "options": {
                name: {"default": option.default, "help": option.help} for name, option in probe.options.items()
            },
        }
        for probe in ([probe] if probe is not None else core.probes().values())
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    table = [[row["probe"], row["families"], ", ".join(row["conditions"]), row["summary"]] for row in rows]
    click.echo(tabulate(table, headers=["probe", "families", "conditions", "asks"], maxcolwidths=[None, None, 36, 48]))
    for row in rows:
        options = ", ".join(f"{name} ({option['default']})" for name, option in row["options"].items())
        click.echo(f"\n{row['probe']} --metadata options (defaults): {options}", nl=False)
    click.echo()


_OPTIONS = click.option(
    "--option", "options", multiple=True, metavar="NAME=VALUE", help="Another option of the probe, or snapshot=FILE."
)


def _given(seed: int | None, options: tuple[str, ...]) -> dict[str, object]:
    """The options of a command line as a probe takes them; integers where they are such."""
    given: dict[str, object] = {} if seed is None else {"seed": seed}
    for option in options:
        name, equals, value = option.partition("=")
        if not (name and equals):
            raise click.BadParameter(f"{option!r}: expected NAME=VALUE")
        given[name] = int(value) if re.fullmatch(r"-?[0-9]+", value) else value
    return given


@contextmanager
def _clear_errors() -> Iterator[None]:
    """What a user can mend is said without a traceback."""
    try:
        yield
    except core.OptionError as error:
        raise click.BadParameter(str(error)) from error
    except core.DataError as error:
        raise click.ClickException(str(error)) from error


@main.command(
    cls=_Examples, epilog="  lm-gap show gap_math\n  lm-gap show gap_hops --families 5 --seed 3 --option cot=1"
)
@click.argument("probe", callback=_probe, shell_complete=_complete)
@click.option("--families", default=2, show_default=True, type=click.IntRange(min=1), help="How many to print.")
@click.option("--seed", type=click.IntRange(min=0), help="The snapshot's seed.")
@_OPTIONS
def show(probe: core.Probe, families: int, seed: int | None, options: tuple[str, ...]) -> None:
    """Print rendered families of a PROBE with their gold answers."""
    with _clear_errors():
        drawn = list(snapshot_files.drawn(probe, _given(seed, options)).families)
    for family in drawn[:families]:
        labels = ", ".join(f"{key}: {value}" for key, value in family.strata.items())
        click.secho(f"{family.id}  ({labels})", bold=True)
        for item in family.items:
            where = " ".join(part for part in (item.condition, item.part, item.snapshot) if part)
            gold = " | ".join((item.gold, *item.aliases))
            click.echo(f"  [{where}] {item.instruction if item.condition == core.AGAIN else ''}".rstrip())
            click.echo(f"    {item.question}\n    gold: {gold}  ({item.scorer})")
        click.echo()
    click.echo(f"{len(drawn)} families, snapshot {core.fingerprint(drawn)}")


@main.command(
    cls=_Examples,
    epilog="  lm-gap snapshot gap_math --seed 202611 --out math-2026-11.jsonl\n"
    "  lm-gap snapshot gap_math --seed 202612 --after math-2026-11.jsonl --out math-2026-12.jsonl\n"
    """  lm-gap run --tasks gap_math --metadata '{"snapshot": "math-2026-11.jsonl"}' ...""",
)
@click.argument("probe", callback=_probe, shell_complete=_complete)
@click.option("--seed", required=True, type=click.IntRange(min=0), help="The snapshot's seed.")
@_OPTIONS
@click.option(
    "--after",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An earlier snapshot of the series, whose questions are not repeated; may be given again.",
)
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
def snapshot(probe: core.Probe, seed: int, options: tuple[str, ...], after: tuple[Path, ...], out: Path) -> None:
    """Freeze a snapshot of a PROBE in a JSONL file, to be published and run again later."""
    if out.exists():
        raise click.UsageError(f"{out} exists, and a snapshot is not overwritten")
    with _clear_errors():
        frozen, repeats = snapshot_files.freeze(probe, _given(seed, options), after)
        snapshot_files.write(out, probe, frozen)
    click.echo(f"{out}: {len(frozen.families)} families of {probe.name}, SHA-256 {frozen.sha256}")
    if repeats:
        click.echo(
            f"note: {repeats} variants repeat a question of an earlier snapshot: no other could be drawn", err=True
        )


@main.command(context_settings=PASS_THROUGH, add_help_option=False)
@click.pass_context
def run(ctx: click.Context) -> None:
    """Run lm-eval on gap tasks: takes the arguments of `lm_eval run`, starts in a fraction of the time.

    Example: lm-gap run --model vllm --model_args pretrained=M --tasks 'gap_*' --output_path out --log_samples
    """
    from gap_tasks.harness.run import run as run_harness

    with _clear_errors():
        run_harness(ctx.args)


@main.command(cls=_Examples, epilog="  lm-gap demo --out demo\n  lm-gap demo --out demo --models my-models")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write to.")
@click.option(
    "--models",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with reference-memorizer and reference-reasoner; the package's own by default.",
)
def demo(out: Path, models: Path | None) -> None:
    """Measure two small transformers side by side: one has memorised the test, one has learnt to reckon.

    Both came from scripts/train-reference, so their gaps are known. Needs the extra [hf]; nothing is downloaded.
    """
    from gap_tasks.reference import measure
    from gap_tasks.reference.learnt import subset
    from gap_tasks.report import ReportError, build

    folder = models or measure.MODELS
    if lacking := measure.missing(folder):
        raise click.ClickException(
            f"no weights of {', '.join(lacking)} in {folder}. They come with the wheel and the repository; "
            "`scripts/train-reference` of the repository makes them again, and --models names another folder."
        )
    if find_spec("torch") is None or find_spec("transformers") is None:
        raise click.ClickException("the demo runs real transformers: pip install 'lm-eval-gap[hf]'")
    if (out / "results").exists():
        raise click.ClickException(f"{out / 'results'} is there already: name a new folder, or move it away")
    try:
        for name in measure.SHOWN:
            click.echo(f"{name} answers (about a minute) ...", err=True)
            measure.run(folder.resolve() / name, "hf", "gap_math", out / "results", subset(folder))
        files = build([out / "results"], out / "report")
    except (measure.RunError, ReportError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(_summary(json.loads(files.json.read_text(encoding="utf-8"))))
    click.echo(f"The report to look at: {files.html.resolve()}")


@main.command(
    cls=_Examples, epilog="  lm-gap report out --out report\n  lm-gap report out/model-a out/model-b --out comparison"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write to.")
def report(paths: tuple[Path, ...], out: Path) -> None:
    """Turn lm-eval's results and samples under PATHS into gaps.json, gaps.csv, report.md and report.html."""
    from gap_tasks.report import ReportError, build

    try:
        files = build(list(paths), out)
    except ReportError as error:
        raise click.ClickException(str(error)) from error
    click.echo(_summary(json.loads(files.json.read_text(encoding="utf-8"))))
    for note in files.notes:
        click.echo(f"note: {note}", err=True)
    for path in (files.json, files.csv, files.markdown, files.html):
        click.echo(path)


def _summary(rows: list[dict[str, Any]]) -> str:
    """The gaps in points, with what a reader needs to judge them."""

    def points(row: dict[str, Any], name: str) -> str:
        if row[name] is None:
            return "-"
        if row[f"{name}_low"] is None:
            return f"{100 * row[name]:.1f}"
        return f"{100 * row[name]:.1f} [{100 * row[f'{name}_low']:.1f}, {100 * row[f'{name}_high']:.1f}]"

    table = [
        [row["model"], row["probe"], row["condition"], row["families"], *(points(row, n) for n in GAPS)] for row in rows
    ]
    headers = ["model", "probe", "condition", "families", *(f"{name.replace('_', ' ')} [points]" for name in GAPS)]
    warned = sum(bool(row["warnings"]) for row in rows)
    notice = f"\n\n{warned} of {len(rows)} gaps carry warnings: see the report." if warned else ""
    return tabulate(table, headers=headers, disable_numparse=True) + notice + "\n"


@main.command(
    cls=_Examples,
    epilog="  echo 'So x = 3/4. The answer is 0.75.' | lm-gap grade --gold 3/4 --reply -\n"
    "  lm-gap grade --gold EUR --scorer code --alias euro --reply reply.txt\n"
    "  lm-gap grade --jsonl replies.jsonl --out graded.jsonl",
)
@click.option("--gold", help="The gold answer.")
@click.option(
    "--reply", type=click.File("r", encoding="utf-8", errors="replace"), help="File with one reply, - for stdin."
)
@click.option("--alias", "aliases", multiple=True, help="A text as right as the gold; may be given again.")
@click.option("--scorer", type=click.Choice(sorted(SCORERS)), default="math", show_default=True)
@click.option(
    "--jsonl", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Rows with gold and response."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File for the graded rows; else stdout.")
@click.option("--cas", is_flag=True, help="Let sympy, in a process of its own, look at what scorer math cannot read.")
def grade(  # noqa: PLR0913, PLR0917 - one parameter an option
    gold: str | None,
    reply: TextIO | None,
    aliases: tuple[str, ...],
    scorer: str,
    jsonl: Path | None,
    out: Path | None,
    cas: bool,
) -> None:
    """Grade one reply and say why, or every row of a JSONL file.

    With --jsonl each row keeps its fields and gets status, extracted, source and why; rows that cannot be graded are
    named and skipped, and the exit code is then 1.
    """
    if jsonl is None and (gold is None or reply is None or out is not None):
        raise click.UsageError("give --gold and --reply, or --jsonl with an optional --out")
    if jsonl is not None and (gold is not None or reply is not None or aliases):
        raise click.UsageError("--jsonl takes gold, response and aliases from its rows")
    if jsonl is not None and out is not None and out.exists() and out.samefile(jsonl):
        raise click.UsageError("--out is the file that is read")
    try:
        with CasStage() if cas else nullcontext() as stage:
            if jsonl is not None:
                _grade_file(jsonl, out, scorer, stage)
            elif gold is not None and reply is not None:
                score = grade_reply(reply.read(), gold, scorer, aliases)
                if stage is not None and scorer == "math":
                    score = stage.settle(score, gold)
                click.echo(tabulate([[name, value] for name, value in asdict(score).items()], tablefmt="plain"))
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error}, or leave --cas out") from error


def _grade_file(jsonl: Path, out: Path | None, scorer: str, stage: CasStage | None) -> None:
    with click.open_file(str(out or "-"), "w", encoding="utf-8") as stream:
        graded, skipped = grade_rows(jsonl, stream, scorer, lambda message: click.echo(message, err=True), stage)
    click.echo(f"{graded} rows graded, {skipped} skipped", err=True)
    if skipped:
        raise click.exceptions.Exit(1)


@main.command()
def path() -> None:
    """Print the folder of the task files, for lm_eval's --include_path."""
    from gap_tasks.harness.hook import probes_path

    click.echo(probes_path())

"""Frozen snapshots: the families of one draw in a JSONL file with hashes, to be published and run again years later.

The first line says what was drawn, by which versions and when; every further line is a family with its own SHA-256.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any

from tqdm import tqdm

from gap_tasks import core

FORMAT = "lm-eval-gap snapshot 1"
OPTION = "snapshot"
"""The metadata option that runs a frozen snapshot: a path, or a list of paths of which each probe takes its own."""

MOST_DRAWN = 20
"""Variants drawn of an item, at least, before a question of an earlier snapshot is taken once more."""

VERSIONED = ("lm-eval-gap", "lm_eval")


class SnapshotError(core.DataError):
    """A snapshot file is malformed, or not what its hashes say."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Families and where they come from: the options they were drawn with, and a frozen snapshot's first line."""

    families: tuple[core.Family, ...]
    options: Mapping[str, Any]
    frozen: Mapping[str, Any] | None = None

    @property
    def sha256(self) -> str:
        """The fingerprint of the families."""
        return core.fingerprint(self.families)


def drawn(probe: core.Probe, given: Mapping[str, object]) -> Drawn:
    """The families under the user's options, frozen ones where `snapshot` names a file.

    Raises core.OptionError on a bad option and core.DataError on a bad file.
    """
    options = {name: value for name, value in given.items() if name != OPTION}
    if OPTION not in given:
        return Drawn(tuple(probe.families(options)), probe.resolve(options))
    unused = sorted(set(options) & {"seed", "snapshots"})
    if unused:
        raise core.OptionError(f"option {unused[0]!r} is fixed by the snapshot: give one of the two")
    return read(_own(probe, given[OPTION]), probe)


def _own(probe: core.Probe, value: object) -> Path:
    """The file of several that holds the probe."""
    paths = [value] if isinstance(value, str) else value
    if not isinstance(paths, list) or not paths or not all(isinstance(path, str) and path for path in paths):
        raise core.OptionError(f"option {OPTION!r} is {value!r}; expected a path or a list of paths")
    held = {path: str(_header(Path(path), _lines(Path(path)))["probe"]) for path in paths}
    for path, name in held.items():
        if name == probe.name:
            return Path(path)
    holds = ", ".join(f"{path} holds {name}" for path, name in held.items())
    raise SnapshotError(
        f"no snapshot of {probe.name}: {holds}. Leave {probe.name} out of --tasks, or name its file too"
    )


def freeze(probe: core.Probe, given: Mapping[str, object], after: Sequence[Path] = ()) -> tuple[Drawn, int]:
    """Families of a new snapshot whose variants repeat no question of earlier ones, and how many had to all the same.

    A probe that draws several variants of an item draws on until it has enough new ones.
    """
    options = probe.resolve(given)
    asked = {
        item.question
        for path in after
        for family in read(path, probe).families
        for item in family.items
        if item.condition in probe.variants
    }
    wanted = options.get("snapshots")
    count = wanted
    while True:
        drawing = f"{count} variants of each item" if count else probe.name
        bar = partial(tqdm, desc=drawing, unit="family", disable=None, leave=False)
        families = probe.families(options if wanted is None else {**options, "snapshots": count}, bar)
        chosen = [_fresh(family, probe.variants, asked, wanted) for family in families]
        repeats = sum(
            item.question in asked for family in chosen for item in family.items if item.condition in probe.variants
        )
        if not repeats or count is None or count >= MOST_DRAWN:
            return Drawn(tuple(chosen), options), repeats
        count = min(2 * count, core.SNAPSHOTS.high)


def _fresh(family: core.Family, variants: Iterable[str], asked: set[str], wanted: int | None) -> core.Family:
    """The family with the first `wanted` of its variants, those not asked before preferred, in the order drawn."""
    if wanted is None:
        return family
    items = list(family.items)
    for condition in variants:
        own = [item for item in items if item.condition == condition]
        kept = sorted(own, key=lambda item: item.question in asked)[:wanted]
        items = [item for item in items if item.condition != condition or item in kept]
    return replace(family, items=tuple(items))


def _sha256(record: Mapping[str, Any]) -> str:
    return hashlib.sha256(core.canonical(record)).hexdigest()


def write(path: Path, probe: core.Probe, snapshot: Drawn) -> None:
    """Write the snapshot; raises FileExistsError rather than overwrite one."""
    header = {
        "format": FORMAT,
        "probe": probe.name,
        "options": dict(snapshot.options),
        "families": len(snapshot.families),
        "sha256": snapshot.sha256,
        "date": datetime.now(timezone.utc).date().isoformat(),
        "versions": {name: _version(name) for name in VERSIONED},
    }
    with path.open("x", encoding="utf-8") as stream:
        stream.write(json.dumps(header) + "\n")
        for family in snapshot.families:
            record = core.record(family)
            stream.write(json.dumps({**record, "sha256": _sha256(record)}) + "\n")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "unknown"


def read(path: Path, probe: core.Probe) -> Drawn:
    """The families of a frozen snapshot; raises SnapshotError that says what is not as it was frozen."""
    lines = _lines(path)
    header = _header(path, lines)
    if header["probe"] != probe.name:
        raise SnapshotError(f"{path} is a snapshot of {header['probe']}, not of {probe.name}")
    families, changed = [], []
    for number, line in enumerate(lines[1:], 2):
        record = _object(path, number, line)
        stated = record.pop("sha256", None)
        family = _family(path, number, record)
        families.append(family)
        if stated != _sha256(record):
            changed.append(f"line {number} ({family.id})")
    wrong = [f"changed since it was frozen: {', '.join(changed)}"] if changed else []
    if len(families) != header["families"]:
        wrong.append(f"{len(families)} families, {header['families']} were frozen")
    if not wrong and core.fingerprint(families) != header["sha256"]:
        wrong.append("its families are not those whose SHA-256 the first line gives, or not in that order")
    if wrong:
        raise SnapshotError(f"{path}: {'; '.join(wrong)}. Fetch the published file again")
    return Drawn(tuple(families), header["options"], {**header, "file": path.name})


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SnapshotError(f"the snapshot {path} cannot be read: {error}") from error


def _object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise SnapshotError(f"{path}, line {number}: not JSON ({error})") from error
    if not isinstance(found, dict):
        raise SnapshotError(f"{path}, line {number}: expected an object")
    return found


def _header(path: Path, lines: Sequence[str]) -> dict[str, Any]:
    header = _object(path, 1, lines[0]) if lines else {}
    if header.get("format") != FORMAT:
        raise SnapshotError(f"{path}, line 1: field `format` is {header.get('format')!r}; expected {FORMAT!r}")
    expected: dict[str, type] = {"probe": str, "options": dict, "families": int, "sha256": str}
    for field, kind in expected.items():
        if not isinstance(header.get(field), kind):
            raise SnapshotError(f"{path}, line 1: field `{field}` is {header.get(field)!r}; expected {kind.__name__}")
    return header


def _family(path: Path, number: int, record: Mapping[str, Any]) -> core.Family:
    try:
        items = tuple(core.Item(**{**item, "aliases": tuple(item["aliases"])}) for item in record["items"])
        return core.Family(str(record["id"]), dict(record["strata"]), items)
    except (KeyError, TypeError, ValueError) as error:
        raise SnapshotError(f"{path}, line {number}: not a family ({type(error).__name__}: {error})") from error

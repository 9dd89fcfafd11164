"""The published text and answer of every MATH-500 item, from a file of the user's or from the Hugging Face hub.

Texts are told apart by their SHA-256, so a file needs no ids, and a text of another revision is never edited.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from gap_tasks.core import DataError

VARIABLE = "LM_GAP_MATH500"
HUB = ("HuggingFaceH4/MATH-500", "test.jsonl")
FALLBACK = "EleutherAI/hendrycks_math"
CONFIGS = (
    "algebra",
    "counting_and_probability",
    "geometry",
    "intermediate_algebra",
    "number_theory",
    "prealgebra",
    "precalculus",
)
WAYS = (
    f"Ways to supply it: (1) a connection to the Hugging Face hub, or its cache, for {HUB[0]} or {FALLBACK}; "
    """(2) --metadata '{"math500": "PATH"}' with a JSONL file whose rows have `problem` and `answer` or `solution`; """
    f"(3) the environment variable {VARIABLE}=PATH. Or leave gap_math500 out of --tasks."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an item without its text: subject, level, SHA-256 of the text."""

    id: str
    subject: str
    level: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Row:
    """The published text and answer of an item."""

    problem: str
    answer: str


@dataclass(frozen=True, slots=True)
class Texts:
    """What a source gave: rows by unique_id, ids whose text is of another revision, ids that it does not have."""

    source: str
    rows: Mapping[str, Row]
    changed: tuple[str, ...]
    missing: tuple[str, ...]


@cache
def entries() -> dict[str, Entry]:
    """Every item of MATH-500 by its unique_id, in the data set's order."""
    with (resources.files(__package__) / "items.tsv").open(encoding="utf-8") as lines:
        return {
            row["id"]: Entry(row["id"], row["subject"], int(row["level"]), row["sha256"])
            for row in csv.DictReader(lines, delimiter="\t")
        }


@cache
def left_out() -> dict[str, str]:
    """Items without a functionalizer, by unique_id, and the reason."""
    with (resources.files(__package__) / "left_out.tsv").open(encoding="utf-8") as lines:
        return {row["id"]: row["reason"] for row in csv.DictReader(lines, delimiter="\t")}


def digest(text: str) -> str:
    """SHA-256 of a problem's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def load(path: str = "") -> Texts:
    """The texts from a JSONL file, from the one that the environment names, or from the hub.

    Raises DataError where none is to be had or a file is malformed, naming file, line and field.
    """
    given = path or os.environ.get(VARIABLE, "")
    if given:
        return _matched(_file_rows(Path(given)), given)
    return _from_hub()


def _matched(rows: Iterable[Mapping[str, object]], source: str) -> Texts:
    known = {entry.sha256: entry.id for entry in entries().values()}
    found: dict[str, Row] = {}
    named: set[str] = set()
    for row in rows:
        problem = str(row["problem"])
        named.add(str(row.get("unique_id", "")))
        unique_id = known.get(digest(problem))
        if unique_id is not None:
            found[unique_id] = Row(problem, str(row.get("answer") or boxed(str(row.get("solution", "")))))
    absent = [unique_id for unique_id in entries() if unique_id not in found]
    if not found:
        raise DataError(f"{source} has the text of no MATH-500 item. {WAYS}")
    changed = tuple(unique_id for unique_id in absent if unique_id in named)
    return Texts(source, found, changed, tuple(unique_id for unique_id in absent if unique_id not in named))


def _file_rows(path: Path) -> Iterator[dict[str, object]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"MATH-500 cannot be read from {path}: {error}. {WAYS}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DataError(f"{where}: not JSON ({error}); expected one object a line") from error
        if not isinstance(row, dict) or not isinstance(row.get("problem"), str):
            raise DataError(f"{where}: no text in the field `problem`")
        if not any(isinstance(row.get(field), str) for field in ("answer", "solution")):
            raise DataError(f"{where}: no text in the field `answer`, nor in `solution`")
        yield row


def _from_hub() -> Texts:
    from huggingface_hub import hf_hub_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    reasons = []
    unreachable = False
    try:
        return _matched(_file_rows(Path(hf_hub_download(*HUB, repo_type="dataset"))), HUB[0])
    except Exception as error:  # noqa: BLE001 - the hub fails in many ways, and each is a reason to try the other
        unreachable = isinstance(error, LocalEntryNotFoundError)
        reasons.append(_brief(HUB[0], error))
    try:
        return _matched(_hendrycks_rows(only_cached=unreachable), FALLBACK)
    except Exception as error:  # noqa: BLE001
        reasons.append(_brief(FALLBACK, error))
    raise DataError(f"MATH-500 is not at hand ({'; '.join(reasons)}). {WAYS}")


def _hendrycks_rows(*, only_cached: bool) -> Iterator[dict[str, object]]:
    import pandas
    from huggingface_hub import hf_hub_download

    for config in CONFIGS:
        name = f"{config}/test-00000-of-00001.parquet"
        file = hf_hub_download(FALLBACK, name, repo_type="dataset", local_files_only=only_cached)
        yield from pandas.read_parquet(file, columns=["problem", "solution"]).to_dict("records")  # type: ignore[misc]


def _brief(source: str, error: Exception) -> str:
    from huggingface_hub.errors import LocalEntryNotFoundError

    if isinstance(error, LocalEntryNotFoundError):
        return f"{source}: the hub cannot be reached, and its cache has no copy"
    return f"{source}: {type(error).__name__}: {(str(error).strip().splitlines() or [''])[0][:160]}"


def boxed(solution: str) -> str:
    r"""What stands in the last \boxed or \fbox of a published solution, "" where there is none."""
    start = max(solution.rfind(r"\boxed"), solution.rfind(r"\fbox"))
    if start < 0:
        return ""
    rest = solution[start:].partition("{")[2]
    depth = 1
    for place, char in enumerate(rest):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth == 0:
            return rest[:place]
    return ""

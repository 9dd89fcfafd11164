"""Samples files, line by line -> outcomes of families by condition."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from gap_tasks.core import AGAIN, STATIC
from gap_tasks.report.errors import ReportError
from gap_tasks.report.files import Source
from gap_tasks.report.plain import label, plain
from gap_tasks.report.setup import Setup
from scorers.outcome import Outcome, family_outcome
from scorers.score import JUDGED, STATUSES

EXAMPLES = 5
"""Most examples kept of a run, and of each of its conditions while reading."""

_QUESTION, _REPLY, _ANSWER = 4_000, 8_000, 500
_T = TypeVar("_T")
_KINDS: dict[Any, str] = {dict: "an object", list: "a list", str: "a string"}


@dataclass(frozen=True, slots=True)
class Arm:
    """One condition over the families of a run: arrays of the length of the families, in their order.

    mean: outcome in [0, 1], NaN where the family lacks the condition. all: 1.0 where every snapshot is right.
    best: the outcome if every reply without a verdict were right.
    items, unscored, truncated, parts: counts; 0 where the family lacks the condition.
    """

    mean: NDArray[np.float64]
    all: NDArray[np.float64]
    best: NDArray[np.float64]
    items: NDArray[np.int64]
    unscored: NDArray[np.int64]
    truncated: NDArray[np.int64]
    parts: NDArray[np.int64]

    @property
    def has(self) -> NDArray[np.bool_]:
        """Which families have the condition."""
        return ~np.isnan(self.mean)


@dataclass(frozen=True, slots=True)
class Asked:
    """One item with the model's reply, cut to what is shown."""

    condition: str
    part: str
    snapshot: str
    question: str
    gold: str
    status: str
    extracted: str
    why: str
    reply: str


@dataclass(frozen=True, slots=True)
class Example:
    """A family whose static items are right and whose variant is wrong."""

    family: str
    static: tuple[Asked, ...]
    variant: Asked


@dataclass(frozen=True, slots=True)
class Run:
    """One probe by one model. strata: key -> label of every family, "" where it has none.

    arms: by condition, static first. statuses: condition -> how many items got which status.
    dropped: families left out because a gold could not be read.
    """

    model: str
    probe: str
    date: str
    setup: Setup
    families: tuple[str, ...]
    strata: Mapping[str, NDArray[np.str_]]
    arms: Mapping[str, Arm]
    statuses: Mapping[str, Counter[str]]
    examples: tuple[Example, ...]
    dropped: tuple[str, ...]


def read(sources: Sequence[Source]) -> list[Run]:
    """Runs in the order of the sources; raises ReportError on the first row that is not what lm-eval writes."""
    files = [source.samples for source in sources if source.samples]
    total = sum(path.stat().st_size for path in files)
    # Shown from the third second on, and only to a person.
    with tqdm(total=total, unit="B", unit_scale=True, delay=2, disable=None, leave=False, desc="reading") as bar:
        return [_read_run(source, path, bar) for source, path in zip(sources, files, strict=True)]


def _read_run(source: Source, path: Path, bar: tqdm[NoReturn]) -> Run:
    rows = _Rows(source)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                bar.update(len(line))
                if line.strip():
                    rows.add(line, f"{path}, line {number}")
    except OSError as error:
        raise ReportError(f"{path}: cannot be read ({error})") from error
    return rows.run(path)


class _Rows:
    """The rows of one samples file, taken in one by one; prompts and replies are let go at once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.conditions = dict.fromkeys((STATIC, AGAIN, *source.setup.variants, *source.setup.controls))
        self.families: dict[str, Mapping[str, str]] = {}
        self.seen: set[str] = set()
        self.dropped: list[str] = []
        self.cells: dict[str, array[float]] = {}
        self.statuses: dict[str, Counter[str]] = {}
        self.examples: dict[str, list[Example]] = {}
        self.digest = hashlib.sha256()

    def add(self, line: bytes, where: str) -> None:
        """Take in one row; raises ReportError naming `where` and the field."""
        try:
            row = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise ReportError(f"{where}: not valid JSON, half-written or damaged ({error})") from error
        if not isinstance(row, dict):
            raise ReportError(f"{where}: expected an object, one row of lm-eval's samples")
        self._hash(row, where)
        doc = _get(row, "doc", dict, where, "")
        family = label(_get(doc, "family", str, where, "doc."))
        if not family.startswith(f"{self.source.task}/"):
            _bad(where, "doc.family", family, f"a family of {self.source.task}")
        if family in self.seen:
            raise ReportError(f"{where}: field doc.family: {family!r} stands here a second time")
        self.seen.add(family)
        strata = _get(doc, "strata", dict, where, "doc.")
        items = _get(doc, "items", list, where, "doc.")
        replies = _get(row, "resps", list, where, "")
        if len(replies) != len(items):
            raise ReportError(
                f"{where}: field resps holds {len(replies)} replies; expected {len(items)}, one for each of doc.items"
            )
        texts = [_reply(reply, f"resps[{number}]", where) for number, reply in enumerate(replies)]
        arms = self._by_condition(items, where)
        if any(item["score"]["status"] == "gold_error" for item in items):
            self.dropped.append(family)
            return
        index = len(self.families)
        # The datasets library gives every family every key, null where it has none.
        self.families[family] = {
            label(str(key)): label(str(value)) for key, value in strata.items() if value is not None
        }
        outcomes = {condition: self._count(index, condition, arm) for condition, arm in arms.items()}
        self._keep_examples(family, items, texts, outcomes)

    def run(self, path: Path) -> Run:
        """What the rows add up to; raises ReportError where rows are missing."""
        setup = self.source.setup
        if not self.seen:
            raise ReportError(f"{path}: no rows; expected one for each family")
        if setup.task_hash is not None and self.digest.hexdigest() != setup.task_hash:
            raise ReportError(
                f"{path}: its {len(self.seen)} rows are not those that {self.source.results} was computed from "
                f"(field task_hashes.{self.source.task}; {setup.asked} rows were written): "
                "the file is half-written, edited, or of another run"
            )
        keys = sorted({key for strata in self.families.values() for key in strata})
        return Run(
            model=self.source.model,
            probe=label(self.source.task),
            date=self.source.date,
            setup=setup,
            families=tuple(self.families),
            strata={key: np.array([strata.get(key, "") for strata in self.families.values()]) for key in keys},
            arms={name: _arm(self.cells.get(name, array("d")), len(self.families)) for name in self.conditions},
            statuses={name: self.statuses[name] for name in self.conditions if name in self.statuses},
            examples=tuple(_in_turn([self.examples.get(name, []) for name in setup.variants]))[:EXAMPLES],
            dropped=tuple(self.dropped),
        )

    def _hash(self, row: Mapping[str, Any], where: str) -> None:
        if self.source.setup.task_hash is not None:
            hashes = (_get(row, f"{part}_hash", str, where, "") for part in ("doc", "prompt", "target"))
            self.digest.update("".join(hashes).encode())

    def _by_condition(self, items: Sequence[Any], where: str) -> dict[str, list[dict[str, Any]]]:
        arms: dict[str, list[dict[str, Any]]] = {}
        keys = set()
        for number, item in enumerate(items):
            condition = _check_item(item, where, f"doc.items[{number}]")
            if condition not in self.conditions:
                _bad(where, f"doc.items[{number}].condition", condition, f"one of {', '.join(self.conditions)}")
            key = (condition, item["part"], item["snapshot"])
            if key in keys:
                raise ReportError(f"{where}: field doc.items[{number}]: a second item of {key}")
            keys.add(key)
            arms.setdefault(condition, []).append(item)
        if STATIC not in arms:
            raise ReportError(f"{where}: field doc.items holds no item whose condition is {STATIC!r}")
        return arms

    def _count(self, index: int, condition: str, items: Sequence[Mapping[str, Any]]) -> Outcome:
        statuses = [item["score"]["status"] for item in items]
        pairs = [(item["snapshot"], item["score"]["status"]) for item in items]
        outcome = family_outcome((name, status == "correct") for name, status in pairs)
        best = family_outcome((name, status == "correct" or status not in JUDGED) for name, status in pairs)
        unscored = sum(status not in JUDGED for status in statuses)
        parts = len({item["part"] for item in items})
        self.cells.setdefault(condition, array("d")).extend(
            (index, outcome.mean, outcome.all, best.mean, len(items), unscored, statuses.count("truncated"), parts)
        )
        self.statuses.setdefault(condition, Counter()).update(statuses)
        return outcome

    def _keep_examples(
        self,
        family: str,
        items: Sequence[Mapping[str, Any]],
        texts: Sequence[str],
        outcomes: Mapping[str, Outcome],
    ) -> None:
        if not outcomes[STATIC].all:
            return
        for condition in self.source.setup.variants:
            kept = self.examples.setdefault(condition, [])
            if condition not in outcomes or outcomes[condition].all or len(kept) == EXAMPLES:
                continue
            pairs = list(zip(items, texts, strict=True))
            static = tuple(_asked(item, text) for item, text in pairs if item["condition"] == STATIC)
            wrong = next(
                _asked(item, text)
                for item, text in pairs
                if item["condition"] == condition and item["score"]["status"] != "correct"
            )
            kept.append(Example(family, static, wrong))


def _get(record: Mapping[str, Any], key: str, kind: type[_T], where: str, prefix: str) -> _T:
    value = record.get(key)
    if not isinstance(value, kind):
        _bad(where, f"{prefix}{key}", value, _KINDS[kind], missing=key not in record)
    return value


def _bad(where: str, name: str, value: object, expected: str, *, missing: bool = False) -> NoReturn:
    found = "missing" if missing else f"{plain(repr(value), 200)}"
    raise ReportError(f"{where}: field {name} is {found}; expected {expected}")


def _check_item(item: object, where: str, name: str) -> str:
    """The item's condition; raises ReportError where a field is not what our task class writes."""
    if not isinstance(item, dict):
        _bad(where, name, item, "an object")
    for key in ("part", "snapshot", "question", "gold"):
        _get(item, key, str, where, f"{name}.")
    if "score" not in item:
        _bad(where, f"{name}.score", None, "an object (a run with --predict_only has none)", missing=True)
    score = _get(item, "score", dict, where, f"{name}.")
    status = score.get("status")
    if status not in STATUSES:
        _bad(where, f"{name}.score.status", status, f"one of {', '.join(STATUSES)}", missing="status" not in score)
    return _get(item, "condition", str, where, f"{name}.")


def _reply(reply: object, name: str, where: str) -> str:
    """The first sample of a reply: the one that lm-eval scores."""
    if isinstance(reply, list) and reply and isinstance(reply[0], str):
        return reply[0]
    _bad(where, name, reply, "a list of strings")


def _asked(item: Mapping[str, Any], reply: str) -> Asked:
    score = item["score"]
    return Asked(
        condition=item["condition"],
        part=label(item["part"]),
        snapshot=label(item["snapshot"]),
        question=plain(item["question"], _QUESTION),
        gold=plain(item["gold"], _ANSWER),
        status=score["status"],
        extracted=plain(str(score.get("extracted") or ""), _ANSWER),
        why=plain(str(score.get("why") or ""), _ANSWER),
        reply=plain(reply, _REPLY),
    )


def _arm(cells: array[float], families: int) -> Arm:
    table = np.array(cells, dtype=np.float64).reshape(-1, 8)
    index = table[:, 0].astype(np.int64)
    outcomes = np.full((3, families), np.nan)
    outcomes[:, index] = table[:, 1:4].T
    counts = np.zeros((4, families), dtype=np.int64)
    counts[:, index] = table[:, 4:].T.astype(np.int64)
    return Arm(*outcomes, *counts)


def _in_turn(lists: Sequence[Sequence[_T]]) -> Iterator[_T]:
    """The first of each list, then the second of each ..."""
    for number in range(max(map(len, lists), default=0)):
        for one in lists:
            yield from one[number : number + 1]

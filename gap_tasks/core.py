"""Items, families, probes, their registry and the random streams. Standard library only."""

from __future__ import annotations

import hashlib
import importlib
import json
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

STATIC = "static"
AGAIN = "again"
"""The null control: the static items under a second wording of the instruction."""

FAMILY_PACKAGES = ("functional", "math500", "hops", "temporal", "stress")
"""Subpackages of gap_tasks that are scanned for probes, in order; stress reads the probes before it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question to the model, with its gold answer and the scorer that grades it.

    condition: the role in the family: "static", "again", a variant's or a control's name.
    gold: the answer as text; `aliases` are further texts that are as right.
    scorer: a name in `scorers.SCORERS`.
    instruction: what the model is told before the question; the null control changes only this.
    part: which of several static questions ("hop_1", "hop_2"); "" where there is one.
    snapshot: name of the draw ("7.0" is the first draw of seed 7); "" for what is not drawn.
    """

    condition: str
    question: str
    gold: str
    scorer: str
    instruction: str
    part: str = ""
    snapshot: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """The static item(s), their variants and controls: one lm-eval document, one cluster.

    id: "probe/name". strata: labels to break the gap down by. items: in the order of the requests.
    """

    id: str
    strata: Mapping[str, str]
    items: tuple[Item, ...]

    def of(self, condition: str) -> tuple[Item, ...]:
        """The items of one condition, in order; empty where the condition does not apply."""
        return tuple(item for item in self.items if item.condition == condition)


@dataclass(frozen=True, slots=True)
class Exemplar:
    """One question for few-shot prompts, and the family it is kept away from.

    reply: what the exemplar answers, steps and all; "" stands for "The answer is <gold>.".
    """

    family: str
    question: str
    gold: str
    reply: str = ""


class OptionError(ValueError):
    """A probe option is unknown or its value is not allowed."""


class DataError(ValueError):
    """Data that a probe needs is missing or malformed; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Option:
    """An integer that the user may set with `--metadata`; inclusive bounds."""

    default: int
    low: int
    high: int
    help: str

    def check(self, name: str, value: object) -> int:
        """The value itself; raises OptionError naming the option, the value and what was expected."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise OptionError(
                f"option {name!r} is {value!r}; expected an integer from {self.low} to {self.high} ({self.help})"
            )
        return value


@dataclass(frozen=True, slots=True)
class PathOption:
    """A file that the user may name with `--metadata`; "" where none is named."""

    help: str
    default: str = ""

    def check(self, name: str, value: object) -> str:
        """The path itself; raises OptionError naming the option, the value and what was expected."""
        if not isinstance(value, str):
            raise OptionError(f"option {name!r} is {value!r}; expected a path ({self.help})")
        return value


SEED = Option(0, 0, 2**63 - 1, "names the snapshot that is drawn")
SNAPSHOTS = Option(3, 1, 100, "how many variants are drawn of each static item")
COT = Option(1, 0, 1, "0 asks for the answer alone, 1 for steps before it")

Options = Mapping[str, Any]
"""Checked values by name: int for an Option, str for a PathOption."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A set of families that measure one thing: one lm-eval task.

    variants: conditions whose gap against the static items is the result.
    controls: conditions that are asked and reported, and are no gap (null bridge).
    build: options -> families, a pure function of the options.
    exemplars: options -> few-shot exemplars, none of them an evaluated item.
    null: whether families carry the null control `again`.
    size: how many families there are, where drawing them needs data that may not be at hand.
    left_out: published items that the probe leaves out -> why, where it is made from a published set.
    """

    name: str
    summary: str
    variants: tuple[str, ...]
    build: Callable[[Options], Iterable[Family]]
    exemplars: Callable[[Options], Iterable[Exemplar]]
    options: Mapping[str, Option | PathOption] = field(default_factory=lambda: {"seed": SEED})
    controls: tuple[str, ...] = ()
    null: bool = True
    size: Callable[[], int] | None = None
    left_out: Callable[[], Mapping[str, str]] | None = None

    @property
    def conditions(self) -> tuple[str, ...]:
        """Every condition of the probe: static first, then variants, the null control, the controls."""
        return (STATIC, *self.variants, *((AGAIN,) if self.null else ()), *self.controls)

    def resolve(self, given: Mapping[str, object]) -> dict[str, Any]:
        """Checked value of every option; raises OptionError on an unknown name or a bad value."""
        unknown = sorted(set(given) - set(self.options))
        if unknown:
            raise OptionError(f"{self.name} has no option {unknown[0]!r}; it has {', '.join(sorted(self.options))}")
        return {name: option.check(name, given.get(name, option.default)) for name, option in self.options.items()}

    def families(
        self,
        given: Mapping[str, object] | None = None,
        watch: Callable[[Iterable[Family]], Iterable[Family]] = iter,
    ) -> list[Family]:
        """The families under these options; `watch` sees them as they are drawn, for a progress bar.

        Raises OptionError, and ValueError on a malformed family.
        """
        families = list(watch(self.build(self.resolve(given or {}))))
        seen: set[str] = set()
        for family in families:
            self._check(family)
            if family.id in seen:
                raise ValueError(f"{family.id}: two families have this id")
            seen.add(family.id)
        return families

    def _check(self, family: Family) -> None:
        if not family.id.startswith(f"{self.name}/"):
            raise ValueError(f"{family.id}: a family of {self.name} is named {self.name}/...")
        conditions = {item.condition for item in family.items}
        if STATIC not in conditions or conditions - set(self.conditions):
            raise ValueError(f"{family.id}: conditions {sorted(conditions)} do not fit {self.conditions}")
        for item in family.items:
            if not (item.question.strip() and item.gold.strip() and item.instruction.strip()):
                raise ValueError(f"{family.id}: empty question, gold or instruction in {item.condition!r}")


def prompt(instruction: str, question: str) -> str:
    """The last turn of every prompt: instruction, question and where the solution starts."""
    return f"{instruction}\n\n[Problem]\n{question}\n\n[Solution]"


_probes: dict[str, Probe] = {}
_scanned: set[str] = set()


def register(probe: Probe) -> Probe:
    """Add a probe to the registry; raises ValueError where the name is taken."""
    if probe.name in _probes:
        raise ValueError(f"two probes are named {probe.name!r}")
    _probes[probe.name] = probe
    return probe


def scan(package: str) -> None:
    """Import every module of a package, subpackages included, so that its decorators have run."""
    module = importlib.import_module(package)
    for info in pkgutil.walk_packages(module.__path__, f"{package}."):
        importlib.import_module(info.name)


def probes() -> dict[str, Probe]:
    """Every probe by name, in the order of their packages."""
    for name in FAMILY_PACKAGES:
        if name not in _scanned:
            scan(f"gap_tasks.{name}")
            _scanned.add(name)
    return dict(_probes)


def probe(name: str) -> Probe:
    """One probe; raises KeyError that lists the names there are."""
    found = _probes.get(name) or probes().get(name)
    if found is None:
        raise KeyError(f"no probe {name!r}; there are {', '.join(probes())}")
    return found


def stream(*names: object) -> Random:
    """A random stream of its own for these names: neighbours share nothing, unlike seed + i."""
    return Random("/".join(map(str, names)))


def snapshot_names(options: Options) -> tuple[str, ...]:
    """Names of the draws, "seed.index": growing `snapshots` keeps the draws there were."""
    return tuple(f"{options['seed']}.{index}" for index in range(options["snapshots"]))


def record(family: Family) -> dict[str, Any]:
    """A family as JSON holds it."""
    return {"id": family.id, "strata": dict(family.strata), "items": [asdict(item) for item in family.items]}


def canonical(found: Mapping[str, Any]) -> bytes:
    """The one JSON text of a record, which hashes are taken of."""
    return json.dumps(found, sort_keys=True, separators=(",", ":")).encode("ascii")


def fingerprint(families: Sequence[Family]) -> str:
    """SHA-256 of the families' canonical JSON: equal byte for byte wherever the same seed is drawn."""
    digest = hashlib.sha256()
    for family in families:
        digest.update(canonical(record(family)) + b"\n")
    return digest.hexdigest()

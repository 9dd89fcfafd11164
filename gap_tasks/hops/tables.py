"""The embedded fact tables: loading, and checking every field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

FACTS = Path(__file__).with_name("facts")
FILES: Mapping[str, str] = MappingProxyType({"country": "countries.tsv", "element": "elements.tsv"})
"""Kind of entity -> its table."""
KEYS: Mapping[str, str] = MappingProxyType({"country": "alpha3", "element": "symbol"})
"""Kind of entity -> the column that names its row in ids; never empty."""

_NAME = re.compile(r"[^\W\d_][^|\d]*"), "a name"
_NAMES = re.compile(r"([^|]+(\|[^|]+)*)?"), 'names with "|" between them, or nothing'
FIELDS: Mapping[str, tuple[re.Pattern[str], str]] = MappingProxyType(
    {
        "name": _NAME,
        "article": (re.compile("(the)?"), '"the" or nothing'),
        "aliases": _NAMES,
        "alpha3": (re.compile("[A-Z]{3}"), "three capital letters"),
        "capital": (re.compile(rf"({_NAME[0].pattern})?"), "a name or nothing"),
        "capital_aliases": _NAMES,
        "currency_code": (re.compile("([A-Z]{3})?"), "three capital letters or nothing"),
        "sole_currency": (re.compile("([A-Z]{3})?"), "three capital letters or nothing"),
        "iso_numeric": (re.compile("[0-9]{3}"), "three digits"),
        "calling_code": (re.compile(r"(\+[1-9][0-9]{0,2})?"), "a plus sign and one to three digits, or nothing"),
        "calling_code_aliases": _NAMES,
        "atomic_number": (re.compile("[1-9]|[1-9][0-9]|10[0-9]|11[0-8]"), "an integer from 1 to 118"),
        "symbol": (re.compile("[A-Z][a-z]?"), "a capital letter, perhaps a small one"),
        "period": (re.compile("[1-7]"), "an integer from 1 to 7"),
        "group": (re.compile("([1-9]|1[0-8])?"), "an integer from 1 to 18, or nothing"),
        "position": (re.compile("(group [0-9]+ and period [0-9])?"), '"group G and period P", or nothing'),
    }
)
"""Column -> the pattern of a cell and what it is called in errors."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One row: a country or an element, with its facts by column; a cell that must not be used is empty."""

    kind: str
    cells: Mapping[str, str]

    @property
    def key(self) -> str:
        """The ASCII name of the row in ids."""
        return self.cells[KEYS[self.kind]]

    @property
    def mention(self) -> str:
        """The entity as it stands in a sentence: "the Netherlands", "silver"."""
        return " ".join(filter(None, (self.cells.get("article"), self.cells["name"])))

    def aliases(self, column: str) -> tuple[str, ...]:
        """Texts that are as right as the cell of this column."""
        if column == "name":
            with_article = (self.mention,) if self.cells.get("article") else ()
            return (*with_article, *filter(None, self.cells["aliases"].split("|")))
        return tuple(filter(None, self.cells.get(f"{column}_aliases", "").split("|")))


class FactError(ValueError):
    """A fact table is malformed."""


@dataclass(frozen=True, slots=True)
class Table:
    """The entities of one kind in the order of the file, and the date (ISO 8601) on which the facts hold."""

    as_of: str
    entities: tuple[Entity, ...]


def parse(kind: str, file: str, text: str) -> Table:
    """The table in a file's text; raises FactError naming file, line, field and what was expected."""
    first, _, rest = text.partition("\n")
    dated = re.fullmatch(r"# as_of (\d{4}-\d\d-\d\d)", first)
    if dated is None:
        raise FactError(f'{file}, line 1: {first!r}; expected "# as_of YYYY-MM-DD"')
    header, *lines = rest.splitlines() or [""]
    columns = header.split("\t")
    unknown = [column for column in columns if column not in FIELDS]
    needed = {"name", "aliases", KEYS[kind]}
    if unknown or len(set(columns)) < len(columns) or not needed <= set(columns):
        raise FactError(f"{file}, line 2: columns {columns}; expected different ones of {sorted(FIELDS)} with {needed}")
    entities = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=3):
        entity = Entity(kind, _cells(f"{file}, line {number}", columns, line))
        if entity.key in seen:
            raise FactError(
                f"{file}, line {number}, field {KEYS[kind]!r}: {entity.key!r} again; expected one row for each"
            )
        seen.add(entity.key)
        entities.append(entity)
    return Table(dated[1], tuple(entities))


def _cells(where: str, columns: list[str], line: str) -> Mapping[str, str]:
    values = line.split("\t")
    if len(values) != len(columns):
        raise FactError(f"{where}: {len(values)} fields; expected {len(columns)} ({', '.join(columns)})")
    for column, value in zip(columns, values, strict=True):
        pattern, expected = FIELDS[column]
        if value != value.strip() or not pattern.fullmatch(value):
            raise FactError(f"{where}, field {column!r}: {value!r}; expected {expected}")
    return MappingProxyType(dict(zip(columns, values, strict=True)))


@cache
def table(kind: str) -> Table:
    """The embedded table of a kind of entity, read once; raises FactError where it is malformed."""
    file = FILES[kind]
    return parse(kind, file, (FACTS / file).read_text(encoding="utf-8"))

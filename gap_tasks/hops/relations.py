"""Every relation between an entity and its facts, as the noun phrase that asks for it.

To add one: a column in a fact table and one function here. Chains are composed from the relations by themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from gap_tasks.hops.tables import FILES

Scorer = Literal["name", "code", "number"]
AS_OF = "2026-01-01"
COUNTRIES = "scripts/build-facts: at least two of CLDR, GeoNames, ISO 3166-1, countries-list, libphonenumber"
ELEMENTS = "scripts/build-facts: mendeleev and periodictable, mendeleev and bokeh_sampledata"


@dataclass(frozen=True, slots=True)
class Relation:
    """A noun phrase that leads from `takes` to `gives`: a kind of entity and a column of its table, in either order."""

    takes: str
    gives: str
    scorer: Scorer
    source: str
    as_of: str
    phrase: Callable[[str], str]


RELATIONS: list[Relation] = []

SHORTCUTS = frozenset(
    {
        # The same code; its first letters are mostly the country's; ISO 4217 and 3166-1 share most numbers.
        ("sole_currency", "currency_code"),
        ("sole_currency", "alpha3"),
        ("sole_currency", "iso_numeric"),
        # Counting along the periodic table is enough.
        ("atomic_number", "period"),
        ("atomic_number", "group"),
        ("position", "period"),
        ("position", "group"),
        ("position", "atomic_number"),
    }
)
"""Pairs (head, answer) where the answer can be told from the head without knowing the bridge: no chain joins them."""


def relation(
    *, takes: str, gives: str, scorer: Scorer, source: str, as_of: str = AS_OF
) -> Callable[[Callable[[str], str]], Callable[[str], str]]:
    """Register a relation; raises ValueError where it joins no entity to a column, or is there already."""

    def add(phrase: Callable[[str], str]) -> Callable[[str], str]:
        if (takes in FILES) == (gives in FILES):
            raise ValueError(f"{takes} -> {gives}: expected one of {sorted(FILES)} on one side only")
        if any((known.takes, known.gives) == (takes, gives) for known in RELATIONS):
            raise ValueError(f"{takes} -> {gives}: there is such a relation already")
        RELATIONS.append(Relation(takes, gives, scorer, source, as_of, phrase))
        return phrase

    return add


@relation(takes="capital", gives="country", scorer="name", source=COUNTRIES)
def country_of_capital(capital: str) -> str:
    """The country that has this capital."""
    return f"the country whose capital is {capital}"


@relation(takes="calling_code", gives="country", scorer="name", source=COUNTRIES)
def country_of_calling_code(code: str) -> str:
    """The only country that is reached by this international calling code."""
    return f"the country whose international calling code is {code}"


@relation(takes="sole_currency", gives="country", scorer="name", source=COUNTRIES)
def country_of_currency(code: str) -> str:
    """The only country that uses this currency."""
    return f"the country whose currency has the ISO 4217 code {code}"


@relation(takes="country", gives="capital", scorer="name", source=COUNTRIES)
def capital(country: str) -> str:
    """The capital city of a country."""
    return f"the capital of {country}"


@relation(takes="country", gives="currency_code", scorer="code", source=COUNTRIES)
def currency_code(country: str) -> str:
    """The three-letter code of a country's currency."""
    return f"the ISO 4217 code of the currency of {country}"


@relation(takes="country", gives="iso_numeric", scorer="code", source=COUNTRIES)
def iso_numeric(country: str) -> str:
    """The three digits by which ISO 3166-1 and the United Nations number a country."""
    return f"the three-digit ISO 3166-1 numeric code of {country}"


@relation(takes="country", gives="alpha3", scorer="code", source=COUNTRIES)
def alpha3(country: str) -> str:
    """The three letters by which ISO 3166-1 abbreviates a country."""
    return f"the three-letter ISO 3166-1 alpha-3 code of {country}"


@relation(takes="country", gives="calling_code", scorer="code", source=COUNTRIES)
def calling_code(country: str) -> str:
    """The international calling code of a country."""
    return f"the international calling code of {country}"


@relation(takes="symbol", gives="element", scorer="name", source=ELEMENTS)
def element_of_symbol(symbol: str) -> str:
    """The element that has this chemical symbol."""
    return f"the element whose chemical symbol is {symbol}"


@relation(takes="atomic_number", gives="element", scorer="name", source=ELEMENTS)
def element_of_atomic_number(number: str) -> str:
    """The element that has this atomic number."""
    return f"the element whose atomic number is {number}"


@relation(takes="position", gives="element", scorer="name", source=ELEMENTS)
def element_of_position(position: str) -> str:
    """The element in this group and period, groups numbered 1 to 18."""
    return f"the element in {position} of the periodic table"


@relation(takes="element", gives="symbol", scorer="code", source=ELEMENTS)
def symbol(element: str) -> str:
    """The chemical symbol of an element."""
    return f"the chemical symbol of {element}"


@relation(takes="element", gives="atomic_number", scorer="number", source=ELEMENTS)
def atomic_number(element: str) -> str:
    """The number of protons of an element."""
    return f"the atomic number of {element}"


@relation(takes="element", gives="period", scorer="number", source=ELEMENTS)
def period(element: str) -> str:
    """The row of the periodic table, 1 to 7."""
    return f"the number of the periodic table's period that contains {element}"


@relation(takes="element", gives="group", scorer="number", source=ELEMENTS)
def group(element: str) -> str:
    """The column of the periodic table by IUPAC, 1 to 18."""
    return f"the IUPAC number of the periodic table's group that contains {element}"

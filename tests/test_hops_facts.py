"""The fact tables and relations of gap_hops."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from plain_text import plain

from gap_tasks.hops.chains import links
from gap_tasks.hops.relations import RELATIONS, relation
from gap_tasks.hops.tables import FACTS, FIELDS, FILES, Entity, FactError, parse, table

LINKS = list(links())
COUNTRIES = table("country").entities
ELEMENTS = table("element").entities


def by_key(kind: str) -> dict[str, Entity]:
    return {entity.key: entity for entity in table(kind).entities}


def test_there_are_all_members_of_the_united_nations_and_all_elements() -> None:
    assert len(COUNTRIES) == 193
    assert [entity.cells["atomic_number"] for entity in ELEMENTS] == [str(number) for number in range(1, 119)]


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("country", "name"),
        ("country", "alpha3"),
        ("country", "iso_numeric"),
        ("country", "capital"),
        ("country", "calling_code"),
        ("country", "sole_currency"),
        ("element", "name"),
        ("element", "symbol"),
        ("element", "position"),
    ],
)
def test_an_identifier_belongs_to_one_entity(kind: str, column: str) -> None:
    values = Counter(entity.cells[column] for entity in table(kind).entities if entity.cells[column])
    assert len(values) > 80
    assert values.most_common(1)[0][1] == 1


@pytest.mark.parametrize(("kind", "column"), [("country", "name"), ("country", "capital"), ("element", "name")])
def test_no_alias_is_a_name_of_something_else(kind: str, column: str) -> None:
    owners: dict[str, set[str]] = {}
    for entity in table(kind).entities:
        for text in filter(None, (entity.cells[column], *entity.aliases(column))):
            owners.setdefault(plain(text), set()).add(entity.key)
    assert {text: keys for text, keys in owners.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("kind", FILES)
def test_aliases_differ_from_the_name_and_from_each_other(kind: str) -> None:
    for entity in table(kind).entities:
        for column in ("name", "capital", "calling_code"):
            if column in entity.cells:
                texts = (entity.cells[column], *entity.aliases(column))
                assert len(set(texts)) == len(texts), entity.key
                assert texts[0] or texts == ("",), f"{entity.key}: aliases of an empty {column}"


def test_a_sole_currency_is_the_currency_of_no_other_country() -> None:
    users = Counter(entity.cells["currency_code"] for entity in COUNTRIES)
    for entity in COUNTRIES:
        sole = entity.cells["sole_currency"]
        assert not sole or (sole == entity.cells["currency_code"] and users[sole] == 1)


def test_calling_codes_are_written_like_e164_zones_and_prefix_free() -> None:
    codes = [entity.cells["calling_code"] for entity in COUNTRIES if entity.cells["calling_code"]]
    assert not any(one != other and other.startswith(one) for one in codes for other in codes)
    for entity in COUNTRIES:
        digits = entity.cells["calling_code"][1:]
        assert entity.aliases("calling_code") == ((digits, f"00{digits}") if digits else ())


def test_facts_that_changed_are_those_of_the_date() -> None:
    facts = {
        "BGR": ("currency_code", "EUR"),
        "HRV": ("currency_code", "EUR"),
        "SLE": ("currency_code", "SLE"),
        "CUB": ("currency_code", "CUP"),
        "MRT": ("currency_code", "MRU"),
        "STP": ("currency_code", "STN"),
        "BLR": ("currency_code", "BYN"),
        "ZMB": ("currency_code", "ZMW"),
        "KAZ": ("capital", "Astana"),
    }
    countries = by_key("country")
    assert {key: (column, countries[key].cells[column]) for key, (column, _) in facts.items()} == facts


NO_CAPITAL = "BOL ZAF ISR LKA SWZ BEN CIV NLD TZA MYS CHL BDI NRU YEM IDN MEX LUX SGP GTM"


@pytest.mark.parametrize("key", NO_CAPITAL.split())
def test_a_capital_that_can_be_disputed_or_read_off_is_left_out(key: str) -> None:
    assert by_key("country")[key].cells["capital"] == ""


def test_currency_codes_and_country_codes_are_in_the_iso_lists() -> None:
    pycountry = pytest.importorskip("pycountry")
    for entity in COUNTRIES:
        found = pycountry.countries.get(alpha_3=entity.key)
        assert found is not None
        assert found.numeric == entity.cells["iso_numeric"]
        code = entity.cells["currency_code"]
        assert not code or pycountry.currencies.get(alpha_3=code) is not None


NOBLE_GASES = (2, 10, 18, 36, 54, 86, 118)


def test_periods_and_groups_follow_from_the_noble_gases() -> None:
    for entity in ELEMENTS:
        number = int(entity.cells["atomic_number"])
        period = sum(number > gas for gas in NOBLE_GASES) + 1
        start, end = (0, *NOBLE_GASES)[period - 1], NOBLE_GASES[period - 1]
        after, before = number - start, end - number
        assert entity.cells["period"] == str(period)
        if number == 1 or (end - start == 32 and 3 <= after <= 17):
            assert entity.cells["group"] == entity.cells["position"] == ""
        else:
            group = after if after <= 2 < end - start else 18 - before
            assert entity.cells["group"] == str(group)
            assert entity.cells["position"] == f"group {group} and period {period}"


def test_the_tables_hold_ascii_keys_and_the_date_of_the_relations() -> None:
    for kind in FILES:
        assert {known.as_of for known in RELATIONS if kind in (known.takes, known.gives)} == {table(kind).as_of}
        assert all(entity.key.isascii() for entity in table(kind).entities)
    sources = (FACTS / "SOURCES.md").read_text(encoding="utf-8")
    assert f"as of {table('country').as_of}" in sources


# Loader

GOOD = "# as_of 2026-01-01\natomic_number\tname\taliases\tsymbol\tperiod\tgroup\tposition\n"
ROW = "47\tsilver\t\tAg\t5\t11\tgroup 11 and period 5\n"


def test_a_well_formed_table_is_read() -> None:
    (entity,) = parse("element", "elements.tsv", GOOD + ROW).entities
    assert (entity.key, entity.mention, entity.cells["group"]) == ("Ag", "silver", "11")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r'elements\.tsv, line 1: \'\'; expected "# as_of YYYY-MM-DD"'),
        (GOOD.replace("# as_of", "#"), r"elements\.tsv, line 1: .*expected"),
        ("# as_of 2026-01-01\n", r"elements\.tsv, line 2: columns .*expected"),
        (GOOD.replace("period", "row"), r"elements\.tsv, line 2: columns .*'row'.*expected"),
        (GOOD.replace("symbol", "name"), r"elements\.tsv, line 2: columns .*expected"),
        (GOOD + "47\tsilver\n", r"elements\.tsv, line 3: 2 fields; expected 7 \(atomic_number, name"),
        (GOOD + ROW + "\n", r"elements\.tsv, line 4: 1 fields; expected 7"),
        (GOOD + ROW + ROW, r"elements\.tsv, line 4, field 'symbol': 'Ag' again; expected one row"),
        (GOOD + ROW.replace("47", "119"), r"line 3, field 'atomic_number': '119'; expected an integer from 1 to 118"),
        (GOOD + ROW.replace("\t5\t", "\t8\t"), r"line 3, field 'period': '8'; expected an integer from 1 to 7"),
        (GOOD + ROW.replace("\t11\t", "\t19\t"), r"line 3, field 'group': '19'; expected an integer from 1 to 18"),
        (GOOD + ROW.replace("Ag", "AG"), r"line 3, field 'symbol': 'AG'; expected a capital letter"),
        (GOOD + ROW.replace("Ag", ""), r"line 3, field 'symbol': ''; expected"),
        (GOOD + ROW.replace("silver", ""), r"line 3, field 'name': ''; expected a name"),
        (GOOD + ROW.replace("silver", " silver"), r"line 3, field 'name': ' silver'; expected a name"),
        (GOOD + ROW.replace("silver\t", "silver\tone||two"), r"line 3, field 'aliases': 'one\|\|two'; expected names"),
    ],
)
def test_a_malformed_table_says_where_and_what_was_expected(text: str, said: str) -> None:
    with pytest.raises(FactError, match=said):
        parse("element", "elements.tsv", text)


@pytest.mark.parametrize(
    ("column", "bad"),
    [
        ("alpha3", "aut"),
        ("currency_code", "EURO"),
        ("sole_currency", "eur"),
        ("iso_numeric", "40"),
        ("calling_code", "43"),
        ("calling_code", "+043"),
        ("capital", "1"),
        ("article", "The"),
        ("capital_aliases", "Wien|"),
    ],
)
def test_a_malformed_country_says_where_and_what_was_expected(column: str, bad: str) -> None:
    date, header, *_ = (FACTS / FILES["country"]).read_text(encoding="utf-8").splitlines()
    cells = dict(by_key("country")["AUT"].cells) | {column: bad}
    text = "\n".join((date, header, "\t".join(cells.values())))
    with pytest.raises(FactError, match=rf"c\.tsv, line 3, field '{column}': {re.escape(repr(bad))}; expected"):
        parse("country", "c.tsv", text)


# Relations and chains


def test_every_relation_is_dated_sourced_and_used() -> None:
    used = {
        known for link in LINKS for known in ((link.first.takes, link.first.gives), (link.last.takes, link.last.gives))
    }
    for known in RELATIONS:
        assert known.source
        assert known.scorer in {"name", "code", "number"}
        assert {known.takes, known.gives} <= {*FILES, *FIELDS}
        assert (known.takes, known.gives) in used


def test_a_relation_needs_an_entity_on_one_side_and_no_double() -> None:
    before = list(RELATIONS)
    for takes, gives, said in [
        ("capital", "iso_numeric", "one side"),
        ("country", "element", "one side"),
        ("country", "capital", "already"),
    ]:
        with pytest.raises(ValueError, match=said):
            relation(takes=takes, gives=gives, scorer="name", source="none")(str)
    assert before == RELATIONS

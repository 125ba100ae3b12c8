"""What cites knows about the world, read from data/: the words of each language, the outlets, the places.

    data/languages/*.toml   months, signals, "ibid." …
    data/outlets/*.tsv      outlets and bodies by country: facts, not code
    data/places.toml        countries, cities and regions
    data/proper.toml        other words that keep their capital
    data/names.toml         names of people, and what those of firms end in
    data/towns.toml         towns by country, where papers that share a name are printed
    data/series.toml        editions of documents that are cited by volume, series by number
    data/addresses.toml     what ends sites, and what their paths tell

Others are read where they are used, by `read_tables`.

The languages are read together, because one text cites in many.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import SplitResult, urlsplit

from cites import kept
from cites.errors import KnowledgeError

DATA = Path(__file__).parent / "data"
BODIES = frozenset({"official", "think-tank", "international", "ngo", "company", "party"})  # kinds of outlets that give out what is theirs
ISSUERS = BODIES | {"publisher"}  # in whose place a work is theirs, and no part of anything
PRESS = frozenset({"wire", "newspaper", "magazine", "broadcaster", "news-site"})  # that bring news
REPORTING = PRESS | {"monitor"}  # and those that pass news on
LONGEST_ABBREVIATION = 3  # "MD", "UK", "USA"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all languages, casefolded; see data/languages/en.toml for what each table holds."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]  # abbreviations that are months between a day and a year only: "25 out. 2025"
    dotted_months: Mapping[str, int]  # months behind the point of a day only: "13. listopada"
    seasons: Mapping[str, int]
    eras: Mapping[str, int]  # the year before the first of a reign: "昭和" is 1925
    languages: Mapping[str, str]
    genres: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]  # "signals", "ibid", "editors.before" …; longest first

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self.lists[name]


@dataclass(frozen=True, slots=True)
class Places:
    """Names of countries, cities and regions: casefolded, but the abbreviations ("MD", "IN") as they are."""

    names: frozenset[str]
    abbreviations: frozenset[str]
    cities: frozenset[str]
    lands: frozenset[str]

    def has(self, name: str) -> bool:
        """True for a place: "Moscow", "MOSCOW", "MD"; not for the word "in"."""
        return name.casefold() in self.names or name in self.abbreviations

    def has_city(self, name: str) -> bool:
        """True for "München", where books are published; not for "Germany", which they are about."""
        return name.casefold() in self.cities

    def is_land(self, name: str) -> bool:
        """True for "France" and "Ontario", which say where a city lies; not for "London", nor for "Luxembourg", which is a city as well."""
        return name.casefold() in self.lands


@cache
def load() -> Words:
    """Return the words of every language file.

    Raises KnowledgeError where two files give one month or season different numbers.
    """
    paths = sorted((DATA / "languages").glob("*.toml"))
    tables, lists = kept.read([*paths, Path(__file__)], lambda: _read_languages(paths))
    return Words(**{name: MappingProxyType(rows) for name, rows in tables.items()}, lists=MappingProxyType(lists))


def _read_languages(paths: Iterable[Path]) -> tuple[dict[str, dict[str, Any]], dict[str, tuple[str, ...]]]:
    tables: dict[str, dict[str, Any]] = {field.name: {} for field in fields(Words) if field.name != "lists"}
    lists: dict[str, dict[str, None]] = {}
    for path in paths:
        for table, rows in tomllib.loads(path.read_text("utf-8")).items():
            if table in tables:
                _merge(tables[table], rows, path.name, table)
                continue
            for key, words in rows.items():
                name = table if key in ("words", "names") else f"{table}.{key}"
                lists.setdefault(name, {}).update(dict.fromkeys(word.casefold() for word in words))
    return tables, {name: tuple(sorted(words, key=len, reverse=True)) for name, words in lists.items()}


def _merge(table: dict[str, Any], rows: Mapping[str, Any], file: str, name: str) -> None:
    for word, value in rows.items():
        if table.setdefault(word.casefold(), value) != value:
            raise KnowledgeError(f"languages/{file}", name, f"{word!r} is {value} here and {table[word.casefold()]} in another language")


@cache
def load_places() -> Places:
    """Return the places of places.toml."""
    rows = read_tables("places.toml")
    names = [name for table in rows.values() for name in table]
    return Places(
        names=frozenset(name.casefold() for name in names if len(name) > LONGEST_ABBREVIATION),
        abbreviations=frozenset(name for name in names if len(name) <= LONGEST_ABBREVIATION),
        cities=(cities := frozenset(name.casefold() for name in rows["cities"])),
        lands=frozenset(name.casefold() for table in ("countries", "regions") for name in rows[table]) - cities,
    )


@cache
def load_proper() -> frozenset[str]:
    """Return what keeps its capital in a title, casefolded: the names of places and the words of proper.toml: "japanese", "sunday"."""
    rows = dict(read_tables("proper.toml"))
    common = frozenset(word.casefold() for word in rows.pop("words"))
    return load_places().names - common | {word.casefold() for words in rows.values() for word in words}


@dataclass(frozen=True)
class Courts:
    """What is known of courts, legislatures and the series that they are printed in; of acts and treaties by what they are called."""

    names: Mapping[str, str]  # by report, code or abbreviation: "U.S." → "Supreme Court of the United States"
    states: Mapping[str, str]  # "Cal." → "California"
    parts: Mapping[str, str]  # of a state that has several federal districts: "E." → "Eastern"
    levels: Mapping[str, str]  # courts that many states have: "Ct. App." → "Court of Appeals of {state}"
    numbers: Mapping[str, str]  # how the numbers of a court's cases begin: "ICC-" → "International Criminal Court"
    symbols: Mapping[str, str]  # of the United Nations: "A/HRC/" → "United Nations Human Rights Council"
    reporters: frozenset[str]
    yearly: frozenset[str]  # those whose volumes are counted anew each year: "[1990] 1 AC 109"
    treaties: Mapping[str, str]  # by their letters: "TFEU" → "Treaty on the Functioning of the European Union"
    numbered_acts: tuple[str, ...]  # what those of any country are called: "Republic Act"
    gazettes: frozenset[str]  # what prints acts: "Federal Register"


@cache
def load_courts() -> Courts:
    """Return the tables of courts.toml."""
    rows = read_tables("courts.toml")
    levels = dict(sorted(rows["levels"].items(), key=lambda row: -len(row[0])))
    series = frozenset(name for names in rows["reporters"].values() for name in names)
    yearly = frozenset(rows["yearly"]["series"])
    acts = tuple(name for names in rows["numbered_acts"].values() for name in names)
    gazettes = frozenset(rows["gazettes"]["names"])
    names = {**rows["courts"], **rows["legislatures"]}
    symbols = dict(sorted(rows["symbols"].items(), key=lambda row: -len(row[0])))
    return Courts(names, rows["states"], rows["parts"], levels, rows["numbers"], symbols, series, yearly, rows["treaties"], acts, gazettes)


@cache
def load_names(kind: str) -> frozenset[str]:
    """Return the names of a table of names.toml: "first", "family", "firms" …"""
    return frozenset(read_tables("names.toml")[kind])


@cache
def read_tables(file: str) -> Mapping[str, Any]:
    """Return the tables of a file of data/: `read_tables("names.toml")["firms"]`."""
    return kept.read([DATA / file], lambda: tomllib.loads((DATA / file).read_text("utf-8")))


@cache
def read_rows(file: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of data/ whose cells are parted by tabs, without its comments."""
    lines = (DATA / file).read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))


def load_abbreviations(of: str) -> Mapping[str, str]:
    """Return words by their abbreviations: of the names of "periodicals", where "Rev." is "Review", or of "bodies"."""
    words: Mapping[str, str] = read_tables("journals.toml")[of]
    return words


@cache
def load_series(kind: str) -> tuple[str, ...]:
    """Return the names of editions of "documents" or of "numbered" papers, the longest first: "FRUS", "SP"."""
    names = read_tables("series.toml")[kind]["names"]
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def load_editions() -> Mapping[str, str]:
    """Return what editions of documents are called, by what is printed: "FRUS" gives "Foreign Relations of the United States"."""
    spelt = read_tables("series.toml")["documents"]["spelt"]
    return {name: spelt.get(name, name) for name in load_series("documents")}


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Fold what does not tell two outlets apart: "The Kyodo-News" and "KyodoNews" give "kyodonews"."""
    if not name.isascii():
        name = "".join([c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)])
    text = name.casefold()
    if text.startswith("the ") and len(text) > 7:
        text = text[4:]
    return "".join(filter(str.isalnum, text))


def domain_of(address: str) -> str:
    """Return the host of an address without "www.": "http://www.kremlin.ru/news" gives "kremlin.ru", "T.me/rybar" "t.me"."""
    host = split_address(address).hostname or ""
    return host.removeprefix("www.").rstrip(".")


def split_address(address: str) -> SplitResult:
    """Return the parts of an address with or without its scheme; nothing but empty ones where it is none: "http://[", "http://a℀b.org"."""
    try:
        return urlsplit(address if "//" in address else f"//{address}")
    except ValueError:
        return SplitResult("", "", "", "", "")


@cache
def load_towns() -> dict[str, str]:
    """Return the codes of the countries of towns.toml by folded town: "lagos" is in "NG"."""
    rows = read_tables("towns.toml")
    return {fold_name(town): country for country, towns in rows.items() for town in towns}

"""The outlets that cites knows, from data/outlets/*.tsv, by name and by address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar, overload

from cites import kept, knowledge
from cites.errors import KnowledgeError
from cites.knowledge import DATA, PRESS, domain_of, fold_name, load_towns
from cites.model import Outlet

OUTLET_COLUMNS = ("name", "type", "kind", "country", "language", "owner", "domains", "aliases", "volume_one", "issues_a_year")

Key = TypeVar("Key")
Other = TypeVar("Other")


class Outlets:
    """The outlets by folded name and by domain.

    >>> load_outlets().find("KyodoNews").name
    'Kyodo News'
    """

    def __init__(self, row: Callable[[int], Outlet], index: Index) -> None:
        self.canonical = Rows(row, index.canonical)
        self.by_name = Rows(row, index.names)
        self.by_domain = Rows(row, index.domains)
        self.by_country = Rows(row, index.countries)
        self.counted = Rows(row, index.counted)
        self.namesakes = index.namesakes

    @classmethod
    def of(cls, outlets: Iterable[Outlet]) -> Outlets:
        """Return outlets as those that are known.

        Raises KnowledgeError where two share a name or an address.
        """
        rows = tuple(outlets)
        return cls(rows.__getitem__, to_index(rows))

    def find(self, printed: str) -> Outlet | None:
        """Return the outlet that is printed as a name, as "der Rheinischen Post" too, or as a domain, None where nobody knows it."""
        return self.by_name.get(fold_name(printed)) or (self.at(printed) if "." in printed else None)

    def in_town(self, printed: str, town: str) -> Outlet | None:
        """Return the paper or station of that name in the country of a town: "The Guardian", "Lagos" gives The Guardian (Nigeria)."""
        country = load_towns().get(fold_name(town))
        outlet = self.find(printed) if country else None
        if outlet and outlet.country == country:
            return outlet
        return self.by_country.get((fold_name(printed), country)) if country else None

    def at(self, address: str) -> Outlet | None:
        """Return the outlet that an address belongs to: the longest known domain that its host ends in."""
        labels = domain_of(address).split(".")
        for start in range(len(labels) - 1):
            outlet = self.by_domain.get(".".join(labels[start:]))
            if outlet:
                return outlet
        return None


class Rows(Mapping[Key, Outlet]):
    """Outlets by one kind of key; `row` makes one when it is asked for, for a text needs a few of eleven thousand."""

    def __init__(self, row: Callable[[int], Outlet], numbers: Mapping[Key, int]) -> None:
        self._row = row
        self._numbers = numbers

    def __getitem__(self, key: Key) -> Outlet:
        return self._row(self._numbers[key])

    @overload
    def get(self, key: Key, /) -> Outlet | None: ...
    @overload
    def get(self, key: Key, /, default: Outlet | Other) -> Outlet | Other: ...
    def get(self, key: Key, /, default: Outlet | Other | None = None) -> Outlet | Other | None:
        number = self._numbers.get(key)
        return default if number is None else self._row(number)

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[Key]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class Index(NamedTuple):
    """The numbers of outlets by what they are found by."""

    canonical: dict[str, int]
    names: dict[str, int]  # folded: "kyodonews"
    domains: dict[str, int]
    countries: dict[tuple[str, str], int]  # papers and stations that share a name, by that, folded, and country, where one has both
    counted: dict[str, int]  # those whose volumes are years, by a name without its brackets: "monitor" of "Monitor (Jamestown)"
    namesakes: frozenset[str]  # names of several that none has alone, folded: "elcomercio" of "El Comercio (Peru)"


def to_index(outlets: Iterable[Outlet]) -> Index:
    """Return where each outlet is found.

    Raises KnowledgeError where two share a name or an address.
    """
    index, shared = Index({}, {}, {}, {}, {}, frozenset()), defaultdict(set)
    all_of_them = tuple(outlets)
    for number, outlet in enumerate(all_of_them):
        index.canonical[outlet.name] = number
        for numbers, key in _keys(index, outlet):
            holder = all_of_them[numbers.setdefault(key, number)]
            if holder is not outlet:
                raise KnowledgeError("outlets", outlet.name, f"{key!r} is also under {holder.name}")
        for alias in outlet.aliases if outlet.volume_one else ():
            if alias.endswith(")"):
                index.counted.setdefault(fold_name(alias.rpartition(" (")[0]), number)
        for name in (outlet.name, *outlet.aliases) if outlet.kind in PRESS else ():
            if name.endswith(")"):
                shared[fold_name(name.rpartition(" (")[0]), outlet.country].add(number)
    index.countries.update((key, numbers.pop()) for key, numbers in shared.items() if len(numbers) == 1)
    return index._replace(namesakes=frozenset(name for name, _ in shared) - index.names.keys())


def _keys(index: Index, outlet: Outlet) -> Iterator[tuple[dict[str, int], str]]:
    names = [outlet.name, *outlet.aliases]
    if outlet.language == "de":  # der Rheinischen Post
        names += [name.replace("e ", "en ", 1) for name in names if "e " in name]
    for name in names:
        yield index.names, fold_name(name)
    for domain in outlet.domains:
        yield index.domains, domain.casefold()


@cache
def load_outlets() -> Outlets:
    """Return the outlets of data/outlets/*.tsv.

    Raises KnowledgeError where a table has other columns than OUTLET_COLUMNS, or two rows share a name.
    """
    paths = sorted((DATA / "outlets").glob("*.tsv"))
    lines, index = kept.read([*paths, Path(__file__), Path(knowledge.__file__)], lambda: read_outlets(paths))
    return Outlets(cache(lambda number: to_outlet(lines[number])), index)


def read_outlets(paths: Iterable[Path]) -> tuple[list[str], Index]:
    """Return the lines of tables, and where each outlet is found.

    Raises KnowledgeError as `load_outlets` does.
    """
    lines = []
    for path in paths:
        columns, *rows = path.read_text("utf-8").splitlines()
        if tuple(columns.split("\t")) != OUTLET_COLUMNS:
            raise KnowledgeError(f"outlets/{path.name}", "its first line", f"must be {' '.join(OUTLET_COLUMNS)}, parted by tabs")
        lines += rows
    return lines, to_index(to_outlet(line) for line in lines)


def to_outlet(line: str) -> Outlet:
    """Return a line of a table as an Outlet; cells at its end may be missing."""
    name, type_, kind, *more = line.split("\t")
    country, language, owner, domains, aliases, volume_one, issues = [*more, *[""] * (len(OUTLET_COLUMNS) - 3 - len(more))]
    names = tuple(aliases.split(" | ")) if aliases else ()
    return Outlet(name, names, type_, kind, tuple(domains.split()), country, language, owner, int(volume_one or 0), int(issues or 0))

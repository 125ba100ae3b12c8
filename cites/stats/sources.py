"""The sources of a library: how often each is cited, what it is, and how far the citations are concentrated on few."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cites.addresses import address_of
from cites.knowledge import read_tables
from cites.merge.folding import fold
from cites.model import Outlet
from cites.stats.uses import Use

# What the type of a work says of a source that is not in the outlet data.
KIND_BY_TYPE = {"article-journal": "journal", "book": "publisher", "chapter": "publisher"}
KIND_BY_TYPE |= {"legal_case": "official", "legislation": "official"}
NO_NAME = frozenset({"chapter", "legal_case", "legislation", "treaty"})  # what these stand in, a book or reports, names no source
KINDS: Mapping[str, Mapping[str, Any]] = read_tables("kinds.toml")
SECTOR_ORDER = ("state", "agency", "press", "official", "research", "other", "")
BROKEN = ("dead", "soft404", "parked", "drifted")  # verdicts of a link that no longer shows what was cited


@dataclass(frozen=True, slots=True)
class SourceCount:
    name: str
    outlet: Outlet | None
    kind: str  # of the outlet, else as the type of its works says; "" where nothing is known
    citations: int
    share: float  # of all citations, 0 to 1
    works: int
    documents: int
    first: str  # EDTF; issued of the oldest work cited, "" where none is dated
    last: str
    printed: tuple[str, ...]  # other names under which the texts have it; "Lloyd’s List" is no other name than "Lloyd's List"
    links: Mapping[str, int]  # addresses of its works by verdict, "unchecked" among them

    @property
    def is_state_media(self) -> bool:
        return self.outlet is not None and self.outlet.owner == "state" and KINDS.get(self.kind, {}).get("is_medium", True)

    @property
    def label(self) -> str:
        """Its name where it leads a list: "Knopf (one work)" says that a book is cited often, and not its publisher."""
        return f"{self.name} (one work)" if self.works == 1 < self.citations else self.name

    @property
    def sector(self) -> str:
        """One of SECTOR_ORDER: "state" for state media, else by kind: "agency", "press", "official" …"""
        return "state" if self.is_state_media else KINDS.get(self.kind, {}).get("sector", self.kind and "other")

    @property
    def broken(self) -> int:
        return sum(self.links.get(verdict, 0) for verdict in BROKEN)


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A kind of source, or a country, with what it adds up to: `GroupCount("wire", 41, 0.34, 5, 30)`."""

    name: str  # "" where it is not known
    citations: int
    share: float
    sources: int
    state: int  # citations of state media among these


def effective_number(counts: Iterable[int]) -> float:
    """How many sources, cited equally often, would be as concentrated: [6, 6, 6] gives 3.0, [10, 1, 1] about 1.4.

    Source: inverse of the Herfindahl-Hirschman index (Hill number of order 2).
    """
    numbers = list(counts)
    squares = sum(number * number for number in numbers)
    return sum(numbers) ** 2 / squares if squares else 0.0


def count_sources(uses: Sequence[Use], outlets: Mapping[str, Outlet], verdicts: Mapping[str, str]) -> tuple[SourceCount, ...]:
    """The sources, most cited first, then with more works, then by name: `count_sources(uses, {}, {})[0].share` is 0.24 for 24 of 100.

    `verdicts` has that of each address.
    """
    by_source: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        if use.source:
            by_source[use.source].append(use)
    counts = [_count_source(name, cited, outlets.get(name), len(uses), verdicts) for name, cited in by_source.items()]
    return tuple(sorted(counts, key=lambda count: (-count.citations, -count.works, count.name)))


def _count_source(name: str, uses: Sequence[Use], outlet: Outlet | None, total: int, verdicts: Mapping[str, str]) -> SourceCount:
    works = {use.reference.id: use.reference for use in uses if use.reference}
    types = Counter(work.type for work in works.values())
    dates = sorted(work.issued for work in works.values() if re.match(r"\d{4}", work.issued))
    containers = sorted({work.container_title for work in works.values() if work.type not in NO_NAME})
    printed = {fold(title): title for title in reversed(containers)}
    return SourceCount(
        name=name,
        outlet=outlet,
        kind=outlet.kind if outlet else KIND_BY_TYPE.get(types.most_common(1)[0][0], ""),
        citations=len(uses),
        share=len(uses) / total,
        works=len(works),
        documents=len({use.document for use in uses}),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        printed=tuple(sorted(title for folded, title in printed.items() if folded not in ("", fold(name)))),
        links=Counter(verdicts[address] for address in {address_of(work) for work in works.values()} if address in verdicts),
    )


def group_sources(sources: Iterable[SourceCount], names: Mapping[str, str]) -> tuple[GroupCount, ...]:
    """Sources added up under a name of each, most cited first, the unknown last."""
    groups: dict[str, list[SourceCount]] = defaultdict(list)
    for source in sources:
        groups[names[source.name]].append(source)
    counts = []
    for name, members in groups.items():
        citations, share = sum(member.citations for member in members), sum(member.share for member in members)
        state = sum(member.citations for member in members if member.is_state_media)
        counts.append(GroupCount(name, citations, share, len(members), state))
    return tuple(sorted(counts, key=lambda group: (not group.name, -group.citations, group.name)))


def in_sector_order(sectors: Iterable[GroupCount]) -> tuple[GroupCount, ...]:
    """State media first, what is not known last."""
    return tuple(sorted(sectors, key=lambda group: SECTOR_ORDER.index(group.name)))

"""Counts over a library: who is leaned on, how much, of what kind, since when.

Everything here is counted from a `Library` and nothing is printed. A citation whose form is "short" or "ibid" counts for the
source of its work; a credit (of a photograph or a graphic) is no citation and is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cites.addresses import Address, list_addresses
from cites.chronology import Dates, count_dates
from cites.library import Library
from cites.stats.documents import DocumentCount, Matrix, count_documents, cross
from cites.stats.sources import BROKEN, GroupCount, SourceCount, count_sources, effective_number, group_sources, in_sector_order
from cites.stats.uses import Use, list_uses

__all__ = [
    "BROKEN", "LOW_CONFIDENCE", "SEVERITIES", "TOP", "DocumentCount", "GroupCount", "Matrix", "SourceCount", "Stats", "Use", "count_all",
    "effective_number", "list_uses", "summarise",
]  # fmt: skip

TOP = 5  # the sources whose share is told together
SEVERITIES = ("error", "warning", "note")  # worst first
LOW_CONFIDENCE = 0.75  # below this, more than one reading in four may be wrong


@dataclass(frozen=True, slots=True)
class Stats:
    citations: int
    works: int
    documents: int
    credits: int  # left out
    entries: int  # of bibliographies, left out because the text cites their works
    unsourced: int  # citations whose source is not known
    top: float  # share of the first TOP sources
    effective: float  # see `effective_number`
    state: int  # citations of state media
    unknown_owner: int  # citations of sources that are not in the outlet data, courts apart
    low: int  # citations read with low confidence
    inferred: int  # works with a field that was inferred
    sources: tuple[SourceCount, ...]
    curve: tuple[float, ...]  # share of the first source, of the first two, of the first three …
    sectors: tuple[GroupCount, ...]  # in SECTOR_ORDER
    kinds: tuple[GroupCount, ...]
    countries: tuple[GroupCount, ...]
    dates: Dates
    by_document: tuple[DocumentCount, ...]
    matrix: Matrix
    severities: Mapping[str, int]
    links: Mapping[str, int]  # addresses by verdict, "unchecked" among them
    forms: Counter[str]  # citations by the form that read them


def summarise(library: Library) -> Stats:
    """Every count of a library: `summarise(library).sources[0].name` is the source cited most."""
    return count_all(library, list_uses(library), list_addresses(library))


def count_all(library: Library, uses: Sequence[Use], addresses: Sequence[Address]) -> Stats:
    """The same for a caller that has the citations and the addresses of the library already."""
    verdicts = {address.url: address.verdict for address in addresses}
    sources = count_sources(uses, library.outlets, verdicts)
    works = {use.reference.id for use in uses if use.reference}
    written = [reading.document.about.said("issued") for reading in library.readings]
    kinds = Counter(citation.kind for reading in library.readings for citation in reading.citations)
    return Stats(
        citations=len(uses),
        works=len(library.references),
        documents=len(library.readings),
        credits=kinds["credit"],
        entries=kinds["list"] - sum(use.citation.kind == "list" for use in uses),
        unsourced=sum(not use.source for use in uses),
        top=sum(source.share for source in sources[:TOP]),
        effective=effective_number(source.citations for source in sources),
        state=sum(source.citations for source in sources if source.is_state_media),
        unknown_owner=sum(source.citations for source in sources if source.outlet is None and source.sector != "official"),
        low=sum(use.citation.confidence < LOW_CONFIDENCE for use in uses),
        inferred=sum(bool(reference.inferred) and reference.id in works for reference in library.references),
        sources=sources,
        curve=tuple(accumulate(source.share for source in sources)),
        sectors=in_sector_order(group_sources(sources, {source.name: source.sector for source in sources})),
        kinds=group_sources(sources, {source.name: source.kind for source in sources}),
        countries=group_sources(sources, {s.name: s.outlet.country if s.outlet else "" for s in sources}),
        dates=count_dates((u.reference.issued if u.reference else "", written[u.document]) for u in uses),
        by_document=count_documents(uses, [reading.findings for reading in library.readings]),
        matrix=cross(uses, sources, len(library.readings)),
        severities=Counter(finding.severity for reading in library.readings for finding in reading.findings),
        links=Counter(address.verdict for address in addresses),
        forms=Counter(use.citation.matched_by for use in uses),
    )

"""Counts over a library: who is leaned on, how much, of what kind, since when.

Everything here is counted from a `Library` and nothing is printed. A citation whose form is "short" or "ibid" counts for the
source of its work; a credit (of a photograph or a graphic) is no citation and is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cites.chronology import Dates, count_dates
from cites.library import Library
from cites.model import Citation, Finding, Link, Outlet, Reference

TOP = 5  # the sources whose share is told together
SEVERITIES = ("error", "warning", "note")  # worst first
LOW_CONFIDENCE = 0.75  # below this, more than one reading in four may be wrong
MATRIX_SOURCES = 10  # columns that fit a page
MATRIX_DOCUMENTS = 40  # rows that an eye can compare

# What the type of a work says of a source that is not in the outlet data.
KIND_BY_TYPE = {"article-journal": "journal", "book": "publisher", "chapter": "publisher"}
# Bodies that speak for a state are not media, whoever owns them.
NOT_MEDIA = frozenset({"archive", "company", "gazette", "international", "journal", "ngo", "official", "party", "publisher", "think-tank"})
BROKEN = ("dead", "soft404", "parked", "drifted")  # verdicts of a link that no longer shows what was cited


@dataclass(frozen=True, slots=True)
class Use:
    """One citation that counts, with its document and its work: `Use(0, 4, citation, reference)`."""

    document: int  # index in `library.readings`
    number: int  # from 1 in each document
    citation: Citation
    reference: Reference | None  # None where the citation was not resolved

    @property
    def source(self) -> str:
        return self.reference.source if self.reference else ""


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
    printed: tuple[str, ...]  # other names under which the texts have it

    @property
    def is_state_media(self) -> bool:
        return self.outlet is not None and self.outlet.owner == "state" and self.kind not in NOT_MEDIA


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A kind of source, or a country, with what it adds up to: `GroupCount("wire", 41, 0.34, 5, 30)`."""

    name: str  # "" where it is not known
    citations: int
    share: float
    sources: int
    state: int  # citations of state media among these


@dataclass(frozen=True, slots=True)
class DocumentCount:
    citations: int
    works: int
    sources: int
    findings: int
    leans_on: str  # the source cited most, "" where none is named
    leaning: float  # its share of the document's citations


@dataclass(frozen=True, slots=True)
class Matrix:
    """Documents and sources: `counts[row][column]` citations, the last column for all other sources."""

    documents: tuple[int, ...]  # indices in `library.readings`, in their order
    sources: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    omitted: int  # documents with citations that are not among these


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
    unknown_owner: int  # citations of sources that are not in the outlet data
    low: int  # citations read with low confidence
    inferred: int  # works with a field that was inferred
    sources: tuple[SourceCount, ...]
    kinds: tuple[GroupCount, ...]
    countries: tuple[GroupCount, ...]
    dates: Dates
    by_document: tuple[DocumentCount, ...]
    matrix: Matrix
    severities: Mapping[str, int]
    links: Mapping[str, int]  # addresses by verdict; "" for those that were not checked


def summarise(library: Library) -> Stats:
    """Every count of a library: `summarise(library).sources[0].name` is the source cited most."""
    uses = list_uses(library)
    sources = count_sources(uses, library.outlets)
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
        unknown_owner=sum(source.citations for source in sources if source.outlet is None),
        low=sum(use.citation.confidence < LOW_CONFIDENCE for use in uses),
        inferred=sum(bool(reference.inferred) and reference.id in works for reference in library.references),
        sources=sources,
        kinds=group_sources(sources, {source.name: source.kind for source in sources}),
        countries=group_sources(sources, {s.name: s.outlet.country if s.outlet else "" for s in sources}),
        dates=count_dates((u.reference.issued if u.reference else "", written[u.document]) for u in uses),
        by_document=count_documents(uses, [reading.findings for reading in library.readings]),
        matrix=cross(uses, sources, len(library.readings)),
        severities=Counter(finding.severity for reading in library.readings for finding in reading.findings),
        links=count_links(library.references, library.links),
    )


def list_uses(library: Library) -> tuple[Use, ...]:
    """Each citation that counts, in reading order, numbered from 1 in each document.

    Left out are credits, and the entries of a bibliography whose works the text cites: they would count twice.
    """
    works = {reference.id: reference for reference in library.references}
    uses = []
    for index, reading in enumerate(library.readings):
        in_text = {citation.reference for citation in reading.citations if citation.kind not in ("credit", "list")}
        for number, citation in enumerate((c for c in reading.citations if c.kind != "credit"), start=1):
            if citation.kind != "list" or citation.reference not in in_text:
                uses.append(Use(index, number, citation, works.get(citation.reference)))
    return tuple(uses)


def effective_number(counts: Iterable[int]) -> float:
    """How many sources, cited equally often, would be as concentrated: [6, 6, 6] gives 3.0, [10, 1, 1] about 1.4.

    Source: inverse of the Herfindahl-Hirschman index (Hill number of order 2).
    """
    numbers = list(counts)
    squares = sum(number * number for number in numbers)
    return sum(numbers) ** 2 / squares if squares else 0.0


def count_sources(uses: Sequence[Use], outlets: Mapping[str, Outlet]) -> tuple[SourceCount, ...]:
    """The sources, most cited first (then by name): `count_sources(uses, {})[0].share` is 0.24 for 24 of 100 citations."""
    by_source: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        if use.source:
            by_source[use.source].append(use)
    counts = [_count_source(name, cited, outlets.get(name), len(uses)) for name, cited in by_source.items()]
    return tuple(sorted(counts, key=lambda count: (-count.citations, count.name)))


def _count_source(name: str, uses: Sequence[Use], outlet: Outlet | None, total: int) -> SourceCount:
    works = {use.reference.id: use.reference for use in uses if use.reference}
    types = Counter(work.type for work in works.values())
    dates = sorted(work.issued for work in works.values() if re.match(r"\d{4}", work.issued))
    printed = {work.container_title for work in works.values() if work.type != "chapter"}  # a chapter's container is a book
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
        printed=tuple(sorted(printed - {"", name})),
    )


def group_sources(sources: Iterable[SourceCount], names: Mapping[str, str]) -> tuple[GroupCount, ...]:
    """Sources added up under a name of each, most cited first, the unknown last."""
    groups: dict[str, list[SourceCount]] = defaultdict(list)
    for source in sources:
        groups[names[source.name]].append(source)
    counts = [
        GroupCount(
            name=name,
            citations=sum(member.citations for member in members),
            share=sum(member.share for member in members),
            sources=len(members),
            state=sum(member.citations for member in members if member.is_state_media),
        )
        for name, members in groups.items()
    ]
    return tuple(sorted(counts, key=lambda group: (not group.name, -group.citations, group.name)))


def count_documents(uses: Iterable[Use], findings: Sequence[Sequence[Finding]]) -> tuple[DocumentCount, ...]:
    """For each document its citations, works, sources and findings, and the source that it leans on most."""
    by_document: list[list[Use]] = [[] for _ in findings]
    for use in uses:
        by_document[use.document].append(use)
    return tuple(_count_document(cited, len(found)) for cited, found in zip(by_document, findings, strict=True))


def _count_document(uses: Sequence[Use], findings: int) -> DocumentCount:
    sources = Counter(use.source for use in uses if use.source)
    leans_on, most = min(sources.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return DocumentCount(
        citations=len(uses),
        works=len({use.reference.id for use in uses if use.reference}),
        sources=len(sources),
        findings=findings,
        leans_on=leans_on,
        leaning=most / len(uses) if uses else 0.0,
    )


def cross(uses: Sequence[Use], sources: Sequence[SourceCount], documents: int) -> Matrix:
    """The documents with most citations against the sources cited most."""
    counts = Counter((use.document, use.source) for use in uses)
    totals = Counter(use.document for use in uses)
    cited = [index for index in range(documents) if totals[index]]
    rows = sorted(sorted(cited, key=lambda index: -totals[index])[:MATRIX_DOCUMENTS])
    names = [source.name for source in sources[:MATRIX_SOURCES]]
    cells = [[counts[row, name] for name in names] for row in rows]
    return Matrix(
        documents=tuple(rows),
        sources=tuple(names),
        counts=tuple((*line, totals[row] - sum(line)) for row, line in zip(rows, cells, strict=True)),
        omitted=len(cited) - len(rows),
    )


def count_links(references: Iterable[Reference], links: Mapping[str, Link]) -> dict[str, int]:
    """Addresses by verdict: {"alive": 18, "dead": 3, "": 2}; "" for those of works that were not checked."""
    verdicts = Counter(link.verdict for link in links.values())
    unchecked = {reference.url for reference in references if reference.url} - set(links)
    return {**verdicts, **({"": len(unchecked)} if unchecked else {})}

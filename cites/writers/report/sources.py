"""The sources: a row each, which opens to the names that were merged, the works with their links, and the sentences that rest on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from cites.addresses import address_of
from cites.library import Library
from cites.model import Reference
from cites.stats import SourceCount, Stats, Use
from cites.writers.dates import format_date
from cites.writers.report import charts, summary, words
from cites.writers.report.anchors import Anchors, Mention, clip
from cites.writers.report.links import LinkState, state_of
from cites.writers.report.quotes import Quote, list_quotes

MAX_TITLE = 120  # code points; two lines of a narrow screen


@dataclass(frozen=True, slots=True)
class Cited:
    """A work under its source, with the citations of it."""

    label: str
    anchor: str
    link: LinkState
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class QuotedText:
    """The sentences of one text that rest on a source."""

    title: str
    anchor: str
    text_anchor: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    count: SourceCount
    anchor: str
    kind: str
    owner: str  # "State media", "Not a state’s" …
    country: str  # ISO 3166-1 alpha-2
    bar: float  # percent of the longest
    period: str  # "2012–2019"
    links: str  # "3, 1 broken"
    facets: Mapping[str, str]  # the values by which a reader may filter
    summary: str
    names: str  # all under which it is printed, where the summary does not have room for them
    works: tuple[Cited, ...]
    texts: tuple[QuotedText, ...]


def list_sources(library: Library, uses: Sequence[Use], counts: Stats, titles: Sequence[str], anchors: Anchors) -> Iterator[SourceRow]:
    """The sources, most cited first; `titles` are those of the texts."""
    by_source: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_source[use.source].append(use)
    most = counts.sources[0].citations if counts.sources else 0
    for source in counts.sources:
        cited = by_source[source.name]
        country = source.outlet.country if source.outlet else ""
        yield SourceRow(
            count=source,
            anchor=anchors.sources[source.name],
            kind=words.kind(source.kind),
            owner=words.owner(source),
            country=country,
            bar=charts.bar(source.citations, most),
            period=summary.period(source.first[:4], source.last[:4]) if source.first else "",
            links=summary.source_links(source),
            facets={
                "sector": words.SECTORS[source.sector],
                "kind": words.kind(source.kind),
                "country": country or "Not known",
                "links": words.link_facet(source.links) or "None",
            },
            summary=summary.source(source),
            names=words.row(source.printed) if len(source.printed) > summary.MAX_NAMES else "",
            works=tuple(_works(library, cited, anchors)),
            texts=tuple(_texts(library, source.name, cited, titles, anchors)),
        )


def _works(library: Library, uses: Sequence[Use], anchors: Anchors) -> Iterator[Cited]:
    """The works of a source by their date."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    works: dict[str, Reference] = {}
    for use in uses:
        if use.reference:
            works[use.reference.id] = use.reference
            mentions[use.reference.id].append(anchors.mention(use))
    for work in sorted(works.values(), key=lambda work: (work.issued, work.id)):
        link = state_of(address_of(work) if library.links else "", library.links)
        yield Cited(_label(work), anchors.works[work.id], link, tuple(mentions[work.id]))


def _label(work: Reference) -> str:
    """A work under its source, which is not named again: "26 January 2012", or "“Quotas and Coasts”, Spring 2013"."""
    parts = (f"“{work.title}”" if work.title else "", format_date(work.issued))
    return clip(", ".join(part for part in parts if part) or "undated", MAX_TITLE)


def _texts(library: Library, source: str, uses: Sequence[Use], titles: Sequence[str], anchors: Anchors) -> Iterator[QuotedText]:
    for document, group in groupby(uses, key=lambda use: use.document):
        yield QuotedText(
            title=titles[document],
            anchor=anchors.of_source_in(source, document),
            text_anchor=anchors.texts[document],
            quotes=tuple(list_quotes(library.readings[document], list(group), anchors)),
        )

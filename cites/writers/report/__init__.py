"""What the report's page shows: the numbers of `cites.stats` and the words of the texts, ready for the templates.

A template only lays out what stands in a `Report`; nothing is counted, cut or worded there.

    anchors   the ids of the page                    texts     the documents, each citation marked in place
    summary   its sentences, charts its geometry     sources   who is leaned on, with quotes of the sentences
    problems  what to fix first; mends: how          works     formatted, with coins and what is known of the links
    rows      long lists in pages                    downloads the same data for other programs
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cites import stats
from cites.addresses import list_addresses
from cites.library import Library
from cites.stats import DocumentCount, GroupCount, Stats, Use
from cites.writers.report import charts, summary, words
from cites.writers.report.anchors import Anchors, Mention, clip, make_anchors
from cites.writers.report.charts import Cell, Column, Curve, Segment
from cites.writers.report.downloads import Download, list_downloads
from cites.writers.report.links import LinkRow, list_links
from cites.writers.report.problems import ProblemGroup, list_problems
from cites.writers.report.rows import Page, in_pages, is_large
from cites.writers.report.sources import MAX_TITLE, SourceRow, list_sources
from cites.writers.report.summary import Figure
from cites.writers.report.texts import Paragraph, list_paragraphs
from cites.writers.report.works import WorkRow, list_works


@dataclass(frozen=True, slots=True)
class GroupRow:
    name: str
    facet: str  # what the table that the number leads to is filtered by: "kind:News agency"
    citations: int
    share: float
    bar: float  # percent of the longest
    state: int  # citations of state media among these
    state_bar: float


@dataclass(frozen=True, slots=True)
class TextRow:
    count: DocumentCount
    anchor: str
    title: str
    name: str  # of the file
    issued: str
    leans_anchor: str
    paragraphs: tuple[Paragraph, ...]
    is_open: bool  # the only one


@dataclass(frozen=True, slots=True)
class MatrixRow:
    title: str
    anchor: str
    cells: tuple[Cell, ...]
    citations: int


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    subtitle: str
    made: str
    headline: str
    figures: tuple[Figure, ...]
    strip: tuple[Segment, ...]
    sectors: tuple[Segment, ...]
    problems: tuple[ProblemGroup, ...]
    sources: tuple[SourceRow, ...]
    unsourced: tuple[Mention, ...]  # citations whose source is not known
    curve: Curve | None
    curve_note: str
    owners: tuple[GroupRow, ...]  # state media, agencies, other media …
    kinds: tuple[GroupRow, ...]
    countries: tuple[GroupRow, ...]
    columns: tuple[Column, ...]
    ages: tuple[GroupRow, ...]
    dates_note: str
    matrix_sources: tuple[Mention, ...]
    matrix: tuple[MatrixRow, ...]
    matrix_omitted: int
    works: tuple[Page[WorkRow], ...]
    links: tuple[Page[LinkRow], ...]
    texts: tuple[TextRow, ...]
    method: tuple[str, ...]
    forms: tuple[GroupRow, ...]
    fingerprint: str
    downloads: tuple[Download, ...]
    is_large: bool  # sentences and texts are packed, and drawn when they are opened


def build(library: Library, *, made: str, title: str | None = None) -> Report:
    """Everything that the page of a library shows; `title` stands above it, else one is made from the texts."""
    addresses = list_addresses(library)
    uses = stats.list_uses(library)
    counts = stats.count_all(library, uses, addresses)
    titles = _titles(library)
    files = [reading.document.name for reading in library.readings]
    anchors = make_anchors(files, [source.name for source in counts.sources], library.references)
    large = is_large(library, counts.citations)
    problems = list_problems(library, uses, addresses, titles, anchors, large)
    return Report(
        title=title or summary.title(titles),
        subtitle=summary.subtitle(library, counts, made),
        made=made,
        headline=summary.headline(counts),
        figures=tuple(summary.figures(counts, sum(group.count for group in problems))),
        strip=charts.strip(counts, anchors.sources),
        sectors=charts.sectors(counts.sectors),
        problems=problems,
        sources=tuple(list_sources(library, uses, counts, titles, anchors)),
        unsourced=tuple(anchors.mention(use) for use in uses if not use.source),
        curve=charts.curve(counts),
        curve_note=summary.concentration(counts),
        owners=_groups(counts.sectors, "sector", words.SECTORS.__getitem__),
        kinds=_groups(counts.kinds, "kind", words.kind),
        countries=_groups(counts.countries, "country", lambda name: name or "Not known"),
        columns=charts.columns(counts.dates),
        ages=_counts([(words.AGES[name], many) for name, many in counts.dates.ages], "age", counts.dates.aged),
        dates_note=summary.dates_note(counts.dates),
        matrix_sources=tuple(Mention(name, anchors.sources[name]) for name in counts.matrix.sources),
        matrix=tuple(_matrix(counts, titles, anchors)),
        matrix_omitted=counts.matrix.omitted,
        works=in_pages(tuple(list_works(library, uses, anchors)), large),
        links=in_pages(tuple(list_links(library, addresses, uses, anchors)), large),
        texts=tuple(_texts(library, counts, titles, anchors)),
        method=tuple(summary.method(counts)),
        forms=_counts([(words.plainly(form), many) for form, many in counts.forms.most_common()], "", counts.citations),
        fingerprint=summary.fingerprint(library),
        downloads=tuple(list_downloads(library)),
        is_large=large,
    )


def _titles(library: Library) -> tuple[str, ...]:
    """What each text is called; those of one title are told apart by their files."""
    names = [reading.document.name for reading in library.readings]
    titles = [clip(reading.document.about.title or reading.document.name, MAX_TITLE) for reading in library.readings]
    many = Counter(titles)
    return tuple(f"{title} ({name})" if many[title] > 1 and title != name else title for title, name in zip(titles, names, strict=True))


def _groups(groups: Sequence[GroupCount], facet: str, name_of: Callable[[str], str]) -> tuple[GroupRow, ...]:
    most = max((group.citations for group in groups), default=0)
    named = ((name_of(group.name), group) for group in groups)
    return tuple(
        GroupRow(name, f"{facet}:{name}", of.citations, of.share, charts.bar(of.citations, most), of.state, charts.bar(of.state, most))
        for name, of in named
    )


def _counts(rows: Sequence[tuple[str, int]], facet: str, total: int) -> tuple[GroupRow, ...]:
    most = max((many for _, many in rows), default=0)
    return tuple(
        GroupRow(name, f"{facet}:{name}" if facet else "", many, many / total if total else 0.0, charts.bar(many, most), 0, 0.0)
        for name, many in rows
    )


def _texts(library: Library, counts: Stats, titles: Sequence[str], anchors: Anchors) -> Iterator[TextRow]:
    by_document: list[list[Use]] = [[] for _ in library.readings]
    for use in stats.list_uses(library, entries=True):
        by_document[use.document].append(use)
    for index, reading in enumerate(library.readings):
        count = counts.by_document[index]
        yield TextRow(
            count=count,
            anchor=anchors.texts[index],
            title=titles[index],
            name=reading.document.name,
            issued=reading.document.about.said("issued"),
            leans_anchor=anchors.sources.get(count.leans_on, ""),
            paragraphs=tuple(list_paragraphs(reading, by_document[index], anchors, index)),
            is_open=len(library.readings) == 1,
        )


def _matrix(counts: Stats, titles: Sequence[str], anchors: Anchors) -> Iterator[MatrixRow]:
    for index, row in zip(counts.matrix.documents, counts.matrix.counts, strict=True):
        total = counts.by_document[index].citations
        behind = [anchors.of_source_in(source, index) for source in counts.matrix.sources]
        yield MatrixRow(titles[index], anchors.texts[index], charts.cells(row, total, [*behind, ""]), total)

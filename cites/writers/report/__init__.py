"""What the report's page shows: the numbers of `cites.stats` and the words of the texts, ready for the templates.

A template only lays out what stands in a `Report`; nothing is counted, cut or worded there. Addresses inside the page: `c2.14` is
the 14th citation of the second text, `t2` that text, `w-…` a work, `s-…` a source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cites import stats
from cites.library import Library
from cites.model import Link, Reading, Reference
from cites.stats import DocumentCount, GroupCount, SourceCount, Stats, Use
from cites.writers import plain
from cites.writers.links import distance
from cites.writers.report import charts, summary, words
from cites.writers.report.charts import Cell, Column, Segment
from cites.writers.report.passages import Mention, Passage, clip, list_passages, mention
from cites.writers.report.problems import ProblemGroup, list_problems
from cites.writers.report.summary import Figure

MAX_TITLE = 120  # code points; two lines of a narrow screen


@dataclass(frozen=True, slots=True)
class Cited:
    """A work under its source, with the citations of it."""

    label: str
    anchor: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    count: SourceCount
    anchor: str
    kind: str
    owner: str  # "state-owned"; "" for other owners, for bodies that are the state, and where it is not known
    country: str  # ISO 3166-1 alpha-2
    bar: float  # percent of the longest
    summary: str
    works: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    count: GroupCount
    name: str
    bar: float
    state_bar: float  # the part of it that is state media


@dataclass(frozen=True, slots=True)
class TextRow:
    count: DocumentCount
    number: int
    anchor: str
    title: str
    name: str  # of the file
    issued: str
    leans_anchor: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    title: str
    anchor: str
    cells: tuple[Cell, ...]
    citations: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of a formatted reference; `href` is "" for what is no address, or none that a browser should open."""

    text: str
    italic: bool
    inferred: bool
    is_rtl: bool
    href: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What an inferred field rests on: `Ground("Date", "volume 9 of Eurasia Daily Monitor is 2012", "nearly sure")`."""

    field: str
    ground: str
    sure: str


@dataclass(frozen=True, slots=True)
class WorkRow:
    anchor: str
    phrases: tuple[Phrase, ...]
    grounds: tuple[Ground, ...]
    verdict: str  # "" where nothing was checked
    verdict_words: str
    copy: str  # the address of an archived copy
    copy_words: str  # how far it is from the cited date
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    subtitle: str
    made: str
    headline: str
    figures: tuple[Figure, ...]
    strip: tuple[Segment, ...]
    problems: tuple[ProblemGroup, ...]
    problem_count: int
    sources: tuple[SourceRow, ...]
    kinds: tuple[GroupRow, ...]
    countries: tuple[GroupRow, ...]
    columns: tuple[Column, ...]
    dates_note: str
    texts: tuple[TextRow, ...]
    matrix_sources: tuple[Mention, ...]
    matrix: tuple[MatrixRow, ...]
    matrix_omitted: int
    works: tuple[WorkRow, ...]
    method: tuple[str, ...]


def build(library: Library, *, made: str, title: str | None = None) -> Report:
    """Everything that the page of a library shows; `title` stands above it, else one is made from the texts."""
    uses = stats.list_uses(library)
    counts = stats.summarise(library)
    titles = tuple(_title(reading) for reading in library.readings)
    source_at = words.anchors("s", [source.name for source in counts.sources])
    work_at = words.anchors("w", [reference.id for reference in library.references])
    problems = list_problems(library, uses, titles, work_at)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for use in uses:
        if use.reference:
            mentions[use.reference.id].append(mention(use, counts.documents))
    problem_count = sum(len(group.problems) for group in problems)
    return Report(
        title=title or summary.title(titles),
        subtitle=summary.subtitle(library),
        made=made,
        headline=summary.headline(counts),
        figures=tuple(summary.figures(counts, problem_count)),
        strip=charts.strip(counts, source_at),
        problems=problems,
        problem_count=problem_count,
        sources=tuple(_source_rows(library, counts, source_at, work_at, mentions)),
        kinds=_group_rows(counts.kinds, {group.name: words.kind(group.name) for group in counts.kinds}),
        countries=_group_rows(counts.countries, {group.name: group.name or "Not known" for group in counts.countries}),
        columns=charts.columns(counts.dates),
        dates_note=summary.dates_note(counts.dates),
        texts=tuple(_text_rows(library, uses, counts, titles, source_at, work_at)),
        matrix_sources=tuple(Mention(name, source_at[name]) for name in counts.matrix.sources),
        matrix=tuple(_matrix_rows(counts, titles)),
        matrix_omitted=counts.matrix.omitted,
        works=tuple(_work_row(reference, library.links, work_at[reference.id], mentions) for reference in library.references),
        method=tuple(summary.method(counts)),
    )


def _title(reading: Reading) -> str:
    return clip(reading.document.about.title or reading.document.name, MAX_TITLE)


def _source_rows(
    library: Library, counts: Stats, source_at: Mapping[str, str], work_at: Mapping[str, str], mentions: Mapping[str, list[Mention]]
) -> Iterator[SourceRow]:
    by_source: dict[str, list[Reference]] = defaultdict(list)
    for reference in library.references:
        if reference.id in mentions:
            by_source[reference.source].append(reference)
    most = counts.sources[0].citations if counts.sources else 0
    for source in counts.sources:
        works = sorted(by_source[source.name], key=lambda work: (work.issued, work.id))
        verdicts = Counter(library.links[work.url].verdict for work in works if work.url in library.links)
        outlet = source.outlet
        yield SourceRow(
            count=source,
            anchor=source_at[source.name],
            kind=words.kind(source.kind),
            owner="state-owned" if source.is_state_media else "",
            country=outlet.country if outlet else "",
            bar=charts.bar(source.citations, most),
            summary=summary.source(source, sum(verdicts[verdict] for verdict in stats.BROKEN)),
            works=tuple(Cited(_cited_label(work), work_at[work.id], tuple(mentions[work.id])) for work in works),
        )


def _cited_label(work: Reference) -> str:
    """A work under its source, which is not named again: "26 January 2012", or "“Quotas and Coasts”, Spring 2013"."""
    parts = (f"“{work.title}”" if work.title else "", plain.format_date(work.issued))
    return clip(", ".join(part for part in parts if part) or "undated", MAX_TITLE)


def _group_rows(groups: Sequence[GroupCount], names: Mapping[str, str]) -> tuple[GroupRow, ...]:
    most = max((group.citations for group in groups), default=0)
    return tuple(GroupRow(group, names[group.name], charts.bar(group.citations, most), charts.bar(group.state, most)) for group in groups)


def _text_rows(
    library: Library, uses: Sequence[Use], counts: Stats, titles: Sequence[str], source_at: Mapping[str, str], work_at: Mapping[str, str]
) -> Iterator[TextRow]:
    by_document: list[list[Use]] = [[] for _ in library.readings]
    for use in uses:
        by_document[use.document].append(use)
    for index, reading in enumerate(library.readings):
        count = counts.by_document[index]
        yield TextRow(
            count=count,
            number=index + 1,
            anchor=f"t{index + 1}",
            title=titles[index],
            name=reading.document.name,
            issued=reading.document.about.said("issued"),
            leans_anchor=source_at.get(count.leans_on, ""),
            passages=tuple(list_passages(reading.document, by_document[index], work_at, counts.documents)),
        )


def _matrix_rows(counts: Stats, titles: Sequence[str]) -> Iterator[MatrixRow]:
    for index, row in zip(counts.matrix.documents, counts.matrix.counts, strict=True):
        total = counts.by_document[index].citations
        yield MatrixRow(titles[index], f"t{index + 1}", charts.cells(row, total), total)


def _work_row(reference: Reference, links: Mapping[str, Link], anchor: str, mentions: Mapping[str, list[Mention]]) -> WorkRow:
    inferred = {item.field for item in reference.inferred}
    verdict, verdict_words, copy = "", "", None
    if reference.url and links:
        link = links.get(reference.url)
        verdict = link.verdict if link else "unchecked"
        verdict_words = words.verdict(link.verdict if link else "")
        verdict_words += f" ({link.status})" if link and link.status and link.verdict not in ("alive", "moved") else ""
        copy = link.archive if link else None
    return WorkRow(
        anchor=anchor,
        phrases=tuple(
            Phrase(
                run.text,
                italic=run.italic,
                inferred=run.field in inferred,
                is_rtl=words.is_rtl(run.text),
                href=words.web_address(run.text) if run.field == "url" else "",
            )
            for run in plain.format_reference(reference)
        ),
        grounds=tuple(Ground(words.field(item.field), item.ground, words.sure(item.confidence)) for item in reference.inferred),
        verdict=verdict.replace("?", "-perhaps"),
        verdict_words=verdict_words,
        copy=words.web_address(copy.url) if copy else "",
        copy_words=distance(copy.days, copy.timestamp) if copy else "",
        mentions=tuple(mentions.get(reference.id, ())),
    )

"""The documents of a library: how many citations each has, and on whom it leans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cites.merge.folding import fold
from cites.model import Finding, Reading
from cites.stats.sources import SourceCount
from cites.stats.uses import Use

MATRIX_SOURCES = 10  # columns that fit a page
MATRIX_DOCUMENTS = 40  # rows that an eye can compare


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


def count_documents(uses: Iterable[Use], findings: Sequence[Sequence[Finding]]) -> tuple[DocumentCount, ...]:
    """For each document its citations, works, sources and findings, and the source that it leans on most."""
    by_document: list[list[Use]] = [[] for _ in findings]
    for use in uses:
        by_document[use.document].append(use)
    return tuple(_count_document(cited, len(found)) for cited, found in zip(by_document, findings, strict=True))


def _count_document(uses: Sequence[Use], findings: int) -> DocumentCount:
    sources = Counter(use.source for use in uses if use.source)
    leans_on, most = min(sources.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    works = {use.reference.id for use in uses if use.reference}
    return DocumentCount(len(uses), len(works), len(sources), findings, leans_on, most / len(uses) if uses else 0.0)


def list_doubles(readings: Sequence[Reading]) -> Iterator[tuple[int, str]]:
    """The texts with the title and the citations of an earlier one, and what is to be said of them: an article saved twice counts twice."""
    first: dict[tuple[object, ...], Reading] = {}
    for index, reading in enumerate(readings):
        title, cited = fold(reading.document.about.title), [citation.reference for citation in reading.citations]
        if title and any(cited) and (other := first.setdefault((title, *cited), reading)) is not reading:
            yield index, f"the same citations as {other.document.name}; is it the same article?"


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

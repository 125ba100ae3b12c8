"""A table as CSV, one row a citation, to be sorted and checked in a spreadsheet.

White space in a cell is made single, so that every row is one line; the columns `start` and `line` lead to the print as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cites.library import Library
from cites.model import Citation, Document, Reading, Reference
from cites.places import Place, Places
from cites.writers.plain import format_names
from cites.writers.readings import place, printed


@dataclass(frozen=True, slots=True)
class Row:
    """One citation with what its cells are taken from."""

    document: Document
    citation: Citation
    reference: Reference
    start: int | None  # in the file
    place: Place


Cell = str | int | float | None
COLUMNS: dict[str, Callable[[Row], Cell]] = {
    "document": lambda row: row.document.name,
    "line": lambda row: row.place.line,
    "page": lambda row: row.place.page,
    "paragraph": lambda row: row.place.paragraph,
    "heading": lambda row: row.place.heading,
    "start": lambda row: row.start,
    "note": lambda row: row.citation.note,
    "text": lambda row: printed(row.document, row.citation.span),
    "form": lambda row: row.citation.form,
    "kind": lambda row: row.citation.kind,
    "reference": lambda row: row.citation.reference,
    "type": lambda row: row.reference.type if row.citation.reference else "",
    "author": lambda row: format_names(row.reference.author),
    "title": lambda row: row.reference.title,
    "container_title": lambda row: row.reference.container_title,
    "source": lambda row: row.reference.source,
    "issued": lambda row: row.reference.issued,
    "issued_inferred": lambda row: guess.ground or "yes" if (guess := row.reference.ground("issued")) else "",
    "url": lambda row: row.reference.url,
    "locator": lambda row: row.citation.locator,
    "claim": lambda row: printed(row.document, row.citation.claim) if row.citation.claim else "",
    "confidence": lambda row: row.citation.confidence,
}

FORMULA = ("=", "+", "-", "@")  # what makes a spreadsheet compute a cell; tab and carriage return never begin one here


def write(library: Library) -> str:
    """The table with its header: "document,line,start,…"."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(library.readings):
        writer.writerow([to_cell(take(row)) for take in COLUMNS.values()])
    return out.getvalue()


def rows(readings: Iterable[Reading]) -> Iterator[Row]:
    """Every citation with its reference, in reading order."""
    for reading in readings:
        works = {reference.id: reference for reference in reading.references}
        document = reading.document
        places = Places(reading)
        for citation in reading.citations:
            start, _ = place(document, citation.span)
            yield Row(document, citation, works.get(citation.reference, Reference()), start, places.of(citation))


def to_cell(value: Cell) -> str:
    """A cell on one line that no spreadsheet takes for a formula: "=1+1" gives "'=1+1"."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    text = " ".join(value.replace("\0", "").split())
    return f"'{text}" if text.startswith(FORMULA) else text

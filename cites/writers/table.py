"""A table as CSV, one row a citation, to be sorted and checked in a spreadsheet.

White space in a cell is made single, so that every row is one line; the columns `start` and `line` lead to the print as it is. A claim is
the sentence as a person sees it: without markup, and without the marks that call notes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from cites.library import Library
from cites.marks import without
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
    claim: str


Cell = str | int | float | None
COLUMNS: dict[str, Callable[[Row], Cell]] = {
    "document": lambda row: row.document.name,
    **{name: attrgetter(f"place.{name}") for name in ("line", "page", "paragraph", "heading")},
    "start": lambda row: row.start,
    "note": lambda row: row.citation.note,
    "text": lambda row: printed(row.document, row.citation.span),
    **{name: attrgetter(f"citation.{name}") for name in ("form", "kind", "reference")},
    "type": lambda row: row.reference.type if row.citation.reference else "",
    "author": lambda row: format_names(row.reference.author, others=bool(row.reference.other_authors)),
    **{name: attrgetter(f"reference.{name}") for name in ("title", "container_title", "source", "issued")},
    "issued_inferred": lambda row: guess.ground or "yes" if (guess := row.reference.ground("issued")) else "",
    "url": lambda row: row.reference.url,
    "locator": lambda row: row.citation.locator,
    "claim": lambda row: row.claim,
    "confidence": lambda row: row.citation.confidence,
}

# What makes a spreadsheet compute a cell, also as a Japanese keyboard has it; tab and carriage return never begin one here.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BOM = "\ufeff"  # without it Excel reads UTF-8 as the code page of the computer
LONGEST = 32_767  # characters in a cell of Excel; what is longer would run on into the next rows
DAYLIKE = re.compile(r"(?<=\d)-(?=\d)")


def write(library: Library, *, excel: bool = False) -> str:
    """The table with its header: "document,line,start,…"; for Excel with a byte order mark, and with pages that it takes for no dates."""
    return write_rows(rows(library.readings), excel=excel)


def write_rows(rows: Iterable[Row], *, excel: bool = False) -> str:
    """The table of some rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if excel else "\n")
    writer.writerow(COLUMNS)
    for row in rows:
        cells = {name: to_cell(take(row)) for name, take in COLUMNS.items()}
        writer.writerow(_for_excel(cells) if excel else cells.values())
    return (BOM if excel else "") + out.getvalue()


def _for_excel(cells: Mapping[str, str]) -> Iterator[str]:
    """The cells of a row as Excel keeps them: pages "12-14" as "12–14", which it does not take for a day in December."""
    for name, cell in cells.items():
        yield (DAYLIKE.sub("–", cell) if name in ("locator", "note") else cell)[:LONGEST]


def rows(readings: Iterable[Reading]) -> Iterator[Row]:
    """Every citation with its reference, in reading order."""
    for reading in readings:
        works = {reference.id: reference for reference in reading.references}
        document = reading.document
        places = Places(reading)
        callouts = sorted(callout.span for callout in reading.callouts)
        for citation in reading.citations:
            start, _ = place(document, citation.span)
            claim = without(document.text, citation.claim, callouts) if citation.claim else ""
            yield Row(document, citation, works.get(citation.reference, Reference()), start, places.of(citation), claim)


def to_cell(value: Cell) -> str:
    """A cell on one line that no spreadsheet takes for a formula: "=1+1" gives "'=1+1"."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    text = " ".join(value.replace("\0", "").split())
    return f"'{text}" if text.startswith(FORMULA) else text

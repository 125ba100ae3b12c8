"""The data of the report in the formats of other programs, packed into the page, so that it can be saved from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cites.library import Library
from cites.writers import WRITERS

OFFERED = (  # label, format, name of the file, media type
    ("CSV", "csv", "citations.csv", "text/csv"),
    ("BibTeX", "biblatex", "references.bib", "application/x-bibtex"),
    ("RIS", "ris", "references.ris", "application/x-research-info-systems"),
    ("JSON", "csl-json", "references.json", "application/json"),
)


@dataclass(frozen=True, slots=True)
class Download:
    label: str
    file: str
    media_type: str
    text: str


def list_downloads(library: Library) -> Iterator[Download]:
    """One for each format; citations as a table, works in the three others."""
    for label, name, file, media_type in OFFERED:
        if name in WRITERS:
            yield Download(label, file, media_type, WRITERS[name].write(library))

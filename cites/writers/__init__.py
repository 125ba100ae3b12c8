"""One file a format. `WRITERS` names them all; each is imported when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from cites.library import Library


@dataclass(frozen=True, slots=True)
class Writer:
    """How a library is written in one format: `WRITERS["csv"].write(library)` is the text of a CSV file."""

    file: str  # its name among the results of `cites build`: "references.bib"
    entry: str  # the module in this package and its function: "table.write"
    options: Mapping[str, Any] = field(default_factory=dict)  # given to the function unless the caller says otherwise

    def write(self, library: Library, **options: Any) -> str:
        """The whole output as text; `options` are those of the format's own `write`."""
        module, _, function = self.entry.rpartition(".")
        text: str = getattr(import_module(f"{__name__}.{module}"), function)(library, **{**self.options, **options})
        return text


WRITERS: dict[str, Writer] = {
    "biblatex": Writer("references.bib", "bibtex.write"),
    "bibtex": Writer("references.bib", "bibtex.write"),
    "bibtex-classic": Writer("references.bib", "bibtex.write", {"classic": True}),
    "csl-json": Writer("references.json", "csljson.write"),
    "ris": Writer("references.ris", "ris.write"),
    "endnote": Writer("references.endnote.xml", "endnote.write"),
    "word": Writer("references.word.xml", "word.write"),
    "tei": Writer("references.tei.xml", "tei.write"),
    "wikipedia": Writer("references.wiki", "wikipedia.write"),
    "markdown": Writer("references.md", "markdown.write"),
    "csv": Writer("citations.csv", "table.write"),
    "csv-excel": Writer("citations.excel.csv", "table.write", {"excel": True}),
    "html": Writer("report.html", "html.write"),
    "chicago": Writer("bibliography.txt", "styles.write", {"style": "chicago"}),
    "chicago-notes": Writer("notes.txt", "styles.notes.write", {"style": "chicago"}),
    "apa": Writer("bibliography.txt", "styles.write", {"style": "apa"}),
    "mla": Writer("bibliography.txt", "styles.write", {"style": "mla"}),
    "json": Writer("citations.json", "readings.write"),
    "jsonl": Writer("citations.jsonl", "readings.write_lines"),
}

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

    suffix: str  # of the file: ".bib"
    entry: str  # the module in this package and its function: "table.write"
    options: Mapping[str, Any] = field(default_factory=dict)  # given to the function unless the caller says otherwise

    def write(self, library: Library, **options: Any) -> str:
        """The whole output as text; `options` are those of the format's own `write`."""
        module, _, function = self.entry.rpartition(".")
        text: str = getattr(import_module(f"{__name__}.{module}"), function)(library, **{**self.options, **options})
        return text


WRITERS: dict[str, Writer] = {
    "biblatex": Writer(".bib", "bibtex.write"),
    "bibtex": Writer(".bib", "bibtex.write"),
    "bibtex-classic": Writer(".bib", "bibtex.write", {"classic": True}),
    "csl-json": Writer(".json", "csljson.write"),
    "csv": Writer(".csv", "table.write"),
    "html": Writer(".html", "html.write"),
    "chicago": Writer(".txt", "styles.write", {"style": "chicago"}),
    "chicago-notes": Writer(".txt", "styles.notes.write", {"style": "chicago"}),
    "apa": Writer(".txt", "styles.write", {"style": "apa"}),
    "mla": Writer(".txt", "styles.write", {"style": "mla"}),
    "json": Writer(".json", "readings.write"),
    "jsonl": Writer(".jsonl", "readings.write_lines"),
}

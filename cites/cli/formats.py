"""The names of formats as the command line has them; nothing is imported for them, so that `cites --help` answers at once."""

from __future__ import annotations

import argparse

# Keys of cites.writers.WRITERS: of works, and of places in texts.
WORKS = ("csl-json", "biblatex", "bibtex", "bibtex-classic", "ris", "endnote", "word", "tei", "wikipedia", "markdown")
FORMATS = ("json", "jsonl", "csv", "csv-excel", *WORKS)
DEFAULT = "json"  # of `cites extract`
RESULTS = (*FORMATS, "html")  # that `cites build` writes
STYLES = ("chicago", "chicago-notes", "apa", "mla")  # formatted bibliographies
MARKUPS = ("text", "markdown", "html")  # of cites.writers.styles.marks.MARKUPS
DEFAULTS = ("biblatex", "csl-json", "csv", "html")
SHORT = {"bib": "biblatex", "md": "markdown", "wiki": "wikipedia", "csl": "csl-json", "excel": "csv-excel"}  # what people write for them


def read_format(text: str) -> str:
    """A format by its name or its short name: "md" is markdown."""
    return SHORT.get(text, text)


def read_results(text: str) -> tuple[str, ...]:
    """Formats from "bib,ris": ("biblatex", "ris"), each once."""
    names = tuple(dict.fromkeys(read_format(word.strip()) for word in text.split(",") if word.strip()))
    strange = [name for name in names if name not in RESULTS]
    if strange or not names:
        style = next((f"; for a style say --style {name}" for name in strange if name in STYLES), "")
        raise argparse.ArgumentTypeError(f"{', '.join(strange) or 'nothing named'}: the formats are {', '.join(RESULTS)}{style}")
    if len(both := [name for name in names if name.startswith("bib")]) > 1:
        raise argparse.ArgumentTypeError(f"{' and '.join(both)}: each would be references.bib, so name one of them")
    return names

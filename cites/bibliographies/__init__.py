"""Bibliographies that a person keeps: BibTeX, CSL-JSON and RIS, read so that what is cited can be put beside what they have.

bibtex.py csljson.py ris.py   text to works, one file a format, all in the table FORMATS
beside.py                     the file itself, and those beside a document that cites by keys
merge.py                      a library with the keys and the words of what a person typed, and their text with further works behind it
remarks.py                    what cites itself writes there for want of a field
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple

from cites.errors import ReadError
from cites.merge.folding import DOI
from cites.model import Reference

KEY = re.compile(r"@\w+\s*[{(]\s*([^\s,{}()=]+)\s*,")  # of a BibTeX entry, whatever follows it


class Entry(NamedTuple):
    """One work of a bibliography: its `reference` has the person's key as its id."""

    reference: Reference
    line: int  # where it begins, from 1


class Format(NamedTuple):
    """A format of bibliographies: the suffix of its files, the module whose `read` reads them, and the writer for further works."""

    suffix: str
    module: str
    writer: str  # of cites.writers.WRITERS


FORMATS: Mapping[str, Format] = {
    "bibtex": Format(".bib", "cites.bibliographies.bibtex", "biblatex"),
    "csl-json": Format(".json", "cites.bibliographies.csljson", "csl-json"),
    "ris": Format(".ris", "cites.bibliographies.ris", "ris"),
}


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A bibliography as it was read: its text, its works in their order, and words for what could not be read."""

    name: str
    format: str  # a key of FORMATS
    text: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()  # "refs.bib:12: …, with what mends it"; all other entries were read
    unread: frozenset[str] = frozenset()  # keys of entries that could not be read, and that no other work may have


class Problems:
    """Collects what is wrong in a file: `problems(12, "a comma is missing", "put one behind the key")`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[str] = []

    def __call__(self, line: int, problem: str, mend: str) -> None:
        self.found.append(f"{self.name}:{line}: {problem} ({mend})")


Reader = Callable[[str, Problems], list[Entry]]


def read_bibliography(data: bytes, name: str, format: str = "", *, by_key: bool = True) -> Bibliography:
    """Return the bibliography in a file; its name tells the format, if nobody else does: "refs.bib", "library.json", "export.ris".

    Entries that cannot be read are said in `problems`; where works are found `by_key`, also those that have no key of their own.
    Raises ReadError for a file that is none.
    """
    suffix = PurePath(name).suffix.lower()
    format = format or next((key for key, known in FORMATS.items() if known.suffix == suffix), "")
    if not format:
        raise ReadError(name, "is no bibliography by its name", f"there are {', '.join(known.suffix for known in FORMATS.values())}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(name, f"line {data.count(b'%c' % 10, 0, error.start) + 1} is not UTF-8", "save it as UTF-8") from None
    problems = Problems(name)
    read: Reader = import_module(FORMATS[format].module).read
    entries = [entry._replace(reference=entry.reference.revised(doi=DOI.sub("", entry.reference.doi))) for entry in read(text, problems)]
    entries = list(_keyed(entries, problems)) if by_key else entries
    unread = KEY.findall(text) if format == "bibtex" and problems.found else ()
    return Bibliography(name, format, text, tuple(entries), tuple(problems.found), frozenset(unread))


def _keyed(entries: Iterable[Entry], problems: Problems) -> Iterator[Entry]:
    """The entries that have a key of their own: by it a text cites a work, so of two with one key only the first is taken."""
    lines: dict[str, int] = {}
    for entry in entries:
        key = entry.reference.id
        if not key:
            problems(entry.line, "an entry has no key", "give it one, such as smith2012")
        elif key in lines:
            problems(entry.line, f"the key {key!r} stands in line {lines[key]} already", "give one of them another key")
        else:
            lines[key] = entry.line
            yield entry

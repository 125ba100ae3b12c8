r"""The bibliography beside a document that cites by keys: `\cite{hirano2015}` of LaTeX, `[@hirano2015]` of pandoc.

It is the files that the document names, else all that lie in its folder.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from cites.bibliographies import FORMATS, Bibliography, read_bibliography
from cites.errors import ReadError, cannot_open
from cites.model import Document, Reference

SUFFIXES = tuple(format.suffix for format in FORMATS.values())
SHOWN = 5  # keys in a message


def with_works(document: Document, path: Path, warn: Callable[[str], None]) -> Document:
    """Return the document with the works of its bibliography, where it cites by keys; what is wrong with that is told."""
    keys = list(dict.fromkeys(_keys(document)))
    if not keys:
        return document
    works: dict[str, Reference] = {}
    files = list(_files(document, path, warn))
    for file in files:
        for work in _read(file, warn):
            works.setdefault(work.id, work)
    missing = [key for key in keys if key not in works]
    if missing and (files or document.bibliographies):
        more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
        warn(f"{document.name}: no bibliography beside it has {', '.join(missing[:SHOWN])}{more}")
    return replace(document, given=tuple(works[key] for key in keys if key in works))


def _keys(document: Document) -> Iterator[str]:
    for mark in document.marks:
        if mark.kind == "csl":
            yield from (record["key"] for record in json.loads(mark.value) if isinstance(record.get("key"), str))


def _files(document: Document, path: Path, warn: Callable[[str], None]) -> Iterator[Path]:
    """The files that the document names, as far as they lie in its folder or below it; else those in its folder."""
    folder = path.parent
    if not document.bibliographies:
        yield from sorted(file for file in folder.iterdir() if file.suffix.lower() in SUFFIXES[:1] and file.is_file())
        return
    for name in document.bibliographies:
        file = folder / (name if name.lower().endswith(SUFFIXES) else f"{name}{SUFFIXES[0]}")
        if not file.resolve().is_relative_to(folder.resolve()):
            warn(f"{document.name}: its bibliography {name} lies outside its folder, and is not read")
        elif not file.is_file():
            warn(f"{document.name}: its bibliography {name} is not there")
        else:
            yield file


def read_file(path: Path, format: str = "", *, by_key: bool = True) -> Bibliography:
    """Return the bibliography in a file, see `read_bibliography`. Raises ReadError."""
    try:
        return read_bibliography(path.read_bytes(), str(path), format, by_key=by_key)
    except OSError as error:
        raise cannot_open(str(path), error) from error


def _read(file: Path, warn: Callable[[str], None]) -> Iterator[Reference]:
    try:
        kept = read_file(file)
    except ReadError as error:
        warn(str(error))
        return
    for problem in kept.problems:
        warn(problem)
    yield from (entry.reference for entry in kept.entries)

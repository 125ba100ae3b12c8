"""`cites parse`: reference strings, one a line, to CSL-JSON or BibTeX."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from cites.cli.files import replacing
from cites.cli.terminal import Progress
from cites.errors import ReadError
from cites.extract import Extractor
from cites.library import Library
from cites.model import Document, Reading, Reference
from cites.parse import parse
from cites.writers import WRITERS, csljson
from cites.writers.readings import dump_line


def run(arguments: Namespace) -> int:
    """Print one JSON object a line of input, in its order, as the lines come; or one bibliography of all lines."""
    with _open(arguments.file) as file, replacing(arguments.out) if arguments.out else nullcontext(sys.stdout) as out:
        for piece in render(_lines(file), arguments.format):
            out.write(piece)
            out.flush()  # whoever writes one line and waits for the answer gets it
    return 0


def render(lines: Iterable[str], format: str) -> Iterator[str]:
    """The text of a format: JSON line by line, everything else in one piece."""
    extractor = Extractor()
    read = ((line, parse(line, extractor) if line.strip() else ()) for line in lines)
    if format == "json":
        for line, references in read:
            yield _dump(line, references) + "\n"
        return
    # One reading a line, since citation keys are given by line.
    library = Library.of(Reading(Document("", line), references=references) for line, references in read)
    yield WRITERS[format].write(library)


def _dump(line: str, references: tuple[Reference, ...]) -> str:
    """{"text": "A. Phillips, …", "references": [CSL-JSON items]}; none where nothing was read."""
    record = {"text": line, "references": [csljson.item(reference) for reference in references]}
    return dump_line(record)


def _lines(file: BinaryIO) -> Iterator[str]:
    """The lines of a file without their ends; bytes that are not UTF-8 are shown as U+FFFD, so that every line has its answer."""
    with Progress("parsing", beside_data=True) as progress:
        for number, line in enumerate(file, start=1):
            yield line.decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff")
            progress(number)


def _open(name: str) -> BinaryIO:
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise ReadError(name, error.strerror or str(error), "") from error

"""`cites parse`: reference strings, one a line, to CSL-JSON, BibTeX, a table or a formatted bibliography."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from cites.cli.files import replacing
from cites.cli.formats import WORKS
from cites.cli.styles import Write, writer_of
from cites.cli.terminal import Progress, complain
from cites.errors import ReadError, cannot_open
from cites.extract import Extractor
from cites.keys import DEFAULT
from cites.library import Library
from cites.model import Citation, Document, Reading, Reference, Span
from cites.parse import read_works
from cites.places import Place
from cites.readers.decode import BROKEN, MEND
from cites.readers.tell import tell_by_content
from cites.writers import csljson, table
from cites.writers.readings import dump_line

Works = tuple[tuple[Reference, float], ...]  # each with how sure it is
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # what binary files hold, and no text
TOLD = 5  # lines of a kind that are told one by one


def run(arguments: Namespace) -> int:
    """Print one JSON object a line of input, in its order, as the lines come; or one bibliography of all lines."""
    if arguments.ascii and arguments.format not in WORKS:
        complain(f"--ascii is for bibliographies (one of {', '.join(WORKS)})")
        return 2
    write, _ = writer_of(arguments)
    odd = OddLines("stdin" if arguments.file == "-" else arguments.file)
    with _open(arguments.file) as file, replacing(arguments.out) if arguments.out else nullcontext(sys.stdout) as out:
        for piece in render(_lines(file, odd), "" if arguments.csl else arguments.format, odd, write, arguments.key_pattern or DEFAULT):
            out.write(piece)
            out.flush()  # whoever writes one line and waits for the answer gets it
    odd.sum_up()
    return 0


class OddLines:
    """Says which lines hold no reference strings; after the first few of a kind it only counts."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.number = 0  # of the line that is read
        self.counts: Counter[str] = Counter()

    def __call__(self, problem: str) -> None:
        self.counts[problem] += 1
        if self.counts[problem] <= TOLD:
            complain(f"{self.name}:{self.number}: {problem}")

    def sum_up(self) -> None:
        for problem, count in self.counts.items():
            if count > TOLD:
                complain(f"{self.name}: {count - TOLD:,} more lines: {problem}")


def render(lines: Iterable[str], format: str, odd: OddLines, write: Write, key_pattern: str = DEFAULT) -> Iterator[str]:
    """The text of a format: JSON line by line, everything else in one piece."""
    extractor = Extractor()
    read = ((odd.number, line, _parse(line, extractor, odd)) for line in lines)
    if format.startswith("json"):
        for _, line, works in read:
            yield _dump(line, works) + "\n"
        return
    # One reading a line, since citation keys are given by line.
    kind = "note" if format == "chicago-notes" else "list"
    found = [(number, _to_reading(odd.name, line, works, kind)) for number, line, works in read]
    library = Library.of((reading for _, reading in found), extractor.outlets.canonical, key_pattern)
    if not format.startswith("csv"):
        yield write(library)
        return
    known = {work.id: work for work in library.references}
    rows = (
        table.Row(reading.document, citation, known[citation.reference], None, Place(odd.name, number), "")
        for (number, _), reading in zip(found, library.readings, strict=True)
        for citation in reading.citations
    )
    yield table.write_rows(rows, excel=format == "csv-excel")


def _to_reading(name: str, line: str, works: Works, kind: str) -> Reading:
    citations = (Citation(Span(0, len(line)), kind, "full", "parse", reference=work.id, confidence=sure) for work, sure in works)
    return Reading(Document(name, line), tuple(citations), tuple(work for work, _ in works))


def _parse(line: str, extractor: Extractor, odd: OddLines) -> Works:
    if not line.strip():
        return ()
    if CONTROL.search(line):
        odd("control characters, so this is no text (give one reference a line, as UTF-8)")
        return ()
    try:
        works = read_works(line, extractor)
    except Exception as error:  # a fault of ours, which must not cost the user the other lines
        odd(f"cites failed on this line, please report it ({type(error).__name__}: {error})")
        return ()
    if not works:
        odd("no reference is read here (give one whole reference a line)")
    return works


def _dump(line: str, works: Works) -> str:
    """{"text": "A. Phillips, …", "references": [CSL-JSON items], "confidence": [0.85]}; none where nothing was read."""
    return dump_line({"text": line, "references": [csljson.item(work) for work, _ in works], "confidence": [sure for _, sure in works]})


def _lines(file: BinaryIO, odd: OddLines) -> Iterator[str]:
    """The lines of a file without their ends; bytes that are not UTF-8 are shown as U+FFFD, so that every line has its answer.

    Raises ReadError for a PDF, a Word document and the like.
    """
    with Progress("parsing", beside_data=True) as progress:
        for odd.number, data in enumerate(file, start=1):
            if odd.number == 1 and tell_by_content(data):
                raise ReadError(odd.name, "is no plain text", "give one reference a line; `cites extract` reads documents")
            line = data.decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff")
            if BROKEN in line and BROKEN.encode() not in data:
                odd(f"not UTF-8, the letters that cannot be told are shown as {BROKEN} ({MEND})")
            yield line
            progress(odd.number)


def _open(name: str) -> BinaryIO:
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        if isinstance(error, FileNotFoundError) and " " in name:  # a reference itself: cites parse "Ko Hirano, “Abe Quandary,” …"
            raise ReadError(name, "there is no such file", "a reference itself is read from stdin: echo … | cites parse") from error
        raise cannot_open(name, error) from error

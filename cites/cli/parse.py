"""`cites parse`: reference strings, one a line, to CSL-JSON or BibTeX."""

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
from cites.cli.terminal import Progress, complain
from cites.errors import ReadError, cannot_open
from cites.extract import Extractor
from cites.keys import DEFAULT
from cites.library import Library
from cites.model import Document, Reading, Reference
from cites.parse import parse
from cites.readers.decode import BROKEN, MEND
from cites.readers.tell import tell_by_content
from cites.writers import WRITERS, ascii, csljson
from cites.writers.readings import dump_line

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # what binary files hold, and no text
TOLD = 5  # lines of a kind that are told one by one


def run(arguments: Namespace) -> int:
    """Print one JSON object a line of input, in its order, as the lines come; or one bibliography of all lines."""
    if arguments.ascii and arguments.format not in WORKS:
        complain(f"--ascii is for bibliographies (one of {', '.join(WORKS)})")
        return 2
    odd = OddLines("stdin" if arguments.file == "-" else arguments.file)
    with _open(arguments.file) as file, replacing(arguments.out) if arguments.out else nullcontext(sys.stdout) as out:
        for piece in render(_lines(file, odd), arguments.format, odd, arguments.key_pattern or DEFAULT, arguments.ascii):
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


def render(
    lines: Iterable[str], format: str, odd: OddLines, key_pattern: str = DEFAULT, is_ascii: bool = False
) -> Iterator[str]:
    """The text of a format: JSON line by line, everything else in one piece."""
    extractor = Extractor()
    read = ((line, _parse(line, extractor, odd)) for line in lines)
    if format == "json":
        for line, references in read:
            yield _dump(line, references) + "\n"
        return
    # One reading a line, since citation keys are given by line.
    library = Library.of((Reading(Document("", line), references=references) for line, references in read), key_pattern=key_pattern)
    yield ascii.write(WRITERS[format], library) if is_ascii else WRITERS[format].write(library)


def _parse(line: str, extractor: Extractor, odd: OddLines) -> tuple[Reference, ...]:
    if not line.strip():
        return ()
    if CONTROL.search(line):
        odd("control characters, so this is no text (give one reference a line, as UTF-8)")
        return ()
    try:
        references = parse(line, extractor)
    except Exception as error:  # a fault of ours, which must not cost the user the other lines
        odd(f"cites failed on this line, please report it ({type(error).__name__}: {error})")
        return ()
    if not references:
        odd("no reference is read here (give one whole reference a line)")
    return references


def _dump(line: str, references: tuple[Reference, ...]) -> str:
    """{"text": "A. Phillips, …", "references": [CSL-JSON items]}; none where nothing was read."""
    record = {"text": line, "references": [csljson.item(reference) for reference in references]}
    return dump_line(record)


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
        raise cannot_open(name, error) from error

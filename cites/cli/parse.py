"""`cites parse`: reference strings, one a line, to CSL-JSON, BibTeX, a table or a formatted bibliography."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cites.cli.files import replacing
from cites.cli.formats import WORKS
from cites.cli.sharing import Sharing
from cites.cli.styles import Write, writer_of
from cites.cli.terminal import Progress, complain, say
from cites.errors import ReadError, cannot_open
from cites.extract import Extractor
from cites.keys import DEFAULT
from cites.library import Library
from cites.model import Citation, Document, Reading, Reference, Span
from cites.outlets import load_outlets
from cites.parse import read_works
from cites.places import Place
from cites.readers.decode import BROKEN, MEND, decode, report_guess
from cites.readers.tell import tell_by_content
from cites.writers import csljson, table
from cites.writers.readings import dump_line

Works = tuple[tuple[Reference, float], ...]  # each with how sure it is
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # what binary files hold, and no text
NO_TEXT = "control characters, so this is no text (give one reference a line, as UTF-8)"
TOLD = 5  # lines of a kind that are told one by one
ARRIVING = 1 << 20  # bytes at most that are read at once; a pipe holds fewer
TOGETHER = 20  # lines that a process is given at once


class Answer(NamedTuple):
    """What came of one line: its works, as JSON where that is asked for, and what is odd about it."""

    line: str
    works: Works
    json: str
    problems: list[str]


def run(arguments: Namespace) -> int:
    """Print one JSON object a line of input, in its order, as the lines come; or one bibliography of all lines."""
    if arguments.ascii and arguments.format not in WORKS:
        complain(f"--ascii is for bibliographies (one of {', '.join(WORKS)})")
        return 2
    write, _ = writer_of(arguments)
    format = "" if arguments.csl else arguments.format
    odd = OddLines("stdin" if arguments.file == "-" else arguments.file)
    with _open(arguments.file) as file, replacing(arguments.out) if arguments.out else nullcontext(sys.stdout) as out:
        answers = answer(file, odd, arguments.jobs, as_json=format.startswith("json"))
        for piece in render(answers, format, odd, write, arguments.key_pattern or DEFAULT):
            out.write(piece)
            out.flush()  # whoever writes one line and waits for the answer gets it
    odd.sum_up()
    return 2 if odd.counts[NO_TEXT] else 0


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


def render(answers: Iterable[Answer], format: str, odd: OddLines, write: Write, key_pattern: str = DEFAULT) -> Iterator[str]:
    """The text of a format: JSON line by line, everything else in one piece."""
    if format.startswith("json"):
        for given in answers:
            yield given.json
        return
    # One reading a line, since citation keys are given by line.
    kind = "note" if format == "chicago-notes" else "list"
    found = [(odd.number, _to_reading(odd.name, given, kind)) for given in answers]
    library = Library.of((reading for _, reading in found), load_outlets().canonical, key_pattern)
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


def _to_reading(name: str, given: Answer, kind: str) -> Reading:
    span = Span(0, len(given.line))
    citations = (Citation(span, kind, "full", "parse", reference=work.id, confidence=sure) for work, sure in given.works)
    return Reading(Document(name, given.line), tuple(citations), tuple(work for work, _ in given.works))


def answer(file: BinaryIO, odd: OddLines, jobs: int | None, as_json: bool) -> Iterator[Answer]:
    """Answer the lines of a file in their order; those that have arrived are answered before more are waited for.

    Raises ReadError for a PDF, a Word document and the like, and where there is nothing.
    """
    with Progress("parsing", beside_data=True) as progress, Sharing(jobs) as sharing:
        for lines in _arriving(file):
            if odd.number == 0 and tell_by_content(lines[0]):
                raise ReadError(odd.name, "is no plain text", "give one reference a line; `cites extract` reads documents")
            pieces = (("", (lines[start : start + TOGETHER], as_json)) for start in range(0, len(lines), TOGETHER))
            for _, answers in sharing.each(pieces, _answer_each):
                for given in answers:
                    odd.number += 1
                    for problem in given.problems:
                        odd(problem)
                    yield given
                progress(odd.number)
    if odd.number == 0:
        raise ReadError(odd.name, "is empty", "")


def _arriving(file: BinaryIO) -> Iterator[list[bytes]]:
    """Yield the lines that have come, as soon as they do; one of which only a part has come when it is whole."""
    begun: list[bytes] = []
    while data := file.read1(ARRIVING):  # type: ignore[attr-defined]
        whole, end, rest = data.rpartition(b"\n")
        if end:
            yield b"".join([*begun, whole]).split(b"\n")
            begun = []
        begun += [rest] if rest else []
    if begun:
        yield [b"".join(begun)]


def _answer_each(lines: list[bytes], as_json: bool) -> list[Answer]:
    extractor = Extractor()
    return [_answer(line, extractor, as_json) for line in lines]


def _answer(data: bytes, extractor: Extractor, as_json: bool) -> Answer:
    """Answer one line; bytes that are not UTF-8 are shown as U+FFFD, so that every line has its answer."""
    line = data.decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff")
    if CONTROL.search(line):
        return Answer(line, (), _dump(line, ()) if as_json else "", [NO_TEXT])
    problems = []
    works: Works = ()
    if BROKEN in line and BROKEN.encode() not in data:
        problems.append(f"not UTF-8, the letters that cannot be told are shown as {BROKEN} ({MEND})")
    if line.strip():
        try:
            works = read_works(line, extractor)
        except Exception as error:  # a fault of ours, which must not cost the user the other lines
            problems.append(f"cites failed on this line, please report it ({type(error).__name__}: {error})")
        else:
            problems += [] if works else ["no reference is read here (give one whole reference a line)"]
    return Answer(line, () if as_json else works, _dump(line, works) if as_json else "", problems)


def _dump(line: str, works: Works) -> str:
    """{"text": "A. Phillips, …", "references": [CSL-JSON items], "confidence": [0.85]}; none where nothing was read."""
    items = {"text": line, "references": [csljson.item(work) for work, _ in works], "confidence": [sure for _, sure in works]}
    return dump_line(items) + "\n"


def _open(name: str) -> BinaryIO:
    """The lines of a file, as UTF-8 whatever they were; of stdin as they come. Raises ReadError for binary data and for an empty file."""
    if name == "-":
        return sys.stdin.buffer
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        if isinstance(error, FileNotFoundError) and " " in name:  # a reference itself: cites parse "Ko Hirano, “Abe Quandary,” …"
            raise ReadError(name, "there is no such file", "a reference itself is read from stdin: echo … | cites parse") from error
        raise cannot_open(name, error) from error
    try:
        decoded = None if tell_by_content(data) else decode(data, name)
    except ReadError:
        if b"\0" in data or not data.strip():
            raise
        decoded = None  # letters that cannot be told are told with their lines
    if decoded:
        report_guess(decoded, name, lambda warning: say(f"cites: {warning}"))
    return BytesIO(decoded.text.encode() if decoded else data)

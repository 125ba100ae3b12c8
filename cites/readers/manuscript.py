"""What word processors have in common: paragraphs made of runs, and notes; `compose` makes a Document of them.

    Paragraph([Run("The "), Run("Straits", italic=True), Run("1", callout="1")])   and   Note("1", [Paragraph([Run("TASS, March 12.")])])

give the text "The Straits1" and, after all paragraphs, "1. TASS, March 12."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from cites.errors import ReadError
from cites.grammar.names import split_people
from cites.marks import without_callouts
from cites.model import Document, Inferred, Mark, Name, Reference, Span
from cites.readers.head import fill, read_head

GAP = "\n\n"
DAY = re.compile(r"[1-9]\d{3}-\d\d-\d\d")
CREATED = 0.3  # how sure that day is
MAX_OPENING = 2_000  # code points of the text in which the title that a file gives itself is looked for


class Run(NamedTuple):
    """Text that is printed alike."""

    text: str
    italic: bool = False
    link: str = ""  # its address
    callout: str = ""  # the label of the note that it calls
    csl: str = ""  # what is cited here, as data: see "csl" in cites.model.Mark


@dataclass(slots=True)
class Paragraph:
    """A paragraph; `marker` is the number that the program prints before it in a list: "12. "."""

    runs: list[Run] = field(default_factory=list)
    heading: int = 0  # its level
    is_title: bool = False
    marker: str = ""

    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Note:
    """A footnote or an endnote with the label that is printed."""

    label: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    is_endnote: bool = False


def drop_label(paragraphs: Sequence[Paragraph], label: str) -> None:
    """Take the label from the beginning of a note whose author typed it there."""
    first = next((paragraph for paragraph in paragraphs if paragraph.text().strip()), None)
    if first is None or not first.text().lstrip().startswith(label):
        return
    left = len(label) + len(first.text()) - len(first.text().lstrip())
    for index, run in enumerate(first.runs):
        first.runs[index] = run._replace(text=run.text[left:])
        left = max(0, left - len(run.text))


def describe(title: str, people: str, created: str, language: str = "") -> Reference:
    """Return what a file says of itself in its properties.

    The day on which it was made stands for a date, as an inferred one: a text is printed later, and a template was made earlier.
    """
    day = DAY.match(created)
    inferred = (Inferred("issued", "the day on which the file was made", CREATED),) if day else ()
    authors = split_people(" ".join(people.split()))
    return Reference(
        title=" ".join(title.split()), author=authors, issued=day[0] if day else "", language=language.strip(), inferred=inferred
    )


def as_row(cells: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """A row of a table as one paragraph; where a cell has several, as in a table that lays out a page, each stands alone."""
    if any(len(cell) > 1 or any(paragraph.heading for paragraph in cell) for cell in cells):
        return [paragraph for cell in cells for paragraph in cell]
    runs = [run for cell in cells for paragraph in cell for run in (Run("\t"), Run(paragraph.marker), *paragraph.runs)]
    return [Paragraph(runs[1:])]


def compose(name: str, body: Iterable[Paragraph], notes: Iterable[Note], said: Reference) -> Document:
    """Return the document; `said` is what the file says of itself in its properties.

    Raises ReadError where there is no text.
    """
    writing = _Writing()
    for paragraph in body:
        writing.write(paragraph)
    size = writing.length
    for note in notes:
        writing.write_note(note)
    text = "".join(writing.parts)
    if not text.strip():
        raise ReadError(name, "has no text to read", "")
    marks = sorted(writing.marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.kind, mark.value))
    return Document(name, text, _about(text[:size], marks, said), tuple(marks), None)


def _about(text: str, marks: Sequence[Mark], said: Reference) -> Reference:
    """What is printed, then what the properties say, for these are often of another text or of who owns the computer.

    A title in the properties counts before a guess where it is printed too: "Draft 2.docx" is not.
    """
    titled = next((" ".join(without_callouts(text, marks, mark.span).split()) for mark in marks if mark.kind == "title"), "")
    seen = read_head(without_callouts(text, marks))
    opening = " ".join(text[:MAX_OPENING].split()).casefold()
    is_printed = said.title and " ".join(said.title.split()).casefold() in opening
    if seen.issued:
        said = said.revised(inferred=())
    title = titled or (said.title if is_printed else seen.title) or said.title
    authors = said.author if _are_printed(said.author, seen.author, opening) else seen.author
    return fill(seen.revised(title=title, author=authors), said)


def _are_printed(said: Sequence[Name], seen: Sequence[Name], opening: str) -> bool:
    """Whether a file names those whose names were seen and others, and all are printed: one under the other, say."""
    return set(seen) < set(said) and all(str(name).casefold() in opening for name in said)


class _Writing:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []

    def write(self, paragraph: Paragraph) -> None:
        """Write a paragraph after a blank line; nothing for an empty one."""
        runs = _trimmed(paragraph.runs)
        if not runs:
            return
        if self.parts:
            self._put(GAP)
        self._put(paragraph.marker)
        start = self.length
        for run in runs:
            self._put(run.text)
        span = Span(start, self.length)
        if paragraph.heading:
            self.marks.append(Mark("heading", span, str(paragraph.heading)))
        if paragraph.is_title:
            self.marks.append(Mark("title", span))
        self.marks += _marks(runs, start)

    def write_note(self, note: Note) -> None:
        """Write a note with its label before it; the mark is of what follows the label."""
        first, *others = note.paragraphs or [Paragraph()]
        label = f"{note.label}. " if note.label.isalnum() else f"{note.label} "
        start = self.length + (len(GAP) if self.parts else 0) + len(label)
        first.marker = label
        for paragraph in (first, *others):
            self.write(paragraph)
        if self.length > start:
            self.marks.append(Mark("note", Span(start, self.length), note.label))

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """The runs without white space at the ends of the paragraph, and without empty ones."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return kept


def _marks(runs: Sequence[Run], start: int) -> Iterator[Mark]:
    """The marks of a paragraph that begins at `start`; neighbours that are printed alike have one."""
    yield from _spread("italic", _joined([(run.text, "italic" if run.italic else "") for run in runs]), start, valued=False)
    for kind in ("link", "callout", "csl"):
        yield from _spread(kind, [(run.text, getattr(run, kind)) for run in runs], start)


def _joined(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """White space between two italic runs is italic: *The* *Straits*."""
    return [
        (text, runs[index - 1][1] if not value and not text.strip() and 0 < index < len(runs) - 1 and runs[index + 1][1] else value)
        for index, (text, value) in enumerate(runs)
    ]


def _spread(kind: str, runs: Iterable[tuple[str, str]], at: int, *, valued: bool = True) -> Iterator[Mark]:
    for value, group in groupby(runs, key=lambda run: run[1]):
        text = "".join(part for part, _ in group)
        inner = text.strip()
        if value and inner:
            begin = at + len(text) - len(text.lstrip())
            yield Mark(kind, Span(begin, begin + len(inner)), value if valued else "")
        at += len(text)

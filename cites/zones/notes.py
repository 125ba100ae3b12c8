"""Notes of a plain text: lines that begin with labels which count up, under a heading such as "Notes" or called by the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.marks import Layer
from cites.model import Document, Mark, Span
from cites.rising import longest_rising
from cites.zones.callouts import Marks, Note, find_calls
from cites.zones.headings import Heading
from cites.zones.note_labels import LINE, Line, read_label

BETWEEN = regex.compile(r"\s*(?:[^\n]{1,300}\n\s*){0,2}$")  # a chapter's name, or whom the author thanks, below the heading
BRACKET = regex.compile(r"[\[\]]")
BLANK = regex.compile(r"\n[ \t\r\xa0]*\n")
YEARS = range(1500, 2100)
MAX_LOOKS = 6  # passes in which runs that nothing calls are left out
FEWEST = 4  # labels of a run that does not begin with 1
MANY = 8  # labels of endnotes that stand further below their heading
MAX_GAP = 3  # labels that may be missing in a run without a heading
MAX_FURTHER = 1500  # code points of the further paragraphs of one note
LINE_END = regex.compile(r"(?<=[.!?…][”\"’')\]»]?)(?<!(?<!\p{L})\p{Lu}\.)[ \t]*\r?\n(?=[\p{Lu}“\"‘«„])")
SHORT = 0.6  # of the usual width: a shorter line that ends a sentence ends a paragraph
CITES = regex.compile(r"\d{4}|https?:|www\.|\b(?:[Ii]bid|[Ss]ee|[Oo]p\.|[Cc]f)\b|\bpp?\.\s?\d|там же|同上|[Ee]bd", regex.IGNORECASE)
POINTING = regex.compile(r"(?i:i(?:bi)?d|ebda?)\.|(?:\p{Lu}[\p{L}.'’-]+,?\s){1,4}op\.\s?cit\.")
BACK = "↩↑⏎⤴⮐\ufe0e\ufe0f"  # arrows that led back to the callout, in a text that was copied from a page
LEADS_BACK = "↩↑^\ufe0e\ufe0f"  # the same before the text: "1. ↑ Interfax", "2. ^ Ibid."
PARAGRAPHS_BETWEEN = 2  # blank lines, so many at the least, around the text between a note "*" and that of the next page
ARROWS = frozenset("↩⏎⤴⮐")
MAX_ARROW = 4  # code points of an arrow and the spaces behind it
MAX_LOOKED_BACK = 400  # code points between a heading and its first note


class Run(NamedTuple):
    """Lines whose labels count up, and the kind of the heading above them: "notes", "list", or "" for none."""

    lines: list[Line]
    heading: str


def find_notes(document: Document, marks: Marks, headings: list[Heading]) -> list[Note]:
    """Return the notes of a document: those that the markup tells, else the lines with labels that its text calls.

    Where the markup has nothing but signs ("*" of the author's thanks), the notes with numbers may have been typed.
    """
    marked = [Note(mark.value, mark.span, mark.span) for mark in document.marks if mark.kind == "note"]
    if any(note.label.isalnum() for note in marked):
        return marked
    taken = Layer(Mark("note", note.span) for note in marked)
    typed = [note for note in _labelled(document.text, marks, headings) if not taken.touching(note.whole)]
    return sorted([*marked, *typed], key=lambda note: note.whole)


def _labelled(text: str, marks: Marks, headings: list[Heading]) -> list[Note]:
    by_style: dict[str, list[Line]] = defaultdict(list)
    for match in LINE(text):
        for line in read_label(match):
            by_style[line.style].append(line)
    headings = [heading for heading in headings if heading.kind != "end"]
    width = _usual_width(text) if by_style else 0
    best: list[Note] = []
    symbols: list[Note] = []
    for style, lines in by_style.items():
        if style == "symbol":
            lines = _without_items(text, lines)
        if style == "key":  # in no order but that of the alphabet
            lines = [line._replace(number=number) for number, line in enumerate(lines, 1)]
        runs = [run for run in _runs(text, lines, headings) if style != "key" or run.heading]
        notes = _called(text, marks, runs, width)
        if style == "symbol":
            symbols = notes
        elif _weight(text, notes) > _weight(text, best):
            best = notes
    if symbols and best:
        symbols = [note for note in symbols if not any(note.whole.start < other.whole.end and other.whole.start < note.whole.end
                                                       for other in best)]  # fmt: skip
    return sorted([*best, *symbols], key=lambda note: note.whole)


def _weight(text: str, notes: list[Note]) -> tuple[bool, int]:
    """Notes that cite something count more than numbered headings, which "[1]" and "[2]" might call as well; then their number does."""
    blanks = (BLANK.search(text, *note.span) for note in notes)
    ends = [blank.start() if blank else note.span.end for note, blank in zip(notes, blanks, strict=True)]
    return any(CITES.search(text, note.span.start, end) for note, end in zip(notes, ends, strict=True)), len(notes)


def _without_items(text: str, lines: list[Line]) -> list[Line]:
    """Leave out the items of lists: lines with one sign and no paragraph between them."""
    follows = [
        a.label == b.label and len(BLANK.findall(text, a.body, b.start, overlapped=True)) < PARAGRAPHS_BETWEEN for a, b in pairwise(lines)
    ]
    return [line for line, before, after in zip(lines, [False, *follows], [*follows, False], strict=True) if not (before or after)]


def _runs(text: str, lines: list[Line], headings: list[Heading]) -> Iterator[Run]:
    """Yield the runs of one style: below a heading what rises, elsewhere what counts 1, 2, 3 …; a label 1 begins another run."""
    starts = [line.start for line in lines]
    done = 0
    for index, (at, begin, kind) in enumerate(headings):
        stop = headings[index + 1][0] if index + 1 < len(headings) else len(text)
        first, last = bisect_left(starts, begin), bisect_left(starts, stop)
        if first == last or not _are_below(text, begin, lines[first:last], stop, kind):
            continue
        yield from (Run(run, "") for run in _counting(lines[done : bisect_left(starts, at)]))
        for part in _chapters(lines[first:last]):
            pointing = [line for line in part if POINTING.match(text, line.body)]  # "References" may be what notes are called
            yield Run(_risen(part), "notes" if len(pointing) >= FEWEST else kind)
        done = last
    yield from (Run(run, "") for run in _counting(lines[done:]))


def _are_below(text: str, begin: int, lines: list[Line], stop: int, kind: str) -> bool:
    """True for what follows a heading; further below "Notes", which may say first how they cite, for many that count from 1 and cite."""
    if lines[0].start - begin <= MAX_LOOKED_BACK and BETWEEN.fullmatch(text, begin, lines[0].start):
        return True
    citing = sum(bool(CITES.search(text, line.body, after.start)) for line, after in pairwise([*lines, lines[-1]._replace(start=stop)]))
    return kind == "notes" and len(lines) >= MANY and lines[0].number == 1 and citing * 10 >= len(lines) * 9


def _chapters(lines: list[Line]) -> Iterator[list[Line]]:
    """Cut before each label 1."""
    begin = 0
    for index, line in enumerate(lines):
        if line.number == 1 and index > begin:
            yield lines[begin:index]
            begin = index
    yield lines[begin:]


def _risen(lines: list[Line]) -> list[Line]:
    """Return the longest chain of lines whose labels rise; a number that begins the second line of a note is in none.

    In 7, 8, 1998, 9, 10 it is 7, 8, 9, 10.
    """
    chain = longest_rising(lines, lambda line: line.number)
    return [line for index, line in enumerate(chain) if not index or line.number == chain[index - 1].number + 1 or line.number not in YEARS]


def _counting(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the runs that begin with 1 and, of the other lines, those that count on from another number long enough.

    A chapter by itself may begin with its note 23; on a page by itself "†" may stand first.
    """
    taken: set[int] = set()
    for run in _chains(lines, first=1):
        taken.update(line.start for line in run)
        yield run
    others = [line for line in lines if line.start not in taken and line.number not in YEARS]
    yield from (run for run in _chains(others, first=0) if len(run) >= (1 if run[0].style == "symbol" else FEWEST))


def _chains(lines: list[Line], first: int) -> Iterator[list[Line]]:
    """Yield the lines that count up from the label `first`, or from a 0 before it, "[0] https://lwn.net"; for 0, from any.

    A volume at the beginning of a line stops no run that goes on behind it: "51 Douek, …,⏎135 HARV. L. REV. 3 (2021).⏎52 Verstraete, …".
    """
    run: list[Line] = []
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        if _counts_on(run, line):
            run.append(line)
        elif (
            line.number == first
            or (not first and len(run) < FEWEST and not _counts_on(run, after))
            or (line.number, line.style) == (0, "[")
        ):
            if run:
                yield run
            run = [line]
    if run:
        yield run


def _counts_on(run: list[Line], line: Line | None) -> bool:
    if not run or line is None:
        return False
    last = run[-1].number
    return line.number == last + 1 or (len(run) > 1 and last < line.number <= last + MAX_GAP)


def _called(text: str, marks: Marks, runs: list[Run], width: int) -> list[Note]:
    """Return the notes of those runs that stand under a heading for notes, or most of which the text calls."""
    citing = [run for run in runs if run.heading or any(_cites(text, line) for line in run.lines)]
    runs = citing or runs  # a list of aims may stand between the text and its notes
    for _ in range(MAX_LOOKS):
        starts = sorted(run.lines[0].start for run in runs)
        notes = [note for index, run in enumerate(runs) for note in _notes(text, run, starts, index, width)]
        notes.sort(key=lambda note: note.whole)
        called: dict[int, set[int]] = defaultdict(set)
        for call in find_calls(marks, notes, []):
            called[notes[call.note].run].add(call.note)
        kept = [run for index, run in enumerate(runs) if _is_meant(text, run, len(called[index]))]
        if len(kept) == len(runs):
            return notes
        runs = kept
    return []  # what is called depends on what else there is: no end is in sight


def _cites(text: str, line: Line) -> bool:
    newline = text.find("\n", line.body)
    return CITES.search(text, line.body, newline if newline > 0 else len(text)) is not None


def _is_meant(text: str, run: Run, called: int) -> bool:
    size = len(run.lines)
    if run.heading == "notes" or _leads_back(text, run):
        return True
    is_alone = size > 1 and not text[: run.lines[0].start].strip()  # a text of nothing but its notes
    if run.lines[0].number > 1 or is_alone:
        citing = sum(_cites(text, line) for line in run.lines) if is_alone or called * 3 >= size * 2 else 0
        return called * 5 >= size * 4 or citing * 5 >= size * 4
    return called == size or (size > 1 and called * 2 > size)


def _leads_back(text: str, run: Run) -> bool:
    """True where the notes end with arrows that led back to the text, so that nothing needs to call them: "Krogdahl, 3. ↩"."""
    ends = (text.find("\n", line.body) for line in run.lines)
    return len(run.lines) > 1 and all(text[: end if end > 0 else len(text)][-MAX_ARROW:].rstrip()[-1:] in ARROWS for end in ends)


def _notes(text: str, run: Run, starts: list[int], number: int, width: int) -> Iterator[Note]:
    """Yield the notes of a run. One goes to the next one, or to the blank line before something that is no note."""
    following = bisect_right(starts, run.lines[-1].start)
    stop = starts[following] if following < len(starts) else len(text)
    edges = [*(line.start for line in run.lines[1:]), stop]
    for line, edge in zip(run.lines, edges, strict=True):
        is_closed = "[" in line.style[:-1]  # "[Footnote", not "["
        end = _closed(text, line.body, edge) if is_closed else _end(text, line.body, edge, width, last=edge == stop)
        start = line.body
        while end > start and (text[end - 1].isspace() or text[end - 1] in BACK):
            end -= 1
        while start < end and (text[start].isspace() or text[start] in LEADS_BACK):
            start += 1
        if end > start:
            yield Note(line.label, Span(start, end), Span(line.start, end), number)


def _closed(text: str, start: int, end: int) -> int:
    """Return where the bracket closes that "[Footnote 1: …" opened."""
    depth = 1
    for bracket in BRACKET.finditer(text, start, end):
        depth += 1 if bracket[0] == "[" else -1
        if not depth:
            return bracket.start()
    return end


def _end(text: str, start: int, end: int, width: int, *, last: bool) -> int:
    blank = BLANK.search(text, start, end)
    if blank and (last or text[blank.end() : end].strip()) and (
        last or end - blank.end() > MAX_FURTHER or not _continues(text[blank.end() : end])
    ):  # fmt: skip
        end = blank.start()
    begin = start
    for line_end in LINE_END.finditer(text, start, end):  # "2 TASS, January 2, 2012." and the text in the next line
        if line_end.start() - begin < width * SHORT:
            return line_end.start()
        begin = line_end.end()
    return end


def _usual_width(text: str) -> int:
    """Return how long the long lines of a text are: about 80 where it is broken into lines, else as long as its paragraphs."""
    lengths = sorted(len(line) for line in text.split("\n") if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _continues(paragraphs: str) -> bool:
    """True for further paragraphs of a note: indented ones."""
    return all(
        paragraph.startswith(("  ", "\t", "\xa0"))
        for paragraph in regex.split(r"\n[ \t\r]*\n", paragraphs.strip("\n"))
        if paragraph.strip()
    )


__all__ = ["Note", "find_notes"]

"""Lines to paragraphs, and paragraphs to the text of a Document with its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cites.model import Mark, Span
from cites.readers.pdf.footnotes import Footnote
from cites.readers.pdf.pages import Line, Page, Run

GAP = 1.3  # of the usual distance of lines: a wider one ends a paragraph
INDENT = 0.7  # of the size of the text
SHORT = 0.82  # of the width of the column: a shorter line that ends a sentence ends a paragraph
LARGER = 1.08  # than the text: a heading
MAX_HEADING = 200  # code points
ENDS = re.compile(r"[.!?…:;。！？][”’\"»)\]]*[\d*†‡↩↑\ufe0e\s]*$")
LISTED = re.compile(r"(?:\d{1,3}[.)]|\[\d{1,3}\]|[•–*-])\s")  # a line that begins so may be a paragraph
OPEN_ADDRESS = re.compile(r"(?:https?:/|www\.)\S*$")
DASHED = re.compile(r"\S[–—]$")  # "1938–" and "45"
CALL = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|[*†‡§¶]{1,3}")
WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST_WORD = re.compile(r"[^\W\d_]+$")
FIRST_WORD = re.compile(r"[^\W\d_]+")


def write(pages: Sequence[Page], body: Sequence[Sequence[Line]], notes: Sequence[Footnote]) -> tuple[str, tuple[Mark, ...], str]:
    """Return the text, the marks beside it, and the title as it is printed ("" where nothing is larger than the text)."""
    paragraphs = list(_paragraphs(body))
    size = _usual_size(paragraphs)
    sizes = {_size(lines) for lines in paragraphs if _size(lines) > size * LARGER}
    writer = _Writer(pages, _words(paragraphs, notes), {note.label for note in notes})
    title = ""
    top = max((_size(lines) for lines in paragraphs if lines[0].page == 0), default=0.0)
    for lines in paragraphs:
        span = writer.paragraph(lines)
        printed = writer.between(span)
        if not _is_heading(lines, size) or len(printed) > MAX_HEADING:
            continue
        if not title and lines[0].page == 0 and _size(lines) == top > size * LARGER:
            title = printed
            writer.marks.append(Mark("title", span))
        else:
            level = 1 + sum(other > _size(lines) * LARGER for other in sizes)
            writer.marks.append(Mark("heading", span, str(min(level, 6))))
    for note in notes:
        writer.note(note)
    return writer.text(), writer.all_marks(), title


def _paragraphs(stretches: Iterable[Sequence[Line]]) -> Iterator[list[Line]]:
    waiting: list[Line] = []
    full = 0.0  # where a line of the column ends that is not short
    for stretch in stretches:
        for number, lines in enumerate(_parted(stretch)):
            if not number and waiting and _runs_over(waiting, lines, full):
                waiting += lines
                continue
            if waiting:
                yield waiting
            waiting = lines
        left, right = _edges(stretch)
        full = left + (right - left) * SHORT
    if waiting:
        yield waiting


def _runs_over(before: Sequence[Line], after: Sequence[Line], full: float) -> bool:
    """Whether a paragraph goes on in the next column or on the next page: no sentence has ended, and the letters are as large."""
    if abs(_size(before) - _size(after)) > _size(before) * (LARGER - 1) or LISTED.match(after[0].text):
        return False
    return after[0].text[:1].islower() or (before[-1].right > full and not ENDS.search(before[-1].text))


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Where a column begins and ends, from left to right."""
    return min(line.left for line in lines), max(line.right for line in lines)


def _parted(stretch: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the paragraphs of a column."""
    left, right = _edges(stretch)
    gaps = sorted(above.base - below.base for above, below in pairwise(stretch))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    hangs = _hangs(stretch, left)
    paragraph = [stretch[0]]
    for above, below in pairwise(stretch):
        size = max(above.size, below.size)
        is_in, was_in = below.left > left + size * INDENT, above.left > left + size * INDENT
        is_new = above.base - below.base > max(usual, size) * GAP or min(above.size, below.size) * LARGER < size
        if not LISTED.match(paragraph[0].text) or below.left <= paragraph[0].left:
            is_new = is_new or (not is_in if hangs else is_in and abs(above.left - below.left) > size * INDENT and not was_in)
        if not is_new and ENDS.search(above.text):
            is_new = above.right < left + (right - left) * SHORT or LISTED.match(below.text) is not None
        if is_new:
            yield paragraph
            paragraph = []
        paragraph.append(below)
    yield paragraph


def _hangs(stretch: Sequence[Line], left: float) -> bool:
    """Whether paragraphs begin further left than they go on, as entries of a bibliography do."""
    inside = [line.left > left + line.size * INDENT for line in stretch]
    follow = sum(a and b for a, b in pairwise(inside))
    begin = sum(not a and b for a, b in pairwise(inside))
    outside = sum(not a and not b for a, b in pairwise(inside))
    return begin > 1 and follow + begin > outside and sum(inside) * 3 > len(inside) and follow >= begin // 3


def _size(lines: Sequence[Line]) -> float:
    return max(lines, key=lambda line: len(line.text)).size


def _usual_size(paragraphs: Iterable[Sequence[Line]]) -> float:
    counts: dict[float, int] = {}
    for lines in paragraphs:
        size = round(_size(lines) * 2) / 2
        counts[size] = counts.get(size, 0) + sum(len(line.text) for line in lines)
    return max(counts, key=lambda size: (counts[size], size)) if counts else 0.0


def _is_heading(lines: Sequence[Line], size: float) -> bool:
    if _size(lines) > size * LARGER:
        return True
    return len(lines) < 3 and all(run.is_bold for line in lines for run in line.runs if run.text.strip()) and not ENDS.search(lines[-1].text)


def _words(paragraphs: Iterable[Sequence[Line]], notes: Iterable[Footnote]) -> frozenset[str]:
    """The words of a document, those that are written with a hyphen among them."""
    lines = (line for paragraph in (*paragraphs, *(note.lines for note in notes)) for line in paragraph)
    return frozenset(word.casefold() for line in lines for word in WORDS.findall(line.text))


class _Writer:
    """The text as it grows, and the marks in it."""

    def __init__(self, pages: Sequence[Page], words: frozenset[str], labels: set[str]) -> None:
        self.pages = pages
        self.words = words
        self.labels = labels
        self.pieces: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.runs: list[tuple[int, int, Span]] = []  # the page, where a run begins there, where it stands here

    def text(self) -> str:
        return "".join(self.pieces) + "\n" if self.pieces else ""

    def between(self, span: Span) -> str:
        return "".join(self.pieces)[span.start : span.end] if span.end < 20_000 else "".join(self.pieces[-60:]).rsplit("\n\n", 1)[-1]

    def add(self, text: str) -> Span:
        self.pieces.append(text)
        self.length += len(text)
        return Span(self.length - len(text), self.length)

    def paragraph(self, lines: Sequence[Line], skip: int = 0, before: str = "", *, is_note: bool = False) -> Span:
        """Write one; `skip` code points of its first line are left out, `before` is written in their place."""
        if self.length:
            self.add("\n\n")
        start = self.length
        if before:
            self.add(before)
        page_start = start
        for index, line in enumerate(lines):
            if index and line.page != lines[index - 1].page:
                self._page(lines[index - 1].page, page_start)
                page_start = self.length
            self._line(line, skip if not index else 0, is_note)
            if index + 1 < len(lines):
                self._join(line, lines[index + 1])
        self._page(lines[-1].page, page_start)
        return Span(start, self.length)

    def note(self, note: Footnote) -> None:
        label = f"{note.label}. "
        span = self.paragraph(note.lines, note.begin, label, is_note=True)
        self.marks.append(Mark("note", Span(span.start + len(label), span.end), note.label))

    def _page(self, page: int, start: int) -> None:
        self.marks.append(Mark("page", Span(start, self.length), self.pages[page].label))

    def _line(self, line: Line, skip: int, is_note: bool) -> None:
        last = len(line.runs) - 1
        for index, run in enumerate(line.runs):
            printed = run.text.lstrip() if not index else run.text
            printed = printed.rstrip() if index == last else printed
            dropped = min(skip, len(printed))
            skip -= dropped
            printed = printed[dropped:]
            if not printed:
                continue
            span = self.add(printed)
            self.runs.append((line.page, run.start + dropped, span))
            self._mark(run, printed, span, is_note)

    def _mark(self, run: Run, printed: str, span: Span, is_note: bool) -> None:
        bare = printed.strip()
        at = span.start + printed.find(bare)
        if run.is_raised and not is_note and CALL.fullmatch(bare):
            for number in re.finditer(r"\d+|[^\d\s,;–-]+", bare):
                if not self.labels or number[0] in self.labels:
                    self.marks.append(Mark("callout", Span(at + number.start(), at + number.end()), number[0]))
        elif run.is_italic and any(letter.isalpha() for letter in bare):
            before = self.marks[-1] if self.marks else None
            if before and before.kind == "italic" and "".join(self.pieces[-2:-1]).strip() == "" and before.span.end + 1 >= at - 1:
                self.marks[-1] = Mark("italic", Span(before.span.start, at + len(bare)))
            else:
                self.marks.append(Mark("italic", Span(at, at + len(bare))))

    def _join(self, line: Line, following: Line) -> None:
        """What stands between two lines of a paragraph: a space, a hyphen, nothing; a line break where an address may go on."""
        end = "".join(self.pieces[-6:])[-300:]
        run = line.runs[-1]
        if OPEN_ADDRESS.search(end):
            self.add("-\n" if run.is_divided else "\n")
        elif run.is_divided or end.endswith(("-", "‐")):
            hyphen = "" if not run.is_divided else "-"
            if run.is_divided and self._is_one_word(end, following.text):
                hyphen = ""
            self.add(hyphen) if hyphen else None
        elif DASHED.search(end):
            return
        elif not _is_wide(end[-1:]) or not _is_wide(following.text[:1]):
            self.add(" ")

    def _is_one_word(self, end: str, following: str) -> bool:
        """Whether a hyphen at the end of a line only divides a word: "Conven-" + "tion", but not "minute-" + "sheet"."""
        first, second = LAST_WORD.search(end), FIRST_WORD.match(following)
        if first is None or second is None or not second[0][0].islower():
            return False
        if (first[0] + second[0]).casefold() in self.words:
            return True
        return f"{first[0]}-{second[0]}".casefold() not in self.words

    def all_marks(self) -> tuple[Mark, ...]:
        """The marks in their order, those of links too."""
        by_page: dict[int, list[tuple[int, Span]]] = {}
        for page, start, span in self.runs:
            by_page.setdefault(page, []).append((start, span))
        for page in self.pages:
            for link in page.links:
                touched = [
                    Span(max(span.start, span.start + link.start - start), min(span.end, span.start + link.end - start))
                    for start, span in by_page.get(page.number, ())
                    if start < link.end and link.start < start + span.end - span.start
                ]
                if touched:
                    self.marks.append(Mark("link", Span(touched[0].start, max(touched[0].end, touched[-1].end)), link.url))
        return tuple(sorted(self.marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.kind)))


def _is_wide(character: str) -> bool:
    """Whether a letter is of a script that is written without spaces."""
    return bool(character) and ("\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef")


__all__ = ["write"]

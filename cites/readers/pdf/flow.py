"""Paragraphs and footnotes to the text of a Document, with the marks beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from cites import lazy_regex as regex
from cites.grammar.lexicon import one_of
from cites.model import Mark, Span
from cites.readers.pdf.footnotes import Footnote
from cites.readers.pdf.lines import Line, Run
from cites.readers.pdf.pages import Page
from cites.readers.pdf.paragraphs import LARGER, find_paragraphs, is_heading, size_of, usual_size

MAX_HEADING = 200  # code points
OPEN_ADDRESS = re.compile(r"(?:https?:/|www\.)\S*$")
ADDRESS_PART = re.compile(r"[^\s.,;:)\]]+")  # up to what may end a sentence
DASHED = re.compile(r"\S[–—]$")  # "1938–" and "45"
CALL = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|[*†‡§¶]{1,3}")
LABEL = re.compile(r"\d+|[*†‡§¶]+")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST_WORD = re.compile(r"[^\W\d_]+$")
SUSPENDED = regex.compile(rf"{one_of('joins', 'joins.also', 'joins.or')}\s")  # im Hoch- und Spätmittelalter: the hyphen stands for a word
FIRST_WORD = re.compile(r"[^\W\d_]+")
LETTER = re.compile(r"[^\W\d_]")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")  # scripts that are written without spaces


class Flow:
    """The text as it grows, and the marks in it."""

    def __init__(self, pages: Sequence[Page], body: Sequence[Sequence[Line]], notes: Sequence[Footnote]) -> None:
        self.pages = pages
        self.usual = usual_size(body)
        self.paragraphs = list(find_paragraphs(body, self.usual))
        self.notes = notes
        self.labels = {note.label for note in notes}
        self.title = ""  # as it is printed; "" where nothing on the first page is larger than the text
        self.marks: list[Mark] = []
        self._pieces: list[str] = []
        self._length = 0
        self._page = -1
        self._page_start = 0
        self._places: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)  # by page: where a run begins there, and here

    def write(self) -> str:
        """Return the text, the notes last; `marks` and `title` are known from then on."""
        sizes = {size_of(lines) for lines in self.paragraphs}
        top = max((size_of(lines) for lines in self.paragraphs if lines[0].page == 0), default=0.0)
        for lines in self.paragraphs:
            begun = len(self._pieces)
            span = self._write(lines)
            if not is_heading(lines, self.usual) or span.end - span.start > MAX_HEADING:
                continue
            if not self.title and lines[0].page == 0 and size_of(lines) == top > self.usual * LARGER:
                self.title = "".join(self._pieces[begun:]).strip()
                self.marks.append(Mark("title", span))
            else:
                level = 1 + sum(size > size_of(lines) * LARGER for size in sizes)
                self.marks.append(Mark("heading", span, str(min(level, 6))))
        for note in self.notes:
            label = f"{note.label}. "
            span = self._write(note.lines, label, note.begin)
            self.marks.append(Mark("note", Span(span.start + len(label), span.end), note.label))
        self._turn_page(-1)
        self.marks += [mark for page in self.pages for mark in self._links(page)]
        self.marks.sort(key=lambda mark: (mark.span.start, -mark.span.end, mark.kind))
        return "".join(self._pieces) + "\n"

    def _add(self, text: str) -> Span:
        self._pieces.append(text)
        self._length += len(text)
        return Span(self._length - len(text), self._length)

    def _write(self, lines: Sequence[Line], label: str = "", begin: int = 0) -> Span:
        """Write a paragraph, or a note: `label`, and what follows the first `begin` code points."""
        if self._length:
            self._add("\n\n")
        start = self._length
        self._turn_page(lines[0].page)
        self._add(label)
        for line, following in zip(lines, (*lines[1:], None), strict=True):
            self._turn_page(line.page)
            self._line(line, begin, is_note=bool(label))
            begin = 0
            if following:
                self._join(line, following)
        return Span(start, self._length)

    def _turn_page(self, page: int) -> None:
        if page != self._page:
            if self._page >= 0:
                self.marks.append(Mark("page", Span(self._page_start, self._length), self.pages[self._page].label))
            self._page, self._page_start = page, self._length

    def _line(self, line: Line, begin: int, *, is_note: bool) -> None:
        last = len(line.runs) - 1
        for index, run in enumerate(line.runs):
            printed = run.text if index else run.text.lstrip()
            printed = printed if index < last else printed.rstrip()
            skipped = min(begin, len(printed))
            begin -= skipped
            if skipped == len(printed):
                continue
            span = self._add(printed[skipped:])
            self._places[line.page].append((run.start + skipped, span))
            self._mark(run, span, is_note=is_note)

    def _mark(self, run: Run, span: Span, *, is_note: bool) -> None:
        if not (run.is_raised or run.is_italic):
            return
        printed = self._pieces[-1]
        bare = printed.strip()
        at = span.start + printed.find(bare)
        if run.is_raised and not is_note and CALL.fullmatch(bare):
            for found in LABEL.finditer(bare):
                if not self.labels or found[0] in self.labels:
                    self.marks.append(Mark("callout", Span(at + found.start(), at + found.end()), found[0]))
        elif run.is_italic and LETTER.search(bare):
            before = self.marks[-1] if self.marks else None
            if before and before.kind == "italic" and before.span.end >= at - 1:  # the title goes on in the next line
                self.marks[-1] = Mark("italic", Span(before.span.start, at + len(bare)))
            else:
                self.marks.append(Mark("italic", Span(at, at + len(bare))))

    def _join(self, line: Line, following: Line) -> None:
        """Write what stands between two lines: a space, a hyphen or nothing; a line break where an address may go on.

        It goes on for sure where a link of the page has both parts: "https://doi.org/10.1086/4681" and "57".
        """
        end = self._pieces[-1] if len(self._pieces[-1]) > 40 else "".join(self._pieces[-6:])
        is_divided = line.runs[-1].is_divided
        if address := OPEN_ADDRESS.search(end):
            hyphen = "-" if is_divided else ""
            more = ADDRESS_PART.match(following.text)
            is_linked = more and any(address[0] + hyphen + more[0] in link.url for link in self.pages[line.page].links)
            self._add(hyphen if is_linked else hyphen + "\n")
        elif is_divided and SUSPENDED.match(following.text):
            self._add("- ")
        elif is_divided:
            self._add("" if self._is_one_word(end, following.text) else "-")
        elif not (end.endswith(("-", "‐")) or DASHED.search(end) or (WIDE.match(end[-1:]) and WIDE.match(following.text))):
            self._add(" ")

    def _is_one_word(self, end: str, following: str) -> bool:
        """Whether a hyphen at the end of a line only divides a word: "Conven-" + "tion", but not "minute-" + "sheet"."""
        first, second = LAST_WORD.search(end), FIRST_WORD.match(following)
        if first is None or second is None or not second[0][0].islower():
            return False
        if (first[0] + second[0]).casefold() in self._words:
            return True
        return f"{first[0]}-{second[0]}".casefold() not in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the document, those that are written with a hyphen among them."""
        lines = chain(chain.from_iterable(self.paragraphs), chain.from_iterable(note.lines for note in self.notes))
        return frozenset(WORD.findall("\n".join(line.text for line in lines).casefold()))

    def _links(self, page: Page) -> list[Mark]:
        """The links of a page, each on what is written of its characters."""
        marks = []
        for link in page.links:
            touched = [
                Span(max(span.start, span.start + link.start - start), min(span.end, span.start + link.end - start))
                for start, span in self._places[page.number]
                if start < link.end and link.start < start + span.end - span.start
            ]
            if touched:
                marks.append(Mark("link", Span(touched[0].start, touched[-1].end), link.url))
        return marks

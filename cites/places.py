"""Where something stands, as a person looks for it: "note 3", "line 12", "page 4, note 7", "paragraph 9 (“The Straits”)".

A file that is text has lines, a PDF has pages; where there is neither, paragraphs are counted as `cites show` numbers them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from cites.marks import Layer, without_callouts
from cites.model import Citation, Document, Mark, Reading, Span
from cites.readers.origin import in_file

PARAGRAPH = re.compile(r"(?:\A|\n[^\S\n]*\n)\s*(?=\S)")
MAX_HEADING = 120  # code points; two lines


class Place(NamedTuple):
    """A place in a file; what is not known, or what its format does not have, is empty."""

    file: str
    line: int | None = None  # of the file, from 1; None where the format has no lines (HTML, Word)
    note: str | None = None  # its label
    page: str = ""  # its label: "12", "iv"
    paragraph: int | None = None  # of the text as it was read, from 1; where there are no lines
    heading: str = ""  # the one that it stands under: of a chapter or a section

    def __str__(self) -> str:
        return f"{self.file}, {self.within}" if self.within else self.file

    @property
    def within(self) -> str:
        """The place without the file: "page 4, note 7"."""
        page = f"page {self.page}" if self.page else ""
        if self.note:
            return f"{page}, note {self.note}" if page else f"note {self.note}"
        if page or self.line:
            return page or f"line {self.line}"
        under = f" (“{self.heading}”)" if self.heading else ""
        return f"paragraph {self.paragraph}{under}" if self.paragraph else ""

    def known(self) -> dict[str, str | int]:
        """What is known besides the file and the note: {"page": "4", "paragraph": 9, "heading": "The Straits"}."""
        found = {"line": self.line, "page": self.page, "paragraph": self.paragraph, "heading": self.heading}
        return {name: value for name, value in found.items() if value}


class Places:
    """The places of a reading, looked up as often as one likes: `Places(reading).of(citation)`, `Places(reading).find(span)`."""

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self._noted = sorted((item for item in reading.citations if item.note), key=lambda item: item.span)
        self._starts = [item.span.start for item in self._noted]

    def of(self, citation: Citation) -> Place:
        """Where a citation stands; one in a note is under the heading where the text calls the note."""
        return self.find(citation.span, citation.note, citation.claim or citation.span)

    def find(self, span: Span, note: str = "", called: Span | None = None) -> Place:
        """Where a stretch of the text stands; without a `note`, that of the citation that it touches is taken."""
        touched = None if note else self._touched(span)
        if touched:
            note, called = touched.note, touched.claim
        start, _ = in_file(self.document, span) or (None, None)
        return Place(
            self.document.name,
            None if start is None else bisect_right(self._breaks, start - 1) + 1,
            note or None,
            self._page(span.start),
            bisect_right(self._paragraphs, span.start) or None if start is None else None,
            self._heading((called or span).start),
        )

    def _touched(self, span: Span) -> Citation | None:
        before = bisect_left(self._starts, span.end)  # citations do not overlap
        return self._noted[before - 1] if before and self._noted[before - 1].span.end > span.start else None

    def _page(self, at: int) -> str:
        before = bisect_right(self._pages, at, key=_start)
        return self._pages[before - 1].value if before else ""

    def _heading(self, at: int) -> str:
        before = bisect_right(self._headings, at, key=lambda heading: heading[0])
        text = self._headings[before - 1][1] if before else ""
        return text if len(text) <= MAX_HEADING else f"{text[: MAX_HEADING - 1]}…"

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.document.source_text or self.document.text)]

    @cached_property
    def _paragraphs(self) -> list[int]:
        return paragraph_starts(self.document)

    @cached_property
    def _pages(self) -> list[Mark]:
        return _marks(self.document, "page")

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        """Where each begins, and what it says; the title, above all of the text, says nothing of a place."""
        callouts = Layer(_marks(self.document, "callout"))
        found = []
        for mark in _marks(self.document, "heading"):
            text = without_callouts(self.document.text, callouts.touching(mark.span), mark.span)
            found.append((mark.span.start, " ".join(text.split())))
        return [heading for heading in found if heading[1] != " ".join(self.document.about.title.split())]


def paragraph_starts(document: Document) -> list[int]:
    """Where the paragraphs of a document begin: what stands between blank lines, headings and notes among them."""
    return [match.end() for match in PARAGRAPH.finditer(document.text)]


def _marks(document: Document, kind: str) -> list[Mark]:
    return sorted((mark for mark in document.marks if mark.kind == kind), key=_start)


def _start(mark: Mark) -> int:
    return mark.span.start

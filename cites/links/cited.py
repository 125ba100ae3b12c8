"""Which addresses a document has, and where: those of the works that it cites, of its links, and those that just stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cites.grammar.urls import URL, read_url
from cites.model import Document, Reading, Span
from cites.view import View

LINE = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:\S+)\s*")
COMMENT = re.compile(r"\s*(?:#.*)?")
BLANK = re.compile(r"\n[ \t\r]*\n")
WEB = ("http://", "https://")


class Cited(NamedTuple):
    """An address and one place that has it: `Cited("https://tass.com/1", Span(812, 838), "3")`."""

    url: str
    span: Span
    note: str = ""  # the label of the note that it stands in


def find_urls(reading: Reading) -> list[Cited]:
    """Return the addresses of a document in the order of the text; where it is a list of addresses, just these.

    Within a citation only the address of its work counts; a credit has none.
    """
    document = reading.document
    listed = list_lines(document)
    if listed:
        return listed
    works = {reference.id: reference.url for reference in reading.references}
    cited = [Cited(works[c.reference], c.span, c.note) for c in reading.citations if works.get(c.reference)]
    linked = [Cited(mark.value, mark.span) for mark in document.marks if mark.kind == "link" and mark.value.startswith(WEB)]
    found = cited
    for more in (linked, find_bare(document)):
        taken = _Taken(item.span for item in found)
        found = [*found, *(item for item in more if not taken.holds(item.span.start))]
    return sorted(found, key=lambda item: item.span)


def list_lines(document: Document) -> list[Cited]:
    """The lines of a plain text in which each is just one address, or a comment after "#"; none of any other text."""
    found, start = [], 0
    for line in document.text.split("\n") if document.pieces == () else ():
        match = LINE.fullmatch(line)
        if match:
            found.append(Cited(match[1], Span(start + match.start(1), start + match.end(1))))
        elif not COMMENT.fullmatch(line):
            return []
        start += len(line) + 1
    return found


def find_bare(document: Document) -> Iterator[Cited]:
    """The addresses that are printed in a text; they may be broken over the lines of a paragraph."""
    start = 0
    for gap in (*(match.span() for match in BLANK.finditer(document.text)), (len(document.text),) * 2):
        view = View(document.text, Span(start, gap[0]))
        for match in URL.finditer(view.folded):
            address = read_url(view.folded, match.start(), len(view.folded), view.breaks)
            if address and address.value.lower().startswith(WEB):
                yield Cited(address.value, view.span(address.start, address.end))
        start = gap[1]


class _Taken:
    """Spans that are spoken for; they do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)

    def holds(self, at: int) -> bool:
        index = bisect_right(self.spans, at, key=lambda span: span.start) - 1
        return index >= 0 and at < self.spans[index].end

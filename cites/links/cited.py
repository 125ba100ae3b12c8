"""Which addresses a document has, and where: those of the works that it cites, of its links, and those that just stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cites.grammar.dates import MONTHS, find_date
from cites.grammar.titles import CLOSERS, quoted_at
from cites.grammar.urls import URL, read_url
from cites.model import Document, Reading, Reference, Span
from cites.view import View

LINE = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:\S+)\s*")
COMMENT = re.compile(r"\s*(?:#.*)?")
BLANK = re.compile(r"\n[ \t\r]*\n")
WEB = ("http://", "https://")
RESOLVER = "https://doi.org/"
WORD = re.compile(r"[^\W\d_]+")
QUOTE = re.compile("[" + re.escape("".join(CLOSERS)) + "]")
MAX_NOTE = 500  # code points before an address in which its title may stand
LEADS = frozenset("available accessed retrieved online from link http https abgerufen consulté disponible ссылка доступно".split())


class Cited(NamedTuple):
    """An address, one place that has it, and what is cited there.

    `Cited("https://tass.com/1", Span(812, 838), "3", "Talks Resume", "2012-01-27")`.
    """

    url: str
    span: Span
    note: str = ""  # the label of the note that it stands in
    title: str = ""  # of the work; "" where none is printed
    issued: str = ""  # EDTF
    words: str = ""  # of a link: they may be a title, or anything else


def find_urls(reading: Reading) -> list[Cited]:
    """Return the addresses of a document in the order of the text; where it is a list of addresses, just these.

    Within a citation only the address of its work counts; a credit has none.
    """
    document = reading.document
    listed = list_lines(document)
    if listed:
        return listed
    works = {reference.id: reference for reference in reading.references}
    found = [
        Cited(address, c.span, c.note, work.title, work.issued)
        for c in reading.citations
        if (work := works.get(c.reference)) is not None and (address := page_of(work))
    ]
    linked = [
        Cited(mark.value, mark.span, words=document.text[slice(*mark.span)])
        for mark in document.marks
        if mark.kind == "link" and mark.value.startswith(WEB)
    ]
    for more in (linked, find_bare(document)):
        taken = _Taken(item.span for item in found)
        found = [*found, *(item for item in more if not taken.holds(item.span.start))]
    return with_titles(sorted(found, key=lambda item: item.span), reading)


def page_of(work: Reference) -> str:
    """Where a work is on the web: its URL, else its DOI at the resolver; "" where neither is known."""
    return work.url or (work.doi and RESOLVER + work.doi)


def with_titles(items: list[Cited], reading: Reading) -> list[Cited]:
    """Give each address what is cited where it stands: the work of the citation before it in its paragraph, or a title in quotation marks.

    "A. Author, “Talks Resume,” The Journal, July 9, 2012, <address>": such an address is the work's, although the citation ends before it.
    """
    document, works = reading.document, {reference.id: reference for reference in reading.references}
    citations = sorted((c for c in reading.citations if c.reference in works), key=lambda c: c.span.end)
    ends = [c.span.end for c in citations]
    done, last = [], 0
    for item in items:
        if not item.title:
            gap = document.text.rfind("\n\n", last, item.span.start)
            start = last if gap < 0 else gap
            before = bisect_right(ends, item.span.start) - 1
            citation = citations[before] if before >= 0 else None
            if citation and citation.span.start >= start and not _between(document.text[citation.span.end : item.span.start]):
                work = works[citation.reference]
                item = item._replace(note=item.note or citation.note, title=work.title, issued=item.issued or work.issued)
            if not item.title:
                item = _quoted(document, start, item)
        done.append(item)
        last = max(last, item.span.end)
    return done


def _between(text: str) -> bool:
    """Whether words stand between a citation and an address that say something else: more than "available at" or "link to the text"."""
    return len(WORD.findall(text)) > 4


def _quoted(document: Document, start: int, item: Cited) -> Cited:
    """An address with the title that is printed before it in quotation marks, and the date between the two, where it looks like a note.

    What somebody said ("“We will not yield,” the minister told reporters on May 3") is no title: between a title and its address stand
    names, numbers and dates, and hardly a word in lower case.
    """
    view = View(document.text, Span(max(start, item.span.start - MAX_NOTE), item.span.start))
    folded, at, found = view.folded, 0, None
    for mark in QUOTE.finditer(folded):
        quoted = quoted_at(folded, mark.start(), len(folded)) if mark.start() >= at else None
        if quoted and quoted.closed:
            found, at = quoted, quoted.stop
    if found is None or any(len(word) > 3 and word.islower() for word in _common(folded[found.stop :])):
        return item
    date = find_date(folded, found.stop) or find_date(folded)
    title = document.text[slice(*view.span(found.start, found.end))]
    return item._replace(title=" ".join(title.split()).rstrip(",.;"), issued=item.issued or (date.value if date else ""))


def _common(text: str) -> list[str]:
    """The words of a text that are no months, and none of the few that lead to an address."""
    return [word for word in WORD.findall(text) if word.casefold() not in MONTHS and word.casefold() not in LEADS]


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

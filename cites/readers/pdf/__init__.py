"""A PDF: its text in reading order, its footnotes with their callouts, italics, links, headings and pages.

    pages.py       what pdfium tells of a page: runs of text with their places, links
    lines.py       which runs stand side by side
    columns.py     the order in which lines are read
    furniture.py   running heads and page numbers, which are no text
    footnotes.py   which lines at the foot of a page are notes
    paragraphs.py  which lines are one paragraph
    flow.py        the text of the Document, and its marks

There are no offsets into the file: `pieces` is None. A footnote stands after the text, wherever its page put it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from cites.errors import ReadError
from cites.grammar.names import people_in
from cites.model import Document, Reference
from cites.readers.head import fill, read_head
from cites.readers.pdf.columns import find_stretches
from cites.readers.pdf.flow import Flow
from cites.readers.pdf.footnotes import part_notes
from cites.readers.pdf.furniture import without_furniture
from cites.readers.pdf.pages import Info, open_pages

OPENING = 4_000  # code points in which the title and the authors are printed
WORDS = re.compile(r"\w+")


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; `warn` is told of pages that are pictures."""
    with open_pages(data, name) as (info, opened):
        pages = without_furniture(list(opened))
    bare = [page for page in pages if not page.lines]
    if len(bare) == len(pages):
        raise ReadError(name, "has no text, its pages are pictures", "add a text layer with a program for text recognition")
    if len(bare) > 1:
        warn(f"{name}: {len(bare)} of {len(pages)} pages have no text that can be read; the first is page {bare[0].label}")
    body, notes = part_notes([stretch for page in pages for stretch in find_stretches(page)], [page.rules for page in pages])
    flow = Flow(pages, body, notes)
    text = flow.write()
    return Document(name, text, _about(info, flow.title, text), tuple(flow.marks), None)


def _about(info: Info, title: str, text: str) -> Reference:
    """What the article says of itself; the file's own title and author only where they are printed too, for many are left-overs."""
    opening = _words(text[:OPENING])
    said = Reference(title=title)
    if info.title and f" {_words(info.title)} " in f" {opening} " and len(_words(info.title)) > len(title) // 2:
        said = Reference(title=info.title)
    if info.author and f" {_words(info.author)} " in f" {opening} ":
        said = said.revised(author=people_in(info.author))
    return fill(said, read_head(text))


def _words(text: str) -> str:
    return " ".join(WORDS.findall(text.casefold()))

"""A PDF: its text in reading order, its footnotes with their callouts, italics, links, headings and pages.

    pages.py      what pdfium tells of a page: runs of text with their places, lines, links
    columns.py    the order in which lines are read
    furniture.py  running heads and page numbers, which are no text
    footnotes.py  which lines at the foot of a page are notes
    flow.py       lines to paragraphs, and paragraphs to a Document

There are no offsets into the file: `pieces` is None. A footnote stands after the text, wherever its page put it.
"""

from __future__ import annotations

from collections.abc import Callable

from cites.errors import ReadError
from cites.model import Document
from cites.readers.head import fill, read_head
from cites.readers.pdf.columns import find_stretches
from cites.readers.pdf.flow import write
from cites.readers.pdf.footnotes import part_notes
from cites.readers.pdf.furniture import without_furniture
from cites.readers.pdf.pages import open_pages

SCAN = "has no text: its pages are pictures"


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; `warn` is told of pages that are pictures."""
    with open_pages(data, name) as pages:
        found = without_furniture(list(pages))
    bare = [page.label for page in found if not page.lines]
    if len(bare) == len(found):
        raise ReadError(name, SCAN, "let a program for text recognition make a text layer, ocrmypdf for one")
    if len(bare) > 1:
        warn(f"{name}: {len(bare)} of {len(found)} pages have no text that can be read (the first is page {bare[0]})")
    stretches = [stretch for page in found for stretch in find_stretches(page)]
    body, notes = part_notes(stretches)
    text, marks, title = write(found, body, notes)
    about = read_head(text)
    if title:
        about = fill(about.revised(title=title), about)
    return Document(name, text, about, marks, None)

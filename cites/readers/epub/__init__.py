"""EPUB: the files of a book in the order of reading, as one page, with its notes wherever they stand and the pages of print.

Names within a file are made unlike those of the others: `<p id="fn1">` of the third file is `fn1=3`, `<a href="b.xhtml#fn1">` follows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from lxml import etree

from cites.errors import ReadError
from cites.marks import without_callouts
from cites.model import Document, Mark, Span
from cites.readers.containers import Container
from cites.readers.decode import decode
from cites.readers.epub.package import Package, read_package, within
from cites.readers.head import fill, read_head
from cites.readers.html.marks import marks_of, outer_first
from cites.readers.html.notes import find_notes
from cites.readers.html.styles import italic_classes
from cites.readers.html.text import Flow
from cites.readers.html.tree import VOID, Element, declared_encoding, drop_spoken, names_of, parse, short_text
from cites.readers.html.unlinked import find_unlinked

CLOSED = re.compile(r"<([A-Za-z][\w:.-]*)([^<>]*)/>")  # `<a id="p12"/>` opens an element in HTML, and closes it in XHTML
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
EPUB_TYPE = "epub:type"
PAGE_NAMES = frozenset(("pagebreak", "page-break", "page-number", "pagenum", "doc-pagebreak"))
PAGE_LABEL = re.compile(r"(?:page|p|pg|seite|s)?[-_. ]?(\d{1,4}|[ivxlc]{1,8})$", re.IGNORECASE)
FIRST = 6  # blocks at the beginning of a chapter, among which its heading is looked for
TITLE = 300  # code points


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the book as one document; raises ReadError for what is damaged, empty or protected against copying."""
    container = Container(data, name)
    package = read_package(container)
    root = _bind(container, package, warn)
    drop_spoken(root)
    notes = find_notes(root)
    if not notes.notes:
        notes = find_unlinked(root)
    pages = list(_page_breaks(root))
    wanted = {element for note in notes.notes for element in (note.target, note.block)} | notes.labels | {element for element, _ in pages}
    contents = {nav for nav in root.iter("nav") if nav.get(EPUB_TYPE, "toc") in ("toc", "landmarks", "page-list")}
    flow = Flow(notes, contents, wanted | set(notes.callouts), "", None, italic_classes(root))
    flow.read(root)
    text = flow.text()
    if not text.strip():
        raise ReadError(name, "has no text to read", "a book of pictures has none")
    marks = sorted([*marks_of(flow, notes), *_page_marks(flow, pages, len(text))], key=outer_first)
    return Document(name, text, fill(package.about, read_head(without_callouts(text, marks))), tuple(marks), None)


def _bind(container: Container, package: Package, warn: Callable[[str], None]) -> Element:
    """The bodies of all files in one element; a file that cannot be read is said, and the others are bound."""
    book = etree.Element("div")
    number = {path: index for index, path in enumerate(package.texts)}
    for path in package.texts:
        try:
            page = _parse(container.read(path), f"{container.name}: {path}")
        except ReadError as error:
            if not str(error).endswith("is empty"):
                warn(str(error))
            continue
        if page is None:
            continue
        book.extend(list(page.iter("style")))
        body = page if page.tag == "body" else page.find(".//body")
        section = etree.SubElement(book, "section", id=f"={number[path]}")
        if body is not None:
            section.text = body.text
            section.extend(list(body))
        _name_apart(section, path, number)
        _head(section, path, package.chapters)
    return book


def _parse(data: bytes, name: str) -> Element | None:
    text = decode(data, name, declared_encoding(data)).text
    return parse(CLOSED.sub(lambda tag: tag[0] if tag[1].lower() in VOID else f"<{tag[1]}{tag[2]}></{tag[1]}>", text))


def _name_apart(section: Element, path: str, number: dict[str, int]) -> None:
    """Give the names in a file its number, and lead its links to the names that they mean."""
    own = number[path]
    for element in islice(section.iter(etree.Element), 1, None):
        for attribute in ("id", "name"):
            if value := element.get(attribute):
                element.set(attribute, f"{value}={own}")
        href = element.get("href")
        if href and element.tag == "a":
            target, _, fragment = within(path, href).partition("#")
            if target in number and "://" not in href:
                element.set("href", f"#{fragment}={number[target]}")


def _head(section: Element, path: str, chapters: dict[str, str]) -> None:
    """Make a heading of what the contents call the file, unless it begins with one."""
    title = chapters.get(path) or next((words for place, words in chapters.items() if place.startswith(f"{path}#")), "")
    blocks = list(islice(section.iter(*HEADINGS, "p", "div"), FIRST))
    if not title or any(block.tag in HEADINGS for block in blocks):
        return
    same = next((block for block in blocks if (short_text(block, TITLE) or "").casefold() == title.casefold()), None)
    if same is not None:
        same.tag = "h2"
        return
    heading = etree.Element("h2")
    heading.text = title
    heading.tail, section.text = section.text, None
    section.insert(0, heading)


def _page_breaks(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield where a page of the printed book begins, and its label: `<span epub:type="pagebreak" title="12"/>`."""
    for element in root.iter("span", "a", "div", "hr", "p"):
        said = {element.get(EPUB_TYPE, ""), element.get("role", ""), *names_of(element)}
        if said.isdisjoint(PAGE_NAMES):
            continue
        own = element.get("id", "").rpartition("=")[0]
        for label in (element.get("title", ""), element.get("aria-label", ""), short_text(element, 12) or "", own):
            if match := PAGE_LABEL.search(label.strip(" .[]")):
                yield element, match[1]
                break


def _page_marks(flow: Flow, pages: list[tuple[Element, str]], end: int) -> Iterator[Mark]:
    placed = [(place.start, label) for element, label in pages if (place := flow.place(element))]
    for (start, label), (after, _) in pairwise([*placed, (end, "")]):
        if after > start:
            yield Mark("page", Span(start, after), label)

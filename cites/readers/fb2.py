"""FictionBook (FB2): its tags are given the names that HTML has for the same, and the rest is as with a page.

    <a l:href="#n1" type="note">1</a> … <body name="notes"><section id="n1"><title><p>1</p></title><p>Правда, 3 мая.</p></section></body>

Source: FictionBook 2.1, FictionBook.xsd and FictionBookLinks.xsd.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from cites.errors import ReadError
from cites.marks import without_callouts
from cites.model import Document, Name, Reference
from cites.readers.head import fill, read_head
from cites.readers.html.about import to_date
from cites.readers.html.marks import marks_of
from cites.readers.html.notes import find_notes
from cites.readers.html.text import Flow
from cites.readers.html.tree import Element
from cites.readers.xml_tree import parse_xml, text_of

PICTURES = re.compile(rb"<binary\b.*?</binary\s*>", re.DOTALL)
TAGS = {  # of FB2: of HTML
    "body": "div", "section": "section", "emphasis": "em", "strikethrough": "s", "cite": "blockquote", "epigraph": "blockquote",
    "poem": "div", "stanza": "div", "v": "p", "text-author": "p", "subtitle": "h4", "empty-line": "hr", "image": "img",
}  # fmt: skip
NOTES = ("notes", "comments", "footnotes")  # names of bodies


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; raises ReadError for XML that is damaged."""
    root = parse_xml(PICTURES.sub(b"", data), name)
    bodies = list(root.iterfind("{*}body"))
    if not bodies:
        raise ReadError(name, "is no FictionBook", "")
    about = _about(root)
    book = etree.Element("div")
    for body in bodies:
        _translate(body, is_notes=body.get("name", "") in NOTES)
        book.append(body)
    notes = find_notes(book)
    wanted = {element for note in notes.notes for element in (note.target, note.block)} | notes.labels | set(notes.callouts)
    flow = Flow(notes, frozenset(), wanted)
    flow.read(book)
    if not flow.text().strip():
        raise ReadError(name, "has no text to read", "")
    text, marks = flow.text(), marks_of(flow, notes)
    return Document(name, text, fill(about, read_head(without_callouts(text, marks))), marks, None)


def _translate(body: Element, *, is_notes: bool) -> None:
    for element in body.iter(etree.Element):
        tag = etree.QName(element).localname
        element.tag = TAGS.get(tag, tag)
        if tag == "a":
            href = next((str(value) for key, value in element.attrib.items() if str(key).endswith("href")), "")
            element.set("href", href)
            if element.get("type") == "note":
                element.set("role", "doc-noteref")
        elif tag == "title":
            level = 1 + sum(ancestor.tag == "section" for ancestor in element.iterancestors())
            element.tag = "div" if is_notes else f"h{min(level, 6)}"
        elif tag == "p" and _is_heading(element):
            element.tag = "span"
            if element.getnext() is not None:
                element.tail = " "


def _is_heading(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and isinstance(parent.tag, str) and parent.tag.startswith("h") and parent.tag[1:].isdigit()


def _about(root: Element) -> Reference:
    info, print_info = root.find(".//{*}title-info"), root.find(".//{*}publish-info")
    date = info.find("{*}date") if info is not None else None
    written = to_date(date.get("value", "")) or to_date(text_of(date)) if date is not None else ""
    return Reference(
        type="book",
        author=_people(info, "author"),
        translator=_people(info, "translator"),
        title=_in(info, "book-title"),
        collection_title=_named(print_info) or _named(info),
        publisher=_in(print_info, "publisher"),
        publisher_place=_in(print_info, "city"),
        issued=to_date(_in(print_info, "year")) or written,
        isbn=_in(print_info, "isbn"),
        language=_in(info, "lang"),
    )


def _people(info: Element | None, tag: str) -> tuple[Name, ...]:
    names = []
    for person in info.iterfind(f"{{*}}{tag}") if info is not None else ():
        given = f"{_in(person, 'first-name')} {_in(person, 'middle-name')}".strip()
        names.append(Name(family=_in(person, "last-name"), given=given))
    return tuple(name for name in names if name.family or name.given)


def _named(info: Element | None) -> str:
    sequence = info.find("{*}sequence") if info is not None else None
    return sequence.get("name", "") if sequence is not None else ""


def _in(element: Element | None, tag: str) -> str:
    """The text of a child: `<book-title>`."""
    return text_of(element.find(f"{{*}}{tag}") if element is not None else None)

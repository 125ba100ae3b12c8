"""OpenDocument texts (.odt, and .fodt, which is one XML file): footnotes and endnotes, links, italics, the data of Zotero.

    text.py   paragraphs, runs and notes        styles.py   styles and lists

There are no offsets into the file: `pieces` is None.
"""

from __future__ import annotations

from collections.abc import Callable

from cites.errors import ReadError
from cites.model import Document, Reference
from cites.readers.containers import Container
from cites.readers.formats import ZIP
from cites.readers.manuscript import Note, compose, describe
from cites.readers.odt.styles import Styles, n
from cites.readers.odt.text import Text
from cites.readers.xml_tree import Element, parse_xml

CONTENT, STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
ENCRYPTED = b"encryption-data"


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; raises ReadError for a file that is damaged, protected or no text."""
    roots = _in_container(data, name) if data.startswith(ZIP) else [parse_xml(data.lstrip(), name)]
    body = next((found for root in roots for found in root.iterfind(f"{n('office:body')}/{n('office:text')}")), None)
    if body is None:
        raise ReadError(name, "has no text of an OpenDocument file in it", "open it in LibreOffice, and save it again")
    notes: list[Note] = []
    text = Text(Styles(roots), notes)
    text.read(body)
    return compose(name, text.paragraphs, sorted(notes, key=lambda note: note.is_endnote), _said(roots))


def _in_container(data: bytes, name: str) -> list[Element]:
    container = Container(data, name)
    if MANIFEST in container and ENCRYPTED in container.read(MANIFEST):
        raise ReadError(name, "is protected by a password", "open it, take the password off and save it again")
    if CONTENT not in container:
        raise ReadError(name, "has no text of an OpenDocument file in it", "open it in LibreOffice, and save it again")
    return [parse_xml(container.read(path), name, path) for path in (STYLES, CONTENT, META) if path in container]


def _said(roots: list[Element]) -> Reference:
    """What the document says of itself in its properties."""
    meta = next((found for root in roots for found in root.iter(n("office:meta"))), None)
    if meta is None:
        return Reference()

    def text(*names: str) -> str:
        return next((found for name in names if (found := meta.findtext(n(name)))), "")

    return describe(text("dc:title"), text("meta:initial-creator", "dc:creator"), text("meta:creation-date"), text("dc:language"))

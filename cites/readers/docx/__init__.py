"""Word documents (.docx): the text as it is printed, with footnotes and endnotes, links, italics and the data of reference managers.

    package.py   parts and how they are related       text.py   paragraphs and runs
    styles.py    styles, numbers of lists             notes.py  notes and their labels

and beside this folder, for other formats too: `manuscript` makes the Document, `word_fields` and `reference_managers` read fields, `counters`
prints numbers, `symbols` has the signs of symbol fonts.

There are no offsets into the file: `pieces` is None.
"""

from __future__ import annotations

from collections.abc import Callable

from cites.model import Document, Reference
from cites.readers.docx.notes import Calls, find_notes, read_numbering
from cites.readers.docx.package import Package, w
from cites.readers.docx.styles import Lists, Styles
from cites.readers.docx.text import Setting, Text
from cites.readers.manuscript import Note, Paragraph, compose, describe, drop_label
from cites.readers.xml_tree import Element

DC, TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; raises ReadError for a container that is damaged, protected or no Word document."""
    package = Package(data, name)
    body = package.root(package.main).find(w("body"))
    styles, lists = Styles(package.part("styles")), Lists(package.part("numbering"))
    found: list[Paragraph] = []
    notes: list[Note] = []
    if body is not None:
        calls = Calls(read_numbering(body, package.part("settings")))
        setting = Setting(styles, lists, calls.call, calls.end_section)
        found = _read(body, setting, package.links(package.main))
        links: dict[str, dict[str, str]] = {}
        for called, element, path in find_notes(package, list(calls.called.values())):
            if path not in links:
                links[path] = package.links(path)
            note = Note(called.label, _read(element, setting, links[path]))
            if called.is_typed:
                drop_label(note.paragraphs, called.label)
            notes.append(note)
    return compose(name, found, notes, _said(package.properties()))


def _read(element: Element, setting: Setting, links: dict[str, str]) -> list[Paragraph]:
    text = Text(setting, links)
    text.read(element)
    return text.paragraphs + ([text.current] if text.current.runs else [])


def _said(properties: Element | None) -> Reference:
    """What the document says of itself in its properties."""
    if properties is None:
        return Reference()
    title, people, language = (properties.findtext(f"{DC}{name}") or "" for name in ("title", "creator", "language"))
    return describe(title, people, properties.findtext(f"{TERMS}created") or "", language)

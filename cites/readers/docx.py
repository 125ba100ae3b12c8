"""Word documents (.docx): the text as it is printed, with footnotes and endnotes, links, italics and the data of reference managers.

    docx_package.py  parts and how they are related       docx_text.py    paragraphs and runs
    docx_styles.py   styles, numbers of lists             docx_fields.py  fields: links, Zotero, EndNote
    docx_notes.py    notes and their labels               docx_symbols.py signs of symbol fonts

There are no offsets into the file: `pieces` is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from cites.grammar.names import split_people
from cites.model import Document, Inferred, Reference
from cites.readers.docx_notes import Called, Calls, find_notes, read_numbering
from cites.readers.docx_package import Package, w
from cites.readers.docx_styles import Lists, Styles
from cites.readers.docx_text import Setting, Text
from cites.readers.manuscript import Note, Paragraph, compose
from cites.readers.xml_tree import Element

DC, TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
CREATED = 0.3  # how sure the day is on which a file was made: a text is printed later, and a template was made earlier


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
            notes.append(Note(called.label, _without_label(_read(element, setting, links[path]), called)))
    return compose(name, found, notes, _said(package.properties()))


def _read(element: Element, setting: Setting, links: dict[str, str]) -> list[Paragraph]:
    text = Text(setting, links)
    text.read(element)
    return text.paragraphs + ([text.current] if text.current.runs else [])


def _without_label(paragraphs: list[Paragraph], called: Called) -> list[Paragraph]:
    """A note without the label that its author typed before it."""
    first = next((paragraph for paragraph in paragraphs if paragraph.text().strip()), None)
    if called.is_typed and first and first.text().lstrip().startswith(called.label):
        left = len(called.label) + len(first.text()) - len(first.text().lstrip())
        for index, run in enumerate(first.runs):
            first.runs[index] = run._replace(text=run.text[left:])
            left = max(0, left - len(run.text))
    return paragraphs


def _said(properties: Element | None) -> Reference:
    """What the properties say of the document; the day on which the file was made stands for a date only where none is printed."""
    if properties is None:
        return Reference()

    def text(path: str) -> str:
        return " ".join((properties.findtext(path) or "").split())

    created = DAY.match(text(f"{TERMS}created"))
    return Reference(
        title=text(f"{DC}title"),
        author=split_people(text(f"{DC}creator").replace(";", ", ")),
        issued=created[0] if created else "",
        language=text(f"{DC}language"),
        inferred=(Inferred("issued", "the day on which the file was made", CREATED),) if created else (),
    )

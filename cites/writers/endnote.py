"""References as EndNote's XML, which EndNote, Zotero, Mendeley, Citavi and Rayyan import.

Source: the document type definition RSXML that ships with EndNote (names and order of elements), and its table of reference types.
"""

from __future__ import annotations

from lxml import etree

from cites.csl import types_of
from cites.library import Library
from cites.model import Link, Name, Reference
from cites.writers.placing import accessed_on, first_day, inverted, place
from cites.writers.words import tell_copy
from cites.writers.xml import Element, add, to_text

ORDER = (  # of a record's elements
    "contributors", "titles", "pages", "volume", "number", "edition", "section", "dates", "pub-location", "publisher", "isbn",
    "accession-num", "electronic-resource-num", "label", "notes", "work-type", "urls", "remote-database-name", "language",
    "access-date",
)  # fmt: skip


def write(library: Library) -> str:
    """All references as one document."""
    root = etree.Element("xml")
    records = add(root, "records")
    for number, reference in enumerate(library.references, start=1):
        _record(add(records, "record"), number, reference, library.links.get(reference.url))
    return to_text(root)


def _record(record: Element, number: int, reference: Reference, link: Link | None) -> None:
    kind = types_of(reference).endnote
    placed = place(reference, kind, "endnote", link)
    add(record, "rec-number", str(number))
    add(record, "ref-type", types_of(reference).number, name=kind)
    made: dict[str, Element] = {name: etree.Element(name) for name in ORDER}
    for home, value in placed.homes.items():
        element, _, part = home.partition("/")
        if isinstance(value, tuple):
            _names(add(made[element], part), value)
        elif home == "urls":
            _addresses(made["urls"], value, link)
        elif part:
            add(made[element], part, value)
        else:
            made[element].text = value
    if issued := first_day(reference.issued):
        add(made["dates"], "year", issued.year)
        day = f"{issued.month_name} {issued.day.lstrip('0')}".strip()
        if issued.words or day:
            add(add(made["dates"], "pub-dates"), "date", issued.words or day)
    if accessed := accessed_on(reference, link):
        made["access-date"].text = "-".join(part for part in accessed[:3] if part)
    made["label"].text = reference.id
    made["notes"].text = "; ".join(placed.notes)
    record.extend(element for element in made.values() if element.text or len(element))


def _names(parent: Element, names: tuple[Name, ...]) -> None:
    """Names as EndNote takes them: a comma at the end keeps a body whole."""
    for name in names:
        add(parent, "author", f"{name.literal}," if name.literal else inverted(name) or "?")


def _addresses(parent: Element, url: str, link: Link | None) -> None:
    """The address, and that of an archived copy."""
    related = add(parent, "related-urls")
    for address in (url, tell_copy(link)[2]):
        if address:
            add(related, "url", address)

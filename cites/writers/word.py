"""References as Word's own list of sources: References ▸ Manage Sources ▸ Browse… takes the file.

Source: Office Open XML (ECMA-376), part 1, 22.6 "Bibliography", and its schema shared-bibliography.xsd.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from lxml import etree

from cites.csl import types_of
from cites.library import Library
from cites.model import Link, Name, Reference
from cites.writers.placing import accessed_on, first_day, place
from cites.writers.xml import Element, add, to_text

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"

NAMES = frozenset({"Author", "Editor", "Interviewee", "Inventor", "Translator"})
BODIES = frozenset({"Author"})  # what alone may be a body; elsewhere it is a person without a first name


def write(library: Library) -> str:
    """The sources as one document."""
    root = etree.Element(f"{{{NAMESPACE}}}Sources", nsmap={"b": NAMESPACE})
    root.set("SelectedStyle", "")
    for reference in library.references:
        _source(add(root, "Source"), reference, library.links.get(reference.url))
    return to_text(root)


def _source(source: Element, reference: Reference, link: Link | None) -> None:
    kind = types_of(reference).word
    placed = place(reference, kind, "word", link)
    add(source, "Tag", reference.id)
    add(source, "SourceType", kind)
    add(source, "Guid", f"{{{str(uuid.uuid5(uuid.NAMESPACE_OID, reference.id)).upper()}}}")  # the same for the same key
    people = {home: value for home, value in placed.homes.items() if home in NAMES and isinstance(value, tuple)}
    if people:
        roles = add(source, "Author")
        for role, names in people.items():
            _people(add(roles, role), names, role in BODIES)
    for home, value in placed.homes.items():
        if isinstance(value, str):
            add(source, home, f"doi:{value}" if home == "StandardNumber" and value == reference.doi.strip() else value)
    for tag, text in _dates(reference, link):
        add(source, tag, text)
    if placed.notes:
        add(source, "Comments", "; ".join(placed.notes))


def _people(role: Element, names: tuple[Name, ...], may_be_body: bool) -> None:
    """Persons as a list; bodies are "Corporate", of which Word has one in place of all persons."""
    if may_be_body and any(name.literal for name in names):
        add(role, "Corporate", "; ".join(map(str, names)))
        return
    people = add(role, "NameList")
    for name in names:
        person = add(people, "Person")
        if name.literal or not name.family:
            add(person, "Last", str(name) or "?")
            continue
        family = f"{name.particle} {name.family}".strip()
        add(person, "Last", f"{family}, {name.suffix}" if name.suffix else family)
        if name.given:
            add(person, "First", name.given)


def _dates(reference: Reference, link: Link | None) -> Iterator[tuple[str, str]]:
    """Year, month and day; of a range the month has it all in words, which is how Word prints it."""
    if issued := first_day(reference.issued):
        yield "Year", issued.year
        if issued.words:
            yield "Month", issued.words.replace(f" {issued.year}", "").strip()
        elif issued.month:
            yield "Month", issued.month_name
            yield from [("Day", issued.day.lstrip("0"))] if issued.day else []
    if accessed := accessed_on(reference, link):
        yield "YearAccessed", accessed.year
        yield from [("MonthAccessed", accessed.month_name)] if accessed.month else []
        yield from [("DayAccessed", accessed.day.lstrip("0"))] if accessed.day else []

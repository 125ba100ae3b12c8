"""Footnotes and endnotes of a Word document, in the order in which the text calls them, with the labels that Word prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from cites.readers.counters import print_number
from cites.readers.docx.package import Package, value, w
from cites.readers.xml_tree import Element

SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}


class Numbering(NamedTuple):
    """How the notes of a section are numbered."""

    format: str
    start: int = 1
    restarts: bool = False


class Called(NamedTuple):
    """A note that the text calls."""

    kind: str  # "footnote" or "endnote"
    id: str
    label: str
    is_typed: bool  # the author typed the label, and types it before the note too


@dataclass(slots=True)
class Calls:
    """Gives each note its label when it is first called; a page that counts anew is counted on, for pages are not known."""

    sections: list[dict[str, Numbering]]
    called: dict[tuple[str, str], Called] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    section: int = 0

    def call(self, kind: str, key: str, typed: str) -> str:
        """The label of a note."""
        known = self.called.get((kind, key))
        if known is None:
            numbering = self.sections[min(self.section, len(self.sections) - 1)][kind]
            if not typed:
                self.counts[kind] = self.counts.get(kind, numbering.start - 1) + 1
            label = typed or print_number(self.counts[kind], numbering.format)
            known = self.called[kind, key] = Called(kind, key, label, bool(typed))
        return known.label

    def end_section(self) -> None:
        """The next section begins."""
        self.section += 1
        numbering = self.sections[min(self.section, len(self.sections) - 1)]
        for kind in USUAL:
            if numbering[kind].restarts:
                self.counts.pop(kind, None)


def read_numbering(body: Element, settings: Element | None) -> list[dict[str, Numbering]]:
    """How each section numbers its notes; the last one at least is there."""
    usual = {kind: _numbering(settings, kind, Numbering(format)) for kind, format in USUAL.items()}
    sections = [{kind: _numbering(section, kind, usual[kind]) for kind in USUAL} for section in body.iter(w("sectPr"))]
    return sections or [usual]


def _numbering(parent: Element | None, kind: str, usual: Numbering) -> Numbering:
    said = parent.find(w(f"{kind}Pr")) if parent is not None else None
    if said is None:
        return usual
    start, restart = value(said.find(w("numStart"))), value(said.find(w("numRestart")))
    return Numbering(
        value(said.find(w("numFmt"))) or usual.format,
        int(start[:5]) if start.isdecimal() else usual.start,
        restart == "eachSect" if restart else usual.restarts,
    )


def find_notes(package: Package, calls: Iterable[Called]) -> Iterable[tuple[Called, Element, str]]:
    """Return each note that is called with its element and the part that it stands in: footnotes, then endnotes."""
    elements: dict[tuple[str, str], tuple[Element, str]] = {}
    for kind in USUAL:
        root = package.part(f"{kind}s")
        for element in root.iterchildren(w(kind)) if root is not None else ():
            if value(element, "type") not in SEPARATORS:
                elements[kind, value(element, "id")] = element, package.path(f"{kind}s")
    by_kind = ([call for call in calls if call.kind == kind] for kind in USUAL)
    return [(call, *elements[call.kind, call.id]) for call in chain(*by_kind) if (call.kind, call.id) in elements]

"""Corrections on the way of a document: what the article is before it is read, what is no citation before works are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cites.corrections.entries import Account, Corrections, Value
from cites.corrections.outlets import name_of
from cites.corrections.printed import Printed, find_places, why_not
from cites.grammar.sources import lookup
from cites.model import Citation, Document, Finding, Reading, Reference, Span, Zone
from cites.outlets import Outlets
from cites.resolve.sources import name_source

SOURCED = frozenset({"author", "container_title", "publisher", "authority", "type", "url"})  # what the source is told by


def set_fields(reference: Reference, values: dict[str, Value]) -> Reference:
    """Return the reference with fields as a person gave them: they are no longer inferred."""
    changes: dict[str, object] = {**values}
    inferred = tuple(item for item in reference.inferred if item.field not in values)
    return replace(reference, inferred=inferred, **changes)  # type: ignore[arg-type]


def correct_work(reference: Reference, values: dict[str, Value], outlets: Outlets) -> Reference:
    """The same for a work that is cited: its source is told anew where a field that tells it was changed."""
    changed = set_fields(reference, values)
    if "source" in values:
        known = outlets.find(changed.source)
        return replace(changed, source=known.name if known else changed.source)
    if not SOURCED & values.keys():
        return changed
    printed = tuple(item for item in changed.inferred if item.field != "source")
    named = name_source(replace(changed, source="", inferred=printed), outlets, {})
    return named if named.source else changed


def correct_document(document: Document, corrections: Corrections) -> tuple[Document, frozenset[int]]:
    """Return the document with what is said of the article itself, and the lines that say it."""
    entries = [entry for entry in corrections.documents if corrections.is_about(entry.file, document.name)]
    values = dict(field for entry in entries for field in entry.fields)
    return replace(document, about=set_fields(document.about, values)) if entries else document, frozenset(entry.line for entry in entries)


class Kept(NamedTuple):
    """What is left of a document's citations and doubts, and what became of each [[skip]] that names it."""

    citations: list[Citation]
    unread: list[Finding]
    account: Account


def skip(
    document: Document, zones: Sequence[Zone], citations: Sequence[Citation], unread: Sequence[Finding], corrections: Corrections
) -> Kept:
    """Take out the citations that are none, and the doubts (`unread`) about notes that are said to have none."""
    entries = [entry for entry in corrections.skips if not entry.file or corrections.is_about(entry.file, document.name)]
    if not entries:
        return Kept(list(citations), list(unread), Account())
    printed = Printed(document)
    labels = {zone.span: zone.label for zone in zones}
    places = [(citation.span, citation.note) for citation in citations]
    places += [(doubt.span, labels.get(doubt.span, "")) for doubt in unread if doubt.span]
    dropped: set[Span] = set()
    fitted, unfit = set(), []
    for entry in entries:
        found = find_places(entry, places, printed)
        dropped.update(found)
        if found:
            fitted.add(entry.line)
        elif entry.file:
            unfit.append(corrections.complain(entry, why_not(entry, {zone.label for zone in zones}, citations, printed)))
    return Kept(
        [citation for citation in citations if citation.span not in dropped],
        [doubt for doubt in unread if doubt.span not in dropped],
        Account(frozenset(fitted), tuple(unfit)),
    )


def cited_outlets(reading: Reading, corrections: Corrections, outlets: Outlets) -> frozenset[int]:
    """The lines of rows whose outlet is a source in this reading, or printed the article."""
    if not corrections.outlets:
        return frozenset()
    sources = {reference.source for reference in reading.references}
    own = lookup(reading.document.about.container_title, outlets)
    sources |= {own.name} if own else set()
    return frozenset(entry.line for entry in corrections.outlets if name_of(entry, outlets) in sources)

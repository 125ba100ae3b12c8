"""From citations to works: short forms and "ibid." to what they mean, missing years, sources by one name, each work once."""

from __future__ import annotations

from dataclasses import replace

from cites.grammar.dates import OPEN
from cites.keys import assign_keys
from cites.knowledge import Outlets
from cites.model import Callout, Citation, Document, Finding, Reading, Reference
from cites.resolve import sources, years
from cites.resolve.works import Pointer, Works


def resolve(document: Document, citations: list[Citation], callouts: tuple[Callout, ...], outlets: Outlets) -> Reading:
    """Return the reading of a document from its citations in the order of the text.

    Each citation but a credit gets the id of a reference; what could not be decided is said in `findings`.
    """
    works = Works(outlets)
    pointers = works.point(citations)
    references = [sources.name_source(reference, outlets, works.short_names) for reference in works.references]
    references = years.infer(document, references, outlets)
    references, same = works.merge_untitled(references)
    kept = sorted(set(same))
    key_of = dict(zip(kept, assign_keys([references[index] for index in kept]), strict=True))
    final = tuple(replace(references[index], id=key_of[index]) for index in kept)
    pointed = tuple(
        _pointed(citation, pointer, "" if pointer.work is None else key_of[same[pointer.work]])
        for citation, pointer in zip(citations, pointers, strict=True)
    )
    return Reading(document, pointed, final, callouts, (*works.findings, *_doubts(pointed, final, outlets)))


def _pointed(citation: Citation, pointer: Pointer, key: str) -> Citation:
    """The citation with what was decided of it; built anew, for `replace` is slow and this runs for each."""
    return Citation(
        citation.span,
        citation.kind,
        pointer.form,
        citation.matched_by,
        citation.parts,
        citation.locator,
        citation.note,
        citation.claim,
        key,
        pointer.confidence,
    )


def _doubts(citations: tuple[Citation, ...], references: tuple[Reference, ...], outlets: Outlets) -> list[Finding]:
    """What a reader should look at: dates whose year cannot be told, names that are nearly those of a known outlet."""
    place = {citation.reference: citation.span for citation in reversed(citations)}
    findings = []
    for reference in references:
        if reference.issued.startswith(OPEN):
            findings.append(
                Finding("year-unknown", f"the year of {_name(reference)} cannot be told from the text", "warning", place.get(reference.id))
            )
        near = sources.near_miss(reference.container_title, outlets) if reference.source == reference.container_title else None
        if near:
            message = f"{reference.container_title!r} is nearly {near.name!r}: the same source?"
            findings.append(Finding("outlet-near-miss", message, "note", place.get(reference.id), fix=near.name))
    return findings


def _name(reference: Reference) -> str:
    return repr(reference.title or reference.container_title or reference.source)

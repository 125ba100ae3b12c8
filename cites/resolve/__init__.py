"""From citations to works: short forms and "ibid." to what they mean, missing years, sources by one name, each work once."""

from __future__ import annotations

from dataclasses import replace

from cites.keys import assign_keys
from cites.knowledge import Outlets
from cites.model import Callout, Citation, Document, Finding, Reading, Reference
from cites.resolve import sources, years
from cites.resolve.works import Works


def resolve(document: Document, citations: list[Citation], callouts: tuple[Callout, ...], outlets: Outlets) -> Reading:
    """Return the reading of a document from its citations in the order of the text.

    Each citation but a credit gets the id of a reference; what could not be decided is said in `findings`.
    """
    works = Works(outlets)
    citations = works.point(citations)
    references = [sources.name_source(reference, outlets, works.short_names) for reference in works.references]
    references, ground = years.infer(document, citations, references, outlets)
    references, same = works.merge_untitled(references)
    citations = [replace(c, reference=str(same[int(c.reference)])) if c.reference else c for c in citations]
    kept = sorted(set(same))
    keys = assign_keys([references[index] for index in kept])
    key_of = {index: key for index, key in zip(kept, keys, strict=True)}
    citations = [replace(c, reference=key_of[int(c.reference)]) if c.reference else c for c in citations]
    final = tuple(replace(references[index], id=key_of[index]) for index in kept)
    findings = (*works.findings, *_doubts(citations, final, outlets), *ground)
    return Reading(document, tuple(citations), final, callouts, findings)


def _doubts(citations: list[Citation], references: tuple[Reference, ...], outlets: Outlets) -> list[Finding]:
    """What a reader should look at: dates whose year cannot be told, names that are nearly those of a known outlet."""
    place = {citation.reference: citation.span for citation in reversed(citations)}
    findings = []
    for reference in references:
        if reference.issued.startswith(years.OPEN):
            findings.append(Finding("year-unknown", f"the year of {_name(reference)} cannot be told from the text", "warning", place.get(reference.id)))
        near = sources.near_miss(reference.container_title, outlets) if reference.source == reference.container_title else None
        if near:
            message = f"{reference.container_title!r} is nearly {near.name!r}: the same source?"
            findings.append(Finding("outlet-near-miss", message, "note", place.get(reference.id), fix=near.name))
    return findings


def _name(reference: Reference) -> str:
    return repr(reference.title or reference.container_title or reference.source)

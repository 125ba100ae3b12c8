"""Single reference strings: one line of a bibliography, or a note, to its works."""

from __future__ import annotations

from dataclasses import replace

from cites.extract import Extractor, to_citation
from cites.forms import Context, Draft, read_entry, read_note
from cites.grammar.names import read_inverted
from cites.model import Document, Reference, Span, Zone
from cites.resolve import sources
from cites.resolve.works import to_reference
from cites.view import View
from cites.zones import LABEL

CERTAIN = 0.9  # confidence of a form that wins over names printed family first
COVERED = 0.6  # share of the string that the works of a note must use up; else it is read as an entry


def parse(text: str, extractor: Extractor) -> tuple[Reference, ...]:
    """Return the works that a reference string names, none where it names none.

    >>> parse("Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.", Extractor())[0].container_title
    'Kyodo News'
    """
    label = LABEL.match(text)
    start = label.end() if label else 0
    if not text[start:].strip():
        return ()
    document = Document("", text)
    zone = Zone("list", Span(start, len(text)))
    context = Context(View(text, zone.span), extractor.outlets, zone.kind)
    citations = [to_citation(draft, context.view, zone, document) for draft in _read(context)]
    references = (to_reference(citation, extractor.outlets) for citation in citations)
    return tuple(sources.name_source(replace(reference, id=f"r{index}"), extractor.outlets, {}) for index, reference in enumerate(references, 1))


def _read(context: Context) -> list[Draft]:
    """A string that the forms of notes use up is one; family names first make an entry of a bibliography."""
    drafts = [draft for draft in read_note(context) if draft.form == "full" or draft.items]
    inverted = read_inverted(context.folded, context.text, 0, len(context.folded)) is not None
    certain = [draft for draft in drafts if draft.confidence >= CERTAIN and draft.matched_by not in ("book", "entry")] if inverted else drafts
    if sum(draft.end - draft.start for draft in certain) >= COVERED * len(context.folded):
        return certain
    return read_entry(context)

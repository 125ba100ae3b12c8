"""The pipeline: a Document in, a Reading out.

zones → forms → citations → works, years, sources
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from cites.across import points_to_list, read_across, to_index
from cites.across.addresses_below import take_addresses
from cites.across.company import believe
from cites.across.headlines import take_headlines
from cites.across.inline import Inline
from cites.across.named_cases import take_name
from cites.across.narrated import take_papers
from cites.corrections.apply import cited_outlets, correct_document, skip
from cites.corrections.entries import NOTHING, Account, Corrections
from cites.corrections.outlets import extend
from cites.corrections.works import correct_reading
from cites.embedded import read_embedded
from cites.forms import Context, Draft, Known, read_again, read_inline, read_listed, read_note
from cites.forms.contexts import to_citation, to_context
from cites.forms.press.numeric_days import days_in
from cites.grammar.titles import words_of
from cites.keys import DEFAULT
from cites.marks import Marked
from cites.model import Citation, Document, Finding, Name, Reading, Span, Zone
from cites.outlets import Outlets, load_outlets
from cites.resolve import resolve
from cites.resolve.doubts import CITES, doubt_ibids, list_unread
from cites.zones import find_zones
from cites.zones.entries import without_remark

MAX_PIECE = 8000  # code points; the longest notes of law reviews have about 5,000


def extract(document: Document, corrections: Corrections = NOTHING) -> Reading:
    """Return the citations of a document, the works that they point to, and what a reader should look at.

    >>> reading = extract(read("article.txt"))
    """
    return Extractor(corrections=corrections)(document)


@dataclass(frozen=True)
class Extractor:
    """Reads documents, one after the other; it can be sent to another process.

    `own_outlets` may be given in place of those that come with cites, and `corrections` that a person made.
    """

    own_outlets: Outlets | None = None
    corrections: Corrections = NOTHING

    @cached_property
    def outlets(self) -> Outlets:
        """The outlets that are known here, as corrected."""
        return extend(self.own_outlets or load_outlets(), self.corrections)

    def __getstate__(self) -> dict[str, object]:
        return {"own_outlets": self.own_outlets, "corrections": self.corrections}

    def __call__(self, document: Document) -> Reading:
        """Return the reading of a document; a correction of it that fits nothing is a finding."""
        reading, account = self.corrected(document)
        findings = tuple(Finding("correction-unfit", message, "warning") for message in account.unfit)
        return replace(reading, findings=(*reading.findings, *findings)) if findings else reading

    def corrected(self, document: Document) -> tuple[Reading, Account]:
        """Return the reading of a document, and what became of the corrections in it."""
        document, about = correct_document(document, self.corrections)
        all_zones, callouts = find_zones(document)
        embedded, zones = read_embedded(document, all_zones)
        marked = Marked(document)
        listed, met = self._listed(marked, zones)
        index = to_index(marked, listed, noted := self._noted(marked, zones, met))
        citations = [
            *listed,
            *noted,
            *(citation for citation in self._inline(marked, zones, listed) if not points_to_list(citation, index)),
            *(credit(zone) for zone in zones if zone.kind == "credit"),
            *embedded,
        ]
        citations += take_headlines(marked, read_across(marked, zones, index, self.outlets, citations))
        citations = take_addresses(marked, sorted(citations, key=lambda citation: citation.span))
        unread = list(list_unread(document, zones, citations))
        citations, unread, skipped = skip(document, zones, citations, unread, self.corrections)
        citations = list(doubt_ibids(citations, unread))
        reading = resolve(document, citations, callouts, self.outlets, self.corrections.key_pattern or DEFAULT)
        reading = replace(reading, findings=(*document.findings, *reading.findings, *unread))
        reading, works = correct_reading(reading, self.corrections, self.outlets)
        outlets = cited_outlets(reading, self.corrections, self.outlets)
        return reading, Account(about | skipped.fitted | works.fitted | outlets, (*skipped.unfit, *works.unfit))

    def _noted(self, marked: Marked, zones: tuple[Zone, ...], known: Known) -> list[Citation]:
        """Read the notes; then once more, by what all of them told, those in which nothing was read."""
        read: list[tuple[Zone, Context, list[Draft]]] = []
        for zone in _in_pieces(marked.document, zones, "note"):
            context = to_context(marked, zone, self.outlets, known)
            drafts = read_note(context)
            read.append((zone, context, drafts))
            if not drafts and CITES.search(context.folded):
                known.authors = ()  # whom "idem" means behind it is not known
        meant = [bool(drafts) and drafts[0].form == "ibid" for *_, drafts in read[1:]]
        return [
            take_name(marked, zone, to_citation(draft, context.view, zone, marked))
            for (zone, context, drafts), is_meant in zip(read, [*meant, False], strict=False)
            for draft in drafts or read_again(context, is_meant and CITES.search(context.folded) is not None)
        ]

    def _listed(self, marked: Marked, zones: tuple[Zone, ...]) -> tuple[list[Citation], Known]:
        """Return the entries of lists, and what they teach the notes, which may call their works by short forms alone."""
        citations, met = [], Known()
        before: tuple[Name, ...] = ()
        for zone in _in_pieces(marked.document, zones, "list"):
            entry = without_remark(marked.document.text, zone)
            context = to_context(marked, entry, self.outlets, Known())
            drafts = read_listed(context, before)
            met.learn(drafts)
            met.unsigned.update(words_of(draft.get("title")) for draft in drafts if not met.written_by)
            for draft in drafts:
                citations.append(to_citation(draft, context.view, entry, marked))
                before = draft.names("author") or draft.names("editor") or before
        return citations, replace(met, authors=(), written_by=(), issued="", title="", container="", before=None)

    def _inline(self, marked: Marked, zones: tuple[Zone, ...], listed: list[Citation]) -> list[Citation]:
        """Read the parentheses; unknown names with dates count only in the company of convincing citations."""
        read: list[Inline] = []
        bodies = (part.value for entry in listed for part in entry.parts if part.field == "author" and isinstance(part.value, Name))
        called = (part for name in bodies for part in (name.literal, *name.literal.rstrip(")").split(" (")))  # Safety Office (ANSO)
        short = (str(part.value) for entry in listed for part in entry.parts if part.field == "short_name")
        known = Known(listed=frozenset(filter(None, (*called, *short))), days=days_in(marked.document.text, self.outlets))
        done = 0
        for zone in zones:
            if zone.kind != "inline" or zone.span.start < done:
                continue
            context = to_context(marked, zone, self.outlets, known)
            drafts = read_inline(context)
            read.append(Inline(zone, context, drafts))
            if drafts:
                done = zone.span.end
        parentheses = sum(zone.kind == "inline" for zone in zones)
        believed = believe(marked.document, read, parentheses, listed=bool(listed))
        read_in = [to_citation(draft, inline.context.view, inline.zone, marked) for inline, draft in believed]
        return take_papers(marked.document.text, take_headlines(marked, read_in), self.outlets)




def _in_pieces(document: Document, zones: tuple[Zone, ...], kind: str) -> Iterator[Zone]:
    """Yield the zones of a kind; what is far longer than any note is cut between words, so that the time stays linear."""
    for zone in zones:
        if zone.kind != kind:
            continue
        start, end = zone.span
        while end - start > MAX_PIECE:
            window = start + MAX_PIECE // 2, start + MAX_PIECE
            cut = next((at + 1 for mark in (". ", "; ", " ") if (at := document.text.rfind(mark, *window)) > 0), window[1])
            yield replace(zone, span=Span(start, cut))
            start = cut
        yield zone if start == zone.span.start else replace(zone, span=Span(start, end))


def credit(zone: Zone) -> Citation:
    """Return the credit of a picture as a citation that names no work: "Photo: AFP"."""
    return Citation(span=zone.span, kind="credit", form="full", matched_by="credit")

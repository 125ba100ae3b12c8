"""Corrections on the way of a document: what the article is before it is read, what is no citation before works are told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from cites.corrections.entries import Account, Corrections, SkipEntry, Value
from cites.corrections.outlets import name_of
from cites.grammar.sources import lookup
from cites.knowledge import Outlets
from cites.model import Citation, Document, Finding, Reading, Reference, Span, Zone
from cites.readers.origin import in_file
from cites.resolve.sources import name_source
from cites.view import fold

SOURCED = frozenset({"author", "container_title", "publisher", "authority", "type", "url"})  # what the source is told by
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))  # one for one, so that offsets stay true
GAP = r"[ \u00ad]+"
MAX_QUOTE = 80  # characters


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
        found = _find(entry, places, printed)
        dropped.update(found)
        if found:
            fitted.add(entry.line)
        elif entry.file:
            unfit.append(corrections.complain(entry, _why_not(entry, zones, citations, printed)))
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


class Printed:
    """A document's text, to find in it what a person copied: white space, dashes and the shape of quotation marks do not count."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def text(self) -> str:
        return fold(self.document.text).translate(QUOTES)

    @cached_property
    def file(self) -> str:
        return fold(self.document.source_text).translate(QUOTES)

    def holding(self, words: str) -> Callable[[Span], bool]:
        """Whether a stretch of the text stands within these words, as they are seen or as they stand in the file."""
        seen = list(find_words(self.text, words))
        stored = list(find_words(self.file, words)) if self.document.source_text else []

        def holds(span: Span) -> bool:
            there = in_file(self.document, span) if stored else None
            return _within(seen, span) or (there is not None and _within(stored, there))

        return holds


def find_words(text: str, words: str) -> Iterator[Span]:
    """Yield where words stand in a folded text."""
    pattern = GAP.join(map(re.escape, fold(words).translate(QUOTES).split()))
    return (Span(*match.span()) for match in re.finditer(pattern, text))


def _within(places: Sequence[Span], span: Span) -> bool:
    """True where one of the places, which do not overlap, holds all of a span."""
    before = bisect_right(places, span.start, key=lambda place: place.start)
    return before > 0 and span.end <= places[before - 1].end


def _find(entry: SkipEntry, places: Sequence[tuple[Span, str]], printed: Printed) -> list[Span]:
    """Which places, each with the label of its note, an entry means."""
    holds = printed.holding(entry.text) if entry.text else None
    in_note = (span for span, note in places if not entry.note or note == entry.note)
    return [span for span in in_note if holds is None or holds(span)]


def _why_not(entry: SkipEntry, zones: Sequence[Zone], citations: Sequence[Citation], printed: Printed) -> str:
    """Why an entry fits nothing: "there is no such note"."""
    if entry.note and not any(zone.label == entry.note for zone in zones):
        return "there is no such note"
    if not entry.text:
        return "nothing is read as a citation there"
    places = list(find_words(printed.text, entry.text))
    if not places:
        return "nothing is read as a citation there" if any(find_words(printed.file, entry.text)) else "these words are not in it"
    touched = (c for c in citations if any(place.start < c.span.end and c.span.start < place.end for place in places))
    part = next((citation for citation in touched if not entry.note or citation.note == entry.note), None)
    if part:
        words = " ".join(printed.document.text[part.span.start : part.span.end].split())
        return f"they are only a part of the citation “{words if len(words) <= MAX_QUOTE else words[: MAX_QUOTE - 1] + '…'}”"
    return "nothing is read as a citation there"

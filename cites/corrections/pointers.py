"""Citations that lead to another work than they were read to: an "Ibid." behind a note that cites two, a short form that fits several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from cites.corrections.entries import CitationEntry, Corrections
from cites.corrections.printed import Printed, find_places, why_not
from cites.library import Library
from cites.model import Citation, Reading, Reference, Span

EntryAt = tuple[str, int]  # the file of corrections, and the line on which an entry stands


class Led(NamedTuple):
    """What a person says of one citation: it is of the work with this key."""

    reading: int  # which of the library's readings
    span: Span
    key: str


class Found(NamedTuple):
    """What each [[citation]] leads to a work, and words for each whose place is not in the document that it names."""

    led: dict[EntryAt, list[Led]]
    unfit: tuple[str, ...] = ()


def find_led(readings: Sequence[Reading], corrections: Sequence[Corrections], library: Library, done: AbstractSet[EntryAt]) -> Found:
    """Return what the entries that are not yet done lead to works of the library."""
    keys = {work.id for work in library.references}
    found: dict[EntryAt, list[Led]] = defaultdict(list)
    unfit = []
    taken: dict[tuple[int, Span], CitationEntry] = {}
    for number, (reading, own) in enumerate(zip(readings, corrections, strict=True)):
        entries = [entry for entry in own.citations if not entry.file or own.is_about(entry.file, reading.document.name)]
        places = [(citation.span, citation.note) for citation in reading.citations]
        printed = Printed(reading.document)
        for entry in entries:
            spans = find_places(entry, places, printed)
            rival = next((first for span in spans if (first := taken.setdefault((number, span), entry)).key != entry.key), None)
            problem = f"line {rival.line} leads it to another work" if rival else _problem(entry, spans, reading, printed)
            if problem:
                unfit.append(own.complain(entry, problem))
            elif entry.key in keys and (own.name, entry.line) not in done:
                found[own.name, entry.line] += [Led(number, span, entry.key) for span in spans]
    return Found({place: led for place, led in found.items() if led}, tuple(unfit))


def _problem(entry: CitationEntry, spans: Sequence[Span], reading: Reading, printed: Printed) -> str:
    """Why an entry that names this document does not fit it, "" where it does."""
    if entry.file and not spans:
        notes = {citation.note for citation in reading.citations} | {callout.note for callout in reading.callouts}
        return why_not(entry, notes, reading.citations, printed)
    return f"{len(spans)} citations are read there, say which by its {'note' if entry.text else 'text'}" if len(spans) > 1 else ""


def follow(readings: Sequence[Reading], library: Library, led: Iterable[Led]) -> list[Reading]:
    """Return the readings with these citations as a person leads them.

    `library` has the readings as they are, with its keys, and the works as they should be.
    """
    keys: dict[int, dict[Span, str]] = defaultdict(dict)
    for each in led:
        keys[each.reading][each.span] = each.key
    works = {work.id: work for work in library.references}
    pairs = enumerate(zip(readings, library.readings, strict=True))
    return [_led(reading, shown, keys[number], works) if number in keys else reading for number, (reading, shown) in pairs]


def _led(reading: Reading, shown: Reading, keys: Mapping[Span, str], works: Mapping[str, Reference]) -> Reading:
    """A reading, in which works have its own ids; `shown` is the same with the keys of the library."""
    own = {new.reference: old.reference for old, new in zip(reading.citations, shown.citations, strict=True)}
    added = {key: works[key].revised(id=f"={key}") for key in keys.values() if key not in own}  # from another document
    target = {span: added[key].id if key in added else own[key] for span, key in keys.items()}
    citations = _pointed(reading.citations, target)
    cited = {citation.reference for citation in citations}
    left = {citation.reference for citation in reading.citations} - cited
    return replace(
        reading,
        citations=citations,
        references=(*(work for work in reading.references if work.id not in left), *added.values()),
        findings=tuple(finding for finding in reading.findings if finding.span not in keys),
    )


def _pointed(citations: Sequence[Citation], target: Mapping[Span, str]) -> tuple[Citation, ...]:
    """The citations, each "ibid." behind one that is led elsewhere with it."""
    pointed, before = [], ("", "")  # where the citation before led, and leads now
    for citation in citations:
        was = citation.reference
        goes_on = citation.form == "ibid" and was == before[0] and before[0] != before[1]
        now = target.get(citation.span) or (before[1] if goes_on else was)
        before = (was, now)
        sure = 1.0 if citation.span in target or goes_on else citation.confidence
        pointed.append(replace(citation, reference=now, confidence=sure))
    return tuple(pointed)

"""Citations that a document has as data: the fields of Zotero, Mendeley and EndNote, and keys of a bibliography beside the text.

What is printed there is made from the data, in a style that may leave most of it out, so the data is what is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.claims import find_claim
from cites.csl import GIVEN, known_fields, read_item
from cites.forms.short.ibid import HEAD as IBID
from cites.grammar.separators import skip
from cites.marks import Layer
from cites.model import Citation, Document, Mark, Part, Reference, Span, Zone

BRACKETS = {"(": ")", "[": "]", "（": "）"}
MAY_CITE = regex.compile(r"\d|\bibid", regex.IGNORECASE)
SHORTEST = 12  # code points; between two fields there are words such as "; see also "
FULL = 0.8  # of the length that a work's first citation has: a shorter one is a short form


class Embedded(NamedTuple):
    """The citations that are given as data, and the zones without the stretches that they take."""

    citations: list[Citation]
    zones: tuple[Zone, ...]


def read_embedded(document: Document, zones: tuple[Zone, ...]) -> Embedded:
    """Return what the "csl" marks of a document cite."""
    marks = [mark for mark in document.marks if mark.kind == "csl"]
    if not (document.given or document.bibliographies):  # "@DefenceHQ, Twitter, 24 February 2022" is no key where there is no bibliography
        marks = [mark for mark in marks if '"item"' in mark.value]
    if not marks:
        return Embedded([], zones)
    noted = Layer(Mark("note", zone.span, str(index)) for index, zone in enumerate(zones) if zone.kind == "note")
    first: dict[str, int] = {}  # how long the first citation of each work is printed
    given = {work.id: work for work in document.given}
    citations: list[Citation] = []
    for mark in marks:
        around = noted.touching(mark.span)
        zone = zones[int(around[0].value)] if around else Zone("inline", mark.span)
        citations += _read(document, mark, zone, given, first)
    taken = Layer(marks)
    return Embedded(citations, tuple(piece for zone in zones for piece in _outside(document.text, zone, taken)))


def _read(document: Document, mark: Mark, zone: Zone, given: Mapping[str, Reference], first: dict[str, int]) -> Iterator[Citation]:
    cited = list(_cited(mark.value, given))
    at = zone.callout.start if zone.callout else mark.span.start
    claim = find_claim(document.text, at) if zone.kind == "inline" or zone.callout else None
    for (work, locator), span in zip(cited, _spans(document.text, mark.span, len(cited)), strict=True):
        printed = document.text[slice(*span)]
        length = first.setdefault(work.id or str(work), len(printed))
        form = "ibid" if IBID.match(printed) else "full" if len(printed) >= length * FULL else "short"
        parts = tuple(_parts(work, document.text, span))
        yield Citation(span, zone.kind, form, GIVEN, parts, locator, zone.label, claim)


def _cited(value: str, given: Mapping[str, Reference]) -> Iterator[tuple[Reference, str]]:
    """The works that a mark cites, each with its locator; a key that no bibliography has is none."""
    for record in json.loads(value):
        item = record.get("item")
        work = read_item(item).revised(id=str(item.get("id") or "")) if isinstance(item, Mapping) else given.get(str(record.get("key")))
        if work is not None:
            yield work, str(record.get("locator") or "")


def _spans(text: str, span: Span, number: int) -> list[Span]:
    """Where each of the works is printed: between semicolons where there are as many; else each has all of it."""
    start, end = span
    if end - start > 2 and BRACKETS.get(text[start]) == text[end - 1]:
        start, end = start + 1, end - 1
    cuts = [start - 1, *(at for at in range(start, end) if text[at] == ";"), end]
    if len(cuts) != number + 1:
        return [Span(start, end)] * number
    return [Span(before + 1, after).trimmed(text) for before, after in pairwise(cuts)]


def _parts(work: Reference, text: str, span: Span) -> Iterator[Part]:
    """The fields of a work, each with its place where it is printed as it is given."""
    for field, value in known_fields(work):
        words = value if isinstance(value, str) else value.family or value.literal
        at = text.find(words, *span) if field != "type" and words else -1
        yield Part(field, value, Span(at, at + len(words)) if at >= 0 else None)


def _outside(text: str, zone: Zone, taken: Layer) -> Iterator[Zone]:
    """What of a zone no field takes, where that may cite something: typed after the field, as people do."""
    marks = taken.touching(zone.span) if zone.kind in ("note", "inline") else ()
    if not marks:
        yield zone
        return
    edges = [zone.span.start, *(edge for mark in marks for edge in mark.span), zone.span.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        start = skip(text, start, end, " ;,.)]\n\t")
        if end - start >= SHORTEST and MAY_CITE.search(text, start, end):
            yield replace(zone, span=Span(start, end).trimmed(text))

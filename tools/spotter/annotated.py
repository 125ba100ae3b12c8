"""The parentheses and the notes of an annotated document, each with the labels of its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from labels import label

from cites.model import Document, Span, Zone
from cites.readers import read
from cites.readers.origin import in_file
from cites.spotter.features import WORD, Setting
from cites.spotter.spot import NONE, setting_of
from cites.view import View, fold
from cites.zones import find_zones

KINDS = ("inline", "note")


class Labelled(NamedTuple):
    """A zone as the spotter learns from it."""

    folded: str
    spans: list[tuple[int, int]]  # of its words
    labels: list[str]
    setting: Setting


class Cited(NamedTuple):
    """A citation of the gold: where it stands, in the file where that has offsets, else in the text; and what it means."""

    start: int
    end: int
    form: str
    locator: str
    work: dict[str, Any]


def read_set(folder: Path) -> Iterator[Labelled]:
    """Yield the zones of all documents of a gold set."""
    for path in sorted(folder.glob("*.json")):
        annotations = json.loads(path.read_text("utf-8"))
        yield from read_zones(read(folder / "docs" / annotations["file"]), annotations)


def read_zones(document: Document, annotations: dict[str, Any]) -> Iterator[Labelled]:
    """Yield the zones of a document; none of one in which a citation of the gold is not found, for it would be taken for none."""
    citations = _place(document, annotations)
    if citations is None:
        return
    for zone in find_zones(document)[0]:
        if zone.kind in KINDS:
            yield from to_labelled(document, zone, citations)


def to_labelled(document: Document, zone: Zone, citations: Sequence[Cited]) -> Iterator[Labelled]:
    """Yield a zone with the labels of its words, if it has any."""
    view = View(document.text, zone.span)
    spans = [match.span() for match in WORD.finditer(view.folded)]
    there = [_where(document, view.span(*span)) for span in spans]
    if spans:
        yield Labelled(view.folded, spans, _labels(view.folded, spans, there, citations), setting_of(document.text, zone))


def _place(document: Document, annotations: dict[str, Any]) -> list[Cited] | None:
    """Return the citations of parentheses and notes; None where one is not found."""
    works = {work["id"]: work for work in annotations["references"]}
    folded, taken, found = fold(document.text), set(), []
    for citation in annotations["citations"]:
        if citation["kind"] not in KINDS:
            continue
        start, end = citation["start"], citation["end"]
        if start is None:  # the format has no offsets: the next place that is printed so
            printed = r"\s+".join(map(re.escape, fold(citation["text"]).split()))
            match = next((match for match in re.finditer(printed, folded) if match.start() not in taken), None)
            if match is None:
                return None
            start, end = match.span()
            taken.add(start)
        work = works.get(citation["refs"][0], {}) if citation["refs"] else {}
        found.append(Cited(start, end, citation["form"], str(citation.get("locator", "")), work))
    return found


def _where(document: Document, span: Span) -> int:
    """Return the middle of a word, in the file where that has offsets."""
    start, end = in_file(document, span) or span
    return (start + end) // 2


def _labels(folded: str, spans: Sequence[tuple[int, int]], there: Sequence[int], citations: Sequence[Cited]) -> list[str]:
    labels = [NONE] * len(spans)
    for cited in citations:
        inside = [at for at, middle in enumerate(there) if cited.start <= middle < cited.end]
        if inside:
            first, last = inside[0], inside[-1] + 1
            words = [folded[slice(*span)] for span in spans[first:last]]
            labels[first:last] = label(words, cited.form, cited.work, cited.locator)
    return labels

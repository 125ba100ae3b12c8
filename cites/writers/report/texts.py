"""The texts as the page shows them: paragraphs and notes, with each citation marked where it is printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cites.marks import Layer
from cites.model import Document, Mark, Reading, Span
from cites.stats import LOW_CONFIDENCE, Use
from cites.writers.report.anchors import Anchors
from cites.writers.report.quotes import remarks
from cites.zones.callouts import Marks, Note
from cites.zones.headings import find_headings
from cites.zones.notes import find_notes

BLANK = re.compile(r"\n[ \t\r\xa0]*\n\s*")
LOOSE = re.compile(r"[ \t\xa0]+")
LABEL = re.compile(r"(?:^|\n)(?P<whole>[ \t]*(?:\[\^?)?(?P<label>[^\s\[\]:]+?)\]?[.:)]?\s*)$")
LONGEST_LABEL = 40  # code points of what is looked at before a note


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph. `kind` is "" for plain text, else "italic", "citation", "callout", "label" (of a note) or "anchor".

    An anchor shows nothing: it is where a citation stands that overlaps with another.
    """

    text: str
    kind: str = ""
    anchor: str = ""
    href: str = ""  # of a citation its work, of a callout its note, of a label the callout
    hint: str = ""  # what is cited, in a few words
    is_low: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `kind` is "" or "heading" or "note"."""

    kind: str
    anchor: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Stop:
    """A stretch that is more than plain text, before it is cut out."""

    span: Span
    run: Run


def list_paragraphs(reading: Reading, uses: Sequence[Use], anchors: Anchors, index: int) -> Iterator[Paragraph]:
    """The text of a document from its beginning to its end; `uses` are its citations, `index` its place among the texts."""
    document = reading.document
    notes = [_with_label(document.text, note) for note in find_notes(document, Marks(document), find_headings(document.text))]
    slug = anchors.slug(index)
    pairs = _pair(reading, notes)
    stops = [_Stop(use.citation.span, _citation(document, use, anchors)) for use in uses]
    stops += _callouts(reading, pairs, slug)
    stops += _labels(document, notes, pairs, slug)
    stops += (_Stop(mark.span, _text(document, mark.span, "italic")) for mark in document.marks if mark.kind == "italic")
    stops = list(_apart(stops, len(document.text)))
    starts = {note.whole.start: f"n{slug}.{number}" for number, note in enumerate(notes, start=1)}
    headings = Layer(mark for mark in document.marks if mark.kind in ("heading", "title"))
    for span in _paragraphs(document, notes, headings.marks, [stop.span for stop in stops if stop.run.kind != "anchor"]):
        anchor = starts.get(span.start, "")
        is_title = document.text[slice(*span)].strip() == document.about.title
        kind = "note" if anchor else "heading" if is_title or headings.touching(span) else ""
        yield Paragraph(kind, anchor, tuple(_runs(document, span, stops)))


def _with_label(text: str, note: Note) -> Note:
    """The note with the label that the text has before it, where only the markup says what it is of: "[^1]: TASS", "1\\n\\nTASS"."""
    printed = LABEL.search(text, max(note.whole.start - LONGEST_LABEL, 0), note.whole.start)
    is_its = printed and printed["label"].strip("[]") == note.label.strip("[]")
    return note._replace(whole=Span(printed.start("whole"), note.whole.end)) if printed and is_its else note


def _pair(reading: Reading, notes: Sequence[Note]) -> dict[int, int]:
    """Which note (its number from 1) each callout calls, by the callout's index.

    Labels that begin anew with each chapter are paired in their order, if there are as many callouts as notes.
    """
    by_label: dict[str, list[int]] = {}
    for number, note in enumerate(notes, start=1):
        by_label.setdefault(note.label, []).append(number)
    turns: Counter[str] = Counter()
    calls = Counter(callout.note for callout in reading.callouts)
    pairs = {}
    for index, callout in enumerate(reading.callouts):
        if numbers := by_label.get(callout.note):
            pairs[index] = numbers[turns[callout.note]] if calls[callout.note] == len(numbers) else numbers[0]
            turns[callout.note] += 1
    return pairs


def _citation(document: Document, use: Use, anchors: Anchors) -> Run:
    work, at = use.reference, anchors.mention(use)
    label = anchors.labels[work.id] if work else "no work found"
    hint = "; ".join((label, *(remark for remark in remarks(use) if not remark.startswith("note "))))
    href = anchors.works.get(work.id, "") if work else ""
    return Run(_printed(document, use.citation.span), "citation", at.anchor, href, hint, use.citation.confidence < LOW_CONFIDENCE)


def _callouts(reading: Reading, pairs: dict[int, int], slug: str) -> Iterator[_Stop]:
    called: set[int] = set()
    for index, callout in enumerate(reading.callouts):
        if note := pairs.get(index):
            anchor = "" if note in called else f"k{slug}.{note}"
            called.add(note)
            text = _printed(reading.document, callout.span).strip("[]()^ ") or callout.note  # "[^1]", "(3)"
            yield _Stop(callout.span, Run(text, "callout", anchor, f"n{slug}.{note}", f"note {callout.note}"))


def _labels(document: Document, notes: Sequence[Note], pairs: dict[int, int], slug: str) -> Iterator[_Stop]:
    """What each note begins with: its label, which leads back to the callout, if there is one."""
    called = set(pairs.values())
    for number, note in enumerate(notes, start=1):
        span = Span(note.whole.start, max(note.span.start, note.whole.start))
        text = _printed(document, span).strip("[^]: \n") or note.label
        yield _Stop(span, Run(text, "label", "", f"k{slug}.{number}" if number in called else "", "back to the text"))


def _text(document: Document, span: Span, kind: str = "") -> Run:
    return Run(_printed(document, span), kind)


def _printed(document: Document, span: Span) -> str:
    """A stretch as it is read, with runs of spaces made single; line breaks stay, for the page keeps them."""
    return LOOSE.sub(" ", document.text[span.start : span.end])


def _apart(stops: Iterable[_Stop], end: int) -> Iterator[_Stop]:
    """The stretches in their order, none beyond `end`; of two that overlap the first in the list is kept, and of the other its anchor."""
    taken: list[Span] = []
    kept = []
    for stop in stops:
        at = bisect_right(taken, stop.span)
        before, after = taken[at - 1] if at else None, taken[at] if at < len(taken) else None
        if stop.span.end > end or (before and before.end > stop.span.start) or (after and after.start < stop.span.end):
            if stop.run.anchor:
                place = min(end, max(stop.span.start, before.end if before else 0))
                kept.append(_Stop(Span(place, place), Run("", "anchor", stop.run.anchor)))
            continue
        taken.insert(at, stop.span)
        kept.append(stop)
    yield from sorted(kept, key=lambda stop: stop.span)


def _paragraphs(document: Document, notes: Sequence[Note], headings: Sequence[Mark], whole: Sequence[Span]) -> Iterator[Span]:
    """The spans of the paragraphs: parted by blank lines, and where a note or a heading begins or ends; no citation is cut."""
    text = document.text
    edges = {0, len(text)}
    edges.update(match.end() for match in BLANK.finditer(text))
    edges -= {note.span.start for note in notes}
    edges.update(edge for span in (*(note.whole for note in notes), *(mark.span for mark in headings)) for edge in span)
    starts = [span.start for span in whole]
    start = 0
    for edge in sorted(edges)[1:]:
        inside = bisect_right(starts, edge - 1) - 1
        if inside >= 0 and whole[inside].start < edge < whole[inside].end:
            continue
        if text[start:edge].strip():
            yield Span(start, edge)
        start = edge


def _runs(document: Document, span: Span, stops: Sequence[_Stop]) -> Iterator[Run]:
    at, end = span.trimmed(document.text)
    first = bisect_right(stops, Span(span.start, -1), key=lambda stop: stop.span)
    for stop in stops[first:]:
        if stop.span.start >= span.end and stop.span.start < len(document.text):
            break
        if stop.span.start > at:
            yield _text(document, Span(at, stop.span.start))
        yield stop.run
        at = max(at, stop.span.end)
    if at < end:
        yield _text(document, Span(at, end))

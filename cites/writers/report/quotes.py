"""The sentences that rest on a source: what a citation supports, without the marks that call notes, and what is cited for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cites.marks import without
from cites.model import Document, Reading, Span
from cites.stats import LOW_CONFIDENCE, Use
from cites.writers.report.anchors import Anchors, Mention, clip

MAX_QUOTE = 600  # code points; a sentence of a hundred words, so that longer ones are paragraphs taken for sentences
MAX_AROUND = 240  # code points on either side of the words that want a look
STOP = re.compile(r"[.!?…][”’\"')\]]*(?=\s+[^\sa-z\d]|\s*\Z)|(?=\n[^\S\n]*\n)")  # where a sentence ends, not "Feb. 8"; or a paragraph
FORMS = {"ibid": "ibid.", "short": "short form"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a sentence; `marked` where it is a citation."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Pointer:
    """One citation under its sentence: where it stands, which work it points to, and what there is to say of it."""

    at: Mention
    label: str  # the work in a few words
    href: str
    remarks: tuple[str, ...]  # "note 12", "ibid.", "page 4", "date inferred"
    is_low: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, and what it rests on; no stretches where the sentence is not known."""

    stretches: tuple[Stretch, ...]
    pointers: tuple[Pointer, ...]


def list_quotes(reading: Reading, uses: Sequence[Use], anchors: Anchors) -> Iterator[Quote]:
    """The sentences of a text that rest on these citations, in its order; neighbours that support one sentence stand together."""
    callouts = sorted(callout.span for callout in reading.callouts)
    for claim, group in groupby(uses, key=lambda use: use.citation.claim):
        together = list(group)
        spans = [use.citation.span for use in together]
        stretches = tuple(_stretches(reading.document, claim, spans, callouts)) if claim else ()
        yield Quote(stretches, tuple(_pointer(use, anchors) for use in together))


def _pointer(use: Use, anchors: Anchors) -> Pointer:
    work = use.reference
    return Pointer(
        at=anchors.mention(use),
        label=anchors.labels[work.id] if work else "",
        href=anchors.works.get(work.id, "") if work else "",
        remarks=tuple(remarks(use)),
        is_low=use.citation.confidence < LOW_CONFIDENCE,
    )


def remarks(use: Use) -> Iterator[str]:
    """What there is to say of a citation: "note 12", "ibid.", "page 4", "date inferred"."""
    citation = use.citation
    if citation.note:
        yield f"note {citation.note}"
    if citation.kind == "list":
        yield "in the list of works"
    if citation.form != "full":
        yield FORMS.get(citation.form, citation.form)
    if citation.locator:
        yield f"page {citation.locator}" if citation.locator[0].isdigit() else citation.locator
    if use.reference and use.reference.ground("issued"):
        yield "date inferred"


def _stretches(document: Document, claim: Span, spans: Sequence[Span], callouts: Sequence[Span]) -> Iterator[Stretch]:
    """The sentence with its citations marked; where it is too long, what stands around them."""
    inside = sorted(span for span in spans if claim.start <= span.start and span.end <= claim.end)
    start, end = claim
    if end - start > MAX_QUOTE:
        start = max(start, (inside[0].start if inside else end) - MAX_QUOTE)
        end = min(end, (inside[-1].end if inside else end) + MAX_QUOTE)
    if start > claim.start:
        yield Stretch("… ")
    for span in inside:
        if span.start < start:  # two citations that overlap: the first is marked
            continue
        yield Stretch(_on_one_line(document.text, Span(start, span.start), callouts))
        yield Stretch(clip(document.text[slice(*span)], MAX_QUOTE), marked=True)
        start = span.end
    yield Stretch(_on_one_line(document.text, Span(start, end), callouts) + (" …" if end < claim.end else ""))


def around(reading: Reading, span: Span, claim: Span | None) -> Iterator[Stretch]:
    """The sentence around some words, which are marked, or before them, `claim`; without one, what stands in their line: in a note."""
    text, callouts = reading.document.text, sorted(callout.span for callout in reading.callouts)
    if claim is None:
        end = text.find("\n", span.end)
        claim = Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)
    elif claim.end < span.end:  # in parentheses behind it
        stop = STOP.search(text, span.end)
        claim = Span(min(claim.start, span.start), stop.end() if stop else len(text))
    before, after = (_on_one_line(text, Span(*ends), callouts).strip() for ends in ((claim.start, span.start), (span.end, claim.end)))
    if len(before) > MAX_AROUND:
        before = f"… {before[-MAX_AROUND:].partition(' ')[2]}"
    gaps = [" " if gap.isspace() else "" for gap in (text[span.start - 1 : span.start], text[span.end : span.end + 1])]
    yield Stretch(before + (gaps[0] if before else ""))
    yield Stretch(clip(text[slice(*span)], MAX_QUOTE), marked=True)
    yield Stretch((gaps[1] if after else "") + clip(after, MAX_AROUND))


def _on_one_line(text: str, span: Span, callouts: Sequence[Span]) -> str:
    """A stretch of a text without line breaks and the marks that call notes."""
    return re.sub(r"\s+", " ", without(text, span, callouts))

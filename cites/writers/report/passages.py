"""The texts as the report quotes them: each sentence with the citations that support it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from cites.model import Document, Reference, Span
from cites.stats import LOW_CONFIDENCE, Use
from cites.writers import plain

MAX_QUOTE = 600  # code points; a sentence of a hundred words, so that longer ones are paragraphs taken for sentences
MAX_LABEL = 100  # code points; half a line


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to a citation: `Mention("2.14", "c2.14")`."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a sentence; `marked` where it is a citation."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Pointer:
    """One citation under its sentence: what is printed (unless the sentence shows it) and which work it points to."""

    at: Mention
    printed: str  # "" where it is marked in the sentence
    label: str  # the work in a few words, "" where none was found
    href: str
    remarks: tuple[str, ...]  # "note 12", "ibid.", "page 4", "date inferred"
    is_low: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, and what it rests on; no stretches where the sentence is not known."""

    stretches: tuple[Stretch, ...]
    pointers: tuple[Pointer, ...]


def mention(use: Use, documents: int) -> Mention:
    """The number of a citation and its address in the page; with one document its number is left out."""
    number = f"{use.document + 1}.{use.number}"
    return Mention(number if documents > 1 else str(use.number), f"c{number}")


def list_passages(document: Document, uses: Iterable[Use], works: Mapping[str, str], documents: int) -> Iterator[Passage]:
    """The sentences of a text that have citations, in order; neighbours that support one sentence stand together.

    `works` has the address of each work in the page, by its id.
    """
    for claim, group in groupby(uses, key=lambda use: use.citation.claim):
        together = list(group)
        if claim is None:
            yield from (Passage((), (_pointer(document, use, None, works, documents),)) for use in together)
        else:
            pointers = tuple(_pointer(document, use, claim, works, documents) for use in together)
            yield Passage(tuple(_stretches(document.text, claim, [use.citation.span for use in together])), pointers)


def _pointer(document: Document, use: Use, claim: Span | None, works: Mapping[str, str], documents: int) -> Pointer:
    citation, work = use.citation, use.reference
    shown = claim is not None and _inside(citation.span, claim)
    return Pointer(
        at=mention(use, documents),
        printed="" if shown else clip(document.text[slice(*citation.span)], MAX_QUOTE),
        label=label(work) if work else "",
        href=works.get(work.id, "") if work else "",
        remarks=tuple(_remarks(use)),
        is_low=citation.confidence < LOW_CONFIDENCE,
    )


def label(work: Reference) -> str:
    return clip(plain.format_label(work), MAX_LABEL)


def _remarks(use: Use) -> Iterator[str]:
    citation = use.citation
    if citation.note:
        yield f"note {citation.note}"
    if citation.kind == "list":
        yield "in the list of works"
    if citation.form != "full":
        yield {"ibid": "ibid.", "short": "short form"}.get(citation.form, citation.form)
    if citation.locator:
        yield f"page {citation.locator}" if citation.locator[0].isdigit() else citation.locator
    if use.reference and use.reference.ground("issued"):
        yield "date inferred"


def _inside(span: Span, claim: Span) -> bool:
    return claim.start <= span.start and span.end <= claim.end


def _stretches(text: str, claim: Span, spans: Sequence[Span]) -> Iterator[Stretch]:
    """The sentence with its citations marked; where it is too long, what stands around them."""
    inside = sorted(span for span in spans if _inside(span, claim))
    start, end = claim
    if end - start > MAX_QUOTE:
        start = max(start, (inside[0].start if inside else start) - MAX_QUOTE)
        end = min(end, (inside[-1].end if inside else start) + MAX_QUOTE)
    if start > claim.start:
        yield Stretch("… ")
    for span in inside:
        if span.start < start:  # two citations that overlap: the first is marked
            continue
        yield Stretch(squeeze(text[start : span.start]))
        yield Stretch(clip(text[slice(*span)], MAX_QUOTE), marked=True)
        start = span.end
    yield Stretch(squeeze(text[start:end]) + (" …" if end < claim.end else ""))


def squeeze(text: str) -> str:
    """The text on one line: line breaks and runs of spaces are one space."""
    return re.sub(r"\s+", " ", text)


def clip(text: str, most: int) -> str:
    """The text on one line and no longer than `most` code points, with "…" where its end is left out."""
    line = squeeze(text[: most + 1]).strip()
    return line if len(text) <= most else f"{line[: most - 1].rstrip()}…"

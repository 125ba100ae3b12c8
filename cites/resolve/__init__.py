"""From citations to works: short forms and "ibid." to what they mean, missing years, sources by one name, each work once."""

from __future__ import annotations

from itertools import pairwise

from cites.forms.signals import skip_signals
from cites.keys import DEFAULT, assign_keys
from cites.model import Callout, Citation, Document, Reading
from cites.outlets import Outlets
from cites.resolve import sources, years
from cites.resolve.doubts import list_doubts
from cites.resolve.explanatory import find_asides
from cites.resolve.order import put_in_order
from cites.resolve.sources import explain
from cites.resolve.sureness import settle
from cites.resolve.works import Pointer, Works


def resolve(
    document: Document, citations: list[Citation], callouts: tuple[Callout, ...], outlets: Outlets, key_pattern: str = DEFAULT
) -> Reading:
    """Return the reading of a document from its citations in the order of the text.

    Each citation but a credit gets the id of a reference; what could not be decided is said in `findings`.
    """
    citations, unordered = put_in_order(document, citations)
    works = Works(outlets)
    joined = _joined(document, citations)
    pointers = works.point(citations, joined, find_asides(document.text, citations))
    names = {**explain(document.text, works.references, outlets), **works.short_names}
    if own := years.find_periodical(document.about, outlets):
        names.setdefault(document.about.container_title, own.name)  # (see Monitor, April 16)
    references = [sources.name_source(reference, outlets, names) for reference in works.references]
    backwards = zip(reversed(citations), reversed(pointers), strict=True)
    places = {pointer.work: citation for citation, pointer in backwards if pointer.work is not None}
    references = years.infer(document, references, outlets, _beside(joined, pointers, citations), places)
    references, same = works.merge_untitled(references)
    pointers = [pointer if pointer.work is None else pointer._replace(work=same[pointer.work]) for pointer in pointers]
    kept = sorted(set(same))
    key_of = dict(zip(kept, assign_keys([references[index] for index in kept], key_pattern), strict=True))
    final = tuple(references[index].revised(id=key_of[index]) for index in kept)
    settled = settle(citations, pointers, references, outlets)
    pointed = [
        _pointed(citation, pointer.form, "" if pointer.work is None else key_of[pointer.work], sure)
        for citation, pointer, sure in zip(citations, pointers, settled, strict=True)
    ]
    return Reading(document, tuple(pointed), final, callouts, (*works.findings, *unordered, *list_doubts(pointed, final, outlets)))


def _joined(document: Document, citations: list[Citation]) -> frozenset[int]:
    """Return which citations stand right behind another one, by their index: "(Le Monde, 4 avril 2018; cf. AFP, 5 avril)"."""
    gaps = ((before.span.end, behind.span.start) for before, behind in pairwise(citations))
    text = document.text
    return frozenset(
        index
        for index, (end, start) in enumerate(gaps, start=1)
        if 0 < start - end <= len("; and see, for example, ")
        and (text[end:start].strip() in (";", ",", "and") or (text[end] == ";" and skip_signals(text, end + 1, start + 1) == start))
    )


def _beside(joined: frozenset[int], pointers: list[Pointer], citations: list[Citation]) -> dict[int, int]:
    """Return for each work that is first cited right behind another one, or as its next day ("Ibid., June 25"), which that is."""
    beside: dict[int, int] = {}
    seen: set[int | None] = set()
    for behind, (left, right) in enumerate(pairwise(pointers), start=1):
        seen.add(left.work)
        is_beside = behind in joined or citations[behind].matched_by == "same_file"
        if is_beside and left.work is not None and right.work is not None and right.work not in seen:
            beside[right.work] = left.work
    return beside


def _pointed(citation: Citation, form: str, key: str, confidence: float) -> Citation:
    """The citation with what was decided of it; built anew, for `replace` is slow and this runs for each."""
    return Citation(
        citation.span,
        citation.kind,
        form,
        citation.matched_by,
        citation.parts,
        citation.locator,
        citation.note,
        citation.claim,
        key,
        confidence,
    )

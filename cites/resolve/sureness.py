"""How sure a citation can be: no surer than the year that was told for its work, or than the citation that it leans on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cites.edtf import OPEN, has_day
from cites.grammar.sources import lookup
from cites.model import Citation, Reference
from cites.outlets import Outlets
from cites.resolve.works import Pointer

# Measured on eighteen gold sets as the rules read them before they had seen those articles: of 1,802 citations from 0.9 on 0.867 were right
# in every field. A year told from the dates of other citations was right in 184 of 212 cases, an "ibid." led to the right work in 136 of
# 194, an author with words of a title in 84 of 96. A source and its day were right of stations in 48 of 78 cases (a page, or a
# programme?), of unknown names in 91 of 113, of papers, wires and news sites in 629 of 679 (these three in fifteen of the sets). What
# ministries, companies and bodies of citizens say stands on their pages. With these limits 0.955 of 1,034 were right.
# In all sets: a station with its day 105 of 121; by the Bluebook, journals and law 160 of 161, a report, a book, a paper, a page 87 of 112.
TELLING = frozenset("wire newspaper magazine news-site journal blog monitor official company ngo".split())
ELSE, NOWHERE = 0.85, 0.6
ENDLESS = frozenset(("report", "book", "article-newspaper", "article-magazine", "webpage"))
LEANING = frozenset(("ibid", "supra", "author_year", "recalled"))  # forms that name little of the work that they mean


def settle(
    citations: Sequence[Citation], pointers: Sequence[Pointer], references: Sequence[Reference], outlets: Outlets
) -> Iterator[float]:
    """Yield the confidence of each citation, in their order; pointers: what each leads to, as indices of `references`."""
    own = [
        pointer.confidence if pointer.work is None else min(pointer.confidence, most(references[pointer.work], citation, outlets))
        for citation, pointer in zip(citations, pointers, strict=True)
    ]
    first: dict[int, float] = {}  # of each work that is cited in full, how sure that citation is
    for pointer, sure in zip(pointers, own, strict=True):
        if pointer.work is not None and pointer.form == "full":
            first.setdefault(pointer.work, sure)
    latest: dict[int, float] = {}  # how sure the last citation of it is
    for citation, pointer, sure in zip(citations, pointers, own, strict=True):
        if pointer.work is None:
            yield sure if pointer.form == "full" or citation.kind == "credit" else min(sure, NOWHERE)
            continue
        if pointer.form != "full" and citation.matched_by in LEANING:
            sure = min(sure, (latest if citation.form == "ibid" else first).get(pointer.work, ELSE))
        latest[pointer.work] = sure
        yield sure


def most(reference: Reference, citation: Citation, outlets: Outlets) -> float:
    """Return the confidence that a citation of a work cannot exceed.

    >>> from cites.outlets import load_outlets
    >>> from cites.model import Span
    >>> said = Citation(Span(0, 20), "inline", "full", "source_date")
    >>> most(Reference(container_title="Interfax", issued="2012-01-26"), said, load_outlets())
    1.0
    >>> most(Reference(container_title="Harbour Mirror", issued="2012-01-26"), said, load_outlets())
    0.85
    """
    if citation.form != "full":
        return 1.0
    told = min((guess.confidence for guess in reference.inferred if guess.field == "issued"), default=1.0)
    if citation.matched_by == "bluebook" and reference.type in ENDLESS:
        return min(told, ELSE)
    return min(told, 1.0 if citation.matched_by != "source_date" or reference.title else _of_source(reference, outlets))


def _of_source(reference: Reference, outlets: Outlets) -> float:
    """How sure a source and its day are."""
    if reference.issued.startswith(OPEN) or not has_day(reference.issued) or reference.type == "broadcast":
        return ELSE  # a reader could tell the year; "Freedom House 2022" is a report that has a title
    outlet = lookup(reference.container_title, outlets)
    is_post = outlet is not None and outlet.kind == "social" and bool(reference.author)  # "TikTok, 11 February" misses whose
    return 1.0 if is_post or (outlet and outlet.kind in TELLING) else ELSE

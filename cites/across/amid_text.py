"""Citations that stand in running text as they would in a note: "Harbour Institute, “The Price of a Pier,” 6 March 2012, had most of this".

What the sentence itself says of a work is no citation ("he published “The Pier” in Astra on 6 March 2012"): all of it has to be set as in a
note, and to have what a note would have.
"""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.across.whole import Whole
from cites.claims import find_sentence
from cites.edtf import is_year
from cites.forms import Draft, Known, read_note
from cites.forms.contexts import to_citation, to_context
from cites.model import Citation, Span, Zone

SIGN = regex.compile(
    regex.shapes(
        (
            "Anna Berg, ⟨“The Price of a Pier”, Harbour Review, May 29, 2012⟩",
            r"[“\"][^“”\"\n()]{6,160}(?:[,?!][”\"],?|[”\"],)\s[\p{Lu}\d*\[][^()\n;“”\"]{3,70}?(?<!\d)(?:19|20)\d\d(?!\d)",
        ),
        (
            "The Cleanest Quay ⟨(Oslo, Norway: Cappelen, 2010)⟩",
            r"\(\p{Lu}[^():;\n]{2,40}:\s\p{Lu}[^():;\n]{2,60},\s(?:1[5-9]|20)\d\d\)",
        ),
    )
)
SURE = 0.8
BEFORE, BEHIND = 250, 200  # code points of a sentence that are read on either side
SENTENCE = ". "  # in quotation marks: what somebody said, and no title


def read_amid_text(whole: Whole) -> Iterator[Citation]:
    """Yield the citations of running text that have all that a note would have."""
    done = 0
    for match in SIGN.finditer(whole.text):
        sign = Span(*match.span())
        if sign.start < done or not _is_running(whole, sign):
            continue
        zone = Zone("inline", _around(whole.text, sign, done))
        context = to_context(whole.marked, zone, whole.outlets, Known())
        for draft in read_note(context):
            span = context.view.span(draft.start, draft.end)
            if _is_whole(draft) and span.start < sign.end and sign.start < span.end:
                done = span.end
                yield to_citation(draft, context.view, zone, whole.marked)


def _around(text: str, sign: Span, done: int) -> Span:
    """Return the sentence around a sign, behind what was read before; of a very long one, the words near it."""
    start, end = find_sentence(text, *sign)
    if sign.start - start > BEFORE:
        start = text.find(" ", sign.start - BEFORE, sign.start) + 1 or sign.start
    return Span(max(start, done), min(end, sign.end + BEHIND))


def _is_running(whole: Whole, sign: Span) -> bool:
    """True outside of notes, lists and parentheses, where no citation stands yet; a parenthesis that is part of it holds its imprint."""
    return whole.is_running(sign) and all(sign.start < zone.span.start for zone in whole.zones_at(sign))


def _is_whole(draft: Draft) -> bool:
    """True for a title in quotation marks with its day and who wrote or printed it, and for a book with author and imprint."""
    title, issued = draft.get("title"), draft.get("issued")
    if draft.form != "full" or draft.confidence < SURE or not (title and issued) or SENTENCE in title:
        return False
    if draft.matched_by == "titled" and not is_year(issued):
        return bool(draft.get("container_title") or draft.get("author"))
    return bool(draft.get("author") and draft.get("publisher"))

"""Citations that are the words of a link in running text: "see [“Who insures?”, *Barrel & Ban*, 11 May](https://…)".

No parenthesis tells them from the sentence, so all the words of the link must be one sure citation: "[Reuters, 6 December](…)".
"""

from __future__ import annotations

from collections.abc import Iterator

from cites.edtf import has_month
from cites.forms import Draft, Known, read_inline
from cites.forms.contexts import to_citation, to_context
from cites.knowledge import Outlets
from cites.marks import Layer, Marked
from cites.model import Citation, Mark, Zone

SHORTEST, LONGEST = 12, 240  # code points of the words of a link
SURE = 0.9  # confidence


def read_linked_words(marked: Marked, zones: tuple[Zone, ...], outlets: Outlets, taken: list[Citation]) -> Iterator[Citation]:
    """Yield the citations that are all the words of a link outside of the zones."""
    text = marked.document.text
    if not marked.links.marks:
        return
    closed = Layer(Mark("closed", span) for span in [*(zone.span for zone in zones), *(citation.span for citation in taken)])
    for link in marked.links.marks:
        words = text[link.span.start : link.span.end]
        if not SHORTEST <= len(words) <= LONGEST or "," not in words or not any(map(str.isdigit, words)) or closed.touching(link.span):
            continue
        zone = Zone("inline", link.span)
        context = to_context(marked, zone, outlets, Known())
        drafts = read_inline(context)
        if len(drafts) == 1 and _is_sure(drafts[0], len(context.folded.rstrip(" ."))):
            yield to_citation(drafts[0], context.view, zone, marked)


def _is_sure(draft: Draft, end: int) -> bool:
    is_whole = draft.start == 0 and draft.end >= end
    paper, author = draft.get("container_title"), draft.get("author")
    is_named = draft.confidence >= SURE and bool(paper or author)
    is_dated = has_month(draft.get("issued")) or bool(paper and author and draft.get("issued"))  # Anna Berg, The Guardian, 2016
    return is_whole and is_named and draft.form == "full" and is_dated

"""Citations that are the words of a link in running text: "see [“Who insures?”, *Barrel & Ban*, 11 May](https://…)".

No parenthesis tells them from the sentence, so all the words of the link must be one sure citation: "[Reuters, 6 December](…)".
"""

from __future__ import annotations

from collections.abc import Iterator

from cites.across.whole import Whole
from cites.edtf import has_month
from cites.forms import Draft, Known, read_inline
from cites.forms.contexts import to_citation, to_context
from cites.model import Citation, Zone

SHORTEST, LONGEST = 12, 240  # code points of the words of a link
SURE = 0.85  # confidence


def read_linked_words(whole: Whole) -> Iterator[Citation]:
    """Yield the citations that are all the words of a link outside of the zones."""
    for link in whole.marked.links.marks:
        words = whole.text[slice(*link.span)]
        if not SHORTEST <= len(words) <= LONGEST or not ("," in words or "(" in words) or not any(map(str.isdigit, words)):
            continue
        if any(zone.span.start <= link.span.start for zone in whole.zones_at(link.span)) or not whole.is_free(link.span):
            continue
        zone = Zone("inline", link.span)
        context = to_context(whole.marked, zone, whole.outlets, Known())
        drafts = read_inline(context)
        if len(drafts) == 1 and _is_sure(drafts[0], len(context.folded.rstrip(" ."))):
            yield to_citation(drafts[0], context.view, zone, whole.marked)


def _is_sure(draft: Draft, end: int) -> bool:
    is_whole = draft.start == 0 and draft.end >= end
    paper, author = draft.get("container_title"), draft.get("author")
    is_named = draft.confidence >= SURE and bool(paper or author)
    is_dated = has_month(draft.get("issued")) or bool(paper and author and draft.get("issued"))  # Anna Berg, The Guardian, 2016
    return is_whole and is_named and draft.form == "full" and is_dated

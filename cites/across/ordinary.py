"""Sources whose name is a word that anybody uses: "(Time, 5 May 2010)" may be the magazine, "(Dawn, 5 May 2010)" a paper or an hour.

Beside an hour or a place with its day, "by train (Noon, 6 May 2010)", it is one too; and alone in a text it is doubtful.
"""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.common_words import is_ordinary
from cites.forms import Context, Draft
from cites.forms.press.source_names import WEAK
from cites.grammar.dates import find_last_date
from cites.grammar.publisher_places import is_place
from cites.model import Document, Span

NAMED = frozenset({"container_title", "issued"})
WORD = regex.compile(r"\p{Lu}\p{Ll}+")
LONGEST = 40  # code points of a parenthesis with a place or an hour, and its day
MAX_ROW = 8  # parentheses that are looked back at
NEAR = 200  # code points between two that stand in a row
DOUBTFUL = 0.6  # how sure the only source of a text is, where that is called by a word


def is_word(context: Context, draft: Draft) -> bool:
    """True for a source that is called by an ordinary word, and has nothing beside its day."""
    name = draft.get("container_title")
    if draft.matched_by != "source_date" or draft.locator or not {item.field for item in draft.items} <= NAMED:  # "(Dawn, n.d.)" has no day
        return False
    if not _is_ordinary(name):
        return False
    at = draft.items[0].start
    is_set_apart = any(start <= at < stop for start, stop in context.italics) or any(start <= at < stop for start, stop, _ in context.links)
    return not is_set_apart and (draft.confidence <= WEAK or context.outlet(name) is not None)


def is_setting(context: Context) -> bool:
    """True for a parenthesis with a place or an hour, and a day: "(Berlin, 4 May 2010)", "(Noon, 6 May)"."""
    folded = context.folded
    name, comma, printed = folded.partition(", ") if len(folded) <= LONGEST else ("", "", "")
    if not comma or not (is_place(name) or _is_ordinary(name)):
        return False
    date = find_last_date(folded, len(name), len(folded))
    return date is not None and date.has_day and date.start == len(folded) - len(printed)


class Spot(NamedTuple):
    """A parenthesis with a word or a place, and its day; `draft` is the id of what was read in it, 0 where that is nothing."""

    span: Span
    draft: int = 0
    is_known: bool = False  # it has the name of a source


def in_rows(document: Document, spots: list[Spot]) -> set[int]:
    """Return which drafts stand beside another word or place that is no source: "Dawn" beside "Noon", but not "Dawn" beside "Time"."""
    spots = sorted(spots)
    found = set()
    for at, spot in enumerate(spots):
        for other in reversed(spots[max(0, at - MAX_ROW) : at]):
            if other.span.end + NEAR < spot.span.start or "\n" in document.text[other.span.end : spot.span.start]:
                break
            if not (spot.is_known and other.is_known):
                found |= {spot.draft, other.draft}
    return found


def _is_ordinary(name: str) -> bool:
    return WORD.fullmatch(name) is not None and is_ordinary(name.casefold())

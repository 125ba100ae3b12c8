"""A title that is a link, with its outlet behind it: "[Lenses & mirrors](https://asml.com/lenses), ASML, 2024"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context
from cites.grammar.dates import find_last_date
from cites.grammar.sources import evidence
from cites.grammar.titles import PUNCTUATION, Quoted, opens_quote

BEHIND = regex.compile(r",\s(?=[\p{Lu}\d])|\.\s(?=\p{Lu})")  # ", Asia Times, September 2021"
ADDRESS = regex.compile(r"https?://|www\.")
FEWEST = 3  # words of a title; "[New York Times](https://…)" and less may be who published it
KNOWN = 0.9  # how far the words of the link would have to be a source
TOLD = frozenset({"issued", "text", "in", "publisher", "accessed"})  # what makes words that are a link a work


def read_linked_title(context: Context, at: int, end: int) -> Quoted | None:
    """Return the title that begins at `at` and is a link; None for the link of a source, of a whole citation, or of words of a sentence."""
    stop = next((stop for start, stop, _ in context.links if start == at < stop < end), None)
    if stop is None or not BEHIND.match(context.folded, stop, end) or opens_quote(context.folded, at):
        return None
    name = context.text[at:stop]
    if ADDRESS.match(name) or name.count(" ") + 1 < FEWEST or evidence(name, context.outlets) >= KNOWN:
        return None
    date = find_last_date(context.folded, at, stop)
    if date and date.end == stop and date.has_day and date.has_year:
        return None  # "[Reuters, “Turkey halts a search,” 23 November 2020](https://…), a report"
    if not any(item.field in TOLD for item in context.tail(stop, end).items):
        return None
    return Quoted(at, at + len(context.folded[at:stop].rstrip(PUNCTUATION)), stop)

"""A title that is a link, its outlet behind it, "[Lenses](https://asml.com/lenses), ASML, 2024", or in it: "[ASML — Lenses](…)"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.links.linked import is_of_site
from cites.grammar.dates import read_date
from cites.grammar.genres import RELEASES
from cites.grammar.lexicon import compile_words
from cites.grammar.sources import evidence
from cites.grammar.titles import PUNCTUATION, Quoted, opens_quote

BEHIND = regex.compile(r"(?:,|\s-)\s(?=[\p{Lu}\d]|accessed\s)|\.\s(?=\p{Lu})|\s?,\s?(?=[\p{Lo}《『])")  # ", Asia Times, September 2022"
CASELESS = regex.compile(r"\p{Lo}{2}")  # words, as long as letters tell them, of what may have no spaces
CAPITAL = regex.compile(r"(?<![\p{L}\d])[\p{Lu}\d]")
MAX_SIGNAL = 12  # code points: "See also "
MANY = 4  # words, which are more than "Read more" and "Link to article"
ADDRESS = regex.compile(r"https?://|www\.")
WITH_AUTHOR = regex.compile(r"\p{Lu}[^“”\"«»]+,\s[“\"„«][^“”\"«»]+[”\"»]")  # [Anna Berg, “Lost in a Footnote”](https://…)
RELEASE = compile_words(rf"\s{RELEASES}$")  # [Naftohaz press release](https://…), January 2
NAME = r"(?P<container_title>[\p{Lu}\d][^,;“”\"|–—()]{1,50}?)"
DAY = r"(?:\s\((?P<day>[\p{L}\d .,/-]{0,20}(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\))?\.?"
WITH_SOURCE = (  # Reuters — Oil Falls (May 2014) · Oil Falls | Reuters
    regex.compile(rf"{NAME}(?:\s[-–—|]\s|:\s)(?P<title>\S[^\n]{{7,250}}?){DAY}"),
    regex.compile(rf"(?P<title>\S[^\n]{{7,250}})\s[-–—|]\s{NAME}{DAY}"),
)
FEWEST = 3  # words of a title; "[New York Times](https://…)" and less may be who published it
KNOWN = 0.9  # how far the words of the link would have to be a source
TOLD = frozenset({"issued", "text", "in", "publisher", "accessed"})  # what makes words that are a link a work


def read_linked_title(context: Context, at: int, end: int) -> Quoted | None:
    """Return the title that begins at `at` and is a link; None for the link of a source, of a whole citation, or of words of a sentence."""
    stop = next((stop for start, stop, _ in context.links if start == at < stop < end), None)
    if stop is None:
        return None
    if not BEHIND.match(context.folded, stop, end) or opens_quote(context.folded, at) or WITH_AUTHOR.fullmatch(context.folded, at, stop):
        return None
    name = context.text[at:stop]
    words = max(name.count(" ") + 1, len(CASELESS.findall(name)))
    if ADDRESS.match(name) or words < 2 or evidence(name, context.outlets) >= KNOWN or RELEASE.search(name):
        return None
    told = {item.field for item in context.tail(stop, end).items}
    if not told & TOLD or (words < FEWEST and "accessed" not in told):
        return None
    return Quoted(at, at + len(context.folded[at:stop].rstrip(PUNCTUATION)), stop)


def with_source(context: Context, at: int, stop: int, address: str) -> list[Item]:
    """Return the source, the title and the day that the words of a link are: "[Reuters — Oil Falls (May 2014)](https://…)"; else []."""
    for shape in WITH_SOURCE:
        match = shape.fullmatch(context.folded, at, stop)
        if match and (context.outlet(match["container_title"]) or is_of_site(match["container_title"], address)):
            date = read_date(context.folded, *match.span("day")) if match["day"] else None
            items = [Item.cut(field, context.text, match.span(field)) for field in ("container_title", "title")]
            return [*items, *([Item.dated(date)] if date else []), Item("url", address, at, stop)]
    return []


def read(context: Context, at: int, end: int) -> list[Draft]:
    """Read a note that is nothing but the link of a page: "[Growing Up in the Ruins](https://example.org/growing-up)"."""
    if context.kind != "note" or at > MAX_SIGNAL:
        return []
    stop, address = next(((stop, address) for start, stop, address in context.links if start == at), (at, ""))
    if stop == at or context.folded[stop:end].strip(" .") or not ADDRESS.match(address):
        return []
    if parted := with_source(context, at, stop, address):
        return [Draft("full", "linked", at, stop, parted, confidence=0.7)]
    name = context.text[at:stop]
    is_source = evidence(name, context.outlets) >= KNOWN
    if ADDRESS.match(name) or not (is_source or name.count(" ") + 1 >= MANY or len(CAPITAL.findall(name)) > 1):
        return []
    field = "container_title" if is_source else "title"
    title = Item(field, name.rstrip(PUNCTUATION), at, at + len(name.rstrip(PUNCTUATION)))
    return [Draft("full", "linked", at, stop, [title, Item("url", address, at, stop)], confidence=0.7)]


FORM = Form("linked", read)

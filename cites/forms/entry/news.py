"""News in a list, whose title is a link or stands in quotation marks beside its paper: "[The Port Closes](https://…) – BBC News, 4 May",
"Reuters: [Oil Falls](https://…) (May 5, 2014)", "[Reuters — Oil Falls](https://…)", "The New York Times – “Oil Rises” (6 May 2014)".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
from cites.forms.links.linked_title import with_source
from cites.grammar.dates import read_date
from cites.grammar.titles import quoted_at
from cites.grammar.urls import read_url

BETWEEN = regex.compile(r"\)?[.,]?[”\"’]?(?:,\s|:\s|\s?[—–|]\s|\s-\s|\.\s|\s\()")
PAPER = regex.compile(r"\p{Lu}[^,;:()|“”\"–—]{1,60}?(?=,\s|:\s|\s?[—–|]\s|\s-\s|\s?[()]|\.?$)")
BEFORE_ADDRESS = regex.compile(r"[:,.]?\s(?=https?:|www\.)")
BEFORE_DAY = regex.compile(r",\s(?=\d|\p{Lu})")
KNOWN_FIELDS = frozenset({"issued", "accessed", "url", "doi", "page"})
CONFIDENCE = 0.9


def read_news(context: Context) -> list[Draft]:
    """Return the work of an entry that names a title and its known paper, or these the other way round, and at most a day."""
    end = len(context.folded.rstrip(" ."))
    linked = next((with_source(context, 0, stop, address) for start, stop, address in context.links if start == 0 and stop >= end), [])
    if linked:
        return [Draft("full", "titled", 0, end, linked, confidence=CONFIDENCE)]
    first = _title(context, 0)
    if first and first[1] < end:
        between = BETWEEN.match(context.folded, first[1])
        paper = _paper(context, between.end()) if between else None
        return _draft(context, first[0], paper, paper[1]) if paper else []
    paper = _paper(context, 0)
    return _paper_first(context, paper, end) if paper else []


def _paper_first(context: Context, paper: tuple[int, int], end: int) -> list[Draft]:
    """Read a paper, its day, and a title or nothing but the address: "Reuters, Oct. 6, 2026: https://www.reuters.com/a"."""
    lead = BEFORE_DAY.match(context.folded, paper[1])
    date = read_date(context.folded, lead.end(), end) if lead else None
    dated = [Item.dated(date)] if date and date.has_day else []
    at = date.end if date and dated else paper[1]
    between = BETWEEN.match(context.folded, at)
    title = _title(context, between.end()) if between and not between[0].endswith("(") else None
    drafts = _draft(context, title[0], paper, title[1]) if title else []
    if drafts and not (dated and drafts[0].get("issued")):
        drafts[0].items += dated
        return drafts
    before = BEFORE_ADDRESS.match(context.folded, at) if dated else None
    address = read_url(context.text, before.end(), end) if before else None
    fields = [Item.cut("container_title", context.text, paper), *dated]
    return [Draft("full", "source_date", 0, end, [*fields, address], confidence=CONFIDENCE)] if address and address.end >= end else []


def _title(context: Context, at: int) -> tuple[Item, int] | None:
    """Return the title that is a link or stands in quotation marks at `at`, and where it ends."""
    for start, stop, _ in context.links:
        if at <= start <= at + 1 and " " in context.text[start:stop] and context.outlet(context.text[start:stop]) is None:
            return Item("title", context.text[start:stop].strip(' .,“”"'), start, stop), stop
    quoted = quoted_at(context.folded, at, len(context.folded))
    return (Item.cut("title", context.text, (quoted.start, quoted.end)), quoted.stop) if quoted else None


def _paper(context: Context, at: int) -> tuple[int, int] | None:
    """Return where the name of a known paper stands that begins at `at`."""
    name = PAPER.match(context.folded, at)
    outlet = context.periodical(context.text[slice(*name.span())]) if name else None
    return name.span() if name and outlet and outlet.kind != "journal" else None


def _draft(context: Context, title: Item, paper: tuple[int, int], at: int) -> list[Draft]:
    end = len(context.folded.rstrip(" ."))
    tail = context.tail(at, end, listed=True) if at < end else None
    items = list(tail.items) if tail else []
    if tail and (tail.end < end - 1 or any(item.field not in KNOWN_FIELDS for item in items)):
        return []
    fields = [title, Item.cut("container_title", context.text, paper), *items]
    return [Draft("full", "titled", 0, end, fields, confidence=CONFIDENCE)]

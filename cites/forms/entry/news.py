"""News in a list, whose title is a link or stands in quotation marks beside its paper: "[The Port Closes](https://…) – BBC News, 4 May",
"Reuters: [Oil Falls](https://…) (May 5, 2014)", "The New York Times – “Oil Rises” (6 May 2014)".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
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
    first = _title(context, 0)
    if first and first[1] < end:
        between = BETWEEN.match(context.folded, first[1])
        paper = _paper(context, between.end()) if between else None
        return _draft(context, first[0], paper, paper[1]) if paper else []
    paper = _paper(context, 0)
    return (_paper_first(context, paper, end) or _untitled(context, paper, end)) if paper else []


def _untitled(context: Context, paper: tuple[int, int], end: int) -> list[Draft]:
    """Read a paper, its day and the address, with no title: "Reuters, Oct. 6, 2026: https://www.reuters.com/a"."""
    lead = BEFORE_DAY.match(context.folded, paper[1])
    date = read_date(context.folded, lead.end(), end) if lead else None
    between = BEFORE_ADDRESS.match(context.folded, date.end) if date and date.has_day else None
    address = read_url(context.text, between.end(), end) if between else None
    if date is None or address is None or address.end < end:
        return []
    fields = [Item.cut("container_title", context.text, paper), Item.dated(date)]
    return [Draft("full", "source_date", 0, end, [*fields, address], confidence=CONFIDENCE)]


def _paper_first(context: Context, paper: tuple[int, int], end: int) -> list[Draft]:
    lead = BEFORE_DAY.match(context.folded, paper[1])
    date = read_date(context.folded, lead.end(), end) if lead else None
    date = date if date and date.has_day and date.has_year else None
    between = BETWEEN.match(context.folded, date.end if date else paper[1])
    if between is None or between[0].endswith("("):
        return []
    title = _title(context, between.end())
    drafts = _draft(context, title[0], paper, title[1]) if title else []
    if date and drafts and drafts[0].get("issued"):
        return []
    if date and drafts:
        drafts[0].items.append(Item.dated(date))
    return drafts


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

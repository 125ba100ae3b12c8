"""News in a list, whose title is a link or stands in quotation marks beside its paper: "[The Port Closes](https://…) – BBC News, 4 May",
"Reuters: [Oil Falls](https://…) (May 5, 2014)", "The New York Times – “Oil Rises” (6 May 2014)", "[The Port | BBC News](https://…)".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
from cites.forms.papers import ISSUERS
from cites.grammar.titles import opens_quote, read_quoted

BETWEEN = regex.compile(r"[.,]?[”\"’]?(?:,\s|:\s|\s?[—–|]\s|\s-\s|\.\s|\s\()")
PAPER = regex.compile(r"\p{Lu}[^,;:()|“”\"–—]{1,60}?(?=,\s|:\s|\s?[—–|]\s|\s-\s|\s?[()]|\.?$)")
PAGE = regex.compile(r"(?P<title>.*\S\s\S.*?)\s(?:[|–—]|-)\s(?P<container_title>[^|–—]{2,60})")
KNOWN_FIELDS = frozenset({"issued", "accessed", "url", "doi", "page"})
CONFIDENCE = 0.9


def read_news(context: Context) -> list[Draft]:
    """Return the work of an entry that names a title and its known paper, or these the other way round, and at most a day."""
    first = _title(context, 0)
    if first and first[1] >= len(context.folded.rstrip(" .")):
        return _of_page(context, first[0])
    if first:
        between = BETWEEN.match(context.folded, first[1])
        paper = _paper(context, between.end()) if between else None
        return _draft(context, first[0], paper, paper[1]) if paper else []
    paper = _paper(context, 0)
    between = BETWEEN.match(context.folded, paper[1]) if paper else None
    title = _title(context, between.end()) if between and not between[0].endswith("(") else None
    return _draft(context, title[0], paper, title[1]) if paper and title else []


def _of_page(context: Context, link: Item) -> list[Draft]:
    """Return the work of a link that ends with the name of its site, as browsers show it: "The Port Is New | BBC News"."""
    page = PAGE.fullmatch(context.text, link.start, link.end)
    outlet = context.outlet(page["container_title"]) if page else None
    address = next((address for start, _, address in context.links if start == link.start), "")
    if page is None or outlet is None or outlet.kind in ISSUERS or not address:
        return []
    fields = [Item.cut(name, context.text, page.span(name)) for name in ("title", "container_title")]
    return [Draft("full", "titled", 0, link.end, [*fields, Item("url", address, link.start, link.end)], confidence=CONFIDENCE)]


def _title(context: Context, at: int) -> tuple[Item, int] | None:
    """Return the title that is a link or stands in quotation marks at `at`, and where it ends."""
    for start, stop, _ in context.links:
        if at <= start <= at + 1 and " " in context.text[start:stop] and context.outlet(context.text[start:stop]) is None:
            return Item("title", context.text[start:stop].strip(" .,“”\""), start, stop), stop
    quoted = read_quoted(context.folded, at, len(context.folded)) if at < len(context.folded) and opens_quote(context.folded, at) else None
    return (Item.cut("title", context.text, (quoted.start, quoted.end)), quoted.stop) if quoted else None


def _paper(context: Context, at: int) -> tuple[int, int] | None:
    """Return where the name of a known paper stands that begins at `at`."""
    name = PAPER.match(context.folded, at)
    outlet = context.outlet(context.text[slice(*name.span())]) if name else None
    return name.span() if name and outlet and outlet.kind not in ISSUERS and outlet.kind != "journal" else None


def _draft(context: Context, title: Item, paper: tuple[int, int], at: int) -> list[Draft]:
    end = len(context.folded.rstrip(" ."))
    tail = context.tail(at, end, listed=True) if at < end else None
    items = list(tail.items) if tail else []
    if tail and (tail.end < end - 1 or any(item.field not in KNOWN_FIELDS for item in items)):
        return []
    fields = [title, Item.cut("container_title", context.text, paper), *(Item(*item) for item in items)]
    if not any(item.field in ("url", "doi") for item in items):
        fields += [Item("url", address, start, stop) for start, stop, address in context.links[:1]]
    is_told = any(item.field in ("issued", "url", "accessed") for item in fields)
    return [Draft("full", "titled", 0, end, fields, confidence=CONFIDENCE)] if is_told else []

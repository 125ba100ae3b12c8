"""News in a list, whose title is a link or stands in quotation marks beside its paper: "[The Port Closes](https://…) – BBC News, 4 May",
"Reuters: [Oil Falls](https://…) (May 5, 2014)", "The New York Times – “Oil Rises” (6 May 2014)", "[The Port | BBC News](https://…)"; and
with a day, in no marks: "New York Times, May 3, 2014: The Port", "The port closes tonight, The Guardian, 3 May 2014".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
from cites.grammar.dates import Date, find_last_date, read_date
from cites.grammar.person import is_given
from cites.grammar.titles import opens_quote, read_quoted

BETWEEN = regex.compile(r"\)?[.,]?[”\"’]?(?:,\s|:\s|\s?[—–|]\s|\s-\s|\.\s|\s\()")
PAPER = regex.compile(r"\p{Lu}[^,;:()|“”\"–—]{1,60}?(?=,\s|:\s|\s?[—–|]\s|\s-\s|\s?[()]|\.?$)")
BEFORE_DAY = regex.compile(r",\s(?=\d|\p{Lu})")
SITE = regex.compile(r"\s(?:[|–—]|-)\s(?P<container_title>[^|–—]{2,60})$")
LONGEST_SITE = 64  # code points of " | BBC News" at the end of a link
BEHIND = regex.compile(r"(?P<title>[\p{Lu}\d][^“”\"„«]+)(?:,\s|\s[—–]\s|\s-\s)(?P<container_title>\p{Lu}[^,–—]{1,60})")
SENTENCE_CASE = regex.compile(r"\S+\s[^,]*?\b\p{Ll}{3,}[^,]*")  # the port closes tonight; not "Smith, Jane"
PLAIN = regex.compile(r"[\p{Lu}\d]\S*\s(?!.*https?:)[^“”\"„«]*\S")
KNOWN_FIELDS = frozenset({"issued", "accessed", "url", "doi", "page"})
CONFIDENCE = 0.9


def read_news(context: Context) -> list[Draft]:
    """Return the work of an entry that names a title and its known paper, or these the other way round, and at most a day."""
    end = len(context.folded.rstrip(" ."))
    first = _title(context, 0)
    if first and first[1] >= end and (found := _of_page(context, first[0])):
        return found
    if first and first[1] < end:
        between = BETWEEN.match(context.folded, first[1])
        paper = _paper(context, between.end()) if between else None
        return _draft(context, first[0], paper, paper[1]) if paper else []
    paper = _paper(context, 0)
    return _paper_first(context, paper, end) if paper else _paper_last(context, end)


def _paper_first(context: Context, paper: tuple[int, int], end: int) -> list[Draft]:
    lead = BEFORE_DAY.match(context.folded, paper[1])
    date = read_date(context.folded, lead.end(), end) if lead else None
    date = date if date and date.has_day and date.has_year else None
    between = BETWEEN.match(context.folded, date.end if date else paper[1])
    if between is None or between[0].endswith("("):
        return []
    title = _title(context, between.end()) or _plain(context, between.end(), end, dated=date is not None, led=":" in between[0])
    drafts = _draft(context, title[0], paper, title[1]) if title else []
    if date and drafts and drafts[0].get("issued"):
        return []
    if date and drafts:
        drafts[0].items.append(Item("issued", date.value, date.start, date.end))
    return drafts


def _plain(context: Context, at: int, end: int, *, dated: bool, led: bool) -> tuple[Item, int] | None:
    """Return the title in no marks that a paper and its day lead, or one between them: "The Guardian: The port closes (3 May 2014)"."""
    date = None if dated else _last_day(context, at, end)
    if context.folded.rstrip(" ").endswith(".") or not (dated or (led and date)):
        return None  # a sentence: "Die Zeit, 3. Mai 2012: Der Minister ging."
    stop = at + len(context.folded[at : date.start if date else end].rstrip(" ,("))
    plain = PLAIN.fullmatch(context.folded, at, stop)
    return (Item.cut("title", context.text, plain.span()), stop) if plain else None


def _last_day(context: Context, at: int, end: int) -> Date | None:
    """Return the day that ends an entry, also in parentheses."""
    date = find_last_date(context.folded, at, end - context.folded.endswith(")", at, end))
    return date if date and date.has_day and date.has_year else None


def _paper_last(context: Context, end: int) -> list[Draft]:
    """Read "The port closes tonight, The Guardian, 3 May 2014"."""
    date = _last_day(context, 0, end)
    if date is None:
        return []
    match = BEHIND.fullmatch(context.folded, 0, len(context.folded[: date.start].rstrip(" ,(")))
    if match is None or context.press(context.text[slice(*match.span("container_title"))]) is None:
        return []
    if not SENTENCE_CASE.match(match["title"]) or is_given(match["title"].split(" ")[0]):
        return []
    title = Item.cut("title", context.text, match.span("title"))
    return _draft(context, title, match.span("container_title"), match.end("container_title"))


def _of_page(context: Context, link: Item) -> list[Draft]:
    """Return the work of a link that ends with the name of its site, as browsers show it: "The Port Is New | BBC News"."""
    site = SITE.search(context.text, max(link.start, link.end - LONGEST_SITE), link.end)
    address = next((address for start, _, address in context.links if start == link.start), "")
    if site is None or context.periodical(site["container_title"]) is None or not address:
        return []
    if " " not in context.text[link.start : site.start()].strip():
        return []  # one word is no title
    fields = [
        Item.cut("title", context.text, (link.start, site.start())),
        Item.cut("container_title", context.text, site.span("container_title")),
    ]
    return [Draft("full", "titled", 0, link.end, [*fields, Item("url", address, link.start, link.end)], confidence=CONFIDENCE)]


def _title(context: Context, at: int) -> tuple[Item, int] | None:
    """Return the title that is a link or stands in quotation marks at `at`, and where it ends."""
    for start, stop, _ in context.links:
        if at <= start <= at + 1 and " " in context.text[start:stop] and context.outlet(context.text[start:stop]) is None:
            return Item("title", context.text[start:stop].strip(' .,“”"'), start, stop), stop
    quoted = read_quoted(context.folded, at, len(context.folded)) if at < len(context.folded) and opens_quote(context.folded, at) else None
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
    fields = [title, Item.cut("container_title", context.text, paper), *(Item(*item) for item in items)]
    if not any(item.field in ("url", "doi") for item in items):
        fields += [Item("url", address, start, stop) for start, stop, address in context.links[:1]]
    return [Draft("full", "titled", 0, end, fields, confidence=CONFIDENCE)]

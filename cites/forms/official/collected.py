"""Published documents and debates, cited by volume:

"FRUS, 1952–1954, vol. XIV, part 1, China and Japan (Washington, DC: GPO, 1985), pp. 740–42",
"Memorandum of Conversation, 5 May 1972, FRUS, 1969–1976, vol. 16, doc. 235", "HC Deb, 16 November 1948, vol. 468, col. 2224".
"""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms.archives.letters import read_writer
from cites.forms.fields.assign import assign, read_rest
from cites.forms.fields.authors import is_body
from cites.forms.form import Context, Draft, Form, Item, has
from cites.grammar.dates import Date, find_date
from cites.grammar.imprint import read_imprint
from cites.grammar.patterns import read_patterns
from cites.grammar.separators import back, closing
from cites.grammar.titles import CLOSERS, quotes_in
from cites.knowledge import load_series
from cites.model import Name

WORK, PIECES, DEBATE, DEBATE_PART, SUBTITLE = read_patterns("legal/collected", "WORK PIECES DEBATE DEBATE_PART SUBTITLE")
LED, LED_BODY, LEAD, SENTENCE = read_patterns("legal/collected", "LED LED_BODY LEAD SENTENCE")
NAMES = load_series("documents")
REPORTS = ("Report ", "Reports ")  # of a commission, which is no body
MAX_HEAD = 260  # code points of the title of one document


class Place(NamedTuple):
    """Where a citation names a volume: what stands before its name, without "in", and the match of name, years and number."""

    at: int
    head: str
    work: regex.Match[str]


class Volume(NamedTuple):
    """What was read of a volume, and the place in it that is cited."""

    name: Item
    items: list[Item]
    end: int
    locator: str
    short_name: str


def read(context: Context, at: int, end: int) -> list[Draft]:
    return _in_volume(context, at, end) or _debate(context, at, end)


def _in_volume(context: Context, at: int, end: int) -> list[Draft]:
    """Read a volume, or a document of one: "Memorandum of Conversation, 5 May 1972, FRUS, 1969–1976, vol. 16, doc. 235"."""
    place = _find(context, at, end)
    volume = _read_volume(context, place, end) if place else None
    if place is None or volume is None:
        return []
    at, head = place.at, place.head
    if head and not ("," not in head and is_body(head, context) and not head.startswith(REPORTS)):
        return [_document(context, at, at + len(head), volume)]
    if head:  # "U.S. Department of State, Foreign Relations of …"
        body = Item("author", Name(literal=context.text[at : at + len(head)]), at, at + len(head))
        own = [Item("type", "book", at, at), body, volume.name]
    else:
        own = [Item("type", "book", at, at), volume.name]
    return [Draft("full", "collected", at, volume.end, [*own, *volume.items], volume.locator, 0.9, volume.short_name)]


def _find(context: Context, at: int, end: int) -> Place | None:
    """Return where a volume is named, None where nothing but prose leads to it."""
    folded = context.folded
    work = WORK.search(folded, at, min(end, at + MAX_HEAD + 120))
    if work is None or work.start() - at > MAX_HEAD or work.end() == len(folded):
        return None
    head = folded[at : work.start()].rstrip(" ,")
    if LEAD.fullmatch(head):  # "The record in FRUS, 1951-1954, IX"
        return Place(work.start(), "", work)
    led = LED.search(head) or LED_BODY.search(head)
    if led and ("body" not in led.groupdict() or is_body(led["body"], context)):
        head = head[: led.start()]
    if head and (";" in head or SENTENCE.search(head) or not (head[0].isupper() or head[0] in CLOSERS)):
        return None
    return Place(at, head, work)


def _read_volume(context: Context, place: Place, end: int) -> Volume | None:
    """Read the name of a volume and what follows it; None where the parenthesis behind it is an aside."""
    folded, text, work = context.folded, context.text, place.work
    name_end = _name_end(folded, work)
    items = Item.each(text, work, "volume")
    rest = PIECES.match(folded, work.end(), end)
    stop = rest.end() if rest and ("(" in folded[rest.end() : rest.end() + 2] or ";" in rest[0]) else work.end()
    if work["series"] and folded[work.end()] == ":":  # "…, Series I, Volume VIII: Britain and China, 1943–1951"
        subtitle = SUBTITLE.match(folded, work.end(), end)
        name_end = stop = subtitle.end() if subtitle else stop
    if folded[stop : stop + 2] == " (" and (close := closing(folded, stop + 1, end)):
        imprint = read_imprint(folded, text, stop + 2, close)
        if imprint is None:
            return None
        items += assign(imprint, context, titled=False)[0]
        stop = close + 1
    # "Т. VII. М.: Госполитиздат, 1961. С. 332"
    found, locator, short_name, finish = read_rest(context, stop, end, titled=False, listed=not folded[work.start("name")].isascii())
    numbers = (str(item.value) for item in found if item.field in ("issue", "number"))  # of a document
    issuer = {item.field for item in found} & {"publisher", "publisher_place"}
    area = issuer if len(issuer) == 1 else ()  # "vol. XV, Korea, pt. 1": what it is about
    items += [item for item in found if item.field not in {"issue", "number", "collection_title", *area, *(have.field for have in items)}]
    notes = [str(item.value) for item in found if item.field == "note"]  # "Horn of Africa, Part 1, ed. Louise Woodroofe (…), doc. 20"
    locator = locator or next(numbers, "") or next(reversed(notes), "")
    name = Item.cut("title", text, (work.start("name"), name_end))
    return Volume(name, items, finish, locator, short_name)


def _name_end(folded: str, work: regex.Match[str]) -> int:
    """Return where the name ends: behind its years in parentheses, or behind its series, "Documents on German Foreign Policy, Series D"."""
    stop = work.end("years") if work["years"] else work.end("name")
    stop += bool(work["years"]) and folded[stop : stop + 1] == ")"
    return stop if folded[stop - 1] == ")" else max(stop, work.end("series"))


def _document(context: Context, at: int, end: int, volume: Volume) -> Draft:
    """Read what stands before a volume as one of its documents: "Kissinger to Nixon, “Contacts with the Chinese,” 11 January 1971"."""
    folded, text = context.folded, context.text
    date = find_date(folded, at, end)
    stop = date.start if date and date.has_month and date.end >= end - 1 else end
    stop = back(folded, at, stop, " ,")
    author = read_writer(context, [Item.cut("title", text, (at, stop))])
    quoted = quotes_in(folded, at, stop)[:1]
    title = Item.cut("title", text, (quoted[0].start, quoted[0].end) if quoted else (at, stop))
    own = [*author, Item("type", "document", at, at), title, volume.name._replace(field="container_title")]
    items = volume.items
    if date and date.has_month:
        own.append(Item.dated(date))
        items = [item for item in items if item.field != "issued"]
    return Draft("full", "collected", at, volume.end, [*own, *items], volume.locator, 0.85, volume.short_name)


def _debate(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    head = DEBATE.match(folded, at, end)
    if head is None:
        return []
    items = [Item("type", "document", at, at), Item("container_title", text[at : head.end()].rstrip(","), at, head.end())]
    stop = head.end()
    cited = ""
    while stop < end:
        part = DEBATE_PART.match(folded, stop, end)
        date = find_date(folded, stop, min(end, stop + 24))
        if part and part.end() > stop and (date is None or part.start() <= date.start):
            items += Item.each(text, part, "volume")
            cited = text[slice(*part.span("cited"))] if part["cited"] else cited
            stop = part.end()
        elif date and _dates_debate(folded, stop, date, items):
            items.append(Item.dated(date))
            stop = date.end + (folded[date.end : date.end + 1] == ")")
        else:
            break
    return [Draft("full", "collected", at, stop, items, cited, 0.9)] if has(items, "issued") or has(items, "volume") else []


def _dates_debate(folded: str, at: int, date: Date, items: list[Item]) -> bool:
    """True for the day of a sitting, and for the year of a volume in parentheses or before the column: "vol. 43 (1921)"."""
    is_year = folded[date.start - 1] + folded[date.end : date.end + 1] == "()" or folded.startswith(", col", date.end)
    is_next = not folded[at : date.start].strip(" ,(") and not has(items, "issued")
    return is_next and date.has_year and (date.has_day or is_year)


FORM = Form(
    "collected",
    read,
    (*{max(name.casefold().split(), key=len) for name in NAMES}, "documents ", " papers", " deb", "hansard", "h.c.", "hc ", "h.l.", "hl ",
     "cong"),
)  # fmt: skip

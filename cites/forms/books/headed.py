"""A name, a colon, a title and its day: "BBC: Syria profile, 3 May 2014", "UNHCR: Position on Returns, https://…, accessed 3 May 2017".

Reports on countries cite so in their text. Without quotation marks only the day or the address tells where the title ends, and only a
name that is known, or is nothing but capitals, may head it: "(Moscow: Nauka, 1972)" is an imprint.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import Date, find_last_date, read_date
from cites.grammar.publisher_places import is_place
from cites.model import Name

HEAD = regex.compile(r"(?P<name>\p{Lu}[^,;:()“”\"]{1,70}?)(?P<site>-Website|'s\swebsite|\swebsite)?:\s(?=[\p{Lu}\d])")
CODE_ALONE = regex.compile(r"\p{Lu}[\p{Lu}\d/-]{1,9}")
ADDRESS = regex.compile(r"[,.]?\s[<(]?(?=https?://|www\.)")
LONGEST = 400  # code points
KNOWN, GUESSED = 0.95, 0.6  # confidence
FIELDS_BEHIND = frozenset({"url", "accessed", "doi", "language"})


def read(context: Context, at: int, end: int) -> list[Draft]:
    if context.kind != "inline":
        return []
    head = HEAD.match(context.folded, at, end)
    worth = _worth(context, head["name"]) if head else 0.0
    if head is None or not worth or read_date(context.folded, head.end(), end):
        return []  # "Reuters: May 3, 2014"
    stop = context.piece_end(at, end, LONGEST)
    address = ADDRESS.search(context.folded, head.end(), stop)
    date = _date(context.folded, head.end(), address.start() if address else stop)
    title_end = date.start if date else address.start() if address else head.end()
    title = context.text[head.end() : title_end].rstrip(" ,.")
    known = worth == KNOWN
    if context.outlet(title) or not any(c.isalpha() for c in title) or not (address or " " in title):
        return []  # "TELEGRAM: AMAQ, 29 March", "EJIL: Talk!, 23 October"
    if date and not date.has_month and not known:
        return []
    name, tail = context.text[slice(*head.span("name"))], context.tail(date.end if date else title_end, stop)
    if context.periodical(name):
        items = [Item("container_title", name, *head.span("name"))]
    else:
        items = [Item("author", Name(literal=name), *head.span("name"))]
    items.append(Item("title", title, head.end(), head.end() + len(title)))
    if date:
        items.append(Item.dated(date))
    behind = [item for item in tail.items if item.field in FIELDS_BEHIND]
    items += [*behind]
    last = max([date.end if date else title_end, *(item.end for item in behind)])
    form = "book" if items[0].field == "author" else "titled"
    return [Draft("full", form, at, last, items, confidence=worth)]


def _worth(context: Context, name: str) -> float:
    if is_place(name):
        return 0.0
    outlet = context.outlet(name)
    if outlet:
        return 0.0 if outlet.kind == "publisher" else KNOWN
    return GUESSED if CODE_ALONE.fullmatch(name) else 0.0


def _date(folded: str, at: int, stop: int) -> Date | None:
    """Return the date that ends the stretch behind a comma: "…, 25 June 2015"."""
    date = find_last_date(folded, at, stop)
    return date if date and folded.endswith(", ", at, date.start) else None


FORM = Form("headed", read, (": ",))

"""What is left: a body or a site with its page, a date, an address: "World Bank, World Development Indicators, https://…"."""

from __future__ import annotations

from cites.edtf import has_month
from cites.forms.books.book import LED_TO
from cites.forms.fields.assign import assign
from cites.forms.form import Context, Draft, Form, Item, field_of, holds_any, value_of
from cites.grammar.dates import find_date
from cites.grammar.person import is_office
from cites.grammar.printed import Printed
from cites.grammar.prose import COMMENT
from cites.model import Name

ADDRESSES = ("http", "www.", "doi", "10.", "://")
NEAR = 300  # code points before a date

def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    if not holds_any(context.lowered, ADDRESSES) and not _has_month(folded, at, end):
        return []
    italic = context.italics_end(at)
    tail = context.tail(at, end)
    if tail.items and tail.items[0].end < italic - 1:  # *Tether Day Trading 2020,* DAY TRADING, https://…
        rest = context.tail(italic, end)
        tail = rest._replace(items=(Printed("text", folded[at:italic].rstrip(" ,"), at, italic), *rest.items))
    fields = {item.field for item in tail.items}
    if not fields & {"url", "doi"} and not ("issued" in fields and "text" in fields):
        return []
    texts = [item for item in tail.items if item.field == "text"]
    if texts and tail.items[0].field != "text":
        return []
    if texts and not italic and any(word in COMMENT for word in texts[0].value.casefold().split()):
        return []
    led = LED_TO.search(folded, at, min(end, texts[0].end + 3)) if texts else None
    if led and not led[0][-1].isalpha():
        return []  # "An overview is given by Víctor Uribe-Urán, “…”": the work begins later
    dated = field_of(tail.items, "issued")
    if not fields & {"url", "doi"} and (dated is None or not has_month(dated.value) or context.evidence(texts[0].value) < 0.5):
        return []
    if not fields & {"url", "doi"} and any(is_office(item.value) for item in texts[1:]):
        return []  # Ann Berg, Chief of the Harbour Police since November 9, 2012
    items, locator, short_name = assign((item for item in tail.items if item.field != "text"), context, titled=True)
    items += _names(context, [Item(item.field, item.value, item.start, item.end) for item in texts], value_of(items, "url"))
    stop = max(item.end for item in tail.items)
    if stop < end and folded[stop] in ")]>" and tail.end > stop:
        stop = tail.end
    return [Draft("full", "web", at, stop, items, locator, 0.8 if texts else 0.7, short_name)]


def _has_month(folded: str, at: int, end: int) -> bool:
    """A quick look before the tail is read: True where a date stands near that is more than a year."""
    date = find_date(folded, at, min(end, at + NEAR))
    return date is not None and (date.has_month or _has_month(folded, date.end, min(end, at + NEAR)))


def _names(context: Context, texts: list[Item], url: str) -> list[Item]:
    """One name is the site; of two the first is the body or the title, the other what it is part of."""
    if not texts:
        return []
    first = texts[0]
    if len(texts) == 1:
        return [first._replace(field="container_title" if context.evidence(str(first.value)) >= 0.5 or not url else "title")]
    if context.outlet(str(texts[1].value)) and not context.outlet(str(first.value)):
        return [first._replace(field="title"), texts[1]._replace(field="container_title")]
    is_site = f".{first.value}.".casefold() in f".{url.partition('//')[2].partition('/')[0]}."  # EPA, Emissions, https://www.epa.gov/…
    if is_site or context.evidence(str(first.value)) >= 0.7:
        return [first._replace(field="author", value=Name(literal=str(first.value))), texts[1]._replace(field="title")]
    return [first._replace(field="title"), texts[1]._replace(field="container_title")]


FORM = Form("web", read)

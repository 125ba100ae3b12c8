"""A numbered report with its body and series first: "CRS Report RL33453, Ukraine: Current Issues and U.S. Policy, by Steven Woehrel",
"Crisis Group Africa Report N°205, Eritrea: Scenarios for Future Transition, 28 March 2013",
"OMB Memorandum M-10-06, Open Records Directive"; and what is known by its number alone: "OMB Circular A-130"."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms.fields.assign import read_rest
from cites.forms.fields.authors import is_body
from cites.forms.fields.papers import bodies_before
from cites.forms.form import Context, Draft, Form, Item, holds_any
from cites.grammar.dates import Date, read_date
from cites.grammar.kinds import SERIES
from cites.grammar.lexicon import in_names, stems
from cites.grammar.names import read_people
from cites.grammar.separators import back
from cites.grammar.titles import Quoted, opens_quote, read_quoted
from cites.knowledge import load_series
from cites.model import Name

NUMBER = r"(?P<number>\p{Lu}{0,4}-?\d(?:[\w/.-]*\w)?(?:,?\s[Rr]ev\.\s?\d)?)"
HEAD = regex.compile(
    r"(?P<named>\p{Lu}[^,;:.()“”\"\d°]{3,90}?)\s(?:[Nn]o\.?\s?|[Nn]umber\s|N[°º]\s?|№\s?|#)?"
    rf"{NUMBER}(?:[,:]\s(?=[\p{{Lu}}“‘\"\d])|\s(?=[“\"]))"
)
PARTED_WORDS = ("orders", "orders.said", "series_words.papers", "series_words.numbered")
# "Administrative Conference of the United States, Recommendation 2021-1, Managing Mass Comments": the series behind a comma
PARTED = regex.compile(
    rf"(?P<body>\p{{Lu}}[^,;:()“”\"\d°]{{2,90}}),\s(?P<series>(?:(?!Annual)\p{{Lu}}[\p{{L}}-]+\s){{0,3}}?"
    rf"{in_names(*PARTED_WORDS)})\s(?:No\.?\s|#\s?)?(?!(?:19|20)\d\d(?:/\d+|-(?:19|20)\d\d)?[,:]){NUMBER}"
    r"(?:[,:]\s(?=[\p{Lu}“‘\"\d])|\sof\s(?=(?:19|20)\d\d(?:[,;.]|$)))"  # Report No. 3 of 2013
)
ORDERS = in_names("orders")  # what a body tells others to do, which is no report
KINDS = regex.compile(rf"\b(?:{ORDERS}|{in_names('series_words.numbered')}|{'|'.join(load_series('numbered'))})$")
ORDER_HINTS = tuple(map(str.capitalize, stems("orders")))
PARTED_HINTS = tuple(map(str.capitalize, stems(*PARTED_WORDS)))
ORDER = regex.compile(rf"{ORDERS}$")
ALONE = regex.compile(  # OMB Circular A-130, section 8(a)(2)
    rf"(?P<named>(?P<body>\p{{Lu}}[^,;:.()“”\"\d°]{{1,60}}?)\s(?:[\p{{Lu}}][\p{{L}}-]+\s){{0,2}}{ORDERS})\s(?:No\.?\s)?"
    r"(?P<number>\p{Lu}{1,4}-?\d[\w/-]*|\d+[/.-]\d[\w/-]*)"
    r"(?:,?\s(?P<place>(?:§+|[Ss]ec(?:tions?|\.)|paras?\.?|[Aa]pp(?:endix|\.)|[Aa]ttachment)\s?[\w.]+(?:\(\w+\))*))?"
    r"(?=,?\s\(?(?:available|last|accessed|https?:|<?http|\p{Lu}\p{L}+\.?\s\d{1,2},\s\d{4}\b|\d{1,2}\s\p{Lu}\p{L}+\.?\s\d{4}\b)|\.?\s*$|;"
    r"|\.\s)"
)
READ = frozenset({"note", "inline"})
TITLE = regex.compile(
    r"[^;“”\"]{4,220}?(?=,\s(?:by|coordinated\sby|written\sby)\s\p{Lu}|,\s(?:\d{1,2}\s)?\p{Lu}\p{L}{2,8}\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d"
    r"|,\s(?:19|20)\d\d|\s\(|,\s(?:p|pp|pg|para|paras|op|updated|accessed)\b|,\shttps?:|;|(?<!\b\p{Lu})\.\s\p{Lu}|\.?\s?$)"
)
ANY_BODY = 0.5  # how sure a citation is of which the body is no more than a word
DATED = regex.compile(r"[,;.)]|$")
SHORTEST = 4  # code points of a title
BY = regex.compile(r",\s(?:(?:written|coordinated)\s)?by\s(?=\p{Lu})")


class Head(NamedTuple):
    """Where a body, its series and its number stand, and where what follows them begins."""

    body: tuple[int, int]
    series: tuple[int, int]
    number: tuple[int, int]
    end: int


def read(context: Context, at: int, end: int) -> list[Draft]:
    if context.kind not in READ:
        return []
    head = _numbered(context, at, end)
    if head is None:
        return _alone(context, at, end)
    date = read_date(context.folded, head.end, end)
    if date and DATED.match(context.folded, date.end, end):
        return _alone(context, at, end) or [_dated(context, head, date, end)]
    return _titled(context, head, end)


def _numbered(context: Context, at: int, end: int) -> Head | None:
    """Return a body with its series and a number: "Crisis Group Africa Report N°205", "Administrative Conference, Report 2021-1"."""
    head = HEAD.match(context.folded, at, end)
    if head and (parts := _parted(context, head)):
        return Head(*parts, head.span("number"), head.end())
    by_comma = PARTED.match(context.folded, at, end) if holds_any(context.folded[at:end], PARTED_HINTS) else None
    name = by_comma["body"] if by_comma else ""
    if by_comma and (is_body(name, context) or (name.isupper() and name.isalpha())):  # CAG, Report No. 3 of 2012
        return Head(by_comma.span("body"), by_comma.span("series"), by_comma.span("number"), by_comma.end())
    return None


def _sure_of(name: str, context: Context) -> float:
    """Return how sure it is that a name is a body's: "School" and "Committee" are any."""
    return 1.0 if " " in name or name.isupper() or context.outlet(name) else ANY_BODY


def _parted(context: Context, head: regex.Match[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Part "Crisis Group Africa Report" into a body that is known, the longest, and what it calls its series; None for anything else."""
    at, stop = head.span("named")
    is_kind = KINDS.search(context.folded, at, stop) is not None
    for body in bodies_before(context, context.text[at:stop]):
        cut = at + len(body)
        if is_kind or SERIES.search(context.folded, cut, stop):
            return (at, cut), (cut + 1, stop)
    return None


def _titled(context: Context, head: Head, end: int) -> list[Draft]:
    """Return a report with its title, in quotation marks, in italics or up to what ends it."""
    text = context.text
    title = _title(context, head.end, end)
    if title is None or title.end - title.start < SHORTEST:
        return []
    people, stop = _people(context, title.stop, end)
    rest = read_rest(context, stop, end, titled=False, listed=context.folded.startswith(". ", stop), unnamed=False)
    issuer = text[slice(*head.body)]
    items = [
        Item("type", "document" if ORDER.search(context.folded, *head.series) else "report", head.body[0], head.body[0]),
        *people,
        Item("publisher", issuer, *head.body) if people else Item("author", Name(literal=issuer), *head.body),
        Item.cut("genre" if " " not in text[slice(*head.series)] else "collection_title", text, head.series),
        Item.cut("number", text, head.number),
        Item.cut("title", text, (title.start, back(context.folded, title.start, title.end, " "))),
    ]
    sure = min(0.95, _sure_of(issuer, context))
    return [Draft("full", "issued_by", head.body[0], rest.end, [*items, *rest.items], rest.locator, sure, rest.short_name)]


def _title(context: Context, begin: int, end: int) -> Quoted | None:
    """Return where a title stands, in quotation marks, in italics or without either."""
    if opens_quote(context.folded, begin):
        return read_quoted(context.folded, begin, end)
    match = None if context.begins_italics(begin) else TITLE.match(context.folded, begin, end)
    stop = match.end() if match else context.italics_end(begin)
    return Quoted(begin, stop, stop, closed=True)


def _dated(context: Context, head: Head, date: Date, end: int) -> Draft:
    """Return a report that has its number for a title: "Law Commission of India, Report No. 262, August 2015"."""
    rest = read_rest(context, date.end, end, titled=True, unnamed=False)
    items = [
        Item("type", "report", head.body[0], head.body[0]),
        Item("author", Name(literal=context.text[slice(*head.body)]), *head.body),
        Item.cut("title", context.text, (head.series[0], head.number[1])),
        Item.cut("number", context.text, head.number),
        Item.dated(date),
    ]
    sure = min(0.9, _sure_of(context.text[slice(*head.body)], context))
    return Draft("full", "issued_by", head.body[0], rest.end, [*items, *rest.items], rest.locator, sure)


def _alone(context: Context, at: int, end: int) -> list[Draft]:
    """Return what has no title but its number, of a body that is known or has its initials there."""
    alone = ALONE.match(context.folded, at, end) if holds_any(context.folded[at:end], ORDER_HINTS) else None
    text = context.text
    named = text[slice(*alone.span("named"))] if alone else ""
    if alone is None or not next(bodies_before(context, named), ""):
        return []
    title = (at, alone.end("number"))
    tail = [item for item in context.tail(alone.end(), end).items if item.field in ("issued", "url", "accessed")]
    items = [
        Item("type", "document", at, at),
        Item.cut("title", text, title),
        Item.cut("authority", text, alone.span("body")),
        Item.cut("number", text, alone.span("number")),
        *tail,
    ]
    locator = text[slice(*alone.span("place"))] if alone["place"] else ""
    return [Draft("full", "issued_by", at, max([alone.end(), *(item.end for item in tail)]), items, locator, 0.9)]


def _people(context: Context, at: int, end: int) -> tuple[list[Item], int]:
    found: list[Item] = []
    while by := BY.match(context.folded, at, end):
        people = read_people(context.folded, context.text, by.end(), end)
        if people is None:
            break
        found += [Item("author", name, by.end(), people.end) for name in people.names] if not found else []
        at = people.end
    return found, at


FORM = Form("issued_by", read)

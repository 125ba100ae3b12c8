"""A numbered report with its body and series first: "CRS Report RL33453, Ukraine: Current Issues and U.S. Policy, by Steven Woehrel",
"Crisis Group Africa Report N°205, Eritrea: Scenarios for Future Transition, 28 March 2013",
"OMB Memorandum M-10-06, Open Government Directive"; and what is known by its number alone: "OMB Circular A-130"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.assign import read_rest
from cites.forms.fields.authors import is_body
from cites.forms.fields.papers import bodies_before
from cites.forms.form import Context, Draft, Form, Item, holds_any
from cites.grammar.dates import Date, read_date
from cites.grammar.kinds import SERIES
from cites.grammar.lexicon import in_names, stems
from cites.grammar.names import read_people
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted
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
    rf"{in_names(*PARTED_WORDS)})\s(?:No\.?\s)?"
    rf"(?!(?:19|20)\d\d(?:/\d+|-(?:19|20)\d\d)?[,:]){NUMBER}"
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
    r"(?=,?\s\(?(?:available|last|accessed|https?:|<?http|\p{Lu}\p{L}+\.?\s\d{1,2},\s\d{4}\b|\d{1,2}\s\p{Lu}\p{L}+\.?\s\d{4}\b)|\.?\s*$|;|\.\s)"
)
READ = frozenset({"note", "inline"})
INITIALS = regex.compile(r"\p{Lu}\p{Ll}?\p{Lu}{1,6}(?=\s)")  # OMB, DoD
TITLE = regex.compile(
    r"[^;“”\"]{4,220}?(?=,\s(?:by|coordinated\sby|written\sby)\s\p{Lu}|,\s(?:\d{1,2}\s)?\p{Lu}\p{L}{2,8}\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d|,\s(?:19|20)\d\d"
    r"|\s\(|,\s(?:p|pp|pg|para|paras|op|updated|accessed)\b|,\shttps?:|;|(?<!\b\p{Lu})\.\s\p{Lu}|\.?\s?$)"
)
ANY_BODY = 0.5  # how sure a citation is of which the body is no more than a word
DATED = regex.compile(r"[,;.)]|$")
LETTERED = regex.compile(r"\p{Lu}{1,4}\d{4,}")  # IF10840, whatever the series is called
BY = regex.compile(r",\s(?:(?:written|coordinated)\s)?by\s(?=\p{Lu})")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    head = HEAD.match(folded, at, end) if context.kind in READ else None
    parts = _parted(context, head) if head else None
    is_likely = parts is None and context.kind in READ and holds_any(folded[at:end], PARTED_HINTS)
    if is_likely and (by_comma := PARTED.match(folded, at, end)) and _is_issuer(by_comma["body"], context):
        head, parts = by_comma, (by_comma.span("body"), by_comma.span("series"))
    if head is None or parts is None:
        return _alone(context, at, end) if context.kind in READ else []
    body, series = parts
    begin = head.end()
    if (date := read_date(folded, begin, end)) and DATED.match(folded, date.end, end):
        return _alone(context, at, end) or _dated(context, head, parts, date, end)
    if folded[begin] in CLOSERS and opens_quote(folded, begin):
        quoted = read_quoted(folded, begin, end)
        title, stop = ((quoted.start, quoted.end), quoted.stop) if quoted else ((begin, begin), begin)
    else:
        apart = context.italics_end(begin)
        match = None if apart else TITLE.match(folded, begin, end)
        title, stop = ((begin, apart), apart) if apart else (match.span(), match.end()) if match else ((begin, begin), begin)
    if title[1] - title[0] < 4:
        return []
    people, stop = _people(context, stop, end)
    rest = read_rest(context, stop, end, titled=False, listed=folded.startswith(". ", stop), unnamed=False)
    field = "publisher" if people else "author"
    issuer = text[slice(*body)]
    found = [
        Item("type", "document" if ORDER.search(folded, *series) else "report", at, at),
        *people,
        Item(field, issuer if people else Name(literal=issuer), *body),
        Item.cut("genre" if " " not in text[slice(*series)] else "collection_title", text, series),
        Item.cut("number", text, head.span("number")),
        Item.cut("title", text, (title[0], title[0] + len(text[slice(*title)].rstrip()))),
    ]
    sure = min(0.95, _sure_of(issuer, context))
    return [Draft("full", "issued_by", at, rest.end, [*found, *rest.items], rest.locator, sure, rest.short_name)]


def _is_issuer(name: str, context: Context) -> bool:
    return is_body(name, context) or (name.isupper() and name.isalpha())  # CAG, Report No. 3 of 2013


def _sure_of(name: str, context: Context) -> float:
    """Return how sure it is that a name is a body's: "School" and "Committee" are any."""
    return 1.0 if " " in name or name.isupper() or context.outlet(name) else ANY_BODY


def _parted(context: Context, head: regex.Match[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Part "Crisis Group Africa Report" into a body that is known, the longest, and what it calls its series; None for anything else."""
    at, stop = head.span("named")
    is_kind = KINDS.search(context.folded, at, stop) is not None
    for body in bodies_before(context, context.text[at:stop]):
        cut = at + len(body)
        if is_kind or SERIES.search(context.folded, cut, stop) or LETTERED.fullmatch(head["number"]):
            return (at, cut), (cut + 1, stop)
    initials = INITIALS.match(context.folded, at, stop) if is_kind else None
    return ((at, initials.end()), (initials.end() + 1, stop)) if initials else None


def _alone(context: Context, at: int, end: int) -> list[Draft]:
    """Return what has no title but its number, of a body that is known or has its initials there."""
    alone = ALONE.match(context.folded, at, end) if holds_any(context.folded[at:end], ORDER_HINTS) else None
    text = context.text
    named = text[slice(*alone.span("named"))] if alone else ""
    if alone is None or not (INITIALS.match(context.folded, at, end) or next(bodies_before(context, named), "")):
        return []
    title = (at, alone.end("number"))
    tail = [Item(*item) for item in context.tail(alone.end(), end).items if item.field in ("issued", "url", "accessed")]
    items = [
        Item("type", "document", at, at),
        Item.cut("title", text, title),
        Item.cut("authority", text, alone.span("body")),
        Item.cut("number", text, alone.span("number")),
        *tail,
    ]
    locator = text[slice(*alone.span("place"))] if alone["place"] else ""
    return [Draft("full", "issued_by", at, max([alone.end(), *(item.end for item in tail)]), items, locator, 0.9)]


def _dated(context: Context, head: regex.Match[str], parts: tuple[tuple[int, int], tuple[int, int]], date: Date, end: int) -> list[Draft]:
    """Return a report that has its number for a title: "Law Commission of India, Report No. 262, August 2015"."""
    body, series = parts
    rest = read_rest(context, date.end, end, titled=True, unnamed=False)
    found = [
        Item("type", "report", body[0], body[0]),
        Item("author", Name(literal=context.text[slice(*body)]), *body),
        Item.cut("title", context.text, (series[0], head.end("number"))),
        Item.cut("number", context.text, head.span("number")),
        Item("issued", date.value, date.start, date.end),
    ]
    sure = min(0.9, _sure_of(context.text[slice(*body)], context))
    return [Draft("full", "issued_by", body[0], rest.end, [*found, *rest.items], rest.locator, sure)]


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

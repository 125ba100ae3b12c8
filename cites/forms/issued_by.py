"""A numbered report with its body and series first: "CRS Report RL33453, Ukraine: Current Issues and U.S. Policy, by Steven Woehrel",
"Crisis Group Africa Report N°205, Eritrea: Scenarios for Future Transition, 28 March 2013"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.assign import assign
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.papers import SERIES_WORDS, bodies_before
from cites.grammar.names import read_people
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted
from cites.model import Name

HEAD = regex.compile(
    r"(?P<named>\p{Lu}[^,;:.()“”\"\d°]{3,90}?)\s(?:[Nn]o\.?\s?|[Nn]umber\s|N[°º]\s?|№\s?|#)?(?P<number>\p{Lu}{0,4}\d[\w/-]*)[,:]\s(?=[\p{Lu}“‘\"\d])"
)
TITLE = regex.compile(
    r"[^;“”\"]{4,220}?(?=,\s(?:by|coordinated\sby|written\sby)\s\p{Lu}|,\s(?:\d{1,2}\s)?\p{Lu}\p{L}{2,8}\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d|,\s(?:19|20)\d\d"
    r"|\s\(|,\s(?:p|pp|pg|para|paras|op|updated|accessed)\b|,\shttps?:|;|(?<!\b\p{Lu})\.\s\p{Lu}|\.?\s?$)"
)
LETTERED = regex.compile(r"\p{Lu}{1,4}\d{4,}")  # IF10840, whatever the series is called
BY = regex.compile(r",\s(?:(?:written|coordinated)\s)?by\s(?=\p{Lu})")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    head = HEAD.match(folded, at, end) if context.kind == "note" else None
    parts = _parted(context, head) if head else None
    if head is None or parts is None:
        return []
    body, series = parts
    begin = head.end()
    if folded[begin] in CLOSERS and opens_quote(folded, begin):
        quoted = read_quoted(folded, begin, end)
        title, stop = ((quoted.start, quoted.end), quoted.stop) if quoted else ((begin, begin), begin)
    else:
        match = TITLE.match(folded, begin, end)
        title, stop = (match.span(), match.end()) if match else ((begin, begin), begin)
    if title[1] - title[0] < 4:
        return []
    people, stop = _people(context, stop, end)
    tail = context.tail(stop, end)
    items, locator, short_name = assign([item for item in tail.items if item.field != "text"], context, titled=False)
    field = "publisher" if people else "author"
    issuer = text[slice(*body)]
    found = [
        Item("type", "report", at, at),
        *people,
        Item(field, issuer if people else Name(literal=issuer), *body),
        Item.cut("genre" if " " not in text[slice(*series)] else "collection_title", text, series),
        Item.cut("number", text, head.span("number")),
        Item.cut("title", text, title),
    ]
    finish = max([stop, *(item.end for item in tail.items if item.field != "text")])
    finish += finish < tail.end and folded[finish] in ")]"
    return [Draft("full", "issued_by", at, finish, [*found, *items], locator, 0.95, short_name)]


def _parted(context: Context, head: regex.Match[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Part "Crisis Group Africa Report" into a body that is known, the longest, and what it calls its series; None for anything else."""
    at, stop = head.span("named")
    for body in bodies_before(context, context.text[at:stop]):
        cut = at + len(body)
        if SERIES_WORDS.search(context.folded, cut, stop) or LETTERED.fullmatch(head["number"]):
            return (at, cut), (cut + 1, stop)
    return None


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

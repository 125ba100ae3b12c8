"""Figures and the body that counts them, without quotation marks: "US Bureau of Labor Statistics, CPI data, March 1982",
"World Bank Remittance Prices Worldwide Database, Q1 2023"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.announced import gives_out
from cites.forms.fields.assign import assign
from cites.forms.fields.contained import of_part
from cites.forms.fields.papers import bodies_before
from cites.forms.form import Context, Draft, Form, Item, has
from cites.grammar.lexicon import any_of, compile_words, one_of, stems
from cites.grammar.person import is_given
from cites.grammar.prose import COMMENT
from cites.grammar.sources import is_source_shaped
from cites.knowledge import load
from cites.model import Name

COUNTED = one_of("figures")
AFTER = (  # "monthly data 2021-2024", "data, March 1980", "Database, Q1 2025", "Annual Report 2025"
    r"(?:,\s(?:annual|monthly|quarterly|weekly|daily)\s(?:data|figures|series))?(?:,?\s(?:Q[1-4]|H[12]|FY)\s(?=(?:19|20)\d\d)|(?=,\s|\.|;"
    rf"|\s\(|$)|(?=\s(?:{any_of(load().months)}\.?\s)?(?:19|20)\d\d(?!(?:/\d{{2,4}})?:\s)))"
)
DAY_NEXT = r",\s(?:\d{1,2}\s\p{L}{3,9}|\p{L}{3,9}\s\d{1,2},)\s(?:19|20)\d\d"  # Sea Fisheries Statistics 2021, 29 September 2022
HEAD = compile_words(
    rf"(?P<body>(?-i:[\p{{Lu}}\d])[^,;:“”()]{{1,90}}?)(?:\s\((?-i:\p{{Lu}}){{2,8}}\))?,\s(?P<title>[^,;:.“”()]{{0,80}}?\b"
    rf"(?P<kind>{COUNTED})(?:\s(?:19|20)\d\d(?=\s\((?:\p{{L}}+\.?\s)?(?:19|20)\d\d\)|{DAY_NEXT}))?){AFTER}"
)
NAMED = compile_words(rf"(?P<title>(?-i:\p{{Lu}})[^,;:.“”()]{{4,90}}?\s(?P<kind>(?-i:(?=\p{{Lu}})){COUNTED})){AFTER}")
RATE = compile_words(  # FDIC, national rate on savings deposits, monthly data 2021-2024
    r"(?P<body>(?-i:\p{Lu})[^,;:“”()]{1,90}?),\s(?P<title>[^,;:.“”()]{4,80}),\s(?P<kind>(?:annual|monthly|quarterly|weekly|daily)\s"
    r"(?:data|figures|series))(?=[\s,.;]|$)"
)
YEARS = regex.compile(r"\s(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?(?!\d)")  # Annual Report 2015-16
INITIALS = regex.compile(r"\p{Lu}{3,8}")
MOST_WORDS = 4  # of a body that nobody knows


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    if context.kind != "note":
        return _of_year(context, at, end) if context.kind == "inline" else []
    head = RATE.match(folded, at, end) or HEAD.match(folded, at, end)
    if head is None or not gives_out(context.text[slice(*head.span("body"))], context):
        named = _named(context, at, end)
        if named:
            return _draft(context, named, None, end)
    whole = context.italics_end(head.start("title")) if head else 0
    if head and whole > head.end("title") + 1 and folded.startswith(" (", whole):
        return []  # *World Health Statistics 2020* (Geneva: WHO, 2020)
    if head is None or any(word in COMMENT for word in folded[at : head.end()].casefold().split()):
        return []
    body = context.text[slice(*head.span("body"))]
    if not (gives_out(body, context) or _may_report(body, head) or _may_count(body, context)):
        return []
    return _draft(context, head, head.span("body"), end)


def _of_year(context: Context, at: int, end: int) -> list[Draft]:
    """Read a report of a year that a body with initials or a known one gives of itself: "(MHA, Annual Report 2012–13, p. 42)"."""
    head = HEAD.match(context.folded, at, end)
    years = YEARS.match(context.folded, head.end("title"), end) if head else None
    if head is None or years is None or "report" not in head["kind"].casefold() or context.folded[years.end() : end][:1] not in ",;":
        return []
    body = context.text[slice(*head.span("body"))]
    is_whose = INITIALS.fullmatch(body) or gives_out(body, context)
    return _draft(context, head, head.span("body"), end) if is_whose else []


def _named(context: Context, at: int, end: int) -> regex.Match[str] | None:
    """Return a title that begins with the body: "World Bank Remittance Prices Worldwide Database"."""
    match = NAMED.match(context.folded, at, end)
    if match and context.begins_italics(match.end() + len(", ")):
        return None  # "UNICEF Data, *Water in Schools*"
    title = context.text[slice(*match.span("title"))] if match else ""
    is_named = any(any(word[:1].isupper() for word in title[len(body) :].split(" ")) for body in bodies_before(context, title))
    return match if is_named else None


def _draft(context: Context, head: regex.Match[str], body: tuple[int, int] | None, end: int) -> list[Draft]:
    kind = "dataset" if "report" not in head["kind"].casefold() and "note" not in head["kind"].casefold() else "report"
    years = YEARS.match(context.folded, head.end("title"), end) if kind == "report" else None
    title = (head.start("title"), years.end() if years else head.end("title"))
    tail = context.tail(years.end() if years else head.end(), end)
    if years and not has(tail.items, "issued"):
        tail = context.tail(head.end(), end)
    items, locator, short_name = assign(tail.items, context, titled=False)
    fields = {item.field for item in items}
    name = context.text[slice(*body)] if body else ""
    over = head.end() >= end or context.folded[head.end()] in ".;"
    if not fields & {"issued", "url", "accessed"} and not (over and (not body or gives_out(name, context))):
        return []
    is_sure = bool(years) or gives_out(name, context) or _may_report(name, head)
    if body and not is_sure and (locator or fields & {"publisher", "publisher_place"} or " " not in head["title"]):
        return []  # "Smith, Statistics, 2012, p. 4"
    author = [Item("author", Name(literal=name), *body)] if body else []
    named = of_part(Item.cut("title", context.text, title), items, author, context)
    stop = max([head.end() if over else title[1], *(item.end for item in tail.items)])
    found = [Item("type", kind, *head.span("kind")), *author, *named]
    return [Draft("full", "figures", head.start(), stop, found, locator, 0.85, short_name)]


def _may_report(name: str, head: regex.Match[str]) -> bool:
    """True for the initials of a body before its report, and for a name of several words that is nobody's before a yearly one:
    "APRA, Annual Report 2015-16", "Paris MoU on Port State Control, Annual Report 2023"."""
    if "report" not in head["kind"].casefold():
        return False
    is_yearly = YEARS.match(head.string, head.end("kind")) is not None
    return INITIALS.fullmatch(name) is not None or (is_yearly and " " in name and not is_given(name.split()[0]))


def _may_count(name: str, context: Context) -> bool:
    """True for what may be a company or a body: "Safaricom"."""
    words = name.split()
    return len(words) <= MOST_WORDS and is_source_shaped(name) and not is_given(words[0]) and context.evidence(name) >= 0.5


FORM = Form("figures", read, stems("figures"))

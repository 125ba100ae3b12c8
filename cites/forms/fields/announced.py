"""Who gave something out, its kind and its day, before its title: "European Commission press release of 4 March 2024, ‘…’"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Item
from cites.grammar.dates import find_date
from cites.grammar.genres import KINDS
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.separators import back
from cites.grammar.sources import is_body
from cites.model import Name

KIND = compile_words(rf"(?:'s|(?<=s)'|,)?\s{KINDS}(?=[\s,:]|$)")
LED = regex.compile(rf"(?:,\s|\s)(?:{one_of('day_words', 'day_words.given')}\s)?$")  # "of" 4 March 2026
ONLY_DATED = frozenset({"news", "statement", "report"})  # "European Commission news of 14 December 2024"; but "BBC News"
MAX_BODY = 110  # code points: "Ministry of Commerce of the People's Republic of China" has 54

DESIGNATION = regex.compile(  # NSC 68, “…” · NIE 11-3/8-82, “…”; not the year of "IMF 2010, “…”"
    r"(?P<number>(?:\p{Lu}{2,5}[\s-]|(?:\p{Lu}\p{L}+\s){1,4}(?:Directive|Memorandum|Estimate|Instruction|Order|Manual)\s(?:[Nn]o\.?\s)?)"
    r"(?!(?:19|20)\d\d,)(?:\d{1,4}(?:[-/.]\d{1,4}){1,3}|\d{2,4})),\s"
)


def read_designation(context: Context, at: int, stop: int) -> list[Item]:
    """Return by which number what is called in `at:stop` goes before its title: "NSC 68, “United States Objectives and Programs …”"."""
    match = DESIGNATION.fullmatch(context.folded, at, stop)
    known = match is None or context.outlet(match["number"]) is not None
    return [] if match is None or known else [Item.cut("number", context.text, match.span("number"))]


def read_announced(context: Context, at: int, stop: int) -> list[Item]:
    """Return who gave out what is called in `at:stop`, its kind and date; nothing where that is not all that stands there."""
    folded, text = context.folded, context.text
    stop = back(folded, at, stop, " ,:")
    date = find_date(folded, at, stop)
    if date and (date.end != stop or not date.has_year or not date.has_month):
        return []
    led = LED.search(folded, at, date.start) if date else None
    stop = led.start() if led else stop
    kind = next((match for match in KIND.finditer(folded, at, stop) if match.end() == stop), None)
    if kind is None or not 2 < kind.start() - at <= MAX_BODY:
        return []
    body = text[at : kind.start()]
    if (kind["kind"].casefold() in ONLY_DATED and not date) or not gives_out(body, context):
        return []
    outlet = context.periodical(body)
    is_press = outlet is not None and outlet.type.startswith("article")
    items = [
        Item("container_title", body, at, kind.start()) if is_press else Item("author", Name(literal=body), at, kind.start()),
        Item.cut("genre", text, kind.span("kind")),
    ]
    return [*items, Item.dated(date)] if date else items


def gives_out(name: str, context: Context) -> bool:
    """True for a body; what people say and write has forms of its own."""
    return name[:1].isupper() and (context.outlet(name) is not None or is_body(name))

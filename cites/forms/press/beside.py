"""A source and its day in a text that sets all days right behind their sources, and pages behind a comma: "HRW 12 Jan. 2017, 4",
"US 13 Mar. 2019, Sec. 6", "Girls Not Brides n.d.".

In such a text a professor, a state and initials that nobody knows are sources. Places, events and things are none, "(Algiers Accord 15 May
2015)", nor is a word with a year, which may be anybody or anything: "(Ahmad 1998)".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
from cites.forms.press.source_groups import draft_of, named
from cites.forms.press.source_names import MIDDLE, STRONG, WEAK
from cites.grammar.dates import Date, find_date
from cites.grammar.lexicon import compile_words, in_names, one_of
from cites.grammar.person import is_office
from cites.grammar.printed import Printed
from cites.grammar.sources import ARTICLES, is_body
from cites.knowledge import load_places

PLACE = compile_words(rf",\s(?:(?:{one_of('pages')})\s?)?(?P<page>(?:\p{{L}}{{1,8}}\.?\s)?\d[^\s,;]*)\s?$")  # , 4 · , p. 4 · , Sec. 6
UNDATED = compile_words(rf"\s(?:{one_of('undated')})\s?$")
ACT = regex.compile(rf"{in_names('things.acts')}$")  # Press Code
INITIALS = regex.compile(r"\b\p{Lu}{2,}\b")  # NAPTIP · DNS/Gov Som
NAMED = regex.compile(r"\p{Lu}[\p{L}'-]*")
SEVERAL = 3  # capitalised words, more than a person has: "Girls Not Brides"


def read_beside(context: Context, at: int, end: int) -> list[Draft] | None:
    """Return the source of one piece of a parenthesis, an empty list where it may be anything else, None where it has another shape."""
    semicolon = context.folded.find(";", at, end)
    stop = semicolon if semicolon > 0 else end
    comma = context.folded.find(",", at, stop)
    page = PLACE.match(context.folded, comma, stop) if comma > 0 else None
    last = comma if page else stop
    undated = UNDATED.search(context.folded, at, last)
    date = None if undated else find_date(context.folded, at, last)
    edge = undated.start() if undated else date.start - 1 if date and date.end == last else at
    name = Printed("source", context.text[at:edge], at, edge)
    if context.folded[edge : edge + 1] != " " or name.value[-1:] in ("", ",", ":") or _is_several(context, name.value):
        return None
    worth = _worth(context, name.value, date, is_paged=page is not None)
    draft = draft_of(context, name, [*named(name), *([Item.dated(date)] if date else [])], at, page.end("page") if page else last)
    draft.locator = context.text[slice(*page.span("page"))] if page else ""
    draft.confidence = worth
    return [draft] if worth else []


def _is_several(context: Context, name: str) -> bool:
    """True for "Reuters and AFP", of which a comma parts none."""
    return context.evidence(name) < STRONG and any(context.evidence(part) >= STRONG for part in MIDDLE.split(name))


def _worth(context: Context, name: str, date: Date | None, *, is_paged: bool) -> float:
    """Return how far a name is a source, 0 where it may be none."""
    places, worth = load_places(), context.evidence(name)
    if worth >= STRONG:
        return worth
    if places.has_city(name) or ACT.search(name) or not (words := NAMED.findall(name)):
        return 0.0
    if is_paged or (worth and INITIALS.search(name)):
        return STRONG
    if date is None or not date.has_month:
        return STRONG if is_body(name) or len(words) >= SEVERAL else 0.0
    if not worth:
        return STRONG if places.has(name) or is_office(name) else 0.0
    return STRONG if len(words) > 1 and words[0] not in ARTICLES else WEAK

"""A day of a diary: "Goebbels diary, 12 January 1942", "Diary of Harold Nicolson, 3 September 1939",

"entry for 4 June 1940, Colville diary", "Chaim A. Kaplan, diary entry for 26 October 1940, in *Scroll of Agony* (New York:
Macmillan, 1965), 213".

Source: Chicago Manual of Style, 17th edition, 14.229.
"""

from __future__ import annotations

from cites.common_words import is_ordinary
from cites.forms.archives.letters import EDITED, in_edition, read_keeper
from cites.forms.form import Context, Draft, Item
from cites.grammar.dates import read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import read_people
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body

DIARY = one_of("diaries")
ENTRY = rf"(?:\s{one_of('entries')})"
WHO = r"(?P<people>(?-i:\p{Lu})[^,;:“”()\d]{2,60}?)"
OWN = compile_words(rf"{WHO}(?:(?<=\s\p{{L}}+)'s)?,?\s(?:{one_of('diaries.kinds')}\s)?(?P<title>{DIARY})(?:,|,?{ENTRY})\s")
OF = compile_words(rf"(?P<title>{DIARY}\s(?:of\s|von\s|de\s|d')?{WHO}),{ENTRY}?\s")
FOR = compile_words(rf"{one_of('entries')}\s(?=[^;“”]{{4,40}}{DIARY})")
BEHIND = compile_words(rf",\s(?:in\s)?(?:the\s)?{WHO}(?:'s)?\s(?P<title>{DIARY})(?=[,.;)]|\s\(|$)")


def read_diary(context: Context, at: int, end: int) -> Draft | None:
    """Read a day of a diary, with the archive that keeps it or the book that prints it."""
    folded, text = context.folded, context.text
    led = FOR.match(folded, at, end)
    date = read_date(folded, led.end(), end) if led else None
    head = BEHIND.match(folded, date.end, end) if date else OWN.match(folded, at, end) or OF.match(folded, at, end)
    if head is None:
        return None
    who = head["people"]
    date = date or read_date(folded, head.end(), end)
    people = read_people(folded, text, *head.span("people"), whole=True, single=True)
    if date is None or not date.has_day or people is None or len(people.names) > 1:
        return None
    if who.endswith("'s") or is_ordinary(who.casefold()) or is_body(who) or is_place(who) or context.outlet(who):
        return None  # a paper's column: "Londoner's Diary, 3 May 2012"
    stop = max(date.end, head.end("title"))
    author, title = Item("author", people.names[0], *head.span("people")), Item.cut("title", text, head.span("title"))
    items = [author, title, Item.dated(date)]
    if EDITED.match(folded, stop, end):
        return in_edition(context, at, stop, end, items)
    items += [Item("type", "document", at, at), *read_keeper(context, stop, end)]
    return Draft("full", "spoken", at, max(stop, items[-1].end), items, confidence=0.85)

"""What no other form reads and the text gives a name for later: "Report of the Commissioners Appointed to Inquire into …, Parliamentary
Papers, 1853 [1816], XXXV (hereafter Cholera Inquiry)".
"""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import read_date
from cites.grammar.lexicon import compile_words, one_of, stems
from cites.grammar.names import read_people
from cites.grammar.publisher_places import is_place

CALLED = compile_words(
    rf"\s[(\[](?:{one_of('hereafter')})(?:\s(?:cited|quoted|referred\sto)?\s?as)?[,:]?\s[“‘\"'„«]?(?P<name>"
    rf"(?-i:\p{{Lu}})[^;()\[\]]{{1,60}}?)"
    r"[”’\"'»]?[)\]]"
)
TITLE = regex.compile(  # up to ", bearb. v. …", ", Boppard 1968", ", Parliamentary Papers, 1852", ", 3 June 1929", ", p. 401"
    r"(?P<title>\p{Lu}.{7,400}?)(?:,\s(?:\p{Ll}{2,6}\.\s[^,]+,\s)?(?P<in>(?!FY\s)(?:\p{Lu}[\p{L}.-]*\s?){1,4}),?\s|,\s|\s\(|$)"
    r"(?=(?P<date>(?:\d{1,2}\s\p{L}{3,9}\.?\s|\p{L}{3,9}\.?\s\d{1,2},\s)?(?:1[5-9]|20)\d\d)(?!\d)|(?:pp?|S|s|с)\.\s?\d|$)"
)
TITLE_NEXT = regex.compile(r",\s(?!(?:[Pp]p?|S|s|с)\.\s?\d)")  # not in "Datenstrategie der Bundesregierung, S. 52"
PLACE = regex.compile(r",\s?(?:(?:[Pp]p?|S|s|с)\.\s?)?(?P<page>\d{1,3}(?:-\d{1,4})?)$")
MAX = 500  # code points before the name
GUESSED = 0.5  # confidence


def read(context: Context, at: int, end: int) -> list[Draft]:
    called = CALLED.search(context.folded, at, context.piece_end(at, end, MAX)) if context.folded[at].isupper() else None
    found = read_rest(context, at, called.start()) if called else []
    return [replace(draft, matched_by="labelled", end=called.end(), confidence=0.6, short_name=called["name"]) for draft in found if called]


def read_rest(context: Context, at: int, end: int) -> list[Draft]:
    """Read a title, or a paper and its day, of which nothing else is known; an author may stand before it, and a page at the end."""
    folded, text = context.folded, context.text
    people = read_people(folded, text, at, end)
    begin = people.end + 2 if people and TITLE_NEXT.match(folded, people.end, end) else at
    place = PLACE.search(folded, begin, end)
    head = TITLE.match(folded, begin, place.start() if place else end)
    if head is None:
        return []
    date = read_date(folded, head.start("date"), end) if head["date"] else None
    is_paper = date is not None and date.has_day and begin == at
    items = [Item("author", name, at, begin - 2) for name in (people.names if people and begin > at else ())]
    items.append(Item.cut("container_title" if is_paper else "title", text, head.span("title")))
    if head["in"]:
        field = "publisher_place" if is_place(head["in"].strip()) else "container_title"
        items.append(Item(field, text[slice(*head.span("in"))].strip(), *head.span("in")))
    items += [Item.dated(date)] if date else []
    return [Draft("full", "book", at, end, items, place["page"] if place else "", GUESSED)]


FORM = Form("labelled", read, stems("hereafter"))

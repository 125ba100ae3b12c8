"""Who wrote what an American law review cites, and where the title begins: "Joseph L. Sax", "Jane Doe, Note", "U.S. Dep't of Def."."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms.fields.authors import is_body
from cites.forms.form import Context, Item
from cites.grammar.names import ET_AL, read_people
from cites.grammar.patterns import read_patterns
from cites.grammar.publisher_places import is_place
from cites.grammar.titles import CLOSERS
from cites.knowledge import load_names, load_places
from cites.model import Name

NO_FAMILY = load_names("kinds_of_text")
OTHERS = regex.compile(rf"(?:{ET_AL}|(?<=ET\sAL)\.)?,\s")
FAMILIES, FAMILY, BY_FAMILY, FIRST, BODY, PART = read_patterns("legal/bluebook", "FAMILIES FAMILY BY_FAMILY FIRST BODY PART")
PARTNERS, AFFILIATION, GENRE, NUMBER, NO_TITLE = read_patterns("legal/bluebook", "PARTNERS AFFILIATION GENRE NUMBER NO_TITLE")
QUOTED_WORDS, SENTENCE = read_patterns("legal/bluebook", "QUOTED_WORDS SENTENCE")


class Writer(NamedTuple):
    """Who wrote it, and where the title begins."""

    items: list[Item]
    begin: int


def read_writer(context: Context, at: int, stop: int) -> Writer | None:
    """Read people, a body, or the kind of an unsigned piece: "Note, " "Editorial, "."""
    folded, text = context.folded, context.text
    items: list[Item] = []
    people = read_people(folded, text, at, stop)
    if people and is_body(context.text[at : people.end], context):
        people = None
    named = OTHERS.match(folded, people.end, stop) if people else None
    # Jane Doe & Ann Roe, Safety, Trust, and Law, 12 J. Fin. 1 · Jane Doe, Banks Will Label Loans with Bad News about Ports, BBC (…)
    runs_on = people and (named is None or NO_TITLE.match(folded, named.end(), stop))
    if people and runs_on and (first := FIRST.match(folded, at, people.end)):
        people = read_people(folded, text, at, first.end())
        named = OTHERS.match(folded, people.end, stop) if people else None
    if people and named and not GENRE.match(folded, at, stop) and not BODY.search(folded[at : people.end]):
        items = [Item(people.role, name, at, people.end) for name in people.names]
        at = named.end()
        if employer := AFFILIATION.match(folded, at, stop):
            items.append(Item.cut("publisher", text, employer.span("body")))
            at = employer.end()
    elif (families := FAMILIES.match(folded, at, stop)) and context.begins_italics(families.end()):
        printed = FAMILY.finditer(folded, at, families.end("people"))
        items = [Item("author", Name(family=text[slice(*one.span())]), at, families.end("people")) for one in printed]
        at = families.end()
    elif body := _body(context, at, stop):
        items = [Item("author", Name(literal=text[at:body]), at, body)]
        at = body + 2
        if number := NUMBER.match(folded, at, stop):
            items.append(Item.cut("number", text, number.span("number")))
            at = number.end()
    if genre := GENRE.match(folded, at, stop):
        items.append(Item.cut("genre", text, genre.span("genre")))
        at = genre.end()
    if not items or not folded[at : at + 1] or folded[at].islower() or (folded[at] in CLOSERS and not QUOTED_WORDS.match(folded, at, stop)):
        return None  # titles have no quotation marks here
    return Writer(items, at)


def read_family(context: Context, at: int, stop: int) -> Writer | None:
    """Read family names alone before a title whose words have capitals; a country or a kind of text has one name too."""
    match = BY_FAMILY.match(context.folded, at, stop)
    if match is None or match["first"].casefold() in NO_FAMILY or is_body(match["people"], context):
        return None
    if is_place(match["first"]) or load_places().is_land(match["first"]):
        return None
    text = context.text
    names = [Name(family=text[slice(*match.span("first"))], particle=(match["particle"] or "").rstrip())]
    if match["second"]:
        names.append(Name(family=text[slice(*match.span("second"))]))
    return Writer([Item("author", name, *match.span("people")) for name in names], match.end())


def _body(context: Context, at: int, stop: int) -> int | None:
    """Return where the name of an institution ends: "Cal. Dep't of Water Res."."""
    if firm := PARTNERS.match(context.folded, at, stop):
        return firm.end()
    comma = context.folded.find(", ", at, min(stop, at + 120))
    if (
        comma > 0
        and not SENTENCE.search(context.folded, at, comma)
        and " v. " not in context.folded[at:comma]
        and (BODY.search(context.folded[at:comma]) or is_body(context.text[at:comma], context))
    ):
        part = PART.match(context.folded, comma, stop)
        return part.end() if part else comma
    return None

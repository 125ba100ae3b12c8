"""Author, then the year in parentheses, then the rest as in a note: "Jonaitis, J. (2022), ‘The electrification of the Nordic states’, …",
"Elering (2022), Security of Supply Report 2022, Tallinn: Elering, p. 26".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import OPEN
from cites.forms.books import book
from cites.forms.entry import inverted
from cites.forms.fields.authors import outlet_before, read_author
from cites.forms.form import Context, Draft, Form, Item, has
from cites.forms.quoted import titled
from cites.grammar.dates import read_date
from cites.grammar.inverted_names import read_inverted
from cites.grammar.names import ENDING_ET_AL, read_people, split_people
from cites.grammar.person import has_given
from cites.grammar.titles import has_capitals, quoted_at

A_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
LETTER = r"(?P<letter>[a-h])?"
NAMED_NEXT = r"\s(?=[\p{Lu}\d“\"‘'«„])"
YEAR = regex.compile(
    regex.shapes(
        ("McKinsey⟨ (October 2023), ⟩‘Time", rf"\s\((?P<day>(?:\p{{L}}{{3,9}}\.?\s)?{A_YEAR}){LETTER}\)[,:.]?{NAMED_NEXT}"),
        ("Varela F.-J.⟨, 1989, ⟩Autonomie", rf"(?<=\p{{Lu}}\.),\s(?P<day>{A_YEAR}){LETTER},{NAMED_NEXT}"),
    )
)
CLOSING = "\"'”’»"  # Ann Berg ‘The Long Road’ (2006) 48 Fjord 92
SENTENCE_OR_TITLE = regex.compile(r"\p{Lu}[^,;:.()]+")
CAPITALS = 0.6  # share of the longer words of a title
MAX_HEAD = 200  # code points of the names


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    year = YEAR.search(folded, at + 2, min(end, at + MAX_HEAD))
    if year is None or ";" in folded[at : year.start()] or folded[year.start() - 1] in CLOSING:
        return []
    named = SENTENCE_OR_TITLE.match(folded, year.end(), end)
    is_told = year["day"] != year["year"] and named and not has_capitals(named[0], CAPITALS)  # Kursk (July 1943), Stalin ordered …
    if (folded[year.start()] == "," or is_told) and not context.begins_italics(year.end()):
        return []
    day, author = read_date(folded, *year.span("day")), _author(context, at, year.start())
    if not author or day is None or day.start > year.start("day"):  # Elering (Tallinn 2022)
        return []
    rest = titled.read(context, year.end(), end) or book.read_titled(context, year.end(), end, author, dated=True)
    rest = rest or _quoted(context, year.end(), end)
    if not rest:  # Högström, Per (2012): Blue Ice. Norway and Europe. New York: Palgrave
        return inverted.as_entry(context, at, year.end(), end) if folded[year.end() - 2] == ":" else []
    draft = rest[0]
    if draft.form == "short" and context.folded.startswith(". ", draft.end) and (entry := inverted.as_entry(context, at, year.end(), end)):
        return entry  # "Berg (2004): The Long Road. London: Penguin, p. 34"
    items = [item for item in draft.items if item.field != "author"]
    later = next((item for item in items if item.field == "issued" and str(item.value).startswith((year["year"], OPEN))), None)
    issued = Item.dated(day)
    if later:  # Bank of England (2021), *Report*, London, 3 November
        issued = later._replace(value=str(later.value).replace(OPEN, year["year"]))
    items = [issued, *Item.each(folded, year, year_letter="letter"), *(item for item in items if item.field != "issued")]
    if len(author) == 1 and not has(items, "container_title") and (paper := outlet_before(author[0], context)):
        author = [paper]  # BBC News (2023), ‘Oil falls’, 22 April 2023
    matched_by = "titled" if draft.matched_by == "titled" else "book"
    return [Draft(draft.form, matched_by, at, draft.end, [*author, *items], draft.locator, 0.9, draft.short_name)]


def _quoted(context: Context, at: int, end: int) -> list[Draft]:
    """Return a title in quotation marks after which nothing need follow: "World Bank (2024), ‘Laying Sound Fiscal Ground’"."""
    quoted = quoted_at(context.folded, at, end)
    if quoted is None or not quoted.closed or " " not in context.folded[quoted.start : quoted.end]:
        return []
    return [Draft("full", "titled", at, quoted.stop, [Item.cut("title", context.text, (quoted.start, quoted.end))])]


def _author(context: Context, at: int, stop: int) -> list[Item]:
    if others := ENDING_ET_AL.search(context.folded, at, stop):
        names = split_people(context.text[at : others.start()].rstrip(" ,"))
        inverted_one = read_inverted(context.folded, context.text, at, others.start()) if len(names) > 1 else None
        if inverted_one and len(inverted_one.names) == 1:  # Benker, Marlis u. a. (2021)
            names = inverted_one.names
        return [Item("author", name, at, others.start()) for name in names if " " not in name.family] if len(names) == 1 else []
    together = read_people(context.folded, context.text, at, stop, whole=True, single=True)
    straight = together and (all(map(context.known.has, together.names)) or all(has_given(name) for name in together.names))
    if together and len(together.names) > 1 and straight:  # Westphalen, Pastushkova and Pepe · Kirsten Westphalen, Maria Pastushkova and …
        return [Item("author", name, at, stop) for name in together.names]
    people = read_inverted(context.folded, context.text, at, stop)
    if people and people.end >= stop:
        return [Item(people.role, name, at, stop) for name in people.names]
    author = read_author(context, at, stop) or []
    return [] if any(", " in str(item.value) for item in author) else author


FORM = Form("dated", read, ("(1", "(2", "., 1", "., 2", " 19", " 20"))

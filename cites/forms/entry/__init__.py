"""An entry of a bibliography: names first, family before given; periods or commas between the fields; year early or late.

"Smith, J. (2010). Title of the work. London: Routledge." · "Baev, Pavel K. “Title.” Journal 8, no. 3 (2015): 318–40." ·
"Marr, R. (1992): Kooperationsmanagement, in: Gaugler, E. (Hrsg.): Handwörterbuch, Stuttgart, S. 1154."
"""

from __future__ import annotations

from itertools import takewhile

from cites import lazy_regex as regex
from cites.edtf import has_day
from cites.forms import cjk, gbt, gost, legal, spoken
from cites.forms.archives import fond
from cites.forms.books import book
from cites.forms.entry.authors import ORDERED_TO_YEAR, read_authors
from cites.forms.entry.news import read_news
from cites.forms.entry.press import read_press_entry, read_title_and_paper
from cites.forms.entry.titles import read_title
from cites.forms.entry.years import date_apart, read_year, with_later
from cites.forms.fields.assign import assign, read_rest
from cites.forms.fields.authors import is_body, outlet_before
from cites.forms.form import Context, Draft, Item, changed, has, value_of
from cites.forms.official import decrees
from cites.forms.press import source_date
from cites.forms.quoted import titled
from cites.grammar.dates import read_date
from cites.grammar.lexicon import any_of
from cites.grammar.names import ONE
from cites.grammar.person import is_given
from cites.grammar.printed import Printed
from cites.grammar.separators import skip
from cites.knowledge import load_courts
from cites.model import Name

PAPER = regex.compile(  # The Hindu, A3
    r"(?P<container_title>\p{Lu}[^,]{2,60}?)(?:,?\s(?:pp?\.\s?)?(?P<page>\p{Lu}?\d{1,3}(?:[-–]\d{1,3})?))?"
)
PARTS = frozenset({"in", "volume", "issue"})  # of which the work is a part
PRINTED = frozenset({"publisher_place", "edition", "number", "genre", "container_title", "isbn"})
CALLED = regex.compile(r"(?<=\p{L}\.?)\s\((?P<name>\p{Lu}[^()\d]{2,50}),\s(?=(?:1[89]|20)\d\d[a-h]?\):\s)")  # Becker (AI Impact, 2025): …
STOP = regex.compile(r"(?<!\b\p{L}{1,4})\.\s\p{Lu}")  # that ends a sentence, or a field
INTERVIEW = regex.compile(r"(?:\p{Lu}?[\p{L}-]+\s)?interviews?\swith\s\p{Lu}", regex.IGNORECASE)
PRINTED_IN = rf"[.,\s]*{any_of(load_courts().gazettes)}(?!\p{{L}})[^;]*"  # Official Journal of the European Union, L 302/12
BEHIND_LAW = regex.compile(rf"[. )]*(?:\s?\([^()]*\)\.?)*(?:{PRINTED_IN})?[. ]*")
OPENERS = ("“", '"', "„", "«")
SURE = 0.9  # confidence of a form that describes works as lists do
COVERED = 0.6  # share of an entry that it must use up


def read_entry(context: Context, before: tuple[Name, ...] = ()) -> list[Draft]:
    """Return the work of one entry of a bibliography; `before` are the authors of the entry above, for "———"."""
    if "《" in context.folded or "『" in context.folded:
        found = cjk.FORM.read(context, 0, len(context.folded))
        if found and found[0].form == "full" and (found[0].get("author") or found[0].get("editor")):
            return found
    if context.may_hold(legal.FORM) and (law := legal.FORM.read(context, 0, len(context.folded))) and _is_whole_law(context, law[0]):
        return law[:1]
    read = read_by_gost(context) or read_press_entry(context) or read_title_and_paper(context) or read_news(context)
    read = read or source_date.read_work(context, 0, len(context.folded)) or _as_in_a_note(context)
    return read or read_stretch(context, 0, len(context.folded), before)


def _is_whole_law(context: Context, law: Draft) -> bool:
    """True where a case or an act of a list fills its entry: "Smith v Jones [1999] 1 AC 45 (HL)", "Equality Act 2010, c. 15. (UK)"."""
    return law.form == "full" and law.get("type") in ("legal_case", "legislation") and bool(BEHIND_LAW.fullmatch(context.folded, law.end))


def read_by_gost(context: Context) -> list[Draft]:
    """Read an entry by GOST: "Алексеев В. В. Регион // Уральский исторический вестник. 2001. № 7. С. 5–19"."""
    end = len(context.folded)
    for form in (gbt.FORM, fond.FORM, decrees.FORM, gost.FORM):
        drafts = form.read(context, 0, end) if context.may_hold(form) else []
        if drafts and drafts[0].confidence >= SURE and drafts[-1].end > COVERED * end:
            return drafts
    return []


def _as_in_a_note(context: Context) -> list[Draft]:
    """Read an entry whose author has the given name first: "Nicole Starosielska, The Overland Network (Duke University Press, 2013)"."""
    folded, end = context.folded, len(context.folded)
    first = None if ORDERED_TO_YEAR.match(folded) else ONE.match(folded)
    is_name = first and folded.startswith(", ", first.end()) and is_given(first[0].split(" ")[0])
    if not (is_name or folded.startswith(OPENERS)):  # „Landamæri Hrafns" Skapti Hallvarðsson, Morgunblaðið, 30.04.2004
        return _by_body(context)
    found = titled.read(context, 0, end) or book.read(context, 0, end)
    whole = found and found[0].form == "full" and found[0].end * 3 > end * 2 and found[0].get("author") and found[0].get("issued")
    return found if whole else []


def _by_body(context: Context) -> list[Draft]:
    """Read a source first, commas behind it and a date at the end: "CNN, “Debate,” Sept. 12, 2011", "World Bank, Road Safety, May 2011"."""
    folded, end = context.folded, len(context.folded)
    comma = folded.find(", ")
    if comma < 0 or STOP.search(folded):
        return []
    if INTERVIEW.match(folded):
        found = spoken.FORM.read(context, 0, end)
    elif context.outlet(context.text[:comma]) and read_date(folded, comma + 2, end):
        found = source_date.FORM.read(context, 0, end)
        return found if len(found) == 1 and found[0].end >= end - 1 else []  # TASS, January 28, 2012.
    elif context.outlet(context.text[:comma]) or is_body(context.text[:comma], context):
        found = titled.read(context, 0, end) if folded.startswith(OPENERS, comma + 2) else book.read(context, 0, end)
    else:
        return []
    whole = len(found) == 1 and found[0].end >= end - 1 and found[0].get("title")
    return found if whole and (found[0].get("issued") or found[0].get("accessed")) else []


def read_stretch(context: Context, begin: int, end: int, before: tuple[Name, ...] = ()) -> list[Draft]:
    """Return the work that `begin:end` of the context names in the style of a bibliography."""
    folded = context.folded
    end = begin + len(folded[begin:end].rstrip(" "))
    called = CALLED.search(folded, begin, end)
    authors, at = read_authors(context, begin, called.start() if called else end, before)
    at = called.end() if called else at
    early = read_year(folded, at, end)
    at = early.end
    at = skip(folded, at, end, " ,.:")
    if at >= end:
        return []
    if folded.startswith(("http", "www."), at) and len(authors) == 1 and not early.is_dated:
        return [_site(context, authors[0], at, end)]
    title = read_title(context, at, end)
    if not (authors or early.is_dated) and folded.startswith(("(", ". ("), title.end + (folded[title.end : title.end + 1] == " ")):
        early = read_year(folded, title.end, end)  # Fear in the clinic. (2017, June 4). The Hindu, A3.
        title = title._replace(end=max(title.end, early.end))
    title, day = date_apart(title, early)
    early = early._replace(items=day or early.items)
    tail = context.tail(title.end, end, listed=True).items
    edited = tuple(takewhile(lambda item: item.field != "text", tail)) if has(tail, "editor") else ()  # by Ann Berg, vol. 3, Hogarth Press
    parts = PARTS.intersection(item.field for item in tail if item.field != "volume" or item not in edited)
    is_contained = title.quoted or bool(parts) or _is_periodical(context, tail)
    printed = [item for item in tail if not (early.is_dated and item.field == "issued")]
    fields, locator, short_name = assign(printed, context, titled=is_contained)
    items = [*authors, *with_later(early, tail, folded)]
    fields = _fitted(context, fields, items, authors, title.item, is_contained=is_contained)
    is_set = title.quoted or any(start == title.item.start for start, _, _ in context.links)
    if is_set and len(authors) == 1 and not has(fields, "container_title"):
        items = [_paper_before(context, authors[0], [*items, *fields]), *items[1:]]
    items = [*_bodies(items[: len(authors)], title.item, fields), *items[len(authors) :]]
    news = _title_first(context, items[: len(authors)], title.item) if early.is_dated else []
    items = [*news, *items[len(authors) :]] if news else [*items, title.item]
    is_dated = early.says_undated or has((*items, *fields), "issued")
    confidence = SURE if (authors or early.is_dated) and is_dated else 0.6
    finish = begin + len(folded[begin:end].rstrip(" ."))
    form = "titled" if title.quoted else "entry"
    return [Draft("full", form, begin, finish, [*items, *fields], locator, confidence, called["name"] if called else short_name)]


def _paper_before(context: Context, author: Item, items: list[Item]) -> Item:
    """Return the paper that stands where authors do: "BBC News. “Marriott fined.”", "*Eastern Daily Echo* (2021) ‘Apology’, 4 March"."""
    day = any(item.field == "issued" and has_day(str(item.value)) for item in items)
    is_set = any(start == author.start and abs(stop - author.end) <= 1 for start, stop in context.italics)
    named = author._replace(value=Name(literal=context.text[author.start : author.end].rstrip(" .")))
    paper = named._replace(field="container_title", value=str(named.value)) if is_set and day else outlet_before(named, context)
    return paper or author


def _title_first(context: Context, authors: list[Item], title: Item) -> list[Item]:
    """Return title, paper and page of news without an author: "Georgia Seeks a Pipeline. (2006, January 24). The Washington Post, 4."."""
    paper = PAPER.fullmatch(str(title.value))
    if paper is None or len(authors) > 1 or context.periodical(paper["container_title"]) is None:
        return []
    name = str(authors[0].value)
    if not authors[0].body or name.count(" ") < 2 or context.outlet(name):
        return []
    printed = [field for field in ("container_title", "page") if paper[field]]
    return [
        authors[0]._replace(field="title", value=name),
        *(Item(field, paper[field], *(title.start + at for at in paper.span(field))) for field in printed),
    ]


def _bodies(authors: list[Item], title: Item, fields: list[Item]) -> list[Item]:
    """Return a person in the usual order who published the work, or whose name begins its title, as the body that it is."""
    person = authors[0].person if len(authors) == 1 else None
    if person is None:
        return authors
    name = f"{person.given} {person.family}".strip()
    published = any(item.field == "publisher" and item.value == name for item in fields)
    is_body = published or str(title.value).startswith(f"{name} ")
    return [authors[0]._replace(value=Name(literal=name))] if is_body else authors


def _site(context: Context, name: Item, at: int, end: int) -> Draft:
    """Read a name and an address, and no more: "British Newspaper Archive. https://www.britishnewspaperarchive.co.uk/"."""
    rest = read_rest(context, at, end, titled=True, listed=True)
    title = Item.cut("title", context.text, (name.start, name.end))
    return Draft("full", "entry", name.start, rest.end, [title, *rest.items], confidence=0.6)


def _fitted(context: Context, fields: list[Item], items: list[Item], authors: list[Item], title: Item, *, is_contained: bool) -> list[Item]:
    """Return the fields behind the title as a list means them: an issue with its year, a journal in italics, a site."""
    fields = [_in_italics(item, fields, context) for item in fields]
    if is_contained and not has(fields, "container_title") and not has(fields, "publisher_place"):
        papers = [item for item in fields if item.field == "publisher" and context.press(str(item.value))]  # (Washington Post, June 2022)
        fields = [item._replace(field="container_title") if item in papers else item for item in fields]
    linked = [Item("url", url, start, stop) for start, stop, url in context.links if start == title.start]
    if not is_contained and _is_page(authors, items, [*fields, *linked]):
        fields = changed(fields, "publisher", field="container_title")
    return fields


def _in_italics(item: Item, fields: list[Item], context: Context) -> Item:
    """Take what is in italics behind a title that is not for the title of a journal: "O trem azul. *Letras In.verso e Re.verso*. 2016"."""
    is_set = item.field == "publisher" and any(start == item.start and abs(stop - item.end) <= 1 for start, stop in context.italics)
    return item._replace(field="container_title") if is_set and not has(fields, "container_title") else item


def _is_page(authors: list[Item], dated: list[Item], fields: list[Item]) -> bool:
    """True for what a person wrote for a site, with its day: "Kim, P. (2019, March 28). Years. Pivot Legal Society. https://…"."""
    have = {item.field for item in fields}
    day = any(item.field == "issued" and has_day(str(item.value)) for item in (*dated, *fields))
    people = all(item.person for item in authors)
    return day and people and "url" in have and not have & PRINTED


def _is_periodical(context: Context, printed: tuple[Printed, ...]) -> bool:
    name = value_of(printed, "text")
    return bool(name) and context.periodical(name) is not None

"""A source that is a link and nothing else: "([DW](https://www.dw.com/…))" in Markdown, "(<a href=…>NACLA</a>)" in HTML, and an address."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.access import AVAILABLE
from cites.grammar.dates import NUMERAL, find_last_date, read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import split_people
from cites.grammar.sources import evidence
from cites.grammar.urls import read_url
from cites.knowledge import REPORTING, fold_name, load, split_address
from cites.model import Name

OF_YEAR = regex.compile(  # Corrodi 2006 · Rudyj, 2020, p. 198
    r"(?P<names>\p{Lu}[^\d]{2,60}?),?\s\(?(?P<year>(?:19|20)\d\d)[a-h]?\)?(?P<rest>[,:]\s.+)?"
)
OWN = regex.compile(r"(?P<name>\p{Lu}[\p{L}\d. &-]{1,40})['’]s(?:\s\p{Ll}+){1,3}")  # Shopify's announcement
BESIDE = regex.compile(r",\s(?:and\s)?|\sand\s")
YEAR_NEXT = regex.compile(r",\s(?P<year>(?:19|20)\d\d)(?=\s?(?:[,;)]|$))")  # ([NACLA](https://…), 2014)
TITLE = regex.compile(r"[\p{Lu}\d][^,;]*\s[^\d,;]{3,100}")
QUOTED = regex.compile(r"[“\"‘«„](?P<title>[\p{Lu}\d][^“”\"«»]*\s[^“”\"«»]*\s[^“”\"«»]*?)[.,]?[”\"’»]")
PUBLISHED, PERHAPS = 0.8, 0.6  # confidence of an address of a known outlet or of a day, and of any other, which may be of a thing
LINK_NEXT = compile_words(  # (TASS, March 12, [link](https://…))
    rf"(?:[,;:]|\s-)?\s[\[(]?(?P<word>{one_of('link_words')})(?![\p{{L}}-])[\])]?"
)
CALLED = frozenset((*load()["source_genres"], *load()["source_genres.behind"], *load()["link_words"]))  # what a page may be called
KNOWN = 0.9  # how far the text of the link must be a source


def read(context: Context, at: int, end: int) -> list[Draft]:
    for start, stop, address in context.links:
        if start <= at < stop and (stop >= end or context.folded[stop] in ",;)"):
            items = _titled(context, at, stop, address) or _named(context, at, stop, address) or _quoted(context, at, stop, address)
            if not items:
                return _called(context, at, stop, address, end)  # "([Caveats](#caveats))", "([@jane](https://github.com/jane))"
            beside = BESIDE.match(context.folded, stop, end)
            more = read(context, beside.end(), end) if beside and any(start == beside.end() for start, _, _ in context.links) else []
            cited = str(items.pop().value) if items[-1].field == "cited" else ""
            if not more and items[0].field == "container_title" and (year := YEAR_NEXT.match(context.folded, stop, end)):
                items.append(Item("issued", year["year"], *year.span("year")))
                stop = year.end()
            return [Draft("full", "linked", at, stop, items, cited, 0.9), *more]
    return _address(context, at, end)


def _named(context: Context, at: int, stop: int, address: str) -> list[Item]:
    """Read "NACLA", "Corrodi 2006" and "Shopify's announcement" over a page; [] for anything else."""
    name = context.text[at:stop]
    owner = OWN.fullmatch(name)
    if owner and is_of_site(owner["name"], address):
        return [Item("container_title", owner["name"], at, at + owner.end("name")), Item("url", address, at, stop)]
    dated = find_last_date(context.folded, at, stop)
    if (of_year := OF_YEAR.fullmatch(name)) and not (dated and dated.has_month):  # not "Foreign Affairs, Jan 1950"
        year = Item("issued", of_year["year"], at + of_year.start("year"), stop)
        who = _who(context, of_year["names"], at)
        pointers = context.tail(at + of_year.start("rest"), stop).items if of_year["rest"] else ()
        cited = [Item("cited", item.value, item.start, item.end) for item in pointers[:1]]
        return [*who, year, Item("url", address, at, stop), *cited]
    if name[0] != "@" and (evidence(name, context.outlets) >= KNOWN or is_of_site(name, address)):
        return [Item("container_title", name, at, stop), Item("url", address, at, stop)]
    return []


def _who(context: Context, names: str, at: int) -> list[Item]:
    """Return who stands before a year, and where they wrote: "Corrodi", "Graber and Graber, Journal of Medical Ethics"."""
    people, comma, paper = names.rpartition(", ")
    if not comma or evidence(paper, context.outlets) < KNOWN:
        return [Item("author", one, at, at + len(names)) for one in split_people(names)]
    where = at + len(people) + len(comma)
    authors = [Item("author", one, at, at + len(people)) for one in split_people(people)]
    return [*authors, Item("container_title", paper, where, where + len(paper))]


def _titled(context: Context, at: int, stop: int, address: str) -> list[Item]:
    """Read "MITECO, Inventario de Presas y Embalses", "Wikipedia: 1949 sterling devaluation": a site, a title; [] for anything else."""
    name, mark, title = context.text[at:stop].partition(", ")
    if not mark:
        name, mark, title = name.partition(": ")
    if not (mark and TITLE.fullmatch(title) and is_of_site(name, address)):
        return []
    given_by = Item("container_title", name, at, at + len(name)) if context.periodical(name) else None
    first = given_by or Item("author", Name(literal=name), at, at + len(name))
    return [first, Item("title", title, stop - len(title), stop), Item("url", address, at, stop)]


def _quoted(context: Context, at: int, stop: int, address: str) -> list[Item]:
    """Read a title in quotation marks over a page: "[“Why no left-handed catchers?”](https://…)"; two words may be a name."""
    quoted = QUOTED.fullmatch(context.folded, at, stop)
    if quoted is None or not split_address(address).path.strip("/"):
        return []
    return [Item.cut("title", context.text, quoted.span("title")), Item("url", address, at, stop)]


def _called(context: Context, at: int, stop: int, address: str, end: int) -> list[Draft]:
    """Read what the link is called by what it leads to, with its day: "([post](https://x.com/…), 1 January; archived here)"."""
    outlet = context.outlets.at(address) if context.lowered[at:stop] in CALLED else None
    date = read_date(context.folded, stop + 2, end) if outlet and context.folded.startswith(", ", stop) else None
    if outlet is None or date is None or not date.has_day:
        return []
    items = [Item.cut("genre", context.text, (at, stop)), Item.dated(date), Item("url", address, at, stop)]
    return [Draft("full", "linked", at, date.end, items, confidence=PUBLISHED)]


def is_of_site(name: str, address: str) -> bool:
    """True for the name of a site over one of its pages: "NACLA" over https://nacla.org/news/2014; its front page says who somebody is."""
    parts = split_address(address)
    letters = fold_name(name)
    labels = [fold_name(label) for label in parts.netloc.split(".") if len(label) > 2]
    is_named = any(label.startswith(letters) or label.endswith(letters) for label in (*labels, fold_name(parts.netloc)))
    is_named = is_named or fold_name("".join(word[0] for word in name.split() if word[0].isupper())) in labels  # mwi.westpoint.edu
    return name[:1].isupper() and len(letters) > 2 and is_named and bool(parts.path.strip("/"))


def _address(context: Context, at: int, end: int) -> list[Draft]:
    """Read the address of a page, "(https://www.kremlin.ru/events/123)"; that of a site alone says who somebody is.

    One without a number is a page of a paper: "(https://www.riadagestan.ru/news/ubit_sudya/)".
    """
    available = AVAILABLE.match(context.folded, at, end)
    url = read_url(context.text, available.end() if available else at, end, context.view.breaks)
    if url is None or not split_address(url.value).path.strip("/"):
        return []
    outlet = context.outlets.at(url.value)
    is_page = NUMERAL.search(url.value) or (outlet is not None and outlet.kind in REPORTING)
    if not is_page or (url.end < end and context.folded[url.end] not in ",;.? "):
        return []
    worth = PUBLISHED if outlet else PERHAPS
    return [Draft("full", "linked", url.start, url.end, [url], confidence=worth)]


def take_link(context: Context, draft: Draft, end: int) -> None:
    """Let a citation reach over the word behind it that is a link to it: "TASS, March 12, [link](https://…)"."""
    follows = LINK_NEXT.match(context.folded, draft.end, end) if context.links and not draft.get("url") else None
    at = follows.start("word") if follows else -1
    address = next((address for start, _, address in context.links if start == at), "")
    if follows and address:
        draft.items.append(Item("url", address, at, follows.end("word")))
        draft.end = follows.end()


FORM = Form("linked", read)

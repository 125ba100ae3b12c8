"""What a work is and what its citation says of it, by what ends the citation (ends.py)."""

from __future__ import annotations

from collections.abc import Callable

from cites import lazy_regex as regex
from cites.forms.bluebook.writer import BODY, Writer
from cites.forms.form import Context, Item, changed, has
from cites.grammar.courts import is_journal, is_reporter
from cites.grammar.dates import read_date
from cites.grammar.kinds import MEETING_WORD, PROCEEDINGS_WORD
from cites.grammar.names import split_people
from cites.grammar.sources import is_body
from cites.model import Name

MEETING = regex.compile(rf"\b(?:{PROCEEDINGS_WORD}|{MEETING_WORD})", regex.IGNORECASE)
CHAPTER = regex.compile(r"(?:\s(?P<page>\d{1,4}))?,\s(?:reprinted\s)?in\s\s?(?:(?P<volume>\d{1,3})\s)?(?P<container>\p{Lu}[^;“”]{3,160})$")
IN = regex.compile(r",\sin[:\s]|\bno\.?$|\bvol\.?$", regex.IGNORECASE)
JOURNAL = regex.compile(r",\s(?!(?i:in|and|or)\s)\p{Lu}[\p{L}.&-]*(?:\s\p{Lu}[\p{L}.&-]*){0,2}$")
OF_LAW = regex.compile(r"\bL(?:\.|EGAL)\s?(?:REV|J|Q|F)\b|\bJ\.\s?L\.|&\sL\.$", regex.IGNORECASE)  # A.I. & L.
PAGED = regex.compile(r"(?P<name>(?!.*\b(?:CHANNEL|NEWS|RADIO|TV)\s\d).*\p{L}\p{P}*)\s(?P<cited>\d{1,3})")  # SUP. CT. OF THE U.S. 5
OFFICIAL = regex.compile(  # , S. Rep. No. 93-755, bk. III
    r",\s(?:S|H\.R|H)\.\s(?:Exec\.\s|Conf\.\s)?(?:Rep|Doc)\.\sNo\.\s(?P<number>\d[\d-]*)(?:,\s(?:bk|pt|vol)\.\s\w+)?(?=,?$)"
)
THESIS = regex.compile(r"thesis|dissertation")


Reader = Callable[[Context, Writer, regex.Match[str]], list[Item]]  # nothing where the work is of another kind


def _fields(context: Context, match: regex.Match[str], *groups: str) -> list[Item]:
    found = match.groupdict()
    held = [(group, match.span(group)) for group in groups if found.get(group)]
    items = [Item("container_title" if group == "container" else group, context.text[slice(*at)].strip(" ,"), *at) for group, at in held]
    days = {item: read_date(context.folded, item.start, item.end) for item in items if item.field == "issued"}  # 2016-2017
    return [item._replace(value=day.value) if (day := days.get(item)) else item for item in items]


def _title(context: Context, begin: int, end: int) -> Item:
    return Item("title", context.text[begin:end].rstrip(" ,"), begin, end)


def reads(kind: str, *groups: str) -> Reader:
    """Return what reads a work of a kind: its title, the groups of what ends it that are fields, its date."""

    def read(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
        printed = match.groupdict().get("date")
        date = read_date(context.folded, *match.span("date")) if printed else None
        if printed and date is None:
            return []
        title = _title(context, writer.begin, match.start())
        fields = [*_fields(context, match, *groups), *([Item.dated(date)] if date else [])]
        return [Item("type", kind, match.start(), match.start()), title, *fields]

    return read


def read_article(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read ", 68 Mich. L. Rev. 471, 490 (1970)"; not what a reporter of cases has."""
    container = match["container"]
    by_year = match.groupdict().get("volume") == match["issued"]
    if is_reporter(container) or (by_year and not (is_journal(container) or context.outlet(container) or OF_LAW.search(container))):
        return []
    return reads("article-journal", "volume", "container", "page", "issued")(context, writer, match)


def read_of_season(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read ", Atl. Monthly, Sept. 2005, at 39"."""
    outlet = context.outlet(match["container"])
    kind = "article-magazine" if outlet is not None and outlet.kind == "magazine" else "article-journal"
    return reads(kind, "container", "page")(context, writer, match)


def read_in_capitals(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read a page or an article whose title, unlike what it is in, has small letters."""
    outlet = context.outlet(match["container"])
    if (outlet is not None and outlet.kind == "publisher") or context.folded[writer.begin : match.start()].isupper():
        return []
    of_law = outlet is None and OF_LAW.search(match["container"])
    of_press = " " in match["date"] and (outlet is not None or not is_body(match["container"]))  # not "COUNCIL OF EUROPE (Sept. 5, 2017)"
    kind = "article-journal" if of_law else "article-newspaper" if of_press else "webpage"
    items = reads(kind, "container", "page")(context, writer, match)
    paged = PAGED.fullmatch(match["container"]) if outlet is None else None
    if paged is None:
        return items
    cited = match.start("container") + paged.start("cited")
    return [
        *changed(items, "container_title", value=paged["name"], end=match.start("container") + paged.end("name")),
        Item("page", paged["cited"], cited, cited + len(paged["cited"])),
    ]


def read_addressed(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read ", COMPAR. CONSTS. PROJECT, https://…" behind a title in small letters."""
    in_capitals = context.folded[writer.begin : match.start()].isupper()
    return [] if in_capitals else reads("webpage", "container")(context, writer, match)


def read_news(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read ", N.Y. Times, Apr. 3, 2009, at A12"."""
    outlet = context.outlet(match["container"])
    if not has(writer.items, "genre") and not (outlet and outlet.kind == "newspaper"):
        return []  # what else has an author is read as a book is
    return reads("article-newspaper", "container", "page")(context, writer, match)


def read_manuscript(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read "(2009) (unpublished Ph.D. dissertation, Yale University)"."""
    kind = "thesis" if THESIS.search(match["genre"]) else "manuscript"
    return reads(kind, "genre", "publisher")(context, writer, match)


def read_of_day(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read what an authority or a firm of many names gave out on a day, or a report in capitals; other forms read the rest."""
    body = writer.items[0].value if len(writer.items) == 1 else None
    in_capitals = match["cited"] and context.folded[writer.begin : match.start()].isupper()
    if not (in_capitals or (isinstance(body, Name) and (", " in body.literal or BODY.search(body.literal)))):
        return []
    return reads("report", "edition")(context, writer, match)


def read_essay(context: Context, match: regex.Match[str]) -> list[Item]:
    """Read "The Federalist No. 51, at 322 (James Madison) (Clinton Rossmore ed., 1962)"."""
    title = Item.cut("title", context.text, (match.start(), match.end("number")))
    people = [
        Item(role, name, *match.span(group))
        for group, role in (("author", "author"), ("editors", "editor"))
        if match[group]
        for name in split_people(context.text[slice(*match.span(group))])
    ]
    return [Item("type", "chapter", match.start(), match.start()), title, *people, *_fields(context, match, "edition", "issued")]


def read_entry(context: Context, match: regex.Match[str]) -> list[Item]:
    """Read "Riparian Right, Black's Law Dictionary (11th ed. 2019)"."""
    fields = _fields(context, match, "title", "container", "edition", "issued")
    if match["title"]:
        return [Item("type", "entry-dictionary", match.start(), match.start()), *fields]
    return [
        Item("type", "book", match.start(), match.start()),
        *changed(fields, "container_title", field="title"),
    ]


def _is_year(cited: str, issued: str) -> bool:
    if cited == issued or (cited.isdigit() and issued.isdigit() and 1900 <= int(issued) < int(cited) < 2030):
        return True
    first, _, last = cited.partition("-")  # Legal Method at Keele: 1926-1960 (1985)
    return first.isdigit() and last.isdigit() and 1500 <= int(first) < int(last) <= int(issued[:4])


def read_book(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read a book, or what is part of one."""
    folded, text = context.folded, context.text
    whole = CHAPTER.search(folded, writer.begin, match.start())
    meeting = whole is not None and MEETING.search(whole["container"]) is not None
    is_sure = meeting or (whole is not None and whole["container"].isupper())  # in THE OXFORD HANDBOOK ON AI GOVERNANCE (2022)
    by_body = any(BODY.search(item.body) for item in writer.items)
    printed = {"publisher": None, "publisher_place": None} | match.groupdict()
    named = folded[writer.begin : match.start()]
    in_capitals = " " in named and named.isupper()  # DEBORAH RHYS, ROADS TO JUSTICE (2003)
    is_told = match["cited"] or match["edition"] or match["editors"] or is_sure or by_body or in_capitals
    is_plain = match["edition"] or printed["publisher_place"] or "," not in match[0]  # 232 (Cambridge Univ. Press 2007)
    if not is_told or (printed["publisher"] and not (match["cited"] and is_plain)):
        return []  # "Author, Title (1980)" and "Author, Title (OUP 2000)" are read by other forms
    if any(start < match.start() < stop for start, stop in context.italics):
        return []  # "*Russia: Events of 2023* (2024)": no page
    found = _fields(context, match, "publisher_place", "publisher", "edition", "issued")
    for group in ("editors", "translators"):
        if match[group]:
            found += [Item(group[:-1], name, *match.span(group)) for name in split_people(text[slice(*match.span(group))])]
    if not match["edition"] and not match["editors"] and JOURNAL.search(folded, writer.begin, match.start()):
        return []  # "Grundrechte und Privatrecht, AcP 184 (1984)"
    title = _title(context, writer.begin, whole.start() if whole else match.start())
    is_year = match["cited"] and _is_year(match["cited"], match["issued"])
    if "(" in str(title.value) or IN.search(str(title.value)) or is_year:
        return []  # "Itinerario 35, 3 (2011)" after "in:"; "Defense of Japan 2015 (2015)"; "Harvard University Press, 1985 (1978)"
    issued_by = has(writer.items, "publisher") or any(item.body for item in writer.items)
    kind = "paper-conference" if meeting else "chapter" if whole else "report" if issued_by else "book"
    if not whole and (official := OFFICIAL.search(folded, writer.begin, title.end)):
        kind, title = "report", _title(context, writer.begin, official.start())
        found.append(Item.cut("number", text, official.span("number")))
    items = [Item("type", kind, match.start(), match.start()), title, *found]
    if whole:
        items += _fields(context, whole, "volume", "container")
        page, _, _ = (match["cited"] or "").partition(", ")
        items += [Item("page", page, match.start("cited"), match.start("cited") + len(page))] if page else _fields(context, whole, "page")
    return items

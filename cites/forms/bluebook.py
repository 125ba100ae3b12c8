"""Articles, books and chapters as American law reviews print them, with the year at the end and no quotation marks:

"Joseph L. Sax, The Public Trust Doctrine in Natural Resource Law, 68 Mich. L. Rev. 471, 490 (1970)", "Jane Doe, Note, Ripeness and Rivers,
27 Stan. Envtl. L.J. 201 (2014)", "2 William Blackstone, Commentaries *14", "Joseph L. Sax, Mountains Without Handrails 12–15 (1980)",
"Eric T. Freyfogle, Water Rights, in Property in Land 52, 60 (Jane Baron ed., 1999)".

What ends the citation is looked for first, for it is regular; what stands before it is who wrote it and what it is called.
Source: The Bluebook, rules 15 and 16.
"""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms import bluebook_ends as ends
from cites.forms.authors import is_body
from cites.forms.form import Context, Draft, Form, Item, has
from cites.grammar.courts import is_journal, is_reporter
from cites.grammar.dates import read_date
from cites.grammar.names import ET_AL, read_people, split_people
from cites.grammar.prose import COMMENT
from cites.grammar.titles import CLOSERS
from cites.model import Name

FAMILIES = regex.compile(  # Bruce, Odinet & Tosato, *The Private Law …*: family names alone
    r"(?P<people>(?:\p{Lu}[\p{L}'-]+,\s){0,6}\p{Lu}[\p{L}'-]+,?\s(?:&|and)\s\p{Lu}[\p{L}'-]+),\s(?=\p{Lu})"
)
MEETING = regex.compile(r"\b(?:Proceedings|Proc\.|Conference|Conf\.|Symposium|Workshop|Congress)\b", regex.IGNORECASE)
CHAPTER = regex.compile(r"(?:\s(?P<page>\d{1,4}))?,\s(?:reprinted\s)?in\s(?:(?P<volume>\d{1,3})\s)?(?P<container>\p{Lu}[^;“”]{3,160})$")
FAMILY = regex.compile(r"\p{Lu}[\p{L}'-]+")
OTHERS = regex.compile(rf"(?:{ET_AL}|(?<=ET\sAL)\.)?,\s")
IN = regex.compile(r",\sin[:\s]|\bno\.?$|\bvol\.?$", regex.IGNORECASE)
VOLUME = regex.compile(r"(?P<volume>\d{1,3}\p{Lu}?)\s(?=\p{Lu})")
# Elec. Frontier Found., · Danube Techs., Inc., · U.S. Chief Info. Officer, White House,
AFFILIATION = regex.compile(
    r"(?:[^,;()“”\"]{0,60}(?:Officer|Director|Dir\.|Sec'y|Chairman|Comm'r|Fellow|Analyst|Prof\.),\s(?:at\s)?(?P<body>\p{Lu}[^,;()“”\"]{2,70})"
    r"|(?P<body>\p{Lu}[^,;()“”\"]{1,60}?\s(?:Comm'n|Dep't|Gov't|Ass'n|Bd\.|Ctr\.|Inst\.|Admin\.|Soc'y|Auth\.|Serv\.|Found\.|Coal\.|Org\.|Fed'n"
    r"|Techs?\.|Grp\.|Servs?\.|Univ\.|Consult(?:ing|ants)|Consortium)(?:\s(?:for|of|on)\s[^,;()]{3,50})?|\p{Lu}[^,;()“”\"]{1,60}"
    r"(?=,\s(?:Inc|Ltd|LLC|LLP|Corp|Co)\b)))(?:,\s(?:Inc|Ltd|LLC|LLP|Corp|Co)\b\.?)?,\s(?=[\p{Lu}\d][^,;()]{3,}?\s)"
)
GENRE = regex.compile(
    r"(?P<genre>(?:Student\s)?(?:Note|Comment|Case\sNote|Recent\s(?:Case|Development)|Editorial|Op-Ed|Opinion|Book\sReview"
    r"|Essay|Symposium|Article|Press\sRelease)),\s(?!\d{1,4}\s\p{Lu})"
)
JOURNAL = regex.compile(r",\s(?!in\s|and\s|or\s)\p{Lu}[\p{L}.&-]*(?:\s\p{Lu}[\p{L}.&-]*){0,2}$")
OF_LAW = regex.compile(r"\bL\.\s?(?:REV|J|Q|F)\b|\bJ\.\s?L\.|&\sL\.$", regex.IGNORECASE)  # A.I. & L.
PAGED = regex.compile(r"(?P<name>(?!.*\b(?:CHANNEL|NEWS|RADIO|TV)\s\d).*\p{L}\p{P}*)\s(?P<cited>\d{1,3})")
NUMBER = regex.compile(  # GAO-19-12,
    r"(?P<number>\p{Lu}{2,8}(?:/\p{Lu}{2,8})?[-/ ]?\d[\w/-]*|Bulletin\s\d+|(?:No|Rep)\.\s\d[\w-]*),\s(?=\p{Lu})"
)
# Words of table T6 by which an institutional author is known.
BODY = regex.compile(
    r"(?:^|\s)(?:Comm'n|Dep't|Gov't|Ass'n|Bd\.|Ctr\.|Inst\.|Off(?:\.|ice)|Admin\.|Soc'y|Auth\.|Comm\.|Serv\.|Agency|Council|Found\."
    r"|Coal\.|Org\.|Ass'y|Fed'n|Nat'l\sAcad|Div\.|Enf't|Bur\.)"
)
SENTENCE = regex.compile(r"(?<!\S)\p{Ll}{3,}[.:]\s\p{Lu}")
PROSE = regex.compile(r"[“”\"]|\p{Ll}{3}\.\s\p{Lu}\p{Ll}+\s\p{Ll}|https?:|\bsupra\b")
IN_CAPITALS = regex.compile(r",\s\p{Lu}[\p{Lu}.]{3}")  # Right is the New Left, SLATESTARCODEX
MAX = 420  # code points
CLOSED = regex.compile(r"\((?:[^()]{0,80}\s)?(?:1[5-9]|20)\d\d(?:-\d{2,4})?\)(?=(?:\s\[[^\[\]]{4,80}\])?\.\s\p{Lu})")  # … 775 (1980-81). Carrie Menkel-Meadow, …
COMMA = regex.compile(r",\s(?!\d)")  # of a title: "Parole Grant Rates by State, 2019-2022" has none
FEWEST_OF_TITLE = 6  # words that are a title and not the name of a body
TRAILING = frozenset({"url", "doi", "accessed", "aside"})


class Writer(NamedTuple):
    """Who wrote it, and where the title begins."""

    items: list[Item]
    begin: int


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    stop = context.piece_end(at, end, MAX)
    comma = folded.find(", ", at, stop)
    for sentence in SENTENCE.finditer(folded, at, max(comma, at)):
        at = sentence.end() - 1  # "They tried to change this and failed. Governor's Comm'n …, Final Report 143 (1978)"
    closed = CLOSED.search(folded, at, stop)
    stop = closed.end() if closed else stop
    volume = VOLUME.match(folded, at, stop)
    begin = volume.end() if volume else at
    if not folded[begin : begin + 1].isupper():
        return []
    if essay := ends.ESSAY.match(folded, at, stop):
        return [_draft(context, at, Writer([], at), _essay(context, essay), essay, end)]
    if entry := ends.DICTIONARY.match(folded, at, stop):
        return [_draft(context, at, Writer([], at), _entry(context, entry), entry, end)]
    writer = _writer(context, begin, stop)
    if writer is None:
        return _unsigned(context, begin, stop, end) if not volume else []
    for pattern, reader in (
        (ends.ARTICLE, _article),
        (ends.FORTHCOMING, _article),
        (ends.LOOSE_LEAF, _loose_leaf),
        (ends.PREPRINT, _preprint),
        (ends.CAPITALS, _in_capitals),
        (ends.NEWS, _news),
        (ends.MANUSCRIPT, _manuscript),
        (ends.PAPER, _paper),
        (ends.BY_YEAR, _article),
        (ends.BOOK, _book),
    ):
        match = pattern.search(folded, writer.begin + 3, stop)
        if match and not _has_prose(context, at, writer, match.start()) and (items := reader(context, writer, match)):
            if volume and pattern is ends.BOOK:
                items.append(Item("volume", volume["volume"], *volume.span("volume")))
            elif volume:
                continue
            return [_draft(context, at, writer, items, match, end)]
    is_body_alone = not volume and len(writer.items) == 1 and folded[at : writer.begin].count(" ") >= FEWEST_OF_TITLE
    return _unsigned(context, begin, stop, end) if is_body_alone else []


def _unsigned(context: Context, at: int, stop: int, end: int) -> list[Draft]:
    """Read a title and a source in capitals: "Ilhan Omar Defends Idea of Dismantling Police Department, AXIOS (June 14, 2020)"."""
    match = ends.CAPITALS.search(context.folded, at + 3, stop)
    if match is None or COMMA.search(context.folded, at, match.start()):
        return []
    items = _in_capitals(context, Writer([], at), match)
    return [_draft(context, at, Writer([], at), items, match, end)] if items else []


def _writer(context: Context, at: int, stop: int) -> Writer | None:
    """Read people, a body, or the kind of an unsigned piece: "Note, " "Editorial, "."""
    folded, text = context.folded, context.text
    items: list[Item] = []
    people = read_people(folded, text, at, stop)
    if people and is_body(context.text[at : people.end], context):
        people = None
    named = OTHERS.match(folded, people.end, stop) if people else None
    if people and named and not GENRE.match(folded, at, stop) and not BODY.search(folded[at : people.end]):
        items = [Item(people.role, name, at, people.end) for name in people.names]
        at = named.end()
        if employer := AFFILIATION.match(folded, at, stop):
            items.append(Item.cut("publisher", text, employer.span("body")))
            at = employer.end()
    elif (families := FAMILIES.match(folded, at, stop)) and any(start == families.end() for start, _ in context.italics):
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
    if not items or not folded[at : at + 1] or folded[at].islower() or folded[at] in CLOSERS:  # titles have no quotation marks here
        return None
    return Writer(items, at)


def _has_prose(context: Context, at: int, writer: Writer, stop: int) -> bool:
    """True where a sentence stands before what ends a citation; a title in italics may quote."""
    italic = next((finish for start, finish in context.italics if start == writer.begin and finish <= stop), writer.begin)
    return PROSE.search(context.folded, at, writer.begin) is not None or PROSE.search(context.folded, italic, stop) is not None


def _body(context: Context, at: int, stop: int) -> int | None:
    """Return where the name of an institution ends: "Cal. Dep't of Water Res."."""
    comma = context.folded.find(", ", at, min(stop, at + 120))
    if (
        comma > 0
        and not SENTENCE.search(context.folded, at, comma)
        and (BODY.search(context.folded[at:comma]) or is_body(context.text[at:comma], context))
    ):
        return comma
    return None


def _fields(context: Context, match: regex.Match[str], *groups: str) -> list[Item]:
    found = match.groupdict()
    field = {"container": "container_title"}
    return [
        Item(field.get(group, group), context.text[slice(*match.span(group))].strip(" ,"), *match.span(group))
        for group in groups
        if found.get(group)
    ]


def _title(context: Context, begin: int, end: int) -> list[Item]:
    """Return the title, or nothing where a sentence stands in its place."""
    folded = context.folded
    words = folded[begin:end].split()
    is_sure = IN_CAPITALS.match(folded, end) is not None
    if end - begin < 3 or not any(char.isalpha() for char in folded[begin:end]):
        return []
    if not is_sure and len(words) > 3 and sum(word.strip(",.") in COMMENT for word in words[1:]) * 6 > len(words):
        return []
    return [Item("title", context.text[begin:end].rstrip(" ,"), begin, end)]


def _article(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    container = match["container"]
    by_year = match.groupdict().get("volume") == match["issued"]
    if is_reporter(container) or (by_year and not (is_journal(container) or context.outlet(container))):
        return []
    title = _title(context, writer.begin, match.start())
    items = [*title, *_fields(context, match, "volume", "container", "page", "issued")]
    return [Item("type", "article-journal", match.start(), match.start()), *items] if title else []


def _loose_leaf(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    return _dated(context, writer, match, "article-journal", "volume", "container", "number", "page")


def _preprint(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    return _dated(context, writer, match, "article", "container", "number")


def _in_capitals(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read a page or an article whose title, unlike what it is in, has small letters."""
    outlet = context.outlet(match["container"])
    if (outlet is not None and outlet.kind == "publisher") or context.folded[writer.begin : match.start()].isupper():
        return []
    of_law = outlet is None and OF_LAW.search(match["container"])
    kind = "article-journal" if of_law else "article-newspaper" if " " in match["date"] else "webpage"
    items = _dated(context, writer, match, kind, "container", "page")
    paged = PAGED.fullmatch(match["container"]) if outlet is None else None  # SUP. CT. OF THE U.S. 5 (2023)
    if paged is None:
        return items
    whole, cited = paged["name"], match.start("container") + paged.start("cited")
    return [
        *(item._replace(value=whole, end=item.start + len(whole)) if item.field == "container_title" else item for item in items),
        Item("page", paged["cited"], cited, cited + len(paged["cited"])),
    ]


def _news(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    if not has(writer.items, "genre"):
        return []  # what has an author is read as a book is
    return _dated(context, writer, match, "article-newspaper", "container", "page")


def _manuscript(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    kind = "thesis" if regex.search(r"thesis|dissertation", match["genre"]) else "manuscript"
    return _dated(context, writer, match, kind, "genre", "publisher")


def _dated(context: Context, writer: Writer, match: regex.Match[str], kind: str, *groups: str) -> list[Item]:
    date = read_date(context.folded, *match.span("date"))
    title = _title(context, writer.begin, match.start())
    if date is None or not title:
        return []
    fields = [*_fields(context, match, *groups), Item("issued", date.value, date.start, date.end)]
    return [Item("type", kind, match.start(), match.start()), *title, *fields]


def _paper(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    title = _title(context, writer.begin, match.start())
    fields = _fields(context, match, "publisher", "genre", "number", "issued")
    return [Item("type", "report", match.start(), match.start()), *title, *fields] if title else []


def _essay(context: Context, match: regex.Match[str]) -> list[Item]:
    title = Item.cut("title", context.text, (match.start(), match.end("number")))
    people = [
        Item(role, name, *match.span(group))
        for group, role in (("author", "author"), ("editors", "editor"))
        if match[group]
        for name in split_people(context.text[slice(*match.span(group))])
    ]
    return [Item("type", "chapter", match.start(), match.start()), title, *people, *_fields(context, match, "edition", "issued")]


def _entry(context: Context, match: regex.Match[str]) -> list[Item]:
    fields = _fields(context, match, "title", "container", "edition", "issued")
    if match["title"]:
        return [Item("type", "entry-dictionary", match.start(), match.start()), *fields]
    return [
        Item("type", "book", match.start(), match.start()),
        *(item._replace(field="title") if item.field == "container_title" else item for item in fields),
    ]


def _book(context: Context, writer: Writer, match: regex.Match[str]) -> list[Item]:
    """Read a book, or what is part of one."""
    folded, text = context.folded, context.text
    whole = CHAPTER.search(folded, writer.begin, match.start())
    meeting = whole is not None and MEETING.search(whole["container"]) is not None
    if not (match["cited"] or match["edition"] or match["editors"] or meeting) or match["publisher"]:
        return []  # "Author, Title (1980)" and "Author, Title (OUP 2000)" are read by other forms
    if any(start < match.start() < stop for start, stop in context.italics):
        return []  # "*Russia: Events of 2024* (2025)": no page
    found = _fields(context, match, "edition", "issued")
    for group in ("editors", "translators"):
        if match[group]:
            found += [Item(group[:-1], name, *match.span(group)) for name in split_people(text[slice(*match.span(group))])]
    if not match["edition"] and not match["editors"] and JOURNAL.search(folded, writer.begin, match.start()):
        return []  # "Grundrechte und Privatrecht, AcP 184 (1984)"
    title = _title(context, writer.begin, whole.start() if whole else match.start())
    if not title or "(" in str(title[0].value) or IN.search(str(title[0].value)) or (match["cited"] and match["cited"] == match["issued"]):
        return []  # "Itinerario 35, 3 (2011)" after "in:"; "Defense of Japan 2015 (2015)"
    issued_by = has(writer.items, "publisher") or any(isinstance(item.value, Name) and item.value.literal for item in writer.items)
    kind = "paper-conference" if meeting else "chapter" if whole else "report" if issued_by else "book"
    items = [Item("type", kind, match.start(), match.start()), *title, *found]
    if whole:
        items += _fields(context, whole, "volume", "container")
        page, _, _ = (match["cited"] or "").partition(", ")
        items += [Item("page", page, match.start("cited"), match.start("cited") + len(page))] if page else _fields(context, whole, "page")
    return items


def _draft(context: Context, at: int, writer: Writer, items: list[Item], match: regex.Match[str], end: int) -> Draft:
    finish = match.end()
    groups = match.groupdict()
    cited = context.text[slice(*match.span("cited"))] if groups.get("cited") else ""
    if not cited and not groups.get("volume"):  # of a newspaper or a dictionary the page cited is printed, of an article its first one
        cited = groups.get("page") or ""
    if any(item.field == "type" and item.value == "chapter" for item in items):
        cited = cited.partition(", ")[2] or cited
    tail = context.tail(finish, end)
    short_name = ""
    for item in tail.items:
        if item.field == "hereafter":
            short_name = item.value
        elif item.field not in TRAILING:
            break
        else:
            items += [Item(*item)] if item.field != "aside" else []
        finish = item.end + (context.folded[item.end : item.end + 1] in (")", "]", ">"))
    return Draft("full", "bluebook", at, finish, [*writer.items, *items], cited, 0.95, short_name)


FORM = Form("bluebook", read, (" (", "*", "editorial,", "op-ed,", ". rev. ", ", at "))

"""An entry of a bibliography: names first, family before given; periods or commas between the fields; year early or late.

"Smith, J. (2010). Title of the work. London: Routledge." · "Baev, Pavel K. “Title.” Journal 8, no. 3 (2015): 318–40." ·
"Marr, R. (1992): Kooperationsmanagement, in: Gaugler, E. (Hrsg.): Handwörterbuch, Stuttgart, S. 1154."
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms import book, cjk, decrees, fond, gost, titled
from cites.forms.assign import assign
from cites.forms.authors import is_body, outlet_before, read_author
from cites.forms.form import Context, Draft, Item, has
from cites.forms.papers import ISSUERS
from cites.forms.press_entry import read_press_entry
from cites.grammar.dates import OPEN, Date, read_date
from cites.grammar.imprint import Item as Printed
from cites.grammar.imprint import is_place
from cites.grammar.inverted_names import read_inverted
from cites.grammar.names import ONE, People, is_given, read_people
from cites.grammar.prose import ABBREVIATED
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted
from cites.knowledge import load
from cites.model import Name

YEAR = regex.compile(
    r"[\s,.:]*[(\[]?\s?(?P<year>(?:1[5-9]|20)\d\d)\s?(?P<letter>[a-h])?(?!\d)(?:,\s(?P<rest>\p{L}+\.?\s?\d{0,2}"
    r"(?:-\d{1,2})?|\d{1,2}\.?\s(?:de\s)?\p{L}+\.?)(?=[)\]]))?\s?[)\]]?\s?[.,:;]?\s?"
)
UNDATED = regex.compile(r"[\s,.]*\(?(?:n\.\s?d\.|forthcoming|in press|o\.\s?J\.)\)?[.,:]?\s?", regex.IGNORECASE)
SAME_AUTHOR = regex.compile(r"(?:[—–-]{2,}|_{3,})(?=[.,\s(])|[—–-](?=\s\(\d{4})")
TITLE_END = regex.compile(
    r",\s(?=(?:\d+(?:st|nd|rd|th)|rev(?:ised|\.)|enlarged|expanded|updated|new|second|third)\s(?:edn|ed\b|edition))"
    r"|[.?!]\s(?=[\p{Lu}\d“\"‘(\[«]|https?:)|\.$|$|,\s(?=in:?\s\p{Lu}|pp?\.|S\.|vol\.|Bd\.|no\.)|\s(?=\((?:(?:1[5-9]"
    r"|20)\d\d[a-h]?[),]|\p{Lu}[\p{L} .,-]+:|\p{Lu}[^():]{3,60},\s(?:1[5-9]|20)\d\d\)|\d+(?:st|nd|rd|th)\sed|Vol))"
    r"|[.,]?\s(?=In:?\s\p{Lu}|//)|,\s(?=[„«]\p{Lu}[^”»“]{2,80}[”»“],?\s(?:nr|Nr|t\.|vol|R\.|z\.|\d))"  # Media i władza, „Studia”, nr 3
)
DASHED_BODY = regex.compile(r"\p{Lu}\p{L}{1,9}\s-\s\p{Lu}[^.:(“\"]{5,100}?(?=\s\((?:19|20)\d\d)")  # BpB – Bundeszentrale
CAPITALS = regex.compile(r"[\p{Lu}\d][^\p{Ll},.;:()\"“]{2,80}(?:\.[^\p{Ll},.;:()\"“\s]{2,20})?(?=\.\s)")  # FOLHA DE S.PAULO
BODY = regex.compile(
    r"(?:[^.(“\"]|(?<=\b\p{Lu})\.){3,140}?(?:\s\([\p{Lu}\d][\p{L}\d&-]{1,9}\))?(?<!\b\p{Lu})(?=\.\s|\s\("
    r"(?:\d{1,2}\s\p{L}+\s)?(?:1[5-9]|20)\d\d|,?\s“)"
)
SENTENCE_CASE = regex.compile(r"[^.,(?!]*\s\p{Ll}{4,}[^.,(?!]*\s\p{Ll}{4,}")
GENRE_NEXT = regex.compile(r"\s(?=[\[(](?P<genre>[^,\])]{4,40})[,\])])")  # Remittances [Doctoral dissertation, University of Leeds]
HARVARD = regex.compile(  # Power and Interdependence, Longman, New York, NY
    r"[^.;()]{3,200}?(?P<end>),\s(?P<publisher>\p{Lu}[^,.;()]{2,60}),\s(?P<place>\p{Lu}[^,.;()]{2,30}(?:,\s\p{Lu}[\p{L}.]{1,4})?)\.?$"
)
BY = regex.compile(r"\s?,?\sby\s(?=\p{Lu})")
DATED = regex.compile(r"(?P<name>\p{Lu}[^,.;]{1,60}),\s(?=\p{Lu}\p{L}{2,8}\.?\s\d|\d{1,2}\s\p{L})")  # Izvestia, March 3, 2014
ISSUE_OF_YEAR = regex.compile(  # Osteuropa, 3/2015
    r"(?P<container_title>\p{Lu}[^,;()]{2,80}?),?\s(?:Nr\.\s|no\.\s|H\.\s)?(?P<issue>\d{1,2}(?:-\d{1,2})?)/(?P<issued>(?:19|20)\d\d)"
)
IMPRINT_LATER = regex.compile(r"[^.?!]{5,140}\.\s\p{Lu}[^.:]{2,30}:\s")
GENRES = load().genres
DAY = 10  # code points of "2019-03-28"
PRINTED = frozenset({"publisher_place", "edition", "number", "genre", "container_title", "isbn"})
SURE = 0.9  # confidence of a form that describes works as lists do
COVERED = 0.6  # share of an entry that it must use up
MAX_AUTHORS = 500  # code points


def read_entry(context: Context, before: tuple[Name, ...] = ()) -> list[Draft]:
    """Return the work of one entry of a bibliography; `before` are the authors of the entry above, for "———"."""
    if "《" in context.folded or "『" in context.folded:
        found = cjk.FORM.read(context, 0, len(context.folded))
        if found and found[0].form == "full" and found[0].get("author"):
            return found
    read = read_by_gost(context) or read_press_entry(context) or _as_in_a_note(context)
    return read or read_stretch(context, 0, len(context.folded), before)


def read_by_gost(context: Context) -> list[Draft]:
    """Read an entry by GOST: "Алексеев В. В. Регион // Уральский исторический вестник. 2001. № 7. С. 5–19"."""
    end = len(context.folded)
    for form in (fond.FORM, decrees.FORM, gost.FORM):
        drafts = form.read(context, 0, end) if context.may_hold(form) else []
        if drafts and drafts[0].confidence >= SURE and drafts[-1].end > COVERED * end:
            return drafts
    return []


def _as_in_a_note(context: Context) -> list[Draft]:
    """Read an entry whose author has the given name first: "Nicole Starosielski, The Undersea Network (Duke University Press, 2015)"."""
    folded, end = context.folded, len(context.folded)
    first = ONE.match(folded)
    if first is None or not folded.startswith(", ", first.end()) or not is_given(first[0].split(" ")[0]):
        return []
    found = titled.read(context, 0, end) or book.read(context, 0, end)
    whole = found and found[0].form == "full" and found[0].end * 3 > end * 2 and found[0].get("author") and found[0].get("issued")
    return found if whole else []


def read_stretch(context: Context, begin: int, end: int, before: tuple[Name, ...] = ()) -> list[Draft]:
    """Return the work that `begin:end` of the context names in the style of a bibliography."""
    folded, text = context.folded, context.text
    while end > begin and folded[end - 1] in " ":
        end -= 1
    if (
        (dated_source := DATED.match(folded, begin, end))
        and (day := read_date(folded, dated_source.end(), end))
        and day.end >= end - 1
        and day.has_year
    ):
        name = Item.cut("container_title", text, dated_source.span("name"))
        return [Draft("full", "entry", begin, day.end, [name, Item("issued", day.value, day.start, day.end)], confidence=0.8)]
    authors, at = _authors(context, begin, end, before)
    items = list(authors)
    dated = _date_in_parentheses(folded, at, end)
    year = None if dated else YEAR.match(folded, at, end)
    if dated:
        items.append(Item("issued", dated.value, dated.start, dated.end))
        at = dated.end + 1
    elif year:
        value = year["year"]
        full = read_date(folded, year.start("rest"), end) if year["rest"] else None
        month_day = read_date(f"{year['rest']} {value}", 0) if year["rest"] else None
        value = f"{value}{full.value[4:]}" if full and full.has_day else month_day.value if month_day and month_day.has_month else value
        items.append(Item("issued", value, *year.span("year")))
        if year["letter"]:
            items.append(Item("year_letter", year["letter"], *year.span("letter")))
        at = year.end()
    elif undated := UNDATED.match(folded, at, end):
        at = undated.end()
    while at < end and folded[at] in " ,.:":
        at += 1
    if at >= end:
        return []
    quoted = read_quoted(folded, at, end) if folded[at] in CLOSERS and opens_quote(folded, at) else None
    stop = quoted.stop if quoted else _before_imprint(context, at, _title_end(context, at, end))
    title = (
        Item.cut("title", text, (quoted.start, quoted.end))
        if quoted
        else Item("title", text[at:stop].rstrip(" .,"), at, stop)
    )
    by = BY.match(folded, stop, end) if not authors else None
    if by and (people := read_people(folded, text, by.end(), end)):  # [How to Eat](https://…) by Jane Hall (New Yorker, 2012)
        items += [Item("author", name, by.end(), people.end) for name in people.names]
        stop = people.end
    tail = context.tail(stop, end, listed=True)
    is_contained = (
        quoted is not None or any(item.field in ("in", "volume", "issue") for item in tail.items) or _is_periodical(context, tail.items)
    )
    printed = [item for item in tail.items if not (item.field == "issued" and (year or dated))]
    later = next((item for item in tail.items if item.field == "issued" and year), None)
    if year and later and later.value.startswith(OPEN):  # "2023. “Title.” Journal, March 1."
        items = [item._replace(value=later.value.replace(OPEN, str(item.value)[:4])) if item.field == "issued" else item for item in items]
    elif year and later and later.value.startswith(year["year"]) and len(later.value) > 4:
        items = [item._replace(value=later.value) if item.field == "issued" else item for item in items]
    fields, locator, short_name = assign(printed, context, titled=is_contained)
    if not (year or dated) and not has(fields, "issued"):
        fields = [part for item in fields for part in _issue_of_year(item)]
    if locator and not has(fields, "page") and is_contained:
        fields.append(Item("page", locator, at, end))
    fields = [_in_italics(item, fields, context) for item in fields]
    if not is_contained and _is_page(authors, items, fields):
        fields = [item._replace(field="container_title") if item.field == "publisher" else item for item in fields]
    alone = quoted is not None and context.kind == "note" and len(authors) == 1 and not (year or dated or has(fields, "container_title"))
    if alone and (outlet := outlet_before(authors[0], context)):
        items = [outlet if item is authors[0] else item for item in items]  # "BBC News. “Marriott fined.” Last modified October 30, 2020"
    confidence = 0.9 if authors and any(item.field == "issued" for item in (*items, *fields)) else 0.6
    draft = Draft("full", "titled" if quoted else "entry", begin, end, [*items, title, *fields], locator, confidence, short_name)
    while draft.end > begin and folded[draft.end - 1] in " .":
        draft.end -= 1
    return [draft]


def _in_italics(item: Item, fields: list[Item], context: Context) -> Item:
    """Take what is in italics behind a title that is not for the title of a journal: "O trem azul. *Letras In.verso e Re.verso*. 2016"."""
    is_set = item.field == "publisher" and any(start == item.start and abs(stop - item.end) <= 1 for start, stop in context.italics)
    return item._replace(field="container_title") if is_set and not has(fields, "container_title") else item


def _is_page(authors: list[Item], dated: list[Item], fields: list[Item]) -> bool:
    """True for what a person wrote for a site, with its day: "Kim, P. (2019, March 28). Seventeen Years. Pivot Legal Society. https://…"."""
    have = {item.field for item in fields}
    day = any(item.field == "issued" and len(str(item.value)) == DAY for item in (*dated, *fields))
    people = all(isinstance(item.value, Name) and item.value.family for item in authors)
    return day and people and "url" in have and not have & PRINTED


def _issue_of_year(item: Item) -> list[Item]:
    """Take "Osteuropa, 3/2015" apart: a container, its issue and the year."""
    match = ISSUE_OF_YEAR.fullmatch(str(item.value)) if item.field == "container_title" else None
    if match is None or item.end - item.start != match.end():
        return [item]
    parts = ("container_title", "issue", "issued")
    return [Item(field, match[field], item.start + match.start(field), item.start + match.end(field)) for field in parts]


def _authors(context: Context, at: int, end: int, before: tuple[Name, ...]) -> tuple[list[Item], int]:
    folded, text = context.folded, context.text
    same = SAME_AUTHOR.match(folded, at, end)
    if same:
        return [Item("author", name, at, same.end()) for name in before], same.end()
    linked = next((start for start, _, _ in context.links if start > at), end)  # a title: "Jared Spool, [Net Promoter Score](https://…)"
    if linked < end and folded.endswith(", ", at, linked) and (author := read_author(context, at, linked)):
        return author, linked
    limit = min(end, at + MAX_AUTHORS)
    comma = folded.find(", ", at, limit)
    office = BODY.match(folded, at, end) if comma > 0 and " " in folded[at:comma] and is_body(text[at:comma], context) else None
    if office and office.end() > comma:  # "European Commission, Directorate-General for Energy (2014)"
        return [Item("author", Name(literal=text[at : office.end()]), at, office.end())], office.end()
    dashed = DASHED_BODY.match(folded, at, limit)
    if dashed:
        return [Item("author", Name(literal=text[at : dashed.end()]), at, dashed.end())], dashed.end()
    capitals = CAPITALS.match(folded, at, limit)
    if capitals and not is_given(capitals[0].split(" ")[0].title()):
        return [Item("author", Name(literal=text[at : capitals.end()]), at, capitals.end())], capitals.end()
    people = read_inverted(folded, text, at, limit)
    if people and _is_straight(people):
        people = read_people(folded, text, at, folded.find(", ", at))
    if people:
        return [Item(people.role, name, at, people.end) for name in people.names], people.end
    straight = read_people(folded, text, at, limit)
    if straight and (is_body(text[at : straight.end].strip(" ."), context) or _is_unlikely(straight)):
        straight = None
    if (
        straight
        and straight.end < end
        and folded[straight.end] in ",.:("
        and not (folded[straight.end] == "." and " " not in text[at : straight.end])
    ):
        return [Item(straight.role, name, at, straight.end) for name in straight.names], straight.end
    body = BODY.match(folded, at, end)
    if body and (author := read_author(context, at, body.end())) and body.end() < end:
        return author, body.end()
    return [], at


def _is_periodical(context: Context, printed: tuple[Printed, ...]) -> bool:
    name = next((item.value for item in printed if item.field == "text"), "")
    outlet = context.outlet(name) if name else None
    return outlet is not None and outlet.kind not in ISSUERS


def _is_unlikely(people: People) -> bool:
    """True for one name in its usual order of which the first word is no given name: "Central Asia Barometer" is a body."""
    return len(people.names) == 1 and not is_given(people.names[0].given.split(" ")[0]) and " " in people.names[0].given


def _is_straight(people: People) -> bool:
    """True for one name in its usual order, with the first word of a title behind it: "Andrew Jacobs, Upstart Leader Is Ousted"."""
    words, given = people.names[0].family.split(" "), people.names[0].given.split(" ")[0].rstrip(".")
    return len(people.names) == 1 and len(words) > 1 and is_given(words[0]) and not is_given(given)


def _date_in_parentheses(folded: str, at: int, end: int) -> Date | None:
    """Read "(30 April 1998)" after the names."""
    while at < end and folded[at] in " ,.":
        at += 1
    date = read_date(folded, at + 1, end) if at < end and folded[at] == "(" else None
    return date if date and date.has_month and date.has_year and folded[date.end : date.end + 1] == ")" else None


def _title_end(context: Context, at: int, end: int) -> int:
    for start, finish in context.italics:
        if at - 1 <= start <= at + 1:
            return finish
    for start, finish, _ in context.links:
        if at - 1 <= start <= at + 1 and finish < end and " " in context.folded[start:finish]:
            return finish
    for match in TITLE_END.finditer(context.folded, at + 2, end):
        where = match.start()
        mark = context.folded[where : where + 1]
        if mark == "." and ABBREVIATED.match(context.folded, where):
            continue
        if mark in ("?", "!") and IMPRINT_LATER.match(context.folded, where + 2, end):
            continue  # "Friends with Benefits? Russian-Chinese Relations. Moscow: …"
        if mark in ("?", "!") and SENTENCE_CASE.match(context.folded, where + 2, end):
            continue  # "Discomfiture of democracy? The 2005 election crisis in Ethiopia, African Affairs 105"
        return min(end, where + (mark in ("?", "!")))
    return end


def _before_imprint(context: Context, at: int, stop: int) -> int:
    """Return where a title ends before its genre in brackets, or before a publisher and a place that only commas part from it."""
    for match in GENRE_NEXT.finditer(context.folded, at + 2, stop):
        if match["genre"].casefold() in GENRES:
            return match.start()
    harvard = HARVARD.match(context.folded, at, stop)
    return harvard.end("end") if harvard and is_place(harvard["place"]) and not is_place(harvard["publisher"]) else stop

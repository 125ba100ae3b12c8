"""A title without quotation marks: "Stylianos A. Sotiriou, Russian Energy Strategy (Lanham, MD: Lexington Books, 2014), 4"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.edtf import has_day, is_day
from cites.forms.books.italics import italics_within, owner_of
from cites.forms.books.parted import part_names
from cites.forms.books.short_titles import is_whole_note
from cites.forms.books.unquoted import Work, begins_no_title, read_work
from cites.forms.fields.authors import is_body, outlet_before
from cites.forms.fields.authorship import as_body, is_by_body, is_lone, is_unlikely, with_writers
from cites.forms.fields.contained import is_day_of_outlet, of_part
from cites.forms.form import POINTERS, Context, Draft, Form, Item, changed, field_of, has, holds_any, replaced, value_of
from cites.forms.signals import next_boundary
from cites.grammar.genres import is_report
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import PARTICLE, read_people
from cites.grammar.person import is_office
from cites.grammar.prose import is_prose
from cites.grammar.sources import BODY_WORDS, EVENT_WORDS, is_station
from cites.model import Name

PARTED = (", ", ": ", ". ", " (", "' ", "'s ")  # of these one parts a title from who wrote it, or from when, unless a mark does
UNKNOWN = 0.5  # how sure an unknown name in italics with a day is a source, in running text
LED = 8  # code points of "O. V., " before a title
FEW = 3  # words of the name of an event or of a part of a body; reports are longer
TITLE_YEAR = regex.compile(r"(?<!\b\p{Ll}{1,4}),?\s(?P<year>(?:19|20)\d\d)$")  # behind a short title
PARTICLES_FIRST = regex.compile(rf"(?:{PARTICLE})+\p{{Lu}}")  # van der Pijl
SOMEBODY = r"(?:\p{Lu}[\p{L}.'-]+\s(?:(?:de|del|da|di|van|von)\s)?){1,3}\p{Lu}[\p{L}'-]+"
LED_TO = regex.compile(  # "and, for Bolivia, Daniel M. Goldstern, The …"
    rf"(?<!\p{{L}})\p{{Ll}}[\p{{L}}'-]*(?:[:,]?|\s\p{{Lu}}\p{{Ll}}+,|\s\d{{4}},)\s(?:{SOMEBODY}\s(?:and|&)\s)?{SOMEBODY}(?:"
    rf"(?:\s\(eds?\.?\)|,\s(?:eds?|trans)\.)?,|'s)"
    r"\s[\p{Lu}“\"‘«„]"
)
QUOTED = regex.compile(r"[“”\"«»„]|(?<!\p{L})['‘]")  # what stands in the italics is what the quoted title is part of
SMALL_LEAD = regex.compile(r"(?:\s\p{Ll}+){3}\s$")  # The received view dates everything from *The Paper Lantern* (1926)
SPEECH = regex.compile(r":\s[\"“]")  # … was quoted in the *Evening World*, on December 12, 1889: "That was a coincidence"
PIECE = compile_words(  # Timothy Snyder, introduction to *Inhuman Land*, by Czapski, xii
    rf"(?P<people>(?-i:\p{{Lu}})[^,;:()“”\"]{{3,80}}),\s(?P<piece>(?-i:\p{{Ll}}+\s){{0,3}}(?:{one_of('pieces')})\s"
    rf"(?:{one_of('pieces.to')})\s)"
)


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    if not (context.italics or context.links or holds_any(folded[at:end], PARTED)):
        return []
    if not (folded[at].isupper() or folded[at].isdigit() or not folded[at].isascii() or PARTICLES_FIRST.match(folded, at, end)):
        return []
    if piece := _piece(context, at, end):
        return [piece]
    for author, begin in part_names(context, at, end):
        draft = _titled(context, at, begin, end, author)
        if draft:
            return [draft]
    return []


def _piece(context: Context, at: int, end: int) -> Draft | None:
    """Read what one wrote for another's book, or for a catalogue: it is a part of the book in italics behind it."""
    head = PIECE.match(context.folded, at, end) if context.italics else None
    is_book = head is not None and context.begins_italics(head.end())
    people = read_people(context.folded, context.text, at, head.end("people"), whole=True, single=True) if head and is_book else None
    if head is None or people is None:
        return None
    author = [Item("author", name, at, people.end) for name in people.names]
    work = read_work(context, head.end(), end, author, dated=False)
    if work is None:
        return None
    title, book = Item.cut("title", context.text, (head.start("piece"), work.title.end)), work.title._replace(field="container_title")
    is_short = not work.fields & {"issued", "publisher", "publisher_place"}
    rest = [item for item in work.items if item.field != "author"]
    items = [*author, title, *([] if is_short else [book, *rest, Item("type", "chapter", at, at)])]
    return Draft("short" if is_short else "full", "book", at, work.end, items, work.locator, 0.9)


def read_titled(context: Context, at: int, end: int, author: list[Item], *, dated: bool = False) -> list[Draft]:
    """Return the work whose title begins at `at`, its author being known; dated: so is its year."""
    draft = _titled(context, at, at, end, author, dated=dated)
    return [draft] if draft else []


def _titled(context: Context, at: int, begin: int, end: int, author: list[Item], *, dated: bool = False) -> Draft | None:
    if begin >= end or begins_no_title(context, begin, end, author):
        return None
    later = None if author else italics_within(context, begin, end)
    cut = next((start for start, _ in context.italics if begin <= start < end), begin)
    part = context.text[begin:cut].removesuffix(", ")  # U.S. Congress, House Committee on Finance, *The Future …*
    if is_by_body(author) and begin + len(part) < cut and "(" not in part and is_body(part, context):
        name = Name(literal=context.text[author[0].start : cut - 2])
        author, begin = [author[0]._replace(value=name, end=cut - 2)], cut
    if later and next_boundary(context.folded, begin, later) < later:
        return None  # a sentence, and then what is cited: "It began in 2010. Senate Committee on Health, *Medical Complaints*, 2016"
    if later:
        author = owner_of(context, begin, later)
        begin, at = later, author[0].start if author else later  # "Funder's own book has a tape recorder on nearly every page: *Stasiland*"
    work = read_work(context, begin, end, author, dated=dated)
    if work is None:
        return None
    if not (author or later) and (start := _italics_at_end(context, work)):
        return _titled(context, start, start, end, [])
    is_short = not (work.is_behind or _is_linked(context, author, work))
    is_short = is_short and all(item.field in POINTERS or item.field == "aside" for item in work.printed)
    is_led = bool(author) and begin > at and context.folded[begin - 2] != ","  # "Smith: Long Road, 44", "Smith's Long Road, 44"
    if is_led and not (later or context.begins_italics(begin)) and not _is_met(context, work, is_short=is_short):
        return None
    return (_short if is_short else _full)(context, at, author, work, dated=dated)


def _is_met(context: Context, work: Work, *, is_short: bool) -> bool:
    """True for what may stand behind "Smith: " or "Smith's ": behind the latter only a short form of a title that was met."""
    named = context.known.has_title(context.text[work.begin : work.stop])
    if context.folded[work.begin - 2] in "s'" and not (is_short and work.printed and named):
        return "issued" in work.fields and not work.fields.isdisjoint({"publisher", "publisher_place"})  # Conniff's Labor (Lyon: …)
    return not is_short or bool(work.printed) or named


def _short(context: Context, at: int, author: list[Item], work: Work, *, dated: bool) -> Draft | None:
    """Return a work that was met before by its title, None where the words may be anything."""
    folded, (begin, stop) = context.folded, (work.begin, work.stop)
    words, title, items = context.text[begin:stop], work.title, work.items
    by_known = all(context.known.has(item.value) for item in author)
    is_unsigned = not author and work.is_italic and context.known.is_unsigned(words)
    is_known = dated or is_unsigned or (author and (work.is_italic or by_known or (" " in words and context.known.has_title(words))))
    is_whole = is_whole_note(context, at, author, words, work.printed)
    is_known = is_known or is_whole
    if not is_known or is_prose(folded[begin:stop]):
        return None
    if not work.printed and not work.is_italic and (stop - begin < 8 or folded[begin + 1] == "."):
        return None  # Roever, S. (2006)
    if author and not work.is_italic and (year := TITLE_YEAR.search(folded, begin, stop)):  # Berg, Warum? 2015
        title = Item.cut("title", context.text, (begin, year.start()))
        items = [*items, Item.cut("issued", context.text, year.span("year"))]
    author = as_body(context, author, items, words)
    finish = max((item.end for item in work.printed), default=stop)
    form = "full" if is_whole and context.kind == "inline" and not by_known else "short"  # elsewhere a list may have it
    return Draft(form, "book", at, finish, [*author, title, *items], work.locator, 0.85)


def _full(context: Context, at: int, author: list[Item], work: Work, *, dated: bool) -> Draft | None:
    items, fields = work.items, work.fields
    imprint = bool(fields & {"publisher", "publisher_place"}) or (has(items, "publisher") and has(items, "number"))
    imprint = imprint or ("editor" in fields and has(items, "publisher_place"))
    issued = dated or bool(fields & {"issued", "undated"})
    is_placed = has(items, "publisher_place") and bool(author and work.locator)  # Losy państwa i narodu, Warszawa 2003, s. 33
    if is_prose(context.folded[work.begin : work.stop]) and not (
        imprint or is_placed or (work.begin, work.stop) in context.italics or "number" in fields
    ):
        return None
    if not author and _stands_in_prose(context, work, imprint=imprint, issued=issued):
        return None
    is_set = work.is_italic or work.locator or context.folded.startswith(" (", work.stop)
    if not (is_set or is_by_body(author)) and any(map(is_office, str(work.title.value).split(", "))):
        return None  # Robert Bell, Distinguished Fellow, RAND Corporation, Santa Monica, California, 2011
    if author and not _is_enough(context, author, work, imprint=imprint, issued=issued, dated=dated):
        return None
    words = context.text[work.begin : work.stop]
    author = as_body(context, author, items, words) or [item for item in items if item.field == "author"]  # “by Anna Berg” behind it
    items = [item for item in items if item.field != "author"]
    if not author and _is_paper(context, work):
        return _paper(context, at, work)
    author, items = with_writers(author, items)
    if len(author) == 1 and has(items, "issued") and not has(items, "container_title") and not has(items, "publisher"):
        author = [outlet_before(author[0], context) or author[0]]  # "BBC News, *Apple Daily* (June 2021)"
    if _is_web_page(context, author, work, items):
        items = [*items, Item("type", "webpage", at, at)]
    is_bare = context.kind == "inline" and not (imprint or work.is_italic or work.locator)
    is_odd = is_bare and (is_unlikely(author, words) or is_office(words) or (is_by_body(author) and _is_event_or_part(words)))
    confidence = 0.95 if author and imprint else 0.4 if is_odd else 0.85 if imprint or author else 0.7
    if is_bare and author and " " not in words and not is_common(words.lower()):
        confidence = min(confidence, 0.6)  # Owen Prichard, Amlwch, 1912: one word that is no English one may be where somebody was
    named = of_part(work.title, items, author, context)
    return Draft("full", "book", at, work.end, [*author, *named], work.locator, confidence, work.short_name)


def _is_event_or_part(title: str) -> bool:
    """True for a few words with that of an event or a body at either end: "Operation Cast Lead", "First Cavalry Division"."""
    words = title.casefold().split()
    return len(words) <= FEW and not is_report(title) and not EVENT_WORDS.union(BODY_WORDS).isdisjoint((words[0], words[-1]))


def _is_web_page(context: Context, author: list[Item], work: Work, items: list[Item]) -> bool:
    """True for what a body gave out on its site on a day: "European Commission, [Fisheries: a proposal](https://…), 3 November 2022"."""
    day = value_of(items, "issued")
    is_link = any((start, stop) == (work.begin, work.stop) for start, stop, _ in context.links)
    is_other = work.is_italic or any(has(items, field) for field in ("publisher", "number", "genre", "container_title", "type"))
    return is_link and is_by_body(author) and is_day(day) and not is_other and not is_report(context.text[work.begin : work.stop])


def _stands_in_prose(context: Context, work: Work, *, imprint: bool, issued: bool) -> bool:
    """True for a title without an author that nothing tells from the words of a sentence."""
    words = context.folded[work.begin : work.stop]
    led = LED_TO.search(context.folded, work.begin, work.stop) and not context.begins_italics(work.begin)
    if led or SPEECH.search(words) or _is_about(words, context):
        return True  # "The standard history is Michael Mastandrea, Economic Restraint": the work begins later
    whole = context.kind == "note" and work.begin < LED and work.end >= len(context.folded.rstrip(" ."))
    if whole and " " in words and "(" not in words and has(work.items, "publisher_place"):  # Rapport de la Commission, Paris, Plon, 1862
        imprint = imprint or has(work.items, "publisher") or bool(work.locator)
    of_paper = work.is_contained and (_is_led_by_colon(context, work) or is_day_of_outlet(context, work.printed, words, whole=whole))
    if not (issued and (imprint or work.is_italic or of_paper)):
        return True
    news = value_of(work.items, "publisher") if context.kind == "inline" and has_day(value_of(work.items, "issued")) else ""
    if news and not work.is_italic and (context.press(news) or is_station(news, None)):
        return True  # NOTE: the talks will also help (Pyongyang radio, 18 March)
    people = any(item.field == "publisher" and ", " in item.value for item in work.printed)
    # "Werkzeuge wie TrackMeNot (Daniel Howe, Helen Nissenbaum, Vincent Toubiana, 2006)": who made them
    return people and not (work.is_italic or "publisher_place" in work.fields)


def _is_led_by_colon(context: Context, work: Work) -> bool:
    """True for what stands right behind its title and says what it is in: "Der lange Arm, in: Der Spiegel (2014), S. 44"."""
    first = work.printed[0]
    return first.field == "in" and ":" in context.folded[first.start : first.end]


def _is_paper(context: Context, work: Work) -> bool:
    """True for a name in italics with its day and no more: "*Los Angeles Daily Herald*, December 2, 1889, 7"."""
    day = field_of(work.items, "issued")
    first = min((item for item in work.items if item.field in ("issued", "volume")), key=lambda item: item.start, default=None)
    is_whole = (work.begin, work.stop) in context.italics and first is not None and first.start == work.stop + len(", ")
    return is_whole and len(str(day and day.value)) == len("2012-01-26") and work.fields <= {"issued", "page", "volume", "url", "accessed"}


def _paper(context: Context, at: int, work: Work) -> Draft:
    """Return an issue of a paper; what seemed a volume is its number or its page: "*Herald*, 61 (May 2, 1889)", "May 2, 1889, 7"."""
    day = next(item.start for item in work.items if item.field == "issued")
    page = next((item for item in work.items if item.field == "volume" and item.start > day), None)
    items = changed(replaced(work.items, page), "volume", field="issue")
    cited = str(page.value) if page else work.locator
    is_bare = context.kind == "inline" and not cited  # *Guernica*, 4 June 1937
    confidence = max(UNKNOWN, context.evidence(str(work.title.value))) if is_bare else 0.85
    return Draft("full", "source_date", at, work.end, [work.title._replace(field="container_title"), *items], cited, confidence)


def _italics_at_end(context: Context, work: Work) -> int | None:
    """Return where italics begin that end the words, and have more than an article before them: "The same stood in the *Evening World*"."""
    start = next((start for start, finish in context.italics if finish == work.stop and start > work.begin), None)
    if start is not None and next_boundary(context.folded, work.begin, start) < start:
        return None
    lead = context.folded[work.begin : start] if start is not None else ""
    if work.fields & {"publisher", "publisher_place"} and not SMALL_LEAD.search(lead):
        return None  # *Reading Marx* may be part of a title
    return start if lead.count(" ") > 2 and not QUOTED.search(lead) else None


def _is_enough(context: Context, author: list[Item], work: Work, *, imprint: bool, issued: bool, dated: bool) -> bool:
    """True where more than a name and some words are there: a date, an imprint, an address, a number."""
    fields, italic = work.fields, work.is_italic
    is_apart = work.is_contained or (imprint and issued) or "in" in fields or context.kind == "list" or (dated and italic)
    is_set = bool(author) and (author[0].start, author[0].end) in context.italics and issued  # *Kern*, Das Recht der Häfen (2010), 12
    if is_lone(author, context) and not (is_apart or is_set):
        return False
    is_numbered = is_by_body(author) and ((italic and "text" in fields) or "number" in fields)  # *Institutions in Action*, GovTech Brief
    if not (issued or imprint or fields & {"in", "url", "doi", "accessed"} or is_numbered or _is_linked(context, author, work)):
        return False
    # not "Justin McCurry, The Guardian, October 15, 2015"
    title = context.text[work.begin : work.stop]
    is_news = issued and not imprint and not italic and "page" not in fields and not (is_by_body(author) and is_report(title))
    return not (is_news and context.evidence(title) >= 0.8)


def _is_linked(context: Context, author: list[Item], work: Work) -> bool:
    """True for a title that is a link and by whom it is stands before it: "World Bank, [Poverty at a Glance](https://…)"."""
    named = bool(author) and all(item.body or (item.person and item.person.given) for item in author)
    return named and any((start, stop) == (work.begin, work.stop) for start, stop, _ in context.links)


def _is_about(folded: str, context: Context) -> bool:
    """True for "Kagan makes a similar point in Of Paradise and Power", of an author who was met before."""
    words = folded.split(" ", 2)
    return len(words) == 3 and words[0] in context.known.people and words[1].islower() and words[1] not in ("and", "et", "und")


FORM = Form("book", read)

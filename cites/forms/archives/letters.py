"""Letters and diaries: "Letter from W. R. Dickson to the author, 13 June 2007", "Austen Chamberlain to Ida Chamberlain, 31 October 1925",

"Goebbels diary, 12 January 1942", "Diary of Harold Nicolson, 3 September 1939", "entry for 4 June 1940, Colville diary",
and, with interviews, as lawyers print them: "Interview with Peter Maddox, solicitor (Belfast, 16 June 2018)",
"Letter from Thomas Jefferson to James Madison (Sept. 6, 1789), in 15 The Papers of Thomas Jefferson 392 (Julian P. Boyd ed., 1958)".

Source: The Bluebook, rule 17.2; OSCOLA, 4th edition, part 3.4.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_ordinary
from cites.forms.fields.assign import read_rest, take_address
from cites.forms.form import Context, Draft, Item, changed, field_of, value_of
from cites.grammar.dates import find_date, read_date
from cites.grammar.lexicon import any_of, compile_words, one_of
from cites.grammar.locator_shapes import PAGES
from cites.grammar.names import read_people, split_people
from cites.grammar.publisher_places import begins_with_place, is_place
from cites.grammar.sources import is_body
from cites.knowledge import load
from cites.model import Name

LETTER = one_of("letters")
IN_PARENTHESES = regex.compile(
    rf"(?P<title>(?P<kind>(?=\p{{Lu}})(?i:(?:{one_of('spoken.how')}\s)?interview\swith|{LETTER}\sfrom))\s"
    r"(?:[Tt]he\s)?(?P<people>\p{Lu}[^,;()“”]{2,80}?)"
    r"(?P<role>,\s[^;()“”\d]{2,140}?)?(?P<to>\sto\s(?:the\s)?[\p{Lu}a][^;()“”]{2,120}?)?)"
    r"(?:,?\s(?:at\s)?(?P<cited>\d{1,4}(?:-\d+)?))?,?\s\((?:filed\s|dated\s)?(?P<inside>[^()]{4,80})\)"
)
DOCKET = regex.compile(r",\s(?:\p{Lu}{2,4}\s)?(?:Docket|Dkt\.|File)\sNos?\.")
TO_AUTHOR = compile_words(
    rf"(?P<title>{LETTER}\s(?:to\s(?:the\s)?author\sfrom\s(?P<people>[^,;]{{4,60}})"
    r"|from\s(?P<people>[^,;]{4,60}?)\sto\s(?:the\s)?authors?))(?:\s\(|,\s)"
    rf"|(?P<people>\p{{Lu}}[^,;“”]{{3,60}}),\s(?P<title>{LETTER}\sto\s(?:the\s)?author)(?:\s\(|,\s)"
    rf"|(?P<people>(?-i:\p{{Lu}})[^,;“”]{{3,60}}?),?\s(?P<title>(?:{one_of('letters.to')})\s(?:(?:his|her|their)\s\p{{Ll}}{{3,12}}"
    r"|(?-i:\p{Lu})[^,;“”\d]{2,60})),\s"
)
SUFFIX = r"(?:,?\s(?:Jr|Sr)\.)?"
BETWEEN_OTHERS = regex.compile(  # also: Letter from Winston Churchill to Anthony Eden, 3 May 1940
    rf"(?P<led>(?i:{any_of(load()['letters'])})s?\sfrom\s(?:the\s)?)?"
    rf"(?P<people>\p{{Lu}}[^,;“”]{{1,80}}?{SUFFIX})(?(led)(?:,\s[^;“”\d]{{3,120}}?,)?),?\s(?:to|(?P<abroad>an|à))\s(?P<to>(?(led)"
    rf"(?:the\s)?)\p{{Lu}}[^,;“”]{{1,80}}{SUFFIX})"
    r"(?(led)(?:(?<!\sto\sthe\s[^,]*),\s\p{L}[^,;“”\d]{4,120}?(?:,\s\p{Lu}[^,;“”\d]{4,60}?)?(?=,\s(?:\d{1,2}\s)?\p{Lu}\p{L}+\s\d))?),\s"
    r"(?=[^;“”]{0,40}\d{4})"
)
WRITER = regex.compile(  # George McKee to McGregor Bunting · Memorandum from Paul B. Henze of the Security Council Staff to the President
    rf"(?P<kind>(?i:{LETTER})s?\sfrom\s)?"
    r"(?!(?:Lord|Lady|Sir|Prince|Count|King|Queen|Foreign|Consul|Political|Colonial)\b)(?P<people>\p{Lu}(?:\p{Ll}{2,}|(?:\.\p{Lu})*\.)\s"
    r"(?:\p{Lu}[\p{L}.'-]*\s){0,2}\p{Lu}[\p{L}'-]+)"
    r"(?(kind)(?:,?\s(?:of|at|in)\s[^;]{2,80}?)?,?)\sto\s(?:the\s)?(?=\p{Lu})"
)
EVENTS = frozenset(load()["befell"])
EDITED = regex.compile(r",?\s(?:(?:re)?printed\s)?in:?\s\p{Lu}")
# , in 15 The Papers of Thomas Jefferson 392 (Julian P. Boyd ed., 1958)
PRINTED_IN = regex.compile(
    r",\s(?:reprinted\s)?in\s(?:(?P<volume>\d{1,3})\s)?(?P<container>\p{Lu}[^;()]{4,120}?)\s(?P<page>\d{1,4})"
    r"(?:,\s(?P<cited>[\d-]+))?\s\((?:(?P<editors>[^()]{4,80}?),?\seds?\.,\s)?(?:\d\w+\sed\.\s)?\d{4}\)"
)
DIARY = one_of("diaries")  # Source: Chicago Manual of Style, 17th edition, 14.229
ENTRY = rf"(?:\s{one_of('entries')})"
WHO = r"(?P<people>(?-i:\p{Lu})[^,;:“”()\d]{2,60}?)"
OWN_DIARY = compile_words(rf"{WHO}(?:(?<=\s\p{{L}}+)'s)?,?\s(?:{one_of('diaries.kinds')}\s)?(?P<title>{DIARY})(?:,|,?{ENTRY})\s")
DIARY_OF = compile_words(rf"(?P<title>{DIARY}\s(?:of\s|von\s|de\s|d')?{WHO}),{ENTRY}?\s")
ENTRY_FOR = compile_words(rf"{one_of('entries')}\s(?=[^;“”]{{4,40}}{DIARY})")
DIARY_BEHIND = compile_words(rf",\s(?:in\s)?(?:the\s)?{WHO}(?:'s)?\s(?P<title>{DIARY})(?=[,.;)]|\s\(|$)")


def read_to_author(context: Context, at: int, end: int) -> Draft | None:
    """Read "Letter from W. R. Dickson to the author, 13 June 2007" and "W. R. Dickson, letter to the author, 13 June 2007"."""
    folded, text = context.folded, context.text
    head = TO_AUTHOR.match(folded, at, end)
    people = read_people(folded, text, *head.span("people"), whole=True) if head else None
    date = find_date(folded, head.end(), min(end, head.end() + 40)) if head else None
    if head is None or people is None or date is None:
        return None
    items = [*(Item("author", name, *head.span("people")) for name in people.names), Item.dated(date)]
    paper = text[head.start("title") : head.end("title")].partition(" to ")[2]
    if context.press(paper):  # Frederick Greenway, letter to The Times, 12 February 1905, p. 8
        page = PAGES.match(folded, date.end + 2, end)
        items.append(Item("container_title", paper, head.end("title") - len(paper), head.end("title")))
        return Draft("full", "titled", at, page.end() if page else date.end, items, page["page"] if page else "", 0.9)
    items += [Item.cut("title", text, head.span("title")), Item("type", "personal_communication", at, at)]
    return Draft("full", "spoken", at, date.end, items, confidence=0.9)


def read_between_others(context: Context, at: int, end: int) -> Draft | None:
    """Read "Austen Chamberlain to Ida Chamberlain, 31 October 1925"."""
    folded, text = context.folded, context.text
    head = BETWEEN_OTHERS.match(folded, at, end)
    if head is None or context.outlet(text[at : head.end("to")]) or head["people"].casefold() in EVENTS:
        return None  # nor "Committee to Protect Journalists, 9 December 2011", "Thanks to Eva, 9 December 2013"
    people = read_people(folded, text, *head.span("people"), whole=True, single=True)
    is_led_body = head["led"] and (is_body(head["people"]) or context.outlet(head["people"]))
    body = Name(literal=text[slice(*head.span("people"))]) if is_led_body else None
    if (people is None and body is None) or not (
        body or is_body(head["to"]) or read_people(folded, text, *head.span("to"), whole=True, single=True)
    ):
        return None
    date = find_date(folded, head.end(), min(end, head.end() + 60))
    between = folded[head.end() : date.start].strip(" ,") if date else ""
    if date is None or not date.has_month or (between and not is_place(between)):
        return None
    is_sure = people and people.names[0].given and not is_place(head["to"])
    if head["abroad"] and not (is_sure or EDITED.match(folded, date.end, end)):
        return None  # Beitrag an Berlin, 3. Mai 1950
    if not (date.has_day or head["led"]) and is_ordinary(head["people"].casefold()):
        return None  # Return to Earth, May 2014
    items = [
        *(Item("author", name, *head.span("people")) for name in ((body,) if body else people.names if people else ())),
        Item.cut("title", text, (at, head.end("to"))),
        Item.dated(date),
        Item("type", "personal_communication", at, at),
    ]
    # "Keynes to Lydia Lopokova, 3 May 1922, in Lydia and Maynard: Letters, ed. Polly Hill (London: Deutsch, 1989), 44"
    if EDITED.match(folded, date.end, end):
        return in_edition(context, at, date.end, end, items[-3:-1])
    return Draft("full", "spoken", at, date.end, items, confidence=0.8)


def in_edition(context: Context, at: int, stop: int, end: int, items: list[Item]) -> Draft:
    """Return what somebody wrote with the book behind `stop` that prints it."""
    found, locator, _, finish = read_rest(context, stop, end, titled=True)
    editors = [item for item in changed(found, "author", field="editor") if item.field not in ("issued", "page")]
    page = locator or value_of(found, "page")  # behind the number of a volume too
    return Draft("full", "spoken", at, finish, [*items, Item("type", "document", at, at), *editors], page, 0.85)


def read_in_parentheses(context: Context, at: int, end: int) -> Draft | None:
    """Read a letter or an interview whose date stands in parentheses."""
    folded, text = context.folded, context.text
    head = IN_PARENTHESES.match(folded, at, end)
    date = find_date(folded, *head.span("inside")) if head else None
    if head is None or date is None or not date.has_year:
        return None
    is_interview = "nterview" in head["kind"]
    dated = find_date(folded, *head.span("title"))
    if (not is_interview and not head["to"]) or (dated and dated.has_day and dated.has_year):
        return None  # "Telegram from Amman to London, 19 September 1977, RG 59, trans. in *Bulletin* 8 (1996)": of what printed it
    people = read_people(folded, text, *head.span("people"), whole=True)
    last = head.end("people") if is_interview and people else head.end("title")  # "Interview with Peter Maddox, solicitor"
    docket = DOCKET.search(folded, head.start("title"), last)
    last = docket.start() if docket else last
    items = [
        Item("type", "interview" if is_interview else "personal_communication", at, at),
        *(Item("author", name, *head.span("people")) for name in (people.names if people else ())),
        Item.cut("title", text, (at, last)),
        Item.dated(date),
    ]
    place = folded[head.start("inside") : date.start].strip(" ,")
    if place and not place[0].isupper():
        return None
    if place and begins_with_place(place):
        items.append(Item("event_place", place, head.start("inside"), head.start("inside") + len(place)))
    finish, locator = head.end(), head["cited"] or ""
    if found := PRINTED_IN.match(folded, finish, end):
        finish, locator = found.end(), found["cited"] or locator
        items += Item.each(text, found, volume="volume", container_title="container", page="page")
        if found["editors"]:
            items += [Item("editor", name, *found.span("editors")) for name in split_people(text[slice(*found.span("editors"))])]
    finish = take_address(context, items, finish, end)  # , available at https://ecfsapi.fcc.gov/file/106271543602165.pdf
    return Draft("full", "spoken", at, finish, items, locator, 0.9)


def read_writer(context: Context, items: list[Item]) -> list[Item]:
    """Return who wrote what is called "George McKee to McGregor Bunting"; nobody where a family name or an embassy stands alone."""
    title = field_of(items, "title")
    head = WRITER.match(context.folded, title.start, title.end) if title else None
    people = read_people(context.folded, context.text, *head.span("people"), whole=True) if head else None
    if head is None or people is None or len(people.names) > 1 or not people.names[0].given or is_body(head["people"]):
        return []
    return [Item("author", people.names[0], *head.span("people"))]


def read_diary(context: Context, at: int, end: int) -> Draft | None:
    """Read a day of a diary, with the archive that keeps it or the book that prints it: "Chaim A. Kaplan, diary entry for 26 October 1940,
    in *Scroll of Agony* (New York: Macmillan, 1963), 213"."""
    folded, text = context.folded, context.text
    led = ENTRY_FOR.match(folded, at, end)
    date = read_date(folded, led.end(), end) if led else None
    head = DIARY_BEHIND.match(folded, date.end, end) if date else OWN_DIARY.match(folded, at, end) or DIARY_OF.match(folded, at, end)
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
    items.append(Item("type", "document", at, at))
    return Draft("full", "spoken", at, stop, items, confidence=0.85)

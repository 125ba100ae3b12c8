"""What may follow the head of any citation, in any order: container, volume, issue, imprint, date, pages, address, date of access.

`read_tail` goes from item to item; at each place the first reader of TAIL that fits takes it. What nobody takes ends the citation.
"""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.dates import find_date, read_date
from cites.grammar.imprint import (
    EDITION,
    GENRE_WORDS,
    GENRES,
    LANGUAGE,
    LANGUAGE_WORDS,
    NUMBERED,
    PLACE,
    UPDATE_WORDS,
    UPDATED,
    WORDS,
    YEARLESS,
    Item,
    is_place,
    read_imprint,
)
from cites.grammar.lexicon import compile_words, first_words, leading, one_of
from cites.grammar.locators import read_locator
from cites.grammar.names import GIVEN_FIRST, People, read_inverted, read_people, split_people
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted
from cites.grammar.urls import begins_with_site, is_site, read_doi, read_url

SEPARATOR = regex.compile(r"[\s,:.]*(?:-\s|\|\s|//\s?)?")
ACCESSED = compile_words(rf"[\[(]?(?:{one_of('accessed')}):?\s(?:on\s)?")
AVAILABLE = compile_words(rf"(?:{one_of('available')})(?:\sat)?:?\s?(?=https?://|www\.|<)")
CLOCK = compile_words(
    rf"\d{{4}}\s(?:gmt|utc|msk)(?!\p{{L}})|\d{{1,2}}:\d\d(?![.:\d])(?:\s?(?:{one_of('time_words')}))?|\d{{1,2}}\.\d\d\s?"
    rf"(?:{one_of('time_words')})|(?:{one_of('time_words')})(?!\p{{L}})"
)
CLOCK_WORDS = first_words("time_words") | {""}
DESCRIBED = regex.compile(r"\p{Ll}{3,}\s(?:\p{Ll}{2,}\s){0,2}(?=[\p{Lu}\d])")  # "poll of November 2018", "broadcast on 3 May 2012"
EDITORS = compile_words(rf"(?:{one_of('editors.before')})\s")
ARCHIVED = compile_words(
    r"archived\s(?:from\sthe\soriginal|copy)?(?:\s\(\w+\))?(?:\sat\s[^.]{3,40})?(?:\son\s(?:\d{1,2}\s\p{L}+"
    r"|\p{L}+\s\d{1,2},)\s\d{4})?"
)
DESCRIPTION = regex.compile(
    r"(?!(?:see|quoted|cited|and|in|as|by|for|from|with|at|on|of|to|esp|especially|vol|no|pp|ed|eds|trans)\b)\p{Ll}{4,}"
    r"(?:\s\p{Ll}{4,})?(?=,\s[\p{Lu}\d])"
)
BY_ACT = compile_words(r"\p{L}+\sby\s(?:the\s|an?\s)?")
COLLECTION = compile_words(  # coll. « Points »
    r"(?:coll\.|collection|colección|collana|reihe)\s?(?:[«“\"]\s?)?(?P<name>[^,«»“”\"();]{2,60}?)(?:\s?[»”\"])?(?=\s?(?:,"
    r"|\)|;|$))"
)
EDITION_WORDS = frozenset({"", "first", "second", "third", "fourth", "fifth", "rev", "revised", "new", "expanded", "updated"})
TRANSLATORS = compile_words(rf"(?:{one_of('translators.before')})\s")
IN = compile_words(rf"(?:{one_of('in_words')}):?\s(?=[\p{{Lu}}“\"‘«„《『\p{{Han}}])")
ROLE_AFTER = compile_words(rf"(?P<people>.+?),?\s\(?(?:{one_of('editors.after')})\)?,?\s?")
COMMENT = frozenset(
    (  # words that a container or a publisher is not called by
        "who whom whose which that is are was were has have had argues argued where while although though this these "
        "those see notes noted not but because it he she they we i my our their his her also however therefore thus "
        "there when if than both either cites citing says said claims "
    ).split()
)
ABBREVIATION = (
    r"\b(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|Prof|Inc|Ltd|Co|Corp|Univ|Dept|Dep|No|Vol|U\.S|U\.K|D\.C|U\.N|Jr|Sr|vs|v|J|Rev|Int|Am"
    r"|Q|L|Assoc|Proc|Intl|Stud|Hist|Pol|Sci|Quart|Bull|Res|Soc|Eur|Gen|Col|Sen|Rep|ed|eds|gen|ist|kand)"
)
ABBREVIATED = regex.compile(rf"(?<={ABBREVIATION})")  # at its period
TEXT_STOP = regex.compile(
    r"(?P<comma>,)|(?P<open>\s?[(\[])|;|(?P<stop>(?<!" + ABBREVIATION + r")\.(?=\s+[\p{Lu}\d“\"‘«„]|\s*$))|\s(?=[“\"‘«„《『])|\s(?=https?://|www\.)|"
    r"(?P<word>\s(?=(?:[Nn]o|[Nn]os|N°|[Vv]ol|iss?|pp?|nr|Nr|Jg|Bd|S|№|т|с|t)\.?\s?\d))"
    r"|\s(?=in\s(?:English|Russian|Chinese|Japanese|German|French|Arabic|Ukrainian|Spanish|Persian)\b)|"
    r"(?P<colon>:(?=\s?\d)(?!\d{1,3},?\s\())|\s//\s|\s\|\s"
)
ENDING_VOLUME = regex.compile(r"\s(?P<volume>\d{1,4}|[IVXLC]{2,8})(?:[/:.](?P<issue>\d{1,3}))?$")
DAY_NEXT = regex.compile(r",\s(?:\d{1,2}\s\p{L}{3,9}\s\d{4}|\p{L}{3,9}\s\d{1,2},\s\d{4})")  # "France 24, 1 October 2021" has no volume
CITED_NEXT = regex.compile(r",\s(?P<cited>\d{1,4}(?:-\d{1,4})?)(?=\s\()")
EDITED_NEXT = regex.compile(r"(?:,\s\d{1,4}(?:-\d{1,4})?)?\s\([^()]*\beds?\.,?\s\d{4}\)")
ENDING_YEAR = regex.compile(r"\s(?:1[5-9]|20)\d\d$")
ABBREVIATED_JOURNAL = regex.compile(  # the rest of "Proc. Natl Acad. Sci. USA 104,"
    r"\s(?:\p{Lu}\p{L}{0,8}\.?\s){1,3}\d{1,4}(?=[,(:]|\s\()"
)
NEWS_DATED = regex.compile(  # the rest of "Fin. Times (Mar. 2, 2022)"
    r"(?:\s\p{Lu}[\p{L}.]*){1,3}(?:\s\(|,\s)\p{Lu}\p{L}{2,8}\.?\s\d{1,2},\s\d{4}"
)
LED_DATE = regex.compile(r"\s(?:v\.|vom|du|от|від|dd\.)\s$")
LE_DATE = regex.compile(r"(?:le|el|il|den|am|vom|du|от|від)\s(?=\d)")  # Le Monde, le 3 mars 2011
OCCASION = compile_words(r"\s(?:(?:given|delivered|presented|made|held|read|prepared)\s)?(?:at|to|before|during)\s\S")
ORDINAL = regex.compile(  # im 20. Jahrhundert
    r"[\s\d]\d\.\s(?:Jahrhundert|Jh\b|Weltkrieg|Kongre|Tagung|Wahlperiode|Deutschen|Internationalen)"
)
JOURNAL_REST = regex.compile(r"\s\p{Lu}[^.;,]{3,80}\s\d{1,4}\s\((?:1[5-9]|20)\d\d\)")  # Wissenschaft. Jahrbuch des Kulturrates 8 (1961)
VOLUME_AND_YEAR = regex.compile(r"\s\d{1,4}\s\((?:1[5-9]|20)\d\d\)")  # Int. J. Crim. 1 (1973)
VOLUME_TITLE = regex.compile(r"\p{Lu}[^,;()“”]{3,160}(?=,\s|\s\(|$)")  # Bd. 4: Vom Beginn des Ersten Weltkriegs bis 1949
PAGE_BEFORE_YEAR = regex.compile(r"\p{L}?\d+(?:\s?-\s?\d+)?(?=\s\((?:1[89]|20)\d\d\))")
PAGE_AND_CITED = regex.compile(
    r"(?P<page>\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?ff?\.)?)\s\((?P<cited>\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?ff?\.?)?)\)"
)
ISSUE_IN_PARENTHESES = regex.compile(r"\(\s?(?P<issue>(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:\s?[-/]\s?\d{1,3})?|[Ss]uppl?\.?\s?\w*)\s?\)")
LED = rf"(?:(?:{one_of('editors.before')})\s(?-i:\p{{Lu}})|(?:{one_of('volumes', 'pages')})\s?[\dIVX])"
CONTAINER = compile_words(
    rf"(?P<title>(?-i:\p{{Lu}})[^;,()“”«»]{{2,70}},(?!\s{LED})[^;()“”«»]{{2,140}}?)(?=,?\s{LED}|\s\((?:eds?\."
    rf"|(?-i:\p{{Lu}})[^():]{{2,40}}:\s))"
)
PINPOINTED_IN = regex.compile(r"\s(?P<page>\d{1,4})(?=\s\(\d{1,4}\)(?:[.;]|$))")  # in: Armer/Grimshaw 3 (18).
PINPOINTED = regex.compile(  # Vallier 267 (270 ff. · Drobnig/Rehbinder 171 ff.
    r"\s(?P<page>\d{1,4})(?=\s\(\d{1,4}\s?ff?\b)|\s(?P<page>\d{1,4}\s?ff?\.?)$"
)
MAX_ITEMS = 16  # of one tail; the longest in tests/gold has 9
MAX_TEXT = 160  # code points of a container or publisher
SECTION_PAGE = regex.compile(r"\p{Lu}\d{1,3}(?:\s?[-,]\s?\p{Lu}\d{1,3})?(?=[.,;)]|$)")  # A1, of a newspaper
DIGITS = frozenset("0123456789")
VOLUMES = regex.compile(  # so many volumes, or the series of a journal: 5th ser.
    r"\d{1,2}\s(?:vols?\.?|Bde\.?|Bände|tomes|тт?\.)(?!\p{L})|\d{1,2}(?:st|nd|rd|th|d|e)\s(?:ser\.|series|sér\.|série)(?=,?\s)"
)
STRONG = frozenset({"url", "doi", "accessed", "archive", "editor", "translator", "edition", "in", "cited"})


class Tail(NamedTuple):
    items: tuple[Item, ...]
    end: int


def read_tail(folded: str, text: str, at: int, end: int, breaks: frozenset[int] = frozenset(), *, listed: bool = False) -> Tail:
    """Return what follows a head that ended at `at`, and where it ends.

    For `, The Asan Forum 3, no. 3 (2015): 228-230` these are text "The Asan Forum", volume "3", issue "3", issued "2015",
    page "228-230". listed: the entry of a bibliography, where periods separate fields.
    """
    items: list[Item] = []
    stop = at
    while stop < end and len(items) < MAX_ITEMS:
        separator = SEPARATOR.match(folded, stop, end)
        begin = separator.end() if separator else stop
        if listed and begin + 1 < end and folded[begin] == ";" and folded[begin + 1].isdigit():
            begin += 1  # Vancouver: "Nature 1974;249:810-812"
        if begin >= end or folded[begin] == ";":
            break
        gap = folded[stop - (folded[stop - 1] == "." and bool(items) and items[-1].field == "page") : begin]  # "S. 201 ff. Ebd."
        stopped = ". " in gap and not listed and not (items and items[-1].field in ("text",) and folded[begin].islower())
        found, after = _next(folded, text, begin, end, breaks, items, gap)
        if not found and after == begin:
            break
        if stopped and not folded.startswith("Archived ", begin) and not any(item.field in STRONG or (item.field == "text" and is_site(item.value)) for item in found):
            break
        items.extend(found)
        stop = after
    return Tail(tuple(items), stop)


def _next(folded: str, text: str, at: int, end: int, breaks: frozenset[int], items: list[Item], gap: str) -> tuple[list[Item], int]:
    char = folded[at]
    if char == "(" and items and items[-1].field == "volume" and (issue := ISSUE_IN_PARENTHESES.match(folded, at, end)):
        return [Item("issue", text[slice(*issue.span("issue"))], *issue.span("issue"))], issue.end()
    if char in "([" and (place := read_locator(folded, text, at, end, bare=False)):
        return [Item(*field) for field in place.fields], place.end
    if char in "([":
        return _bracket(folded, text, at, end, breaks)
    if char == "<":
        at += 1
    word = leading(folded, at)
    if char in "hHwWdD1<" or word in AVAILABLE_WORDS:
        found = _address(folded, text, at, end, breaks)
        if found[0]:
            return found
    if char in CLOSERS and opens_quote(folded, at):
        quoted = read_quoted(folded, at, end)
        return ([Item("quoted", text[quoted.start : quoted.end], quoted.start, quoted.end)], quoted.stop) if quoted else ([], at)
    if word == "archived" and (archived := ARCHIVED.match(folded, at, end)):
        return [Item("aside", text[at : archived.end()], at, archived.end())], archived.end()
    accessed = ACCESSED.match(folded, at, end) if word in ACCESS_WORDS else None
    if accessed:
        date = read_date(folded, accessed.end(), end)
        if date:
            return [Item("accessed", date.value, date.start, date.end)], date.end
    dated = _date(folded, at, end, items, gap)
    if dated:
        return dated
    if char in DIGITS and (volumes := VOLUMES.match(folded, at, end)):
        return [Item("aside", text[at : volumes.end()], at, volumes.end())], volumes.end()
    if char in DIGITS and (clock := CLOCK.match(folded, at, end)):
        return [Item("aside", text[at : clock.end()], at, clock.end())], clock.end()
    if char.isupper() and items and items[-1].field == "issued" and (printed := SECTION_PAGE.match(folded, at, end)):
        return [Item("page", text[at : printed.end()], at, printed.end())], printed.end()
    have = {item.field for item in items}
    if "volume" in have and "issued" in have and (pages := PAGE_AND_CITED.match(folded, at, end)):  # Int. J. Crim. 1 (1973) 151 (152)
        return [Item(field, text[slice(*pages.span(field))], *pages.span(field)) for field in ("page", "cited")], pages.end()
    if "volume" in have and not have & {"page", "issued"} and (page := PAGE_BEFORE_YEAR.match(folded, at, end)):  # Nat. Commun. 10, 5781 (2019)
        return [Item("page", text[at : page.end()], at, page.end())], page.end()
    place = read_locator(folded, text, at, end, bare=_may_be_bare(items, gap))
    if place:
        return [Item(*field) for field in place.fields], place.end
    for words, pattern, read in WORD_LED:
        if words is not None and word not in words:
            continue
        match = pattern.match(folded, at, end)
        if match:
            found = read(folded, text, match, end)
            if found[0]:
                return found
    if char.islower() and (not items or "," in gap) and (said := DESCRIPTION.match(folded, at, end)) and not COMMENT & set(said[0].split()):
        return [Item("aside", text[at : said.end()], at, said.end())], said.end()  # “Press Conference,” transcript, CPAC
    if ":" in gap and items and items[-1].field == "volume" and (subtitle := VOLUME_TITLE.match(folded, at, end)):
        return [Item("aside", text[at : subtitle.end()], at, subtitle.end())], subtitle.end()
    return _text(folded, text, at, end, named=bool(items) and items[-1].field in ("in", "editor"))


def _may_be_bare(items: list[Item], gap: str) -> bool:
    return not any(item.field == "page" for item in items) or ":" in gap


def _date(folded: str, at: int, end: int, items: list[Item], gap: str) -> tuple[list[Item], int] | None:
    if any(item.field == "issued" for item in items):
        return None
    updated = UPDATED.match(folded, at, end) if leading(folded, at) in UPDATE_WORDS else None
    begin = updated.end() if updated else at
    if led := LE_DATE.match(folded, at, end):
        begin = led.end()
    elif updated is None and (described := DESCRIBED.match(folded, at, end)):
        begin = described.end()
    date = read_date(folded, begin, end)
    if date and begin > at and not updated and (not date.has_year or folded[date.end : date.end + 1] not in ("", ",", ".", ";", ")")):
        return None
    if date is None or (not date.has_year and not date.has_day):
        nd = YEARLESS.match(folded, at, end)
        return ([Item("undated", nd[0], *nd.span())], nd.end()) if nd else None
    if not date.has_month and ":" in gap and any(item.field in ("volume", "issue") for item in items):
        return None  # "12: 1998-2004" are pages
    return [Item("issued", date.value, date.start, date.end)], date.end


def _address(folded: str, text: str, at: int, end: int, breaks: frozenset[int]) -> tuple[list[Item], int]:
    available = AVAILABLE.match(folded, at, end)
    at = available.end() if available else at
    if at < end and folded[at] == "<":
        at += 1
    doi = read_doi(text, at, end)
    if doi:
        return [Item("doi", doi.value, doi.start, doi.end)], _close(folded, doi.end, end)
    url = read_url(text, at, end, breaks)
    return ([Item("url", url.value, url.start, url.end)], _close(folded, url.end, end)) if url else ([], at)


def _close(folded: str, at: int, end: int) -> int:
    return at + 1 if at < end and folded[at] == ">" else at


def closing(folded: str, at: int, end: int) -> int | None:
    """Return where the bracket that opens at `at` is closed."""
    depth = 0
    pairs = {"(": ")", "[": "]"}
    opener, closer = folded[at], pairs[folded[at]]
    for index in range(at, min(end, at + 600)):
        if folded[index] == opener:
            depth += 1
        elif folded[index] == closer:
            depth -= 1
            if depth == 0:
                return index
    return None


def _bracket(folded: str, text: str, at: int, end: int, breaks: frozenset[int]) -> tuple[list[Item], int]:
    close = closing(folded, at, end)
    if close is None:
        return [], at
    inside = at + 1
    accessed = ACCESSED.match(folded, inside, close)
    if accessed and (date := read_date(folded, accessed.end(), close)):
        return [Item("accessed", date.value, date.start, date.end)], close + 1
    found, after = _address(folded, text, inside, close, breaks)
    if found:
        rest = read_tail(folded, text, after, close, breaks) if after < close else Tail((), after)
        return [*found, *rest.items], close + 1
    items = read_imprint(folded, text, inside, close)
    if items is None and folded[at] == "[" and close - at > 6:
        return [Item("aside", text[inside:close], inside, close)], close + 1  # a title in translation
    if items is None:
        return [], at
    return items, close + 1


def _editors(folded: str, text: str, match: regex.Match[str], end: int, field: str) -> tuple[list[Item], int]:
    people = read_people(folded, text, match.end(), end)
    if people is None:
        return [], match.start()
    names = GIVEN_FIRST.match(folded, match.end(), end)
    begin, stop = (names.start("people"), names.end("people")) if names else (match.end(), people.end)
    return [Item(field, text[begin:stop], begin, stop)], people.end


def _in(folded: str, text: str, match: regex.Match[str], end: int) -> tuple[list[Item], int]:
    """Read "in Citizenship, ed. G. Andrews" and "in: Hermann Korte, Bernhard Schäfers (Hrsg.), Einführung …"."""
    at = match.end()
    items = [Item("in", "in", match.start(), at)]
    led = ROLE_AFTER.match(folded, at, min(end, at + 160))
    if led and folded[led.end("people") : led.end()].endswith(". ") and read_people(folded, text, led.end(), end):
        led = None  # "in Imperial Decline, ed. Stephen Blank": the name comes after the role
    people = (_whole(folded, text, *led.span("people"))) if led else None
    if led and people:
        stop = people.end
        items.append(Item("editor", text[led.start("people") : stop], led.start("people"), stop))
        at = led.end()
    whole = CONTAINER.match(folded, at, end)  # "in Security in the Third World, Regional and Global, ed. Edward Kolodziej"
    if whole and not find_date(folded, *whole.span("title")) and not _is_imprint_before(folded, whole):
        items.append(Item("text", text[slice(*whole.span("title"))], *whole.span("title")))
        return items, whole.end("title")
    return items, at


def _is_imprint_before(folded: str, whole: regex.Match[str]) -> bool:
    """True for "in Citizenship, London: Sage (ed. X)": a place and a publisher are no part of a title."""
    last = folded[whole.start("title") : whole.end("title")].rpartition(", ")[2]
    match = IMPRINT.match(last)
    return match is not None and is_place(match["place"])


def _whole(folded: str, text: str, start: int, end: int) -> People | None:
    """Read names that fill the stretch, in their usual order or family first: "Gaugler, E." before "(Hrsg.)"."""
    people = read_people(folded, text, start, end, whole=True, single=True)
    if people is None and (inverted := read_inverted(folded, text, start, end)) and inverted.end >= end:
        return inverted
    return people


def _genre(folded: str, text: str, match: regex.Match[str], end: int) -> tuple[list[Item], int]:
    items = [Item("genre", text[match.start() : match.end()], *match.span())]
    number = NUMBERED.match(folded, match.end(), end)
    if number:
        return [*items, Item("number", text[number.start("number") : number.end("number")].strip(), *number.span("number"))], number.end()
    if OCCASION.match(folded, match.end(), end) and (occasion := _occasion(folded, text, match, end)):
        return occasion
    after = folded[match.end() : match.end() + 1]
    return (items, match.end()) if after in (",", ".", ";", "", ")") else ([], match.start())


def _occasion(folded: str, text: str, match: regex.Match[str], end: int) -> tuple[list[Item], int] | None:
    """Read "paper presented at the 2019 Annual Convention, Toronto, 27–30 March 2019" without parentheses: its date ends it."""
    limit = min(end, match.end() + MAX_TEXT)
    limit = at if (at := folded.find(";", match.end(), limit)) > 0 else limit
    date = find_date(folded, match.end(), limit)
    while date and not folded.endswith((", ", " on ", " in "), match.end(), date.start):
        date = find_date(folded, date.end, limit)
    items = read_imprint(folded, text, match.start(), date.end) if date else None
    return (items, date.end) if date and items and any(item.field == "event_title" for item in items) else None


def _collection(folded: str, text: str, match: regex.Match[str], end: int) -> tuple[list[Item], int]:
    return [Item("collection_title", text[slice(*match.span("name"))], *match.span("name"))], match.end()


def _act(folded: str, text: str, match: regex.Match[str], end: int) -> tuple[list[Item], int]:
    """Read "approved by Executive Order no. 355"."""
    genre = GENRES.match(folded, match.end(), end)
    return _genre(folded, text, genre, end) if genre else ([], match.start())


def _language(folded: str, text: str, match: regex.Match[str], end: int) -> tuple[list[Item], int]:
    return [Item("language", WORDS.languages[match["language"].casefold()], *match.span())], match.end()


def _edition(folded: str, text: str, match: regex.Match[str], end: int) -> tuple[list[Item], int]:
    return [Item("edition", text[match.start("edition") : match.end("edition")], *match.span("edition"))], match.end()


def _text(folded: str, text: str, at: int, end: int, *, named: bool = False) -> tuple[list[Item], int]:
    """Take a container, a publisher or a place, up to what ends it; named: "in" stands before it, so that it is one."""
    if not (
        folded[at].isupper()
        or folded[at].isdigit()
        or not folded[at].isascii()
        or folded[at : at + 2] in ("e-", "eK", "iS", "la", "le", "el", "de", "al")
        or begins_with_site(folded, at, end)
    ):
        return [], at
    limit = min(end, at + MAX_TEXT)
    begin, stop = at, limit
    for match in TEXT_STOP.finditer(folded, at, limit):
        if match["stop"] and (
            (match.start() - at < 8 and NEWS_DATED.match(folded, match.end(), limit))
            or ORDINAL.match(folded, match.start() - 2)
            or VOLUME_AND_YEAR.match(folded, match.end(), limit)
            or (named and JOURNAL_REST.match(folded, match.end(), limit))
            or (ABBREVIATED_JOURNAL.match(folded, match.end(), limit) and not ACCESSED.match(folded, match.end() + 1, limit))
        ):
            continue
        stop = match.start()
        break
    name = folded[at:stop]
    dated = find_date(folded, at, stop)
    if dated and "/" in dated.value and not dated.has_month:
        dated = None  # "… der beiden deutschen Staaten 1914–1949, München 2003"
    if dated and dated.end == stop and dated.start > at + 2 and (dated.has_day or dated.has_year):
        stop = dated.start
        if led := LED_DATE.search(folded, at, stop):  # "Le Monde du 3 mars 2011", "FAZ vom 3. Mai 2012"
            stop = led.start()
    items: list[Item] = []
    pinpointed = PINPOINTED.search(folded, at, stop + 10) or (PINPOINTED_IN.search(folded, at, stop + 10) if named else None)
    volume = ENDING_VOLUME.search(folded, at, stop)
    if pinpointed and pinpointed.start() > at:
        items = [Item("page", text[slice(*pinpointed.span("page"))], *pinpointed.span("page"))]
        stop = pinpointed.start()
    elif (
        volume
        and not (volume["volume"].isdigit() and len(volume["volume"]) == 4)
        and stop < end
        and folded[stop] in ",( :;"
        and not DAY_NEXT.match(folded, stop, end)
    ):
        field = "page" if EDITED_NEXT.match(folded, stop, end) else "volume"  # "… Sanctions 405 (Charlotte Beaucillon ed., 2021)"
        items = [Item(field, text[volume.start("volume") : volume.end("volume")], *volume.span("volume"))]
        if volume["issue"]:
            items.append(Item("issue", text[slice(*volume.span("issue"))], *volume.span("issue")))
        if field == "page" and (cited := CITED_NEXT.match(folded, volume.end(), end)):
            items.append(Item("cited", text[slice(*cited.span("cited"))], *cited.span("cited")))
        stop = volume.start()
    while stop > begin and folded[stop - 1] in " ,.-" and not ABBREVIATED.match(folded, stop - 1):
        stop -= 1
    name = folded[begin:stop]
    words = name.split()
    if not words or len(words) > (40 if named else 16) or (not named and any(word in COMMENT for word in words[1:])) or not any(c.isalpha() for c in name):
        return [], at
    after = items[-1].end if items else stop
    return [Item("text", text[begin:stop], begin, stop), *items], after


def _imprint(folded: str, text: str, match: regex.Match[str], end: int) -> tuple[list[Item], int]:
    """Read "Washington, DC: Center for Strategic and International Studies" without parentheses."""
    year = ENDING_YEAR.search(folded, match.start("publisher"), match.end("publisher"))  # "Neuwied: Luchterhand 1969"
    if not is_place(match["place"]) and not (year and match["place"].isalpha()):
        return [], match.start()
    stop = year.start() if year else match.end("publisher")
    return [
        Item("publisher_place", text[slice(*match.span("place"))], *match.span("place")),
        Item("publisher", text[match.start("publisher") : stop], match.start("publisher"), stop),
    ], stop


IMPRINT = regex.compile(
    rf"(?=\p{{Lu}}[^:;“\"(]{{1,60}}:)(?P<place>{PLACE})\s?:\s(?P<publisher>\p{{Lu}}(?:[^,.;:()\[\]]|\.(?=\s?\p{{Lu}}\."
    rf"|\s\p{{Ll}})|(?<=\b\p{{Lu}})\.(?=\s\p{{Lu}}))*?)(?:(?<!\b\p{{Lu}})(?=\.)|(?=\s?(?:[,;:()\[\]]|$)))"
)
ACCESS_WORDS = first_words("accessed")
AVAILABLE_WORDS = first_words("available")
# The words that may begin it (None: any), the pattern, what reads it.
WORD_LED = (
    (None, IMPRINT, _imprint),
    (LANGUAGE_WORDS, LANGUAGE, _language),
    (EDITION_WORDS, EDITION, _edition),
    (first_words("editors.before"), EDITORS, lambda folded, text, match, end: _editors(folded, text, match, end, "editor")),
    (first_words("translators.before"), TRANSLATORS, lambda folded, text, match, end: _editors(folded, text, match, end, "translator")),
    (first_words("in_words"), IN, _in),
    (frozenset({"coll", "collection", "colección", "collana", "reihe"}), COLLECTION, _collection),
    (frozenset({"approved", "adopted", "enacted", "confirmed", "promulgated"}), BY_ACT, _act),
    (GENRE_WORDS, GENRES, _genre),
)

__all__ = ["Tail", "closing", "is_place", "read_tail", "split_people"]

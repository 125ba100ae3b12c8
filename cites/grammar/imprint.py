"""What stands in parentheses after a title: "(Moscow: Nauka, 1972)", "(June 10, 2014)", "(PhD diss., Harvard University, 2010)",
"(remarks given at the conference “X” for the Y, Washington, DC, November 16, 2015)".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.dates import Date, read_date
from cites.grammar.genres import GENRE_LAST, GENRES, NUMBERED, SERIES_GENRE
from cites.grammar.lexicon import compile_words, first_words, leading, longest_first, one_of
from cites.grammar.locators import read_locator
from cites.grammar.names import split_people
from cites.grammar.sources import is_body
from cites.grammar.titles import quotes_in
from cites.knowledge import load, load_places

WORDS = load()
AT = regex.compile(
    r"(?:given|delivered|presented|made|held|read|présentée?|prononcée?|donnée?|faite?|presentat?a|tenuta)?\s*(?:at|to|before|during|auf|beim"
    r"|am|vor|an|au|aux|à|lors\s+de|devant|al|alla|all'|en)\s+(?:(?:the|an?|dem|der|den|la|l'|le)\s+)?(?P<event>.+)",
    regex.IGNORECASE,
)
FOR = regex.compile(r"\s*,?\s*(?:for|organized by|organised by|hosted by|sponsored by|at)\s+(?:the\s+)?", regex.IGNORECASE)
HEREAFTER = compile_words(rf"(?:cited\s)?(?:{one_of('hereafter')})(?:\scited\sas|\sreferred\sto\sas)?[,:]?\s(?P<name>.+)")
LANGUAGE = compile_words(
    r"(?:in\s|на\s|en\s)?(?P<language>"
    + "|".join(map(regex.escape, longest_first(WORDS.languages)))
    + r")(?:\slanguage)?(?=\s?(?:$|[,.;)\]]|\d{4}\sgmt))"
)
LANGUAGE_WORDS = frozenset(leading(word, 0) for word in (*WORDS.languages, "in", "на", "en"))
EDITION = compile_words(
    rf"(?P<edition>(?:\d+(?:st|nd|rd|th|d|e|è?me|[aªº°]|\.)?|first|second|third|fourth|fifth|primera|segunda|tercera|cuarta|quinta|prima"
    rf"|seconda|terza|primeira|terceira|rev\.?|revised|new|2nd\srev\.|expanded"
    rf"|enlarged|enl\.|abridged|international|paperback"
    rf"|updated)(?:\s(?:rev\.|revised|and\sexpanded|enl\.))?(?:\s|(?<=\d\.))(?:{one_of('editions')})"
    r"|(?:wyd|vyd|изд)\.\s(?:[IVX]{1,4}|\d{1,2}(?:-?е)?)(?![\p{L}\d]))"  # wyd. II
)
EDITED = compile_words(rf"(?:{one_of('editors.before')})\s(?P<people>\p{{Lu}}.+)")
TRANSLATED = compile_words(rf"(?:{one_of('translators.before')})\s(?P<people>\p{{Lu}}.+)")
MAY_BEGIN = regex.compile(r"(?<![^\s,(\[-])[\p{L}\d]")
COMMA = regex.compile(r"[,;]\s")
BETWEEN_PLACES = regex.compile(r",\s|\sand\s|\s&\s|\s?/\s?|\s?[-–—]\s?|\sund\s|\set\s")
STATE_BEHIND = regex.compile(r"(?P<place>\p{Lu}[\p{L}. ]+?),?\s(?P<state>[A-Z]{2})")
EDITORIAL = regex.compile(r"Editorial\s\p{Lu}")  # Universidad del Rosario, a press
GIVEN_AT = regex.compile(r"given|delivered|presented|paper|held", regex.IGNORECASE)
ABBREVIATED = regex.compile(r"(?:М|Л|СПб|Пг|К)\.(?:[;,]\s?(?:М|Л|СПб)\.)?|N\.Y\.|L\.A\.")  # М.; Л.
EDITED_BY = regex.compile(r"(?P<people>\p{Lu}[^:;]{4,120}?),?\s(?:eds?|trans)\.?")  # Charlotte Beaucillon ed.
PAPER = regex.compile(  # Law Com No 313 · Cm 7285 · HL 23-I
    r"(?:\p{Lu}[\p{L}.]*\s){1,3}(?:[Nn]o\.?\s)?\d{1,5}(?:[-/]\d{1,4})?(?:-[IVX]+)?|\p{Lu}{1,4}-?\d{2,}(?:-\d+)*(?:-\p{Lu})?"
    r"|\p{Lu}{3}\s?\(\d{4}\)\s?\d+(?:\sfinal)?"
)
DOCUMENT = regex.compile(  # Index: AFR 44/1657/2015 · R41129
    r"(?:(?:AI\s)?Index(?:\s(?:number|no\.?))?:?\s)?(?P<number>\p{Lu}{3}\s\d{2}/\d{2,5}/\d{2,4}|\p{Lu}{1,3}\d{4,6})"
)
REPRINT = regex.compile(  # (1939; repr., London: …)
    r"(?:1[5-9]|20)\d\d(?:[;,]?\s(?:repr\.|reprint(?:ed)?|reissued?|new ed\.),?:?|;)\s(?=\p{Lu})"
)
SERIES_NAME = (  # = Beiträge zur Militärgeschichte, 36 · = Zeitgeschichte im Gespräch, Bd. 18
    r"=\s?(?P<collection_title>\p{Lu}[^;()]{3,100}?)(?:[,;]?\s(?:Bd\.|Band|Nr\.|H\.|Heft|vol\.|no\.)?\s?(?P<collection_number>\d{1,4}))?"
)
SERIES = regex.compile(SERIES_NAME)
SERIES_BEHIND = regex.compile(rf"\s\[{SERIES_NAME}(?:,\s[^\[\]]{{3,80}})?\]$")
SERIES_FIELDS = ("collection_title", "collection_number")
SERIES_IN = regex.compile(  # (Gabinetto Disegni e Stampe degli Uffizi LIX) before (Firenze: Olschki, 1983)
    r"\((?P<collection_title>\p{Lu}[^();:“”\"]{5,80}?)(?:,?\s(?:vol\.|Bd\.|no\.|n\.|t\.)?\s?(?P<collection_number>\d{1,4}|[IVXLC]+))?\)"
    r"(?=\s\(\p{Lu}[^():]{1,40}:\s)"
)
FIRST_YEAR = regex.compile(r"(?<=(?:1[5-9]|20)\d\d)\s?\[(?:c\.\s?|orig\.\s)?(?:1[4-9]|20)\d\d\]$")
TIME_OF_DAY = regex.compile(r",?\s(?:at\s)?\d{1,2}[:.]\d\d\s?(?:[AaPp]\.?[Mm]\.?)?(?:\s\(?\p{Lu}{2,4}\)?)?$")  # Dec. 22, 2023, at 06:00 ET
PAGE_WITHIN = regex.compile(  # (Paris: Seuil, 1990, 44)
    r":\s[^()]{3,90},\s(?:1[5-9]|20)\d\d(?P<more>,\s(?:pp?\.\s?)?(?P<page>(?!(?:1[5-9]|20)\d\d$)\d{1,4}(?:-\d{1,4})?))$"
)
PRESS_AND_PLACE = regex.compile(r"(?P<publisher>\p{Lu}[^,;:]+\s(?:Press|Books|Publishers|Publishing|Verlag))\s(?P<place>\p{Lu}[^,;:]+)")
EDITION_OF_YEAR = regex.compile(r"(?<=(?:1[5-9]|20)\d\d)\s(?:edn|ed|edition)\.?$")
PLACE_NAME = (  # Frankfurt a. M. · Freiburg i. Br.
    r"\p{Lu}[\p{L}.'-]+(?:\s(?:(?:and|am|an|der|upon|on|sur|de|del|di|la|le|du|under)\s)?\p{Lu}[\p{L}.'-]*){0,3}"
    r"(?:\s[ai]\.\s?(?:d\.\s?)?(?:M|O|S|Br)\.)?"
)
PLACE = rf"{PLACE_NAME}(?:(?:,\s|\sand\s|\s&\s|\s?/\s?|\s?-\s?|\s?;\s|\su\.\sa\.|\sund\s|\set\s){PLACE_NAME}){{0,3}}"
PLACE_PUBLISHER = regex.compile(
    rf"(?P<place>{PLACE}(?:,?\s\[\p{{Lu}}[\p{{L}}. ]{{1,20}}\])?)\s?:\s?"
    rf"(?P<publisher>[\p{{Lu}}\d\[].*|n\.\s?p(?:ub)?\.|the\sauthors?|chez\sl'auteur|privately\sprinted)"
)
UNCASED_PUBLISHER = regex.compile(r"(?P<place>[\p{Han}\p{Hiragana}\p{Katakana}]{2,8})\s?:\s?(?P<publisher>.+)")
ABOUT = regex.compile(r"(?:^|[\s,])(?:c|ca|circa|um|forthcoming|in press|n\.\s?p)\.?$", regex.IGNORECASE)  # Penguin, c. 1999
NO_PUBLISHER = regex.compile(r"\[?(?:n\.\s?pub|n\.\s?p|s\.\s?n|o\.\s?V|z\.\s?n)\.?\]?", regex.IGNORECASE)  # [n. pub.]
UPDATED = compile_words(rf"(?:{one_of('updated')})\s?:?(?:on\s)?")
UPDATE_WORDS = first_words("updated")
YEARLESS = compile_words(
    r"(?P<nd>n\.\s?d\.|o\.\s?J\.|s\.\s?d\.|s\.\s?a\.|z\.\s?j\.|б\.\s?г\.|forthcoming|in\spress|undated|im\sErscheinen|im\sDruck"
    r"|sous\spresse|à\sparaître|en\sprensa|no\sprelo|in\scorso\sdi\sstampa|w\sdruku|в\sпечати|ter\sperse)(?!\p{L})"
)


class Item(NamedTuple):
    """One field and where it is printed in a view."""

    field: str
    value: str
    start: int
    end: int

    @classmethod
    def cut(cls, field: str, text: str, span: tuple[int, int]) -> Item:
        """Return what stands in a span of the text: `Item.cut("page", text, match.span("page"))`."""
        return cls(field, text[slice(*span)], *span)


def find_last_date(folded: str, start: int, end: int) -> Date | None:
    """Return the date that ends the stretch: in "Moscow: Nauka, 1972" it is 1972."""
    stop = end
    while stop > start and folded[stop - 1] in " .,":
        stop -= 1
    for match in MAY_BEGIN.finditer(folded, start, stop):
        date = read_date(folded, match.start(), stop)
        if date and date.end == stop:
            return date
    return None


def read_imprint(folded: str, text: str, start: int, end: int) -> list[Item] | None:
    """Return the fields in `start:end`, the inside of a parenthesis; None where it is an aside."""
    reprint = REPRINT.match(folded, start, end)
    if reprint:
        return read_imprint(folded, text, reprint.end(), end)
    if series := SERIES_BEHIND.search(folded, start, end):  # (Göttingen: European Photography, 1985 [= Edition Flusser, Bd. 4])
        found = read_imprint(folded, text, start, _back(folded, start, series.start()))
        return None if found is None else [*found, *(Item.cut(name, text, series.span(name)) for name in SERIES_FIELDS if series[name])]
    if first := FIRST_YEAR.search(folded, start, end):
        return read_imprint(folded, text, start, first.start())  # (London: Penguin, 2009 [1957])
    if of_year := EDITION_OF_YEAR.search(folded, start, end):
        return read_imprint(folded, text, start, of_year.start())  # (Harmondsworth, 1980 edn)
    if document := DOCUMENT.fullmatch(folded, start, end):
        return [Item.cut("number", text, document.span("number"))]
    if (within := PAGE_WITHIN.search(folded, start, end)) and (others := read_imprint(folded, text, start, within.start("more"))):
        return [*others, Item.cut("page", text, within.span("page"))]
    hereafter = HEREAFTER.fullmatch(folded, start, end)
    if hereafter:
        return [Item("hereafter", text[hereafter.start("name") : hereafter.end("name")].strip(" “”\"'‘’.[]"), hereafter.start("name"), end)]
    language = LANGUAGE.fullmatch(folded, start, end)
    if language:
        return [Item("language", WORDS.languages[language["language"].casefold()], start, end)]
    nd = YEARLESS.fullmatch(folded, start, end)
    if nd:
        return [Item.cut("undated", text, (start, end))]
    for pattern, field in ((EDITED, "editor"), (TRANSLATED, "translator"), (EDITION, "edition")):
        match = pattern.match(folded, start, end)
        if match and field == "edition":
            begin = _skip(folded, match.end(), end)
            others = read_imprint(folded, text, begin, end) if begin < end else []
            return (
                None
                if others is None
                else [Item.cut("edition", text, match.span("edition")), *others]
            )
        if match and not find_last_date(folded, start, end):
            return [
                Item(field, str(name), *match.span("people")) for name in split_people(text[match.start("people") : match.end("people")])
            ]
    items: list[Item] = []
    if at_time := TIME_OF_DAY.search(folded, start, end):
        end = at_time.start()
    date = find_last_date(folded, start, end)
    rest = end
    if date:
        items.append(Item("issued", date.value, date.start, date.end))
        rest = date.start
        updated = UPDATED.search(folded, max(start, rest - 22), rest)
        if updated and updated.end() == rest:
            rest = updated.start()
    elif (nd := YEARLESS.search(folded, start, end)) and nd.end() == end:
        items.append(Item("undated", nd[0], *nd.span()))
        rest = nd.start()
    rest = _back(folded, start, rest)
    if about := ABOUT.search(folded, start, rest):
        rest = _back(folded, start, about.start())
    if rest <= start:
        return items or None
    found = _event(folded, text, start, rest, end) or _before_date(folded, text, start, rest, dated=bool(items))
    return None if found is None else [*found, *items]


def _skip(folded: str, at: int, end: int) -> int:
    while at < end and folded[at] in " ,;:.":
        at += 1
    return at


def _back(folded: str, start: int, at: int) -> int:
    while at > start and folded[at - 1] in " ,;:[(":
        at -= 1
    return at


def _before_date(folded: str, text: str, start: int, end: int, *, dated: bool) -> list[Item] | None:
    """Return what stands before the date of an imprint; None where that is an aside. dated: there is such a date."""
    for read in WORDED:
        if found := read(folded, text, start, end):
            return found
    comma = COMMA.search(folded, start, end)
    if comma and (edition := EDITION.fullmatch(folded, comma.end(), end)):
        before = _before_date(folded, text, start, comma.start(), dated=dated) or []
        return [*before, Item.cut("edition", text, edition.span("edition"))]
    for read in (*PLACED, *(UNPLACED if dated else ())):
        if found := read(folded, text, start, end):
            return found
    return None


def _editors(folded: str, text: str, start: int, end: int) -> list[Item]:
    edited = EDITED_BY.fullmatch(folded, start, end)
    return [Item.cut("editor", text, edited.span("people"))] if edited else []


def _genre(folded: str, text: str, start: int, end: int) -> list[Item]:
    """Read "Working Paper No. 12, CPB Netherlands Bureau, The Hague" and "speech, Cheonan"."""
    genre = GENRES.match(folded, start, end) or SERIES_GENRE.match(folded, start, end)
    if genre is None or EDITORIAL.match(folded, start, end):
        return []
    items, at = [Item.cut("genre", text, genre.span())], genre.end()
    if number := NUMBERED.match(folded, at, end):
        items.append(Item.cut("number", text, number.span("number")))
        at = number.end()
    at = _skip(folded, at, end)
    if at >= end:
        return items
    if WORDS.genres.get(genre["genre"].casefold()) == "speech" and "," not in folded[at:end] and not is_body(text[at:end]):
        return [*items, Item.cut("event_place", text, (at, end))]
    return items + _issuer(folded, text, at, end)


def _thesis(folded: str, text: str, start: int, end: int) -> list[Item]:
    """Read "Univ. of Leeds Ph.D. thesis"."""
    last = GENRE_LAST.fullmatch(folded, start, end)
    return [Item.cut(field, text, last.span(field)) for field in ("publisher", "genre")] if last else []


def _place_and_publisher(folded: str, text: str, start: int, end: int) -> list[Item]:
    """Read "London: Chatham House", "Penguin: London"; of "London: Chatham House; Washington, DC: Brookings" the first."""
    for pattern in (PLACE_PUBLISHER, UNCASED_PUBLISHER):
        match = pattern.fullmatch(folded, start, end)
        if match is None or (match["place"].isupper() and not is_place(match["place"])):
            continue  # (EJIL: Talk!, 24 February 2022)
        if is_place(match["publisher"]) and not is_place(match["place"]):
            return [Item.cut("publisher", text, match.span("place")), Item.cut("publisher_place", text, match.span("publisher"))]
        place = Item.cut("publisher_place", text, match.span("place"))
        if NO_PUBLISHER.fullmatch(match["publisher"]):
            return [place]
        begin, stop = match.span("publisher")
        semicolon = folded.find(";", begin, stop)
        stop = stop if semicolon < 0 else semicolon
        return [place, Item("publisher", text[begin:stop].strip(), begin, stop)]
    return []


def _located(folded: str, text: str, start: int, end: int) -> list[Item]:
    """Read "vol. 36", and "Vol. 35, No. 2" of "International Affairs (Vol. 35, No. 2; April 1959)"."""
    items: list[Item] = []
    while place := read_locator(folded, text, start, end, bare=False):
        items += [Item(*field) for field in place.fields]
        if place.end == end:
            return items
        comma = COMMA.match(folded, place.end, end)
        if comma is None:
            return []
        start = comma.end()
    return []


def _place(folded: str, text: str, start: int, end: int) -> list[Item]:
    """Read "London" in "The Times (London), 1 November 1902"."""
    return [Item.cut("publisher_place", text, (start, end))] if is_place(folded[start:end]) else []


def _paper(folded: str, text: str, start: int, end: int) -> list[Item]:
    return [Item.cut("number", text, (start, end))] if PAPER.fullmatch(folded, start, end) else []


def _parted_by_comma(folded: str, text: str, start: int, end: int) -> list[Item]:
    """Read "London, Penguin", and "Oxford University Press, Oxford"."""
    comma = folded.find(", ", start, end)
    if comma > 0 and is_place(folded[start:comma]) and not is_place(folded[comma + 2 : end]):
        return [Item("publisher_place", text[start:comma], start, comma), Item("publisher", text[comma + 2 : end], comma + 2, end)]
    comma = folded.rfind(", ", start, end)
    if comma > 0 and is_place(folded[comma + 2 : end]) and not is_place(folded[start:comma]):
        return [Item.cut("publisher", text, (start, comma)), Item.cut("publisher_place", text, (comma + 2, end))]
    return []


def _press_and_place(folded: str, text: str, start: int, end: int) -> list[Item]:
    """Read "Oxford University Press New York"."""
    together = PRESS_AND_PLACE.fullmatch(folded, start, end)
    if together is None or not is_place(together["place"]):
        return []
    return [Item.cut("publisher", text, together.span("publisher")), Item.cut("publisher_place", text, together.span("place"))]


def _publisher(folded: str, text: str, start: int, end: int) -> list[Item]:
    return [Item.cut("publisher", text, (start, end))] if folded[start].isupper() or not folded[start].isascii() else []


Reader = Callable[[str, str, int, int], list[Item]]  # (folded, text, start, end): the fields of the whole stretch, none where it is another
WORDED: tuple[Reader, ...] = (_editors, _genre, _thesis)
PLACED: tuple[Reader, ...] = (_place_and_publisher, _located, _place)
UNPLACED: tuple[Reader, ...] = (_paper, _parted_by_comma, _press_and_place, _publisher)  # only a date tells them from an aside


def _issuer(folded: str, text: str, at: int, end: int) -> list[Item]:
    """Read "CPB Netherlands Bureau, The Hague": who issued it, and where."""
    items = []
    comma = folded.rfind(", ", at, end)
    if is_place(folded[at:end]):
        return [Item.cut("publisher_place", text, (at, end))]
    if comma > 0 and is_place(folded[comma + 2 : end]):
        items.append(Item.cut("publisher_place", text, (comma + 2, end)))
        end = comma
    return [Item.cut("publisher", text, (at, end)), *items]


def is_place(name: str) -> bool:
    """True for a place of publication: "London", "Washington, DC", "New York and London"."""
    places = load_places()
    if ABBREVIATED.fullmatch(name):
        return True
    if (state := STATE_BEHIND.fullmatch(name)) and places.has(state["state"]):  # Cambridge MA
        name = state["place"]
    if places.has(name):
        return True
    parts = BETWEEN_PLACES.split(name.strip(" ."))
    return all(any(map(places.has, (part.strip(". "), part, f"{part}."))) for part in parts)


def begins_with_place(name: str) -> bool:
    """True for a place, alone or with what it lies in: "Kyiv, Ukraine"."""
    return is_place(name) or is_place(name.split(", ")[0])


def _event(folded: str, text: str, start: int, rest: int, end: int) -> list[Item] | None:
    """Read "remarks given at the conference “X” for the Y, Washington, DC"."""
    genre = GENRES.match(folded, start, rest)
    at = AT.match(folded, _skip(folded, genre.end(), rest) if genre else start, rest)
    if at is None or not (genre or GIVEN_AT.match(folded, start, rest)):
        return None
    items = [Item.cut("genre", text, genre.span())] if genre else []
    begin = at.start("event")
    titles = quotes_in(folded, begin, rest)
    if titles:
        items.append(Item("event_title", text[titles[0].start : titles[0].end], titles[0].start, titles[0].end))
        begin = _skip(folded, titles[0].stop, rest)
        organiser = FOR.match(folded, titles[0].stop, rest)
        begin = organiser.end() if organiser else begin
        comma = folded.find(", ", begin, rest)
        stop = comma if comma > 0 else rest
        if organiser and stop > begin:
            items.append(Item.cut("publisher", text, (begin, stop)))
            begin = _skip(folded, stop, rest)
        if begin < rest:
            items.append(Item.cut("event_place", text, (begin, rest)))
        return items
    comma = folded.find(", ", begin, rest)
    stop = comma if comma > 0 else rest
    items.append(Item.cut("event_title", text, (begin, stop)))
    begin = _skip(folded, stop, rest)
    if begin < rest:
        items.append(Item("event_place" if is_place(folded[begin:rest]) else "publisher", text[begin:rest], begin, rest))
    return items

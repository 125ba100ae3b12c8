"""What may follow the head of any citation, in any order: container, volume, issue, imprint, date, pages, address, date of access.

`read_tail` goes from item to item; at each point the first reader of TAIL that fits takes it. What nobody takes ends the citation.
What a word announces is read by `led.py`, what nothing announces by `unnamed.py`.
"""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.access import ACCESS_WORDS, ACCESSED, AVAILABLE_WORDS, read_address
from cites.grammar.brackets import closing
from cites.grammar.dates import CLOCK, read_date
from cites.grammar.imprint import EDITION, SERIES, SERIES_FIELDS, SERIES_IN, UPDATE_WORDS, UPDATED, YEARLESS, Item, read_imprint
from cites.grammar.led import Found, read_in_brackets, read_led
from cites.grammar.lexicon import compile_words, leading
from cites.grammar.locators import AFTER_PAGE, VOLUMES, read_locator
from cites.grammar.prose import COMMENT
from cites.grammar.sources import EDITION_NOTE
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted
from cites.grammar.unnamed import read_unnamed
from cites.grammar.urls import is_site

SEPARATOR = regex.compile(r"[\s,:.]*(?:-\s|\|\s|//\s?)?")
DESCRIBED = regex.compile(r"\p{Ll}{3,}\s(?:\p{Ll}{2,}\s){0,2}(?=[\p{Lu}\d])")  # "poll of November 2018", "broadcast on 3 May 2012"
ARCHIVED = compile_words(
    r"archived\s(?:from\sthe\soriginal|copy)?(?:\s\(\w+\))?(?:\sat\s[^.]{3,40})?(?:\son\s(?:\d{1,2}\s\p{L}+"
    r"|\p{L}+\s\d{1,2},)\s\d{4})?"
    r"|(?:архивировано\sиз\s(?:первоисточника|оригинала)|архивная\sкопия\sот|archiviert\s(?:vom\soriginal\s)?am|archivé\s(?:de\sl'original\s)?le"
    r"|version\sarchivée\sdu|archivado\s(?:desde\sel\soriginal\s)?el|arquivado\sdo\soriginal\sem|cópia\sarquivada\sem"
    r"|archiviato\sdall'url\soriginale\sil|gearchiveerd\s(?:van\shet\sorigineel\s)?op|zarchiwizowane\sz\sadresu)"
    r"\s(?:\d{1,2}[.\s]\s?(?:\p{L}+|\d{1,2}\.)\s?(?:de\s)?\d{4}|\d{4}-\d\d-\d\d)"
)
ARCHIVED_WORDS = frozenset(
    "archived архивировано архивная archiviert archivé version archivado arquivado cópia archiviato gearchiveerd zarchiwizowane".split()
)
DESCRIPTION = regex.compile(
    r"(?!(?:see|quoted|cited|and|in|as|by|for|from|with|at|on|of|to|esp|especially|vol|no|pp|ed|eds|trans)\b)\p{Ll}{4,}"
    r"(?:\s\p{Ll}{4,})?(?=,\s[\p{Lu}\d])|(?:version|release)\s\d[\d.]*(?=[,;)\s]|$)"
)
LED_DATE = regex.compile(  # Le Monde, le 3 mars 2011 · Electa, ca 2001
    r"(?:le|el|il|den|am|vom|du|от|від)\s(?=\d)|(?:ca?\.?|circa|um|vers|ok\.)\s(?=\d{4}(?!\d))"
)
VOLUME_TITLE = regex.compile(  # Bd. 4: Vom Beginn des Ersten Weltkriegs bis 1949
    r"\p{Lu}[^,;()“”]{3,160}(?:,\s\d{4}-\d{2,4})?(?=,\s|\s\(|$)"
)
PAGE_BEFORE_YEAR = regex.compile(r"\p{L}?\d+(?:\s?-\s?\d+)?(?=\s\((?:1[89]|20)\d\d\))")
PAGE_AND_CITED = regex.compile(
    r"(?P<page>\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?ff?\.)?)\s\((?P<cited>\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?ff?\.?)?)\)"
)
ISSUE_IN_PARENTHESES = regex.compile(r"\(\s?(?P<issue>(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:\s?[-/]\s?\d{1,3})?|[Ss]uppl?\.?\s?\w*)\s?\)")
ISSUE_BEHIND_YEAR = regex.compile(r"\d{1,2}(?=,\s(?:pp?|ss?|S|kol|blz|Sp|str)\.\s?\d)")  # Tiecelijn 10 (1997) 3, p. 105-109
ROLE_WORDS = frozenset({"dir", "éd", "éds", "ed", "eds", "hrsg", "hg"})
ROLE_LEFT = regex.compile(r"\p{L}+\.(?=\s\(\p{Lu}[^():]{2,40}:\s)")  # The Shape of Data, dir. (Abingdon: Routledge, 2019)
EXHIBITED = compile_words(  # (Ausst.-Kat. Bundeskunsthalle, Bonn 2015): where pictures were shown, not where the book appeared
    r"(?:ausst(?:\.|ellungs)-?\s?kat(?:\.|alog)|exh(?:\.|ibition)\scat|cat\.\s(?:exp|expo|mostra|exh)|catalogue\sd'exposition|kat\.\swyst)"
)
ISBN = regex.compile(r"ISBN(?:-1[03])?\s?:?\s?(?P<isbn>(?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dXx])(?![\d-])")
CATALOGUED = regex.compile(  # as Wikipedia prints them
    r"(?:PMID|PMC|S2CID|OCLC|ISSN|LCCN|JSTOR|SSRN|Bibcode|arXiv|hdl|ASIN|Zbl|MR)\s?:?\s(?=\S*\d)[\w.:/&-]+(?<![.:])"
)
MAX_ITEMS = 16  # of one tail; the longest in tests/gold has 9
SECTION_PAGE = regex.compile(r"\p{Lu}\d{1,3}(?:\s?[-,]\s?\p{Lu}\d{1,3})?(?=[.,;)]|$)")  # A1, of a newspaper
DIGITS = frozenset("0123456789")
# The fields that belong to a citation even when a sentence seems to have ended before them.
STRONG = frozenset({"url", "doi", "accessed", "archive", "editor", "translator", "edition", "in", "cited"})
ADDRESS_SIGNS = frozenset("hHwWdD1<")  # http, www., doi, 10.1000/182


class Tail(NamedTuple):
    """What followed a head, and where that ends."""

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
        if begin >= end or folded[begin] == ";" or (items and items[-1].field == "page" and AFTER_PAGE.match(folded, stop, end)):
            break
        is_page_point = folded[stop - 1] == "." and bool(items) and items[-1].field == "page"  # "S. 201 ff. Ebd."
        gap = folded[stop - is_page_point : begin]
        stopped = ". " in gap and not listed and not (items and items[-1].field == "text" and folded[begin].islower())
        found, after = _next(folded, text, begin, end, breaks, items, gap)
        if not found and after == begin:
            break
        if stopped and not (folded[begin].isupper() and ARCHIVED.match(folded, begin, end)) and not any(map(_is_strong, found)):
            break
        items.extend(found)
        stop = after
    return Tail(tuple(items), stop)


def _is_strong(item: Item) -> bool:
    return item.field in STRONG or (item.field == "text" and is_site(item.value))

class Point(NamedTuple):
    """Where the reading of a tail has come to, and what was read before it."""

    folded: str
    text: str
    at: int
    end: int
    breaks: frozenset[int]
    items: list[Item]
    fields: frozenset[str]  # of the items
    gap: str  # the separator between the last item and this point
    char: str  # the sign that stands here; "<" where that opens an address, which `at` is behind
    word: str  # the word that begins here, see `leading`

    @property
    def last(self) -> str:
        """The field that was read last; "" at the beginning."""
        return self.items[-1].field if self.items else ""

    def match(self, pattern: regex.Pattern[str]) -> regex.Match[str] | None:
        """Return the match of a pattern that begins here."""
        return pattern.match(self.folded, self.at, self.end)

    def whole(self, field: str, match: regex.Match[str]) -> Found:
        """Return all of a match as one item: "1998, 12 vols." gives an aside for "12 vols."."""
        return [Item.cut(field, self.text, match.span())], match.end()


def _next(folded: str, text: str, at: int, end: int, breaks: frozenset[int], items: list[Item], gap: str) -> Found:
    char = folded[at]
    at += char == "<"
    fields = frozenset([item.field for item in items])
    point = Point(folded, text, at, end, breaks, items, fields, gap, char, leading(folded, at))
    for read in TAIL:
        if found := read(point):
            return found
    return [], at


def _in_brackets(point: Point) -> Found | None:
    """Read "(3)" after a volume, "[52]", "(Ankara: Bilgi, 1988)"."""
    if point.char not in "([":
        return None
    if found := read_in_brackets(point.folded, point.text, point.at, point.end):
        return found
    if point.char == "(" and point.last == "volume" and (issue := point.match(ISSUE_IN_PARENTHESES)):
        return [Item.cut("issue", point.text, issue.span("issue"))], issue.end()
    place = read_locator(point.folded, point.text, point.at, point.end, bare=False)
    if place:
        return [Item(*field) for field in place.fields], place.end
    return _bracket(point.folded, point.text, point.at, point.end, point.breaks)


def _address(point: Point) -> Found | None:
    if point.char not in ADDRESS_SIGNS and point.word not in AVAILABLE_WORDS:
        return None
    found = read_address(point.folded, point.text, point.at, point.end, point.breaks)
    return found if found[0] else None


def _quotation(point: Point) -> Found | None:
    if point.char not in CLOSERS or not opens_quote(point.folded, point.at):
        return None
    if ":" in point.gap and point.last in ("page", "cited"):
        return [], point.at  # 'S. 258: "Die Individuen sind …"' is what is said there
    quoted = read_quoted(point.folded, point.at, point.end)
    return ([Item.cut("quoted", point.text, (quoted.start, quoted.end))], quoted.stop) if quoted else ([], point.at)


def _accessed(point: Point) -> Found | None:
    """Read "accessed May 3, 2012" and "Archived from the original on May 3, 2012"."""
    if point.word in ARCHIVED_WORDS and (archived := point.match(ARCHIVED)):
        return point.whole("aside", archived)
    accessed = point.match(ACCESSED) if point.word in ACCESS_WORDS else None
    date = read_date(point.folded, accessed.end(), point.end) if accessed else None
    return ([Item("accessed", date.value, date.start, date.end)], date.end) if date else None


def _date(point: Point) -> Found | None:
    """Read "May 2012", "updated May 3, 2012", "poll of November 2018", "n.d."; a citation has one date."""
    if "issued" in point.fields:
        return None
    folded, end = point.folded, point.end
    updated = point.match(UPDATED) if point.word in UPDATE_WORDS else None
    date = None if updated else read_date(folded, point.at, end)
    led = None if date else updated or point.match(LED_DATE) or point.match(DESCRIBED)
    date = read_date(folded, led.end(), end) if led else date
    if date and led and not updated and (not date.has_year or folded[date.end : date.end + 1] not in ("", ",", ".", ";", ")")):
        return None
    if date is None or (not date.has_year and not date.has_day):
        yearless = point.match(YEARLESS)
        return ([Item("undated", yearless[0], *yearless.span())], yearless.end()) if yearless else None
    if not date.has_month and ":" in point.gap and point.fields & {"volume", "issue"}:
        return None  # "12: 1998-2004" are pages
    return [Item("issued", date.value, date.start, date.end)], date.end


def _number(point: Point) -> Found | None:
    """Read what a lone number means where it stands: "3 vols.", "14:30 GMT", "A1", "151 (152)", "5781 (2019)"."""
    if point.char in DIGITS and (counted := point.match(VOLUMES) or point.match(CLOCK)):
        return point.whole("aside", counted)
    if point.char.isupper() and point.last == "issued" and (page := point.match(SECTION_PAGE)):
        return point.whole("page", page)
    if "volume" not in point.fields:
        return None
    if point.last == "issued" and "issue" not in point.fields and (issue := point.match(ISSUE_BEHIND_YEAR)):
        return point.whole("issue", issue)
    if "issued" in point.fields and (pages := point.match(PAGE_AND_CITED)):
        return [Item.cut(field, point.text, pages.span(field)) for field in ("page", "cited")], pages.end()
    if not point.fields & {"page", "issued"} and (page := point.match(PAGE_BEFORE_YEAR)):
        return point.whole("page", page)
    return None


def _locator(point: Point) -> Found | None:
    if point.char in DIGITS and point.match(EDITION):
        return None
    bare = "page" not in point.fields or ":" in point.gap
    place = read_locator(point.folded, point.text, point.at, point.end, bare=bare)
    return ([Item(*field) for field in place.fields], place.end) if place else None


def _led(point: Point) -> Found | None:
    return read_led(point.folded, point.text, point.at, point.end, point.word)


def _aside(point: Point) -> Found | None:
    """Pass over "transcript" in "“Press Conference,” transcript, CPAC", and over the title of a volume."""
    if point.char.islower() and (not point.items or "," in point.gap):
        said = point.match(DESCRIPTION)
        if said and not COMMENT & set(said[0].split()):
            return point.whole("aside", said)
    if point.word in ROLE_WORDS and (role := point.match(ROLE_LEFT)):
        return point.whole("aside", role)
    if ":" in point.gap and point.last == "volume" and (subtitle := point.match(VOLUME_TITLE)):
        return point.whole("aside", subtitle)
    return None


def _unnamed(point: Point) -> Found | None:
    return read_unnamed(point.folded, point.text, point.at, point.end, named=point.last in ("in", "editor"))


def _catalogued(point: Point) -> Found | None:
    """Read "ISBN 0-19-217667-4", and pass over the number of a work in other catalogues: "PMID 22984418"."""
    if not (point.char.isupper() or point.char in "ha"):
        return None
    if isbn := point.match(ISBN):
        return ([] if "isbn" in point.fields else [Item.cut("isbn", point.text, isbn.span("isbn"))]), isbn.end()
    number = point.match(CATALOGUED)
    return point.whole("aside", number) if number else None


# From what its first sign tells to what nothing tells; a reader gives None for "not mine", nothing read for "the tail ends here".
TAIL = (_in_brackets, _address, _quotation, _accessed, _date, _number, _catalogued, _locator, _led, _aside, _unnamed)


def _bracket(folded: str, text: str, at: int, end: int, breaks: frozenset[int]) -> Found:
    """Read what stands in brackets: an imprint, an address, a date of access; "[a title in translation]" is passed over."""
    close = closing(folded, at, end)
    if close is None:
        return [], at
    inside = at + 1
    accessed = ACCESSED.match(folded, inside, close)
    if accessed and (date := read_date(folded, accessed.end(), close)):
        return [Item("accessed", date.value, date.start, date.end)], close + 1
    found, after = read_address(folded, text, inside, close, breaks)
    if found:
        rest = read_tail(folded, text, after, close, breaks) if after < close else Tail((), after)
        return [*found, *rest.items], close + 1
    if EXHIBITED.match(folded, inside, close):
        return [Item.cut("aside", text, (inside, close))], close + 1
    if EDITION_NOTE.fullmatch(folded, inside, close):
        return [Item.cut("aside", text, (inside, close))], close + 1  # Guardian (US edition)
    if series := SERIES.fullmatch(folded, inside, close) or SERIES_IN.match(folded, at, end):
        return [Item.cut(field, text, series.span(field)) for field in SERIES_FIELDS if series[field]], close + 1
    items = read_imprint(folded, text, inside, close)
    if items is None and folded[at] == "[" and close - at > 6:
        return [Item.cut("aside", text, (inside, close))], close + 1  # a title in translation
    if items is None:
        return [], at
    return items, close + 1

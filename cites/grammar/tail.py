"""What may follow the head of any citation, in any order: container, volume, issue, imprint, date, pages, address, date of access.

`read_tail` goes from item to item; at each point the first reader of TAIL that fits takes it. What nobody takes ends the citation.
What a word announces is read by `led.py`, what nothing announces by `unnamed.py`.
"""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.edtf import is_day, is_year
from cites.grammar.access import ACCESS_BEGINS, ACCESSED, ARCHIVED, AVAILABLE_WORDS, CLOSED_BY, read_address
from cites.grammar.asides import (
    ARCHIVED_COPY,
    CATALOGUED,
    EXHIBITED,
    FIRST_IN,
    NATIVE,
    NOWHERE,
    ORIGINALLY,
    PART_BEHIND,
    READ_IN,
    ROLE_LEFT,
    ROLE_WORDS,
    TITLE_IN,
    TRANSLATED,
    read_aside,
)
from cites.grammar.dates import DIGITS, read_date
from cites.grammar.imprint import read_imprint
from cites.grammar.in_series import SERIES_ALONE, SERIES_FIELDS, SERIES_IN_BRACKETS
from cites.grammar.led import read_led
from cites.grammar.lexicon import in_names, leading
from cites.grammar.locators import AFTER_PAGE, read_locator
from cites.grammar.part_of import OWNER, read_in_brackets, read_role
from cites.grammar.point import NO_WHOLES, Point, Wholes
from cites.grammar.preprints import read_preprint
from cites.grammar.printed import Found, Printed, cut_each
from cites.grammar.roles import read_named_role
from cites.grammar.separators import closing
from cites.grammar.sources import EDITION_NOTE, UNCASED
from cites.grammar.tail_dates import read_accessed, read_issue_of_year, read_issued, read_looked_at
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted
from cites.grammar.unnamed import DAY_NEXT, read_unnamed
from cites.grammar.urls import is_site, read_bare
from cites.grammar.volumes import VOLUME_NEXT, past_semicolon, read_number
from cites.grammar.wordings import EDITION

SEPARATOR = regex.compile(r"[\s,:.]*(?:-\s|\|\s|//\s?)?")
ISSUE_IN_PARENTHESES = regex.compile(
    r"\(\s?(?P<issue>(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:\s?[-/]\s?\d{1,3})?|\p{Lu}{1,3}\d{1,3}|[Ss]uppl?\.?\s?\w*)\s?\)"
)
ISBN = regex.compile(r"ISBN(?:-1[03])?\s?:?\s?(?P<isbn>(?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dXx])(?![\d-])")
SENTENCE = regex.compile(  # “… Says.” On December 14, 1889, the paper had more
    r"(?:On|By|In|As\sof|Since|After|Before|During|Until)\s(?:(?:early|late|mid)[\s-])?(?:(?!Vol|No)\p{Lu}\p{Ll}{2,8}\.?\s)?\d"
)
PAPER_AND_PAGE = regex.compile(  # (17 May 2014) The Fjord Weekly 44
    r"(?P<text>\p{Lu}[\p{L}'&-]*(?:\s[\p{L}'&-]+){0,6})\s(?P<page>\d{1,3}(?:-\d{1,3})?)(?=[.;]?$|;)"
)
PLACED = regex.compile(r"\p{Lu}[^.:;()]{2,40}:\s\p{Lu}")  # pp. 12-14. New York: Wiley
END_OF_DAY = r"(?:\.(?:\s\p{Lu}\p{Ll}+){1,2})?\.?\s*$|[,.]\s<?(?:https?://|www\.|doi)|"  # behind a sentence: ". Web. 3 May"
DAY_LAST = regex.compile(rf"{END_OF_DAY}\.\s{in_names('media.online')}\.\s\d|,\s[Vv]ol(?:ume|\.)?\s\d")
ASKED_IN = regex.compile(r"(?P<genre>interview)\s(?:in|with|for)\s(?=\p{Lu})")  # “La France”, interview in *Jeune Afrique*
FULL_STOP = regex.compile(r".*[.?!][\"'”’)]?\s$")
MAX_ITEMS = 16  # of one tail; the longest in tests/gold has 9
# The fields that belong to a citation even when a sentence seems to have ended before them.
STRONG = frozenset({"url", "doi", "accessed", "archive", "editor", "translator", "edition", "in", "cited"})
ADDRESS_SIGNS = frozenset("hHwWdD1<{")  # http, www., doi, 10.1000/182


class Tail(NamedTuple):
    """What followed a head, and where that ends."""

    items: tuple[Printed, ...]
    end: int


def read_tail(
    folded: str, text: str, at: int, end: int, breaks: frozenset[int] = frozenset(), *, listed: bool = False, wholes: Wholes = NO_WHOLES
) -> Tail:
    """Return what follows a head that ended at `at`, and where it ends.

    For `, The Asan Forum 3, no. 3 (2015): 228-230` these are text "The Asan Forum", volume "3", issue "3", issued "2015",
    page "228-230". listed: the entry of a bibliography, where periods separate fields; wholes: where italics begin and end.
    """
    items: list[Printed] = []
    stop = at
    while stop < end and len(items) < MAX_ITEMS:
        separator = SEPARATOR.match(folded, stop, end)
        begin = separator.end() if separator else stop
        if begin + 1 < end and folded[begin] == ";":
            begin = past_semicolon(folded, begin, end, items, listed=listed)
        if folded[begin : begin + 1].isupper() and SENTENCE.match(folded, begin, end) and FULL_STOP.match(folded, begin - 4, begin):
            break
        if begin >= end or folded[begin] == ";" or (items and items[-1].field == "page" and AFTER_PAGE.match(folded, stop, end)):
            break
        is_page_point = folded[stop - 1] == "." and bool(items) and items[-1].field == "page"  # "S. 201 ff. Ebd."
        gap = folded[stop - is_page_point : begin]
        stopped = ". " in gap and not listed and not (items and items[-1].field == "text" and folded[begin].islower())
        found, after = _next(folded, text, begin, end, breaks, items, gap, wholes)
        if not found and after == begin:
            break
        is_copy = stopped and folded[begin].isupper() and ARCHIVED.match(folded, begin, end)
        is_dated = stopped and items[-1:] and items[-1].field == "text" and _is_dated(found) and DAY_LAST.match(folded, after, end)
        is_part = bool(items) and items[-1].field == "text" and "in" in _fields(items)
        is_volume = stopped and is_part and bool(found) and found[0].field == "volume"  # in: … Der Ort des Terrors. Band 5, München 2007
        if stopped and not (is_copy or is_dated or is_volume or any(map(_is_strong, found)) or _is_imprint(found)):
            break
        items.extend(found)
        stop = after
    return Tail(tuple(items), stop)


def _fields(items: list[Printed]) -> frozenset[str]:
    return frozenset([item.field for item in items])


def _is_strong(item: Printed) -> bool:
    return item.field in STRONG or (item.field == "text" and is_site(item.value))


def _is_dated(found: list[Printed]) -> bool:
    """True for a day or a season and nothing else: "The Met. October 1, 2004, https://…", "New York History. Fall 1995, Vol 76"."""
    return len(found) == 1 and found[0].field == "issued" and not is_year(found[0].value)


def _is_imprint(found: list[Printed]) -> bool:
    """True for "(London: Pluto Press, 2008)", also behind a full stop: "translated by C. L. Markmann. (London: …"."""
    return {"publisher_place", "publisher", "issued"} <= {item.field for item in found}


def _next(folded: str, text: str, at: int, end: int, breaks: frozenset[int], items: list[Printed], gap: str, wholes: Wholes) -> Found:
    char = folded[at]
    at += char in CLOSED_BY
    fields = _fields(items)
    point = Point(folded, text, at, end, breaks, items, fields, gap, char, leading(folded, at), wholes)
    for read in TAIL:
        if found := read(point):
            return found
    return [], at


def _in_brackets(point: Point) -> Found | None:
    """Read "(3)" after a volume, "[52]", "(Ankara: Bilgi, 1988)"."""
    if point.char not in "([":
        return None
    if looked := read_looked_at(point):
        return looked
    if nowhere := point.match(NOWHERE):
        return point.whole("aside", nowhere)
    if found := read_in_brackets(point.folded, point.text, point.at, point.end):
        return found
    if point.char == "(" and (people := read_role(point.folded, point.text, point.at, point.end)):
        return people
    if point.char == "(" and (original := point.match(ORIGINALLY)):
        return point.whole("aside", original)
    if point.char == "(" and point.last == "volume" and (issue := point.match(ISSUE_IN_PARENTHESES)):
        return [Printed.cut("issue", point.text, issue.span("issue"))], issue.end()
    if point.last == "issued" and (other := point.match(READ_IN) or point.match(FIRST_IN)):
        return point.whole("aside", other)  # "1865 (read in 1864)", "2011 [1993]"
    if not point.items and (first := point.match(TITLE_IN)):
        return point.whole("aside" if first[0][1].isdigit() else "translated", first)
    if of_year := read_issue_of_year(point):
        return of_year
    place = read_locator(point.folded, point.text, point.at, point.end, bare=False)
    if place:
        return [Printed(*field) for field in place.fields], place.end
    if point.fields & {"url", "doi"} and (copy := point.match(ARCHIVED_COPY)):
        return point.whole("aside", copy)
    close = closing(point.folded, point.at, point.end) if not point.items else None
    if close and point.folded.startswith(", ", close + 1) and PART_BEHIND.fullmatch(point.folded, point.at + 1, close):
        return [Printed.cut("aside", point.text, (point.at + 1, close))], close + 1
    found = _bracket(point.folded, point.text, point.at, point.end, point.breaks)
    if found == ([], point.at) and (native := point.match(NATIVE)):
        return point.whole("aside" if point.items else "translated", native)
    translated = point.match(TRANSLATED) if found == ([], point.at) and not point.items else None
    return point.whole("translated", translated) if translated else found


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
    whole = point.wholes.get(point.at, 0)
    if quoted and quoted.stop + len(" An") < whole <= point.end:  # in *"Raw Data" Is an Oxymoron*, ed. Lisa Gitelman
        return [Printed.cut("text", point.text, (point.at, whole))], whole
    return ([Printed.cut("quoted", point.text, (quoted.start, quoted.end))], quoted.stop) if quoted else ([], point.at)


def _locator(point: Point) -> Found | None:
    if point.char in DIGITS and point.match(EDITION):
        return None
    bare = "page" not in point.fields or ":" in point.gap
    place = read_locator(point.folded, point.text, point.at, point.end, bare=bare)
    return ([Printed(*field) for field in place.fields], place.end) if place else None


def _led(point: Point) -> Found | None:
    return read_led(point.folded, point.text, point.at, point.end, point.word)


def _owner(point: Point) -> Found | None:
    """Read who wrote or edited the book of a chapter: "in Bernard Hubert, *An Exceptional Dialogue, 1925-1948*"."""
    owner = point.match(OWNER) if point.last == "in" and point.wholes else None
    if owner is None or owner.end() not in point.wholes:
        return None
    return [Printed.cut("editor" if "ed" in (owner["role"] or "") else "aside", point.text, owner.span("people"))], owner.end()


def _aside(point: Point) -> Found | None:
    if point.word in ROLE_WORDS and (role := point.match(ROLE_LEFT)):
        return point.whole("aside", role)
    if point.word == "interview" and (asked := point.match(ASKED_IN)):
        return [Printed("genre", "interview", *asked.span("genre")), Printed("in", "in", asked.end("genre") + 1, asked.end())], asked.end()
    aside = read_aside(point.folded, point.at, point.end, point.word, point.gap, point.last)
    return point.whole("aside", aside) if aside else None


def _bare_address(point: Point) -> Found | None:
    """Read "Aeon, 12 Mar. 2018, aeon.co/essays/how-to-read-a-river": no scheme, behind a container; behind a day a site will do."""
    if "text" not in point.fields or "url" in point.fields or not point.char.islower():
        return None
    bare = read_bare(point.folded, point.at, point.end, alone=point.last == "issued")
    return ([Printed("url", bare.value, bare.start, bare.end)], bare.end) if bare else None


def _unnamed(point: Point) -> Found | None:
    if point.last == "issued" and is_day(point.items[-1].value) and (paper := point.match(PAPER_AND_PAGE)):
        return cut_each(point.text, paper, "text", "page"), paper.end()
    if "." in point.gap and point.fields >= {"issued", "page"} and not point.match(PLACED):
        return None  # "München 2010, S. 420-433. Kritisch dazu …"
    if point.last == "doi" and "," in point.gap:
        return [], point.at  # "doi:10.3402/tellusa.v66.25274, Haozhe Xie, …": the next work
    named = point.last in ("in", "editor")
    return read_unnamed(point.folded, point.text, point.at, point.end, named=named, whole=point.wholes.get(point.at))


def _small(point: Point) -> Found | None:
    """Read "*threatpost*, October 1, 2020", "*boundary 2* 24, no. 1": a name in italics may begin with a small letter."""
    whole = point.wholes.get(point.at) if point.char.islower() else None
    is_paper = whole and (DAY_NEXT.match(point.folded, whole, point.end) or VOLUME_NEXT.match(point.folded, whole))
    return ([Printed.cut("text", point.text, (point.at, whole))], whole) if whole and is_paper else None


def _catalogued(point: Point) -> Found | None:
    """Read "ISBN 0-19-217667-4", and pass over the number of a work in other catalogues: "PMID 22984418"."""
    if not (point.char.isupper() or point.char in "ha"):
        return None
    if isbn := point.match(ISBN):
        return ([] if "isbn" in point.fields else [Printed.cut("isbn", point.text, isbn.span("isbn"))]), isbn.end()
    number = point.match(CATALOGUED)
    return point.whole("aside", number) if number else None


# From what its first sign tells to what nothing tells; a reader gives None for "not mine", nothing read for "the tail ends here".
TAIL = (
    _in_brackets, _address, _quotation, read_accessed, read_issued, read_number, read_preprint, _catalogued, _locator, _owner,
    _led, _small, _aside, _bare_address, read_named_role,
    _unnamed,
)  # fmt: skip


def _bracket(folded: str, text: str, at: int, end: int, breaks: frozenset[int]) -> Found:
    """Read what stands in brackets: an imprint, an address, a date of access; "[a title in translation]" is passed over."""
    close = closing(folded, at, end)
    if close is None:
        return [], at
    inside = at + 1
    accessed = ACCESSED.match(folded, inside, close) if leading(folded, inside) in ACCESS_BEGINS else None
    if accessed and (date := read_date(folded, accessed.end(), close)):
        return [Printed("accessed", date.value, date.start, date.end)], close + 1
    found, after = read_address(folded, text, inside, close, breaks)
    if found:
        rest = read_tail(folded, text, after, close, breaks) if after < close else Tail((), after)
        return [*found, *rest.items], close + 1
    if EXHIBITED.match(folded, inside, close) or EDITION_NOTE.fullmatch(folded, inside, close):  # Guardian (US edition)
        return [Printed.cut("aside", text, (inside, close))], close + 1
    if series := SERIES_ALONE.fullmatch(folded, inside, close) or SERIES_IN_BRACKETS.match(folded, at, end):
        return cut_each(text, series, *SERIES_FIELDS), close + 1
    items = read_imprint(folded, text, inside, close)
    if items is None and folded[at] == "[" and (close - at > 6 or UNCASED.match(folded, inside)):
        return [Printed.cut("aside", text, (inside, close))], close + 1  # a title in translation
    if items is None:
        return [], at
    return items, close + 1

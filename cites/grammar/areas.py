"""The areas of a description by GOST R 7.0.5 and 7.1: "М.: РОССПЭН, 2003. Т. 1. С. 1012", "2010. № 2. С. 41–47. URL: http://…".

Areas are parted by ". ", ". – " or ", ". Each row of AREAS is one of them; `read_areas` goes from area to area and stops at what is none.
Source: GOST R 7.0.5-2008, sections 6 to 8; DSTU 8302:2015; BDS ISO 690.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import is_year
from cites.grammar.dates import read_date
from cites.grammar.lexicon import WORDS
from cites.grammar.patterns import read_patterns
from cites.grammar.printed import Printed, Tail, field_of
from cites.grammar.urls import read_doi, read_url

IMPRINT, BARE_YEAR, ISBN, ABBREVIATED_LAST = read_patterns("gost", "IMPRINT BARE_YEAR ISBN ABBREVIATED_LAST")
SEPARATOR, AFTER_YEAR = read_patterns("gost", "SEPARATOR AFTER_YEAR")
VOLUME, ISSUE, PAGE, SECTION, CITED, ASIDE, IN_VOLUMES = read_patterns("gost", "VOLUME ISSUE PAGE SECTION CITED ASIDE IN_VOLUMES", WORDS)
EDITION, SERIES, ADDRESS, ACCESSED = read_patterns("gost", "EDITION SERIES ADDRESS ACCESSED", WORDS)
ONCE: tuple[regex.Pattern[str], ...] = (IMPRINT, SERIES, EDITION, VOLUME, ISSUE, SECTION, PAGE, CITED, ISBN)
FIRST = (IN_VOLUMES, EDITION, VOLUME, ISSUE, PAGE)  # that tell by themselves that a title is over
AFTER_COMMA = (VOLUME, ISSUE, PAGE)  # … after a comma too: "Полн. собр. соч., т. 45, с. 12"
PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"'}


def read_areas(folded: str, text: str, at: int, end: int, breaks: frozenset[int] = frozenset()) -> Tail:
    """Return the areas from `at` on, and where they end.

    For ". М.: РОССПЭН, 2003. Т. 1. С. 1012" these are publisher_place "М.", publisher "РОССПЭН", issued "2003", volume "1", page "1012".
    """
    items: list[Printed] = []
    stop = at
    while stop < end:
        separator = SEPARATOR.match(folded, stop, end)
        begin = separator.end() if separator else stop
        if begin >= end:
            break
        found, after = _area(folded, text, begin, end, breaks, {item.field for item in items})
        if after == begin:
            break
        items += found
        stop = after
    if stop > at and ABBREVIATED_LAST.search(folded, max(at, stop - 4), stop):
        stop -= 1  # the point of "14 мая." ends the note, that of "312 с." does not
    return Tail(tuple(_with_day(items)), stop)


def _area(folded: str, text: str, at: int, end: int, breaks: frozenset[int], have: set[str]) -> tuple[list[Printed], int]:
    address = ADDRESS.match(folded, at, end)
    if address and (found := read_doi(text, address.end(), end) or read_url(text, address.end(), end, breaks)):
        stop = found.end + (folded[found.end : found.end + 1] in (">", "]") and folded[at] != "(")
        return [found], stop
    accessed = ACCESSED.match(folded, at, end)
    if accessed and (date := read_date(folded, accessed.end(), end)):
        return [Printed("accessed", date.value, date.start, date.end)], date.end + (folded[date.end : date.end + 1] in (")", "]"))
    if aside := IN_VOLUMES.match(folded, at, end) or ASIDE.match(folded, at, end):
        return [], aside.end()
    for pattern in ONCE:
        match = pattern.match(folded, at, end)
        if match and not have & {field for field, value in match.groupdict().items() if value}:
            return _fields(match, text), match.end()
    if dated := read_date(folded, at, end):
        if "issued" not in have and dated.has_year and (dated.has_day or BARE_YEAR.match(folded, at, end) or dated.has_month):
            return [Printed("issued", dated.value, dated.start, dated.end)], dated.end
        if "issued" in have and "day" not in have and not dated.has_year and dated.has_month:
            return [Printed("day", dated.value, dated.start, dated.end)], dated.end
    if "issued" not in have and (year := BARE_YEAR.match(folded, at, end)):
        return _fields(year, text), year.end()
    return [], at


def _fields(match: regex.Match[str], text: str) -> list[Printed]:
    found = []
    for field, value in match.groupdict().items():
        if value:
            start, stop = match.span(field)
            printed = bare(text[start:stop].strip(" []"))
            if field == "issued":
                dated = read_date(value, 0)
                printed = dated.value if dated else value[:4]
            found.append(Printed(field, printed, start, stop))
    return found


def bare(printed: str) -> str:
    """Return a name without the quotation marks in which it stands as a whole."""
    whole = len(printed) > 2 and printed[-1] == PAIRS.get(printed[0]) and not set(printed[1:-1]) & set("«»“”„\"")
    return printed[1:-1] if whole else printed


def _with_day(items: list[Printed]) -> list[Printed]:
    """Put the day of "1957. № 5. 7 апреля" to the year."""
    day = field_of(items, "day")
    if day is None:
        return items
    kept = [item for item in items if item.field != "day"]
    return [item._replace(value=item.value + day.value[4:]) if item.field == "issued" and is_year(item.value) else item for item in kept]


def begins_areas(folded: str, at: int, end: int, *, comma: bool = False, inside: bool = False) -> bool:
    """True where a title or a container is over, because an area stands at `at`; after a comma fewer things tell that.

    inside: it is the title of a container, which a date may follow after a comma.
    """
    if any(pattern.match(folded, at, end) for pattern in (AFTER_COMMA if comma else FIRST)):
        return True
    year = BARE_YEAR.match(folded, at, end)
    if comma and (inside or folded[at - 3 : at] == "», "):  # // Новая газета, 12 апреля 2004 г. · «Красный Север», 12 июня 1965 г.
        dated = read_date(folded, at, end)
        if dated and dated.has_day and dated.has_year:
            return True
    if comma:
        return bool(year and AFTER_YEAR.match(folded, year.end(), end))
    if year and folded.startswith(":", year.end()):
        return False  # Молотов, Маленков, Каганович. 1957: Стенограмма пленума
    if placed := year or IMPRINT.match(folded, at, end):  # not "Президиум ЦК КПСС. 1953-1964. М.: …", "История. Ежегодник, 1997. М.: …"
        separator = SEPARATOR.match(folded, placed.end(), end)
        later = IMPRINT.match(folded, separator.end() if separator else placed.end(), end)
        return not later or bool(placed.groupdict().get("publisher"))
    if (dated := read_date(folded, at, end)) and dated.has_day and dated.has_year:
        return not folded.startswith(":", dated.end)
    address = ADDRESS.match(folded, at, end)
    return bool(address and address.end() > at) or folded.startswith(("http", "www."), at)

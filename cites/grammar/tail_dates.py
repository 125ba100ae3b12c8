"""The dates of a tail: when a work appeared, was changed, was looked at."""

from __future__ import annotations

from unicodedata import digit

from cites import lazy_regex as regex
from cites.edtf import OPEN, with_day
from cites.grammar.access import ACCESS_WORDS, ACCESSED, ARCHIVED, ARCHIVED_WORDS
from cites.grammar.dates import MONTHS, SEASONS, read_date
from cites.grammar.lexicon import first_words, in_names, one_of
from cites.grammar.printed import Found, Point, Printed
from cites.grammar.wordings import EDITION, UPDATE_WORDS, UPDATED, YEARLESS, YEARLESS_WORDS

DESCRIBED = regex.compile(r"\p{Ll}{3,}\s(?:\p{Ll}{2,}\s){0,2}(?=[\p{Lu}\d])")  # "poll of November 2018", "broadcast on 3 May 2012"
LED_DATE = regex.compile(  # Le Monde, le 3 mars 2011 · Electa, ca 2001
    rf"{one_of('day_words', 'day_words.before')}\s(?=\d)|{one_of('rough_dates.years')}\s(?=\d{{4}}(?!\d))"
)

ISSUE_OF_YEAR = regex.compile(  # 45 (1990/2) · 2013/4 (n° 104)
    r"(?P<open>\()?(?P<issued>(?:19|20)\d\d)/(?P<issue>\d{1,3})(?(open)\)|(?=,\sp|\s\(n°))"
)
RAISED = regex.compile(  # Torino, Einaudi, 1968², also where the page lowered it
    r"(?P<issued>(?:1[89]|20)\d\d)(?P<edition>[2-9²³⁴-⁹])(?=,\s|[.;)]?$)"
)
READ_ONLINE = regex.compile(rf"{in_names('media.online')}\.\s(?=\d{{1,2}}\s\p{{Lu}}\p{{L}}{{2,8}}\.?\s(?:19|20)\d\d)")  # Web. 3 May 2012
ONLINE_WORDS = first_words("media.online")
SEEN = regex.compile(  # (15.01.23) · [2013-06-14] · [14. Juni 2013]
    r"[(\[](?P<date>(?P<day>[12]\d|3[01]|0?[1-9])\.\s?(?P<month>1[0-2]|0?[1-9])\.\s?(?P<year>\d\d)(?=[)\]])|[^()\[\]]{8,20})[)\]]"
)
MONTH_ALONE = regex.compile(r"(?<=,\s)\p{Lu}\p{L}+(?=,\spp?\.|\.?$)")  # BIS Quarterly Review, March, pp. 65-80
NUMBERED = regex.compile(r"\s\(n°")
EDITION_LATER = regex.compile(r"\.\s\p{Lu}[^;]{3,160},\s(?:19|20)\d\d(?=\.?$|[.,]\s(?!\d{1,2}\s\p{L}))")  # 1903. Edited by …, Knopf, 2007
WHOLE_YEAR = regex.compile(r"(?:,\sno\.\s\d+)?\s\((?:\p{Lu}\p{L}+\.?\s)?(?:1[89]|20)\d\d\)")
IMPRINT_BEHIND = regex.compile(  # "vol. 1, Between Truce and Peace, 1696-1985 (Berkeley: …, 1998)"
    r"(?:,\seds?\.\s[^(),]{3,60})?\s\([^()]{3,80},\s(?:1[5-9]|20)\d\d\)"
)


def read_accessed(point: Point) -> Found | None:
    """Read "accessed May 3, 2012", "Web. 3 May 2012" and "Archived from the original on May 3, 2012"."""
    online = point.match(READ_ONLINE) if point.word in ONLINE_WORDS else None
    if online and (date := read_date(point.folded, online.end(), point.end)):
        return [Printed("accessed", date.value, date.start, date.end)], date.end
    if point.word in ARCHIVED_WORDS and (archived := point.match(ARCHIVED)):
        return point.whole("aside", archived)
    accessed = point.match(ACCESSED) if point.word in ACCESS_WORDS else None
    date = read_date(point.folded, accessed.end(), point.end) if accessed else None
    return ([Printed("accessed", date.value, date.start, date.end)], date.end) if date else None


def read_looked_at(point: Point) -> Found | None:
    """Read the day alone in brackets behind an address, on which somebody saw it: "https://… [14.6.2013]", "(15.01.23)"."""
    if point.last not in ("url", "doi") or "accessed" in point.fields or not (close := SEEN.match(point.folded, point.at, point.end)):
        return None
    if short := close["year"]:
        value = with_day(f"20{short}-{int(close['month']):02d}", int(close["day"]))
        return ([Printed("accessed", value, *close.span("date"))], close.end()) if value else None
    date = read_date(point.folded, *close.span("date"))
    whole = date is not None and date.has_day and date.has_year and date.end == close.end("date")
    return ([Printed("accessed", date.value, date.start, date.end)], close.end()) if date and whole else None


def read_issue_of_year(point: Point) -> Found | None:
    """Read the year and the issue of a journal: "45 (1990/2)"; "(2001/2)" may be two years, "2013/4 (n° 104)" counts issues twice."""
    match = point.match(ISSUE_OF_YEAR) if point.last in ("text", "quoted", "volume") else None
    if match is None:
        return None
    counted = NUMBERED.match(point.folded, match.end(), point.end)
    if not counted and _are_two_years(match["issued"], match["issue"]):
        return None
    return Printed.each(point.text, match, *(("issued",) if counted else ("issued", "issue"))), match.end()


def _are_two_years(year: str, behind: str) -> bool:
    """True for "2001/2" and "1987/92", which may as well be years."""
    return int(behind) == (int(year) + 1) % 10 or (len(behind) == 2 and int(behind) > int(year) % 100)


def read_issued(point: Point) -> Found | None:
    """Read "May 2012", "updated May 3, 2012", "poll of November 2018", "n.d."; a citation has one date."""
    folded, end = point.folded, point.end
    if "issued" in point.fields:
        changed = point.match(UPDATED) if point.word in UPDATE_WORDS else None  # August 8, 2016, last modified July 31, 2021
        at = changed.end() if changed else point.at
        again = read_date(folded, at, end) if changed or (point.last == "issued" and "," in point.gap) else None
        # 1, no. 1 (Summer 2018), July 2, 2018 · 2018, confirmed in 2023, https://…
        return ([], again.end) if again and again.has_year and (again.has_day or changed) else None
    if issue := read_issue_of_year(point):
        return issue
    if point.char in "12" and point.last in ("text", "publisher") and (raised := point.match(RAISED)):
        edition = Printed("edition", str(digit(raised["edition"])), *raised.span("edition"))
        return [*Printed.each(point.text, raised, "issued"), edition], raised.end()
    if point.word in SEASONS and point.match(EDITION):
        return None  # "Summer 2013 ed." of an encyclopedia
    updated = point.match(UPDATED) if point.word in UPDATE_WORDS else None
    date = None if updated else read_date(folded, point.at, end)
    led = None if date else updated or (point.match(LED_DATE) or point.match(DESCRIBED) if point.char.islower() else None)
    date = read_date(folded, led.end(), end) if led else date
    if date and led and not updated and (not date.has_year or folded[date.end : date.end + 1] not in ("", ",", ".", ";", ")")):
        return None
    if date is None and point.items and point.word in MONTHS and (month := point.match(MONTH_ALONE)):
        return [Printed("issued", f"{OPEN}-{MONTHS[point.word]:02d}", *month.span())], month.end()
    if date is None or (not date.has_year and not date.has_day):
        yearless = point.match(YEARLESS) if point.word in YEARLESS_WORDS else None
        return ([Printed("undated", yearless[0], *yearless.span())], yearless.end()) if yearless else None
    if not (date.has_year or point.items) and WHOLE_YEAR.match(folded, date.end, end):
        return None  # “Grids,” October 9 (Summer 1979): 50-64
    if not (date.has_month or point.fields - {"edition"}) and "," not in point.gap and EDITION_LATER.match(folded, date.end, end):
        return [Printed("aside", folded[date.start : date.end], date.start, date.end)], date.end
    if not date.has_month and ":" in point.gap and point.fields & {"volume", "issue"}:
        return None  # "12: 1998-2004" are pages
    if "/" in date.value and not date.has_month and IMPRINT_BEHIND.match(folded, date.end, end):
        return [Printed("aside", folded[date.start : date.end], date.start, date.end)], date.end
    return [Printed("issued", date.value, date.start, date.end)], date.end

"""Printed dates to EDTF: "January 26, 2012", "26. Januar", "23.05.2014", "Spring/Summer 1993", "2012年1月26日".

A year that is not printed stays open: "January 26" gives "XXXX-01-26".
Source: Extended Date/Time Format, levels 1 (seasons) and 2 (unspecified digits), ISO 8601-2:2019.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.edtf import OPEN, has_day, has_month, is_year, with_day
from cites.grammar.date_shapes import BY_NUMBER, BY_WORD, ROMAN, YEAR_FIRST
from cites.grammar.lexicon import compile_words, first_words, leading, one_of
from cites.grammar.separators import back, skip
from cites.knowledge import load

OF = one_of("day_words")  # before a day: "FAZ vom 3. Mai 2012"
MONTHS, DOTTED_MONTHS, SEASONS, ERAS = load().months, load().dotted_months, load().seasons, load().eras
BETWEEN_DAY_AND_YEAR = {**load().short_months, **MONTHS}

WEEKDAYS = frozenset(load()["weekdays"])
BEGINNINGS = frozenset(word[:3] for word in (*BETWEEN_DAY_AND_YEAR, *SEASONS, *WEEKDAYS))
AFTER_YEAR = frozenset(")];:")
BETWEEN = regex.compile(r" ?- ?(?=[\p{L}\d])")
DIGITS = frozenset("0123456789")
YEAR = regex.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")  # amid a text
CLOCK = compile_words(  # 14:30 · 1430 GMT · 2.30 p.m. · 4 p.m.
    rf"\d{{1,2}}\s?(?:h\s?\d\d|uhr|heures|h)(?!\p{{L}})|\d{{4}}\s(?:gmt|utc|msk)(?!\p{{L}})|\d{{1,2}}:[0-5]\d(?![:\d]|\.\d|\s?-\s?\d)"
    rf"(?:\s?(?:{one_of('time_words')}))?"
    rf"|\d{{1,2}}\s?[ap]\.?m(?!\p{{L}})\.?|\d{{1,2}}\.\d\d\s?(?:{one_of('time_words')})|(?:{one_of('time_words')})(?=\s?(?:$|[^\s\w]))"
)
CLOCK_WORDS = first_words("time_words") | {""}


class Date(NamedTuple):
    """A date as printed at `start:end` of a folded view, and its EDTF value."""

    start: int
    end: int
    value: str

    @property
    def has_year(self) -> bool:
        """False for "January 26"."""
        return not self.value.startswith(OPEN)

    @property
    def has_month(self) -> bool:
        """True for a month or a season: "May 2012", "Spring 2013"."""
        return has_month(self.value)

    @property
    def has_day(self) -> bool:
        """True for "January 26" and "January 26, 2012"."""
        return has_day(self.value)


def read_date(folded: str, at: int, end: int | None = None) -> Date | None:
    """Return the date that begins at `at`, or None: "January 26, 2012 and" gives "2012-01-26"."""
    end = len(folded) if end is None else end
    first = _read_one(folded, at, end)
    return _to_other_year(folded, first, end) if first else None


def _read_one(folded: str, at: int, end: int) -> Date | None:
    if at >= end:
        return None
    begin = at
    is_number = folded[at] in DIGITS or folded[at : at + 2] in ERAS
    if is_number and (folded[at + 4 : at + 5] in AFTER_YEAR or at + 4 == end) and (year := _year_alone(folded, at, end)):
        return year
    if not is_number and folded[at : at + 3].casefold()[:3] not in BEGINNINGS:
        return None  # a quick look: most words are no month
    if not is_number and (word := leading(folded, at)) not in BETWEEN_DAY_AND_YEAR and word not in SEASONS:
        if word not in WEEKDAYS:
            return None
        at += len(word)
        at = skip(folded, at, end, "., ")
        if at >= end:
            return None
    match = YEAR_FIRST.match(folded, at, end) if folded[at : at + 4].isdigit() else None
    value = _value(match) if match else None
    if value is None:
        match = (BY_NUMBER if is_number or folded[at] in DIGITS else BY_WORD).match(folded, at, end)
        value = _value(match) if match else None
    if match is None or value is None:
        return None
    stop = match.end()
    if stop < len(folded) and folded[stop].isalnum() and folded[stop].isascii():
        return None
    return Date(begin, stop, value)


def _year_alone(folded: str, at: int, end: int) -> Date | None:
    """Return the year that a bracket or a semicolon follows: most dates of citations are no more."""
    year = folded[at : at + 4]
    is_year = year.isascii() and year.isdigit() and "1500" <= year < "2100" and at + 4 <= end
    return Date(at, at + 4, year) if is_year and not folded[at + 4 : at + 5].isalnum() else None


def _to_other_year(folded: str, first: Date, end: int) -> Date:
    """Go on to a second date with its own year: "December 30, 2011-January 2, 2012", "December 2011-January 2012"."""
    goes_on = folded.startswith(("-", " -"), first.end) and first.has_month and first.has_year and "/" not in first.value
    between = BETWEEN.match(folded, first.end, end) if goes_on else None
    last = _read_one(folded, between.end(), end) if between else None
    if last is None or not (last.has_month and last.has_year) or last.has_day != first.has_day:
        return first
    if "/" in last.value or last.value <= first.value:
        return first
    return Date(first.start, last.end, f"{first.value}/{last.value}")


def _value(match: regex.Match[str]) -> str | None:
    """Return the EDTF value of a match's groups, None where there is no such month or day."""
    found: dict[str, str | None] = dict(zip(match.re.groupindex, match.groups(), strict=True))  # in a third of the time of `groupdict`
    year = int(found["year"]) if found["year"] else _in_full(found.get("of") or found.get("short"), found.get("era"))
    if found.get("slash"):
        return _by_slashes(int(found["slash"] or 0), int(found["slash2"] or 0), year or 0)
    word = (found.get("month") or "").casefold()
    if found.get("roman"):
        month = ROMAN.get((found["roman"] or "").casefold())
        return _day(year, month, int(found["day"] or 0)) if month else None
    if found.get("number") and found.get("day2"):
        return _row(year, int(found["number"] or 0), int(found["day"] or 0), int(found["day2"] or 0))
    if found.get("number"):
        return _day(year, int(found["number"] or 0), int(found["day"]) if found["day"] else None)
    if not word:
        return _years(str(year), found.get("year2"))
    if found["day"] is None:
        known = BETWEEN_DAY_AND_YEAR if found.get("point") else MONTHS  # set. 2014 · jul./set. 2014
        return _months(word, (found["month2"] or "").casefold(), year, found.get("winter"), known)
    return _days(found, word, year)


def _days(found: dict[str, str | None], word: str, year: int | None) -> str | None:
    """Return the day, or both ends of "December 30-January 2, 2012", of which the year is the second day's."""
    months = BETWEEN_DAY_AND_YEAR if found["year"] or found.get("short_word") else MONTHS
    month = (DOTTED_MONTHS.get(word) if found.get("point") else None) or months.get(word)
    if month is None:
        return None
    day, day2 = int(found["day"] or 0), int(found["day2"] or 0)
    first = _day(year, month, day)
    if first is None or not day2:
        return first
    word2 = (found.get("month2") or "").casefold()
    month2 = MONTHS.get(word2) if word2 else month
    if month2 is None or (not word2 and day2 <= day):
        return None
    if year is not None and month2 < month:
        first = _day(year - 1, month, day)
    last = _day(year, month2, day2)
    return f"{first}/{last}" if first and last else None


def _row(year: int | None, month: int, day: int, last: int) -> str | None:
    """Return the days of "22-29.07.2020", None where they do not follow each other."""
    ends = (_day(year, month, day), _day(year, month, last)) if day < last else (None, None)
    return f"{ends[0]}/{ends[1]}" if ends[0] and ends[1] else None


def _in_full(short: str | None, era: str | None) -> int | None:
    """Two digits are a year of this century up to 49, else of the last: "5 Jan 09" is of 2009; of an era, "昭和29年" is 1954."""
    number = 1 if short == "元" else int(short or 0)
    return None if short is None else number + (ERAS[era] if era else 2000 if number < 50 else 1900)


def _day(year: int | None, month: int, day: int | None) -> str | None:
    printed = f"{year:04d}-{month:02d}" if year else f"{OPEN}-{month:02d}"
    return printed if day is None else with_day(printed, day)


def _months(word: str, word2: str, year: int | None, winter: str | None, months: Mapping[str, int]) -> str | None:
    table = months if word in months else SEASONS
    first, last = table.get(word), table.get(word2) if word2 else None
    if first is None or (word2 and last is None) or (winter and table is months):
        return None
    return f"{year:04d}-{first:02d}" + (f"/{year:04d}-{last:02d}" if last else "")


def _years(year: str, year2: str | None) -> str | None:
    if not year2:
        return year
    last = year2 if is_year(year2) else year[: -len(year2)] + year2  # 1955-56 · 1955-6
    if year < last:
        return f"{year}/{last}"
    return f"{year}-{year2}" if len(year2) == 2 and "01" <= year2 <= "12" else None  # "2012-01" is a month


def _by_slashes(first: int, second: int, year: int) -> str | None:
    """Month first (as in the United States) unless only the other order is a date."""
    month, day = (first, second) if 1 <= first <= 12 and second >= 1 else (second, first)
    return _day(year, month, day) if 1 <= month <= 12 and day else None


NUMERAL = regex.compile(r"\d")
CANDIDATE = regex.compile(r"(?<![\p{L}\d./-])(?=\d|\p{Lu}\p{L}{2,10}\.?[ -/]|\p{L}{3,11}\.? (?:\d|de ))")


def find_date(folded: str, at: int = 0, end: int | None = None) -> Date | None:
    """Return the first date at or after `at`: in "Reuters Jan. 5" it is "Jan. 5"."""
    end = len(folded) if end is None else end
    if not NUMERAL.search(folded, at, end):  # each date has one
        return None
    for candidate in CANDIDATE.finditer(folded, at, end):
        date = read_date(folded, candidate.start(), end)
        if date:
            return date
    return None


WORD_BEGINS = regex.compile(r"(?<![^\s,(\[-])[\p{L}\d]")


def find_last_date(folded: str, start: int, end: int) -> Date | None:
    """Return the date that ends the stretch: in "Moscow: Nauka, 1972" it is 1972."""
    stop = back(folded, start, end, " .,")
    for match in WORD_BEGINS.finditer(folded, start, stop):
        date = read_date(folded, match.start(), stop)
        if date and date.end == stop:
            return date
    return None

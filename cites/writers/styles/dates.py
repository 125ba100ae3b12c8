"""Dates as a style sets them, with brackets around a year that is not printed where the work is cited."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from cites.errors import StyleError
from cites.writers.dates import EDTF, MONTHS, SEASONS, year_in_words

# Source: MLA Handbook, 9th ed., appendix 1.
SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
SURE = 0.9  # an inferred year that is surer than this has no question mark


@dataclass(frozen=True, slots=True)
class Date:
    """One date, or the first of two: Date("2012", 1, 26); a season is a month from 21 (spring) to 24 (winter)."""

    year: str = ""  # "2012", "1990s"; "" where it is not known
    month: int = 0
    day: int = 0
    doubt: str = ""  # of the year: "about", "perhaps", or "given" where it was inferred and sure
    until: Date | None = None
    words: str = ""  # what is no date of any calendar, as it is

    def __bool__(self) -> bool:
        return bool(self.year or self.month or self.words)


NO_DATE = Date()
OPEN = Date()  # the end of "2012/.."


def read_date(edtf: str, confidence: float | None = None) -> Date:
    """An EDTF date: "2012-01-26", "1993-21/1993-22"; `confidence` is that of an inferred year."""
    if not edtf:
        return NO_DATE
    first, slash, last = edtf.partition("/")
    if slash and first in ("", "..") and last not in ("", ".."):
        return Date(words=f"until {last}")
    start, end = _one(first, confidence), _one(last, confidence) if last not in ("", "..") else None
    if start is None or (last not in ("", "..") and end is None):
        return Date(words=edtf)
    return Date(start.year, start.month, start.day, start.doubt, end or (OPEN if slash else None))


def _one(edtf: str, confidence: float | None) -> Date | None:
    fit = EDTF.fullmatch(edtf)
    if fit is None:
        return None
    month = int(fit["month"]) if (fit["month"] or "").isdigit() else 0
    year = year_in_words(fit["year"])
    doubt = {"~": "about", "%": "about", "?": "perhaps"}.get(fit["doubt"] or "", "")
    if confidence is not None and not doubt:
        doubt = "given" if confidence >= SURE else "perhaps"
    return Date(year, month, int(fit["day"]) if (fit["day"] or "").isdigit() else 0, doubt if year else "")


def _bracketed(date: Date, about: str) -> str:
    """A year with what is to be said of it: "[2012]", "[2012?]", "[ca. 2012]"."""
    forms = {"": "{}", "given": "[{}]", "perhaps": "[{}?]", "about": f"[{about} {{}}]"}
    return forms[date.doubt].format(date.year) if date.year else ""


def _month_first(date: Date, letter: str, undated: str) -> str:
    """January 26, [2012]"""
    year = _year(date, "ca.", "–")
    month = _months(date, MONTHS, "–", day_first=False)
    return f"{month}{', ' if date.day or not date.year else ' '}{year or undated}".rstrip(", ") if month else year or undated


def _year_first(date: Date, letter: str, undated: str) -> str:
    """2012a, January 26"""
    year = _year(date, "ca.", "–")
    letter = f"-{letter}" if letter and not year else letter
    year = re.sub(r"(\??\]?)$", rf"{letter}\1", year or undated, count=1) if letter else year or undated
    return ", ".join(part for part in (year, _months(date, MONTHS, "–", day_first=False)) if part)


def _day_first(date: Date, letter: str, undated: str) -> str:
    """26 Jan. [2012]"""
    return " ".join(part for part in (_months(date, SHORT, "-", day_first=True), _year(date, "circa", "-") or undated) if part)


def _year_only(date: Date, letter: str, undated: str) -> str:
    until = Date(date.until.year, doubt=date.until.doubt) if date.until else None
    return _year_first(Date(date.year, doubt=date.doubt, until=until), letter, undated)


FORMS: dict[str, Callable[[Date, str, str], str]] = {
    "month day, year": _month_first,  # Chicago
    "year, month day": _year_first,  # APA
    "day mon. year": _day_first,  # MLA
    "year": _year_only,
}


def format_date(date: Date, form: str, letter: str = "", undated: str = "") -> str:
    """A date in one of the FORMS; `letter` tells apart works of one year ("2012a"), `undated` stands where there is no year."""
    if form not in FORMS:
        raise StyleError(f"no form of a date is called {form!r}", f"there are {', '.join(FORMS)}")
    write, until = FORMS[form], date.until
    if until and until.year != date.year and (date.month or until.month):
        return f"{write(replace(date, until=None), letter, undated)}–{write(until, letter, undated)}"
    return date.words or write(date, letter, undated)


def _year(date: Date, about: str, dash: str) -> str:
    """The year, or both of a range: "2012", "2011–2012", "2012–"; of a range of days in one year just that year."""
    year = _bracketed(date, about)
    if date.until is None or date.until.year == date.year:
        return year
    return f"{year}{dash}{_bracketed(date.until, about)}"


def _months(date: Date, months: tuple[str, ...], dash: str, *, day_first: bool) -> str:
    """Day and month, or both ends of a range: "January 26–27", "28 Jan.-2 Feb.", "Spring–Summer"."""
    start, until = _day(date, months, day_first), date.until
    if until is None or not until.month or (until.month, until.day) == (date.month, date.day):
        return start
    if until.month == date.month and date.day and until.day and until.year == date.year:
        return f"{date.day}{dash}{_day(until, months, True)}" if day_first else f"{start}{dash}{until.day}"
    return f"{start}{dash}{_day(until, months, day_first)}"


def _day(date: Date, months: tuple[str, ...], day_first: bool) -> str:
    if not date.month:
        return ""
    season = SEASONS.get(str(date.month), "")
    month = (season.lower() if day_first else season) or months[date.month - 1]
    if not date.day:
        return month
    return f"{date.day} {month}" if day_first else f"{month} {date.day}"


PAGES = ("full", "abridged", "two-digit")
RANGE = re.compile(r"(?<![\d\w])(\d+)\s?[-–—]{1,2}\s?(\d+)(?!\w)")


def pages(page: str, form: str = "full") -> str:
    """Pages as a style prints them: "173-198" is "173–198" in full, "173–98" abridged (Chicago), "173-98" with two digits (MLA).

    Source: the Chicago Manual of Style, 17th ed., 9.61; MLA Handbook, 9th ed., 2.139.
    """
    if form not in PAGES:
        raise StyleError(f"no form of pages is called {form!r}", f"there are {', '.join(PAGES)}")
    dash = "-" if form == "two-digit" else "–"
    written = RANGE.sub(lambda fit: f"{fit[1]}{dash}{_second(fit[1], fit[2], form)}", page)
    return re.sub(r"(?<=\w)\s?[-–—]{1,2}\s?(?=\w)", dash, written) if re.fullmatch(r"[\w\s,;–—-]+", page) else written


def _second(first: str, last: str, form: str) -> str:
    full = last if len(last) >= len(first) else first[: len(first) - len(last)] + last
    if form == "full" or len(full) != len(first) or int(full) <= int(first) or int(first) < 100:
        return full
    same = next(place for place in range(len(first)) if first[place] != full[place])
    if form == "two-digit":
        return full[min(same, len(full) - 2) :]
    if int(first) % 100 == 0:
        return full
    if int(first) % 100 < 10:  # 101–8, but 1004–11
        return full[same:]
    return full[min(same, len(full) - 2) :]


def is_many(page: str) -> bool:
    """Whether there are several pages: "12–14", "3, 5"; not "A12", "20,249"."""
    return bool(re.search(r"[-–—;&]|,(?!\d{3}\b)", page))

"""Dates in words, for outputs that follow no style guide: "26 January 2012", "Spring 2013", "about 1900"."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {"21": "Spring", "22": "Summer", "23": "Autumn", "24": "Winter"}  # EDTF level 1
QUALIFIERS = {"~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}

EDTF = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<month>0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?P<day>0[1-9]|[12]\d|3[01]|XX))?)?(?P<doubt>[~?%])?"
    r"(?:T.*)?"
)


def format_date(edtf: str) -> str:
    """An EDTF date in words: "2012-01-26" gives "26 January 2012", "2013-21" gives "Spring 2013".

    "XXXX-03-04" gives "4 March (year unknown)", "2016-12-15/2016-12-16" gives "15–16 December 2016".
    What is not understood stays as it is.
    Source: Extended Date/Time Format, levels 0 to 2.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _date(first) or edtf
    if first in ("", ".."):
        return f"until {_date(last) or last}"
    if last in ("", ".."):
        return f"from {_date(first) or first}"
    return _range(first, last)


def _date(edtf: str, *, without: str = "") -> str:
    """One date in words; `without` names the field that the end of a range will give: "year" or "year month"."""
    fit = EDTF.fullmatch(edtf)
    if fit is None:
        return ""
    month, day = fit["month"] or "", fit["day"] or ""
    words = [] if "month" in without else [SEASONS.get(month, "") or (MONTHS[int(month) - 1] if month.isdigit() else "")]
    if day.isdigit():
        words.insert(0, str(int(day)))
    if "year" not in without:
        words.append(year_in_words(fit["year"]) or ("(year unknown)" if any(words) else "year unknown"))
    return QUALIFIERS.get(fit["doubt"] or "", "{}").format(" ".join(word for word in words if word))


def year_in_words(year: str) -> str:
    """A year as people say it: "0800" gives "800", "198X" "1980s", "19XX" "1900s", "-0430" "431 BC"; "" for "XXXX".

    Source: Extended Date/Time Format, level 1: the year 0000 is 1 BC.
    """
    if year == "XXXX":
        return ""
    if "X" in year:
        return f"{year.replace('X', '0')}s"
    return str(int(year)) if int(year) > 0 else f"{1 - int(year)} BC"


def _range(first: str, last: str) -> str:
    """Two dates, what they share told once: "27–28 January 2012", "28 January – 2 February 2012", "Spring–Summer 1993"."""
    start, end = EDTF.fullmatch(first), EDTF.fullmatch(last)
    if start is None or end is None:
        return f"{_date(first) or first} – {_date(last) or last}"
    shared = ""
    if start["month"] and start["year"] == end["year"]:
        shared = "year month" if start["day"] and end["day"] and start["month"] == end["month"] else "year"
    words = _date(first, without=shared)
    return f"{words}{' – ' if ' ' in words else '–'}{_date(last)}"

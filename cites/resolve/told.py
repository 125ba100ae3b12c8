"""What a sentence tells of the year of what it cites: "On June 5, 2017, Podgorica joined (RBC, June 6)", "In 2017 … (RBC, June 6)"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cites import lazy_regex as regex
from cites.edtf import is_month, to_day
from cites.grammar.dates import find_last_date, read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.model import Citation

IN_TIME = compile_words(rf"(?:{one_of('rough_dates.in')})(?:\s(?:{one_of('rough_dates')}))?[\s-]")  # in early 2017 · В июне 2017 года
YEAR = regex.compile(r"(?:19|20)\d\d(?!\d)")
LONGEST = 40  # code points of "In the winter of 2017" and "On Wednesday, September 26, 2017"
MIDDLE = 15  # of a month
NEWS = 7  # days from what befell to what was written of it


def told_by(text: str, citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the dates with which the sentence of a parenthesis begins or ends, and its paragraph begins; and which of the two it is."""
    if citation.kind != "inline" or citation.claim is None:
        return
    start, end = citation.claim
    paragraph = text.rfind("\n\n", 0, start) + 2
    ends = YEAR.search(text, max(start, end - len("2017 года")), end)
    if (last := find_last_date(text, max(start, end - LONGEST), end) if ends else None) and last.has_day and last.has_year:
        yield last.value, "sentence"
    for at, where in {paragraph: "paragraph", start: "sentence"}.items():
        if YEAR.search(text, at, min(at + LONGEST, end)):
            led = IN_TIME.match(text, at, end)
            told = read_date(text, led.end() if led else at, end)
            if told and told.has_year and (led or told.has_day):
                yield told.value, where


def year_of(month_day: str, told: str) -> int | None:
    """Return the year of a day that goes with what is told: "01-02" with "2016-12-30", "01-19" with "2017-01" is of 2017; else None."""
    if is_month(told):
        return int(told[:4]) if month_day[:2] == told[5:] else None
    day = to_day(told)
    own = nearest(month_day, day) if day else None
    return own.year if day and own and 0 <= (own - day).days <= NEWS else None


def nearest(month_day: str, day: date) -> date | None:
    """Return the day without a year that is nearest to another: "12-28" to January 9, 2012, is of 2011."""
    days = (the_day(f"{year}-{month_day}") for year in (day.year - 1, day.year, day.year + 1))
    return min(filter(None, days), key=lambda one: abs(one - day), default=None)


def the_day(edtf: str) -> date | None:
    """Return a day, the first of a range, and the middle of a month."""
    first = edtf.partition("/")[0]
    return to_day(f"{first}-{MIDDLE}" if is_month(first) else first)

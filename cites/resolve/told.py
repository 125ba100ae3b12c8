"""What a sentence tells of the year of what it cites: "On June 5, 2017, Podgorica joined (RBC, June 6)", "In 2017 … (RBC, June 6)"."""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.edtf import days_between, has_day, is_month
from cites.grammar.dates import find_last_date, read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.model import Citation

IN_TIME = compile_words(rf"(?:{one_of('rough_dates.in')})(?:\s(?:{one_of('rough_dates')}))?[\s-]")  # in early 2017 · В июне 2017 года
YEAR = regex.compile(r"(?:19|20)\d\d(?!\d)")
LONGEST = 40  # code points of "In the winter of 2017" and "On Wednesday, September 26, 2017"
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
            date = read_date(text, led.end() if led else at, end)
            if date and date.has_year and (led or date.has_day):
                yield date.value, where


def year_of(month_day: str, told: str) -> int | None:
    """Return the year of a day that goes with what is told: "06-06" with "2017-06-05" or "2017-06" is of 2017; None for "2017" alone.

    >>> year_of("01-02", "2016-12-30")
    2017
    """
    if is_month(told):
        return int(told[:4]) if month_day[:2] == told[5:] else None
    for year in (int(told[:4]), int(told[:4]) + 1) if has_day(told) else ():
        days = days_between(told, f"{year:04d}-{month_day}")
        if days is not None and 0 <= days <= NEWS:
            return year
    return None

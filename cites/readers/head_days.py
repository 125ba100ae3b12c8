"""The day of a line at the head of an article that sets it off, or that names a review: "Sahel Monitor | Week 41 | 7–13 October 2024",
"Monday, October 18, 2024 – Issue 41", "Press review of 18 October 2024", "Week ending 18 October 2024",
"Compiled on 18 October 2024. All times are local."
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import days_between
from cites.grammar.dates import Date, find_date
from cites.grammar.lexicon import compile_words, one_of
from cites.view import fold

BARS = regex.compile(r"\s?[|•·]\s?")
DASHES = regex.compile(r"\s-{1,2}\s|\s/\s")  # a title has them too
NUMBER = rf"(?:\s(?:{one_of('issues')})?\s?\d{{1,4}})?"
STRETCH = r"(?=.{1,16}\d\.?(?:-|\s\p{L}{1,3}\s)\d)"  # days follow
DIGEST = compile_words(  # Media Monitoring Report, 7-13 October 2024 · Press review of 18 October 2024 · Week ending 18 October 2024
    rf"(?:.{{0,40}}\s)?(?:(?:{one_of('head.reviews')}){NUMBER}(?:,|\s(?:{one_of('head.of')}))?|(?:{one_of('head.weeks')})|"
    rf"(?:{one_of('head.numbered')})\s\d\d?{STRETCH},?"
    # Saturday column, 18 October 2024 · Sahel weekly - 7 to 13 October 2024; not "The Zinoviev letter of 25 October 1924"
    rf"|(?:{one_of('head.columns')}){NUMBER}(?:,|\s-{{1,2}}{STRETCH}))"
    r"[ :(]{1,3}(?=\d|\p{L}+\s\d)"  # Week 42 (9 to 14 October 2022) and what came of it
)
MADE = compile_words(  # Compiled on Monday, 18 October 2024 · Published 18 October 2024 · Prepared by the desk on 18 October 2024
    rf"(?:{one_of('head.this')}\s)?(?:{one_of('head.shown', 'head.made')})(?-i:\s\p{{Ll}}+){{0,4}}[ :]{{1,2}}(?=\d|\p{{L}}+,?\s\d)"
)
MASTHEAD = regex.compile(  # CRISIS REPORT 91-031 CONTENTS 27 October 1991 · NEWSLINE Vol. 5, No. 203, 25 October 2002
    r"(?:[^\p{Ll}\d]|(?<=\b[NV])(?:o|r|ol)\.){3,40}\d(?:[^\p{Ll}]|(?<=\b[NV])(?:o|r|ol)\.){0,60}?"
    r"(?<=[\p{Lu}\d]{2},?)\s(?=\d{1,2}\s\p{L}{3}|\p{L}{3,9}\s\d{1,2},)"
)
SENTENCES = regex.compile(r"(?<=\p{Ll}{2}|\d{4})\.\s(?=\p{Lu})")
PLACE = regex.compile(r"\p{Lu}[\p{L}.' -]{1,30},\s")  # Brussels, 18 October 2024
HOUR = regex.compile(r"(?:,|\sat)?\s\d{1,2}[:.]\d\d.{0,12}")  # behind a day: ", 18:00 GMT"
LONGEST = 160  # code points
WEEK = 10  # days; of a longer stretch no day tells much
EARLIEST = "1990"  # a line with bars is of a page on the web: "Munich | 30 September 1938" says what it tells of


def day_set_off(line: str, *, titled: bool) -> str:
    """Return the day or the month that a line gives the article, the last day of a week; "" where it gives none.

    titled: the title was met. A first line may be a title, in which a dash sets nothing off.

    >>> day_set_off("Sahel Monitor | Week 41 | 7-13 October 2024", titled=True)
    '2024-10-13'
    >>> day_set_off("Munich - 30 September 1938", titled=False)
    ''
    """
    folded = fold(line).strip()
    if len(folded) > LONGEST or not any(map(str.isdigit, folded)):
        return ""
    parts = BARS.split(folded)
    if titled and len(parts) == 1:
        first, *others = DASHES.split(folded)
        are_bars = folded.count(" / ") > 1  # Horn Notes / 2 October 2022 / Selam Lind (Nairobi)
        parts = [first, *(others if are_bars else others[-1:])] if others else parts
    if len(parts) == 1:  # in a sentence a day must be told: "Compiled on 18 October 2024. All times are local."
        masthead = MASTHEAD.match(folded)
        day = _whole(folded[masthead.end() :]) if masthead else ""
        return day if day >= EARLIEST else next(filter(None, map(_led, SENTENCES.split(folded))), "")
    return next((day for part in parts if (day := _led(part) or _whole(part)) >= EARLIEST), "")


def _led(part: str) -> str:
    """Return the day behind what a line calls the article, or behind what was done on it: "Compiled on 18 October 2024"."""
    return next((day for words in (DIGEST, MADE) if (match := words.match(part)) and (day := _whole(_inside(part, match.end())))), "")


def _inside(part: str, at: int) -> str:
    """Return what stands from `at` on, up to the bracket that closes one right before it."""
    return part[at:].partition(")")[0] if part[at - 1] == "(" else part[at:]


def _whole(part: str) -> str:
    """Return the day that a part of a line is, with or without its place before it."""
    place = PLACE.match(part)
    found = find_date(part)
    if found is None or not (found.has_year and found.has_month) or is_ambiguous(part, found):
        return ""
    if not found.has_day and part[: found.start].strip(" ,"):  # "Fieldwork brief, November 2021" is led; not "Berlin, November 2023"
        return ""
    is_first = found.start == 0 or (place is not None and place.end() == found.start)
    is_last = not part[found.end :].strip(" .)") or HOUR.fullmatch(part, found.end)
    return _last_day(found.value) if is_first and is_last else ""


def is_ambiguous(part: str, found: Date) -> bool:
    """True where day and month could be either way round: "03/04/2019"."""
    return "/" in part[found.start : found.end] and found.value[8:10] <= "12" and not part[found.start : found.start + 4].isdigit()


def _last_day(value: str) -> str:
    first, _, last = value.partition("/")
    if not last:
        return first
    days = days_between(first, last)
    return last if days is not None and days <= WEEK else ""

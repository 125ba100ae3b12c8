"""The part of a paper or of a station's day: an edition, a section before its page, a page, a programme."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import OPEN, is_day, is_month, with_day
from cites.forms.form import Context, holds_any
from cites.grammar.dates import read_date
from cites.grammar.lexicon import any_of, one_of, stems
from cites.grammar.printed import Printed
from cites.grammar.sources import EDITION_NOTE, is_station
from cites.knowledge import load

PROGRAMME = regex.compile(  # BBC Radio 4, Today programme · RTB TV, evening news
    rf"(?:(?P<title>\p{{Lu}}[^,;:()]{{1,40}}?\s{any_of(load()['programmes'])})"
    rf"|(?:the\s)?(?:{any_of(load()['programmes.hours'])}|\d[\d:]{{0,4}}\s?(?:[ap]\.?m\.?)?)\s{any_of(load()['programmes.news'])})(?=\s?(?:[,;)]|$))"
)
# Sunday Times, 21 September 2023, Business, p. 3
SECTION = regex.compile(rf"(?:\p{{Lu}}[\p{{L}} &]{{3,24}}|[Ss]ec(?:tion|\.)\s\w{{1,3}})(?=,\s?(?:{one_of('pages')})\s?\w?\d)")
LETTERED_PAGE = regex.compile(r"(?![PS]\s)\p{Lu}\s?\d|\d\d?[a-g]\b")  # A1, and page and column: 5b
NUMERALS = regex.compile(r"\d{1,3}")
PAGE_ALONE = regex.compile(  # of a paper, and its column
    r"(?P<page>(?:\p{Lu}\s?)?(?!0)(?:\d{1,3}[a-g]?|1[0-4]\d\d)(?:\s?-\s?\d{1,3})?)"
    rf"(?:,\s(?:{one_of('columns')})\s?\d{{1,2}}(?:\s?[-/]\s?\d)?)?(?=\s?(?:$|[.;)]|\(\p{{L}}))"
)
ON_AIR = stems("programmes", "programmes.news")  # a quick look for what most parentheses do not hold
EDITIONS = tuple(load()["edition_notes.editions"])


def read_part(context: Context, last: Printed, at: int, end: int) -> list[Printed] | None:
    """Return the part that stands behind a source or its day, None where none does; `last` is the step before it."""
    folded = context.folded
    if last.field == "source" and holds_any(context.lowered, EDITIONS) and (edition := EDITION_NOTE.match(folded, at, end)):
        return read_edition(context, last, edition)
    is_dated = last.field in ("date", "day")
    if is_dated and (section := SECTION.match(folded, at, end)) and context.evidence(section[0]) < 1.0:
        return [Printed("aside", section[0], at, section.end())]
    is_on_air = (is_dated or last.field == "source") and holds_any(context.lowered, ON_AIR)
    programme = PROGRAMME.match(folded, at, end) if is_on_air else None
    if programme is None:
        return None
    title = programme["title"]
    return [Printed("type", "broadcast", at, at), Printed("title" if title else "aside", title or programme[0], at, programme.end())]


def read_edition(context: Context, last: Printed, edition: regex.Match[str]) -> list[Printed]:
    """Read "Dainik Bhandar, Raipur edition"; of a station it is a programme: "NPR, Morning Edition"."""
    is_programme = edition[0].istitle() and last.field == "source" and is_station(last.value, context.outlet(last.value))
    on_air = [Printed("type", "broadcast", edition.start(), edition.start())] if is_programme else []
    return [*on_air, Printed("title" if is_programme else "aside", edition[0], *edition.span())]


def read_page(context: Context, date: Printed, at: int, end: int) -> list[Printed]:
    """Return the page that stands behind a date without a word for it: "The Times, 4 June 1832, 3"."""
    folded = context.folded
    in_note = context.kind == "note" and date.field == "date" and OPEN not in date.value
    is_page = in_note or (context.kind == "inline" and _is_paged(folded[date.end : at], date, folded[at:end]))
    page = PAGE_ALONE.match(folded, at, end) if is_page else None
    if page and folded.startswith(".", page.end()) and (later := read_date(folded, at, end)) and later.has_day:
        return []  # LVZ, 5.9.1962, 6.9.1962
    return [Printed("page", context.text[slice(*page.span("page"))], at, page.end())] if page else []


def _is_paged(between: str, date: Printed, rest: str) -> bool:
    """True for the page in "Vedomosti, January 15: 2" and in "NZZ, 7. 5. 2014, 3", which is no later day; not in "TASS, May 3, 2014, 4"."""
    if between in (", ", ",") and LETTERED_PAGE.match(rest):
        return True
    if between != ", ":
        return between == ": "
    if date.field != "date" or OPEN in date.value or not (is_day(date.value) or is_month(date.value)):
        return False
    number = NUMERALS.match(rest)
    if number is None:
        return False
    later = with_day(date.value[:7], int(number[0])) if is_day(date.value) else None
    return later is None or later <= date.value

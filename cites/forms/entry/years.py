"""When a work of a list appeared, printed behind its authors: "(2010)", "1992:", "(2019, March 28)", "(30 April 1998)", "n.d."."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.edtf import OPEN
from cites.forms.entry.titles import Title
from cites.forms.form import Item, changed, field_of
from cites.grammar.dates import MONTHS, Date, read_date
from cites.grammar.lexicon import compile_words, leading, one_of
from cites.grammar.printed import Printed
from cites.grammar.separators import skip
from cites.view import fold

A_YEAR = r"(?:1[5-9]|20)\d\d"
YEAR = regex.compile(
    r"[\s,.:]*[(\[]?\s?(?P<year>(?:1[5-9]|20)\d\d)\s?(?P<letter>[a-h])?(?!\d)(?:-present)?(?:,\s(?P<rest>\p{L}+(?:\.|/\p{L}+)?\s?\d{0,2}"
    r"(?:-\d{1,2})?|\d{1,2}\.?\s(?:de\s)?\p{L}+\.?)(?=[)\]]|\.\s\p{Lu}))?(?:\.?\s?[)\]])?\s?[.,:;]?\s?"
)
TWO_YEARS = regex.compile(  # of the edition and the first: "1990 [1950]", "[1950] 1990", "(1990 [1950])"; of the first and last volume
    rf"[\s,.:]*\(?(?:[\[(](?P<first>{A_YEAR})[\])]\s?(?P<year>{A_YEAR})(?P<letter>[a-h])?"
    rf"|(?P<year>{A_YEAR})(?P<letter>[a-h])?\s?[\[(](?P<first>{A_YEAR})[\])]|(?P<year>{A_YEAR})\s?-\s?(?P<last>(?:1[5-9]|20)?\d\d))"
    r"(?!\d)\)?\s?[.,:;]?\s?"
)
LAST_MONTH = 12  # "2019-03" is a month
UNDATED = regex.compile(rf"[\s,.]*\(?(?:{one_of('undated', 'unprinted')})\)?[.,:]?\s?", regex.IGNORECASE)
CHANGED = compile_words(rf"(?:{one_of('head.changed')})[^\d;<>()]{{0,12}}$")
LONGEST_CHANGE = 40  # code points of "zuletzt aktualisiert am " before a day


class Early(NamedTuple):
    """The date behind the authors, and where it ends."""

    items: list[Item]
    end: int
    says_undated: bool = False  # "n.d.", "in press"
    year: str = ""  # as it is printed; "" for a date of a day, and for none

    @property
    def is_dated(self) -> bool:
        return bool(self.items)


def read_year(folded: str, at: int, end: int) -> Early:
    """Return the date that stands behind the authors."""
    if dated := _date_apart(folded, at, end):
        return Early([Item.dated(dated)], dated.end + 1)
    if early := _two_years(folded, at, end):
        return early
    if year := YEAR.match(folded, at, end):
        issued = Item("issued", _with_day(year), *year.span("year"))
        return Early([issued, *Item.each(folded, year, year_letter="letter")], year.end(), year=year["year"])
    undated = UNDATED.match(folded, at, end)
    return Early([], undated.end() if undated else at, says_undated=undated is not None)


def _two_years(folded: str, at: int, end: int) -> Early | None:
    """Return the year of the edition of "1990 [1950]", which is the later one, and the span of "2005-2008"."""
    years = TWO_YEARS.match(folded, at, end)
    if years is None:
        return None
    value, (start, stop) = years["year"], years.span("year")
    if last := years["last"]:
        whole = value[: len(value) - len(last)] + last
        if whole <= value or (len(last) == len("95") and int(last) <= LAST_MONTH):
            return None
        value, stop = f"{value}/{whole}", years.end("last")
    elif years["first"] > value:  # 1950 [1990]
        value, (start, stop) = years["first"], years.span("first")
    items = [Item("issued", value, start, stop), *Item.each(folded, years, year_letter="letter")]
    return Early(items, years.end(), year=value[:4])


def _with_day(year: regex.Match[str]) -> str:
    """Return the date of "2019, March 28", which is the year alone where no day or month follows."""
    if not year["rest"]:
        return year["year"]
    date = read_date(f"{year['rest']} {year['year']}", 0)
    return date.value if date and date.has_month else year["year"]


def with_later(early: Early, printed: tuple[Printed, ...], folded: str) -> list[Item]:
    """Return the early date as exact as a later one makes it: "2023. “Title.” Journal, March 1."; the day of a change does not."""
    found = field_of(printed, "issued") if early.year else None
    # not the day of a change: "zuletzt aktualisiert am 22.10.2021"
    later = "" if found is None or CHANGED.search(folded, max(0, found.start - LONGEST_CHANGE), found.start) else found.value
    if later.startswith(OPEN):
        return changed(early.items, "issued", value=later.replace(OPEN, early.year))
    if early.year and later.startswith(early.year):
        return changed(early.items, "issued", value=later)
    return early.items


def date_apart(title: Title, early: Early) -> tuple[Title, list[Item]]:
    """Part the day or the month from a title that ends in it, where its year is the early one: "2014. Discussion Paper, 8 May 2014"."""
    comma = str(title.item.value).rfind(", ")
    date = read_date(fold(str(title.item.value)), comma + 2) if early.year and comma > 0 and not title.quoted else None
    if date is None or not date.has_month or not date.value.startswith(early.year) or date.end < len(str(title.item.value)):
        return title, []
    start = title.item.start + comma
    item = title.item._replace(value=str(title.item.value)[:comma], end=start)
    return title._replace(item=item), changed(early.items, "issued", value=date.value)


def _date_apart(folded: str, at: int, end: int) -> Date | None:
    """Read "(30 April 1998)", and "5 December 2011." between full stops, after the names."""
    at = skip(folded, at, end, " ,.")
    opened = folded.startswith("(", at, end)
    if not opened and not (folded.endswith(". ", 0, at) and (folded[at : at + 1].isdigit() or leading(folded, at) in MONTHS)):
        return None
    date = read_date(folded, at + opened, end)
    return date if date and date.has_month and date.has_year and folded.startswith(")" if opened else ". ", date.end) else None

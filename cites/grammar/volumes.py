"""Numbers of volumes and pages that are told by where they stand: "1856, 10:27-83", "151 (152)", "A1" of a newspaper."""

from __future__ import annotations

from collections.abc import Sequence

from cites import lazy_regex as regex
from cites.edtf import is_day, is_year
from cites.grammar.asides import RECORDED
from cites.grammar.dates import CLOCK, DIGITS
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.locator_shapes import ARTICLE, VOLUMES
from cites.grammar.printed import Found, Point, Printed

# 8, e12 (2015) · 94, 57-77, 1997
PAGE_BEFORE_YEAR = regex.compile(r"\p{L}?\d+(?:\s?-\s?\d+)?(?=\s\((?:1[89]|20)\d\d\))|\d+-\d+(?=,\s(?:1[89]|20)\d\d(?:[.,;]|$))")
PAGE_AND_CITED = regex.compile(
    r"(?P<page>\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?ff?\.)?)\s\((?P<cited>\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?ff?\.?)?)\)"
)
YEAR_FIRST = regex.compile(  # 1856, 10:27-83 · 2020; 371: m4037
    r"(?<=(?:1[5-9]|20)\d\d(?:,\s|;\s?))(?P<volume>\d{1,4}):\s?(?P<page>\p{Ll}?\d{1,6}(?:\s?-\s?\d{1,5})?)(?=[.,;]|$)"
)
ENDS = regex.compile(r"\.?(?:;|$|\s\p{Lu})")
VOLUME_POINT_PAGE = regex.compile(  # (Oxford, 1971), 4.33 · (London, 1951), ii. 800
    r"(?:(?P<volume>\d{1,2})\.|(?P<volume>[ivx]{1,6})[.:]\s?)(?P<page>\d{1,4}(?:-\d{1,4})?)(?=[.,;)]|$)"
)
SECTION_PAGE = regex.compile(r"(?:\p{Lu}\d{1,3}(?:\s?[-,]\s?\p{Lu}\d{1,3})?|\d{1,2}[A-F])(?=[.,;)]|$)")  # A1 · 7A, of a newspaper
ISSUE_BEHIND_YEAR = regex.compile(  # Tiecelijn 10 (1997) 3, p. 105-109 · 39 (2008) 1, 1-14
    r"\d{1,2}(?=,\s(?:(?:pp?|ss?|S|kol|blz|Sp|str)\.\s?\d|\d{1,4}\s?-\s?\d))"
)
ISSUE_BEFORE_YEAR = regex.compile(r"\d{1,2}(?=,\s(?:1[5-9]|20)\d\d[,;.)]|\s\((?:1[5-9]|20)\d\d\))")  # vol. 39, 1, 2008
PAGE_AND_EDITION = regex.compile(  # 311 (Kindle edition)
    r"(?P<page>\d{1,4}(?:\s?-\s?\d{1,4})?)\s\((?:\p{Lu}\p{L}+\s|e-?)[Ee]?(?:edition|book)\)"
)
NUMBERED = regex.compile(rf"{ARTICLE}(?P<page>\p{{L}}?\d+)(?=[.,;]|$)")  # Environment International, 154, Article 106595
VOLUME_BEHIND = regex.compile(r";\s?(?=\d{1,4}(?:\s?\(\w{1,8}\))?:\s?\p{L}?\d)")  # The Lancet 2021; 398: 2-3
NUMBER_BEHIND = regex.compile(rf";(?:(?=\d)|\s(?=(?:1[89]|20)\d\d(?:[.:;]|$)))|{VOLUME_BEHIND.pattern}")  # Nature 1974;249 · Sage; 2006. p.
ADDRESS_BEHIND = compile_words(  # (New York: Springer, 1997), 232; https://doi.org/10.1007/978-1
    rf";\s(?=(?:(?:{one_of('available')})(?:\sat)?:?\s)?<?(?:https?://|www\.|doi:)\S+(?:$|[.,;)\s]))"
)
VOLUME_NEXT = regex.compile(r"[,.]?\s\d{1,4}(?:,\s[Nn]o\.\s\d|[.:]\d|\s\((?:19|20)\d\d\))")  # of a journal: 18, no. 3 · 5.2 · 24 (1997)
SERIES = frozenset({"ser", "series", "sér", "série"})  # série B, t. XXVII


def read_number(point: Point) -> Found | None:
    """Read what a lone number means where it stands: "3 vols.", "14:30 GMT", "A1", "151 (152)", "5781 (2019)"."""
    if point.char in DIGITS and _is_yearly(point) and (pages := point.match(PAGE_AND_CITED)) and ENDS.match(point.folded, pages.end()):
        return Printed.each(point.text, pages, "page", "cited"), pages.end()
    is_book = "issued" in point.fields and bool(point.fields & {"publisher", "publisher_place"}) and "volume" not in point.fields
    if is_book and (point.char in DIGITS or point.char in "ivx") and (page := point.match(VOLUME_POINT_PAGE)):
        return Printed.each(point.text, page, "volume", "page"), page.end()
    is_dated = point.fields >= {"issued", "text"} and not point.fields & {"volume", "publisher"}
    if is_dated and not ("," in point.gap and _has_day(point)) and point.char in DIGITS and (volume := point.match(YEAR_FIRST)):
        return Printed.each(point.text, volume, "volume", "page"), volume.end()
    if is_book and (read := point.match(PAGE_AND_EDITION)):
        return Printed.each(point.text, read, "page"), read.end()
    if (point.char in DIGITS or point.word in SERIES) and (counted := point.match(VOLUMES) or point.match(CLOCK)):
        return point.whole("aside", counted) if ":" not in counted[0][-3:] or _has_day(point) or point.last in RECORDED else None
    if (point.char.isupper() or point.char in DIGITS) and point.last == "issued" and (page := point.match(SECTION_PAGE)):
        return point.whole("page", page)
    if "volume" not in point.fields:
        return None
    if point.last in ("volume", "issue") and point.char in "Aa" and (article := point.match(NUMBERED)):
        return Printed.each(point.text, article, "page"), article.end()
    if point.last == "volume" and (issue := point.match(ISSUE_BEFORE_YEAR)):
        return point.whole("issue", issue)
    if point.last == "issued" and "issue" not in point.fields and (issue := point.match(ISSUE_BEHIND_YEAR)):
        return point.whole("issue", issue)
    if "issued" in point.fields and (pages := point.match(PAGE_AND_CITED)):
        return Printed.each(point.text, pages, "page", "cited"), pages.end()
    if not point.fields & {"page", "issued"} and (page := point.match(PAGE_BEFORE_YEAR)):
        return point.whole("page", page)
    return None


def past_semicolon(folded: str, at: int, end: int, items: Sequence[Printed], *, listed: bool) -> int | None:
    """Return where a work goes on behind a semicolon, None where it does not: at "398" in "The Lancet 2021; 398: 2-3"."""
    is_year_last = bool(items) and items[-1].field == "issued" and is_year(items[-1].value)
    number = (NUMBER_BEHIND if listed else VOLUME_BEHIND).match(folded, at, end) if listed or is_year_last else None
    if number is None and not any(item.field in ("url", "doi") for item in items):
        number = ADDRESS_BEHIND.match(folded, at, end)
    return number.end() if number else None


def _is_yearly(point: Point) -> bool:
    """True behind a journal and its year: "NJW 1982, 33 (43)"."""
    if point.last != "issued" or len(point.items) < 2:
        return False
    name, year = point.items[-2:]
    return name.field == "text" and year.start == name.end + 1


def _has_day(point: Point) -> bool:
    """True where a day was read, so that "14:30" behind it is a time; behind a year it is a page of a volume."""
    return any(item.field in ("issued", "accessed") and is_day(item.value) for item in point.items)

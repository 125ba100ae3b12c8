"""Which of two numbers is the day: "10.09.17" is October 9 in a document that also has "10.13.17".

A date in numbers is read with its month first where slashes part them, and with its day first elsewhere, unless only the other order is
a date. What the document prints tells better: the other dates that it parts alike, its own day, behind which no source lies, and where
none of them can, its language for slashes, for only English is written in countries that put the month first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from cites import lazy_regex as regex
from cites.edtf import is_day
from cites.forms.press import numeric_days
from cites.knowledge import load
from cites.model import Citation, Document, Finding, Part, Span

NUMBERS = regex.compile(r"(?<![\d./-])(?P<first>\d\d?)(?P<mark>[./-])(?P<second>\d\d?)(?P=mark)(?:\d{4}|\d\d)(?!\d)")
MARKS = frozenset("./-")
MONTHS = 12
UNSURE = 0.6  # how sure a citation is of which the day may be the month
ENGLISH, OTHER = frozenset(load()["commonest.english"]), frozenset(load()["commonest"])
WORDS = regex.compile(r"\p{L}+")
SAMPLE = 20_000  # code points that tell the language
MONTH_FIRST, DAY_FIRST = "month", "day"


def put_in_order(document: Document, citations: list[Citation]) -> tuple[list[Citation], list[Finding]]:
    """Return the citations with the days and the months of their dates in the order that the document keeps, and where nothing tells it."""
    printed = [[match for part in citation.parts if (match := _in_numbers(document.text, part))] for citation in citations]
    doubtful = {match["mark"] for match in chain(*printed) if _order(match) is None}
    if not doubtful:
        return citations, []
    orders = _orders(chain(*printed))
    is_late = any(_is_late(part, document) for citation in citations for part in citation.parts)
    is_usual = numeric_days.DAY_FIRST.search(document.text) and not numeric_days.MONTH_FIRST.search(document.text)  # AFP, 22/4
    firsts, seconds = ({match[which] for match in chain(*printed) if match["mark"] == "/"} for which in ("first", "second"))
    is_of_week = len(seconds) * 2 <= len(firsts) > 2  # 07/07/2014, 09/07/2014, 10/07/2014
    if not orders["/"] and (is_late or is_usual or is_of_week):
        orders["/"].add(DAY_FIRST)
    turned = {mark for mark in doubtful if _is_turned(mark, orders[mark], document.text)}
    if not turned and not orders["/"] and "/" in doubtful:
        return _with_doubts(citations, printed)
    if not turned:
        return citations, []
    return [
        _with_turned(citation, {match.start() for match in matches if match["mark"] in turned and _order(match) is None})
        for citation, matches in zip(citations, printed, strict=True)
    ], []


def _with_doubts(citations: list[Citation], printed: list[list[regex.Match[str]]]) -> tuple[list[Citation], list[Finding]]:
    """Return the citations, less sure where a date has both orders: "Reuters, 5/1/2023"; not "5/5/2023"."""
    doubtful = [[match for match in matches if match["mark"] == "/" and match["first"] != match["second"]] for matches in printed]
    unsure = [replace(one, confidence=min(one.confidence, UNSURE)) if each else one for one, each in zip(citations, doubtful, strict=True)]
    message = "which number of {!r} is the day cannot be told from the text; the month was taken to stand first"
    found = (match for each in doubtful for match in each)
    return unsure, [Finding("day-or-month", message.format(match[0]), "warning", Span(*match.span())) for match in found]


def _in_numbers(text: str, part: Part) -> regex.Match[str] | None:
    if part.field not in ("issued", "accessed") or part.span is None or not is_day(str(part.value)):
        return None
    end = part.span.end
    in_numbers = text[end - 5 : end - 4] in MARKS or text[end - 3 : end - 2] in MARKS  # a quick look: before the year
    return NUMBERS.search(text, part.span.start, end) if in_numbers else None


def _order(match: regex.Match[str]) -> str | None:
    """Return the order that the numbers have of themselves, None where both may be a month."""
    return DAY_FIRST if int(match["first"]) > MONTHS else MONTH_FIRST if int(match["second"]) > MONTHS else None


def _is_late(part: Part, document: Document) -> bool:
    """True for "09/03/2017" in a document of May 3, 2017."""
    match, own = _in_numbers(document.text, part), document.about.issued
    is_doubtful = match is not None and match["mark"] == "/" and _order(match) is None and part.field == "issued" and own[4:] != ""
    return is_doubtful and str(part.value)[: len(own)] > own >= str(_turned(part).value)[: len(own)]


def _orders(matches: Iterable[regex.Match[str]]) -> dict[str, set[str]]:
    orders: dict[str, set[str]] = defaultdict(set)
    for match in matches:
        if order := _order(match):
            orders[match["mark"]].add(order)
    return orders


def _is_turned(mark: str, orders: set[str], text: str) -> bool:
    """True where the doubtful dates with this mark are to be read the other way."""
    if mark != "/":
        return orders == {MONTH_FIRST}
    return orders == {DAY_FIRST} or (not orders and not is_english(text))


def is_english(text: str) -> bool:
    """True unless the small words of other languages are more frequent than those of English."""
    words = [word.casefold() for word in WORDS.findall(text[:SAMPLE])]
    return sum(word in ENGLISH for word in words) >= sum(word in OTHER for word in words)


def _with_turned(citation: Citation, starts: set[int]) -> Citation:
    if not starts:
        return citation
    return replace(citation, parts=tuple(_turned(part) if part.span and part.span.start in starts else part for part in citation.parts))


def _turned(part: Part) -> Part:
    """Read "2017-09-10" as "2017-10-09"."""
    if part.field not in ("issued", "accessed"):
        return part
    year, month, day = str(part.value).split("-")
    return replace(part, value=f"{year}-{day}-{month}")

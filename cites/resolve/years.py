"""Years that are not printed, from the document's date, its volume, or its other citations; always with the ground.

A news source is cited within a year: "(Interfax, December 28)" in an article of January 9, 2012 is of 2011.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cites import lazy_regex as regex
from cites.edtf import OPEN, has_day, is_day, is_month, is_year, later, to_day, with_year
from cites.grammar.dates import find_date
from cites.grammar.lexicon import one_of
from cites.grammar.sources import lookup
from cites.knowledge import fold_name
from cites.model import Citation, Document, Inferred, Outlet, Reference
from cites.outlets import Outlets
from cites.resolve.told import MIDDLE, nearest, the_day, told_by, year_of

SURE, LIKELY, GUESS = 0.98, 0.93, 0.75
LOOK_BACK = 4  # citations before and after
PAST = 2  # years before the document from which a neighbour's date tells more than the document's
CLOSE = 60  # days
LONG_AGO = 200  # days; of the news in tests/gold that has no year, one in a hundred is older
FEW = 4  # days without a year; fewer may fit the weeks before a document by chance
ERA = timedelta(days=1100)  # what such a document tells of
YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WRITTEN = r"(?P<date>(?:\d{1,2}\.?\s)?\p{L}{3,10}\.?\s(?:\d{1,2},?\s)?(?:19|20)\d\d|(?<!\d)\d{1,4}[/.-]\d\d?[/.-]\d{2,4}(?!\d))"
HEADS = (  # of a paragraph
    regex.compile(  # January 2024. · ## 12 March 2019 · **3 May 2020:** · Sun, 07/01/2012 - 14:02; no line of a sentence: "November 1992)."
        rf"(?m)^(?<![\p{{L}}\d,;(][ \t\r]{{0,2}}\n)[^\w\n]{{0,6}}(?i:{one_of('weekdays')},?\s)?{WRITTEN}(?=[.:*_|)]|\s?[–—-]\s|\s*$)",
    ),
    regex.compile(rf"(?m)^(?<=\n)\P{{L}}{{0,3}}(?=[^\n]*\d,?\s){WRITTEN}(?=[ \t\r]*\n[ \t\r]*$)"),  # Issue: 54 | March 19, 1996
    regex.compile(rf"(?m)^(?<=\n[ \t\r]*\n)\P{{L}}{{0,6}}\p{{L}}[^\n.?!()]{{2,80}}\s\({WRITTEN}\)[ \t\r]*$"),  # Port Reopens (May 5, 2020)
)
LONGEST = 22  # code points of "Wednesday, September 26," before its year
TOLD = 40_000  # code points that are searched for what a text tells of
TOLD_OF = timedelta(days=400)
ABOUT = timedelta(days=14)
LATER = timedelta(days=3650)
IN_NAME = regex.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?=[-_ .])")
SEASONS = {"21": "04", "22": "07", "23": "10"}  # their middle months; a winter may be that of either end of a year
MAX_AFTER = 330  # days: two dates further apart than this are not taken for each other's year


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day near which the document was written: nothing that it cites is later than `latest`."""

    day: date
    latest: date | None  # None: the day is only one of the dates cited, what is cited may be earlier or later
    ground: str
    confidence: float
    since: date | None = None  # the first of the dates of that year: a day behind them is no later one


def infer(
    document: Document, references: list[Reference], outlets: Outlets, beside: Mapping[int, int], places: Mapping[int, Citation]
) -> list[Reference]:
    """Return the references with the years that a careful reader could tell; the others keep "XXXX".

    beside: for the index of a reference that of the one cited right before it, in a parenthesis; places: where it is first cited.
    """
    if not any(reference.issued.startswith(OPEN) or reference.accessed.startswith(OPEN) for reference in references):
        return references
    references = [_by_address(reference) for reference in references]
    heads = _heads(document.text)
    posted = next((Anchor(day, None, f"a paragraph is headed {day}", GUESS) for day in sorted({day for _, day, _ in heads})[-1:]), None)
    anchor = find_anchor(document, references, outlets) or _tells_of(document.text, references) or posted
    if anchor is None:
        return [_weighed(None, reference, document.text, places.get(index)) for index, reference in enumerate(references)]
    past = _looked_back_at(references, anchor)
    if past and anchor.latest is None and anchor.day - past[-1] > LATER:  # what is cited last are memoirs
        anchor = Anchor(past[-1], None, f"most that is cited is of about {past[-1].year}", GUESS)
    dated = [_dated(reference, "accessed", anchor) for reference in references]
    for index, reference in enumerate(dated):  # a year that was told tells that of the next
        if reference.issued.startswith(OPEN):
            at = bisect_left(heads, (places[index].span.start,)) if index in places else 0
            headed = _under(*heads[at - 1][1:], reference.issued[5:10], anchor) if at else None
            near = (_nearer(index, known, anchor, beside, past=bool(past)) for known in (references, dated))
            best = headed or next((other for other in near if other is not anchor), anchor)
            dated[index] = _weighed(best, reference, document.text, places.get(index))
    return dated


def _heads(text: str) -> list[tuple[int, date, bool]]:
    """Return where days and months head paragraphs, which, and whether it is a day: "January 2024. …", "12 March 2019 – …"."""
    matches = (head for pattern in HEADS for head in pattern.finditer(text))
    found = sorted((head.start(), find_date(text, *head.span("date"))) for head in matches)
    return [(at, day, when.has_day) for at, when in found if when and when.has_month and when.has_year and (day := the_day(when.value))]


def _under(head: date, is_day: bool, month_day: str, anchor: Anchor) -> Anchor | None:
    """Return the day that heads the part where a day about it is cited; none behind both it and the document, or before a month's year."""
    day = nearest(month_day, head)
    if day is None or head == anchor.day or (day.year < head.year and not is_day) or abs(day - head).days > CLOSE:
        return None
    is_behind = anchor.latest is not None and head < day > anchor.latest
    return None if is_behind else Anchor(day, None, f"the paragraph is headed {head.isoformat()}", LIKELY)


def _looked_back_at(references: list[Reference], anchor: Anchor) -> list[date]:
    """Return the days that are printed in full where most of them lie years before the document: it tells of another time.

    Not where most of the others fit the weeks before it: news, beside which older news has its year.
    """
    open_days = [reference.issued[5:10] for reference in references if reference.issued.startswith(OPEN) and has_day(reference.issued)]
    news = [day for month_day in open_days if (day := nearest(month_day, anchor.day)) and 0 <= (anchor.day - day).days <= CLOSE]
    if len(news) * 2 > len(open_days) > FEW:
        return []
    days = sorted(day for reference in references if has_day(reference.issued) and (day := the_day(reference.issued)))
    eras = [range(at, bisect_left(days, first.toordinal() + ERA.days, key=date.toordinal)) for at, first in enumerate(days)]
    longest = max(eras, key=len, default=range(0))  # mere examples are scattered over more
    era = days[longest.start : longest.stop]
    return era if len(era) > 1 and sum(anchor.day.year - day.year >= PAST for day in era) * 2 > len(days) else []


def _nearer(index: int, references: list[Reference], anchor: Anchor, beside: Mapping[int, int], *, past: bool) -> Anchor:
    """Return the date of a neighbour in place of the document's where the text looks back at another time.

    In an article of 2018 "(Daily Telegraph, 13 January)" after "(Sunday Nation, 12 January 1964)" is of 1964.
    """
    around = [index + sign * step for step in range(1, LOOK_BACK + 1) for sign in (-1, 1)] if past else []
    before: list[int] = []  # in its parenthesis, the nearest first
    at = index
    while len(before) < LOOK_BACK and (at := beside.get(at, -1)) >= 0:
        before.append(at)
    for neighbour in (*before, *around):
        day = the_day(references[neighbour].issued) if 0 <= neighbour < len(references) else None
        is_alone = anchor.latest is None and neighbour in before  # nothing tells when the document is of
        if day == anchor.day and is_alone:
            return anchor
        own = nearest(references[index].issued[5:10], day) if day and day.year < anchor.day.year else None
        goes_on = own is not None and day is not None and (own >= day or neighbour not in before)  # not "EDM, September 23, 2014; July 26"
        if day is None or own is None or not goes_on or own.year != day.year or abs(own - day).days > CLOSE:
            continue
        ground = f"the citation beside it is dated {day.isoformat()}"
        if anchor.day.year - day.year >= (1 if is_alone else PAST):
            return Anchor(day, None, ground, GUESS)
        if neighbour in before and _year(own.isoformat()[5:], anchor) != own.year:  # "PTI, 21 July 2022; The Hindu, 9 October" late in 2023
            return replace(anchor, ground=f"{anchor.ground}, but {ground}", confidence=GUESS)
    return anchor


IN_ADDRESS = regex.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/_-]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)|/"
    r"(?P<year>(?:19|20)\d\d)/(?P<month>0?[1-9]|1[0-2])/(?:(?P<day>0?[1-9]|[12]\d|3[01])(?=/))?"
)


def _by_address(reference: Reference) -> Reference:
    """Take the year of a date in the address that agrees with the printed month: "…/2023/07/31/…" for "July 31"."""
    if not reference.issued.startswith(OPEN) or not reference.url:
        return reference
    for match in IN_ADDRESS.finditer(reference.url):
        if int(match["month"]) == int(reference.issued[5:7]):
            return _told(reference, "issued", int(match["year"]), Inferred("issued", f"the address has {match[0].strip('/')}", SURE))
    return reference


def find_periodical(about: Reference, outlets: Outlets) -> Outlet | None:
    """Return the periodical that an article gives with its volume: for "Monitor" the one that is "The Monitor (Jamestown …)" too."""
    if not (about.container_title and about.volume.isdigit()):
        return None
    return lookup(about.container_title, outlets) or outlets.counted.get(fold_name(about.container_title))


def find_anchor(document: Document, references: list[Reference], outlets: Outlets) -> Anchor | None:
    """Return what dates a document: its date, volume and issue of a known periodical, its address or its name, the latest date cited."""
    about = document.about.revised(issued=document.about.said("issued"))
    season = SEASONS.get(about.issued[5:], "")  # of which the number may appear two months behind the middle
    own = the_day(f"{about.issued[:5]}{season}" if season else about.issued)  # the middle of a month; None for "2013-24"
    if own and is_day(about.issued):
        return Anchor(own, later(own, 3), f"the document is dated {about.issued}", SURE)
    if own and is_month(about.issued):
        return Anchor(own, later(own, 75 if season else 31).replace(day=1), f"the document is dated {about.issued}", LIKELY)
    cited = sorted(day for reference in references if (day := the_day(reference.issued)))
    outlet = find_periodical(about, outlets)
    if outlet and outlet.volume_one and (first := to_day(f"{outlet.volume_one + int(about.volume) - 1:04d}-01-01")):
        return _by_volume(first, about, outlet.name, outlet.issues_a_year, cited)
    if (is_year(about.issued) or is_month(about.issued)) and (first := to_day(f"{about.issued[:4]}-01-01")):
        return _in_year(first.year, f"the document is of {about.issued[:4]}", cited)
    if filed := _filed(document.name, about.url):
        return filed
    if cited:
        latest = cited[-1]
        since = cited[bisect_left(cited, later(latest, -365))]
        return Anchor(latest, None, f"another citation is dated {latest.isoformat()}", GUESS, since)
    return None


def _filed(name: str, address: str) -> Anchor | None:
    """Return the day that an address has or a name begins with, as blogs call what they post: "…/2014/01/22/…", "2014-01-22-talks.md"."""
    in_address = IN_ADDRESS.search(address)
    found = in_address or IN_NAME.match(name.rpartition("/")[2])
    if found is None:
        return None
    posted = to_day(f"{found['year']}-{found['month']:0>2}-{found['day'] or MIDDLE:0>2}")
    ground = f"{'the address' if in_address else 'the name'} of the document has {found[0].strip('/')}"
    return Anchor(posted, later(posted, 3 if found["day"] else MIDDLE + 3), ground, LIKELY) if posted else None


def _tells_of(text: str, references: list[Reference]) -> Anchor | None:
    """Return the day in the middle of those that the text tells of, "May 1, 2010 (Pakistan): …", where they lie within about a year.

    One day alone may be that of an anniversary, unless two that are cited lie about it: "Updated: 14 May 2014", "(Reuters, May 12; May 2)".
    """
    days = []
    for year in YEAR.finditer(text, 0, TOLD):
        date_ = find_date(text, max(0, year.start() - LONGEST), year.end())
        while date_ and date_.end < year.end():
            date_ = find_date(text, date_.end, year.end())
        if date_ and date_.has_day and date_.has_year and (day := the_day(date_.value)):
            days.append(day)
    days.sort()
    if not days or days[-1] - days[0] > TOLD_OF:
        return None
    middle = days[len(days) // 2]
    cited = {reference.issued[5:10] for reference in references if reference.issued.startswith(OPEN) and has_day(reference.issued)}
    about = [day for month_day in cited if (day := nearest(month_day, middle)) and abs(day - middle) <= ABOUT]
    return Anchor(middle, None, f"the text tells of {middle.isoformat()}", GUESS) if len(days) > 1 or len(about) > 1 else None


def _by_volume(first: date, about: Reference, name: str, issues: int, cited: list[date]) -> Anchor:
    ground = f"volume {about.volume} of {name} is {first.year}"
    if issues and about.issue.isdigit():
        elapsed = min(int(about.issue) / issues, 1.0)
        day = later(first, int(elapsed * 364))
        latest = min(later(day, 50 + int(60 * elapsed)), first.replace(month=12, day=31))
        within = [d for d in cited if d.year == first.year and d > latest]
        return Anchor(day, max([latest, *within]), f"{ground}, issue {about.issue}", LIKELY)
    return _in_year(first.year, ground, cited)


def _in_year(year: int, ground: str, cited: list[date]) -> Anchor:
    """Only the year is known; the dates that are printed in full tell how far into it the document is, if it is early."""
    within = [day for day in cited if day.year == year]
    before = [day for day in cited if day.year == year - 1 and day.month >= 10]
    if before and (not within or max(within) < date(year, 3, 1)):
        latest = max([*within, date(year, 1, 31)])
        return Anchor(latest, later(latest, 45), ground, GUESS)
    return Anchor(date(year, 7, 1), date(year, 12, 31), ground, LIKELY)


def _dated(reference: Reference, field: str, anchor: Anchor) -> Reference:
    """Give a day of issue, or of access ("newsru.com, accessed October 30"), its year."""
    printed: str = getattr(reference, field)
    year = _year(printed[5:10], anchor) if printed.startswith(OPEN) else None
    return reference if year is None else _told(reference, field, year, Inferred(field, anchor.ground, anchor.confidence))


def _told(reference: Reference, field: str, year: int, ground: Inferred) -> Reference:
    return reference.revised(**{field: with_year(getattr(reference, field), year)}, inferred=(*reference.inferred, ground))


def _weighed(anchor: Anchor | None, reference: Reference, text: str, place: Citation | None) -> Reference:
    """Give a day of issue the year that its sentence tells, where that is another than the anchor's: "In 2017 … (RBC, June 6)".

    A year alone may be that of what is only compared: it is taken for a day that lies far back, else the anchor's is doubted.
    """
    month_day = reference.issued[5:10]
    year = _year(month_day, anchor) if anchor else None
    for told, where in told_by(text, place) if place and reference.issued.startswith(OPEN) and has_day(reference.issued) else ():
        ground, own = f"the {where} tells of {told}", year_of(month_day, told)
        if anchor and year and is_year(told) and int(told) < year:
            day = the_day(f"{year}-{month_day}")
            own = int(told) if day and anchor.latest and (anchor.latest - day).days > LONG_AGO else None
            if own is None and where == "sentence":
                anchor = replace(anchor, ground=f"{anchor.ground}, but {ground}", confidence=GUESS)
        if own and own != year and (where == "sentence" or not is_month(told)):
            return _told(reference, "issued", own, Inferred("issued", ground, GUESS))
    return _dated(reference, "issued", anchor) if anchor else reference


def _year(month_day: str, anchor: Anchor) -> int | None:
    days = {year: day for year in range(anchor.day.year - 1, anchor.day.year + 2) if (day := the_day(f"{year}-{month_day}"))}
    if anchor.latest is not None:
        return max((year for year, day in days.items() if day <= anchor.latest), default=None)
    if not days:
        return None
    among = [year for year, day in days.items() if anchor.since and anchor.since <= day <= anchor.day]
    near = min(among or days, key=lambda year: abs((days[year] - anchor.day).days))
    return near if abs((days[near] - anchor.day).days) <= MAX_AFTER else None

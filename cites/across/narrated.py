"""A newspaper that the sentence names, with its day in parentheses: "As Ukrayinska Pravda (February 24) warned, …",
"Kommersant was first to report it (“A Base Too Far,” June 3)".

The parenthesis has a day, at most with an issue, a page or a time, so only the name of a known paper, agency or station before it
tells; elsewhere in the sentence it counts where it says so, "According to Kommersant, they left early (6 February).", and the text does not
date events so. What stands behind "on" is a programme, and a month is when somebody worked there: "on BBC Two (9 July 2001)",
"The Guardian (May 2014)".

So does a headline in quotation marks that the sentence calls an article: "an op-ed by Jane Hall, “Why Cranes Need a Lake” (10/18/17)".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.headlines import authors_before, headline_before
from cites.across.inline import ends_sentence
from cites.across.whole import Whole, authors_in
from cites.claims import find_sentence
from cites.common_words import is_common
from cites.edtf import OPEN, has_day, with_day
from cites.forms.captions import DEED
from cites.forms.press.source_names import ISSUE_OF_YEAR
from cites.grammar.dates import CLOCK, Date, read_date
from cites.grammar.lexicon import AND, compile_words, one_of
from cites.grammar.locator_shapes import ISSUE, PAGES
from cites.grammar.printed import has
from cites.grammar.prose import states
from cites.grammar.publisher_places import is_place
from cites.grammar.separators import skip
from cites.grammar.sources import EVENT_WORDS, evidence
from cites.knowledge import REPORTING, fold_name, load
from cites.model import Citation, Part, Span, Zone
from cites.outlets import Outlets
from cites.view import fold

LONGEST = 60  # code points of a name
LONGEST_TITLED = 200  # of a title and a day
LONGEST_DAY = 45  # code points; "no. 1397, Wednesday, 24 September 2014, p. 12" has 44
TITLE = regex.compile(  # “A Base Too Far,” June 3 · “Oil Falls,” Oslo, June 3
    r"[\"“](?P<title>[^\"“”]{4,160}?)[,.]?[\"”],?\s(?:(?P<place>\p{Lu}[\p{L} .'’-]{2,24}),\s(?=\P{Lu}|\p{Lu}\p{Ll}+\.?\s\d))?"
)
CLOSING = " \u00a0”»“\"*_-–—"
CLOSED = regex.compile(r"[”»\"][*_]{0,3}\s$")  # the paper wrote “nobody knows” (3 May 2010)
OF_YEAR = regex.compile(rf"(?!\d\d?/){ISSUE_OF_YEAR}")  # Der Spiegel (Nr. 15/2014, S. 80); "15/2014" may be a month
WRITER = regex.compile(r"(?P<people>\p{Lu}[^,;()\d]{4,50}),\s(?=\p{Lu}?\p{L}{0,9}\.?\s?\d|[\"“])")  # The Guardian (Anna Berg, 3 May 2010)
OWN = regex.compile(r"['’]s?\s(?P<people>\p{Lu}[^,;:.()“”\d]{4,40})\s$")  # The Guardian’s Anna Berg (3 May 2010)
OPENING = frozenset("“«„\"*_")
QUOTED_NEXT = tuple(f": {mark}" for mark in "“«„\"")  # The Guardian’s Anna Berg (3 May 2010): “Nobody knows.”
BEGINNING = regex.compile(r"(?<=^|[\s“«„\"*_–—]|--)(?!The\s\p{Ll})[\p{Lu}\d]")  # not "The paper", which is not The Paper
LATER_DAY = regex.compile(rf"(?:,\s|,?\s{AND}\s)(?P<day>3[01]|[12]\d|[1-9])(?=,\s|\s{AND}\s|$)")
BEFELL = compile_words(  # TASS (10 July 1925) was founded by decree
    rf"\s(?:{one_of('befell.was')})\s(?:\p{{Ll}}+\s){{0,2}}?(?:{one_of('befell.done')})"
)
SAYS = rf"(?:{one_of('stating')})"
SAID_LAST = compile_words(rf"\s(?:(?-i:\p{{Ll}}+)\s){{0,2}}{SAYS}(?:\s(?-i:\p{{Ll}}+))?\s")  # as Kommersant ⟨has reported ⟩(5 February)
SAID_BEFORE = compile_words(rf"(?<!\p{{L}})(?:{one_of('stating.before')}|{SAYS})\s(?:(?-i:\p{{Ll}}{{1,4}})\s)?$")  # ⟨According to the ⟩BBC
SAID_NEXT = compile_words(rf",?\s(?:(?-i:\p{{Ll}}+)\s)?{SAYS}")  # The FT⟨ reported⟩ that they had left (5 February)
LAST_WORD = regex.compile(r"(?P<word>[\p{L}'’-]+)[”\"]?\s$")
EVENTS = EVENT_WORDS.difference(load()["rough_dates"]).union(load()["befell.done"])  # not "they left early (6 February)"
COMPANY = 2  # citations with a day that show how a text cites
CONFIDENCE = 0.85
UNSTATED = 0.6  # where the sentence has no word of saying: "With The Independent (3 May 2010) in his pocket"


class Printed(NamedTuple):
    """What a parenthesis holds."""

    days: list[tuple[str, Span]]  # at least one, and where it is printed
    parts: list[Part]  # title, author, issue
    page: str

    @property
    def tells_more(self) -> bool:
        """True where there is more than a day and a writer, as nothing but a citation has."""
        return bool(self.page) or any(part.field != "author" for part in self.parts)


class Paper(NamedTuple):
    """A paper that the sentence names, right before the parenthesis or anywhere, and who wrote for it."""

    name: Span
    writers: list[Part]
    is_near: bool
    is_attributed: bool = False  # it said so: "Kommersant reported (6 February)"
    is_doubtful: bool = False  # the day may be that of what it says: "According to Kommersant, they had left (6 February)."


def read_narrated(whole: Whole) -> Iterator[Citation]:
    """Yield the papers that the sentence names before parentheses with a day in them and no source."""
    free = (zone for zone in whole.zones if zone.kind == "inline" and whole.is_free(zone.span))
    found = [(zone, printed, _paper(whole, printed, zone)) for zone in free if (printed := _printed(whole.text, zone))]
    are_told = all(paper or printed.tells_more for _, printed, paper in found)  # else it tells in parentheses when things were
    for zone, printed, paper in found:
        if paper and not (paper.is_doubtful and not (are_told and _is_as_usual(whole, printed))):
            yield from _cited(whole, printed, paper, zone)
        elif headline := headline_before(whole.text, zone.span.start - 1):
            yield _headlined(whole.text, headline, printed, zone)


def take_papers(text: str, citations: list[Citation], outlets: Outlets) -> list[Citation]:
    """Return the citations, with its paper each that follows it: "Reuters (Anna Berg, “Oil Falls,” Oslo, 3 May 2010) reported"."""
    return [_in_paper(text, one, outlets) if one.matched_by == "titled" and one.form == "full" else one for one in citations]


def _in_paper(text: str, citation: Citation, outlets: Outlets) -> Citation:
    start, end = citation.span
    is_whole = text.endswith("(", 0, start) and text.startswith(")", end) and not has(citation.parts, "container_title")
    is_dated = is_whole and any(part.field == "issued" and has_day(str(part.value)) for part in citation.parts)
    name = _name_before(text, start - 1, outlets) if is_dated else None
    paper = [Part("container_title", text[slice(*name)], name)] if name else []
    return replace(citation, span=Span(name.start, end + 1), parts=(*citation.parts, *paper)) if name else citation


def _is_as_usual(whole: Whole, printed: Printed) -> bool:
    """True where a text cites papers with their days, with a year or without one as here."""
    days = [str(part.value) for one in whole.taken if one.matched_by == "source_date" for part in one.parts if part.field == "issued"]
    alike = [day for day in days if has_day(day) and day.startswith(OPEN) == printed.days[0][0].startswith(OPEN)]
    return len(alike) >= max(COMPANY, len(days) / 2)


def _paper(whole: Whole, printed: Printed, zone: Zone) -> Paper | None:
    """Return the paper whose days stand in the parenthesis."""
    text, bracket = whole.text, zone.span.start - 1
    own = OWN.search(text, max(0, bracket - LONGEST), bracket)
    writers = authors_in(text, Span(*own.span("people"))) if own else []
    if near := _name_before(text, own.start() if own and writers else bracket, whole.outlets):
        return Paper(near, writers, is_near=True)
    is_said = CLOSED.search(text, max(0, bracket - 5), bracket) and headline_before(text, bracket) is None
    again = _named_again(whole, printed.days[0][0], bracket)
    alone = again or _named_alone(text, bracket, whole.outlets)
    if alone is None or printed.tells_more or is_said or again or SAID_LAST.fullmatch(text, alone.end, bracket):
        return Paper(alone, writers, is_near=False, is_attributed=not is_said) if alone else None
    says = SAID_BEFORE.search(text, max(0, alone.start - LONGEST), alone.start) or SAID_NEXT.match(text, alone.end, bracket)
    last = LAST_WORD.search(text, max(0, bracket - LONGEST), bracket)
    is_event = last is None or last["word"].casefold() in EVENTS or (last["word"][0].isupper() and is_place(last["word"]))
    may_be = says and not is_event and ends_sentence(text, zone)
    return Paper(alone, writers, is_near=False, is_attributed=True, is_doubtful=True) if may_be else None


def _cited(whole: Whole, printed: Printed, paper: Paper, zone: Zone) -> Iterator[Citation]:
    """Yield the paper once for each of its days; not where these are of something else: "The Independent's Robert Fisk (12 July 1946)"."""
    text, name = whole.text, paper.name
    start = name.start - (text[name.start - 1 : name.start] in OPENING) if paper.is_near else zone.span.start
    sentence = find_sentence(text, start, zone.span.end + 1)
    is_stated = states(text[slice(*sentence)], quotes=False) or text.startswith(QUOTED_NEXT, zone.span.end + 1)
    is_quoted = is_stated and OPENING.intersection(text[name.end : zone.span.start - 3])
    is_sure = (is_stated or not paper.writers) and (paper.is_near or paper.is_attributed or printed.tells_more or is_quoted)
    if not is_sure or BEFELL.match(text, zone.span.end + 1):
        return
    links = [Part("url", link.value, link.span) for link in whole.marked.links.touching(name)[:1]]
    source = Part("container_title", text[slice(*name)], name)
    for count, (day, at) in enumerate(printed.days):  # Global Times (March 4, 5 and 7)
        yield Citation(
            span=Span(at.start if count else start, at.end if printed.days[1:] else zone.span.end + paper.is_near),
            kind="inline",
            form="full",
            matched_by="titled" if has(printed.parts, "title") else "source_date",
            parts=(*printed.parts, *paper.writers, source, Part("issued", day, at), *links),
            locator=printed.page,
            claim=sentence,
            confidence=CONFIDENCE if is_stated and (paper.is_near or paper.is_attributed or printed.tells_more) else UNSTATED,
        )


def _headlined(text: str, title: Span, printed: Printed, zone: Zone) -> Citation:
    issued, span = Part("issued", *printed.days[0]), Span(title.start - 1, zone.span.end + 1)
    named = Part("title", text[slice(*title)].rstrip(",."), title)
    return Citation(
        span=span,
        kind="inline",
        form="full",
        matched_by="titled",
        parts=(named, Part("type", "article-newspaper", title), *authors_before(text, title.start), issued, *printed.parts),
        claim=find_sentence(text, *span),
        confidence=UNSTATED,
    )


def _printed(text: str, zone: Zone) -> Printed | None:
    """Return the days, the issue and the page that a parenthesis holds: "(March 4, 5 and 7)", "(no. 3, 12 May 2017, p. 2)".

    None for a year, a month, days of two months, and where anything else is printed.
    """
    start = zone.span.start
    is_titled = not OPENING.isdisjoint(text[start : start + LONGEST])
    if text[start - 1] != "(" or zone.span.end - start > (LONGEST_TITLED if is_titled else LONGEST_DAY):
        return None
    inside = fold(text[start : zone.span.end])
    end = len(inside)
    issue, writer = OF_YEAR.match(inside) or ISSUE.match(inside), WRITER.match(inside)
    author = authors_in(text, Span(start, start + writer.end("people"))) if writer else []
    title = TITLE.match(inside, writer.end() if writer and author else 0)
    if title and title["place"] and not is_place(title["place"]):
        return None
    begun = title or (writer if author else None)
    date = read_date(inside, begun.end() if begun else skip(inside, issue.end(), end) if issue else 0)
    if issue and "year" in issue.groupdict():
        date = Date(*issue.span("year"), issue["year"])
    elif date is None or not date.has_day:
        return None
    days = [(date.value, Span(start + date.start, start + date.end))]
    last = date.end
    while (later := LATER_DAY.match(inside, last)) and (value := with_day(date.value[:7], int(later["day"]))) and value > days[-1][0]:
        days.append((value, Span(start + later.start("day"), start + later.end())))
        last = later.end()
    if not issue and (issue := ISSUE.match(inside, skip(inside, last, end))):  # (May 5, 2010, No. 45)
        last = issue.end()
    page = PAGES.match(inside, skip(inside, last, end))
    clock = CLOCK.match(inside, skip(inside, last, end))
    last = max(last, *(match.end() for match in (page, clock) if match), 0)
    first, _, until = date.value.partition("/")
    if last != end or (until and first[:7] != until[:7]):
        return None
    number = [Part("issue", issue["issue"], Span(start + issue.start("issue"), start + issue.end("issue")))] if issue else []
    where = Span(start + title.start("title"), start + title.end("title")) if title else None
    named = [Part("title", text[slice(*where)], where)] if where else []
    return Printed(days, [*named, *author, *number], page["page"] if page else "")


def _name_before(text: str, at: int, outlets: Outlets) -> Span | None:
    """Return where the name of a known paper stands that ends at `at`, the longest one."""
    begin = max(text.rfind("\n", max(0, at - LONGEST), at) + 1, at - LONGEST)
    end = begin + len(text[begin:at].rstrip(CLOSING))
    for first in BEGINNING.finditer(text, begin, end):
        outlet = outlets.find(name := text[first.start() : end])
        is_shared = outlet is None and fold_name(name) in outlets.namesakes and not (name.isupper() or is_common(name.casefold()))
        if (is_shared and evidence(name, outlets)) or (outlet and outlet.kind in REPORTING):  # Dnevnik, as several are called
            dealt_with = DEED.search(text, begin, first.start())  # a paper as a firm: who bought it, and when
            return None if dealt_with else Span(first.start(), end)
    return None


def _named_again(whole: Whole, day: str, at: int) -> Span | None:
    """Return where the sentence names a source that is cited elsewhere with this day: "Okeke says it depends (26 Oct. 2012)"."""
    begin = find_sentence(whole.text, at - 1, at).start
    cited = ({part.field: str(part.value) for part in one.parts} for one in whole.taken if one.matched_by == "source_date")
    names = (parts.get("container_title", "") for parts in cited if parts.get("issued") == day)
    found = ((whole.text.find(f"{name} ", begin, at), name) for name in names if name)
    return next((Span(start, start + len(name)) for start, name in found if start >= 0), None)


def _named_alone(text: str, at: int, outlets: Outlets) -> Span | None:
    """Return the one paper that the sentence names before `at`: "The News Chronicle left it for its radio page (3 October, p. 6)"."""
    begin = max(find_sentence(text, at - 1, at).start, text.rfind("\n", max(0, at - 4 * LONGEST), at) + 1, at - 4 * LONGEST)
    ends = (end for end in range(begin, at) if text[end - 1].isalnum() and not text[end].isalnum())
    named = {name.start: name for end in ends if (name := _name_before(text, end, outlets)) and name.start >= begin}
    found = [name for name in named.values() if not is_common(text[slice(*name)].casefold())]
    return found[0] if len(found) == 1 else None

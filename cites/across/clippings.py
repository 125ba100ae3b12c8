"""Headings of clippings: "4. Moscow Times: Anna Berg, The Darker Side.", "El puente" above "ANA SANZ ABC 10 Septiembre 2002",
"Uribe says no. Colombia Reports" below "Talks go on. Reuters".

One such line may be anything, a speaker and his words or the day of a letter. Where line after line begins or ends with a known paper,
they are the headings of what a digest has from the press.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.whole import Whole, authors_in, lines, part_of
from cites.edtf import is_day
from cites.grammar.dates import read_date
from cites.grammar.lexicon import one_of
from cites.grammar.person import is_given
from cites.grammar.sources import evidence, lookup
from cites.grammar.urls import is_site
from cites.knowledge import PRESS, Outlets, fold_name, load
from cites.model import Citation, Part, Span
from cites.view import fold

HEADING = regex.compile(  # 4. Moscow Times: Anna Berg, The Darker Side.
    r"[ \t]*(?:(?P<number>\d{1,2})[.)][ \t]+)?(?P<paper>\p{L}[^:\n“”\"]{1,44}):[ \t]+"
    r"(?:(?P<author>\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+){1,2}),\s)?(?P<title>[\p{Lu}\d“\"‘'][^\n]{7,200}?)[.–-]?[ \t\r–-]*$"
)
DAY = r"(?P<day>\d{1,2}(?:\.|º)?\s(?:de\s)?\p{L}{3,10}\.?,?\s(?:de\s)?(?:19|20)\d\d|\p{Lu}\p{L}{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d)"
DATED = regex.compile(rf"[ \t]*(?P<before>\p{{L}}[^\n\d]{{1,80}}?)[ ,|/–-]*{DAY}[ \t\r]*$")  # ANA SANZ ABC 10 Septiembre 2002
BYLINED = regex.compile(  # Wired | May 7, 2024 | By Jane Hall
    rf"[ \t]*(?P<before>\p{{L}}[^\n|]{{1,60}}?)\s[|•·]\s{DAY}"
    r"(?:\s[|•·]\s(?:[Bb]y\s)?(?P<by>\p{Lu}[^\n|]{3,60}?))?[ \t\r]*$"
)
DATE_FIRST = regex.compile(rf"[ \t]*{DAY}\s?[,|/–-]\s?(?P<before>\p{{L}}[^\n\d]{{1,60}}?)[ \t\r]*$")  # 30 September 2013 / Reuters
LABELLED = regex.compile(  # Source:Financial Times Date:19Oct2017
    rf"[ \t]*(?:{one_of('source_labels')})\s?:\s?(?P<before>\p{{L}}[^\n:;]{{1,60}}?)[,|]?\s(?:{one_of('date_labels')})\s?:\s?"
    r"(?P<day>\d{1,2}\.?\s?\p{L}{3,10}\.?\s?(?:19|20)\d\d|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)[ \t\r]*$",
    regex.IGNORECASE,
)
RUN_TOGETHER = regex.compile(r"(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)")  # 19Oct2017
AUTHOR = regex.compile(r"(?:[Bb]y\s)?(?P<name>\p{Lu}[^/,|]*?)[\s]*(?:$|[/,|])")
TITLE = regex.compile(r"[ \t]*(?:\d{1,2}[.)][ \t]+)?(?P<title>[\p{Lu}\d“\"‘«¿¡][^\n]{2,159}?)[ \t\r]*$")
QUOTED_NEXT = regex.compile(r"[ \t\r\n]*[“\"„«]")
SENTENCE = regex.compile(r"(?<!\b\p{Lu})\.\s(?=\p{Lu})")
WORD = regex.compile(r"\p{L}{4,}")
CAPITALS = 0.75  # share of the longer words of a heading
GENRES = load().genres
CENTURIES = frozenset({"19", "20"})
LONGEST_NAME = 5  # words of a paper
LONGEST_LAST = 40  # code points of one that stands last
LEAST, PAPERS = 4, 3  # headings, and papers that they name
SHARE = 0.6  # of the numbered lines with a colon
LEAST_DATED = 2
CONFIDENCE = 0.75


class Clipping(NamedTuple):
    """One heading: where it stands, which paper had it, what is printed of it.

    sure: its shape alone tells it; titled: it is capitalised as titles are.
    """

    span: Span
    paper: str
    parts: tuple[Part, ...]
    sure: bool = True
    titled: bool = True


def read_clippings(whole: Whole) -> Iterator[Citation]:
    """Yield the headings of a digest."""
    text, outlets = whole.text, whole.outlets
    dated: list[Clipping] = []
    found: dict[int, Clipping] = {}  # by the number of the line
    last: dict[int, Clipping] = {}  # whose paper stands last
    shaped = numbered = 0
    printed = Span(0, 0)  # the last line that is not empty
    for number, (above, (start, end)) in enumerate(pairwise([Span(0, 0), *lines(text)])):
        printed = above if text[slice(*above)].strip() else printed
        if start + 400 < end or start + 8 > end:
            continue
        match = HEADING.match(text, start, end) if ":" in text[start : start + 50] else None
        shaped += match is not None
        numbered += match is not None and match["number"] is not None
        if match and (heading := _heading(text, match, outlets)):
            found[number] = heading
        elif heading := _with_paper_last(text, start, end, outlets):
            last[number] = heading
        elif _may_be_dated(text, start, end) and (clipping := _dated(text, printed, Span(start, end), outlets)):
            dated.append(clipping)
    headings = [*_believed(found, numbered, shaped), *_believed(last, 0, 0)]
    stop = 0
    for clipping in sorted([*headings, *(dated if len(dated) >= LEAST_DATED else [])], key=lambda clipping: clipping.span):
        span = clipping.span
        if span.start >= stop and whole.is_running(span):
            stop = span.end
            title = next((part.span for part in clipping.parts if part.field == "title" and part.span), span)
            links = [Part("url", link.value, link.span) for link in whole.marked.links.touching(title)[:1]]
            yield Citation(span, "inline", "full", "clippings", (*clipping.parts, *links), confidence=CONFIDENCE)


def _believed(found: dict[int, Clipping], numbered: int, shaped: int) -> list[Clipping]:
    """Return the headings where enough of them are sure, as they are where most stand on neighbouring lines."""
    near = sum(not {number - 1, number + 1}.isdisjoint(found) for number in found)
    are_near = near >= max(LEAST, SHARE * max(shaped, len(found)))
    headings = [heading._replace(sure=heading.sure or are_near) for heading in found.values() if heading.titled or are_near]
    sure = [heading for heading in headings if heading.sure]
    is_digest = len(sure) >= max(LEAST, SHARE * numbered) and len({heading.paper for heading in sure}) >= PAPERS
    return headings if is_digest else []


def _may_be_dated(text: str, start: int, end: int) -> bool:
    line = text[start:end].strip()
    return len(line) < 110 and (line[-4:-2] in CENTURIES or line[:1].isdigit() or (" | " in line and any(map(str.isdigit, line))))


def name_paper(name: str, outlets: Outlets, kinds: frozenset[str] = PRESS) -> str:
    """Return what a name of a paper or a site is known by, "" where it is none."""
    if outlet := lookup(name, outlets):
        return outlet.name if outlet.kind in kinds else ""
    return name if is_site(name) or fold_name(name) in outlets.namesakes else ""  # a name that several papers have: El Correo


def _heading(text: str, match: regex.Match[str], outlets: Outlets) -> Clipping | None:
    """Read a line that begins with a paper; sure where it is numbered, or a quotation stands below."""
    is_titled = match["number"] is not None or _is_title(match["title"])
    paper = name_paper(match["paper"], outlets)
    if not paper or not (" " in paper or is_site(paper) or lookup(paper, outlets)):
        return None
    parts = [part_of(match, "container_title", "paper")]
    title = part_of(match, "title", "title")
    people = _people(text, Span(*match.span("author"))) if match["author"] else []
    if match["author"] and not people:
        title = Part("title", text[match.start("author") : match.end("title")], Span(match.start("author"), match.end("title")))
    span = Span(match.start("paper"), title.span.end if title.span else match.end())
    is_sure = match["number"] is not None or (is_titled and QUOTED_NEXT.match(text, match.end()) is not None)
    return Clipping(span, paper, (*parts, *people, _headline(title)), is_sure, is_titled)


def _with_paper_last(text: str, start: int, end: int, outlets: Outlets) -> Clipping | None:
    """Read a headline and its paper on one line, "Uribe says no. Colombia Reports", which only its neighbours make sure."""
    line = text[start:end].strip()
    title, stop, name = line.rpartition(". ")
    if not (stop and title[:1].isupper() and name[:1].isupper() and len(name) < LONGEST_LAST and title.count(" ") > 1):
        return None
    paper = name_paper(name, outlets)
    begin = text.index(line, start)
    at = begin + len(line) - len(name)
    parts = (Part("title", title, Span(begin, begin + len(title))), Part("container_title", name, Span(at, at + len(name))))
    return Clipping(Span(begin, at + len(name)), paper, parts, sure=False, titled=False) if paper else None


def _headline(title: Part) -> Part:
    """Return a title without the sentence behind it: "Russiagate Regrets. Washington and Moscow will be harvesting the fruits"."""
    words = str(title.value)
    stop = SENTENCE.search(words)
    if stop is None or title.span is None or not _is_title(words[: stop.start()]) or _is_title(words[stop.end() :]):
        return title
    return Part("title", words[: stop.start()], Span(title.span.start, title.span.start + stop.start()))


def _is_title(title: str) -> bool:
    words = WORD.findall(title)
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= CAPITALS * len(words)


def _dated(text: str, above: Span, line: Span, outlets: Outlets) -> Clipping | None:
    """Read a title and the line below it, which has a paper and its day; above: the last line before it that is not empty."""
    match = labelled = LABELLED.match(text, *line)
    bylined = BYLINED.match(text, *line)
    match = match or bylined or DATED.match(text, *line) or DATE_FIRST.match(text, *line)
    title = TITLE.match(text, *above) if match else None
    date = read_date(fold(RUN_TOGETHER.sub(" ", match["day"])), 0) if match else None
    if match is None or title is None or date is None or not is_day(date.value) or title["title"].endswith((".", ":", ",")):
        return None
    start, end = match.span("before")
    if labelled and evidence(match["before"], outlets) > 0:
        day = Part("issued", date.value, Span(*match.span("day")))
        fields = (part_of(title, "title", "title"), part_of(match, "container_title", "before"), day)
        return Clipping(Span(title.start("title"), match.end("day")), match["before"], fields)
    words = text[start:end].rstrip(" ,|/–-").split(" ")
    for count in range(min(len(words), LONGEST_NAME), 0, -1):
        name = " ".join(words[-count:])
        if paper := name_paper(name, outlets):
            at = start + len(" ".join(words)) - len(name)
            parts = [part_of(title, "title", "title"), *_author(text, start, at), Part("container_title", name, Span(at, at + len(name)))]
            parts.append(Part("issued", date.value, Span(*match.span("day"))))
            parts += _people(text, Span(*bylined.span("by"))) if bylined and bylined["by"] else []
            return Clipping(Span(title.start("title"), max(match.end("day"), match.end("before"))), paper, tuple(parts))
    return None


def _author(text: str, start: int, end: int) -> list[Part]:
    """Read who wrote it, or what kind of article it is: "Editorial"."""
    said = text[start:end].strip(" ,/|–-")
    if said.casefold() in GENRES:
        return [Part("genre", said, Span(start, start + len(said)))]
    match = AUTHOR.match(text, start, start + len(text[start:end].rstrip()))
    return _people(text, Span(*match.span("name"))) if match else []


def _people(text: str, span: Span) -> list[Part]:
    """Return the people whose names fill a span, none where the first one is no given name."""
    first = text[slice(*span)].split(" ")[0]
    return authors_in(text, span) if first.endswith(".") or is_given(first.capitalize()) else []

"""Lines of a digest that end with their papers and the day in parentheses, "2. Storing Waste a $24-Billion Problem, Jane Hall, CBC News
(8/18/2009)", or begin with them: "March 26, 2012 - Reuters - Reactor restarts - It is on again …".

One such line may be a sentence. Where several stand, and most of their papers are known, what stands before or behind the paper is the
headline and who wrote it. One with a quotation behind it is enough where both are known: "Mark Townsend in the Observer, 16 May 2012: “…”".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.clippings import name_paper
from cites.across.whole import Whole, lines
from cites.grammar.common_words import is_common
from cites.grammar.dates import read_date
from cites.grammar.names import read_people
from cites.grammar.person import is_given
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_source_shaped
from cites.knowledge import Outlets
from cites.model import Citation, Name, Part, Span
from cites.view import fold

LINE = regex.compile(
    r"[ \t]*(?:[(\[]?\d{1,3}[.)\]][ \t]+|[-*•–][ \t]+)?(?P<title>[\p{Lu}\d“\"‘'][^\n]{8,240}?),\s+(?P<paper>[\p{Lu}\p{Ll}][^,;()\n]{1,60}?)"
    r"\s\((?P<day>[^()\n]{6,24})\)[ \t.\r]*$"
)
AUTHOR = regex.compile(r",\s(?P<author>\p{Lu}[\p{L}.'’-]*(?:\s(?:and\s|&\s)?\p{Lu}[\p{L}.'’-]*){1,7})$")
BEGUN = regex.compile(  # March 26, 2012 - Reuters - Reactor restarts - It is on again
    r"[ \t]*(?:[-*•–][ \t]+)?(?P<day>[\p{L}\d][\p{L}\d., /-]{5,22}?)\s[-–—|]\s(?P<paper>[\p{Lu}\p{Ll}][^-–—|\n]{1,50}?)\s[-–—|]\s+"
    r"(?P<title>[\p{Lu}\d“\"‘'](?:[^\n–—|-]|(?<=\S)-|-(?=\S)){8,200}?)(?=\s[-–—|]\s|[ \t\r]*$)",
    regex.MULTILINE,
)
QUOTED = regex.compile(  # Mark Townsend in the Observer, 16th September 2012: “More people would …”
    r"[ \t>*_]*(?P<author>\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3}),?\s(?:writing\s)?(?:in|on|for)\s(?:the\s)?"
    r"(?P<paper>\p{Lu}[^,:\n]{1,50}?),\s(?P<day>[^:\n“”\"]{6,28})(?::[ \t*_]*|[ \t*_]*(?=\r?\n\s*[“\"]))"
)
SENTENCE = regex.compile(r"\p{Ll}{2}[.!?]\s\p{Lu}")
LONGEST = 320  # code points
LATEST = 30  # code points in which a line that begins with its day has it
DASHES = (" - ", " – ", " — ", " | ")
LEAST = 3  # lines that show a digest
FEWEST = 3  # words of a headline
CONFIDENCE = 0.8


class Line(NamedTuple):
    """What a line is read as; known: its paper is known."""

    span: Span
    parts: tuple[Part, ...]
    known: bool


def read_dated_lines(whole: Whole) -> list[Citation]:
    """Return the lines of a digest."""
    text = whole.text
    ended = [line for line in lines(text) if text[line.start : line.end].rstrip(" \t\r.").endswith(")") and line.end - line.start < LONGEST]
    found = _believed(whole, [_ended(text, line, whole.outlets) for line in ended])
    begun = [line for line in lines(text) if any(map(text[line.start : line.start + LATEST].__contains__, DASHES)) and _has_day(text, line)]
    found += _believed(whole, [_begun(text, line, whole.outlets) for line in begun])
    return [Citation(line.span, "inline", "full", "clippings", line.parts, confidence=CONFIDENCE) for line in found]


def read_quoted_papers(whole: Whole) -> Iterator[Citation]:
    """Yield what stands above or before a quotation: "Mark Townsend in the Observer, 16th September 2012: “More people …”"."""
    text = whole.text
    for line in lines(text) if " in " in text or " on " in text or " for " in text else ():
        match = QUOTED.match(text, line.start, min(len(text), line.end + 3)) if text[line.start : line.end].lstrip()[:1].isupper() else None
        date = read_date(fold(match["day"]), 0) if match else None
        if match is None or date is None or not date.has_month or not date.has_year or date.end != len(match["day"].rstrip()):
            continue
        people = _people(match["author"], whole.outlets) if name_paper(match["paper"], whole.outlets) else []
        span = Span(match.start("author"), match.start("day") + date.end)
        if people and whole.is_running(span):
            who = [Part("author", name, Span(*match.span("author"))) for name in people]
            paper = Part("container_title", match["paper"], Span(*match.span("paper")))
            day = Part("issued", date.value, Span(*match.span("day")))
            yield Citation(span, "inline", "full", "source_date", (*who, paper, day), confidence=CONFIDENCE)


def _believed(whole: Whole, read: list[Line | None]) -> list[Line]:
    """Return the lines where several are read, and at least half of their papers known."""
    found = [line for line in read if line and whole.is_running(line.span)]
    return found if len(found) >= LEAST and sum(line.known for line in found) * 2 >= len(found) else []


def _has_day(text: str, line: Span) -> bool:
    return any(map(str.isdigit, text[line.start : line.start + LATEST]))


def _begun(text: str, line: Span, outlets: Outlets) -> Line | None:
    """Read a line that begins with its day and its paper."""
    match = BEGUN.match(text, line.start, min(len(text), line.end + LONGEST))
    date = read_date(fold(match["day"]), 0) if match else None
    if match is None or date is None or not date.has_day or not date.has_year or date.end != len(match["day"]):
        return None
    parts = [Part(field, match[group], Span(*match.span(group))) for field, group in (("title", "title"), ("container_title", "paper"))]
    day = Part("issued", date.value, Span(*match.span("day")))
    return Line(Span(match.start("day"), match.end("title")), (*parts, day), bool(name_paper(match["paper"], outlets)))


def _ended(text: str, line: Span, outlets: Outlets) -> Line | None:
    """Read a line that ends with its paper and its day."""
    match = LINE.match(text, *line)
    date = read_date(fold(match["day"]), 0) if match else None
    if match is None or date is None or not date.has_day or date.end != len(match["day"]) or SENTENCE.search(match["title"]):
        return None
    known = bool(name_paper(match["paper"], outlets))
    if not known and not (is_source_shaped(match["paper"]) and match["paper"][0].isupper()):
        return None
    start, end = match.span("title")
    author = AUTHOR.search(text, start, end)
    people = _people(author["author"], outlets) if author else []
    if author and people:
        end = author.start()
    if text.count(" ", start, end) < FEWEST - 1:
        return None
    parts = [Part("title", text[start:end], Span(start, end)), Part("container_title", match["paper"], Span(*match.span("paper")))]
    parts += [Part("author", name, Span(*author.span("author"))) for name in people] if author else []
    day = Part("issued", date.value, Span(*match.span("day")))
    return Line(Span(start, match.end("day") + 1), (*parts, day), known)


def _people(printed: str, outlets: Outlets) -> list[Name]:
    """Return the people who fill what stands between a headline and its paper: "Ian MacLeod", "Ju-min Park and Kiyoshi Takenaka"."""
    words = printed.split()
    if is_place(printed) or outlets.find(printed) or not (is_given(words[0]) or not any(is_common(word.casefold()) for word in words[:2])):
        return []
    people = read_people(fold(printed), printed, 0, len(printed), whole=True)
    return list(people.names) if people else []

"""Lines of a digest that end with their papers and the day in parentheses, "2. Storing Waste a $24-Billion Problem, Jane Hall, CBC News
(8/18/2009)", or behind dashes, "The Port that Nobody Wanted – The Guardian – 4 May 2024", or begin with them: "March 26, 2012 - Reuters -
Reactor restarts - It is on again …".

One such line may be a sentence. Where several stand, and most of their papers are known, what stands before or behind the paper is the
headline and who wrote it. One with a quotation behind it is enough where both are known: "Mark Townsend in the Observer, 16 May 2012: “…”".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.clippings import name_paper
from cites.across.whole import Whole, authors_in, lines, part_of
from cites.grammar.common_words import is_common
from cites.grammar.dates import read_date
from cites.grammar.person import is_given
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_source_shaped
from cites.knowledge import Outlets
from cites.model import Citation, Part, Span
from cites.view import fold

ITEM = r"[ \t]*(?:[(\[]?\d{1,3}[.)\]][ \t]+|[-*•–][ \t]+)?"
LINE = regex.compile(
    rf"{ITEM}(?P<title>[\p{{Lu}}\d“\"‘'][^\n]{{8,240}}?),\s+(?P<paper>[\p{{Lu}}\p{{Ll}}][^,;()\n]{{1,60}}?)"
    r"\s\((?P<day>[^()\n]{6,24})\)[ \t.\r]*$"
)
AUTHOR = regex.compile(r",\s(?P<author>\p{Lu}[\p{L}.'’-]*(?:\s(?:and\s|&\s)?\p{Lu}[\p{L}.'’-]*){1,7})$")
PARTED = regex.compile(  # The port that nobody wanted – The Guardian – 4 May 2024
    rf"{ITEM}(?P<title>[\p{{Lu}}\d“\"‘'][^\n|]{{8,240}}?[^\s.!?…:])\s[-–—|]\s(?P<paper>[\p{{Lu}}\p{{Ll}}][^-–—|\n]{{1,60}}?)"
    r"(?:\s[-–—|]\s|,\s)(?P<day>[\p{L}\d][^-–—|\n]{5,24})[ \t.\r]*$"
)
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
SHORTEST, LONGEST = 20, 320  # code points
NAMED = 120  # code points that name who wrote, where and when
LATEST = 30  # code points in which a line that begins or ends with its day has it
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
    near = [line for line in lines(text) if SHORTEST < line.end - line.start < LONGEST and _has_digit(text, line.end - LATEST, line.end)]
    found = _believed(whole, [_ended(text, line, whole.outlets) for line in near])
    begun = [line for line in lines(text) if any(dash in text[line.start : line.start + LATEST] for dash in DASHES)]
    found += _believed(whole, [_begun(text, line, whole.outlets) for line in begun])
    return [Citation(line.span, "inline", "full", "clippings", line.parts, confidence=CONFIDENCE) for line in found]


def read_quoted_papers(whole: Whole) -> Iterator[Citation]:
    """Yield what stands above or before a quotation: "Mark Townsend in the Observer, 16th September 2012: “More people …”"."""
    text = whole.text
    for line in lines(text):
        is_likely = line.end - line.start > SHORTEST and _has_digit(text, line.start, min(line.end, line.start + NAMED))
        match = QUOTED.match(text, line.start, min(len(text), line.end + 3)) if is_likely else None
        date = read_date(fold(match["day"]), 0) if match else None
        if match is None or date is None or not date.has_month or not date.has_year or date.end != len(match["day"].rstrip()):
            continue
        who = _people(text, Span(*match.span("author")), whole.outlets) if name_paper(match["paper"], whole.outlets) else []
        span = Span(match.start("author"), match.start("day") + date.end)
        if who and whole.is_running(span):
            day = Part("issued", date.value, Span(*match.span("day")))
            parts = (*who, part_of(match, "container_title", "paper"), day)
            yield Citation(span, "inline", "full", "source_date", parts, confidence=CONFIDENCE)


def _believed(whole: Whole, read: list[Line | None]) -> list[Line]:
    """Return the lines where several are read, and at least half of their papers known."""
    found = [line for line in read if line and whole.is_running(line.span)]
    return found if len(found) >= LEAST and sum(line.known for line in found) * 2 >= len(found) else []


def _has_digit(text: str, start: int, end: int) -> bool:
    return any(map(str.isdigit, text[start:end]))


def _begun(text: str, line: Span, outlets: Outlets) -> Line | None:
    """Read a line that begins with its day and its paper."""
    match = BEGUN.match(text, line.start, min(len(text), line.end + LONGEST))
    date = read_date(fold(match["day"]), 0) if match else None
    if match is None or date is None or not date.has_day or not date.has_year or date.end != len(match["day"]):
        return None
    day = Part("issued", date.value, Span(*match.span("day")))
    parts = (part_of(match, "title", "title"), part_of(match, "container_title", "paper"), day)
    return Line(Span(match.start("day"), match.end("title")), parts, bool(name_paper(match["paper"], outlets)))


def _ended(text: str, line: Span, outlets: Outlets) -> Line | None:
    """Read a line that ends with its paper and its day."""
    printed = text[line.start : line.end].rstrip(" \t\r.")
    pattern = LINE if printed.endswith(")") else PARTED if any(dash in printed for dash in DASHES) else None
    match = pattern.match(text, *line) if pattern else None
    date = read_date(fold(match["day"]), 0) if match else None
    if match is None or date is None or not date.has_day or date.end != len(match["day"]) or SENTENCE.search(match["title"]):
        return None
    known = bool(name_paper(match["paper"], outlets))
    if not known and not (is_source_shaped(match["paper"]) and match["paper"][0].isupper()):
        return None
    start, end = match.span("title")
    author = AUTHOR.search(text, start, end)
    who = _people(text, Span(*author.span("author")), outlets) if author else []
    if author and who:
        end = author.start()
    if text.count(" ", start, end) < FEWEST - 1:
        return None
    day = Part("issued", date.value, Span(*match.span("day")))
    parts = (Part("title", text[start:end], Span(start, end)), part_of(match, "container_title", "paper"), *who, day)
    return Line(Span(start, match.end("day") + (pattern is LINE)), parts, known)


def _people(text: str, span: Span, outlets: Outlets) -> list[Part]:
    """Return the people who fill what stands between a headline and its paper: "Ian MacLeod", "Ju-min Park and Kiyoshi Takenaka"."""
    printed = text[slice(*span)]
    words = printed.split()
    if is_place(printed) or outlets.find(printed) or not (is_given(words[0]) or not any(is_common(word.casefold()) for word in words[:2])):
        return []
    return authors_in(text, span)

"""Lines that digests have from the press: headings with their papers, "4. Moscow Times: Anna Berg, The Darker Side.", "Uribe says no.
Colombia Reports", "Pride of Italy (Anna Berg, Corriere)", and lines with a paper and its day in one of the `SHAPES`.

One such line may be anything, a sentence, a speaker and his words, the day of a letter. Where several of a shape stand, and enough of their
papers are known, they are what a digest has from the press.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.line_shapes import END, ITEM, OPENINGS, PERSON, SHAPES, TITLE, Line, Shape, fields_of, name_paper, read_shape, to_line
from cites.across.whole import Whole, lines
from cites.grammar.names import people_in
from cites.grammar.printed import has
from cites.grammar.sources import lookup
from cites.grammar.titles import has_capitals
from cites.grammar.urls import is_site
from cites.model import Citation, Part, Span
from cites.outlets import Outlets

PAPER_FIRST = regex.compile(  # 4. Moscow Times: Anna Berg, The Darker Side.
    rf"{ITEM}(?P<paper>\p{{L}}[^:\n“”\"]{{1,44}}):[ \t]+(?:(?P<author>{PERSON}),\s)?{TITLE}[.–-]?{END}"
)
NAMED = rf"(?:(?P<author>{PERSON}),\s)?(?P<paper>\p{{Lu}}[^\n.(),]{{0,38}}[^\s.(),])"
BEHIND = regex.shapes(
    ("Uribe says no⟨. Colombia Reports⟩", r"\.\s(?P<paper>\p{Lu}[^\n.]{1,38}[^\s.])"),
    ("Pride of Italy⟨ (Anna Berg, Corriere)⟩", rf"(?<![.…)])\s\({NAMED}\)"),
    ("The border is closed⟨ -- Anna Berg, AP⟩", rf"\s--\s{NAMED}"),
)
PAPER_LAST = regex.compile(rf"{ITEM}(?P<title>(?P<opening>[“\"«])?[\p{{Lu}}\d]\S*\s\S[^\n]*)(?:{BEHIND})\s*$")
QUOTED_NEXT = regex.compile(r"[ \t\r\n]*[“\"„«]")
SENTENCE = regex.compile(r"(?<!\b\p{Lu})\.\s(?=\p{Lu})")
CAPITALS = 0.75  # share of the longer words of a heading
SHORTEST, LONGEST = 8, 400  # code points of a line
NEAR = 60  # code points at either end of a line that may have a day
WINDOW = 320  # code points behind a line in which what it opens with ends
LEAST, PAPERS = 4, 3  # headings, and papers that they name
SHARE = 0.6  # of the numbered lines with a colon
CONFIDENCE = 0.8


class Heading(NamedTuple):
    """A line with its paper; sure: its shape alone tells it; titled: it is capitalised as titles are."""

    line: Line
    is_sure: bool = False
    is_titled: bool = False


def read_clippings(whole: Whole) -> Iterator[Citation]:
    """Yield what a digest has from the press."""
    text, outlets = whole.text, whole.outlets
    dated: dict[Shape, list[Line]] = defaultdict(list)
    first: dict[int, Heading] = {}  # by the number of the line
    last: dict[int, Heading] = {}
    shaped = numbered = 0
    printed = Span(0, 0)  # the last line that is not empty
    for number, (above, (start, end)) in enumerate(pairwise([Span(0, 0), *lines(text)])):
        printed = above if text[slice(*above)].strip() else printed
        ends = text[start : min(start + NEAR, end)] + text[max(start, end - NEAR) : end]
        if "20" in ends or "19" in ends:
            for shape in (*OPENINGS, *(SHAPES if end - start < LONGEST else ())):
                until = min(len(text), end + WINDOW) if shape in OPENINGS else end
                is_likely = any(mark in ends for mark in shape.marks)
                if is_likely and (line := read_shape(shape, text, printed, Span(start, until), outlets)):
                    dated[shape].append(line)
        if not SHORTEST <= end - start <= LONGEST:
            continue
        match = PAPER_FIRST.match(text, start, end) if ":" in text[start : start + 50] else None
        shaped += match is not None
        numbered += match is not None and match["number"] is not None
        if match and (heading := _with_paper_first(text, match, outlets)):
            first[number] = heading
        elif heading := _with_paper_last(text, start, end, outlets):
            last[number] = heading
    found = [*_believed(first, numbered, shaped), *_believed(last, 0, 0)]
    for shape, each in dated.items():
        free = [line for line in each if whole.is_running(line.span)]
        found += free if len(free) >= shape.least and sum(bool(line.paper) for line in free) * 2 >= len(free) else []
    stop = 0
    for span, parts, paper in sorted(found, key=lambda line: line.span):
        if span.start >= stop and whole.is_running(span):
            stop = span.end
            title = next((part.span for part in parts if part.field == "title" and part.span), None)
            links = [Part("url", link.value, link.span) for link in whole.marked.links.touching(title)[:1]] if title else []
            form = "clippings" if title else "source_date"
            kind = [] if not paper or lookup(paper, outlets) else [Part("type", "article-newspaper", span)]  # Libero, as several are called
            yield Citation(span, "inline", "full", form, (*parts, *links, *kind), confidence=CONFIDENCE)


def _believed(found: dict[int, Heading], numbered: int, shaped: int) -> list[Line]:
    """Return the headings where enough of them are sure, as they are where most stand on neighbouring lines."""
    near = sum(not {number - 1, number + 1}.isdisjoint(found) for number in found)
    are_near = near >= max(LEAST, SHARE * max(shaped, len(found)))
    headings = [heading for heading in found.values() if heading.is_titled or are_near]
    sure = [heading for heading in headings if heading.is_sure or are_near]
    is_digest = len(sure) >= max(LEAST, SHARE * numbered) and len({heading.line.paper for heading in sure}) >= PAPERS
    are_people = all(has(heading.line.parts, "author") and not heading.is_sure for heading in sure)  # Prize (Anna Berg, AFP)
    return [heading.line for heading in headings] if is_digest and not are_people else []


def _with_paper_first(text: str, match: regex.Match[str], outlets: Outlets) -> Heading | None:
    """Read a line that begins with a paper; sure where it is numbered, or a quotation stands below."""
    is_titled = match["number"] is not None or has_capitals(match["title"], CAPITALS)
    paper = name_paper(match["paper"], outlets)
    if not paper or not (" " in paper or is_site(paper) or lookup(paper, outlets)):
        return None
    line = to_line(match, fields_of(text, match, outlets), paper)
    parts = tuple(_headline(part) if part.field == "title" else part for part in line.parts)
    is_sure = match["number"] is not None or (is_titled and QUOTED_NEXT.match(text, match.end()) is not None)
    return Heading(line._replace(parts=parts), is_sure, is_titled)


def _with_paper_last(text: str, start: int, end: int, outlets: Outlets) -> Heading | None:
    """Read a headline and its paper on one line, which only its neighbours make sure."""
    match = PAPER_LAST.match(text, start, end) if text[end - 1] != "." else None
    paper = name_paper(match["paper"], outlets) if match else ""
    is_headline = match and paper and (match["author"] or not people_in(match["title"]))  # not "Anna Berg (The Guardian)"
    return Heading(to_line(match, fields_of(text, match, outlets), paper)) if match and is_headline else None


def _headline(title: Part) -> Part:
    """Return a title without the sentence behind it: "Russiagate Regrets. Washington and Moscow will be harvesting the fruits"."""
    words = str(title.value)
    stop = SENTENCE.search(words)
    if stop is None or title.span is None or has_capitals(words[stop.end() :], CAPITALS):
        return title
    if not has_capitals(words[: stop.start()], CAPITALS):
        return title
    return Part("title", words[: stop.start()], Span(title.span.start, title.span.start + stop.start()))

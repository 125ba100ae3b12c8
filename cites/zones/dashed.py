"""Sources after a dash, at the end of a paragraph: "… killing two people. – Reuters, May 1; The News International, May 3"; below
a quotation: "— Jane Hall, [The Long Road](https://…), The Atlantic (2014)"; after a label: "… in both cities. Source: Reuters, May 1";
in a cell of a table below "Source" or beside it: "| Wolves | 46 | Sky Sports, 22 June |"."""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.grammar.dates import YEAR, find_date
from cites.grammar.lexicon import AND, one_of
from cites.marks import Layer
from cites.model import Span
from cites.view import fold

DASH = regex.compile(  # … two people. – Reuters, May 1 · … for want of a visa. Guardian 4.11.92
    r"(?:(?<=[\s>])(?P<dash>[–—]|--?)[ \t]?|[.!?…][”\"’)]?[ \t](?=\p{Lu}[^\n.]{2,60}\d\.\d\d?\.\d\d))"
    r"(?=(?:al-)?\p{Lu})(?P<inside>[^\n()\[\]]{6,240}+)(?=\n|$)"
)
BEFORE = regex.compile(r"(?:[.!?…:][”\"'’»)\]]{0,2}|(?P<line>\n|^)>?)[ \t]*$")  # a sentence, or the line of a quotation
NAME = r"(?:(?:al-)?[\p{Lu}\d@]|\p{Ll}(?=[\w-]*\.[\w.-]+\b))(?:[^,.!?;:]|\.(?=\S)|(?<=\p{Lu})\.){1,60}"  # U.S. News & World Report · waz.de
DASHES = frozenset("–—")
BETWEEN = regex.compile(rf"(?:,?\s\d\d?\.?\s{AND}|\sv\.|\s[-–])\s$")  # Reuters, 4 & 5 December · WAZ v. 22.11.15 · IRIN - March 27, 2006
PAGE = regex.compile(r",\spp?\.\s?[A-Z]?\d{1,3}(?:-\d{1,3})?$")
NAMES = regex.compile(rf"(?:see\s)?{NAME}(?:,\s{NAME}){{0,2}}")


ATTRIBUTION = regex.compile(  # a paragraph of its own; a link in it is a title
    r"(?<=\n[ \t]*\n|\A)[ \t>]*(?:[–—]|--{1,2})[ \t]?(?=\p{Lu})(?P<inside>[^\n]{8,200}(?:\n[^\n]{2,120}){0,3})(?=\n[ \t]*\n|\n?\Z)"
)


LABELLED = regex.compile(  # Source: Jane Hall. "The Long Road." The Atlantic. May 4, 2014
    rf"(?:^[ \t>*_•·–—-]*|(?<=[.!?…)\]”\"'’]\s))(?:{one_of('source_labels')})[*_]{{0,2}}\s?:[*_]{{0,2}}[ \t]*"
    rf"(?:{one_of('unsigned')}[ \t]+)?(?P<inside>[^\n]{{8,1200}}+(?:\n(?-i:\p{{Ll}})[^\n]{{4,80}}+)?)$",  # … in Chinese 0939 / gmt 6 Jul 10
    regex.IGNORECASE | regex.MULTILINE,
)
ANOTHER = regex.compile(  # Source: Reuters, May 1. Photo: AFP
    rf"(?<=[.!?…)\]”\"'’])[ \t]+(?:(?P<source>{one_of('source_labels')})|{one_of('credits')})[*_]{{0,2}}\s?:[*_]{{0,2}}[ \t]*",
    regex.IGNORECASE,
)
DATED_APART = regex.compile(rf"[ |,](?:{one_of('date_labels')})\s?:", regex.IGNORECASE)  # Source: BBC News | Date: 16 October 2017
REMARK = regex.compile(r"\s[–—]\s(?!<?(?:https?:|www\.)).*+$")  # Source: Reuters, May 1 — seen on the day
QUOTED = regex.compile(r"[“\"„«][^“”\"„«»]{8,}")
NAMED = 120  # code points in which the first source has its day, or its title begins
HEADING = regex.compile(rf"\|[ \t*_]*(?:{one_of('source_labels')})[ \t*_]*(?=\||$)", regex.IGNORECASE)
RULE = regex.compile(r"[ \t]*\|?[ \t:]*-{2,}[-| \t:\r]*")


def find_sourced(text: str) -> Iterator[Span]:
    """Yield what stands behind "Source:" to the end of its line, where it soon has a day or a month, or a title in quotation marks."""
    for match in LABELLED.finditer(text):
        start, stop = match.span("inside")
        ends = [*ANOTHER.finditer(text, start, stop)]
        starts = [start, *(label.end() for label in ends if label["source"])]
        for at in starts:
            end = next((label.start() for label in ends if label.start() >= at), stop)
            inside = REMARK.sub("", text[at:end] if text[at : at + 1] != "(" else "").rstrip(". \t\r")  # not "(TASS, May 2) (RBC)"
            date = find_date(fold(inside[:NAMED]))
            if ((date and date.has_month) or QUOTED.search(inside, 0, NAMED)) and not DATED_APART.search(inside, 0, NAMED):
                yield Span(at, at + len(inside))


def find_attributions(text: str, links: Layer) -> Iterator[Span]:
    """Yield what stands after the dash below a quotation, where it names a work by a link behind a comma, and its year."""
    for match in ATTRIBUTION.finditer(text):
        start, end = match.span("inside")
        titles = [link.span for link in links.touching(Span(start, end)) if " " in text[slice(*link.span)]]
        if any(text.endswith(", ", start, title.start) and YEAR.search(text, title.end, end) for title in titles):
            yield Span(start, end)


def find_dashed(text: str, marks: Layer) -> Iterator[Span]:
    """Yield what stands after such a dash where each part of it is a name or two with a day: "RFE/RL, May 3".

    A sentence ends before it; where the name is in italics or a link, the sentence may end behind it: "cost €90m – *Marca*, 15 August."
    """
    bare = [match["inside"].split(" ")[0] for match in DASH.finditer(text) if not match["dash"]]
    are_words = all(is_common(name.lower()) for name in bare)  # She won the race. Time 2.12.45
    for match in DASH.finditer(text):
        start = match.start("inside")
        if are_words and not match["dash"]:
            continue
        inside = match["inside"].rstrip(". \t\r")
        if not any(c.isdigit() for c in inside) or not all(map(is_source_and_day, fold(inside).split("; "))):
            continue
        before = BEFORE.search(text, max(0, match.start() - 8), match.start())
        is_marked = any(mark.span.start == start for mark in marks.touching(Span(start, start + 1)))
        if not match["dash"] or (is_marked and match["dash"] in DASHES) or (before and (match["dash"] != "-" or before["line"] is None)):
            yield Span(start, start + len(inside))


def is_source_and_day(part: str) -> bool:
    """True for a name or two, a day and perhaps a page: "RFE/RL, May 3", "Jane Hall, The News, 3 May 2014, p. A4"."""
    part = PAGE.sub("", part)
    date = find_date(part)
    name = BETWEEN.sub("", part[: date.start]).rstrip(" ,") if date else ""
    return date is not None and date.has_month and date.end >= len(part) and bool(NAMES.fullmatch(name))


def find_source_cells(text: str) -> Iterator[Span]:
    """Yield the cells under a heading such as "Source" or "Quelle" of a table with a rule below its head, "|---|---|", and beside one."""
    if "|" not in text:
        return
    lines = text.split("\n")
    column, at = -1, 0
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        cells = _cells(line) if "|" in line else []
        named = next((index for index, (a, b) in enumerate(cells) if HEADING.fullmatch(f"|{line[a:b]}")), -1)
        if not cells:
            column = -1
        elif RULE.fullmatch(below) and "|" in below:
            column = named
        elif ") (" not in line and 0 <= (index := column if column >= 0 else named + 1 or -1) < len(cells) and not RULE.fullmatch(line):
            start, end = cells[index]
            yield Span(at + start, at + end)
        at += len(line) + 1


def _cells(line: str) -> list[tuple[int, int]]:
    """Return where the cells of a row stand, without the spaces around them."""
    cells, at = [], 0
    for cell in line.split("|"):
        begin = at + len(cell) - len(cell.lstrip())
        cells.append((min(begin, at + len(cell)), max(begin, at + len(cell.rstrip()))))
        at += len(cell) + 1
    return cells

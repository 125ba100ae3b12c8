"""Sources after a dash, at the end of a paragraph: "… killing two people. – Reuters, May 1; The News International, May 3"."""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.grammar.dates import find_date
from cites.model import Span
from cites.view import fold

DASH = regex.compile(r"(?<=[\s>])(?P<dash>[–—]|--?)[ \t]?(?=\p{Lu})(?P<inside>[^\n()\[\]]{6,240}+)(?=\n|$)")
BEFORE = regex.compile(r"(?:[.!?…:][”\"'’»)\]]{0,2}|(?P<line>\n|^)>?)[ \t]*$")  # a sentence, or the line of a quotation
NAME = r"[\p{Lu}\d@](?:[^,.!?;:]|\.(?=\S)|(?<=\p{Lu})\.){1,60}"  # U.S. News & World Report · Kommersant.ru
NAMES = regex.compile(rf"(?:see\s)?{NAME}(?:,\s{NAME}){{0,2}}")


def find_dashed(text: str) -> Iterator[Span]:
    """Yield what stands after such a dash where each part of it is a name or two with a day: "RFE/RL, May 3"."""
    for match in DASH.finditer(text):
        start = match.start("inside")
        inside = match["inside"].rstrip(". \t\r")
        if not any(c.isdigit() for c in inside) or not all(map(_is_dated, fold(inside).split("; "))):
            continue
        before = BEFORE.search(text, max(0, match.start() - 8), match.start())
        if before and (match["dash"] != "-" or before["line"] is None):  # "- Reuters, May 1" on a line is an item of a list
            yield Span(start, start + len(inside))


def _is_dated(part: str) -> bool:
    date = find_date(part)
    return date is not None and date.has_month and date.end >= len(part) and bool(NAMES.fullmatch(part[: date.start].rstrip(" ,")))

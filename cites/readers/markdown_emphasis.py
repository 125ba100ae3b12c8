"""Emphasis in one Markdown paragraph: which stars and underscores belong together, as CommonMark's appendix describes it.

Programs set some beside the wrong space: "*supra *note 4" for "*supra* note 4", "( _Order_ ), at 4" for "(_Order_), at 4".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.model import Span

POINTS = frozenset(".,:;")
LOOSE = 200  # code points in italics whose second star stands behind a space
TITLE_BEHIND = regex.compile(r"[,”\"]\*\s\p{Lu}[^*]+\*(?=[\s,.;]|$)")  # “Status Update,”* Atlantic Council*, March 13

# Italics of a text that was Markdown before and was marked up again: "\\*Het land van Reynaert\\*. Leuven, 1991\\."
ESCAPED_ITALICS = regex.compile(
    r"(?<![^\s(\[“‘\"'])\\\*(?=[^\s*])(?:(?<=[,:]\s\\\*)|(?=[^*\r\n]{0,200}\s))"
    r"[^*\r\n]{2,400}?(?<=[^\s\\])(?P<close>\\\*)(?=[\s.,;:)\]]|$)"
)


@dataclass(slots=True)
class Delimiter:
    """A run of `*` or `_`, and what is left of it."""

    character: str
    start: int
    end: int
    opens: bool
    closes: bool


class Pair(NamedTuple):
    """What two marks set apart, how, and what is not seen of it."""

    span: tuple[int, int]
    kind: str  # "italic", "strong", "" for marks around nothing
    hidden: tuple[Span, ...]


def pair_up(text: str, delimiters: list[Delimiter], start: int, end: int) -> Iterator[Pair]:
    """Yield the pairs among the marks of a paragraph `text[start:end]`; what is left of each mark is shortened in place."""
    waiting: list[Delimiter] = []
    count = {"*": 0, "_": 0}
    for mark in delimiters:
        while mark.closes and mark.start < mark.end and count[mark.character]:
            while waiting[-1].character != mark.character:
                count[waiting.pop().character] -= 1
            opener = waiting[-1]
            size = 2 if mark.end - mark.start > 1 and opener.end - opener.start > 1 else 1
            opener.end -= size
            seen = opener.end + size, mark.start
            mark.start += size
            signs = Span(opener.end, opener.end + size), Span(mark.start - size, mark.start)
            yield Pair(seen, "italic" if size == 1 else "strong", (*signs, *_beside(text, opener.end, mark.start, start, end)))
            if opener.start == opener.end:
                count[waiting.pop().character] -= 1
        if mark.opens and mark.start < mark.end:
            waiting.append(mark)
            count[mark.character] += 1
    yield from _pair_loose(text, [mark for mark in delimiters if mark.character == "*" and mark.end == mark.start + 1])


def _pair_loose(text: str, left: list[Delimiter]) -> Iterator[Pair]:
    """Pair stars that stand beside the wrong space: "*supra *note 4"; and those of "Fowler,* *at 2", where nothing is in italics."""
    index = 0
    while index + 1 < len(left):
        first, second = left[index : index + 2]
        between = text[first.end : second.start]
        slanted = first.opens and (second.opens or not second.closes) and between[-1:] == " " and len(between) < LOOSE
        if first.closes and second.closes and not first.opens and (text[first.end] in POINTS or TITLE_BEHIND.match(text, first.start - 1)):
            yield Pair((_word_from(text, first.end, second.start), second.start), "italic", _signs(first, second))
            index += 1
        elif slanted or (first.closes and second.opens and not between.strip()):
            yield Pair((first.end, second.start if slanted else first.end), "italic" if slanted else "", _signs(first, second))
            index += 1
        index += 1


def _signs(first: Delimiter, second: Delimiter) -> tuple[Span, Span]:
    return Span(first.start, first.end), Span(second.start, second.end)


def _word_from(text: str, at: int, end: int) -> int:
    """Return where the words begin behind a full stop that converters took into the italics: "Arnhold, Hannah*. The Human Condition.*"."""
    return next((index for index in range(at, end) if text[index].isalnum()), end)


def _beside(text: str, opens: int, closes: int, start: int, end: int) -> Iterator[Span]:
    """Yield the space that converters of PDFs set between emphasis and the sign beside it: of "( _Order_ ), _Id._ , at 4"."""
    if closes + 1 < end and text[closes] == " " and text[closes + 1] in ",;.)":
        yield Span(closes, closes + 1)
    if opens - 1 > start and text[opens - 1] == " " and text[opens - 2] == "(":
        yield Span(opens - 1, opens)

"""Running heads, page numbers and what else is printed on every page: they are left out, and tell how a page is called."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cites.readers.pdf.lines import Line
from cites.readers.pdf.pages import Page

NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d,]|\.\d)")
ALONE = re.compile(r"\W*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|de|из)\s*\d{1,4})?\W*", re.IGNORECASE)
BY_BROWSER = re.compile(  # what a browser prints at the head and the foot: "11/23/26, 7:46 PM On Small Radios", "file:///home/a.html 1/1"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?(?: .*)?|file:///\S+(?: \d+/\d+)?|https?://\S+ \d+/\d+"
)
EDGE = 3  # lines at the top of a page, and at its foot, that may be furniture
MAX_HEAD = 90  # code points
NEAR = 4.0  # points: a running head stands at the same height on each page
MIN_NUMBERED = 2  # pages whose printed numbers count up


class Numbering(NamedTuple):
    """How pages are numbered: what to add to a page's place, and the heights at which the numbers are printed."""

    offset: int
    heights: frozenset[int]


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without running heads and numbers, called by the numbers that were printed on them."""
    edges = [list(_edges(page)) for page in pages]
    repeated = _repeated(edges)
    numbering = _numbering(edges)
    kept = []
    for page, own in zip(pages, edges, strict=True):
        dropped = {line for line in own if _key(line) in repeated or _is_label(line, page) or BY_BROWSER.fullmatch(line.text)}
        dropped |= {line for line in own if _is_number(line, page.number, numbering)}
        is_plain = numbering is not None and page.label == str(page.number + 1)
        label = str(page.number + numbering.offset) if numbering and is_plain else page.label
        kept.append(replace(page, label=label, lines=tuple(line for line in page.lines if line not in dropped)))
    return kept


def _edges(page: Page) -> Iterator[Line]:
    """The first and last lines of a page, by their heights."""
    lines = sorted(page.lines, key=lambda line: -line.base)
    heights: list[float] = []
    for ordered in (lines, lines[::-1]):
        heights.clear()
        for line in ordered:
            if not heights or abs(heights[-1] - line.base) > line.size * 0.5:
                heights.append(line.base)
            if len(heights) > EDGE:
                break
            yield line


def _key(line: Line) -> tuple[str, int]:
    """What a running head has in common on all pages: its words, and its height."""
    return " ".join(re.sub(r"\d+", "#", line.text).casefold().split()), _height(line)


def _repeated(edges: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """The heads that stand on at least two pages and on a third of them, if only on all left ones."""
    if len(edges) < 2:
        return set()
    counts = Counter(key for own in edges for key in {_key(line) for line in own})
    least = max(2, min(len(edges) // 4, 3))
    return {key for key, count in counts.items() if count >= least and any(letter.isalpha() for letter in key[0])}


def _numbering(edges: Sequence[Sequence[Line]]) -> Numbering | None:
    """The numbers that count up with the pages at one height, or at two (left pages and right ones); None where there are none.

    The number of a single page stands alone in its first or last line.
    """
    places: dict[tuple[int, int], set[int]] = defaultdict(set)
    for place, own in enumerate(edges):
        for line in own:
            for number in _numbers(line):
                if len(edges) > 1 or (number == 1 and ALONE.fullmatch(line.text)):
                    places[number - place, _height(line)].add(place)
    by_offset: dict[int, set[int]] = defaultdict(set)
    for (offset, _), found in places.items():
        if len(found) >= min(MIN_NUMBERED, len(edges)):
            by_offset[offset] |= found
    if not by_offset:
        return None
    best = max(by_offset, key=lambda offset: (len(by_offset[offset]), -abs(offset)))
    if len(by_offset[best]) * 2 < len(edges):
        return None
    return Numbering(best, frozenset(height for offset, height in places if offset == best))


def _height(line: Line) -> int:
    return round(line.base / NEAR)


def _numbers(line: Line) -> Iterator[int]:
    """Numbers that begin or end a short line: "214 A. Author", "Slavic Review 71 (2012) | 43"."""
    text = line.text
    if len(text) > 120:
        return
    found = list(NUMBER.finditer(text))
    for match in {found[0], found[-1]} if found else ():
        if not text[: match.start()].strip(" |–—-[(.·") or not text[match.end() :].strip(" |–—-])."):
            yield int(match[0])


def _is_label(line: Line, page: Page) -> bool:
    """Whether a line is what the file calls the page: "iv"; digits count up, and may as well be the label of a note."""
    return line.text == page.label and not line.text.isdigit()


def _is_number(line: Line, place: int, numbering: Numbering | None) -> bool:
    """Whether a line has the number of its page alone, or beside a few words."""
    if numbering is None or _height(line) not in numbering.heights or place + numbering.offset not in _numbers(line):
        return False
    return ALONE.fullmatch(line.text) is not None or (len(line.text) < MAX_HEAD and not line.runs[0].is_raised)


__all__ = ["without_furniture"]

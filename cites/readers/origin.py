"""From `Document.text` back to the file that it was read from.

    text    TASS, March 12                      in the file    [TASS](https://tass.com/1), March 12

A stretch of a file never cuts a link: where it holds a link's text and more, it holds the brackets and the address too;
where it lies within the link's text, it is just that. An opening `*` is inside where the closing one is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from cites.model import Document, Mark, Span
from cites.readers.markdown_links import read_target

WIDTHS = {"italic": 1, "strong": 2}  # characters of the markers on either side
START = attrgetter("start")  # in the text
MARK_START = attrgetter("span.start")
NEAR = 64  # marks looked at to find the link that a place is in: a link's text holds fewer


def in_file(document: Document, span: Span) -> Span | None:
    """Return where `span` of the text stands in the decoded file; None where the format has no offsets (HTML)."""
    if document.pieces is None:
        return None
    if not document.pieces:
        return span
    if span.start >= span.end:
        at = _origin(document, span.start)
        return Span(at, at)
    wide = _whole_links(document, span)
    start, end = _origin(document, wide.start), _origin(document, wide.end - 1) + 1
    inside = list(_starting_in(document, wide.start, wide.end))
    opened = [mark for mark in inside if mark.span.start == wide.start and mark.span.end < wide.end]
    closed = [mark for mark in inside if mark.span.start > wide.start and mark.span.end == wide.end]
    return Span(_before(document, start, opened), _after(document, end, closed))


def _origin(document: Document, at: int) -> int:
    """Where character `at` of the text stands in the file; the end of the text is the end of the file."""
    if at >= len(document.text):
        return len(document.source_text)
    pieces = document.pieces or ()
    piece = pieces[bisect_right(pieces, at, key=START) - 1]
    return piece.origin + at - piece.start


def _whole_links(document: Document, span: Span) -> Span:
    """`span`, widened to the end of each link that it cuts; a span within one link stays as it is."""
    first = bisect_left(document.marks, span.start, key=MARK_START)
    before = next((mark for mark in reversed(document.marks[max(0, first - NEAR) : first]) if mark.kind == "link"), None)
    if before and before.span.end >= span.end:
        return span
    start = before.span.start if before and before.span.end > span.start else span.start
    end = span.end
    for mark in _starting_in(document, span.start, span.end):
        if mark.kind == "link" and mark.span.end > span.end:
            if mark.span.start == span.start == start:
                return span
            end = mark.span.end
    return Span(start, end)


def _starting_in(document: Document, start: int, end: int) -> Iterator[Mark]:
    """The marks that start in a stretch of the text."""
    for position in range(bisect_left(document.marks, start, key=MARK_START), len(document.marks)):
        mark = document.marks[position]
        if mark.span.start >= end:
            return
        yield mark


def _before(document: Document, start: int, opened: list[Mark]) -> int:
    """Go left over the openings of links and emphasis that close within the stretch."""
    links, markers = _count(opened)
    source, at = document.source_text, start
    while at > 0 and (links or markers):
        at -= 1
        if source[at] in "*_" and markers:
            markers -= 1
        elif source[at] in "[<" and links:
            links -= 1
        elif source[at] not in "*_[<\\":  # not what these marks stand for: an HTML tag, for one
            break
        else:
            continue
        start = at
    return start


def _after(document: Document, end: int, closed: list[Mark]) -> int:
    """Go right over the endings of links and emphasis that open within the stretch."""
    links, markers = _count(closed)
    source, at = document.source_text, end
    while at < len(source) and (links or markers):
        if source[at] in "*_" and markers:
            markers -= 1
            at += 1
        elif source[at] == "]" and links:
            links -= 1
            at = _end_of_link(document, at + 1)
        elif source[at] == ">" and links:
            links -= 1
            at += 1
        else:
            break
        end = at
    return end


def _count(marks: list[Mark]) -> tuple[int, int]:
    """How many links, and how many characters of emphasis, stand at the edge of these marks."""
    return sum(mark.kind == "link" for mark in marks), sum(WIDTHS.get(mark.kind, 0) for mark in marks)


def _end_of_link(document: Document, at: int) -> int:
    """Where the target of a link ends whose `]` stands before `at`: never beyond the next character that is seen."""
    source = document.source_text
    following = bisect_right(document.pieces or (), at - 1, key=lambda piece: piece.origin)
    limit = document.pieces[following].origin if document.pieces and following < len(document.pieces) else len(source)
    target = read_target(source, at, limit, "", {})
    if target:
        return target.end
    close = source.find("]", at, limit) if source.startswith("[", at) else -1  # [text][id]
    return close + 1 if close >= 0 else at

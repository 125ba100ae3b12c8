"""What the markup said of a stretch: the marks of a document that touch it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from cites.model import Document, Mark, Span


def without_callouts(text: str, marks: Iterable[Mark], span: Span | None = None) -> str:
    """Return the text, or a stretch of it, without the marks that call notes: "The Rain of March" for "The Rain of March[^1]"."""
    return without(text, span or Span(0, len(text)), sorted(mark.span for mark in marks if mark.kind == "callout"))


def without(text: str, span: Span, left_out: Sequence[Span]) -> str:
    """Return a stretch of a text without what stands in these spans, which are in their order: "the islands." of "the islands.12"."""
    kept, at = [], span.start
    for start, end in left_out[bisect_left(left_out, (span.start, 0)) :]:
        if end > span.end:
            break
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at : span.end]])


class Layer:
    """Marks of one kind in the order of their spans; each citation asks which of them touch it, so they are not gone through."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.marks = sorted(marks, key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self.marks]
        self._ends = list(accumulate((mark.span.end for mark in self.marks), max))  # marks may stand in marks

    def touching(self, span: Span) -> Sequence[Mark]:
        """Return the marks that have a character in common with the span."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return [mark for mark in self.marks[first:last] if mark.span.end > span.start]


class Marked:
    """A document, and those of its marks that lie in its citations."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.italics = Layer(mark for mark in document.marks if mark.kind == "italic")
        self.links = Layer(mark for mark in document.marks if mark.kind == "link")

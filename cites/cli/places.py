"""Where something stands in its file, as a person looks for it: "line 12"."""

from __future__ import annotations

import re
from bisect import bisect_right

from cites.model import Document, Span
from cites.writers.readings import place


class Lines:
    """The lines of a document's file: `Lines(document).find(span)` is the line in which a span begins, from 1."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.breaks = [match.start() for match in re.finditer("\n", document.source_text or document.text)]

    def find(self, span: Span) -> int | None:
        """Return the line of a span; None where the format has no offsets (HTML)."""
        start, _ = place(self.document, span)
        return None if start is None else bisect_right(self.breaks, start - 1) + 1

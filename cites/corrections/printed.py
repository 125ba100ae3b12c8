"""Where in a document the words stand that a person copied from it: a [[skip]] and a [[citation]] say by them what is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from cites.corrections.entries import CitationEntry, SkipEntry
from cites.model import Citation, Document, Span
from cites.readers.origin import in_file
from cites.view import fold

QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))  # one for one, so that offsets stay true
GAP = r"[ \u00ad]+"
MAX_QUOTE = 80  # characters


class Printed:
    """A document's text, to find in it what a person copied: white space, dashes and the shape of quotation marks do not count."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def text(self) -> str:
        return fold(self.document.text).translate(QUOTES)

    @cached_property
    def file(self) -> str:
        return fold(self.document.source_text).translate(QUOTES)

    def holding(self, words: str) -> Callable[[Span], bool]:
        """Whether a stretch of the text stands within these words, as they are seen or as they stand in the file."""
        seen = list(find_words(self.text, words))
        stored = list(find_words(self.file, words)) if self.document.source_text else []

        def holds(span: Span) -> bool:
            there = in_file(self.document, span) if stored else None
            return _within(seen, span) or (there is not None and _within(stored, there))

        return holds


def find_words(text: str, words: str) -> Iterator[Span]:
    """Yield where words stand in a folded text."""
    pattern = GAP.join(map(re.escape, fold(words).translate(QUOTES).split()))
    return (Span(*match.span()) for match in re.finditer(pattern, text))


def find_places(entry: SkipEntry | CitationEntry, places: Sequence[tuple[Span, str]], printed: Printed) -> list[Span]:
    """Which places, each with the label of its note, an entry means."""
    holds = printed.holding(entry.text) if entry.text else None
    in_note = (span for span, note in places if not entry.note or note == entry.note)
    return [span for span in in_note if holds is None or holds(span)]


def why_not(entry: SkipEntry | CitationEntry, notes: AbstractSet[str], citations: Sequence[Citation], printed: Printed) -> str:
    """Why an entry fits nothing: "there is no such note"; `notes` are the labels of the notes that there are."""
    if entry.note and entry.note not in notes:
        return "there is no such note"
    if not entry.text:
        return "nothing is read as a citation there"
    places = list(find_words(printed.text, entry.text))
    if not places:
        return "nothing is read as a citation there" if any(find_words(printed.file, entry.text)) else "these words are not in it"
    touched = (c for c in citations if any(place.start < c.span.end and c.span.start < place.end for place in places))
    part = next((citation for citation in touched if not entry.note or citation.note == entry.note), None)
    if part:
        words = " ".join(printed.document.text[part.span.start : part.span.end].split())
        return f"they are only a part of the citation “{words if len(words) <= MAX_QUOTE else words[: MAX_QUOTE - 1] + '…'}”"
    return "nothing is read as a citation there"


def _within(places: Sequence[Span], span: Span) -> bool:
    """True where one of the places, which do not overlap, holds all of a span."""
    before = bisect_right(places, span.start, key=lambda place: place.start)
    return before > 0 and span.end <= places[before - 1].end

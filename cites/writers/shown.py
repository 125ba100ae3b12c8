"""A document as it was read, for a person who wants to see what the reader saw.

    title   Talks on the Straits
    author  Jane Doe

         3  ## What was said
         4  The *Straits* stay open,[^1] said [Interfax](https://interfax.com).
         5  1. [^1]: TASS, March 12.

In front stands the line of the file, or the number of the paragraph where it has no lines. What the reader knows is written as
Markdown has it: `*italic*`, `[text](address)`, `[^1]` where a note is called, `[^1]:` where it begins, `#` for headings; `{…}` is what is
cited as data, and `|page 4|` is where a page begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from cites.csl import NAMES
from cites.model import Document, Mark, Reading, Reference, Span
from cites.places import Places, paragraph_starts
from cites.writers import csljson
from cites.writers.links import visible
from cites.writers.plain import format_names
from cites.writers.readings import dump_line
from cites.zones import find_zones

GUTTER = 6  # characters of a line's or a paragraph's number
LEFT_OUT = ("id", "type", "inferred")
AROUND = {"italic": ("*", "*"), "link": ("[", "](%s)"), "code": ("`", "`"), "csl": ("{", "}")}
BEFORE = {"note": "[^{}]: ", "page": "|page {}| "}


def to_text(document: Document) -> str:
    """The document, first what is known of it, then its paragraphs."""
    lines = [f"{name:<16}{visible(value)}" for name, value in _about(document)]
    return "".join(f"{line}".rstrip() + "\n" for line in [*lines, *_paragraphs(document)])


def to_json(document: Document) -> str:
    """One line of JSON: "file", "document" (CSL-JSON), "text", "marks"; `start` and `end` count code points of that text."""
    marks = ({"kind": mark.kind, "start": mark.span.start, "end": mark.span.end, "value": mark.value} for mark in _marks(document))
    about = csljson.item(document.about)
    if not document.about.id:
        del about["id"]
    record = {"file": document.name, "document": about, "text": document.text, "marks": list(marks)}
    return f"{dump_line(record)}\n"


FORMATS = {"text": to_text, "json": to_json}


def _about(document: Document) -> Iterator[tuple[str, str]]:
    yield "file", document.name
    for field in fields(Reference):
        value = getattr(document.about, field.name)
        if value and field.name not in LEFT_OUT:
            yield field.name.replace("_", "-"), format_names(value) if field.name in NAMES else value


def _marks(document: Document) -> list[Mark]:
    """The marks of the reader, and the notes and callouts that were found in the text where it has none."""
    zones, callouts = find_zones(document)
    notes = [Mark("note", zone.span, zone.label) for zone in zones if zone.kind == "note"]
    called = [Mark("callout", callout.span, callout.note) for callout in callouts]
    kept = (mark for mark in document.marks if mark.kind not in ("note", "callout"))
    return sorted([*kept, *notes, *called], key=lambda mark: (mark.span.start, -mark.span.end))


def _paragraphs(document: Document) -> Iterator[str]:
    text = document.text
    places = Places(Reading(document))
    written = _Written(text, _marks(document))
    starts = paragraph_starts(document)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        place = places.find(Span(start, start))
        lines = written.between(start, end).split("\n")
        yield ""
        yield f"{place.line or place.paragraph or '':>{GUTTER}}  {visible(lines[0])}"
        yield from (f"{'':>{GUTTER}}  {visible(line)}" for line in lines[1:] if line.strip())


class _Written:
    """The text with what is known of it written into it."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self.text = text
        self.cuts: list[tuple[int, int, str, int]] = []  # where, in which order there, what is written, and in place of how much
        for depth, mark in enumerate(marks):
            self._put(mark, depth)
        self.cuts.sort()
        self.done = 0

    def _put(self, mark: Mark, depth: int) -> None:
        start, end = mark.span
        if mark.kind == "callout":
            self.cuts.append((start, depth, f"[^{mark.value}]", end - start))
        elif mark.kind == "heading":
            self.cuts.append((start, -1, "#" * int(mark.value or 1) + " ", 0))
        elif mark.kind in BEFORE:
            begin = BEFORE[mark.kind].format(mark.value)
            if not self.text.endswith(begin, 0, start):  # as Markdown has it already
                self.cuts.append((start, depth if mark.kind == "note" else -2, begin, 0))
        elif mark.kind in AROUND:
            before, after = AROUND[mark.kind]
            self.cuts.append((start, depth, before, 0))
            self.cuts.append((end, -depth - 3, after.replace("%s", mark.value), 0))  # the inner one is closed first

    def between(self, start: int, end: int) -> str:
        """The text of a paragraph; they are asked for in their order."""
        parts: list[str] = []
        at = start
        while self.done < len(self.cuts) and (self.cuts[self.done][0] < end or end == len(self.text)):
            where, _, what, instead = self.cuts[self.done]
            self.done += 1
            if where >= at:
                parts += self.text[at:where], what
                at = where + instead
            elif not instead:
                parts.append(what)
        parts.append(self.text[at:end])
        return "".join(parts).rstrip()

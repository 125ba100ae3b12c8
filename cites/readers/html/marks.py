"""The marks of a page that was written as text: those of its tags, and the text of each note without its number and arrows."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from cites.grammar.separators import back, skip
from cites.model import Mark, Span
from cites.readers.html.notes import Note, Notes
from cites.readers.html.text import Flow
from cites.readers.html.tree import Element

OPENING = re.compile(r"[\[({↑^\s]*")  # before the label of a note, and after it
CLOSING = re.compile(r"(?!\w)[\])}]?[.:)]?[\s↑^]*")
AROUND = "[]().: "  # a label that is the target of its callout
BACK = "↩↑^⏎⤴⮐←\ufe0e\ufe0f \u00a0\n"  # arrows that lead back to the callout


def marks_of(flow: Flow, notes: Notes) -> tuple[Mark, ...]:
    """Return all marks in the order of the text, outer ones first."""
    return tuple(sorted({*flow.marks, *_note_marks(flow, notes, flow.text())}, key=outer_first))


def outer_first(mark: Mark) -> tuple[int, int, str, str]:
    return mark.span.start, -mark.span.end, mark.kind, mark.value


def _note_marks(flow: Flow, notes: Notes, text: str) -> list[Mark]:
    """The text of each note, without its own number and without arrows."""
    starts = sorted({span.start for note in notes.notes if (span := flow.place(note.target))})
    following = dict(pairwise(starts))
    shared = _shared(notes.notes)
    ends = {span.start: span.end for anchor in notes.labels if (span := flow.place(anchor))}
    targets = {span: note.label for note in notes.notes if (span := flow.place(note.target))}
    ends |= {span.start: span.end for span, label in targets.items() if text[slice(*span)].strip(AROUND) == label}
    marks: list[Mark] = []
    for note in notes.notes:
        block, target = flow.place(note.block), flow.place(note.target)
        if block is None or target is None:
            continue
        if note.whole and note.block not in shared:
            span = block
        else:  # several notes in one block: up to the next one, or to the end of the paragraph
            end = min(following.get(target.start, block.end), block.end)
            blank = text.find("\n\n", target.start + len(note.label) + 3, end)
            span = Span(target.start, end if blank < 0 else blank)
        if span.start in ends:  # "1Interfax", where the number alone is the anchor that leads back
            start = min(ends[span.start], span.end)
            closing = CLOSING.match(text, start, span.end)
            span = Span(closing.end() if closing else start, span.end)
            marks.append(Mark("note", _bare(text, span, ""), note.label))  # "2. 2 Thessalonians": the second is of the text
        else:
            marks.append(Mark("note", _bare(text, span, note.label), note.label))
    return [mark for mark in marks if mark.span.start < mark.span.end]


def _shared(notes: list[Note]) -> set[Element]:
    """The elements that hold several notes."""
    return {block for block, count in Counter(note.block for note in notes).items() if count > 1}


def _bare(text: str, span: Span, label: str) -> Span:
    """A note without its label and arrows: "[3] ^ Interfax, January 26 ↩" gives "Interfax, January 26"."""
    start, end = span
    end = back(text, start, end, BACK)
    opening = OPENING.match(text, start, end)
    at = opening.end() if opening else start
    is_printed = label and text[at : at + len(label)].casefold() == label.casefold()
    closing = CLOSING.match(text, at + len(label), end) if is_printed else None
    return Span(skip(text, closing.end() if closing else start, end, BACK), end)

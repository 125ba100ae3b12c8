"""A saved web page: the visible text of its article, what its metadata says about it, and its notes.

There are no offsets into the file: `pieces` is None.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from cites.errors import ReadError
from cites.model import Document, Mark, Reference, Span
from cites.readers.decode import decode, report_guess
from cites.readers.head import fill, read_head
from cites.readers.html_about import read_about
from cites.readers.html_article import Article, find_article
from cites.readers.html_drawn_out import draw_out
from cites.readers.html_notes import Note, Notes, find_notes
from cites.readers.html_text import Flow
from cites.readers.html_tree import Element, declared_encoding, parse, short_text

TITLE = 300  # code points
OPENING = re.compile(r"[\[({↑^\s]*")  # before the label of a note, and after it
CLOSING = re.compile(r"(?!\w)[\])}]?[.:)]?[\s↑^]*")
BACK = "↩↑^⏎⤴⮐←\ufe0e\ufe0f \u00a0\n"  # arrows that lead back to the callout


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; the metadata says more about it than its first lines do."""
    decoded = decode(data, name, declared_encoding(data))
    report_guess(decoded, name, warn)
    root = parse(decoded.text.removeprefix("\ufeff"))
    if root is None:
        raise ReadError(name, "has no text to read", "")
    about = read_about(root)
    draw_out(root)
    notes = find_notes(root)
    article = find_article(root, {note.block for note in notes.notes if note.whole})
    flow = _write(root, article, notes, about)
    text = flow.text()
    if not text.strip():
        raise ReadError(name, "has no text to read", "a page that is drawn by a script must be saved after it was drawn")
    marks = sorted({*flow.marks, *_note_marks(flow, notes, text)}, key=_outer_first)
    return Document(name, text, _about(about, text, marks), tuple(marks), None)


def _outer_first(mark: Mark) -> tuple[int, int, str, str]:
    return mark.span.start, -mark.span.end, mark.kind, mark.value


def _about(said: Reference, text: str, marks: list[Mark]) -> Reference:
    """The metadata, then what is seen; "Publication: Eurasia Daily Monitor Volume: 9" is closer than the site's name."""
    title = next((text[mark.span.start : mark.span.end] for mark in marks if mark.kind == "title"), "")
    seen = replace(read_head(text), title=" ".join(title.split()))
    if seen.volume and not said.volume:
        said = replace(said, container_title=seen.container_title, volume=seen.volume, issue=seen.issue)
    return fill(said, seen)


def _write(root: Element, article: Article, notes: Notes, about: Reference) -> Flow:
    heading = _heading(root, article, about)
    wanted = {element for note in notes.notes for element in (note.target, note.block)} | notes.labels
    flow = Flow(notes, article.asides, wanted | set(notes.callouts), about.url, heading)
    above = list(heading.iterancestors()) if heading is not None else []
    if heading is not None and not article.asides.isdisjoint(above):  # in the banner of the page
        flow.read(heading)
        flow.read(article.element)
    elif heading is None or article.element in above:
        flow.read(article.element)
    else:  # the title, what stands between it and the article (byline, date), the article
        around = set(article.element.iterancestors())
        common = next(element for element in above if element in around)
        flow.read(common, heading, article.element)
    for element in article.notes:
        flow.read(element)
    for note in notes.notes:
        if note.block not in flow.places and note.whole:
            flow.read(note.block)
    return flow


def _heading(root: Element, article: Article, about: Reference) -> Element | None:
    """The `<h1>` that is the title: the first one in the article, else the one before it that the metadata knows, or the last."""
    known = about.title.casefold()
    last = None
    is_inside = False
    for element in root.iter("h1", article.element.tag):
        is_inside = is_inside or element is article.element
        printed = (short_text(element, TITLE) or "").casefold() if element.tag == "h1" else ""
        if not printed:
            continue
        above = set(element.iterancestors())
        if is_inside and article.element not in above:
            break  # after the article
        if not article.asides.isdisjoint(above):  # in the banner of the page, which often has the name of the site
            if printed == known:
                return element
        elif is_inside:
            return element
        elif not known or known.startswith(printed) or last is None:
            last = element
    return last


def _note_marks(flow: Flow, notes: Notes, text: str) -> list[Mark]:
    """The text of each note, without its own number and without arrows."""
    starts = sorted({span.start for note in notes.notes if (span := flow.place(note.target))})
    following = dict(pairwise(starts))
    shared = _shared(notes.notes)
    ends = {span.start: span.end for anchor in notes.labels if (span := flow.place(anchor))}
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
            span = Span(min(ends[span.start], span.end), span.end)
        marks.append(Mark("note", _bare(text, span, note.label), note.label))
    return [mark for mark in marks if mark.span.start < mark.span.end]


def _shared(notes: list[Note]) -> set[Element]:
    """The elements that hold several notes."""
    return {block for block, count in Counter(note.block for note in notes).items() if count > 1}


def _bare(text: str, span: Span, label: str) -> Span:
    """A note without its label and arrows: "[3] ^ Interfax, January 26 ↩" gives "Interfax, January 26"."""
    start, end = span
    while end > start and text[end - 1] in BACK:
        end -= 1
    opening = OPENING.match(text, start, end)
    at = opening.end() if opening else start
    closing = CLOSING.match(text, at + len(label), end) if text[at : at + len(label)].casefold() == label.casefold() else None
    start = closing.end() if closing else start
    while start < end and text[start] in BACK:
        start += 1
    return Span(start, end)

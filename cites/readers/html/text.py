"""The visible text of a part of a page, with its marks: blocks a blank line apart, `<br>` a line, white space single.

Separators and the numbers of list items are written when the next text comes, so that no mark begins or ends with them.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree

from cites.model import Mark, Span
from cites.readers.html.links import aimed_at, leads_out
from cites.readers.html.lists import ordinals
from cites.readers.html.notes import Notes
from cites.readers.html.styles import ITALIC
from cites.readers.html.tree import BLOCKS, Element, is_shown, names_of

GAPS = ("", " ", "\n", "\n\n")
SPACE, LINE, BLANK = 1, 2, 3  # what parts the text to come from the text before; the greatest counts
WHITE = re.compile(r"[ \t\r\n\f]+")  # a no-break space is none
MESSY = re.compile(r"[\t\r\n\f]|  ")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)")
RAISED = str.maketrans("123456789", "¹²³⁴⁵⁶⁷⁸⁹")
KINDS = {"i": "italic", "em": "italic", "cite": "italic", "code": "code", "pre": "code"}
KINDS |= {f"h{level}": "heading" for level in range(1, 7)}
CITATIONS = frozenset(("citation", "reference", "cs1", "cs2"))
UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
REFERENCES = re.compile(r"(?:.*-)?(?:references?|bibliography|ref-?list|citations)(?:-(?:list|section))?")


@dataclass(slots=True)
class Opened:
    """An element whose end is still to come."""

    kind: str
    value: str
    first: int  # the chunk of text that would be its first


@dataclass(slots=True)
class Flow:
    """Text as it is written, and what is known of stretches of it."""

    notes: Notes
    asides: Collection[Element]
    wanted: Collection[Element]  # elements whose place in the text is asked for
    base: str = ""
    heading: Element | None = None  # the title of the article
    slanted: Collection[str] = ()  # classes that the page shows in italics
    in_wiki: bool = False  # where only a link that says so leads out
    parts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # of each chunk
    length: int = 0
    gap: int = 0
    marker: str = ""
    marks: list[Mark] = field(default_factory=list)
    places: dict[Element, tuple[int, int]] = field(default_factory=dict)  # first chunk, end
    opened: list[list[Opened] | None] = field(default_factory=list)  # None for an element that is not written
    ordinals: dict[Element, str] = field(default_factory=dict)
    verbatim: int = 0  # `<pre>` around the text
    entry: int = 0  # entries of a list of references around the text, whose parts may be blocks

    def text(self) -> str:
        return "".join(self.parts)

    def place(self, element: Element) -> Span | None:
        """Where an element's text stands; an empty one stands before the text that follows it."""
        if element not in self.places:
            return None
        first, end = self.places[element]
        start = self.starts[first] if first < len(self.starts) else self.length
        return Span(start, max(start, end))

    def read(self, part: Element, first: Element | None = None, last: Element | None = None) -> None:
        """Write the text of `part`; only what stands from the start of `first` to the end of `last`, where they are given."""
        loud = first is None
        self.gap = BLANK
        walk = etree.iterwalk(part, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                loud = loud or element is first
                if not is_shown(element) or (element in self.asides and element is not part) or element in self.notes.unseen:
                    self.opened.append(None)
                    walk.skip_subtree()
                elif not loud:
                    self.opened.append(None)
                else:
                    self._start(element)
                    if element.text:
                        self._write(_raised(element) or element.text)
                continue
            opened = self.opened.pop()
            if opened is not None:
                self._end(element, opened)
            if element is last:
                break
            if element.tail and loud and element is not part:
                self._write(element.tail)
        self.opened.clear()
        self.verbatim = self.entry = 0
        self.gap = BLANK

    def _write(self, text: str) -> None:
        if self.verbatim:
            self._put(text)
            return
        if MESSY.search(text):
            text = WHITE.sub(" ", text)
        if text[0] == " ":
            self.gap = self.gap or SPACE
        stripped = text.strip(" ")
        if stripped:
            self._put(stripped)
            self.gap = SPACE if text[-1] == " " else 0

    def _put(self, text: str) -> None:
        before = (GAPS[self.gap] if self.length else "") + self.marker
        if before:
            self.parts.append(before)
            self.length += len(before)
        self.gap, self.marker = 0, ""
        self.starts.append(self.length)
        self.parts.append(text)
        self.length += len(text)

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self.entry += tag == "li" and _is_entry(element)
            self.gap = max(self.gap, LINE if tag in ("tr", "br") or (self.entry and tag == "div") else BLANK)
            if tag == "ol" and not UNNUMBERED.search(element.get("style", "")):
                self.ordinals |= ordinals(element)
            elif tag == "li":
                self.marker = self.ordinals.get(element, "")
            elif tag == "pre":
                self.verbatim += 1
        elif tag == "br":
            self.gap = BLANK if self.gap >= LINE else LINE
        elif tag in ("td", "th"):
            self.gap = self.gap or SPACE
        elif tag == "q":
            self._put("“")
        self.opened.append([Opened(kind, value, len(self.starts)) for kind, value in self._kinds(element)])
        if element in self.wanted:
            self.places[element] = len(self.starts), 0

    def _end(self, element: Element, opened: list[Opened]) -> None:
        tag = element.tag
        for asked in opened:
            if asked.first < len(self.starts):
                self.marks.append(Mark(asked.kind, Span(self.starts[asked.first], self.length), asked.value))
        if element in self.places:
            self.places[element] = self.places[element][0], self.length
        if tag in BLOCKS:
            self.gap = max(self.gap, LINE if tag == "tr" or (self.entry and tag == "div") else BLANK)
            if tag == "li":
                self.marker = ""
                self.entry -= _is_entry(element)
            elif tag == "pre":
                self.verbatim -= 1
        elif tag == "q":
            after, self.gap = self.gap, 0
            self._put("”")
            self.gap = after

    def _kinds(self, element: Element) -> list[tuple[str, str]]:
        """The marks that an element asks for: kind and value."""
        tag = element.tag
        kinds: list[tuple[str, str]] = []
        if element in self.notes.callouts:
            kinds.append(("callout", self.notes.callouts[element]))
        if tag == "a":
            href = element.get("href", "").strip()
            if href and self._is_link(element, href):
                kinds.append(("link", self._absolute(href)))
        elif tag == "cite" and not CITATIONS.isdisjoint(names_of(element)):
            pass  # a whole entry of Wikipedia, whose titles are in italics of their own
        elif tag == "li" and element not in self.ordinals:
            kinds.append(("item", ""))
        elif tag in KINDS:
            kinds.append((KINDS[tag], tag[1] if KINDS[tag] == "heading" else ""))
        elif self._is_slanted(element):
            kinds.append(("italic", ""))
        if element is self.heading:
            kinds.append(("title", ""))
        return kinds

    def _is_link(self, anchor: Element, href: str) -> bool:
        if anchor in self.notes.anchors or href.startswith(("#", "javascript:")):
            return False
        return not self.in_wiki or leads_out(anchor)

    def _is_slanted(self, element: Element) -> bool:
        classes = element.get("class")
        return (classes is not None and any(name in self.slanted for name in classes.split())) or (
            ITALIC.search(element.get("style", "")) is not None
        )

    def _absolute(self, href: str) -> str:
        try:
            return aimed_at(urljoin(self.base, href))
        except ValueError:  # "http://[broken"
            return href


def _is_entry(item: Element) -> bool:
    """Whether `<li>` is an entry of a list of references."""
    parent = item.getparent()
    return parent is not None and any(map(REFERENCES.fullmatch, names_of(parent)))


def _raised(element: Element) -> str:
    """Return the edition that is raised before a year as a raised digit, "³" of "<sup>3</sup>1995": else it would be a part of the year."""
    text = element.text or ""
    is_edition = element.tag == "sup" and len(text) == 1 and text.isdecimal() and YEAR.match(element.tail or "")
    return text.translate(RAISED) if is_edition else ""

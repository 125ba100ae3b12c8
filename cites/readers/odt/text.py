"""The text of an OpenDocument file as paragraphs and notes: what a reader of the printed page sees.

What was deleted while changes were tracked lies apart and is not read; comments, hidden text and tables of contents are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from cites.readers.manuscript import Note, Paragraph, Run, as_row
from cites.readers.odt.styles import Styles, n, print_marker
from cites.readers.reference_managers import read_field
from cites.readers.xml_tree import Element

SILENT = frozenset(
    map(n, (
        "text:tracked-changes", "office:annotation", "office:annotation-end", "text:table-of-content", "text:illustration-index",
        "text:table-index", "text:object-index", "text:user-index", "text:alphabetical-index", "text:index-title", "text:hidden-text",
        "text:hidden-paragraph", "text:ruby-text", "office:forms", "text:sequence-decls", "text:variable-decls",
        "text:user-field-decls", "draw:object", "draw:image", "table:shapes", "office:binary-data", "text:bibliography-source",
    ))
)  # fmt: skip
BLOCKS = frozenset(map(n, ("text:p", "text:h", "text:list", "table:table", "text:section", "text:bibliography")))
WHITE = re.compile(r"[ \t\r\n]+")  # as XML has it: one space, and none after another
MAX_SPACES = 1_000  # of one `<text:s>`
RANDOM = re.compile(r"\s*RND\w*\s*$")  # what Zotero puts after its data


@dataclass(slots=True)
class Look:
    """How the text at a place is printed."""

    italic: bool
    link: str = ""


@dataclass(slots=True)
class Text:
    """The paragraphs of a document as it is read; `notes` are gathered where they are called."""

    styles: Styles
    notes: list[Note]
    paragraphs: list[Paragraph] = field(default_factory=list)
    current: Paragraph = field(default_factory=Paragraph)
    boxes: list[Element] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)  # reference marks that are open, by name: the data in it
    counts: list[int] = field(default_factory=list)  # of the list items around
    marker: str = ""
    after_space: bool = True
    in_list: str = ""
    counted: dict[str, int] = field(default_factory=dict)  # how far each list was counted, by its style

    def read(self, parent: Element) -> None:
        """Read the paragraphs, lists and tables in an element."""
        for element in parent:
            tag = element.tag
            if tag in SILENT or not isinstance(tag, str):
                continue
            if tag in (n("text:p"), n("text:h")):
                self._paragraph(element)
            elif tag == n("text:list"):
                self._list(element)
            elif tag == n("table:table"):
                self._table(element)
            else:
                self.read(element)

    def _paragraph(self, element: Element) -> None:
        style = self.styles.find("paragraph", element.get(n("text:style-name"), ""))
        outline = element.get(n("text:outline-level"), "")
        heading = int(outline[:2]) if outline.isdecimal() and element.tag == n("text:h") else style.heading
        self.current = Paragraph(heading=heading, is_title=style.is_title, marker=self.marker)
        self.marker, self.after_space = "", True
        if not style.is_hidden:
            self._inline(element, Look(bool(style.italic)))
        self.paragraphs.append(self.current)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.read(box)

    def _list(self, element: Element) -> None:
        before = self.in_list
        self.in_list = element.get(n("text:style-name"), "") or before
        continued = element.get(n("text:continue-numbering")) == "true" or element.get(n("text:continue-list")) is not None
        levels = self.styles.lists.get(self.in_list, {})
        depth = len(self.counts) + 1
        start = levels[depth].start if depth in levels else 1
        key = f"{self.in_list} {depth}"
        self.counts.append(self.counted.get(key, start - 1) if continued else start - 1)
        for item in element:
            if item.tag == n("text:list-item"):
                said = item.get(n("text:start-value"), "")
                self.counts[-1] = int(said[:5]) if said.isdecimal() else self.counts[-1] + 1
                first = item[0].tag if len(item) else ""
                self.marker = print_marker(levels, self.counts) if first in (n("text:p"), n("text:h")) else ""
                self.read(item)
                self.marker = ""
            elif item.tag == n("text:list-header"):
                self.read(item)
        self.counted[key] = self.counts.pop()
        self.in_list = before

    def _table(self, table: Element) -> None:
        """A row with short cells is one paragraph; where a cell has several, each stands alone."""
        for row in table.iter(n("table:table-row")):
            if next(row.iterancestors(n("table:table"))) is not table:
                continue  # of a table in a cell, which is read with the cell
            cells: list[list[Paragraph]] = []
            for cell in row.iterchildren(n("table:table-cell")):
                before, self.paragraphs = self.paragraphs, []
                self.read(cell)
                self.paragraphs, found = before, self.paragraphs
                cells.append([paragraph for paragraph in found if paragraph.runs])
            self.paragraphs += as_row(cells)

    def _inline(self, parent: Element, look: Look) -> None:
        self._put(parent.text, look)
        for element in parent:
            tag = element.tag
            if isinstance(tag, str) and tag not in SILENT:
                self._element(element, tag, look)
            self._put(element.tail, look)

    def _element(self, element: Element, tag: str, look: Look) -> None:
        own = OWN.get(tag)
        if own is not None:
            own(self, element, look)
        elif tag in BLOCKS:
            self.boxes.append(element)
        else:
            self._inline(element, look)

    def _span(self, element: Element, look: Look) -> None:
        style = self.styles.find("text", element.get(n("text:style-name"), ""))
        if not style.is_hidden:
            self._inline(element, Look(look.italic if style.italic is None else style.italic, look.link))

    def _link(self, element: Element, look: Look) -> None:
        address = element.get(n("xlink:href"), "").strip()
        self._inline(element, Look(look.italic, "" if address.startswith("#") else address))

    def _spaces(self, element: Element, look: Look) -> None:
        count = element.get(n("text:c"), "1")
        self._verbatim(" " * min(int(count[:6]) if count.isdecimal() else 1, MAX_SPACES), look)

    def _opens(self, element: Element, look: Look) -> None:
        name = element.get(n("text:name"), "")
        if data := read_field(RANDOM.sub("", name)):
            self.marks[name] = data

    def _closes(self, element: Element, look: Look) -> None:
        self.marks.pop(element.get(n("text:name"), ""), None)

    def _note(self, element: Element, look: Look) -> None:
        citation, body = element.find(n("text:note-citation")), element.find(n("text:note-body"))
        label = "".join(map(str, citation.itertext())).strip() if citation is not None else ""
        if not label or body is None:
            return
        self.current.runs.append(Run(label, callout=label))
        self.after_space = False
        note = Note(label, is_endnote=element.get(n("text:note-class")) == "endnote")
        self.notes.append(note)
        within = Text(self.styles, self.notes)
        within.read(body)
        note.paragraphs = within.paragraphs

    def _put(self, text: str | None, look: Look) -> None:
        """Write text with its white space made single, as OpenDocument wants it."""
        if not text:
            return
        text = WHITE.sub(" ", text)
        if self.after_space:
            text = text.lstrip(" ")
        if text:
            self._verbatim(text, look)
            self.after_space = text.endswith(" ")

    def _verbatim(self, text: str, look: Look) -> None:
        self.current.runs.append(Run(text, look.italic, look.link, "", next(reversed(self.marks.values()), "")))
        self.after_space = False


OWN: dict[str, Callable[[Text, Element, Look], None]] = {
    n("text:span"): Text._span,
    n("text:a"): Text._link,
    n("text:s"): Text._spaces,
    n("text:tab"): lambda text, _, look: text._verbatim("\t", look),
    n("text:line-break"): lambda text, _, look: text._verbatim("\n", look),
    n("text:note"): Text._note,
    n("draw:text-box"): lambda text, element, _: text.boxes.append(element),
    **{n(f"text:{mark}-start"): Text._opens for mark in ("bookmark", "reference-mark")},
    **{n(f"text:{mark}-end"): Text._closes for mark in ("bookmark", "reference-mark")},
}

"""The text of one part of a Word document (its body, a note) as paragraphs: what a reader of the printed page sees.

Tracked changes count as accepted; comments, hidden text and tables of contents are left out; of alternatives for older
programs one is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from cites.readers.docx.package import RELATED, is_on, value, w
from cites.readers.docx.styles import CONTENTS, PLAIN, Lists, Style, Styles
from cites.readers.manuscript import Paragraph, Run, as_row
from cites.readers.reference_managers import read_mendeley
from cites.readers.symbols import read_symbol
from cites.readers.word_fields import Fields
from cites.readers.xml_tree import Element

ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
THROUGH = frozenset(  # elements that only hold others
    w(name) for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo", "rubyBase", "body", "footnote", "endnote")
)
BREAKS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
NOTES = (w("footnoteReference"), w("endnoteReference"))
P, R, T, TBL, SDT = w("p"), w("r"), w("t"), w("tbl"), w("sdt")
BOXES = (w("drawing"), w("pict"), w("object"), f"{ALTERNATIVES}AlternateContent")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the text of all parts needs to be read: styles, lists, and what a note is called by."""

    styles: Styles
    lists: Lists
    call: Callable[[str, str, str], str]  # "footnote" or "endnote", its id, the mark that the author typed → the label
    end_section: Callable[[], None]


@dataclass(slots=True)
class Text:
    """The paragraphs of a part as it is read; `links` are the addresses by the ids of its relationships."""

    setting: Setting
    links: Mapping[str, str]
    paragraphs: list[Paragraph] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    boxes: list[Element] = field(default_factory=list)  # to be read after the paragraph that they hang on
    current: Paragraph = field(default_factory=Paragraph)
    style: Style = PLAIN
    csl: str = ""  # of the content control around

    def read(self, parent: Element) -> None:
        """Read the paragraphs and tables in an element."""
        for element in parent:
            tag = element.tag
            if tag == P:
                self._paragraph(element)
            elif tag == TBL:
                self._table(element)
            elif tag == SDT:
                content = element.find(w("sdtContent"))
                if content is not None and not _is_contents(element):
                    self.read(content)
            elif tag in THROUGH:
                self.read(element)
            elif tag == BOXES[-1]:
                for chosen in _chosen(element):
                    self.read(chosen)

    def _paragraph(self, element: Element) -> None:
        properties = element.find(w("pPr"))
        styled = value(properties.find(w("pStyle"))) if properties is not None else ""
        self.style = self.setting.styles[styled] if styled else self.setting.styles.paragraph
        self._inline(element, "")
        mark = properties.find(f"{w('rPr')}/{w('del')}") if properties is not None else None
        if mark is not None and not self.boxes:
            return  # the end of the paragraph was deleted: the next one goes on in it
        if not CONTENTS.fullmatch(self.style.name):
            self._finish(properties)
        self.current = Paragraph()
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.read(box)
        if properties is not None and properties.find(w("sectPr")) is not None:
            self.setting.end_section()

    def _finish(self, properties: Element | None) -> None:
        outline = value(properties.find(w("outlineLvl"))) if properties is not None else ""
        heading = int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else self.style.heading
        numbered = properties.find(w("numPr")) if properties is not None else None
        list_id, level = self.style.list_id, self.style.level
        if numbered is not None:
            list_id = value(numbered.find(w("numId"))) or list_id
            printed = value(numbered.find(w("ilvl")))
            level = int(printed[:2]) if printed.isdecimal() else level
        is_empty = not any(run.text.strip() for run in self.current.runs)
        self.current.marker = self.setting.lists.marker(list_id, level) if list_id and not is_empty else ""
        self.current.heading = heading
        self.current.is_title = self.style.name == "title"
        self.paragraphs.append(self.current)

    def _table(self, table: Element) -> None:
        for row in _inside(table, w("tr")):
            if row.find(f"{w('trPr')}/{w('del')}") is not None:
                continue
            cells: list[list[Paragraph]] = []
            for cell in _inside(row, w("tc")):
                before, self.paragraphs = self.paragraphs, []
                self.read(cell)
                self.paragraphs, found = before, self.paragraphs
                cells.append([paragraph for paragraph in found if paragraph.runs])
            self.paragraphs += as_row(cells)

    def _inline(self, parent: Element, link: str) -> None:
        for element in parent:
            tag = element.tag
            if tag == R:
                self._run(element, link)
            elif tag == w("hyperlink"):
                self._inline(element, self._address(element))
            elif tag == w("fldSimple"):
                self.fields.begin()
                self.fields.code(value(element, "instr"))
                self.fields.separate()
                self._inline(element, link)
                self.fields.end()
            elif tag == SDT:
                before, self.csl = self.csl, read_mendeley(value(element.find(f"{w('sdtPr')}/{w('tag')}"))) or self.csl
                content = element.find(w("sdtContent"))
                if content is not None:
                    self._inline(content, link)
                self.csl = before
            elif tag in THROUGH:
                self._inline(element, link)
            elif tag == BOXES[-1]:
                for chosen in _chosen(element):
                    self._inline(chosen, link)
            elif isinstance(tag, str) and tag.startswith(MATHS):
                self._put("".join(found.text or "" for found in element.iter(f"{MATHS}t")), False, link)

    def _address(self, element: Element) -> str:
        address = self.links.get(element.get(f"{{{RELATED}}}id", ""), "")
        within = value(element, "anchor")
        return f"{address}#{within}" if address and within and "#" not in address else address

    def _run(self, run: Element, link: str) -> None:
        properties = run.find(w("rPr"))
        italic = self.style.italic
        if properties is not None:
            own = properties.find(w("i"))
            style = self.setting.styles[value(properties.find(w("rStyle")))]
            italic = is_on(own) if own is not None else italic != style.italic  # a style for letters turns what the paragraph has
            hidden = properties.find(w("vanish"))
            if is_on(hidden) if hidden is not None else style.is_hidden:
                self._hidden(run)
                return
        for index, element in enumerate(run):
            tag = element.tag
            if tag == T:
                self._put(element.text or "", italic, link)
            elif tag in BREAKS:
                self._put(BREAKS[tag], italic, link)
            elif tag == w("fldChar"):
                self._field(element)
            elif tag == w("instrText"):
                self.fields.code(element.text or "")
            elif tag in NOTES:
                typed = _typed(run, index) if is_on_attribute(element, "customMarkFollows") else ""
                kind = "footnote" if tag == NOTES[0] else "endnote"
                self._put(self.setting.call(kind, value(element, "id"), typed), False, "", callout=True)
                if typed:
                    return
            elif tag == w("sym"):
                self._put(read_symbol(value(element, "char"), value(element, "font")), italic, link)
            elif tag == w("ruby"):
                self._inline(element, link)
            elif tag in BOXES:
                self._box(element)

    def _hidden(self, run: Element) -> None:
        """Fields go on in hidden text, where their codes mostly stand."""
        for element in run:
            if element.tag == w("fldChar"):
                self._field(element)
            elif element.tag == w("instrText"):
                self.fields.code(element.text or "")

    def _field(self, element: Element) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            data = element.find(w("fldData"))
            self.fields.begin("" if data is None else data.text or "")
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()

    def _box(self, element: Element) -> None:
        """What stands in a text box is read after the paragraph."""
        for part in _chosen(element) if element.tag == BOXES[-1] else (element,):
            self.boxes += part.iter(w("txbxContent"))

    def _put(self, text: str, italic: bool, link: str, *, callout: bool = False) -> None:
        if text and self.fields.is_shown:
            label = text if callout else ""
            self.current.runs.append(Run(text, italic, "" if callout else link or self.fields.link, label, self.csl or self.fields.csl))


def is_on_attribute(element: Element, name: str) -> bool:
    """Whether an attribute such as w:customMarkFollows="1" is there and means yes."""
    return value(element, name) in ("1", "true", "on")


def _typed(run: Element, index: int) -> str:
    """The mark that the author typed after a reference to a note: "*"; signs of symbol fonts among them."""
    parts = []
    for element in list(run)[index + 1 :]:
        if element.tag == T:
            parts.append(element.text or "")
        elif element.tag == w("sym"):
            parts.append(read_symbol(value(element, "char"), value(element, "font")))
    return "".join(parts).strip()


def _chosen(alternatives: Element) -> tuple[Element, ...]:
    """The first alternative that has something in it."""
    return next(((element,) for element in alternatives if len(element)), ())


def _is_contents(control: Element) -> bool:
    """Whether a content control holds a table of contents."""
    gallery = value(control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}"))
    return gallery == "Table of Contents"


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls among them."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in THROUGH:
            yield from _inside(element, tag)
        elif element.tag == SDT and (content := element.find(w("sdtContent"))) is not None:
            yield from _inside(content, tag)

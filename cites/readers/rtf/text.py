"""The text of an RTF file as paragraphs and notes; a group `{…}` ends what was switched on in it.

    So it is.{\\super\\chftn}{\\footnote {\\super\\chftn} TASS, {\\i March} 12.}\\par
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from cites.readers.manuscript import Note, Paragraph, Run
from cites.readers.rtf.words import PRINTED, READ, SKIPPED, TOKEN, WHOLE
from cites.readers.symbols import read_symbol
from cites.readers.word_fields import Field

MAX_DEPTH = 5_000  # groups in each other


@dataclass(slots=True)
class Story:
    """The paragraphs of the body or of a note."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    current: Paragraph = field(default_factory=Paragraph)
    cells: list[list[Paragraph]] = field(default_factory=list)  # of the row that is open
    cell_from: int = 0  # the first paragraph of the cell that is open


@dataclass(slots=True)
class State:
    """What is switched on; each group begins with a copy of what is around it."""

    story: Story
    into: str = "text"  # where letters go: "text", "code" of a field, "marker" of a list, "fonts", "styles", a property, "" nowhere
    italic: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    font: int = -1
    skip: int = 1  # characters that stand after \u for programs that do not know it
    fields: tuple[Field, ...] = ()
    style: int = 0
    outline: int = -1
    in_table: bool = False
    at_end: Callable[[], None] | None = None  # what is to be done when the group ends that opened this


Word = Callable[["Text", int | None], None]


class Text:
    """A file as it is read: `body`, `notes`, and what it says of itself in `said`; `words` are what control words do."""

    def __init__(self, words: Mapping[str, Word]) -> None:
        self.words = words
        self.body = Story()
        self.notes: list[Note] = []
        self.said: dict[str, str] = defaultdict(str)
        self.state = State(self.body)
        self.stack: list[State] = []
        self.page = "cp1252"
        self.fonts: dict[int, str] = {}
        self.usual_font = -1
        self.styles: dict[int, str] = {}  # names by their numbers
        self.formats = {"ftn": "decimal", "aftn": "decimal"}  # how footnotes and endnotes are numbered
        self.starts = {"ftn": 1, "aftn": 1}
        self.restarts: set[str] = set()  # what each section counts anew
        self.counts: dict[str, int] = {}
        self.bytes = bytearray()
        self.left = 0  # characters still to be skipped after \u
        self.is_starred = False
        self.marker = ""
        self.high = 0  # the first half of a character that \u gives in two

    def read(self, source: str) -> bool:
        """Read all of a file, a character a byte; False where it ends within a group."""
        at = 0
        while match := TOKEN.match(source, at):
            at = match.end()
            kind = match.lastgroup
            if kind == "text":
                self._letters(match["text"])
            elif kind == "byte":
                self._byte(int(match["byte"], 16))
            elif kind == "brace":
                self._open() if match["brace"] == "{" else self._close()
            elif kind in ("word", "number"):
                number = int(match["number"]) if match["number"] else None
                if match["word"] == "bin":
                    at += max(0, number or 0)
                else:
                    self._word(match["word"], number)
            elif kind == "sign":
                self._sign(match["sign"])
        self._flush()
        is_whole = not self.stack
        while self.stack:
            self._close()
        self.end_paragraph()
        return is_whole

    # -- groups

    def _open(self) -> None:
        self._flush()
        self.left = 0
        if len(self.stack) < MAX_DEPTH:
            self.stack.append(self.state)
            self.state = replace(self.state)
        self.is_starred = False

    def _close(self) -> None:
        self._flush()
        self.left = 0
        if not self.stack:
            return
        at_end = self.state.at_end
        if at_end is not None and at_end is not self.stack[-1].at_end:
            at_end()
        self.state = self.stack.pop()

    # -- letters

    def _letters(self, text: str) -> None:
        if self.left:
            text, self.left = text[self.left :], max(0, self.left - len(text))
        if self.bytes or not text.isascii() or self.fonts.get(self.state.font) == "symbol":
            self.bytes += text.encode("latin-1")  # "\\'83A" is one letter in Shift-JIS
        else:
            self._put(text)

    def _byte(self, code: int) -> None:
        if self.left:
            self.left -= 1
        else:
            self.bytes.append(code)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.is_starred = True
        elif sign in "\r\n":
            self.end_paragraph()
        elif sign in PRINTED:
            self._letters(PRINTED[sign]) if PRINTED[sign].isascii() else self._put_after_bytes(PRINTED[sign])

    def _put_after_bytes(self, text: str) -> None:
        if self.left:
            self.left -= 1
            return
        self._flush()
        self._put(text)

    def _flush(self) -> None:
        """Letters that were given as bytes, in the encoding of their font: two may make one character."""
        if self.bytes:
            data, self.bytes = bytes(self.bytes), bytearray()
            page = self.fonts.get(self.state.font, self.page)
            if page == "symbol":
                self._put("".join(read_symbol(f"{code:x}", "symbol") for code in data))
            else:
                self._put(data.decode(page, "replace"))

    def _put(self, text: str) -> None:
        state = self.state
        if state.into == "text":
            if not (state.is_hidden or state.is_deleted) and text:
                link = next((one.link for one in reversed(state.fields) if one.link), "")
                csl = next((one.csl for one in reversed(state.fields) if one.csl), "")
                if all(one.is_shown and not one.in_code for one in state.fields):
                    state.story.current.runs.append(Run(text, state.italic, link, "", csl))
        elif state.into == "code":
            if state.fields:
                state.fields[-1].add(text)
        elif state.into == "marker":
            self.marker += text
        elif state.into == "styles":
            self.styles[state.style] = self.styles.get(state.style, "") + text
        elif state.into:
            self.said[state.into] += text

    # -- words

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._unicode(number or 0)
            return
        if self.left and word in PRINTED:
            self.left -= 1
            return
        self._flush()
        is_starred, self.is_starred = self.is_starred, False
        if word in PRINTED:
            self._put(PRINTED[word])
        elif word in self.words:
            self.words[word](self, number)
        elif word in WHOLE:
            self.page = WHOLE[word]
        elif (word in SKIPPED or is_starred) and word not in READ:
            self.state.into = ""

    def _unicode(self, number: int) -> None:
        """A character by its number, which is below 0 from U+8000 on; one above U+FFFF comes in two."""
        self._flush()
        code = number & 0xFFFF
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            if self.high:
                self._put(chr(0x10000 + ((self.high - 0xD800) << 10) + code - 0xDC00))
            self.high = 0
        elif code >= 0xF000 and code < 0xF100:
            self._put(read_symbol(f"{code:x}", "symbol") if self.fonts.get(self.state.font) == "symbol" else "")
        elif code:
            self._put(chr(code))
        self.left = self.state.skip

    def end_paragraph(self) -> None:
        """The paragraph ends; within what is not read none does."""
        state, story = self.state, self.state.story
        if state.into != "text":
            return
        paragraph, story.current = story.current, Paragraph()
        name = self.styles.get(state.style, "").strip(" ;").casefold()
        paragraph.heading = state.outline + 1 if 0 <= state.outline < 9 else 0
        if not paragraph.heading and name.startswith("heading ") and name[8:9].isdecimal():
            paragraph.heading = int(name[8])
        paragraph.is_title = name == "title"
        printed = self.marker.strip()
        paragraph.marker = f"{printed} " if any(map(str.isalnum, printed)) else ""
        self.marker = ""
        story.paragraphs.append(paragraph)
        if not state.in_table:
            story.cell_from = len(story.paragraphs)

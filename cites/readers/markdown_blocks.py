"""The lines of a Markdown file: which of them are paragraphs, headings, notes, code, and what of them a reader never sees.

Everything here counts in code points of the file; nothing is copied. Source: CommonMark 0.31, chapters 3 to 5, and the
footnotes of GitHub and Pandoc.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from cites.model import Span
from cites.readers.markdown_links import fold_label, past, read_definition

WIDTH = 4  # columns of a tab, of an indented code block and of what belongs to a note
DEPTH = 16  # quotes and lists within each other; a line of a million bullets stays linear
HEADING = 300  # code points; a longer paragraph above `---` is a paragraph above a rule

INDENT = re.compile(r"[ \t]*+")
QUOTE = re.compile(r"(?:[ \t]{0,3}>)++ ?")
BULLET = re.compile(r"[-*+](?:[ \t]++|$)")
ORDERED = re.compile(r"(\d{1,9})[.)](?=[ \t]|$)")
ATX = re.compile(r"(#{1,6})(?:[ \t]++|$)")
UNDERLINE = re.compile(r"(?:=++|-++)[ \t]*+$")
RULE = re.compile(r"([-*_])[ \t]*+(?:\1[ \t]*+){2,}+$")
FENCE = re.compile(r"(`{3,}+)[^`]*+$|(~{3,}+)")
NOTE = re.compile(r"\[\^([^\[\]\s]{1,99}+)\]:[ \t]*+")
ATTRIBUTES = re.compile(r"\{:[^{}\n]{0,200}+\}[ \t]*+$")  # `{: .small}`, which kramdown takes for the block beside it
DIVISION = re.compile(r":{3,}[ \t]*(?:\{[^{}\n]{0,200}+\}|[\w.-]{0,40}+)[ \t:]*+$")  # `::: {.note}` and `:::` of pandoc
UNSEEN = {"<!--": "-->", "<script": "</script>", "<style": "</style>"}  # blocks of HTML that nobody reads
SPECIAL = frozenset("#>-*+=_`~[<{:")


class Found(NamedTuple):
    """A mark, still in code points of the file."""

    start: int
    end: int
    kind: str
    value: str = ""


@dataclass(slots=True)
class Blocks:
    """What the lines hold, in the order of the file."""

    hidden: list[Span] = field(default_factory=list)
    runs: list[Span] = field(default_factory=list)  # paragraphs and headings, whose inline markup is still to be read
    marks: list[Found] = field(default_factory=list)  # headings, notes, code
    links: dict[str, str] = field(default_factory=dict)  # definitions: label → address
    labels: set[str] = field(default_factory=set)  # of the notes


def scan_blocks(text: str, start: int) -> Blocks:
    """Read the lines from `start` on."""
    scanner = _Scanner(text)
    scanner.scan(start)
    return scanner.blocks


class _Scanner:
    """Walks the lines once; the state is what the line before left open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks = Blocks()
        self.eol = "\n" if "\n" in text or "\r" not in text else "\r"
        self.run: list[int] = []  # start and end of the open paragraph
        self.fence = ""  # what opened the block of code
        self.quoted = False  # the last special line stood in a quote
        self.code: list[int] = []  # start and end of the open block of code
        self.note: Span | None = None  # its text so far
        self.label = ""
        self.in_list = False
        self.begins_item = False  # a bullet or a number stands before what comes now
        self.after_blank = True
        self.absent: set[str] = set()  # closings of UNSEEN that do not come again

    def scan(self, at: int) -> None:
        text, size = self.text, len(self.text)
        while at < size:
            stop = text.find(self.eol, at)
            stop = size if stop < 0 else stop
            end = stop - 1 if stop > at and text[stop - 1] == "\r" else stop
            if self.run and not self.fence and text[at].isalpha():
                self.run[1] = end  # the usual case, out of the way
                at = stop + 1
            else:
                at = max(stop + 1, self._line(at, end))
        self._close_run()
        self._close_code()
        self._close_note()

    def _line(self, at: int, end: int) -> int:
        """Take in the line `at:end`; return where the next one begins, where that is not right after it."""
        text = self.text
        if self.fence and self._in_fence(at, end):
            return 0
        content = past(INDENT, text, at, end)
        if content == end:
            self._close_run()
            self.after_blank = True
            return 0
        columns = content - at if "\t" not in text[at:content] else len(text[at:content].expandtabs(WIDTH))
        after_blank, self.after_blank = self.after_blank, False
        if not self.run and columns >= WIDTH and not self.in_list and self.note is None:
            self._extend_code(at, end)
            return 0
        self._close_code()
        if after_blank and columns < WIDTH:
            self._close_note()
        if after_blank and columns < 2 and not (BULLET.match(text, content, end) or ORDERED.match(text, content, end)):
            self.in_list = False
        if text[content] not in SPECIAL and not text[content].isdigit():
            self._paragraph(at, content, end)
            return 0
        return self._special(at, content, end, columns, after_blank)

    def _special(self, at: int, content: int, end: int, columns: int, after_blank: bool) -> int:
        """A line that begins with a character which may mean a block."""
        text = self.text
        begin = content
        quoted = False
        for _ in range(DEPTH):  # quotes and list items may stand in each other
            quote = QUOTE.match(text, content, end)
            bullet = None if quote or RULE.match(text, content, end) else BULLET.match(text, content, end)
            prefix = quote or bullet
            if prefix is None:
                break
            if bullet:
                self._close_run()
                self.in_list = self.begins_item = True
            quoted = quoted or quote is not None
            content = past(INDENT, text, prefix.end(), end)
        if content == end:  # ">" alone ends a paragraph within its quote
            self._close_run()
            self._hide(at, end)
            return 0
        if content > begin and columns < WIDTH and self.note and not self.run:
            self._close_note()
        self.quoted = quoted
        return self._block(at, content, end, columns, after_blank or content > begin)

    def _block(self, at: int, content: int, end: int, columns: int, fresh: bool) -> int:
        text = self.text
        first = text[content]
        if first == "#" and (heading := ATX.match(text, content, end)):
            self._heading(at, heading.end(), end, str(len(heading[1])))
        elif first in "=-" and self._is_heading() and UNDERLINE.match(text, content, end):
            self._mark(Span(*self.run), "heading", "1" if first == "=" else "2")
            self._close_run()
            self._hide(at, end)
        elif first in "-*_" and RULE.match(text, content, end):
            self._close_run()
            self._close_note()
            self._hide(at, end)
        elif first in "`~" and (fence := FENCE.match(text, content, end)):
            self._close_run()
            self._hide(at, end)
            self.fence = fence[1] or fence[2]
        elif first == "[" and (note := NOTE.match(text, content, end)):
            self._open_note(note[1], at, content, note.end(), end)
        elif first == "[" and not self.run and (definition := read_definition(text[content:end].rstrip())):
            self.blocks.links.setdefault(*definition)
            self._hide(at, end)
        elif (first == "{" and ATTRIBUTES.match(text, content, end)) or (first == ":" and DIVISION.match(text, content, end)):
            self._close_run()
            self._hide(at, end)
        elif first == "<" and (past := self._unseen(content, end)):
            self._close_run()
            self._hide(at, past)
            return past
        else:
            ordered = ORDERED.match(text, content, end) if first.isdigit() else None
            if ordered and (fresh or self.in_list or ordered[1] == "1"):
                self._close_run()
                self.in_list = self.begins_item = True
                if columns < WIDTH:
                    self._close_note()
            self._paragraph(at, content, end)
        return 0

    def _is_heading(self) -> bool:
        """Whether a line of `---` makes a heading of the paragraph above it."""
        return bool(self.run) and self.note is None and not self.in_list and self.run[1] - self.run[0] <= HEADING

    def _paragraph(self, at: int, content: int, end: int) -> None:
        """Open a paragraph or go on with it."""
        self._hide(at, content)
        if self.run:
            self.run[1] = end
        else:
            self.run = [content, end]

    def _heading(self, at: int, content: int, end: int, level: str) -> None:
        self._close_run()
        self._close_note()
        printed = self.text[content:end].rstrip()
        bare = printed.rstrip("#")
        if not bare or bare[-1] in " \t":
            printed = bare.rstrip()
        self._hide(at, content)
        self.blocks.runs.append(Span(content, content + len(printed)))
        self._mark(Span(content, content + len(printed)), "heading", level)
        self._hide(content + len(printed), end)

    def _open_note(self, label: str, at: int, content: int, start: int, end: int) -> None:
        """`[^1]: ` stays in sight, but outside the note's span."""
        self._close_run()
        self._close_note()
        self._hide(at, content)
        self.label = label
        self.blocks.labels.add(fold_label(label))
        self.note = Span(start, start)
        if start < end:
            self.run = [start, end]

    def _in_fence(self, at: int, end: int) -> bool:
        """Take in a line of fenced code; False where the quote around the code has ended before it."""
        content = at
        if self.quoted:
            content = past(QUOTE, self.text, at, end)
            if content == at:
                self.fence = ""
                return False
        line = self.text[content:end].strip()
        if line.startswith(self.fence) and not line.strip(self.fence[0]):
            self.fence = ""
            self._close_code()
            self._hide(at, end)
        else:
            self._hide(at, content)
            self._extend_code(content, end)
        return True

    def _extend_code(self, start: int, end: int) -> None:
        self.code = [self.code[0] if self.code else start, end]

    def _close_code(self) -> None:
        if self.code:
            self._mark(Span(*self.code), "code", "")
            self.code = []

    def _close_run(self) -> None:
        if self.run:
            self.blocks.runs.append(Span(*self.run))
            if self.begins_item:
                self._mark(Span(*self.run), "item", "")
            self.begins_item = False
            if self.note:
                self.note = Span(self.note.start, self.run[1])
            self.run = []

    def _close_note(self) -> None:
        if self.note is None:
            return
        printed = self.text[self.note.start : self.note.end]
        start = self.note.start + len(printed) - len(printed.lstrip())
        self._mark(Span(start, self.note.start + len(printed.rstrip())), "note", self.label)
        self.note = None

    def _unseen(self, at: int, end: int) -> int:
        """Where a comment, script or style that begins here ends; 0 where none does, or not before the file does."""
        opening = next((opening for opening in UNSEEN if self.text.startswith(opening, at)), "")
        closing = UNSEEN.get(opening, "")
        if not closing or closing in self.absent:
            return 0
        past = self.text.find(closing, at)
        if past < 0:
            self.absent.add(closing)
        return past + len(closing) if past >= end else 0  # within a line it is inline markup

    def _hide(self, start: int, end: int) -> None:
        if start < end:
            self.blocks.hidden.append(Span(start, end))

    def _mark(self, span: Span, kind: str, value: str) -> None:
        if span.start < span.end:
            self.blocks.marks.append(Found(*span, kind, value))

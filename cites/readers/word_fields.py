"""Fields of DOCX and RTF: a code that is not shown, and what came of it; they stand in each other and may be cut anywhere.

    { HYPERLINK "https://a.example" } { ADDIN ZOTERO_ITEM CSL_CITATION {…} } { EN.CITE … { EN.CITE.DATA } }
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cites.readers.reference_managers import MAX_DATA, read_endnote_data, read_field

LINK = re.compile(
    r"\s*HYPERLINK\s+(?P<switch>\\l\s+)?(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s\"\\]\S*))(?:[^\"]*?\\l\s+\"(?P<within>[^\"]*)\")?",
    re.IGNORECASE,
)
UNSHOWN = re.compile(r"\s*(?:TOC|TC|XE|RD|INDEX)\b", re.IGNORECASE)  # a table of contents is no part of the text
MAX_DEPTH = 50  # fields in each other


@dataclass(slots=True)
class Field:
    """A field whose end is still to come."""

    code: list[str] = field(default_factory=list)
    data: str = ""  # what a program keeps beside it, in base 64
    size: int = 0
    in_code: bool = True
    link: str = ""
    csl: str = ""
    is_shown: bool = True

    def add(self, text: str) -> None:
        """Take a piece of the code."""
        self.size += len(text)
        if self.size <= MAX_DATA:
            self.code.append(text)

    def show(self) -> None:
        """The code is whole, and what came of it follows."""
        self.in_code = False
        code = "".join(self.code)
        self.link = read_link(code)
        self.csl = read_field(code) or (read_endnote_data(self.data) if self.data else "")
        self.is_shown = not UNSHOWN.match(code)


class Fields:
    """The fields that are open at a place of the text."""

    def __init__(self) -> None:
        self.open: list[Field] = []

    def begin(self, data: str = "") -> None:
        """A field begins; too many in each other are one."""
        if len(self.open) < MAX_DEPTH:
            self.open.append(Field(data=data))

    def separate(self) -> None:
        """Its code ends here."""
        if self.open and self.open[-1].in_code:
            self.open[-1].show()

    def end(self) -> None:
        """It ends; what EndNote keeps in a field within the code belongs to the field around it."""
        if self.open:
            ended = self.open.pop()
            if self.open and self.open[-1].in_code and ended.data and not self.open[-1].data:
                self.open[-1].data = ended.data

    def code(self, text: str) -> None:
        """A piece of the code of the innermost field."""
        if self.open and self.open[-1].in_code:
            self.open[-1].add(text)

    @property
    def is_shown(self) -> bool:
        """Whether text is seen here: not within the code of a field around this one."""
        return all(one.is_shown and not (one.in_code and one is not self.open[-1]) for one in self.open)

    @property
    def link(self) -> str:
        return next((one.link for one in reversed(self.open) if one.link), "")

    @property
    def csl(self) -> str:
        return next((one.csl for one in reversed(self.open) if one.csl), "")


def read_link(code: str) -> str:
    """The address in the code of a field: `HYPERLINK "https://a.example" \\l "part"` gives "https://a.example#part"."""
    match = LINK.match(code)
    if match is None or match["switch"]:  # a place in this document
        return ""
    address = (match["quoted"] if match["quoted"] is not None else match["bare"]).strip()
    return f"{address}#{match['within']}" if address and match["within"] and "#" not in address else address

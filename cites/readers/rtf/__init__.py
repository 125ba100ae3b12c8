"""Rich Text Format (.rtf): footnotes and endnotes, links, italics, lists, the data of reference managers.

    text.py   letters and groups        actions.py   what control words do        words.py   tables of them

There are no offsets into the file: `pieces` is None.
"""

from __future__ import annotations

from collections.abc import Callable

from cites.errors import ReadError
from cites.model import Document
from cites.readers.manuscript import compose, describe
from cites.readers.rtf.actions import CALL, WORDS
from cites.readers.rtf.text import Text

BEGIN = b"{\\rtf"


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; what was cut off is read up to there, and said."""
    start = data.find(BEGIN)
    if start < 0:
        raise ReadError(name, "is no RTF file", "save it again as RTF or DOCX")
    text = Text(WORDS)
    if not text.read(data[start:].decode("latin-1").rstrip("\0")):
        warn(f"{name}: ends in the middle, and is read up to there")
    for paragraph in text.body.paragraphs:
        paragraph.runs = [run for run in paragraph.runs if run.text != CALL]  # the number of a note that is not there
    notes = sorted(text.notes, key=lambda note: note.is_endnote)
    said = text.said
    return compose(name, text.body.paragraphs, notes, describe(said["title"], said["author"], said["created"]))

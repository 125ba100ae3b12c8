"""Rich Text Format (.rtf): footnotes and endnotes, links, italics, lists, the data of reference managers.

    text.py   letters and groups        actions.py   what control words do        words.py   tables of them

There are no offsets into the file: `pieces` is None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cites.errors import ReadError
from cites.model import Document, Finding
from cites.readers.manuscript import compose, describe
from cites.readers.rtf.actions import CALL, WORDS
from cites.readers.rtf.text import Text

CUT_OFF = Finding("cut-off", "ends in the middle, and is read up to there", "warning", fix="get it again, or save it anew")
BEGIN = b"{\\rtf"


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; what was cut off is read up to there, and has a finding that says so."""
    start = data.find(BEGIN)
    if start < 0:
        raise ReadError(name, "is no RTF file", "save it again as RTF or DOCX")
    text = Text(WORDS)
    is_whole = text.read(data[start:].decode("latin-1").rstrip("\0"))
    if not is_whole:
        warn(f"{name}: {CUT_OFF.message} ({CUT_OFF.fix})")
    for paragraph in text.body.paragraphs:
        paragraph.runs = [run for run in paragraph.runs if run.text != CALL]  # the number of a note that is not there
    notes = sorted(text.notes, key=lambda note: note.is_endnote)
    said = text.said
    document = compose(name, text.body.paragraphs, notes, describe(said["title"], said["author"], said["created"]))
    return document if is_whole else replace(document, findings=(CUT_OFF,))

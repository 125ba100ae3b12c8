"""The notes of each document in a style: what a sentence rests on, in full when it is first cited and in short after that.

Sources that stand in parentheses become notes in this way, in one row with the notes of the text; what one parenthesis or one note
cites is one note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cites.errors import StyleError
from cites.library import Library
from cites.model import Citation, Reading
from cites.writers.styles import Style, load_style, prepare_all
from cites.writers.styles.marks import MARKUPS, UNQUOTE, Section
from cites.writers.styles.work import Work

LISTED = ("list", "credit")  # kinds of citations that support no sentence
APART = re.compile(r"[()\[\]\n]")  # what never stands inside one parenthesis
# The last full stop of a note, unless it is that of an abbreviation: "n.d.", "et al.", "Jr."
LAST_STOP = re.compile(rf"(?<!\b\w\.\w)(?<!\bet al)(?<!\b[JS]r)\.([{UNQUOTE}’”]*)$")


def write(library: Library, *, style: str = "chicago", markup: str = "text", template_dirs: Iterable[Path] = ()) -> str:
    """The notes of all documents, as text, Markdown or an HTML page; each document begins anew, with its title where there are several.

    Raises StyleError, also for a style without macros `note` and `short`.
    """
    found = load_style(style, template_dirs)
    if found.note is None or found.short is None:
        raise StyleError(f"styles/{style}.j2 has no macros 'note(work, page)' and 'short(work, page)'", "so it has no notes")
    works = {work.id: work for work in prepare_all(library)}
    sections = []
    for number, reading in enumerate(library.readings, start=1):
        title = (reading.document.about.title or reading.document.name) if len(library.readings) > 1 else ""
        notes = list(_notes(reading, works, found))
        if not notes:
            continue
        sections.append(Section(title, [(f"n{number}.{label}", MARKUPS[markup].render(f"{label}. {line}")) for label, line in notes]))
    return MARKUPS[markup].page("Notes", sections)


def _notes(reading: Reading, works: Mapping[str, Work], style: Style) -> Iterator[tuple[str, str]]:
    """The label and the text of each note; labels are those of the document where all its citations stand in notes."""
    groups = list(_together(reading))
    labelled = all(group[0].note for group in groups)
    if not labelled:
        groups.sort(key=_called_at)
    seen: set[str] = set()
    for number, group in enumerate(groups, start=1):
        parts = []
        for citation in group:
            write = style.short if citation.reference in seen else style.note
            assert write is not None
            parts.append(write(works[citation.reference], citation.locator))
            seen.add(citation.reference)
        line = "; ".join([*(LAST_STOP.sub(r"\1", part) for part in parts[:-1]), parts[-1]])
        yield (group[0].note if labelled else str(number)), line


def _together(reading: Reading) -> Iterator[list[Citation]]:
    """The citations of each note, and of each parenthesis."""
    group: list[Citation] = []
    for citation in reading.citations:
        if citation.kind in LISTED or not citation.reference:
            continue
        if group and not _is_one(reading.document.text, group[-1], citation):
            yield group
            group = []
        group.append(citation)
    if group:
        yield group


def _called_at(group: list[Citation]) -> int:
    """Where the text calls a note: a parenthesis stands there itself, a note behind the sentence that it supports."""
    first = group[0]
    return first.claim.end if first.note and first.claim else first.span.start


def _is_one(text: str, first: Citation, second: Citation) -> bool:
    if first.note or second.note:
        return first.note == second.note
    return first.claim == second.claim and not APART.search(text[first.span.end : second.span.start])

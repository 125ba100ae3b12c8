"""Whole documents of notes in six styles: each back reference leads to the work that a reader would take it to mean.

Beside each document of tests/back_references/ stands a table: the note, how the back reference begins, words of the title (or the
shelf mark) of the work. The articles were written for this test, two of them around notes as they were printed, and the tables before it was
first run.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cites.extract import Extractor
from cites.model import Citation, Reading
from cites.readers import read

FOLDER = Path(__file__).parent / "back_references"


def find(reading: Reading, note: str, printed: str) -> Citation | None:
    """Return the citation of a note whose text has these words, or is the beginning of them."""
    for citation in reading.citations:
        text = reading.document.text[slice(*citation.span)]
        if citation.note == note and (printed in text or printed.startswith(text)):
            return citation
    return None


@pytest.mark.parametrize("document", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_each_back_reference_leads_to_its_work(document: Path) -> None:
    reading = Extractor()(read(document))
    works = {work.id: work for work in reading.references}
    missed = []
    for line in document.with_suffix(".tsv").read_text("utf-8").splitlines():
        note, printed, meant = line.split("\t")
        citation = find(reading, note, printed)
        work = works.get(citation.reference) if citation else None
        found = f"{work.title} {work.number} {work.archive_location}" if work else ""
        if citation is None or citation.form == "full" or meant.casefold() not in found.casefold():
            missed.append((line, found))
    assert not missed

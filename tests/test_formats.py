"""One article in every format gives the same references: `render_formats.py` made the files, nothing is needed to read them again."""

from __future__ import annotations

import re

import pytest
from render_formats import FOLDER, RENDERED

from cites.extract import extract
from cites.model import Reading
from cites.readers import READERS, find_files, read
from cites.readers.tell import tell_by_content, tell_by_suffix

FIELDS = ("type", "author", "title", "container_title", "issued", "publisher", "volume", "issue", "page", "doi")
SOURCE = "article.md"


def is_read(file: str) -> bool:
    return tell_by_suffix(file) in READERS


FILES = list(filter(is_read, RENDERED))


def references(reading: Reading) -> list[list[str]]:
    return sorted([plain(getattr(work, name)) for name in FIELDS] for work in reading.references)


def citations(reading: Reading) -> list[tuple[str, str, str, str, str]]:
    """Every citation in the order of the text, notes last: how and where it stands, and the work that it points to."""
    works = {work.id: work for work in reading.references}
    return sorted((c.kind, c.note, c.form, c.locator, plain(works[c.reference].title)) for c in reading.citations)


def plain(value: object) -> str:
    """What is the same whether or not a program turned quotation marks and dashes."""
    return re.sub(r"[\W_]+", " ", str(value)).strip()


@pytest.fixture(scope="module")
def source() -> Reading:
    return extract(read(FOLDER / SOURCE))


def test_the_source_is_read_as_it_was_written(source: Reading) -> None:
    assert len(source.references) == 11 and len(source.citations) == 16
    assert {c.note for c in source.citations} == {"", *"123456789"}


@pytest.mark.parametrize("file", FILES)
def test_each_format_gives_the_same_references(file: str, source: Reading) -> None:
    reading = extract(read(FOLDER / file))
    assert references(reading) == references(source)
    assert citations(reading) == citations(source)


@pytest.mark.parametrize("file", FILES)
def test_each_format_gives_the_title_the_author_and_the_date(file: str, source: Reading) -> None:
    about, wanted = read(FOLDER / file).about, source.document.about
    assert plain(about.title) == plain(wanted.title)
    if file != "article.rtf":  # pandoc writes the author as a line without "By", which nothing tells from another
        assert about.author == wanted.author
    assert about.said("issued") == wanted.issued


def test_every_file_is_told_by_its_content_too() -> None:
    for file in RENDERED:
        told = tell_by_content((FOLDER / file).read_bytes())
        assert told in ("", tell_by_suffix(file)), file
    assert {path.name for path in find_files([FOLDER])} >= {SOURCE, *FILES}

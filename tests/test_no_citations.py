"""Texts that cite nothing, with many parentheses, names and dates: recipes, minutes, data sheets, stories. Nothing is found in them."""

from pathlib import Path

import pytest

import cites

TEXTS = sorted((Path(__file__).parent / "no_citations").iterdir())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_nothing_is_cited(path: Path) -> None:
    """A caption, a score or the day of a meeting is no citation."""
    reading = cites.extract(cites.read(path))
    assert [reading.document.text[slice(*citation.span)] for citation in reading.citations] == []


def test_there_are_texts_of_many_kinds() -> None:
    assert len(TEXTS) > 20

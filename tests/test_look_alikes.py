"""Articles in which sources stand beside what looks like them: premieres, ships, releases, hearings, games, coins, units, records.

`⟦ ⟧` stands around what is a citation, `⟪ ⟫` around what may be taken for one or not.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

import cites
from cites.model import Span
from cites.readers import read_bytes

ARTICLES = sorted((Path(__file__).parent / "look_alikes").iterdir())
SURE, PERHAPS = ("⟦", "⟧"), ("⟪", "⟫")
MARKS = str.maketrans("", "", "".join(SURE + PERHAPS))
FEWEST = {"ships.md": 10, "software.md": 11, "museum.txt": 11, "albums.md": 12, "soprano.txt": 12, "court.txt": 11}  # of those that are marked
FEWEST |= {"charts.md": 1, "family.txt": 2, "strait.md": 11, "torero_es.txt": 2, "zavod_ru.txt": 2}
FALSE = {"albums.md": 1, "regiment.md": 1}  # “How Do You Sleep?,” Imagine, Apple · South Dublin Union
FALSE |= {  # Middelburg, 9 October 2009 · Fifth Review, Boundary Commission, 2007 · Stadtrat, Sitzung vom 3. Juni 2009
    "author_note.md": 2, "canal_fr.txt": 1, "container.txt": 2, "election.md": 1, "films.md": 2, "keramik.txt": 2,
    "parser.md": 1, "strait.md": 3, "thanks.md": 4, "trial.md": 1, "zavod_ru.txt": 1,
}  # fmt: skip


class Marked(NamedTuple):
    """An article without its marks, and the places that they marked."""

    printed: str
    sure: list[Span]
    perhaps: list[Span]


def unmark(text: str) -> Marked:
    """Return a text that was read with its marks, as it would be read without them."""
    printed: list[str] = []
    places: dict[tuple[str, str], list[Span]] = {SURE: [], PERHAPS: []}
    begin = 0
    for char in text:
        if char in (SURE[0], PERHAPS[0]):
            begin = len(printed)
        elif char in (SURE[1], PERHAPS[1]):
            places[SURE if char == SURE[1] else PERHAPS].append(Span(begin, len(printed)))
        else:
            printed.append(char)
    return Marked("".join(printed), places[SURE], places[PERHAPS])


def touches(place: Span, citation: cites.Citation) -> bool:
    return place.start < citation.span.end and citation.span.start < place.end


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_sources_are_told_from_what_looks_like_them(path: Path) -> None:
    raw = path.read_text("utf-8")
    marked = unmark(read_bytes(raw.encode(), path.name).text)
    reading = cites.extract(read_bytes(raw.translate(MARKS).encode(), path.name))
    assert reading.document.text == marked.printed
    found = [place for place in marked.sure if any(touches(place, citation) for citation in reading.citations)]
    wrong = [
        marked.printed[slice(*citation.span)]
        for citation in reading.citations
        if not any(touches(place, citation) for place in (*marked.sure, *marked.perhaps))
    ]
    assert len(wrong) <= FALSE.get(path.name, 0), wrong
    assert len(found) >= FEWEST.get(path.name, len(marked.sure))


def test_there_are_articles_of_many_kinds() -> None:
    assert len(ARTICLES) >= 8

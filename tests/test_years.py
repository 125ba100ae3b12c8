"""Years that only the name or the address of a document tells; tests/cases/years.txt has those that its text tells."""

from __future__ import annotations

import pytest

from cites.extract import Extractor
from cites.model import Document, Reference
from cites.outlets import load_outlets
from cites.resolve.years import infer

TEXT = "The port was closed (Interfax, December 26). It opened again a week later (TASS, January 10)."


@pytest.mark.parametrize(
    ("name", "address", "ground"),
    [
        ("posts/2014-01-22-in-a-fortnight.md", "", "the name of the document has 2014-01-22"),  # as Jekyll names posts
        ("page.html", "https://example.org/2014/01/22/in-a-fortnight", "the address of the document has 2014/01/22"),
        ("page.html", "https://example.org/2014/01/in-a-fortnight", "the address of the document has 2014/01"),
        ("2020-05-05-copy.html", "https://example.org/2014/01/22/in-a-fortnight", "the address of the document has 2014/01/22"),
    ],
)
def test_the_name_or_the_address_of_a_document_dates_it(name: str, address: str, ground: str) -> None:
    works = Extractor()(Document(name, TEXT, Reference(url=address))).references
    assert [work.issued for work in works] == ["2013-12-26", "2014-01-10"]
    assert {inferred.ground for work in works for inferred in work.inferred} == {ground}


@pytest.mark.parametrize("name", ["report-2014-01-22.md", "2014-01.md", "20140122.md", "2014-31-12-x.md"])
def test_other_numbers_in_a_name_date_nothing(name: str) -> None:
    assert [work.issued for work in Extractor()(Document(name, TEXT)).references] == ["XXXX-12-26", "XXXX-01-10"]


def test_what_a_document_says_of_itself_comes_first() -> None:
    works = Extractor()(Document("2014-01-22-copy.md", TEXT, Reference(issued="2012-01-26"))).references
    assert [work.issued for work in works] == ["2011-12-26", "2012-01-10"]


def test_a_day_at_the_end_of_time_is_no_fault() -> None:
    references = [Reference(issued=day) for day in ("9999-01-01", "9999-02-01", "XXXX-03-01")]
    assert infer(Document("2022-06-03-copy.md", TEXT), references, load_outlets(), {}, {})[2].issued == "2022-03-01"


@pytest.mark.parametrize("issued", ["9999-12-31", "9999-12", "9999", "0001-01-01", "0000", "2012-02-31", "2012-00"])
def test_a_document_at_the_end_of_time_is_read(issued: str) -> None:
    text = f"{TEXT} So it was (Kommersant, December 31–January 2; Vedomosti, next day)."
    assert len(Extractor()(Document("copy.md", text, Reference(issued=issued))).references) == 4


@pytest.mark.parametrize("volume", ["0", "8500", "999999999999"])
def test_a_volume_beyond_all_years_tells_none(volume: str) -> None:
    about = Reference(container_title="Eurasia Daily Monitor", volume=volume, issue="1")
    assert len(Extractor()(Document("copy.md", TEXT, about)).references) == 2


def test_a_citation_at_the_beginning_of_time_is_no_fault() -> None:
    references = [Reference(issued=day) for day in ("0001-01-01", "XXXX-03-01")]
    assert [work.issued for work in infer(Document("copy.md", TEXT), references, load_outlets(), {}, {})] == ["0001-01-01", "XXXX-03-01"]

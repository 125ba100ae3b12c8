"""The table: one line a citation, and no cell that a spreadsheet would compute."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from reference_strategies import references, texts

from cites.library import Library
from cites.model import Callout, Citation, Document, Inferred, Name, Reading, Reference, Span
from cites.writers import table

TEXT = "Abe visited Sochi.\nPutin met him (Interfax,\nJanuary 26).\n"
CITATION = Citation(
    Span(34, 55), "inline", "full", "source_date", locator="2", claim=Span(19, 57), reference="r1", confidence=0.9, note="4"
)
REFERENCE = Reference(
    id="r1", type="article-newspaper", author=(Name(family="Ivanov", given="Pyotr"),), container_title="Interfax", source="Interfax",
    issued="2012-01-26", url="http://a.org", inferred=(Inferred("issued", "volume 9 is 2012", 0.9),),
)  # fmt: skip


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_row_has_the_citation_and_its_reference() -> None:
    assert TEXT[CITATION.span.start : CITATION.span.end] == "Interfax,\nJanuary 26)"
    library = Library.of([Reading(Document("a.txt", TEXT), (CITATION,), (REFERENCE,))])
    assert read(table.write(library)) == [
        {
            "document": "a.txt", "line": "2", "page": "", "paragraph": "", "heading": "", "start": "34", "note": "4", "text": "Interfax, January 26)", "form": "full",
            "kind": "inline", "reference": "ivanov2012-01-26", "type": "article-newspaper", "author": "Ivanov, Pyotr", "title": "",
            "container_title": "Interfax", "source": "Interfax", "issued": "2012-01-26", "issued_inferred": "volume 9 is 2012",
            "url": "http://a.org", "locator": "2", "claim": "Putin met him (Interfax, January 26).", "confidence": "0.9",
        }
    ]  # fmt: skip


def test_citation_without_a_reference_and_document_without_offsets() -> None:
    credit = Citation(Span(0, 3), "credit", "full", "credit")
    row = read(table.write(Library((Reading(Document("a.html", "TASS", pieces=None), (credit,)),))))[0]
    assert (row["line"], row["start"], row["reference"], row["type"], row["text"]) == ("", "", "", "", "TAS")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"), ("+7 495", "'+7 495"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("＝1+1", "'＝1+1"), ("\t=1+1", "'=1+1"), ("\r=1", "'=1"),
        ("a=b", "a=b"), ("a\n b", "a b"), ("a\0b", "ab"), (None, ""), (7, "7"), (0.5, "0.5"),
    ],
)  # fmt: skip
def test_cells(value: str | float | None, cell: str) -> None:
    assert table.to_cell(value) == cell


def test_excel_gets_a_mark_of_utf_8_and_pages_that_are_no_days() -> None:
    citation = replace(CITATION, locator="12-14", span=Span(0, len(TEXT)))
    library = Library((Reading(Document("=a.txt", TEXT * 3000), (replace(citation, span=Span(0, 3 * len(TEXT) * 900)),), (REFERENCE,)),))
    written = table.write(library, excel=True)
    row = read(written.removeprefix(table.BOM))[0]
    assert written.startswith("\ufeffdocument,line,") and written.endswith("\r\n")
    assert (row["locator"], row["issued"], row["document"]) == ("12–14", "2012-01-26", "'=a.txt")
    assert len(row["text"]) == table.LONGEST


def test_a_claim_has_no_marks_of_notes() -> None:
    text = "Ships came.12 They left.13\n"
    citation = replace(CITATION, span=Span(0, 5), claim=Span(0, 26))
    reading = Reading(Document("a.txt", text), (citation,), (REFERENCE,), (Callout("12", Span(11, 13)), Callout("13", Span(24, 26))))
    assert [row["claim"] for row in read(table.write(Library.of([reading])))] == ["Ships came. They left."]


def test_empty_library_is_a_header() -> None:
    assert table.write(Library()).splitlines() == [",".join(table.COLUMNS)]


@settings(max_examples=50, deadline=None)
@given(texts, references)
def test_every_citation_is_one_line(text: str, reference: Reference) -> None:
    citation = Citation(Span(0, len(text)), "inline", "full", "x", reference=reference.id, claim=Span(0, len(text)))
    written = table.write(Library((Reading(Document("a", text), (citation,) * 3, (reference,)),)))
    assert len(written.splitlines()) == written.count("\n") == 4
    assert not any((cell or "x").startswith(("=", "+", "-", "@", "\t", "\r")) for row in read(written) for cell in row.values())


def test_rows_are_taken_one_by_one() -> None:
    """The citations of a document are given before the next document is asked for."""
    asked = []

    def readings() -> Iterator[Reading]:
        for number in range(2):
            asked.append(number)
            yield Reading(Document("a.txt", TEXT), (CITATION,), (REFERENCE,))

    next(table.rows(readings()))
    assert asked == [0]

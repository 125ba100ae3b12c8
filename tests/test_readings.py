"""The JSON of what was read: the contract that `cites extract --format json` and `jsonl` keep."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

from cites.library import Library
from cites.model import Callout, Citation, Document, Finding, Part, Piece, Reading, Reference, Span
from cites.writers import WRITERS, readings

TEXT = "Путин met Abe (Interfax, January 26; see TASS).1"
CITATION = Citation(
    Span(15, 35), "inline", "full", "source_date",
    parts=(Part("source", "Interfax", Span(15, 23)), Part("issued", "2012-01-26", Span(25, 35)), Part("type", "article-newspaper", None)),
    claim=Span(0, 47), reference="r1", confidence=0.95,
)  # fmt: skip
CREDIT = Citation(Span(41, 45), "credit", "full", "credit")
NOTE = Citation(Span(41, 45), "note", "ibid", "ibid", note="1", locator="12", reference="r1")
READING = Reading(
    Document("a.txt", TEXT, about=Reference(title="Visit", issued="2012-02-01")),
    citations=(CITATION, CREDIT, NOTE),
    references=(Reference(id="r1", type="article-newspaper", source="Interfax", issued="2012-01-26"),),
    callouts=(Callout("1", Span(47, 48)),),
    findings=(Finding("short-form-unresolved", "no work", "warning", Span(41, 45), fix="name it"), Finding("empty", "nothing", "note")),
)


def test_record_of_a_document() -> None:
    record = readings.document_record(READING)
    assert list(record) == ["file", "document", "citations", "callouts", "references", "findings"]
    assert record["file"] == "a.txt"
    assert record["document"] == {"type": "document", "title": "Visit", "issued": {"date-parts": [[2012, 2, 1]]}}
    assert record["citations"][0] == {
        "start": 15,
        "end": 35,
        "text": "Interfax, January 26",
        "kind": "inline",
        "note": None,
        "form": "full",
        "reference": "r1",
        "place": {"line": 1},
        "confidence": 0.95,
        "matched_by": "source_date",
        "claim": {"start": 0, "end": 47, "text": TEXT[:47]},
        "parts": [
            {"field": "source", "value": "Interfax", "start": 15, "end": 23},
            {"field": "issued", "value": "2012-01-26", "start": 25, "end": 35},
            {"field": "type", "value": "article-newspaper", "start": None, "end": None},
        ],
    }
    assert record["callouts"] == [{"note": "1", "start": 47, "end": 48}]
    assert record["findings"] == [
        {"code": "short-form-unresolved", "message": "no work", "severity": "warning", "start": 41, "end": 45, "place": {"line": 1, "note": "1"}, "fix": "name it"},
        {"code": "empty", "message": "nothing", "severity": "note", "start": None, "end": None},
    ]


def test_credit_has_no_reference_and_a_note_has_its_label() -> None:
    _, credit, note = readings.document_record(READING)["citations"]
    assert (credit["reference"], credit["claim"], "locator" in credit) == (None, None, False)
    assert (note["note"], note["locator"], note["form"]) == ("1", "12", "ibid")


def test_html_has_no_offsets() -> None:
    record = readings.document_record(replace(READING, document=replace(READING.document, pieces=None)))
    citation = record["citations"][0]
    assert (citation["start"], citation["end"], citation["text"]) == (None, None, "Interfax, January 26")
    assert citation["claim"] == {"start": None, "end": None, "text": TEXT[:47]}
    assert record["callouts"] == [{"note": "1", "start": None, "end": None}]


def test_markdown_text_is_that_of_the_file() -> None:
    """A heading's "# " is in the file and not in the text."""
    document = Document("a.md", TEXT, pieces=(Piece(0, 2),), source_text="# " + TEXT)
    citation = readings.document_record(replace(READING, document=document))["citations"][0]
    assert (citation["start"], citation["end"]) == (17, 37)
    assert document.source_text[17:37] == citation["text"] == "Interfax, January 26"


def test_json_is_one_object_that_names_each_work_once() -> None:
    library = Library.of([READING, replace(READING, document=replace(READING.document, name="b.txt"))])
    text = readings.write(library)
    out = json.loads(text)
    assert [document["file"] for document in out["documents"]] == ["a.txt", "b.txt"]
    assert [reference["id"] for reference in out["references"]] == ["interfax2012-01-26"]
    assert {document["citations"][0]["reference"] for document in out["documents"]} == {"interfax2012-01-26"}
    assert "references" not in out["documents"][0]
    assert "Путин" in text and len(text.splitlines()) == 7
    assert json.loads(readings.write(Library())) == {"documents": [], "references": []}


def test_jsonl_is_written_as_it_is_read() -> None:
    asked = []

    def source() -> Iterator[Reading]:
        for number in range(3):
            asked.append(number)
            yield READING

    lines = readings.lines(source())
    record = json.loads(next(lines))
    assert asked == [0]
    assert record == readings.document_record(READING)
    assert record["references"][0]["id"] == "r1"


def test_jsonl_of_a_library_is_a_document_a_line() -> None:
    lines = readings.write_lines(Library((READING, READING))).splitlines()
    assert [json.loads(line)["file"] for line in lines] == ["a.txt", "a.txt"]


def test_every_writer_in_the_table_is_there() -> None:
    assert set(WRITERS) >= {"biblatex", "bibtex", "csl-json", "csv", "html", "json", "jsonl"}
    library = Library.of([READING])
    for name, writer in WRITERS.items():
        assert writer.suffix.startswith(".")
        assert "interfax" in writer.write(library).lower(), name
    assert "journaltitle" in WRITERS["bibtex"].write(library) and "month" in WRITERS["bibtex"].write(library, classic=True)
    assert "month" in WRITERS["bibtex-classic"].write(library)


def test_importing_the_table_imports_no_writer() -> None:
    """Start-up is short: Jinja and the like are imported by the writer that needs them, when it is used."""
    code = "import sys, cites.writers; print(sorted({'jinja2', 'bibtexparser', 'lxml', 'cites.writers.bibtex'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"

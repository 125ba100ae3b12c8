"""What was read, document by document, as JSON: where each citation stands and which work it points to.

    json    {"documents": [{"file", "document", "citations", "callouts", "findings"}, …], "references": [CSL-JSON items]}
    jsonl   one such document a line, with its own "references"; written as it is read, so that memory does not grow

`start` and `end` count code points of the decoded file; they are null where the format has no offsets (HTML, Word). `place` has what a
person looks for: the line, or the page or paragraph, and the heading above it; a field that is not known is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cites.library import Library
from cites.model import Callout, Citation, Document, Finding, Part, Reading, Span
from cites.places import Places
from cites.readers.origin import in_file
from cites.writers import csljson

Record = dict[str, Any]


def write(library: Library) -> str:
    """One JSON object, a document or a reference a line."""
    return "".join(chunks(library))


def write_lines(library: Library) -> str:
    """JSON lines: one document a line."""
    return "".join(f"{line}\n" for line in lines(library.readings))


def chunks(library: Library) -> Iterator[str]:
    """The text of `write`, piece by piece, for output that is not to be held in memory whole."""
    yield '{"documents": ['
    for index, reading in enumerate(library.readings):
        record = document_record(reading)
        del record["references"]
        yield (",\n" if index else "\n") + dump_line(record)
    yield '\n],\n"references": ['
    for index, reference in enumerate(library.references):
        yield (",\n" if index else "\n") + dump_line(csljson.item(reference))
    yield "\n]}\n"


def lines(readings: Iterable[Reading]) -> Iterator[str]:
    """One line of JSON for each reading, without its line end; each is written before the next is taken."""
    for reading in readings:
        yield dump_line(document_record(reading))


def document_record(reading: Reading) -> Record:
    """A reading as plain values: {"file": "a.txt", "document": {…}, "citations": […], "callouts": […], …}."""
    document, places = reading.document, Places(reading)
    about = csljson.item(document.about)
    if not document.about.id:
        del about["id"]
    return {
        "file": document.name,
        "document": about,
        "citations": [_citation(document, citation, places) for citation in reading.citations],
        "callouts": [_callout(document, callout) for callout in reading.callouts],
        "references": [csljson.item(reference) for reference in reading.references],
        "findings": [_finding(document, finding, places) for finding in reading.findings],
    }


def place(document: Document, span: Span | None) -> tuple[int | None, int | None]:
    """Where a stretch stands in the file: (812, 838), or (None, None) where that cannot be told."""
    return (in_file(document, span) if span else None) or (None, None)


def printed(document: Document, span: Span) -> str:
    """A stretch as it stands in the file: for Markdown "[TASS](https://…), March 12", otherwise as it is read."""
    return str(_stretch(document, span)["text"])


def _stretch(document: Document, span: Span) -> Record:
    start, end = place(document, span)
    in_source = document.source_text and start is not None
    return {"start": start, "end": end, "text": document.source_text[start:end] if in_source else document.text[span.start : span.end]}


def _citation(document: Document, citation: Citation, places: Places) -> Record:
    record: Record = {
        **_stretch(document, citation.span),
        "kind": citation.kind,
        "note": citation.note or None,
        "form": citation.form,
        "reference": citation.reference or None,
    }
    if known := places.of(citation).known():
        record["place"] = known
    if citation.locator:
        record["locator"] = citation.locator
    record["confidence"] = citation.confidence
    record["matched_by"] = citation.matched_by
    record["claim"] = _stretch(document, citation.claim) if citation.claim else None
    record["parts"] = [_part(document, part) for part in citation.parts]
    return record


def _part(document: Document, part: Part) -> Record:
    start, end = place(document, part.span)
    return {"field": part.field, "value": str(part.value), "start": start, "end": end}


def _callout(document: Document, callout: Callout) -> Record:
    start, end = place(document, callout.span)
    return {"note": callout.note, "start": start, "end": end}


def _finding(document: Document, finding: Finding, places: Places) -> Record:
    start, end = place(document, finding.span)
    record: Record = {"code": finding.code, "message": finding.message, "severity": finding.severity, "start": start, "end": end}
    if finding.span:
        found = places.find(finding.span)
        record["place"] = found.known() | ({"note": found.note} if found.note else {})
    return record | {name: value for name in ("ground", "fix") if (value := getattr(finding, name))}


BREAKS = {mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}  # would end the line for some readers of JSON Lines


def dump_line(record: Mapping[str, Any]) -> str:
    """Return a record as JSON on one line."""
    line = json.dumps(record, ensure_ascii=False)
    for mark, escaped in BREAKS.items():
        line = line.replace(mark, escaped)
    return line

"""Pages as they are saved: what a careful reader finds on each page of tests/data/pages, which were written for this.

The outlets, titles and dates that they cite are mostly real; what the pages say of them is not evidence of anything.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cites.extract import Extractor
from cites.model import Document, Reading
from cites.readers import read

PAGES = Path(__file__).parent / "data" / "pages"
EXPECTED: dict[str, Any] = tomllib.loads((PAGES / "expected.toml").read_text("utf-8"))
BEFORE = 30  # code points looked at before a callout


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    extractor = Extractor()
    return {name: extractor(read(PAGES / f"{name}.html")) for name in EXPECTED}


def cut(document: Document, kind: str) -> list[tuple[str, str]]:
    return [(mark.value, document.text[mark.span.start : mark.span.end]) for mark in document.marks if mark.kind == kind]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_says_what_it_is(name: str, readings: dict[str, Reading]) -> None:
    about = readings[name].document.about
    found = {field: getattr(about, field) for field in EXPECTED[name]["about"]}
    if "author" in found:
        found["author"] = "; ".join(map(str, found["author"]))
    assert found == EXPECTED[name]["about"]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_notes_of_a_page_are_read(name: str, readings: dict[str, Reading]) -> None:
    reading, expected = readings[name], EXPECTED[name]
    text = reading.document.text
    notes = {(zone.label, zone.span.start) for zone in readings[name].zones if zone.kind == "note"} if hasattr(reading, "zones") else None
    from cites.zones import find_zones

    zones = find_zones(reading.document)
    notes = [(zone.label, text[zone.span.start : zone.span.end]) for zone in zones.zones if zone.kind == "note"]
    wanted = [tuple(pair) for pair in expected["notes"]]
    assert sorted((label, body[: len(start)]) for (label, body), (_, start) in zip(sorted(notes), sorted(wanted), strict=False)) == sorted(
        wanted
    ), notes
    assert len(notes) == len(wanted), notes
    callouts = [(item.note, text[max(0, item.span.start - BEFORE) : item.span.start].rstrip()) for item in reading.callouts]
    assert [label for label, _ in callouts] == [label for label, _ in expected["callouts"]], callouts
    for (_, before), (_, words) in zip(callouts, expected["callouts"], strict=True):
        assert before.endswith(words), callouts


@pytest.mark.parametrize("name", EXPECTED)
def test_the_citations_of_a_page_are_found(name: str, readings: dict[str, Reading]) -> None:
    reading = readings[name]
    text = reading.document.text
    found = [text[item.span.start : item.span.end] for item in reading.citations if item.kind != "credit"]
    expected = EXPECTED[name]["cited"]
    missing = [words for words in expected if not any(each.startswith(words) for each in found)]
    assert not missing, found
    assert len(found) == len(expected), found


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_not_of_the_article_is_left_aside(name: str, readings: dict[str, Reading]) -> None:
    text = readings[name].document.text
    assert not [words for words in EXPECTED[name].get("left_aside", []) if words in text], text


@pytest.mark.parametrize("kind", ["italic", "link"])
def test_italics_and_links_are_those_that_a_person_sees(kind: str, readings: dict[str, Reading]) -> None:
    for name, expected in EXPECTED.items():
        found = [text if kind == "italic" else value for value, text in cut(readings[name].document, kind)]
        assert found == expected.get(f"{kind}s", found), name

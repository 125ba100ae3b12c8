"""CSL-JSON: the right names, the right dates, nothing empty, valid for the schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from reference_strategies import reading_of, references

from cites.library import Library
from cites.model import Inferred, Name, Reference
from cites.writers import csljson

VALIDATOR = Draft7Validator(json.loads((Path(__file__).parent / "data" / "csl-items.schema.json").read_text("utf-8")))

DATES: dict[str, dict[str, Any]] = {
    "2012-01-26": {"date-parts": [[2012, 1, 26]]},
    "2012-01": {"date-parts": [[2012, 1]]},
    "2012": {"date-parts": [[2012]]},
    "2016-12-15/2016-12-16": {"date-parts": [[2016, 12, 15], [2016, 12, 16]]},
    "2011/2012": {"date-parts": [[2011], [2012]]},
    "1993-21": {"date-parts": [[1993]], "season": 1},
    "2013-24": {"date-parts": [[2013]], "season": 4},
    "1993-21/1993-22": {"date-parts": [[1993, 21], [1993, 22]]},
    "1900~": {"date-parts": [[1900]], "circa": True},
    "1900?": {"date-parts": [[1900]], "circa": True},
    "2012-XX": {"date-parts": [[2012]]},
    "XXXX-03-04": {"literal": "March 4"},
    "XXXX-03": {"literal": "March"},
    "XXXX-21": {"literal": "Spring"},
    "XXXX-12-30/XXXX-01-02": {"literal": "December 30–January 2"},
    "199X": {"literal": "199X"},
    "2012/..": {"literal": "2012–.."},
    "-0430": {"date-parts": [[-431]]},  # as pandoc and citeproc have it
    "2012-13": {"literal": "2012-13"},
    "soon": {"literal": "soon"},
}


@pytest.mark.parametrize(("edtf", "date"), DATES.items(), ids=DATES)
def test_dates(edtf: str, date: dict[str, Any]) -> None:
    assert csljson.date(edtf) == date


def test_item_has_the_names_of_csl_and_nothing_empty() -> None:
    reference = Reference(
        id="berg2015-10-15", type="report", author=(Name(family="Berg", given="Anna", particle="van den", suffix="Jr."),),
        editor=(Name(literal="UNESCO"),), title="Islands", container_title="Papers", publisher_place="Paris", event_title="Forum",
        archive_location="Box 3", doi="10.1/x", isbn="978-3-16-148410-0", url="https://a.org", issued="2015-10-15", source="UNESCO",
        inferred=(Inferred("issued", "volume 9 is 2015", 0.9), Inferred("container_title", "the series", 0.5)),
    )  # fmt: skip
    assert csljson.item(reference) == {
        "id": "berg2015-10-15",
        "type": "report",
        "author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van den", "suffix": "Jr."}],
        "editor": [{"literal": "UNESCO"}],
        "title": "Islands",
        "container-title": "Papers",
        "publisher-place": "Paris",
        "event-title": "Forum",
        "archive_location": "Box 3",
        "DOI": "10.1/x",
        "ISBN": "978-3-16-148410-0",
        "URL": "https://a.org",
        "issued": {"date-parts": [[2015, 10, 15]]},
        "custom": {
            "source": "UNESCO",
            "issued-inferred": True,
            "inferred": {
                "issued": {"ground": "volume 9 is 2015", "confidence": 0.9},
                "container-title": {"ground": "the series", "confidence": 0.5},
            },
        },
    }


def test_every_field_of_a_reference_is_written() -> None:
    names = (Name(family="Berg"),)
    texts = {field: "x" for field in Reference.__slots__ if field not in ("author", "editor", "translator", "inferred")}
    item = csljson.item(Reference(**{**texts, "author": names, "editor": names, "translator": names}))  # type: ignore[arg-type]
    assert len(item) == len(Reference.__slots__) - 2  # `inferred`, `source` and `other_authors` are all under "custom"


def test_unknown_type_is_a_document() -> None:
    assert csljson.item(Reference(id="a", type="video"))["type"] == "document"


def test_write() -> None:
    assert csljson.write(Library()) == "[]\n"
    library = Library.of([reading_of([Reference(id="r1", title="Россия"), Reference(id="r2", source="Interfax", issued="2012-01-26")])])
    text = csljson.write(library)
    assert [item["id"] for item in json.loads(text)] == [reference.id for reference in library.references]
    assert "Россия" in text and len(text.splitlines()) == 4


@settings(max_examples=100, deadline=None)
@given(st.lists(references, max_size=3))
def test_whatever_is_written_is_valid(works: list[Reference]) -> None:
    items = json.loads(json.dumps([csljson.item(work) for work in works]))
    VALIDATOR.validate(items)


def test_that_there_are_other_authors_stands_under_custom() -> None:
    """CSL has no variable for it, and a person called "others" would be printed as one."""
    written = csljson.item(Reference(id="a", author=(Name(family="Ratner", given="Michael"),), other_authors="et al."))
    assert written["author"] == [{"family": "Ratner", "given": "Michael"}]
    assert written["custom"] == {"et-al": True}

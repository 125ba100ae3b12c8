"""CSL-JSON as it comes from Zotero and others, and citations that are given as such data."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference_strategies import references

from cites.csl import edtf, known_fields, read_item
from cites.extract import extract
from cites.model import Document, Mark, Name, Reference, Span
from cites.writers import csljson


def test_an_item_is_a_reference() -> None:
    item = {
        "id": "http://zotero.org/users/1", "type": "article-journal", "title": "On <i>Water</i>", "container-title": "Slavic Review", "volume": 74,
        "author": [{"family": "Berg", "given": "Anna", "dropping-particle": "van den"}, {"literal": "UNESCO"}, {"given": "Plato"}, 7, {}],
        "issued": {"date-parts": [["2015", 3]]}, "accessed": {"raw": "2016-01-02"}, "DOI": "10.1/x", "unknown": 1, "page": None, "number": True,
    }  # fmt: skip
    assert read_item(item) == Reference(
        type="article-journal", title="On Water", container_title="Slavic Review", volume="74", issued="2015-03", accessed="2016-01-02",
        doi="10.1/x", author=(Name(family="Berg", given="Anna", particle="van den"), Name(literal="UNESCO"), Name(literal="Plato")),
    )  # fmt: skip
    assert read_item({"type": "no such type"}) == Reference()
    assert list(known_fields(Reference(type="book", author=(Name(family="Berg"),), issued="1999"))) == [
        ("type", "book"), ("author", Name(family="Berg")), ("issued", "1999"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ({"date-parts": [[2012, 1, 26]]}, "2012-01-26"), ({"date-parts": [[2012, 1], [2013]]}, "2012-01/2013"), ({"date-parts": [[]]}, ""),
        ({"date-parts": [[1993]], "season": "Spring"}, "1993-21"), ({"date-parts": [[1993]], "season": 4}, "1993-24"), ({"literal": "soon"}, ""),
        ({"date-parts": [[2012, 13]]}, ""), ({"date-parts": [[2012, 1, 99]]}, ""), ({"date-parts": "2012"}, ""), ("2012", ""), (None, ""),
        ({"date-parts": [["x"]], "literal": "2012-05 or so"}, "2012-05"),
    ],
)  # fmt: skip
def test_dates(date: Any, found: str) -> None:
    assert edtf(date) == found


@given(references)
def test_what_is_written_is_read_again(reference: Reference) -> None:
    item = csljson.item(reference)
    again = csljson.item(read_item(item))
    assert {k: v for k, v in again.items() if k in ("type", "volume", "DOI", "page")} == {
        k: " ".join(str(v).split()) for k, v in item.items() if k in ("type", "volume", "DOI", "page") and str(v).split()
    }


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
    st.sampled_from(["title", "author", "issued", "date-parts", "season", "family", "literal", "type", "raw"]), inner, max_size=4)))  # fmt: skip
def test_nothing_in_an_item_raises(found: Any) -> None:
    read_item({"author": found, "issued": found, "title": found, "type": found})


def cited(text: str, *marks: tuple[str, list[dict[str, Any]]], notes: tuple[str, ...] = ()) -> Document:
    found = [Mark("csl", Span(text.index(words), text.index(words) + len(words)), json.dumps(items)) for words, items in marks]
    found += [Mark("note", Span(text.index(words), text.index(words) + len(words)), str(label)) for label, words in enumerate(notes, 1)]
    return Document("a", text, marks=tuple(found), pieces=None)


ROAD = {"item": {"id": 1, "type": "book", "title": "The Long Road", "author": [{"family": "Berg"}], "issued": {"date-parts": [[1999]]}}}
WATER = {"item": {"id": 2, "type": "book", "title": "Water"}}


def test_several_works_in_one_parenthesis() -> None:
    text = "So it is (Berg 1999; Hall n.d.). And [1, 2] (Berg)."
    reading = extract(cited(text, ("(Berg 1999; Hall n.d.)", [ROAD, WATER]), ("[1, 2]", [ROAD, WATER])))
    assert [(text[slice(*c.span)], c.form) for c in reading.citations] == [
        ("Berg 1999", "full"), ("Hall n.d.", "full"), ("1, 2", "short"), ("1, 2", "short"),
    ]  # fmt: skip
    assert [work.title for work in reading.references] == ["The Long Road", "Water"]
    where = {part.field: part.span and text[slice(*part.span)] for part in reading.citations[0].parts}
    assert where == {"type": None, "author": "Berg", "title": None, "issued": "1999"}


def test_what_was_typed_beside_the_data_is_read_too() -> None:
    text = "It is.\n\nSee Berg, Road; Interfax, March 3, 2012; and Water."
    note = text.partition("\n\n")[2]
    reading = extract(cited(text, ("Berg, Road", [ROAD]), ("Water", [WATER]), notes=(note,)))
    assert [(c.matched_by, c.note, text[slice(*c.span)]) for c in reading.citations] == [
        ("field", "1", "Berg, Road"), ("source_date", "1", "Interfax, March 3, 2012"), ("field", "1", "Water"),
    ]  # fmt: skip

"""Where something stands, in words for a person and in fields for a program."""

from __future__ import annotations

from cites.model import Citation, Document, Mark, Reading, Span
from cites.places import Place, Places, paragraph_starts

TEXT = "Straits\n\nThe talks\n\nTASS said so.1\nTwice.\n \nAfter\n\n1. Ibid."


def at(printed: str) -> Span:
    start = TEXT.index(printed)
    return Span(start, start + len(printed))


def document(**changes: object) -> Document:
    marks = (Mark("heading", at("Straits"), "1"), Mark("heading", at("The talks"), "2"), Mark("heading", at("After"), "2"))
    return Document("a.docx", TEXT, **{"marks": marks, "pieces": None} | changes)  # type: ignore[arg-type]


def test_a_text_has_lines() -> None:
    place = Places(Reading(document(pieces=()))).find(at("Twice"))
    assert place == Place("a.docx", line=6, heading="The talks")
    assert str(place) == "a.docx, line 6"


def test_a_file_without_lines_has_paragraphs_under_headings() -> None:
    place = Places(Reading(document())).find(at("Twice"))
    assert place == Place("a.docx", paragraph=3, heading="The talks")
    assert place.within == "paragraph 3 (“The talks”)"
    assert place.known() == {"paragraph": 3, "heading": "The talks"}


def test_a_page_comes_before_paragraphs() -> None:
    marks = (Mark("page", Span(0, at("Twice").start), "iv"), Mark("page", Span(at("Twice").start, len(TEXT)), "5"))
    places = Places(Reading(document(marks=marks)))
    assert (places.find(at("TASS")).within, places.find(at("Twice")).within) == ("page iv", "page 5")
    assert places.find(at("Ibid."), "1").within == "page 5, note 1"


def test_what_touches_a_citation_of_a_note_is_in_that_note_and_under_the_heading_of_its_callout() -> None:
    cited = Citation(at("Ibid."), "note", "ibid", "ibid", note="1", claim=at("TASS said so."))
    places = Places(Reading(document(), (cited,)))
    assert places.of(cited) == places.find(at("bid")) == Place("a.docx", note="1", paragraph=5, heading="The talks")
    assert places.of(cited).within == "note 1"


def test_the_title_is_no_heading_of_a_place() -> None:
    about = document().about.revised(title="Straits")
    assert Places(Reading(document(about=about))).find(at("The")).heading == "The talks"
    assert Places(Reading(document(about=about))).find(at("Straits")).heading == ""


def test_paragraphs_begin_after_blank_lines() -> None:
    assert [TEXT[start : start + 4] for start in paragraph_starts(document())] == ["Stra", "The ", "TASS", "Afte", "1. I"]
    assert paragraph_starts(Document("a", "\n\n")) == []

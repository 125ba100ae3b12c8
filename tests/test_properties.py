"""Laws of reading: they hold for any text, also for one that nobody would write.

Every example is the same from run to run; to look for new ones: `CITES_EXAMPLES=5000 python -m pytest tests/test_properties.py`.
"""

from __future__ import annotations

import itertools
import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from strategies import documents, glued, texts

from cites.edtf import OPEN, with_year
from cites.errors import ReadError
from cites.extract import Extractor
from cites.grammar.dates import find_date, read_date
from cites.model import Document, Name, Reading, Reference, Span
from cites.readers import find_files, read, read_bytes
from cites.view import UNSEEN, View, fold
from cites.writers.readings import document_record
from cites.zones import find_zones

TOP = Path(__file__).parent.parent
EXAMPLES = int(os.environ.get("CITES_EXAMPLES", "0"))
lawful = settings(
    max_examples=EXAMPLES or 150, deadline=None, derandomize=not EXAMPLES, database=None, suppress_health_check=list(HealthCheck)
)

AS_PRINTED = frozenset(
    {"container_title", "title", "publisher", "publisher_place", "volume", "issue", "url", "doi", "archive", "event_title"}
)


@cache
def extractor() -> Extractor:
    return Extractor()


def lies_in(text: str, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(text)


DIVIDED = re.compile(r"(?<=[^\W\d_])-(?=\s+[^\W\d_])")  # a hyphen at the end of a line may divide a word


def bare(printed: str) -> str:
    """Without white space and what a reader does not see: a line may be broken anywhere."""
    return "".join(c for c in DIVIDED.sub("", printed) if not c.isspace() and c not in UNSEEN)


# -- spans -----------------------------------------------------------------------------------------------------------


@lawful
@given(documents())
def test_every_span_lies_in_the_text_and_cuts_out_its_text(document: Document) -> None:
    """What a citation claims to be is what stands in the document."""
    text = document.text
    reading = extractor()(document)
    for citation in reading.citations:
        assert lies_in(text, citation.span)
        assert text[citation.span.start : citation.span.end].strip()
        for part in citation.parts:
            if part.span is None:
                continue
            assert 0 <= part.span.start <= part.span.end <= len(text), part
            if part.field in AS_PRINTED and part.span.end > part.span.start and part.value != text[part.span.start : part.span.end]:
                linked = any(mark.kind == "link" and mark.value == part.value for mark in document.marks)
                assert linked or bare(str(part.value)) in bare(text[part.span.start : part.span.end]), part


@lawful
@given(documents())
def test_citations_stand_in_order_and_apart(document: Document) -> None:
    spans = [citation.span for citation in extractor()(document).citations]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@lawful
@given(documents())
def test_claims_stand_before_what_they_are_claimed_by(document: Document) -> None:
    reading = extractor()(document)
    called = {callout.note: callout.span.start for callout in reversed(reading.callouts)}
    for citation in reading.citations:
        if citation.claim is not None:
            assert lies_in(document.text, citation.claim)
            stands_in = citation.claim.start <= citation.span.start and citation.span.end <= citation.claim.end  # "As Smith (2010) says"
            assert stands_in or citation.claim.end <= called.get(citation.note, citation.span.start)


@lawful
@given(documents())
def test_zones_and_callouts_lie_in_the_text(document: Document) -> None:
    zones, callouts = find_zones(document)
    for zone in zones:
        assert lies_in(document.text, zone.span), zone
    for callout in callouts:
        assert lies_in(document.text, callout.span), callout
    labels = {zone.label for zone in zones if zone.kind == "note"}
    assert {callout.note for callout in callouts} <= labels


@lawful
@given(documents())
def test_citations_and_works_belong_together(document: Document) -> None:
    reading = extractor()(document)
    ids = [reference.id for reference in reading.references]
    pointed = {citation.reference for citation in reading.citations if citation.reference}
    assert len(ids) == len(set(ids))
    assert pointed == set(ids)
    for citation in reading.citations:
        assert citation.kind in ("inline", "note", "list", "credit")
        assert citation.form in ("full", "short", "ibid")
        assert 0 <= citation.confidence <= 1
        assert citation.kind != "credit" or not citation.reference
        assert citation.form != "full" or citation.kind == "credit" or citation.reference
    for finding in reading.findings:
        assert finding.span is None or lies_in(document.text, finding.span)


@lawful
@given(documents())
def test_a_year_is_printed_or_has_its_ground(document: Document) -> None:
    for reference in extractor()(document).references:
        year = reference.issued.removesuffix("XX")[:4]
        ground = reference.ground("issued")
        if ground:
            assert not reference.issued.startswith(OPEN) and ground.ground and 0 < ground.confidence <= 1
        else:
            # Two digits may stand for a year, and those of other scripts; a year before the printed one begins a range over New Year.
            assert not year or year == OPEN or year[2:] in fold(document.text) or str(int(year) + 1) in fold(document.text)


# -- nothing raises, and nothing depends on what was before ----------------------------------------------------------


@lawful
@example(". 000000", "a.txt")  # no headline before its paper
@given(texts | st.binary(max_size=80).map(lambda data: data.decode("latin-1")), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_no_text_raises(text: str, name: str) -> None:
    """Bytes that are no text are the reader's matter; each text that it lets through is read."""
    try:
        document = read_bytes(text.encode(), name)
    except ReadError:
        return
    json.dumps(document_record(extractor()(document)))


@lawful
@given(documents())
def test_characters_that_no_reader_lets_through_do_not_raise(document: Document) -> None:
    text = document.text.replace("the", "\x00\ud800")
    extractor()(Document(document.name, text))


@pytest.mark.parametrize("address", ["http://[^3]/x", "https://a℀b.org/x", "https://[a]=b/c"])
def test_an_address_that_nobody_can_split_does_not_raise(address: str) -> None:
    reading = extractor()(read_bytes(f"Nothing was signed ([NACLA]({address}); {address}).".encode(), "a.md"))
    assert all(part.field == "url" or part.value == "NACLA" for citation in reading.citations for part in citation.parts)


@settings(lawful, max_examples=EXAMPLES or 50)
@given(st.lists(documents(), min_size=2, max_size=3))
def test_a_document_is_read_the_same_after_others(many: list[Document]) -> None:
    alone = [Extractor()(document) for document in many]
    assert [extractor()(document) for document in many] == alone
    assert [extractor()(document) for document in reversed(many)] == alone[::-1]


@lawful
@given(documents())
def test_reading_changes_nothing_in_the_document(document: Document) -> None:
    before = pickle.dumps(document)
    assert extractor()(document).document is document
    assert pickle.dumps(document) == before


def articles_with_gold() -> Iterable[Document]:
    return [read(path, path.name) for path in find_files([TOP / "seeds", *(TOP / "tests" / "gold").glob("*/docs")])]


def test_an_extractor_goes_to_another_process() -> None:
    there = pickle.loads(pickle.dumps(extractor()))
    assert isinstance(there, Extractor)
    many = list(articles_with_gold())[:6]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(there, many)) == [extractor()(document) for document in many]


def test_readings_go_to_another_process() -> None:
    for document in articles_with_gold():
        reading = extractor()(document)
        assert pickle.loads(pickle.dumps(reading)) == reading


def test_nothing_depends_on_the_order_of_sets() -> None:
    """The hashes of strings differ from process to process; what is printed must not."""
    folders = [TOP / "seeds", *sorted((TOP / "tests" / "gold").glob("*/docs"))]
    command = [sys.executable, "-m", "cites", "extract", *map(str, folders), "--format", "jsonl", "--quiet"]
    out = []
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TOP)}
        out.append(subprocess.run(command, capture_output=True, check=False, env=environment).stdout)
    assert out[0] and out[0] == out[1]


# -- views -----------------------------------------------------------------------------------------------------------


@lawful
@given(st.text() | glued)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@lawful
@given(st.text() | glued, st.data())
def test_a_view_leads_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    view = View(text, Span(start, end))
    assert len(view.text) == len(view.folded)
    assert bare(view.text) == bare(text[start:end])
    assert "\n" not in view.text and "  " not in view.text
    for a in range(len(view.text)):
        b = data.draw(st.integers(a + 1, len(view.text)))
        span = view.span(a, b)
        assert start <= span.start < span.end <= end
        assert bare(text[span.start : span.end]) == bare(view.text[a:b])


# -- dates -----------------------------------------------------------------------------------------------------------


days = st.dates().filter(lambda day: 1500 <= day.year <= 2099)


@given(
    days,
    st.sampled_from(["%B {day}, %Y", "{day} %B %Y", "%b. {day}, %Y", "%Y-%m-%d", "%d.%m.%Y", "%Y年{month}月{day}日", "%A, %B {day}, %Y"]),
)
@settings(lawful, max_examples=300)
def test_a_printed_day_is_that_day(day: date, form: str) -> None:
    months = "January February March April May June July August September October November December".split()
    weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    month = months[day.month - 1]
    printed = form.format(day=day.day, month=day.month)
    for code, word in {
        "%B": month,
        "%b.": month[:3] + ("." if month != "May" else ""),
        "%Y": f"{day.year}",
        "%m": f"{day.month:02}",
        "%d": f"{day.day:02}",
        "%A": weekdays[day.weekday()],
    }.items():
        printed = printed.replace(code, word)
    date = read_date(fold(printed), 0)
    assert date is not None and date.value == day.isoformat() and date.end == len(printed)


@lawful
@given(glued | st.text(), st.integers(0, 40))
def test_a_date_that_is_found_is_printed_there(text: str, at: int) -> None:
    folded = fold(text)
    found = find_date(folded, at)
    if found:
        assert at <= found.start < found.end <= len(folded)
        assert read_date(folded, found.start) == found
        assert any(c.isdigit() for c in folded[found.start : found.end])


@lawful
@given(st.dates().map(lambda day: f"{OPEN}-{day:%m-%d}"), st.integers(1600, 2090))
def test_a_year_is_filled_in_once(open_date: str, year: int) -> None:
    filled = with_year(open_date, year)
    assert filled in (f"{year}{open_date[4:]}", open_date)
    assert with_year(filled, year) in (filled, open_date)
    assert (filled == open_date) == (open_date.endswith("02-29") and (year % 4 != 0 or (year % 100 == 0 and year % 400 != 0)))


def test_a_range_over_new_year_takes_two_years() -> None:
    assert with_year("XXXX-12-30/XXXX-01-02", 2011) == "2011-12-30/2012-01-02"
    assert with_year("XXXX-05-03/XXXX-05-05", 2011) == "2011-05-03/2011-05-05"
    assert with_year("2012-01-26", 2011) == "2012-01-26"


def test_names_and_references_hold_text_alone() -> None:
    """What the writers rely on: each field of a work is text, and people are Names."""
    for document in articles_with_gold():
        reading: Reading = extractor()(document)
        for reference in reading.references:
            for field in fields(Reference):
                value = getattr(reference, field.name)
                if field.name in ("author", "editor", "translator"):
                    assert all(isinstance(name, Name) for name in value)
                elif field.name != "inferred":
                    assert isinstance(value, str) and value == value.strip(), (field.name, value)

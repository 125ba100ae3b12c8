"""Many readings, one bibliography: what is one work, what is known of it, and in what order."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_strategies import reading_of, references

from cites.library import Library
from cites.merge import merge_references
from cites.merge.folding import fold, fold_url, without_article
from cites.merge.sameness import agree_on_date
from cites.merge.values import merge
from cites.model import Citation, Document, Inferred, Link, Name, Outlet, Reading, Reference, Span
from cites.resolve.identity import fill

GUESS = Inferred("issued", "volume 9 of Eurasia Daily Monitor is 2012", 0.9)
PUTIN = Reference(
    type="article-newspaper", author=(Name(family="McCurry", given="Justin"),), title="Vladimir Putin’s Visit Postponed",
    container_title="Guardian", source="The Guardian", issued="2015-10-15",
)  # fmt: skip
INTERFAX = Reference(type="article-newspaper", container_title="Interfax", source="Interfax", issued="2012-01-26")


CHESS = Reference(
    type="book", author=(Name(family="Brzezinski", given="Zbigniew"),), title="The Grand Chessboard: American Primacy and Its Imperatives",
    publisher="Basic Books", publisher_place="New York", source="Basic Books", issued="1997",
)  # fmt: skip


def library_of(*works: Reference) -> Library:
    """A library in which each work is cited by a document of its own."""
    return Library.of(reading_of([replace(work, id="r1")], f"{number}.txt") for number, work in enumerate(works))


SAME = {
    "title, told with other signs": (PUTIN, replace(PUTIN, title="Vladimir Putin's visit postponed.")),
    "title, no date": (PUTIN, replace(PUTIN, issued="")),
    "title, year alone": (PUTIN, replace(PUTIN, issued="2015")),
    "title, day without a year": (PUTIN, replace(PUTIN, issued="XXXX-10-15")),
    "title, year inferred and wrong": (PUTIN, replace(PUTIN, issued="2014-10-15", inferred=(GUESS,))),
    "title, no author": (PUTIN, replace(PUTIN, author=())),
    "title, first author alone": (PUTIN, replace(PUTIN, author=(*PUTIN.author, Name(family="Harding")))),
    "title, author as a literal": (PUTIN, replace(PUTIN, author=(Name(literal="Justin McCurry"),))),
    "title, no subtitle": (CHESS, replace(CHESS, title="The Grand Chessboard", publisher_place="")),
    "title, edition as a number": (replace(CHESS, edition="2nd ed."), replace(CHESS, edition="2")),
    "title, season and month": (replace(PUTIN, issued="1993-21"), replace(PUTIN, issued="1993-04")),
    "title, source by another name": (PUTIN, replace(PUTIN, container_title="The Guardian (London)")),
    "doi": (replace(PUTIN, doi="10.1000/ABC"), Reference(title="Visit", url="https://doi.org/10.1000/abc")),
    "url, no title": (replace(PUTIN, url="http://www.theguardian.com/a/?utm_source=x#top"), Reference(url="https://theguardian.com/a")),
    "url, short title": (
        replace(PUTIN, url="http://a.org/b"),
        replace(PUTIN, title="Vladimir Putin’s Visit", url="http://a.org/b/", issued="2014"),
    ),
    "untitled": (INTERFAX, replace(INTERFAX, container_title="Interfax news agency")),
    "untitled, year inferred": (INTERFAX, replace(INTERFAX, inferred=(GUESS,))),
    "untitled, a range of days": (replace(INTERFAX, issued="2019-01-16/2019-01-22"), replace(INTERFAX, issued="2019-01-16/2019-01-22")),
    "untitled, an issue": (replace(INTERFAX, issued="2019", issue="1"), replace(INTERFAX, issued="2019", issue="1", volume="47")),
    "untitled, one address": (INTERFAX, replace(INTERFAX, url="http://interfax.ru/1")),
}
APART = {
    "title, other day": (PUTIN, replace(PUTIN, issued="2015-10-16")),
    "title, other year": (PUTIN, replace(PUTIN, issued="2014")),
    "title, other author": (PUTIN, replace(PUTIN, author=(Name(family="Harding"),))),
    "title, other source": (PUTIN, replace(PUTIN, source="TASS", container_title="TASS")),
    "title, other volume": (replace(PUTIN, volume="1"), replace(PUTIN, volume="2")),
    "title, other issue": (replace(PUTIN, issue="3", issued="2015"), replace(PUTIN, issue="5", issued="2015")),
    "doi of the book, other chapter": (
        replace(PUTIN, type="chapter", doi="10.1/a"), replace(PUTIN, type="chapter", title="Tokyo", doi="10.1/a"),
    ),
    "title, other doi": (replace(PUTIN, doi="10.1/a"), replace(PUTIN, doi="10.1/b")),
    "title, other edition": (replace(CHESS, edition="2nd ed."), replace(CHESS, edition="3rd ed.")),
    "subtitle, other author": (CHESS, replace(CHESS, title="The Grand Chessboard", author=PUTIN.author)),
    "subtitle, no author": (CHESS, replace(CHESS, title="The Grand Chessboard", author=())),
    "subtitle, other year": (CHESS, replace(CHESS, title="The Grand Chessboard", issued="2016")),
    "subtitle, other house": (CHESS, replace(CHESS, title="The Grand Chessboard", publisher="Hachette", source="Hachette")),
    "subtitle, other subtitle": (CHESS, replace(CHESS, title="The Grand Chessboard: A Reader")),
    "subtitle, only the beginning": (CHESS, replace(CHESS, title="The Grand")),
    "chapter and book": (replace(PUTIN, type="book"), replace(PUTIN, type="chapter")),
    "url, other title": (replace(PUTIN, url="http://a.org/b"), Reference(title="News", url="http://a.org/b")),
    "url of a site, other day": (replace(INTERFAX, url="http://mil.ru/"), replace(INTERFAX, url="http://mil.ru", issued="2012-01-27")),
    "pages that any site may have": (Reference(title="About", url="http://a.org/about"), Reference(title="About", url="http://b.org/us")),
    "untitled, other day": (INTERFAX, replace(INTERFAX, issued="2012-01-27")),
    "untitled, month alone": (replace(INTERFAX, issued="2012-01"), replace(INTERFAX, issued="2012-01")),
    "untitled, other issue": (replace(INTERFAX, issued="2019", issue="1"), replace(INTERFAX, issued="2019", issue="2")),
    "untitled, issue of another year": (replace(INTERFAX, issued="2019", issue="1"), replace(INTERFAX, issued="2018", issue="1")),
    "untitled, issue of any year": (replace(INTERFAX, issued="", issue="1"), replace(INTERFAX, issued="2018", issue="1")),
    "untitled, no year": (replace(INTERFAX, issued="XXXX-01-26"), replace(INTERFAX, issued="XXXX-01-26")),
    "untitled, other address": (replace(INTERFAX, url="http://interfax.ru/1"), replace(INTERFAX, url="http://interfax.ru/2")),
    "untitled, one signed": (INTERFAX, replace(INTERFAX, author=PUTIN.author)),
    "untitled and titled": (INTERFAX, replace(INTERFAX, title="Lavrov Visits Tokyo")),
    "nothing known": (Reference(), Reference()),
}


@pytest.mark.parametrize("works", SAME.values(), ids=SAME)
def test_same_work_is_one_reference(works: tuple[Reference, Reference]) -> None:
    assert len(library_of(*works).references) == 1
    assert library_of(*works).references == library_of(*reversed(works)).references


@pytest.mark.parametrize("works", APART.values(), ids=APART)
def test_other_work_is_another_reference(works: tuple[Reference, Reference]) -> None:
    assert len(library_of(*works).references) == 2


def test_what_fits_two_works_is_put_with_neither() -> None:
    report = Reference(type="report", title="Defense of Japan", source="Ministry of Defense of Japan")
    works = (replace(report, issued="2014"), replace(report, issued="2015"), report, report, replace(report, issued="2015-08"))
    assert [work.issued for work in library_of(*works).references] == ["", "2014", "2015-08"]


def test_what_may_have_two_subtitles_has_neither() -> None:
    years = replace(CHESS, title="Stalin: The Early Years"), replace(CHESS, title="Stalin: The War Years")
    works = library_of(*years, replace(CHESS, title="Stalin", publisher_place="")).references
    assert sorted(work.title for work in works) == ["Stalin", "Stalin: The Early Years", "Stalin: The War Years"]


def test_one_document_keeps_apart_what_it_tells_apart() -> None:
    """The title "Country Report: Japan", once with and once without its issue: two columns of one journal, or two words for one."""
    column = Reference(id="r1", title="Country Report: Japan", source="The Asan Forum")
    issue = replace(column, id="r2", volume="3", issue="3", issued="2015")
    assert len(Library.of([reading_of([column, issue])]).references) == 2
    assert len(Library.of([reading_of([column]), reading_of([issue])]).references) == 1
    assert len(Library.of([reading_of([issue, replace(issue, id="r3", page="2")])]).references) == 1


def test_merged_reference_has_the_fuller_fields() -> None:
    short = replace(PUTIN, author=(Name(family="McCurry", given="J."),), issued="2015", page="1", url="http://a.org/b?utm_source=x")
    merged = merge(short, replace(PUTIN, url="https://a.org/b"))
    assert (merged.author, merged.issued, merged.page, merged.url) == (PUTIN.author, PUTIN.issued, "1", "https://a.org/b")


def test_of_two_addresses_the_one_that_was_cut_gives_way() -> None:
    cut, whole = replace(PUTIN, url="https://www.e.org/russias-"), replace(PUTIN, url="http://e.org/russias-far-east-1441")
    assert merge(cut, whole).url == merge(whole, cut).url == fill(cut, whole).url == fill(whole, cut).url == whole.url


def test_a_list_that_names_all_authors_has_no_others() -> None:
    brief, whole = replace(PUTIN, other_authors="et al."), replace(PUTIN, author=(*PUTIN.author, Name(family="Harding", given="Luke")))
    for known in (merge(brief, whole), merge(whole, brief)):
        assert (known.author, known.other_authors) == (whole.author, "")
    assert merge(brief, brief).other_authors == merge(PUTIN, brief).other_authors == "et al."


def test_printed_value_beats_inferred_one() -> None:
    inferred = replace(PUTIN, issued="2014-10-15", language="en", inferred=(GUESS, Inferred("language", "the outlet's", 0.8)))
    merged = library_of(inferred, replace(PUTIN, issued="2015")).references[0]
    assert (merged.issued, merged.language) == ("2015", "en")
    assert merged.inferred == (Inferred("language", "the outlet's", 0.8),)


def test_surer_guess_beats_the_other() -> None:
    sure, unsure = replace(PUTIN, inferred=(GUESS,)), replace(PUTIN, inferred=(replace(GUESS, ground="nearby dates", confidence=0.5),))
    assert merge(unsure, sure).inferred == merge(sure, unsure).inferred == (GUESS,)
    assert merge(sure, PUTIN).inferred == ()


def test_known_type_beats_a_vague_one() -> None:
    assert merge(replace(PUTIN, type="webpage"), PUTIN).type == merge(PUTIN, replace(PUTIN, type="webpage")).type == "article-newspaper"


def test_readings_point_into_the_library() -> None:
    def cite(work: str) -> Citation:
        return Citation(Span(0, 1), "inline", "full", "source_date", reference=work)

    again = replace(INTERFAX, id="r9", container_title="Interfax (Moscow)")
    one = Reading(
        Document("1.txt", "x"), (cite("r1"), cite("r2"), cite(""), cite("r7")), (replace(INTERFAX, id="r1"), replace(PUTIN, id="r2"))
    )
    two = Reading(Document("2.txt", "x"), (cite("r1"), cite("r9")), (replace(PUTIN, id="r1"), again))
    library = Library.of([one, two])
    assert [reference.id for reference in library.references] == ["interfax2012-01-26", "mccurryvladimir2015"]
    cited = [[citation.reference for citation in reading.citations] for reading in library.readings]
    assert cited == [["interfax2012-01-26", "mccurryvladimir2015", "", ""], ["mccurryvladimir2015", "interfax2012-01-26"]]
    assert all(set(reading.references) <= set(library.references) for reading in library.readings)


def test_two_references_of_a_reading_that_are_one_work_become_one() -> None:
    reading = reading_of([replace(INTERFAX, id="r1"), replace(INTERFAX, id="r2", container_title="Interfax (Moscow)")])
    cited = replace(reading, citations=tuple(Citation(Span(0, 1), "inline", "full", "x", reference=work) for work in ("r1", "r2")))
    library = Library.of([cited])
    assert library.readings[0].references == library.references
    assert {citation.reference for citation in library.readings[0].citations} == {library.references[0].id}


def test_bibliography_is_in_the_order_of_names_dates_and_titles() -> None:
    zoe, abe = Name(family="Zöe"), Name(family="abe")
    works = [
        Reference(author=(zoe,), title="Alps", issued="2012"),
        Reference(author=(abe,), title="Bay, the First", issued="2013"),
        Reference(author=(abe,), title="The Bay", issued="2013"),
        Reference(author=(abe,), title="Cape", issued="2012"),
        Reference(source="The Guardian", issued="2012-01-01"),
        Reference(title="A Book on Islands"),
        Reference(author=(Name(literal="The Élysée"),), title="Note"),
    ]
    keys = [reference.id for reference in library_of(*works).references]
    assert keys == ["abecape2012", "abebay2013b", "abebay2013", "bookislandsnd", "elyseenotend", "guardian2012-01-01", "zoealps2012"]


def test_outlets_are_those_of_the_sources_that_are_cited() -> None:
    outlets = {name: Outlet(name) for name in ("Interfax", "TASS")}
    library = Library.of([reading_of([INTERFAX, replace(PUTIN, id="r2")])], outlets)
    assert dict(library.outlets) == {"Interfax": Outlet("Interfax")}


def test_links_are_added_by_address() -> None:
    link = Link("http://a.org", "alive")
    assert library_of(PUTIN).with_links([link]) == library_of(PUTIN).with_links({"x": link})
    assert library_of(PUTIN).with_links([link]).links == {"http://a.org": link}


def test_empty_library() -> None:
    assert Library.of([]) == Library()


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2012", "2012-01-26", True), ("", "2012", True), ("XXXX-01", "2012-01-26", True), ("1900~", "1900", True),
        ("2016-12-15/2016-12-16", "2016-12-16", True), ("2012-01-26", "2012-01-27", False), ("1993-21", "1993-22", False),
        ("2012-01", "2012-02", False), ("2012-03-15", "2012-03-16", False), ("XXXX-01", "XXXX-02", False), ("2011/2012", "2013", False),
    ],
)  # fmt: skip
def test_dates_agree_as_far_as_they_are_told(one: str, other: str, agree: bool) -> None:
    assert agree_on_date(Reference(issued=one), Reference(issued=other)) is agree


def test_folds() -> None:
    assert fold("Russia’s “Café” – Visit.") == fold("russia's cafe: visit") == "russias cafe visit"
    assert fold("हिन्दी") != fold("हन्द")  # vowel signs are letters
    assert fold("???") == "???"
    assert fold_url("https://www.Mid.ru/A/?b=1&utm_source=x#top") == "mid.ru/A?b=1"
    assert fold_url("http://[broken") == "[broken"


@settings(max_examples=50)
@given(st.lists(st.lists(references, max_size=4), max_size=4))
def test_every_reference_is_in_the_library_once(groups: list[list[Reference]]) -> None:
    readings = [reading_of([replace(work, id=f"r{number}") for number, work in enumerate(group)]) for group in groups]
    library = Library.of(readings)
    keys = [reference.id for reference in library.references]
    assert len(set(keys)) == len(keys)
    assert {reference for reading in library.readings for reference in reading.references} == set(library.references)
    assert Library.of(readings) == library


def test_sixty_thousand_citations_take_seconds() -> None:
    """Near-linear: a slow rule would compare each with each, which takes hours."""
    pick = random.Random(1)
    readings = []
    for number in range(1000):
        works = [
            replace(PUTIN, id=f"r{turn}", title=f"Visit {pick.randrange(9000)}")
            if turn % 2
            else replace(
                INTERFAX, id=f"r{turn}", issued=f"20{pick.randrange(10, 20)}-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}"
            )
            for turn in range(20)
        ]
        readings.append(reading_of(works, f"{number}.txt"))
    assert 8000 < len(Library.of(readings).references) < 13000


def test_one_title_in_five_thousand_papers() -> None:
    readings = [reading_of([Reference(title="Editorial", source=f"Paper {number}", issued="2012")]) for number in range(5000)]
    assert len(Library.of(readings).references) == 5000


def test_a_title_that_has_two_subtitles_is_none_of_them_however_much_is_known_of_it() -> None:
    bare = replace(CHESS, title="Stalin", publisher="Penguin", publisher_place="London")
    volumes = [replace(bare, title=f"Stalin: {part}", publisher_place="") for part in ("The Early Years", "The War Years")]
    _, owners = merge_references([bare, *volumes], [0, 1, 2])
    assert sorted(owners) == [0, 1, 2]


def test_pages_in_roman_numerals_are_not_among_others() -> None:
    work = replace(CHESS, page="747–771")
    assert fill(replace(work, page="751"), work).page == "747–771"
    assert fill(replace(work, page="xii"), work).page == "xii"


def test_no_bibliography_sorts_by_the_article_that_a_name_begins_with() -> None:
    names = ("the harbour", "il sole", "google cloud", "the", "atlas")
    assert [without_article(name) for name in names] == ["harbour", "sole", "google cloud", "the", "atlas"]

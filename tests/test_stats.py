"""Counts over libraries made by hand."""

from __future__ import annotations

import pytest
from sample_library import sample_library

from cites.addresses import list_addresses
from cites.chronology import age_of, count_dates
from cites.library import Library
from cites.model import Citation, Document, Finding, Link, Outlet, Reading, Reference, Span
from cites.stats import effective_number, list_uses, summarise


def work(key: str, source: str = "", **fields: str) -> Reference:
    return Reference(id=key, source=source, **{"type": "article-newspaper", **fields})


def cite(key: str, kind: str = "inline", form: str = "full", confidence: float = 1.0) -> Citation:
    return Citation(Span(0, 1), kind, form, "source_date", reference=key, confidence=confidence)


def read(*citations: Citation, issued: str = "", findings: tuple[Finding, ...] = ()) -> Reading:
    return Reading(Document("a.txt", "x", Reference(issued=issued)), citations, findings=findings)


def test_short_forms_and_ibid_count_for_the_source_of_their_work():
    library = Library((read(cite("a"), cite("a", form="ibid"), cite("a", form="short"), cite("b")),), (work("a", "TASS"), work("b", "NHK")))
    sources = summarise(library).sources
    assert [(source.name, source.citations, source.share, source.works) for source in sources] == [
        ("TASS", 3, 0.75, 1),
        ("NHK", 1, 0.25, 1),
    ]


def test_credits_are_no_citations():
    counts = summarise(Library((read(cite("", kind="credit"), cite("a")),), (work("a", "TASS"),)))
    assert (counts.citations, counts.credits, counts.sources[0].share) == (1, 1, 1.0)


def test_entries_of_a_bibliography_count_where_the_text_does_not_cite_their_works():
    counts = summarise(Library((read(cite("a"), cite("a", kind="list"), cite("b", kind="list")),), (work("a", "TASS"), work("b", "NHK"))))
    assert (counts.citations, counts.entries, [source.citations for source in counts.sources]) == (2, 1, [1, 1])


def test_citations_without_a_known_source_count_in_the_shares():
    counts = summarise(Library((read(cite("a"), cite("b"), cite("")),), (work("a", "TASS"), work("b"))))
    assert (counts.unsourced, len(counts.sources), round(counts.sources[0].share, 2)) == (2, 1, 0.33)


def test_of_sources_cited_equally_often_the_one_with_more_works_stands_first():
    works = work("a", "A Press"), work("b", "Kyodo News"), work("c", "Kyodo News")
    library = Library((Reading(Document("a.txt", "x" * 40), (cite("a"), cite("a"), cite("b"), cite("c")), works),), works)
    assert [source.label for source in summarise(library).sources] == ["Kyodo News", "A Press (one work)"]


def test_sources_cited_equally_often_stand_by_name():
    library = Library((read(cite("b"), cite("a")),), (work("a", "Asahi"), work("b", "Bild")))
    assert [source.name for source in summarise(library).sources] == ["Asahi", "Bild"]


@pytest.mark.parametrize(("counts", "number"), [([], 0.0), ([4], 1.0), ([6, 6, 6], 3.0), ([10, 1, 1], 144 / 102)])
def test_effective_number_of_sources(counts, number):
    assert effective_number(counts) == pytest.approx(number)


def test_state_media_are_outlets_of_a_state_that_are_no_official_bodies():
    outlets = {
        "TASS": Outlet("TASS", kind="wire", owner="state", country="RU"),
        "Duma": Outlet("Duma", kind="official", owner="state", country="RU"),
    }
    works = (work("a", "TASS"), work("b", "Duma"), work("c", "Blog"))
    counts = summarise(Library((read(cite("a"), cite("b"), cite("c")),), works, outlets))
    assert (counts.state, counts.unknown_owner) == (1, 1)
    assert [(group.name, group.citations, group.state) for group in counts.kinds] == [("official", 1, 0), ("wire", 1, 1), ("", 1, 0)]
    assert [(group.name, group.citations, group.sources) for group in counts.countries] == [("RU", 2, 2), ("", 1, 1)]


def test_the_kind_of_an_unknown_source_follows_from_its_works():
    library = Library((read(cite("a"), cite("b")),), (work("a", "Nauka", type="book"), work("b", "Polar Record", type="article-journal")))
    assert {source.name: source.kind for source in summarise(library).sources} == {"Nauka": "publisher", "Polar Record": "journal"}


def test_a_court_is_an_official_body_and_its_reports_are_none_of_its_names():
    source = summarise(Library((read(cite("a")),), (work("a", "Court of Oslo", type="legal_case", container_title="F. Supp."),))).sources[0]
    assert (source.kind, source.sector, source.printed) == ("official", "official", ())


def test_a_source_has_the_names_under_which_it_is_printed_and_its_first_and_last_date():
    works = (
        work("a", "Kyodo News", container_title="Kyodo", issued="2019-02-07"),
        work("b", "Kyodo News", container_title="KyodoNews", issued="2012"),
        work("c", "Kyodo News", container_title="Kyodo  NEWS’", issued="2013"),
    )
    source = summarise(Library((read(cite("a"), cite("b"), cite("c")),), works)).sources[0]
    assert (source.printed, source.first, source.last) == (("Kyodo", "KyodoNews"), "2012", "2019-02-07")


def test_documents_and_the_source_that_each_leans_on():
    finding = Finding("a", "b", "error")
    readings = (read(cite("a"), cite("a"), cite("b"), cite(""), findings=(finding,)), read())
    counts = summarise(Library(readings, (work("a", "TASS"), work("b", "NHK"))))
    first, second = counts.by_document
    assert (first.citations, first.works, first.sources, first.findings, first.leans_on, first.leaning) == (4, 2, 2, 1, "TASS", 0.5)
    assert (second.citations, second.leans_on, second.leaning) == (0, "", 0.0)
    assert counts.matrix.documents == (0,)
    assert counts.matrix.counts == ((2, 1, 1),)
    assert counts.severities == {"error": 1}


def test_links_are_counted_by_verdict():
    works = (work("a", url="https://a.example/"), work("b", url="https://b.example/"), work("c"))
    counts = summarise(Library((), works, links={"https://a.example/": Link("https://a.example/", "dead")}))
    assert counts.links == {"dead": 1, "unchecked": 1}


def test_the_addresses_of_works_without_a_url_are_their_dois_and_those_in_the_text_count_too():
    text = "A map is at https://maps.example/kuril and nowhere else."
    library = Library((Reading(Document("a.txt", text)),), (work("a", doi="10.1000/182"),), links={"https://maps.example/kuril": Link("", "alive")})
    assert [(address.url, address.verdict) for address in list_addresses(library)] == [
        ("https://maps.example/kuril", "alive"),
        ("https://doi.org/10.1000/182", "unchecked"),
    ]


def test_sources_know_the_links_of_their_works():
    works = (work("a", "TASS", url="https://a.example/"), work("b", "TASS", url="https://b.example/"))
    source = summarise(Library((read(cite("a"), cite("b")),), works, links={"https://a.example/": Link("", "soft404")})).sources[0]
    assert (source.links, source.broken) == ({"soft404": 1, "unchecked": 1}, 1)


@pytest.mark.parametrize(
    ("kind", "owner", "sector"),
    [
        ("wire", "state", "state"), ("wire", "", "agency"), ("newspaper", "", "press"), ("official", "state", "official"),
        ("journal", "", "research"), ("company", "state", "other"), ("", "", ""),
    ],
)  # fmt: skip
def test_what_a_source_is_for_one_look(kind, owner, sector):
    outlets = {"A": Outlet("A", kind=kind, owner=owner)}
    counts = summarise(Library((read(cite("a")),), (work("a", "A"),), outlets))
    assert (counts.sources[0].sector, [group.name for group in counts.sectors]) == (sector, [sector])


def test_the_curve_adds_the_shares_up():
    library = Library((read(cite("a"), cite("a"), cite("b"), cite("")),), (work("a", "TASS"), work("b", "NHK")))
    assert summarise(library).curve == (0.5, 0.75)


def test_citations_are_counted_by_the_age_of_their_work():
    dates = count_dates([("2012-01-26", "2012-01-26"), ("2012-01-20", "2012-01-26"), ("2011-12-01", "2012-01-26"), ("2012", "2012-01-26")])
    assert [(name, many) for name, many in dates.ages if many] == [("day", 1), ("week", 1), ("year", 1)]
    assert [age_of("2012-01-26", written) for written in ("2012-01-27", "2012-02-03", "2013-01-26", "2018", "2019-01-01")] == [
        "day", "month", "five-years", "", "older",
    ]  # fmt: skip


def test_dates_by_year_with_the_empty_years_between():
    dates = count_dates([("2012-01-26", ""), ("2016", ""), ("XXXX-03-04", ""), ("", "")])
    assert [(column.start, column.citations) for column in dates.columns] == [
        ("2012", 1),
        ("2013", 0),
        ("2014", 0),
        ("2015", 0),
        ("2016", 1),
    ]
    assert (dates.unit, dates.undated, dates.age) == ("year", 2, None)


def test_dates_that_lie_close_together_are_counted_by_month():
    dates = count_dates([("2018-12-31", ""), ("2019-01-01", ""), ("2019-02-03", ""), ("2019-02-04", "")])
    assert [(column.start, column.citations) for column in dates.columns] == [("2018-12", 1), ("2019-01", 1), ("2019-02", 2)]


def test_a_long_time_is_counted_by_decade():
    dates = count_dates([("1905", ""), ("1931", ""), ("2019", "")])
    assert (dates.unit, dates.columns[0].start, len(dates.columns)) == ("decade", "1900", 12)


def test_a_few_old_works_stand_in_one_column():
    dates = count_dates([("1974", "")] + [("2014", "")] * 10 + [("2015", "")] * 10)
    assert [(column.start, column.citations, column.early) for column in dates.columns] == [
        ("2013", 1, True), ("2014", 10, False), ("2015", 10, False),
    ]  # fmt: skip


def test_the_age_of_works_when_they_were_cited_is_a_median_of_days():
    dates = count_dates([("2012-01-26", "2012-02-21"), ("2012-02-20", "2012-02-21"), ("2012-02-11", "2012-02-21"), ("2012", "2012-02-21")])
    assert (dates.age, dates.aged) == (10.0, 3)


def test_an_empty_library_has_counts_of_nothing():
    counts = summarise(Library())
    assert (counts.citations, counts.sources, counts.effective, counts.dates.columns, counts.matrix.documents) == (0, (), 0.0, (), ())


def test_the_sample_library_adds_up():
    library = sample_library()
    counts = summarise(library)
    assert counts.citations == len(list_uses(library)) == sum(document.citations for document in counts.by_document)
    assert counts.citations == sum(source.citations for source in counts.sources) + counts.unsourced
    assert counts.citations == sum(column.citations for column in counts.dates.columns) + counts.dates.undated
    assert sum(group.citations for group in counts.kinds) == sum(group.citations for group in counts.countries)
    assert counts.sources[0].name == "Interfax"

"""A citation is no surer than what is known of its source, than the year that was told for it, and than the citation that it leans on."""

from __future__ import annotations

import pytest

from cites.extract import Extractor
from cites.model import Document


@pytest.mark.parametrize(
    ("source", "most"),
    [
        ("Interfax", 1.0),
        ("Izvestiya", 1.0),
        ("Harbour Mirror", 0.85),  # nobody knows it
        ("Rustavi 2", 0.85),  # a station: what was on the air, or its site
        ("Rustavi 2 TV", 0.85),  # which its name says, and which is cited for its pages too
        ("World Bank", 0.85),  # a body: its site, or a report
    ],
)
def test_how_sure_a_source_and_a_day_are(source: str, most: float) -> None:
    text = f"The port was closed (Interfax, January 26, 2012). It opened again a day later ({source}, January 27, 2012)."
    citations = Extractor()(Document("", text)).citations
    assert [citation.confidence for citation in citations] == [1.0, most]


def test_with_its_title_it_is_as_sure_as_its_form() -> None:
    text = "The port was closed (Interfax, January 26, 2012; “Port Closes,” Rustavi 2, January 27, 2012)."
    first, second = Extractor()(Document("", text)).citations
    assert (first.confidence, second.matched_by) == (1.0, "titled")


def test_without_its_year_it_is_less_sure() -> None:
    (citation,) = Extractor()(Document("", "The port was closed (Interfax, January 26).")).citations
    assert citation.confidence == 0.85


def test_a_day_that_may_be_another_is_less_sure() -> None:
    first, second = Extractor()(Document("", "It was shut (Kathimerini, 6/1/2012), then open (Kathimerini, 26/1/2012).")).citations
    assert (first.confidence, second.confidence) == (0.7, 1.0)


def test_it_is_no_surer_than_its_year_that_was_told() -> None:
    text = "The port was closed (Interfax, January 26, 2012), and opened again soon (TASS, January 28)."
    first, second = Extractor()(Document("", text)).citations
    assert (first.confidence, second.confidence) == (1.0, 0.75)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Closed (Interfax, January 26, 2012). Open (ibid.).", [1.0, 1.0]),
        ("Closed (Harbour Mirror, January 26, 2012). Open (ibid.).", [0.85, 0.85]),
        ("Closed.1\n\nNotes\n\n1. Egan, supra note 12, 4.\n", [0.6]),  # nothing is there
        ("Closed (Interfax, January 26, 2012; TASS, January 27, 2012). Open (ibid.).", [1.0, 1.0, 0.7]),  # it may mean either
        ("The port was closed (TikTok, January 26, 2012).", [0.85]),  # it names no account
        ("The port was closed (@harbour, TikTok, January 26, 2012).", [1.0]),
        ("The port was closed (Izvestiya, January 2012).", [0.85]),  # it names no issue
        ("Closed (Interfax, 6 May 2022). It rose (World Bank, Global Economic Prospects, June 2022).", [1.0, 0.85]),
        ("Closed (Interfax, 6 May 2022). They met (NATO, Madrid Summit, June 2022).", [1.0]),  # an event
        ("Closed (Interfax, 6 May 2022). It fell (FTC v. Kochava, 2022).", [1.0, 0.75]),
        ("Closed (Interfax, 6 May 2022). It ended (Federer v. Nadal, 2008).", [1.0]),  # two people: a match
    ],
)
def test_it_is_no_surer_than_what_it_leans_on(text: str, sure: list[float]) -> None:
    assert [citation.confidence for citation in Extractor()(Document("", text)).citations] == sure


def test_an_ibid_leans_on_the_citation_before_it() -> None:
    works = "1. Anna Alder, Rivers (Oslo: Nord, 2001), 4.\n\n2. Anna Alder, Seas (Oslo: Nord, 2005), 9.\n\n3. Alder, op. cit., 5.\n\n4. Ibid., 6.\n"
    *_, short, ibid = Extractor()(Document("", f"Rain.1 Snow.2 Hail.3 Thaw.4\n\nNotes\n\n{works}")).citations
    assert (short.confidence, ibid.confidence) == (0.5, 0.5)

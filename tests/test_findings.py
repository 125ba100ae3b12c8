"""What the extractor says that a reader should look at."""

from __future__ import annotations

import pytest

import cites
from cites.model import Document


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Fees will rise (Vintari, March 13, 2023).", ["source-unknown"]),
        ("Fees will rise (TASS, March 13, 2023).", []),
        ("They met (Kyiv, March 13, 2023).", []),  # a place is no source
        ("The Vintari (launched, March 13, 2023) sank.", []),
    ],
)
def test_unknown_sources_are_not_lost(text: str, codes: list[str]) -> None:
    assert [finding.code for finding in cites.extract(Document("a.txt", text)).findings] == codes


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("Reuters, 5/1/2023", ["day-or-month"]),
        ("Reuters, 5/1/2023; AFP, 13/1/2023", []),
        ("Reuters, 5/5/2023", []),
    ],
)
def test_a_day_that_may_be_a_month_is_told(printed: str, codes: list[str]) -> None:
    assert [finding.code for finding in cites.extract(Document("a.txt", f"Fees will rise ({printed}).")).findings] == codes


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Novaya Gazetta", "'Novaya Gazetta' is nearly 'Novaya Gazeta': the same source?"),
        ("Belaruski Hajun", "'Belaruski Hajun' is nearly 'Belarusian Hajun', which is 'Motolko Help': the same source?"),
    ],
)
def test_a_misprint_is_told_with_the_name_that_it_resembles(printed: str, told: str) -> None:
    assert told in [finding.message for finding in cites.extract(Document("a.txt", f"It froze (“Ice Again,” {printed}, March 13, 2019).")).findings]


def test_a_misprint_is_asked_about_once() -> None:
    text = "It froze (“Ice Again,” Novaya Gazetta, March 13, 2019), and thawed (“Spring,” Novaya Gazetta, March 14, 2019)."
    assert [finding.code for finding in cites.extract(Document("a.txt", text)).findings] == ["outlet-near-miss"]


def notes(*texts: str) -> Document:
    """A text with notes."""
    called = " ".join(f"The talks went on.[{number}]" for number in range(1, len(texts) + 1))
    printed = "\n".join(f"{number}. {note}" for number, note in enumerate(texts, 1))
    return Document("a.txt", f"{called}\n\nNotes\n\n{printed}\n")


@pytest.mark.parametrize(
    ("later", "codes"),
    [
        ("Rowe, “Fog over the Straits,” 5.", ["short-form-unresolved"]),
        ("Nadia Rowe, “Fog over the Straits,” 5.", []),
        ("Rowe, “Fog over the Straits,” Harbour Review 12, no. 3 (2004): 5.", []),
    ],
)
def test_a_family_and_a_title_may_be_a_short_form_of_nothing(later: str, codes: list[str]) -> None:
    assert [finding.code for finding in cites.extract(notes(STRAITS, later)).findings] == codes


STRAITS = "A. L. Macfie, The Straits Question (Salonica: Institute for Balkan Studies, 1993), 77."
EASTERN = "A. L. Macfie, The Eastern Question (London: Longman, 1996), 12."


def test_an_author_alone_may_mean_two_works() -> None:
    """It is taken to mean the one that was cited last, and says so."""
    reading = cites.extract(notes(STRAITS, EASTERN, "Macfie, 95."))
    assert [finding.code for finding in reading.findings] == ["short-form-ambiguous"]
    short = reading.citations[-1]
    assert (short.form, short.reference, short.confidence) == ("short", reading.citations[1].reference, 0.5)


@pytest.mark.parametrize(
    ("last", "codes"),
    [
        ("Macfie, Straits Question, 95.", []),
        ("Macfie, op. cit. (1993), 95.", []),  # the year tells
    ],
)
def test_what_tells_two_works_apart_is_no_doubt(last: str, codes: list[str]) -> None:
    assert [finding.code for finding in cites.extract(notes(STRAITS, EASTERN, last)).findings] == codes


@pytest.mark.parametrize(
    ("first", "ibid", "codes"),
    [
        (f"{STRAITS[:-1]}; {EASTERN}", "Ibid.", ["ibid-ambiguous"]),
        (f"{STRAITS[:-1]}; Macfie, Straits Question, 80.", "Ibid.", []),  # one work, cited twice
        (STRAITS, f"{EASTERN[:-1]}; ibid., 14.", []),  # within a note it means what stands before it
    ],
)
def test_ibid_after_a_note_with_several_works(first: str, ibid: str, codes: list[str]) -> None:
    assert [finding.code for finding in cites.extract(notes(first, ibid)).findings] == codes


def test_ibid_that_means_the_first_of_two_works_by_its_page_is_less_sure() -> None:
    """Usage has it mean the last one."""
    ships, hulls = "Eva Hall, “Ships,” Journal of Ships 5 (1990): 10–20", "Kurt Berg, “Hulls,” Journal of Ships 7 (1992): 101–130"
    reading = cites.extract(notes(f"{ships}; {hulls}.", "Ibid., 15.", f"{ships}; {hulls}.", "Ibid., 110."))
    first, last = (citation for citation in reading.citations if citation.form == "ibid")
    assert (first.reference, first.confidence) == (reading.citations[0].reference, 0.7)
    assert (last.reference, last.confidence) == (reading.citations[1].reference, 0.85)


def test_ibid_behind_a_note_that_was_not_read_is_less_sure() -> None:
    """It may mean what stands there: so may each that follows it, up to the next work that is named."""
    unread = "On the price of grain in 1998 nothing is known."
    reading = cites.extract(notes(STRAITS, "Ibid., 80.", unread, "Ibid., 81.", "Ibid., 82.", EASTERN, "Ibid., 14."))
    assert [citation.confidence for citation in reading.citations if citation.form == "ibid"] == [0.85, 0.6, 0.6, 0.85]

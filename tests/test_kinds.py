"""What kind of thing a name is of, by its words, in any language."""

from __future__ import annotations

import pytest
from regex import Pattern

from cites.grammar.firms import END, FIRM
from cites.grammar.kinds import HANDBOOK, HOUSE, PAPERS, SERIES


@pytest.mark.parametrize(
    ("pattern", "name", "is_one"),
    [
        (HOUSE, "Columbia University Press", True),
        (HOUSE, "Wallstein Verlag", True),
        (HOUSE, "Ediciones Península", True),
        (HOUSE, "Éditions du Seuil", True),
        (HOUSE, "The press of events", False),
        (HOUSE, "Pressburger Zeitung", False),
        (PAPERS, "Crisis Group Africa Report", True),
        (PAPERS, "Journal of African Studies", False),
        (SERIES, "SWP-Studie", True),
        (SERIES, "Cahiers du monde russe", True),
        (HANDBOOK, "Lexikon des Mittelalters", True),
        (HANDBOOK, "Encyclopaedia Iranica", True),
    ],
)
def test_words_tell_the_kind(pattern: Pattern[str], name: str, is_one: bool) -> None:
    assert (pattern.search(name) is not None) is is_one


@pytest.mark.parametrize("name", ["Sidley Austin LLP", "Bain & Co.", "Chambers and Partners", "BASF SE", "Banco Popular S.A.", "Ørsted A.Ş."])
def test_a_firm_is_told_by_the_end_of_its_name(name: str) -> None:
    assert FIRM.search(name)


@pytest.mark.parametrize("name", ["Jo Inc Berg", "The Company and I", "Kern Se", "Bain & Coleman"])
def test_other_names_are_no_firms(name: str) -> None:
    assert not FIRM.search(name)


def test_firms_are_called_without_what_ends_their_names() -> None:
    assert [END.sub("", name) for name in ("McKinsey & Co.", "Acme, Inc.", "Siemens AG")] == ["McKinsey", "Acme", "Siemens"]

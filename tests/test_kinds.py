"""What kind of thing a name is of, by its words, in any language."""

from __future__ import annotations

import pytest
from regex import Pattern

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

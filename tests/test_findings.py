"""What the extractor says that a reader should look at."""

from __future__ import annotations

import pytest

import cites
from cites.model import Document


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Fees will rise (Mtavari, March 13, 2023).", ["source-unknown"]),
        ("Fees will rise (TASS, March 13, 2023).", []),
        ("They met (Kyiv, March 13, 2023).", []),  # a place is no source
        ("The Mtavari (launched, March 13, 2023) sank.", []),
    ],
)
def test_unknown_sources_are_not_lost(text: str, codes: list[str]) -> None:
    assert [finding.code for finding in cites.extract(Document("a.txt", text)).findings] == codes

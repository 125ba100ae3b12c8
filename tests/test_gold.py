"""How well it reads, against articles read by hand: no figure may fall below its floor.

The scorer, and the articles of `../shared/seeds`, lie beside the repository; where they are absent these tests are skipped. The sets in
tests/gold/ were written for these tests: see tests/gold/README.md.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from gold_sets import SCORER, SETS, score

from cites.model import Reference
from cites.readers import read

FIGURES = {  # of the scorer: the value of each that has a floor
    "citations": "f1",
    "core fields": "f1",
    "inferred dates": "f1",
    "short forms resolved": "share",
    "ibid. resolved": "share",
    "callouts": "f1",
}
FLOORS = {  # in the order of FIGURES; None where a set has too few of its kind to tell
    "shared": (0.99, 0.99, 0.98, 0.98, 0.98, 0.99),
    "seeds": (0.98, 0.97, 0.97, 0.95, 0.95, 0.99),
    "inline": (0.98, 0.97, 0.95, None, None, None),
    "notes": (0.98, 0.95, None, 0.95, 0.95, 0.98),
    "mixed": (0.98, 0.97, None, 0.95, None, 0.98),
    "inline_more": (0.98, 0.96, 0.97, None, None, None),
    "notes_more": (0.98, 0.96, None, 0.95, 0.95, 0.98),
    "inline_third": (0.97, 0.94, 0.95, 0.95, None, None),
    "notes_third": (0.96, 0.90, None, 0.88, 0.95, 0.98),
    "mixed_third": (0.97, 0.91, 0.97, None, None, 0.98),
    "mixed_fourth": (0.97, 0.92, 0.98, None, None, 0.98),
    "notes_fifth": (0.98, 0.91, None, 0.94, 0.95, 0.98),
    "mixed_sixth": (0.98, 0.96, 0.95, 0.97, 0.94, 0.98),
    "mixed_seventh": (0.96, 0.95, 0.95, 0.98, None, 0.98),
    "mixed_eighth": (0.97, 0.95, 0.97, 0.98, None, None),
    "notes_ninth": (0.97, 0.92, None, 0.86, 0.91, 0.99),
    "inline_tenth": (0.98, 0.96, 0.98, None, None, None),
    "inline_eleventh": (0.96, 0.93, 0.98, None, None, None),
    "inline_twelfth": (0.98, 0.97, 0.98, 0.99, None, None),
    "inline_thirteenth": (0.97, 0.96, 0.98, 0.98, None, None),
    "notes_eleventh": (0.98, 0.94, None, 0.93, 0.98, 0.99),
    "notes_twelfth": (0.96, 0.89, None, 0.87, 0.93, 0.99),
    "notes_thirteenth": (0.97, 0.92, None, 0.89, 0.91, 0.99),
    "notes_fourteenth": (0.96, 0.91, None, 0.90, 0.98, 0.99),
    "real_reports": (0.94, 0.91, None, None, None, 0.98),
    "real_notes": (0.97, 0.94, None, 0.87, 0.94, 0.99),
    "real_news2": (0.98, 0.95, 0.97, 0.9, None, None),
    "real_news3": (0.88, 0.85, None, None, None, None),
    "real_history": (0.96, 0.93, None, 0.84, 0.98, 0.99),
    "real_fourth": (0.98, 0.93, None, 0.96, 0.95, 0.99),
    "real_fifth": (0.96, 0.90, None, 0.90, 0.78, 0.96),
    "real_humanities": (0.95, 0.88, None, 0.82, 0.85, 0.99),
    "real_law": (0.97, 0.91, None, 0.95, 0.97, 0.99),
    "real_law2": (0.97, 0.92, None, 0.93, 0.98, 0.99),
    "real_policy": (0.97, 0.92, None, 0.83, 0.98, 0.99),
    "real_social": (0.99, 0.94, None, 0.98, None, 0.99),
    "real_inline": (0.98, 0.96, 0.98, None, None, None),
    "real_inline2": (0.94, 0.91, None, None, None, None),
    "real_sixth": (0.93, 0.87, None, 0.85, 0.88, 0.97),
    "real_seventh": (0.89, 0.80, None, 0.84, None, 0.93),
    "real_eighth": (0.95, 0.89, None, 0.93, 0.90, 0.93),
    "documents": (0.98, 0.97, 0.98, 0.95, None, None),
    "inline_fourteenth": (0.98, 0.96, 0.98, 0.96, None, None),
    "inline_fifteenth": (0.97, 0.95, 0.96, 0.98, None, None),
    "inline_sixteenth": (0.99, 0.98, 0.98, 0.98, None, None),
    "notes_fifteenth": (0.98, 0.97, None, 0.94, 0.98, 0.99),
    "mixed_ninth": (0.98, 0.98, 0.97, 0.96, None, 0.99),
    "real_inline3": (0.93, 0.91, 0.95, None, None, None),
    "real_ninth": (0.97, 0.87, None, 0.87, 0.98, 0.99),
    "real_law3": (0.97, 0.93, None, 0.95, 0.98, 0.99),
    "real_inline4": (0.94, 0.93, 0.92, None, None, None),
    "mixed_tenth": (0.94, 0.90, 0.95, 0.86, 0.88, 0.98),
    "real_short": (0.965, 0.875, None, 0.85, 0.94, 0.99),
    "real_tenth": (0.98, 0.93, None, 0.93, 0.98, 0.99),
    "real_inline5": (0.96, 0.90, 0.80, 0.81, 0.99, 0.89),
    "real_books": (0.955, 0.815, None, 0.88, 0.96, 0.855),
    "real_languages": (0.90, 0.80, None, None, None, None),
    "mixed_eleventh": (0.95, 0.92, 0.97, 0.93, None, 0.98),
    "real_inline6": (0.81, 0.80, 0.90, None, None, None),
    "real_inline7": (0.88, 0.86, 0.93, None, None, None),
    "mixed_twelfth": (0.98, 0.945, 0.97, 0.95, None, 0.97),
    "real_eleventh": (0.985, 0.94, None, 0.88, 0.98, 0.99),
}
METADATA_WRONG = 0.05  # share of what documents say of themselves
FALSE_ALARMS = "false alarms in documents without citations"
MOST_FALSE_ALARMS = dict.fromkeys(SETS, 0) | {"inline": 1}

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the scorer of ../shared is not here")


@pytest.mark.parametrize("name", SETS)
def test_no_figure_is_below_its_floor(name: str) -> None:
    figures, misses = score([SETS[name]])
    reached = [figures[figure][key] for figure, key in FIGURES.items()]
    below = {
        figure: f"{value} is below {floor}"
        for figure, value, floor in zip(FIGURES, reached, FLOORS[name], strict=True)
        if floor is not None and (value is None or value < floor)
    }
    assert not below, "\n".join([str(below), *misses[:40]])
    assert figures[FALSE_ALARMS] <= MOST_FALSE_ALARMS[name]


def said(about: Reference) -> dict[str, Any]:
    """What a document says of itself, as gold has it."""
    authors = [{"literal": name.literal} if name.literal else {"family": name.family, "given": name.given} for name in about.author]
    return {
        "title": about.title,
        "author": authors,
        "issued": about.issued,
        "container-title": about.container_title,
        "volume": about.volume,
        "issue": about.issue,
    }


def test_what_documents_say_of_themselves_is_read() -> None:
    gold_dir, documents = SETS["documents"]
    wrong, wanted = [], 0
    for path in sorted(gold_dir.glob("*.json")):
        item = json.loads(path.read_text("utf-8"))
        found = said(read(documents / item["file"]).about)
        wanted += len(item["document"])
        wrong += [(item["file"], key, value, found[key]) for key, value in item["document"].items() if found[key] != value]
    assert len(wrong) <= METADATA_WRONG * wanted, wrong

"""How well it reads, against articles read by hand: no figure may fall below its floor.

The scorer, and the articles of `../shared/seeds`, lie beside the repository; where they are absent these tests are skipped. The sets in
tests/gold/ were written for these tests: see CONTRIBUTING.md.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cites.extract import Extractor
from cites.library import Library
from cites.model import Reference
from cites.readers import read
from cites.writers import WRITERS

TOP = Path(__file__).parent.parent
SHARED = TOP.parent / "shared"
SCORER = SHARED / "gold" / "score.py"

SETS = {  # name: the folder of its gold files, the folder of its documents
    "shared": (SHARED / "gold" / "seeds", SHARED / "seeds"),
    "seeds": (TOP / "tests" / "gold" / "seeds", TOP / "seeds"),
    "inline": (TOP / "tests" / "gold" / "inline", TOP / "tests" / "gold" / "inline" / "docs"),
    "notes": (TOP / "tests" / "gold" / "notes", TOP / "tests" / "gold" / "notes" / "docs"),
    "mixed": (TOP / "tests" / "gold" / "mixed", TOP / "tests" / "gold" / "mixed" / "docs"),
    "inline_more": (TOP / "tests" / "gold" / "inline_more", TOP / "tests" / "gold" / "inline_more" / "docs"),
    "notes_more": (TOP / "tests" / "gold" / "notes_more", TOP / "tests" / "gold" / "notes_more" / "docs"),
    "inline_third": (TOP / "tests" / "gold" / "inline_third", TOP / "tests" / "gold" / "inline_third" / "docs"),
    "notes_third": (TOP / "tests" / "gold" / "notes_third", TOP / "tests" / "gold" / "notes_third" / "docs"),
    "mixed_third": (TOP / "tests" / "gold" / "mixed_third", TOP / "tests" / "gold" / "mixed_third" / "docs"),
    "mixed_fourth": (TOP / "tests" / "gold" / "mixed_fourth", TOP / "tests" / "gold" / "mixed_fourth" / "docs"),
    "notes_fifth": (TOP / "tests" / "gold" / "notes_fifth", TOP / "tests" / "gold" / "notes_fifth" / "docs"),
    "mixed_sixth": (TOP / "tests" / "gold" / "mixed_sixth", TOP / "tests" / "gold" / "mixed_sixth" / "docs"),
    "mixed_seventh": (TOP / "tests" / "gold" / "mixed_seventh", TOP / "tests" / "gold" / "mixed_seventh" / "docs"),
    "mixed_eighth": (TOP / "tests" / "gold" / "mixed_eighth", TOP / "tests" / "gold" / "mixed_eighth" / "docs"),
    "notes_ninth": (TOP / "tests" / "gold" / "notes_ninth", TOP / "tests" / "gold" / "notes_ninth" / "docs"),
    "inline_tenth": (TOP / "tests" / "gold" / "inline_tenth", TOP / "tests" / "gold" / "inline_tenth" / "docs"),
    "real_reports": (TOP / "tests" / "gold" / "real_reports", TOP / "tests" / "gold" / "real_reports" / "docs"),
    "real_notes": (TOP / "tests" / "gold" / "real_notes", TOP / "tests" / "gold" / "real_notes" / "docs"),
    "real_news2": (TOP / "tests" / "gold" / "real_news2", TOP / "tests" / "gold" / "real_news2" / "docs"),
    "real_news3": (TOP / "tests" / "gold" / "real_news3", TOP / "tests" / "gold" / "real_news3" / "docs"),
    "real_history": (TOP / "tests" / "gold" / "real_history", TOP / "tests" / "gold" / "real_history" / "docs"),
    "real_fourth": (TOP / "tests" / "gold" / "real_fourth", TOP / "tests" / "gold" / "real_fourth" / "docs"),
    "real_fifth": (TOP / "tests" / "gold" / "real_fifth", TOP / "tests" / "gold" / "real_fifth" / "docs"),
    "real_humanities": (TOP / "tests" / "gold" / "real_humanities", TOP / "tests" / "gold" / "real_humanities" / "docs"),
    "real_law": (TOP / "tests" / "gold" / "real_law", TOP / "tests" / "gold" / "real_law" / "docs"),
    "real_law2": (TOP / "tests" / "gold" / "real_law2", TOP / "tests" / "gold" / "real_law2" / "docs"),
    "real_policy": (TOP / "tests" / "gold" / "real_policy", TOP / "tests" / "gold" / "real_policy" / "docs"),
    "real_social": (TOP / "tests" / "gold" / "real_social", TOP / "tests" / "gold" / "real_social" / "docs"),
    "real_inline": (TOP / "tests" / "gold" / "real_inline", TOP / "tests" / "gold" / "real_inline" / "docs"),
    "documents": (TOP / "tests" / "gold" / "documents", TOP / "tests" / "gold" / "documents" / "docs"),
}
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
    "documents": (0.98, 0.97, 0.98, 0.95, None, None),
}
METADATA_WRONG = 0.05  # share of what documents say of themselves
FALSE_ALARMS = "false alarms in documents without citations"
MOST_FALSE_ALARMS = dict.fromkeys(SETS, 0) | {"inline": 1}

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the scorer of ../shared is not here")


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(gold_dir: Path, documents: Path) -> tuple[dict[str, Any], list[str]]:
    """The scorer's figures and its list of differences."""
    gold = [json.loads(path.read_text("utf-8")) for path in sorted(gold_dir.glob("*.json"))]
    extractor = Extractor()
    library = Library.of(extractor(read(documents / item["file"])) for item in gold)
    misses: list[str] = []
    figures: dict[str, Any] = load_scorer().score(gold, json.loads(WRITERS["json"].write(library)), misses)
    return figures, misses


@pytest.mark.parametrize("name", SETS)
def test_no_figure_is_below_its_floor(name: str) -> None:
    figures, misses = score(*SETS[name])
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

"""The gold sets, and what the scorer of `../shared` says of one: for tests/test_gold.py and tests/benchmarks/gold.py."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from cites.extract import Extractor
from cites.library import Library
from cites.readers import read
from cites.writers import WRITERS

TOP = Path(__file__).parent.parent
SHARED = TOP.parent / "shared"
SCORER = SHARED / "gold" / "score.py"


class GoldSet(NamedTuple):
    gold: Path  # the folder of its annotations
    documents: Path  # the folder of what they annotate


SETS = {
    "shared": GoldSet(SHARED / "gold" / "seeds", SHARED / "seeds"),
    "seeds": GoldSet(TOP / "tests" / "gold" / "seeds", TOP / "seeds"),
} | {
    name: GoldSet(TOP / "tests" / "gold" / name, TOP / "tests" / "gold" / name / "docs")
    for name in (
        "inline", "notes", "mixed", "inline_more", "notes_more", "inline_third", "notes_third", "mixed_third", "mixed_fourth", "notes_fifth",
        "mixed_sixth", "mixed_seventh", "mixed_eighth", "notes_ninth", "inline_tenth", "inline_eleventh", "inline_twelfth",
        "inline_thirteenth", "inline_fourteenth", "notes_eleventh", "notes_twelfth", "notes_thirteenth", "notes_fourteenth",
        "real_reports", "real_notes", "real_news2", "real_news3", "real_history", "real_fourth", "real_fifth", "real_humanities",
        "real_law", "real_law2", "real_policy", "real_social", "real_inline", "real_inline2", "real_sixth",
        "real_seventh", "real_eighth", "documents", "inline_fifteenth", "inline_sixteenth", "notes_fifteenth",
        "mixed_ninth", "real_inline3", "real_ninth", "real_law3", "real_inline4", "mixed_tenth", "real_short",
        "real_tenth", "real_inline5", "real_books", "real_languages", "mixed_eleventh", "real_inline6", "real_inline7",
        "mixed_twelfth", "real_eleventh",
    )
}  # fmt: skip


class Score(NamedTuple):
    figures: dict[str, Any]  # as the scorer names them
    misses: list[str]  # a line for each difference from the gold


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(gold_sets: Sequence[GoldSet]) -> Score:
    """Read the documents of these sets and score them as one: `score([SETS["inline"]]).figures["citations"]["f1"]`."""
    gold, extractor = [], Extractor()
    readings = []
    for folder, documents in gold_sets:
        for path in sorted(folder.glob("*.json")):
            gold.append(json.loads(path.read_text("utf-8")))
            readings.append(extractor(read(documents / gold[-1]["file"])))
    misses: list[str] = []
    figures = load_scorer().score(gold, json.loads(WRITERS["json"].write(Library.of(readings))), misses)
    return Score(figures, misses)

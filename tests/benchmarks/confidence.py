"""What a confidence means: `python tests/benchmarks/confidence.py` counts, over the gold sets, the citations that are right.

A full citation is right where gold has it and all its core fields agree, a short form or "ibid." where it leads to the work of gold.
Both the sets of ../shared and those of tests/gold were at hand when the rules were written, so unseen texts will do less well.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TOP = Path(__file__).parent.parent.parent
sys.path[:0] = [str(TOP), str(TOP / "tests")]

import json  # noqa: E402

from test_gold import SETS, load_scorer  # noqa: E402

from cites.extract import Extractor  # noqa: E402
from cites.library import Library  # noqa: E402
from cites.readers import read  # noqa: E402
from cites.writers import WRITERS  # noqa: E402

FLOORS = (0.95, 0.9, 0.8, 0.7, 0.6, 0.0)  # of the rows of the table


def judged(gold_dir: Path, documents: Path) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of each citation found, and whether it is right."""
    scorer = load_scorer()
    gold = [json.loads(path.read_text("utf-8")) for path in sorted(gold_dir.glob("*.json"))]
    extractor = Extractor()
    output = json.loads(WRITERS["json"].write(Library.of(extractor(read(documents / item["file"])) for item in gold)))
    references = {reference["id"]: reference for reference in output["references"]}
    found_in = {Path(document["file"]).name: document["citations"] for document in output["documents"]}
    for item in gold:
        works = {work["id"]: work for work in item["references"]}
        wanted = [citation for citation in item["citations"] if citation["kind"] != "credit"]
        found = [citation for citation in found_in[item["file"]] if citation["kind"] != "credit"]
        gold_of = {f: g for g, f in scorer.pair_up(wanted, found)}
        leads_to: dict[str, set[str]] = defaultdict(set)  # from a work of gold to the references of its full citations
        for f, g in gold_of.items():
            if wanted[g]["form"] == "full":
                leads_to[wanted[g]["refs"][0]].add(found[f]["reference"])
        for f, citation in enumerate(found):
            yield citation["confidence"], f in gold_of and _is_right(scorer, wanted[gold_of[f]], citation, works, references, leads_to)


def _is_right(
    scorer: Any,
    wanted: dict[str, Any],
    found: dict[str, Any],
    works: dict[str, Any],
    references: dict[str, Any],
    leads_to: dict[str, set[str]],
) -> bool:
    if wanted["form"] != "full":
        return found["reference"] in set().union(*(leads_to[work] for work in wanted["refs"]))
    work, reference = works[wanted["refs"][0]], references.get(found["reference"], {})
    return all(scorer.field(name, work) == scorer.field(name, reference) for name in scorer.CORE)


def main() -> None:
    rows: dict[float, list[bool]] = defaultdict(list)
    for gold_dir, documents in SETS.values():
        for confidence, right in judged(gold_dir, documents):
            rows[next(floor for floor in FLOORS if confidence >= floor)].append(right)
    print("confidence  citations  right")
    for floor, marks in sorted(rows.items(), reverse=True):
        print(f"from {floor:.2f}   {len(marks):9}  {sum(marks) / len(marks):.3f}")
    sure = [mark for floor, marks in rows.items() if floor >= 0.9 for mark in marks]
    print(f"from 0.90   {len(sure):9}  {sum(sure) / len(sure):.3f}  (both rows)")


if __name__ == "__main__":
    main()

"""What is printed for the articles in seeds/ is what it was: see golden.py."""

from __future__ import annotations

import json
from difflib import unified_diff

from golden import GOLDEN, TOP, readings, render

MEND = "where this is as it should be, run: python tests/golden.py"


def test_outputs_are_as_they_were() -> None:
    now = dict(render(readings()))
    assert set(now) == {path.name for path in GOLDEN.iterdir()}, MEND
    for name, text in now.items():
        was = (GOLDEN / name).read_bytes().decode()
        difference = "\n".join(unified_diff(was.splitlines(), text.splitlines(), f"tests/golden/{name}", "now", n=0, lineterm=""))
        assert not difference, f"{MEND}\n{difference}"


def test_golden_files_are_whole() -> None:
    for path in (TOP / "seeds").iterdir():
        record = json.loads((GOLDEN / f"{path.name}.json").read_text("utf-8"))
        printed = path.read_text("utf-8")
        for citation in record["citations"]:
            assert "start" not in citation or printed[citation["start"] : citation["end"]] == citation["text"]

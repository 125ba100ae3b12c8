"""Whole outputs for the articles in seeds/: `python tests/golden.py` writes them into tests/golden/, tests/test_golden.py compares them.

Of what `cites extract --format jsonl` prints they have what an author would want to know, a citation and a work a line; how sure the
program is, and by which form it read, is left out. Look at what `git diff tests/golden` shows before it is committed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cites.extract import Extractor
from cites.library import Library
from cites.model import Reading
from cites.readers import find_files, read
from cites.writers import WRITERS
from cites.writers.readings import document_record

TOP = Path(__file__).parent.parent
GOLDEN = TOP / "tests" / "golden"
LONG = 60  # characters; the middle of a longer sentence is left out


def readings() -> tuple[Reading, ...]:
    extractor = Extractor()
    return tuple(extractor(read(path, path.name)) for path in find_files([TOP / "seeds"]))


def render(many: tuple[Reading, ...]) -> Iterator[tuple[str, str]]:
    """Yield each golden file: its name and its text."""
    for reading in many:
        yield f"{reading.document.name}.json", to_text(document_record(reading))
    library = Library.of(many)
    for name in ("biblatex", "ris", "wikipedia"):
        yield WRITERS[name].file, WRITERS[name].write(library)


def to_text(record: dict[str, Any]) -> str:
    """A record as JSON, an entry a line."""
    lists = {
        "citations": [reduced(citation) for citation in record["citations"]],
        "callouts": record["callouts"],
        "references": record["references"],
        "findings": record["findings"],
    }
    lines = [f'"{name}": {dump(record[name])}' for name in ("file", "document")]
    lines += [
        f'"{name}": [' + "".join(f"\n  {dump(entry)}," for entry in entries).rstrip(",") + ("\n]" if entries else "]")
        for name, entries in lists.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def reduced(citation: dict[str, Any]) -> dict[str, Any]:
    kept = {
        name: citation[name]
        for name in ("start", "end", "kind", "note", "form", "text", "locator", "reference")
        if citation.get(name) is not None
    }
    claim = " ".join(citation["claim"]["text"].split()) if citation["claim"] else ""
    return kept | ({"claim": claim if len(claim) <= LONG else f"{claim[: LONG // 2]} … {claim[-LONG // 2 :]}"} if claim else {})


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file, text in render(readings()):
        (GOLDEN / file).write_text(text, "utf-8", newline="")
        print((GOLDEN / file).relative_to(TOP))

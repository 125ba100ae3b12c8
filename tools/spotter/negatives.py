"""What a careful reader takes for no citation, though it looks like one: zones of the texts that tests guard, all their words labelled so.

    tests/no_citations   texts that cite nothing
    tests/look_alikes    articles with marks around what is cited, or may be: what no mark touches
    tests/cases          what no line of a case names
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

TESTS = Path(__file__).parent.parent.parent / "tests"
sys.path.insert(0, str(TESTS))

from annotated import KINDS, Labelled, to_labelled  # noqa: E402
from case_files import CASES, Case, read_cases  # noqa: E402

from cites.model import Document  # noqa: E402
from cites.readers import read, read_bytes  # noqa: E402
from cites.zones import find_zones  # noqa: E402

MARKS = re.compile("[⟦⟧⟪⟫]")
MARKED = re.compile("[⟦⟪][^⟧⟫]*[⟧⟫]")
TEXTS = {"inline": "case.txt", "not_citations": "case.txt", "author_date": "case.txt", "markdown": "case.md"}  # and how they are read
NOTES = (  # each line of which is a note
    "archival", "books", "cjk", "ibid_and_short", "law_cases", "law_in_print", "law_statutes", "languages", "legal", "notes",
    "notes_abroad", "pointing_back", "reports", "romance", "russian", "spoken",
)  # fmt: skip


def read_negatives() -> Iterator[Labelled]:
    """Yield zones in which nothing is cited."""
    for path in sorted((TESTS / "no_citations").iterdir()):
        yield from _unlabelled(read(path), ())
    for path in sorted((TESTS / "look_alikes").iterdir()):
        raw = path.read_text("utf-8")
        marked = [MARKS.sub("", text) for text in MARKED.findall(raw)]
        yield from _unlabelled(read_bytes(MARKS.sub("", raw).encode(), path.name), marked)
    for stem in (*TEXTS, *NOTES):
        for case in read_cases(CASES / f"{stem}.txt"):
            if not case.not_yet:
                text = case.given if stem in TEXTS else _as_notes(case.given.splitlines())
                yield from _unlabelled(read_bytes(text.encode(), TEXTS.get(stem, "case.txt")), _named(case))


def _as_notes(lines: Sequence[str]) -> str:
    called = " ".join(f"The talks went on.{number}" for number, _ in enumerate(lines, 1))
    return f"{called}\n\nNotes\n\n" + "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _named(case: Case) -> list[str]:
    return [column.strip('"') for row in case.rows for column in row.columns if column.startswith('"')]


def _unlabelled(document: Document, cited: Iterable[str]) -> Iterator[Labelled]:
    """Yield the zones that hold none of the texts that are cited, and are no part of them."""
    for zone in find_zones(document)[0]:
        text = " ".join(document.text[slice(*zone.span)].split())
        if zone.kind in KINDS and not any(words in text or text in words for words in cited):
            yield from to_labelled(document, zone, ())

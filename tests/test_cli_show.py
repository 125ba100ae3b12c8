"""`cites show`: what a reader saw."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_cli import Cites

from cites.cli.inputs import read_document
from cites.model import Document, Mark, Span
from cites.readers.bundles import Item
from cites.writers.shown import to_text

PAGE = """\
# Talks

## Straits

The *Straits* stay [open](https://a.example/x),[^a] it is said.

[^a]: TASS, March 12.
"""


def test_marks_are_written_into_the_text(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(PAGE, "utf-8")
    assert cites("show", path).out == (
        f"file            {path}\n"
        "title           Talks\n\n"
        "     1  # Talks\n\n"
        "     3  ## Straits\n\n"
        "     5  The *Straits* stay [open](https://a.example/x),[^a] it is said.\n\n"
        "     7  [^a]: TASS, March 12.\n"
    )


def test_notes_that_are_found_in_plain_text_are_shown(cites: Cites, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\n\nIt is so.1\n\nNotes\n\n1. TASS, March 12, 2012.\n", "utf-8")
    out = cites("show", tmp_path / "a.txt").out
    assert "     3  It is so.[^1]\n" in out and "     7  1. [^1]: TASS, March 12, 2012.\n" in out


def test_what_is_cited_as_data_and_pages_are_shown() -> None:
    marks = (Mark("page", Span(0, 4), "iv"), Mark("csl", Span(3, 8), "[]"), Mark("page", Span(5, 8), "5"))
    assert to_text(Document("a.pdf", "So (Berg)", marks=marks, pieces=None)).endswith("     1  |page iv| So {(B|page 5| erg})\n")


def test_json_has_text_and_marks(cites: Cites, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PAGE, "utf-8")
    (tmp_path / "b.txt").write_text("TASS\n", "utf-8")
    first, second = map(json.loads, cites("show", tmp_path, "--format", "json").out.splitlines())
    assert first["document"]["title"] == "Talks" and second["text"] == "TASS\n"
    shown = {(mark["kind"], first["text"][mark["start"] : mark["end"]], mark["value"]) for mark in first["marks"]}
    assert {("italic", "Straits", ""), ("note", "TASS, March 12.", "a"), ("link", "open", "https://a.example/x")} <= shown


def test_what_cannot_be_read_is_said_and_the_others_are_shown(cites: Cites, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("TASS \x1b[31m\n", "utf-8")
    ran = cites("show", tmp_path / "none.txt", tmp_path / "a.txt")
    assert ran.code == 2 and "none.txt: there is no such file" in ran.err and ran.out.endswith("TASS \\x1b[31m\n")


def test_a_fault_of_ours_costs_one_document_only(cites: Cites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(item: Item, warn: Callable[[str], None]) -> Document:
        if item.name.endswith("a.md"):
            raise IndexError("list index out of range")
        return read_document(item, warn)

    monkeypatch.setattr("cites.cli.show.read_document", fails)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(PAGE, "utf-8")
    ran = cites("show", tmp_path)
    assert (ran.code, ran.out.count("The *Straits* stay")) == (2, 1)
    assert "a.md: cites failed on this file, please report it (IndexError: list index out of range; test_cli_show.py, line " in ran.err

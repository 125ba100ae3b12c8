"""The tables of outlets: what they may hold, and that corrections know the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from cites import outlets
from cites.corrections.parse import KINDS
from cites.errors import KnowledgeError


def test_corrections_know_the_kinds_of_the_tables() -> None:
    known = outlets.load_outlets().canonical.values()
    assert {outlet.kind for outlet in known} == set(KINDS)


def test_a_table_with_other_columns_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "xx.tsv"
    table.write_text("name\tkind\nThe Harbour\tnewspaper\n", "utf-8")
    with pytest.raises(KnowledgeError, match=r"outlets/xx\.tsv"):
        outlets.read_outlets([table])

"""A result is replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cites.cli.files import replacing, write_all
from cites.errors import WriteError


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    with pytest.raises(RuntimeError), replacing(path) as file:
        file.write("half")
        raise RuntimeError
    assert path.read_text("utf-8") == "old"
    with replacing(path) as file:
        file.write("new")
        assert path.read_text("utf-8") == "old"
    assert path.read_text("utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_is_followed_and_a_device_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", "utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_all({tmp_path / "link.txt": "new", Path(os.devnull): "gone"})
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text("utf-8") == "new"
    assert Path(os.devnull).is_char_device()


def test_files_that_belong_together_are_replaced_together(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", "utf-8")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(WriteError, match=r"b\.txt: not written, what was there is unchanged"):
        write_all({tmp_path / "a.txt": "new", tmp_path / "b.txt": "new"})
    assert (tmp_path / "a.txt").read_text("utf-8") == "old"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_write_protected_file_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.bib"
    path.write_text("mine", "utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(WriteError, match="write-protected"), replacing(path) as file:
        file.write("yours")
    assert path.read_text("utf-8") == "mine"

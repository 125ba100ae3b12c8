"""Patterns and tables are kept from run to run, and nothing but time depends on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from cites import kept
from cites.kept import Kept, usual_file

DAY = r"(?P<day>\d{1,2})\s(?P<month>\p{Lu}\p{Ll}+)"


class Patterns(Kept):
    """The patterns of a file."""

    def compile(self, pattern: str, flags: int) -> regex.Pattern[str]:
        return self.get((pattern, flags), lambda: regex.compile(pattern, flags))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one pattern, in a folder that had to be made."""
    first = Patterns(tmp_path / "cache" / "patterns", most=5)
    first.compile(DAY, regex.IGNORECASE)
    first.save()
    return first.path or tmp_path


@pytest.fixture
def compiled_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that are compiled from now on."""
    asked: list[str] = []
    compile = regex.compile
    monkeypatch.setattr(regex, "compile", lambda pattern, flags: asked.append(pattern) or compile(pattern, flags))
    return asked


def test_what_one_run_compiled_the_next_one_has(file: Path, compiled_anew: list[str]) -> None:
    match = Patterns(file, most=5).compile(DAY, regex.IGNORECASE).search("on 26 January")
    assert match and match.groupdict() == {"day": "26", "month": "January"}
    assert compiled_anew == []


def test_other_flags_make_another_pattern(file: Path, compiled_anew: list[str]) -> None:
    assert not Patterns(file, most=5).compile(DAY, 0).search("on 26 january")
    assert compiled_anew == [DAY]


def test_runs_add_to_what_others_kept(file: Path, compiled_anew: list[str]) -> None:
    one, other = Patterns(file, most=5), Patterns(file, most=5)
    one.compile("one", 0), other.compile("other", 0)
    one.save(), other.save()
    compiled_anew.clear()
    last = Patterns(file, most=5)
    assert [last.compile(*kept).pattern for kept in ((DAY, regex.IGNORECASE), ("one", 0), ("other", 0))] == [DAY, "one", "other"]
    assert compiled_anew == []
    assert list(file.parent.iterdir()) == [file]  # nothing is left lying about


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x04K\x01."], ids=["empty", "other", "a number"])
def test_a_damaged_file_is_made_anew(file: Path, damage: bytes, compiled_anew: list[str]) -> None:
    file.write_bytes(damage)
    second = Patterns(file, most=5)
    assert second.compile(DAY, 0).search("26 January")
    second.save()
    compiled_anew.clear()
    assert Patterns(file, most=5).compile(DAY, 0).search("26 January")
    assert compiled_anew == []


def test_a_byte_that_a_disk_has_spoilt_is_noticed(file: Path, compiled_anew: list[str]) -> None:
    good = file.read_bytes()
    for at in range(0, len(good), 7):
        file.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        assert Patterns(file, most=5).compile(DAY, regex.IGNORECASE).search("26 January")
    assert len(compiled_anew) == len(range(0, len(good), 7))


def test_half_a_file_is_made_anew(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:40])
    assert Patterns(file, most=5).compile(DAY, 0).search("26 January")


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owners here")
def test_what_another_user_wrote_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch, compiled_anew: list[str]) -> None:
    monkeypatch.setattr(kept.os, "getuid", lambda: os.stat(file).st_uid + 1)
    assert Patterns(file, most=5).compile(DAY, regex.IGNORECASE).search("26 January")
    assert compiled_anew == [DAY]


def test_where_nobody_may_write_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    for path in (tmp_path / "file" / "patterns", None):
        blocked = Patterns(path, most=5)
        assert blocked.compile(DAY, 0).search("26 January")
        blocked.save()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_too_many_patterns_make_room(file: Path, compiled_anew: list[str]) -> None:
    second = Patterns(file, most=1)
    second.compile("new", 0)
    second.save()
    compiled_anew.clear()
    Patterns(file, most=5).compile("new", 0), Patterns(file, most=5).compile(DAY, regex.IGNORECASE)
    assert compiled_anew == [DAY]


def test_what_was_made_of_a_file_is_made_anew_when_the_file_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table, cache = tmp_path / "months.toml", tmp_path / "cache"
    said = []
    for text in ("May", "May", "June"):  # three runs
        if not table.exists() or table.read_text("utf-8") != text:
            table.write_text(text, "utf-8")
        run = Kept(cache, most=5)
        monkeypatch.setattr(kept, "_tables", lambda run=run: run)
        said.append(kept.read([table], lambda: (table.read_text("utf-8"), len(said))))
        run.save()
    assert said == [("May", 0), ("May", 0), ("June", 2)]


def test_where_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert usual_file("tables") == tmp_path / "cites" / "tables"
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, "relative")
    assert usual_file("tables") is None


def test_processes_that_read_files_keep_theirs(article: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cites", "extract", "--jobs", "2", article, article]
    cache = tmp_path / "cache"
    subprocess.run(command, env={**os.environ, "XDG_CACHE_HOME": str(cache)}, check=True, capture_output=True)
    assert [path.name.partition("-")[0] for path in sorted(cache.glob("cites/*"))] == ["patterns", "tables"]

"""Patterns are kept from run to run, and nothing but time depends on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from cites import compiled
from cites.compiled import Compiled, usual_file

DAY = r"(?P<day>\d{1,2})\s(?P<month>\p{Lu}\p{Ll}+)"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one pattern, in a folder that had to be made."""
    first = Compiled(tmp_path / "cache" / "patterns")
    first.get(DAY, regex.IGNORECASE)
    first.save()
    return first.path or tmp_path


@pytest.fixture
def compiled_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that are compiled from now on."""
    asked: list[str] = []
    compile = regex.compile
    monkeypatch.setattr(compiled.regex, "compile", lambda pattern, flags: asked.append(pattern) or compile(pattern, flags))
    return asked


def test_what_one_run_compiled_the_next_one_has(file: Path, compiled_anew: list[str]) -> None:
    match = Compiled(file).get(DAY, regex.IGNORECASE).search("on 26 January")
    assert match and match.groupdict() == {"day": "26", "month": "January"}
    assert compiled_anew == []


def test_other_flags_make_another_pattern(file: Path, compiled_anew: list[str]) -> None:
    assert not Compiled(file).get(DAY, 0).search("on 26 january")
    assert compiled_anew == [DAY]


def test_runs_add_to_what_others_kept(file: Path, compiled_anew: list[str]) -> None:
    one, other = Compiled(file), Compiled(file)
    one.get("one", 0), other.get("other", 0)
    one.save(), other.save()
    compiled_anew.clear()
    last = Compiled(file)
    assert [last.get(*kept).pattern for kept in ((DAY, regex.IGNORECASE), ("one", 0), ("other", 0))] == [DAY, "one", "other"]
    assert compiled_anew == []
    assert list(file.parent.iterdir()) == [file]  # nothing is left lying about


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x04K\x01."], ids=["empty", "other", "a number"])
def test_a_damaged_file_is_made_anew(file: Path, damage: bytes, compiled_anew: list[str]) -> None:
    file.write_bytes(damage)
    second = Compiled(file)
    assert second.get(DAY, 0).search("26 January")
    second.save()
    compiled_anew.clear()
    assert Compiled(file).get(DAY, 0).search("26 January")
    assert compiled_anew == []


def test_a_byte_that_a_disk_has_spoilt_is_noticed(file: Path, compiled_anew: list[str]) -> None:
    good = file.read_bytes()
    for at in range(0, len(good), 7):
        file.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        assert Compiled(file).get(DAY, regex.IGNORECASE).search("26 January")
    assert len(compiled_anew) == len(range(0, len(good), 7))


def test_half_a_file_is_made_anew(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:40])
    assert Compiled(file).get(DAY, 0).search("26 January")


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owners here")
def test_what_another_user_wrote_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch, compiled_anew: list[str]) -> None:
    monkeypatch.setattr(compiled.os, "getuid", lambda: os.stat(file).st_uid + 1)
    assert Compiled(file).get(DAY, regex.IGNORECASE).search("26 January")
    assert compiled_anew == [DAY]


def test_where_nobody_may_write_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    for path in (tmp_path / "file" / "patterns", None):
        blocked = Compiled(path)
        assert blocked.get(DAY, 0).search("26 January")
        blocked.save()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_too_many_patterns_make_room(file: Path, monkeypatch: pytest.MonkeyPatch, compiled_anew: list[str]) -> None:
    monkeypatch.setattr(compiled, "MOST", 1)
    second = Compiled(file)
    second.get("new", 0)
    second.save()
    compiled_anew.clear()
    Compiled(file).get("new", 0), Compiled(file).get(DAY, regex.IGNORECASE)
    assert compiled_anew == [DAY]


def test_where_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    path = usual_file()
    assert path and path.is_relative_to(tmp_path / "cites")
    assert regex.__version__ in path.name
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, "relative")
    assert usual_file() is None


def test_processes_that_read_files_keep_theirs(article: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cites", "extract", "--jobs", "2", article, article]
    cache = tmp_path / "cache"
    subprocess.run(command, env={**os.environ, "XDG_CACHE_HOME": str(cache)}, check=True, capture_output=True)
    assert len(list(cache.glob("cites/patterns-*"))) == 1

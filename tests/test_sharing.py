"""Work that takes long is shared by several processes, in its order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_cli import Cites

from cites.cli import processes, sharing
from cites.cli.sharing import Sharing
from cites.errors import CitesError

WORK = "Ann Author, “The Visit to Room {},” Guardian, March 5, 2012.\n"


def whose(number: int) -> tuple[int, int]:
    return number, os.getpid()


def no_processes(*_: object, **__: object) -> None:
    raise OSError("no semaphores")


def end_at_two(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize(("jobs", "here"), [(1, True), (2, False)])
def test_pieces_keep_their_order(jobs: int, here: bool) -> None:
    with Sharing(jobs) as shared:
        for _ in "ab":  # several rounds, as lines arrive
            done = list(shared.each(((n, (n,)) for n in range(30)), whose))
            assert [name for name, _ in done] == [number for _, (number, _) in done] == list(range(30))
            assert {process == os.getpid() for _, (_, process) in done} == {here}


def test_work_is_shared_once_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "count_processors", lambda: 2)
    clock: Iterator[float] = iter([0.0, 0.2, 0.4, 1.1, 1.1, 1.1])
    monkeypatch.setattr(sharing.time, "process_time", lambda: next(clock))
    with Sharing(None) as shared:
        done = [process == os.getpid() for _, (_, process) in shared.each(((n, (n,)) for n in range(5)), whose)]
    assert done == [True, True, False, False, False]


def test_where_no_processes_can_be_had_one_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "ProcessPoolExecutor", no_processes)
    with Sharing(2) as shared:
        assert [process == os.getpid() for _, (_, process) in shared.each(((n, (n,)) for n in range(3)), whose)] == [True] * 3


def test_a_process_that_is_ended_is_told() -> None:
    with pytest.raises(CitesError, match="fewer --jobs"), Sharing(2) as shared:
        list(shared.each(((n, (n,)) for n in range(9)), end_at_two))


def test_lines_are_answered_alike_by_one_process_and_by_two(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "strings.txt"
    path.write_text("".join(map(WORK.format, range(70))) + "no reference\n" + WORK.format(71).rstrip(), "utf-8")
    for format in ("json", "csv", "bibtex"):
        one, two = (cites("parse", path, "--format", format, "--jobs", jobs) for jobs in ("1", "2"))
        assert one == two and "Room 71" in one.out and one.err == f"cites: {path}:71: no reference is read here (give one whole reference a line)\n"

"""Files, folders and "-" to Readings, one after the other; what cannot be read is said, and the others are done."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import NamedTuple

from cites.cli.terminal import Progress, complain, say
from cites.errors import CitesError
from cites.extract import Extractor
from cites.model import Reading
from cites.readers import READERS, find_files, read, read_bytes

STDIN = "-"
AHEAD = 4  # files that wait for each process, so that none is idle and results do not pile up


class Outcome(NamedTuple):
    """What came of one file: its reading, or why there is none."""

    reading: Reading | None
    error: str = ""
    warnings: tuple[str, ...] = ()


class Inputs:
    """The readings of a command line, in its order. `failed` counts the files that could not be read.

    With one job a document is read when it is asked for and not kept, so that memory does not grow with their number.
    """

    def __init__(self, paths: Sequence[str], extractor: Extractor, format: str | None, jobs: int, beside_data: bool = False) -> None:
        self.files = list(find_files(paths))
        self.extractor = extractor
        self.format = format
        self.jobs = min(jobs, len(self.files))
        self.beside_data = beside_data
        self.failed = 0
        if not self.files:
            known = ", ".join(suffix for reader in READERS.values() for suffix in reader.suffixes)
            complain(f"{', '.join(paths)}: no file that can be read ({known})")
            self.failed = 1

    def __iter__(self) -> Iterator[Reading]:
        with Progress("reading", self.beside_data) as progress:
            for done, outcome in enumerate(self._outcomes(), start=1):
                for warning in outcome.warnings:
                    say(f"cites: {warning}")
                if outcome.reading is None:
                    complain(outcome.error)
                    self.failed += 1
                else:
                    yield outcome.reading
                progress(done, len(self.files))

    def _outcomes(self) -> Iterator[Outcome]:
        if self.jobs <= 1:
            yield from (read_file(file, _stdin(file), self.format, self.extractor) for file in self.files)
            return
        waiting: deque[Future[Outcome]] = deque()
        # Ctrl-C reaches these processes too: they end at once and leave the words to this one.
        with ProcessPoolExecutor(self.jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_DFL)) as pool:
            try:
                for file in self.files:
                    waiting.append(pool.submit(read_file, file, _stdin(file), self.format, self.extractor))
                    if len(waiting) > AHEAD * self.jobs:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            except BrokenProcessPool as error:
                raise CitesError("a process that reads files was ended, perhaps for want of memory: try fewer --jobs") from error
            except BaseException:
                for process in multiprocessing.active_children():
                    process.terminate()
                raise


def read_file(file: Path, data: bytes | None, format: str | None, extractor: Extractor) -> Outcome:
    """Read one document, from `data` where that is given; whatever is wrong with it stays with it."""
    warnings: list[str] = []
    try:
        if data is not None:
            document = read_bytes(data, "stdin", format, warnings.append)
        else:
            # A name that is not UTF-8 could not stand in the results.
            name = os.fsencode(file).decode("utf-8", "replace")
            document = read(file, name=name, format=format, warn=warnings.append)
        return Outcome(extractor(document), "", tuple(warnings))
    except CitesError as error:
        return Outcome(None, str(error), tuple(warnings))
    except Exception as error:  # a fault of ours, which must not cost the user the other files
        return Outcome(None, f"{file}: cites failed on this file, please report it ({_where(error)})", tuple(warnings))


def _stdin(file: Path) -> bytes | None:
    return sys.stdin.buffer.read() if str(file) == STDIN else None


def _where(error: Exception) -> str:
    """An error and the line that raised it: "IndexError: list index out of range; book.py, line 31"."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"; {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}: {error}{place}"

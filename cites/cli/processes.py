"""Processes that share work."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.util import Finalize
from types import TracebackType
from typing import Any, TypeVar

from cites import kept
from cites.errors import CitesError

AHEAD = 4  # pieces that wait for each process, so that none is idle and results do not pile up

Name = TypeVar("Name")
Done = TypeVar("Done")


class Processes:
    """So many processes, which end with the block that they are made for."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._pool = ProcessPoolExecutor(number, initializer=_begin)

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error:
            for process in multiprocessing.active_children():
                process.terminate()
        self._pool.shutdown(cancel_futures=True)

    def each(self, given: Iterable[tuple[Name, tuple[Any, ...]]], work: Callable[..., Done]) -> Iterator[tuple[Name, Done]]:
        """Yield each name with what `work` returns for the arguments that stand beside it, in their order.

        Raises CitesError where a process was ended from outside.
        """
        waiting: deque[tuple[Name, Future[Done]]] = deque()
        try:
            for name, arguments in given:
                waiting.append((name, self._pool.submit(work, *arguments)))
                if len(waiting) > AHEAD * self.number:
                    name, future = waiting.popleft()
                    yield name, future.result()
            while waiting:
                name, future = waiting.popleft()
                yield name, future.result()
        except BrokenProcessPool as error:
            raise CitesError("a process that reads files was ended, perhaps for want of memory: try fewer --jobs") from error


def _begin() -> None:
    """Ctrl-C reaches these processes too: they end at once and leave the words to the one that began them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Finalize(None, kept.save, exitpriority=1)  # what `atexit` does elsewhere

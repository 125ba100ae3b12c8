"""Work that other processes share, in the order in which it was given."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.util import Finalize
from typing import Any, TypeVar

from cites import kept
from cites.errors import CitesError

AHEAD = 4  # pieces that wait for each process, so that none is idle and results do not pile up

Name = TypeVar("Name")
Done = TypeVar("Done")


def run_each(given: Iterable[tuple[Name, tuple[Any, ...]]], work: Callable[..., Done], jobs: int) -> Iterator[tuple[Name, Done]]:
    """Yield each name with what `work` returns for the arguments that stand beside it.

    Raises CitesError where a process was ended from outside.
    """
    waiting: deque[tuple[Name, Future[Done]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_begin) as pool:
        try:
            for name, arguments in given:
                waiting.append((name, pool.submit(work, *arguments)))
                if len(waiting) > AHEAD * jobs:
                    name, future = waiting.popleft()
                    yield name, future.result()
            while waiting:
                name, future = waiting.popleft()
                yield name, future.result()
        except BrokenProcessPool as error:
            raise CitesError("a process that reads files was ended, perhaps for want of memory: try fewer --jobs") from error
        except BaseException:
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _begin() -> None:
    """Ctrl-C reaches these processes too: they end at once and leave the words to the one that began them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Finalize(None, kept.save, exitpriority=1)  # what `atexit` does elsewhere

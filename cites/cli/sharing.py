"""Work that is done here, and by several processes where it takes long."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from cites.cli.processes import Processes

ALONE = 1.0  # processor seconds of this process before it has others begun: most runs are over by then
MOST = 8  # processes where no number is asked for, so that memory lasts

Name = TypeVar("Name")
Done = TypeVar("Done")


class Sharing(ExitStack):
    """Does pieces of work in their order, in `jobs` processes; with None in this one and, once it takes long, in one for each processor.

    >>> with Sharing(jobs=1) as sharing:
    ...     list(sharing.each([("a", (2, 3)), ("b", (2, 5))], pow))
    [('a', 8), ('b', 32)]
    """

    def __init__(self, jobs: int | None) -> None:
        super().__init__()
        self.jobs = jobs or min(count_processors(), MOST)
        self._alone_until = time.process_time() + ALONE if jobs is None else 0.0

    def each(self, given: Iterable[tuple[Name, tuple[Any, ...]]], work: Callable[..., Done]) -> Iterator[tuple[Name, Done]]:
        """Yield each name with what `work` returns for the arguments that stand beside it; all of them before it ends.

        Raises CitesError where a process was ended from outside.
        """
        given = iter(given)
        for name, arguments in given:
            if self.jobs > 1 and time.process_time() >= self._alone_until and self._processes:
                yield from self._processes.each(chain([(name, arguments)], given), work)
            else:
                yield name, work(*arguments)

    @cached_property
    def _processes(self) -> Processes | None:
        """None on a system that lets no processes share work."""
        from cites.cli.processes import Processes  # late: most runs have one process

        try:
            return self.enter_context(Processes(self.jobs))
        except (ImportError, NotImplementedError, OSError):
            return None


def count_processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

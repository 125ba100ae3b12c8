"""One queue a host: who may be asked next, and when. Pure but for the clock that is handed in; used by one thread only."""

from __future__ import annotations

import heapq
import itertools
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, Protocol, TypeVar


class Limits(NamedTuple):
    """What one host is asked at most: requests at once, seconds between the starts of two, requests in a run."""

    jobs: int = 2
    gap: float = 0.1
    most: int = 200


class HasHost(Protocol):
    @property
    def host(self) -> str: ...


T = TypeVar("T", bound=HasHost)


@dataclass(slots=True)
class Host(Generic[T]):
    """What holds for one host: its jobs in order, the requests under way, and the time before which no other may begin."""

    limits: Limits
    jobs: deque[T] = field(default_factory=deque)
    under_way: int = 0
    due: float = 0.0
    begun: int = 0  # requests so far
    is_listed: bool = False  # it waits for its turn in one of the two heaps


class Queues(Generic[T]):
    """The queues of all hosts.

    `put` a job, `start` what is due, `finish` what came back; of the hosts that are due the one with the longest queue comes first,
    so that no long queue is left for the end. A host that asks for more than `longest_wait` seconds of rest gives its jobs up, and so
    does one that had as many requests as its limits allow.
    """

    def __init__(
        self, threads: int, limits: Callable[[str], Limits], longest_wait: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._threads, self._limits, self._longest_wait, self._now = threads, limits, longest_wait, now
        self._hosts: dict[str, Host[T]] = {}
        self._later: list[tuple[float, int, Host[T] | T]] = []  # by the time when a host, or a single job, is due
        self._ready: list[tuple[int, int, Host[T]]] = []  # longest queue first
        self._count = itertools.count()  # keeps the order where times are equal, and hosts from being compared
        self._under_way = 0
        self._given_up: list[tuple[T, str, str]] = []

    def put(self, job: T) -> None:
        """Put a job at the end of its host's queue."""
        host = self._hosts.get(job.host) or self._hosts.setdefault(job.host, Host(self._limits(job.host)))
        rest = host.due - self._now()
        if rest > self._longest_wait:
            self._given_up.append((job, "rest", f"{rest:.0f} s"))
            return
        if host.begun >= host.limits.most:
            self._given_up.append((job, "enough", str(host.begun)))
            return
        host.jobs.append(job)
        self._list(host)

    def put_later(self, job: T, seconds: float) -> None:
        """Put a job into its queue after some seconds."""
        heapq.heappush(self._later, (self._now() + seconds, next(self._count), job))

    def start(self) -> Iterator[T]:
        """Yield the jobs that may begin now; each counts as under way until it is finished."""
        now = self._now()
        while self._later and self._later[0][0] <= now:
            due = heapq.heappop(self._later)[2]
            if isinstance(due, Host):
                heapq.heappush(self._ready, (-len(due.jobs), next(self._count), due))
            else:
                self.put(due)
        while self._ready and self._under_way < self._threads:
            host = heapq.heappop(self._ready)[2]
            host.is_listed = False
            if host.jobs and host.due <= now:
                job = host.jobs.popleft()
                host.under_way += 1
                self._under_way += 1
                host.begun += 1
                host.due = now + host.limits.gap
                if host.begun >= host.limits.most:
                    self._given_up += [(late, "enough", str(host.begun)) for late in host.jobs]
                    host.jobs.clear()
                yield job
            self._list(host)  # for its next job, or because it was told to rest in the meantime

    def finish(self, name: str, rest: float = 0.0, is_abandoned: bool = False) -> None:
        """Take note that a request to a host is over, and for how many seconds the host wants to be left alone.

        A request that we abandoned still keeps the host busy, so from then on the host is asked for one less at once, but always for one.
        """
        host = self._hosts[name]
        if is_abandoned:
            host.limits = host.limits._replace(jobs=max(1, host.limits.jobs - 1))
        host.under_way -= 1
        self._under_way -= 1
        host.due = max(host.due, self._now() + rest)
        if rest > self._longest_wait:
            self._given_up += [(job, "rest", f"{rest:.0f} s") for job in host.jobs]
            host.jobs.clear()
        self._list(host)

    def take_given_up(self) -> list[tuple[T, str, str]]:
        """Return the jobs that will not be asked, each with its problem and a detail ("rest", "86400 s"); each is returned once."""
        given_up, self._given_up = self._given_up, []
        return given_up

    def is_idle(self, name: str) -> bool:
        """Whether nothing is under way to a host, and nothing waits for it."""
        return not self._hosts[name].under_way and not self._hosts[name].jobs

    def is_resting(self, name: str) -> bool:
        """Whether nothing is under way to a host just now."""
        return not self._hosts[name].under_way

    def seconds_to_next(self) -> float | None:
        """Return the seconds until something may begin, or None where that takes another job to be finished."""
        if self._ready and self._under_way < self._threads:
            return 0.0
        return max(0.0, self._later[0][0] - self._now()) if self._later else None

    def _list(self, host: Host[T]) -> None:
        if host.jobs and host.under_way < host.limits.jobs and not host.is_listed:
            host.is_listed = True
            heapq.heappush(self._later, (max(host.due, self._now()), next(self._count), host))

"""The hops of each link, asked by many threads, each hop in its turn.

All that is decided here is decided in the thread of the caller, between two results; the other threads only ask. So there is nothing
to lock, and a caller who takes his time slows the asking down instead of piling up results.

A unit of work is one hop: a redirect to another host waits for its turn in that host's queue.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from requests.cookies import RequestsCookieJar

from cites.links import Settings
from cites.links.address import Stopped, address_of, shown
from cites.links.facts import Answer, Facts
from cites.links.judge import is_worth_another_try, to_link
from cites.links.probe import Adapter, Probe
from cites.links.queues import Queues
from cites.model import Link

PAUSE = 1.0  # seconds before the second try of a hop, twice that before the third, where the host names no time itself
KEPT = 128  # hosts to which connections are kept between requests: 2 each, far below the usual limit of 1024 open files
Outcome = tuple["Job", str, Answer, float]  # the job, the host that was asked, what came of it, seconds that it took


@dataclass(slots=True, eq=False)
class Job:
    """One address on its way to a verdict."""

    urls: list[str]  # as given; they differ in their fragments at most
    address: str  # of the next hop
    cookies: RequestsCookieJar = field(default_factory=RequestsCookieJar)  # of this link alone
    answers: list[Answer] = field(default_factory=list)
    tries: int = 1
    spent: float = 0.0  # seconds of asking

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    def end(self, problem: str, detail: str = "") -> None:
        self.answers.append(Answer(shown(self.address), problem=problem, detail=detail))


def run(
    urls: Iterable[str], settings: Settings, progress: Callable[[int, int], None] | None, clock: Callable[[], datetime]
) -> Iterator[Link]:
    """Yield the Links of all URLs; see `cites.links.check`."""
    jobs = to_jobs(urls)
    done, total = 0, sum(len(job.urls) for job in jobs)
    for job in ask_all(jobs, settings):
        facts = Facts(job.answers[0].url, tuple(job.answers), job.tries)
        checked = clock().strftime("%Y-%m-%dT%H:%M:%SZ")
        for url in job.urls:
            done += 1
            if progress is not None:
                progress(done, total)
            yield to_link(url, facts, checked)


def to_jobs(urls: Iterable[str]) -> list[Job]:
    """Return one job an address: "http://example.org/a#one" and "http://Example.org/a" are asked once. What can't be asked has its end."""
    jobs: dict[str, Job] = {}
    for url in dict.fromkeys(urls):
        try:
            address = address_of(url)
            jobs.setdefault(address, Job([], address)).urls.append(url)
        except Stopped as stopped:
            jobs[url] = Job([url], url)
            jobs[url].end(*stopped.args)
    return list(jobs.values())


def ask_all(jobs: list[Job], settings: Settings) -> Iterator[Job]:
    """Yield each job when it is settled: when its last answer leads nowhere else, and need not be tried again."""
    queues: Queues[Job] = Queues(settings.threads, settings.host_jobs, settings.host_gap, settings.longest_wait)
    outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
    adapters: dict[str, Adapter] = {}
    probe = Probe(settings)
    pool = ThreadPoolExecutor(settings.threads, thread_name_prefix="cites link")
    is_open = dict.fromkeys(job for job in jobs if not job.answers)
    try:
        yield from (job for job in jobs if job.answers)
        for job in is_open:
            queues.put(job)
        while is_open:
            for job in queues.start():
                adapter = adapters.get(job.host) or adapters.setdefault(job.host, probe.open())
                pool.submit(_ask, probe, adapter, job, settings.deadline - job.spent, outcomes)
            for job, rest in queues.take_given_up():
                job.end("rest", f"{rest:.0f} s")
                del is_open[job]
                yield job
            try:
                job, host, answer, seconds = outcomes.get(timeout=queues.seconds_to_next() if is_open else 0)
            except queue.Empty:
                continue
            job.spent += seconds
            is_settled = go_on(job, answer, settings, queues)
            queues.finish(host, (answer.wait or 0.0) if (answer.status or 0) >= 400 else 0.0)
            if queues.is_idle(host) or (len(adapters) > KEPT and queues.is_resting(host)):
                adapters.pop(host).close()
            if is_settled:
                del is_open[job]
                yield job
    except KeyboardInterrupt:
        probe.close()
        for job in is_open:
            job.end("stopped")
            yield job
    finally:
        probe.close()
        pool.shutdown(wait=False, cancel_futures=True)
        for adapter in adapters.values():
            adapter.close()


def go_on(job: Job, answer: Answer, settings: Settings, queues: Queues[Job]) -> bool:
    """Take an answer in and return whether the job is settled; if not, it was put into a queue again."""
    is_patient = (answer.wait or 0.0) <= settings.longest_wait and job.spent < settings.deadline
    if is_worth_another_try(answer) and job.tries <= settings.more_tries and is_patient:
        if answer.wait is None:
            queues.put_later(job, PAUSE * job.tries)
        else:
            queues.put(job)  # all of the host rests until then
        job.tries += 1
        return False
    job.answers.append(answer)
    if not answer.target:
        return True
    try:
        job.address = address_of(answer.target)
    except Stopped as stopped:
        job.address = answer.target
        job.end(*stopped.args)
        return True
    if is_circle(job.address, job.answers):
        job.end("circle")
    elif len(job.answers) > settings.hops:
        job.end("hops", str(settings.hops))
    elif job.spent >= settings.deadline:
        job.end("timeout")
    else:
        queues.put(job)
        return False
    return True


def is_circle(address: str, answers: list[Answer]) -> bool:
    """Whether to ask an address would repeat a request: it was asked before, and no cookie was set since; or it was asked three times."""
    before = [i for i, answer in enumerate(answers) if answer.url == address]
    return len(before) > 2 or (bool(before) and not any(answer.sets_cookie for answer in answers[before[-1] :]))


def _ask(probe: Probe, adapter: Adapter, job: Job, seconds: float, outcomes: queue.SimpleQueue[Outcome]) -> None:
    host, started = job.host, time.monotonic()
    answer = probe.ask(adapter, job.address, job.cookies, seconds)
    outcomes.put((job, host, answer, time.monotonic() - started))

"""The hops of each link, asked by many threads, each hop in its turn.

All that is decided here is decided in the thread of the caller, between two results; the other threads only ask. So there is nothing
to lock, and a caller who takes his time slows the asking down instead of piling up results.

A unit of work is one hop: a redirect to another host waits for its turn in that host's queue.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

from cites.links.address import Stopped, address_of, shown
from cites.links.archives import with_copies
from cites.links.connections import Adapter
from cites.links.evidence import to_link
from cites.links.facts import Answer, Facts, Wanted
from cites.links.history import ANSWERED, STAMP, History, is_dead_perhaps, since
from cites.links.jobs import Job, Siblings, set_aside, to_jobs
from cites.links.judge import is_worth_another_try, judge
from cites.links.probe import Probe
from cites.links.queues import Limits, Queues
from cites.links.settings import Settings
from cites.model import Link

PAUSE = 1.0  # seconds before the second try of a hop, twice that before the third, where the host names no time itself
KEPT = 128  # hosts to which connections are kept between requests: 2 each, far below the usual limit of 1024 open files
Outcome = tuple[Job, str, Answer, float]  # the job, the host that was asked, what came of it, seconds that it took
Progress = Callable[[int, int], None] | None


def run(
    wanted: Iterable[Wanted],
    settings: Settings,
    progress: Progress,
    clock: Callable[[], datetime],
    history: History | None,
    offline: bool,
) -> Iterator[Link]:
    """Yield the Links of all URLs; see `cites.links.check`."""
    jobs = to_jobs(wanted)
    for job in jobs:
        set_aside(job, settings, clock(), history, offline)
    asked = ask_all(jobs, settings)
    links = to_links(asked, clock, history)
    still = {shown(one.url): one for one in wanted}
    total = sum(len(job.wanted) for job in jobs)
    try:
        for done, link in enumerate(links if offline else with_copies(links, wanted, settings, history), 1):
            if progress is not None:
                progress(done, total)
            still.pop(link.url, None)
            yield link
    except KeyboardInterrupt:
        for one in still.values():
            yield to_link(one, Facts(one.url, (Answer(shown(one.url), problem="stopped"),)), "")
    finally:
        asked.close()


def to_links(jobs: Iterable[Job], clock: Callable[[], datetime], history: History | None) -> Iterator[Link]:
    """Judge each job that is settled, write it down, and yield its links."""
    for job in jobs:
        checked = job.checked or clock().strftime(STAMP)
        facts, address, rules = job.facts, job.key, job.rules or job.judge()
        visits: list[tuple[str, str]] = []
        if history and rules[0].verdict != "unchecked" and (job.checked or not is_refused_at_once(facts)):
            if not job.checked:
                history.keep(address, facts, rules[0].verdict, rules[0].reason, checked)
            visits = history.visits(address) if rules[0].verdict not in ANSWERED else []
        for one, rule in zip(job.wanted, rules, strict=True):
            link = to_link(one, facts, checked, rule)
            is_dead = rule.verdict == "unknown" and is_dead_perhaps(visits)
            yield replace(link, verdict="dead?" if is_dead else rule.verdict, since=since(visits, rule.verdict), is_kept=bool(job.checked))


def is_refused_at_once(facts: Facts) -> bool:
    """Whether an address was never asked: to keep that would save nothing."""
    return facts.first.status is None and judge(facts).verdict == "refused"


def ask_all(jobs: list[Job], settings: Settings) -> Generator[Job, None, None]:
    """Yield each job when it is settled: when its last answer leads nowhere else, and need not be tried again."""
    yield from (job for job in jobs if job.answers)
    asking = Asking([job for job in jobs if not job.answers], settings)
    try:
        while asking.open:
            asking.start()
            for job in asking.settled():
                yield from asking.finish(job)
    finally:
        asking.close()


class Asking:
    """What is under way: the jobs that are not done with, their queues, the threads that ask, and the connections that they share."""

    def __init__(self, jobs: list[Job], settings: Settings) -> None:
        self.open = dict.fromkeys(jobs)
        self._settings = settings
        self._queues: Queues[Job] = Queues(settings.threads, lambda host: limits_of(host, settings), settings.longest_wait)
        self._outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._adapters: dict[str, Adapter] = {}
        self._siblings = Siblings()
        self._probe = Probe(settings)
        self._pool = ThreadPoolExecutor(settings.threads, thread_name_prefix="cites link")
        for job in jobs:
            self._queues.put(job)

    def start(self) -> None:
        """Hand the jobs whose turn it is to the threads."""
        for job in self._queues.start():
            adapter = self._adapters.get(job.host) or self._adapters.setdefault(job.host, self._probe.open())
            self._pool.submit(_ask, self._probe, adapter, job, self._settings.deadline - job.spent, self._outcomes)

    def settled(self) -> list[Job]:
        """Return the jobs that were given up, else the one whose answer comes next, if that leads nowhere else; none after a while."""
        given_up = list(self._queues.take_given_up())
        for job, problem, detail in given_up:
            job.end(problem, detail)
        if given_up:
            return [job for job, _, _ in given_up]
        try:
            job, host, answer, seconds = self._outcomes.get(timeout=self._queues.seconds_to_next())
        except queue.Empty:
            return []
        job.spent += seconds
        is_settled = go_on(job, answer, self._settings, self._queues)
        rest = (answer.wait or 0.0) if (answer.status or 0) >= 400 else 0.0
        self._queues.finish(host, rest, is_abandoned=answer.problem == "timeout")
        if self._queues.is_idle(host) or (len(self._adapters) > KEPT and self._queues.is_resting(host)):
            self._adapters.pop(host).close()
        return [job] if is_settled else []

    def finish(self, job: Job) -> Iterator[Job]:
        """Yield what is done with now that a job is settled; its sibling may have to be asked before."""
        more, done = self._siblings.settle(job)
        for sibling in more:
            self.open[sibling] = None
            self._queues.put(sibling)
        for one in done:
            self.open.pop(one)
            if one.wanted:
                yield one

    def close(self) -> None:
        self._probe.close()
        self._pool.shutdown(wait=False, cancel_futures=True)
        for adapter in self._adapters.values():
            adapter.close()


def limits_of(host: str, settings: Settings) -> Limits:
    own = settings.options(host)
    return Limits(
        settings.host_jobs if own.jobs is None else own.jobs,
        settings.host_gap if own.gap is None else own.gap,
        settings.host_most if own.most is None else own.most,
    )


def go_on(job: Job, answer: Answer, settings: Settings, queues: Queues[Job]) -> bool:
    """Take an answer in and return whether the job is settled; if not, it was put into a queue again."""
    is_patient = (answer.wait or 0.0) <= settings.longest_wait and job.spent < settings.deadline
    if bool(job.wanted) and is_worth_another_try(answer) and job.tries <= settings.more_tries and is_patient:
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
    answer = probe.ask(adapter, job.address, job.cookies, seconds, job.fragments)
    outcomes.put((job, host, answer, time.monotonic() - started))

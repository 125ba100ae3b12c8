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
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

from requests.cookies import RequestsCookieJar

from cites.links.address import Stopped, address_of, shown
from cites.links.archives import with_copies
from cites.links.connections import Adapter
from cites.links.evidence import fragment_of, to_link
from cites.links.facts import Answer, Facts, Seen, Wanted
from cites.links.history import ANSWERED, STAMP, History, is_dead_perhaps, is_fresh, since
from cites.links.judge import Rule, is_worth_another_try, judge
from cites.links.paths import folder_of, sibling_of
from cites.links.probe import Probe
from cites.links.queues import Limits, Queues
from cites.links.settings import Settings
from cites.model import Link

PAUSE = 1.0  # seconds before the second try of a hop, twice that before the third, where the host names no time itself
KEPT = 128  # hosts to which connections are kept between requests: 2 each, far below the usual limit of 1024 open files
Outcome = tuple["Job", str, Answer, float]  # the job, the host that was asked, what came of it, seconds that it took
Progress = Callable[[int, int], None] | None


@dataclass(slots=True, eq=False)
class Job:
    """One address on its way to a verdict."""

    wanted: list[Wanted]  # as cited; they differ in their fragments at most. Empty for an address that is a sibling of another
    address: str  # of the next hop
    cookies: RequestsCookieJar = field(default_factory=RequestsCookieJar)  # of this link alone
    answers: list[Answer] = field(default_factory=list)
    tries: int = 1
    spent: float = 0.0  # seconds of asking
    sibling: Answer | None = None
    before: Seen | None = None
    rules: list[Rule] = field(default_factory=list)  # one for each that is wanted, once it is settled
    key: str = ""  # the address of the first hop, by which it is kept
    checked: str = ""  # when, where an earlier run did it
    kept: Facts | None = None

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    @property
    def fragments(self) -> frozenset[str]:
        return frozenset(filter(None, (fragment_of(wanted.url) for wanted in self.wanted)))

    @property
    def facts(self) -> Facts:
        if self.kept:
            return replace(self.kept, before=self.before)
        return Facts(self.answers[0].url, tuple(self.answers), self.tries, self.spent, self.sibling, self.before)

    def judge(self) -> list[Rule]:
        facts = self.facts
        self.rules = [judge(facts, wanted) for wanted in self.wanted]
        return self.rules

    def end(self, problem: str, detail: str = "") -> None:
        self.answers.append(Answer(shown(self.address), problem=problem, detail=detail))


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
    links = to_links(ask_all(jobs, settings), clock, history)
    total = sum(len(job.wanted) for job in jobs)
    for done, link in enumerate(links if offline else with_copies(links, wanted, settings, history), 1):
        if progress is not None:
            progress(done, total)
        yield link


def to_jobs(wanted: Iterable[Wanted]) -> list[Job]:
    """Return one job an address: "http://example.org/a#one" and "http://Example.org/a" are asked once. What can't be asked has its end."""
    jobs: dict[str, Job] = {}
    for one in {one.url: one for one in wanted}.values():
        try:
            address = address_of(one.url)
            jobs.setdefault(address, Job([], address, key=address)).wanted.append(one)
        except Stopped as stopped:
            jobs[one.url] = Job([one], one.url)
            jobs[one.url].end(*stopped.args)
    return list(jobs.values())


def set_aside(job: Job, settings: Settings, now: datetime, history: History | None, offline: bool) -> None:
    """End a job that is not to be asked: it is ignored, or what is known of it is fresh enough, or we are to stay offline."""
    if job.answers:
        return
    if history and not all(one.titles for one in job.wanted):  # a title that is cited says more than what stood there before
        job.before = history.seen_alive(job.address)
    entry = settings.ignores(job.wanted[0].url, now.date())
    visit = history.latest(job.address) if history else None
    if entry:
        job.end("ignored", f"{entry.reason} (until {entry.until})" if entry.until else entry.reason)
    elif visit and (offline or is_fresh(visit, now, settings.fresh)):
        job.kept, job.checked = visit.facts, visit.checked
        job.answers = list(job.kept.answers)
    elif offline:
        job.end("offline", "no earlier check knows it")


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


def ask_all(jobs: list[Job], settings: Settings) -> Iterator[Job]:
    """Yield each job when it is settled: when its last answer leads nowhere else, and need not be tried again."""
    queues: Queues[Job] = Queues(settings.threads, lambda host: limits_of(host, settings), settings.longest_wait)
    outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
    adapters: dict[str, Adapter] = {}
    is_open = dict.fromkeys(job for job in jobs if not job.answers)
    yield from (job for job in jobs if job.answers)
    if not is_open:
        return
    siblings = Siblings()
    probe = Probe(settings)
    pool = ThreadPoolExecutor(settings.threads, thread_name_prefix="cites link")
    try:
        for job in is_open:
            queues.put(job)
        while is_open:
            for job in queues.start():
                adapter = adapters.get(job.host) or adapters.setdefault(job.host, probe.open())
                pool.submit(_ask, probe, adapter, job, settings.deadline - job.spent, outcomes)
            settled: list[Job] = []
            for job, problem, detail in queues.take_given_up():
                job.end(problem, detail)
                settled.append(job)
            if not settled:
                try:
                    job, host, answer, seconds = outcomes.get(timeout=queues.seconds_to_next())
                except queue.Empty:
                    continue
                job.spent += seconds
                if go_on(job, answer, settings, queues):
                    settled.append(job)
                rest = (answer.wait or 0.0) if (answer.status or 0) >= 400 else 0.0
                queues.finish(host, rest, is_abandoned=answer.problem == "timeout")
                if queues.is_idle(host) or (len(adapters) > KEPT and queues.is_resting(host)):
                    adapters.pop(host).close()
            for job in settled:
                more, done = siblings.settle(job)
                for sibling in more:
                    is_open[sibling] = None
                    queues.put(sibling)
                for one in done:
                    is_open.pop(one)
                    if one.wanted:
                        yield one
    except KeyboardInterrupt:
        probe.close()
        for job in is_open:
            if job.wanted:
                if not siblings.holds(job):
                    job.end("stopped")
                yield job
    finally:
        probe.close()
        pool.shutdown(wait=False, cancel_futures=True)
        for adapter in adapters.values():
            adapter.close()


class Siblings:
    """What a host says to an address that nobody ever gave out, asked once a host and folder, where an answer leaves a doubt."""

    def __init__(self) -> None:
        self._known: dict[str, Answer] = {}
        self._waiting: dict[str, list[Job]] = {}
        self._folders: dict[Job, str] = {}

    def holds(self, job: Job) -> bool:
        """Whether a job is settled but for its sibling."""
        return any(job in waiting for waiting in self._waiting.values())

    def settle(self, job: Job) -> tuple[list[Job], list[Job]]:
        """Return the siblings that are to be asked for the sake of a settled job, and the jobs that are done with."""
        if job in self._folders:
            folder = self._folders.pop(job)
            self._known[folder] = job.answers[-1]
            waiting = self._waiting.pop(folder)
            for one in waiting:
                one.sibling = job.answers[-1]
                one.rules = []
            return [], [job, *waiting]
        if job.answers[0].status is None or not any(rule.is_doubtful for rule in job.judge()):
            return [], [job]
        folder, address = folder_of(job.answers[0].url), sibling_of(job.answers[0].url)
        if not address or folder in self._known:
            job.sibling = self._known.get(folder)
            job.rules = []
            return [], [job]
        if folder in self._waiting:
            self._waiting[folder].append(job)
            return [], []
        sibling = Job([], address)
        self._waiting[folder] = [job]
        self._folders[sibling] = folder
        return [sibling], []


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

"""What is to be asked: one job an address, until it has its verdict, and one for the address beside it where that leaves a doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

from requests.cookies import RequestsCookieJar

from cites.links.address import Stopped, address_of, shown
from cites.links.evidence import fragment_of
from cites.links.facts import Answer, Facts, Seen, Wanted
from cites.links.history import History, is_fresh
from cites.links.judge import Rule, judge
from cites.links.paths import folder_of, sibling_of
from cites.links.settings import Settings


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


class Siblings:
    """The answers of siblings, asked once a host and folder, and the jobs that wait for one."""

    def __init__(self) -> None:
        self._known: dict[str, Answer] = {}
        self._waiting: dict[str, list[Job]] = {}
        self._folders: dict[Job, str] = {}

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

"""The address beside one that leaves a doubt: what a host says to what nobody ever gave out tells what its other answers are worth."""

from __future__ import annotations

from cites.links.facts import Answer
from cites.links.jobs import Job
from cites.links.paths import folder_of, sibling_of


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

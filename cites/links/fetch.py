"""Pages fetched to be read, with the rules of the link checker: no private networks, no endless bodies, one host at a time.

    with Fetcher(settings) as fetcher:
        data = fetcher.fetch("https://example.org/article")
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from urllib.parse import urlsplit

from cites.errors import ReadError
from cites.links.address import Stopped, address_of, shown
from cites.links.facts import Answer, Facts
from cites.links.judge import is_worth_another_try, judge
from cites.links.probe import Probe
from cites.links.run import is_circle
from cites.links.settings import Settings

LARGEST = 50_000_000  # bytes of a page
SECONDS = 60.0  # for a page and all redirects before it
PAUSE = 1.0  # seconds before a second try, twice that before the third
READ = ("alive", "moved")  # verdicts of what is worth reading


class Fetcher:
    """Fetches one page after the other, and leaves each host the pause that the settings want. Close it, or use it in `with`."""

    def __init__(self, settings: Settings, sleep: Callable[[float], None] = time.sleep) -> None:
        self._settings = replace(settings, body=LARGEST)
        self._probe = Probe(self._settings)
        self._adapter = self._probe.open()
        self._sleep = sleep
        self._next: dict[str, float] = {}  # when a host may be asked again

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._adapter.close()
        self._probe.close()

    def fetch(self, url: str) -> bytes:
        """Return what stands at an address. Raises ReadError, in the words of the link checker, where a reader would not get it."""
        answers: list[Answer] = []
        body = b""
        try:
            address = address_of(url)
            until = time.monotonic() + SECONDS
            for _ in range(self._settings.hops + 1):
                answer, body = self._ask(address, until)
                answers.append(answer)
                if not answer.target:
                    break
                address = address_of(answer.target)
                if is_circle(address, answers):
                    raise Stopped("circle", "")
            else:
                raise Stopped("hops", str(self._settings.hops))
        except Stopped as stopped:
            answers.append(Answer(url, problem=stopped.args[0], detail=stopped.args[1]))
        rule = judge(Facts(answers[0].url, tuple(answers)))
        if rule.verdict not in READ:
            last, mend = answers[-1], "open it in a browser and save it, if it is there"
            mend = f"cites build --allow-network {last.detail} asks it" if last.problem == "private" else mend
            raise ReadError(shown(url), rule.reason, mend)
        if len(body) >= LARGEST:
            raise ReadError(shown(url), f"is larger than {LARGEST:,} bytes", "save it, and give the file")
        return body

    def _ask(self, address: str, until: float) -> tuple[Answer, bytes]:
        for number in range(self._settings.more_tries + 1):
            host = urlsplit(address).hostname or ""
            self._sleep(max(0.0, self._next.get(host, 0.0) - time.monotonic()))
            answer, body = self._probe.fetch(self._adapter, address, max(1.0, until - time.monotonic()))
            self._next[host] = time.monotonic() + self._settings.host_gap
            if not is_worth_another_try(answer) or (answer.wait or 0) > self._settings.longest_wait or time.monotonic() > until:
                break
            self._sleep(answer.wait or PAUSE * (number + 1))
        return answer, body

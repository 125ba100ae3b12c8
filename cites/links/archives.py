"""Archived copies near the cited date: which capture to offer, and the few questions that an archive is asked.

Three ways, the next where one gives nothing: the list of captures (CDX), the address with a date that redirects to the nearest capture,
and the availability API. Whatever they name is read before it is offered: an archive keeps error pages and domain dealers, too.
"""

from __future__ import annotations

import json
import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from cites.links.address import Stopped, address_of
from cites.links.facts import Answer, Facts, Wanted
from cites.links.history import History
from cites.links.judge import judge
from cites.links.paths import date_in
from cites.links.probe import Probe
from cites.links.settings import WAYBACK, Settings
from cites.model import Copy, Link

BROKEN = ("dead", "soft404", "parked", "drifted", "dead?")
NEAR = 90  # days before the cited date in which a capture is as good as one of the day itself
LISTED = 20  # captures that are asked for, the nearest ones
READ = 4  # captures that are read at most until one fits
HOPS = 4  # redirects from a date to its nearest capture
FAILURES = 3  # questions in a row without an answer, after which the archive is left alone
SECONDS = 30.0  # for an answer; archives are slow
SITES = (
    "archive.org", "archive.today", "archive.ph", "archive.is", "archive.li", "archive.vn", "archive.md", "archive.fo", "perma.cc",
    "webcitation.org",
)  # fmt: skip
STOPPED = "no copy was looked for: the run was stopped"
_CAPTURE = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/(.+)")


class Capture(NamedTuple):
    """A page as an archive lists it: `Capture("20120127093000", "http://example.org/a", "3I42H3S6")`."""

    timestamp: str
    url: str
    digest: str = ""

    @property
    def day(self) -> date:
        return datetime.strptime(self.timestamp[:8], "%Y%m%d").date()


class Given(Exception):
    """Given("the archive asked us to stop (429)"): no more look-ups in this run."""


def in_order(captures: Iterable[Capture], cited: date | None, pick: str = "nearest") -> list[Capture]:
    """Return captures, the best first: those with the least distance from the cited date, whichever side they are on.

    With `pick` "before": the last one at or before that date, if it is near; else the first after it; else older ones. Without a
    date the newest comes first.
    """
    captures = sorted(captures)
    if cited is None:
        return captures[::-1]
    if pick == "nearest":
        return sorted(captures, key=lambda capture: abs((capture.day - cited).days))
    before = [capture for capture in captures if capture.day <= cited][::-1]
    near = [capture for capture in before if (cited - capture.day).days <= NEAR]
    after = [capture for capture in captures if capture.day > cited]
    return [*near, *after, *before[len(near) :]]


def day_of(wanted: Wanted) -> date | None:
    """Return the day to look around: that of the citation or, where it has none, of the address; the middle of a month or a year."""
    for text in (wanted.issued, date_in(wanted.url)):
        found = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", text)
        if found:
            try:
                return date(int(found[1]), int(found[2] or 7), int(found[3] or (15 if found[2] else 1)))
            except ValueError:
                continue
    return None


def is_archive(url: str, base: str) -> bool:
    """Whether an address is that of an archived copy already."""
    host = (urlsplit(url).hostname or "").lower()
    return host == urlsplit(base).hostname or any(host == site or host.endswith(f".{site}") for site in SITES)


def with_copies(links: Iterable[Link], wanted: Iterable[Wanted], settings: Settings, history: History | None) -> Iterator[Link]:
    """Yield links, those that want a copy last and with it; the reason where there is none is in `archive_note`.

    Ctrl-C goes on to the caller, after the links for which no copy was looked for yet.
    """
    if settings.archive == "none":
        yield from links
        return
    late: deque[Link] = deque()
    cited = {one.url: one for one in wanted}
    archive, note = None, ""
    try:
        for link in links:
            is_wanted = link.verdict in BROKEN or (settings.archive == "all" and link.verdict not in ("unchecked", "refused"))
            if is_wanted and not is_archive(link.url, settings.archive_base):
                late.append(link)
            else:
                yield link
        while late:
            if not note:
                archive = archive or Archive(settings)
                try:
                    late[0] = look_up(archive, late[0], cited.get(late[0].url) or Wanted(late[0].url), history)
                except Given as given:
                    note = given.args[0]
            link = late.popleft()
            yield replace(link, archive_note=note) if note else link
    except KeyboardInterrupt:
        yield from (replace(link, archive_note=STOPPED) for link in late)
        raise
    finally:
        if archive:
            archive.close()


def look_up(archive: Archive, link: Link, wanted: Wanted, history: History | None) -> Link:
    """Return a link with its copy, from the history or from the archive. Raises Given."""
    address = address_of(link.url)
    day, base = day_of(wanted), archive.settings.archive_base
    known = history.copy(address, str(day or ""), base) if history else None
    copy, note = (known, "") if known else archive.find(address, wanted, day)
    if copy and not known and history:
        history.keep_copy(address, str(day or ""), base, copy)
    if copy and day:
        copy = replace(copy, days=(Capture(copy.timestamp, "").day - day).days)
    return replace(link, archive=copy, archive_note=note)


class Archive:
    """A Memento archive that is asked one question at a time, with a pause between two."""

    def __init__(self, settings: Settings, sleep: Callable[[float], None] = time.sleep) -> None:
        self.settings = replace(settings, read=SECONDS)
        self._probe = Probe(self.settings)
        self._adapter = self._probe.open()
        self._sleep = sleep
        self._due = 0.0
        self._failed = 0
        self._base = settings.archive_base.rstrip("/")
        self._api = self._base.replace("//web.", "//") if self._base == WAYBACK else self._base  # where the availability API is

    def close(self) -> None:
        self._adapter.close()
        self._probe.close()

    def find(self, url: str, wanted: Wanted, day: date | None) -> tuple[Copy | None, str]:
        """Return the best copy of an address, or None and why there is none. Raises Given."""
        stamp = f"{day:%Y%m%d}120000" if day else ""
        captures = self._listed(url, stamp) or self._listed(re.sub(r"^https?://", "", url), stamp)
        read: dict[str, bool] = {}  # by digest: the same page is read once
        for capture in in_order(captures, day, self.settings.archive_pick):
            if capture.digest not in read and len(read) == READ:
                break
            if capture.digest not in read or not capture.digest:
                read[capture.digest] = self._fits(capture, url, wanted)
            if read[capture.digest]:
                return Copy(self._address(capture), capture.timestamp), ""
        if captures:
            return None, "no capture shows what was cited"
        for way in (f"{self._base}/web/{stamp or 2}/{url}", self._available(url, stamp)):
            found = self._follow(way, url, wanted) if way else None
            if found:
                return found, ""
        return None, "no copy was found now"

    def _listed(self, url: str, stamp: str) -> list[Capture]:
        """The captures of an address with status 200, the nearest to a date; none also where the list could not be had."""
        query = f"url={quote(url, safe='')}&output=json&filter=statuscode:200"
        query += f"&limit={LISTED}&sort=closest&closest={stamp}" if stamp else f"&limit=-{LISTED}"
        rows = self._json(f"{self._base}/cdx/search/cdx?{query}")
        if not isinstance(rows, list) or len(rows) < 2 or not all(isinstance(row, list) for row in rows):
            return []
        return [found for row in rows[1:] if (found := _capture(dict(zip(map(str, rows[0]), map(str, row), strict=False))))]

    def _available(self, url: str, stamp: str) -> str:
        """The address that the availability API names; "" where it names none."""
        found = self._json(f"{self._api}/wayback/available?url={quote(url, safe='')}" + (f"&timestamp={stamp}" if stamp else ""))
        closest = found.get("archived_snapshots", {}).get("closest", {}) if isinstance(found, dict) else {}
        is_good = isinstance(closest, dict) and str(closest.get("status")) == "200" and _CAPTURE.search(str(closest.get("url", "")))
        return f"{self._base}/web/{is_good[1]}/{is_good[2]}" if is_good else ""

    def _follow(self, address: str, url: str, wanted: Wanted) -> Copy | None:
        """Follow a dated address to its capture, within the archive."""
        for _ in range(HOPS):
            answer, _ = self._ask(address)
            if answer.target and urlsplit(answer.target).hostname == urlsplit(self._base).hostname:
                address = answer.target
                continue
            found = _CAPTURE.search(address)
            if not found or not _is_good(answer, url, wanted):
                return None
            return Copy(self._address(Capture(found[1], found[2])), found[1])
        return None

    def _fits(self, capture: Capture, url: str, wanted: Wanted) -> bool:
        answer, _ = self._ask(f"{self._base}/web/{capture.timestamp}id_/{capture.url}")
        return _is_good(answer, url, wanted)

    def _address(self, capture: Capture) -> str:
        return f"{self._base}/web/{capture.timestamp}/{capture.url}"

    def _json(self, address: str) -> Any:
        answer, body = self._ask(address)
        try:
            return json.loads(body) if answer.status == 200 else None
        except ValueError:
            return None

    def _ask(self, address: str) -> tuple[Answer, bytes]:
        """Ask one question, in its turn. Raises Given where the archive wants no more, or has not answered for a while."""
        try:
            address = address_of(address)
        except Stopped as stopped:
            return Answer(address, problem=stopped.args[0]), b""
        rest = self._due - time.monotonic()
        if rest > 0:
            self._sleep(rest)
        self._due = time.monotonic() + self.settings.archive_gap
        answer, body = self._probe.fetch(self._adapter, address, SECONDS)
        if answer.status == 429:
            raise Given("no copy was looked for: the archive asked us to stop (429)")
        if answer.problem == "private":
            raise Given(f"no copy was looked for: the archive is in a private network ({answer.detail})")
        self._failed = self._failed + 1 if answer.status is None or answer.status >= 500 else 0
        if self._failed == FAILURES:
            raise Given("no copy was looked for: the archive gives no answer")
        return answer, body


def _capture(row: dict[str, str]) -> Capture | None:
    """A row of a CDX list; None for one that is no page with status 200."""
    timestamp, url = row.get("timestamp", ""), row.get("original", "")
    if row.get("statuscode") != "200" or not re.fullmatch(r"\d{14}", timestamp) or not url:
        return None
    try:
        datetime.strptime(timestamp, "%Y%m%d%H%M%S")
    except ValueError:
        return None
    return Capture(timestamp, url, row.get("digest", ""))


def _is_good(answer: Answer, url: str, wanted: Wanted) -> bool:
    """Whether a capture is judged as a page that works and, where a title is cited, is not another one."""
    if answer.status != 200 or answer.target:
        return False
    return judge(Facts(url, (replace(answer, url=url),)), wanted).verdict == "alive"

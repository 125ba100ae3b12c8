"""What earlier checks learnt, in a SQLite file: each visit of an address, and the facts of the last one.

Facts are kept, not verdicts alone: a link that is fresh is judged again by what is cited today. One commit a link: what a run had learnt
when it was stopped is there for the next one. Used by one thread only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from cites.errors import StoreError
from cites.links.facts import Answer, Facts, Page, Seen
from cites.links.fingerprint import fingerprint
from cites.model import Copy

VERSION = 1
STAMP = "%Y-%m-%dT%H:%M:%SZ"
ANSWERED = ("alive", "moved")
UNCERTAIN = 3  # visits that gave no clear answer, after which a link is "dead?"
APART = timedelta(days=3)  # between such visits: a bad day is one
SCHEMA = """
CREATE TABLE IF NOT EXISTS visit (address TEXT NOT NULL, checked TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
    title TEXT NOT NULL, fingerprint TEXT NOT NULL, facts TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS visit_address ON visit (address);
CREATE TABLE IF NOT EXISTS copy (address TEXT NOT NULL, cited TEXT NOT NULL, base TEXT NOT NULL, url TEXT NOT NULL, timestamp TEXT NOT NULL,
    PRIMARY KEY (address, cited, base));
"""


class Visit(NamedTuple):
    """The last visit of an address: `Visit("2024-05-01T12:00:00Z", "alive", '{"url":…')`."""

    checked: str
    verdict: str
    packed: str

    @property
    def facts(self) -> Facts:
        return unpack(self.packed)


class History:
    """A store of visits. Raises StoreError where the file can't be opened, or is none of ours."""

    def __init__(self, path: Path | str) -> None:
        self.path = str(path)
        try:
            if self.path != ":memory:":
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, isolation_level=None, timeout=30)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")  # a killed process loses nothing; a power cut perhaps the last links
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise StoreError(self.path, f"it was written by a newer cites (version {version})", "take another file with --store")
            self._db.executescript(SCHEMA)
            self._db.execute(f"PRAGMA user_version={VERSION}")
        except (sqlite3.Error, OSError) as error:
            raise StoreError(self.path, str(error), "take another file with --store") from None

    def close(self) -> None:
        """Let go of the file; of earlier visits only what tells of changes is left."""
        newest = "SELECT max(rowid) FROM visit GROUP BY address"
        self._run(f"UPDATE visit SET facts = '' WHERE facts != '' AND rowid NOT IN ({newest})")
        self._db.close()

    def keep(self, address: str, facts: Facts, verdict: str, reason: str, checked: str) -> None:
        """Write a visit down; it is on the disk when this returns: one statement is one commit."""
        page = facts.last.page
        is_seen = verdict in ANSWERED and page is not None and bool(page.title)
        title, numbers = (page.title, json.dumps(fingerprint(page.prose))) if is_seen and page else ("", "")
        row = (address, checked, verdict, reason, title, numbers, pack(facts))
        self._run("INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def latest(self, address: str) -> Visit | None:
        """Return the last visit of an address."""
        query = "SELECT checked, verdict, facts FROM visit WHERE address = ? ORDER BY rowid DESC LIMIT 1"
        row = self._run(query, (address,)).fetchone()
        return Visit(*row) if row else None

    def seen_alive(self, address: str) -> Seen | None:
        """Return what is kept of the page that was last seen alive: its title and the fingerprint of its text."""
        query = "SELECT title, fingerprint FROM visit WHERE address = ? AND title != '' ORDER BY rowid DESC LIMIT 1"
        row = self._run(query, (address,)).fetchone()
        return Seen(row[0], tuple(json.loads(row[1]))) if row else None

    def visits(self, address: str) -> list[tuple[str, str]]:
        """Return the visits of an address, the oldest first: `[("2024-05-01T12:00:00Z", "alive"), …]`."""
        rows = self._run("SELECT checked, verdict FROM visit WHERE address = ? ORDER BY rowid", (address,))
        return [(checked, verdict) for checked, verdict in rows]

    def copy(self, address: str, cited: str, base: str) -> Copy | None:
        """Return the archived copy that was found for an address and a cited date; its distance is not kept."""
        query = "SELECT url, timestamp FROM copy WHERE (address, cited, base) = (?, ?, ?)"
        row = self._run(query, (address, cited, base)).fetchone()
        return Copy(row[0], row[1]) if row else None

    def keep_copy(self, address: str, cited: str, base: str, copy: Copy) -> None:
        self._run("INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?, ?)", (address, cited, base, copy.url, copy.timestamp))

    def _run(self, statement: str, values: tuple[str, ...] = ()) -> sqlite3.Cursor:
        try:
            return self._db.execute(statement, values)
        except sqlite3.Error as error:  # a full disk, a file that was damaged
            raise StoreError(self.path, str(error), "take another file with --store, or none with --no-store") from None


def is_fresh(visit: Visit, now: datetime, days: Mapping[str, float]) -> bool:
    """Whether a visit need not be repeated; `days` has for how long each verdict holds, and 0, or none, is never."""
    try:
        age = now - datetime.strptime(visit.checked, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return False
    limit = timedelta(days=days.get(visit.verdict, 0.0))
    return bool(limit) and timedelta(minutes=-5) <= age < limit  # clocks are set back now and then


def since(visits: list[tuple[str, str]], verdict: str) -> str:
    """Return the time of the first of the visits at the end that all found a link as it is now: broken is broken, whatever it is called."""
    first = ""
    for checked, before in reversed(visits):
        if _kind(before) != _kind(verdict):
            break
        first = checked
    return first


def is_dead_perhaps(visits: list[tuple[str, str]]) -> bool:
    """Whether the last visits gave no clear answer, three of them at least three days apart."""
    counted, next_before = 0, datetime.max.replace(tzinfo=UTC)
    for checked, verdict in reversed(visits):
        when = datetime.strptime(checked, STAMP).replace(tzinfo=UTC)
        if _kind(verdict) != "unknown":
            break
        if when <= next_before:
            counted, next_before = counted + 1, when - APART
    return counted >= UNCERTAIN


def _kind(verdict: str) -> str:
    if verdict in ("dead", "soft404", "parked", "drifted"):
        return "broken"
    return "unknown" if verdict == "dead?" else verdict


# --- facts as text


def pack(facts: Facts) -> str:
    """Return facts as JSON, without what is empty; texts are kept as far as a judge may want them again."""
    return json.dumps(_pack(facts), ensure_ascii=False, separators=(",", ":"))


def _pack(value: Any) -> Any:
    if isinstance(value, Page | Answer | Facts):
        found = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "before" and getattr(value, f.name) != f.default}
        return {name: _pack(item) for name, item in found.items()}
    return [_pack(item) for item in value] if isinstance(value, tuple) else value


def unpack(text: str) -> Facts:
    """Return the facts of a JSON text of `pack`; fields that this version does not know are left out."""
    data = json.loads(text)
    answers = tuple(map(_answer, data.get("answers", ())))
    sibling = data.get("sibling")
    return Facts(data["url"], answers, data.get("tries", 1), data.get("seconds", 0.0), _answer(sibling) if sibling else None)


def _answer(data: Mapping[str, Any]) -> Answer:
    known = {f.name for f in fields(Answer)}
    page = data.get("page")
    return Answer(**{k: v for k, v in data.items() if k in known and k != "page"}, page=_page(page) if page is not None else None)


def _page(data: Mapping[str, Any]) -> Page:
    known = {f.name for f in fields(Page)}
    return Page(**{name: _tuples(value) for name, value in data.items() if name in known})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value

"""The table [links] of a cites.toml → Settings; what is wrong is said with the file.

[links]
user-agent = "Example Quarterly link check (desk@example.org)"
host-gap = 0.2

[links.fresh]                       # days
alive = 30

[links.hosts."example.org"]
jobs = 1
gap = 1.0

[[links.ignore]]
url = "https://example.org/live/*"
reason = "a ticker, which changes by the minute"
until = 2027-01-01
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from cites.errors import CorrectionError, nearest
from cites.links.judge import VERDICTS
from cites.links.settings import HostOptions, Ignored, Settings


class Range(NamedTuple):
    """What a number may be, and what it says."""

    least: float
    most: float
    words: str


NUMBERS = {
    "threads": Range(1, 256, "links that are asked at once, all hosts together"),
    "host-jobs": Range(1, 16, "requests at once to one host; one less after each that it did not answer in time, but always one"),
    "host-gap": Range(0, 3600, "between the starts of two requests to one host"),
    "host-most": Range(1, 100_000, "requests to one host in a run; what is left is `unchecked`"),
    "look-up": Range(0.1, 120, "to look up the name of a host"),
    "connect": Range(0.1, 120, "to make a connection"),
    "read": Range(0.1, 300, "between two pieces of an answer"),
    "deadline": Range(0.1, 600, "for one link, all hops and tries together; waiting for a turn does not count"),
    "hops": Range(0, 50, "redirects"),
    "body": Range(1024, 16 * 1024 * 1024, "bytes of a page that are read, unpacked"),
    "more-tries": Range(0, 10, "after a 5xx, a 429, a cut connection, one that was not made in time"),
    "longest-wait": Range(0, 3600, "that a host may ask for with Retry-After, or it is left alone for the run"),
    "archive-gap": Range(0, 3600, "between the starts of two questions to the archive"),
}
WHOLE = ("threads", "host-jobs", "host-most", "hops", "body", "more-tries", "jobs", "most")
TEXTS = ("user-agent", "proxy", "ca-bundle", "archive-base", "archive-pick")
TABLES = ("fresh", "hosts", "ignore")
OF_A_HOST = {"jobs": (1, 16), "gap": (0, 3600), "most": (1, 100_000)}


def with_options(settings: Settings, table: Mapping[str, Any], name: str, line: int = 1) -> Settings:
    """Return settings with those of a [links] table over them. Raises CorrectionError for what means nothing there."""
    reader = _Reader(name, line)
    changes: dict[str, Any] = {}
    for key, value in table.items():
        if key in NUMBERS:
            changes[key.replace("-", "_")] = reader.number(key, value, NUMBERS[key])
        elif key in TEXTS:
            changes[key.replace("-", "_")] = reader.text(key, value)
        elif key == "fresh":
            changes["fresh"] = {**settings.fresh, **reader.fresh(value)}
        elif key == "hosts":
            changes["hosts"] = {**settings.hosts, **dict(reader.hosts(value))}
        elif key == "ignore":
            changes["ignored"] = (*settings.ignored, *reader.ignored(value))
        else:
            raise reader.strange(key, (*NUMBERS, *TEXTS, *TABLES))
    try:
        return replace(settings, **changes)
    except ValueError as error:
        raise CorrectionError(name, line, f"[links]: {error}", "") from None


class _Reader:
    def __init__(self, name: str, line: int) -> None:
        self.name, self.line = name, line

    def error(self, problem: str, mend: str) -> CorrectionError:
        return CorrectionError(self.name, self.line, f"[links]: {problem}", mend)

    def strange(self, key: str, known: tuple[str, ...]) -> CorrectionError:
        return self.error(f"{key!r} means nothing here", nearest(key, known))

    def number(self, key: str, value: Any, limits: Range | tuple[float, float]) -> float:
        least, most = limits[0], limits[1]
        is_number = isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
        if not is_number or (key in WHOLE and not isinstance(value, int)):
            kind = "whole number" if key in WHOLE else "number"
            raise self.error(f"{key} is a {kind} from {least:g} to {most:g}", f"write {key} = {max(least, 1):g}")
        return value  # type: ignore[no-any-return]

    def text(self, key: str, value: Any) -> str:
        if not isinstance(value, str) or not value.isprintable():
            raise self.error(f"{key} is a text on one line", f'write {key} = "…"')
        return value

    def table(self, key: str, value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.error(f"{key} is a table", f"write [links.{key}]")
        return value

    def fresh(self, value: Any) -> dict[str, float]:
        found = self.table("fresh", value)
        for verdict in found:
            if verdict not in VERDICTS:
                raise self.strange(verdict, VERDICTS)
        return {verdict: self.number(verdict, days, (0, 3650)) for verdict, days in found.items()}

    def hosts(self, value: Any) -> Iterator[tuple[str, HostOptions]]:
        known = tuple(field.name.replace("_", "-") for field in fields(HostOptions))
        for host, options in self.table("hosts", value).items():
            found: dict[str, Any] = {}
            for key, own in self.table(f'hosts."{host}"', options).items():
                if key not in known:
                    raise self.strange(key, known)
                found[key.replace("-", "_")] = self.number(key, own, OF_A_HOST[key]) if key in OF_A_HOST else self.text(key, own)
            yield host.lower(), HostOptions(**found)

    def ignored(self, value: Any) -> Iterator[Ignored]:
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.error("there may be several of ignore", "write [[links.ignore]] with two brackets")
        for row in value:
            for key in row:
                if key not in ("url", "reason", "until"):
                    raise self.strange(key, ("url", "reason", "until"))
            if not row.get("url") or not row.get("reason"):
                raise self.error("an entry of ignore has an address and a reason", 'write url = "https://…" and reason = "…"')
            until = row.get("until")
            if isinstance(until, str):
                try:
                    until = date.fromisoformat(until)
                except ValueError:
                    until = 0
            if until is not None and (not isinstance(until, date) or isinstance(until, datetime)):
                raise self.error("until is a date", "write until = 2027-01-01")
            yield Ignored(self.text("url", row["url"]), self.text("reason", row["reason"]), until)

"""Can a reader still get there? `check` asks each address once, politely, and says what it learnt.

    addresses ──run──▶ probe ──Answer──▶ run ──Facts──▶ judge ──▶ Link

`run` keeps one queue a host, `probe` is the only code that opens connections, `judge` is a pure table from facts to verdicts.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from cites.links.address import shown
from cites.model import Link

__all__ = ["Settings", "check", "shown"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How links are asked: every limit in one place. Times are in seconds.

    Raises ValueError for a network that is not in CIDR notation, and for a proxy that is not http or https.
    """

    user_agent: str = "cites (link checker for citations)"  # says what asks; put an address for complaints here
    threads: int = 32
    host_jobs: int = 2  # requests at once to one host
    host_gap: float = 0.1  # between the starts of two requests to one host: 10 a second at most
    connect: float = 5.0
    look_up: float = 5.0  # of a host name
    read: float = 10.0  # between two pieces of an answer
    deadline: float = 20.0  # asking for one link, all hops and tries together; waiting for a turn does not count
    hops: int = 20
    body: int = 256 * 1024  # bytes of a page that are read, unpacked
    more_tries: int = 2  # after a 5xx, a 429, a reset
    longest_wait: float = 30.0  # a host that asks for a longer pause (Retry-After) is left alone
    allow_networks: tuple[str, ...] = ()  # private networks that may be asked: "10.1.0.0/16"
    proxy: str = ""  # "http://proxy.example:3128"; the environment's proxies are never used
    ca_bundle: str = ""  # a PEM file with further authorities

    def __post_init__(self) -> None:
        for network in self.allow_networks:
            ipaddress.ip_network(network, strict=False)
        if self.proxy and not self.proxy.lower().startswith(("http://", "https://")):
            raise ValueError(f"{shown(self.proxy)}: a proxy must be an http:// or https:// address")


def _utc_now() -> datetime:
    return datetime.now(UTC)


def check(
    urls: Iterable[str],
    *,
    settings: Settings = Settings(),
    progress: Callable[[int, int], None] | None = None,
    clock: Callable[[], datetime] = _utc_now,
) -> Iterator[Link]:
    """Return an iterator over what was learnt of each URL, as the answers come: `Link("http://…", "alive", …)`.

    Each distinct URL gives one Link, whose `url` is `shown(url)`: the URL as given, without user name and password. Addresses that
    differ in their fragment only are asked once. `progress` is called with (links done, links in all); `clock` dates the links.

    Ctrl-C ends the run: the links that are still open follow at once as "unknown", with a reason that says "not checked".
    """
    from cites.links.run import run  # requests is imported by those only who check

    return run(urls, settings, progress, clock)

"""How links are asked: every limit in one place. Times are in seconds unless a name says otherwise."""

from __future__ import annotations

import fnmatch
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from urllib.parse import urlsplit

from cites.links.address import shown

ARCHIVES = ("broken", "all", "none")  # for which links an archived copy is looked for
PICKS = ("nearest", "before")  # the capture with the least distance from the cited day; or the last one shortly before it
FRESH = MappingProxyType(  # days for which a visit holds; what is not here is asked each time
    {"alive": 7.0, "moved": 7.0}
    | dict.fromkeys(("dead", "soft404", "parked", "drifted", "restricted", "insecure", "refused"), 1.0)
)
WAYBACK = "https://web.archive.org"


@dataclass(frozen=True, slots=True)
class Ignored:
    """An address, or a pattern of them, that is not asked: `Ignored("https://example.org/live/*", "a ticker", date(2027, 1, 1))`."""

    url: str
    reason: str
    until: date | None = None  # the first day on which it is asked again

    def fits(self, url: str, today: date) -> bool:
        return not self.is_over(today) and fnmatch.fnmatchcase(url, self.url)

    def is_over(self, today: date) -> bool:
        return self.until is not None and today >= self.until


@dataclass(frozen=True, slots=True)
class HostOptions:
    """What is different for one host; None is as for all."""

    jobs: int | None = None
    gap: float | None = None
    most: int | None = None
    user_agent: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run.

    Raises ValueError for a network that is not in CIDR notation, and for a proxy or an archive that is not http or https.
    """

    user_agent: str = "cites (link checker for citations)"  # says what asks; put an address for complaints here
    threads: int = 64
    host_jobs: int = 2  # requests at once to one host
    host_gap: float = 0.1  # between the starts of two requests to one host: 10 a second at most
    host_most: int = 200  # requests to one host in a run
    hosts: Mapping[str, HostOptions] = field(default_factory=dict)
    ignored: tuple[Ignored, ...] = ()
    connect: float = 5.0
    look_up: float = 5.0  # of a host name
    read: float = 15.0  # between two pieces of an answer
    deadline: float = 20.0  # asking for one link, all hops and tries together; waiting for a turn does not count
    hops: int = 20
    body: int = 256 * 1024  # bytes of a page that are read, unpacked
    more_tries: int = 2  # after a 5xx, a 429, a reset
    longest_wait: float = 30.0  # a host that asks for a longer pause (Retry-After) is left alone
    allow_networks: tuple[str, ...] = ()  # private networks that may be asked: "10.1.0.0/16"
    proxy: str = ""  # "http://proxy.example:3128"
    no_proxy: tuple[str, ...] = ()  # hosts, domains and networks that are asked without it
    ca_bundle: str = ""  # a PEM file with further authorities
    fresh: Mapping[str, float] = field(default_factory=lambda: dict(FRESH))  # days by verdict
    archive: str = "none"
    archive_base: str = WAYBACK
    archive_pick: str = "nearest"  # or "before": which capture is the best, see archives.in_order
    archive_gap: float = 1.0  # between the starts of two requests

    def __post_init__(self) -> None:
        for network in self.allow_networks:
            ipaddress.ip_network(network, strict=False)
        if self.archive_pick not in PICKS:
            raise ValueError(f"{self.archive_pick}: archive-pick is one of {', '.join(PICKS)}")
        for name, url in (("a proxy", self.proxy), ("an archive", self.archive_base)):
            if url and not url.lower().startswith(("http://", "https://")):
                raise ValueError(f"{shown(url)}: {name} must be an http:// or https:// address")

    def options(self, host: str) -> HostOptions:
        """Return what is different for a host: that of the host itself, or of a domain above it."""
        while host:
            if host in self.hosts:
                return self.hosts[host]
            host = host.partition(".")[2]
        return HostOptions()

    def ignores(self, url: str, today: date) -> Ignored | None:
        """Return the entry by which an address is not asked."""
        return next((entry for entry in self.ignored if entry.fits(url, today)), None)

    def proxy_for(self, url: str) -> str:
        """Return the proxy for an address, "" where it is asked without one."""
        host = (urlsplit(url).hostname or "").lower()
        return "" if not self.proxy or any(_covers(entry, host) for entry in self.no_proxy) else self.proxy

    def fast(self) -> Settings:
        """Return the same with more haste: more requests at once, to one host too, and less time between them."""
        return replace(self, host_jobs=4, host_gap=0.05, threads=max(self.threads, 96))


def _covers(entry: str, host: str) -> bool:
    """Whether an entry of no_proxy is about a host: "*", "example.org" (and all below it), "10.0.0.0/8"."""
    entry = entry.strip().lower().lstrip(".")
    if entry == "*" or host == entry or (entry and host.endswith(f".{entry}")):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")) in ipaddress.ip_network(entry, strict=False)
    except ValueError:
        return False

"""Can a reader still get there? `check` asks each address once, politely, and says what it learnt.

addresses ──run──▶ probe ──Answer──▶ run ──Facts──▶ judge ──▶ Link ──archives──▶ Link with its copy
                                      │▲
                                    history

settings.py  every limit                          options.py  the same from cites.toml
cited.py     addresses in documents, each with the title and date that are cited
run.py       the hops of each link, by queues.py  probe.py    asks one address over connections.py; headers.py, problems.py
page.py      bytes → what a page says of itself   facts.py    what was learnt, before anyone judges it
judge.py     the table of verdicts                case.py     what the table asks; titles.py, phrases.py, paths.py, fingerprint.py
evidence.py  verdict → Link                       history.py  earlier visits (SQLite)
archives.py  archived copies
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cites.links.address import shown
from cites.links.facts import Wanted
from cites.links.settings import HostOptions, Ignored, Settings
from cites.model import Link

if TYPE_CHECKING:
    from cites.links.history import History

__all__ = ["HostOptions", "Ignored", "Settings", "Wanted", "check", "shown"]


USUAL = Settings()


def _utc_now() -> datetime:
    return datetime.now(UTC)


def check(
    urls: Iterable[str | Wanted],
    *,
    settings: Settings = USUAL,
    progress: Callable[[int, int], None] | None = None,
    clock: Callable[[], datetime] = _utc_now,
    history: History | None = None,
    offline: bool = False,
) -> Iterator[Link]:
    """Return an iterator over what was learnt of each URL, as the answers come: `Link("http://…", "alive", …)`.

    Each distinct URL gives one Link, whose `url` is `shown(url)`: the URL as given, without user name and password. A `Wanted` says what
    is cited there as well, so that a page can be told from another one. Addresses that differ in their fragment only are asked once.
    `progress` is called with (links done, links in all); `clock` dates the links. What is fresh in `history` is not asked again, and what
    is learnt goes there; with `offline` nothing else is used.

    Ctrl-C ends the run: the links that are still open follow at once as "unchecked", with a reason that says so.
    """
    from cites.links.run import run  # requests is imported by those only who check

    return run([Wanted(url) if isinstance(url, str) else url for url in urls], settings, progress, clock, history, offline)

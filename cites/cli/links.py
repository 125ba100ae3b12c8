"""What `check` and `build --check` share: settings from all sides, the store of earlier checks, and the asking itself."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from cites.cli.terminal import Progress, complain
from cites.corrections import Corrections
from cites.errors import CitesError, StoreError
from cites.links import Settings, Wanted, check, shown
from cites.links.archives import STOPPED as NOT_LOOKED_FOR
from cites.links.history import History
from cites.links.options import with_options
from cites.model import Link

STOPPED = "the run was stopped"  # in the reason of a link that Ctrl-C left unasked, see cites/links/judge.py
NO_NETWORK = ("no-network", "unreachable", "proxy")  # rules; where all links end so, it is us and not them
NOT_ASKED = ("malformed", "scheme", "user-name", "private", "stopped", "rest", "enough", "ignored", "offline")


def make_settings(arguments: Namespace, corrections: Iterable[Corrections]) -> Settings:
    """The settings of a run: our own, those of each cites.toml over them, those of the command line over both."""
    settings = replace(make_usual_settings(), archive="broken")
    for file in corrections:
        settings = with_options(settings, file.links, file.name, file.links_line)
    settings = settings.fast() if arguments.fast else settings
    given = {"host_jobs": arguments.host_jobs, "host_gap": arguments.host_gap, "user_agent": arguments.user_agent, "proxy": arguments.proxy}
    given |= {
        "ca_bundle": arguments.ca_bundle,
        "archive_base": arguments.archive_base,
        "archive_gap": arguments.archive_gap,
        "archive_pick": arguments.archive_pick,
    }
    if arguments.proxy is not None:
        settings = replace(settings, no_proxy=())
    try:
        return replace(
            settings,
            **{name: value for name, value in given.items() if value is not None},
            archive=arguments.archive,
            allow_networks=tuple(arguments.allow_network),
            fresh={} if arguments.recheck else {**settings.fresh, **dict(arguments.fresh)},
        )
    except ValueError as error:
        raise CitesError(str(error)) from None


def make_usual_settings() -> Settings:
    """Our own settings, and the proxy of the environment."""
    proxy, no_proxy = _proxy_of_environment()
    return Settings(proxy=proxy, no_proxy=no_proxy)


def _proxy_of_environment() -> tuple[str, tuple[str, ...]]:
    """The proxy that curl and pip would use, and what they would ask without it.

    HTTP_PROXY in capitals is left alone: a web server may set it for whoever asks.
    """
    names = ("https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY")
    proxy = next((value for name in names if (value := os.environ.get(name, ""))), "")
    if not proxy.lower().startswith(("http://", "https://")):
        return "", ()
    no_proxy = os.environ.get("no_proxy", os.environ.get("NO_PROXY", ""))
    return proxy, tuple(entry for entry in no_proxy.split(",") if entry.strip())


def open_store(arguments: Namespace) -> History | None:
    """The store of earlier checks; None where none is wanted, or where the usual place can't be written to, which is said."""
    if arguments.no_store:
        return None
    if arguments.store:
        return History(arguments.store)
    try:
        return History(usual_store())
    except StoreError as error:
        complain(f"{error}; nothing is kept in this run")
        return None


def usual_store() -> Path:
    """Where the store is unless `--store` says otherwise. Source: XDG Base Directory Specification, $XDG_STATE_HOME."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "cites" / "links.sqlite"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "cites" / "links.sqlite"


def tell_expired(settings: Settings, today: date | None = None) -> None:
    """Say which entries of the ignore list are over, so that somebody looks again."""
    for entry in settings.ignored:
        if entry.is_over(today or datetime.now(UTC).date()):
            complain(f"{entry.url} is asked again: its entry in the ignore list ended on {entry.until} ({entry.reason})")


def ask(wanted: Sequence[Wanted], settings: Settings, history: History | None, offline: bool = False) -> list[Link]:
    """Ask each address once, saying how far that is; the links are in the order of `wanted`."""
    tell_expired(settings)
    with Progress("asking links") as progress:
        links = list(check(wanted, settings=settings, progress=progress, history=history, offline=offline))
    order = {shown(one.url): number for number, one in enumerate(wanted)}
    return sorted(links, key=lambda link: order[link.url])


def was_stopped(links: Iterable[Link]) -> bool:
    return any(STOPPED in link.reason or link.archive_note == NOT_LOOKED_FOR for link in links)


def has_no_network(links: Iterable[Link]) -> bool:
    """Whether links were asked and none of them could be reached in a way that is our own fault: this computer is offline."""
    asked = [link for link in links if not link.is_kept and link.rule not in NOT_ASKED]
    return bool(asked) and all(link.rule in NO_NETWORK for link in asked)

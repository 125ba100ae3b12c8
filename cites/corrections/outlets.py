"""Outlets as a person knows them: rows of a file of corrections come before those of data/outlets."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from cites.corrections.entries import Corrections, OutletEntry
from cites.errors import CorrectionError
from cites.knowledge import fold_name, read_tables
from cites.model import Outlet
from cites.outlets import Outlets

LISTS = ("aliases", "domains")


def extend(outlets: Outlets, corrections: Corrections) -> Outlets:
    """Return the outlets with what the corrections say of them; the same object for the same corrections.

    A name that a row claims is taken from whoever had it as an alias: `[outlets."European Defence Monitor"] aliases = ["EDM"]`.
    Raises CorrectionError where two rows claim one name, and where that is the proper name of another outlet.
    """
    return _extend(outlets, corrections.name, corrections.outlets) if corrections.outlets else outlets


def name_of(entry: OutletEntry, outlets: Outlets) -> str:
    """The canonical name of the outlet that a row is about: "Kyodo" is Kyodo News; a new one has its own."""
    known = outlets.by_name.get(fold_name(entry.outlet)) or outlets.by_domain.get(entry.outlet.casefold())
    return known.name if known else entry.outlet


@lru_cache(maxsize=64)  # files of corrections in one run: caches elsewhere know outlets by their identity
def _extend(outlets: Outlets, file: str, entries: tuple[OutletEntry, ...]) -> Outlets:
    own: dict[str, Outlet] = {}
    claimed: dict[tuple[str, str], tuple[str, int]] = {}  # ("aliases", "kyodo"): ("Kyodo News", 14), the outlet and the line
    for entry in entries:
        name = name_of(entry, outlets)
        if name in own:
            raise CorrectionError(file, entry.line, f"{entry}: {name} has a table above", "put both into one")
        own[name] = _changed(outlets.canonical.get(name) or Outlet(name), entry)
        for key in _keys(Outlet(name, **{field: value for field, value in entry.fields if field in LISTS})):
            other, line = claimed.setdefault(key, (name, entry.line))
            if other != name:
                raise CorrectionError(file, entry.line, f"{entry}: {key[1]!r} is also under {other}, line {line}", "take one of them out")
            holder = outlets.by_name.get(key[1]) if key[0] == "aliases" else None
            if holder and holder.name != name and fold_name(holder.name) == key[1]:
                mend = f'say what is right of it under [outlets."{holder.name}"]'
                raise CorrectionError(file, entry.line, f"{entry}: {key[1]!r} is the proper name of {holder.name}", mend)
    return Outlets.of(_without(outlet, claimed) for outlet in {**outlets.canonical, **own}.values())


def _changed(outlet: Outlet, entry: OutletEntry) -> Outlet:
    """The outlet with what a row says of it; names and addresses are added, the rest is replaced."""
    said: dict[str, Any] = dict(entry.fields)
    if "kind" in said and "type" not in said and not outlet.kind:
        said["type"] = read_tables("kinds.toml")[said["kind"]]["type"]
    return replace(outlet, **said | {field: (*getattr(outlet, field), *said.get(field, ())) for field in LISTS})


def _keys(outlet: Outlet) -> list[tuple[str, str]]:
    """By what an outlet is found."""
    return [("aliases", fold_name(name)) for name in (outlet.name, *outlet.aliases)] + [("domains", domain) for domain in outlet.domains]


def _without(outlet: Outlet, claimed: dict[tuple[str, str], tuple[str, int]]) -> Outlet:
    """The outlet without the aliases and addresses that a row claims for another."""
    aliases = tuple(alias for alias in outlet.aliases if claimed.get(("aliases", fold_name(alias)), (outlet.name,))[0] == outlet.name)
    domains = tuple(domain for domain in outlet.domains if claimed.get(("domains", domain.casefold()), (outlet.name,))[0] == outlet.name)
    return outlet if (aliases, domains) == (outlet.aliases, outlet.domains) else replace(outlet, aliases=aliases, domains=domains)

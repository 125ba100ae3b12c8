"""The rules of data/legal/, a table for each field of law.

A key in capitals is a part, `DAY`, which stands as `{DAY}` in a pattern, in another part or, where it is a list of words, in one. A part of
the table is for all of its rules, one of a rule for itself; `SHARED` is for all. The lines of a pattern are joined; those with "# " are
comment. `hints` are words of which one stands in whatever the pattern fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cites import lazy_regex as regex
from cites.forms.legal.parts import CONGRESS, DAY, HONG_KONG, PIN, REPORTER, SECTION, YEAR, Rule
from cites.grammar.lexicon import any_of
from cites.knowledge import load_courts, read_tables

PART = regex.compile(r"\{(?P<name>[A-Z][A-Z_]+)\}")
Parts = Mapping[str, Any]  # a pattern or a list of words by its name
SHARED: Parts = {
    "CONGRESS": CONGRESS, "DAY": DAY, "HONG_KONG": HONG_KONG, "PIN": PIN, "REPORTER": REPORTER, "SECTION": SECTION, "YEAR": YEAR,
    "NUMBERED_ACTS": load_courts().numbered_acts,
}  # fmt: skip


def read_rules(name: str, kind: str = "rules") -> tuple[Rule, ...]:
    """Return the rules of a kind in a table, in their order: `read_rules("european", "cases")`."""
    table = read_tables(f"legal/{name}.toml")
    return tuple(_rule(row, {**SHARED, **_parts(table), **_parts(row)}) for row in table[kind])


def read_part(name: str, part: str) -> str:
    """Return a part of a table as a pattern: `read_part("statutes", "PROVISION")`."""
    return _pattern(f"{{{part}}}", {**SHARED, **_parts(read_tables(f"legal/{name}.toml"))})


def _rule(row: Mapping[str, Any], parts: Parts) -> Rule:
    hints = tuple(hint.casefold() for hint in _words(row["hints"], parts))
    return Rule(row["type"], regex.compile(_pattern(row["pattern"], parts)), hints, dated_by_title=row.get("dated_by_title", False))


def _parts(table: Mapping[str, Any]) -> Parts:
    return {key: value for key, value in table.items() if key.isupper()}


def _pattern(printed: str, parts: Parts) -> str:
    """Return a pattern with its lines joined and its parts in their places."""

    def part(match: regex.Match[str]) -> str:
        value = parts[match["name"]]
        return _pattern(value, parts) if isinstance(value, str) else any_of(_words(value, parts))

    return PART.sub(part, "".join(line for line in printed.splitlines() if not line.startswith("# ")))


def _words(printed: Iterable[str], parts: Parts) -> Iterator[str]:
    """Yield words, and for "{SERIES}" those of that list, each with what stands around it."""
    for word in printed:
        part = PART.search(word)
        yield from (word.replace(part[0], each) for each in _words(parts[part["name"]], parts)) if part else (word,)

"""The rules of data/legal/, a table for each field of law.

A key in capitals is a part, `DAY`, which stands as `{DAY}` in a pattern, in another part or in a list of words, as it may be one itself. A
part of a table is for all of its rules, one of a rule for that alone; those of parts.toml are for all tables. The lines of a pattern are
joined; those with "# " are comment. `hints` are words of which one stands in whatever the pattern fits; `examples` are what it does fit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from cites import lazy_regex as regex
from cites.grammar.lexicon import any_of
from cites.knowledge import load_courts, read_tables

PART = regex.compile(r"\{(?P<name>[A-Z][A-Z_]+)\}")
Parts = Mapping[str, Any]  # a pattern or a list of words by its name


class Rule(NamedTuple):
    """One printed shape: the CSL type of what it cites, its pattern, and words of which one must stand near its beginning."""

    type: str
    pattern: regex.Pattern[str]
    hints: tuple[str, ...]  # in lower case
    confidence: float = 0.9
    dated_by_title: bool = False  # "Council Directive 93/13/EEC of 5 April 1993": not the year of the journal that prints it


class Rules:
    """Rules in the order in which they are tried."""

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules
        self._by_hint: dict[str, list[int]] = defaultdict(list)
        for number, rule in enumerate(rules):
            for hint in rule.hints:
                self._by_hint[hint].append(number)
        self.hints = tuple(self._by_hint)

    def held(self, piece: str, hints: frozenset[str]) -> Iterator[Rule]:
        """Yield the rules of which a hint is in a piece, a few of seventy; `hints` are those in the whole stretch."""
        found = [self._by_hint[hint] for hint in self._by_hint.keys() & hints if hint in piece]
        return (self.rules[number] for number in sorted(set().union(*found)))


def read_rules(name: str, kind: str = "rules") -> tuple[Rule, ...]:
    """Return the rules of a kind in a table, in their order: `read_rules("european", "cases")`."""
    table = read_tables(f"legal/{name}.toml")
    return tuple(_rule(row, {**_shared(), **_parts(table), **_parts(row)}) for row in table[kind])


def read_part(name: str, part: str) -> str:
    """Return a part of a table as a pattern: `read_part("statutes", "PROVISION")`."""
    return _pattern(f"{{{part}}}", {**_shared(), **_parts(read_tables(f"legal/{name}.toml"))})


def read_patterns(name: str, *parts: str) -> list[regex.Pattern[str]]:
    """Return parts of a table that are matched by themselves: `read_patterns("cases", "REPORT", "COURT")`."""
    return [regex.compile(read_part(name, part)) for part in parts]


@cache
def _shared() -> Parts:
    """Return the parts that all tables may use, each with its own in its place: those of a table may have the same names."""
    own = _parts(read_tables("legal/parts.toml"))
    return {"NUMBERED_ACTS": load_courts().numbered_acts, **{part: _pattern(printed, own) for part, printed in own.items()}}


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

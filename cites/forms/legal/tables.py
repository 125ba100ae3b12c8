"""The rules of data/legal/, a table for each field of law.

How a pattern is written, grammar/patterns.py says; a part of a table is for all of its rules, one of a rule for that alone. `hints` are
words of which one stands in whatever the pattern fits; `examples` are what it does fit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cites import lazy_regex as regex
from cites.grammar.patterns import Parts, own_parts, parts_of, pattern_of, words_of
from cites.knowledge import read_tables


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
    return tuple(_rule(row, {**parts_of(f"legal/{name}"), **own_parts(row)}) for row in read_tables(f"legal/{name}.toml")[kind])


def _rule(row: Mapping[str, Any], parts: Parts) -> Rule:
    hints = tuple(hint.casefold() for hint in words_of(row["hints"], parts))
    return Rule(row["type"], regex.compile(pattern_of(row["pattern"], parts)), hints, dated_by_title=row.get("dated_by_title", False))

"""Patterns that stand in data/: those of what lawyers cite (data/legal/), of archives, of Chinese and Japanese works.

A key in capitals is a part, `DAY`, which stands as `{DAY}` in a pattern, in another part or in a list of words, as it may be one itself;
`{letters papers}` is any word of these tables of the languages. The lines of a pattern are joined; those with "# " are comment. What
stands in parts.toml is for all files of its folder. A table of pairs has printed shapes and their patterns, as `shapes` of lazy_regex.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from cites import lazy_regex as regex
from cites.grammar.lexicon import any_of, one_of
from cites.knowledge import load_courts, load_series, read_tables

PART = regex.compile(r"\{(?:(?P<name>[A-Z][A-Z_]+)|(?P<words>[a-z][a-z_. ]+))\}")
Parts = Mapping[str, Any]  # a pattern or a list of words by its name


def read_part(file: str, part: str) -> str:
    """Return a part of a file as a pattern: `read_part("legal/statutes", "PROVISION")`."""
    return pattern_of(f"{{{part}}}", parts_of(file))


def read_shapes(file: str) -> dict[str, regex.Shapes]:
    """Return those parts of a file that are tables of printed shapes: `[["67 (6)", '\\d+ \\(\\d+\\)'], …]`."""
    parts = parts_of(file)
    return {name: _shapes(rows, parts) for name, rows in parts.items() if _is_table(rows)}


def read_patterns(file: str, parts: str, flags: int = 0) -> list[regex.Pattern[str]]:
    """Return parts of a file that are matched by themselves: `read_patterns("legal/cases", "REPORT COURT")`."""
    return [regex.compile(read_part(file, part), flags) for part in parts.split()]


def read_each(file: str, part: str) -> list[str]:
    """Return the patterns of a list, each by itself: `Either(*read_each("archives/parts", "SIGNATURE"))`."""
    return [pattern_of(printed, parts_of(file)) for printed in parts_of(file)[part]]


@cache
def parts_of(file: str) -> Parts:
    """Return the parts that the patterns of a file may use: its own, and those of its folder."""
    folder = file.rpartition("/")[0]
    return {**(_shared(folder) if folder else {}), **own_parts(read_tables(f"{file}.toml"))}


@cache
def _shared(folder: str) -> Parts:
    """Return the parts that all files of a folder may use, each with its own in its place: those of a file may have the same names."""
    own = own_parts(read_tables(f"{folder}/parts.toml"))
    patterns = {name: pattern_of(f"{{{name}}}", own) for name, part in own.items() if isinstance(part, str) or _is_table(part)}
    return {"NUMBERED_ACTS": load_courts().numbered_acts, "EDITIONS": load_series("documents"), **patterns}


def _is_table(part: str | list[Any]) -> bool:
    return not isinstance(part, str) and isinstance(part[0], list)


def _shapes(rows: Iterable[tuple[str, str]], parts: Parts) -> regex.Shapes:
    return regex.shapes(*((printed, pattern_of(pattern, parts)) for printed, pattern in rows))


def own_parts(table: Mapping[str, Any]) -> Parts:
    """Return what a table or a row of it has in capitals."""
    return {key: value for key, value in table.items() if key.isupper()}


def pattern_of(printed: str, parts: Parts) -> str:
    """Return a pattern with its lines joined and its parts in their places."""

    def part(match: regex.Match[str]) -> str:
        if match["words"]:
            return one_of(*match["words"].split())
        value = parts[match["name"]]
        if _is_table(value):
            return _shapes(value, parts)
        return pattern_of(value, parts) if isinstance(value, str) else any_of(words_of(value, parts))

    return PART.sub(part, "".join(line for line in printed.splitlines() if not line.startswith("# ")))


def words_of(printed: Iterable[str], parts: Parts) -> Iterator[str]:
    """Yield words, and for "{SERIES}" those of that list, each with what stands around it."""
    for word in printed:
        part = PART.search(word)
        yield from (word.replace(part[0], each) for each in words_of(parts[part["name"]], parts)) if part else (word,)

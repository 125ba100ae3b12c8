"""On which line of a TOML text an entry stands: the parser of the standard library does not tell."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import NamedTuple

TABLES = ("document", "outlets", "reference", "skip", "citation")
NAMED = ("document", "outlets")  # [outlets."Kyodo News"], where the others are [[skip]]
# Strings and comments come first, so that nothing in them is taken for a header.
TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"""'''
    r"""|'{3}.*?'{3}"""
    r"""|^[ \t]*(?P<header>\[{1,2}[ \t]*"?(?:""" + "|".join(TABLES) + r""")\b(?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[^\]\n"'])*\]{1,2})"""
    r'''|"(?:\\.|[^"\\\n])*"'''
    r"""|'[^'\n]*'"""
    r"""|#[^\n]*""",
    re.DOTALL | re.MULTILINE,
)


class Header(NamedTuple):
    """The head of a table: `Header(14, ("outlets", "Kyodo News"))`."""

    line: int
    path: tuple[str, ...]

    @property
    def is_own(self) -> bool:
        """True where an entry begins, False for a table within one: [reference.set]."""
        return len(self.path) < (3 if self.path[0] in NAMED else 2)


class Lines:
    """The lines of a text's tables: `Lines(text).of("skip", 2)` is that of the third [[skip]], 1 where it has no header."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        breaks = [match.start() for match in re.finditer("\n", text)]
        found = (match for match in TOKEN.finditer(text) if match["header"])
        headers = [Header(bisect_left(breaks, match.start("header")) + 1, _path(match["header"])) for match in found]
        self.starts = [header.line for header in headers if header.is_own]
        self.named: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for header in headers:
            self.named[header.path[:2]].append(header.line)

    def of(self, table: str, which: str | int) -> int:
        """The line of a table by its name, or by its number among those that are called alike."""
        if isinstance(which, int):
            alike = self.named.get((table,), [])
            return alike[which] if which < len(alike) else self._word(table)
        return self.named[table, which][0] if (table, which) in self.named else self._word(which)

    def key(self, line: int, *keys: str) -> int:
        """The line of the last of `keys` in the table that starts at `line`: "set" and in it "issued"; what cannot be told is `line`."""
        following = bisect_right(self.starts, line)
        end = self.starts[following] if following < len(self.starts) else len(self.lines) + 1
        for key in keys:
            pattern = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?\s*[=\].]""")
            line = next((number for number in range(line, end) if pattern.search(self.lines[number - 1])), line)
        return line

    def _word(self, word: str) -> int:
        """The first line that has a word, for tables that are written in another way: skip = [{…}]."""
        return next((number for number, line in enumerate(self.lines, start=1) if word in line), 1)


def _path(header: str) -> tuple[str, ...]:
    """'[outlets."Kyodo News"]' gives ("outlets", "Kyodo News"): TOML itself is asked, since keys may be quoted and escaped."""
    path: list[str] = []
    try:
        table = tomllib.loads(header)
    except tomllib.TOMLDecodeError:
        return ("",)
    while isinstance(table, dict) and table:
        [(key, inner)] = table.items()
        path.append(key)
        table = inner[0] if isinstance(inner, list) else inner
    return tuple(path)

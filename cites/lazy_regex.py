"""The module `regex`, but its patterns are compiled when they are first used, and once for all runs.

cites has fifteen hundred patterns; an article needs a few hundred of them.
"""

from __future__ import annotations

from typing import Any, cast

from regex import IGNORECASE, MULTILINE, VERBOSE, Match, Pattern, escape, finditer, search, split

from cites import kept

METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


class Later:
    """A pattern that compiles itself when it is asked for a method; from then on it has those of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(name)
        compiled = kept.compile(self.pattern, self.flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


class Shapes(str):
    """An alternation, which stands in a pattern as any string does, and its `rows`; `flags` are those of the pattern that it is part of."""

    rows: tuple[tuple[str, str], ...]
    flags: int


def shapes(*rows: tuple[str, str], flags: int = 0) -> Shapes:
    """Return a pattern for any of the printed shapes, the first that fits.

    A row is something printed, where what its pattern matches stands in ⟨⟩ unless it is all of it, and the pattern: a test compares them.

    >>> shapes(("67(6)", r"\\d+\\(\\d+\\)"), ("no. 8 ⟨(2015)⟩", r"\\(\\d{4}\\)"))
    '\\d+\\(\\d+\\)|\\(\\d{4}\\)'
    """
    either = Shapes("|".join(pattern for _, pattern in rows))
    either.rows, either.flags = rows, flags
    return either


def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """Return what can be used as `regex.compile` of the same: an error in the pattern shows when it is first used."""
    return cast("Pattern[str]", Later(pattern, flags))


__all__ = ["IGNORECASE", "MULTILINE", "VERBOSE", "Match", "Pattern", "Shapes", "compile", "escape", "finditer", "search", "shapes", "split"]

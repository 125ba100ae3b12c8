"""The tree of errors. Each keeps its values in `args`, so that it crosses processes, and says what to do next.

CitesError
├── ReadError        a file that cannot be read as a document
├── KnowledgeError   a data file (languages, outlets) that contradicts itself
├── CorrectionError  a file of corrections (cites.toml) that cannot be understood
├── PatternError     a pattern of citation keys that cannot be understood
├── StoreError       a history of links that cannot be opened
├── StyleError       a style of bibliographies that is not there, or cannot be used
└── WriteError       a result that could not be written
"""

from __future__ import annotations

from collections.abc import Iterable


class CitesError(Exception):
    """The root: `except CitesError` catches everything that cites raises on purpose."""

    words = "{}"  # how its values are told
    mend = ""  # and how the last of them, where it says what to do next: it may be ""

    def __str__(self) -> str:
        *values, mend = self.args if self.mend else (*self.args, "")
        return self.words.format(*values) + (self.mend.format(mend) if mend else "")


class ReadError(CitesError):
    """ReadError("a.pdf", "PDF is not read yet", "save it as text, Markdown or HTML")"""

    words, mend = "{}: {}", " ({})"


def cannot_open(name: str, error: OSError | ValueError) -> ReadError:
    """What to say of a file that the system did not give: "a.pdf: may not be read (check its permissions)"."""
    match error:
        case FileNotFoundError():
            return ReadError(name, "there is no such file", "")
        case IsADirectoryError():
            return ReadError(name, "is a folder, not a file", "")
        case PermissionError():
            return ReadError(name, "may not be read", "check its permissions")
        case _:  # ValueError: a null character in the path
            return ReadError(name, getattr(error, "strerror", None) or str(error), "")


class KnowledgeError(CitesError):
    """KnowledgeError("outlets/ru.tsv", "TASS", "alias ITAR-TASS is also under RIA Novosti")"""

    words = "{}: [{}]: {}"


class CorrectionError(CitesError):
    """CorrectionError("cites.toml", 14, "no work has 'titel'", "use 'title'")"""

    words, mend = "{}:{}: {}", "; {}"


class PatternError(CitesError):
    """PatternError("auth + yeer", "no word is called 'yeer'", "use 'year'")"""

    words, mend = "pattern of keys {!r}: {}", "; {}"


class StoreError(CitesError):
    """StoreError("links.sqlite", "file is not a database", "take another file with --store")"""

    words, mend = "{}: {}", " ({})"


class StyleError(CitesError):
    """StyleError("styles/apa.j2, line 12: 'work.titel' is undefined", "docs/templates.md has all variables")"""

    words, mend = "{}", " ({})"


class WriteError(CitesError):
    """WriteError("out/report.html", "no space left on device")"""

    words = "{}: not written, what was there is unchanged ({})"


def nearest(word: str, known: Iterable[str]) -> str:
    """What a word was perhaps to be: "use 'issued'"; else all that there is."""
    from difflib import get_close_matches

    known = list(known)
    near = get_close_matches(word, known, 1)
    return f"use {near[0]!r}" if near else f"there are {', '.join(known)}"

"""Words for people, on stderr: one message a line, and how far long work has come."""

from __future__ import annotations

import sys
import time
from types import TracebackType

FIRST_BAR, EACH_BAR = 0.5, 0.1  # seconds: shorter work shows none, and an eye sees ten changes a second
EACH_LINE = 5.0  # seconds between lines in a log
WIDTH = 30  # characters of the bar

_quiet = False
_bar_stands = False


def set_quiet(quiet: bool) -> None:
    """Say nothing but complaints from here on."""
    global _quiet
    _quiet = quiet


def printable(text: str) -> str:
    """Text with its control codes and bidirectional marks spelt out: none of them may reach a terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def say(line: str = "") -> None:
    """Print a line for a person, unless `--quiet`."""
    if not _quiet:
        _print(line)


def complain(line: str) -> None:
    """Print a line about something that went wrong: "cites: a.pdf: PDF is not read yet (…)"."""
    _print(f"cites: {line}")


def _print(line: str) -> None:
    _clear()
    print(printable(line), file=sys.stderr, flush=True)


def _clear() -> None:
    global _bar_stands
    if _bar_stands:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        _bar_stands = False


class Progress:
    """How far long work has come: a bar on a terminal, elsewhere a line every few seconds; nothing for short work.

    `beside_data`: results are printed meanwhile; on a terminal they are all the progress that one wants to see.

    >>> with Progress("reading") as progress:
    ...     progress(12, 50)
    """

    def __init__(self, what: str, beside_data: bool = False) -> None:
        self.what = what
        self.on_terminal = sys.stderr.isatty()
        self.is_shown = not (_quiet or (beside_data and self.on_terminal and sys.stdout.isatty()))
        self.next = time.monotonic() + (FIRST_BAR if self.on_terminal else EACH_LINE)

    def __call__(self, done: int, total: int | None = None) -> None:
        """Say that so much is done; `total` is None where it is not known."""
        global _bar_stands
        now = time.monotonic()
        if not self.is_shown or now < self.next:
            return
        how_far = f"{done:,}" if total is None else f"{done:,} of {total:,}"
        if self.on_terminal:
            filled = WIDTH * done // total if total else 0
            bar = f"[{'#' * filled}{'.' * (WIDTH - filled)}] " if total else ""
            print(f"\r{self.what} {bar}{how_far}\x1b[K", end="", file=sys.stderr, flush=True)
            _bar_stands = True
        else:
            say(f"{self.what}: {how_far}")
        self.next = now + (EACH_BAR if self.on_terminal else EACH_LINE)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        _clear()

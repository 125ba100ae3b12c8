"""The command line, and the only place that prints: data to stdout, words to stderr.

    arguments.py   every command and option            parser.py     its errors are one line
    documents.py   items of files, stdin and the web   terminal.py   words and progress on stderr
    build.py extract.py parse.py check.py  a command   inputs.py     files, folders and "-" to Readings
    summary.py     what `build` says at its end        files.py      a file is replaced whole or not at all
    show.py        a document as it was read           corrections.py cites.toml beside the documents
    styles.py      which bibliographies are formatted  merging.py    a bibliography that a person keeps

Exit codes: 0 clean · 1 findings or broken links, where asked for · 2 could not run, or some file could not be read or
written · 130 stopped with Ctrl-C · 141 whoever read the output has gone.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TextIO

from cites.cli import terminal
from cites.cli.arguments import make_parser
from cites.errors import CitesError

COULD_NOT_RUN, INTERRUPTED, NOBODY_READS = 2, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: `main(["build", "articles/", "-o", "out"])`."""
    _replace_closed()
    chosen = make_parser().read(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # UTF-8 and "\n" whatever the locale; half a surrogate pair, which a page may hold, has no place in it.
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    terminal.set_quiet(chosen.quiet)
    try:
        code: int = import_module(f"cites.cli.{chosen.command}").run(chosen)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        terminal.complain("stopped")
        return INTERRUPTED
    except BrokenPipeError:
        _drop(sys.stdout)
        return NOBODY_READS
    except CitesError as error:
        terminal.complain(str(error))
    except OSError as error:  # a full disk under stdout
        _drop(sys.stdout)
        terminal.complain(f"{error.filename or 'stdout'}: {error.strerror or error}")
    return COULD_NOT_RUN


def _replace_closed() -> None:
    """Put something in the place of the streams that the caller closed (">&-"), for which Python has None.

    What is written to stdout then fails, as it should, for /dev/null is opened to be read; words for nobody go nowhere.
    """
    for name, mode in (("stdin", "r"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _drop(stream: TextIO) -> None:
    """Let what is left in a stream's buffer go nowhere, so that Python does not stumble over it at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

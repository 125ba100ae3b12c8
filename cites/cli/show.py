"""`cites show`: documents as they were read, to see what the reader saw."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing

from cites.cli.documents import Documents, find_given, wants_of
from cites.cli.inputs import fault, read_document
from cites.cli.terminal import complain, say
from cites.errors import CitesError
from cites.writers.shown import FORMATS


def run(arguments: Namespace) -> int:
    """Print each document; what cannot be read is said, and the others are shown."""
    failed = False
    write, between = FORMATS[arguments.format], ""
    with closing(Documents(wants_of(arguments), warn)) as documents:
        for item in (item for given in find_given(arguments.paths) for item in documents.of(given)):
            try:
                shown = write(read_document(item, warn))
            except Exception as error:  # what is wrong with one must not cost the user the others
                complain(str(error) if isinstance(error, CitesError) else fault(item, error))
                failed = True
                continue
            sys.stdout.write(between + shown)
            between = "\n" if arguments.format == "text" else ""
    return 2 if failed else 0


def warn(warning: str) -> None:
    say(f"cites: {warning}")

"""`cites show`: documents as they were read, to see what the reader saw."""

from __future__ import annotations

import sys
from argparse import Namespace

from cites.cli.inputs import read_document, read_stdin
from cites.cli.terminal import complain, say
from cites.errors import CitesError
from cites.readers import find_files
from cites.writers.shown import FORMATS


def run(arguments: Namespace) -> int:
    """Print each document; what cannot be read is said, and the others are shown."""
    failed = False
    write, between = FORMATS[arguments.format], ""
    for file in find_files(arguments.paths):
        try:
            document = read_document(file, read_stdin(file), arguments.input_format, lambda warning: say(f"cites: {warning}"))
        except CitesError as error:
            complain(str(error))
            failed = True
            continue
        sys.stdout.write(between + write(document))
        between = "\n" if arguments.format == "text" else ""
    return 2 if failed else 0

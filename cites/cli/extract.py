"""`cites extract`: what was read, printed in the format that is asked for."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import nullcontext

from cites.cli.files import replacing
from cites.cli.inputs import Inputs
from cites.cli.summary import is_serious
from cites.extract import Extractor
from cites.library import Library
from cites.model import Reading
from cites.writers import WRITERS, readings


def run(arguments: Namespace) -> int:
    """Print the readings; as JSON lines each document is read, printed and forgotten."""
    inputs = Inputs(arguments.paths, Extractor(), arguments.input_format, arguments.jobs, beside_data=True)
    found = Noted(inputs)
    with replacing(arguments.out) if arguments.out else nullcontext(sys.stdout) as out:
        for piece in render(found, arguments.format):
            out.write(piece)
    if inputs.failed:
        return 2
    return int(arguments.strict and found.is_serious)


def render(found: Iterable[Reading], format: str) -> Iterator[str]:
    """The text of a format, piece by piece."""
    if format == "jsonl":
        yield from (f"{line}\n" for line in readings.lines(found))
        return
    library = Library.of(found)
    if format == "json":
        yield from readings.chunks(library)
    else:
        yield WRITERS[format].write(library)


class Noted:
    """Readings as they pass by; afterwards it is known whether one of them had errors or warnings."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = readings
        self.is_serious = False

    def __iter__(self) -> Iterator[Reading]:
        for reading in self.readings:
            self.is_serious = self.is_serious or is_serious(reading)
            yield reading

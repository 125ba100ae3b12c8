"""`cites extract`: what was read, printed in the format that is asked for."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext

from cites.cli.documents import wants_of
from cites.cli.files import replacing
from cites.cli.formats import WORKS
from cites.cli.inputs import Inputs
from cites.cli.styles import writer_of
from cites.cli.terminal import complain
from cites.errors import CitesError
from cites.extract import Extractor
from cites.library import Library
from cites.model import Reading
from cites.writers import readings


def run(arguments: Namespace) -> int:
    """Print the readings; as JSON lines each document is read, printed and forgotten."""
    if arguments.ascii and arguments.format not in WORKS:
        complain(f"--ascii is for bibliographies, and {arguments.format} shows texts as they are printed (one of {', '.join(WORKS)})")
        return 2
    inputs = Inputs(
        arguments.paths,
        Extractor(),
        wants_of(arguments),
        arguments.jobs,
        beside_data=True,
        corrections=arguments.corrections,
        each_alone=arguments.format == "jsonl",
        key_pattern=arguments.key_pattern,
    )
    found = Noted(inputs)
    write, is_styled = writer_of(arguments)

    def gather(readings: Iterable[Reading]) -> Library:
        return inputs.gather(readings, inputs.known_outlets() if is_styled else None)

    with replacing(arguments.out) if arguments.out else nullcontext(sys.stdout) as out:
        for piece in render(found, "" if is_styled else arguments.format, gather, write):
            out.write(piece)
        if arguments.out and not found.count:  # what was there may be good
            raise CitesError("nothing was read, so nothing is written")
    inputs.tell_unfit()
    if inputs.failed:
        return 2
    return int(arguments.strict and (found.is_serious or inputs.unfit > 0))


def render(
    found: Iterable[Reading],
    format: str,
    gather: Callable[[Iterable[Reading]], Library] = Library.of,
    write: Callable[[Library], str] = readings.write,
) -> Iterator[str]:
    """The text of a format, piece by piece; `gather` makes a library of all readings where the format wants one."""
    if format == "jsonl":
        yield from (f"{line}\n" for line in readings.lines(found))
        return
    library = gather(found)
    if format == "json":
        yield from readings.chunks(library)
    else:
        yield write(library)


class Noted:
    """Readings as they pass by; afterwards it is known how many they were, and whether one of them had errors or warnings."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = readings
        self.is_serious = False
        self.count = 0

    def __iter__(self) -> Iterator[Reading]:
        for reading in self.readings:
            self.count += 1
            self.is_serious = self.is_serious or reading.is_serious
            yield reading

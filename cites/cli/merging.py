"""`cites build --merge refs.bib`: what is cited beside a bibliography that a person keeps."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from cites.bibliographies import FORMATS
from cites.bibliographies.beside import read_file
from cites.bibliographies.merge import append, merge_library
from cites.cli.terminal import complain, say
from cites.errors import WriteError
from cites.library import Library
from cites.model import Reference
from cites.outlets import Outlets
from cites.writers import WRITERS


def merging_of(arguments: Namespace) -> Merging | None:
    """The bibliography that `--merge` names, None where it names none. Raises what Merging does, and WriteError for half of the options."""
    if arguments.merge:
        return Merging(arguments)
    if arguments.merge_into:
        raise WriteError(str(arguments.merge_into), "nothing is to be merged; name your bibliography with --merge FILE")
    return None


class Merging:
    """A person's bibliography on its way: read, merged, and written with further works behind it.

    Raises ReadError for what is no bibliography, and WriteError where the result would take its place without being asked to.
    """

    def __init__(self, arguments: Namespace) -> None:
        source = Path(arguments.merge)
        self.kept = read_file(source)
        format = FORMATS[self.kept.format]
        self.writer = "bibtex-classic" if arguments.bibtex_classic and self.kept.format == "bibtex" else format.writer
        self.path: Path = arguments.merge_into or arguments.out / f"references{format.suffix}"
        if self.path.suffix.lower() != format.suffix:
            raise WriteError(str(self.path), f"{source} is in another format; name a {format.suffix} file with --merge-into")
        if self.path.resolve() == source.resolve() and not arguments.merge_into:
            raise WriteError(str(self.path), f"it is yours; if it is to be changed, say so: --merge-into {self.path}")
        for problem in self.kept.problems:
            complain(problem)
        self.new: tuple[Reference, ...] = ()

    def merge(self, library: Library, outlets: Outlets, key_pattern: str) -> Library:
        """The library with the person's keys and words, and a line on what came of it."""
        merged, self.new = merge_library(library, self.kept, outlets, key_pattern)
        cited = len(merged.references) - len(self.new)
        counts = f"{len(self.kept.entries):,} {'work' if len(self.kept.entries) == 1 else 'works'}, {cited:,} of them cited"
        further = "1 further work is" if len(self.new) == 1 else f"{len(self.new):,} further works are"
        say(f"{self.kept.name}: {counts}; {further} put behind them")
        return merged

    def text(self, library: Library) -> str:
        """The person's text with the further works behind it; links that were checked are told in them."""
        return append(self.kept, WRITERS[self.writer].write(replace(library, references=self.new)))

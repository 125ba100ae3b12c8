"""`cites check`: whether the links that are cited still work."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cites.bibliographies import FORMATS as BIBLIOGRAPHIES
from cites.bibliographies import read_bibliography
from cites.bibliographies.beside import SUFFIXES, read_file
from cites.cli.corrections import CorrectionFiles
from cites.cli.documents import STDIN, wants_of
from cites.cli.files import replacing
from cites.cli.inputs import Inputs
from cites.cli.links import ask, has_no_network, make_settings, open_store, was_stopped
from cites.cli.summary import count_verdicts
from cites.cli.terminal import complain, say
from cites.corrections import Corrections
from cites.errors import ReadError
from cites.extract import Extractor
from cites.links import Wanted, shown
from cites.links.address import Stopped, address_of
from cites.links.cited import Cited, find_urls, page_of
from cites.links.history import History
from cites.model import Reading, Span
from cites.places import Place, Places
from cites.writers.links import FORMATS, to_text, visible

OFFLINE = "no link could be reached: this computer seems to have no network, so nothing was learnt about any of them"


class Found(NamedTuple):
    """An address in a file, and what is cited there."""

    cited: Cited
    place: Place


def run(arguments: Namespace) -> int:
    """Ask each address once and print what was learnt, in the order in which the documents cite them."""
    files = Files(arguments)
    found = list(files)
    wanted, places = gather(found)
    settings = make_settings(arguments, files.corrections)
    history = open_store(arguments)
    if arguments.history:
        return tell_history(wanted, history)
    links = ask(wanted, settings, history, arguments.offline)
    if history:
        history.close()
    write = partial(to_text, verbose=arguments.verbose) if arguments.format == "text" else FORMATS[arguments.format]
    with replacing(arguments.out) if arguments.out else nullcontext(sys.stdout) as out:
        out.write(write(links, places))
    say(f"{len(links):,} link{'' if len(links) == 1 else 's'}" + (f": {count_verdicts(link.verdict for link in links)}" if links else ""))
    if was_stopped(links):
        raise KeyboardInterrupt
    if has_no_network(links):
        complain(OFFLINE)
        return 2
    if files.failed:
        return 2
    return int(any(link.verdict in arguments.fail_on for link in links))


class Files:
    """The addresses of a command line: those of documents, of bibliographies, and of lists."""

    def __init__(self, arguments: Namespace) -> None:
        self.arguments = arguments
        self.failed = 0
        self.format = arguments.input_format if arguments.input_format in BIBLIOGRAPHIES else ""  # of bibliographies
        lists = [path for path in arguments.paths if self.format or Path(path).suffix.lower() in SUFFIXES]
        documents = [path for path in arguments.paths if path not in lists]
        self.lists = [Path(path) for path in lists]
        self.inputs: Inputs | None = None
        own = CorrectionFiles(lists, self.lists, arguments.corrections if lists else None)
        self.corrections: list[Corrections] = list(own)
        if documents:
            wants = wants_of(arguments, opens_lists=False)
            wants = wants._replace(format=None if self.format else wants.format)
            self.inputs = Inputs(documents, Extractor(), wants, arguments.jobs, corrections=arguments.corrections)
            names = {corrections.name for corrections in self.corrections}
            self.corrections += [corrections for corrections in self.inputs.corrections if corrections.name not in names]

    def __iter__(self) -> Iterator[Found]:
        if self.inputs:
            inputs = self.inputs
            # An address that was corrected is the library's; without such there is no need to hold all documents.
            readings = inputs.gather(inputs).readings if any(own.name_keys for own in inputs.corrections) else inputs
            for reading in readings:
                yield from in_document(reading)
            inputs.tell_unfit()
            self.failed += inputs.failed
        for path in self.lists:
            yield from self._in_bibliography(path)

    def _in_bibliography(self, path: Path) -> Iterator[Found]:
        try:
            if str(path) == STDIN:
                kept = read_bibliography(sys.stdin.buffer.read(), "stdin", self.format, by_key=False)
            else:
                kept = read_file(path, self.format, by_key=False)
        except ReadError as error:
            self._fail(str(error))
            return
        for problem in kept.problems:
            self._fail(problem)
        for work, line in kept.entries:
            if url := page_of(work):
                yield Found(Cited(url, Span(0, 0), title=work.title, issued=work.issued), Place(kept.name, line))

    def _fail(self, problem: str) -> None:
        complain(problem)
        self.failed += 1


def in_document(reading: Reading) -> Iterator[Found]:
    """The addresses of a document: of the works that it cites, of its links, and those that just stand in it."""
    places = Places(reading)
    for cited in find_urls(reading):
        yield Found(cited, places.find(cited.span, cited.note))


def gather(found: Iterable[Found]) -> tuple[list[Wanted], Mapping[str, list[Place]]]:
    """Each address once with all that is cited there, and the places that cite it, by the address as it may be shown."""
    cited: dict[str, list[Cited]] = defaultdict(list)
    places: dict[str, list[Place]] = defaultdict(list)
    for one in found:
        cited[one.cited.url].append(one.cited)
        known = places[shown(one.cited.url)]
        if one.place not in known:
            known.append(one.place)
    wanted = [
        Wanted(
            url,
            titles=_distinct(one.title for one in all_of_it),
            issued=next((one.issued for one in all_of_it if one.issued), ""),
            words=_distinct(one.words for one in all_of_it),
        )
        for url, all_of_it in cited.items()
    ]
    return wanted, places


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def tell_history(wanted: Iterable[Wanted], history: History | None) -> int:
    """Print what earlier checks found of each link, one line a change: "2024-05-01 to 2024-06-02  alive  (5 visits)"."""
    for one in wanted:
        print(visible(shown(one.url)))
        try:
            visits = history.visits(address_of(one.url)) if history else []
        except Stopped:
            visits = []
        if not visits:
            print("  never checked")
        for first, last, verdict, number in _stretches(visits):
            when = first[:10] if first[:10] == last[:10] else f"{first[:10]} to {last[:10]}"
            print(f"  {when:<24}  {verdict:<10}  {number} visit{'' if number == 1 else 's'}")
    return 0


def _stretches(visits: Iterable[tuple[str, str]]) -> list[tuple[str, str, str, int]]:
    """Visits that found the same, put together: `("2024-05-01T…", "2024-06-02T…", "alive", 5)`."""
    found: list[tuple[str, str, str, int]] = []
    for checked, verdict in visits:
        if found and found[-1][2] == verdict:
            found[-1] = (found[-1][0], checked, verdict, found[-1][3] + 1)
        else:
            found.append((checked, checked, verdict, 1))
    return found

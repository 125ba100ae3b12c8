"""`cites build`: all documents into one bibliography, one table and one report."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from cites import __version__
from cites.cli.check import gather, in_document
from cites.cli.documents import wants_of
from cites.cli.files import write_all
from cites.cli.formats import WORKS
from cites.cli.inputs import Inputs
from cites.cli.links import ask, has_no_network, make_settings, open_store, was_stopped
from cites.cli.merging import merging_of
from cites.cli.styles import writers_of
from cites.cli.summary import summarise
from cites.cli.terminal import complain, say
from cites.extract import Extractor
from cites.library import Library
from cites.writers import WRITERS, ascii


def run(arguments: Namespace) -> int:
    """Read everything, write the results into a folder, and say what they hold."""
    styled = writers_of(arguments)
    results = (arguments.out / name for name in (*(WRITERS[name].file for name in arguments.formats), *styled))
    wants = wants_of(arguments)
    inputs = Inputs(
        arguments.paths,
        Extractor(),
        wants._replace(besides=(*wants.besides, *results)),  # the files too, for the folder may be one that is read
        arguments.jobs,
        corrections=arguments.corrections,
        key_pattern=arguments.key_pattern,
    )
    merging = merging_of(arguments)
    library = inputs.gather(inputs, inputs.known_outlets())
    inputs.tell_unfit()
    if not library.readings:
        complain("nothing was read, so nothing is written")
        return 2
    if merging:
        library = merging.merge(library, inputs.extractor.outlets, inputs.key_pattern)
    if arguments.check:
        library = _with_links(library, arguments, inputs)
    texts = render(library, arguments) | {arguments.out / name: write(library) for name, write in styled.items()}
    if merging:
        texts[merging.path] = merging.text(library)
    write_all(texts)
    for line in summarise(library):
        say(line)
    say(f"wrote {', '.join(map(str, texts))}")
    if was_stopped(library.links.values()):
        raise KeyboardInterrupt
    if inputs.failed or (merging and merging.kept.problems):
        return 2
    # Links are not counted: they break by themselves.
    return int(arguments.strict and (inputs.unfit > 0 or any(reading.is_serious for reading in library.readings)))


def _with_links(library: Library, arguments: Namespace, inputs: Inputs) -> Library:
    """The library with what its links answered; without, where there is no network."""
    history = open_store(arguments)
    wanted, _ = gather(found for reading in library.readings for found in in_document(reading))
    links = ask(wanted, make_settings(arguments, inputs.corrections), history)
    if history:
        history.close()
    if has_no_network(links):
        complain("no link could be reached: this computer seems to have no network, so links stay unchecked")
        links = []
    return library.with_links(links)


def render(library: Library, arguments: Namespace) -> dict[Path, str]:
    """The text of each result by its path: all of them are made before the first is written."""
    made = f"cites {__version__}" + (f", {arguments.date}" if arguments.date else "")
    templates = [arguments.templates] if arguments.templates else []
    report = {"made": made, "title": arguments.title, "template_dirs": templates}
    texts = {}
    for name in arguments.formats:
        name = "bibtex-classic" if name in ("biblatex", "bibtex") and arguments.bibtex_classic else name
        writer = WRITERS[name]
        if arguments.ascii and name in WORKS:
            text = ascii.write(writer, library)
        else:
            text = writer.write(library, **(report if name == "html" else {}))
        texts[arguments.out / writer.file] = text
    return texts

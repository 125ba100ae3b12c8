"""`cites check`: whether the links that are cited still work."""

from __future__ import annotations

import csv
import io
import json
import sys
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, fields
from typing import Any

from cites.cli.files import replacing
from cites.cli.inputs import Inputs
from cites.cli.places import Lines
from cites.cli.summary import count_verdicts
from cites.cli.terminal import Progress, printable, say
from cites.extract import Extractor
from cites.links import Settings, check, shown
from cites.links.cited import find_urls
from cites.model import Link, Reading
from cites.writers.table import to_cell

STOPPED = "the run was stopped"  # in the reason of a link that Ctrl-C left unasked, see cites/links/judge.py
Place = dict[str, Any]  # {"file": "a.txt", "line": 12, "note": "3"}


def run(arguments: Namespace) -> int:
    """Ask each address once and print what was learnt, in the order in which the documents cite them."""
    inputs = Inputs(arguments.paths, Extractor(), arguments.input_format, arguments.jobs, corrections=arguments.corrections)
    # An address that was corrected is the library's; without such there is no need to hold all documents.
    places = find_places(inputs.gather(inputs).readings if any(own.works for own in inputs.corrections) else inputs)
    inputs.tell_unfit()
    links = ask(places, arguments.allow_network)
    cited = {shown(url): where for url, where in places.items()}
    with replacing(arguments.out) if arguments.out else nullcontext(sys.stdout) as out:
        out.write(FORMATS[arguments.format](links, cited))
    say(f"{len(links):,} link{'' if len(links) == 1 else 's'}" + (f": {count_verdicts(link.verdict for link in links)}" if links else ""))
    if any(STOPPED in link.reason for link in links):
        raise KeyboardInterrupt
    if inputs.failed:
        return 2
    return int(any(link.verdict in arguments.fail_on for link in links))


def ask(urls: Iterable[str], allow_networks: Sequence[str]) -> list[Link]:
    """Ask each address once, saying how far that is; the links are in the order of `urls`."""
    wanted = list(dict.fromkeys(urls))
    with Progress("asking links") as progress:
        links = list(check(wanted, settings=Settings(allow_networks=tuple(allow_networks)), progress=progress))
    order = {shown(url): number for number, url in enumerate(wanted)}
    return sorted(links, key=lambda link: order[link.url])


def find_places(readings: Iterable[Reading]) -> dict[str, list[Place]]:
    """The addresses of all documents, each with the places that have it."""
    places: dict[str, list[Place]] = defaultdict(list)
    for reading in readings:
        lines = Lines(reading.document)
        for url, span, note in find_urls(reading):
            where = {"file": reading.document.name, "line": lines.find(span), "note": note or None}
            if where not in places[url]:
                places[url].append(where)
    return places


def to_text(links: Iterable[Link], cited: Mapping[str, list[Place]]) -> str:
    """For a reader: the verdict and the address, below it why, and where it is cited."""
    lines = []
    for link in links:
        lines.append(f"{link.verdict:<10}  {link.url}")
        if link.verdict != "alive":
            lines += [f"{'':<10}  {why}" for why in (link.reason, link.moved_to and f"now {link.moved_to}") if why]
            lines.append(f"{'':<10}  in {'; '.join(map(_name, cited[link.url]))}")
    return "".join(f"{printable(line)}\n" for line in lines)


def to_json(links: Iterable[Link], cited: Mapping[str, list[Place]]) -> str:
    """A JSON array, one object a link: the fields of `cites.Link`, and "cited_in"."""
    objects = ({**asdict(link), "cited_in": cited[link.url]} for link in links)
    return "[" + ",".join(f"\n{json.dumps(item, ensure_ascii=False)}" for item in objects) + "\n]\n"


def to_csv(links: Iterable[Link], cited: Mapping[str, list[Place]]) -> str:
    """A table, one row a link; the hops are left out."""
    columns = [field.name for field in fields(Link) if field.name != "hops"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*columns, "cited_in"])
    for link in links:
        writer.writerow([*(to_cell(getattr(link, name)) for name in columns), to_cell("; ".join(map(_name, cited[link.url])))])
    return out.getvalue()


def _name(where: Place) -> str:
    """A place in words: "a.txt, note 3", "a.txt, line 12"."""
    detail = f"note {where['note']}" if where["note"] else f"line {where['line']}" if where["line"] else ""
    return f"{where['file']}, {detail}" if detail else str(where["file"])


FORMATS = {"text": to_text, "json": to_json, "csv": to_csv}

"""What `cites build` says at its end: how much was read, which sources lead, what wants a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cites import stats
from cites.addresses import first_place, list_addresses
from cites.cli.values import BROKEN
from cites.library import Library
from cites.places import Places
from cites.stats import SEVERITIES, SourceCount
from cites.stats.documents import list_doubles
from cites.writers.readings import printed

MOST_SOURCES, MOST_LOOKS = 10, 10  # lines that are taken in at a glance; the report has them all
MOST_NAMES = 3  # of documents without a citation
MAX_NAME, MAX_QUOTE = 48, 60  # characters


class Look(NamedTuple):
    """One thing that wants a look: `Look("warning", "a.txt, note 3", "“Ibid., 12”: no work is cited before it")`."""

    severity: str
    place: str
    message: str


def summarise(library: Library) -> Iterator[str]:
    """The summary, line by line."""
    figures = stats.summarise(library)
    counts = ((figures.documents, "document"), (figures.citations, "citation"), (figures.works, "work"), (len(figures.sources), "source"))
    yield ", ".join(f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in counts)
    if without := [reading.document.name for reading in library.readings if not reading.citations]:
        yield "no citation in " + (", ".join(without) if len(without) <= MOST_NAMES else f"{len(without):,} of them")
    if figures.sources:
        yield ""
        yield from table(figures.sources)
    if library.links:
        yield ""
        yield "links: " + count_verdicts(link.verdict for link in library.links.values())
    looks = sorted(list_looks(library), key=lambda look: SEVERITIES.index(look.severity))
    if looks:
        yield ""
        yield f"what wants a look: {count_severities(looks)}"
        yield from (f"  {look.severity:<7}  {look.place}: {look.message}" for look in looks[:MOST_LOOKS])
        if len(looks) > MOST_LOOKS:
            yield f"  and {len(looks) - MOST_LOOKS:,} more, all of them in the report"
    yield ""


def table(sources: tuple[SourceCount, ...]) -> Iterator[str]:
    """The sources that lead, with their citations, works and share of all citations."""
    leading = sources[:MOST_SOURCES]
    width = max(len("source"), *(min(len(source.name), MAX_NAME) for source in leading))
    yield f"  {'source':<{width}}  citations  works  share"
    for source in leading:
        yield f"  {_clip(source.name, MAX_NAME):<{width}}  {source.citations:>9,}  {source.works:>5,}  {source.share:>5.0%}"
    if len(sources) > len(leading):
        rest = sources[MOST_SOURCES:]
        name = f"{len(rest):,} other{'' if len(rest) == 1 else 's'}"
        citations, works, share = (sum(column) for column in zip(*((s.citations, s.works, s.share) for s in rest), strict=True))
        yield f"  {name:<{width}}  {citations:>9,}  {works:>5,}  {share:>5.0%}"


def list_looks(library: Library) -> Iterator[Look]:
    """The findings of all documents in their order, the links that are broken, and the articles that may be here twice."""
    places = list(map(Places, library.readings))
    for reading, within in zip(library.readings, places, strict=True):
        for finding in reading.findings:
            words = " ".join(printed(reading.document, finding.span).split()) if finding.span else ""
            message = f"“{_clip(words, MAX_QUOTE)}”: {finding.message}" if words else finding.message
            yield Look(finding.severity, str(within.find(finding.span)) if finding.span else reading.document.name, message)
    for address in list_addresses(library) if library.links else ():
        if address.link and address.verdict in BROKEN:
            place = first_place(address, places)
            why = address.link.reason or address.verdict
            yield Look("warning", str(place) if place else address.url, f"{address.url}: {why}" if place else why)
    yield from (Look("note", library.readings[index].document.name, ground) for index, ground in list_doubles(library.readings))


def count_verdicts(verdicts: Iterable[str]) -> str:
    """Verdicts with how many there are of each: "18 alive, 3 dead"."""
    return ", ".join(f"{number:,} {verdict}" for verdict, number in sorted(Counter(verdicts).items(), key=lambda item: (-item[1], item[0])))


def count_severities(looks: Iterable[Look]) -> str:
    """How many of each severity, the worst first: "2 warnings, 1 note"."""
    counts = Counter(look.severity for look in looks)
    return ", ".join(f"{counts[name]:,} {name}{'' if counts[name] == 1 else 's'}" for name in SEVERITIES if counts[name])


def _clip(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"

"""The works: a formatted line each, where its fields come from, and what is known of its link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cites.addresses import address_of
from cites.chronology import age_of
from cites.library import Library
from cites.merge.folding import fold, fold_url
from cites.model import Citation, Name, Reference
from cites.stats import Use
from cites.writers import plain
from cites.writers.addresses import web_address
from cites.writers.report import coins, words
from cites.writers.report.anchors import Anchors, Mention
from cites.writers.report.links import LinkState, state_of

PRINTED = {  # fields whose place is told, as it is worded
    "author": "author", "title": "title", "container_title": "source", "publisher": "publisher", "volume": "volume", "issue": "issue",
    "page": "page", "issued": "date", "url": "address",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of a formatted reference; `href` is "" for what is no address, or none that a browser should open."""

    text: str
    italic: bool
    inferred: bool
    is_rtl: bool
    href: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What an inferred field rests on: `Ground("Date", "volume 9 of Eurasia Daily Monitor is 2012", "nearly sure")`."""

    field: str
    ground: str
    sure: str


@dataclass(frozen=True, slots=True)
class Printed:
    """Fields that one citation prints as the work has them: `Printed("Author, title and date", Mention("2.14", …))`."""

    fields: str
    at: Mention


@dataclass(frozen=True, slots=True)
class WorkRow:
    anchor: str
    phrases: tuple[Phrase, ...]
    printed: tuple[Printed, ...]  # the first has most fields
    grounds: tuple[Ground, ...]
    link: LinkState
    coins: str
    mentions: tuple[Mention, ...]
    facets: Mapping[str, str]


def list_works(library: Library, uses: Sequence[Use], anchors: Anchors) -> Iterator[WorkRow]:
    """The works in the order of a bibliography."""
    by_work: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        if use.reference:
            by_work[use.reference.id].append(use)
    written = [reading.document.about.said("issued") for reading in library.readings]
    for work in library.references:
        cited = by_work.get(work.id, [])
        link = state_of(address_of(work) if library.links else "", library.links)
        ages = dict.fromkeys(age for use in cited if (age := age_of(work.issued, written[use.document])))
        yield WorkRow(
            anchor=anchors.works[work.id],
            phrases=tuple(_phrases(work)),
            printed=tuple(_printed(work, cited, anchors)),
            grounds=tuple(Ground(words.field(item.field), item.ground, words.sure(item.confidence)) for item in work.inferred),
            link=link,
            coins=coins.write(work),
            mentions=tuple(anchors.mention(use) for use in cited),
            facets={
                "type": words.work_type(work.type),
                "link": link.words.partition(" (")[0],
                "year": work.issued[:4] if work.issued[:4].isdigit() else "",
                "age": "|".join(words.AGES[age] for age in ages),
            },
        )


def _phrases(work: Reference) -> Iterator[Phrase]:
    inferred = {item.field for item in work.inferred}
    for run in plain.format_reference(work):
        href = web_address(run.text) if run.field == "url" else ""
        yield Phrase(run.text, run.italic, run.field in inferred, words.is_rtl(run.text), href)


def _printed(work: Reference, uses: Sequence[Use], anchors: Anchors) -> Iterator[Printed]:
    """Where each field is printed as the work has it: the citation that prints most of them, then where the others stand."""
    by_use = [(use, frozenset(_fields(work, use.citation))) for use in uses]
    left = frozenset[str]().union(*(fields for _, fields in by_use))
    while left:
        use, fields = max(by_use, key=lambda pair: len(pair[1] & left))
        yield Printed(words.row([word for field, word in PRINTED.items() if field in fields & left]), anchors.mention(use))
        left -= fields


def _fields(work: Reference, citation: Citation) -> Iterator[str]:
    """The fields that a citation prints, and that the work has from it or from one that prints the same."""
    for part in citation.parts:
        field = "container_title" if part.field == "source" else part.field
        if part.span and field in PRINTED and not work.ground(field) and _is_same(getattr(work, field), part.value):
            yield field


def _is_same(known: str | tuple[Name, ...], printed: str | Name) -> bool:
    if isinstance(known, tuple):
        return str(printed) in map(str, known)
    return fold_url(known) == fold_url(str(printed)) if "://" in known else bool(known) and fold(known) == fold(str(printed))

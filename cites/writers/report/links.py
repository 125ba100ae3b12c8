"""The addresses: what a check learnt of each, where it is cited, and its archived copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cites.addresses import Address
from cites.library import Library
from cites.model import Link, Reading, Span
from cites.stats import BROKEN, Use
from cites.writers.addresses import web_address
from cites.writers.links import distance
from cites.writers.report import words
from cites.writers.report.anchors import Anchors, Mention, clip

MAX_PLACES = 12  # that are listed for one address; a site that all texts link to has thousands
MAX_ADDRESS = 240  # code points that are shown
ORDER = (*BROKEN, "dead?", "insecure", "moved", "unknown", "restricted", "refused", "unchecked", "alive")  # what wants a look first


@dataclass(frozen=True, slots=True)
class LinkState:
    """What is known of an address; all empty where there is none."""

    href: str  # "" for none that a browser should open
    verdict: str = ""  # as a class of the style: "soft404", "dead-perhaps"
    words: str = ""  # "dead (404)"
    copy: str = ""  # the address of an archived copy
    copy_words: str = ""  # how far it is from the cited date
    copy_date: str = ""  # of the copy: "2012-01-27"; for the attributes of Robust Links


@dataclass(frozen=True, slots=True)
class LinkRow:
    url: str
    state: LinkState
    facet: str  # the state without its number: "dead"
    reason: str
    checked: str  # "2024-05-01"
    mentions: tuple[Mention, ...]  # citations and texts that have it
    more: int  # places that are not among them


def state_of(url: str, links: Mapping[str, Link]) -> LinkState:
    """What is known of an address: `state_of("https://tass.com/1", links).words` is "dead (404)"."""
    if not url:
        return LinkState("")
    link = links.get(url)
    verdict = link.verdict if link else "unchecked"
    said = words.verdict(verdict)
    if link and link.status and verdict not in ("alive", "moved"):
        said += f" ({link.status})"
    copy = link.archive if link else None
    stamp = copy.timestamp if copy else ""
    return LinkState(
        href=web_address(url),
        verdict=verdict.replace("?", "-perhaps"),
        words=said,
        copy=web_address(copy.url) if copy else "",
        copy_words=distance(copy.days, copy.timestamp) if copy else "",
        copy_date=f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}" if copy else "",
    )


def list_links(library: Library, addresses: Sequence[Address], uses: Sequence[Use], anchors: Anchors) -> Iterator[LinkRow]:
    """The addresses, those that want a look first."""
    places = _Places(library.readings, uses, anchors)
    order = {verdict: number for number, verdict in enumerate(ORDER)}
    for address in sorted(addresses, key=lambda address: order.get(address.verdict, len(ORDER))):
        mentions = list(dict.fromkeys(places.find(at.document, at.cited.span) for at in address.places))
        link = address.link
        yield LinkRow(
            url=clip(address.url, MAX_ADDRESS),
            state=state_of(address.url, library.links),
            facet=words.verdict(address.verdict),
            reason=link.reason if link else "",
            checked=link.checked[:10] if link else "",
            mentions=tuple(mentions[:MAX_PLACES]),
            more=max(0, len(mentions) - MAX_PLACES),
        )


class _Places:
    """Which citation stands where an address does; the text itself where none does."""

    def __init__(self, readings: Sequence[Reading], uses: Sequence[Use], anchors: Anchors) -> None:
        self.anchors = anchors
        self.starts: list[dict[int, Use]] = [{} for _ in readings]
        for use in uses:
            self.starts[use.document][use.citation.span.start] = use

    def find(self, document: int, span: Span) -> Mention:
        use = self.starts[document].get(span.start)
        return self.anchors.mention(use) if use else Mention(f"text {document + 1}", self.anchors.texts[document])

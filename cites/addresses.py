"""The addresses of a library: each once, where the texts cite it, and what a check learnt of it.

They are those that `cites check` asks: of works (a DOI by its resolver), of links in the text, and those that just stand in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from cites.library import Library
from cites.links import shown
from cites.links.cited import Cited, find_urls, page_of
from cites.model import Link, Reference


@dataclass(frozen=True, slots=True)
class At:
    """A place that has an address: `At(0, Cited("https://tass.com/1", Span(812, 838), "3"))`."""

    document: int  # index in `library.readings`
    cited: Cited


@dataclass(frozen=True, slots=True)
class Address:
    url: str  # as it may be shown: without user name and password
    places: tuple[At, ...]
    link: Link | None  # None where it was not checked

    @property
    def verdict(self) -> str:
        return self.link.verdict if self.link else "unchecked"


def list_addresses(library: Library) -> tuple[Address, ...]:
    """Every address of a library in the order in which the texts have them, then those that only its works or a check know."""
    places: dict[str, list[At]] = {}
    for document, reading in enumerate(library.readings):
        for cited in find_urls(reading):
            places.setdefault(shown(cited.url), []).append(At(document, cited))
    for work in library.references:
        if address := address_of(work):
            places.setdefault(address, [])
    for url in library.links:
        places.setdefault(url, [])
    return tuple(Address(url, tuple(found), library.links.get(url)) for url, found in places.items())


def address_of(work: Reference) -> str:
    """Where a work is on the web, as it may be shown; "" where that is not known."""
    return shown(page_of(work))

"""Many readings, one bibliography: merge the works, give citation keys, put them in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from cites.keys import DEFAULT, WHOLE, assign_keys
from cites.merge import merge_references
from cites.merge.folding import fold, sorted_name, without_article
from cites.model import Link, Name, Outlet, Reading, Reference


@dataclass(frozen=True, slots=True)
class Library:
    """Readings whose citations all point into one list of references.

    `references` are in the order of a bibliography and their ids are citation keys, unique in the library; each citation of
    `readings` names one of them, or none where it was not resolved. `outlets` has what is known of a source, by its canonical
    name (unknown ones are absent). `links` has what a check learnt, by URL; empty where nothing was checked.
    """

    readings: tuple[Reading, ...] = ()
    references: tuple[Reference, ...] = ()
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)

    @classmethod
    def of(cls, readings: Iterable[Reading], outlets: Mapping[str, Outlet] | None = None, key_pattern: str = DEFAULT) -> Library:
        """Return the library of some readings: a work that three articles cite is one reference with one key.

        `outlets` may hold more than is cited; only what is cited is kept. `key_pattern` says how keys are made (cites/keys/pattern.py).
        """
        readings = tuple(readings)
        found = [(number, reference) for number, reading in enumerate(readings) for reference in reading.references]
        works, owners = merge_references([reference for _, reference in found], [number for number, _ in found])
        order = sorted(range(len(works)), key=lambda number: (_place(works[number]), number))
        keys = assign_keys([works[number] for number in order], key_pattern)
        keyed = {number: works[number].revised(id=key) for number, key in zip(order, keys, strict=True)}
        sources = sorted({work.source for work in works})
        owner = iter(owners)
        return cls(
            readings=tuple(_rewrite(reading, [keyed[next(owner)] for _ in reading.references]) for reading in readings),
            references=tuple(keyed[number] for number in order),
            outlets={source: outlets[source] for source in sources if source in outlets} if outlets else {},
        )

    def with_links(self, links: Mapping[str, Link] | Iterable[Link]) -> Library:
        """Return the same library with what a check learnt of its addresses."""
        found = links.values() if isinstance(links, Mapping) else links
        return replace(self, links={link.url: link for link in found})


def _rewrite(reading: Reading, works: list[Reference]) -> Reading:
    """The reading with the library's references in place of its own, one for one; two that are one work become one."""
    keys = {old.id: work.id for old, work in zip(reading.references, works, strict=True)}
    return replace(
        reading,
        citations=tuple(replace(citation, reference=keys.get(citation.reference, "")) for citation in reading.citations),
        references=tuple({work.id: work for work in works}.values()),
    )


def _place(reference: Reference) -> tuple[str, str, str, str]:
    """Where a work stands in a bibliography: by who made it (else its source, else its title), then date, then title."""
    title = without_article(fold(reference.title)) if reference.title else ""
    names = reference.author or (reference.editor if reference.type in WHOLE else ())
    who = "; ".join(_sorted_as(name) for name in names) or fold(reference.source or reference.container_title) or title
    return (without_article(who) if not names else who, reference.issued, title, reference.type)


def _sorted_as(name: Name) -> str:
    if name.literal:
        return without_article(fold(name.literal))
    return sorted_name(f"{name.family} {name.given}".strip())

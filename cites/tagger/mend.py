"""What the tagger parted wrongly is told by the names of outlets: "The new propaganda war. The Atlantic" is no title."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.dates import MONTHS
from cites.grammar.sources import lookup
from cites.knowledge import ISSUERS
from cites.model import Reference
from cites.outlets import Outlets
from cites.tagger.people import read_names

SMALL = regex.compile(r"(?:of|for|on|and|in)\s\p{L}")  # with which no publisher begins
FAMILIES = regex.compile(r"\p{Lu}\p{Ll}[\p{L}'’-]*")
LEFT = regex.compile(r"(?P<month>\p{L}{3,9})\.?\)[.:]?\s(?=\p{L})")  # of "(2021, July)."
MAX_NAME = 80  # code points of an outlet behind a title


def mend(work: Reference, outlets: Outlets) -> Reference:
    """Return the work with its outlet parted from its title, and in the field of its kind.

    "Title. Reuters Institute for the Study" and a publisher "of Journalism" give "Reuters Institute for the Study of Journalism".
    """
    alone = work.publisher and not (work.title or work.container_title or work.author)
    if alone and FAMILIES.fullmatch(work.publisher) and lookup(work.publisher, outlets) is None:
        return work.revised(author=read_names(work.publisher), publisher="")  # Tufekci 2017, 44
    whole = f"{work.publisher_place}, {work.publisher}"  # Farrar, Straus and Giroux
    if work.publisher_place and work.publisher and lookup(whole, outlets):
        return work.revised(publisher=whole, publisher_place="")
    if (left := LEFT.match(work.title)) and len(work.issued) == len("2021") and (month := MONTHS.get(left["month"].casefold())):
        work = work.revised(title=work.title[left.end() :], issued=f"{work.issued}-{month:02d}")  # (2021, July). How America fractured
    body = lookup(work.container_title, outlets) if work.container_title and not (work.publisher or work.volume or work.page) else None
    if body and body.kind in ISSUERS and work.title and not work.editor:
        return work.revised(publisher=work.container_title, container_title="")
    title, _, last = work.title.rpartition(". ")
    if title and SMALL.match(work.publisher):
        return work.revised(title=title, publisher=f"{last} {work.publisher}")
    if title and work.publisher and lookup(f"{last}, {work.publisher}", outlets):  # Styles of Radical Will. Farrar | Straus and Giroux
        return work.revised(title=title, publisher=f"{last}, {work.publisher}")
    if title and len(last) < MAX_NAME and not (work.publisher or work.container_title or work.volume):
        outlet = lookup(last, outlets)
        field = "publisher" if outlet and outlet.kind in ISSUERS else "container_title"
        return work.revised(title=title, **{field: last}) if outlet else work
    outlet = lookup(work.publisher, outlets) if work.publisher and not (work.container_title or work.publisher_place) else None
    if outlet and outlet.kind not in ISSUERS and outlet.type.startswith("article"):
        return work.revised(container_title=work.publisher, publisher="")  # Foreign Policy
    return work

"""Which work a short form means: where works are looked for (WHERE), and which of those found there fits best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from cites.grammar.person import is_given
from cites.grammar.titles import words_of
from cites.model import Name, Reference
from cites.resolve.catalogue import MAX_RIVALS, Catalogue
from cites.resolve.fit import PERFECT, Fit, fit
from cites.resolve.said import LABELLED, Said

MAX_INITIALS = 6  # letters


class Found(NamedTuple):
    """A work, how well it fits, and another that fits no worse."""

    work: int
    fit: Fit
    rival: int | None = None


def find(said: Said, catalogue: Catalogue, references: Sequence[Reference]) -> Found | None:
    """Return the work that a short form means, None where none fits."""
    given = [name.given for name in said.people if catalogue.has_author(name.given.casefold()) and not is_given(name.given)]
    if given:  # Barnes-Lee, Fiscella: Spinning the web, S. 21
        families = [*(name.family for name in said.people), *given]
        said = said._replace(people=tuple(Name(family=name) for name in families), names=frozenset(map(str.casefold, families)))
    said = said._replace(names=frozenset(catalogue.spelt(_called(name, said, catalogue)) for name in said.names))
    if said.note and not catalogue.of_note(said.note) and not (said.names or said.title):
        return None  # "See note 12 above" where no such note cites a work
    for look, needed in WHERE:
        if found := _best(needed(said), islice(look(said, catalogue), MAX_RIVALS), references):
            return found
    return None


def _called(family: str, said: Said, catalogue: Catalogue) -> str:
    """Return both family names where an author has two: of "Ariza Martínez", of which the first seemed a given name."""
    doubles = (f"{name.given} {name.family}".casefold() for name in said.people if name.given and name.family.casefold() == family)
    return next((double for double in doubles if catalogue.has_author(double)), family)


def _best(said: Said, works: Iterable[int], references: Sequence[Reference]) -> Found | None:
    """Return the work that fits best, the first of those that fit as well."""
    best: Found | None = None
    for work in dict.fromkeys(works):  # of two authors
        found = fit(said, references[work])
        if found is None:
            continue
        if best is None or found > best.fit:
            best = Found(work, found)
        elif found == best.fit and best.rival is None:
            best = best._replace(rival=work)
        if best.fit == PERFECT:
            break
    return best


def _is_known(said: Said, catalogue: Catalogue) -> bool:
    """True where one of those named wrote or edited a work."""
    return any(map(catalogue.has_author, said.names))


# -- where works are looked for --------------------------------------------------------------------------------------


def _labelled(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """The work that the text called so: "UNCLOS, art. 298"; of two cases called "Miller" that of the note that is named."""
    works = catalogue.labelled(said.label) if said.matched_by in LABELLED else ()
    noted = set(catalogue.of_note(said.note)).intersection(works) if said.note else ()
    return [work for work in works if work in noted] if noted else works


def _labelled_title(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """The work that the text called so, with its author: "Moniz, OQV, p. 31" after "(hereafter OQV)"."""
    return catalogue.labelled(" ".join(said.title)) if said.names and said.title else ()


def _contained(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """The last work of an outlet: "Vedomosti, op. cit."."""
    is_outlet = said.matched_by == "supra" and not catalogue.has_author(said.label)
    return catalogue.of_container(said.label) if is_outlet else ()


def _noted(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """The works of the note that is named, the last one first: "supra note 4"."""
    return reversed(catalogue.of_note(said.note))


def _alone_in_note(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """The one work of the note that is named, of which nobody is the author, whatever it is called there: "GCHQ (n 7)"."""
    works = catalogue.of_note(said.note)
    return works if len(works) == 1 and not catalogue.is_signed(works[0]) and not _is_known(said, catalogue) else ()


def _authored(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """What these authors wrote, the latest first."""
    return catalogue.by_author(said.names, said.title, said.letter)


def _authored_anything(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """The same, where the rarest word of the title may be the one that is misspelt."""
    return catalogue.by_author(said.names, (), said.letter) if said.title else ()


def _reported(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """The cases in a volume of reports: "505 U.S. at 1029"."""
    return reversed(catalogue.reported(said.report)) if said.matched_by == "legal" and not said.title else ()


def _cases(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """The cases with these words: "Audubon, 658 P.2d at 721", after National Audubon Society v. Superior Court."""
    if said.matched_by not in ("legal", "supra", "recalled") or _is_known(said, catalogue):
        return ()
    words = said.title or tuple(word for name in said.names for word in words_of(name))
    return catalogue.cases(words)


def _of_paper(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """What a paper had in that year: "(Eastern Daily Echo, 2021)", where its name stands for an author's."""
    names = said.names if said.matched_by == "author_date" else ()
    return (work for name in names for work in catalogue.of_paper(name, said.year + said.letter))


def _titled(said: Said, catalogue: Catalogue) -> Iterable[int]:
    """What has the words of the title, where nobody is known who is named."""
    title = said.title
    if not title or _is_known(said, catalogue):
        return ()
    return chain(catalogue.beginning(title), catalogue.worded(title) if len(title) > 1 else ())


# -- what of a short form has to fit what is found there --------------------------------------------------------------


def _all(said: Said) -> Said:
    return said


def _no_initials(said: Said) -> Said:
    """All but initials: "USGS, Mineral Commodity Summaries" names its body briefly; "Berg, Long Road" is by nobody else."""
    printed = [name for person in said.people if len(name := person.family or person.literal) <= MAX_INITIALS]
    return said._replace(names=said.names - {name.casefold() for name in printed if 2 * sum(map(str.isupper, name)) > len(name)})


def _people(said: Said) -> Said:
    return said._replace(title=())


def _report(said: Said) -> Said:
    return Said(report=said.report)


def _nothing(said: Said) -> Said:
    return Said()


# Where to look, the surest place first; and what has to fit there.
WHERE: tuple[tuple[Callable[[Said, Catalogue], Iterable[int]], Callable[[Said], Said]], ...] = (
    (_labelled, _report),
    (_labelled_title, _people),
    (_contained, _nothing),
    (_noted, _all),
    (_authored, _all),
    (_authored_anything, _all),
    (_reported, _nothing),
    (_cases, _all),
    (_of_paper, _all),
    (_titled, _no_initials),
    (_alone_in_note, _nothing),
)

"""What wants a look: findings and dead links, the worst first, each with its text, its place and the words themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cites.addresses import Address, address_of, first_place
from cites.library import Library
from cites.model import Finding, Link, Reading
from cites.places import Places
from cites.stats import BROKEN, SEVERITIES, Use
from cites.stats.documents import list_doubles
from cites.writers.links import distance
from cites.writers.report.anchors import Anchors, clip
from cites.writers.report.mends import settle
from cites.writers.report.quotes import Stretch, around
from cites.writers.report.rows import Page, in_pages
from cites.writers.report.words import group_heading, verdict

MENDABLE = ("moved", "insecure", "dead?")  # verdicts of a link that still leads there
MAX_TEXT = 200  # code points; two lines
MAX_OPEN = 20  # problems that are shown at once, notes aside; where there are more, only the first group is open


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at: where (a text and a place in it, or a work), the words themselves, why, and what would mend it."""

    title: str
    place: str
    anchor: str  # of the citation, the text or the work
    quote: tuple[Stretch, ...]
    ground: str
    fix: str
    text: str = ""  # the id of the text, by which a reader may filter
    meant: str = ""  # the work that a short form was taken to mean, in a few words
    meant_anchor: str = ""
    lines: str = ""  # of cites.toml, that would settle it


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    severity: str
    heading: str
    count: int
    pages: tuple[Page[Problem], ...]
    is_open: bool


Found = tuple[str, str, str, Problem]  # severity, code, message, problem


def list_problems(
    library: Library, uses: Sequence[Use], addresses: Sequence[Address], titles: Sequence[str], anchors: Anchors, is_large: bool
) -> tuple[ProblemGroup, ...]:
    """Problems by severity and code; `titles` are the names of the texts. What all of a group have in common is its heading."""
    groups: dict[tuple[str, str], list[tuple[str, Problem]]] = defaultdict(list)
    for severity, code, message, problem in (
        *_findings(library, uses, titles, anchors),
        *_broken(library, addresses, titles, anchors),
        *_twice(library, titles, anchors),
    ):
        groups[severity, code].append((message, problem))
    in_order = sorted(groups, key=lambda key: (SEVERITIES.index(key[0]) if key[0] in SEVERITIES else len(SEVERITIES), key[1]))
    few = sum(len(group) for group in groups.values()) <= MAX_OPEN
    return tuple(_group(*key, groups[key], (few and key[0] != "note") or key == in_order[0], is_large) for key in in_order)


def _group(severity: str, code: str, members: Sequence[tuple[str, Problem]], is_open: bool, is_large: bool) -> ProblemGroup:
    is_common = len({message for message, _ in members}) == 1
    heading = members[0][0] if is_common else group_heading(code)
    grounds = ["; ".join(filter(None, ("" if is_common else message, problem.ground))) for message, problem in members]
    problems = [replace(problem, ground=ground) for (_, problem), ground in zip(members, grounds, strict=True)]
    pages = in_pages(problems, is_large)
    return ProblemGroup(severity, heading[:1].upper() + heading[1:], len(members), pages, is_open)


def _findings(library: Library, uses: Sequence[Use], titles: Sequence[str], anchors: Anchors) -> Iterator[Found]:
    by_document: dict[int, list[Use]] = defaultdict(list)
    for use in uses:
        by_document[use.document].append(use)
    for index, reading in enumerate(library.readings):
        places = _Places(reading, by_document[index])
        for finding in reading.findings:
            where, near = places.find(finding), places.near(finding)
            work = near.reference if near and near.citation.form != "full" else None
            claim = near.citation.claim if near and not near.citation.note else None
            anchor = anchors.mention(near).anchor if near else anchors.texts[index]
            quote = tuple(around(reading, finding.span, claim)) if finding.span else ()
            meant = (anchors.labels[work.id], anchors.works[work.id]) if work else ("", "")
            lines = settle(finding, reading, near)
            problem = Problem(titles[index], where, anchor, quote, finding.ground, finding.fix, anchors.texts[index], *meant, lines)
            yield finding.severity, finding.code, finding.message, problem


def _twice(library: Library, titles: Sequence[str], anchors: Anchors) -> Iterator[Found]:
    for index, ground in list_doubles(library.readings):
        anchor = anchors.texts[index]
        yield "note", "text-twice", "an article that may be here twice", Problem(titles[index], "", anchor, (), ground, "", anchor)


class _Places:
    """Where a finding stands in one text: "note 12", "line 4" of the file, "page 3"."""

    def __init__(self, reading: Reading, uses: Sequence[Use]) -> None:
        self.uses = sorted(uses, key=lambda use: use.citation.span)
        self.starts = [use.citation.span.start for use in self.uses]
        self.places = Places(reading)

    def find(self, finding: Finding) -> str:
        """The place in words."""
        return self.places.find(finding.span).within if finding.span else ""

    def near(self, finding: Finding) -> Use | None:
        """The citation that a finding is about."""
        if finding.span is None:
            return None
        start, end = finding.span
        before = bisect_left(self.starts, end)  # citations do not overlap: only the last that starts before the end can touch it
        return self.uses[before - 1] if before and self.uses[before - 1].citation.span.end > start else None


def _broken(library: Library, addresses: Sequence[Address], titles: Sequence[str], anchors: Anchors) -> Iterator[Found]:
    """Links to be mended, in the order of the texts."""
    works = {address_of(work): work for work in reversed(library.references)}
    places = list(map(Places, library.readings))
    for address in addresses:
        link = address.link
        if link is None or link.verdict not in (*BROKEN, *MENDABLE):
            continue
        severity = "warning" if link.verdict in BROKEN else "note"
        message = f"Link: {verdict(link.verdict)}"
        index = address.places[0].document if address.places else None
        place = first_place(address, places)
        where = str(place or "")
        if work := works.get(address.url):
            title, anchor = anchors.labels[work.id], anchors.works[work.id]
        elif index is not None and place:
            title, anchor, where = titles[index], anchors.texts[index], place.within
        else:
            title, anchor = address.url, "links"
        text = anchors.texts[index] if index is not None else ""
        code = f"link-{link.verdict.replace('?', '-perhaps')}"
        yield severity, code, message, _link_problem(clip(title, MAX_TEXT), where, anchor, text, link)


def _link_problem(title: str, place: str, anchor: str, text: str, link: Link) -> Problem:
    copy = f"archived {distance(link.archive.days, link.archive.timestamp)}: {link.archive.url}" if link.archive else ""
    ground = ", ".join(part for part in (link.reason, copy) if part)
    return Problem(title, place, anchor, (Stretch(clip(link.url, MAX_TEXT)),), ground, link.moved_to, text)

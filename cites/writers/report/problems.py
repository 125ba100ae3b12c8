"""What wants a look: findings and dead links, the worst first, each with its text, its place and the words themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cites.library import Library
from cites.model import Finding, Link, Reading, Reference
from cites.places import Places
from cites.stats import BROKEN, SEVERITIES, Use
from cites.writers.links import distance
from cites.writers.report.passages import Mention, clip, label, mention
from cites.writers.report.words import plainly, verdict

MENDABLE = ("moved", "insecure", "dead?")  # verdicts of a link that still leads there
MAX_TEXT = 200  # code points; two lines
MAX_OPEN = 20  # problems that are shown at once, notes aside; where there are more, only the first group is open


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at: where (a text and a place in it, or a work), the words themselves, why, and what would mend it."""

    title: str
    place: str
    anchor: str  # of the citation, the text or the work
    quote: str
    ground: str
    fix: str


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    severity: str
    heading: str
    problems: tuple[Problem, ...]
    is_open: bool


def list_problems(library: Library, uses: Sequence[Use], titles: Sequence[str], works: Mapping[str, str]) -> tuple[ProblemGroup, ...]:
    """Problems by severity and code; `titles` are the names of the texts, `works` the addresses of the works by their ids."""
    groups: dict[tuple[str, str], list[tuple[str, Problem]]] = defaultdict(list)
    by_document: dict[int, list[Use]] = defaultdict(list)
    for use in uses:
        by_document[use.document].append(use)
    for index, reading in enumerate(library.readings):
        places = _Places(index, reading, by_document[index], len(library.readings))
        for finding in reading.findings:
            place, at = places.find(finding)
            quote = clip(reading.document.text[slice(*finding.span)], MAX_TEXT) if finding.span else ""
            problem = Problem(titles[index], place, at, quote, finding.ground, finding.fix)
            groups[finding.severity, finding.code].append((finding.message, problem))
    for severity, code, message, problem in _link_problems(library, works):
        groups[severity, code].append((message, problem))
    in_order = sorted(groups, key=lambda key: (SEVERITIES.index(key[0]) if key[0] in SEVERITIES else len(SEVERITIES), key[1]))
    few = sum(len(group) for group in groups.values()) <= MAX_OPEN
    return tuple(_group(*key, groups[key], (few and key[0] != "note") or key == in_order[0]) for key in in_order)


def _group(severity: str, code: str, members: Sequence[tuple[str, Problem]], is_open: bool) -> ProblemGroup:
    messages = {message for message, _ in members}
    heading = messages.pop() if len(messages) == 1 else plainly(code)
    return ProblemGroup(severity, heading[:1].upper() + heading[1:], tuple(problem for _, problem in members), is_open)


class _Places:
    """Where a finding stands in one text: "note 12", "line 4" of the file, "page 3"."""

    def __init__(self, index: int, reading: Reading, uses: Sequence[Use], documents: int) -> None:
        self.index = index
        self.reading = reading
        self.uses = sorted(uses, key=lambda use: use.citation.span)
        self.starts = [use.citation.span.start for use in self.uses]
        self.documents = documents
        self.places = Places(reading)

    def find(self, finding: Finding) -> tuple[str, str]:
        """The place in words, and its address in the page."""
        if finding.span is None:
            return "", f"t{self.index + 1}"
        start, end = finding.span
        before = bisect_left(self.starts, end)  # citations do not overlap: only the last that starts before the end can touch it
        near = self.uses[before - 1] if before and self.uses[before - 1].citation.span.end > start else None
        at: Mention | None = mention(near, self.documents) if near else None
        anchor = at.anchor if at else f"t{self.index + 1}"
        return self.places.find(finding.span).within, anchor


def _link_problems(library: Library, works: Mapping[str, str]) -> Iterator[tuple[str, str, str, Problem]]:
    """Links to be mended, as (severity, code, message, problem), in the order of the bibliography."""
    for reference in library.references:
        link = library.links.get(reference.url) if reference.url else None
        if link and link.verdict in (*BROKEN, *MENDABLE):
            severity = "warning" if link.verdict in BROKEN else "note"
            message = f"{verdict(link.verdict).capitalize()}."
            yield severity, f"link-{link.verdict.replace('?', '-perhaps')}", message, _link_problem(reference, link, works)


def _link_problem(work: Reference, link: Link, works: Mapping[str, str]) -> Problem:
    status = f"status {link.status}" if link.status and link.status >= 400 else ""
    copy = f"archived {distance(link.archive.days, link.archive.timestamp)}: {link.archive.url}" if link.archive else ""
    ground = ", ".join(part for part in (link.reason, status, copy) if part)
    return Problem(label(work), "", works[work.id], clip(work.url, MAX_TEXT), ground, link.moved_to)

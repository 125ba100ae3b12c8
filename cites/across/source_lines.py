"""Sources without brackets, below what they tell or behind it: "Yonhap (Seoul), 19 January 1993." as a line of a chronology,
"… the desired results. Dawn, March 27, 2014; The News, March 31, 2014." at the end of a paragraph.

A line that ends with a paper and its day may be a sentence, or say where the text itself stood; a few of them are how the text cites.
"""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.across.whole import Whole, lines
from cites.forms.contexts import to_citation, to_context
from cites.forms.form import Known
from cites.forms.reading import read_inline
from cites.grammar.dates import find_date
from cites.grammar.sources import evidence, lookup
from cites.knowledge import REPORTING
from cites.model import Citation, Mark, Part, Span, Zone
from cites.outlets import Outlets
from cites.view import fold
from cites.zones.dashed import is_source_and_day

LEAST = 3  # such lines with a known paper or agency
LIKELY = 0.9  # evidence of "The News"
NEAR = 40  # code points of a year and a page behind it
LONGEST_LINK = 20  # code points: "Science News, March 22, 2008 - [link](https://…)"
LONGEST = 240  # code points of what names sources
YEAR_AT_END = regex.compile(r"(?:19|20)\d\d(?:,\spp?\.\s?\w{1,4}(?:-\w{1,4})?)?[.\s]*$")
SENTENCE = regex.compile(r"(?<=[.!?…][”\"’)\]]?)[ \t]+(?=\p{Lu})")


def read_source_lines(whole: Whole) -> list[Citation]:
    """Return the sources that have lines and ends of lines of their own, where a few are known."""
    text = whole.text
    links = {link.span.end: link for link in whole.marked.links.marks if link.span.end - link.span.start <= LONGEST_LINK}
    parted = [_before_link(text, line, links) for line in lines(text)]
    dated = [(line, link) for line, link in parted if YEAR_AT_END.search(text, max(line.start, line.end - NEAR), line.end)]
    if len(dated) < LEAST:
        return []
    named = [(span, link) for line, link in dated if (span := _named(text, line, whole.outlets)) and whole.is_running(span)]
    if sum(_names_known(text[slice(*span)], whole.outlets) for span, _ in named) < LEAST:
        return []
    return [citation for span, link in named for citation in _read(whole, span, link)]


def _before_link(text: str, line: Span, links: dict[int, Mark]) -> tuple[Span, Mark | None]:
    link = links.get(line.start + len(text[slice(*line)].rstrip()))
    return Span(line.start, line.start + len(text[line.start : link.span.start].rstrip(" \t-–—|·:(["))) if link else line, link


def _named(text: str, line: Span, outlets: Outlets) -> Span | None:
    """Return the part of a line that is nothing but sources and their days: all of it, or what stands behind its last sentence."""
    end = line.end
    while end > line.start and text[end - 1] in " \t\r.":
        end -= 1
    begin = line.start + len(text[slice(*line)]) - len(text[slice(*line)].lstrip())
    if end - begin <= LONGEST and _are_dated(text[begin:end], outlets):
        return Span(begin, end)
    ends = (match.end() for match in SENTENCE.finditer(text, max(begin, end - LONGEST), end))
    return next((Span(at, end) for at in ends if _are_dated(text[at:end], outlets) and _names_known(text[at:end], outlets)), None)


def _are_dated(printed: str, outlets: Outlets) -> bool:
    """True where each part is a name or two with a day, or a known paper that has the day of the next one: "Dawn; The News, March 31"."""
    *others, last = fold(printed).split("; ")
    return is_source_and_day(last) and all(is_source_and_day(part) or evidence(part, outlets) >= LIKELY for part in others)


def _names_known(printed: str, outlets: Outlets) -> bool:
    """True where a paper or an agency that is known, or has a word as they have, stands before a day."""
    for part in fold(printed).split("; "):
        date = find_date(part)
        names = part[: date.start if date else None].strip(" ,").split(", ")
        outlet = lookup(names[-1], outlets)
        if outlet.kind in REPORTING if outlet else evidence(names[-1], outlets) >= LIKELY:
            return True
    return False


def _read(whole: Whole, span: Span, link: Mark | None) -> list[Citation]:
    """Return the citations of such a line where all of it is read, with the link behind it."""
    zone = Zone("inline", span)
    context = to_context(whole.marked, zone, whole.outlets, Known())
    drafts = read_inline(context)
    if not drafts or drafts[0].start or drafts[-1].end < len(context.folded):
        return []
    read = [to_citation(draft, context.view, zone, whole.marked) for draft in drafts]
    return [replace(one, parts=(*one.parts, Part("url", link.value, link.span))) for one in read] if link else read

"""Stretches outside the zones that are nothing but citations: the words of a link, "[“Who insures?”, *Barrel & Ban*, 12 May](https://…)";
a line that is an entry of no list, "(1) Andreas Jacobsen, Old Rival Is Reinstated. New York Times, Mar 15, 2011."; sources below what they
tell or behind it, "Yonhap (Seoul), 19 January 1993.", "… the desired results. Dawn, March 27, 2014; The News, March 31, 2014."

No parenthesis tells them from the sentence, so all of the stretch must be read. One line that ends with a paper and its day may be a
sentence, or say where the text itself stood; several are how the text cites.
"""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.across.whole import Whole, lines
from cites.edtf import has_month, is_day
from cites.forms import Context, Draft, read_inline, read_listed
from cites.grammar.dates import find_date
from cites.grammar.separators import back
from cites.grammar.sources import evidence, lookup
from cites.knowledge import PRESS, REPORTING
from cites.model import Citation, Mark, Part, Span, Zone
from cites.outlets import Outlets
from cites.view import fold
from cites.zones.dashed import BETWEEN, is_source_and_day

WORDS = range(12, 241)  # code points of the words of a link
SURE = 0.85  # confidence of what they say
LEAST_ENTRIES = 2  # lines that show that such lines are entries
ENTRY = regex.compile(
    r"(?:(?<=\A|\n[ \t]*\r?\n|(?:19|20)\d\d[.)]{0,2}\r?\n)|(?<=\n)(?=[ \t]*(?:[(\[]?\d{1,2}[.)\]]|[-*•–])\s))"
    r"[ \t]*(?:[(\[]?\d{1,2}[.)\]]\s+|[-*•–]\s+)?(?P<entry>[\p{Lu}“\"„«(][^\n]{18,260}?(?:19|20)\d\d)\.?[ \t]*\r?(?=\n|\Z)"
)
LINE = range(19, 300)  # code points of such a line
CENTURIES = frozenset({"19", "20"})
LEAST_SOURCES = 3  # lines with a known paper or agency
LIKELY = 0.9  # evidence of "The News"
NEAR = 40  # code points of a year and a page behind it
LONGEST_LINK = 20  # code points: "Science News, March 21, 2007 - [link](https://…)"
LONGEST_SOURCES = 240  # code points
YEAR_AT_END = regex.compile(r"(?:(?:19|20)\d\d|\.\d\d?\.\d\d)(?:,\spp?\.\s?\w{1,4}(?:-\w{1,4})?)?[.|\s]*$")
BESIDE = regex.compile(r"\s\([^()]+\)(?=,\s$)")  # Peace News (UK), June 1994
SENTENCE = regex.compile(r"(?<=[.!?…][”\"’)\]]?)[ \t]+(?=\p{Lu})")


def read_linked_words(whole: Whole) -> list[Citation]:
    """Return the citations that are all the words of a link: "[Reuters, 6 December](…)"."""
    found = []
    for link in whole.marked.links.marks:
        words = whole.text[slice(*link.span)]
        is_likely = len(words) in WORDS and ("," in words or "(" in words) and any(map(str.isdigit, words))
        if is_likely and whole.is_free(link.span) and all(zone.span.start > link.span.start for zone in whole.zones_at(link.span)):
            found += whole.read(Zone("inline", link.span), _words)
    return found


def _words(context: Context) -> list[Draft]:
    """Return the one sure citation that words are: "Anna Berg, The Guardian, 2016"."""
    drafts = read_inline(context)
    if len(drafts) != 1 or drafts[0].start or drafts[0].end < len(context.folded.rstrip(" .")):
        return []
    draft = drafts[0]
    paper, author, issued = draft.get("container_title"), draft.get("author"), draft.get("issued")
    is_named = draft.form == "full" and draft.confidence >= SURE and bool(paper or author)
    return drafts if is_named and (has_month(issued) or (paper and author and issued)) else []


def read_press_lines(whole: Whole) -> list[Citation]:
    """Return the lines that are entries of no list, as a page of links to the press has them under any heading, where several are."""
    text = whole.text
    near = [line for line in lines(text) if line.end - line.start in LINE]
    dated = [line.start for line in near if text[slice(*line)].rstrip(" \t\r.")[-4:-2] in CENTURIES]
    spans = [Span(*entry.span("entry")) for at in dated if (entry := ENTRY.match(text, at))]
    free = filter(whole.is_running, spans if len(spans) >= LEAST_ENTRIES else [])
    found = [citation for span in free for citation in whole.read(Zone("list", span), _entry)]
    return found if len(found) >= LEAST_ENTRIES else []


def _entry(context: Context) -> list[Draft]:
    """Return the work of a line, which a known paper had on a day."""
    drafts = read_listed(context)
    if len(drafts) != 1 or drafts[0].start or drafts[0].end < len(context.folded) - 1 or not drafts[0].get("title"):
        return []
    outlet = context.outlets.find(drafts[0].get("container_title"))
    return drafts if is_day(drafts[0].get("issued")) and outlet is not None and outlet.kind in PRESS else []


def read_source_lines(whole: Whole) -> list[Citation]:
    """Return the sources that have lines and ends of lines of their own, where a few are known."""
    text = whole.text
    links = {link.span.end: link for link in whole.marked.links.marks if link.span.end - link.span.start <= LONGEST_LINK}
    parted = [_before_link(text, line, links) for line in lines(text)]
    dated = [(line, link) for line, link in parted if YEAR_AT_END.search(text, max(line.start, line.end - NEAR), line.end)]
    if len(dated) < LEAST_SOURCES:
        return []
    named = [(span, link) for line, link in dated if (span := _named(text, line, whole.outlets)) and whole.is_running(span)]
    if sum(_names_known(text[slice(*span)], whole.outlets) for span, _ in named) < LEAST_SOURCES:
        return []
    read = [(citation, link) for span, link in named for citation in whole.read(Zone("inline", span), _sources)]
    return [replace(one, parts=(*one.parts, Part("url", link.value, link.span))) if link else one for one, link in read]


def _sources(context: Context) -> list[Draft]:
    drafts = read_inline(context)
    return drafts if drafts and not drafts[0].start and drafts[-1].end >= len(context.folded) else []


def _before_link(text: str, line: Span, links: dict[int, Mark]) -> tuple[Span, Mark | None]:
    link = links.get(line.start + len(text[slice(*line)].rstrip()))
    return Span(line.start, line.start + len(text[line.start : link.span.start].rstrip(" \t-–—|·:(["))) if link else line, link


def _named(text: str, line: Span, outlets: Outlets) -> Span | None:
    """Return the part of a line that is nothing but sources and their days: all of it, or what stands behind its last sentence."""
    end = back(text, *line, " \t\r.|")
    begin = line.start + len(text[slice(*line)]) - len(text[slice(*line)].lstrip())
    if end - begin <= LONGEST_SOURCES and _are_dated(text[begin:end], outlets):
        return Span(begin, end)
    ends = (match.end() for match in SENTENCE.finditer(text, max(begin, end - LONGEST_SOURCES), end))
    return next((Span(at, end) for at in ends if _are_dated(text[at:end], outlets) and _names_known(text[at:end], outlets)), None)


def _are_dated(printed: str, outlets: Outlets) -> bool:
    """True where each part is a name or two with a day, or a known paper that has the day of the next one: "Dawn; The News, March 31"."""
    *others, last = fold(printed).split("; ")
    return is_source_and_day(last) and all(is_source_and_day(part) or evidence(part, outlets) >= LIKELY for part in others)


def _names_known(printed: str, outlets: Outlets) -> bool:
    """True where a paper or an agency that is known, or has a word as they have, stands before a day."""
    for part in fold(printed).split("; "):
        date = find_date(part)
        names = BESIDE.sub("", BETWEEN.sub("", part[: date.start if date else None])).strip(" ,").split(", ")
        outlet = lookup(names[-1], outlets)
        if outlet.kind in REPORTING if outlet else evidence(names[-1], outlets) >= LIKELY:
            return True
    return False

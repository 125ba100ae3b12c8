"""Where citations may stand: parentheses in running text, notes and their callouts, entries of a bibliography, credits."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.callouts import Marks, Note, find_calls
from cites.dashed import find_attributions, find_dashed
from cites.grammar.lexicon import any_of, by_line, one_of
from cites.knowledge import load
from cites.marks import Layer
from cites.model import Callout, Document, Mark, Span, Zone
from cites.notes import LIST_HEADINGS, NOTE_HEADINGS, find_notes

MAX_ZONE = 1500  # code points of a parenthesis; fifteen sources with titles have about 1,200
MAX_NESTING = 3  # a citation may stand in a parenthesis in a parenthesis
BRACKETS = regex.compile(r"[()（）\[\]]")
LAST_WORDS = regex.compile(r"(?P<words>[^()\n]{6,120}?)[.\s]*(?:\n|$)")
PAIRS = {")": "(", "）": "（", "]": "["}
UNDATED = one_of("undated", "unprinted")  # in the place of a year
SAME_DAY = one_of("same_day", "same_day.next")
CREDIT = regex.compile(rf"{any_of(load()['credits'])}\s?(?:by\s|:|/|-)\s?\p{{Lu}}", regex.IGNORECASE)
PICTURE = regex.compile(
    r"(?:photo|image|picture|photograph|foto|фото)(?:\s(?:credit|source|by|courtesy))?\s?(?:of\s)?[:/]", regex.IGNORECASE
)
CREDIT_LINE = by_line(
    r"[ \t]*(?P<credit>(?:photo|image|picture|photograph|foto|фото)(?:\s(?:credit|source"
    r"|by))?\s?[:/]\s?\p{Lu}[^\n]{2,100}?)[ \t]*\r?$",
    regex.IGNORECASE,
)


def _heading(names: frozenset[str]) -> regex.Pattern[str]:
    return regex.compile(
        rf"\n[ \t]*(?:#{{1,6}}[ \t]*)?(?:\d{{1,2}}\.?[ \t]+)?{any_of(names)}[ \t]*:?[ \t]*#*\r?$",
        regex.MULTILINE | regex.IGNORECASE,
    )


LIST_HEADING, NOTE_HEADING = _heading(LIST_HEADINGS), _heading(NOTE_HEADINGS)
PARAGRAPH = regex.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
ENTRY_START = regex.compile(
    r"[ \t]*(?:\[?\d{1,3}[\].]\s+|[-*•–]\s+)?(?:(?:(?:van|von|der|den|de|di|da|du|la|le|el|al|bin|ter|zu)[ -]){0,3}"
    r"\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,3},\s\p{Lu}|[—–_-]{2,6}"
    r"|\p{Lu}[\p{L} .,&'’-]{3,80}[.(]\s?\(?(?:(?:1[5-9]|20)\d\d|(?i:" + UNDATED + ")))"
)
IS_ENTRY = regex.compile(rf"\d{{4}}|https?://|(?i:{UNDATED})")
WORDS = regex.compile(r"\p{L}+")
PROSE = frozenset(
    "was were is are has have had been that who which will would can could this these they he she it his their but not".split()
)
LINE = regex.compile(r"[^\n]*\S[^\n]*")
MIN_PARTED = 3  # paragraphs, from which on blank lines may part the entries of a list
MIN_PROSE = 24  # words; in fewer, two such words say something
BELOW = regex.compile(  # what stands below a list
    r"©|(?i:\b(?:paper|article|manuscript|submission)\s(?:was\s)?(?:first\s)?(?:received|accepted|submitted)\b)"
    r"|(?<=^|\n|\.\s)(?:Received|Accepted|Submitted):?\s(?:on\s)?(?:\d|\p{Lu}\p{L}+\s\d)"
)
ADDRESS_END = regex.compile(r"https?://\S+$")
LABEL = regex.compile(r"[ \t]*(?:\[\d{1,3}\]|\d{1,3}[.)]|[-*•–])\s+")


class Zones(NamedTuple):
    """The zones of a document in the order of its text, and where its notes are called."""

    zones: tuple[Zone, ...]
    callouts: tuple[Callout, ...]


def find_zones(document: Document) -> Zones:
    """Return where citations may stand in a document.

    In "(Interfax, January 26)" it is the inside of the parenthesis; in "1. Ibid." what follows the label.
    """
    text = document.text
    entries = find_entries(document)
    marks = Marks(text)
    notes = find_notes(document, marks)
    taken = Layer(Mark("note", note.whole) for note in notes)
    entries = [entry for entry in entries if not taken.touching(entry)]
    closed = sorted([*(note.whole for note in notes), *entries, *(mark.span for mark in document.marks if mark.kind == "code")])
    callouts = [Callout(mark.value, mark.span) for mark in document.marks if mark.kind == "callout"]
    called = pair_by_label(notes, callouts)
    # Beside notes that the markup tells there may be typed ones; where it tells of no callout, any note may be called in the text.
    uncalled = [index for index, note in enumerate(notes) if index not in called and (note.whole != note.span or not callouts)]
    calls = find_calls(marks, [notes[index] for index in uncalled], closed)
    callouts += [call.callout for call in calls]
    called |= {uncalled[call.note]: call.callout.span for call in reversed(calls)}
    zones = [Zone("note", note.span, note.label, called.get(index)) for index, note in enumerate(notes)]
    zones += [Zone("list", entry) for entry in entries]
    zones += find_inline(text, closed, sorted(mark.span for mark in document.marks if mark.kind == "link"))
    links = Layer(mark for mark in document.marks if mark.kind == "link")
    if dashed := [*find_dashed(text), *(find_attributions(text, links) if links.marks else ())]:
        elsewhere = Layer(Mark("closed", span) for span in closed)
        zones += [Zone("inline", span) for span in dashed if not elsewhere.touching(span)]
    return Zones(tuple(sorted(zones, key=lambda zone: (zone.span.start, -zone.span.end))), tuple(sorted(callouts, key=_at)))


def pair_by_label(notes: list[Note], callouts: list[Callout]) -> dict[int, Span]:
    """Return where each note is called, by its index: the first callout with its label.

    Where chapters count anew a label has several notes. If it has as many callouts, the k-th calls the k-th note; else a note is
    called from between the note of the same label before it and itself, or nothing says where.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    for callout in sorted(callouts, key=_at):
        spans[callout.note].append(callout.span)
    alike: dict[str, list[int]] = defaultdict(list)
    for index in sorted(range(len(notes)), key=lambda index: notes[index].whole):
        alike[notes[index].label].append(index)
    called: dict[int, Span] = {}
    for label, indices in alike.items():
        found = spans.get(label, [])
        if len(found) == len(indices):
            called.update(zip(indices, found, strict=True))
        elif found:
            before = -1
            for index in indices:
                at = notes[index].whole.start
                first = bisect_left(found, (before, before))
                if len(indices) == 1 or (first < len(found) and found[first].start < at):
                    called[index] = found[first]
                before = at
    return called


def _at(callout: Callout) -> Span:
    return callout.span


def find_inline(text: str, closed: list[Span], links: list[Span]) -> Iterator[Zone]:
    """Yield the insides of parentheses and brackets that hold a digit, a link or a word such as "ibid.", outermost first.

    One pass with a stack: nested and unclosed ones by the thousand cost no more than others.
    """
    index = 0
    open_ends: list[int] = []
    for start, end, mark in sorted(_pairs(text)):
        while index < len(closed) and closed[index].end <= start:
            index += 1
        if index < len(closed) and closed[index].start < end:
            continue  # in a note, or around one
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        open_ends.append(end)
        if len(open_ends) > MAX_NESTING or not (_may_cite(text, start, end) or _holds(links, start, end)):
            continue
        if mark != "]" or end - start > 7:
            yield Zone(_inline_kind(text, start, end), Span(start, end))
    for match in CREDIT_LINE(text):
        yield Zone("credit", Span(*match.span("credit")))


def _pairs(text: str) -> list[tuple[int, int, str]]:
    """Return the inside of each pair of brackets that is no longer than a zone, with the mark that closes it."""
    stack: list[tuple[str, int]] = []
    found: list[tuple[int, int, str]] = []
    for match in BRACKETS.finditer(text):
        mark, at = match[0], match.start()
        if mark not in PAIRS:
            stack.append((mark, at))
            if len(stack) > 5000:
                del stack[:2500]
            continue
        if len(stack) > 1 and stack[-1][0] != PAIRS[mark] == stack[-2][0]:  # "(see [Interfax, May 5)": the inner one was never closed
            stack.pop()
        if stack and stack[-1][0] == PAIRS[mark]:
            _, start = stack.pop()
            if at - start <= MAX_ZONE:
                found.append((start + 1, at, mark))
    return [*found, *_never_closed(text, [at for mark, at in stack if mark != "["])]


def _never_closed(text: str, starts: list[int]) -> Iterator[tuple[int, int, str]]:
    """Yield what stands between a parenthesis that is never closed and the end of its paragraph, where that is near."""
    for start in starts:
        rest = LAST_WORDS.match(text, start + 1)
        if rest:
            yield start + 1, rest.end("words"), ")"


def _holds(spans: list[Span], start: int, end: int) -> bool:
    """True where one of the sorted spans begins between `start` and `end`."""
    index = bisect_left(spans, (start, start))
    return index < len(spans) and spans[index].start < end


MAY_CITE = regex.compile(
    r"\d|(?i:\bibid|\bop\.? ?cit|\bloc\. cit|там же|同上|\bebd|\ba\. ?a\. ?o\.|\bart\. cit"
    rf"|[,\s](?:{UNDATED}|{SAME_DAY})\s?(?:[;,)\]]|$))"  # (BBC, no date) · (TASS, same day)
)


def _may_cite(text: str, start: int, end: int) -> bool:
    return end - start >= 2 and bool(MAY_CITE.search(text, start, end) or CREDIT.match(text, start, end))


def _inline_kind(text: str, start: int, end: int) -> str:
    is_credit = PICTURE.match(text, start, end) or (CREDIT.match(text, start, end) and not any(c.isdigit() for c in text[start:end]))
    return "credit" if is_credit else "inline"


# -- bibliographies -------------------------------------------------------------------------------------------------


def find_entries(document: Document) -> list[Span]:
    """Return the entries under headings such as "References": one a paragraph, or one a line where no blank lines part them."""
    text = document.text
    entries: list[Span] = []
    headings = [match.span() for match in LIST_HEADING.finditer(text)]
    if first := LIST_HEADING.match("\n" + text[:80]):
        headings.insert(0, (0, first.end() - 1))
    starts = [at for at, _ in headings]
    marked = sorted(mark.span.start for mark in document.marks if mark.kind == "heading")
    noted = [match.start() for match in NOTE_HEADING.finditer(text)]
    items = Layer(mark for mark in document.marks if mark.kind == "item")
    links = Layer(mark for mark in document.marks if mark.kind == "link")
    for at, begin in headings:
        entries += _entries(text, items, links, begin, min(_after(starts, at), _after(marked, begin), _after(noted, begin - 1), len(text)))
    return entries


def _after(places: list[int], at: int) -> int:
    """Return the first of the sorted places that is after `at`, else one after all."""
    index = bisect_right(places, at)
    return places[index] if index < len(places) else sys.maxsize


def _entries(text: str, items: Layer, links: Layer, begin: int, stop: int) -> Iterator[Span]:
    """Yield entries: what holds a year or an address and is no prose; `items` are what the markup says of items of several lines."""
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text, begin, stop)]
    wrapped = _are_wrapped(text, paragraphs)
    for start, end in paragraphs:
        lines = [(m.start(), m.end()) for m in LINE.finditer(text[start:end])]
        starts = [a for a, _ in lines if ENTRY_START.match(text, start + a)]
        labelled = [a for a, _ in lines if LABEL.match(text, start + a)]
        if itemised := items.touching(Span(start, end)):
            within = [item.span for item in itemised]
            edges = [*(a for a, _ in lines if not any(span.start < start + a < span.end for span in within)), end - start]
        elif len(labelled) > 1 and labelled[0] == lines[0][0]:
            edges = [*labelled, end - start]
        elif wrapped:
            edges = [0, end - start]
        elif len(lines) > 1 and _are_whole(text[start:end], lines):
            edges = [*(a for a, _ in lines), end - start]
        elif len(lines) > 1 and len(starts) >= max(2, len(lines) // 4) and starts[0] == lines[0][0]:
            edges = [*starts, end - start]
        else:
            edges = [0, end - start]
        for a, b in pairwise(edges):
            span = _trimmed(text, start + a, start + b)
            if (
                span
                and span.end - span.start > 12
                and IS_ENTRY.search(text, *span)
                and not BELOW.search(text, *span)
                and not (_is_prose(text, span) and not _is_linked(links, span))
            ):
                yield span


def _are_wrapped(text: str, paragraphs: list[tuple[int, int]]) -> bool:
    """True where blank lines part the entries: what stands on the further lines of a paragraph seldom begins like one."""
    further = [match.start() for span in paragraphs for match in islice(LINE.finditer(text, *span), 1, None)]
    return len(paragraphs) >= MIN_PARTED and sum(bool(ENTRY_START.match(text, at)) for at in further) * 4 < len(further)


def _are_whole(paragraph: str, lines: list[tuple[int, int]]) -> bool:
    """True where each line is an entry, not a piece of one: it ends like a reference, and begins like one."""
    return all(
        (line[-1] in '.)]”"0123456789/' or ADDRESS_END.search(line)) and (line[0].isupper() or line[0] in '“"‘«' or ENTRY_START.match(line))
        for line in (paragraph[a:b].strip() for a, b in lines)
    )


def _is_linked(links: Layer, span: Span) -> bool:
    """True where a title that is a link is most of an entry."""
    return any((link.span.end - link.span.start) * 2 > span.end - span.start for link in links.touching(span))


def _is_prose(text: str, span: Span) -> bool:
    """True for what stands below a list: "John Smith has been a fellow since 2010. He is …"."""
    if ENTRY_START.match(text, span.start):
        return False
    words = WORDS.findall(text, *span)
    return sum(word in PROSE for word in words) * 12 > max(len(words), MIN_PROSE)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    label = LABEL.match(text, start, end)
    start = label.end() if label else start
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if end > start else None


__all__ = ["Note", "Zones", "find_zones"]

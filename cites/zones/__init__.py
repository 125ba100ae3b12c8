"""Where citations may stand: parentheses in running text, notes and their callouts, entries of a bibliography, credits."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.dates import NUMERAL
from cites.grammar.lexicon import any_of, by_line, one_of
from cites.knowledge import load
from cites.marks import Layer
from cites.model import Callout, Document, Mark, Span, Zone
from cites.zones.callouts import Marks, Note, find_calls
from cites.zones.dashed import find_attributions, find_dashed, find_source_cells, find_sourced
from cites.zones.entries import UNDATED, find_entries, find_essays
from cites.zones.headings import find_headings
from cites.zones.notes import find_notes

MAX_ZONE = 1500  # code points of a parenthesis; fifteen sources with titles have about 1,200
MAX_NESTING = 3  # a citation may stand in a parenthesis in a parenthesis
BRACKETS = regex.compile(r"[()（）\[\]]")
PAIRS = {")": "(", "）": "（", "]": "["}
SAME_DAY = one_of("same_day", "same_day.next")
CREDIT = regex.compile(rf"{any_of(load()['credits'])}\s?(?:by\s|:|/|-)\s?\p{{Lu}}", regex.IGNORECASE)
OF_PICTURE = rf"{any_of(load()['credits.pictures'])}(?:\s{any_of(load()['credits.behind'])})?\s?"  # Photo credit · Foto · Фото
PICTURE = regex.compile(rf"{OF_PICTURE}(?:of\s)?[:/]", regex.IGNORECASE)
CREDIT_LINE = by_line(rf"[ \t]*(?P<credit>{OF_PICTURE}[:/]\s?\p{{Lu}}[^\n]{{2,100}}?)[ \t]*\r?$", regex.IGNORECASE)


class Zones(NamedTuple):
    """The zones of a document in the order of its text, and where its notes are called."""

    zones: tuple[Zone, ...]
    callouts: tuple[Callout, ...]


def find_zones(document: Document) -> Zones:
    """Return where citations may stand in a document.

    In "(Interfax, January 26)" it is the inside of the parenthesis; in "1. Ibid." what follows the label.
    """
    text = document.text
    headings = find_headings(text)
    entries = find_entries(document, headings)
    marks = Marks(document)
    notes = find_notes(document, marks, headings)
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
    essays = [essay for essay in find_essays(text, headings) if bisect_left(closed, essay[:1]) == bisect_left(closed, essay[1:])]
    zones += [Zone("note", essay) for essay in essays]
    closed = sorted([*closed, *essays])
    zones += find_inline(text, closed, sorted(mark.span for mark in document.marks if mark.kind == "link"))
    links = Layer(mark for mark in document.marks if mark.kind == "link")
    styled = Layer(mark for mark in document.marks if mark.kind in ("italic", "link"))
    below = find_attributions(text, links) if links.marks else ()
    if dashed := [*find_dashed(text, styled), *find_sourced(text), *find_source_cells(text), *below]:
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
        if len(open_ends) > MAX_NESTING or not (_may_cite(text, start, end) or _holds(links, start - 1, end)):
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
    return found


def _holds(spans: list[Span], start: int, end: int) -> bool:
    """True where one of the sorted spans begins between `start` and `end`."""
    index = bisect_left(spans, (start, start))
    return index < len(spans) and spans[index].start < end


WITHOUT_NUMBER = regex.compile(  # (BBC, no date) · (TASS, same day) · (坂本幸四郎『青函連絡船』)
    r"(?i:\bibid|\bop\.? ?cit|\bloc\. cit|там же|同[上前]|前掲|\bebd|\ba\. ?a\. ?o\.|\bart\. cit|\bpp?\.\s?[ivxlc]+\b"
    rf"|[,\s](?:{UNDATED}|{SAME_DAY})\s?(?:[;,)\]]|$)|(?:https?://|\bwww\.)[^\s/]+/[^\s]{{4}}|[』》]$)"
)


def _may_cite(text: str, start: int, end: int) -> bool:
    if end - start < 2:
        return False
    return bool(NUMERAL.search(text, start, end) or WITHOUT_NUMBER.search(text, start, end) or CREDIT.match(text, start, end))


def _inline_kind(text: str, start: int, end: int) -> str:
    is_credit = PICTURE.match(text, start, end) or (CREDIT.match(text, start, end) and not any(c.isdigit() for c in text[start:end]))
    return "credit" if is_credit else "inline"


__all__ = ["Note", "Zones", "find_zones"]

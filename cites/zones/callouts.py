"""Where the running text calls its notes: "Islands?1 This", "1990s.3–5", "[1, 2]", "¹", "(3)", "^4", "[2, p. 4]", "fleet.*", "[Knu73]"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.lexicon import one_of
from cites.knowledge import load
from cites.model import Callout, Document, Span

DIGITS = str.maketrans(
    "⁰¹²³⁴⁵⁶⁷⁸⁹０１２３４５６７８９", "01234567890123456789"
) | {base + number: str(number + 1) for base in (0x2460,) for number in range(20)}  # ① to ⑳  # fmt: skip
SYMBOLS = "*†‡§¶#"
MONTHS = "|".join(sorted((regex.escape(month) for month in load().months if len(month) > 2), key=len, reverse=True))
SEVERAL = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*"
TIGHT = r"\d{1,3}(?:[,–-]\d{1,3})*"
PLACE = r"(?:[,:]\s?(?:\p{L}{1,12}(?:\.\s?|\s)|§+\s?)\d[\d.,–-]{0,12}(?:\sff?\.)?)"  # "[2, с. 45]", "[2, Theorem 3.1]", "[2, §4]"
KEY = r"\p{Lu}[\p{L}+&]{0,20}\d{2,4}[a-z]?"  # "[Knu73]", "[RFC2119]"
LED = rf"(?:(?i:{one_of('signals')}):?\s|n\.?\s?|note\s)?"
CALLS = {  # of notes that are numbered
    "bracket": regex.compile(rf"[［【〔{{[] ?\^?{LED}(?P<label>{SEVERAL}){PLACE}?(?:;\s?{LED}(?P<label>{SEVERAL}){PLACE}?)* ?[\]］】〕}}]"),
    "superscript": regex.compile(r"(?P<label>[⁰¹²³⁴-⁹]{1,4}(?:[,⁻–-][⁰¹²³⁴-⁹]{1,4})*)"),
    "circled": regex.compile(r"(?P<label>[①-⑳])"),
    "caret": regex.compile(rf"\^\(?(?P<label>{TIGHT})\)?\^?"),
    "digits": regex.compile(
        r"(?<=[\p{L}][\p{L}’'][.,;:!?…”’\"')\]»]{0,3}|[\p{L}\d%][.,;:!?]?[”’\"')\]»]{1,2}[.,;:]?|\d{4}[.,;:]|\p{Lu}\d{1,2}[.,;:]"
        rf"|\s\d{{3}}\.(?=\d{{1,3}}\s(?-i:\p{{Lu}}))|[\p{{Ll}}\d]%[.,;:]?|\p{{Lu}}\.|\ds[.,;:!?”’\"')]{{0,2}}|(?:{MONTHS})\.?\s\d{{1,2}}[.,;:])"
        rf"(?P<label>{TIGHT})(?=[\s.,;:!?)\]—–-]|[”’\"»]|$)(?![.,]\d)(?!\s?%)"
        rf"|(?<=[。，；：！？」』》）])(?P<label>{TIGHT})(?=[\s\p{{Han}}\p{{Hiragana}}\p{{Katakana}}\p{{Hangul}}]|$)",
        regex.IGNORECASE,
    ),
    "spaced": regex.compile(  # "by 2030. 2 AGI skeptics", "think so.” 11": as programs copy a PDF
        rf"(?<=[\p{{L}}\d%)\]][”\"»]?[.,;:!?][”’\"')\]»]{{0,2}}[ \t\xa0]?|[\p{{L}}\d][”\"][ \t\xa0]?)(?<!\d[.,])(?P<label>{TIGHT})(?=\s)"
        rf"(?!\s\d|\s(?!may\s)(?:de\s)?(?i:{MONTHS})\b)"  # "(Newtral, 4 November)" has a day
    ),
    "parenthesis": regex.compile(  # "the consuls (3)", "the consuls. (3)"; not "art. 18(2)", "Reviews 13(1)"
        rf"(?<=[\p{{L}}\d”’\"')\]»]\s?|[\p{{L}}\d”’\"')\]»][.,;:!?][”’\"»]?[ \xa0]?)(?<!(?<!\d)\d{{1,3}})"
        rf"\((?P<label>{SEVERAL})\)"
    ),
    # copied from a page whose marks were raised: "the Commission 4 , from industry 5 and governments 6 ."
    "apart": regex.compile(r"(?<=[\p{L}\d%”’\"')\]»] )(?P<label>\d{1,3})(?= (?:(?P<stop>[.,;:!?)])(?:\s|$)|\p{Ll}))"),
}
OTHERS = {  # of notes that have symbols, letters, Roman numbers or keys
    "symbol": regex.compile(r"(?<=[\p{L}\d.,;:!?”’\"')\]»])(?P<label>\*{1,4}|[†‡§¶#]{1,2})(?=[\s.,;:)\]]|$)"),
    "bracket": regex.compile(r"\[(?P<label>[A-Za-z]|[ivxl]{1,7})\]"),
    "key": regex.compile(rf"\[{LED}(?P<label>{KEY}){PLACE}?(?:[,;]\s?{LED}(?P<label>{KEY}){PLACE}?)*\]"),
    "letters": regex.compile(r"(?<=[\p{L}\d][.,;:!?”’\"')\]»]{1,3})(?P<label>[a-z]|[ivxl]{1,7})(?=\s|$)"),
}
RAISED = regex.compile(rf"(?P<label>{SEVERAL})")  # what the markup raises
FREE = frozenset({"raised", "bracket", "parenthesis", "key"})  # styles in which a note may be called again, and out of turn
WORTH = regex.compile(r"[.,;:!?”’\"')\]»。，；：！？」』》）]")  # a callout stands after punctuation more often than inside a clause
NUMBERS = regex.compile(r"\d{1,3}")
HYPHENS = "-–⁻"
MAX_RANGE = 15  # notes called by one "[4-6]"
MAX_CHOICES = 24  # chapters that begin to count anew, of which one mark may mean a note


class Note(NamedTuple):
    """A note: its label, the text after it, the stretch with the label, and the run of labels (a chapter's) that it stands in."""

    label: str
    span: Span
    whole: Span
    run: int = 0


class Call(NamedTuple):
    """A mark in the running text, and the index of the note that it calls."""

    callout: Callout
    note: int


class Marks:
    """What may be a callout in a text, by style: found once, asked for each way to number its notes."""

    def __init__(self, document: Document) -> None:
        self.text, self.raised = document.text, [mark.span for mark in document.marks if mark.kind == "raised"]

    @cached_property
    def numbers(self) -> dict[str, list[regex.Match[str]]]:
        """What may be a number that calls a note, by the style in which it is printed."""
        raised = filter(None, (RAISED.fullmatch(self.text, *span) for span in self.raised))
        return {"raised": list(raised), **{style: list(pattern.finditer(self.text)) for style, pattern in CALLS.items()}}

    @cached_property
    def others(self) -> dict[str, list[regex.Match[str]]]:
        """What may be a letter or a sign that does, by style."""
        return {style: list(pattern.finditer(self.text)) for style, pattern in OTHERS.items()}


def find_calls(marks: Marks, notes: list[Note], closed: list[Span]) -> list[Call]:
    """Return where the running text calls the notes, in order; `closed` are sorted stretches where none is called.

    Digits that follow a word may be anything ("Su-35", "G7"), so those are kept that count up with the notes.
    """
    calls: list[Call] = []
    for numbered in (True, False):
        labels: dict[str, list[int]] = defaultdict(list)
        for index, note in enumerate(notes):
            if note.label.isdigit() == numbered:
                labels[note.label].append(index)
        best: list[Call] = []
        for style, found in (marks.numbers if numbered else marks.others).items() if labels else ():
            open_ones = [match for match in found if not _inside(match.start(), closed)]
            calling = _free(open_ones, notes, labels) if style in FREE else _rising(open_ones, notes, labels)
            if style in FREE and any(len(indices) > 1 for indices in labels.values()):  # notes at the end of all, which count anew
                calling = max(calling, _rising(open_ones, notes, labels), key=lambda calls: len({call.note for call in calls}))
            if style in ("raised", "key"):
                calling = [call for call in calling if call.callout.span.end <= notes[call.note].whole.start]
            if style == "apart" and not _are_stopped(open_ones, calling):
                continue
            if len({call.note for call in calling}) > len({call.note for call in best}):
                best = calling
        calls += best
    return sorted(calls, key=lambda call: call.callout.span)


def _are_stopped(found: list[regex.Match[str]], calling: list[Call]) -> bool:
    """True where most of the numbers between spaces have a space and a stop behind them, as no number of a sentence has."""
    stopped = {match.start() for match in found if match["stop"]}
    return sum(call.callout.span.start in stopped for call in calling) * 3 > len(calling) * 2


def _inside(at: int, spans: list[Span]) -> bool:
    index = bisect_right(spans, (at, 1 << 60)) - 1
    return index >= 0 and spans[index].start <= at < spans[index].end


def _labels(match: regex.Match[str]) -> list[tuple[str, Span]]:
    """Return the labels of one mark and where each is printed: "[2, 4-6]" gives 2, 4, 5, 6; "5" and "[5, p. 2]" have the span of all."""
    printed = match["label"].translate(DIGITS)
    parts = match.spans("label")
    if printed[0].isalpha():  # "[Knu73, Lam78]", "[i]"
        return [(match.string[slice(*part)], Span(*(part if len(parts) > 1 else match.span()))) for part in parts]
    if len(parts) == 1 and printed.isdecimal() and len(printed) < 4:  # most marks
        return [(str(int(printed)), Span(*match.span()))]
    numbers = [(int(number[0]), Span(start + number.start(), start + number.end()))
               for start, end in parts for number in NUMBERS.finditer(match.string[start:end].translate(DIGITS))]  # fmt: skip
    if len(numbers) < 2:
        return [(str(numbers[0][0]) if numbers else printed, Span(*match.span()))]
    labels: list[tuple[str, Span]] = []
    for (number, span), (before, last) in zip(numbers, [(0, span) for _, span in numbers[:1]] + numbers[:-1], strict=True):
        if labels and any(hyphen in match.string[last.end : span.start] for hyphen in HYPHENS) and 0 < number - before < MAX_RANGE:
            labels += [(str(between), Span(*match.span())) for between in range(before + 1, number)]
        labels.append((str(number), span))
    return labels


def _free(found: list[regex.Match[str]], notes: list[Note], labels: dict[str, list[int]]) -> list[Call]:
    """Return all marks whose labels are those of notes, each with the next note of that label."""
    starts = {label: [notes[index].whole.start for index in indices] for label, indices in labels.items()}
    calls = []
    for match in found:
        called = _labels(match)
        if all(label in labels for label, _ in called):
            for label, span in called:
                after = min(bisect_right(starts[label], span.start), len(starts[label]) - 1)
                calls.append(Call(Callout(label, span), labels[label][after]))
    return calls


def _rising(found: list[regex.Match[str]], notes: list[Note], labels: dict[str, list[int]]) -> list[Call]:
    """Return the heaviest chain of marks that call notes in their order; a mark must stand before its note."""
    starts = {label: [notes[index].whole.start for index in indices] for label, indices in labels.items()}
    best = [(0, -1)] * (len(notes) + 2)  # Fenwick tree over notes: (weight, the link that ends the chain)
    links: list[tuple[Callout, int, int]] = []  # a mark, its note, the link before
    for match in found:
        called = _labels(match)
        if not all(label in labels for label, _ in called):
            continue
        worth = 3000 if WORTH.match(match.string, match.start() - 1) else 2000
        for label, span in called:
            first = bisect_right(starts[label], span.start)
            for index in reversed(labels[label][first : first + MAX_CHOICES]):
                weight, before = _prefix(best, index)
                links.append((Callout(label, span), index, before))
                _raise(best, index + 1, (weight + worth - min(notes[index].run, 999), len(links) - 1))  # the nearest chapter
    chain = []
    _, at = _prefix(best, len(notes) + 1)
    while at >= 0:
        callout, index, at = links[at]
        chain.append(Call(callout, index))
    return chain[::-1]


def _prefix(tree: list[tuple[int, int]], at: int) -> tuple[int, int]:
    best = (0, -1)
    while at > 0:
        best = max(best, tree[at], key=_weight)
        at -= at & -at
    return best


def _weight(entry: tuple[int, int]) -> int:
    return entry[0]


def _raise(tree: list[tuple[int, int]], at: int, entry: tuple[int, int]) -> None:
    while at < len(tree):
        if entry[0] > tree[at][0]:
            tree[at] = entry
        at += at & -at


__all__ = ["DIGITS", "SYMBOLS", "Call", "Marks", "Note", "find_calls"]

"""Notes by their labels, and where the running text calls them: "Islands?1 This", "[1]", "¹", "[^1]"."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import regex

from cites.knowledge import load
from cites.model import Callout, Document, Span

SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LABELLED = regex.compile(
    r"^[ \t]*(?:(?P<label>\d{1,4})(?P<mark>[.)]|\.\))?[ \t\xa0]+|\[(?P<label>\d{1,4})\][.:]?[ \t\xa0]*"
    r"|(?P<label>[⁰¹²³⁴-⁹]{1,4})[ \t\xa0]*|\((?P<label>\d{1,3})\)[ \t\xa0]+)(?=[^\s\d]|\d)",
    regex.MULTILINE,
)
HEADING = regex.compile(r"^[ \t#]*(?P<name>\p{L}[\p{L} ]{2,30}?)[ \t]*:?[ \t]*\r?$", regex.MULTILINE)
NOTE_HEADINGS = frozenset((*load()["note_headings"], *load()["list_headings"]))
BLANK = regex.compile(r"\n[ \t\r\xa0]*\n")
CALLS = {
    "bracket": regex.compile(r"\[(?:n\.?\s?|note\s)?(?P<label>\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\]"),
    "superscript": regex.compile(r"[⁰¹²³⁴-⁹]{1,4}"),
    "digits": regex.compile(
        r"(?<=[\p{L}][\p{L}’'][.,;:!?”’\"')\]»]{0,3}|[\p{L}\d%][.,;:!?]?[”’\"')\]»]{1,2}[.,;:]?|\d{4}[.,;:]|\p{Lu}\d{1,2}[.,;:]|[\p{Ll}\d]%[.,;:]?|\p{Lu}\.)(?P<label>\d{1,3})(?=[\s.,;:!?)\]—–-]|[”’\"»]|$)(?![.,]\d)(?!\s?%)"
    ),
}
WORTH = regex.compile(r"[.,;:!?”’\"')\]»]")  # a callout stands after punctuation more often than inside a clause
NUMBERS = regex.compile(r"\d{1,3}")
HYPHENS = "-–"


class Note(NamedTuple):
    """A note: its label, the text after it, and the stretch with the label."""

    label: str
    span: Span
    whole: Span


def find_notes(document: Document) -> list[Note]:
    """Return the notes of a document: those that the markup tells, else numbered paragraphs that the running text calls."""
    marked = [Note(mark.value, mark.span, mark.span) for mark in document.marks if mark.kind == "note"]
    return marked or _numbered(document.text)


def _numbered(text: str) -> list[Note]:
    lines = list(LABELLED.finditer(text))
    if not lines:
        return []
    chain = _count_up(lines)
    if not chain:
        return []
    called = _called(text, chain)
    if _under_heading(text, chain) < 0 and not (len(called) == len(chain) or (len(chain) > 1 and len(called) * 2 > len(chain))):
        return []  # a numbered list
    notes = chain
    return [
        _note(text, line, notes[index + 1].start() if index + 1 < len(notes) else len(text), last=index + 1 == len(notes))
        for index, line in enumerate(notes)
    ]


def _label(line: regex.Match[str]) -> int:
    return int(line["label"].translate(SUPERSCRIPT))


def _style(line: regex.Match[str]) -> str:
    if line["label"][0] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        return "superscript"
    return "bracket" if text_before(line) in "[(" else (line["mark"] or "bare")


def text_before(line: regex.Match[str]) -> str:
    start: int = line.start("label")
    return str(line.string[start - 1]) if start else " "


def _count_up(lines: list[regex.Match[str]]) -> list[regex.Match[str]]:
    """Return the longest run of labels of one style that count 1, 2, 3 …; each start at 1 begins a run, the last of equal length wins."""
    best: list[regex.Match[str]] = []
    for style in dict.fromkeys(map(_style, lines)):
        runs: list[list[regex.Match[str]]] = []
        for line in lines:
            if _style(line) != style:
                continue
            label = _label(line)
            if runs and label == _label(runs[-1][-1]) + 1:
                runs[-1].append(line)
            elif runs and len(runs[-1]) > 1 and _label(runs[-1][-1]) < label <= _label(runs[-1][-1]) + 3:
                runs[-1].append(line)  # a note was left out or is misnumbered
            elif label == 1:
                runs.append([line])
        for run in runs:
            if len(run) >= len(best):
                best = run
    return best


def _under_heading(text: str, chain: list[regex.Match[str]]) -> int:
    """Return where the heading "Notes" ends that the first note of the chain follows, -1 where there is none."""
    first = chain[0].start()
    for match in HEADING.finditer(text, max(0, first - 200), first):
        if match["name"].casefold() in NOTE_HEADINGS and not text[match.end() : first].strip():
            return match.end()
    return -1


def _called(text: str, chain: list[regex.Match[str]]) -> set[int]:
    """Return the labels that stand as a callout somewhere before their note."""
    starts = {_label(line): line.start() for line in chain}
    found: set[int] = set()
    for pattern in CALLS.values():
        for match in pattern.finditer(text):
            for label in _labels(match):
                if match.start() < starts.get(label, -1):
                    found.add(label)
    return found


def _labels(match: regex.Match[str]) -> list[int]:
    """Return the labels of one mark: "[2, 4-6]" gives 2, 4, 5, 6."""
    printed = match[0].translate(SUPERSCRIPT)
    labels = [int(number) for number in NUMBERS.findall(printed)]
    if len(labels) == 2 and any(hyphen in printed for hyphen in HYPHENS) and 0 < labels[1] - labels[0] < 15:
        return list(range(labels[0], labels[1] + 1))
    return labels


def _note(text: str, line: regex.Match[str], next_start: int, *, last: bool) -> Note:
    """A note goes to the next one; where a blank line comes first, it ends there unless the next note follows its last paragraph."""
    start, end = line.end(), next_start
    blank = BLANK.search(text, start, end)
    if blank and (last or text[blank.end() : end].strip()):
        end = blank.start() if last or len(text[blank.end() : end]) > 1500 or not _continues(text[blank.end() : end]) else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Note(line["label"].translate(SUPERSCRIPT), Span(start, end), Span(line.start(), end))


def _continues(paragraphs: str) -> bool:
    """True for further paragraphs of a note: indented ones."""
    return all(
        paragraph.startswith(("  ", "\t", "\xa0"))
        for paragraph in regex.split(r"\n[ \t\r]*\n", paragraphs.strip("\n"))
        if paragraph.strip()
    )


def find_callouts(document: Document, notes: list[Note], closed: list[Span]) -> list[Callout]:
    """Return where the running text calls the notes, in order.

    Digits that follow a word may be anything ("Su-35", "G7"), so those are kept that count up with the notes.
    """
    marked = [Callout(mark.value, mark.span) for mark in document.marks if mark.kind == "callout"]
    if marked or not notes:
        return sorted(marked, key=lambda callout: callout.span)
    labels = {int(note.label): note for note in notes if note.label.isdigit()}
    best: list[Callout] = []
    for style, pattern in CALLS.items():
        found = [match for match in pattern.finditer(document.text) if not _inside(match.start(), closed)]
        callouts = _all_of(found, labels) if style == "bracket" else _rising(document.text, found, labels)
        if len({callout.note for callout in callouts}) > len({callout.note for callout in best}):
            best = callouts
    return best


def _inside(at: int, spans: list[Span]) -> bool:
    index = bisect_right(spans, (at, 1 << 60)) - 1
    return index >= 0 and spans[index].start <= at < spans[index].end


def _all_of(found: list[regex.Match[str]], labels: dict[int, Note]) -> list[Callout]:
    callouts = []
    for match in found:
        called = _labels(match)
        if len(called) == 1:
            callouts += [Callout(str(called[0]), Span(*match.span()))] if called[0] in labels else []
        elif all(label in labels for label in called):
            numbers = {int(n[0]): n for n in NUMBERS.finditer(match[0])}
            for label in called:
                number = numbers.get(label)
                span = Span(match.start() + number.start(), match.start() + number.end()) if number else Span(*match.span())
                callouts.append(Callout(str(label), span))
    return callouts


def _rising(text: str, found: list[regex.Match[str]], labels: dict[int, Note]) -> list[Callout]:
    """Return the heaviest chain of marks whose labels rise; a mark must stand before its note."""
    marks = [(int(match[0].translate(SUPERSCRIPT)), match) for match in found if match[0].translate(SUPERSCRIPT).isdigit()]
    marks = [(label, match) for label, match in marks if label in labels and match.start() < labels[label].whole.start]
    top = max(labels, default=0)
    best = [(0, -1)] * (top + 2)  # Fenwick tree over labels: (weight, index of the mark that ends the chain)
    before: list[int] = []
    weights: list[int] = []
    for index, (label, match) in enumerate(marks):
        weight, previous = _prefix(best, label - 1)
        own = weight + (3 if WORTH.match(text, match.start() - 1) else 2)
        before.append(previous)
        weights.append(own)
        _raise(best, label, (own, index))
    chain = []
    _, at = _prefix(best, top)
    while at >= 0:
        chain.append(marks[at])
        at = before[at]
    return [Callout(str(label), Span(*match.span())) for label, match in reversed(chain)]


def _prefix(tree: list[tuple[int, int]], at: int) -> tuple[int, int]:
    best = (0, -1)
    while at > 0:
        best = max(best, tree[at], key=lambda entry: entry[0])
        at -= at & -at
    return best


def _raise(tree: list[tuple[int, int]], at: int, entry: tuple[int, int]) -> None:
    while at < len(tree):
        if entry[0] > tree[at][0]:
            tree[at] = entry
        at += at & -at

"""Footnotes of a PDF: lines at the foot of a column that are smaller than the text and begin with labels; they go on over pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cites.readers.pdf.lines import Line
from cites.readers.pdf.pages import Rule

SMALLER = 0.95  # of the size of the text
LABEL = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?[.:]?\s*")
NO_NOTE = re.compile(r"\.\d|.[–/,.:-]")  # from the last character of a label
UPPER = 3  # lines at the top of a column
MIN_SHARE = 0.05  # of all code points: titles have less
UNDERLINE = 0.35  # of the size: a rule that is nearer to the letters above it underlines them
MAX_RULE = 0.75  # of the width of the column: a longer one parts something else
SKIPPED = 2  # labels that may be missing between two notes
PARTED = 1.9  # of the usual distance of lines: a wider gap parts notes from what stands above them


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: its label, its lines, and where its text begins in the first of them."""

    label: str
    lines: tuple[Line, ...]
    begin: int


def part_notes(stretches: Sequence[list[Line]], rules: Sequence[Sequence[Rule]]) -> tuple[list[list[Line]], list[Footnote]]:
    """Return the stretches without footnotes, and the footnotes in their order; `rules` are those of each page."""
    size = _text_size(stretches)
    body: list[list[Line]] = []
    gathered = _Gathered()
    for stretch in stretches:
        first = gathered.take(stretch, _foot(stretch, size), _ruled(stretch, rules[stretch[0].page]))
        if first:
            body.append(stretch[:first])
    return body, gathered.notes()


def _text_size(stretches: Iterable[list[Line]]) -> float:
    """The size of the running text: what columns begin with most often, since notes may be longer than the text."""
    whole: Counter[float] = Counter()
    upper: Counter[float] = Counter()
    for stretch in stretches:
        for index, line in enumerate(stretch):
            size = round(line.size * 2) / 2
            whole[size] += len(line.text)
            if index < UPPER:
                upper[size] += len(line.text)
    running = [size for size in upper if whole[size] > whole.total() * MIN_SHARE]
    return max(running, key=lambda size: (upper[size], size), default=0.0)


def _foot(stretch: Sequence[Line], size: float) -> int:
    """Where the small lines at the end of a column begin."""
    first = len(stretch)
    while first and stretch[first - 1].size < size * SMALLER:
        first -= 1
    return first


def _ruled(stretch: Sequence[Line], rules: Iterable[Rule]) -> int:
    """Where the lines below a short rule begin that is drawn at the left edge of a column; what underlines a word is none."""
    left, right = min(line.left for line in stretch), max(line.right for line in stretch)
    for index in range(len(stretch) - 1, 0, -1):
        above, below = stretch[index - 1], stretch[index]
        for rule in rules:
            is_between = below.base + below.size * 0.6 < rule.height < above.base - above.size * UNDERLINE
            if is_between and abs(rule.left - left) < below.size * 2 and rule.right - rule.left < (right - left) * MAX_RULE:
                return index
    return len(stretch)


class _Gathered:
    """The notes as they are found, column after column."""

    def __init__(self) -> None:
        self.called: set[str] = set()  # what is raised within lines so far
        self.are_raised = False  # the labels of numbers
        self.labels: list[str] = []
        self.lines: list[list[Line]] = []
        self.begins: list[int] = []

    def take(self, stretch: Sequence[Line], small: int, ruled: int) -> int:
        """Take the notes at the foot of a column; return where they begin.

        Small lines begin at `small`, and those below a rule at `ruled`.
        """
        self.called.update(run.text.strip() for line in stretch for run in line.runs[1:] if run.is_raised)
        first = min(ruled, self._raised(stretch, small)) if ruled < len(stretch) else min(small, self._raised(stretch, small))
        if first == len(stretch):
            return first
        labelled = next((index for index in range(first, len(stretch)) if self._label(stretch[index], at_start=index == first)), None)
        if labelled is None:
            if not self.labels or not (first == ruled or self._is_foot(stretch, first)) or _is_list(stretch[first:]):
                return len(stretch)
            self.lines[-1] += stretch[first:]
            return first
        if labelled > first:
            first = first if first == ruled and self.labels else self._continued(stretch, first, labelled)
            if first < labelled:
                self.lines[-1] += stretch[first:labelled]
        for line in stretch[labelled:]:
            found = self._label(line, at_start=line is stretch[labelled])
            if found:
                self.labels.append(found[1])
                self.begins.append(found.end())
                self.lines.append([line])
            else:
                self.lines[-1].append(line)
        return first

    def _raised(self, stretch: Sequence[Line], stop: int) -> int:
        """Where notes as large as the text begin: lines whose raised labels count on, each called by the text so far."""
        for index in range(1, stop):
            line = stretch[index]
            if not line.runs[0].is_raised or not self._label(line, at_start=False):
                continue
            if line.runs[0].text.strip() in self.called:
                return index
        return stop

    def _continued(self, stretch: Sequence[Line], first: int, labelled: int) -> int:
        """Where the rest of the note before begins, above the first label of a column; what a gap parts from it is text."""
        if not self.labels:
            return labelled
        usual = _usual_gap(stretch[first:])
        begin = labelled
        while begin > first and stretch[begin - 1].base - stretch[begin].base < usual * PARTED:
            begin -= 1
        return begin

    def _is_foot(self, stretch: Sequence[Line], first: int) -> bool:
        """Whether small lines without a label go on with the note before: they stand apart from the text above, or alone."""
        if not first:
            return True
        return stretch[first - 1].base - stretch[first].base > _usual_gap(stretch[:first]) * 1.15

    def _label(self, line: Line, *, at_start: bool) -> re.Match[str] | None:
        """The label that a line begins with, where it is printed like the labels before it and counts on from them."""
        match = LABEL.match(line.text)
        if match is None or match.end() == len(line.text):
            return None
        is_raised = line.runs[0].is_raised
        if match[1].isdigit() and self.are_raised and not is_raised:
            return None  # "p." and "11." in the next line
        if not (is_raised or _is_apart(line, match)) or not self._counts_on(match[1], is_raised=is_raised, at_start=at_start):
            return None
        self.are_raised = self.are_raised or is_raised
        return match

    def _counts_on(self, label: str, *, is_raised: bool, at_start: bool) -> bool:
        if not label.isdigit():
            return is_raised or at_start or bool(self.labels)
        number = int(label)
        last = next((int(label) for label in reversed(self.labels) if label.isdigit()), 0)
        if number == last + 1 or (number == 1 and (is_raised or at_start)):  # numbers may begin again on each page
            return True
        if not self.labels:
            return is_raised
        return number > last and (label in self.called or (is_raised and number <= last + 1 + SKIPPED))

    def notes(self) -> list[Footnote]:
        return [Footnote(label, tuple(lines), begin) for label, lines, begin in zip(self.labels, self.lines, self.begins, strict=True)]


def _is_apart(line: Line, match: re.Match[str]) -> bool:
    """Whether something parts a label from the note: a full stop, a bracket, a space; "12Ibid." has none, and "14.31" is no label."""
    return not match[0][-1:].isdigit() and NO_NOTE.match(line.text, match.end() - 1) is None


def _is_list(lines: Iterable[Line]) -> bool:
    """Whether lines begin with numbers that count up, be they the labels of endnotes: "10. Garaud, …", "11. Leonardo, …"."""
    numbers = [int(match[1]) for line in lines if (match := LABEL.match(line.text)) and match[1].isdigit() and _is_apart(line, match)]
    return any(number + 1 == following for number, following in pairwise(numbers))


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = sorted(above.base - below.base for above, below in pairwise(lines) if above.base > below.base)
    return gaps[len(gaps) // 2] if gaps else (lines[0].size * 1.2 if lines else 12.0)


__all__ = ["Footnote", "part_notes"]

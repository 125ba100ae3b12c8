"""Lines to paragraphs: by the white above a line, its indent, the size of its letters, and the short line before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from cites.readers.pdf.lines import Line

GAP = 1.3  # of the usual distance of lines: a wider one ends a paragraph
FAR = 2.6  # of the size: two lines of a typescript are nearer
INDENT = 0.7  # of the size of the text
OFF = 0.3  # of the size: the middles of centred lines differ by less
SURER = 0.25  # the share of lines that a sentence ends with is so much larger above entries than within them
SHORT = 0.82  # of the width of the column: a shorter line that ends a sentence ends a paragraph
LARGER = 1.08  # than the text: a heading
ENDS = re.compile(r"[.!?…:;。！？][”’\"»)\]]*[\d*†‡↩↑\ufe0e\s]*$")
INITIAL = re.compile(r"\b[^\W\d_]\.$")  # "In M. H. Kryger, T.", and in the next line "Roth": the name goes on
ADDRESS = re.compile(r"(?:https?:|www\.|doi[.:])\S+$")  # what an entry ends with as well as with a full stop
LISTED = re.compile(r"(?:\d{1,3}[.)]|\[\d{1,3}\]|[•–*-])\s|[—–-]{3}")  # a line that begins so may be a paragraph

NUMBERED = re.compile(r"[\[(]?\^?(\d{1,3}|[⁰¹²³⁴-⁹]{1,3})[\])]?[.:]?\s*(?=[^\W\d_]|[“\"‘'«„『《])")  # "12 TASS", "¹² TASS", "(12) TASS"
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

Paragraph = list[Line]


def find_paragraphs(stretches: Iterable[Sequence[Line]], usual: float) -> Iterator[Paragraph]:
    """Yield the paragraphs of all columns; one goes on in the next column or on the next page where no sentence has ended.

    `usual` is the size that the text is printed in.
    """
    waiting: Paragraph = []
    full = 0.0  # where a line of the column ends that is not short
    for stretch in stretches:
        for number, lines in enumerate(_parted(stretch, usual)):
            if not number and waiting and _runs_over(waiting, lines, full):
                waiting += lines
                continue
            if waiting:
                yield waiting
            waiting = lines
        left, right = _edges(stretch)
        full = left + (right - left) * SHORT
    if waiting:
        yield waiting


def size_of(lines: Sequence[Line]) -> float:
    """The size of a paragraph's letters: that of its longest line."""
    return max(lines, key=lambda line: len(line.text)).size


def usual_size(stretches: Iterable[Sequence[Line]]) -> float:
    """The size that most of a text is printed in; 0.0 where there is none."""
    counts: Counter[float] = Counter()
    for lines in stretches:
        for line in lines:
            counts[round(line.size * 2) / 2] += len(line.text)
    return max(counts, key=lambda size: (counts[size], size), default=0.0)


def is_heading(lines: Paragraph, usual: float) -> bool:
    """Whether a paragraph is larger than the text, or two bold lines at most that end no sentence."""
    if size_of(lines) > usual * LARGER:
        return True
    is_bold = all(run.is_bold for line in lines for run in line.runs if run.text.strip())
    return len(lines) < 3 and is_bold and not ENDS.search(lines[-1].text)


def _runs_over(before: Paragraph, after: Paragraph, full: float) -> bool:
    if abs(size_of(before) - size_of(after)) > size_of(before) * (LARGER - 1) or _begins(after[0], before):
        return False
    return after[0].text[:1].islower() or (before[-1].right > full and not ENDS.search(before[-1].text))


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Where a column begins and ends, from left to right."""
    return min(line.left for line in lines), max(line.right for line in lines)


def _parted(stretch: Sequence[Line], size: float) -> Iterator[Paragraph]:
    """Yield the paragraphs of a column of a text that is printed in `size`."""
    edges, usual = _edges(stretch), _usual_gap(stretch)
    for is_heading, group in groupby(stretch, key=lambda line: line.size > size * LARGER):
        lines = list(group)
        hangs = _hangs(stretch if is_heading else lines, edges[0])
        yield from _parted_by_place(lines, edges, usual, hangs=hangs, is_text=not is_heading)


def _parted_by_place(
    lines: Sequence[Line], edges: tuple[float, float], usual: float, *, hangs: bool, is_text: bool
) -> Iterator[Paragraph]:
    """Yield the paragraphs between headings: by the white above a line, where it begins, and where the one above it ends."""
    left, right = edges
    short = left + (right - left) * SHORT
    paragraph = [lines[0]]
    for above, below in pairwise(lines):
        if not (above.right > short and _goes_on(above, below)) and (
            _is_apart(above, below, usual)
            or _is_begun(paragraph, below, edges, hangs=hangs, is_text=is_text)
            or (ENDS.search(above.text) and (above.right < short or _begins(below, paragraph)))
        ):
            yield paragraph
            paragraph = []
        paragraph.append(below)
    yield paragraph


def _usual_gap(stretch: Sequence[Line]) -> float:
    """The most frequent distance of lines in a column, and the least of these: headings and entries of a list stand further apart."""
    gaps = [above.base - below.base for above, below in pairwise(stretch)]
    counts = Counter(map(round, gaps))
    most = max(counts.values(), default=0)
    return min((gap for gap in gaps if counts[round(gap)] == most), default=0.0)


def _goes_on(above: Line, below: Line) -> bool:
    """Whether a full line goes on in the one below, though others are closer: the quotations of a typescript are."""
    is_near = above.base - below.base < above.size * FAR and abs(above.size - below.size) < above.size * (LARGER - 1)
    is_open = below.text[0].islower() or above.text.endswith(",") or above.runs[-1].is_divided
    return is_near and is_open and not ENDS.search(above.text)


def _is_begun(paragraph: Paragraph, below: Line, edges: tuple[float, float], *, hangs: bool, is_text: bool) -> bool:
    """Whether a line begins a paragraph by where it begins and the one above ends; lines of a title go on where they are centred."""
    above, (left, right) = paragraph[-1], edges
    if not is_text and abs(_middle(above) - _middle(below)) < above.size * OFF:
        return False  # "The Quiet Harbour: Who Pays for" and "the Lights"
    is_centred = above.left > left + above.size * INDENT and abs(_middle(above) - (left + right) / 2) < above.size * OFF
    if is_text and is_centred and _had_room(above, below, right - left):
        return True  # "Jane Doe" and "March 12, 2015"
    return _is_indented(paragraph, below, left, hangs=hangs)


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2


def _had_room(above: Line, below: Line, width: float) -> bool:
    """Whether the first word of a line would have stood in the line above, had that one not ended on purpose."""
    first = below.text.partition(" ")[0]
    return above.right - above.left + (len(first) + 1) * below.size < width  # no letter is wider than the size of its font


def _is_apart(above: Line, below: Line, usual: float) -> bool:
    smaller, larger = sorted((above.size, below.size))
    return above.base - below.base > max(usual, larger) * GAP or smaller * LARGER < larger


def _is_indented(paragraph: Paragraph, below: Line, left: float, *, hangs: bool) -> bool:
    """Whether a line begins a paragraph by where it begins: further right than the one above, or further left where they hang."""
    above, size = paragraph[-1], max(paragraph[-1].size, below.size)
    if LISTED.match(paragraph[0].text) and below.left > paragraph[0].left:
        return False  # the second line of a numbered note
    is_in = below.left > left + size * INDENT
    if hangs:
        return not is_in
    return is_in and above.left <= left + size * INDENT


def _begins(line: Line, before: Paragraph) -> bool:
    """Whether a line begins an item of a list, or a note whose number counts on from the paragraph before."""
    if LISTED.match(line.text):
        return True
    number, last = _number(line), _number(before[0])
    return number is not None and number == (last or 0) + 1


def _number(line: Line) -> int | None:
    match = NUMBERED.match(line.text)
    return int(match[1].translate(RAISED)) if match else None


def _hangs(stretch: Sequence[Line], left: float) -> bool:
    """Whether paragraphs begin further left than they go on, as entries of a bibliography do.

    Where lines go back to the left a sentence has ended then, or an address; where they go in none has.
    """
    back: list[bool] = []  # whether a sentence has ended in the line above
    into: list[bool] = []
    for above, below in pairwise(stretch):
        was_in, is_in = (line.left > left + line.size * INDENT for line in (above, below))
        if was_in != is_in:
            has_ended = ADDRESS.search(above.text) or (ENDS.search(above.text) and not INITIAL.search(above.text))
            (back if was_in else into).append(bool(has_ended))
    return len(back) > 1 and bool(into) and sum(back) / len(back) > sum(into) / len(into) + SURER


__all__ = ["Paragraph", "find_paragraphs", "is_heading", "size_of", "usual_size"]

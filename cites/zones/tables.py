"""Cells of sources in a table of Markdown or of plain text: "| Wolves | 47 | Sky Sports, 23 June |" under "Source"; the one beside it."""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.grammar.lexicon import one_of
from cites.model import Span

HEADING = regex.compile(rf"\|[ \t*_]*(?:{one_of('source_labels')})[ \t*_]*(?=\||$)", regex.IGNORECASE)
RULE = regex.compile(r"[ \t]*\|?[ \t:]*-{2,}[-| \t:]*")


def find_source_cells(text: str) -> Iterator[Span]:
    """Yield the cells under a heading such as "Source" or "Quelle" of a table with a rule below its head, "|---|---|", and beside one."""
    if "|" not in text:
        return
    lines = text.split("\n")
    column, at = -1, 0
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        cells = _cells(line) if "|" in line else []
        named = next((index for index, (a, b) in enumerate(cells) if HEADING.fullmatch(f"|{line[a:b]}")), -1)
        if not cells:
            column = -1
        elif RULE.fullmatch(below.rstrip()) and "|" in below:
            column = named
        elif 0 <= (index := column if column >= 0 else named + 1 or -1) < len(cells) and not RULE.fullmatch(line.rstrip()):
            start, end = cells[index]
            yield Span(at + start, at + end)
        at += len(line) + 1


def _cells(line: str) -> list[tuple[int, int]]:
    """Return where the cells of a row stand, without the spaces around them."""
    cells, at = [], 0
    for cell in line.split("|"):
        begin = at + len(cell) - len(cell.lstrip())
        cells.append((min(begin, at + len(cell)), max(begin, at + len(cell.rstrip()))))
        at += len(cell) + 1
    return cells

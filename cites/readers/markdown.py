"""Markdown: the text is what a person sees; `pieces` lead each run of it back to the file.

    [TASS](https://tass.com/1), *March 12*[^1]     is seen as     TASS, March 12[^1]

First the lines are told apart, then the inline markup of each paragraph is read; both say only what to hide and what to
mark, so the text is the file with stretches left out, and never anything else.

Keys are read as pandoc has them: "[@hirano2015, p. 12; see also @daly2014]", "@daly2014 [p. 33]", "[-@daly2014]".
Source: Pandoc User's Guide, "Citation syntax".
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from cites.errors import ReadError
from cites.marks import without_callouts
from cites.model import Document, Mark, Piece, Span
from cites.readers.decode import decode, report_guess
from cites.readers.front_matter import read_bibliographies, read_front_matter
from cites.readers.head import fill, read_head, without_mark
from cites.readers.markdown_blocks import Found, scan_blocks
from cites.readers.markdown_inline import Inline
from cites.readers.markdown_raised import find_wrappers, tell_raised

KEY = r"@(?:\{(?P<braced>[^{}\s]{1,200})\}|(?P<key>\w(?:\w|[:.#$%&+?<>~/-](?=\w)){0,200}))"
PAGES = r"\d[\w.:]*(?:\s?[-–,]\s?\d[\w.:]*)*"
TERM = r"(?:pp?|chap|ch|fol|vol|no|sec|para?|col|n|s\.?v|S|стр|с|§+)\.?\s*"  # of a locator
CITED = re.compile(
    rf"(?<![\w@./])-?{KEY}(?:,\s*(?:{TERM})?(?P<locator>{PAGES})|\s{TERM}(?P<led>{PAGES})|\s?\[(?:{TERM})?(?P<behind>{PAGES})\])?"
)


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; front matter says more about it than its first lines do."""
    decoded = decode(data, name)
    report_guess(decoded, name, warn)
    source = decoded.text
    start, about = read_front_matter(source)
    about = about.revised(title=without_mark(_shown(about.title)), container_title=_shown(about.container_title))
    hidden, found = _scan(source, start)
    visible = Cut(source, hidden)
    if not visible.text.strip("\ufeff \t\r\n"):
        raise ReadError(name, "has no text to read", "")
    marks = tell_raised(visible.text, list(visible.marks(found)))
    marks += find_keys(visible.text, marks)
    named = read_bibliographies(source[:start])
    about = fill(about, read_head(without_callouts(visible.text, marks)))
    return Document(name, visible.text, about, tuple(marks), visible.pieces(), source, named)


def _shown(printed: str) -> str:
    """A line of front matter as a person sees it: "The *Salt* Road" without its stars."""
    inline = Inline({}, ())
    inline.scan(printed, 0, len(printed))
    return Cut(printed, sorted(inline.hidden)).text


def _scan(source: str, start: int) -> tuple[list[Span], list[Found]]:
    """What of the file is hidden, in order, and what is marked, both in code points of the file."""
    blocks = scan_blocks(source, start)
    if start:
        blocks.hidden.insert(0, Span(1 if source.startswith("\ufeff") else 0, start))
    wrappers = [Span(*span) for span in find_wrappers(source)]
    lines = Cut(source, blocks.hidden)  # without what begins the lines, so that a paragraph is in one piece
    inline = Inline(blocks.links, blocks.labels)
    for run in blocks.runs:
        inline.scan(lines.text, lines.there(run.start), lines.there(run.end))
    hidden = blocks.hidden + wrappers + [Span(*lines.back(*span)) for span in inline.hidden]
    marks = blocks.marks + [Found(*lines.back(mark.start, mark.end), mark.kind, mark.value) for mark in inline.marks]
    return sorted(hidden), marks


class Cut:
    """A text with stretches left out, and the way there and back."""

    def __init__(self, source: str, hidden: Iterable[Span]) -> None:
        self.starts: list[int] = []  # of each run that stays, in the cut text
        self.origins: list[int] = []  # of the same run, in the source
        runs: list[str] = []
        length = at = 0
        for start, end in hidden:
            if start > at:
                self.starts.append(length)
                self.origins.append(at)
                runs.append(source[at:start])
                length += start - at
            at = max(at, end)
        if at < len(source):
            self.starts.append(length)
            self.origins.append(at)
            runs.append(source[at:])
        self.text = "".join(runs)
        self.ends = [start + len(run) for start, run in zip(self.starts, runs, strict=True)]

    def there(self, position: int) -> int:
        """From the source into the cut text; from within what was left out, to what follows it."""
        run = bisect_right(self.origins, position) - 1
        return min(self.starts[run] + position - self.origins[run], self.ends[run]) if run >= 0 else 0

    def back(self, start: int, end: int) -> tuple[int, int]:
        """From a stretch of the cut text to the smallest one of the source that holds it."""
        first = bisect_right(self.starts, start) - 1
        origin = self.origins[first] + start - self.starts[first]
        if end <= self.ends[first]:
            return origin, origin + end - start
        last = bisect_right(self.starts, end - 1) - 1
        return origin, self.origins[last] + end - self.starts[last]

    def marks(self, found: Iterable[Found]) -> Iterable[Mark]:
        """The marks in the cut text, outer before inner, without those of which nothing is left."""
        there = [(self.there(mark.start), -self.there(mark.end), mark.kind, mark.value) for mark in found]
        return [Mark(kind, Span(start, -end), value) for start, end, kind, value in sorted(there) if start < -end]

    def pieces(self) -> tuple[Piece, ...]:
        return tuple(map(Piece, self.starts, self.origins))


def find_keys(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield a mark for each key in a text; code and links have none: "https://example.org/@name" is an address."""
    closed = [mark.span for mark in marks if mark.kind in ("code", "link")]
    for match in CITED.finditer(text):
        if not any(span.start <= match.start() < span.end for span in closed):
            record = {"key": match["braced"] or match["key"], "locator": match["locator"] or match["led"] or match["behind"] or ""}
            yield Mark("csl", Span(*match.span()), json.dumps([record], ensure_ascii=False))

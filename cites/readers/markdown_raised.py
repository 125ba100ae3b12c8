"""Notes of a Markdown file that are only raised numbers, as converters from print write them.

    in 2012.<sup>75</sup> The …        <sup>75</sup>. *Id.* at 3.

Nothing in Markdown says that the two belong together; they do where numbers that begin a line are raised in the text as well.
"""

from __future__ import annotations

import re

from cites.model import Mark, Span

FEWEST = 2  # notes; one raised number may be anything
CALLED = 0.5  # of the numbers that begin a line, at least
BEGINS_LINE = re.compile(r"(?:\A|\n)[ \t]*\Z")
AFTER_LABEL = re.compile(r"[ \t]*[.)]?[ \t]*")
BLANK = re.compile(r"\n[ \t\r]*\n")
POWER = re.compile(r"(?:(?<![\d,.])(?!(?:1[5-9]|20)\d\d\Z)\d{1,9}|\b[kcdm]?m|\b[a-z])\Z")  # 10², 5 km²; 1998² is a year's note


def tell_raised(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the marks with notes and their callouts in place of raised numbers."""
    raised = [mark for mark in marks if mark.kind == "raised"]
    others = [mark for mark in marks if mark.kind != "raised"]
    if not raised or any(mark.kind == "note" for mark in others):
        return others
    heads = [mark for mark in raised if BEGINS_LINE.search(text, max(0, mark.span.start - 9), mark.span.start)]
    first = frozenset(heads)
    calls = [mark for mark in raised if mark not in first and not POWER.search(text, max(0, mark.span.start - 12), mark.span.start)]
    both = {mark.value for mark in heads} & {mark.value for mark in calls}
    if len(both) < max(FEWEST, CALLED * len({mark.value for mark in heads})):
        return others
    ends = [head.span.start for head in heads[1:]] + [len(text)]
    notes = [_note(text, head, end) for head, end in zip(heads, ends, strict=True)]
    callouts = [Mark("callout", mark.span, mark.value) for mark in calls if mark.value in both]
    return sorted([*others, *notes, *callouts], key=lambda mark: (mark.span.start, -mark.span.end))


def _note(text: str, head: Mark, end: int) -> Mark:
    """What stands behind a number, to the end of its paragraph."""
    after = AFTER_LABEL.match(text, head.span.end, end)
    start = after.end() if after else head.span.end
    blank = BLANK.search(text, start, end)
    end = blank.start() if blank else end
    return Mark("note", Span(start, start + len(text[start:end].rstrip())), head.value)

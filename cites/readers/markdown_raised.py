"""Notes of a Markdown file that are only raised numbers or links within the page, as converters from print and from pages write them.

    in 2012.<sup>75</sup> The …      <sup>75</sup>. *Id.* at 3.
    in 2012.${ }^{75}$ The …         [^1]: ${ }^{75}$ Id. at 3.       \\footnotetext{ ${ }^{75}$ Id. at 3. }
    in 2012.[75](#fn75) The …        [75](#fnref75) Id. at 3.         - Id. at 3. [↩](#fnref75)

Nothing in Markdown says that the two belong together; they do where numbers that begin a line stand in the text above as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from cites.marks import Layer
from cites.model import Mark, Span

FEWEST = 2  # notes; one raised number may be anything
CALLED = 0.5  # of the numbers that begin a line, at least
RAISED = re.compile(r"\d{1,4}(?:\s?[,;–-]\s?\d{1,3}){0,8}")  # numbers that may call notes
RAISED_BY_TEX = re.compile(rf"\$(?:\{{ ?\}} ?|(?<=[^\d)\]}}]\$))\^ ?\{{?(?P<label>{RAISED.pattern})\}}?\$")  # "MLE${ }^{1}$"
LABEL = re.compile(r"\[?(?P<label>\d{1,3})\]?")  # of a link: "[12]"
SHORT = 10  # code points of what may be a label, with its backslashes
ARROW = re.compile(r"[↩↑^⏎⤴⮐\ufe0e\ufe0f]{1,3}\d?")
LAST_NUMBER = re.compile(r"(?:\A|\D)(\d{1,3})\Z")  # "fnref-7"
WRAPPER = re.compile(r"\\footnotetext\{")
ORDINAL = re.compile(r"(?<=[\dIVX])\^(?:st|nd|rd|th|er?|[eè]me|re|o)\^")  # 19^th^ century, as Pandoc raises it
BRACE = re.compile(r"\\(?:footnotetext|.)|[{}]")
LONGEST = 5_000  # code points of the notes of a page
BEGINS_LINE = re.compile(r"(?:\A|\n)[ \t]*(?:\[\^\w{1,4}\]:[ \t]*)?\Z")
AFTER_LABEL = re.compile(r"[ \t]*[.)]?\s*")
WORDS = re.compile(r"\S")
BLANK = re.compile(r"\n[ \t\r]*\n")
POWER = re.compile(r"(?:(?<![\d,.])(?!(?:1[5-9]|20)\d\d\Z)\d{1,9}|\b[kcdm]?m|\b[a-z])\Z")  # 10², 5 km²; 1998² is a year's note
NAMED = re.compile(r"\b[^\W\da-z_]\w*\.? \Z")  # "Table 3", "Figure 3": a link to what has that number
CALLING = re.compile(r"(?:[^\W\d_]{2}|[.,;:!?”’\"')\]»%])\s?\Z")  # "seen³"; not "R²"


def read_pointer(printed: str, url: str) -> tuple[str, str] | None:
    """Return what a link within a page is by what it shows: "[1]" gives ("raised", "1#fn1"), "↩" ("back", "fnref1"); None for any other."""
    _, within, fragment = url.partition("#")
    shown = printed.replace("\\", "") if within and len(printed) < SHORT else ""
    if ARROW.fullmatch(shown):
        return "back", fragment
    number = LABEL.fullmatch(shown)
    return ("raised", f"{number['label']}#{fragment}") if number else None


def find_wrappers(source: str) -> Iterator[tuple[int, int]]:
    r"""Yield where `\footnotetext{` stands, and the brace that closes it; the carets of "19^th^"."""
    for ordinal in ORDINAL.finditer(source):
        yield ordinal.start(), ordinal.start() + 1
        yield ordinal.end() - 1, ordinal.end()
    for opened in WRAPPER.finditer(source):
        depth = 1
        for brace in BRACE.finditer(source, opened.end(), opened.end() + LONGEST):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if brace[0] == "\\footnotetext":
                break
            if not depth:
                yield opened.span()
                yield brace.span()
                break


def _label(mark: Mark) -> str:
    """The number that is raised, or printed by a link: "1#fn1" gives "1"."""
    return mark.value.partition("#")[0]


def tell_raised(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the marks with notes and their callouts in place of raised numbers and arrows; a number may stay, to call a typed note."""
    backs = [mark for mark in marks if mark.kind == "back"]
    others = [mark for mark in marks if mark.kind not in ("raised", "back")]
    if len(others) == len(marks):
        return others
    told = [mark for mark in others if mark.kind == "note"]
    linked, plain = _callable(text, marks)
    for raised in (plain, linked):
        heads = _heads(text, raised)
        begin = frozenset(head.span for head in heads)
        calls = [mark for mark in raised if mark.span not in begin]
        notes, replaced = _numbered(text, heads, calls, told)
        if notes:
            break
    if not notes:
        calls = [mark for mark in linked if mark.span not in begin] or plain
        notes = [] if told else _led_back(text, backs, {_label(mark) for mark in calls})
        begin = frozenset()
    labels = {note.value for note in notes}
    called = [Mark("callout", mark.span, _label(mark)) for mark in calls if _label(mark) in labels]
    if not notes:
        likely = [mark for mark in calls if "#" in mark.value or CALLING.search(text, max(0, mark.span.start - 4), mark.span.start)]
        called = [Mark("raised", mark.span, _label(mark)) for mark in likely]
    elsewhere = {mark.span for mark in called} | begin
    given_up, gone = {mark.value for mark in replaced}, frozenset(replaced)
    kept = [mark for mark in others if not (mark in gone or (mark.kind == "link" and notes and mark.span in elsewhere)
                                            or (mark.kind == "callout" and mark.value in given_up))]  # fmt: skip
    return sorted([*kept, *notes, *called], key=lambda mark: (mark.span.start, -mark.span.end))


def _callable(text: str, marks: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return the numbers that may call a note: those that are links, and those that are only raised."""
    linked, plain = [], []
    for mark in marks:
        before = max(0, mark.span.start - 12)
        if mark.kind == "raised" and "#" in mark.value:
            last = LAST_NUMBER.search(mark.value)  # of the fragment: "fn-7"
            is_apart = text[mark.span.start] != "[" and text[mark.span.start - 1 : mark.span.start] == " "
            if not is_apart or (last and last[1] == _label(mark) and not NAMED.search(text, before, mark.span.start)):
                linked.append(mark)
        elif mark.kind == "raised" and not POWER.search(text, before, mark.span.start):
            plain.append(mark)
    return linked, plain


def _heads(text: str, raised: list[Mark]) -> list[Mark]:
    """Return the numbers that begin lines; one that leads where a number within a line leads is a callout, as that is."""
    first = [mark for mark in raised if _label(mark).isdigit() and BEGINS_LINE.search(text, max(0, mark.span.start - 20), mark.span.start)]
    begin = frozenset(mark.span for mark in first)
    leading = {mark.value for mark in raised if "#" in mark.value and mark.span not in begin}
    return [mark for mark in first if mark.value not in leading] or first


def _numbered(text: str, heads: list[Mark], calls: list[Mark], told: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return the notes behind numbers that are called above them, and the notes of the markup in which they stand."""
    calling: dict[str, int] = {}
    for call in calls:
        calling.setdefault(_label(call), call.span.start)
    both = {_label(head) for head in heads if calling.get(_label(head), head.span.start) < head.span.start}
    layer = Layer(told)
    around = [layer.touching(head.span) for head in heads]
    if len(both) < max(1 if told else FEWEST, CALLED * len({_label(head) for head in heads})) or (told and not any(around)):
        return [], []
    notes = []
    for head, following, printed in zip(heads, [*heads[1:], None], around, strict=True):
        limit = following.span.start if following else len(text)
        goes_on = following is not None and "#" in head.value and int(_label(following)) == int(_label(head)) + 1
        notes.append(_note(text, head, min(limit, printed[-1].span.end) if printed else limit, bool(printed) or goes_on))
    return [note for note in notes if note.span.start < note.span.end], [mark for marks in around for mark in marks]


def _note(text: str, head: Mark, end: int, goes_on: bool) -> Mark:
    """What stands behind a number, to the end of its paragraph, or of all that stands before the next note."""
    after = AFTER_LABEL.match(text, head.span.end, end)
    start = after.end() if after else head.span.end
    blank = None if goes_on else BLANK.search(text, start, end)
    return Mark("note", _trimmed(text, start, blank.start() if blank else end), _label(head))


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and (text[end - 1].isspace() or ARROW.match(text, end - 1)):
        end -= 1
    return Span(start, max(start, end))


def _led_back(text: str, backs: list[Mark], called: set[str]) -> list[Mark]:
    """Return the paragraphs that end with arrows to their callouts, where none begins with its number: that is a note as any other."""
    begins = [0, *(blank.end() for blank in BLANK.finditer(text))] if backs else []
    notes: dict[int, Mark] = {}
    for back in backs:
        number = LAST_NUMBER.search(back.value)
        start = begins[bisect_right(begins, back.span.start) - 1]
        if begun := WORDS.search(text, start, back.span.start):
            start = begun.start()
        if number is None or text[start].isdigit():
            return []
        if start not in notes:  # a paragraph may end with many arrows
            notes[start] = Mark("note", _trimmed(text, start, back.span.start), number[1])
    return list(notes.values()) if len(called & {note.value for note in notes.values()}) >= FEWEST else []

"""Entries of the list of a document, under a heading such as "References"."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.lexicon import one_of
from cites.grammar.person import SMALL
from cites.grammar.prose import TOLD, VERBS
from cites.knowledge import load
from cites.marks import Layer
from cites.model import Document, Span, Zone
from cites.zones.headings import Heading

UNDATED = one_of("undated", "unprinted")  # in the place of a year
PARAGRAPH = regex.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
OPENING = regex.shapes(
    (
        "⟨van der Berg, A⟩nn",
        rf"(?:(?:{SMALL}|{one_of('particles.kept')})[ -]){{0,3}}\p{{Lu}}[\p{{L}}'’-]+(?:\s\p{{Lu}}[\p{{L}}'’-]+){{0,3}},\s\p{{Lu}}",
    ),
    ("⟨———⟩. The Long Road", r"[—–_-]{2,6}"),
    ("⟨沈志华主编《⟩冷战》", r"[^\s《『]{0,5}\s?[\p{Han}\p{Katakana}][^\n《『]{1,40}[《『]"),
    ("⟨The Economist, “⟩Mud”", r"\p{Lu}[\p{L} .&'’-]{2,60},\s[“\"]"),
    ("⟨World Bank. 2012⟩", rf"\p{{Lu}}[\p{{L}} .,&'’-]{{3,80}}[.(]\s?\(?(?:(?:1[5-9]|20)\d\d|(?i:{UNDATED}))"),
)
ENTRY_START = regex.compile(rf"[ \t]*(?:\[?\d{{1,3}}[\].]\s+|[-*•–]\s+)?(?:{OPENING})")
IS_ENTRY = regex.compile(rf"\d{{4}}|https?://|(?i:{UNDATED})|(?<=^|\n)[ \t]*[—–_-]{{2,6}}\.\s.*\d")
TITLED = regex.compile(rf"(?={ENTRY_START.pattern})(?s:.)*?[“\"](?=\p{{Lu}})[^“”\"\n]{{8,200}}[”\"]")  # Helms, "Who Wrote Them?"
DAY_INSIDE = regex.compile(  # (Interfax, June 4, 2019)
    r"\([^()\n]{2,80},\s(?:\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{Ll}{2,8})(?:,?\s\d{4})?\)"
)
WORDS = regex.compile(r"\p{L}+")
PROSE = VERBS | frozenset(load()["prose.plain"])
LINE = regex.compile(r"[^\n]*\S[^\n]*")
MIN_PARTED = 3  # paragraphs, from which on blank lines may part the entries of a list
NAMES_ALONE = regex.compile(r"[ \t]*\p{Lu}[^\d\n“\":;?!()]{2,160}\s*")
YEAR_FIRST = regex.compile(r"[ \t]*(?:1[5-9]|20)\d\d[a-h]?(?=[\s.,]|$)")
YEAR_ALONE = regex.compile(YEAR_FIRST.pattern + r"[.,]?\s*")
MIN_STACKED = 2  # authors with their year in the paragraph below, from which on that is how the list is set
MIN_PROSE = 24  # words; in fewer, two such words say something
BELOW = regex.compile(  # what stands below a list
    r"©|(?i:\b(?:paper|article|manuscript|submission)\s(?:was\s)?(?:first\s)?(?:received|accepted|submitted)\b)"
    r"|(?<=^|\n|\.\s)(?:Received|Accepted|Submitted):?\s(?:on\s)?(?:\d|\p{Lu}\p{L}+\s\d)"
)
LABEL = regex.compile(
    r"""[ \t]*[*_]{0,2}(?:
        (?:[\[［](?:\d{1,3}|[IVXLivxl]{1,6}|[a-z]|\p{L}[\p{L}+&.,’' -]{0,24}\d{1,4}[a-z]?)[\]］][.:]?  # [1] · [iv] · [Knu73] · [Knuth 1973]
          | [(（](?:\d{1,3}|[IVXL]{1,6})[)）] | [①-⑳] | [⁰¹²³⁴-⁹]{1,3})[*_]{0,2}\s*                      # (1) · (IV) · ① · ¹
      | (?:\#?\d{1,3}[.):] | \#\d{1,3} | \d{1,3}\s?[-–—](?=\s) | \d{1,3}(?=\t|[ ]{2}|[ ][\p{Han}\p{Katakana}]) # 1. · 1) · 1: · #1 · 1 –
          | [IVXL]{2,6}[.)] | \p{Lu}\d{1,2}[.)] | [-–*+•◦▪·●○■□►▸→])[*_]{0,2}\s+                        # IV. · R1. · •
    )""",
    regex.VERBOSE,
)
LED_BACK = regex.compile(r"(?:\d{1,3}\.[ \t]?)?[\^↑][ \t]?(?:Jump up (?:to: ?)?)?(?:(?:[a-z]{1,2}|\d{1,2}\.\d)[ \t])*[ \t]*")  # 1.^ a b
OF_LABEL = regex.compile(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}+&.,’' ]*(?<![.,])")
INITIALS = regex.compile(r"[ \t]*(?:\p{Lu}\p{M}?\.[ -]?){1,4}(?:\p{Ll}{1,4}\s){0,2}\p{Lu}[\p{L}'’-]+")  # D. E. Knuth
ENTRY_END = regex.compile(r"(?:[\d)\]”\"/]|\p{L}{2})\.[ \t]*|/[ \t]*")
LED = regex.compile(r"\p{Lu}\p{Ll}+(?:\s(?:&\s)?\p{L}\p{Ll}+){0,4}:\s+")  # Research and analysis:
PHRASE = regex.compile(  # THE LONG ROAD: Berg, … · “we shall go on”: Berg, … · 12 *a quiet town:* Berg, …
    r"(?:p?p?\.?\s?\d{1,4}\.?\s+)?(?:[*_]{0,3}[“\"‘«][^\n“”\"]{3,120}[”\"’»]|[*_]{1,3}[^\n*_]{3,120}[*_]{1,3}|[^\p{Ll}\n:;]{3,120}):?[*_”\"]*"
    r"(?<=:\P{L}{0,4})\s+(?=[\p{Lu}“\"‘«*_])"
)
WORK = regex.compile(r"(?<=[;:]\s+)(?=\S)(?:[^;()“”]|\([^()]*\)|“[^“”]*”|[(“])+")
SHORT = 40  # code points of a line that is a name: New York Times
ESSAY = 200  # code points of its paragraphs, at least
ODD = 12  # lines, of which one may end or begin unlike an entry
HANGING = 2  # columns that the further lines of an entry stand further in, at least
# What is said of a work: "… (2022) — The technical paper." · "… 351, 1037. I asked him".
REMARK = regex.compile(
    rf"(?<!\])\([^()\n]*\b(?:1[5-9]|20)\d\d[a-h]?\)(?P<remark>\.?\s[—–-]{{1,2}}\s(?=\p{{L}})[^\d\n“\"/]*)$|(?P<remark>{TOLD}[^\n]*)$"
)


def find_entries(document: Document, found: list[Heading]) -> list[Span]:
    """Return the entries under headings such as "References": one a paragraph, or one a line where no blank lines part them;

    and the items under "Notes" that the markup tells, for they may have no numbers.
    """
    text = document.text
    entries: list[Span] = []
    items = Layer(mark for mark in document.marks if mark.kind == "item")
    headings = [(one.start, one.end) for one in found if one.kind == "list" or (one.kind == "notes" and _begins_list(text, one.end, items))]
    if not headings:
        return []
    noted = [heading.start for heading in found if heading.kind in ("notes", "end")]
    links = Layer(mark for mark in document.marks if mark.kind == "link")
    styled = Layer(mark for mark in document.marks if mark.kind in ("italic", "link"))
    for section in _sections(document, headings, noted):
        printed = _entries(text, items, links, section.begin, section.stop)
        entries += (entry for entry in printed if not section.is_under or _begins_as_one(text, entry, styled))
    return entries


def find_essays(text: str, found: list[Heading]) -> Iterator[Span]:
    """Yield the paragraphs of prose under headings such as "Bibliographic Essay", which are read as notes are, up to a heading below.

    Not those with sources in parentheses: "The ministry denied it (Interfax, June 4, 2019)." Of notes led by phrases, what is behind these.
    """
    ends = [*(one.start for one in found), len(text)]
    for heading in (one for one in found if one.kind in ("essay", "notes")):
        below = [Span(*match.span()) for match in PARAGRAPH.finditer(text, heading.end, ends[bisect_right(ends, heading.start)])]
        led = [Span(phrase.end(), span.end) for span in below if (phrase := PHRASE.match(text, *span))]
        prose = takewhile(lambda span: span.end - span.start >= ESSAY, below if heading.kind == "essay" else ())
        yield from (span for span in prose if not DAY_INSIDE.search(text, *span))
        yield from led if heading.kind == "notes" and len(led) >= MIN_PARTED and len(led) * 4 >= len(below) * 3 else ()


def _begins_list(text: str, at: int, items: Layer) -> bool:
    """True where an item of a list stands right below."""
    line = LINE.search(text, at) if items.marks else None
    return line is not None and bool(items.touching(Span(*line.span())))


class Section(NamedTuple):
    """A part of a list: what stands below its heading, or below a heading under that: "Bibliography", "Case studies"."""

    begin: int
    stop: int
    is_under: bool


def _sections(document: Document, headings: list[tuple[int, int]], noted: list[int]) -> Iterator[Section]:
    """Yield the sections of each list: where the markup tells levels, it goes on to the next heading of its own level or a higher one."""
    marks = [mark for mark in document.marks if mark.kind == "heading"]
    places = sorted({at for at, _ in headings} | {mark.span.start for mark in marks} | {at - 1 for at in noted} | {len(document.text)})
    starts = [mark.span.start for mark in marks]
    begun = [False] * len(marks)
    for at, begin in headings:
        for index in range(bisect_left(starts, at), bisect_left(starts, begin)):
            begun[index] = True
    for at, begin in headings:
        yield Section(begin, _after(places, begin), False)
        here = bisect_left(starts, at)
        here = here if here < len(marks) and starts[here] < begin else len(marks)
        for index in range(here + 1, len(marks)):
            if marks[index].value <= marks[here].value:
                break
            if not begun[index]:
                begun[index] = True
                yield Section(marks[index].span.end, _after(places, marks[index].span.end), True)


def _begins_as_one(text: str, span: Span, styled: Layer) -> bool:
    """True for what begins with a person, a title in quotation marks, in italics or linked: below further headings there is prose too."""
    at = span.start + len(text[span.start : span.start + 3]) - len(text[span.start : span.start + 3].lstrip("*_"))
    return text[at] in "“\"«„‘" or bool(styled.touching(Span(at, at + 1))) or ENTRY_START.match(text, at) is not None


def _after(places: list[int], at: int) -> int:
    """Return the first of the sorted places that is after `at`, else one after all."""
    index = bisect_right(places, at)
    return places[index] if index < len(places) else sys.maxsize


def _entries(text: str, items: Layer, links: Layer, begin: int, stop: int) -> Iterator[Span]:
    """Yield entries: what holds a year or an address and is no prose; `items` are what the markup says of items."""
    paragraphs = _stacked(text, [match.span() for match in PARAGRAPH.finditer(text, begin, stop)])
    wrapped = _are_wrapped(text, paragraphs)
    for start, end in paragraphs:
        for a, b in pairwise([*_starts(text, start, end, items, wrapped), end]):
            span = _trimmed(text, a, b)
            if (
                span
                and span.end - span.start > 12
                and not BELOW.search(text, *span)
                and (_is_linked(links, span) or ((IS_ENTRY.search(text, *span) or TITLED.match(text, *span)) and not _is_prose(text, span)))
            ):
                yield from _several(text, span)


def _several(text: str, span: Span) -> list[Span]:
    """Return the works of a paragraph that a label leads and semicolons part: "Primary sources: Berg, …, 2010; Falk, …, 2012; …"."""
    led = LED.match(text, *span)
    works = [Span(*match.span()) for match in WORK.finditer(text, led.end(), span.end)] if led and text.count("; ", *span) >= 2 else []
    return works if len(works) > 2 and sum(bool(IS_ENTRY.search(text, *work)) for work in works) * 3 >= len(works) * 2 else [span]


def _starts(text: str, start: int, end: int, items: Layer, wrapped: bool) -> list[int]:
    """Return where the entries of a paragraph begin: at items, labels, whole lines, what begins like one; all of it may be one."""
    lines = [Span(*match.span()) for match in LINE.finditer(text, start, end)]
    if items.touching(Span(start, end)):
        starts = (line.start for line in lines)  # but for the later lines of an item
        return [at for at in starts if not any(item.span.start < at for item in items.touching(Span(at, at + 1)))]
    labels = [(line.start, OF_LABEL.sub("1", label[0].strip())) for line in lines if (label := LABEL.match(text, line.start))]
    labelled = [at for at, style in labels if style == labels[0][1]]  # "[2]" and no "1." of "vol. 1."
    if len(labelled) > 1 and labelled[0] == lines[0].start:
        return labelled
    if len(lines) == 1 or wrapped:
        return [start]
    if hanging := _hanging(text, lines):
        return hanging
    if _are_whole(text, lines):
        return [line.start for line in lines]
    begun = [line.start for before, line in pairwise([None, *lines]) if line and _begins(text, line, before)]
    if len(begun) >= max(2, len(lines) // 4) and begun[0] == lines[0].start:
        return begun
    return [start]


def _begins(text: str, line: Span, before: Span | None) -> bool:
    """True for a line that begins like an entry; one that begins with initials does where the line before has ended like one."""
    if ENTRY_START.match(text, line.start):
        return True
    ended = before is None or any(ENTRY_END.fullmatch(text, at, before.end) for at in range(max(before.start, before.end - 4), before.end))
    return ended and INITIALS.match(text, line.start) is not None


def _hanging(text: str, lines: list[Span]) -> list[int]:
    """Return the lines that stand further out than the others, where there are such of both kinds."""
    indents = [len(printed) - len(printed.lstrip()) for line in lines for printed in [text[slice(*line)].expandtabs(4)]]
    least = min(indents)
    out = [line.start for line, indent in zip(lines, indents, strict=True) if indent < least + HANGING]
    return out if 1 < len(out) < len(lines) and out[0] == lines[0].start else []


def _stacked(text: str, paragraphs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the authors, the year and the rest of an entry, where they stand one below the other, as anthropologists set lists.

    A year without authors above it is of those before.
    """
    pairs = [(one, other) for one, other in pairwise(paragraphs) if NAMES_ALONE.fullmatch(text, *one) and YEAR_FIRST.match(text, *other)]
    if len(pairs) < MIN_STACKED:
        return paragraphs
    names = {one for one, _ in pairs}
    joined: list[tuple[int, int]] = []
    goes_on = False
    for start, end in paragraphs:
        joined.append((joined.pop()[0], end) if goes_on else (start, end))
        goes_on = (start, end) in names or YEAR_ALONE.fullmatch(text, start, end) is not None
    return joined


def _are_wrapped(text: str, paragraphs: list[tuple[int, int]]) -> bool:
    """True where blank lines part the entries: what stands on the further lines of a paragraph seldom begins like one."""
    further = [match.start() for span in paragraphs for match in islice(LINE.finditer(text, *span), 1, None)]
    return len(paragraphs) >= MIN_PARTED and sum(bool(ENTRY_START.match(text, at)) for at in further) * 4 < len(further)


def _are_whole(text: str, lines: list[Span]) -> bool:
    """True where each line, but for one in so many, is an entry, not a piece of one: it ends like a reference, and begins like one."""
    whole = sum(
        (line[-1] in '.)]”"0123456789/' or (len(line) < SHORT and "." not in line))
        and (line[0].isupper() or line[0] in '“"‘«@¿¡' or ENTRY_START.match(line) is not None)
        for line in (text[slice(*span)].strip() for span in lines)
    )
    return (len(lines) - whole) * ODD <= len(lines)


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
    if label := LED_BACK.match(text, start, end) or LABEL.match(text, start, end):
        start = label.end()
    span = Span(start, end).trimmed(text)
    return span if span.end > span.start else None


def without_remark(text: str, zone: Zone) -> Zone:
    """Return the entry up to what is remarked on it: "… (2022) — The technical paper."."""
    remark = REMARK.search(text, *zone.span)
    return replace(zone, span=Span(zone.span.start, remark.start("remark"))) if remark else zone
